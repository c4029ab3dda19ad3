//! The plan of a project with learning circles, compared with what was carried out.
#![cfg(feature = "json")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test that does not hold may stop here")]

use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::circle::{
    CirclePlan, CircleProject, Compared, Deviation, LearningCircle, PlanComparison,
};
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::{Context, Lang, codes, json};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn document() -> Document {
    json::read(include_str!("../../examples/data/erantis.json")).expect("a document")
}

fn erantis() -> CircleProject {
    match document().content() {
        Content::CircleProject(project) => project.clone(),
        other => panic!("a project with learning circles, not {}", other.kind()),
    }
}

fn of(project: &CircleProject, what: Compared, on: &str) -> Vec<PlanComparison> {
    project.compare_with_plan(day(on)).into_iter().filter(|one| one.what == what).collect()
}

#[test]
fn the_page_of_erantis_states_its_plan_and_little_else() {
    let project = erantis();
    assert_eq!(project.plan, Some(CirclePlan::erantis()));
    let rows = project.compare_with_plan(day("2022-01-15"));
    let of_project = rows.iter().filter(|row| row.circle.is_none());
    let words: Vec<_> =
        of_project.map(|row| format!("{}: {}", row.what.label().da, row.in_lang(Lang::Da))).collect();
    assert_eq!(
        words,
        [
            "læringscirkler: planlagt 4, faktisk 4: som planlagt",
            "kerneelementer: planlagt 4, faktisk 4: som planlagt",
            "deltagere i alle cirkler: planlagt 28–36, faktisk antal ikke oplyst: kan ikke vurderes",
            "møder i alle cirkler: planlagt 48, faktisk antal ikke oplyst: kan ikke vurderes",
            "workshops: planlagt 3, faktisk antal ikke oplyst: kan ikke vurderes",
            "seminarer: planlagt 1, faktisk antal ikke oplyst: kan ikke vurderes",
            "lederworkshops: planlagt antal ikke oplyst, faktisk antal ikke oplyst: kan ikke vurderes",
            "coachingrunder: planlagt 4, faktisk antal ikke oplyst: kan ikke vurderes",
            "coachingseancer i alt: planlagt antal ikke oplyst, faktisk antal ikke oplyst: kan ikke vurderes",
        ]
    );
}

#[test]
fn the_midway_evaluation_of_erantis_is_of_another_trial() {
    let report = document().check(&Context::new(day("2022-01-15")));
    let found: Vec<_> = report.findings().iter().map(|one| (one.code(), one.message(Lang::Da))).collect();
    let message = "projektet nævner 1 evaluering, men ingen evaluering af projektet selv".to_owned();
    assert_eq!(found, [(codes::CIR008, message)]);
}

/// What is known of the project afterwards: 7 to 11 people in a circle, and two workshops.
#[test]
fn what_erantis_carried_out_deviates_from_its_plan_and_is_no_fault() {
    let mut project = erantis();
    for (circle, size) in project.circles.iter_mut().zip([7, 9, 10, 6]) {
        circle.size = Some(size);
    }
    let deviations = |project: &CircleProject| -> Vec<_> {
        of(project, Compared::Participants, "2022-07-01").iter().map(PlanComparison::deviation).collect()
    };
    assert_eq!(
        deviations(&project),
        [Deviation::AsPlanned, Deviation::AsPlanned, Deviation::More, Deviation::Fewer]
    );
    let seats = of(&project, Compared::Seats, "2022-07-01");
    assert_eq!(
        seats.first().map(|one| one.in_lang(Lang::En).to_string()).as_deref(),
        Some("planned 28–36, actual 32: as planned")
    );
    project.plan = None;
    assert_eq!(deviations(&project), [Deviation::NotAssessable; 4]);
    let report = kvalitetsmodel::check(&project, &Context::new(day("2022-07-01")));
    assert!(report.findings().iter().all(|one| one.code() == codes::CIR008), "{report:?}");
}

