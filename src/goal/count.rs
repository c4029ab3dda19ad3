//! How many goals and sub-goals are evaluated, reached and overdue, counted from the records.

use alloc::collections::BTreeMap;
use core::cmp::Ordering;

use chrono::NaiveDate;
use serde::Serialize;

use super::{Caseload, Citizen};
use crate::date::DutyStatus;
use crate::figure::{Decimal, Share};
use crate::id::Id;
use crate::organisation::Department;

words! {
    /// One of the three process measures (*procesmål*). The target of each is no exception.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, figure 2 and tables 1 to 3 (R-137 to R-139).
    ///
    /// ```
    /// use kvalitetsmodel::goal::ProcessMeasure;
    ///
    /// assert_eq!(ProcessMeasure::ALL.len(), 3);
    /// assert_eq!(ProcessMeasure::WithoutSubGoal.label().da, "borgere uden delmål");
    /// ```
    #[non_exhaustive]
    pub enum ProcessMeasure: "procesmål", "process measure" {
        /// Citizens for whom no sub-goal was ever made (table 1). One whose sub-goals are all closed is not among
        /// them, and no counting states how many those are.
        WithoutSubGoal = "borgere uden delmål", "citizens without a sub-goal";
        /// Open sub-goals whose evaluation date is passed (table 2).
        EvaluationOverdue = "delmål, hvor evalueringsdatoen er overskredet", "sub-goals past their evaluation date";
        /// Open sub-goals whose end date is passed (table 3).
        ClosingOverdue = "delmål, hvor slutdatoen er overskredet", "sub-goals past their end date";
    }
}

/// What one process measure counts: the exceptions, and of how many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Counted {
    /// **Unit:** citizens or sub-goals. The exceptions.
    pub exceptions: u64,
    /// How many could be judged, the exceptions among them.
    pub of: u64,
    /// How many could not be judged, since the date is not stated. They are not in `of`.
    pub not_assessable: u64,
}

impl Counted {
    /// Whether there is no exception (R-145). Returns `None` if there is none among those that could be judged, but
    /// some could not be, or if there was nothing to judge: 0 of 0 meets no target.
    ///
    /// ```
    /// use kvalitetsmodel::goal::Counted;
    ///
    /// let counted = |exceptions, of, not_assessable| Counted { exceptions, of, not_assessable };
    /// assert_eq!(counted(0, 12, 0).target_met(), Some(true));
    /// assert_eq!(counted(1, 12, 3).target_met(), Some(false));
    /// assert_eq!(counted(0, 12, 3).target_met(), None);
    /// assert_eq!(counted(0, 0, 0).target_met(), None);
    /// ```
    #[must_use]
    pub const fn target_met(self) -> Option<bool> {
        match self {
            Self { exceptions: 1.., .. } => Some(false),
            Self { of: 0, .. } | Self { not_assessable: 1.., .. } => None,
            _ => Some(true),
        }
    }

    /// Whether at most that many percent are exceptions, whatever is true of those that could not be judged. Returns `None`
    /// if they decide it, or if there is nothing at all.
    ///
    /// ```
    /// use kvalitetsmodel::goal::Counted;
    ///
    /// let counted = |exceptions, of, not_assessable| Counted { exceptions, of, not_assessable };
    /// let ten = "10".parse()?;
    /// assert_eq!(counted(1, 10, 0).is_at_most(ten), Some(true));
    /// assert_eq!(counted(0, 1, 1).is_at_most(ten), None);
    /// assert_eq!(counted(5, 10, 1).is_at_most(ten), Some(false));
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    #[must_use]
    pub fn is_at_most(self, percent: Decimal) -> Option<bool> {
        let all = self.of.checked_add(self.not_assessable).filter(|all| *all > 0)?;
        let is_met = |exceptions: u64| {
            let share = Share::new(exceptions, all).ok()?;
            Some(share.compare_percent(&percent)? != Ordering::Greater)
        };
        let (best, worst) =
            (is_met(self.exceptions)?, is_met(self.exceptions.checked_add(self.not_assessable)?)?);
        (best == worst).then_some(best)
    }

    fn add(&mut self, status: Option<DutyStatus>) {
        match status {
            None => self.not_assessable = self.not_assessable.saturating_add(1),
            Some(status) => {
                self.of = self.of.saturating_add(1);
                let is_exception = matches!(status, DutyStatus::Overdue { .. });
                self.exceptions = self.exceptions.saturating_add(u64::from(is_exception));
            }
        }
    }

