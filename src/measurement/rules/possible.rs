//! The values of a measurement that its unit excludes.

use crate::figure::{Decimal, Unit, impossible};
use crate::measurement::{Measurement, Observed};
use crate::report::Path;

/// Calls `found` with the first value that its unit excludes, with its place, with whether it is a share, and with whether it is the only value.
pub(super) fn first_impossible(
    measurement: &Measurement,
    at: &Path<'_>,
    found: impl FnOnce(&Path<'_>, Decimal, bool, bool),
) {
    let at = at.key("observed");
    match &measurement.observed {
        Some(Observed::Value { value, unit }) => {
            if let Some((value, is_share)) = impossible(*value, unit.as_ref()) {
                found(&at.key("value").key("value"), value, is_share, true);
            }
        }
        Some(Observed::Subgroup { values, unit }) => {
            let unit: Option<&Unit> = unit.as_ref();
            let first =
                values.iter().enumerate().find_map(|(n, value)| Some((n, impossible(Some(*value), unit)?)));
            if let Some((n, (value, is_share))) = first {
                found(&at.key("subgroup").key("values").index(n), value, is_share, false);
            }
        }
        _ => {}
    }
}
