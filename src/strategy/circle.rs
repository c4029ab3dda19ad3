//! Clean projects with learning circles.

use alloc::vec::Vec;

use super::community::series;
use super::number;
use crate::circle::{
    CircleActivity, CircleMeeting, CircleParticipants, CirclePlan, CircleProject, Completion, CoreElement,
    ElementStep, LearningCircle, ProjectEvaluation, ProjectValue, ResourceGroup,
};
use crate::cycle::PdsaCycle;
use crate::date::PartialDate;
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::id::Id;
use crate::text::Text;

/// A project of 2020 to 2024 whose circles follow its plan at their meetings.
pub(super) fn clean(tape: &mut Tape<'_>) -> CircleProject {
    let mut core_elements: Vec<CoreElement> = tape.list_of(1, 3, core_element);
    number(core_elements.iter_mut().filter_map(|one| one.name.as_mut()));
    let elements: Vec<Id<CoreElement>> = core_elements.iter().map(|one| one.id).collect();
    let (role, sector) = (tape.said(), tape.said());
    let mut circles: Vec<LearningCircle> = tape.list_of(1, 2, |tape| circle(&elements, &role, &sector, tape));
    number(circles.iter_mut().filter_map(|one| one.name.as_mut()));
    let ids: Vec<Id<LearningCircle>> = circles.iter().map(|one| one.id).collect();
    CircleProject {
        title: Some(tape.said()),
        starts_on: PartialDate::of_year(2020),
        ends_on: PartialDate::of_year(2024),
        plan: Some(CirclePlan {
            participants_at_least: Some(1),
            participants_at_most: Some(9),
            roles: [role].into(),
            sectors: [sector].into(),
            test_actions_at_every_meeting: Some(true),
            test_actions_follow_pdsa: Some(true),
            ..Part::any(tape)
        }),
        values: tape.list(2, |tape| ProjectValue { value: Some(tape.said()), expected: Some(tape.said()) }),
        core_elements,
        activities: tape.list(3, |tape| activity(&ids, tape)),
        resource_group: Some(resource_group(ids, tape)),
        evaluations: tape.list(2, |tape| ProjectEvaluation {
            is_of_project: Some(true),
            planned_on: PartialDate::of_year(2024),
            completion: completion(tape),
            ..Part::any(tape)
        }),
        circles,
        ..CircleProject::new(tape.fresh_id())
    }
}

/// Whether the project was evaluated: midway, or on a day that is not stated.
fn completion(tape: &mut Tape<'_>) -> Option<Completion> {
    match Part::any(tape) {
        Some(Completion::Done { on }) => {
            Some(Completion::Done { on: on.and_then(|_: PartialDate| PartialDate::of_year(2022)) })
        }
        other => other,
    }
}

/// A core element that has taken some of its steps, one a year.
fn core_element(tape: &mut Tape<'_>) -> CoreElement {
    let taken = tape.index(4);
    let mut steps = (2021..).zip(0..).map(|(year, n)| {
        let on = PartialDate::of_year(year);
        let completion = Some(if n < taken { Completion::Done { on } } else { Completion::NotDone });
        ElementStep { planned_on: on, completion }
    });
    CoreElement {
        name: Some(tape.said()),
        developed: steps.next(),
        tested: steps.next(),
        described: steps.next(),
        ..CoreElement::new(tape.fresh_id())
    }
}

/// A circle with the planned role, and at least two meetings, each with at least one test action that is a cycle of the circle.
fn circle(elements: &[Id<CoreElement>], role: &Text, sector: &Text, tape: &mut Tape<'_>) -> LearningCircle {
    let ids = tape.list_of(1, 2, Tape::fresh_id);
    let cycles = series(&ids, None, Part::any(tape), Part::any(tape), tape);
    let mut participants = tape.list_of(1, 3, |tape| CircleParticipants {
        role: Some(tape.said()),
        sector: Some(sector.clone()),
        count: Some(tape.number(1, 3)),
    });
    participants.first_mut().into_iter().for_each(|one| one.role = Some(role.clone()));
    let sum: u32 = participants.iter().filter_map(|one| one.count).fold(0, u32::saturating_add);
    LearningCircle {
        name: Some(tape.said()),
        core_elements: elements.to_vec(),
        size: Some(sum),
        participants,
        meetings: tape.list_of(2, 3, |_| meeting(&cycles)),
        cycles,
        ..LearningCircle::new(tape.fresh_id())
    }
}

fn meeting(cycles: &[PdsaCycle]) -> CircleMeeting {
    let on = PartialDate::of_year(2022);
    CircleMeeting {
        planned_on: on,
        completion: Some(Completion::Done { on }),
        test_actions: u32::try_from(cycles.len()).ok(),
        cycles: cycles.iter().map(|one| one.id).collect(),
    }
}

fn resource_group(circles: Vec<Id<LearningCircle>>, tape: &mut Tape<'_>) -> ResourceGroup {
    let on = PartialDate::of_year(2022);
    let completion = tape.flag().then_some(Completion::Done { on });
    ResourceGroup { circles, product: Some(tape.said()), planned_on: on, completion, ..Part::any(tape) }
}

fn activity(circles: &[Id<LearningCircle>], tape: &mut Tape<'_>) -> CircleActivity {
    let on = PartialDate::of_year(2022);
    let completion = tape.flag().then_some(Completion::Done { on });
    let activity: CircleActivity = Part::any(tape);
    let track = activity.track.map(|_| activity.kind.track());
    // The plan can have any number of leaders.
    let leaders = None;
    CircleActivity { track, leaders, planned_on: on, completion, circles: circles.to_vec(), ..activity }
}
