//! Pages: golden ones, their parts, hostile text, and laws for any draft; and agendas, which pages show.
//!
//! The golden pages are in `tests/pages`; `bash .ci/bless` writes them.
#![cfg(all(feature = "json", feature = "page", feature = "proptest"))]
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

mod agenda;
mod citizens;
mod community;
mod evaluation;
mod golden;
mod hostile;
mod laws;
mod meeting;
mod overview;
mod parts;
mod plan;
mod year;

use kvalitetsmodel::Context;
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::page::Page;

fn context(day: &str) -> Context {
    Context::new(day.parse().expect("a day"))
}

/// What `write` makes of the page about a draft.
fn page_of<T>(draft: impl Into<Content>, context: &Context, write: impl FnOnce(Page<'_>) -> T) -> T {
    let document = Document::draft(Id::from_u128(1), draft);
    let report = document.check(context);
    write(Page::of(&document, &report))
}
