//! Nobody is listed as both responsible for a row and supporting it.

use crate::codes;
use crate::plan::TimetableRow;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA009,
    requirements: &["R-101"],
    sources: &[SourceRef::new(
        SourceDocument::PATHWAY_MODEL_2017,
        "4, Ansvarlig; Implementeringsunderstøttelse",
    )],
    title: Bilingual::new(
        "den, der er ansvarlig for en række, står ikke også som støtte",
        "nobody is listed as both responsible for a row and supporting it",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, om de bærer opgaven eller hjælper dem, der gør det.",
        "Otherwise it is unclear whether they carry the task or help those who do.",
    ),
    remedy: Bilingual::new(
        "Lad dem stå ét sted: som ansvarlige eller som støtte.",
        "List them once: as responsible or as support.",
    ),
    example: Bilingual::new(
        "Implementeringsgruppen er både ansvarlig for og støtte til den samme række.",
        "The implementation group is listed as both responsible for and supporting the same row.",
    ),
    ..Rule::DERIVED
};

message! {
    InBothRoles { number: u64 }
    "nummer {number} blandt de ansvarlige står også som støtte",
    "number {number} of those who are responsible is also listed as support",
}

pub(super) fn check(row: &TimetableRow, at: &Path<'_>, cx: &mut Checker<'_>) {
    sorted(
        |add| (1..).zip(&row.responsible).filter_map(|(n, one)| Some((one.who()?, n))).for_each(add),
        |responsible| {
            let list = at.key("supporting");
            for (n, one) in row.supporting.iter().enumerate() {
                if let Some((_, number)) = one.who().and_then(|who| of(responsible, who).first()) {
                    cx.not_met(&list.index(n), InBothRoles { number: *number });
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TimetableRow> = &[|row, _| row.supporting.clone_from(&row.responsible)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "responsible": [{ "role": "Ledere" }, {}], "supporting": [{ "role": "Læringsaktivister" }, {}, { "body": "00000000-0000-4000-8000-000000000002" }] }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "responsible": [{ "role": "Ledere" }, { "body": "00000000-0000-4000-8000-000000000002" }], "supporting": [{ "role": "ledere " }, { "body": "00000000-0000-4000-8000-000000000002" }, { "body": "00000000-0000-4000-8000-000000000003" }] }"#,
        &[
            not_met(
                "/supporting/0",
                "nummer 1 blandt de ansvarlige står også som støtte",
                "number 1 of those who are responsible is also listed as support",
            ),
            not_met(
                "/supporting/1",
                "nummer 2 blandt de ansvarlige står også som støtte",
                "number 2 of those who are responsible is also listed as support",
            ),
        ],
    ),
];
