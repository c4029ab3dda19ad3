//! A test that was carried out has observations or data.

use crate::codes;
use crate::cycle::PdsaCycle;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{cycle::CarriedOut, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS002,
    basis: Basis::PublicPractice,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, use of data over time; documentation"),
        SourceRef::new(SourceDocument::PDSA_FORM, "Udfør planen"),
        SourceRef::new(SourceDocument::CENTER_FOR_KVALITET, "PDSA cirklen: Do"),
    ],
    title: Bilingual::new(
        "der er noteret iagttagelser eller data fra afprøvningen",
        "observations or data from the test are recorded",
    ),
    why: Bilingual::new(
        "Uden dem er der intet at lære af, og beslutningen kan ikke efterprøves senere.",
        "Without them there is nothing to learn from, and the decision cannot be reviewed later.",
    ),
    remedy: Bilingual::new(
        "Notér, hvad der skete, eller henvis til de målinger, der blev foretaget.",
        "Record what happened, or refer to the measurements that were made.",
    ),
    example: Bilingual::new("»Afprøvet i uge 10« – og ikke mere.", "“Tested in week 10” – and nothing more."),
    ..Rule::DERIVED
};

message! {
    NoData {}
    "der er afprøvet, men hverken iagttagelser eller data er noteret",
    "the test was carried out, but neither observations nor data are recorded",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.carried_out.as_ref().is_some_and(|done| !done.has_data()) {
        cx.not_met(&at.key("do"), NoData {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[|cycle, tape| {
    add_missing_phases(cycle, tape);
    let (observations, data_in_words) = (tape.unsaid(), tape.unsaid());
    cycle.carried_out = Some(CarriedOut { observations, data_in_words, ..CarriedOut::default() });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {} }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "do": { "observations": "det tog tid" } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "do": { "dataInWords": "7 af 9" } }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "data": ["00000000-0000-4000-8000-000000000007"] }
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "do": {} }"#,
        &[not_met(
            "/do",
            "der er afprøvet, men hverken iagttagelser eller data er noteret",
            "the test was carried out, but neither observations nor data are recorded",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "do": { "on": "2024-03-04", "observations": " \n", "data": [], "dataInWords": "" }
        }"#,
        &[not_met(
            "/do",
            "der er afprøvet, men hverken iagttagelser eller data er noteret",
            "the test was carried out, but neither observations nor data are recorded",
        )],
    ),
];
