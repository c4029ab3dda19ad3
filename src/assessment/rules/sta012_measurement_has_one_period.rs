//! A measurement of a state assessment is of one period.

use uuid::Uuid;

use crate::assessment::{AssessmentData, StateAssessment};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::date::Period, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::STA012,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment, data, measurements")],
    title: Bilingual::new(
        "perioderne for en måling, der står flere steder i en tilstandsvurdering, overlapper hinanden",
        "the periods under which a state assessment lists one measurement overlap",
    ),
    why: Bilingual::new(
        "En måling har én periode. Står den under to, hører den kun til det ene datagrundlag, og det andet mangler sin måling.",
        "A measurement has one period. If it is listed under two, it belongs to only one set of data, and the other lacks its own.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen til målingen, eller ret den periode, der er forkert.",
        "Correct the reference to the measurement, or the period that is wrong.",
    ),
    example: Bilingual::new(
        "Målingen af sygefraværet i 2022 står også under det datagrundlag, der dækker foråret 2023.",
        "The measurement of sick leave in 2022 is also listed under the data that cover the spring of 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherPeriod { data: u64, topic: u64 }
    "målingen hører også til det {data}. datagrundlag for det {topic}. emne, og de to perioder har ingen dag til fælles",
    "the measurement also belongs to data set {data} of topic {topic}, and the two periods have no day in common",
}

fn data_at(assessment: &StateAssessment, [topic, data, _]: [usize; 3]) -> Option<&AssessmentData> {
    assessment.topics.get(topic)?.data.get(data)
}

pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let measurements = assessment.topics.iter().enumerate().flat_map(|(topic, one)| {
        one.data.iter().enumerate().flat_map(move |(data, one)| {
            let measurements = one.measurements.iter().enumerate().filter(|_| one.period.is_some());
            measurements.map(move |(n, id)| (id.uuid(), [topic, data, n]))
        })
    });
    let list = at.key("topics");
    each_repeated_key::<Uuid, _>(&measurements, |_, first, again| {
        let period = |place| data_at(assessment, place)?.period.filter(crate::date::Period::is_ordered);
        if let (Some(one), Some(other)) = (period(first), period(again))
            && !one.overlaps(&other)
        {
            let ([topic, data, n], [first, of_first, _]) = (again, first);
            let place = list.index(topic);
            let place = place.key("data");
            let place = place.index(data);
            let facts = OtherPeriod { data: ordinal(of_first), topic: ordinal(first) };
            cx.not_met(&place.key("measurements").index(n), facts);
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> = &[|assessment, tape| {
    let Some(topic) = assessment.topics.last_mut() else { return };
    let Some(data) = topic.data.last_mut() else { return };
    data.measurements = [tape.spare_id(1)].into();
    data.period = Period::year(2021);
    let again = AssessmentData { source: Some(tape.said()), period: Period::year(2022), ..data.clone() };
    topic.data.push(again);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // For two topics, of a year and a part of it, and of a period that is not stated or ends before it begins.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topics": [
                { "data": [
                    { "period": { "start": "2022-01-01", "end": "2022-12-31" }, "measurements": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"] },
                    { "period": { "start": "2022-12-31", "end": "2023-06-30" }, "measurements": ["00000000-0000-4000-8000-000000000011"] },
                    { "period": { "start": "2023-01-01", "end": "2023-06-30" }, "measurements": ["00000000-0000-4000-8000-000000000013"] },
                    { "measurements": ["00000000-0000-4000-8000-000000000013"] }
                ] },
                { "data": [
                    { "period": { "start": "2022-01-01", "end": "2022-12-31" }, "measurements": ["00000000-0000-4000-8000-000000000012"] },
                    { "period": { "start": "2023-06-30", "end": "2023-01-01" }, "measurements": ["00000000-0000-4000-8000-000000000012"] }
                ] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topics": [
                { "data": [
                    { "period": { "start": "2022-01-01", "end": "2022-12-31" }, "measurements": ["00000000-0000-4000-8000-000000000011"] },
                    { "period": { "start": "2023-01-01", "end": "2023-06-30" }, "measurements": ["00000000-0000-4000-8000-000000000013", "00000000-0000-4000-8000-000000000011"] }
                ] },
                { "data": [
                    {},
                    { "period": { "start": "2022-01-01", "end": "2022-12-31" }, "measurements": ["00000000-0000-4000-8000-000000000013"] }
                ] }
            ]
        }"#,
        &[
            not_met(
                "/topics/0/data/1/measurements/1",
                "målingen hører også til det 1. datagrundlag for det 1. emne, og de to perioder har ingen dag til fælles",
                "the measurement also belongs to data set 1 of topic 1, and the two periods have no day in common",
            ),
            not_met(
                "/topics/1/data/1/measurements/0",
                "målingen hører også til det 2. datagrundlag for det 1. emne, og de to perioder har ingen dag til fælles",
                "the measurement also belongs to data set 2 of topic 1, and the two periods have no day in common",
            ),
        ],
    ),
    // The first that uses it has no period, and the next two have different ones.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topics": [{
                "data": [
                    { "measurements": ["00000000-0000-4000-8000-000000000011"] },
                    {
                        "period": { "start": "2022-01-01", "end": "2022-12-31" },
                        "measurements": ["00000000-0000-4000-8000-000000000011"]
                    },
                    {
                        "period": { "start": "2023-01-01", "end": "2023-12-31" },
                        "measurements": ["00000000-0000-4000-8000-000000000011"]
                    }
                ]
            }]
        }"#,
        &[not_met(
            "/topics/0/data/2/measurements/0",
            "målingen hører også til det 2. datagrundlag for det 1. emne, og de to perioder har ingen dag til fælles",
            "the measurement also belongs to data set 2 of topic 1, and the two periods have no day in common",
        )],
    ),
];
