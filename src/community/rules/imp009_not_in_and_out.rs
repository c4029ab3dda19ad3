//! A service is not listed both as taking part and as not taking part.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::body::Membership;
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP009,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-021", "R-175"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, members")],
    title: Bilingual::new(
        "et tilbud står ikke både som deltager og som ikke-deltager",
        "a service is not listed both as taking part and as not taking part",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og det er uklart, om fællesskabets måltal binder tilbuddet.",
        "The document contradicts itself, and it is unclear whether the figures of the community bind the service.",
    ),
    remedy: Bilingual::new(
        "Afklar, om tilbuddet indgår, og lad det stå én gang på listen.",
        "Find out whether the service takes part, and list it once.",
    ),
    example: Bilingual::new(
        "To lister er lagt sammen; på den ene indgår tilbuddet, på den anden ikke.",
        "Two lists were merged; in one of them the service takes part, in the other it does not.",
    ),
    ..Rule::DERIVED
};

message! {
    BothInAndOut { first: u64, again: u64 }
    "tilbuddet står som nummer {first} og nummer {again} på listen, men indgår kun det ene sted",
    "the service is number {first} and number {again} on the list, but takes part according to only one of the two",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("members");
    let entries = community.members.iter().enumerate().map(|(n, member)| (member.service.uuid(), n));
    sorted(
        |put| entries.clone().for_each(put),
        |members| {
            let mut first = None;
            for (service, n) in members {
                let Some(member) = community.members.get(*n) else { continue };
                let Some(is_member) = member.membership.is_member() else { continue };
                let number = text::ordinal(*n);
                match first {
                    Some((same, stated, first)) if same == *service && stated != is_member => {
                        cx.not_met(&list.item(*n, member.service), BothInAndOut { first, again: number });
                    }
                    Some((same, ..)) if same == *service => {}
                    _ => first = Some((*service, is_member, number)),
                }
            }
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        community.members.push(added::member(Membership::Member, Some(true), tape));
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
    },
    |community, tape| {
        community.members.push(added::member(Membership::PilotSite, Some(true), tape));
        community.members.push(added::member(Membership::NonMember, Some(false), tape));
        community.targets.push(added::target(tape));
        let service = Some(tape.spare_id(1));
        community.cycles.push(PdsaCycle { service, ..added::cycle(5, tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ]
        }"#,
    ),
    // Two equal entries are no contradiction, and a pilot site takes part.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ]
        }"#,
    ),
    // Not stated is not no, and neither is an invitation.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "invited" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }
            ]
        }"#,
        &[not_met(
            "/members/1",
            "tilbuddet står som nummer 1 og nummer 2 på listen, men indgår kun det ene sted",
            "the service is number 1 and number 2 on the list, but takes part according to only one of the two",
        )],
    ),
    // Each entry is compared with the first that says whether the service takes part.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" }
            ]
        }"#,
        &[
            not_met(
                "/members/3",
                "tilbuddet står som nummer 2 og nummer 4 på listen, men indgår kun det ene sted",
                "the service is number 2 and number 4 on the list, but takes part according to only one of the two",
            ),
            not_met(
                "/members/4",
                "tilbuddet står som nummer 2 og nummer 5 på listen, men indgår kun det ene sted",
                "the service is number 2 and number 5 on the list, but takes part according to only one of the two",
            ),
        ],
    ),
    // It says the same twice, and then the opposite of the first.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" }
            ]
        }"#,
        &[not_met(
            "/members/2",
            "tilbuddet står som nummer 1 og nummer 3 på listen, men indgår kun det ene sted",
            "the service is number 1 and number 3 on the list, but takes part according to only one of the two",
        )],
    ),
];
