//! A community agrees figures for its members, also where all services are bound.

use super::{agreed_in_communities, missing};
use crate::agreement::membership::{Memberships, Standing};
use crate::agreement::{DevelopmentAgreement, FocusArea, ScopeOfDuty};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with,
};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community, follow_up, in_march, open_target},
    crate::body::{Forum, Membership},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR018,
    requirements: &["R-024"],
    sources: &[SourceRef::agreement("1.3, 1.3.2, 1.3.4")],
    title: Bilingual::new(
        "et måltal, der aftales i et forbedringsfællesskab, gælder kun medlemmerne, medmindre andet står i aftalen",
        "a figure that is agreed in an improvement community is for its members only, unless the agreement says otherwise",
    ),
    why: Bilingual::new(
        "Tilbuddet er ikke med til at aftale tallet, og det fremgår ikke, at fællesskabet aftaler det for alle tilbud.",
        "The service has no part in agreeing the figure, and it is not stated that the community agrees it for all services.",
    ),
    remedy: Bilingual::new(
        "Lad parterne aftale måltallet, skriv, at fællesskabets måltal gælder alle tilbud, eller lad tilbuddet indgå, hvis tilstandsvurderingen taler for det.",
        "Let the parties agree the figure, say that the community's figure is for all services, or let the service take part if its state assessment supports it.",
    ),
    example: Bilingual::new(
        "1.3 gælder alle tilbud. 1.3.2: indgår ikke i fællesskabet. 1.3.4: måltallet bliver aftalt i fællesskabet.",
        "1.3 binds all services. 1.3.2: does not take part in the community. 1.3.4: the figure will be agreed in the community.",
    ),
    requires: &[codes::AGR017],
    ..Rule::DERIVED
};

message! {
    AgreedForAll {}
    "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det; indsatsområdet gælder alle tilbud",
    "the figure is agreed in the improvement community, but the service does not take part in it; the area binds all services",
}

pub(super) fn check(
    agreement: &DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let wanted = |area: &FocusArea| area.binds(ScopeOfDuty::AllServices);
    agreed_in_communities(agreement, known, at, wanted, |_, _, standing, at| match standing {
        Standing::In => {}
        Standing::Out => cx.not_met(at, AgreedForAll {}),
        Standing::Both => cx.depends_on(at, codes::AGR017),
        Standing::Invited | Standing::Unsaid | Standing::Unclear => cx.not_assessable(at, missing(standing)),
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| agreement.focus_areas.push(with_figure(Membership::NonMember, tape)),
    |agreement, tape| agreement.focus_areas.push(with_figure(Membership::Invited, tape)),
];

/// An area for all services, with one community and a figure that it agrees by March.
#[cfg(feature = "proptest")]
fn with_figure(membership: Membership, tape: &mut Tape<'_>) -> FocusArea {
    FocusArea {
        participation: [community(membership, tape)].into(),
        targets: [open_target(Forum::Community { body: None }, tape)].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        ..area(tape)
    }
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002", "scope": ["allServices"],
        "participation": [
            { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "pilotSite" },
            { "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "nonMember" }
        ],
        "targets": [{ "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": {} } }]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "scope": ["allServices"],
                "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "member" }],
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000004", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000003" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "agreedBy": "parties" }
                ]
            }]
        }"#,
    ),
    // Only members are bound: AGR011 checks that.
    accepts_with(
        AGREEMENT,
        r#"{ "/focusAreas/0/scope/0": "communityMembers", "/focusAreas/0/participation/0": null }"#,
    ),
    // Another area says that the service does not take part.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "scope": ["communityMembers"],
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000003", "kind": "community", "membership": "nonMember" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "scope": ["allServices"],
                    "targets": [
                        { "id": "00000000-0000-4000-8000-000000000005", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000003" } }, "state": "toBeAgreed" }
                    ]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/1/targets/0",
            "måltallet aftales i forbedringsfællesskabet, men tilbuddet indgår ikke i det; indsatsområdet gælder alle tilbud",
            "the figure is agreed in the improvement community, but the service does not take part in it; the area \
             binds all services",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/focusAreas/0/scope": ["communityMembers", "allServices"], "/focusAreas/0/participation": null }"#,
        &[not_assessable(
            "/focusAreas/0/targets/0",
            "kan ikke vurderes; mangler: om tilbuddet indgår i fællesskabet",
            "cannot be assessed; missing: whether the service takes part in the community",
        )],
    ),
    refuses(AGREEMENT, &[not_evaluated("/focusAreas/0/targets/0", "AGR017")]),
];
