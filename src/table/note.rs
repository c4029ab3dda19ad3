//! What is read differently than expected.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::choice::{DateOrder, DecimalSign};
use super::sub_goals::SubGoalNote;
use super::words::{listed, periods, quoted, short};
use crate::Lang;
use crate::date::Interval;
use crate::figure::Decimal;

/// What is read differently than expected, or not at all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields are what the sentence beside them names")]
pub enum Note {
    /// A line is not UTF-8; the file is read as Windows-1252.
    Windows1252 { line: usize },
    /// The file is read as UTF-16, which it does not say.
    Utf16,
    /// What is above the headings is not read.
    AboveHeading { line: usize },
    /// What is below the last row, in a single cell, is not read.
    BelowTable { lines: Vec<usize> },
    /// The heading of a column is unknown; it is not read.
    UnknownColumn { number: usize, heading: String },
    /// A column says the same in all rows; it is not read.
    OneValue { number: usize, heading: String, value: String },
    /// The only unknown column that contains nothing but figures is read as the value.
    TakenAsValue { number: usize, heading: String },
    /// Numerator and denominator say what this column says.
    ValueNotRead { heading: String },
    /// The figures are in another column.
    RatioNotRead { heading: String },
    /// The caller said which way is better.
    DirectionNotRead { heading: String },
    /// The caller named a target.
    TargetNotRead { heading: String },
    /// A date that can be only one day decides the order of all dates of the column.
    DateOrder { order: DateOrder, said: String, line: usize },
    /// No date of the column shows the order; dates with `-` or `.` begin with the day.
    DayFirst { said: String },
    /// `2024-01` is read as a month.
    ReadAsMonths { said: String },
    /// Days represent the periods that contain them, as the heading or the caller says.
    DaysAsPeriods { interval: Interval },
    /// Rows with other periods than the chosen ones are not read.
    LeftOut { chosen: Interval, lines: Vec<usize> },
    /// A figure with only one reading decides how a figure with two readings is read.
    DecimalSign { heading: String, said: String, sign: DecimalSign, line: usize },
    /// These cells are missing results.
    Missing { said: String, lines: Vec<usize> },
    /// A dash is zero in the tables of Statistics Denmark.
    DashIsZero { lines: Vec<usize> },
    /// The result is suppressed; it is below a figure.
    Suppressed { below: Decimal, lines: Vec<usize> },
    /// The heading says percent, and all figures are so small that they can be shares from 0 to 1.
    SmallPercents { said: String },
    /// The heading names a rate (`Fald pr. 1000 sengedage`): its figures are values in that unit, not counts.
    PerNumber { heading: String, unit: String },
    /// A figure is not a whole number, and no unit other than a count is stated: the figures are values, not counts.
    NoCount { heading: String, said: String },
    /// Numerator or denominator is missing, or the denominator alone is suppressed.
    HalfAFigure { line: usize },
    /// A value is missing and does not count in its subgroup.
    MissingInSubgroup { line: usize },
    /// The periods are not regular, so that holes in the calendar are not detected.
    NoInterval,
    /// A note about a list of sub-goals.
    #[serde(untagged)]
    OfSubGoals(SubGoalNote),
}

impl From<SubGoalNote> for Note {
    fn from(note: SubGoalNote) -> Self {
        Self::OfSubGoals(note)
    }
}

impl Note {
    /// The note in words.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, figure::Direction, table::{Choice, Table}};
    ///
    /// let table = Table::read("Måned;Antal\n2024-01;7\n2024-02;..\n".as_bytes()).expect("a table");
    /// let choice = Choice { better: Some(Direction::AtMost), ..Choice::default() };
    /// let found = table.measurements(&choice).expect("read");
    /// assert_eq!(found.notes[0].in_lang(Lang::En), "line 3: “..” is read as a missing result");
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> String {
        match lang {
            Lang::Da => self.in_danish(),
            Lang::En => self.in_english(),
        }
    }

