//! The instruments, one file each: their rules together, and what can be concluded from them.

mod agreement;
mod basics;
mod circle;
#[path = "../common/mod.rs"]
mod common;
mod community;
mod duty;
mod evaluation;
mod goal;
mod measurement;
mod model;
mod organisation;
mod pdsa;
mod plan;
mod project;
mod ramps;
mod series;
mod tailoring;
mod target_figure;
