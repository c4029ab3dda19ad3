//! What answers criticism is done after the criticism was given, and before the matter is closed.

use chrono::NaiveDate;

use super::agr060_answered_by_deadline::day;
use crate::agreement::{Criticism, CriticismKind, DevelopmentAgreement};
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Action, Authority, FocusArea},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR077,
    requirements: &["S-015"],
    sources: &[SourceRef::agreement("1.7")],
    title: Bilingual::new(
        "kritik fra en myndighed følges op af noget, der sker efter kritikken og ikke først efter sagens afslutning",
        "criticism by an authority is followed up by something that is done after it, and not only after the case is closed",
    ),
    why: Bilingual::new(
        "Det, der var gjort, før kritikken blev givet, forhindrede den ikke, og det, der først sker, når sagen er afsluttet, afsluttede den ikke. Så er der måske ikke fulgt op på kritikken, eller en dato er forkert.",
        "What had been done before the criticism was given did not prevent it, and what is done only once the case is closed did not close it. So perhaps nothing follows it up, or a date is wrong.",
    ),
    remedy: Bilingual::new(
        "Aftal eller nævn en indsats, der følger op på kritikken, ret den ene af datoerne, eller skriv, hvornår myndigheden afsluttede sagen. Handlede tilbuddet allerede under tilsynet eller i høringen, så angiv den dag, kritikken første gang blev fremsat.",
        "Agree on or name an action that follows up the criticism, correct one of the dates, or state when the authority closed the case. If the service acted during the visit or the hearing, state the day on which the criticism was first made.",
    ),
    example: Bilingual::new(
        "Kritik af 27. oktober følges kun op af en indsats, der var gennemført 24. september.",
        "Criticism of 27 October is followed up only by an action that had been done on 24 September.",
    ),
    ..Rule::DERIVED
};

message! {
    DoneBefore { given_on: PartialDate, done_on: PartialDate }
    "kritikken er givet {given_on:i}, men det, der skal følge op på den, var gennemført allerede {done_on:i}",
    "the criticism was given {given_on:on|in}, but what is to follow it up had been done by {done_on}",
}

message! {
    DoneAfterClosing { closed_on: PartialDate, done_on: PartialDate }
    "sagen er afsluttet {closed_on:i}, men det, der skal følge op på kritikken, er først gennemført {done_on:i}",
    "the matter was closed {closed_on:on|in}, but what is to follow up the criticism was not done until {done_on}",
}

message! {
    PlannedAfterClosing { closed_on: PartialDate, from: NaiveDate }
    "sagen er afsluttet {closed_on:i}, men det, der skal følge op på kritikken, ligger først {from}",
    "the matter was closed {closed_on:on|in}, but what is to follow up the criticism is not due until {from}",
}

/// When an action was done, and its decisive day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
struct Days {
    done_on: Option<PartialDate>,
    from: Option<NaiveDate>,
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let is_judged = |one: &Criticism| is_open_and_dated(one) || is_closed_within(one, period.as_ref());
    if !agreement.focus_areas.iter().any(|area| area.criticisms.iter().any(is_judged)) {
        return;
    }
    let actions = agreement.focus_areas.iter().flat_map(|area| &area.actions);
    let done = actions
        .map(|one| (one.id.uuid().as_u128(), Days { done_on: one.done_on, from: day(one, period.as_ref()) }));
    sorted_of(&done, |done| {
        let areas = at.key("focusAreas");
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let area_at = areas.item(n, area.id);
            let list = area_at.key("criticisms");
            for (n, one) in area.criticisms.iter().enumerate() {
                if is_open_and_dated(one) {
                    judge_open(one, done, &list.index(n), cx);
                } else if is_closed_within(one, period.as_ref()) {
                    judge_closed(one, done, &list.index(n), cx);
                }
            }
        }
    });
}

/// When the authority has closed the case, what had been done was enough.
fn is_open_and_dated(one: &Criticism) -> bool {
    one.given_on.is_some() && one.closed_on.is_none() && !one.answered_by.is_empty()
}

/// An agreement can go on with what follows a matter that was closed before it. A decision requires nothing.
fn is_closed_within(one: &Criticism, period: Option<&Period>) -> bool {
    let is_within = |on: PartialDate| period.is_some_and(|period| on.first_day() >= period.start);
    let asks = matches!(one.kind, Some(CriticismKind::Order | CriticismKind::Criticism));
    asks && one.closed_on.is_some_and(is_within) && !one.answered_by.is_empty()
}

