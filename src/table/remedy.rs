//! What the caller can decide so that a table is read.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::choice::{CellFilter, DateOrder, DecimalSign, Form};
use super::sub_goals::SubGoalField;
use crate::Lang;
use crate::date::Interval;
use crate::figure::Direction;
use crate::text::quotes;

/// A field of [`Choice`](super::Choice) and the value that settles a refusal;
/// [`Choice::with`](super::Choice::with) sets it.
///
/// A program says in its own words how to set it, see [`Refusal::in_words`](super::Refusal::in_words).
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "choose", rename_all = "camelCase")]
#[non_exhaustive]
pub enum Remedy {
    /// `better`.
    Better {
        /// Which way.
        direction: Direction,
    },
    /// `date_order`.
    DateOrder {
        /// What comes first.
        order: DateOrder,
    },
    /// `decimal_sign`.
    DecimalSign {
        /// The sign before the decimals.
        sign: DecimalSign,
    },
    /// `period`.
    Period {
        /// The kind of period.
        interval: Interval,
    },
    /// `date`.
    Date {
        /// The heading of the column.
        heading: String,
    },
    /// `value`.
    Value {
        /// The heading of the column.
        heading: String,
    },
    /// `part` and `whole`.
    Ratio {
        /// The heading of the numerators.
        part: String,
        /// The heading of the denominators.
        whole: String,
    },
    /// `form`.
    Form {
        /// What the figures are.
        form: Form,
    },
    /// `only`.
    Only {
        /// The cells that a row must have.
        cells: Vec<CellFilter>,
    },
    /// `except`.
    Except {
        /// The cell of a row that is not to be read.
        cell: CellFilter,
    },
    /// `headings` of a [`SubGoalChoice`](super::SubGoalChoice).
    Heading {
        /// What the column says.
        field: SubGoalField,
        /// The heading of the column.
        heading: String,
    },
}

impl Remedy {
    /// The field of [`Choice`](super::Choice) and its value, such as `date_order = DayFirst`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> String {
        let (open, close) = quotes(lang);
        match self {
            Self::Better { direction } => format!("better = {direction:?}"),
            Self::DateOrder { order } => format!("date_order = {order:?}"),
            Self::DecimalSign { sign } => format!("decimal_sign = {sign:?}"),
            Self::Period { interval } => format!("period = {interval:?}"),
            Self::Date { heading } => format!("date = {open}{heading}{close}"),
            Self::Value { heading } => format!("value = {open}{heading}{close}"),
            Self::Ratio { part, whole } => {
                format!("part = {open}{part}{close}, whole = {open}{whole}{close}")
            }
            Self::Form { form } => format!("form = {form:?}"),
            Self::Heading { field, heading } => {
                format!("headings = ({field:?}, {open}{heading}{close})")
            }
            Self::Only { cells } => {
                let cells = cells.iter().map(|cell| format!("{open}{}={}{close}", cell.heading, cell.value));
                format!("only = {}", cells.collect::<Vec<_>>().join(", "))
            }
            Self::Except { cell } => format!("except = {open}{}={}{close}", cell.heading, cell.value),
        }
    }
}
