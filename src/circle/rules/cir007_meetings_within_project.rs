//! The meetings, activities, tests, core elements and the product of a project are within its period, and no evaluation
//! of the project is before it.

use super::cir006_period_ordered::backwards;
use super::each_meeting;
use crate::circle::{CircleProject, Completion, ElementStep};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::change_last_meeting;
#[cfg(feature = "proptest")]
use crate::circle::{ActivityKind, CircleActivity, ProjectEvaluation, ResourceGroup};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR007,
    requirements: &["R-121", "R-123", "R-124", "R-128", "R-129", "R-130"],
    sources: &[
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet: mødes 12 gange i løbet af projektet"),
        SourceRef::new(SourceDocument::ERANTIS, "Ledelsessporet: fire gange i løbet af projektet"),
        SourceRef::new(SourceDocument::ERANTIS, "Projektets aktivteter og indhold"),
        SourceRef::new(
            SourceDocument::ERANTIS,
            "Projektets værdier og kerneelementer: I projektet skal følgende kerneelementer udvikles, afprøves og beskrives",
        ),
    ],
    title: Bilingual::new(
        "møder, aktiviteter, afprøvninger, kerneelementer og ressourcegruppens produkt ligger inden for projektets periode, og projektet evalueres ikke, før det er begyndt",
        "meetings, activities, tests, core elements and the product of the resource group are dated within the period of the project, and it is not evaluated before it begins",
    ),
    why: Bilingual::new(
        "Det, der ligger uden for perioden, hører ikke med til det, projektet har planlagt, eller også er en dato forkert. Der ses på den dag, det er gennemført, og ellers på den planlagte. Et kerneelement kan være begyndt før projektet, og en evaluering kan ligge efter det og se tilbage.",
        "What is dated outside the period is not part of what the project plans, or a date is wrong. The day on which it was carried out counts or, failing that, the planned day. A core element can have been begun before the project, and an evaluation can come after it and look back.",
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

const PLANNED: Bilingual = Bilingual::new("den planlagte dato er", "the planned date is");
const DONE: Bilingual = Bilingual::new("datoen er", "the date is");

pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_backwards = backwards(project).is_some();
    let mut check_day = |dated, on: PartialDate, at: &Path<'_>| {
        if is_backwards {
            return cx.depends_on(at, codes::CIR006);
        }
        if let Some(starts_on) = project.starts_on.filter(|start| on.ends_before(*start)) {
            cx.not_met(at, BeforeStart { dated, on, starts_on });
        }
        if let Some(ends_on) = project.ends_on.filter(|end| end.ends_before(on)) {
            cx.not_met(at, AfterEnd { dated, on, ends_on });
        }
    };
    // The day on which it was carried out counts, or else the planned day. What was cancelled has no day.
    let mut check_either = |completion: Option<Completion>,
                            planned_on: Option<PartialDate>,
                            at: &Path<'_>| match (completion, planned_on) {
        (Some(Completion::NotDone), _) => {}
        (completion, planned_on) => check_due(completion, planned_on, at, &mut check_day),
    };
    each_meeting(project, at, |meeting, at| check_either(meeting.completion, meeting.planned_on, at));
    let list = at.key("activities");
    for (n, one) in project.activities.iter().enumerate() {
        check_either(one.completion, one.planned_on, &list.index(n));
    }
    let circles = at.key("circles");
    for (n, circle) in project.circles.iter().enumerate() {
        let circle_at = circles.item(n, circle.id);
        let cycles = circle_at.key("cycles");
        for (n, cycle) in circle.cycles.iter().enumerate() {
            if let Some(on) = cycle.carried_out.as_ref().and_then(|test| test.on) {
                check_day(DONE, on, &cycles.item(n, cycle.id).key("do").key("on"));
            } else if let Some(on) = cycle.test_due(None) {
                check_day(PLANNED, on, &cycles.item(n, cycle.id).key("plan").key("when"));
            }
        }
    }
    // What is to be delivered, and is not yet, is still due by the planned day.
    if let Some(group) = &project.resource_group {
        check_due(group.completion, group.planned_on, &at.key("resourceGroup"), &mut check_day);
    }
    let list = at.key("coreElements");
    for (n, element) in project.core_elements.iter().enumerate() {
        let element_at = list.item(n, element.id);
        for (_, key, ElementStep { planned_on, completion }) in element.steps() {
            let mut check_end = |dated, on: PartialDate, at: &Path<'_>| {
                let is_before = project.starts_on.is_some_and(|start| on.ends_before(start));
                if !is_before || is_backwards {
                    check_day(dated, on, at);
                }
            };
            check_due(completion, planned_on, &element_at.key(key), &mut check_end);
        }
    }
    check_evaluations(project, at, &mut check_day);
}

