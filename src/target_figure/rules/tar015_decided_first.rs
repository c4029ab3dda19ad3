//! A target figure is not given a status before the decision behind it.

use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    date::When,
    rule::trial::Breaks,
    target_figure::{Decision, TargetState, TargetStep},
};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR015,
    basis: Basis::Form,
    requirements: &["R-174"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "targetFigure, history, decision")],
    title: Bilingual::new(
        "et måltal får ikke en status, før beslutningen bag den er truffet",
        "a target figure is not given a status before the decision behind it",
    ),
    why: Bilingual::new(
        "Trinnet bygger på beslutningen. Er den truffet senere, var måltallet endnu ikke aftalt eller genåbnet den dag, der står, eller også er en dato forkert.",
        "The step rests on the decision. If that was taken later, the figure was not yet agreed or reopened on the day that is stated, or else a date is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret trinnets eller beslutningens dato.",
        "Correct the date of the step or of the decision.",
    ),
    example: Bilingual::new(
        "Måltallet står som aftalt 12. marts, men beslutningen er fra 30. september.",
        "The figure is recorded as agreed on 12 March, but the decision is dated 30 September.",
    ),
    ..Rule::DERIVED
};

message! {
    DecidedLater { on: PartialDate, decided_on: PartialDate }
    "trinnet er dateret {on}, men beslutningen bag det er først fra {decided_on}",
    "the step is dated {on}, but the decision behind it was not taken until {decided_on}",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    for (n, step) in target.history.iter().enumerate() {
        if let (Some(on), Some(decided_on)) = (step.on, step.decision.as_ref().and_then(|one| one.on))
            && on.ends_before(decided_on)
        {
            let list = at.key("history");
            let step = list.index(n);
            cx.not_met(&step.key("decision").key("on"), DecidedLater { on, decided_on });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, tape| {
    let day = |text: &str| text.parse().ok();
    let decision = Decision { by: Some(tape.said()), on: day("2024-01-12"), reason: None };
    let on = *tape.pick(&[day("2024-01-10"), day("2024-01-11")]);
    target.measured_at = Some(When::Continuously);
    target.baseline = None;
    target.population.iter_mut().for_each(|one| (one.selected_by, one.fixed_on) = (None, None));
    target.state = Some(TargetState::Agreed);
    target.history =
        [TargetStep { on, decision: Some(decision), ..TargetStep::new(TargetState::Agreed) }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Decided before, on the day, in the month; and what has no date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "toBeAgreed", "on": "2023-01-20", "decision": { "on": "2022-12" } },
                { "state": "agreed", "on": "2023-03-12", "decision": { "on": "2023-03-12" } },
                { "state": "measured", "on": "2023-11-05", "decision": { "on": "2023-11" } },
                { "state": "met", "on": "2023-12", "decision": { "on": "2023-12-31" } },
                { "state": "agreed", "decision": { "on": "2024" } },
                { "state": "agreed", "on": "2022", "decision": { "by": "styregruppen" } },
                { "state": "agreed", "on": "2022" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "history": [
                { "state": "agreed", "on": "2023-03-12", "decision": { "by": "fællesskabet", "on": "2023-03-13" } },
                { "state": "toBeAgreed", "on": "2023-05", "decision": { "on": "2023-09-30" } }
            ]
        }"#,
        &[
            not_met(
                "/history/0/decision/on",
                "trinnet er dateret 12. marts 2023, men beslutningen bag det er først fra 13. marts 2023",
                "the step is dated 12 March 2023, but the decision behind it was not taken until 13 March 2023",
            ),
            not_met(
                "/history/1/decision/on",
                "trinnet er dateret maj 2023, men beslutningen bag det er først fra 30. september 2023",
                "the step is dated May 2023, but the decision behind it was not taken until 30 September 2023",
            ),
        ],
    ),
];
