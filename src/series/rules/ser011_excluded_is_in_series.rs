//! Only measurements of the series are excluded.

use uuid::Uuid;

use crate::codes;
use crate::id::{Id, Subject};
use crate::measurement::Measurement;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::series::MeasurementSeries;
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, series::Exclusion};

pub(super) static RULE: Rule = Rule {
    code: codes::SER011,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, exclusions")],
    title: Bilingual::new(
        "kun seriens egne målinger er udeladt",
        "only measurements of the series are excluded",
    ),
    why: Bilingual::new(
        "Henvisningen peger ikke på nogen måling, og den måling, der skulle udelades, tæller stadig med.",
        "The reference leads to no measurement, and the one that was to be excluded still counts.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, så den peger på den måling, der skal udelades, eller slet den.",
        "Correct the reference, so that it leads to the measurement to be excluded, or delete it.",
    ),
    example: Bilingual::new(
        "Målingen for marts er indberettet igen under et nyt id, men det er stadig det gamle id, der er udeladt.",
        "The March measurement was reported again under a new id, but it is still the old id that is excluded.",
    ),
    ..Rule::DERIVED
};

message! {
    NotInSeries { measurement: Subject }
    "den udeladte måling findes ikke i serien",
    "the excluded measurement is not in the series",
}

pub(super) fn check(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.exclusions.is_empty() {
        return;
    }
    let list = at.key("exclusions");
    // There are few exclusions: one pass over the measurements marks those that are in the series.
    sorted(
        |put: &mut dyn FnMut((Uuid, usize, bool))| {
            for (n, one) in series.exclusions.iter().enumerate() {
                put((one.measurement.uuid(), n, false));
            }
        },
        |excluded| {
            for one in &series.measurements {
                let id = one.id.uuid();
                let from = excluded.partition_point(|(other, ..)| *other < id);
                if let Some((other, _, known)) = excluded.get_mut(from)
                    && *other == id
                {
                    *known = true; // a measurement that is excluded twice is marked the first time
                }
            }
            let mut before = None;
            for (id, n, marked) in excluded.iter().copied() {
                let known = marked || before == Some((id, true));
                if !known {
                    let measurement = Id::<Measurement>::new(id).subject();
                    cx.not_met(&list.index(n).key("measurement"), NotInSeries { measurement });
                }
                before = Some((id, known));
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<MeasurementSeries> = &[|series, tape| {
    let reason = Some("flytning".into());
    series.exclusions.push(Exclusion { reason, ..Exclusion::new(tape.spare_id(1)) });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost" }"#),
    // A measurement that is excluded twice is still in the series.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011" },
                { "id": "00000000-0000-4000-8000-000000000012" }
            ],
            "exclusions": [
                { "measurement": "00000000-0000-4000-8000-000000000012" },
                { "measurement": "00000000-0000-4000-8000-000000000011" },
                { "measurement": "00000000-0000-4000-8000-000000000012" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atMost",
            "measurements": [
                { "id": "00000000-0000-4000-8000-000000000011" },
                { "id": "00000000-0000-4000-8000-000000000012" }
            ],
            "exclusions": [
                { "measurement": "00000000-0000-4000-8000-000000000019" },
                { "measurement": "00000000-0000-4000-8000-000000000011" },
                { "measurement": "00000000-0000-4000-8000-000000000019" }
            ]
        }"#,
        &[
            not_met(
                "/exclusions/0/measurement",
                "den udeladte måling findes ikke i serien",
                "the excluded measurement is not in the series",
            ),
            not_met(
                "/exclusions/2/measurement",
                "den udeladte måling findes ikke i serien",
                "the excluded measurement is not in the series",
            ),
        ],
    ),
];
