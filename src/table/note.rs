//! What is read differently than expected.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::choice::{DateOrder, DecimalSign};
use super::sub_goals::SubGoalNote;
use super::words::{lines_in, periods, quoted_one, say};
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
    /// The result is suppressed; it is below a percentage.
    SuppressedShare { below: Decimal, lines: Vec<usize> },
    /// The heading says percent, and all figures are so small that they can be shares from 0 to 1.
    SmallPercents { said: String },
    /// The heading names a rate (`Fald pr. 1000 sengedage`): its figures are values in that unit, not counts.
    PerNumber { heading: String, unit: String },
    /// A figure is not a whole number, and no unit other than a count is stated: the figures are values, not counts.
    NoCount { heading: String, said: String },
    /// A numerator and a denominator are read as a rate, and nothing but the figures or the denominator says so.
    ReadAsRate { part: String, whole: String },
    /// Figures below a heading that says share are above 1, and are read as percentages.
    ShareInPercent { heading: String, said: String },
    /// What stands in brackets in the heading is no known unit; the figures are read as counts.
    BracketsNotRead { heading: String, said: String },
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
    #[expect(clippy::too_many_lines, reason = "one sentence for each note")]
    pub fn in_lang(&self, lang: Lang) -> String {
        match self {
            Self::Windows1252 { line } => say!(
                lang,
                "linje {line} er ikke UTF-8; filen er læst som Windows-1252",
                "line {line} is not UTF-8; the file is read as Windows-1252",
            ),
            Self::Utf16 => say!(
                lang,
                "filen er læst som UTF-16, selv om den ikke angiver det",
                "the file is read as UTF-16, which it does not say itself",
            ),
            Self::AboveHeading { line } => say!(
                lang,
                "overskriften er læst i linje {line}; hvad der står over den, er ikke læst",
                "the heading is read in line {line}; what is above it is not read",
            ),
            Self::BelowTable { lines } => say!(
                lang,
                "{lines}: hvad der står under tabellen, er ikke læst",
                "{lines}: what is below the table is not read",
                lines = lines_in(lines, lang),
            ),
            Self::UnknownColumn { number, heading } => say!(
                lang,
                "kolonne {number} ({heading}) er ukendt og ikke læst",
                "column {number} ({heading}) is unknown and not read",
                heading = quoted_one(heading, lang),
            ),
            Self::OneValue { number, heading, value } => say!(
                lang,
                "kolonne {number} ({heading}) siger {value} i alle rækker og er ikke læst",
                "column {number} ({heading}) says {value} in all rows and is not read",
                heading = quoted_one(heading, lang),
                value = quoted_one(value, lang),
            ),
            Self::TakenAsValue { number, heading } => say!(
                lang,
                "kolonne {number} ({heading}) er læst som værdien: den er den eneste ukendte med kun tal",
                "column {number} ({heading}) is read as the value: it is the only unknown one with only figures",
                heading = quoted_one(heading, lang),
            ),
            Self::ValueNotRead { heading } => say!(
                lang,
                "kolonnen {heading} er ikke læst: det fremgår af tæller og nævner",
                "the column {heading} is not read: numerator and denominator say it",
                heading = quoted_one(heading, lang),
            ),
            Self::RatioNotRead { heading } => say!(
                lang,
                "kolonnen {heading} er ikke læst: tallene står i en anden",
                "the column {heading} is not read: the figures are in another one",
                heading = quoted_one(heading, lang),
            ),
            Self::DirectionNotRead { heading } => say!(
                lang,
                "kolonnen {heading} er ikke læst: det er valgt, hvad der er bedre",
                "the column {heading} is not read: which way is better was chosen",
                heading = quoted_one(heading, lang),
            ),
            Self::TargetNotRead { heading } => say!(
                lang,
                "kolonnen {heading} er ikke læst: et andet mål er valgt",
                "the column {heading} is not read: another target was chosen",
                heading = quoted_one(heading, lang),
            ),
            Self::DateOrder { order, said, line } => say!(
                lang,
                "datoerne er læst med {first} først, som {said} i linje {line} viser",
                "the dates are read with the {first} first, as {said} in line {line} shows",
                first = order.first().in_lang(lang),
                said = quoted_one(said, lang),
            ),
            Self::DayFirst { said } => say!(
                lang,
                "datoerne er læst med dagen først, som {said}; ingen af dem viser det selv",
                "the dates are read with the day first, as {said}; none of them shows it itself",
                said = quoted_one(said, lang),
            ),
            Self::ReadAsMonths { said } => say!(
                lang,
                "{said} og lignende er læst som måneder",
                "{said} and the like are read as months",
                said = quoted_one(said, lang),
            ),
            Self::DaysAsPeriods { interval } => say!(
                lang,
                "datoerne er læst som de {periods}, de ligger i",
                "the dates are read as the {periods} that contain them",
                periods = periods(*interval, lang),
            ),
            Self::LeftOut { chosen, lines } => say!(
                lang,
                "{lines}: andre perioder end {chosen} er ikke læst",
                "{lines}: periods other than {chosen} are not read",
                lines = lines_in(lines, lang),
                chosen = periods(*chosen, lang),
            ),
            Self::DecimalSign { heading, said, sign, line } => say!(
                lang,
                "{said} i kolonnen {heading} er læst med {sign} som decimaltegn, som linje {line} viser",
                "{said} in the column {heading} is read with a decimal {sign}, as line {line} shows",
                said = quoted_one(said, lang),
                heading = quoted_one(heading, lang),
                sign = sign.label().in_lang(lang),
            ),
            Self::Missing { said, lines } => say!(
                lang,
                "{lines}: {said} er læst som et manglende resultat",
                "{lines}: {said} is read as a missing result",
                lines = lines_in(lines, lang),
                said = quoted_one(said, lang),
            ),
            Self::DashIsZero { lines } => say!(
                lang,
                "{lines}: »-« er læst som nul, som det er hos Danmarks Statistik",
                "{lines}: “-” is read as zero, which it is at Statistics Denmark",
                lines = lines_in(lines, lang),
            ),
            Self::Suppressed { below, lines } => say!(
                lang,
                "{lines}: resultatet er skjult, fordi det er under {below}; det er hverken nul eller manglende",
                "{lines}: the result is suppressed because it is below {below}; it is neither zero nor missing",
                lines = lines_in(lines, lang),
                below = below.in_lang(lang),
            ),
            Self::SuppressedShare { below, lines } => say!(
                lang,
                "{lines}: resultatet er skjult, fordi det er under {below} %; det er hverken nul eller manglende",
                "{lines}: the result is suppressed because it is below {below}%; it is neither zero nor missing",
                lines = lines_in(lines, lang),
                below = below.in_lang(lang),
            ),
            Self::SmallPercents { said } => say!(
                lang,
                "overskriften siger procent, og alle tal er højst 1; »{said}« er læst som {said} %",
                "the heading says percent, and all figures are at most 1; “{said}” is read as {said} %",
            ),
            Self::PerNumber { heading, unit } => say!(
                lang,
                "tallene i kolonnen {heading} er læst som værdier med enheden {unit} og ikke som antal",
                "the column {heading} is read as values with the unit {unit}, not as counts",
                heading = quoted_one(heading, lang),
                unit = quoted_one(unit, lang),
            ),
            Self::NoCount { heading, said } => say!(
                lang,
                "{said} i kolonnen {heading} er intet antal, og ingen anden enhed er oplyst; tallene er læst som \
                 værdier",
                "{said} in the column {heading} is no count, and no other unit is stated; the figures are read as \
                 values",
                said = quoted_one(said, lang),
                heading = quoted_one(heading, lang),
            ),
            Self::ReadAsRate { part, whole } => say!(
                lang,
                "{part} og {whole} er læst som hændelser pr. enhed og ikke som andele",
                "{part} and {whole} are read as events per unit, not as shares",
                part = quoted_one(part, lang),
                whole = quoted_one(whole, lang),
            ),
            Self::ShareInPercent { heading, said } => say!(
                lang,
                "tallene i kolonnen {heading} er læst som procent: {said} er over 1",
                "the column {heading} is read as percentages: {said} is above 1",
                heading = quoted_one(heading, lang),
                said = quoted_one(said, lang),
            ),
            Self::BracketsNotRead { heading, said } => say!(
                lang,
                "{said} i overskriften {heading} er ikke en kendt enhed; tallene er læst som antal",
                "{said} in the heading {heading} is no known unit; the figures are read as counts",
                said = quoted_one(said, lang),
                heading = quoted_one(heading, lang),
            ),
            Self::HalfAFigure { line } => say!(
                lang,
                "linje {line}: tæller eller nævner mangler eller er skjult; målingen vises som manglende",
                "line {line}: numerator or denominator is missing or suppressed; the measurement is shown as missing",
            ),
            Self::MissingInSubgroup { line } => say!(
                lang,
                "linje {line}: værdien mangler og indgår ikke i stikprøven",
                "line {line}: the value is missing and does not count in the subgroup",
            ),
            Self::NoInterval => say!(
                lang,
                "perioderne er ikke regelmæssige; huller i kalenderen ses ikke",
                "the periods are not regular; holes in the calendar are not seen",
            ),
            Self::OfSubGoals(note) => note.in_lang(lang),
        }
    }
}
