//! A body works and decides within the time that it has.

use crate::agreement::DevelopmentAgreement;
use crate::body::{Body, with_bodies};
use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::{AnnouncedDecision, FocusArea, SupportTask},
    crate::body::{BodyKind, TermsOfReference},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(crate) static RULE: Rule = Rule {
    code: codes::AGR074,
    requirements: &["R-090"],
    sources: &[
        SourceRef::new(SourceDocument::QUALITY_MODEL_2007, "Organisering, Faglige arbejdsgrupper"),
        SourceRef::agreement("1.8.2"),
    ],
    title: Bilingual::new(
        "en gruppe får først sit kommissorium, og arbejder og beslutter derefter inden for den frist, den har fået",
        "a body first gets its terms of reference, then works and decides by the deadline set for it",
    ),
    why: Bilingual::new(
        "Gruppen arbejder efter sit kommissorium, og når fristen er udløbet, er dens arbejde slut. Før og efter er det uklart, om den kan arbejde og beslutte.",
        "The body works by its terms of reference, and when the deadline has passed, its work has ended. Before and after, it is unclear whether it can work and decide.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller læg arbejdet hos en anden gruppe. Er gruppens frist forlænget, så skriv den nye frist. Er kommissoriet fornyet siden, så angiv det med titel og udgave i stedet for med den nye dato.",
        "Correct the date, or give the work to another body. If the deadline of the body was extended, state the new one. If its terms of reference were renewed since, give their title and edition instead of the new date.",
    ),
    example: Bilingual::new(
        "Arbejdsgruppen skal være færdig i juni, men den skal træffe en beslutning i september.",
        "The working group is to be finished in June, but it is to take a decision in September.",
    ),
    ..Rule::DERIVED
};

message! {
    After { what: Bilingual, on: PartialDate, deadline: PartialDate }
    "{what} {on:i}, men gruppens frist er {deadline}",
    "{what}, {on}, is after the deadline of the body, {deadline}",
}

message! {
    BeforeTerms { what: Bilingual, on: PartialDate, terms_on: PartialDate }
    "{what} {on:i}, men gruppens kommissorium er først fra {terms_on}",
    "{what}, {on}, is before the terms of reference of the body, {terms_on}",
}

const DECIDED: Bilingual = Bilingual::new("beslutningen er truffet", "the date of the decision");
const TO_DECIDE: Bilingual = Bilingual::new("beslutningen skal træffes", "the time of the decision");
const DONE: Bilingual = Bilingual::new("støtteopgaven er udført", "the date of the support task");
const TO_DO: Bilingual = Bilingual::new("støtteopgaven skal udføres", "the time of the support task");
const TERMS: Bilingual = Bilingual::new("kommissoriet er dateret", "the date of its terms of reference");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_terms(&agreement.bodies, at, cx);
    let period = agreement.running_period();
    let time = |done_on: Option<PartialDate>, when: Option<&When>| match done_on {
        Some(on) => Some((on, true)),
        None => certain(when?, period.as_ref()).map(|on| (on, false)),
    };
    with_bodies(&agreement.bodies, |bodies| {
        let areas = at.key("focusAreas");
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let area_at = areas.item(n, area.id);
            let list = area_at.key("decisions");
            for (n, one) in area.decisions.iter().enumerate() {
                let Some((on, is_done)) = time(one.decided_on, one.when.as_ref()) else { continue };
                let (at, body) = (list.index(n), bodies.meant(one.body, one.by.as_ref()));
                let (what, key) = if is_done { (DECIDED, "decidedOn") } else { (TO_DECIDE, "when") };
                check_day(body, what, on, &at.key(key), cx);
                check_not_before_terms(body.filter(|_| is_done), what, on, &at.key(key), cx);
            }
            let list = area_at.key("supportTasks");
            for (n, one) in area.support_tasks.iter().enumerate() {
                let Some((on, is_done)) = time(one.done_on, one.when.as_ref()) else { continue };
                let (at, body) = (list.index(n), bodies.meant(one.by, None));
                let (what, key) = if is_done { (DONE, "doneOn") } else { (TO_DO, "when") };
                check_day(body, what, on, &at.key(key), cx);
                check_not_before_terms(body.filter(|_| is_done), what, on, &at.key(key), cx);
            }
        }
    });
}

/// The date of something that is to happen. Within months of a day it may happen on that day.
fn certain(when: &When, period: Option<&Period>) -> Option<PartialDate> {
    match when {
        When::Within { from, .. } => *from,
        _ => when.due(period),
    }
}

