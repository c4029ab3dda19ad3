//! The status of a duty on a day.

use core::fmt;

use chrono::NaiveDate;
use serde::Serialize;

use super::{PartialDate, day_in_lang};
use crate::Lang;
use crate::text::Bilingual;

/// The status of a duty on a day (*forpligtelsens status*). It is not a verdict.
///
/// # Source
///
/// R-015: a duty "according to schedule" is pending until the schedule exists. R-178: the deadline is the
/// last possible day.
///
/// ```
/// use chrono::NaiveDate;
/// use kvalitetsmodel::{Lang, date::DutyStatus};
///
/// let last_day = NaiveDate::from_ymd_opt(2024, 3, 31).ok_or("no such day")?;
/// let status = DutyStatus::of_deadline(last_day, last_day);
/// assert_eq!(status, DutyStatus::Due { last_day });
/// assert_eq!(status.in_lang(Lang::En).to_string(), "due by 31 March 2024");
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
pub enum DutyStatus {
    /// The deadline is not known yet (*afventer*).
    Pending {
        /// What is missing.
        on: PendingOn,
    },
    /// The deadline has not passed (*frist*).
    Due {
        /// The last possible day: the day of the status, or a later one.
        last_day: NaiveDate,
    },
    /// The deadline has passed (*fristen er overskredet*).
    Overdue {
        /// The last possible day, before the day of the status.
        last_day: NaiveDate,
    },
    /// The duty recurs or is continuous, and has no single deadline (*løbende*).
    Recurring,
    /// It was not recorded as done when what it belonged to ended, and what followed does not carry it on (*ikke registreret som gjort*).
    LeftOpen {
        /// The last possible day; `None` if it had no deadline, or if that was never known.
        #[serde(skip_serializing_if = "Option::is_none")]
        last_day: Option<NaiveDate>,
    },
    /// It is no longer to be done here (*ikke længere aktuel*).
    Lapsed {
        /// Why.
        because: Lapse,
    },
    /// The document says that it is done (*gjort*).
    Done {
        /// When; `None` if the document only says that it is done.
        #[serde(skip_serializing_if = "Option::is_none")]
        on: Option<PartialDate>,
    },
}

/// What is missing to determine a deadline.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum PendingOn {
    /// A schedule that does not exist or is not known (*tidsplan*, R-015).
    Schedule,
    /// The decision of a body (*beslutning*).
    Decision,
    /// The year of a day without one: there is no period, or it does not contain the day exactly once
    /// (*årstal*).
    Year,
    /// The day that a number of months is counted from (*udgangspunkt*).
    Start,
    /// The date, the day or the number of months, which the document leaves out (*tidspunkt*).
    Time,
}

/// Why a duty is no longer to be done where it is stated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Lapse {
    /// A later agreement or evaluation carries it on, and has it on its own agenda (*videreført*).
    CarriedOn,
    /// What it belonged to has ended (*udløbet*).
    Ended,
    /// It no longer concerns whom it is about: the service has left the community (*bortfaldet*).
    Stopped,
}

impl DutyStatus {
    /// The status of a duty with a deadline: due up to and including its last day, then overdue.
    #[must_use]
    pub fn of_deadline(last_day: NaiveDate, as_of: NaiveDate) -> Self {
        if as_of <= last_day { Self::Due { last_day } } else { Self::Overdue { last_day } }
    }

    /// Returns `done` if the document says so and its date, if stated, is not after `as_of`. A duty that
    /// recurs is not done after one occasion.
    pub(crate) fn or_done(self, done: Option<Self>, as_of: NaiveDate) -> Self {
        match done.filter(|done| done.is_known_on(as_of)) {
            Some(done) if self != Self::Recurring => done,
            _ => self,
        }
    }

    /// Returns `false` for a duty that is done later than `as_of`.
    pub(crate) fn is_known_on(self, as_of: NaiveDate) -> bool {
        !matches!(self, Self::Done { on: Some(on) } if on.first_day() > as_of)
    }

    /// The status in words.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::date::{DutyStatus, PendingOn};
    ///
    /// let status = DutyStatus::Pending { on: PendingOn::Schedule };
    /// assert_eq!(status.in_lang(Lang::Da).to_string(), "afventer tidsplan");
    /// ```
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Pending { on } => f.write_str(on.words().in_lang(lang)),
            Self::Due { last_day } => {
                write!(f, "{} {}", DUE.in_lang(lang), day_in_lang(last_day, lang))
            }
            Self::Overdue { last_day } => {
                write!(f, "{} {}", OVERDUE.in_lang(lang), day_in_lang(last_day, lang))
            }
            Self::Recurring => f.write_str(RECURRING.in_lang(lang)),
            Self::LeftOpen { last_day } => {
                f.write_str(LEFT_OPEN.in_lang(lang))?;
                let by = BY.in_lang(lang);
                last_day.map_or(Ok(()), |day| write!(f, ", {by} {}", day_in_lang(day, lang)))
            }
            Self::Lapsed { because } => f.write_str(because.words().in_lang(lang)),
            Self::Done { on } => {
                f.write_str(DONE.in_lang(lang))?;
                match (on, lang) {
                    (None, _) => Ok(()),
                    (Some(on), Lang::Da) if on.is_day() => write!(f, " {}", on.in_lang(lang)),
                    (Some(on), Lang::Da) => write!(f, " i {}", on.in_lang(lang)),
                    (Some(on), Lang::En) if on.is_day() => write!(f, " on {}", on.in_lang(lang)),
                    (Some(on), Lang::En) => write!(f, " in {}", on.in_lang(lang)),
                }
            }
        })
    }
}

impl PendingOn {
    const fn words(self) -> Bilingual {
        match self {
            Self::Schedule => Bilingual::new("afventer tidsplan", "waiting for the schedule"),
            Self::Decision => Bilingual::new("afventer beslutning", "waiting for a decision"),
            Self::Year => Bilingual::new("afventer årstal", "waiting for the year"),
            Self::Start => Bilingual::new("afventer startdato", "waiting for the start date"),
            Self::Time => Bilingual::new("mangler tidspunkt", "time not stated"),
        }
    }
}

impl Lapse {
    const fn words(self) -> Bilingual {
        match self {
            Self::CarriedOn => {
                Bilingual::new("videreført i et senere dokument", "carried on in a later document")
            }
            Self::Ended => Bilingual::new("udløbet", "expired"),
            Self::Stopped => Bilingual::new("bortfaldet", "dropped"),
        }
    }
}

const DUE: Bilingual = Bilingual::new("senest", "due by");
const OVERDUE: Bilingual =
    Bilingual::new("fristen er overskredet, sidste dag var", "overdue, the last day was");
const DONE: Bilingual = Bilingual::new("gjort", "done");
const LEFT_OPEN: Bilingual = Bilingual::new("ikke registreret som gjort", "not recorded as done");
const BY: Bilingual = Bilingual::new("sidste dag var", "the last day was");
const RECURRING: Bilingual =
    Bilingual::new("gentages uden én bestemt frist", "recurring, with no one deadline");