fn judge_open(one: &Criticism, done: &[(u128, Days)], at: &Path<'_>, cx: &mut Checker<'_>) {
    let days = || days_of(one, done).map(|days| days.done_on);
    // What is not done, or done later, follows the criticism.
    if days().all(|on| on.is_some_and(|on| one.is_before(on)))
        && let (Some(given_on), Some(done_on)) = (one.given_on, days().flatten().max())
    {
        cx.not_met(&at.key("answeredBy"), DoneBefore { given_on, done_on });
    }
}

fn judge_closed(one: &Criticism, done: &[(u128, Days)], at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(closed_on) = one.closed_on else { return };
    let days = || days_of(one, done);
    // What has no day may have been done in time.
    if !days().all(|days| days.from.is_some_and(|from| from > closed_on.last_day())) {
        return;
    }
    let at = at.key("closedOn");
    match days().min_by_key(|days| days.from) {
        Some(Days { done_on: Some(done_on), .. }) => cx.not_met(&at, DoneAfterClosing { closed_on, done_on }),
        Some(Days { from: Some(from), .. }) => cx.not_met(&at, PlannedAfterClosing { closed_on, from }),
        _ => {}
    }
}

/// The days of each of the actions that answer it; of several with the same id, those of each of them.
fn days_of(one: &Criticism, done: &[(u128, Days)]) -> impl Iterator<Item = Days> {
    one.answered_by.iter().flat_map(|id| {
        let of_id = sorted::of(done, id.uuid().as_u128());
        of_id.iter().map(|(_, days)| *days).chain(of_id.is_empty().then(Days::default))
    })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let [done_on, given_on] = ["2024-01-02", "2024-01-10"].map(|day| day.parse().ok());
        let criticism = Criticism { given_on, ..Criticism::new(Authority::SocialInspectorate) };
        answer(criticism, done_on, agreement, tape);
    },
    |agreement, tape| {
        let kind = Some(*tape.pick(&[CriticismKind::Order, CriticismKind::Criticism]));
        let [closed_on, done_on] = ["2024-01-02", "2024-01-03"].map(|day| day.parse().ok());
        let criticism = Criticism { kind, closed_on, ..Criticism::new(Authority::WorkingEnvironment) };
        answer(criticism, done_on, agreement, tape);
    },
    |agreement, tape| {
        let kind = Some(*tape.pick(&[CriticismKind::Order, CriticismKind::Criticism]));
        let closed_on = "2024-01-02".parse().ok();
        let criticism = Criticism { kind, closed_on, ..Criticism::new(Authority::WorkingEnvironment) };
        answer(criticism, None, agreement, tape);
    },
];

