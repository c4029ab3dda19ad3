//! Times of duties, as agreements state them.

use core::fmt;

use chrono::NaiveDate;

use super::add_months;
use super::month_day::MonthDay;
use super::partial::PartialDate;
use super::period::Period;
use super::status::{DutyStatus, PendingOn};
use crate::Lang;
use crate::body::Body;
use crate::id::Id;
use crate::text::{Bilingual, Text, counted, is_stated};

choice! {
    /// When something is to happen (*hvornår*), in one of the forms found in agreements.
    ///
    /// # Source
    ///
    /// R-014 lists a date, a month, and a reference to a schedule; the agreement of Roskildehjemmet for 2024 also has
    /// the other forms.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use kvalitetsmodel::{Lang, date::When};
    ///
    /// let follow_up: When = serde_json::from_str(r#"{ "date": { "on": "2024-11" } }"#)?;
    /// assert_eq!(follow_up.deadline(None), NaiveDate::from_ymd_opt(2024, 11, 30));
    /// assert_eq!(follow_up.in_lang(Lang::En).to_string(), "November 2024");
    ///
    /// let on_schedule: When = serde_json::from_str(r#"{ "schedule": {} }"#)?;
    /// assert_eq!(on_schedule.in_lang(Lang::Da).to_string(), "i henhold til tidsplan");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[non_exhaustive]
    #[derive(PartialOrd, Ord)]
    pub enum When: "tidspunkt", "time" {
        /// On or by a date (*pr. 31. marts 2024*, *medio 2024*).
        Date = "dato", "date" {
            /// The date, with the precision of the agreement.
            on: Option<PartialDate> = "dato", "date";
        }
        /// On or by a day without a year (*pr. 31. marts*, agreement of 2024, 1.6.3). The year follows from the period of
        /// the agreement; `AGR091` finds a day that the period does not have.
        MonthDay = "dag uden år", "day without a year" {
            /// The day and month.
            day: Option<MonthDay> = "dag og måned", "day and month";
        }
        /// According to a schedule (*i henhold til tidsplan*, agreement of 2024, 1.7.1), which may not exist yet (*når en
        /// sådan foreligger*, agreement of 2024, 1.2.1; R-015).
        Schedule = "i henhold til tidsplan", "according to schedule" {
            /// The title of the schedule.
            title: Option<Text> = "tidsplan", "schedule";
            /// The deadline that the schedule sets; absent if there is no schedule yet, or if the deadline is
            /// not known.
            deadline: Option<PartialDate> = "frist", "deadline";
            /// Who issues the schedule.
            issued_by: Option<Text> = "udsendes af", "issued by";
        }
        /// At a time that a body decides later (*besluttes af styregruppen*, agreement of 2024, 1.3.4).
        DecidedBy = "besluttes senere", "to be decided later" {
            /// The id of the body, if the document contains it.
            body: Option<Id<Body>> = "gruppe", "body";
            /// The name of the body in the agreement.
            name: Option<Text> = "gruppens navn", "name of the body";
        }
        /// A number of times a year (*to gange om året*, agreement of 2024, 1.12.4).
        TimesAYear = "gange om året", "times a year" {
            /// **Unit and range:** times in a calendar year, 0 to 255. A draft can contain 0, which requires
            /// nothing.
            times: Option<u8> = "antal gange", "number of times";
        }
        /// Within a number of months (*indenfor 3 måneder*, agreement of 2024, 1.3.1), to the day with the same number: 8 months from
        /// 1 February end on 1 October.
        Within = "inden for et antal måneder", "within a number of months" {
            /// **Unit and range:** months, 0 to 255.
            months: Option<u8> = "antal måneder", "number of months";
            /// The day that they are counted from; absent if the document does not say.
            from: Option<PartialDate> = "regnet fra", "counted from";
        }
        /// Continuously (*løbende*, agreement of 2024, 3).
        Continuously = "løbende", "continuously";
    }
}

