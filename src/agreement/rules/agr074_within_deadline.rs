//! A body works and decides within the time that it has.

use crate::agreement::DevelopmentAgreement;
use crate::body::{Body, with_bodies};
use crate::codes;
use crate::date::{PartialDate, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, follow_up, in_march},
    crate::agreement::{AwaitedDecision, FocusArea},
    crate::body::BodyKind,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(crate) static RULE: Rule = Rule {
    code: codes::AGR074,
    requirements: &["R-090"],
    sources: &[SourceRef::new(SourceDocument::QUALITY_MODEL_2007, "Organisering, Faglige arbejdsgrupper")],
    title: Bilingual::new(
        "en gruppe arbejder og beslutter inden for den frist, den har fået",
        "a body works and decides by the deadline that it has",
    ),
    why: Bilingual::new(
        "Når fristen er udløbet, er gruppens arbejde slut; det er uklart, om den stadig kan arbejde og beslutte.",
        "When the deadline has passed, the work of the body has ended; it is unclear whether it can still work and decide.",
    ),
    remedy: Bilingual::new(
        "Forlæng gruppens frist, ret datoen, eller læg arbejdet hos en anden gruppe.",
        "Extend the deadline of the body, correct the date, or give the work to another body.",
    ),
    example: Bilingual::new(
        "Arbejdsgruppen skal være færdig i juni, men den skal træffe en beslutning i september.",
        "The working group is to be finished in June, but it is to take a decision in September.",
    ),
    ..Rule::DERIVED
};

message! {
    After { what: Bilingual, on: PartialDate, deadline: PartialDate }
    "{what} {on}, men gruppens frist er {deadline}",
    "{what}, {on}, is after the deadline of the body, {deadline}",
}

const DECIDED: Bilingual = Bilingual::new("beslutningen er truffet", "the date of the decision");
const TO_DECIDE: Bilingual = Bilingual::new("beslutningen skal træffes", "the time of the decision");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    with_bodies(&agreement.bodies, |bodies| {
        let areas = at.key("focusAreas");
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let list_at = areas.item(n, area.id);
            let list = list_at.key("decisions");
            for (n, one) in area.decisions.iter().enumerate() {
                let (at, body) = (list.index(n), bodies.meant(one.body, one.by.as_ref()));
                match (one.decided_on, &one.when) {
                    (Some(on), _) => hold(body, DECIDED, on, &at.key("decidedOn"), cx),
                    (None, Some(When::Date { on: Some(on) })) => {
                        hold(body, TO_DECIDE, *on, &at.key("when"), cx);
                    }
                    _ => {}
                }
            }
        }
    });
}

/// Finds what a body does when its time has passed for certain.
pub(crate) fn hold(
    body: Option<&Body>,
    what: Bilingual,
    on: PartialDate,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some(deadline) = body.and_then(|body| body.deadline)
        && on.first_day() > deadline.last_day()
    {
        cx.not_met(at, After { what, on, deadline });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        add(agreement, AwaitedDecision { when: in_march(), ..AwaitedDecision::default() }, tape);
    },
    |agreement, tape| {
        let changes = Some(tape.said());
        let decided_on = PartialDate::of_year(2024);
        add(agreement, AwaitedDecision { decided_on, changes, ..AwaitedDecision::default() }, tape);
    },
];

/// Adds a decision of a network that ended the year before.
#[cfg(feature = "proptest")]
fn add(agreement: &mut DevelopmentAgreement, decision: AwaitedDecision, tape: &mut Tape<'_>) {
    let id = tape.spare_id(1);
    let deadline = PartialDate::of_year(2023);
    agreement.bodies.push(Body { deadline, ..Body::new(id, BodyKind::Network) });
    agreement.focus_areas.push(FocusArea {
        decisions: [AwaitedDecision { body: Some(id), ..decision }].into(),
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
    // When it was taken counts, and not when it was to be.
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
                "beslutningen skal træffes september 2024, men gruppens frist er juni 2024",
                "the time of the decision, September 2024, is after the deadline of the body, June 2024",
            ),
        ],
    ),
];
