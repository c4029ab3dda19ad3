//! When sub-goals are due for evaluation and for closing.

use chrono::NaiveDate;

use super::{Citizen, SubGoal};
use crate::date::{DutyStatus, PartialDate};
use crate::text::Bilingual;

/// What a sub-goal is due for.
///
/// ```
/// use kvalitetsmodel::goal::DeadlineKind;
///
/// assert_eq!(DeadlineKind::Closing.label().da, "afslutning");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum DeadlineKind {
    /// To be evaluated (*evalueringsdato*).
    Evaluation,
    /// To be closed (*slutdato*).
    Closing,
}

impl DeadlineKind {
    /// What people call it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Evaluation => Bilingual::new("evaluering", "evaluation"),
            Self::Closing => Bilingual::new("afslutning", "closing"),
        }
    }
}

/// A deadline of a sub-goal, with its status on a day.
#[derive(Debug, Clone, Copy, PartialEq)]
#[non_exhaustive]
pub struct Deadline<'a> {
    /// Whose sub-goal it is.
    pub citizen: &'a Citizen,
    /// Which one.
    pub sub_goal: &'a SubGoal,
    /// What it is due for.
    pub kind: DeadlineKind,
    /// The status on the day: [`Due`](DutyStatus::Due), [`Overdue`](DutyStatus::Overdue) or
    /// [`Done`](DutyStatus::Done).
    pub status: DutyStatus,
}

impl SubGoal {
    /// Returns `true` if the draft says that it was closed on the day or before.
    ///
    /// A status other than *open*, or a date of closing, says so. If the date is after the day, it was still open.
    #[must_use]
    pub fn is_closed(&self, as_of: NaiveDate) -> bool {
        let says_so = self.status.is_some_and(super::GoalStatus::is_closed) || self.closed_on.is_some();
        says_so && self.closed_on.is_none_or(|on| on.first_day() <= as_of)
    }

    /// Returns `true` unless the draft says that it was set after the day.
    #[must_use]
    pub fn was_set(&self, as_of: NaiveDate) -> bool {
        self.set_on.is_none_or(|on| on.first_day() <= as_of)
    }

    /// The status of its evaluation on a day, or `None` if it was neither evaluated nor closed and no evaluation date is
    /// stated.
    ///
    /// It is overdue when its evaluation date is before the day, and it was neither evaluated nor closed on or before
    /// the day. On the date itself it is not overdue yet; a date that is a month means its last day.
    ///
    /// An evaluation before the sub-goal was set is of another one. Any later one counts, however long before the
    /// evaluation date: a document has one such date and does not say since when, so an early evaluation and a date that
    /// was set after it look the same. A further evaluation that is to be followed has a sub-goal of its own.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*: the evaluation date is passed (process measures), not evaluated within the
    /// agreed time (table 2). The two wordings differ for a sub-goal that was evaluated too late: it is no longer
    /// counted here, since the source counts what is overdue on the day of counting (R-141, S-032).
    ///
    /// ```
    /// use kvalitetsmodel::date::DutyStatus;
    /// use kvalitetsmodel::goal::SubGoal;
    /// use kvalitetsmodel::id::Id;
    ///
    /// let mut walks = SubGoal::new(Id::from_u128(1));
    /// walks.evaluate_by = Some("2024-06-30".parse()?);
    /// let on = |day: &str| walks.evaluation(day.parse().expect("a day"));
    /// assert!(matches!(on("2024-06-30"), Some(DutyStatus::Due { .. })));
    /// assert!(matches!(on("2024-07-01"), Some(DutyStatus::Overdue { .. })));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn evaluation(&self, as_of: NaiveDate) -> Option<DutyStatus> {
        let is_known = |on: Option<PartialDate>| on.is_none_or(|on| on.first_day() <= as_of);
        let is_earlier = |on: PartialDate| self.set_on.is_some_and(|set| on.last_day() < set.first_day());
        let is_of_it = |on: &Option<PartialDate>| is_known(*on) && !on.is_some_and(is_earlier);
        let evaluated = self.evaluations.iter().map(|one| one.on).filter(is_of_it).max();
        match evaluated {
            Some(on) => Some(DutyStatus::Done { on }),
            None if self.is_closed(as_of) => Some(DutyStatus::Done { on: self.closed_on }),
            None => Some(DutyStatus::of_deadline(self.evaluate_by?.last_day(), as_of)),
        }
    }

    /// The status of its closing on a day, or `None` if it was not closed and no end date is stated.
    ///
    /// It is overdue when its end date is before the day, and it was not closed on or before the day.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, table 3 (R-139, R-141).
    #[must_use]
    pub fn closing(&self, as_of: NaiveDate) -> Option<DutyStatus> {
        if self.is_closed(as_of) {
            return Some(DutyStatus::Done { on: self.closed_on });
        }
        Some(DutyStatus::of_deadline(self.ends_on?.last_day(), as_of))
    }

    /// The status of both on a day; without those whose date is not stated.
    pub fn deadlines(&self, as_of: NaiveDate) -> impl Iterator<Item = (DeadlineKind, DutyStatus)> + use<> {
        let both = [
            (DeadlineKind::Evaluation, self.evaluation(as_of)),
            (DeadlineKind::Closing, self.closing(as_of)),
        ];
        both.into_iter().filter_map(|(kind, status)| Some((kind, status?)))
    }
}

impl Citizen {
    /// The deadlines of the sub-goals on a day, in their order: evaluation, then closing. Those without a stated
    /// date are left out; rule `GOL005` lists them. So are sub-goals that were set after the day.
    ///
    /// ```
    /// use kvalitetsmodel::goal::{Citizen, DeadlineKind, SubGoal};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let mut citizen = Citizen::new(Id::from_u128(1));
    /// let ends_on = Some("2024-03-31".parse()?);
    /// citizen.sub_goals.push(SubGoal { ends_on, ..SubGoal::new(Id::from_u128(2)) });
    /// let due: Vec<_> = citizen.deadlines("2024-03-20".parse()?).map(|deadline| deadline.kind).collect();
    /// assert_eq!(due, [DeadlineKind::Closing]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub fn deadlines(&self, as_of: NaiveDate) -> impl Iterator<Item = Deadline<'_>> {
        let all = self.sub_goals.iter().filter(move |one| one.was_set(as_of));
        all.flat_map(move |sub_goal| {
            let statuses = sub_goal.deadlines(as_of);
            statuses.map(move |(kind, status)| Deadline { citizen: self, sub_goal, kind, status })
        })
    }
}

impl Deadline<'_> {
    /// Returns `true` if its day has passed and it is not done.
    #[must_use]
    pub const fn is_overdue(&self) -> bool {
        matches!(self.status, DutyStatus::Overdue { .. })
    }

    /// Returns `true` if it is not done and falls due within that many days from the day of the status, that day
    /// included.
    #[must_use]
    pub fn is_due_within(&self, days: u64, as_of: NaiveDate) -> bool {
        let last = as_of.checked_add_days(chrono::Days::new(days)).unwrap_or(NaiveDate::MAX);
        matches!(self.status, DutyStatus::Due { last_day } if last_day <= last)
    }
}
