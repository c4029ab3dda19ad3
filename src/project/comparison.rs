//! What two countings allow to be said.

use alloc::vec::Vec;

use uuid::Uuid;

use super::{CountRow, Counting, ImprovementProject};
use crate::figure::percent_change;
use crate::goal::ProcessMeasure;
use crate::id::Id;
use crate::keyed::Keyed;
use crate::organisation::Department;
use crate::text::Bilingual;

/// The counts of one process measure in one department, before and after.
///
/// ```
/// use kvalitetsmodel::goal::ProcessMeasure;
/// use kvalitetsmodel::id::Id;
/// use kvalitetsmodel::project::{Chance, ComparedCell, Grade, CountChange};
///
/// let cell = ComparedCell {
///     department: Id::from_u128(3),
///     measure: ProcessMeasure::ClosingOverdue,
///     first: Some(0),
///     second: Some(4),
///     first_of: None,
///     second_of: None,
/// };
/// assert_eq!(cell.difference(), Some(4));
/// assert_eq!(cell.percent_change(), CountChange::Undefined); // none from zero (R-148)
/// assert_eq!((cell.target_met(), cell.grade()), (Some(false), Grade::TwoCounts));
/// assert_eq!(cell.chance(), Chance::NotAssessable); // of how many is not stated (R-144)
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ComparedCell {
    /// The department.
    pub department: Id<Department>,
    /// What was counted.
    pub measure: ProcessMeasure,
    /// **Unit:** citizens or sub-goals. The exceptions at the first counting.
    pub first: Option<u64>,
    /// The exceptions at the second one.
    pub second: Option<u64>,
    /// Of how many, at the first counting.
    pub first_of: Option<u64>,
    /// Of how many, at the second one.
    pub second_of: Option<u64>,
}

/// By how many percent a count changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum CountChange {
    /// A change in tenths of a percent, rounded half away from zero: −467 for a fall from 15 to 8.
    Tenths(i64),
    /// There is no change in percent from zero (R-148).
    Undefined,
    /// A count is not stated.
    NotAssessable,
}

/// What may be concluded, the weakest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Grade {
    /// A count is not stated.
    NoComparison,
    /// Two counts: they can only differ or not, and never show a development (R-146).
    TwoCounts,
}

impl Grade {
    /// What may be said.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::NoComparison => Bilingual::new("kan ikke sammenlignes", "cannot be compared"),
            Self::TwoCounts => Bilingual::new(
                "to optællinger kan være forskellige, men viser ingen udvikling",
                "two counts can differ, and show no development",
            ),
        }
    }
}

/// Whether chance suffices as an explanation of a difference.
#[derive(Debug, Clone, Copy, PartialEq, PartialOrd)]
#[non_exhaustive]
pub enum Chance {
    /// A count or its whole is not stated, or they are too large (R-144, R-147).
    NotAssessable,
    /// The exact two-sided comparison of two shares (Fisher). If `p` is 0.05 or more, chance suffices.
    Exact {
        /// **Range:** 0 to 1. How often chance alone gives a difference at least as unlikely as this one.
        p: f64,
    },
}

impl Chance {
    /// Returns `true` if chance suffices as an explanation, and `None` if that cannot be assessed.
    #[must_use]
    pub fn suffices(self) -> Option<bool> {
        match self {
            Self::NotAssessable => None,
            Self::Exact { p } => Some(p >= 0.05),
        }
    }
}

impl ComparedCell {
    /// The second count minus the first, or `None` if one is not stated.
    #[must_use]
    pub fn difference(&self) -> Option<i128> {
        i128::from(self.second?).checked_sub(i128::from(self.first?))
    }

    /// By how many percent the count changed.
    #[must_use]
    pub fn percent_change(&self) -> CountChange {
        let Some((first, second)) = self.first.zip(self.second) else { return CountChange::NotAssessable };
        match percent_change(first, second).map(|change| change.rounded_digits(1)) {
            None => CountChange::Undefined,
            Some(Some(tenths)) => CountChange::Tenths(tenths),
            Some(None) => CountChange::NotAssessable,
        }
    }

    /// Returns `true` if the second count meets the target of no exception (R-145), and `None` if it is not stated.
    #[must_use]
    pub fn target_met(&self) -> Option<bool> {
        self.second.map(|second| second == 0)
    }

    /// What may be concluded from the two counts.
    #[must_use]
    pub const fn grade(&self) -> Grade {
        if self.first.is_some() && self.second.is_some() { Grade::TwoCounts } else { Grade::NoComparison }
    }

