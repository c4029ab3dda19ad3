//! The status of a target figure is that of its last step.

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    rule::trial::Breaks,
    target_figure::{TargetState, TargetStep},
};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR006,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-174"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "targetFigure, state; history")],
    title: Bilingual::new(
        "måltallets status passer med det seneste trin i forløbet",
        "the status of a target figure matches the latest step of its history",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: status og forløb kan ikke begge være rigtige.",
        "The document contradicts itself: status and history cannot both be right.",
    ),
    remedy: Bilingual::new(
        "Ret måltallets status, eller tilføj det trin, der mangler.",
        "Correct the status, or add the step that is missing.",
    ),
    example: Bilingual::new(
        "Måltallets status er »aftalt«, men forløbet slutter med »målt«.",
        "The status is “agreed”, but the history ends with “measured”.",
    ),
    ..Rule::DERIVED
};

message! {
    StateDiffers { stated: Bilingual, last: Bilingual }
    "måltallets status er »{stated}«, men det seneste trin er »{last}«",
    "the status of the target figure is “{stated}”, but its latest step is “{last}”",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    let (Some(stated), Some(last)) = (target.state, target.last_step()) else { return };
    match last.state {
        Some(last) if last == stated => {}
        Some(last) => {
            cx.not_met(&at.key("state"), StateDiffers { stated: stated.label(), last: last.label() });
        }
        None => cx.not_assessable(&at.key("state"), STATUS),
    }
}

const STATUS: Bilingual = Bilingual::new("det seneste trins status", "the status of the latest step");

// That the status of the last step is missing is found by TAR003 as well.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[
    |target, _| {
        target.history = [TargetStep::new(TargetState::Measured)].into();
        target.state = Some(TargetState::Agreed);
    },
    |target, _| {
        target.history = [TargetStep::new(TargetState::Met)].into();
        target.state = Some(TargetState::NotMet);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "state": "met" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "history": [{ "state": "met" }] }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "state": "measured", "history": [{ "state": "agreed" }, { "state": "measured" }]
        }"#,
    ),
    // The last step is the latest one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "state": "met", "history": [{ "state": "met", "on": "2024-12" }, { "state": "measured", "on": "2024-11" }]
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "state": "met", "history": [{ "on": "2024-12" }] }"#,
        &[not_assessable(
            "/state",
            "kan ikke vurderes; mangler: det seneste trins status",
            "cannot be assessed; missing: the status of the latest step",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "state": "agreed", "history": [{ "state": "agreed" }, { "state": "measured" }]
        }"#,
        &[not_met(
            "/state",
            "måltallets status er »aftalt«, men det seneste trin er »målt«",
            "the status of the target figure is “agreed”, but its latest step is “measured”",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "state": "notMet", "history": [{ "state": "met" }]
        }"#,
        &[not_met(
            "/state",
            "måltallets status er »ikke opfyldt«, men det seneste trin er »opfyldt«",
            "the status of the target figure is “not met”, but its latest step is “met”",
        )],
    ),
];