    fn in_danish(&self) -> String {
        match self {
            Self::Windows1252 { line } => {
                format!("linje {line} er ikke UTF-8; filen er læst som Windows-1252")
            }
            Self::Utf16 => "filen er læst som UTF-16, som den ikke selv siger".into(),
            Self::AboveHeading { line } => {
                format!("overskriften er læst i linje {line}; hvad der står over den, er ikke læst")
            }
            Self::BelowTable { lines } => {
                format!("{}: hvad der står under tabellen, er ikke læst", lines_da(lines))
            }
            Self::UnknownColumn { number, heading } => {
                format!("kolonne {number} (»{}«) er ukendt og ikke læst", short(heading))
            }
            Self::OneValue { number, heading, value } => format!(
                "kolonne {number} (»{}«) siger »{}« i alle rækker og er ikke læst",
                short(heading),
                short(value)
            ),
            Self::TakenAsValue { number, heading } => format!(
                "kolonne {number} (»{}«) er læst som værdien: den er den eneste ukendte med kun tal",
                short(heading)
            ),
            Self::ValueNotRead { heading } => {
                format!("kolonnen »{}« er ikke læst: tæller og nævner siger det", short(heading))
            }
            Self::RatioNotRead { heading } => {
                format!("kolonnen »{}« er ikke læst: tallene står i en anden", short(heading))
            }
            Self::DirectionNotRead { heading } => {
                format!("kolonnen »{}« er ikke læst: det er valgt, hvad der er bedre", short(heading))
            }
            Self::TargetNotRead { heading } => {
                format!("kolonnen »{}« er ikke læst: et andet mål er valgt", short(heading))
            }
            Self::DateOrder { order, said, line } => format!(
                "datoerne er læst med {} først, som »{}« i linje {line} viser",
                match order {
                    DateOrder::DayFirst => "dagen",
                    DateOrder::MonthFirst => "måneden",
                },
                short(said)
            ),
            Self::DayFirst { said } => {
                format!(
                    "datoerne er læst med dagen først, som »{}«; ingen af dem viser det selv",
                    short(said)
                )
            }
            Self::ReadAsMonths { said } => format!("»{}« og lignende er læst som måneder", short(said)),
            Self::DaysAsPeriods { interval } => {
                format!("datoerne er læst som de {}, de ligger i", periods(*interval, Lang::Da))
            }
            Self::LeftOut { chosen, lines } => {
                format!("{}: andre perioder end {} er ikke læst", lines_da(lines), periods(*chosen, Lang::Da))
            }
            Self::DecimalSign { heading, said, sign, line } => format!(
                "»{}« i kolonnen »{}« er læst med {} som decimaltegn, som linje {line} viser",
                short(said),
                short(heading),
                match sign {
                    DecimalSign::Comma => "komma",
                    DecimalSign::Point => "punktum",
                }
            ),
            Self::Missing { said, lines } => {
                format!("{}: »{}« er læst som et manglende resultat", lines_da(lines), short(said))
            }
            Self::DashIsZero { lines } => {
                format!("{}: »-« er læst som nul, som det er hos Danmarks Statistik", lines_da(lines))
            }
            Self::Suppressed { below, lines } => format!(
                "{}: resultatet er skjult, fordi det er under {}; det er hverken nul eller manglende",
                lines_da(lines),
                below.in_lang(Lang::Da)
            ),
            Self::SmallPercents { said } => {
                format!("overskriften siger procent, og alle tal er højst 1; »{said}« er læst som {said} %")
            }
            Self::PerNumber { heading, unit } => format!(
                "tallene i kolonnen »{}« er læst som værdier med enheden »{}« og ikke som antal",
                short(heading),
                short(unit)
            ),
            Self::NoCount { heading, said } => format!(
                "»{}« i kolonnen »{}« er intet antal, og ingen anden enhed er oplyst; tallene er læst som værdier",
                short(said),
                short(heading)
            ),
            Self::HalfAFigure { line } => {
                format!(
                    "linje {line}: tæller eller nævner mangler eller er skjult; målingen vises som manglende"
                )
            }
            Self::MissingInSubgroup { line } => {
                format!("linje {line}: værdien mangler og indgår ikke i stikprøven")
            }
            Self::NoInterval => "perioderne er ikke regelmæssige; huller i kalenderen ses ikke".into(),
            Self::OfSubGoals(note) => note.in_lang(Lang::Da),
        }
    }

