//! Why something cannot be read.

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::choice::Only;
use super::sub_goals::SubGoalReason;
use super::vocabulary::Column;
use super::{words_da, words_en};
use crate::Lang;
use crate::date::Interval;
use crate::figure::Decimal;

/// Why something cannot be read. What a cell says is repeated, since the reader has the file; only of lists of sub-goals
/// it is not.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields are what the sentence beside them names")]
pub enum Reason {
    /// Some signs are UTF-8 and others are not.
    MixedEncodings,
    /// It is a workbook of Excel or of another program, or a packed file, and not separated values.
    Workbook,
    /// It begins like UTF-16 and is not.
    BrokenUtf16,
    /// A byte is a sign in neither UTF-8 nor Windows-1252.
    NoSign { byte: u8 },
    /// Nothing stands in it.
    Empty,
    /// There is one column only.
    OneColumn,
    /// A quote is never closed.
    OpenQuote,
    /// Nothing stands under the headings.
    NoRows,
    /// No column says when.
    NoDate,
    /// The periods are headings, each with its column.
    PeriodsAcross { headings: Vec<String> },
    /// No column holds figures.
    NoFigures,
    /// Several columns can be the value.
    SeveralFigures { headings: Vec<String> },
    /// Shares and rates need two columns, and the table has these with figures.
    NeedsTwo { headings: Vec<String> },
    /// There is a numerator and no denominator.
    NoWhole { part: String },
    /// There is a denominator and no numerator.
    NoPart { whole: String },
    /// The values of subgroups, or between events, stand in one column, and there is none.
    NoValue,
    /// Two columns say the same thing.
    SaidTwice { what: Column, headings: Vec<String> },
    /// No column has the heading that was chosen.
    NoSuchHeading { said: String, headings: Vec<String> },
    /// Several columns have the heading that was chosen.
    SameHeading { said: String },
    /// No row has the cell that was chosen; its column holds others.
    NoSuchCell { said: String, cells: Vec<String> },
    /// Rows of one time differ in other columns.
    SeveralGroups { cells: Vec<Only>, line: usize },
    /// A row has more or fewer cells than there are headings.
    CellsAmiss { cells: usize, headings: usize },
    /// A row says no time.
    NoTime,
    /// It is no date or period, or not of the kind that the heading names.
    NotATime { said: String, of: Option<Interval> },
    /// It says a month, week or quarter, and nothing says the year.
    NoYear { said: String },
    /// It is a date or period with a year of two digits.
    ShortYear { said: String },
    /// It can be a month and a year that begins in one calendar year and ends in the next, as all of its column.
    MonthOrSplitYear { said: String },
    /// It is no year.
    NotAYear { said: String },
    /// It is not in the year that the column of years says.
    OtherYear { said: String, year: i32 },
    /// It has a time of day.
    TimeOfDay { said: String },
    /// It can be two days.
    TwoDays { said: String, day_first: NaiveDate, month_first: NaiveDate },
    /// It is no date in the order that another line shows.
    OtherOrder { said: String, line: usize },
    /// The heading names one kind of period, and the cells say another.
    OtherKind { said: String, found: Interval, heading: Interval },
    /// Most rows are of one kind of period, and these are of another.
    SeveralKinds { found: Interval, most: Interval, lines: Vec<usize> },
    /// Another row has the same time.
    SameTime { line: usize },
    /// Rows of one subgroup have different phases.
    OtherPhase { line: usize },
    /// Of the rows of one subgroup some are excluded.
    OtherExclusion { line: usize },
    /// It is no number.
    NotANumber { said: String },
    /// A word stands behind the number.
    MoreThanANumber { said: String },
    /// It is no whole number from zero on.
    NotWhole { said: String },
    /// It has more than 9 decimals.
    TooPrecise,
    /// It has more than 18 digits.
    TooLong,
    /// It has no percent sign, and another line has.
    NoPercent { said: String, line: usize },
    /// It has another decimal sign than a line before, or than was chosen.
    OtherSign { said: String, line: Option<usize> },
    /// It can be decimals and thousands.
    TwoFigures { said: String, comma: Decimal, point: Decimal },
    /// It is neither yes nor no.
    NotYesOrNo { said: String },
    /// Nothing says which way is better.
    NoDirection,
    /// It does not say which way is better.
    NotADirection { said: String },
    /// Another line says, or the caller chose, that the other way is better.
    OtherDirection { line: Option<usize> },
    /// It is no target.
    NotATarget { said: String },
    /// The target is in percent, and the figures are not.
    TargetInPercent,
    /// Something of a list of sub-goals.
    #[serde(untagged)]
    OfSubGoals(SubGoalReason),
}

impl From<SubGoalReason> for Reason {
    fn from(reason: SubGoalReason) -> Self {
        Self::OfSubGoals(reason)
    }
}

impl Reason {
    /// What is wrong, without the place: lower case, no full stop.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::OfSubGoals(reason), lang) => reason.in_lang(lang),
            (_, Lang::Da) => words_da::because(self),
            (_, Lang::En) => words_en::because(self),
        }
    }
}
