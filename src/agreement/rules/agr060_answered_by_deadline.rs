//! What answers criticism by an authority is done by its deadline.

use chrono::NaiveDate;

use crate::agreement::{Action, Criticism, DevelopmentAgreement};
use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Authority, FocusArea},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR060,
    basis: Basis::PublicPractice,
    requirements: &["S-015"],
    sources: &[
        SourceRef::new(SourceDocument::WORKING_ENVIRONMENT_ACT, "§ 77, stk. 1"),
        SourceRef::agreement("1.7"),
    ],
    title: Bilingual::new(
        "de indsatser, der følger op på kritik fra en myndighed, er gennemført inden myndighedens frist",
        "the actions that follow up criticism by an authority are done by the deadline of the authority",
    ),
    why: Bilingual::new(
        "Er der ikke rettet op inden fristen, kan myndigheden gå videre med sagen.",
        "If matters are not put right by the deadline, the authority can take the case further.",
    ),
    remedy: Bilingual::new(
        "Fremskynd indsatsen, eller søg myndigheden om en længere frist; er fristen allerede overskredet, så kontakt myndigheden. Er påbuddet allerede efterkommet ved en anden indsats, så skriv, hvornår myndigheden afsluttede sagen. Er der klaget over påbuddet, så skriv den frist, der gælder efter klagen.",
        "Bring the action forward, or apply to the authority for an extension; if the deadline has already passed, contact the authority. If the order has been complied with by another action, state when the authority closed the case. If a complaint has been made, state the deadline that applies after it.",
    ),
    example: Bilingual::new(
        "Et påbud skal efterkommes senest 30. juni, men den indsats, der følger op på det, har frist i november.",
        "An order is to be complied with by 30 June, but the action that follows it up is due in November.",
    ),
    requires: &[codes::AGR059],
    ..Rule::DERIVED
};

message! {
    TooLate { late: u64, deadline: PartialDate }
    "myndighedens frist er {deadline}, men {late:indsats|indsatser}, der følger op på kritikken, ligger senere",
    "the deadline of the authority is {deadline}, but {late:action that follows up the criticism is|actions that follow up the criticism are} later",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !agreement.focus_areas.iter().any(|area| area.criticisms.iter().any(has_open_deadline)) {
        return;
    }
    let period = agreement.running_period();
    let actions = agreement.focus_areas.iter().flat_map(|area| &area.actions);
    let days = actions.map(|one| (one.id.uuid().as_u128(), day(one, period.as_ref())));
    sorted_of(&days, |days| {
        let areas = at.key("focusAreas");
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let area_at = areas.item(n, area.id);
            let list = area_at.key("criticisms");
            let open = area.criticisms.iter().enumerate().filter(|(_, one)| has_open_deadline(one));
            for (n, one) in open {
                judge(one, days, &list.index(n), cx);
            }
        }
    });
}

fn has_open_deadline(one: &Criticism) -> bool {
    one.deadline.is_some() && one.closed_on.is_none()
}

/// The decisive day: the earliest on which it was done, or can be done. A number of months begins on a start day, which
/// does not say when the action ends, so there the last day decides. Without a time of its own, the action is done when
/// the change is to have been made. What was given up has none.
pub(super) fn day(one: &Action, within: Option<&Period>) -> Option<NaiveDate> {
    if one.is_dropped() {
        return None;
    }
    let aimed_by = || one.aim.as_ref().and_then(|aim| aim.by.as_ref());
    match (one.done_on, one.when.as_ref().or_else(aimed_by)) {
        (Some(on), _) => Some(on.first_day()),
        (None, Some(when @ When::Within { .. })) => when.deadline(within),
        (None, when) => Some(when?.days(within)?.start),
    }
}