#[test]
fn what_is_carried_out_later_is_not_yet_carried_out() {
    let project: CircleProject = serde_json::from_str(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "plan": { "leaders": 3, "coachingOfLeader": 2, "seminars": 0 },
            "activities": [
                { "kind": "coaching", "completion": { "done": { "on": "2022-02" } }, "leaders": 3 },
                { "kind": "coaching", "completion": { "done": { "on": "2022-03-02" } }, "leaders": 4 },
                { "kind": "coaching", "completion": "notDone", "leaders": 5 },
                { "kind": "workshop", "completion": { "done": { "on": "2022-02" } }, "leaders": 6 },
                { "kind": "seminar", "completion": "notDone" }
            ]
        }"#,
    )
    .expect("a project");
    let words = |what, on| {
        let rows = of(&project, what, on);
        rows.first().map(|row| row.in_lang(Lang::Da).to_string()).unwrap_or_default()
    };
    assert_eq!(
        words(Compared::CoachingRounds, "2022-03-01"),
        "planlagt 2, faktisk 1 (og 1 uden oplysning om gennemførelse): færre end planlagt"
    );
    assert_eq!(words(Compared::CoachingRounds, "2022-03-02"), "planlagt 2, faktisk 2: som planlagt");
    assert_eq!(words(Compared::CoachingSessions, "2022-03-01"), "planlagt 6, faktisk 3: færre end planlagt");
    assert_eq!(words(Compared::CoachingSessions, "2022-03-02"), "planlagt 6, faktisk 7: flere end planlagt");
    // None was planned, and the only one was cancelled.
    assert_eq!(words(Compared::Seminars, "2022-03-02"), "planlagt 0, faktisk 0: som planlagt");
}

/// The least number that the plan asks for follows from how many months there may be between two.
#[test]
fn the_period_has_room_for_so_many_workshops_of_the_leaders() {
    let least = |period: [&str; 2], months: u32| {
        let [starts_on, ends_on] = period;
        let project: CircleProject = serde_json::from_str(&format!(
            r#"{{
                "id": "00000000-0000-4000-8000-000000000001", "startsOn": "{starts_on}", "endsOn": "{ends_on}",
                "plan": {{ "leaderWorkshopMonths": {months} }}
            }}"#
        ))
        .expect("a project");
        of(&project, Compared::LeaderWorkshops, "2024-01-15").first().and_then(|row| row.at_least)
    };
    assert_eq!(least(["2021-05-31", "2022-05-31"], 2), Some(6));
    assert_eq!(least(["2021-05-31", "2022-05-30"], 2), Some(5));
    // From the last day of one month to the first day of the other.
    assert_eq!(least(["2021-05", "2022-06"], 2), Some(6));
    assert_eq!(least(["2021-05", "2022-05"], 2), Some(5));
    assert_eq!(least(["2021-05", "2021-05"], 1), Some(0));
    assert_eq!(least(["2022", "2021"], 2), Some(0));
    assert_eq!(least(["2021", "2022"], 0), None);
}

