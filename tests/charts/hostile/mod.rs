//! What no series should hold: an error in whole sentences or a defined result, and never a panic.
#![expect(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test that does not hold may stop here, and its numbers are small"
)]

mod figures;
mod measurements;
mod memory;
mod settings;
