//! Two years of agreements of one service: what is carried over, what changed, what is missing before a follow-up.
#![cfg(feature = "json")]
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

mod before;
mod carried;
mod changed;

use std::fmt::Display;

use crate::agreement::signed;
use kvalitetsmodel::agreement::{CarryOver, DevelopmentAgreement};
use kvalitetsmodel::document::Content;
use kvalitetsmodel::{Context, json};

const MADE_UP: &str = include_str!("../../../examples/data/roskildehjemmet-2025-made-up.json");

fn agreement(text: &str) -> DevelopmentAgreement {
    match json::read(text).expect("a document").into_content() {
        Content::Agreement(agreement) => agreement,
        other => panic!("an agreement, not {}", other.kind()),
    }
}

fn made_up() -> DevelopmentAgreement {
    agreement(MADE_UP)
}

fn context(day: &str) -> Context {
    Context::new(day.parse().expect("a day"))
}

/// The sentences, without consecutive repetitions.
fn said<T, D: Display>(all: &[T], sentence: impl Fn(&T) -> D) -> Vec<String> {
    let lines: Vec<_> = all.iter().map(|one| sentence(one).to_string()).collect();
    let said = |equal: &[String]| match equal {
        [one] => one.clone(),
        [first, ..] => format!("{} × {first}", equal.len()),
        [] => String::new(),
    };
    lines.chunk_by(|a, b| a == b).map(said).collect()
}

fn carried() -> Vec<CarryOver> {
    signed().carried_into(&made_up())
}
