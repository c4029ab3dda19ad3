//! A service is listed once on each list of a community, and with one number for each role.

use uuid::Uuid;

use crate::body::Membership;
use crate::codes;
use crate::community::{CommunityMember, CommunityRole, ImprovementCommunity};
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::community::{ChangeSpread, CrossAudit, Lesson, ServiceSpread, Takeover},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP021,
    basis: Basis::Form,
    requirements: &["R-037"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "communities, members; spreads; lessons; crossAudits; roles",
    )],
    title: Bilingual::new(
        "et tilbud står kun én gang på hver af fællesskabets lister, og med ét antal for hver rolle",
        "a service is listed only once on each list of the community, and with one number for each role",
    ),
    why: Bilingual::new(
        "Står tilbuddet to gange, tælles det to gange, og ingen kan se, hvilken af de to oplysninger der gælder. Det gælder medlemmer, udbredelse, læring og dem, der auditerer. Et medlem må gerne stå en gang til med det, den første oplysning ikke siger, fx tilstandsvurderingen. Samme rolle i samme tilbud må gerne gentages med samme antal, fordi der kan være en linje for hver person.",
        "A service that is listed twice is counted twice, and nobody can see which of the two entries holds. This is about members, spreads, lessons and those who audit. A member may be listed again with what the first entry leaves out, such as the state assessment. One role of one service may be listed again with the same number, since there may be a line for each person.",
    ),
    remedy: Bilingual::new(
        "Saml oplysningerne om tilbuddet ét sted, eller ret, hvilket tilbud der menes.",
        "Put the information about the service in one entry, or correct which service is meant.",
    ),
    example: Bilingual::new(
        "Bostedet har ifølge den ene linje kun afprøvet samtaleguiden og ifølge den anden implementeret den.",
        "According to one entry the home has only tested the guide, according to another it has implemented it.",
    ),
    ..Rule::DERIVED
};

/// A service, and for a member whether it takes part, and when.
type Entry = (Uuid, Option<(Membership, [Option<PartialDate>; 2])>);

message! {
    Again { first: u64, again: u64 }
    "tilbuddet står både som nummer {first} og som nummer {again} på listen",
    "the service is both number {first} and number {again} on the list",
}

message! {
    OtherCount { count: u64, first: u64, other: u64 }
    "rollen står med antallet {count}, men som nummer {first} på listen med antallet {other} for samme tilbud",
    "the role is stated with the number {count}, but as number {first} of the list with the number {other} for the same service",
}

/// Two entries of a member that differ in whether it takes part are for IMP009.
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let key = |(n, one): (usize, &CommunityMember)| {
        ((one.service.uuid(), Some((one.membership, [one.from, one.until]))), n)
    };
    let stated = community.members.iter().enumerate().filter(|(_, one)| one.membership.is_member().is_some());
    check_entries(&stated.map(key), &at.key("members"), cx);
    let list = at.key("crossAudits");
    for (n, audit) in community.cross_audits.iter().enumerate() {
        check_services(audit.auditors.iter().copied(), &list.index(n).key("auditors"), cx);
    }
    let list = at.key("spreads");
    for (n, spread) in community.spreads.iter().enumerate() {
        let services = spread.services.iter().map(|one| one.service);
        check_services(services, &list.index(n).key("services"), cx);
    }
    let list = at.key("lessons");
    for (n, lesson) in community.lessons.iter().enumerate() {
        let services = lesson.taken_over_by.iter().map(|one| one.service);
        check_services(services, &list.index(n).key("takenOverBy"), cx);
    }
    check_roles(&community.roles, &at.key("roles"), cx);
}

/// Roles without a service come from different places.
fn check_roles(roles: &[CommunityRole], list: &Path<'_>, cx: &mut Checker<'_>) {
    let entries = roles.iter().enumerate().filter_map(|(n, one)| {
        Some(((one.service?.uuid(), Some(Folded::stated(one.role.as_ref())?)), (n, one.count?)))
    });
    each_repeated_key(&entries, |_, (first, other), (n, count)| {
        if count != other {
            cx.not_met(
                &list.index(n).key("count"),
                OtherCount { count: count.into(), first: ordinal(first), other: other.into() },
            );
        }
    });
}

fn check_services(
    services: impl Iterator<Item = Id<SocialService>> + Clone,
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    check_entries(&services.enumerate().map(|(n, service)| ((service.uuid(), None), n)), list, cx);
}

