//! No two services of a community have the same name.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeat_with_other_id;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::community::CommunityMember, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP032,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, members")],
    title: Bilingual::new(
        "to tilbud i et fællesskab har ikke samme navn",
        "no two services of a community have the same name",
    ),
    why: Bilingual::new(
        "Med to id'er er det to tilbud. Er det ét, bliver det talt to gange, og det, der siges om det ene, gælder ikke det andet.",
        "With two ids they are two services. If it is one, it is counted twice, and what is said of the one does not hold for the other.",
    ),
    remedy: Bilingual::new(
        "Brug samme id. Er det to tilbud med samme navn, så gør navnene forskellige.",
        "Use the same id. If they are two services with the same name, make the names different.",
    ),
    example: Bilingual::new(
        "Elvergården står to gange på listen, med to id'er.",
        "Elvergården is listed twice, with two ids.",
    ),
    ..Rule::DERIVED
};

message! {
    SameName { first: u64 }
    "tilbuddet har samme navn som det {first}. på listen, men et andet id",
    "the service has the same name as the one in position {first} of the list, but another id",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("members");
    each_repeat_with_other_id(
        &community.members,
        |one| Folded::stated(one.name.as_ref()),
        |one| one.service,
        |again, n, first| {
            let at = list.item(n, again.service);
            cx.not_met(&at.key("name"), SameName { first: ordinal(first) });
        },
    );
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let name = Some(tape.said());
    for n in [20, 21] {
        let member = CommunityMember { name: name.clone(), ..CommunityMember::new(tape.spare_id(n)) };
        community.members.push(CommunityMember { membership: crate::body::Membership::Invited, ..member });
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One service with two entries, two without a name, and two with a blank one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "name": "Solgården", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000002", "name": "Solgården", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000003", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000004", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000005", "name": " ", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000006", "name": " ", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000007", "name": "Solgården 2", "membership": "invited" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [
                { "service": "00000000-0000-4000-8000-000000000002", "name": "Elvergården", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000003", "name": "Havblik", "membership": "invited" },
                { "service": "00000000-0000-4000-8000-000000000004", "name": "ELVERGÅRDEN ", "membership": "invited" }
            ]
        }"#,
        &[not_met(
            "/members/2/name",
            "tilbuddet har samme navn som det 1. på listen, men et andet id",
            "the service has the same name as the one in position 1 of the list, but another id",
        )],
    ),
];
