//! The state of a target figure is the one that its last step led to.

use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    rule::trial::Breaks,
    target_figure::{TargetState, TargetStep},
};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR006,
    severity: Severity::Error,
    requirements: &["R-174"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "et måltals tilstand er den, dets sidste skridt førte til",
        "the state of a target figure is the one its last step led to",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: tilstand og forløb kan ikke begge være rigtige.",
        "The document contradicts itself: state and history cannot both be right.",
    ),
    remedy: Bilingual::new(
        "Ret tilstanden, eller tilføj det skridt, der mangler.",
        "Correct the state, or add the step that is missing.",
    ),
    example: Bilingual::new(
        "Tilstanden er \"aftalt\", men forløbet slutter med \"målt\".",
        "The state is \"agreed\", but the history ends with \"measured\".",
    ),
    ..Rule::DERIVED
};

message! {
    StateDiffers { stated: Bilingual, last: Bilingual }
    "måltallets tilstand er \"{stated}\", men dets sidste skridt var \"{last}\"",
    "the state is \"{stated}\", but the last step was \"{last}\"",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let (Some(stated), Some(last)) = (target.state, target.history.last())
        && stated != last.state
    {
        let facts = StateDiffers { stated: stated.label(), last: last.state.label() };
        cx.not_met(&at.key("state"), facts);
    }
}

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
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "state": "agreed", "history": [{ "state": "agreed" }, { "state": "measured" }]
        }"#,
        &[not_met(
            "/state",
            "måltallets tilstand er \"aftalt\", men dets sidste skridt var \"målt\"",
            "the state is \"agreed\", but the last step was \"measured\"",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "state": "notMet", "history": [{ "state": "met" }]
        }"#,
        &[not_met(
            "/state",
            "måltallets tilstand er \"ikke opfyldt\", men dets sidste skridt var \"opfyldt\"",
            "the state is \"not met\", but the last step was \"met\"",
        )],
    ),
];
