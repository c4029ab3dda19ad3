//! Rules about PDSA cycles.

mod links;
mod order;
mod phases;

use super::PdsaCycle;
use crate::rule::rules_in_modules;

rules_in_modules! {
    PdsaCycle:
        phases::PREDICTION => prediction,
        phases::DATA => data,
        phases::COMPARISON => comparison,
        phases::DECISION => decision,
        order::NO_GAP => no_gap,
        order::DATES_FORWARD => dates_forward,
        links::THREE_QUESTIONS => three_questions,
        links::NEXT_AFTER_ADAPT => next_after_adapt,
        links::NOT_ITS_OWN_NEIGHBOUR => not_its_own_neighbour;
}