    const fn plus(self, other: Self) -> Self {
        Self {
            exceptions: self.exceptions.saturating_add(other.exceptions),
            of: self.of.saturating_add(other.of),
            not_assessable: self.not_assessable.saturating_add(other.not_assessable),
        }
    }
}

/// The three process measures of some citizens on a day.
///
/// Counts of departments add up to those of the service, and citizens can be counted one at a time as they are
/// read.
///
/// ```
/// use kvalitetsmodel::goal::{Citizen, ProcessCount, ProcessMeasure};
/// use kvalitetsmodel::id::Id;
///
/// let day = "2024-01-15".parse()?;
/// let (mut one, mut other) = (ProcessCount::default(), ProcessCount::default());
/// one.add(&Citizen::new(Id::from_u128(1)), day);
/// other.add(&Citizen::new(Id::from_u128(2)), day);
/// let both = one.plus(&other);
/// assert_eq!((both.citizens, both.of(ProcessMeasure::WithoutSubGoal).exceptions), (2, 2));
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct ProcessCount {
    /// How many citizens were counted.
    pub citizens: u64,
    /// How many open sub-goals they have.
    pub open_sub_goals: u64,
    /// How many sub-goals were set after the day. They are not counted anywhere else.
    pub set_later: u64,
    /// How many citizens have no open sub-goal.
    pub without_open_sub_goal: u64,
    without_sub_goal: Counted,
    evaluation_overdue: Counted,
    closing_overdue: Counted,
}

impl ProcessCount {
    /// What a measure counts.
    #[must_use]
    pub const fn of(&self, measure: ProcessMeasure) -> Counted {
        match measure {
            ProcessMeasure::WithoutSubGoal => self.without_sub_goal,
            ProcessMeasure::EvaluationOverdue => self.evaluation_overdue,
            ProcessMeasure::ClosingOverdue => self.closing_overdue,
        }
    }

    /// Counts one more citizen, as the record stands on the day.
    pub fn add(&mut self, citizen: &Citizen, as_of: NaiveDate) {
        self.citizens = self.citizens.saturating_add(1);
        let (mut open, mut without) = (0_u64, 1_u64);
        for sub_goal in &citizen.sub_goals {
            if !sub_goal.was_set(as_of) {
                self.set_later = self.set_later.saturating_add(1);
                continue;
            }
            without = 0;
            if sub_goal.is_closed(as_of) {
                continue;
            }
            open = open.saturating_add(1);
            self.evaluation_overdue.add(sub_goal.evaluation(as_of));
            self.closing_overdue.add(sub_goal.closing(as_of));
        }
        self.open_sub_goals = self.open_sub_goals.saturating_add(open);
        self.without_open_sub_goal = self.without_open_sub_goal.saturating_add(u64::from(open == 0));
        self.without_sub_goal =
            self.without_sub_goal.plus(Counted { exceptions: without, of: 1, not_assessable: 0 });
    }

    /// The counts of both together.
    #[must_use]
    pub const fn plus(&self, other: &Self) -> Self {
        Self {
            citizens: self.citizens.saturating_add(other.citizens),
            open_sub_goals: self.open_sub_goals.saturating_add(other.open_sub_goals),
            set_later: self.set_later.saturating_add(other.set_later),
            without_open_sub_goal: self.without_open_sub_goal.saturating_add(other.without_open_sub_goal),
            without_sub_goal: self.without_sub_goal.plus(other.without_sub_goal),
            evaluation_overdue: self.evaluation_overdue.plus(other.evaluation_overdue),
            closing_overdue: self.closing_overdue.plus(other.closing_overdue),
        }
    }
}

impl Caseload {
    /// The process measures of all citizens on a day.
    #[must_use]
    pub fn count(&self, as_of: NaiveDate) -> ProcessCount {
        let mut count = ProcessCount::default();
        self.citizens.iter().for_each(|citizen| count.add(citizen, as_of));
        count
    }

    /// The process measures of each department on a day; `None` holds the citizens without a stated one.
    #[must_use]
    pub fn count_by_department(&self, as_of: NaiveDate) -> BTreeMap<Option<Id<Department>>, ProcessCount> {
        let mut counts = BTreeMap::new();
        for citizen in &self.citizens {
            let of_department: &mut ProcessCount = counts.entry(citizen.department).or_default();
            of_department.add(citizen, as_of);
        }
        counts
    }
}
