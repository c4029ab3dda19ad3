//! A body is listed once.

use crate::agreement::DevelopmentAgreement;
use crate::body::each_namesake;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    body::{Body, BodyKind},
    rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR083,
    basis: Basis::Form,
    requirements: &["S-017"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bodies; ids"), SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "to grupper af samme art har hver sit navn",
        "two bodies of the same type have different names",
    ),
    why: Bilingual::new(
        "Er det den samme gruppe, deles dens opgaver, beslutninger og deltagere på to. Er det to grupper, kan læseren ikke kende dem fra hinanden.",
        "If it is one body, its tasks, decisions and members are divided among two. If there are two bodies, a reader cannot tell them apart.",
    ),
    remedy: Bilingual::new(
        "Behold den ene, og lad alt henvise til dens id. Er der to, så giv dem hver sit navn.",
        "Keep one of them and let everything refer to its id. If there are two, give each a name of its own.",
    ),
    example: Bilingual::new(
        "Styregruppen står to gange på aftalens liste over grupper, med hver sit id.",
        "The steering group is twice on the agreement's list of bodies, with two ids.",
    ),
    ..Rule::DERIVED
};

message! {
    Namesake { first: u64, kind: Bilingual }
    "gruppen har samme navn og art ({kind}) som gruppe nr. {first} på listen, men et andet id",
    "the body has the same name and type ({kind}) as body no. {first} of the list, but another id",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("bodies");
    each_namesake(&agreement.bodies, |body, n, first| {
        cx.not_met(&list.item(n, body.id), Namesake { first: ordinal(first), kind: body.kind.label() });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let kind = *tape.pick(&[BodyKind::Network, BodyKind::Consortium]);
    let names = *tape.pick(&[["Netværket", "netværket"], ["Sundhed", " Sundhed "]]);
    let named = |n, name: &str| Body { name: Some(name.into()), ..Body::new(tape.spare_id(n), kind) };
    let [one, other] = names;
    agreement.bodies.extend([named(1, one), named(2, other)]);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // No name, another kind, and one id, which is for DOC001.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "network", "name": "Sundhed" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "community", "name": "Sundhed" },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "network", "name": " " },
                { "id": "00000000-0000-4000-8000-000000000014", "kind": "network" },
                { "id": "00000000-0000-4000-8000-000000000015", "kind": "network" },
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "network", "name": "Sundhed" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000010", "kind": "network", "name": "Styregruppen" },
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "steeringGroup", "name": "Styregruppen" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "steeringGroup", "name": " styregruppen" }
            ]
        }"#,
        &[not_met(
            "/bodies/2",
            "gruppen har samme navn og art (styregruppe) som gruppe nr. 2 på listen, men et andet id",
            "the body has the same name and type (steering group) as body no. 2 of the list, but another id",
        )],
    ),
];
