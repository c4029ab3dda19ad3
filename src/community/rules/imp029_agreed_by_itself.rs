//! The target figures of a community are agreed in the community itself.

use crate::body::BodyKind;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::body::{Forum, Membership},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP029,
    basis: Basis::Form,
    requirements: &["R-025"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, body; targets, agreedBy")],
    title: Bilingual::new(
        "fællesskabets måltal er aftalt i fællesskabet selv og ikke i et andet",
        "the target figures of a community are agreed in the community itself and not in another one",
    ),
    why: Bilingual::new(
        "Et måltal, som et andet fællesskab har aftalt, hører til i dette andet fællesskab. Eller også er der henvist til den forkerte gruppe. Fællesskabet selv er heller ikke et netværk, en arbejdsgruppe eller en styregruppe.",
        "A target figure that another community has agreed belongs to that other one. Or the reference is to the wrong body. Nor is the community itself a network, a working group or a steering group.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen til det fællesskab, der har aftalt måltallet, eller flyt måltallet.",
        "Correct the reference to the community that agreed the figure, or move the figure.",
    ),
    example: Bilingual::new(
        "Et måltal for sygefravær er kopieret, og det nævner stadig det fællesskab, som det kommer fra.",
        "A target figure for sick leave was copied, and it still names the community that it comes from.",
    ),
    ..Rule::DERIVED
};

message! {
    OfOther {}
    "måltallet er aftalt af et andet fællesskab end dette",
    "the target figure is agreed by a community other than this one",
}

message! {
    AsOtherKind { forum: Bilingual }
    "den gruppe, der har aftalt måltallet, står som {forum}, men er forbedringsfællesskabet selv",
    "the body that agreed the target figure is given as {forum}, but it is the improvement community itself",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(own) = community.body else { return };
    let list = at.key("targets");
    for (n, one) in community.targets.iter().enumerate() {
        let Some(forum) = one.target.agreed_by else { continue };
        let Some((kind, Some(body))) = forum.kind_and_body() else { continue };
        let is_community = kind == BodyKind::Community;
        if is_community == (body == own) {
            continue;
        }
        let at = list.item(n, one.target.id);
        let at = at.key("target");
        let at = at.key("agreedBy");
        if is_community {
            cx.not_met(&at, OfOther {});
        } else {
            cx.not_met(&at, AsOtherKind { forum: forum.label() });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| agreed_by(Forum::Community { body: Some(tape.spare_id(21)) }, community, tape),
    |community, tape| agreed_by(Forum::Network { body: Some(tape.spare_id(20)) }, community, tape),
    |community, tape| agreed_by(Forum::WorkingGroup { body: Some(tape.spare_id(20)) }, community, tape),
];

#[cfg(feature = "proptest")]
fn agreed_by(forum: Forum, community: &mut ImprovementCommunity, tape: &Tape<'_>) {
    community.body = Some(tape.spare_id(20));
    community.members.push(added::member(Membership::Member, Some(true), tape));
    let mut target = added::target(tape);
    target.target.agreed_by = Some(forum);
    community.targets.push(target);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In this one, in one that is not named, and in another forum.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "body": "00000000-0000-4000-8000-000000000002",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000011", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } } } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "agreedBy": { "community": {} } } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000013", "agreedBy": { "steeringGroup": { "body": "00000000-0000-4000-8000-000000000004" } } } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000014" } }
            ]
        }"#,
    ),
    // The community does not state its own id.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [{ "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000011", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000002" } } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "body": "00000000-0000-4000-8000-000000000002",
            "targets": [{ "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000011", "agreedBy": { "community": { "body": "00000000-0000-4000-8000-000000000005" } } } }]
        }"#,
        &[not_met(
            "/targets/0/target/agreedBy",
            "måltallet er aftalt af et andet fællesskab end dette",
            "the target figure is agreed by a community other than this one",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "body": "00000000-0000-4000-8000-000000000002",
            "targets": [{ "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000011", "agreedBy": { "network": { "body": "00000000-0000-4000-8000-000000000002" } } } }]
        }"#,
        &[not_met(
            "/targets/0/target/agreedBy",
            "den gruppe, der har aftalt måltallet, står som netværket, men er forbedringsfællesskabet selv",
            "the body that agreed the target figure is given as the network, but it is the improvement community itself",
        )],
    ),
];
