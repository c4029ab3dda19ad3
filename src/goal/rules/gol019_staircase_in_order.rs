//! The steps of a goal staircase are reached one after another.

use crate::codes;
use crate::date::{PartialDate, each_out_of_order};
use crate::goal::SubGoal;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::goal::{GoalStatus, StaircaseStep};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL019,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, subGoals, staircase; setOn")],
    title: Bilingual::new(
        "trinnene på en måltrappe nås ét ad gangen i rækkefølge, og efter at delmålet er oprettet",
        "the steps of a goal staircase are reached one after another, and after the sub-goal was set",
    ),
    why: Bilingual::new(
        "Trappen fører fra udgangspunktet til den ønskede tilstand. Er et senere trin nået først, eller et trin nået, før delmålet blev til, viser trappen ikke, hvor langt borgeren er nået.",
        "The staircase leads from the starting point to the wished state. If a later step was reached first, or a step before there was a sub-goal, it does not show how far the citizen has come.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert, eller byt om på trinnene; det, borgeren kunne i forvejen, hører til udgangspunktet.",
        "Correct the date that is wrong, or change the order of the steps; what the citizen could do before belongs to the starting point.",
    ),
    example: Bilingual::new(
        "Trin 1 er nået 20. januar og trin 2 allerede 12. januar.",
        "Step 1 was reached on 20 January, and step 2 already on 12 January.",
    ),
    ..Rule::DERIVED
};

message! {
    ReachedFirst { step: u64, on: PartialDate, before: u64, before_on: PartialDate }
    "trin {step} er nået {on:i}, altså før trin {before}, {before_on}",
    "step {step} was reached {on:on|in}, before step {before} ({before_on})",
}

message! {
    ReachedBeforeSet { step: u64, on: PartialDate, set_on: PartialDate }
    "trin {step} er nået {on:i}, altså før delmålet blev oprettet, {set_on}",
    "step {step} was reached {on:on|in}, before the sub-goal was set ({set_on})",
}

/// A step without a date may be skipped: the citizen may have taken two at once.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("staircase");
    let steps = one.staircase.iter().enumerate().map(|(n, step)| (n, step.reached_on));
    each_out_of_order(steps.clone(), |(n, on), (before, before_on)| {
        let facts = ReachedFirst { step: ordinal(n), on, before: ordinal(before), before_on };
        cx.not_met(&list.index(n).key("reachedOn"), facts);
    });
    let Some(set_on) = one.set_on else { return };
    for (n, on) in steps {
        if let Some(on) = on.filter(|on| on.ends_before(set_on)) {
            let facts = ReachedBeforeSet { step: ordinal(n), on, set_on };
            cx.not_met(&list.index(n).key("reachedOn"), facts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, _| {
        let step = |month| StaircaseStep {
            reached_on: PartialDate::of_month(2023, month),
            ..StaircaseStep::default()
        };
        breaks::close(one, GoalStatus::Reached);
        one.set_on = None;
        one.staircase = [step(11), step(10)].into();
    },
    |one, _| {
        let reached_on = PartialDate::of_year(2022);
        one.set_on = one.set_on.or(PartialDate::of_month(2023, 1));
        one.staircase = [StaircaseStep { reached_on, ..StaircaseStep::default() }].into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One day, the month of the day before, and a step that was skipped; the day on which it was set is the first.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "setOn": "2024-01-10",
            "staircase": [
                { "reachedOn": "2024-01-10" }, { "reachedOn": "2024-01-10" }, { "text": "med følge" },
                { "reachedOn": "2024-01" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "staircase": [{ "reachedOn": "2024-01-20" }, {}, { "reachedOn": "2024-01-12" }, { "reachedOn": "2023" }]
        }"#,
        &[
            not_met(
                "/staircase/2/reachedOn",
                "trin 3 er nået 12. januar 2024, altså før trin 1, 20. januar 2024",
                "step 3 was reached on 12 January 2024, before step 1 (20 January 2024)",
            ),
            not_met(
                "/staircase/3/reachedOn",
                "trin 4 er nået i 2023, altså før trin 1, 20. januar 2024",
                "step 4 was reached in 2023, before step 1 (20 January 2024)",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "setOn": "2024-01",
            "staircase": [{ "reachedOn": "2023-12-31" }, { "reachedOn": "2024-01-02" }]
        }"#,
        &[not_met(
            "/staircase/0/reachedOn",
            "trin 1 er nået 31. december 2023, altså før delmålet blev oprettet, januar 2024",
            "step 1 was reached on 31 December 2023, before the sub-goal was set (January 2024)",
        )],
    ),
];