    fn in_english(&self) -> String {
        let quoted = |text: &String| quoted(core::slice::from_ref(text), Lang::En);
        match self {
            Self::Windows1252 { line } => {
                format!("line {line} is not UTF-8; the file is read as Windows-1252")
            }
            Self::Utf16 => "the file is read as UTF-16, which it does not say itself".into(),
            Self::AboveHeading { line } => {
                format!("the heading is read in line {line}; what is above it is not read")
            }
            Self::BelowTable { lines } => {
                format!("{}: what is below the table is not read", lines_en(lines))
            }
            Self::UnknownColumn { number, heading } => {
                format!("column {number} ({}) is unknown and not read", quoted(heading))
            }
            Self::OneValue { number, heading, value } => {
                let (heading, value) = (quoted(heading), quoted(value));
                format!("column {number} ({heading}) says {value} in all rows and is not read")
            }
            Self::TakenAsValue { number, heading } => format!(
                "column {number} ({}) is read as the value: it is the only unknown one with only figures",
                quoted(heading)
            ),
            Self::ValueNotRead { heading } => {
                format!("the column {} is not read: numerator and denominator say it", quoted(heading))
            }
            Self::RatioNotRead { heading } => {
                format!("the column {} is not read: the figures are in another one", quoted(heading))
            }
            Self::DirectionNotRead { heading } => {
                format!("the column {} is not read: which way is better was chosen", quoted(heading))
            }
            Self::TargetNotRead { heading } => {
                format!("the column {} is not read: another target was chosen", quoted(heading))
            }
            Self::DateOrder { order, said, line } => format!(
                "the dates are read with the {} first, as {} in line {line} shows",
                match order {
                    DateOrder::DayFirst => "day",
                    DateOrder::MonthFirst => "month",
                },
                quoted(said)
            ),
            Self::DayFirst { said } => {
                let said = quoted(said);
                format!("the dates are read with the day first, as {said}; none of them shows it itself")
            }
            Self::ReadAsMonths { said } => format!("{} and the like are read as months", quoted(said)),
            Self::DaysAsPeriods { interval } => {
                format!("the dates are read as the {} that contain them", periods(*interval, Lang::En))
            }
            Self::LeftOut { chosen, lines } => {
                format!("{}: periods other than {} are not read", lines_en(lines), periods(*chosen, Lang::En))
            }
            Self::DecimalSign { heading, said, sign, line } => format!(
                "{} in the column {} is read with a decimal {}, as line {line} shows",
                quoted(said),
                quoted(heading),
                match sign {
                    DecimalSign::Comma => "comma",
                    DecimalSign::Point => "point",
                }
            ),
            Self::Missing { said, lines } => {
                format!("{}: {} is read as a missing result", lines_en(lines), quoted(said))
            }
            Self::DashIsZero { lines } => {
                format!("{}: “-” is read as zero, which it is at Statistics Denmark", lines_en(lines))
            }
            Self::Suppressed { below, lines } => format!(
                "{}: the result is suppressed because it is below {}; it is neither zero nor missing",
                lines_en(lines),
                below.in_lang(Lang::En)
            ),
            Self::SmallPercents { said } => {
                format!(
                    "the heading says percent, and all figures are at most 1; “{said}” is read as {said} %"
                )
            }
            Self::PerNumber { heading, unit } => {
                let (column, unit) = (quoted(heading), quoted(unit));
                format!("the column {column} is read as values with the unit {unit}, not as counts")
            }
            Self::NoCount { heading, said } => format!(
                "{} in the column {} is no count, and no other unit is stated; the figures are read as values",
                quoted(said),
                quoted(heading)
            ),
            Self::HalfAFigure { line } => format!(
                "line {line}: numerator or denominator is missing or suppressed; the measurement is shown as missing"
            ),
            Self::MissingInSubgroup { line } => {
                format!("line {line}: the value is missing and does not count in the subgroup")
            }
            Self::NoInterval => "the periods are not regular; holes in the calendar are not seen".into(),
            Self::OfSubGoals(note) => note.in_lang(Lang::En),
        }
    }
}

fn lines_da(lines: &[usize]) -> String {
    let word = if lines.len() == 1 { "linje" } else { "linjerne" };
    format!("{word} {}", listed(lines.iter(), Lang::Da))
}

fn lines_en(lines: &[usize]) -> String {
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}", listed(lines.iter(), Lang::En))
}
