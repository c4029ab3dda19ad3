//! The period of assessment data does not end before it begins.

use chrono::NaiveDate;

use crate::assessment::AssessedTopic;
use crate::codes;
use crate::date::Period;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA006,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment")],
    title: Bilingual::new(
        "perioden for et datagrundlag slutter ikke, før den begynder",
        "the period of assessment data does not end before it begins",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: der er ingen dage, som data dækker.",
        "The document contradicts itself: there is no day that the data cover.",
    ),
    remedy: Bilingual::new("Ret den dato, der er forkert.", "Correct the date that is wrong."),
    example: Bilingual::new(
        "Sygefraværet er opgjort for perioden 1. januar 2023 til 31. december 2022.",
        "Sick leave is counted from 1 January 2023 to 31 December 2022.",
    ),
    ..Rule::DERIVED
};

message! {
    Backwards { start: NaiveDate, end: NaiveDate }
    "datagrundlagets periode begynder {start} og slutter allerede {end}",
    "the period of the data begins on {start} and ends before that, on {end}",
}

pub(super) fn check(topic: &AssessedTopic, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("data");
    for (n, data) in topic.data.iter().enumerate() {
        if let Some(Period { start, end }) = data.period.filter(|period| !period.is_ordered()) {
            cx.not_met(&list.index(n).key("period"), Backwards { start, end });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AssessedTopic> = &[|topic, _| {
    for data in &mut topic.data {
        data.period = data.period.map(|Period { start, end }| Period { start: end, end: start });
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "data": [{}, { "period": { "start": "2023-01-01", "end": "2023-01-01" } }] }"#),
    refuses(
        r#"{ "data": [{}, { "period": { "start": "2023-01-01", "end": "2022-12-31" } }] }"#,
        &[not_met(
            "/data/1/period",
            "datagrundlagets periode begynder 1. januar 2023 og slutter allerede 31. december 2022",
            "the period of the data begins on 1 January 2023 and ends before that, on 31 December 2022",
        )],
    ),
];
