//! When something is to happen, in the words of real agreements.

use core::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::month_day::MonthDay;
use super::partial::PartialDate;
use super::period::Period;
use super::status::{DutyStatus, PendingOn};
use crate::id::BodyId;
use crate::text::{Bilingual, Lang, Text};

/// When something is to happen (*hvornår*), as real agreements say it.
///
/// # Source
///
/// R-014 names a date, a month, or a reference to a schedule; 000 also uses the other forms.
///
/// ```
/// use chrono::NaiveDate;
/// use kvalitetsmodel::{Lang, When};
///
/// let follow_up: When = serde_json::from_str(r#"{ "date": { "on": "2024-11" } }"#)?;
/// assert_eq!(follow_up.deadline(None), NaiveDate::from_ymd_opt(2024, 11, 30));
/// assert_eq!(follow_up.in_lang(Lang::En).to_string(), "November 2024");
///
/// let on_schedule: When = serde_json::from_str(r#"{ "schedule": {} }"#)?;
/// assert_eq!(on_schedule.in_lang(Lang::Da).to_string(), "i henhold til tidsplan");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum When {
    /// On or by a date (*pr. 31. marts 2024*, *medio 2024*).
    Date {
        /// The date, as precise as the agreement is.
        on: PartialDate,
    },
    /// On or by a day without a year (*pr. 31. marts*, 000 §1.6.3). The agreement's period gives the year.
    MonthDay {
        /// The day and month.
        day: MonthDay,
    },
    /// According to a schedule (*i henhold til tidsplan*, 000 §1.7.1), which may not exist yet (*når en sådan
    /// foreligger*, 000 §1.2.1; R-015).
    Schedule {
        /// What the schedule is called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        title: Option<Text>,
        /// The deadline that the schedule sets; absent as long as there is no schedule, or the document does
        /// not know it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        deadline: Option<PartialDate>,
    },
    /// When a body decides later (*besluttes af styregruppen*, 000 §1.3.4).
    DecidedBy {
        /// The body, if the document describes it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        body: Option<BodyId>,
        /// What the agreement calls the body.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        name: Option<Text>,
    },
    /// A number of times a year (*to gange om året*, 000 §1.12.4).
    TimesAYear {
        /// **Unit and range:** times in a calendar year, 0 to 255. A draft can hold 0, which asks for nothing.
        times: u8,
    },
    /// All the time (*løbende*, 000 §3).
    Continuously {},
}

impl When {
    /// The last possible day, where one follows from the words (R-178).
    ///
    /// A day without a year needs the period it counts in, which must hold the day exactly once. A schedule
    /// that does not exist, a decision to come, and what recurs have no such day.
    ///
    /// ```
    /// use kvalitetsmodel::{Period, When};
    ///
    /// let when: When = serde_json::from_str(r#"{ "monthDay": { "day": "--03-31" } }"#)?;
    /// let agreement = Period::year(2024);
    /// let deadline = when.deadline(agreement.as_ref()).map(|day| day.to_string());
    /// assert_eq!(deadline.as_deref(), Some("2024-03-31"));
    /// assert_eq!(when.deadline(None), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn deadline(&self, within: Option<&Period>) -> Option<NaiveDate> {
        match self {
            Self::Date { on } => Some(on.as_deadline()),
            Self::MonthDay { day } => day.within(within?),
            Self::Schedule { deadline, .. } => deadline.map(PartialDate::as_deadline),
            Self::DecidedBy { .. } | Self::TimesAYear { .. } | Self::Continuously {} => None,
        }
    }

    /// The first possible day, where one follows from the words (R-178).
    ///
    /// As [`deadline`](Self::deadline), but a schedule's deadline does not say when to start.
    #[must_use]
    pub fn start(&self, within: Option<&Period>) -> Option<NaiveDate> {
        match self {
            Self::Date { on } => Some(on.as_start()),
            Self::MonthDay { day } => day.within(within?),
            Self::Schedule { .. }
            | Self::DecidedBy { .. }
            | Self::TimesAYear { .. }
            | Self::Continuously {} => None,
        }
    }

    /// Where a duty with this deadline, not yet done, stands on a day. It is never a verdict on anyone.
    ///
    /// On the last possible day itself the duty is not overdue.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use kvalitetsmodel::{DutyStatus, When};
    /// use kvalitetsmodel::date::PendingOn;
    ///
    /// let as_of = NaiveDate::from_ymd_opt(2024, 12, 1).ok_or("no such day")?;
    /// let november: When = serde_json::from_str(r#"{ "date": { "on": "2024-11" } }"#)?;
    /// let last_day = NaiveDate::from_ymd_opt(2024, 11, 30).ok_or("no such day")?;
    /// assert_eq!(november.status(as_of, None), DutyStatus::Overdue { last_day });
    ///
    /// let on_schedule: When = serde_json::from_str(r#"{ "schedule": {} }"#)?;
    /// assert_eq!(on_schedule.status(as_of, None), DutyStatus::Pending { on: PendingOn::Schedule });
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn status(&self, as_of: NaiveDate, within: Option<&Period>) -> DutyStatus {
        if let Some(last_day) = self.deadline(within) {
            return DutyStatus::of_deadline(last_day, as_of);
        }
        match self {
            Self::Date { on } => DutyStatus::of_deadline(on.as_deadline(), as_of),
            Self::MonthDay { .. } => DutyStatus::Pending { on: PendingOn::Year },
            Self::Schedule { .. } => DutyStatus::Pending { on: PendingOn::Schedule },
            Self::DecidedBy { .. } => DutyStatus::Pending { on: PendingOn::Decision },
            Self::TimesAYear { .. } | Self::Continuously {} => DutyStatus::Recurring,
        }
    }

    /// The words, without what a person wrote: a title or name is never shown.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, When};
    ///
    /// let meetings = When::TimesAYear { times: 2 };
    /// assert_eq!(meetings.in_lang(Lang::Da).to_string(), "to gange om året");
    /// assert_eq!(meetings.in_lang(Lang::En).to_string(), "twice a year");
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Date { on } => fmt::Display::fmt(&on.in_lang(lang), f),
            Self::MonthDay { day } => fmt::Display::fmt(&day.in_lang(lang), f),
            Self::Schedule { deadline, .. } => {
                f.write_str(SCHEDULE.in_lang(lang))?;
                deadline.map_or(Ok(()), |deadline| write!(f, ": {}", deadline.in_lang(lang)))
            }
            Self::DecidedBy { .. } => f.write_str(DECIDED.in_lang(lang)),
            Self::TimesAYear { times: 1 } => f.write_str(ONCE.in_lang(lang)),
            Self::TimesAYear { times: 2 } => f.write_str(TWICE.in_lang(lang)),
            Self::TimesAYear { times } => write!(f, "{times} {}", TIMES.in_lang(lang)),
            Self::Continuously {} => f.write_str(CONTINUOUSLY.in_lang(lang)),
        })
    }
}

const SCHEDULE: Bilingual = Bilingual::new("i henhold til tidsplan", "according to schedule");
const DECIDED: Bilingual = Bilingual::new("besluttes senere", "to be decided later");
const ONCE: Bilingual = Bilingual::new("én gang om året", "once a year");
const TWICE: Bilingual = Bilingual::new("to gange om året", "twice a year");
const TIMES: Bilingual = Bilingual::new("gange om året", "times a year");
const CONTINUOUSLY: Bilingual = Bilingual::new("løbende", "continuously");