/// Adds an area with the criticism and an action that answers it.
#[cfg(feature = "proptest")]
fn answer(
    criticism: Criticism,
    done_on: Option<PartialDate>,
    agreement: &mut DevelopmentAgreement,
    tape: &mut Tape<'_>,
) {
    let done = Action { done_on, when: in_march(), ..action(tape) };
    agreement.focus_areas.push(FocusArea {
        criticisms: [Criticism { answered_by: [done.id].into(), ..criticism }].into(),
        actions: [done].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // No day; another action follows, or is done later, or in the month of the criticism; closed; nothing is known of the
    // action; nothing answers.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-09-24" },
                    { "id": "00000000-0000-4000-8000-000000000004" },
                    { "id": "00000000-0000-4000-8000-000000000005", "doneOn": "2024-11" },
                    { "id": "00000000-0000-4000-8000-000000000006", "doneOn": "2024-10" }
                ],
                "criticisms": [
                    { "authority": "socialInspectorate", "answeredBy": ["00000000-0000-4000-8000-000000000003"] },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000005"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000006"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27", "closedOn": "2024-12",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000009"]
                    },
                    { "authority": "socialInspectorate", "givenOn": "2024-10-27" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-09-24" },
                    { "id": "00000000-0000-4000-8000-000000000004", "doneOn": "2024-02" }
                ],
                "criticisms": [{
                    "authority": "socialInspectorate", "givenOn": "2024-10-27",
                    "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"]
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/criticisms/0/answeredBy",
            "kritikken er givet 27. oktober 2024, men det, der skal følge op på den, var gennemført allerede 24. september 2024",
            "the criticism was given on 27 October 2024, but what is to follow it up had been done by 24 September 2024",
        )],
    ),
    // Closed: by a day of the action, or without one; before the agreement; a decision, no kind, no period.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-09-24" },
                    { "id": "00000000-0000-4000-8000-000000000004" },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "date": { "on": "2024-06" } } },
                    { "id": "00000000-0000-4000-8000-000000000006", "when": "continuously" }
                ],
                "criticisms": [
                    {
                        "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-09",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                    },
                    {
                        "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-06",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"]
                    },
                    {
                        "authority": "workingEnvironment", "kind": "order", "closedOn": "2023-12-31",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                    },
                    {
                        "authority": "workingEnvironment", "kind": "decision", "closedOn": "2024-06",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                    },
                    { "authority": "workingEnvironment", "closedOn": "2024-06", "answeredBy": ["00000000-0000-4000-8000-000000000003"] },
                    { "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-06" },
                    {
                        "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-06-01",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000005"]
                    },
                    {
                        "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-06-01",
                        "answeredBy": ["00000000-0000-4000-8000-000000000006"]
                    }
                ]
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-09-24" }],
                "criticisms": [{
                    "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-06",
                    "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-09-24" },
                    { "id": "00000000-0000-4000-8000-000000000004", "doneOn": "2024-11" },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "monthDay": { "day": "--07-01" } } },
                    { "id": "00000000-0000-4000-8000-000000000006", "when": { "date": { "on": "2024-11" } } }
                ],
                "criticisms": [
                    {
                        "authority": "workingEnvironment", "kind": "order", "givenOn": "2024-02-11", "closedOn": "2024-06-12",
                        "answeredBy": ["00000000-0000-4000-8000-000000000004", "00000000-0000-4000-8000-000000000003"]
                    },
                    {
                        "authority": "socialInspectorate", "kind": "criticism", "closedOn": "2024-10",
                        "answeredBy": ["00000000-0000-4000-8000-000000000004"]
                    },
                    {
                        "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-06-30",
                        "answeredBy": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000003"]
                    },
                    {
                        "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-10-31",
                        "answeredBy": ["00000000-0000-4000-8000-000000000006"]
                    }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/criticisms/0/closedOn",
                "sagen er afsluttet 12. juni 2024, men det, der skal følge op på kritikken, er først gennemført 24. september 2024",
                "the matter was closed on 12 June 2024, but what is to follow up the criticism was not done until 24 September 2024",
            ),
            not_met(
                "/focusAreas/0/criticisms/1/closedOn",
                "sagen er afsluttet i oktober 2024, men det, der skal følge op på kritikken, er først gennemført i november 2024",
                "the matter was closed in October 2024, but what is to follow up the criticism was not done until November 2024",
            ),
            not_met(
                "/focusAreas/0/criticisms/2/closedOn",
                "sagen er afsluttet 30. juni 2024, men det, der skal følge op på kritikken, ligger først 1. juli 2024",
                "the matter was closed on 30 June 2024, but what is to follow up the criticism is not due until 1 July 2024",
            ),
            not_met(
                "/focusAreas/0/criticisms/3/closedOn",
                "sagen er afsluttet 31. oktober 2024, men det, der skal følge op på kritikken, ligger først 1. november 2024",
                "the matter was closed on 31 October 2024, but what is to follow up the criticism is not due until 1 November 2024",
            ),
        ],
    ),
    // Closed on the first day of the agreement, with one action that has no day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-01", "end": "2024-12-31" },
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-01-10" },
                        { "id": "00000000-0000-4000-8000-000000000004" }
                    ],
                    "criticisms": [
                        {
                            "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-01-01",
                            "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                        },
                        {
                            "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-01-02",
                            "answeredBy": [
                                "00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"
                            ]
                        },
                        { "authority": "workingEnvironment", "kind": "order" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "criticisms": [{ "authority": "workingEnvironment", "kind": "order" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/criticisms/0/closedOn",
            "sagen er afsluttet 1. januar 2024, men det, der skal følge op på kritikken, er først gennemført 10. januar 2024",
            "the matter was closed on 1 January 2024, but what is to follow up the criticism was not done until 10 January 2024",
        )],
    ),
    // The month in which it was closed may be before the agreement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-05", "end": "2024-12-31" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-02-10" }],
                "criticisms": [{
                    "authority": "workingEnvironment", "kind": "order", "closedOn": "2024-01",
                    "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                }]
            }]
        }"#,
    ),
];