/// The next one that the plan asks for is on the agenda until it is listed.
#[test]
fn a_late_workshop_of_the_leaders_is_overdue() {
    use kvalitetsmodel::agenda::{Agenda, DutyKind};

    let next = |activities: &str, ends_on: &str, on: &str| {
        let project: CircleProject = serde_json::from_str(&format!(
            r#"{{
                "id": "00000000-0000-4000-8000-000000000001", "endsOn": "{ends_on}", "plan": {{ "leaderWorkshopMonths": 2 }},
                "activities": [{activities}]
            }}"#
        ))
        .expect("a project");
        let mut agenda = Agenda::new(day(on));
        agenda.add_draft(&project);
        let items = agenda.by_date();
        let next = items
            .iter()
            .filter(|item| item.duty == DutyKind::LeaderWorkshop && item.at.as_str().starts_with("/plan"));
        next.map(|item| item.in_lang(Lang::En).to_string()).collect::<Vec<_>>()
    };
    let held = r#"{ "kind": "leaderWorkshop", "completion": { "done": { "on": "2021-09-01" } } }"#;
    let overdue =
        "leader workshop 2: overdue, the last day was 1 November 2021 (within 2 months of 1 September 2021)";
    assert_eq!(next(held, "2022-06", "2021-11-02"), [overdue]);
    // What was cancelled is not the next one, and what is not stated may be.
    let cancelled =
        format!(r#"{held}, {{ "kind": "leaderWorkshop", "plannedOn": "2021-10", "completion": "notDone" }}"#);
    assert_eq!(next(&cancelled, "2022-06", "2021-11-02"), [overdue.replace("workshop 2", "workshop 3")]);
    for another in [
        r#""plannedOn": "2021-12""#,
        r#""completion": { "done": {} }"#,
        r#""completion": { "done": { "on": "2021-12" } }"#,
    ] {
        let two = format!(r#"{held}, {{ "kind": "leaderWorkshop", {another} }}"#);
        assert!(next(&two, "2022-06", "2021-11-02").is_empty(), "{another}");
    }
    // The last one counts, in any order, and no other activity.
    let two = format!(
        r#"{held}, {{ "kind": "leaderWorkshop", "completion": {{ "done": {{ "on": "2021-07" }} }} }},
        {{ "kind": "workshop", "completion": {{ "done": {{ "on": "2021-10-20" }} }} }}"#
    );
    assert_eq!(next(&two, "2022-06", "2021-11-02"), [overdue.replace("workshop 2", "workshop 3")]);
    // The month in which it was held may have ended, and that in which the project ends may have begun.
    let in_month = held.replace("2021-09-01", "2021-09");
    assert!(next(&in_month, "2022-06", "2021-12-01")[0].contains("the last day was 30 November 2021"));
    assert_eq!(next(held, "2021-11-02", "2021-11-02"), [overdue]);
    // With the project, its meetings end.
    assert_eq!(next(held, "2021-11-01", "2021-11-02"), ["leader workshop 2: expired"]);
    assert!(next(&held.replace("2021-09-01", "2021-09-10"), "2021-11", "2021-11-02").is_empty());
    // The project ends before, and nothing says that one was held.
    assert!(next(held, "2021-10", "2021-11-02").is_empty());
    assert!(next("", "2022-06", "2021-11-02").is_empty());
}

/// Until a project ends, fewer are no deviation; a time alone follows its activity without a colon.
#[cfg(feature = "page")]
#[test]
fn pages_tell_how_far_a_project_has_come() {
    use kvalitetsmodel::agenda::Agenda;
    use kvalitetsmodel::page::Page;

    let project: CircleProject = serde_json::from_str(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2022-06", "plan": { "coachingOfLeader": 3 },
            "activities": [
                { "kind": "coaching", "completion": { "done": { "on": "2022-02" } } },
                { "kind": "coaching", "plannedOn": "2022-05" }
            ]
        }"#,
    )
    .expect("a project");
    let tells = |on, words: &str| {
        let page = Page::of_circles(&project, day(on)).text().to_string();
        assert!(page.replace("\n  ", " ").contains(words), "{page}");
    };
    tells("2022-05-31", "- Coachingrunder: indtil nu 1 af 3 (og 1 uden oplysning om gennemførelse)\n");
    tells("2022-06-01", "faktisk 1 (og 1 uden oplysning om gennemførelse): færre end planlagt\n");
    let mut agenda = Agenda::new(day("2022-05-01"));
    agenda.add_draft(&project);
    let page = Page::of_agenda(&agenda, 31).text().to_string();
    assert!(page.replace("\n  ", " ").contains(": coachingrunde 2 (maj 2022)\n"), "{page}");
}

#[test]
fn roles_and_sectors_are_missing_only_where_all_are_stated() {
    let plan = CirclePlan::erantis();
    let circle = |participants: &str| -> LearningCircle {
        let text = format!(
            r#"{{ "id": "{}", "participants": {participants} }}"#,
            Id::<LearningCircle>::from_u128(1)
        );
        serde_json::from_str(&text).expect("a circle")
    };
    let of_all = circle(
        r#"[
            { "role": "Leder", "count": 1 }, { "role": "sygeplejerske" }, { "role": "terapeut", "count": 2 },
            { "role": "social- og sundhedshjælper" }, { "role": "social- og sundhedsassistent" },
            { "role": "visitator", "count": 0 }
        ]"#,
    );
    let missing = of_all.missing_roles(&plan).expect("all roles are stated");
    assert_eq!(missing.iter().map(|one| one.as_str()).collect::<Vec<_>>(), ["visitator"]);
    assert_eq!(of_all.missing_sectors(&plan), None);
    assert_eq!(circle("[{}]").missing_roles(&plan), None);
    assert_eq!(circle("[]").missing_roles(&plan), None);
    assert_eq!(of_all.missing_roles(&CirclePlan::default()), None);
}
