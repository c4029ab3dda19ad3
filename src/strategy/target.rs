//! Strategies for target figures.

use alloc::vec;

use proptest::option::of;
use proptest::prelude::*;

use super::ground::{
    decimal, evenly, free_text, non_blank_text, partial_date, section_number, typed_id, unit, when,
};
use crate::codes;
use crate::date::{PartialDate, When};
use crate::document::Content;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::TargetId;
use crate::rule::RuleCode;
use crate::target::{
    Baseline, ChangeAim, ChangeKind, Decision, Forum, Population, TargetFigure, TargetIndicator, TargetState,
    TargetStep,
};

pub(super) fn forum() -> impl Strategy<Value = Forum> {
    prop_oneof![
        Just(Forum::Parties {}),
        of(typed_id()).prop_map(|body| Forum::Community { body }),
        of(typed_id()).prop_map(|body| Forum::Network { body }),
        of(typed_id()).prop_map(|body| Forum::WorkingGroup { body }),
        of(typed_id()).prop_map(|body| Forum::SteeringGroup { body }),
    ]
}

fn state() -> impl Strategy<Value = TargetState> {
    use TargetState::{Agreed, Measured, Met, NotAssessable, NotMet, ToBeAgreed};
    evenly(&[ToBeAgreed, Agreed, Measured, Met, NotMet, NotAssessable])
}

fn direction() -> impl Strategy<Value = Direction> {
    evenly(&[Direction::AtLeast, Direction::AtMost])
}

fn baseline() -> impl Strategy<Value = Baseline> {
    (decimal(), unit(), of(partial_date())).prop_map(|(value, unit, on)| Baseline { value, unit, on })
}

fn decision() -> impl Strategy<Value = Decision> {
    (of(free_text()), of(partial_date()), of(free_text())).prop_map(|(by, on, reason)| Decision {
        by,
        on,
        reason,
    })
}

fn step() -> impl Strategy<Value = TargetStep> {
    (state(), of(partial_date()), of(decision())).prop_map(|(state, on, decision)| TargetStep {
        state,
        on,
        decision,
    })
}

/// Any aim of a change.
pub(super) fn any_change_aim() -> impl Strategy<Value = ChangeAim> {
    use ChangeKind::{Increase, LimitLoss, Maintain, Reduce};
    let kind = evenly(&[Increase, Reduce, Maintain, LimitLoss]);
    (kind, of(baseline()), of(decimal()), of(unit()), of(when()))
        .prop_map(|(kind, baseline, size, unit, by)| ChangeAim { kind, baseline, size, unit, by })
}

/// An aim of a change with baseline, size and date.
pub(super) fn clean_change_aim() -> impl Strategy<Value = ChangeAim> {
    (baseline(), 1..=100_u32, when()).prop_map(|(baseline, size, by)| ChangeAim {
        baseline: Some(baseline),
        size: Some(Decimal::from(size)),
        unit: Some(Unit::Count),
        by: Some(by),
        ..ChangeAim::new(ChangeKind::Reduce)
    })
}

/// Any draft of a target figure.
pub fn any_target_figure() -> impl Strategy<Value = TargetFigure> {
    let indicator =
        (typed_id(), of(free_text())).prop_map(|(id, statement)| TargetIndicator { id, statement });
    let population = (of(free_text()), of(forum()), of(partial_date()))
        .prop_map(|(description, selected_by, fixed_on)| Population { description, selected_by, fixed_on });
    // Boxed: the trees are large, and unoptimised builds keep many copies of them on the stack.
    let figure = (of(direction()), of(decimal()), of(unit())).boxed();
    let what = (of(free_text()), of(indicator), of(population.boxed()), of(when().boxed()));
    let from = (of(baseline().boxed()), of(free_text())).boxed();
    let life = (of(forum()), of(state()), prop::collection::vec(step(), 0..4)).boxed();
    let all = (typed_id(), of(section_number()), figure, what.boxed(), from, life);
    all.prop_map(|(id, section, figure, what, from, life)| {
        let (direction, value, unit) = figure;
        let (topic, indicator, population, measured_at) = what;
        let (baseline, data_source) = from;
        let (agreed_by, state, history) = life;
        TargetFigure {
            id,
            section,
            topic,
            indicator,
            direction,
            value,
            unit,
            population,
            measured_at,
            baseline,
            data_source,
            agreed_by,
            state,
            history,
        }
    })
}

/// A target figure in which nothing is found, wherever it stands: agreed by the parties, and complete.
pub fn clean_target_figure() -> impl Strategy<Value = TargetFigure> {
    let figure = (direction(), 0..=100_u32);
    let from = of(baseline().boxed());
    (typed_id::<TargetId>(), typed_id(), figure, non_blank_text(), when().boxed(), from, clean_history())
        .prop_map(|(id, indicator, (direction, value), words, measured_at, baseline, history)| TargetFigure {
            topic: Some(words.clone()),
            indicator: Some(TargetIndicator { id: indicator, statement: Some(words.clone()) }),
            direction: Some(direction),
            value: Some(Decimal::from(value)),
            unit: Some(Unit::Percent),
            population: Some(Population { description: Some(words.clone()), ..Population::default() }),
            measured_at: Some(measured_at),
            baseline,
            data_source: Some(words),
            agreed_by: Some(Forum::Parties {}),
            state: Some(history.last().map_or(TargetState::Agreed, |step| step.state)),
            history,
            ..TargetFigure::new(id)
        })
}

fn clean_history() -> impl Strategy<Value = vec::Vec<TargetStep>> {
    prop::collection::vec(step(), 0..4).prop_map(|mut steps| {
        steps.retain(|step| step.state != TargetState::ToBeAgreed);
        steps.sort_by_key(|step| step.state);
        steps
    })
}

/// A clean target figure, changed.
fn changed(change: impl Fn(&mut TargetFigure) + 'static) -> BoxedStrategy<Content> {
    clean_target_figure()
        .prop_map(move |mut target| {
            change(&mut target);
            target.into()
        })
        .boxed()
}

pub(super) fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    Some(match code {
        codes::TAR001 => changed(|target| target.agreed_by = None),
        codes::TAR002 => (clean_target_figure(), 0..7_usize)
            .prop_map(|(mut target, part)| {
                match part {
                    0 => target.indicator = None,
                    1 => target.direction = None,
                    2 => target.value = None,
                    3 => target.unit = None,
                    4 => target.population = None,
                    5 => target.measured_at = None,
                    _ => target.data_source = Some(" ".into()),
                }
                target.into()
            })
            .boxed(),
        codes::TAR003 => changed(|target| {
            let step = |state| TargetStep { state, on: None, decision: None };
            target.history = vec![step(TargetState::Measured), step(TargetState::Agreed)];
            target.state = Some(TargetState::Agreed);
        }),
        codes::TAR005 => (clean_target_figure(), prop::bool::ANY)
            .prop_map(|(mut target, stated)| {
                let late = stated.then(|| PartialDate::of_year(2025)).flatten();
                target.population.get_or_insert_default().selected_by = Some(Forum::Network { body: None });
                target.population.get_or_insert_default().fixed_on = late;
                target.measured_at = PartialDate::of_month(2024, 11).map(|on| When::Date { on });
                target.into()
            })
            .boxed(),
        codes::TAR006 => changed(|target| {
            target.history = vec![TargetStep { state: TargetState::Measured, on: None, decision: None }];
            target.state = Some(TargetState::Agreed);
        }),
        _ => return None,
    })
}
