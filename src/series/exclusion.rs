//! Measurements that stand outside the calculation.

use serde::{Deserialize, Serialize};

use crate::id::MeasurementId;
use crate::text::Text;

/// A measurement of the series that is shown and not calculated with.
///
/// It counts for neither centre line, limits, runs nor signals. What stands out is not a reason by itself:
/// the reason says what was different about the measurement.
///
/// ```
/// use kvalitetsmodel::series::Exclusion;
///
/// let moved: Exclusion = serde_json::from_str(
///     r#"{ "measurement": "00000000-0000-4000-8000-000000000191", "reason": "flytning af afdelingen" }"#,
/// )?;
/// assert!(moved.reason.is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Exclusion {
    /// Which measurement.
    pub measurement: MeasurementId,
    /// Why it does not count.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}
