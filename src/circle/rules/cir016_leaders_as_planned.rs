//! No more leaders are coached than the plan has.

use crate::circle::{ActivityKind, CircleProject};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::circle::CircleActivity;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR016,
    requirements: &["R-131"],
    sources: &[SourceRef::new(
        SourceDocument::ERANTIS,
        "Ledelsessporet: coachingseancer for den enkelte leder fire gange i løbet af projektet",
    )],
    title: Bilingual::new(
        "en coachingrunde har ikke flere ledere, end planen har",
        "a round of coaching has no more leaders than the plan has",
    ),
    why: Bilingual::new(
        "Hver leder coaches én gang i en runde. Er der flere, er antallet forkert, eller seancer er talt i stedet for ledere, og det beregnede antal seancer passer ikke.",
        "Each leader is coached once in a round. If there are more, the number is wrong, or sessions were counted instead of leaders, and the number of sessions that follows from the plan is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret antallet af ledere i runden eller i planen, fx hvis der er kommet en leder til.",
        "Correct the number of leaders of the round, or that of the plan, such as when a leader has joined.",
    ),
    example: Bilingual::new(
        "Planen har 5 ledere, og i coachingrunden i marts deltog 9.",
        "The plan has 5 leaders, and 9 were coached in the round of March.",
    ),
    ..Rule::DERIVED
};

message! {
    MoreThanPlanned { leaders: u64, planned: u64 }
    "coachingrunden har {leaders:leder|ledere}, men planen har kun {planned}",
    "the round of coaching has {leaders:leader|leaders}, but the plan has only {planned}",
}

/// Others may come to a workshop, but only the leaders of the plan are coached.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(planned) = project.plan.as_ref().and_then(|plan| plan.leaders).map(u64::from) else { return };
    let list = at.key("activities");
    let rounds = project.activities.iter().enumerate().filter(|(_, one)| one.kind == ActivityKind::Coaching);
    for (n, round) in rounds {
        if let Some(leaders) = round.leaders.map(u64::from).filter(|leaders| *leaders > planned) {
            cx.not_met(&list.index(n).key("leaders"), MoreThanPlanned { leaders, planned });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[|project, tape| {
    let planned = tape.number(0, 9);
    project.plan.get_or_insert_default().leaders = Some(planned);
    let leaders = Some(planned.saturating_add(1));
    project.activities = [CircleActivity { leaders, ..CircleActivity::new(ActivityKind::Coaching) }].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // No plan, no number in it.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "activities": [{ "kind": "coaching", "leaders": 9 }] }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "coachingOfLeader": 4 },
            "activities": [{ "kind": "coaching", "leaders": 9 }]
        }"#,
    ),
    // As many, fewer, not stated, and a workshop, to which others may come.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "leaders": 5 },
            "activities": [
                { "kind": "coaching", "leaders": 5 }, { "kind": "coaching", "leaders": 4 }, { "kind": "coaching" },
                { "kind": "leaderWorkshop", "leaders": 9 }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "leaders": 5 },
            "activities": [{ "kind": "coaching", "leaders": 5 }, { "kind": "coaching", "leaders": 6 }]
        }"#,
        &[not_met(
            "/activities/1/leaders",
            "coachingrunden har 6 ledere, men planen har kun 5",
            "the round of coaching has 6 leaders, but the plan has only 5",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "leaders": 0 },
            "activities": [{ "kind": "coaching", "leaders": 1 }]
        }"#,
        &[not_met(
            "/activities/0/leaders",
            "coachingrunden har 1 leder, men planen har kun 0",
            "the round of coaching has 1 leader, but the plan has only 0",
        )],
    ),
];
