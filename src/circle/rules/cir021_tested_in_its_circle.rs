//! A core element is not tested before a circle that works with it has met or tested anything.

use chrono::NaiveDate;

use crate::circle::{CircleProject, Completion, LearningCircle};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted_of};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::circle::ElementStep, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR021,
    requirements: &["R-118", "R-130"],
    sources: &[SourceRef::new(
        SourceDocument::ERANTIS,
        "Projektets værdier og kerneelementer; Forbedringssporet",
    )],
    title: Bilingual::new(
        "et kerneelement er ikke afprøvet i projektet, før en læringscirkel, der arbejder med det, er begyndt",
        "a core element is not tested in the project before a circle that works with it has begun",
    ),
    why: Bilingual::new(
        "Kerneelementerne afprøves i læringscirklerne. Har ingen af dem holdt møde eller gennemført en prøvehandling endnu, er en af datoerne forkert, eller et møde eller en prøvehandling mangler. Det, der er afprøvet før projektet, er ikke omfattet.",
        "Core elements are tested in the circles. If none of these has met or carried out a test action yet, one of the dates is wrong, or a meeting or a test action is missing. What was tested before the project does not count.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for afprøvningen eller for cirklens møde, tilføj det møde eller den prøvehandling, der mangler, eller skriv, hvilken anden læringscirkel der arbejder med kerneelementet.",
        "Correct the day of the test or of the meeting, add the meeting or test action that is missing, or state which other circle works with the core element.",
    ),
    example: Bilingual::new(
        "Kerneelementet er afprøvet 24. januar, men den eneste læringscirkel, der arbejder med det, mødtes første gang 5. februar.",
        "The core element was tested on 24 January, but the only circle that works with it first met on 5 February.",
    ),
    ..Rule::DERIVED
};

message! {
    TestedFirst { on: PartialDate, begins: NaiveDate }
    "kerneelementet er afprøvet {on:i}, men ingen læringscirkel, der arbejder med det, begyndte før {begins}",
    "the core element was tested {on:on|in}, but no circle that works with it began before {begins}",
}

/// If a circle does not say what it works with, it can be any core element.
pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(starts_on) = project.starts_on else { return };
    if project.core_elements.is_empty() || project.circles.iter().any(|one| one.core_elements.is_empty()) {
        return;
    }
    let begun = project.circles.iter().flat_map(|circle| {
        let begins = first_day(circle);
        circle.core_elements.iter().map(move |element| (element.uuid(), begins))
    });
    let list = at.key("coreElements");
    sorted_of(&begun, |begun| {
        for (n, element) in project.core_elements.iter().enumerate() {
            let tested = element.tested.and_then(|step| step.completion).and_then(Completion::on);
            let tested = tested.filter(|on| on.last_day() >= starts_on.first_day());
            // A circle of which it is not known when it began is the first of them.
            let begins = of(begun, element.id.uuid()).first().and_then(|(_, begins)| *begins);
            if let (Some(on), Some(begins)) = (tested, begins)
                && on.last_day() < begins
            {
                let at = list.item(n, element.id);
                cx.not_met(&at.key("tested"), TestedFirst { on, begins });
            }
        }
    });
}

