//! Citizens' goals: what is overdue, what is counted, what is SMART, and what is found in whole records.
#![cfg(feature = "proptest")]
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::arithmetic_side_effects,
    reason = "tests may fail loudly, in their helpers too"
)]

mod counts;
mod criteria;
mod deadlines;
mod laws;
mod lines;
mod measured;
mod parts;
mod records;

use chrono::NaiveDate;
use kvalitetsmodel::chrono;
use kvalitetsmodel::goal::{GoalEvaluation, SubGoal};
use kvalitetsmodel::id::Id;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

/// A sub-goal as JSON, without its id.
fn sub_goal(fields: &str) -> SubGoal {
    let comma = if fields.is_empty() { "" } else { "," };
    let json = format!(r#"{{ "id": "00000000-0000-4000-8000-000000000001"{comma} {fields} }}"#);
    serde_json::from_str(&json).unwrap_or_else(|error| panic!("{error} in {json}"))
}

/// An evaluation on that day.
fn evaluated(on: &str) -> GoalEvaluation {
    GoalEvaluation { on: Some(on.parse().expect("a date")), ..GoalEvaluation::default() }
}

fn id<T>(n: u128) -> Id<T> {
    Id::from_u128(n)
}
