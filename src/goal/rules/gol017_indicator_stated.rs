//! A sub-goal has an indicator.

use crate::codes;
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL017,
    severity: Severity::Information,
    requirements: &["R-055"],
    sources: &[SourceRef::agreement("1.8.5, note 5")],
    title: Bilingual::new("et delmål har en indikator", "a sub-goal has an indicator"),
    why: Bilingual::new(
        "Indikatoren siger, hvad man skal se efter, når delmålet evalueres.",
        "The indicator says what to look for when the sub-goal is evaluated.",
    ),
    remedy: Bilingual::new(
        "Angiv, hvad der viser, om delmålet er nået, fx antal ture pr. uge.",
        "State what shows whether the sub-goal is reached, such as the number of trips a week.",
    ),
    example: Bilingual::new(
        "»Sikre at Karl tager sin medicin« – og intet om, hvordan det ses.",
        "“Sikre at Karl tager sin medicin” (ensure that Karl takes his medicine) – and nothing about how that shows.",
    ),
    ..Rule::DERIVED
};

message! {
    NoIndicator {}
    "delmålet har ingen indikator",
    "the sub-goal has no indicator",
}

/// The record of a closed sub-goal need no longer be corrected.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !is_stated(one.indicator.as_ref()) && !one.is_closed(cx.as_of()) {
        cx.not_met(at, NoIndicator {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, tape| {
    breaks::open(one);
    one.indicator = tape.unsaid();
    one.text = Some("to gange om ugen".into());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "indicator": "dage", "kind": "limitLoss"
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "status": "replaced" }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "text": "Sikre at Karl tager sin medicin", "indicator": " "
        }"#,
        &[not_met("", "delmålet har ingen indikator", "the sub-goal has no indicator")],
    ),
    // It is still open on the day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "status": "reached", "closedOn": "2024-01-16"
        }"#,
        &[not_met("", "delmålet har ingen indikator", "the sub-goal has no indicator")],
    ),
];
