//! The deadline of a change is not before the action that is to bring it about.

use chrono::NaiveDate;

use crate::agreement::{Action, DevelopmentAgreement};
use crate::codes;
use crate::date::{PartialDate, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::FocusArea,
    crate::figure::{Decimal, Unit},
    crate::rule::trial::Breaks,
    crate::target_figure::{Baseline, ChangeAim, ChangeAimKind},
};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR018,
    requirements: &["R-020"],
    sources: &[
        SourceRef::agreement("1.3.1"),
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "actions, when and doneOn; aim, by"),
    ],
    title: Bilingual::new(
        "fristen for en ændring ligger ikke før den indsats, der skal skabe ændringen",
        "the deadline of a change is not before the action that is to bring it about",
    ),
    why: Bilingual::new(
        "En indsats virker først, når den er i gang. Skal ændringen være nået inden da, er en af datoerne forkert, eller ændringen hører til en anden indsats.",
        "An action has no effect before it has begun. If the change is to be reached before that, one of the dates is wrong, or the change belongs to another action.",
    ),
    remedy: Bilingual::new(
        "Ret tidspunktet for indsatsen eller for ændringen.",
        "Correct the time of the action or of the change.",
    ),
    example: Bilingual::new(
        "Antallet af langtidssyge skal være nedbragt i februar, men indsatsen begynder først i september.",
        "The number of staff on long-term sick leave is to be reduced by February, but the action does not begin until September.",
    ),
    ..Rule::DERIVED
};

message! {
    BeforeAction { by: NaiveDate, from: PartialDate }
    "ændringen skal være nået senest {by}, men indsatsen begynder først {from:i}",
    "the change is to be reached by {by}, but the action does not begin until {from}",
}

/// A change that is planned: that an action was done late makes no date wrong, and one that was done early came first.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("actions");
        for (n, one) in area.actions.iter().enumerate() {
            let by = one.aim.as_ref().and_then(|aim| aim.by.as_ref()?.deadline(period.as_ref()));
            if let (Some(by), Some(from)) = (by, begins(one))
                && by < from.first_day()
            {
                cx.not_met(&list.item(n, one.id).key("aim").key("by"), BeforeAction { by, from });
            }
        }
    }
}

/// The month, half-year or year before which the action does not begin. A day is a deadline: what is to be done by then
/// can have begun.
fn begins(one: &Action) -> Option<PartialDate> {
    let Some(When::Date { on: Some(from) }) = one.when else { return None };
    let is_done_before = one.done_on.is_some_and(|on| on.ends_before(from));
    (!from.is_day() && !is_done_before && one.given_up_on.is_none()).then_some(from)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let month = |month| PartialDate::of_month(2024, month).map(|on| When::Date { on: Some(on) });
    let aim = ChangeAim {
        baseline: Some(Baseline {
            value: Some(Decimal::from(60)),
            unit: Some(Unit::Percent),
            on: PartialDate::of_year(2023),
            no_result: None,
        }),
        size: Some(Decimal::from(10)),
        unit: Some(Unit::Percent),
        by: month(*tape.pick(&[2, 3])),
        ..ChangeAim::new(ChangeAimKind::Reduce)
    };
    agreement.focus_areas.push(FocusArea {
        actions: [Action { when: month(9), aim: Some(aim), ..action(tape) }].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In the month of the action, or done late or early, or given up; a day that is a deadline; a time without a day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    {
                        "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-09" } },
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-09-01" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-01" } }, "doneOn": "2024-09-30",
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-02" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000013", "when": "continuously",
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-02" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000014", "when": { "date": { "on": "2024-09" } },
                        "aim": { "kind": "reduce" }
                    },
                    { "id": "00000000-0000-4000-8000-000000000015", "doneOn": "2024-09", "aim": { "kind": "reduce", "by": { "date": { "on": "2024-02" } } } },
                    { "id": "00000000-0000-4000-8000-000000000016", "when": { "date": { "on": "2024-09" } } },
                    {
                        "id": "00000000-0000-4000-8000-000000000021", "when": { "date": { "on": "2024-09" } }, "givenUpOn": "2024",
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-02" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000017", "when": { "date": { "on": "2024-09" } }, "doneOn": "2024-05-01",
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-06-30" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000018", "when": { "date": { "on": "2024-12-31" } },
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-06-30" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000019", "when": { "monthDay": { "day": "--09-30" } },
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-02" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000020", "when": { "within": { "months": 3, "from": "2024-04-01" } },
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-02" } } }
                    }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    {
                        "id": "00000000-0000-4000-8000-000000000011", "when": { "date": { "on": "2024-09" } },
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-08" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000012", "when": { "date": { "on": "2024-09" } }, "doneOn": "2024-09-30",
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-02" } } }
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0/aim/by",
                "ændringen skal være nået senest 31. august 2024, men indsatsen begynder først i september 2024",
                "the change is to be reached by 31 August 2024, but the action does not begin until September 2024",
            ),
            not_met(
                "/focusAreas/0/actions/1/aim/by",
                "ændringen skal være nået senest 29. februar 2024, men indsatsen begynder først i september 2024",
                "the change is to be reached by 29 February 2024, but the action does not begin until September 2024",
            ),
        ],
    ),
];
