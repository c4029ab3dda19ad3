//! Those who take part in a circle are as many, and from where, as the plan of the project says.

use crate::circle::{CirclePlan, CircleProject, LearningCircle};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{sorted, sorted_of};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use crate::circle::CircleParticipants;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR019,
    requirements: &["R-116", "R-119", "R-120"],
    sources: &[
        SourceRef::new(
            SourceDocument::ERANTIS,
            "Forbedringssporet: En læringscirkel har 7-9 deltagere fordelt mellem",
        ),
        SourceRef::new(
            SourceDocument::ERANTIS,
            "Projektets værdier og kerneelementer: medarbejdere og ledere fra hjemmepleje, sygepleje",
        ),
    ],
    title: Bilingual::new(
        "en læringscirkel har så mange deltagere og de roller og områder, som projektets plan siger",
        "a circle has as many participants, and the roles and areas, as the plan of the project says",
    ),
    why: Bilingual::new(
        "En læringscirkel uden en af de planlagte roller prøver noget af, som den rolle ikke har været med til, og en leder, der mangler, kan ikke skaffe tid til det. Planen er projektets egen.",
        "A circle that lacks a planned role tests changes without it, and a leader who is missing cannot make time for them. The plan is the project's own.",
    ),
    remedy: Bilingual::new(
        "Ret listen over deltagere, eller ret planen. Mangler der deltagere, så find dem; er en deltager udtrådt og skal ikke erstattes, er der intet at rette.",
        "Correct the list of participants, or the plan. If participants are missing, find them; if one has left and is not to be replaced, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Planen nævner pædagoger, bostøttemedarbejdere og ledere, men i den tredje læringscirkel er der ingen leder.",
        "The plan names social educators, support workers and leaders, but the third circle has no leader.",
    ),
    ..Rule::DERIVED
};

message! {
    Fewer { participants: u64, least: u64 }
    "læringscirklen har {participants:deltager|deltagere}, men skal efter planen have mindst {least}",
    "the circle has {participants:participant|participants}, but at least {least} are planned",
}

message! {
    More { participants: u64, most: u64 }
    "læringscirklen har {participants:deltager|deltagere}, men må efter planen højst have {most}",
    "the circle has {participants:participant|participants}, but at most {most} are planned",
}

message! {
    RoleMissing { role: u64 }
    "ingen i læringscirklen har rolle nr. {role} på planens liste over roller",
    "nobody in the circle has role {role} on the plan's list of roles",
}

message! {
    OtherSector {}
    "deltagerne er fra en sektor, som planen ikke nævner",
    "the participants are from a sector that the plan does not name",
}

/// Only a circle whose participants are listed is compared with the plan here: a number alone is compared with it on the
/// page.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(plan) = &project.plan else { return };
    let sectors = plan.sectors.iter().filter_map(|one| Folded::stated(Some(one)));
    let list = at.key("circles");
    sorted_of(&sectors, |sectors| {
        for (n, circle) in project.circles.iter().enumerate() {
            // A group of nobody is no group.
            if circle.participants.iter().all(|one| one.count == Some(0)) {
                continue;
            }
            let at = list.item(n, circle.id);
            let at = at.key("participants");
            check_number(circle, plan, &at, cx);
            check_roles(circle, plan, &at, cx);
            check_sectors(circle, sectors, &at, cx);
        }
    });
}

/// The stated number and the sum of the groups are both outside: if they differ, `CIR005` finds it.
fn check_number(circle: &LearningCircle, plan: &CirclePlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let least = plan.participants_at_least.map(u64::from);
    let most = plan.participants_at_most.map(u64::from);
    // A plan whose least is above its most is for CIR004.
    if least.zip(most).is_some_and(|(least, most)| least > most) {
        return;
    }
    let counted = circle.counted_participants();
    let Some(participants) = counted.or(circle.size.map(u64::from)) else { return };
    let either = [counted, circle.size.map(u64::from)];
    let all = |is_outside: &dyn Fn(u64) -> bool| either.into_iter().flatten().all(is_outside);
    if let Some(least) = least.filter(|least| all(&|number| number < *least)) {
        cx.not_met(at, Fewer { participants, least });
    }
    if let Some(most) = most.filter(|most| all(&|number| number > *most)) {
        cx.not_met(at, More { participants, most });
    }
}

/// A role that is not stated can be the one that is missing.
fn check_roles(circle: &LearningCircle, plan: &CirclePlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let groups = circle.participants.iter().filter(|one| one.count != Some(0));
    let there = groups.map(|one| Folded::stated(one.role.as_ref()));
    if plan.roles.is_empty() || there.clone().any(|role| role.is_none()) {
        return;
    }
    sorted(
        |put| there.clone().flatten().for_each(put),
        |there| {
            for (n, role) in plan.roles.iter().enumerate().filter(|(_, one)| !one.is_blank()) {
                if there.binary_search(&Folded::of(role)).is_err() {
                    cx.not_met(at, RoleMissing { role: ordinal(n) });
                }
            }
        },
    );
}

