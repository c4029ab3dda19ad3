//! The run chart of plain numbers: the median, and the runs around it.

use alloc::vec::Vec;

use super::runs::Runs;
use super::statistics::median_of_finite;
use crate::text::{Bilingual, error_type};

/// Memory that a calculation uses and the next one can reuse.
///
/// ```
/// use kvalitetsmodel::chart::{RunChart, Scratch};
///
/// let mut scratch = Scratch::default();
/// for series in [[3.0, 1.0, 2.0], [6.0, 5.0, 4.0]] {
///     let chart = RunChart::of(&series, &mut scratch)?; // the second one allocates nothing
///     assert_eq!(chart.runs.useful(), 2);
/// }
/// # Ok::<(), kvalitetsmodel::chart::PointNotFinite>(())
/// ```
#[derive(Debug, Default, Clone)]
pub struct Scratch(Vec<i64>);

/// A number that cannot be charted: infinite, or not a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct PointNotFinite {
    /// The index of the point, from zero.
    pub index: usize,
}

error_type! {
    PointNotFinite,
    fixed |_error| (
        "notFinite",
        Bilingual::new("tallet er uendeligt eller slet ikke et tal", "the number is infinite or not a number"),
    ),
    at |error, f| write!(f, " (point {})", error.index),
    "index": |error: &PointNotFinite| Some(error.index),
}

/// The run chart (*seriediagram*) of plain numbers in the order of time, the quick way: nothing is
/// missing, excluded or frozen, and there is one phase.
///
/// For everything else, use [`Chart`](super::Chart).
///
/// ```
/// use kvalitetsmodel::chart::{RunChart, Scratch};
///
/// let weeks = [12.0, 11.0, 14.0, 9.0, 10.0, 13.0, 8.0, 7.0, 9.0, 6.0, 8.0, 5.0];
/// let chart = RunChart::of(&weeks, &mut Scratch::default())?;
/// assert_eq!(chart.median, Some(9.0));
/// assert_eq!((chart.runs.useful(), chart.runs.crossings(), chart.runs.crossings_min()), (10, Some(1), Some(2)));
/// assert!(chart.runs.has_few_crossings() && !chart.runs.has_long_run());
///
/// assert_eq!(RunChart::of(&[1.0, f64::NAN], &mut Scratch::default()).unwrap_err().index, 1);
/// # Ok::<(), kvalitetsmodel::chart::PointNotFinite>(())
/// ```
#[doc(alias = "seriediagram")]
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct RunChart {
    /// The centre line, or `None` if there are no points.
    pub median: Option<f64>,
    /// The runs around it.
    pub runs: Runs,
}

impl RunChart {
    /// The median of `values`, and the runs around it.
    ///
    /// # Errors
    ///
    /// [`PointNotFinite`] for `f64::NAN` and the infinities.
    pub fn of(values: &[f64], scratch: &mut Scratch) -> Result<Self, PointNotFinite> {
        let median = median_of_finite(values, &mut scratch.0).map_err(|index| PointNotFinite { index })?;
        Ok(Self { median, runs: Runs::around(median.unwrap_or(f64::NAN), values) })
    }
}