/// Checks evaluations of the project itself: an evaluation of something else can be made before.
fn check_evaluations(
    project: &CircleProject,
    at: &Path<'_>,
    check_day: &mut dyn FnMut(Bilingual, PartialDate, &Path<'_>),
) {
    let Some(starts_on) = project.starts_on else { return };
    let mut check_start = |dated, on: PartialDate, at: &Path<'_>| {
        if on.ends_before(starts_on) {
            check_day(dated, on, at);
        }
    };
    let list = at.key("evaluations");
    for (n, one) in project.evaluations.iter().enumerate().filter(|(_, one)| one.is_of_project == Some(true))
    {
        if one.completion != Some(Completion::NotDone) {
            check_due(one.completion, one.planned_on, &list.index(n), &mut check_start);
        }
    }
}

/// Checks the day on which it was carried out, or else the planned one.
fn check_due(
    completion: Option<Completion>,
    planned_on: Option<PartialDate>,
    at: &Path<'_>,
    check_day: &mut dyn FnMut(Bilingual, PartialDate, &Path<'_>),
) {
    match (completion, planned_on) {
        (Some(Completion::Done { on: Some(on) }), _) => {
            check_day(DONE, on, &at.key("completion").key("done").key("on"));
        }
        (_, Some(on)) => check_day(PLANNED, on, &at.key("plannedOn")),
        _ => {}
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
    |project, tape| {
        project.ends_on = PartialDate::of_year(2024);
        let planned_on = PartialDate::of_year(2025);
        let group = ResourceGroup { product: Some(tape.said()), planned_on, ..ResourceGroup::default() };
        project.resource_group = Some(group);
    },
    |project, _| {
        project.ends_on = PartialDate::of_year(2024);
        let on = PartialDate::of_year(2025);
        let described = ElementStep { planned_on: on, completion: None };
        project.core_elements.iter_mut().for_each(|one| one.described = Some(described));
    },
    |project, _| {
        project.starts_on = PartialDate::of_year(2021);
        let completion = Some(Completion::Done { on: PartialDate::of_year(2020) });
        let evaluation = ProjectEvaluation { is_of_project: Some(true), completion, ..Default::default() };
        project.evaluations.push(evaluation);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the first and the last day; what was cancelled, a plan and a decision may be outside.
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
    // Delivered on the last day, though planned later; developed before the project; an evaluation looks back.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05", "endsOn": "2022-06",
            "coreElements": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "developed": { "completion": { "done": { "on": "2020" } } },
                "tested": { "plannedOn": "2022-08", "completion": { "done": { "on": "2022-06-30" } } },
                "described": { "completion": "notDone" }
            }],
            "resourceGroup": { "plannedOn": "2022-08", "completion": { "done": { "on": "2022-06-30" } } },
            "evaluations": [{ "plannedOn": "2022-12" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05", "endsOn": "2022-06",
            "coreElements": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "tested": { "completion": { "done": { "on": "2022-07-01" } } },
                "described": { "plannedOn": "2022-09", "completion": "notDone" }
            }],
            "resourceGroup": { "product": "en beskrivelse", "completion": { "done": { "on": "2022-08" } } }
        }"#,
        &[
            not_met(
                "/coreElements/0/tested/completion/done/on",
                "datoen er 1. juli 2022, men projektet slutter i juni 2022",
                "the date is 1 July 2022, but the project ends in June 2022",
            ),
            not_met(
                "/coreElements/0/described/plannedOn",
                "den planlagte dato er september 2022, men projektet slutter i juni 2022",
                "the planned date is September 2022, but the project ends in June 2022",
            ),
            not_met(
                "/resourceGroup/completion/done/on",
                "datoen er august 2022, men projektet slutter i juni 2022",
                "the date is August 2022, but the project ends in June 2022",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05",
            "resourceGroup": { "product": "en beskrivelse", "plannedOn": "2021-04" }
        }"#,
        &[not_met(
            "/resourceGroup/plannedOn",
            "den planlagte dato er april 2021, men projektet begynder først i maj 2021",
            "the planned date is April 2021, but the project does not begin until May 2021",
        )],
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
                "datoen er 30. april 2021, men projektet begynder først i maj 2021",
                "the date is 30 April 2021, but the project does not begin until May 2021",
            ),
            not_met(
                "/circles/0/meetings/1/plannedOn",
                "den planlagte dato er 1. juli 2022, men projektet slutter i juni 2022",
                "the planned date is 1 July 2022, but the project ends in June 2022",
            ),
            not_met(
                "/circles/0/cycles/0/do/on",
                "datoen er april 2021, men projektet begynder først i maj 2021",
                "the date is April 2021, but the project does not begin until May 2021",
            ),
            not_met(
                "/activities/0/plannedOn",
                "den planlagte dato er 2023, men projektet slutter i juni 2022",
                "the planned date is 2023, but the project ends in June 2022",
            ),
            not_met(
                "/activities/1/plannedOn",
                "den planlagte dato er juli 2022, men projektet slutter i juni 2022",
                "the planned date is July 2022, but the project ends in June 2022",
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
    // Carried out within, whatever was planned.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05", "endsOn": "2022-06",
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "cycles": [
                    {
                        "id": "00000000-0000-4000-8000-000000000003",
                        "plan": { "when": { "date": { "on": "2023" } } }, "do": { "on": "2022-06-30" }
                    },
                    { "id": "00000000-0000-4000-8000-000000000004", "plan": { "when": { "date": { "on": "2022-06-30" } } } }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05", "endsOn": "2022-06",
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "cycles": [{ "id": "00000000-0000-4000-8000-000000000003", "plan": { "when": { "date": { "on": "2022-07" } } } }]
            }]
        }"#,
        &[not_met(
            "/circles/0/cycles/0/plan/when",
            "den planlagte dato er juli 2022, men projektet slutter i juni 2022",
            "the planned date is July 2022, but the project ends in June 2022",
        )],
    ),
    // In the month of the start, and afterwards; of something else, or of what nobody says; and cancelled.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05-10", "endsOn": "2022-06",
            "evaluations": [
                { "isOfProject": true, "completion": { "done": { "on": "2021-05" } } },
                { "isOfProject": true, "plannedOn": "2020", "completion": { "done": { "on": "2022-12" } } },
                { "isOfProject": false, "completion": { "done": { "on": "2020" } } },
                { "subject": "forsøget", "completion": { "done": { "on": "2020" } } },
                { "isOfProject": true, "plannedOn": "2020", "completion": "notDone" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-05",
            "evaluations": [
                { "isOfProject": true, "completion": { "done": { "on": "2021-02-20" } } },
                { "isOfProject": true, "plannedOn": "2021-04" }
            ]
        }"#,
        &[
            not_met(
                "/evaluations/0/completion/done/on",
                "datoen er 20. februar 2021, men projektet begynder først i maj 2021",
                "the date is 20 February 2021, but the project does not begin until May 2021",
            ),
            not_met(
                "/evaluations/1/plannedOn",
                "den planlagte dato er april 2021, men projektet begynder først i maj 2021",
                "the planned date is April 2021, but the project does not begin until May 2021",
            ),
        ],
    ),
    // When it began is not stated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2022-06",
            "coreElements": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "developed": { "completion": { "done": { "on": "2022-07" } } }
            }]
        }"#,
        &[not_met(
            "/coreElements/0/developed/completion/done/on",
            "datoen er juli 2022, men projektet slutter i juni 2022",
            "the date is July 2022, but the project ends in June 2022",
        )],
    ),
    // It ends before it begins.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-07", "endsOn": "2022-06",
            "coreElements": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "developed": { "completion": { "done": { "on": "2022-06" } } }
            }]
        }"#,
        &[not_evaluated("/coreElements/0/developed/completion/done/on", "CIR006")],
    ),
];
