//! What the caller decides.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use serde::Serialize;

use super::number::Signs;
use super::reason::Reason;
use super::remedy::Remedy;
use crate::date::Interval;
use crate::figure::{Decimal, Direction, Unit};
use crate::text::Bilingual;

/// What a table does not say itself, and what the caller decides about reading it.
///
/// The default decides nothing: a table that can be read in two ways is refused, and the refusal names the
/// field that decides.
///
/// ```
/// use kvalitetsmodel::figure::Direction;
/// use kvalitetsmodel::table::{Choice, DateOrder, Table};
///
/// let table = Table::read(b"date;count\n1/2/2024;7\n1/3/2024;9\n").expect("a table");
/// let mut choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
/// assert!(table.measurements(&choice).is_err()); // the first of February, or the second of January?
/// choice.date_order = Some(DateOrder::MonthFirst);
/// let found = table.measurements(&choice).expect("decided");
/// assert_eq!(found.rows[0].period.start.to_string(), "2024-01-02");
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Choice {
    /// Which way is better. If `None`, a column must say so.
    pub better: Option<Direction>,
    /// What the figures are to be read as.
    pub form: Form,
    /// Whether the day or the month comes first in `1/2/2024`.
    pub date_order: Option<DateOrder>,
    /// The sign before the decimals in `1,135`.
    pub decimal_sign: Option<DecimalSign>,
    /// The kind of period, if no heading says it or if it is wrong. Rows of other kinds are left out.
    pub period: Option<Interval>,
    /// The heading of the dates or periods.
    pub date: Option<String>,
    /// The heading of the values.
    pub value: Option<String>,
    /// The heading of the numerators.
    pub part: Option<String>,
    /// The heading of the denominators.
    pub whole: Option<String>,
    /// Only rows that have all these cells are read.
    pub only: Vec<CellFilter>,
    /// Rows with any of these cells are not read, such as a row of totals, `Måned=I alt`.
    pub except: Vec<CellFilter>,
    /// What is to be reached, from the beginning. It replaces a column of targets.
    pub target: Option<Target>,
    /// What the figures are called. It replaces what the table says.
    pub title: Option<String>,
    /// The unit of the values, or of the exposure of rates. It replaces what a heading says.
    pub unit: Option<Unit>,
}

/// What the figures of a table are to be read as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Form {
    /// What the columns say: shares or rates from two, otherwise counts if all figures are whole and no
    /// heading names a unit, otherwise values.
    #[default]
    Any,
    /// Counts. A column of numerators without denominators is read as counts.
    Count,
    /// Shares of a whole, from two columns.
    Share,
    /// Events per exposure, from two columns.
    Rate,
    /// Single values. Rows with the same date are a subgroup.
    Subgroup,
    /// The time or the number of cases between events. Several can have the same date.
    BetweenEvents,
}

/// Whether the day or the month comes first in a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[expect(clippy::exhaustive_enums, reason = "there is no third order that ends with the year")]
pub enum DateOrder {
    /// The day: `1/2/2024` is the first of February.
    DayFirst,
    /// The month: `1/2/2024` is the second of January.
    MonthFirst,
}

impl DateOrder {
    /// What comes first.
    pub(super) const fn first(self) -> Bilingual {
        match self {
            Self::DayFirst => Bilingual::new("dagen", "day"),
            Self::MonthFirst => Bilingual::new("måneden", "month"),
        }
    }
}

/// The sign before the decimals of a figure. The other sign can separate thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum DecimalSign {
    /// A comma: `1.135,50`.
    Comma,
    /// A point: `1,135.50`.
    Point,
}

