//! A row of the timetable has someone who is responsible.

use crate::codes;
use crate::plan::PlanActor;
use crate::plan::TimetableRow;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use alloc::vec;
#[cfg(feature = "proptest")]
use alloc::vec::Vec;

pub(super) static RULE: Rule = Rule {
    code: codes::PLA008,
    requirements: &["R-101"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4, Ansvarlig")],
    title: Bilingual::new(
        "en række i tidsplanen har en ansvarlig",
        "a row of the timetable has someone who is responsible",
    ),
    why: Bilingual::new(
        "Det, som ingen er ansvarlig for, bliver ikke til noget, når hverdagen presser sig på.",
        "What nobody is responsible for does not happen when everyday work presses.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvem der er ansvarlig. Der kan være flere; den, der støtter, er ikke ansvarlig.",
        "Say who is responsible. There can be several; those who only support are not.",
    ),
    example: Bilingual::new(
        "En række har kun implementeringsunderstøttelse: implementeringsagenter.",
        "A row has support only: implementation agents.",
    ),
    ..Rule::DERIVED
};

message! {
    Nobody {}
    "det fremgår ikke, hvem der er ansvarlig",
    "it is not stated who is responsible",
}

message! {
    SupportOnly {}
    "rækken har støtte, men ingen ansvarlig",
    "the row has support, but nobody is responsible",
}

pub(super) fn check(row: &TimetableRow, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_someone = |actors: &[PlanActor]| actors.iter().any(PlanActor::is_stated);
    match (is_someone(&row.responsible), is_someone(&row.supporting)) {
        (true, _) => {}
        (false, true) => cx.not_met(at, SupportOnly {}),
        (false, false) => cx.not_met(at, Nobody {}),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TimetableRow> = &[
    |row, _| (row.responsible, row.supporting) = (Vec::new(), Vec::new()),
    |row, tape| {
        row.supporting = vec![PlanActor { body: None, role: Some(tape.said()) }];
        row.responsible = vec![PlanActor { body: None, role: tape.unsaid() }];
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "responsible": [{}, { "body": "00000000-0000-4000-8000-000000000002" }] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "responsible": [{ "role": "Direktion" }, { "role": "Ledere" }] }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "responsible": [{ "role": " " }] }"#,
        &[not_met("", "det fremgår ikke, hvem der er ansvarlig", "it is not stated who is responsible")],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "supporting": [{ "role": "Implementeringsagenter" }] }"#,
        &[not_met(
            "",
            "rækken har støtte, men ingen ansvarlig",
            "the row has support, but nobody is responsible",
        )],
    ),
];
