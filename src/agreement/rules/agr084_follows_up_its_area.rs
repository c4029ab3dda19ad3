//! A follow-up of an area is about what the area has.

use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::section::SectionNumber;
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, given_target, in_march},
    crate::agreement::FollowUp,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR084,
    severity: Severity::Information,
    requirements: &["R-016"],
    sources: &[SourceRef::agreement("1.3.4"), SourceRef::agreement("1.4.3")],
    title: Bilingual::new(
        "en opfølgning på et indsatsområde nævner kun områdets egne indsatser og måltal",
        "a follow-up of a focus area names only the actions and target figures of that area",
    ),
    why: Bilingual::new(
        "Der følges op på det, der hører til et andet område, i det område. Nævnes det her, er henvisningen måske fulgt med fra en anden opfølgning.",
        "What belongs to another area is followed up there. If it is named here, the reference may have been copied from another follow-up.",
    ),
    remedy: Bilingual::new(
        "Slet henvisningen, eller lad en opfølgning på hele aftalen handle om begge områder.",
        "Delete the reference, or let a follow-up of the whole agreement be about both areas.",
    ),
    example: Bilingual::new(
        "Opfølgningen på området om medicin nævner måltallet for trivsel, som står under et andet område.",
        "The follow-up of the area on medication names the target figure on well-being, which belongs to another area.",
    ),
    ..Rule::DERIVED
};

message! {
    OfAnotherSection { what: Bilingual, number: SectionNumber }
    "{what} hører til indsatsområdet i afsnit {number}",
    "the {what} belongs to the focus area in section {number}",
}

message! {
    OfAnotherArea { what: Bilingual, area: u64 }
    "{what} hører til indsatsområde nr. {area} på listen",
    "the {what} belongs to focus area no. {area} of the list",
}

const ACTION: Bilingual = Bilingual::new("indsatsen", "action");
const TARGET: Bilingual = Bilingual::new("måltallet", "target figure");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let names = |area: &FocusArea| area.follow_ups.iter().any(|one| !one.is_about_whole_area());
    if !agreement.focus_areas.iter().any(names) {
        return;
    }
    let areas = || agreement.focus_areas.iter().enumerate();
    let owned = areas().flat_map(|(n, area)| {
        let actions = area.actions.iter().map(|one| one.id.uuid().as_u128());
        actions.chain(area.targets.iter().map(|one| one.id.uuid().as_u128())).map(move |id| (id, n))
    });
    sorted_of(&owned, |owned| {
        let list = at.key("focusAreas");
        for (n, area) in areas() {
            let at = list.item(n, area.id);
            let list = at.key("followUps");
            for (nth, one) in area.follow_ups.iter().enumerate() {
                let at = list.item(nth, one.id);
                let actions = one.actions.iter().map(|id| id.uuid().as_u128());
                judge(agreement, (actions, ACTION), n, owned, &at.key("actions"), cx);
                let targets = one.targets.iter().map(|id| id.uuid().as_u128());
                judge(agreement, (targets, TARGET), n, owned, &at.key("targets"), cx);
            }
        }
    });
}

/// `owned` tells in which areas each action and each figure is.
fn judge(
    agreement: &DevelopmentAgreement,
    (named, what): (impl Iterator<Item = u128>, Bilingual),
    own: usize,
    owned: &[(u128, usize)],
    list: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    for (n, id) in named.enumerate() {
        let areas = sorted::of(owned, id);
        if let Some((_, other)) = areas.first()
            && areas.iter().all(|(_, area)| *area != own)
        {
            match agreement.focus_areas.get(*other).and_then(|area| area.number) {
                Some(number) => cx.not_met(&list.index(n), OfAnotherSection { what, number }),
                None => cx.not_met(&list.index(n), OfAnotherArea { what, area: ordinal(*other) }),
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let (mut other, mut own) = two_areas(tape);
        let one = action(tape);
        own.follow_ups.iter_mut().for_each(|follow_up| follow_up.actions.push(one.id));
        other.actions.push(one);
        agreement.focus_areas.extend([other, own]);
    },
    |agreement, tape| {
        let (mut other, mut own) = two_areas(tape);
        let one = given_target(tape);
        own.follow_ups.iter_mut().for_each(|follow_up| follow_up.targets.push(one.id));
        other.follow_ups.iter_mut().for_each(|follow_up| follow_up.targets.push(one.id));
        other.targets.push(one);
        agreement.focus_areas.extend([own, other]);
    },
];

/// Two areas, each with a follow-up.
#[cfg(feature = "proptest")]
fn two_areas(tape: &mut Tape<'_>) -> (FocusArea, FocusArea) {
    let [first, second] = [(4, 3), (9, 8)].map(|(area_id, id)| FocusArea {
        id: tape.spare_id(area_id),
        follow_ups: [FollowUp { id: tape.spare_id(id), ..follow_up(in_march(), tape) }].into(),
        ..area(tape)
    });
    (first, second)
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Its own; one that is not in the document, which is for DOC002; the whole area; and a follow-up of the whole
    // agreement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000011" }],
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000012" }],
                    "followUps": [
                        {
                            "id": "00000000-0000-4000-8000-000000000013",
                            "actions": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000019"],
                            "targets": ["00000000-0000-4000-8000-000000000012"]
                        }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000003", "followUps": [{ "id": "00000000-0000-4000-8000-000000000014" }] }
            ],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000015",
                "actions": ["00000000-0000-4000-8000-000000000011"], "targets": ["00000000-0000-4000-8000-000000000012"]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000011" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000013",
                        "actions": ["00000000-0000-4000-8000-000000000011"],
                        "targets": ["00000000-0000-4000-8000-000000000012"]
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "number": "1.3",
                    "targets": [{ "id": "00000000-0000-4000-8000-000000000012" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000014",
                        "actions": ["00000000-0000-4000-8000-000000000011"],
                        "targets": ["00000000-0000-4000-8000-000000000012"]
                    }]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/followUps/0/targets/0",
                "måltallet hører til indsatsområdet i afsnit 1.3",
                "the target figure belongs to the focus area in section 1.3",
            ),
            not_met(
                "/focusAreas/1/followUps/0/actions/0",
                "indsatsen hører til indsatsområde nr. 1 på listen",
                "the action belongs to focus area no. 1 of the list",
            ),
        ],
    ),
    // Both areas are followed up as a whole, too.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000003" },
                        {
                            "id": "00000000-0000-4000-8000-000000000004",
                            "actions": ["00000000-0000-4000-8000-000000000006"]
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000006" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000007" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/0/followUps/1/actions/0",
            "indsatsen hører til indsatsområde nr. 2 på listen",
            "the action belongs to focus area no. 2 of the list",
        )],
    ),
];
