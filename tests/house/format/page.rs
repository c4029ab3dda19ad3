//! `docs/format.md`: a template of sentences and examples, with tables from the field tables.

use std::fmt::Write as _;

use kvalitetsmodel::codes::RuleCode;
use kvalitetsmodel::document::{Document, Value};
use kvalitetsmodel::draft::{Choice, Field, Form, Leaf, Record, Shape, Words};
use kvalitetsmodel::json;
use kvalitetsmodel::model::{GENERATION_1, NINE_STANDARDS, TWELVE_STANDARDS};
use kvalitetsmodel::text::Bilingual;

use super::exceptions::EXCEPTIONS;
use super::ids;
use super::layout::laid_out;
use super::meaning::Meanings;
use super::schema::leaf_name;
use super::tables::{self, Item};

/// The template with each mark, alone on its line, replaced: `{{kinds}}`, `{{example NAME}}`.
pub(crate) fn page(meanings: &Meanings) -> String {
    let page = Page { meanings };
    let lines = include_str!("template.md").lines().map(|line| {
        match line.strip_prefix("{{").and_then(|rest| rest.strip_suffix("}}")) {
            Some(mark) => page.of(mark),
            None => format!("{line}\n"),
        }
    });
    lines.collect()
}

struct Page<'a> {
    meanings: &'a Meanings,
}

impl Page<'_> {
    fn of(&self, mark: &str) -> String {
        let mut out = String::new();
        match mark.split_once(' ').unwrap_or((mark, "")) {
            ("envelope", "") => self.record(&mut out, tables::envelope(), tables::envelope().name),
            ("envelope-parts", "") => self.parts(&mut out, &["document"]),
            ("values", "") => values(&mut out),
            ("ids", "") => ids::table(&mut out),
            ("kinds", "") => self.list_of_kinds(&mut out),
            ("each-kind", "") => self.each_kind(&mut out),
            ("shared", "") => self.shared(&mut out),
            ("published", "") => published(&mut out),
            ("exceptions", "") => exceptions(&mut out),
            ("example", name) => example(&mut out, name),
            ("part", rest) => part(&mut out, rest),
            _ => panic!("no mark is called {mark}"),
        }
        out
    }

    fn list_of_kinds(&self, out: &mut String) {
        row(out, &["Key in `content`", "Dansk", "English", "What it is"]);
        row(out, &["---"; 4]);
        for (kind, label, record) in tables::kinds() {
            let meaning = self.meanings.short(record.name);
            row(out, &[&format!("[`{kind}`](#{})", anchor(record.name)), label.da, label.en, meaning]);
        }
    }

    fn each_kind(&self, out: &mut String) {
        for (kind, label, record) in tables::kinds() {
            heading(out, 3, record.name, &format!("`{kind}`: {}", labels(label)));
            let _ = writeln!(out, "\n{}\n", self.meanings.short(record.name));
            self.record(out, record, record.name);
            let _ = writeln!(out, "\nExample:\n");
            example(out, example_of(kind));
            self.parts(out, &[kind]);
        }
    }

    /// The types that only these places need.
    fn parts(&self, out: &mut String, of: &[&str]) {
        let users = tables::users();
        let kinds = tables::kinds();
        for item in tables::all() {
            let is_kind = kinds.iter().any(|(_, _, record)| record.name == item.name());
            if !is_kind && users.get(item.name()).is_some_and(|users| users == of) {
                self.item(out, item);
            }
        }
    }

    fn shared(&self, out: &mut String) {
        let users = tables::users();
        let kinds = tables::kinds();
        for item in tables::all() {
            let is_kind = kinds.iter().any(|(_, _, record)| record.name == item.name());
            if !is_kind && users.get(item.name()).is_some_and(|users| users.len() > 1) {
                self.item(out, item);
            }
        }
    }

    fn item(&self, out: &mut String, item: Item) {
        heading(out, 4, item.name(), &format!("{}: {}", item.name(), labels(item.label())));
        let _ = writeln!(out, "\n{}\n", self.meanings.short(item.name()));
        match item {
            Item::Record(record) => self.record(out, record, record.name),
            Item::Choice(choice) => self.choice(out, choice),
            Item::Words(words) => self.words(out, words),
        }
    }

    fn record(&self, out: &mut String, record: &Record, key: &str) {
        row(out, &["Field", "Required", "Holds", "Dansk – English", "Meaning"]);
        row(out, &["---"; 5]);
        self.fields(out, record, key, "");
    }

    fn fields(&self, out: &mut String, record: &Record, key: &str, before: &str) {
        for field in record.fields {
            let name = format!("{before}`{}`", field.name);
            let required = if field.is_mandatory { "yes" } else { "" };
            let mut meaning = self.meanings.of_field(field, key);
            if let Shape::Words(Words { absent: Some(word), .. }) = field.shape {
                let _ = write!(meaning, " Absent is `\"{word}\"`.");
            }
            row(out, &[&name, required, &holds(field, record), &labels(field.label), &meaning]);
        }
    }

    fn choice(&self, out: &mut String, choice: &Choice) {
        row(out, &["Written as", "Required", "Holds", "Dansk – English", "Meaning"]);
        row(out, &["---"; 5]);
        for variant in choice.variants {
            let key = format!("{}.{}", choice.name, variant.name);
            let meaning = self.meanings.short(&key);
            let written = match variant.content {
                None => format!("`\"{}\"`", variant.name),
                Some(_) => format!("`{{ \"{}\": {{ … }} }}`", variant.name),
            };
            row(out, &[&written, "", "", &labels(variant.label), meaning]);
            if let Some(content) = variant.content {
                self.fields(out, content, &key, "… ");
            }
        }
    }

    fn words(&self, out: &mut String, words: &Words) {
        row(out, &["Word", "Dansk – English", "Meaning"]);
        row(out, &["---"; 3]);
        for word in words.words {
            let meaning = self.meanings.short(&format!("{}.{}", words.name, word.name));
            row(out, &[&format!("`\"{}\"`", word.name), &labels(word.label), meaning]);
        }
    }
}

