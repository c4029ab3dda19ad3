//! The meetings, the activities and the tests of a project lie within its period.

use super::cir006_period_ordered::backwards;
use super::each_meeting;
use crate::circle::{CircleProject, Completion};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_last_meeting;
#[cfg(feature = "proptest")]
use crate::circle::{ActivityKind, CircleActivity};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR007,
    basis: Basis::Stated,
    requirements: &["R-121", "R-123", "R-124", "R-128"],
    sources: &[
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet: mødes 12 gange i løbet af projektet"),
        SourceRef::new(SourceDocument::ERANTIS, "Ledelsessporet: fire gange i løbet af projektet"),
        SourceRef::new(SourceDocument::ERANTIS, "Projektets aktivteter og indhold"),
    ],
    title: Bilingual::new(
        "møder, aktiviteter og afprøvninger ligger inden for projektets periode",
        "meetings, activities and tests lie within the period of the project",
    ),
    why: Bilingual::new(
        "Det, der ligger uden for perioden, hører ikke med til det, projektet har planlagt, eller også er en dato forkert. Der ses på den dag, det er gennemført, og ellers på den planlagte; for en afprøvning kun på den dag, den er gennemført.",
        "What lies outside the period is no part of what the project plans, or else a date is wrong. The day that it was carried out counts, or else the planned one; of a test only the day that it was carried out.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller ret projektets periode.",
        "Correct the date, or the period of the project.",
    ),
    example: Bilingual::new(
        "Projektet slutter i juni 2022, og læringscirklens sidste møde er planlagt til august.",
        "The project ends in June 2022, but the last meeting of the circle is planned for August.",
    ),
    requires: &[codes::CIR006],
    ..Rule::DERIVED
};

message! {
    BeforeStart { dated: Bilingual, on: PartialDate, starts_on: PartialDate }
    "{dated} {on}, men projektet begynder først {starts_on:i}",
    "{dated} {on}, but the project does not begin until {starts_on}",
}

message! {
    AfterEnd { dated: Bilingual, on: PartialDate, ends_on: PartialDate }
    "{dated} {on}, men projektet slutter {ends_on:i}",
    "{dated} {on}, but the project ends {ends_on:on|in}",
}

const PLANNED: Bilingual = Bilingual::new("det er planlagt til", "it is planned for");
const DONE: Bilingual = Bilingual::new("det er dateret", "it is dated");

pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_backwards = backwards(project).is_some();
    let mut hold = |dated, on: PartialDate, at: &Path<'_>| {
        if is_backwards {
            return cx.depends_on(at, codes::CIR006);
        }
        if let Some(starts_on) = project.starts_on.filter(|start| on.last_day() < start.first_day()) {
            cx.not_met(at, BeforeStart { dated, on, starts_on });
        }
        if let Some(ends_on) = project.ends_on.filter(|end| end.last_day() < on.first_day()) {
            cx.not_met(at, AfterEnd { dated, on, ends_on });
        }
    };
    // When it was carried out counts, and else for when it is planned. What was cancelled lies nowhere.
    let mut hold_either =
        |completion: Option<Completion>, planned_on: Option<PartialDate>, at: &Path<'_>| match (
            completion, planned_on,
        ) {
            (Some(Completion::NotDone), _) => {}
            (Some(Completion::Done { on: Some(on) }), _) => {
                hold(DONE, on, &at.key("completion").key("done").key("on"));
            }
            (_, Some(on)) => hold(PLANNED, on, &at.key("plannedOn")),
            _ => {}
        };
    each_meeting(project, at, |meeting, at| hold_either(meeting.completion, meeting.planned_on, at));
    let list = at.key("activities");
    for (n, one) in project.activities.iter().enumerate() {
        hold_either(one.completion, one.planned_on, &list.index(n));
    }
    let circles = at.key("circles");
    for (n, circle) in project.circles.iter().enumerate() {
        let circle_at = circles.item(n, circle.id);
        let cycles = circle_at.key("cycles");
        for (n, cycle) in circle.cycles.iter().enumerate() {
            if let Some(on) = cycle.carried_out.as_ref().and_then(|test| test.on) {
                hold(DONE, on, &cycles.item(n, cycle.id).key("do").key("on"));
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, _| {
        project.ends_on = PartialDate::of_year(2023);
        change_last_meeting(project, |one| {
            (one.planned_on, one.completion) = (PartialDate::of_year(2024), None);
        });
    },
    |project, _| {
        project.starts_on = PartialDate::of_year(2021);
        let completion = Some(Completion::Done { on: PartialDate::of_year(2020) });
        project.activities.push(CircleActivity { completion, ..CircleActivity::new(ActivityKind::Seminar) });
    },
    |project, _| {
        project.starts_on = PartialDate::of_year(2021);
        let planned_on = PartialDate::of_year(2020);
        project.activities.push(CircleActivity { planned_on, ..CircleActivity::new(ActivityKind::Coaching) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the first and the last day; what was cancelled, a plan and a decision may lie outside.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05", "endsOn": "2022-06",
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [
                    { "plannedOn": "2021-05-01" }, { "plannedOn": "2023", "completion": { "done": { "on": "2022-06-30" } } },
                    { "plannedOn": "2023", "completion": "notDone" }, {}
                ],
                "cycles": [{
                    "id": "00000000-0000-4000-8000-000000000003",
                    "plan": { "on": "2021-04" }, "do": { "on": "2022-06-30" }, "act": { "on": "2022-07" }
                }]
            }],
            "activities": [
                { "kind": "workshop", "plannedOn": "2023", "completion": "notDone" }, { "kind": "coaching", "plannedOn": "2022" },
                { "kind": "seminar" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05", "endsOn": "2022-06",
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "meetings": [
                    { "plannedOn": "2021-05-01", "completion": { "done": { "on": "2021-04-30" } } },
                    { "plannedOn": "2022-07-01" }
                ],
                "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2021-04" } }]
            }],
            "activities": [{ "kind": "coaching", "plannedOn": "2023" }, { "kind": "seminar", "plannedOn": "2022-07" }]
        }"#,
        &[
            not_met(
                "/circles/0/meetings/0/completion/done/on",
                "det er dateret 30. april 2021, men projektet begynder først i maj 2021",
                "it is dated 30 April 2021, but the project does not begin until May 2021",
            ),
            not_met(
                "/circles/0/meetings/1/plannedOn",
                "det er planlagt til 1. juli 2022, men projektet slutter i juni 2022",
                "it is planned for 1 July 2022, but the project ends in June 2022",
            ),
            not_met(
                "/circles/0/cycles/0/do/on",
                "det er dateret april 2021, men projektet begynder først i maj 2021",
                "it is dated April 2021, but the project does not begin until May 2021",
            ),
            not_met(
                "/activities/0/plannedOn",
                "det er planlagt til 2023, men projektet slutter i juni 2022",
                "it is planned for 2023, but the project ends in June 2022",
            ),
            not_met(
                "/activities/1/plannedOn",
                "det er planlagt til juli 2022, men projektet slutter i juni 2022",
                "it is planned for July 2022, but the project ends in June 2022",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022", "endsOn": "2021",
            "activities": [{ "kind": "coaching", "plannedOn": "2023" }]
        }"#,
        &[not_evaluated("/activities/0/plannedOn", "CIR006")],
    ),
];
