//! Dates with the precision of their source.

mod text;

use core::fmt;

use chrono::{Datelike, NaiveDate};

pub use text::ParseDateError;
pub(super) use text::{NO_SUCH_DATE, YEAR_LAST};

use super::day_in_lang;
use super::written::{YEARS, month_name};
use crate::Lang;
use crate::text::{Bilingual, error_type};

/// A third of a year or of a month (*primo*, *medio*, *ultimo*).
///
/// The sources say *medio 2024* and *ultimo 2024* without defining them. The thirds are the usual Danish
/// reading (derived), and wide enough that nothing is reported as overdue too early.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Third {
    /// The first third (*primo*): January to April, or the 1st to the 10th.
    Primo,
    /// The middle third (*medio*): May to August, or the 11th to the 20th.
    Medio,
    /// The last third (*ultimo*): September to December, or the 21st to the month's end.
    Ultimo,
}

impl Third {
    const fn word(self) -> &'static str {
        match self {
            Self::Primo => "primo",
            Self::Medio => "medio",
            Self::Ultimo => "ultimo",
        }
    }

    const fn words(self) -> Bilingual {
        match self {
            Self::Primo => Bilingual::new("primo ", "early "),
            Self::Medio => Bilingual::new("medio ", "mid-"),
            Self::Ultimo => Bilingual::new("ultimo ", "late "),
        }
    }

    fn from_word(word: &str) -> Option<Self> {
        [Self::Primo, Self::Medio, Self::Ultimo].into_iter().find(|third| third.word() == word)
    }
}

/// A half of a year (*halvår*).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Half {
    /// January to June (*1. halvår*).
    First,
    /// July to December (*2. halvår*).
    Second,
}

/// A calendar date with its precision (*dato*): a day, a month, a half-year, a year, or a third of a year or
/// month.
///
/// Each precision has one text form, which [`Display`](fmt::Display), [`FromStr`](core::str::FromStr) and
/// serde share:
///
/// | precision | text |
/// |---|---|
/// | day | `2024-03-31` |
/// | month | `2024-11` |
/// | half-year | `2024-H1`, `2024-H2` |
/// | year | `2024` |
/// | third of a year | `2024-primo`, `2024-medio`, `2024-ultimo` |
/// | third of a month | `2024-11-primo`, `2024-11-medio`, `2024-11-ultimo` |
///
/// **Unit and range:** calendar days from 0001-01-01 to 9999-12-31.
///
/// **Order:** by the first possible day, then by the last.
///
/// # Source
///
/// The agreement of 2024, 3 (*medio 2024*, *ultimo 2024*) and 1.11 (first half-year); R-178. The reading of the thirds
/// is derived, see [`Third`].
///
/// ```
/// use kvalitetsmodel::{Lang, date::PartialDate};
///
/// let meeting: PartialDate = "2024-medio".parse()?;
/// assert_eq!(meeting.first_day().to_string(), "2024-05-01");
/// assert_eq!(meeting.last_day().to_string(), "2024-08-31");
/// assert_eq!(meeting.in_lang(Lang::Da).to_string(), "medio 2024");
/// assert_eq!(meeting.in_lang(Lang::En).to_string(), "mid-2024");
/// assert_eq!(meeting.to_string(), "2024-medio");
/// # Ok::<(), kvalitetsmodel::date::ParseDateError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct PartialDate {
    // The derived order compares the two days first. They determine the form: no two forms have the same
    // first and last day.
    first: NaiveDate,
    last: NaiveDate,
    form: Form,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
enum Form {
    Day,
    MonthThird(Third),
    Month,
    YearThird(Third),
    Half(Half),
    Year,
}

impl PartialDate {
    /// A day.
    ///
    /// # Errors
    ///
    /// [`DayOutOfRange`] for 0000-12-31 and 10000-01-01.
    ///
    /// ```
    /// use chrono::NaiveDate;
    /// use kvalitetsmodel::date::PartialDate;
    ///
    /// assert!(PartialDate::of_day(NaiveDate::MAX).is_err());
    /// ```
    pub fn of_day(day: NaiveDate) -> Result<Self, DayOutOfRange> {
        if YEARS.contains(&day.year()) {
            Ok(Self { first: day, last: day, form: Form::Day })
        } else {
            Err(DayOutOfRange)
        }
    }

    /// A month (*måned*). Returns `None` outside the years 1 to 9999 and the months 1 to 12.
    ///
    /// ```
    /// use kvalitetsmodel::date::PartialDate;
    ///
    /// assert_eq!(PartialDate::of_month(2024, 11), "2024-11".parse().ok());
    /// assert_eq!(PartialDate::of_month(2024, 13), None);
    /// ```
    #[must_use]
    pub fn of_month(year: impl Into<i32>, month: u32) -> Option<Self> {
        Self::months(year.into(), month, 1, Form::Month)
    }

    /// A half-year (*halvår*). Returns `None` outside the years 1 to 9999.
    #[must_use]
    pub fn of_half(year: impl Into<i32>, half: Half) -> Option<Self> {
        let month = match half {
            Half::First => 1,
            Half::Second => 7,
        };
        Self::months(year.into(), month, 6, Form::Half(half))
    }

