//! A small format with every form of table.

use crate::draft::*;
use crate::text::Bilingual;

const LABEL: Bilingual = Bilingual::new("sag", "case");

const fn field(name: &'static str, shape: &'static Shape) -> Field {
    Field { name, label: LABEL, is_mandatory: false, shape }
}

const fn mandatory(name: &'static str, shape: &'static Shape) -> Field {
    Field { is_mandatory: true, ..field(name, shape) }
}

const fn record(name: &'static str, label: Bilingual, fields: &'static [Field]) -> Record {
    Record { name, label, kind: None, introduces: None, fields, is_checked_by: |_| false }
}

const fn word(name: &'static str) -> Word {
    Word { name, label: LABEL }
}

const fn variant(name: &'static str, content: Option<&'static Record>) -> Variant {
    Variant { name, label: LABEL, content }
}

fn day(text: &str) -> Option<Bilingual> {
    let is_day = text.len() == 10 && text.bytes().filter(|byte| *byte == b'-').count() == 2;
    (!is_day).then_some(Bilingual::new(
        "teksten er ikke en dag som `2024-03-31`",
        "the text is not a day such as `2024-03-31`",
    ))
}

fn format(text: &str) -> Option<Bilingual> {
    (text != "case/1").then_some(Bilingual::new(
        "ukendt format: kun `case/1` kan læses",
        "unknown format: only `case/1` can be read",
    ))
}

pub(super) static ID: Shape = Shape::Id(&IdOf { kind: "case", label: Bilingual::new("sag", "case") });
pub(super) static TEXT: Shape = Shape::Leaf(&Leaf {
    name: "leaf",
    expected: Bilingual::new("tekst", "text"),
    form: Form::Text(|_| None),
    pattern: None,
});
static DAY: Shape = Shape::Leaf(&Leaf {
    name: "leaf",
    expected: Bilingual::new("en dag som `2024-03-31`", "a day such as `2024-03-31`"),
    form: Form::Text(day),
    pattern: None,
});
pub(super) static SMALL: Shape = Shape::Leaf(&Leaf {
    name: "leaf",
    expected: Bilingual::new("et helt tal fra 0 til 65535", "a whole number from 0 to 65535"),
    form: Form::Whole(65_535),
    pattern: None,
});
pub(super) static LARGE: Shape = Shape::Leaf(&Leaf {
    name: "leaf",
    expected: Bilingual::new("et helt tal", "a whole number"),
    form: Form::Whole(u64::MAX),
    pattern: None,
});
static BOOL: Shape = Shape::Leaf(&Leaf {
    name: "leaf",
    expected: Bilingual::new("`true` eller `false`", "`true` or `false`"),
    form: Form::Bool,
    pattern: None,
});
pub(super) static ANY: Shape = Shape::Leaf(&Leaf {
    name: "leaf",
    expected: Bilingual::new("en værdi", "a value"),
    form: Form::Any,
    pattern: None,
});
static STATE: Shape = Shape::Words(&Words {
    name: "State",
    label: LABEL,
    words: &[word("open"), word("closed"), word("onHold")],
    absent: None,
});

static COMMUNITY: Record = record("Community", LABEL, &[mandatory("body", &ID), field("role", &TEXT)]);
static HEAD: Record = record("Head", Bilingual::new("leder", "head"), &[]);
static ANYONE: Record = record("Anyone", LABEL, &[field("note", &TEXT)]);
static WHO: Shape = Shape::Choice(&Choice {
    name: "Who",
    label: LABEL,
    variants: &[
        variant("parties", None),
        variant("community", Some(&COMMUNITY)),
        variant("head", Some(&HEAD)),
        variant("anyone", Some(&ANYONE)),
    ],
});

static STEP: Record =
    record("Step", Bilingual::new("skridt", "step"), &[mandatory("id", &ID), field("day", &DAY)]);
static EXTENSION: Record = record(
    "Extension",
    Bilingual::new("udvidelse", "extension"),
    &[mandatory("namespace", &TEXT), mandatory("value", &ANY)],
);
static TEXTS: Shape = Shape::List(&TEXT);
static STEPS: Shape = Shape::List(&Shape::Record(&STEP));
static EXTENSIONS: Shape = Shape::List(&Shape::Record(&EXTENSION));

/// A case, with a field of every form.
pub(super) static CASE: Shape = Shape::Record(&record("Case", LABEL, CASE_FIELDS));
static CASE_FIELDS: &[Field] = &[
    mandatory("id", &ID),
    field("title", &TEXT),
    field("year", &SMALL),
    field("isSecret", &BOOL),
    mandatory("state", &STATE),
    field("who", &WHO),
    field("names", &TEXTS),
    field("steps", &STEPS),
    field("extensions", &EXTENSIONS),
];

/// A document with an envelope.
pub(super) static DOCUMENT: Shape = Shape::Record(&record(
    "Document",
    Bilingual::new("dokument", "document"),
    &[
        mandatory(
            "format",
            &Shape::Leaf(&Leaf {
                name: "leaf",
                expected: Bilingual::new("formatet `case/1`", "the format `case/1`"),
                form: Form::Text(format),
                pattern: None,
            }),
        ),
        mandatory("status", &STATUS),
        field("validation", &Shape::Record(&HEAD)),
    ],
));
static STATUS: Shape = Shape::Words(&Words {
    name: "Status",
    label: LABEL,
    words: &[word("draft"), word("final")],
    absent: None,
});
