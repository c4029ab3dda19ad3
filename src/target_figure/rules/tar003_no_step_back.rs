//! An agreed target figure is not reopened, nor judged twice on one day, without a decision.

use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::target_figure::{Decision, TargetFigure, TargetStep};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, target_figure::TargetState};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR003,
    requirements: &["R-174"],
    sources: &[
        SourceRef::agreement("1.3.4"),
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4: Chefteamet har oprindeligt godkendt"),
    ],
    title: Bilingual::new(
        "et aftalt måltal genåbnes ikke, og det vurderes ikke på to måder samme dag, uden en beslutning",
        "an agreed target figure is not reopened, or judged in two ways on one day, without a decision",
    ),
    why: Bilingual::new(
        "Bliver et aftalt måltal ubemærket åbent igen, falder det ud af opfølgningen. Det, der er godkendt, ændres ved en ny beslutning. Af to vurderinger fra samme dag ved læseren ikke, hvilken der gælder.",
        "If an agreed figure quietly becomes open again, it drops out of the follow-up. What was approved is changed by a new decision. Of two verdicts of one day a reader does not know which one counts.",
    ),
    remedy: Bilingual::new(
        "Notér beslutningen: hvem, hvornår, hvorfor. Er en af to vurderinger forkert, så fjern den.",
        "Record the decision: who, when and why. If one of two verdicts is wrong, take it out.",
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

message! {
    TwoVerdicts { on: PartialDate, first: Bilingual, again: Bilingual }
    "måltallet er vurderet både som »{first}« og som »{again}« {on:i}, uden en beslutning, der siger hvem, hvornår eller hvorfor",
    "the target figure is judged as both “{first}” and “{again}” {on:on|in}, without a decision that says who, when or why",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    let history = at.key("history");
    target.steps_in_order(|steps| {
        let mut before: Option<&TargetStep> = None;
        for (n, step) in steps {
            match (before.and_then(|before| before.state), step.state) {
                (_, None) => cx.not_assessable(&history.index(n), STATUS),
                (Some(from), Some(to)) if step.goes_back_undecided(from) => {
                    cx.not_met(&history.index(n), StepBack { from: from.label(), to: to.label() });
                }
                (Some(first), Some(again)) if first != again && first.is_judged() && again.is_judged() => {
                    if let Some(on) = before.and_then(|before| one_day(before, step)) {
                        let (first, again) = (first.label(), again.label());
                        cx.not_met(&history.index(n), TwoVerdicts { on, first, again });
                    }
                }
                _ => {}
            }
            before = Some(step);
        }
    });
}

/// The day of both steps, if it is one day and no decision is recorded. In one month a figure can be measured again.
fn one_day(before: &TargetStep, step: &TargetStep) -> Option<PartialDate> {
    let is_decided = |step: &TargetStep| step.decision.as_ref().is_some_and(Decision::is_recorded);
    let on = step.on.filter(|on| on.first_day() == on.last_day() && before.on == Some(*on))?;
    (!is_decided(step) && !is_decided(before)).then_some(on)
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
    |target, tape| {
        let verdicts = *tape.pick(&[
            [TargetState::NotMet, TargetState::NotAssessable],
            [TargetState::NotAssessable, TargetState::NotMet],
        ]);
        let on = "2024-01-12".parse().ok();
        target.history = verdicts.map(|state| TargetStep { on, ..TargetStep::new(state) }).into();
        target.state = verdicts.last().copied();
        target.population.iter_mut().for_each(|one| (one.selected_by, one.fixed_on) = (None, None));
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
    // Two verdicts: decided, of two days, of one month, without a date, or the same one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "notMet", "on": "2024-12-03" },
                { "state": "met", "on": "2024-12-03", "decision": { "by": "parterne" } },
                { "state": "notMet", "on": "2024-12-04" },
                { "state": "notMet", "on": "2024-12-04" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "notMet", "on": "2024-12" }, { "state": "met", "on": "2024-12" }]
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "history": [{ "state": "notMet" }, { "state": "met" }] }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "measured", "on": "2024-11-28" },
                { "state": "notMet", "on": "2024-12-03" },
                { "state": "met", "on": "2024-12-03" }
            ]
        }"#,
        &[not_met(
            "/history/2",
            "måltallet er vurderet både som »ikke opfyldt« og som »opfyldt« 3. december 2024, uden en beslutning, der siger hvem, hvornår eller hvorfor",
            "the target figure is judged as both “not met” and “met” on 3 December 2024, without a decision that says who, when or why",
        )],
    ),
    // The same verdict twice on one day; two verdicts of two days; and one that was decided before.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "met", "on": "2024-06-01" }, { "state": "met", "on": "2024-06-01" },
                { "state": "notMet", "on": "2024-06-02" }, { "state": "met", "on": "2024-06-02" }
            ]
        }"#,
        &[not_met(
            "/history/3",
            "måltallet er vurderet både som »ikke opfyldt« og som »opfyldt« 2. juni 2024, uden en beslutning, der siger hvem, hvornår eller hvorfor",
            "the target figure is judged as both “not met” and “met” on 2 June 2024, without a decision that says who, when or why",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "met", "on": "2024-06-01", "decision": { "by": "styregruppen", "reason": "fejl" } },
                { "state": "notMet", "on": "2024-06-01" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [{ "state": "measured", "on": "2024-06-01" }, { "state": "met", "on": "2024-06-01" }]
        }"#,
    ),
];
