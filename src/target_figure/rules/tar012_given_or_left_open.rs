//! A target figure has a value, or is to be agreed later.

use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR012,
    requirements: &["R-173"],
    sources: &[
        SourceRef::agreement("1.3.4"),
        SourceRef::agreement("1.4.3"),
        SourceRef::agreement("1.5.3"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "et måltal har en værdi, eller det fremgår, at den aftales senere",
        "a target figure has a value, or it is stated that it will be agreed later",
    ),
    why: Bilingual::new(
        "Uden et tal er der intet at nå, og fremgår det ikke, at det aftales senere, er der ingen, der venter på det.",
        "Without a value there is nothing to reach, and if it is not stated that one will be agreed later, nobody waits for it.",
    ),
    remedy: Bilingual::new(
        "Angiv tallet, eller skriv, at det aftales senere, og hvor.",
        "State the value, or state that it will be agreed later, and where.",
    ),
    example: Bilingual::new(
        "»Det aftales, at sygefraværet skal ned« – uden et tal, og uden at det fremgår, at det aftales senere.",
        "“It is agreed that sick leave is to fall” – with no value, and without saying that one will be agreed later.",
    ),
    ..Rule::DERIVED
};

message! {
    AgreedWithoutValue {}
    "måltallet er aftalt, men tallet mangler",
    "the figure is agreed, but its value is missing",
}

message! {
    NeitherGivenNorOpen {}
    "måltallet har intet tal, og det fremgår ikke, at det aftales senere",
    "the figure has no value, and it is not stated that it will be agreed later",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !lacks_value(target) {
        return;
    }
    match target.latest_state() {
        Some(_) => cx.not_met(at, AgreedWithoutValue {}),
        None => cx.not_met(at, NeitherGivenNorOpen {}),
    }
}

/// Whether the rule is broken.
pub(super) fn lacks_value(target: &TargetFigure) -> bool {
    target.value.is_none() && target.latest_state() != Some(TargetState::ToBeAgreed)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[
    |target, _| target.value = None,
    |target, _| {
        target.history.clear();
        (target.value, target.state) = (None, None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "0" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "state": "toBeAgreed" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "history": [{ "state": "toBeAgreed", "on": "2024-01-09" }] }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "unit": "percent", "state": "agreed" }"#,
        &[not_met(
            "",
            "måltallet er aftalt, men tallet mangler",
            "the figure is agreed, but its value is missing",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-03-31" }]
        }"#,
        &[not_met(
            "",
            "måltallet er aftalt, men tallet mangler",
            "the figure is agreed, but its value is missing",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "topic": "sygefravær", "agreedBy": "parties" }"#,
        &[not_met(
            "",
            "måltallet har intet tal, og det fremgår ikke, at det aftales senere",
            "the figure has no value, and it is not stated that it will be agreed later",
        )],
    ),
];
