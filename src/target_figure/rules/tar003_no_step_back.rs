//! An agreed target figure is not reopened without a decision.

use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    rule::trial::Breaks,
    target_figure::{Decision, TargetState, TargetStep},
};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR003,
    requirements: &["R-174"],
    sources: &[
        SourceRef::agreement("1.3.4"),
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4: Chefteamet har oprindeligt godkendt"),
    ],
    title: Bilingual::new(
        "et aftalt måltal genåbnes ikke uden en beslutning",
        "an agreed target figure is not reopened without a decision",
    ),
    why: Bilingual::new(
        "Bliver et aftalt måltal ubemærket åbent igen, falder det ud af opfølgningen. Det, der er godkendt, ændres ved en ny beslutning.",
        "If an agreed figure quietly becomes open again, it drops out of the follow-up. What was approved is changed by a new decision.",
    ),
    remedy: Bilingual::new(
        "Notér beslutningen: hvem, hvornår, hvorfor.",
        "Record the decision: who, when and why.",
    ),
    example: Bilingual::new(
        "Måltallet blev aftalt i marts, men står i juni igen som »aftales senere«.",
        "The figure was agreed in March and is “to be agreed” again in June.",
    ),
    ..Rule::DERIVED
};

message! {
    StepBack { from: Bilingual, to: Bilingual }
    "måltallet går tilbage fra »{from}« til »{to}« uden en beslutning, der siger hvem, hvornår eller hvorfor",
    "the target figure goes back from “{from}” to “{to}” without a decision that says who, when or why",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    let history = at.key("history");
    target.steps_in_order(|steps| {
        let mut before = None;
        for (n, step) in steps {
            match (before, step.state) {
                (_, None) => cx.not_assessable(&history.index(n), STATUS),
                (Some(from), Some(to)) if step.goes_back_undecided(from) => {
                    cx.not_met(&history.index(n), StepBack { from: from.label(), to: to.label() });
                }
                _ => {}
            }
            before = step.state;
        }
    });
}

const STATUS: Bilingual = Bilingual::new("trinnets status", "the status of the step");

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[
    |target, _| go_back(target, None),
    |target, tape| {
        let decision = Decision { by: tape.unsaid(), on: None, reason: tape.unsaid() };
        go_back(target, Some(decision));
    },
    |target, _| {
        target.history = [TargetStep::new(TargetState::Agreed), TargetStep::default()].into();
        target.state = None;
    },
];

#[cfg(feature = "proptest")]
fn go_back(target: &mut TargetFigure, decision: Option<Decision>) {
    let (from, to) = (TargetState::Measured, TargetState::Agreed);
    target.history = [TargetStep::new(from), TargetStep { decision, ..TargetStep::new(to) }].into();
    target.state = Some(to);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "toBeAgreed" }, { "state": "agreed" }, { "state": "measured" }, { "state": "met" },
                { "state": "notMet" }, { "state": "notAssessable" }, { "state": "met" }
            ]
        }"#,
    ),
    // The dates tell the order, whatever the list does.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "met", "on": "2024-11-20" }, { "state": "agreed", "on": "2024-03" },
                { "state": "toBeAgreed", "on": "2024-01-09" }
            ]
        }"#,
    ),
    // 2024 does not tell whether it is before June: the list does.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "agreed", "on": "2024-06" }, { "state": "measured", "on": "2024" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "agreed", "on": "2024-06" }, { "state": "measured", "on": "2024-05-31" }]
        }"#,
        &[not_met(
            "/history/0",
            "måltallet går tilbage fra »målt« til »aftalt« uden en beslutning, der siger hvem, hvornår eller hvorfor",
            "the target figure goes back from “measured” to “agreed” without a decision that says who, when or why",
        )],
    ),
    // A date is missing: the list tells the order.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "measured", "on": "2024-05-31" }, { "state": "agreed" }]
        }"#,
        &[not_met(
            "/history/1",
            "måltallet går tilbage fra »målt« til »aftalt« uden en beslutning, der siger hvem, hvornår eller hvorfor",
            "the target figure goes back from “measured” to “agreed” without a decision that says who, when or why",
        )],
    ),
    // What it went to is not stated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "measured" }, { "on": "2024-06" }, { "state": "agreed" }]
        }"#,
        &[not_assessable(
            "/history/1",
            "kan ikke vurderes; mangler: trinnets status",
            "cannot be assessed; missing: the status of the step",
        )],
    ),
    // A leap forward is no step back.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "toBeAgreed" }, { "state": "notMet" }]
        }"#,
    ),
    // Each of who, when and why records a decision.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "met" },
                { "state": "measured", "decision": { "by": "styregruppen" } },
                { "state": "agreed", "decision": { "on": "2024-06" } },
                { "state": "toBeAgreed", "decision": { "reason": "kravene er ændret" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "measured" },
                { "state": "agreed" },
                { "state": "notAssessable" },
                { "state": "toBeAgreed", "on": "2024-06", "decision": { "by": " ", "reason": "" } },
                { "state": "met" },
                { "state": "measured", "decision": {} }
            ]
        }"#,
        &[
            not_met(
                "/history/1",
                "måltallet går tilbage fra »målt« til »aftalt« uden en beslutning, \
                 der siger hvem, hvornår eller hvorfor",
                "the target figure goes back from “measured” to “agreed” without a decision \
                 that says who, when or why",
            ),
            not_met(
                "/history/3",
                "måltallet går tilbage fra »kan ikke vurderes« til »aftales senere« uden en beslutning, \
                 der siger hvem, hvornår eller hvorfor",
                "the target figure goes back from “not assessable” to “to be agreed” without a decision \
                 that says who, when or why",
            ),
            not_met(
                "/history/5",
                "måltallet går tilbage fra »opfyldt« til »målt« uden en beslutning, \
                 der siger hvem, hvornår eller hvorfor",
                "the target figure goes back from “met” to “measured” without a decision \
                 that says who, when or why",
            ),
        ],
    ),
];