/// Compares each entry of a service with the first one with the same membership.
fn check_entries(
    entries: &(impl Iterator<Item = (Entry, usize)> + Clone),
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    each_repeated_key(entries, |(service, _), first, n| {
        let at = list.item(n, Id::<SocialService>::new(service));
        cx.not_met(&at, Again { first: ordinal(first), again: ordinal(n) });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let services = [1, 1].map(|n| ServiceSpread::new(tape.spare_id(n))).into();
        community.spreads.push(ChangeSpread { services, ..added::spread(tape) });
    },
    |community, tape| {
        let taken_over_by = [1, 1].map(|n| Takeover::new(tape.spare_id(n))).into();
        community.lessons.push(Lesson { taken_over_by, ..Lesson::default() });
    },
    |community, tape| {
        let membership = *tape.pick(&[Membership::Member, Membership::PilotSite]);
        community.members.extend([1, 1].map(|_| added::member(membership, Some(true), tape)));
    },
    |community, tape| {
        let (audited, auditors) = (Some(tape.spare_id(1)), [2, 3, 2].map(|n| tape.spare_id(n)).into());
        community.cross_audits.push(CrossAudit { audited, auditors, ..CrossAudit::default() });
    },
    |community, tape| {
        let service = Some(tape.spare_id(1));
        community.members.push(added::member(Membership::Member, Some(true), tape));
        let role = Some(tape.said());
        for count in [2, 5] {
            community.roles.push(CommunityRole { role: role.clone(), service, count: Some(count) });
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Two changes, and two lessons.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "spreads": [
                { "services": [{ "service": "00000000-0000-4000-8000-000000000002" }, { "service": "00000000-0000-4000-8000-000000000003" }] },
                { "services": [{ "service": "00000000-0000-4000-8000-000000000002" }] }
            ],
            "lessons": [
                { "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002" }] },
                { "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002" }] }
            ]
        }"#,
    ),
    // What the first entry of a member leaves out, a pilot site that became a member, and one that is in and out
    // (IMP009).
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member" },
                { "service": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "showsNeed": true } },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "pilotSite" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "invited" }
            ],
            "crossAudits": [{
                "audited": "00000000-0000-4000-8000-000000000002",
                "auditors": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
            }]
        }"#,
    ),
    // It left and returned.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "from": "2023-11" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "member", "until": "2023-05-31" }
            ]
        }"#,
        &[not_met(
            "/members/1",
            "tilbuddet står både som nummer 1 og som nummer 2 på listen",
            "the service is both number 1 and number 2 on the list",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "nonMember" },
                { "service": "00000000-0000-4000-8000-000000000002", "membership": "nonMember" }
            ],
            "crossAudits": [{
                "audited": "00000000-0000-4000-8000-000000000004",
                "auditors": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000003"]
            }]
        }"#,
        &[
            not_met(
                "/members/2",
                "tilbuddet står både som nummer 1 og som nummer 3 på listen",
                "the service is both number 1 and number 3 on the list",
            ),
            not_met(
                "/crossAudits/0/auditors/1",
                "tilbuddet står både som nummer 1 og som nummer 2 på listen",
                "the service is both number 1 and number 2 on the list",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000003", "tested": "notTaken" },
                { "service": "00000000-0000-4000-8000-000000000002" },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": { "taken": {} } }
            ] }],
            "lessons": [{ "takenOverBy": [
                { "service": "00000000-0000-4000-8000-000000000002", "on": "2024-05" },
                { "service": "00000000-0000-4000-8000-000000000002", "on": "2024-06" },
                { "service": "00000000-0000-4000-8000-000000000002" }
            ] }]
        }"#,
        &[
            not_met(
                "/spreads/0/services/2",
                "tilbuddet står både som nummer 1 og som nummer 3 på listen",
                "the service is both number 1 and number 3 on the list",
            ),
            not_met(
                "/lessons/0/takenOverBy/1",
                "tilbuddet står både som nummer 1 og som nummer 2 på listen",
                "the service is both number 1 and number 2 on the list",
            ),
            not_met(
                "/lessons/0/takenOverBy/2",
                "tilbuddet står både som nummer 1 og som nummer 3 på listen",
                "the service is both number 1 and number 3 on the list",
            ),
        ],
    ),
    // Another role, another service, none, and a line for each person.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "roles": [
                { "role": "afdelingsleder", "service": "00000000-0000-4000-8000-000000000002", "count": 1 },
                { "role": "afdelingsleder", "service": "00000000-0000-4000-8000-000000000002", "count": 1 },
                { "role": "afdelingsleder", "service": "00000000-0000-4000-8000-000000000003", "count": 2 },
                { "role": "forstander", "service": "00000000-0000-4000-8000-000000000002", "count": 3 },
                { "role": "konsulent", "count": 1 },
                { "role": "konsulent", "count": 2 },
                { "role": "forstander", "service": "00000000-0000-4000-8000-000000000002" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "roles": [
                { "role": "forstander", "service": "00000000-0000-4000-8000-000000000002", "count": 1 },
                { "role": "Afdelingsleder", "service": "00000000-0000-4000-8000-000000000002", "count": 2 },
                { "role": "afdelingsleder", "service": "00000000-0000-4000-8000-000000000002", "count": 5 }
            ]
        }"#,
        &[not_met(
            "/roles/2/count",
            "rollen står med antallet 5, men som nummer 2 på listen med antallet 2 for samme tilbud",
            "the role is stated with the number 5, but as number 2 of the list with the number 2 for the same service",
        )],
    ),
];
