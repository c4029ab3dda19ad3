//! What is assessed rests on data with a source or measurements, and a period.

use crate::assessment::{AssessedTopic, AssessmentData};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, is_stated, missing_of};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA002,
    requirements: &["R-007"],
    sources: &[SourceRef::agreement("1.1")],
    title: Bilingual::new(
        "et emne i en tilstandsvurdering bygger på data med kilde eller målinger og periode",
        "a topic of a state assessment rests on data with a source or measurements, and a period",
    ),
    why: Bilingual::new(
        "Mål fastlægges ifølge en konkret og dataunderbygget tilstandsvurdering.",
        "Goals are set according to a concrete state assessment that is supported by data.",
    ),
    remedy: Bilingual::new(
        "Angiv de data, vurderingen bygger på: kilde eller målinger, og hvilken periode de gælder.",
        "State the data that the assessment rests on: a source or measurements, and the period that they cover.",
    ),
    example: Bilingual::new(
        "»Sygefraværet er højt« uden tal, kilde eller periode.",
        "“Sick leave is high”, with no figures, source or period.",
    ),
    ..Rule::DERIVED
};

message! {
    NoData {}
    "det fremgår ikke, hvilke data vurderingen bygger på",
    "it is not stated which data the assessment rests on",
}

message! {
    Incomplete { missing: alloc::vec::Vec<Bilingual> }
    "datagrundlaget mangler {missing:og}",
    "the data lack {missing:and}",
}

const SOURCE: Bilingual = Bilingual::new("kilde", "a source");
const PERIOD: Bilingual = Bilingual::new("periode", "a period");

pub(super) fn check(topic: &AssessedTopic, at: &Path<'_>, cx: &mut Checker<'_>) {
    if topic.data.is_empty() {
        cx.not_met(at, NoData {});
    }
    let list = at.key("data");
    for (n, data) in topic.data.iter().enumerate() {
        let parts = parts(data);
        if parts.iter().any(|(stated, _)| !stated) {
            cx.not_met(&list.index(n), Incomplete { missing: missing_of(parts).collect() });
        }
    }
}

/// Measurements say where they come from.
fn parts(data: &AssessmentData) -> [(bool, Bilingual); 2] {
    let has_source = is_stated(data.source.as_ref()) || !data.measurements.is_empty();
    [(has_source, SOURCE), (data.period.is_some(), PERIOD)]
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AssessedTopic> = &[
    |topic, _| topic.data.clear(),
    |topic, tape| {
        for data in &mut topic.data {
            data.source = tape.unsaid();
            data.measurements.clear();
        }
    },
    |topic, _| topic.data.iter_mut().for_each(|data| data.period = None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "data": [{ "source": "Targit", "period": { "start": "2023-01-01", "end": "2023-06-30" } }] }"#,
    ),
    accepts(
        r#"{ "data": [{ "measurements": ["00000000-0000-4000-8000-000000000001"], "period": { "start": "2023-01-01", "end": "2023-06-30" } }] }"#,
    ),
    refuses(
        r#"{ "topic": "sygefravær", "showsNeed": true, "data": [] }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilke data vurderingen bygger på",
            "it is not stated which data the assessment rests on",
        )],
    ),
    refuses(
        r#"{ "data": [{}, { "source": " ", "period": { "start": "2023-01-01", "end": "2023-06-30" } }, { "source": "Targit" }] }"#,
        &[
            not_met(
                "/data/0",
                "datagrundlaget mangler kilde og periode",
                "the data lack a source and a period",
            ),
            not_met("/data/1", "datagrundlaget mangler kilde", "the data lack a source"),
            not_met("/data/2", "datagrundlaget mangler periode", "the data lack a period"),
        ],
    ),
];
