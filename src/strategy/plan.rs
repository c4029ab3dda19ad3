//! Clean implementation plans.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;

use crate::body::{Body, BodyKind};
use crate::circle::Completion;
use crate::date::PartialDate;
use crate::draft::tape::Tape;
use crate::id::Id;
use crate::plan::{
    AreaKind, Blackout, ImplementationPlan, PlanActor, PlanArea, PlanExtension, PlanPhase, PlanScope,
    PlanSpan, PlanTask, PlanUnit, PlanWork, TimetableRow,
};
use crate::text::Text;

/// A plan of three years, one phase a year. The first one develops a practice, tests it and begins it; the later ones
/// continue it. The last year is an extension.
pub(super) fn clean(tape: &mut Tape<'_>) -> ImplementationPlan {
    // A name that is not that of a role.
    let group = Body {
        name: Some("Styregruppen for planen".into()),
        ..Body::new(tape.fresh_id(), BodyKind::SteeringGroup)
    };
    let decides = PlanActor { body: Some(group.id), role: None };
    let (area_roles, unit_roles) = (vec![tape.said()], vec![tape.said()]);
    let mut areas: Vec<_> = tape.list_of(1, 2, |tape| area(&area_roles, &unit_roles, tape));
    // No name occurs twice.
    for (n, area) in (1..).zip(&mut areas) {
        area.name = Some(format!("Område {n}").into());
    }
    for (n, unit) in (1..).zip(areas.iter_mut().flat_map(|area| &mut area.units)) {
        unit.name = Some(format!("Enhed {n}").into());
    }
    let first = first_phase(&decides, tape);
    let new = first.rows.iter().find(|row| row.is(PlanWork::NewPractice)).map(|row| row.id);
    let second = later_phase(2, 2022, new, &decides, tape);
    let third = later_phase(3, 2023, new, &decides, tape);
    ImplementationPlan {
        title: Some(tape.said()),
        scope: vec![PlanScope::AllAreas, PlanScope::AllSpecialUnits],
        number_of_areas: u32::try_from(areas.len()).ok(),
        areas,
        area_roles,
        unit_roles,
        bodies: vec![group],
        approved_until: PartialDate::of_year(2022),
        approved_by: Some(decides.clone()),
        extensions: vec![PlanExtension {
            until: PartialDate::of_year(2023),
            decided_on: PartialDate::of_month(2022, 10),
            decided_by: Some(decides),
            reason: Some(tape.said()),
            agreed: tape.option(Tape::flag),
        }],
        blackouts: vec![Blackout {
            reason: Some(tape.said()),
            starts_on: PartialDate::of_month(2021, 5),
            ends_on: PartialDate::of_month(2021, 6),
        }],
        phases: vec![first, second, third],
        ..ImplementationPlan::new(tape.fresh_id())
    }
}

fn area(area_roles: &[Text], unit_roles: &[Text], tape: &mut Tape<'_>) -> PlanArea {
    let units = tape.list_of(1, 2, |tape| PlanUnit {
        name: Some(tape.said()),
        leaders: vec![tape.said()],
        roles: unit_roles.to_vec(),
    });
    PlanArea {
        name: Some(tape.said()),
        change_owners: vec![tape.said()],
        roles: area_roles.to_vec(),
        units,
        ..PlanArea::new(tape.fresh_id(), AreaKind::Area)
    }
}

/// The year 2021: a common practice is developed until April, tested in April, and begun in July.
fn first_phase(by: &PlanActor, tape: &mut Tape<'_>) -> PlanPhase {
    let mut tasks: Vec<PlanTask> = tape.list_of(1, 3, |tape| PlanTask {
        text: Some(tape.said()),
        work: vec![PlanWork::Development, PlanWork::NewPractice],
        ..PlanTask::new(tape.fresh_id())
    });
    for (n, task) in (1..).zip(&mut tasks) {
        task.text = Some(format!("Fælles praksis {n}").into());
    }
    let ids: Vec<_> = tasks.iter().map(|task| task.id).collect();
    let of = |work, from, to, tape: &mut Tape<'_>| TimetableRow {
        tasks: ids.clone(),
        ..row(vec![work], 2021, [from, to], by, tape)
    };
    let test =
        TimetableRow { scope: vec![PlanScope::SelectedAreas], ..of(PlanWork::TestActions, 4, 4, tape) };
    let new = TimetableRow {
        tested_by: vec![test.id],
        not_before: PartialDate::of_month(2021, 7),
        ..of(PlanWork::NewPractice, 7, 12, tape)
    };
    let rows = vec![
        TimetableRow {
            work: vec![PlanWork::Development, PlanWork::EffectMeasures],
            ..of(PlanWork::Development, 1, 4, tape)
        },
        test,
        new,
        of(PlanWork::Coordination, 1, 12, tape),
    ];
    PlanPhase { tasks, rows, ..phase(1, 2021, tape) }
}

/// A year in which what was begun continues.
fn later_phase(
    number: u32,
    year: i32,
    continues: Option<Id<TimetableRow>>,
    by: &PlanActor,
    tape: &mut Tape<'_>,
) -> PlanPhase {
    let goes_on = TimetableRow {
        continues: continues.into_iter().collect(),
        ..row(vec![PlanWork::Continuation], year, [1, 12], by, tape)
    };
    let rows = vec![
        goes_on,
        row(vec![PlanWork::Coordination], year, [1, 12], by, tape),
        row(vec![PlanWork::EffectMeasuring], year, [11, 12], by, tape),
    ];
    PlanPhase { rows, ..phase(number, year, tape) }
}

fn phase(number: u32, year: i32, tape: &mut Tape<'_>) -> PlanPhase {
    PlanPhase {
        number: Some(number),
        name: Some(tape.said()),
        starts_on: PartialDate::of_month(year, 1),
        ends_on: PartialDate::of_month(year, 12),
        purposes: tape.list(1, Tape::said),
        ..PlanPhase::default()
    }
}

fn row(
    work: Vec<PlanWork>,
    year: i32,
    [from, to]: [u32; 2],
    by: &PlanActor,
    tape: &mut Tape<'_>,
) -> TimetableRow {
    let span = PartialDate::of_month(year, from)
        .map(|from| PlanSpan { to: PartialDate::of_month(year, to), ..PlanSpan::new(from) });
    let done = Completion::Done { on: PartialDate::of_month(year, to) };
    TimetableRow {
        text: Some(tape.said()),
        work,
        scope: vec![PlanScope::AllAreas, PlanScope::AllSpecialUnits],
        responsible: vec![by.clone()],
        supporting: tape.list(1, |tape| PlanActor { body: None, role: Some(tape.said()) }),
        spans: span.into_iter().collect(),
        completion: tape.flag().then_some(done),
        ..TimetableRow::new(tape.fresh_id())
    }
}
