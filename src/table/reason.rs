//! Why something cannot be read.

mod message;

use alloc::string::String;
use alloc::vec::Vec;

use chrono::NaiveDate;
use serde::Serialize;

use super::choice::CellFilter;
use super::sub_goals::SubGoalReason;
use super::vocabulary::Column;
use crate::date::Interval;
use crate::figure::Decimal;

/// Why something cannot be read. It repeats what a cell says, since the reader has the file, except for lists of
/// sub-goals.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields are what the sentence beside them names")]
pub enum Reason {
    /// Some characters are UTF-8 and others are not.
    MixedEncodings,
    /// It is a workbook of Excel or of another program, or a packed file, and not separated values.
    Workbook,
    /// It is a web page, whatever its name is: many programs write one and call it a workbook.
    WebPage,
    /// It begins like UTF-16 but is not.
    BrokenUtf16,
    /// A byte is a character in neither UTF-8 nor Windows-1252.
    NoSign { byte: u8 },
    /// It is empty.
    Empty,
    /// There is only one column.
    OneColumn,
    /// A quote is never closed.
    OpenQuote,
    /// There is nothing below the headings.
    NoRows,
    /// No column says when.
    NoDate,
    /// The periods are headings, each with its column.
    PeriodsAcross { headings: Vec<String> },
    /// The periods are in a column and are headings, such as months and years.
    PeriodsBothWays { down: String, headings: Vec<String> },
    /// The headings of another table, or of another group.
    AnotherTable,
    /// No column contains figures.
    NoFigures,
    /// Several columns can be the value.
    SeveralFigures { headings: Vec<String> },
    /// Shares and rates need two columns; these are the columns with figures.
    NeedsTwo { headings: Vec<String> },
    /// There is a numerator and no denominator.
    NoWhole { part: String },
    /// There is a denominator and no numerator.
    NoPart { whole: String },
    /// Values of subgroups or between events need one column, and there is none.
    NoValue,
    /// Two columns say the same thing.
    SaidTwice { what: Column, headings: Vec<String> },
    /// No column has the heading that was chosen.
    NoSuchHeading { said: String, headings: Vec<String> },
    /// Several columns have the heading that was chosen.
    SameHeading { said: String },
    /// No row has the cell that was chosen; its column contains others.
    NoSuchCell { said: String, cells: Vec<String> },
    /// Rows with the same time differ in other columns.
    SeveralGroups { cells: Vec<CellFilter>, line: usize },
    /// A row has more or fewer cells than there are headings.
    CellsAmiss { cells: usize, headings: usize },
    /// A row states no time.
    NoTime,
    /// It is not a date or period, or not of the kind that the heading names.
    NotATime { said: String, of: Option<Interval> },
    /// It is written like a date or period, and the calendar does not have it: 30 February, week 53 of 2021.
    NotInCalendar { said: String },
    /// It is like the number by which a spreadsheet keeps a day.
    SerialNumber { said: String },
    /// It states a day, month, week or quarter, and nothing states the year.
    NoYear { said: String },
    /// It is a date or period with a year of two digits.
    ShortYear { said: String },
    /// It can be a month, or a year that begins in one calendar year and ends in the next, like its whole column.
    MonthOrSplitYear { said: String },
    /// It is not a year.
    NotAYear { said: String },
    /// It is not in the year that the column of years says.
    OtherYear { said: String, year: i32 },
    /// It has a time of day.
    TimeOfDay { said: String },
    /// It can be two days.
    TwoDays { said: String, day_first: NaiveDate, month_first: NaiveDate },
    /// It is not a date in the order that another line shows.
    OtherOrder { said: String, line: usize },
    /// The heading names one kind of period, and the cells say another.
    OtherKind { said: String, found: Interval, heading: Interval },
    /// Most rows have one kind of period, and these have another.
    SeveralKinds { found: Interval, most: Interval, lines: Vec<usize> },
    /// Another row has the same time.
    SameTime { line: usize },
    /// Rows of the same subgroup have different phases.
    OtherPhase { line: usize },
    /// Only some rows of a subgroup are excluded.
    OtherExclusion { line: usize },
    /// It is not a number.
    NotANumber { said: String },
    /// There is a word after the number.
    MoreThanANumber { said: String },
    /// It is not a whole number, or it is below zero.
    NotWhole { said: String },
    /// It has more than 9 decimals.
    TooPrecise,
    /// It has more than 18 digits.
    TooLong,
    /// It has no percent sign, and another line has.
    NoPercent { said: String, line: usize },
    /// It has a different decimal sign from an earlier line, or from the chosen one.
    OtherSign { said: String, line: Option<usize> },
    /// Its sign can be before decimals or between thousands.
    TwoFigures { said: String, comma: Decimal, point: Decimal },
    /// It is neither yes nor no.
    NotYesOrNo { said: String },
    /// Nothing says which way is better.
    NoDirection,
    /// It does not say which way is better.
    NotADirection { said: String },
    /// Another line says, or the caller chose, that the other way is better.
    OtherDirection { line: Option<usize> },
    /// It is not a target.
    NotATarget { said: String },
    /// The target can be a share of one and a percentage, and the figures are in percent.
    ShareOrPercent { value: Decimal },
    /// A share can be of 1 and in percent: its column has figures of both sizes.
    OneOrPercent { said: String },
    /// The target is above 1, and the figures are shares of 1.
    TargetAboveOne { value: Decimal },
    /// The target is below a figure, and not at most one.
    StrictTarget { said: String },
    /// The numerator is larger than the denominator in a few rows only, or the denominator is zero.
    PartOverWhole { part: u64, whole: Decimal },
    /// Percentages, shares and rates are no numerators.
    NoNumerator { heading: String },
    /// The heading says that the figures are no counts.
    NoCounts { heading: String },
    /// The day is another one of the week.
    OtherWeekday { said: String, day: NaiveDate },
    /// A few rows have another kind of period than the heading names.
    FewOfOtherKind { said: String, found: Interval, heading: Interval },
    /// The headings are in two lines.
    TwoLinesOfHeadings { second: Vec<String> },
    /// The first line names another separator than the headings have.
    OtherSeparator { said: char, found: char },
    /// The target is in percent, and the figures are not.
    TargetInPercent,
    /// A reason about a list of sub-goals.
    #[serde(untagged)]
    OfSubGoals(SubGoalReason),
}

impl From<SubGoalReason> for Reason {
    fn from(reason: SubGoalReason) -> Self {
        Self::OfSubGoals(reason)
    }
}
