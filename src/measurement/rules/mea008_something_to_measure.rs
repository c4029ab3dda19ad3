//! There was something to measure: a rate has an exposure, and a subgroup has values.

use crate::codes;
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::state;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, refuses};
#[cfg(feature = "proptest")]
use crate::{
    figure::{Decimal, Unit},
    rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MEA008,
    severity: Severity::Information,
    basis: Basis::Form,
    requirements: &["R-032"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "observed, rate; observed, subgroup")],
    title: Bilingual::new(
        "en rate har et tidsrum, og en stikprøve er ikke tom",
        "a rate has an exposure, and a subgroup is not empty",
    ),
    why: Bilingual::new(
        "Er der ikke målt på noget, er resultatet hverken godt eller dårligt: nul hændelser i et tidsrum på nul giver ikke raten nul.",
        "If there was nothing to measure, the result is neither good nor bad: zero events in an exposure of zero is not a rate of zero.",
    ),
    remedy: Bilingual::new(
        "Lad målingen stå, hvis der ikke var noget at måle på; tilføj ellers det, der mangler.",
        "Leave the measurement as it is if there was nothing to measure; otherwise add what is missing.",
    ),
    example: Bilingual::new(
        "Afdelingen var lukket i juli, så der er 0 fald på 0 beboerdøgn: kan ikke vurderes.",
        "The department was closed in July, so there were 0 falls in 0 resident days: cannot be assessed.",
    ),
    requires: &[codes::MEA007],
    ..Rule::DERIVED
};

pub(super) fn check(measurement: &Measurement, at: &Path<'_>, cx: &mut Checker<'_>) {
    match &measurement.observed {
        Some(Observed::Rate { events: Some(events), exposure: Some(exposure), .. }) => {
            let at = at.key("observed");
            let at = at.key("rate");
            let at = at.key("exposure");
            if exposure.is_negative() || (exposure.is_zero() && *events > 0) {
                cx.depends_on(&at, codes::MEA007);
            } else if exposure.is_zero() {
                let anything =
                    Bilingual::new("noget at måle på (tidsrummet er nul)", "any exposure (it is zero)");
                cx.not_assessable(&at, anything);
            }
        }
        Some(Observed::Subgroup { values, .. }) if values.is_empty() => {
            cx.not_assessable(
                &at.key("observed").key("subgroup").key("values"),
                Bilingual::new("stikprøvens værdier", "values of the subgroup"),
            );
        }
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Measurement> = &[
    |measurement, _| {
        let exposure = Decimal::ZERO;
        state(measurement, Observed::of_rate(0, exposure, Unit::Days));
    },
    |measurement, _| {
        let values = [].into();
        state(measurement, Observed::of_subgroup(values, Unit::Days));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 0, "exposure": "0.1", "unit": "days" } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "subgroup": { "values": ["0"], "unit": "hours" } }
        }"#,
    ),
    // Another rule reports what is not stated.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "rate": { "exposure": "0" } } }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "observed": { "rate": { "events": 0 } } }"#),
    // Another rule reports a share of nothing.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "observed": { "share": { "part": 0, "whole": 0 } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 0, "exposure": "0", "unit": "days" } }
        }"#,
        &[not_assessable(
            "/observed/rate/exposure",
            "kan ikke vurderes; mangler: noget at måle på (tidsrummet er nul)",
            "cannot be assessed; missing: any exposure (it is zero)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "subgroup": { "values": [], "unit": "hours" } }
        }"#,
        &[not_assessable(
            "/observed/subgroup/values",
            "kan ikke vurderes; mangler: stikprøvens værdier",
            "cannot be assessed; missing: values of the subgroup",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 3, "exposure": "0", "unit": "days" } }
        }"#,
        &[not_evaluated("/observed/rate/exposure", "MEA007")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 0, "exposure": "-0.5", "unit": "days" } }
        }"#,
        &[not_evaluated("/observed/rate/exposure", "MEA007")],
    ),
    // One event in no time is for MEA007.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "observed": { "rate": { "events": 1, "exposure": "0", "unit": "days" } }
        }"#,
        &[not_evaluated("/observed/rate/exposure", "MEA007")],
    ),
];