impl DecimalSign {
    /// Reads one figure as people write it, such as what was typed into a form. The other sign, a space or an
    /// apostrophe can separate thousands. [`Decimal`]'s own `FromStr` is for exchange documents: it takes `1.000` for 1.
    ///
    /// # Errors
    ///
    /// [`Reason`], for an empty text, `82.5` where the sign is a comma, `12 dage`, and a figure with more than 18 digits
    /// or 9 decimals.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::table::DecimalSign;
    ///
    /// let read = |text| DecimalSign::Comma.read(text);
    /// assert_eq!(read("1.135,5"), Ok("1135.5".parse()?));
    /// assert_eq!(read("1.000"), Ok(1000.into()));
    /// let refused = read("82.5").unwrap_err();
    /// assert_eq!(refused.message(Lang::Da), "»82.5« har et andet decimaltegn end det valgte");
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    pub fn read(self, text: &str) -> Result<Decimal, Reason> {
        Signs::chosen(self).decimal(text.trim())
    }

    /// What it is called behind "decimal".
    pub(super) const fn label(self) -> Bilingual {
        match self {
            Self::Comma => Bilingual::new("komma", "comma"),
            Self::Point => Bilingual::new("punktum", "point"),
        }
    }

    pub(super) const fn sign(self) -> char {
        match self {
            Self::Comma => ',',
            Self::Point => '.',
        }
    }

    pub(super) const fn other(self) -> Self {
        match self {
            Self::Comma => Self::Point,
            Self::Point => Self::Comma,
        }
    }
}

/// A cell that a row must have to be read, or must not have.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct CellFilter {
    /// The heading of its column.
    pub heading: String,
    /// What it says.
    pub value: String,
}

impl CellFilter {
    /// Reads `Region=Hovedstaden`. Returns `None` without `=` or without a heading.
    ///
    /// ```
    /// use kvalitetsmodel::table::CellFilter;
    ///
    /// let only = CellFilter::parse("Region=Hovedstaden").expect("both");
    /// assert_eq!((only.heading.as_str(), only.value.as_str()), ("Region", "Hovedstaden"));
    /// assert_eq!(CellFilter::parse("Region"), None);
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (heading, value) = text.split_once('=')?;
        let (heading, value) = (heading.trim().to_string(), value.trim().to_string());
        (!heading.is_empty()).then_some(Self { heading, value })
    }
}

/// What is to be reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Target {
    /// The figure.
    pub value: Decimal,
    /// `true` if it is written with a percent sign. Such a target is refused for figures that are not in percent.
    pub percent: bool,
}

impl Choice {
    /// Carries out a remedy that a refusal names. Returns `None` if it is about lists of sub-goals.
    ///
    /// ```
    /// use kvalitetsmodel::figure::Direction;
    /// use kvalitetsmodel::table::{Choice, Table};
    ///
    /// let table = Table::read(b"Month;Count\n2024-01;1,135\n2024-02;1,020\n").expect("a table");
    /// let choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
    /// let refused = table.measurements(&choice).expect_err("1135, or a little more than one?");
    /// let [comma, point] = refused.refusals[0].remedies() else { panic!("two readings") };
    /// assert!(table.measurements(&choice.clone().with(comma).expect("of measurements")).is_ok());
    /// assert!(table.measurements(&choice.with(point).expect("of measurements")).is_ok());
    /// ```
    #[must_use]
    pub fn with(mut self, remedy: &Remedy) -> Option<Self> {
        match remedy {
            Remedy::Better { direction } => self.better = Some(*direction),
            Remedy::DateOrder { order } => self.date_order = Some(*order),
            Remedy::DecimalSign { sign } => self.decimal_sign = Some(*sign),
            Remedy::Period { interval } => self.period = Some(*interval),
            Remedy::Date { heading } => self.date = Some(heading.clone()),
            Remedy::Value { heading } => self.value = Some(heading.clone()),
            Remedy::Ratio { part, whole } => {
                (self.part, self.whole) = (Some(part.clone()), Some(whole.clone()));
            }
            Remedy::Form { form } => self.form = *form,
            Remedy::Only { cells } => self.only.extend(cells.iter().cloned()),
            Remedy::Except { cell } => self.except.push(cell.clone()),
            Remedy::Heading { .. } => return None,
        }
        Some(self)
    }
}
