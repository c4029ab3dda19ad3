//! What follows up criticism by an authority is done by the deadline of the authority.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::agreement::{Action, Criticism, DevelopmentAgreement};
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, change_area, in_march},
    crate::agreement::{Authority, ScopeOfDuty},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR037,
    requirements: &["S-015"],
    sources: &[SourceRef::agreement("1.3"), SourceRef::agreement("1.7")],
    title: Bilingual::new(
        "der følges op på kritik fra en myndighed inden for myndighedens frist",
        "criticism by an authority is followed up within its deadline",
    ),
    why: Bilingual::new(
        "Myndighedens frist gælder, uanset hvad parterne aftaler.",
        "The deadline of the authority applies, whatever the parties agree.",
    ),
    remedy: Bilingual::new(
        "Ryk indsatsen frem, eller bed myndigheden om en ny frist, og skriv den.",
        "Move the action forward, or ask the authority for a new deadline and state it.",
    ),
    example: Bilingual::new(
        "Arbejdstilsynets frist er 1. juni 2024, men indsatsen, der følger op, begynder først i september.",
        "The deadline of the working environment authority is 1 June 2024, but the action that follows it up does not begin until September.",
    ),
    ..Rule::DERIVED
};

message! {
    PlannedLate { deadline: PartialDate, planned: NaiveDate }
    "myndighedens frist er {deadline}, men der følges tidligst op {planned}",
    "the deadline of the authority is {deadline}, but it is followed up on {planned} at the earliest",
}

/// When an action can be done first; `None` if it is done, or if its time has no day.
type Planned = Option<NaiveDate>;

/// One action in time is enough: others may go further than the authority asks.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = agreement.focus_areas.iter();
    if !areas.clone().flat_map(|area| &area.criticisms).any(|one| one.deadline.is_some()) {
        return;
    }
    let period = agreement.running_period();
    let actions =
        areas.flat_map(|area| &area.actions).map(|one| (one.id.uuid(), planned(one, period.as_ref())));
    sorted(
        |put| actions.clone().for_each(put),
        |actions| {
            let areas = at.key("focusAreas");
            for (n, area) in agreement.focus_areas.iter().enumerate() {
                let area_at = areas.item(n, area.id);
                let list = area_at.key("criticisms");
                for (n, criticism) in area.criticisms.iter().enumerate() {
                    let Some(deadline) = criticism.deadline else { continue };
                    let first = first_planned(criticism, actions);
                    if let Some(planned) = first.filter(|first| *first > deadline.last_day()) {
                        cx.not_met(&list.index(n).key("deadline"), PlannedLate { deadline, planned });
                    }
                }
            }
        },
    );
}

fn planned(action: &Action, period: Option<&Period>) -> Planned {
    if action.done_on.is_some() {
        return None;
    }
    Some(action.when.as_ref()?.days(period)?.start)
}

/// The first day on which one of the actions can be done, if each of them says one.
fn first_planned(criticism: &Criticism, actions: &[(Uuid, Planned)]) -> Option<NaiveDate> {
    let mut first = None;
    for action in &criticism.answered_by {
        let planned = sorted::of(actions, action.uuid()).first().and_then(|(_, planned)| *planned)?;
        first = Some(first.map_or(planned, |first: NaiveDate| first.min(planned)));
    }
    first
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    change_area(agreement, tape, |area, tape| {
        let answer = Action { when: in_march(), ..action(tape) };
        area.criticisms.push(Criticism {
            deadline: PartialDate::of_month(2024, 2),
            answered_by: [answer.id].into(),
            ..Criticism::new(Authority::WorkingEnvironment)
        });
        // Whoever may have actions, this is an area for all.
        area.scope = [ScopeOfDuty::AllServices].into();
        area.actions.push(answer);
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-09" } },
                        "doneOn": "2024-05"
                    },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-06" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-09" } } },
                    { "id": "00000000-0000-4000-8000-000000000006", "when": "continuously" }
                ],
                "criticisms": [
                    {
                        "authority": "workingEnvironment", "deadline": "2024-06-01",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                    },
                    {
                        "authority": "workingEnvironment", "deadline": "2024-06-01",
                        "answeredBy": [
                            "00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000004"
                        ]
                    },
                    {
                        "authority": "workingEnvironment", "deadline": "2024-06-01",
                        "answeredBy": [
                            "00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000006"
                        ]
                    },
                    { "authority": "workingEnvironment", "deadline": "2024-06-01" },
                    {
                        "authority": "workingEnvironment",
                        "answeredBy": ["00000000-0000-4000-8000-000000000005"]
                    }
                ]
            }]
        }"#,
    ),
    // An action of another area, on a day without a year.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "criticisms": [{
                        "authority": "workingEnvironment", "deadline": "2024-06",
                        "answeredBy": [
                            "00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000004"
                        ]
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "actions": [
                        {
                            "id": "00000000-0000-4000-8000-000000000004",
                            "when": { "monthDay": { "day": "--07-01" } }
                        },
                        {
                            "id": "00000000-0000-4000-8000-000000000005",
                            "when": { "date": { "on": "2024-09" } }
                        }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/criticisms/0/deadline",
            "myndighedens frist er juni 2024, men der følges tidligst op 1. juli 2024",
            "the deadline of the authority is June 2024, but it is followed up on 1 July 2024 at the earliest",
        )],
    ),
];