/// The first day on which the circle can have met or tested something. Returns `None` if that is not known.
fn first_day(circle: &LearningCircle) -> Option<NaiveDate> {
    let met = circle.meetings.iter().filter(|one| one.completion != Some(Completion::NotDone));
    let met = met.map(|one| match one.completion {
        Some(completion) => completion.on(),
        None => one.planned_on,
    });
    let tested = circle.cycles.iter().filter_map(|one| one.carried_out.as_ref()).map(|test| test.on);
    let mut days = met.chain(tested).map(|on| on.map(PartialDate::first_day));
    let first = days.next()??;
    days.try_fold(first, |first, day| Some(first.min(day?)))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[|project, _| {
    let on = PartialDate::of_year(2022);
    for circle in &mut project.circles {
        for meeting in &mut circle.meetings {
            meeting.completion = Some(Completion::Done { on });
        }
        for cycle in &mut circle.cycles {
            cycle.plan.iter_mut().for_each(|plan| plan.on = on);
            cycle.carried_out.iter_mut().for_each(|test| test.on = on);
            cycle.study.iter_mut().for_each(|study| study.on = on);
            cycle.act.iter_mut().for_each(|act| act.on = on);
        }
    }
    let on = PartialDate::of_year(2021);
    let step = Some(ElementStep { planned_on: on, completion: Some(Completion::Done { on }) });
    for element in &mut project.core_elements {
        (element.developed, element.tested, element.described) = (step, step, None);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In the month of the first meeting; after a test action before it; tested before the project; not tested, or on no
    // day; and worked on by a circle of which a meeting or a test has no date.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-01-15",
            "coreElements": [
                { "id": "00000000-0000-4000-8000-000000000011", "tested": { "completion": { "done": { "on": "2021-02" } } } },
                { "id": "00000000-0000-4000-8000-000000000012", "tested": { "completion": { "done": { "on": "2021-01-20" } } } },
                { "id": "00000000-0000-4000-8000-000000000013", "tested": { "completion": { "done": { "on": "2021-01-14" } } } },
                { "id": "00000000-0000-4000-8000-000000000014", "tested": { "plannedOn": "2021-01-20", "completion": "notDone" } },
                { "id": "00000000-0000-4000-8000-000000000015", "tested": { "completion": { "done": {} } } },
                { "id": "00000000-0000-4000-8000-000000000016", "tested": { "completion": { "done": { "on": "2021-01-20" } } } },
                { "id": "00000000-0000-4000-8000-000000000017", "tested": { "completion": { "done": { "on": "2021-01-20" } } } },
                { "id": "00000000-0000-4000-8000-000000000018", "tested": { "completion": { "done": { "on": "2021-01-20" } } } }
            ],
            "circles": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "coreElements": [
                        "00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000013",
                        "00000000-0000-4000-8000-000000000014", "00000000-0000-4000-8000-000000000015",
                        "00000000-0000-4000-8000-000000000016"
                    ],
                    "meetings": [{ "plannedOn": "2021-01-16", "completion": "notDone" }, { "plannedOn": "2021-02-05" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "coreElements": ["00000000-0000-4000-8000-000000000012", "00000000-0000-4000-8000-000000000018"],
                    "meetings": [{ "completion": { "done": { "on": "2021-02-05" } } }],
                    "cycles": [{ "id": "00000000-0000-4000-8000-000000000031", "do": { "on": "2021-01-20" } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "coreElements": ["00000000-0000-4000-8000-000000000016"],
                    "meetings": [{ "completion": { "done": { "on": "2021-02-05" } } }],
                    "cycles": [{ "id": "00000000-0000-4000-8000-000000000032", "do": {} }]
                },
                { "id": "00000000-0000-4000-8000-000000000024", "coreElements": ["00000000-0000-4000-8000-000000000017"] }
            ]
        }"#,
    ),
    // It is not known when the project begins, or what a circle works with.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "coreElements": [{ "id": "00000000-0000-4000-8000-000000000011", "tested": { "completion": { "done": { "on": "2021-01-20" } } } }],
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000021", "coreElements": ["00000000-0000-4000-8000-000000000011"],
                "meetings": [{ "completion": { "done": { "on": "2021-02-05" } } }]
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021",
            "coreElements": [{ "id": "00000000-0000-4000-8000-000000000011", "tested": { "completion": { "done": { "on": "2021-01-20" } } } }],
            "circles": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "coreElements": ["00000000-0000-4000-8000-000000000011"],
                    "meetings": [{ "completion": { "done": { "on": "2021-02-05" } } }]
                },
                { "id": "00000000-0000-4000-8000-000000000022" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-01-15",
            "coreElements": [
                { "id": "00000000-0000-4000-8000-000000000010" },
                { "id": "00000000-0000-4000-8000-000000000011", "tested": { "completion": { "done": { "on": "2021-01-24" } } } }
            ],
            "circles": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "coreElements": ["00000000-0000-4000-8000-000000000011"],
                    "meetings": [{ "completion": { "done": { "on": "2021-03" } } }, { "completion": { "done": { "on": "2021-02-05" } } }],
                    "cycles": [{ "id": "00000000-0000-4000-8000-000000000031", "do": { "on": "2021-05-10" } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "coreElements": ["00000000-0000-4000-8000-000000000011"],
                    "meetings": [{ "completion": { "done": { "on": "2021-02-04" } } }]
                }
            ]
        }"#,
        &[not_met(
            "/coreElements/1/tested",
            "kerneelementet er afprøvet 24. januar 2021, men ingen læringscirkel, der arbejder med det, begyndte før 4. februar 2021",
            "the core element was tested on 24 January 2021, but no circle that works with it began before 4 February 2021",
        )],
    ),
    // In the month in which the project began, and on its first day. A meeting that was not held began nothing.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-01",
            "coreElements": [
                {
                    "id": "00000000-0000-4000-8000-000000000011",
                    "tested": { "completion": { "done": { "on": "2021-01-01" } } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012",
                    "tested": { "completion": { "done": { "on": "2021-01-20" } } }
                }
            ],
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000021",
                "coreElements": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"],
                "meetings": [
                    { "completion": { "done": { "on": "2021-02-01" } } },
                    { "plannedOn": "2020-01-01", "completion": "notDone" }
                ]
            }]
        }"#,
        &[
            not_met(
                "/coreElements/0/tested",
                "kerneelementet er afprøvet 1. januar 2021, men ingen læringscirkel, der arbejder med det, begyndte før 1. februar 2021",
                "the core element was tested on 1 January 2021, but no circle that works with it began before 1 February 2021",
            ),
            not_met(
                "/coreElements/1/tested",
                "kerneelementet er afprøvet 20. januar 2021, men ingen læringscirkel, der arbejder med det, begyndte før 1. februar 2021",
                "the core element was tested on 20 January 2021, but no circle that works with it began before 1 February 2021",
            ),
        ],
    ),
    // A month may end after the first day of the project.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2021-01-15",
            "coreElements": [{
                "id": "00000000-0000-4000-8000-000000000011",
                "tested": { "completion": { "done": { "on": "2021-01" } } }
            }],
            "circles": [{
                "id": "00000000-0000-4000-8000-000000000021",
                "coreElements": ["00000000-0000-4000-8000-000000000011"],
                "meetings": [{ "completion": { "done": { "on": "2021-02-01" } } }]
            }]
        }"#,
        &[not_met(
            "/coreElements/0/tested",
            "kerneelementet er afprøvet i januar 2021, men ingen læringscirkel, der arbejder med det, begyndte før 1. februar 2021",
            "the core element was tested in January 2021, but no circle that works with it began before 1 February 2021",
        )],
    ),
];