/// Finds a body whose terms are decided after its time has passed.
pub(crate) fn check_terms(bodies: &[Body], at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("bodies");
    for (n, body) in bodies.iter().enumerate() {
        if let Some(on) = body.terms.as_ref().and_then(|terms| terms.on) {
            check_day(Some(body), TERMS, on, &list.item(n, body.id).key("terms").key("on"), cx);
        }
    }
}

/// Finds what a body does after its time has certainly passed.
pub(crate) fn check_day(
    body: Option<&Body>,
    what: Bilingual,
    on: PartialDate,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some(deadline) = body.and_then(|body| body.deadline)
        && deadline.ends_before(on)
    {
        cx.not_met(at, After { what, on, deadline });
    }
}

/// Finds what a body did before it certainly had terms.
pub(crate) fn check_not_before_terms(
    body: Option<&Body>,
    what: Bilingual,
    on: PartialDate,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some(terms_on) = body.and_then(|body| body.terms.as_ref()).and_then(|terms| terms.on)
        && on.ends_before(terms_on)
    {
        cx.not_met(at, BeforeTerms { what, on, terms_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        add(agreement, AnnouncedDecision { when: in_march(), ..AnnouncedDecision::default() }, tape);
    },
    |agreement, tape| {
        let changes = Some(tape.said());
        let decided_on = PartialDate::of_year(2024);
        add(agreement, AnnouncedDecision { decided_on, changes, ..AnnouncedDecision::default() }, tape);
    },
    |agreement, tape| {
        add(agreement, AnnouncedDecision::default(), tape);
        let task = SupportTask { by: Some(tape.spare_id(1)), ..SupportTask::new(tape.said()) };
        let is_done = tape.flag();
        let task = if is_done {
            SupportTask { done_on: PartialDate::of_year(2024), ..task }
        } else {
            SupportTask { when: in_march(), ..task }
        };
        agreement.focus_areas.iter_mut().rev().take(1).for_each(|area| {
            area.decisions.clear();
            area.support_tasks.push(task.clone());
        });
    },
    |agreement, tape| {
        let terms = Some(TermsOfReference { title: Some(tape.said()), on: PartialDate::of_year(2024) });
        let deadline = PartialDate::of_year(2023);
        agreement.bodies.push(Body { terms, deadline, ..Body::new(tape.spare_id(1), BodyKind::Network) });
    },
    |agreement, tape| {
        let [decided_on, terms_on] = ["2024-01-09", "2024-01-10"].map(|day| day.parse().ok());
        let changes = Some(tape.said());
        add(agreement, AnnouncedDecision { decided_on, changes, ..AnnouncedDecision::default() }, tape);
        let terms = TermsOfReference { title: Some(tape.said()), on: terms_on };
        if let Some(body) = agreement.bodies.last_mut() {
            (body.terms, body.deadline) = (Some(terms), None);
        }
    },
];

/// Adds a decision of a network that ended the year before.
#[cfg(feature = "proptest")]
fn add(agreement: &mut DevelopmentAgreement, decision: AnnouncedDecision, tape: &mut Tape<'_>) {
    let id = tape.spare_id(1);
    let deadline = PartialDate::of_year(2023);
    agreement.bodies.push(Body { deadline, ..Body::new(id, BodyKind::Network) });
    agreement.focus_areas.push(FocusArea {
        decisions: [AnnouncedDecision { body: Some(id), ..decision }].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    });
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the last day, in a month that can be before it, and another body.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "workingGroup", "deadline": "2024-06-15" },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "steeringGroup" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000002", "decidedOn": "2024-06-15" },
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-06" } } },
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "schedule": {} } },
                    { "body": "00000000-0000-4000-8000-000000000003", "decidedOn": "2024-09" },
                    { "by": "socialdirektøren", "decidedOn": "2024-09" }
                ]
            }]
        }"#,
    ),
    // Within months of a day before it, a day of no year, and terms of the month.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{
                "id": "00000000-0000-4000-8000-000000000002", "kind": "workingGroup", "deadline": "2024-06-15",
                "terms": { "title": "Kommissorium", "on": "2024-06" }
            }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "within": { "months": 12, "from": "2024-06" } } },
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "monthDay": { "day": "--09-30" } } }
                ],
                "supportTasks": [
                    { "text": "indkalder", "by": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-06-15" } } },
                    { "text": "sender ud", "by": "00000000-0000-4000-8000-000000000002", "when": "continuously" },
                    { "text": "følger op", "when": { "date": { "on": "2024-11" } } },
                    {
                        "text": "samler", "by": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-11" } },
                        "doneOn": "2024-06"
                    }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "bodies": [{
                "id": "00000000-0000-4000-8000-000000000002", "kind": "workingGroup", "deadline": "2024-09-30",
                "terms": { "on": "2024-10-01" }
            }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "monthDay": { "day": "--10-01" } } },
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "schedule": { "deadline": "2024-11" } } },
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "within": { "months": 1, "from": "2024-12-01" } } }
                ],
                "supportTasks": [
                    { "text": "indkalder", "by": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-10-01" } } },
                    { "text": "samler", "by": "00000000-0000-4000-8000-000000000002", "doneOn": "2024-12" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/bodies/0/terms/on",
                "kommissoriet er dateret 1. oktober 2024, men gruppens frist er 30. september 2024",
                "the date of its terms of reference, 1 October 2024, is after the deadline of the body, 30 September 2024",
            ),
            not_met(
                "/focusAreas/0/supportTasks/0/when",
                "støtteopgaven skal udføres 1. oktober 2024, men gruppens frist er 30. september 2024",
                "the time of the support task, 1 October 2024, is after the deadline of the body, 30 September 2024",
            ),
            not_met(
                "/focusAreas/0/supportTasks/1/doneOn",
                "støtteopgaven er udført i december 2024, men gruppens frist er 30. september 2024",
                "the date of the support task, December 2024, is after the deadline of the body, 30 September 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/0/when",
                "beslutningen skal træffes 1. oktober 2024, men gruppens frist er 30. september 2024",
                "the time of the decision, 1 October 2024, is after the deadline of the body, 30 September 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/1/when",
                "beslutningen skal træffes i november 2024, men gruppens frist er 30. september 2024",
                "the time of the decision, November 2024, is after the deadline of the body, 30 September 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/2/when",
                "beslutningen skal træffes 1. december 2024, men gruppens frist er 30. september 2024",
                "the time of the decision, 1 December 2024, is after the deadline of the body, 30 September 2024",
            ),
        ],
    ),
    // The day on which it was taken counts, not the planned day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "workingGroup", "name": "Arbejdsgruppen", "deadline": "2024-06" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    {
                        "body": "00000000-0000-4000-8000-000000000002", "decidedOn": "2024-07-01",
                        "when": { "date": { "on": "2024-05" } }
                    },
                    { "by": "arbejdsgruppen", "when": { "date": { "on": "2024-09" } } }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/decisions/0/decidedOn",
                "beslutningen er truffet 1. juli 2024, men gruppens frist er juni 2024",
                "the date of the decision, 1 July 2024, is after the deadline of the body, June 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/1/when",
                "beslutningen skal træffes i september 2024, men gruppens frist er juni 2024",
                "the time of the decision, September 2024, is after the deadline of the body, June 2024",
            ),
        ],
    ),
    // Before the terms: on their last possible day, planned, or by another body.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000002", "kind": "steeringGroup", "terms": { "on": "2024-12" } },
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network", "terms": {} }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "decisions": [
                    { "body": "00000000-0000-4000-8000-000000000002", "decidedOn": "2024-11-30" },
                    { "body": "00000000-0000-4000-8000-000000000002", "decidedOn": "2024-12-01" },
                    { "body": "00000000-0000-4000-8000-000000000002", "decidedOn": "2024" },
                    { "body": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-11" } } },
                    { "body": "00000000-0000-4000-8000-000000000003", "decidedOn": "2024-11" }
                ],
                "supportTasks": [
                    { "text": "underviser", "by": "00000000-0000-4000-8000-000000000002", "doneOn": "2024-05" },
                    { "text": "samler", "doneOn": "2024-05" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/supportTasks/0/doneOn",
                "støtteopgaven er udført i maj 2024, men gruppens kommissorium er først fra december 2024",
                "the date of the support task, May 2024, is before the terms of reference of the body, December 2024",
            ),
            not_met(
                "/focusAreas/0/decisions/0/decidedOn",
                "beslutningen er truffet 30. november 2024, men gruppens kommissorium er først fra december 2024",
                "the date of the decision, 30 November 2024, is before the terms of reference of the body, December 2024",
            ),
        ],
    ),
    // What is to be done before the terms can wait for them.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{
                "id": "00000000-0000-4000-8000-000000000003", "kind": "workingGroup", "terms": { "on": "2024-06-01" }
            }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "supportTasks": [{
                    "text": "planlægger", "by": "00000000-0000-4000-8000-000000000003",
                    "when": { "date": { "on": "2024-05-31" } }
                }]
            }]
        }"#,
    ),
];
