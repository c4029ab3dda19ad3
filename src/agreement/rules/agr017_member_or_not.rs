//! A service is in a body, or it is not.

use super::each_by_key;
use crate::agreement::membership::Memberships;
use crate::agreement::{DevelopmentAgreement, Participation};
use crate::body::BodyKind;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::section::SectionNumber;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, community, follow_up, in_march, open_target},
    crate::agreement::{FocusArea, ScopeOfDuty},
    crate::body::{Forum, Membership},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR017,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-043", "R-175"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "focusAreas, participation"),
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "et tilbud står ikke både som deltager og som ikke-deltager",
        "a service is not listed both as taking part and as not taking part",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og det er uklart, hvad tilbuddet er bundet af.",
        "The document contradicts itself, and it is unclear what binds the service.",
    ),
    remedy: Bilingual::new(
        "Ret det ene af de to steder, så aftalen giver ét svar.",
        "Correct one of the two places, so that the agreement gives one answer.",
    ),
    example: Bilingual::new(
        "En aftale, hvor ét afsnit siger, at tilbuddet indgår i et forbedringsfællesskab, og et andet, at det ikke indgår i det.",
        "An agreement in which one section says that the service takes part in an improvement community, and another that it does not.",
    ),
    ..Rule::DERIVED
};

message! {
    InAndOut { body: Bilingual }
    "aftalen siger både, at tilbuddet indgår i {body}, og at det ikke indgår",
    "the agreement says both that the service takes part in {body} and that it does not",
}

message! {
    InAndOutOf { body: Bilingual, section: SectionNumber }
    "aftalen siger både, at tilbuddet indgår i {body}, og at det ikke indgår; se også afsnit {section}",
    "the agreement says both that the service takes part in {body} and that it does not; see also section {section}",
}

/// Reports each entry that contradicts the first one about the same body, whatever its kind.
pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if !known.contradict() {
        return;
    }
    let stated = |one: &Participation| {
        one.membership.is_member().is_some().then_some((Some(one.kind), one.body.uuid()))
    };
    let mut first = (None, None);
    each_by_key(agreement, at, stated, |is_first, area, one, at| {
        let is_member = one.membership.is_member();
        if is_first {
            first = (is_member, one.section.or(area.number));
        } else if is_member != first.0 {
            match (the(one.kind), first.1) {
                (body, Some(section)) => cx.not_met(at, InAndOutOf { body, section }),
                (body, None) => cx.not_met(at, InAndOut { body }),
            }
        }
    });
}

const fn the(kind: BodyKind) -> Bilingual {
    match kind {
        BodyKind::Community => Bilingual::new("forbedringsfællesskabet", "the improvement community"),
        BodyKind::WorkingGroup => Bilingual::new("arbejdsgruppen", "the working group"),
        BodyKind::Network => Bilingual::new("netværket", "the network"),
        BodyKind::Pilot => Bilingual::new("pilotprojektet", "the pilot"),
        BodyKind::SteeringGroup => Bilingual::new("styregruppen", "the steering group"),
        BodyKind::Consortium => Bilingual::new("konsortiet", "the consortium"),
        BodyKind::ImplementationGroup => Bilingual::new("implementeringsgruppen", "the implementation group"),
        BodyKind::CoordinationGroup => Bilingual::new("koordineringsgruppen", "the coordination group"),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let entries = [Membership::Member, Membership::NonMember].map(|one| community(one, tape));
        agreement.focus_areas.push(FocusArea { participation: entries.into(), ..area(tape) });
    },
    // Rules that depend on the membership are not evaluated then.
    |agreement, tape| {
        let entries = [Membership::Member, Membership::NonMember].map(|one| community(one, tape));
        let scope = *tape.pick(&[ScopeOfDuty::CommunityMembers, ScopeOfDuty::AllServices]);
        agreement.focus_areas.push(FocusArea {
            scope: [scope].into(),
            participation: entries.into(),
            actions: [action(tape)].into(),
            targets: [open_target(Forum::Community { body: None }, tape)].into(),
            follow_ups: [follow_up(in_march(), tape)].into(),
            ..area(tape)
        });
    },
    |agreement, tape| {
        for (n, membership) in [(7, Membership::NonMember), (8, Membership::PilotSite)] {
            agreement.focus_areas.push(FocusArea {
                id: tape.spare_id(n),
                scope: [ScopeOfDuty::CommunityMembers].into(),
                participation: [community(membership, tape)].into(),
                ..area(tape)
            });
        }
    },
    |agreement, tape| {
        let kind = *tape.pick(&[BodyKind::Network, BodyKind::WorkingGroup, BodyKind::Pilot]);
        let entries = [Membership::Member, Membership::NonMember]
            .map(|membership| Participation { kind, ..community(membership, tape) });
        agreement.focus_areas.push(FocusArea { participation: entries.into(), ..area(tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Two communities, two equal entries; a pilot takes part; an invitation and silence are no answer.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "member" },
                        { "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000006", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000006", "kind": "community", "membership": "invited" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "pilotSite" },
                        { "body": "00000000-0000-4000-8000-000000000005", "kind": "community", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community" }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "member" },
                    { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "nonMember" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/participation/1",
            "aftalen siger både, at tilbuddet indgår i forbedringsfællesskabet, og at det ikke indgår",
            "the agreement says both that the service takes part in the improvement community and that it does not",
        )],
    ),
    // Each entry is compared with the first that gives an answer.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "number": "1.3",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "nonMember", "section": "1.3.2" },
                        { "body": "00000000-0000-4000-8000-000000000005", "kind": "network", "membership": "member" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "number": "1.9",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000005", "kind": "network", "membership": "nonMember" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "pilotSite" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "member" },
                        { "body": "00000000-0000-4000-8000-000000000004", "kind": "community", "membership": "nonMember" }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/1/participation/0",
                "aftalen siger både, at tilbuddet indgår i netværket, og at det ikke indgår; se også afsnit 1.3",
                "the agreement says both that the service takes part in the network and that it does not; see also \
                 section 1.3",
            ),
            not_met(
                "/focusAreas/1/participation/1",
                "aftalen siger både, at tilbuddet indgår i forbedringsfællesskabet, og at det ikke indgår; se også \
                 afsnit 1.3.2",
                "the agreement says both that the service takes part in the improvement community and that it does \
                 not; see also section 1.3.2",
            ),
            not_met(
                "/focusAreas/1/participation/2",
                "aftalen siger både, at tilbuddet indgår i forbedringsfællesskabet, og at det ikke indgår; se også \
                 afsnit 1.3.2",
                "the agreement says both that the service takes part in the improvement community and that it does \
                 not; see also section 1.3.2",
            ),
        ],
    ),
];