    /// A year (*år*). Returns `None` outside the years 1 to 9999.
    #[must_use]
    pub fn of_year(year: impl Into<i32>) -> Option<Self> {
        Self::months(year.into(), 1, 12, Form::Year)
    }

    /// A third of a year (*medio 2024*). Returns `None` outside the years 1 to 9999.
    #[must_use]
    pub fn of_year_third(year: impl Into<i32>, third: Third) -> Option<Self> {
        let month = match third {
            Third::Primo => 1,
            Third::Medio => 5,
            Third::Ultimo => 9,
        };
        Self::months(year.into(), month, 4, Form::YearThird(third))
    }

    /// A third of a month (*medio november 2024*). Returns `None` outside the years 1 to 9999 and the months
    /// 1 to 12.
    #[must_use]
    pub fn of_month_third(year: impl Into<i32>, month: u32, third: Third) -> Option<Self> {
        let whole = Self::of_month(year, month)?;
        let (first, last) = match third {
            Third::Primo => (whole.first, whole.first.with_day(10)?),
            Third::Medio => (whole.first.with_day(11)?, whole.first.with_day(20)?),
            Third::Ultimo => (whole.first.with_day(21)?, whole.last),
        };
        Some(Self { first, last, form: Form::MonthThird(third) })
    }

    fn months(year: i32, month: u32, count: u32, form: Form) -> Option<Self> {
        if !YEARS.contains(&year) {
            return None;
        }
        let first = NaiveDate::from_ymd_opt(year, month, 1)?;
        let last = match month.saturating_add(count) {
            next @ ..=12 => NaiveDate::from_ymd_opt(year, next, 1)?.pred_opt()?,
            _ => NaiveDate::from_ymd_opt(year, 12, 31)?,
        };
        Some(Self { first, last, form })
    }

    /// The first possible day, which is the day that counts for a start (R-178).
    #[must_use]
    pub const fn first_day(self) -> NaiveDate {
        self.first
    }

    /// The last possible day, which is the day that counts for a deadline (*frist*, R-178).
    #[must_use]
    pub const fn last_day(self) -> NaiveDate {
        self.last
    }

    /// Returns `true` if all its days are before the first one of the other date: it came first, whatever day each was.
    ///
    /// ```
    /// use kvalitetsmodel::date::PartialDate;
    ///
    /// let [march, day, year] = ["2024-03", "2024-04-01", "2024"].map(|date| date.parse::<PartialDate>());
    /// assert!(march.clone()?.ends_before(day?));
    /// assert!(!march?.ends_before(year?));
    /// # Ok::<(), kvalitetsmodel::date::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn ends_before(self, other: Self) -> bool {
        self.last < other.first
    }

    /// Whether both can be the same day.
    pub(crate) fn shares_a_day_with(self, other: Self) -> bool {
        !self.ends_before(other) && !other.ends_before(self)
    }

    /// Returns `true` if the date is a single day.
    #[must_use]
    pub const fn is_day(self) -> bool {
        matches!(self.form, Form::Day)
    }

    pub(crate) const fn is_half(self) -> bool {
        matches!(self.form, Form::Half(_))
    }

    pub(crate) const fn is_third(self) -> bool {
        matches!(self.form, Form::MonthThird(_) | Form::YearThird(_))
    }

    /// Returns the day, or `None` if the date is not a single day.
    #[must_use]
    pub const fn day(self) -> Option<NaiveDate> {
        if self.is_day() { Some(self.first) } else { None }
    }

    /// The date in words: "november 2024", "first half of 2024".
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, date::PartialDate};
    ///
    /// let half: PartialDate = "2024-H1".parse()?;
    /// assert_eq!(half.in_lang(Lang::Da).to_string(), "1. halvår 2024");
    /// assert_eq!(half.in_lang(Lang::En).to_string(), "first half of 2024");
    /// # Ok::<(), kvalitetsmodel::date::ParseDateError>(())
    /// ```
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> impl fmt::Display {
        let year = self.first.year();
        let month = month_name(self.first.month()).in_lang(lang);
        fmt::from_fn(move |f| match self.form {
            Form::Day => fmt::Display::fmt(&day_in_lang(self.first, lang), f),
            Form::MonthThird(third) => write!(f, "{}{month} {year}", third.words().in_lang(lang)),
            Form::Month => write!(f, "{month} {year}"),
            Form::YearThird(third) => write!(f, "{}{year}", third.words().in_lang(lang)),
            Form::Half(half) => {
                let words = match half {
                    Half::First => Bilingual::new("1. halvår", "first half of"),
                    Half::Second => Bilingual::new("2. halvår", "second half of"),
                };
                write!(f, "{} {year}", words.in_lang(lang))
            }
            Form::Year => write!(f, "{year}"),
        })
    }
}

/// The day is outside the years 1 to 9999.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct DayOutOfRange;

error_type! {
    DayOutOfRange,
    fixed |_error| (
        "dayOutOfRange",
        Bilingual::new("dagen ligger uden for årene 1 til 9999", "the day is outside the years 1 to 9999"),
    )
}

impl TryFrom<NaiveDate> for PartialDate {
    type Error = DayOutOfRange;

    fn try_from(day: NaiveDate) -> Result<Self, DayOutOfRange> {
        Self::of_day(day)
    }
}