fn judge(one: &Criticism, days: &[(u128, Option<NaiveDate>)], at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(deadline) = one.deadline else { return };
    if one.is_before(deadline) {
        return cx.depends_on(at, codes::AGR059);
    }
    let last_day = deadline.last_day();
    let is_late = |action: &&crate::id::Id<Action>| {
        let of_it = sorted::of(days, action.uuid().as_u128()).first();
        of_it.is_some_and(|(_, day)| day.is_some_and(|day| day > last_day))
    };
    let late = count(one.answered_by.iter().filter(is_late).count());
    if late > 0 {
        cx.not_met(at, TooLate { late, deadline });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let late = Action { when: in_march(), ..action(tape) };
    let criticism = Criticism {
        deadline: PartialDate::of_month(2024, 2),
        answered_by: [late.id].into(),
        ..Criticism::new(Authority::WorkingEnvironment)
    };
    agreement.focus_areas.push(FocusArea {
        actions: [late].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        criticisms: [criticism].into(),
        ..area(tape)
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In time, without a day, given up, or closed; whether an action exists is for DOC002 to say.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "date": { "on": "2024-06" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": "continuously" },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2025" } }, "doneOn": "2024-06-30" },
                    { "id": "00000000-0000-4000-8000-000000000006", "when": { "date": { "on": "2025" } } },
                    {
                        "id": "00000000-0000-4000-8000-000000000007", "when": { "date": { "on": "2024-06" } },
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-11" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-000000000008",
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-06" } } }
                    },
                    {
                        "id": "00000000-0000-4000-8000-00000000000a", "when": { "date": { "on": "2025" } },
                        "givenUpOn": "2024-01-10"
                    }
                ],
                "criticisms": [
                    {
                        "authority": "workingEnvironment", "deadline": "2024-06-30",
                        "answeredBy": [
                            "00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004",
                            "00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000007",
                            "00000000-0000-4000-8000-000000000008", "00000000-0000-4000-8000-000000000009",
                            "00000000-0000-4000-8000-00000000000a"
                        ]
                    },
                    {
                        "authority": "workingEnvironment", "deadline": "2024-06-30", "closedOn": "2024-07",
                        "answeredBy": ["00000000-0000-4000-8000-000000000006"]
                    },
                    { "authority": "workingEnvironment", "answeredBy": ["00000000-0000-4000-8000-000000000006"] }
                ]
            }]
        }"#,
    ),
    // Months end on their last day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "within": { "months": 7, "from": "2024-02-01" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "within": { "months": 8 } } }
                ],
                "criticisms": [{
                    "authority": "workingEnvironment", "deadline": "2024-09-01",
                    "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"]
                }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "within": { "months": 8, "from": "2024-02-01" } } }
                ],
                "criticisms": [{
                    "authority": "workingEnvironment", "deadline": "2024-09-30",
                    "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/criticisms/0",
            "myndighedens frist er 30. september 2024, men 1 indsats, der følger op på kritikken, ligger senere",
            "the deadline of the authority is 30 September 2024, but 1 action that follows up the criticism is later",
        )],
    ),
    // A deadline before the criticism is an error of its own.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-03" }],
                "criticisms": [{
                    "authority": "workingEnvironment", "givenOn": "2024-02", "deadline": "2024-01",
                    "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                }]
            }]
        }"#,
        &[not_evaluated("/focusAreas/0/criticisms/0", "AGR059")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "monthDay": { "day": "--07-01" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "doneOn": "2024-07-01" },
                    { "id": "00000000-0000-4000-8000-000000000005", "doneOn": "2024-01" },
                    {
                        "id": "00000000-0000-4000-8000-000000000006",
                        "aim": { "kind": "reduce", "by": { "date": { "on": "2024-11" } } }
                    }
                ],
                "criticisms": [
                    {
                        "authority": "workingEnvironment", "deadline": "2024-06-30",
                        "answeredBy": [
                            "00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004",
                            "00000000-0000-4000-8000-000000000005"
                        ]
                    },
                    {
                        "authority": "socialInspectorate", "deadline": "2024-06",
                        "answeredBy": ["00000000-0000-4000-8000-000000000004"]
                    },
                    {
                        "authority": "socialInspectorate", "deadline": "2024-10-31",
                        "answeredBy": ["00000000-0000-4000-8000-000000000006"]
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/criticisms/0",
                "myndighedens frist er 30. juni 2024, men 2 indsatser, der følger op på kritikken, ligger senere",
                "the deadline of the authority is 30 June 2024, but 2 actions that follow up the criticism are later",
            ),
            not_met(
                "/focusAreas/0/criticisms/1",
                "myndighedens frist er juni 2024, men 1 indsats, der følger op på kritikken, ligger senere",
                "the deadline of the authority is June 2024, but 1 action that follows up the criticism is later",
            ),
            not_met(
                "/focusAreas/0/criticisms/2",
                "myndighedens frist er 31. oktober 2024, men 1 indsats, der følger op på kritikken, ligger senere",
                "the deadline of the authority is 31 October 2024, but 1 action that follows up the criticism is later",
            ),
        ],
    ),
    // The month in which it was done, and that of the deadline, may be in time; another criticism has no deadline.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01" },
                        { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-01-31" } } }
                    ],
                    "criticisms": [
                        {
                            "authority": "workingEnvironment", "deadline": "2024-01-10",
                            "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                        },
                        {
                            "authority": "workingEnvironment", "deadline": "2024-01",
                            "answeredBy": ["00000000-0000-4000-8000-000000000004"]
                        },
                        { "authority": "workingEnvironment", "answeredBy": ["00000000-0000-4000-8000-000000000004"] }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "criticisms": [{ "authority": "workingEnvironment" }]
                }
            ]
        }"#,
    ),
    // One of several criticisms has a deadline.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [{
                        "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024-01-31" } }
                    }],
                    "criticisms": [
                        { "authority": "workingEnvironment", "answeredBy": ["00000000-0000-4000-8000-000000000004"] },
                        {
                            "authority": "workingEnvironment", "deadline": "2024-01-10",
                            "answeredBy": ["00000000-0000-4000-8000-000000000004"]
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "criticisms": [{ "authority": "workingEnvironment" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/criticisms/1",
            "myndighedens frist er 10. januar 2024, men 1 indsats, der følger op på kritikken, ligger senere",
            "the deadline of the authority is 10 January 2024, but 1 action that follows up the criticism is later",
        )],
    ),
];
