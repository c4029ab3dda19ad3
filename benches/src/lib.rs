//! What the benches compare the crate with: peers that do the same work in the plainest way. And their options.

pub mod twin;
pub mod twin_series;

/// Whether the command has the option. `--bench` is cargo's; without it this is a test run, in which times say nothing.
/// A `--quick` run shows that every step works, and does without large amounts.
#[must_use]
pub fn asked(option: &str) -> bool {
    std::env::args().any(|argument| argument == option)
}
