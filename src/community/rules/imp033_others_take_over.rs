//! A lesson is taken over by other services than the one that learned it.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::cycle::links::Links;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::body::Membership,
    crate::community::{Lesson, Takeover},
    crate::cycle::PdsaCycle,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP033,
    severity: Severity::Information,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, lessons")],
    title: Bilingual::new(
        "erfaringer bruges af andre tilbud end det, der har gjort dem",
        "a lesson is adopted by services other than the one that learned it",
    ),
    why: Bilingual::new(
        "Tilbuddet, der har afprøvet forandringen, har allerede erfaringen. Tæller det med, ser læringen på tværs større ud, end den er.",
        "The service that tested the change has the lesson already. If it counts, more seems to be learned across services than is.",
    ),
    remedy: Bilingual::new(
        "Ret, hvem der bruger erfaringen, eller hvilken cyklus den kommer fra.",
        "Correct who adopted the lesson, or which cycle it comes from.",
    ),
    example: Bilingual::new(
        "Bakkehus har afprøvet samtaleguiden og står som det tilbud, der bruger erfaringen.",
        "Bakkehus has tested the conversation guide, and is listed as the service that adopted the lesson.",
    ),
    ..Rule::DERIVED
};

message! {
    FromItself { cycle: u64 }
    "tilbuddet har overtaget erfaringen fra sig selv: cyklus {cycle} er tilbuddets egen afprøvning",
    "the service has taken the lesson over from itself: cycle {cycle} is its own test",
}

pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("lessons");
    for (n, lesson) in community.lessons.iter().enumerate() {
        let Some(nth) = lesson.cycle.and_then(|id| links.find(id)) else { continue };
        let position = crate::cycle::links::position(nth);
        let Some(service) = community.cycles.get(position).and_then(|cycle| cycle.service) else { continue };
        let lesson_at = list.index(n);
        let takeovers = lesson_at.key("takenOverBy");
        for (n, takeover) in lesson.taken_over_by.iter().enumerate() {
            if takeover.service == service {
                cx.not_met(&takeovers.item(n, takeover.service), FromItself { cycle: ordinal(position) });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.members.push(added::member(Membership::Member, Some(true), tape));
    let service = tape.spare_id(1);
    let cycle = added::carried_out(12, community, tape);
    let cycle = PdsaCycle { service: Some(service), ..cycle };
    community.lessons.push(Lesson {
        learned: Some(tape.said()),
        cycle: Some(cycle.id),
        taken_over_by: [Takeover::new(service)].into(),
    });
    community.cycles.push(cycle);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // By another one; from a cycle of no service, or of none.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "monitoredProcess": "samtaler",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000012", "do": {} }
            ],
            "lessons": [
                { "cycle": "00000000-0000-4000-8000-000000000011", "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000003" }] },
                { "cycle": "00000000-0000-4000-8000-000000000012", "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002" }] },
                { "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "monitoredProcess": "samtaler",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "pilotSite", "stateAssessment": { "showsNeed": true } }
            ],
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "do": {} }],
            "lessons": [{ "cycle": "00000000-0000-4000-8000-000000000011", "takenOverBy": [
                { "service": "00000000-0000-4000-8000-000000000003" }, { "service": "00000000-0000-4000-8000-000000000002" }
            ] }]
        }"#,
        &[not_met(
            "/lessons/0/takenOverBy/1",
            "tilbuddet har overtaget erfaringen fra sig selv: cyklus 1 er tilbuddets egen afprøvning",
            "the service has taken the lesson over from itself: cycle 1 is its own test",
        )],
    ),
];
