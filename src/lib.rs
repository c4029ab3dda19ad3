// The first definition of a link takes precedence: those of the README lead to files of the repository.
//! [docs]: _docs
//! [examples]: _docs::examples
//! [exchange format]: _docs::format
//! [recipes]: _docs::recipes
//! [Rules]: _docs::rules
//! [regler på dansk]: _docs::regler
//! [changelog]: _docs::changelog
#![doc = ""]
#![doc = include_str!("../README.md")]
#![no_std]

extern crate alloc;

#[macro_use]
pub mod draft;

#[cfg(all(doc, not(doctest)))]
pub mod _docs;
pub mod agenda;
pub mod agreement;
pub mod aim;
mod answers;
pub mod assessment;
pub mod audit;
pub mod body;
pub mod bundle;
mod catalogue;
pub mod changes;
#[cfg(feature = "chart")]
pub mod chart;
pub mod circle;
pub mod codes;
pub mod community;
pub mod cycle;
pub mod date;
pub mod document;
pub mod duty;
pub mod evaluation;
pub mod figure;
pub mod goal;
pub mod id;
#[cfg(feature = "json")]
pub mod json;
mod keyed;
pub mod measurement;
pub mod model;
pub mod organisation;
#[cfg(feature = "page")]
pub mod page;
pub mod plan;
pub mod project;
pub mod report;
pub mod rule;
pub mod section;
pub mod series;
mod sorted;
#[cfg(feature = "proptest")]
pub mod strategy;
#[cfg(feature = "table")]
pub mod table;
pub mod target_figure;
pub mod text;

pub use chrono;
pub use uuid;

pub use catalogue::{Explanation, Retired, explain, retired, rules};
pub use draft::kind::Draft;
pub use report::context::Context;
pub use report::valid::Valid;
pub use rule::check::{check, check_rule};
pub use text::lang::Lang;

/// The recipes are doctests.
#[cfg(all(doctest, feature = "json", feature = "page", feature = "plot"))]
#[doc = include_str!("../docs/recipes.md")]
pub mod recipes {}