impl When {
    /// Returns `true` if it states a time, in any of the forms.
    ///
    /// Some drafts state none: the date, day or number is left out, nobody is named to make a later decision, or it is
    /// zero times a year.
    ///
    /// ```
    /// use kvalitetsmodel::date::When;
    ///
    /// let steering_group = Some("styregruppen".into());
    /// assert!(When::DecidedBy { body: None, name: steering_group }.is_stated());
    /// assert!(!When::DecidedBy { body: None, name: Some(" ".into()) }.is_stated());
    /// assert!(When::TimesAYear { times: Some(1) }.is_stated());
    /// assert!(!When::TimesAYear { times: Some(0) }.is_stated());
    /// assert!(!When::Date { on: None }.is_stated());
    /// assert!(When::Continuously.is_stated());
    /// ```
    #[must_use]
    pub fn is_stated(&self) -> bool {
        match self {
            Self::Date { on } => on.is_some(),
            Self::MonthDay { day } => day.is_some(),
            Self::Within { months, .. } => months.is_some(),
            Self::Schedule { .. } | Self::Continuously => true,
            Self::DecidedBy { body, name } => body.is_some() || is_stated(name.as_ref()),
            Self::TimesAYear { times } => times.is_some_and(|times| times > 0),
        }
    }

    /// Returns `true` if it states a date: a date with any precision, a day without a year, months from a date, or the
    /// deadline of a schedule.
    ///
    /// ```
    /// use kvalitetsmodel::date::When;
    ///
    /// let when: When = serde_json::from_str(r#"{ "monthDay": { "day": "--03-31" } }"#)?;
    /// assert!(when.has_date());
    /// assert!(!When::Schedule { title: None, deadline: None, issued_by: None }.has_date());
    /// assert!(!When::Continuously.has_date());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub const fn has_date(&self) -> bool {
        match self {
            Self::Date { on } => on.is_some(),
            Self::MonthDay { day } => day.is_some(),
            Self::Within { months, from } => months.is_some() && from.is_some(),
            Self::Schedule { deadline, .. } => deadline.is_some(),
            Self::DecidedBy { .. } | Self::TimesAYear { .. } | Self::Continuously => false,
        }
    }

    /// The last possible day (R-178). Returns `None` if it is not determined.
    ///
    /// A day without a year is determined by a period that contains it exactly once. A schedule without a
    /// deadline, months counted from a day that is not stated, a decision to come, and recurring duties have no
    /// last day.
    ///
    /// ```
    /// use kvalitetsmodel::date::{Period, When};
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
            Self::Date { on } => on.map(PartialDate::last_day),
            Self::MonthDay { day } => day.as_ref()?.within(within?),
            Self::Schedule { deadline, .. } => deadline.map(PartialDate::last_day),
            Self::Within { months, from } => add_months(from.as_ref()?.last_day(), u32::from((*months)?)),
            Self::DecidedBy { .. } | Self::TimesAYear { .. } | Self::Continuously => None,
        }
    }

    /// The deadline, or the first of several: a day without a year occurs once in each year of an agreement.
    pub(crate) fn first_deadline(&self, within: Option<&Period>) -> Option<NaiveDate> {
        self.deadline(within).or_else(|| match self {
            Self::MonthDay { day } => day.as_ref()?.first_within(*within?),
            _ => None,
        })
    }

    /// The first possible day (R-178). Returns `None` if it is not determined.
    ///
    /// Determined as for [`deadline`](Self::deadline), except that the deadline of a schedule does not
    /// determine a start.
    #[must_use]
    pub fn start(&self, within: Option<&Period>) -> Option<NaiveDate> {
        match self {
            Self::Date { on } => on.map(PartialDate::first_day),
            Self::MonthDay { day } => day.as_ref()?.within(within?),
            Self::Within { from, .. } => from.map(PartialDate::first_day),
            Self::Schedule { .. } | Self::DecidedBy { .. } | Self::TimesAYear { .. } | Self::Continuously => {
                None
            }
        }
    }

    /// The days from the first possible one to the deadline, or the deadline alone if no start is determined.
    pub(crate) fn days(&self, within: Option<&Period>) -> Option<Period> {
        let end = self.deadline(within)?;
        Some(Period { start: self.start(within).unwrap_or(end), end })
    }

    /// The time without what people wrote: titles and names.
    pub(crate) fn without_texts(&self) -> Self {
        match self {
            Self::Schedule { deadline, .. } => {
                Self::Schedule { title: None, deadline: *deadline, issued_by: None }
            }
            Self::DecidedBy { body, .. } => Self::DecidedBy { body: *body, name: None },
            other => other.clone(),
        }
    }

    /// The status, on a day, of a duty that is not yet done. It is not a verdict.
    ///
    /// On the last possible day the duty is not yet overdue.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use kvalitetsmodel::date::{DutyStatus, PendingOn, When};
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
            Self::Date { .. }
            | Self::MonthDay { day: None }
            | Self::Within { months: None, .. }
            | Self::TimesAYear { times: None | Some(0) } => DutyStatus::Pending { on: PendingOn::Time },
            // In an agreement for several years it occurs in each of them.
            Self::MonthDay { .. } if self.first_deadline(within).is_some() => DutyStatus::Recurring,
            Self::MonthDay { .. } => DutyStatus::Pending { on: PendingOn::Year },
            Self::Schedule { .. } => DutyStatus::Pending { on: PendingOn::Schedule },
            Self::DecidedBy { .. } => DutyStatus::Pending { on: PendingOn::Decision },
            Self::Within { .. } => DutyStatus::Pending { on: PendingOn::Start },
            Self::TimesAYear { .. } | Self::Continuously => DutyStatus::Recurring,
        }
    }

    /// The time in words. A title or name is free text and not shown.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, date::When};
    ///
    /// let meetings = When::TimesAYear { times: Some(2) };
    /// assert_eq!(meetings.in_lang(Lang::Da).to_string(), "to gange om året");
    /// assert_eq!(meetings.in_lang(Lang::En).to_string(), "twice a year");
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Date { on: Some(on) } => fmt::Display::fmt(&on.in_lang(lang), f),
            Self::MonthDay { day: Some(day) } => fmt::Display::fmt(&day.in_lang(lang), f),
            Self::Schedule { deadline, .. } => {
                f.write_str(SCHEDULE.in_lang(lang))?;
                deadline.map_or(Ok(()), |deadline| write!(f, ": {}", deadline.in_lang(lang)))
            }
            Self::DecidedBy { .. } => f.write_str(DECIDED.in_lang(lang)),
            Self::TimesAYear { times: Some(1) } => f.write_str(ONCE.in_lang(lang)),
            Self::TimesAYear { times: Some(2) } => f.write_str(TWICE.in_lang(lang)),
            Self::TimesAYear { times: Some(times) } => write!(f, "{times} {}", TIMES.in_lang(lang)),
            Self::Within { months: Some(months), from } => {
                let (before, month, several) = match lang {
                    Lang::Da => ("inden for", "måned", "måneder"),
                    Lang::En => ("within", "month", "months"),
                };
                write!(f, "{before} {}", counted((*months).into(), month, several))?;
                let after = Bilingual::new("fra", "of").in_lang(lang);
                from.map_or(Ok(()), |from| write!(f, " {after} {}", from.in_lang(lang)))
            }
            Self::Continuously => f.write_str(CONTINUOUSLY.in_lang(lang)),
            // The number, the date or the day is not stated.
            Self::Date { on: None }
            | Self::MonthDay { day: None }
            | Self::TimesAYear { times: None }
            | Self::Within { months: None, .. } => f.write_str(self.label().in_lang(lang)),
        })
    }
}

const SCHEDULE: Bilingual = Bilingual::new("i henhold til tidsplan", "according to schedule");
const DECIDED: Bilingual = Bilingual::new("besluttes senere", "to be decided later");
const ONCE: Bilingual = Bilingual::new("én gang om året", "once a year");
const TWICE: Bilingual = Bilingual::new("to gange om året", "twice a year");
const TIMES: Bilingual = Bilingual::new("gange om året", "times a year");
const CONTINUOUSLY: Bilingual = Bilingual::new("løbende", "continuously");
