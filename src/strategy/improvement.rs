//! Strategies for PDSA cycles and improvement communities: any, and clean.

mod breaking;
mod community;

use alloc::vec::Vec;
use core::fmt::Debug;

use proptest::collection::vec as list;
use proptest::option::of;
use proptest::prelude::*;
use uuid::Uuid;

pub(super) use breaking::breaking;
pub use community::{any_community, clean_community};

use super::ground::{evenly, free_text, non_blank_text, partial_date, typed_id, when};
use crate::date::PartialDate;
use crate::improvement::{Act, ActDecision, CarriedOut, PdsaCycle, Plan, Study};
use crate::text::Text;

/// An id of a handful, so that references now and then hit, and now and then hit twice.
fn few_ids<T: From<Uuid> + Debug + 'static>() -> impl Strategy<Value = T> {
    prop_oneof![9 => (1..8_u128).prop_map(|n| T::from(Uuid::from_u128(n))), 1 => typed_id()]
}

fn decision() -> impl Strategy<Value = ActDecision> {
    evenly(&[ActDecision::Adopt, ActDecision::Adapt, ActDecision::Abandon])
}

fn any_plan() -> impl Strategy<Value = Plan> {
    let words = || of(free_text());
    (words(), words(), words(), words(), of(when()), words(), of(partial_date())).prop_map(
        |(question, prediction, who, place, when, data, on)| Plan {
            question,
            prediction,
            who,
            place,
            when,
            data,
            on,
        },
    )
}

fn any_carried_out() -> impl Strategy<Value = CarriedOut> {
    (of(partial_date()), of(free_text()), list(typed_id(), 0..3), of(free_text())).prop_map(
        |(on, observations, data, data_in_words)| CarriedOut { on, observations, data, data_in_words },
    )
}

fn any_study() -> impl Strategy<Value = Study> {
    (of(partial_date()), of(free_text()), of(free_text())).prop_map(|(on, comparison, learned)| Study {
        on,
        comparison,
        learned,
    })
}

fn any_act() -> impl Strategy<Value = Act> {
    (of(partial_date()), of(decision()), of(free_text())).prop_map(|(on, decision, reason)| Act {
        on,
        decision,
        reason,
    })
}

/// Any draft of a PDSA cycle, the impossible ones among them.
pub fn any_cycle() -> impl Strategy<Value = PdsaCycle> {
    let scale = prop_oneof![1 => Just(0), 1 => Just(u64::MAX), 8 => 1..=100_u64];
    let head = (few_ids(), of(few_ids()), list(few_ids(), 0..3), of(free_text()), of(scale));
    let phases = (
        of(any_plan().boxed()),
        of(any_carried_out().boxed()),
        of(any_study().boxed()),
        of(any_act().boxed()),
    );
    (head, phases, of(few_ids()), of(few_ids())).prop_map(|(head, phases, previous, next)| {
        let (id, aim, measures, change, scale) = head;
        let (plan, carried_out, study, act) = phases;
        PdsaCycle { id, aim, measures, change, scale, plan, carried_out, study, act, previous, next }
    })
}

/// What a clean cycle is made of, before it has links.
#[derive(Debug, Clone)]
struct CycleParts {
    phases: usize,
    dates: Vec<PartialDate>,
    data: usize,
    decision: ActDecision,
    scale: Option<u64>,
    words: Text,
}

fn clean_parts(phases: impl Strategy<Value = usize>) -> impl Strategy<Value = CycleParts> {
    (phases, list(partial_date(), 0..=4), 0..3_usize, decision(), of(0..=100_u64), non_blank_text()).prop_map(
        |(phases, mut dates, data, decision, scale, words)| {
            dates.sort_unstable();
            CycleParts { phases, dates, data, decision, scale, words }
        },
    )
}

/// Gives `cycle` the phases of the parts; it keeps its links.
fn tell(parts: CycleParts, mut cycle: PdsaCycle) -> PdsaCycle {
    let CycleParts { phases, dates, data, decision, scale, words } = parts;
    let say = || Some(words.clone());
    let mut dates = dates.into_iter();
    cycle.change = say();
    cycle.scale = scale;
    if phases > 0 {
        cycle.plan = Some(Plan { prediction: say(), on: dates.next(), ..Plan::default() });
    }
    if phases > 1 {
        let on = dates.next();
        cycle.carried_out = Some(match data {
            0 => CarriedOut { on, observations: say(), ..CarriedOut::default() },
            1 => CarriedOut { on, data_in_words: say(), ..CarriedOut::default() },
            _ => CarriedOut { on, data: [Uuid::nil().into()].into(), ..CarriedOut::default() },
        });
    }
    if phases > 2 {
        cycle.study = Some(Study { on: dates.next(), comparison: say(), learned: say() });
    }
    if phases > 3 {
        let decision = match (decision, cycle.next) {
            (ActDecision::Adapt, None) => ActDecision::Adopt, // to adapt is to test again
            (ActDecision::Abandon, Some(_)) => ActDecision::Adapt,
            (decision, _) => decision,
        };
        cycle.act = Some(Act { on: dates.next(), decision: Some(decision), reason: say() });
    }
    cycle
}

/// A clean cycle with so many phases.
fn cycle_with(phases: impl Strategy<Value = usize> + 'static) -> impl Strategy<Value = PdsaCycle> {
    let links = (typed_id(), list(typed_id(), 1..3), any::<bool>(), any::<bool>());
    (clean_parts(phases).boxed(), any::<u64>(), links).prop_map(|(parts, seed, links)| {
        let id = |n: u128| Uuid::from_u128(u128::from(seed) << 64 | n).into();
        let (aim, measures, previous, next) = links;
        let previous = previous.then(|| id(2));
        let next = next.then(|| id(3));
        tell(parts, PdsaCycle { aim: Some(aim), measures, previous, next, ..PdsaCycle::new(id(1)) })
    })
}

/// A PDSA cycle in which nothing is found, as far as it has come.
pub fn clean_cycle() -> impl Strategy<Value = PdsaCycle> {
    cycle_with(0..=4_usize)
}
