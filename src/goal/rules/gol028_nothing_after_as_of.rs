//! A caseload holds nothing that was done after the day that it shows.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{Caseload, Citizen, Goal, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses_with};
#[cfg(feature = "proptest")]
use {crate::goal::GoalStatus, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL028,
    basis: Basis::Form,
    requirements: &["R-137", "R-138", "R-139"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "caseload, asOf; citizens"),
        SourceRef::new(SourceDocument::SMARTE_2023, "tabel 1; tabel 2; tabel 3"),
    ],
    title: Bilingual::new(
        "intet i en borgergruppe er gjort efter den dag, den er opgjort",
        "nothing in a caseload was done after the day that it shows",
    ),
    why: Bilingual::new(
        "Tallene gælder den dag, borgergruppen er opgjort. Er noget gjort senere, er den skrevet videre på, eller også er en dato forkert. Fundet viser den seneste dato.",
        "The counts are for the day that the caseload shows. If something was done later, it was added to, or a date is wrong. The finding shows the latest date.",
    ),
    remedy: Bilingual::new(
        "Ret den dag, borgergruppen er opgjort, eller den dato, der er forkert.",
        "Correct the day that the caseload shows, or the date that is wrong.",
    ),
    example: Bilingual::new(
        "Borgergruppen er opgjort 1. maj 2024, men et delmål i den er oprettet 1. juli 2024.",
        "The caseload shows 1 May 2024, but a sub-goal in it was set on 1 July 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    DoneLater { as_of: PartialDate, on: PartialDate }
    "borgergruppen er opgjort {as_of:i}, men noget i den er dateret {on}",
    "the caseload shows {as_of}, but something in it is dated {on}",
}

/// Reports the latest date. What is planned can lie later.
pub(super) fn check(caseload: &Caseload, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(as_of) = caseload.as_of else { return };
    let dates = caseload.citizens.iter().flat_map(done_on);
    let later = dates.filter(|on| as_of.ends_before(*on)).max_by_key(|on| on.first_day());
    if let Some(on) = later {
        cx.not_met(&at.key("asOf"), DoneLater { as_of, on });
    }
}

fn done_on(citizen: &Citizen) -> impl Iterator<Item = PartialDate> {
    let of_goal = |one: &Goal| one.ordered_on;
    let of_sub_goal = |one: &SubGoal| {
        let evaluated = one.evaluations.iter().filter_map(|one| one.on);
        let reached = one.staircase.iter().filter_map(|step| step.reached_on);
        evaluated.chain(reached).chain(one.set_on).chain(one.closed_on).max_by_key(|on| on.first_day())
    };
    let goals = citizen.goals.iter().filter_map(of_goal);
    goals.chain(citizen.sub_goals.iter().filter_map(of_sub_goal))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Caseload> = &[|caseload, tape| {
    caseload.as_of = PartialDate::of_year(*tape.pick(&[1990, 2010]));
    set_on(caseload, tape);
}];

#[cfg(feature = "proptest")]
fn set_on(caseload: &mut Caseload, tape: &mut crate::draft::tape::Tape<'_>) {
    let goal = Goal {
        text: Some(tape.said()),
        ordered_on: PartialDate::of_year(2020),
        ..Goal::new(tape.spare_id(2))
    };
    let goal = Goal { status: Some(GoalStatus::Open), ..goal };
    if let Some(citizen) = caseload.citizens.first_mut() {
        citizen.goals.push(goal);
    }
}

#[cfg(test)]
const CASELOAD: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "asOf": "2023-05-01",
    "citizens": [{
        "id": "00000000-0000-4000-8000-000000000002",
        "goals": [{ "id": "00000000-0000-4000-8000-000000000003", "orderedOn": "2023-05-01" }],
        "subGoals": [{
            "id": "00000000-0000-4000-8000-000000000004", "setOn": "2023-05", "evaluateBy": "2023-08",
            "endsOn": "2023-09", "closedOn": "2023", "evaluations": [{ "on": "2023-04" }, {}],
            "staircase": [{ "reachedOn": "2023-03" }],
            "assessments": [{ "on": "2023-11" }]
        }]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "asOf": "2023" }"#),
    // On the day, in its month and its year; deadlines, and a panel that looks back.
    accepts(CASELOAD),
    accepts_with(CASELOAD, r#"{ "/asOf": null }"#),
    refuses_with(
        CASELOAD,
        r#"{ "/citizens/0/goals/0/orderedOn": "2023-05-02" }"#,
        &[not_met(
            "/asOf",
            "borgergruppen er opgjort 1. maj 2023, men noget i den er dateret 2. maj 2023",
            "the caseload shows 1 May 2023, but something in it is dated 2 May 2023",
        )],
    ),
    // The latest of several: when the sub-goal was set, evaluated and closed, and when a step was reached.
    refuses_with(
        CASELOAD,
        r#"{ "/asOf": "2023-02", "/citizens/0/subGoals/0/closedOn": "2023-06-25" }"#,
        &[not_met(
            "/asOf",
            "borgergruppen er opgjort i februar 2023, men noget i den er dateret 25. juni 2023",
            "the caseload shows February 2023, but something in it is dated 25 June 2023",
        )],
    ),
    refuses_with(
        CASELOAD,
        r#"{ "/citizens/0/subGoals/0/setOn": "2023-06" }"#,
        &[not_met(
            "/asOf",
            "borgergruppen er opgjort 1. maj 2023, men noget i den er dateret juni 2023",
            "the caseload shows 1 May 2023, but something in it is dated June 2023",
        )],
    ),
    refuses_with(
        CASELOAD,
        r#"{ "/citizens/0/subGoals/0/evaluations/0/on": "2023-07-01" }"#,
        &[not_met(
            "/asOf",
            "borgergruppen er opgjort 1. maj 2023, men noget i den er dateret 1. juli 2023",
            "the caseload shows 1 May 2023, but something in it is dated 1 July 2023",
        )],
    ),
    refuses_with(
        CASELOAD,
        r#"{ "/citizens/0/subGoals/0/staircase/0/reachedOn": "2023-07-02" }"#,
        &[not_met(
            "/asOf",
            "borgergruppen er opgjort 1. maj 2023, men noget i den er dateret 2. juli 2023",
            "the caseload shows 1 May 2023, but something in it is dated 2 July 2023",
        )],
    ),
];
