//! The documents of the repository, so that links to them also work in these pages.
//!
//! They are written for the repository, where links are relative to files; the definitions before each of them come
//! first and so take precedence.

/// What changed, release by release.
#[doc = "\n\n---\n"]
#[doc = include_str!("../CHANGELOG.md")]
pub mod changelog {}

/// How a rule is added.
///
/// [adding a type]: adding_a_type
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/adding-a-rule.md")]
pub mod adding_a_rule {}

/// How a type is added.
///
/// [field table]: crate::draft::Shape
/// [the table of ids]: design#which-ids-must-lead-to-something
/// [`Draft`]: crate::Draft
/// [adding a rule]: adding_a_rule
/// [exchange format]: format
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/adding-a-type.md")]
pub mod adding_a_type {}

/// What the sources ask for, and what became of it.
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/coverage.md")]
pub mod coverage {}

/// What was decided, and why.
///
/// [coverage]: coverage
/// [rules]: rules
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/design.md")]
pub mod design {}

/// What each example shows, and the command that runs it.
#[doc = "\n\n---\n"]
#[doc = include_str!("../examples/README.md")]
pub mod examples {}

/// The exchange format, field by field.
///
/// [rules]: rules
/// [coverage]: coverage
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/format.md")]
pub mod format {}

/// What a service does with the crate, task by task.
///
/// [`json::read_leniently`]: crate::json::read_leniently
/// [`TargetFigure::evaluate`]: crate::target_figure::TargetFigure::evaluate
/// [`json::ReadError`]: crate::json::ReadError
/// [`json::lines`]: crate::json::lines
/// [`json::read_profile`]: crate::json::read_profile
/// [`json::Revealed`]: crate::json::Revealed
/// [`Document::mentioned`]: crate::document::Document::mentioned
/// [`Document::validate`]: crate::document::Document::validate
/// [`Report::compact`]: crate::report::Report::compact
/// [`Report::csv`]: crate::report::Report::csv
/// [`StoredReport`]: crate::report::StoredReport
/// [`Suppression`]: crate::report::Suppression
/// [`Agenda`]: crate::agenda::Agenda
/// [`PartialDate::of_day`]: crate::date::PartialDate::of_day
/// [`PlotOptions::id_prefix`]: crate::chart::PlotOptions::id_prefix
/// [`Overview`]: crate::chart::Overview
/// [`CustomRule`]: crate::rule::CustomRule
/// [`Context`]: crate::Context
/// [`Draft::validate`]: crate::Draft::validate
/// [`explain`]: crate::explain
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/recipes.md")]
pub mod recipes {}

/// What was measured.
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/performance.md")]
pub mod performance {}

/// Every rule, in Danish.
///
/// [Rules]: rules
/// [coverage.md]: coverage
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/regler.md")]
pub mod regler {}

/// Every rule, in English.
///
/// [Regler]: regler
/// [coverage.md]: coverage
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/rules.md")]
pub mod rules {}

/// How charts are calculated.
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/series.md")]
pub mod series {}

/// Which forms of tables are read, and which are refused.
#[doc = "\n\n---\n"]
#[doc = include_str!("../docs/tables.md")]
pub mod tables {}