fn anchor(name: &str) -> String {
    name.to_ascii_lowercase()
}

fn heading(out: &mut String, level: usize, name: &str, text: &str) {
    let _ = writeln!(out, "\n{} <a id=\"{}\"></a>{text}", "#".repeat(level), anchor(name));
}

fn labels(label: Bilingual) -> String {
    if label.da == label.en { label.da.to_owned() } else { format!("{} – {}", label.da, label.en) }
}

fn row(out: &mut String, cells: &[&str]) {
    let cells: Vec<_> = cells.iter().map(|cell| cell.replace('|', "\\|")).collect();
    let _ = writeln!(out, "| {} |", cells.join(" | "));
}

fn holds(field: &Field, record: &Record) -> String {
    if let Shape::Id(id) = field.shape {
        return match ids::role(field, record) {
            ids::Role::Defines => "[id](#ids), its own".to_owned(),
            ids::Role::Introduces => format!("[id](#ids) of: {}, brings it in", id.label.en),
            ids::Role::Refers => format!("[id](#ids) of: {}", id.label.en),
        };
    }
    shape(field.shape)
}

fn shape(of: &Shape) -> String {
    match of {
        Shape::Choice(choice) if choice.name == "Content" => {
            "an object with one key: [the kinds](#kinds)".to_owned()
        }
        Shape::Record(Record { name, .. })
        | Shape::Words(Words { name, .. })
        | Shape::Choice(Choice { name, .. }) => link(name),
        Shape::List(items) => format!("list of {}", shape(items)),
        Shape::Id(id) => format!("[id](#ids) of: {}", id.label.en),
        Shape::Leaf(leaf) => match leaf.form {
            Form::Whole(u64::MAX) => "[whole number](#whole)".to_owned(),
            Form::Whole(most) => format!("[whole number](#whole), 0 to {most}"),
            _ => format!("[{}](#{})", called(leaf), anchor(leaf_name(leaf))),
        },
        other => panic!("not described: {other:?}"),
    }
}

fn link(name: &str) -> String {
    format!("[{name}](#{})", anchor(name))
}

/// What the page calls a value, in a word.
fn called(leaf: &Leaf) -> &'static str {
    match leaf.name {
        "NaiveDate" => "day",
        "PartialDate" => "date",
        "MonthDay" => "day of the year",
        "Decimal" => "figure",
        "Text" => "text",
        "NonBlank" => "text, not blank",
        "SectionNumber" => "section number",
        "RuleCode" => "rule code",
        "Fingerprint" => "fingerprint",
        "Format" => "the format",
        "Value" => "any JSON",
        "bool" => "true or false",
        other => panic!("{other} has no name on the page"),
    }
}

/// How single values are written, with what is read and what is not. The reader itself says which.
fn values(out: &mut String) {
    const EXAMPLES: &[(&str, &[&str])] = &[
        ("Text", &["Følvagter", ""]),
        ("NonBlank", &["ESDH", " ", ""]),
        ("NaiveDate", &["2024-03-31", "2024-02-30", "2024-3-31", "2024-03"]),
        (
            "PartialDate",
            &[
                "2024-03-31",
                "2024-03",
                "2024-H1",
                "2024-H2",
                "2024",
                "2024-primo",
                "2024-medio",
                "2024-ultimo",
                "2024-11-medio",
                "2024-Q1",
                "31-03-2024",
            ],
        ),
        ("MonthDay", &["--03-31", "--02-29", "03-31", "--04-31"]),
        ("Decimal", &["80", "79.6", "-3.5", "0.5", "7.0", "79,6", "+5", ".5", "05", "1e3", "-0", "1.000,5"]),
        ("SectionNumber", &["1", "1.5.3", "1.5.", "01", "§ 3"]),
        ("RuleCode", &["AGR001", "agr001", "AGR1"]),
        ("Fingerprint", &["305bd8a79abee3a0", "305BD8A79ABEE3A0"]),
    ];
    row(out, &["Value", "How it is written", "Read", "Refused"]);
    row(out, &["---"; 4]);
    let mut leaves = super::schema::all_leaves();
    leaves.sort_by_key(|leaf| EXAMPLES.iter().position(|(name, _)| *name == leaf.name).unwrap_or(usize::MAX));
    for leaf in leaves {
        let (read, refused) = match leaf.form {
            Form::Text(check) => {
                let examples =
                    EXAMPLES.iter().find(|(name, _)| *name == leaf.name).map_or(&[][..], |(_, all)| all);
                examples.iter().partition(|text| check(text).is_none())
            }
            Form::Whole(_) => continue,
            _ => (vec![], vec![]),
        };
        let quote =
            |all: Vec<&&str>| all.iter().map(|text| format!("`\"{text}\"`")).collect::<Vec<_>>().join(" ");
        let name = format!("<a id=\"{}\"></a>{}", anchor(leaf_name(leaf)), called(leaf));
        row(out, &[&name, leaf.expected.en, &quote(read), &quote(refused)]);
    }
    let whole = "<a id=\"whole\"></a>whole number";
    row(
        out,
        &[
            whole,
            "a number without point and exponent, from 0 to 18446744073709551615 if the field does not say less",
            "`0` `20`",
            "`\"20\"` `20.0` `2e1` `-1`",
        ],
    );
}

