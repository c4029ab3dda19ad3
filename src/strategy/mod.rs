//! Strategies for property tests (feature `proptest`).
//!
//! There are three for each kind of draft: `any_…` gives whatever the type can hold, `clean_…` gives
//! drafts in which nothing is found on the day [`as_of`], and [`breaking`] gives a draft whose findings
//! are all of one rule and of those that the rule implies.
//!
//! What the strategies choose may change in any release; what they promise does not.
//!
//! ```
//! use kvalitetsmodel::strategy::{self, proptest::prelude::*};
//!
//! proptest!(ProptestConfig::with_cases(8), |(agreement in strategy::clean_agreement())| {
//!     prop_assert!(kvalitetsmodel::check(&agreement, &strategy::context()).is_clean());
//! });
//! ```

mod agreement;
mod document;
mod ground;
mod improvement;
mod measurement;
mod model;
mod organisation;
mod series;
mod target;

use chrono::NaiveDate;
pub use proptest;
use proptest::strategy::BoxedStrategy;

pub use agreement::{any_agreement, clean_agreement};
pub use document::{any_content, any_document, value};
pub use ground::{
    day, decimal, evenly, free_text, membership, month_day, non_blank_text, partial_date, period,
    section_number, typed_id, unit, uuid, when,
};
pub use improvement::{any_community, any_cycle, clean_community, clean_cycle};
pub use measurement::{any_measurement, clean_measurement, observed};
pub use model::{any_standard_set, clean_standard_set};
pub use organisation::{any_organisation, clean_organisation, org_unit};
pub use series::{any_series, clean_series};
pub use target::{any_target_figure, clean_target_figure};

use crate::document::Content;
use crate::report::Context;
use crate::rule::RuleCode;

/// The day on which clean drafts are clean: 15 January 2024.
#[must_use]
pub fn as_of() -> NaiveDate {
    NaiveDate::from_ymd_opt(2024, 1, 15).unwrap_or_default()
}

/// The general profile on that day.
#[must_use]
pub fn context() -> Context {
    Context::new(as_of())
}

/// Drafts that break the rule, and nothing but that rule and those it implies; nothing for a code that
/// is not one of this crate's.
///
/// ```
/// use kvalitetsmodel::{codes, strategy};
///
/// assert!(strategy::breaking(codes::AGR011).is_some());
/// ```
#[must_use]
pub fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    let strategies = [
        organisation::breaking,
        model::breaking,
        measurement::breaking,
        target::breaking,
        improvement::breaking,
        agreement::breaking,
        series::breaking,
    ];
    strategies.into_iter().find_map(|breaking| breaking(code))
}