    /// Whether chance suffices as an explanation: an exact comparison, where both wholes are known.
    ///
    /// ```
    /// # use kvalitetsmodel::{goal::ProcessMeasure, id::Id, project::ComparedCell};
    /// let cell = |first, second| ComparedCell {
    ///     department: Id::from_u128(1),
    ///     measure: ProcessMeasure::EvaluationOverdue,
    ///     first: Some(first), second: Some(second), first_of: Some(40), second_of: Some(40),
    /// };
    /// assert_eq!(cell(6, 5).chance().suffices(), Some(true));
    /// assert_eq!(cell(22, 2).chance().suffices(), Some(false));
    /// ```
    #[must_use]
    pub fn chance(&self) -> Chance {
        let stated = || Some(([self.first?, self.first_of?], [self.second?, self.second_of?]));
        let p = stated().and_then(|(first, second)| fisher(first, second));
        p.map_or(Chance::NotAssessable, |p| Chance::Exact { p })
    }
}

/// The two-sided exact test of Fisher for two shares, each a part and its whole, as R's `fisher.test` gives it.
/// `None` for 21 of 20, for nothing of nothing, and for more than a million cases.
fn fisher([part, whole]: [u64; 2], [other_part, other_whole]: [u64; 2]) -> Option<f64> {
    const MOST: u64 = 1_000_000;
    whole.checked_add(other_whole).filter(|total| *total <= MOST)?;
    if part > whole || other_part > other_whole || whole == 0 || other_whole == 0 {
        return None;
    }
    let parts = part.checked_add(other_part)?;
    let (low, high) = (parts.saturating_sub(other_whole), parts.min(whole));
    // Each weight relative to the one before; the first is taken as one. Large ones are scaled down as they come.
    let (whole, other_whole, parts) = (double(whole), double(other_whole), double(parts));
    let mut weights = Vec::new();
    let mut weight = 1.0_f64;
    for here in low..=high {
        weights.push(weight);
        let here = double(here);
        weight *= (whole - here) / (here + 1.0) * ((parts - here) / (other_whole - parts + here + 1.0));
        if weight > 1e200 {
            for weight in &mut weights {
                *weight *= 1e-200;
            }
            weight *= 1e-200;
        }
    }
    let observed = *weights.get(usize::try_from(part.checked_sub(low)?).ok()?)?;
    let all: f64 = weights.iter().sum();
    // Ties are equal as far as rounding goes, as in R.
    let as_unlikely: f64 = weights.iter().filter(|weight| **weight <= observed * (1.0 + 1e-7)).sum();
    Some((as_unlikely / all).min(1.0))
}

#[expect(clippy::cast_precision_loss, reason = "at most a million")]
const fn double(count: u64) -> f64 {
    count as f64
}

/// The first count of each department and measure.
type ByCell<'c> = Keyed<(u8, Uuid), &'c CountRow>;

fn cell(row: &CountRow) -> (u8, Uuid) {
    (row.measure as u8, row.department.uuid())
}

impl Counting {
    fn by_cell(&self) -> ByCell<'_> {
        self.rows.iter().map(|row| (cell(row), row)).collect()
    }

    /// The cells of this counting and a later one, by department and measure, in the order of this one; then those
    /// that only the later one has.
    #[must_use]
    pub fn compare(&self, later: &Self) -> Vec<ComparedCell> {
        let (own, others) = (self.by_cell(), later.by_cell());
        let added = others.values().iter().filter(|row| !own.contains(cell(row)));
        let cells = own.values().iter().chain(added).map(|row| {
            let of = |counted: &ByCell<'_>| {
                counted.get(cell(row)).map_or((None, None), |row| (row.exceptions, row.of))
            };
            let ((first, first_of), (second, second_of)) = (of(&own), of(&others));
            let CountRow { department, measure, .. } = **row;
            ComparedCell { department, measure, first, second, first_of, second_of }
        });
        cells.collect()
    }
}

impl ImprovementProject {
    /// What was counted first and last, by department and measure. Empty if there are fewer than two countings.
    #[must_use]
    pub fn compare(&self) -> Vec<ComparedCell> {
        match self.countings.as_slice() {
            [first, .., last] => first.compare(last),
            _ => Vec::new(),
        }
    }

    /// Calls `then` with the cells that claims are compared with, or with none if there are no claims.
    pub(crate) fn claimed_cells<R>(&self, then: impl FnOnce(&[ComparedCell]) -> R) -> R {
        if self.claims.is_empty() { then(&[]) } else { then(&self.compare()) }
    }
}