/// The published sets: their themes, standards and indicators, each with its id.
fn published(out: &mut String) {
    for set in [&GENERATION_1, &NINE_STANDARDS, &TWELVE_STANDARDS] {
        let _ = writeln!(out, "**{}** ({}), `{}`:\n", set.name.en, set.name.da, set.id);
        row(
            out,
            &["Area", "Theme", "Id of the theme", "Standard", "Id of the standard", "Ids of its indicators"],
        );
        row(out, &["---"; 6]);
        for theme in set.themes {
            let name = labels(theme.name);
            let theme_id = format!("`{}`", theme.id);
            let own = set.standards.iter().filter(|standard| standard.theme == theme.id);
            for standard in own {
                let number = standard.number.map_or_else(|| "–".to_owned(), |number| number.to_string());
                let indicators: Vec<_> = standard.indicators.iter().map(|id| format!("`{id}`")).collect();
                let indicators =
                    if indicators.is_empty() { "not published".to_owned() } else { indicators.join(" ") };
                let id = format!("`{}`", standard.id);
                row(out, &[theme.area.label().en, &name, &theme_id, &number, &id, &indicators]);
            }
        }
        out.push('\n');
    }
}

fn exceptions(out: &mut String) {
    for exception in EXCEPTIONS {
        let members = format!("{}{}", exception.envelope, exception.measurement);
        let _ = writeln!(out, "- {} `{}`", exception.what, members.trim_matches([',', ' ']));
    }
}

/// The golden document that shows a kind best.
fn example_of(kind: &str) -> &str {
    match kind {
        "circleProject" => "circle-project",
        "standardSet" => "standard-set-regional",
        "stateAssessment" => "state-assessment",
        "targetFigure" => "target-figure",
        "series" => "series-phases",
        kind => kind,
    }
}

fn golden(name: &str) -> Document {
    let path = format!("{}/tests/documents/v1/{name}.json", env!("CARGO_MANIFEST_DIR"));
    let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path}: {error}"));
    json::read(&text).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// A document as a value whose members keep their order.
fn value(document: &Document) -> Value {
    serde_json::from_str(&json::write(document).expect("a document")).expect("a value")
}

fn block(out: &mut String, value: &Value) {
    let _ = writeln!(out, "```json\n{}\n```", laid_out(value, 100));
}

fn example(out: &mut String, name: &str) {
    block(out, &value(&golden(name)));
}

/// `NAME /POINTER`: a part of a golden document.
fn part(out: &mut String, rest: &str) {
    let (name, pointer) = rest.split_once(' ').unwrap_or_else(|| panic!("a name and a pointer: {rest}"));
    let document = value(&golden(name));
    let found = pointer.split('/').skip(1).try_fold(&document, |value, step| match value {
        Value::List(items) => items.get(step.parse::<usize>().expect("an index")),
        value => value.get(step),
    });
    block(out, found.unwrap_or_else(|| panic!("{rest} is not there")));
}

/// A link to a rule, which must exist.
pub(crate) fn rule(code: &str) -> String {
    let code: RuleCode = RuleCode::new(code).unwrap_or_else(|error| panic!("{code}: {error}"));
    assert!(kvalitetsmodel::explain(code).is_some(), "{code} is no rule");
    format!("[{code}][rules]")
}

#[test]
fn every_link_within_the_page_leads_somewhere() {
    let page = page(&Meanings::read());
    let anchors: Vec<_> = page.split("<a id=\"").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    for (n, anchor) in anchors.iter().enumerate() {
        assert!(!anchors[..n].contains(anchor), "two anchors are called {anchor}");
    }
    for link in page.split("](#").skip(1).filter_map(|rest| rest.split(')').next()) {
        assert!(anchors.contains(&link), "no anchor is called {link}");
    }
}