fn check_sectors(circle: &LearningCircle, planned: &[Folded<'_>], at: &Path<'_>, cx: &mut Checker<'_>) {
    if planned.is_empty() {
        return;
    }
    for (n, one) in circle.participants.iter().enumerate().filter(|(_, one)| one.count != Some(0)) {
        let sector = Folded::stated(one.sector.as_ref());
        if sector.is_some_and(|sector| planned.binary_search(&sector).is_err()) {
            cx.not_met(&at.index(n).key("sector"), OtherSector {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, _| {
        let plan = project.plan.get_or_insert_default();
        (plan.participants_at_least, plan.participants_at_most) = (Some(100), None);
    },
    |project, _| {
        let Some(circle) = project.circles.first_mut() else { return };
        circle.size = None;
        circle.participants.push(CircleParticipants { count: Some(100), ..CircleParticipants::default() });
    },
    |project, _| project.plan.get_or_insert_default().roles.push("en anden rolle".into()),
    |project, _| project.plan.get_or_insert_default().sectors = ["en anden sektor".into()].into(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // No plan; a number alone, a group of nobody.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participants": [{ "role": "leder", "sector": "hjemmepleje", "count": 30 }]
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": {
                "participantsAtLeast": 7, "participantsAtMost": 9, "roles": ["leder"], "sectors": ["hjemmepleje"]
            },
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "size": 11 },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participants": [{ "role": "terapeut", "sector": "genoptræning", "count": 0 }]
                }
            ]
        }"#,
    ),
    // The fewest and the most; a role in capitals, one that is not stated, and blank words of the plan.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": {
                "participantsAtLeast": 7, "participantsAtMost": 9, "roles": ["leder", " "],
                "sectors": ["hjemmepleje", "sygepleje", " "]
            },
            "circles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participants": [
                        { "role": "Leder", "sector": "Sygepleje ", "count": 1 }, { "role": "terapeut", "count": 6 }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000003", "participants": [{ "count": 9 }] },
                { "id": "00000000-0000-4000-8000-000000000004", "participants": [{}] }
            ]
        }"#,
    ),
    // If the number and the groups differ, or the plan contradicts itself, another rule finds it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "participantsAtLeast": 7, "participantsAtMost": 9 },
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000002", "size": 8, "participants": [{ "count": 6 }] },
                { "id": "00000000-0000-4000-8000-000000000003", "size": 6, "participants": [{ "count": 7 }] }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "participantsAtLeast": 9, "participantsAtMost": 7 },
            "circles": [{ "id": "00000000-0000-4000-8000-000000000002", "participants": [{ "count": 8 }] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": {
                "participantsAtLeast": 7, "participantsAtMost": 9, "roles": ["terapeut", "leder"],
                "sectors": ["hjemmepleje"]
            },
            "circles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "size": 6,
                    "participants": [
                        { "role": "terapeut", "sector": "hjemmepleje", "count": 6 },
                        { "role": "leder", "count": 0 }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "size": 10,
                    "participants": [
                        { "role": "terapeut", "sector": "hjemmepleje" }, { "role": "leder", "sector": "tandpleje" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participants": [{ "role": "pædagog", "count": 1 }]
                }
            ]
        }"#,
        &[
            not_met(
                "/circles/0/participants",
                "læringscirklen har 6 deltagere, men skal efter planen have mindst 7",
                "the circle has 6 participants, but at least 7 are planned",
            ),
            not_met(
                "/circles/0/participants",
                "ingen i læringscirklen har rolle nr. 2 på planens liste over roller",
                "nobody in the circle has role 2 on the plan's list of roles",
            ),
            not_met(
                "/circles/1/participants",
                "læringscirklen har 10 deltagere, men må efter planen højst have 9",
                "the circle has 10 participants, but at most 9 are planned",
            ),
            not_met(
                "/circles/1/participants/1/sector",
                "deltagerne er fra en sektor, som planen ikke nævner",
                "the participants are from a sector that the plan does not name",
            ),
            not_met(
                "/circles/2/participants",
                "læringscirklen har 1 deltager, men skal efter planen have mindst 7",
                "the circle has 1 participant, but at least 7 are planned",
            ),
            not_met(
                "/circles/2/participants",
                "ingen i læringscirklen har rolle nr. 1 på planens liste over roller",
                "nobody in the circle has role 1 on the plan's list of roles",
            ),
            not_met(
                "/circles/2/participants",
                "ingen i læringscirklen har rolle nr. 2 på planens liste over roller",
                "nobody in the circle has role 2 on the plan's list of roles",
            ),
        ],
    ),
    // One role of two is not stated; a sector where nobody comes from; and exactly as many as the plan says.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "plan": {
                "participantsAtLeast": 8, "participantsAtMost": 8, "roles": ["leder", "terapeut"],
                "sectors": ["hjemmepleje"]
            },
            "circles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "size": 8,
                    "participants": [{ "role": "leder", "count": 7 }, { "count": 1 }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "size": 9,
                    "participants": [
                        { "role": "leder", "count": 8 }, { "role": "terapeut", "count": 1, "sector": "tandpleje" },
                        { "role": "terapeut", "count": 0, "sector": "tandpleje" }
                    ]
                }
            ]
        }"#,
        &[
            not_met(
                "/circles/1/participants",
                "læringscirklen har 9 deltagere, men må efter planen højst have 8",
                "the circle has 9 participants, but at most 8 are planned",
            ),
            not_met(
                "/circles/1/participants/1/sector",
                "deltagerne er fra en sektor, som planen ikke nævner",
                "the participants are from a sector that the plan does not name",
            ),
        ],
    ),
    // The plan names no least number, and no sector.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "participantsAtMost": 8, "roles": ["leder"] },
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002", "size": 9,
                "participants": [{ "role": "leder", "sector": "tandpleje" }]
            }]
        }"#,
        &[not_met(
            "/circles/0/participants",
            "læringscirklen har 9 deltagere, men må efter planen højst have 8",
            "the circle has 9 participants, but at most 8 are planned",
        )],
    ),
];
