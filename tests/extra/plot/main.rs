//! Charts as pictures: kept ones, and what holds of every picture.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that does not hold may stop here"
)]

mod any;
mod figures;
mod gantt;
mod kept;
mod made;
mod overview;
mod several;
mod sound;
