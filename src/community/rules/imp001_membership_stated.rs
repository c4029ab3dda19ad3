//! A community says of each service that it lists whether it takes part.

use super::each_member;
use super::statements::with_statements;
use crate::body::Membership;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP001,
    requirements: &["R-021", "R-175"],
    sources: &[
        SourceRef::agreement("1.3.2"),
        SourceRef::agreement("1.4.1"),
        SourceRef::agreement("1.5.1"),
        SourceRef::agreement("1.8.1"),
    ],
    title: Bilingual::new(
        "et forbedringsfællesskab angiver for hvert tilbud på listen, om tilbuddet indgår",
        "an improvement community states for each service that it lists whether the service takes part",
    ),
    why: Bilingual::new(
        "Ikke oplyst er ikke det samme som nej. Medlemskabet afgør, hvilke måltal tilbuddet er bundet af.",
        "Not stated is not the same as no. Membership decides which target figures the service is bound by.",
    ),
    remedy: Bilingual::new(
        "Skriv, om tilbuddet indgår, ikke indgår, er inviteret eller er pilottilbud.",
        "State whether the service takes part, does not take part, is invited or is a pilot site.",
    ),
    example: Bilingual::new(
        "En deltagerliste, hvor et tilbud står uden angivelse af, om det er med.",
        "A list of services that does not state for one of them whether it takes part.",
    ),
    ..Rule::DERIVED
};

message! {
    MembershipNotStated {}
    "det fremgår ikke, om tilbuddet indgår i fællesskabet",
    "it is not stated whether the service takes part in the community",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.members.iter().all(|member| member.membership != Membership::NotStated) {
        return;
    }
    with_statements(community, |of| {
        each_member(community, at, |member, at| {
            if of(member.service).is_none_or(|statement| !statement.is_stated) {
                cx.not_met(at, MembershipNotStated {});
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> =
    &[|community, tape| community.members.push(added::member(Membership::NotStated, None, tape))];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "pilotSite" }
            ]
        }"#,
    ),
    // An answer that is still to come is stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002", "membership": "invited" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_met(
            "/members/0",
            "det fremgår ikke, om tilbuddet indgår i fællesskabet",
            "it is not stated whether the service takes part in the community",
        )],
    ),
    // It is enough if one entry of the service says so.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002" }
            ]
        }"#,
        &[
            not_met(
                "/members/0",
                "det fremgår ikke, om tilbuddet indgår i fællesskabet",
                "it is not stated whether the service takes part in the community",
            ),
            not_met(
                "/members/2",
                "det fremgår ikke, om tilbuddet indgår i fællesskabet",
                "it is not stated whether the service takes part in the community",
            ),
        ],
    ),
    // A state assessment does not say who takes part.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "notStated" },
                {
                    "service": "00000000-0000-4000-8000-000000000004",
                    "stateAssessment": { "showsNeed": true }
                }
            ]
        }"#,
        &[
            not_met(
                "/members/1",
                "det fremgår ikke, om tilbuddet indgår i fællesskabet",
                "it is not stated whether the service takes part in the community",
            ),
            not_met(
                "/members/2",
                "det fremgår ikke, om tilbuddet indgår i fællesskabet",
                "it is not stated whether the service takes part in the community",
            ),
        ],
    ),
];
