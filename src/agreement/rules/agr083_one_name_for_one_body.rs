//! A body is listed once, and has one name.

use crate::agreement::DevelopmentAgreement;
use crate::body::each_namesake;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, Folded, Text, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::area,
    crate::agreement::{FocusArea, Participation},
    crate::body::{Body, BodyKind},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR083,
    basis: Basis::Form,
    requirements: &["S-017"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bodies; ids"), SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "en gruppe har ét navn, og to grupper af samme art har hver sit",
        "a body has one name, and two bodies of the same type have different ones",
    ),
    why: Bilingual::new(
        "Er det den samme gruppe, deles dens opgaver, beslutninger og deltagere på to. Er det to grupper, kan læseren ikke kende dem fra hinanden. Har én gruppe to navne, kan det være to grupper, der har fået samme id.",
        "If it is one body, its tasks, decisions and members are divided among two. If there are two bodies, a reader cannot tell them apart. If one body has two names, they may be two bodies that were given one id.",
    ),
    remedy: Bilingual::new(
        "Er det én gruppe, så lad den stå med ét navn, og lad alt henvise til dens id. Er der to, så giv dem hver sit navn og id.",
        "If it is one body, give it one name and let everything refer to its id. If there are two, give each a name and an id of its own.",
    ),
    example: Bilingual::new(
        "Styregruppen står to gange på aftalens liste over grupper, med hver sit id.",
        "The steering group is twice on the agreement's list of bodies, with two ids.",
    ),
    ..Rule::DERIVED
};

/// How many words of a name are looked at.
const WORDS: usize = 32;

message! {
    Namesake { first: u64, kind: Bilingual }
    "gruppen har samme navn og art ({kind}) som gruppe nr. {first} på listen, men et andet id",
    "the body has the same name and type ({kind}) as body no. {first} of the list, but another id",
}

message! {
    OtherName {}
    "gruppen har et andet navn her end tidligere i aftalen",
    "the name of the body here is not the one used earlier in the agreement",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("bodies");
    each_namesake(&agreement.bodies, |body, n, first| {
        cx.not_met(&list.item(n, body.id), Namesake { first: ordinal(first), kind: body.kind.label() });
    });
    if agreement.participations().all(|part| part.name.is_none()) {
        return;
    }
    let set_up = agreement.bodies.iter().map(|body| (body.id.uuid(), (None, stated(body.name.as_ref()))));
    let taking_part = agreement.focus_areas.iter().enumerate().flat_map(|(n, area)| {
        let parts = area.participation.iter().enumerate();
        parts.map(move |(part, one)| (one.body.uuid(), (Some((n, part)), stated(one.name.as_ref()))))
    });
    let names = set_up.chain(taking_part).filter(|(_, (_, name))| !name.is_empty());
    let areas = at.key("focusAreas");
    each_repeated_key(&names, |_, (_, first), (place, again)| {
        // Two bodies on the list with one id are for DOC001.
        let Some((n, part)) = place else { return };
        if is_short_for(first, again) || is_short_for(again, first) {
            return;
        }
        let Some(area) = agreement.focus_areas.get(n) else { return };
        let Some(one) = area.participation.get(part) else { return };
        let at = areas.item(n, area.id);
        let list = at.key("participation");
        cx.not_met(&list.item(part, one.body).key("name"), OtherName {});
    });
}

/// Empty if it is absent or blank.
fn stated(name: Option<&Text>) -> &str {
    name.map_or("", |name| name.as_str().trim())
}

/// Whether all words of a name are in another one: the text of an area need not repeat the name in full.
fn is_short_for(short: &str, full: &str) -> bool {
    words(short).all(|word| words(full).any(|other| other == word))
}

fn words(name: &str) -> impl Iterator<Item = Folded<'_>> {
    name.split_whitespace().map(Folded::of_words).take(WORDS)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let kind = *tape.pick(&[BodyKind::Network, BodyKind::Consortium]);
        let names = *tape.pick(&[["Netværket", "netværket"], ["Sundhed", " Sundhed "]]);
        let named = |n, name: &str| Body { name: Some(name.into()), ..Body::new(tape.spare_id(n), kind) };
        let [one, other] = names;
        agreement.bodies.extend([named(1, one), named(2, other)]);
    },
    |agreement, tape| {
        let part = |name: &str| Participation {
            name: Some(name.into()),
            ..Participation::new(tape.spare_id(1), BodyKind::Network)
        };
        let participation = ["Netværket for sundhed", "Netværket for trivsel"].map(part).into();
        agreement.focus_areas.push(FocusArea { participation, ..area(tape) });
    },
];

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
    // One name, in full and shorter, and without any; another id has another name.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000010", "kind": "network", "name": "Netværket for sundhed" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000010", "kind": "network", "name": " netværket" },
                        { "body": "00000000-0000-4000-8000-000000000010", "kind": "network", "name": " " },
                        { "body": "00000000-0000-4000-8000-000000000010", "kind": "network" },
                        { "body": "00000000-0000-4000-8000-000000000011", "kind": "network", "name": "Trivsel" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{
                        "body": "00000000-0000-4000-8000-000000000011", "kind": "network", "name": "Netværket for TRIVSEL"
                    }]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000010", "kind": "network", "name": "Netværket for sundhed" }],
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000011", "kind": "network", "name": "Trivsel" },
                        { "body": "00000000-0000-4000-8000-000000000010", "kind": "network", "name": "Netværket for trivsel" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "network", "name": "Medicin" }]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/participation/1/name",
                "gruppen har et andet navn her end tidligere i aftalen",
                "the name of the body here is not the one used earlier in the agreement",
            ),
            not_met(
                "/focusAreas/1/participation/0/name",
                "gruppen har et andet navn her end tidligere i aftalen",
                "the name of the body here is not the one used earlier in the agreement",
            ),
        ],
    ),
    // Only one of the two has a name there.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [
                { "id": "00000000-0000-4000-8000-000000000003", "kind": "network", "name": "Magt" },
                { "id": "00000000-0000-4000-8000-000000000004", "kind": "network" }
            ],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000004", "kind": "network" },
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "network", "name": "Trivsel" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/participation/1/name",
            "gruppen har et andet navn her end tidligere i aftalen",
            "the name of the body here is not the one used earlier in the agreement",
        )],
    ),
    // It has no name in the list, and two in the areas.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "bodies": [{ "id": "00000000-0000-4000-8000-000000000003", "kind": "network", "name": " " }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "network", "name": "Magt" },
                    { "body": "00000000-0000-4000-8000-000000000003", "kind": "network", "name": "Trivsel" }
                ]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/participation/1/name",
            "gruppen har et andet navn her end tidligere i aftalen",
            "the name of the body here is not the one used earlier in the agreement",
        )],
    ),
];
