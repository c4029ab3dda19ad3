//! Phases: where the level is set anew.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::figure::Decimal;
use crate::text::Text;

/// A phase (*fase*) of a series: from here on, centre line and limits are found anew.
///
/// A person makes it, for a reason; the crate only [proposes](crate::series). The days before the first
/// phase that has a first day are a phase of their own.
///
/// ```
/// use kvalitetsmodel::series::Phase;
///
/// let new_routine: Phase = serde_json::from_str(
///     r#"{ "from": "2024-07-01", "label": "ny procedure", "grounds": "indført på alle afdelinger",
///          "baselineUntil": "2025-06-30" }"#,
/// )?;
/// assert_eq!(new_routine.from.map(|day| day.to_string()).as_deref(), Some("2024-07-01"));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "fase")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Phase {
    /// The first day; absent for the phase that begins with the series.
    #[serde(default, with = "crate::date::exact_day::option", skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// What a reader calls it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub label: Option<Text>,
    /// Why the level is set anew here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub grounds: Option<Text>,
    /// The last day of the baseline (*frosset niveau*): centre line and limits are found from the
    /// measurements of the phase that begin on this day or before. Absent: from all of them.
    #[doc(alias = "freeze")]
    #[serde(default, with = "crate::date::exact_day::option", skip_serializing_if = "Option::is_none")]
    pub baseline_until: Option<NaiveDate>,
    /// The centre line, where it is known from elsewhere.
    ///
    /// **Unit:** that of the measurements; percent where they are shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub centre: Option<Decimal>,
    /// The standard deviation, where it is known from elsewhere; not negative. It is that of the measurements, or
    /// of the single values of subgroups; only I, I′, MR, X̄ and S charts take it.
    ///
    /// **Unit:** that of the measurements; percentage points where they are shares.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sigma: Option<Decimal>,
}
