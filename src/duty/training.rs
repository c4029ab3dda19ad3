//! Training that the law requires within a number of months.

use alloc::vec::Vec;

use chrono::{Datelike as _, NaiveDate};

use super::Fulfilment;
use crate::date::{PartialDate, add_months, has_passed};
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// Training that the law requires of those who hold a role, within a number of months of their election or
    /// appointment.
    ///
    /// The members are listed, or counted, or both. The limit of the working-environment training is three months in
    /// the source, which does not say from when; by public practice it is from the election or appointment.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, 1.3.1.
    #[doc(alias = "arbejdsmiljøuddannelse")]
    pub struct StatutoryTraining: "lovpligtig uddannelse", "statutory training", id "statutoryTraining", says text {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// Which training.
            pub text: Option<Text> = "uddannelse", "training";
            /// The limit. **Unit and range:** calendar months, 0 to 255.
            pub within_months: Option<u8> = "inden for måneder", "within months";
            /// Those who are to have it.
            pub members: Vec<TrainedMember> = "medlemmer", "members";
            /// How many of those whose limit has passed had it in time. Listed members are among them.
            pub counted: Option<Fulfilment> = "optalt", "counted";
        }
    }
}

record! {
    /// Somebody who is to have a training, by role: no names.
    pub struct TrainedMember: "medlem", "member", says role {
        optional {
            /// The role, such as representative of the staff.
            pub role: Option<Text> = "rolle", "role";
            /// When the member was elected or appointed.
            pub started_on: Option<PartialDate> = "valgt eller udpeget", "elected or appointed";
            /// The last day in the role, for a member who has left (*fratrådt*); absent for one who has not, or if the
            /// document does not say.
            #[doc(alias = "fratrådt")]
            pub until: Option<PartialDate> = "til og med", "until";
            /// When the training was completed.
            pub completed_on: Option<PartialDate> = "gennemført", "completed on";
        }
    }
}

/// Whether a member completed a training within its limit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    /// It is not stated when the member was elected or appointed.
    WithoutStart,
    /// Nothing is completed, and the last day has not passed.
    Pending,
    /// The member had left before the last day, or may have.
    Left,
    /// Nothing is completed, and the last day has passed.
    Overdue { last_day: NaiveDate },
    /// Completed by the last day.
    InTime,
    /// Completed after the last day.
    Late { on: PartialDate, last_day: NaiveDate },
    /// The dates are too rough to tell.
    Unclear,
}

/// The listed members whose limit has certainly passed, and how many of them were certainly trained in time, or not.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Listed {
    pub(super) passed: u32,
    pub(super) in_time: u32,
    pub(super) late: u32,
}

impl Listed {
    /// Returns `true` if the list holds more than the counts, or more of one kind.
    pub(super) fn is_more_than(self, due: u32, met: u32) -> bool {
        self.passed > due || self.in_time > met || self.late > due.saturating_sub(met)
    }
}

impl StatutoryTraining {
    /// Nobody if the limit is not stated.
    pub(super) fn listed(&self, as_of: NaiveDate) -> Listed {
        let mut listed = Listed::default();
        let Some(months) = self.within_months else { return listed };
        for one in self.members.iter().filter(|one| one.has_passed(months, as_of)) {
            let of_kind = match one.standing(months, as_of) {
                Standing::InTime => Some(&mut listed.in_time),
                Standing::Overdue { .. } | Standing::Late { .. } => Some(&mut listed.late),
                Standing::WithoutStart | Standing::Pending | Standing::Left | Standing::Unclear => None,
            };
            for count in of_kind.into_iter().chain([&mut listed.passed]) {
                *count = count.saturating_add(1);
            }
        }
        listed
    }
}

impl TrainedMember {
    /// The year and month of the election or appointment, which tell apart those who held a role one after the other.
    pub(crate) fn term(&self) -> Option<(i32, u32)> {
        let [first, last] = self.started_on.map(|on| [on.first_day(), on.last_day()])?;
        let month = |day: NaiveDate| (day.year(), day.month());
        (month(first) == month(last)).then(|| month(first))
    }

    /// Whether the last day has passed, whenever in the month of the appointment that was, with the member still in the
    /// role.
    fn has_passed(&self, months: u8, as_of: NaiveDate) -> bool {
        let started = self.started_on.map(PartialDate::last_day);
        let latest = started.and_then(|day| add_months(day, months.into()));
        latest.is_some_and(|latest| as_of > latest && !self.may_leave_before(latest))
    }

    /// Whether the last day in the role is before that day, or can be.
    fn may_leave_before(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| until.first_day() < day)
    }

    /// Whether the member has left, and no longer needs the training.
    pub(crate) fn has_left(&self, as_of: NaiveDate) -> bool {
        has_passed(self.until, as_of)
    }

    /// The day of an appointment that is known by its month can be any of that month.
    pub(super) fn standing(&self, months: u8, as_of: NaiveDate) -> Standing {
        let Some(started) = self.started_on else { return Standing::WithoutStart };
        let last_day_from = |day| add_months(day, months.into());
        let (Some(earliest), Some(latest)) =
            (last_day_from(started.first_day()), last_day_from(started.last_day()))
        else {
            return Standing::Pending;
        };
        if self.may_leave_before(latest) {
            return Standing::Left;
        }
        // A date in the future is a plan.
        match self.completed_on.filter(|on| on.first_day() <= as_of) {
            None if as_of > latest => Standing::Overdue { last_day: latest },
            None => Standing::Pending,
            Some(on) if on.first_day() > latest => Standing::Late { on, last_day: latest },
            Some(on) if on.last_day() <= earliest => Standing::InTime,
            Some(_) => Standing::Unclear,
        }
    }
}
