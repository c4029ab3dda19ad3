//! Training that the law requires within a number of months.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::Fulfilment;
use crate::date::{PartialDate, add_months};
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
    /// Nothing is completed, and the last day has passed.
    Overdue { last_day: NaiveDate },
    /// Completed by the last day.
    InTime,
    /// Completed after the last day.
    Late { on: PartialDate, last_day: NaiveDate },
    /// The dates are too rough to tell.
    Unclear,
}

impl TrainedMember {
    /// The day of an appointment that is known by its month can be any of that month.
    pub(super) fn standing(&self, months: u8, as_of: NaiveDate) -> Standing {
        let Some(started) = self.started_on else { return Standing::WithoutStart };
        let last_day_from = |day| add_months(day, months.into());
        let (Some(earliest), Some(latest)) =
            (last_day_from(started.first_day()), last_day_from(started.last_day()))
        else {
            return Standing::Pending;
        };
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
