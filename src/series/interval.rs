//! How often a series is measured.

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Lang};

/// How often it is measured.
///
/// ```
/// use kvalitetsmodel::series::Interval;
///
/// let (december, january) = ("2023-12-31".parse()?, "2024-01-01".parse()?);
/// assert_eq!(Interval::Month.steps(december, january), Some(1));
/// assert_eq!(Interval::Week.steps(december, january), Some(1)); // weeks begin on Mondays
/// assert_eq!(Interval::ByEvent.steps(december, january), None);
/// # Ok::<(), chrono::ParseError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Interval {
    /// Every day.
    Day,
    /// Every week, from Monday to Sunday.
    Week,
    /// Every month.
    Month,
    /// Every quarter of the year.
    Quarter,
    /// Every half of the year.
    HalfYear,
    /// Every year.
    Year,
    /// Whenever something happens, such as the days since the last fall: there is no calendar to keep.
    ByEvent,
}

impl Interval {
    /// How many steps of the calendar lie between the days: 0 within one month, 1 from one to the next.
    /// Negative if `to` comes first; nothing where there is no calendar.
    #[must_use]
    pub fn steps(self, from: NaiveDate, to: NaiveDate) -> Option<i64> {
        Some(self.number(to)?.saturating_sub(self.number(from)?))
    }

    /// The number of the step that holds the day.
    fn number(self, day: NaiveDate) -> Option<i64> {
        let days = i64::from(day.num_days_from_ce());
        let month = i64::from(day.year()).saturating_mul(12).saturating_add(i64::from(day.month0()));
        match self {
            Self::Day => Some(days),
            // 0001-01-01 is a Monday.
            Self::Week => Some(days.saturating_sub(1).div_euclid(7)),
            Self::Month => Some(month),
            Self::Quarter => Some(month.div_euclid(3)),
            Self::HalfYear => Some(month.div_euclid(6)),
            Self::Year => Some(i64::from(day.year())),
            Self::ByEvent => None,
        }
    }

    /// One step, in words: `måned`, `month`.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        let words = match self {
            Self::Day => Bilingual::new("dag", "day"),
            Self::Week => Bilingual::new("uge", "week"),
            Self::Month => Bilingual::new("måned", "month"),
            Self::Quarter => Bilingual::new("kvartal", "quarter"),
            Self::HalfYear => Bilingual::new("halvår", "half-year"),
            Self::Year => Bilingual::new("år", "year"),
            Self::ByEvent => Bilingual::new("hændelse", "event"),
        };
        words.in_lang(lang)
    }
}
