//! Notes and reasons of refusals for lists of sub-goals. No cell is repeated: it can name a person.

use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::field::SubGoalField;
use crate::Lang;
use crate::table::choice::DateOrder;
use crate::table::words::{lines_in, quoted, quoted_one, say};

/// Why a list of sub-goals cannot be read. No cell is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields are what the sentence beside them names")]
pub enum SubGoalReason {
    /// Fewer than two headings are known: the row may not be headings at all.
    UnknownHeadings,
    /// No column says this.
    NoColumn { field: SubGoalField },
    /// Several columns say this.
    SeveralColumns { field: SubGoalField, headings: Vec<String> },
    /// No column has the heading that was chosen.
    NoHeading { said: String },
    /// It can be two days.
    TwoDates,
    /// It is not a date with day and month in the order of another line.
    NotInOrder { line: usize },
    /// It is not a date.
    NotADate,
    /// It is not one of the known words.
    UnknownWord { field: SubGoalField },
    /// A row names no citizen.
    NoCitizen,
    /// A row has one cell, such as a remark below the list.
    OneCell,
    /// A row is the sum of the others.
    Total,
    /// A row has cells about a sub-goal, but does not say which sub-goal.
    NoSubGoal,
    /// Another line names another department for the same citizen.
    OtherDepartment { line: usize },
}

/// What is read differently than expected in a list of sub-goals, or not at all. No cell is repeated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "kind", rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
#[expect(missing_docs, reason = "the fields are what the sentence beside them names")]
pub enum SubGoalNote {
    /// A column is not read.
    NotRead { number: usize, heading: String },
    /// No column says this, so that something cannot be assessed.
    NothingSays { field: SubGoalField },
    /// No column says whether sub-goals are closed.
    AllOpen,
    /// A date that can be only one day decides the order of all dates.
    OrderShown { order: DateOrder, line: usize, column: usize },
    /// No date with `-` shows the order.
    DayBeforeMonth,
    /// The time of day after a date is not read.
    TimesNotRead,
    /// The last day of a week or quarter is the deadline.
    LastDay { field: SubGoalField, lines: Vec<usize> },
    /// A sub-goal is closed, and the list does not say whether it was reached or given up.
    ClosedOnly { lines: Vec<usize> },
    /// A cell says in words that there is no sub-goal.
    NoneInWords { lines: Vec<usize> },
    /// A row contains nothing but a citizen.
    CitizenOnly { lines: Vec<usize> },
    /// A sub-goal is nothing but a number.
    OnlyNumber { lines: Vec<usize> },
    /// The column names the next evaluation, and this one is of an earlier date, or of no stated day: it is not read.
    EarlierEvaluation { lines: Vec<usize> },
    /// There is no column of evaluation dates that an evaluation could have settled: it is not read.
    EvaluationWithoutDate { lines: Vec<usize> },
    /// A date stands for none: 1900 or 9999.
    NoRealDate { field: SubGoalField, lines: Vec<usize> },
    /// The status is open, and there is a day of closing.
    OpenAndClosed { lines: Vec<usize> },
    /// It was closed before it was set.
    ClosedBeforeSet { lines: Vec<usize> },
    /// There is a result of an evaluation and no day.
    ResultWithoutDay { lines: Vec<usize> },
    /// Two rows say the same.
    SameRow { line: usize, first: usize },
    /// Two cells differ in case, hyphens or spaces only.
    SpelledOtherwise { field: SubGoalField, line: usize, first: usize },
}

impl SubGoalReason {
    pub(in crate::table) fn in_lang(&self, lang: Lang) -> String {
        match self {
            Self::UnknownHeadings => say!(
                lang,
                "overskrifterne er ikke kendt; kald kolonnerne »borger«, »delmål«, »evalueringsdato«, »slutdato« og \
                 »status«, eller angiv, hvilke kolonner der er hvad",
                "the headings are unknown; call the columns “citizen”, “sub-goal”, “evaluation date”, “end date” and \
                 “status”, or say which columns are which",
            ),
            Self::NoColumn { field } => say!(
                lang,
                "der mangler en kolonne med {label}; kald den »{label}«, eller angiv dens overskrift",
                "a column is missing: {label}; call it “{label}”, or name its heading",
                label = field.label().in_lang(lang),
            ),
            Self::SeveralColumns { field, headings } => say!(
                lang,
                "flere kolonner kan være {field}: {headings}; omdøb den, der ikke skal læses",
                "several columns can be the {field}: {headings}; rename the one that is not to be read",
                field = field.label().in_lang(lang),
                headings = quoted(headings, lang),
            ),
            Self::NoHeading { said } => say!(
                lang,
                "ingen kolonne hedder {said}",
                "no column is called {said}",
                said = quoted_one(said, lang),
            ),
            Self::TwoDates => say!(
                lang,
                "datoen kan være to forskellige dage, og ingen anden dato i listen afgør det",
                "the date can be two days, and no other date of the list decides it",
            ),
            Self::NotInOrder { line } => say!(
                lang,
                "feltet er ingen dato, når dag og måned står i samme rækkefølge som i linje {line}; skriv datoerne \
                 som 2024-01-31",
                "the cell is no date with day and month in the order of line {line}; write the dates as 2024-01-31",
            ),
            Self::NotADate => say!(
                lang,
                "feltet er ingen dato, som 2024-01-31, 31.01.2024, 31. januar 2024 eller 2024-01; lad det være tomt, \
                 hvis datoen ikke er kendt",
                "the cell is no date, such as 2024-01-31, 31.01.2024, 31 January 2024 or 2024-01; leave it empty if \
                 the date is not known",
            ),
            Self::UnknownWord { field } => say!(
                lang,
                "feltet har en ukendt værdi for {label}; skriv fx {words}, eller lad det være tomt",
                "the cell has no known value for the {label}; write {words}, or leave it empty",
                label = field.label().in_lang(lang),
                words = words(*field, lang),
            ),
            Self::NoCitizen => say!(
                lang,
                "der står ingen borger; skriv borgeren i hver linje",
                "no citizen is named; name the citizen in each line",
            ),
            Self::OneCell => say!(
                lang,
                "der er kun 1 felt; slet linjen, hvis den ikke hører til listen, og skriv ellers også de tomme felter",
                "there is only 1 field; delete the line if it does not belong to the list, or else write the empty fields, too",
            ),
            Self::Total => say!(
                lang,
                "linjen er en sum og ingen borger; slet den",
                "the line is a sum and no citizen; delete it",
            ),
            Self::NoSubGoal => say!(
                lang,
                "linjen har datoer, status eller andet om et delmål, men intet delmål; skriv delmålet, eller ryd de \
                 andre felter, hvis borgeren ikke har noget",
                "the line has dates, a status or more of a sub-goal, and no sub-goal; write it, or clear the other \
                 cells if the citizen has none",
            ),
            Self::OtherDepartment { line } => say!(
                lang,
                "linje {line} har en anden afdeling for samme borger; ret den, der er forkert",
                "line {line} names another department for the same citizen; correct the wrong one",
            ),
        }
    }
}

impl SubGoalNote {
    #[expect(clippy::too_many_lines, reason = "one sentence for each note")]
    pub(in crate::table) fn in_lang(&self, lang: Lang) -> String {
        match self {
            Self::NotRead { number, heading } => say!(
                lang,
                "kolonne {number} ({heading}) er ikke læst",
                "column {number} ({heading}) is not read",
                heading = quoted_one(heading, lang),
            ),
            Self::NothingSays { field } => say!(
                lang,
                "der er ingen kolonne med {label}: {without}",
                "no column says the {label}: {without}",
                label = field.label().in_lang(lang),
                without = field.without().map_or("", |without| without.in_lang(lang)),
            ),
            Self::AllOpen => say!(
                lang,
                "ingen kolonne siger, om delmål er afsluttet: alle er læst som åbne",
                "no column says whether sub-goals are closed: all are read as open",
            ),
            Self::OrderShown { order, line, column } => say!(
                lang,
                "datoerne er læst med {first} først, som linje {line}, kolonne {column} viser",
                "the dates are read with the {first} first, as line {line}, column {column} shows",
                first = order.first().in_lang(lang),
            ),
            Self::DayBeforeMonth => say!(
                lang,
                "datoer med bindestreg er læst med dagen først; ingen af dem viser det selv",
                "dates with a hyphen are read with the day first; none of them shows it itself",
            ),
            Self::TimesNotRead => say!(
                lang,
                "klokkeslæt ved datoerne er ikke læst",
                "times of day after the dates are not read",
            ),
            Self::LastDay { field, lines } => say!(
                lang,
                "{lines}: {field} er læst som den sidste dag i ugen eller kvartalet",
                "{lines}: the {field} is read as the last day of the week or quarter",
                lines = lines_in(lines, lang),
                field = field.label().in_lang(lang),
            ),
            Self::ClosedOnly { lines } => say!(
                lang,
                "{lines}: delmålet er afsluttet, og om det er nået eller opgivet, siger listen ikke",
                "{lines}: the sub-goal is closed, and the list does not say whether it was reached or given up",
                lines = lines_in(lines, lang),
            ),
            Self::NoneInWords { lines } => say!(
                lang,
                "{lines}: feltet er læst, som om borgeren ikke har noget delmål",
                "{lines}: the cell is read as a citizen without a sub-goal",
                lines = lines_in(lines, lang),
            ),
            Self::CitizenOnly { lines } => say!(
                lang,
                "{lines}: der står kun en borger, læst som en borger uden afdeling og delmål; slet linjen, hvis den \
                 er en overskrift eller en sum",
                "{lines}: there is only a citizen, read as one without department and sub-goal; delete the line if \
                 it is a heading or a sum",
                lines = lines_in(lines, lang),
            ),
            Self::OnlyNumber { lines } => say!(
                lang,
                "{lines}: delmålet er kun et tal, læst som et delmål; slet linjen, hvis tallet er et antal",
                "{lines}: the sub-goal is only a number, read as a sub-goal; delete the line if it is a count",
                lines = lines_in(lines, lang),
            ),
            Self::EarlierEvaluation { lines } => say!(
                lang,
                "{lines}: overskriften siger »næste«, så evalueringen er af en tidligere dato og er ikke regnet med",
                "{lines}: the heading says “next”, so the evaluation is of an earlier date and is not counted",
                lines = lines_in(lines, lang),
            ),
            Self::EvaluationWithoutDate { lines } => say!(
                lang,
                "{lines}: delmålet er evalueret, men uden en kolonne med evalueringsdato siger det ikke, om det er i tide; det er \
                 ikke regnet med",
                "{lines}: the sub-goal was evaluated, which without a column of evaluation dates does not say whether in time; it \
                 is not counted",
                lines = lines_in(lines, lang),
            ),
            Self::NoRealDate { field, lines } => say!(
                lang,
                "{lines}: {field} er læst som manglende; 1900 og 9999 står for »ingen dato«",
                "{lines}: the {field} is read as missing; 1900 and 9999 stand for “no date”",
                lines = lines_in(lines, lang),
                field = field.label().in_lang(lang),
            ),
            Self::OpenAndClosed { lines } => say!(
                lang,
                "{lines}: status er åben, men der er en dato for afslutning; delmålet er læst som afsluttet den dag",
                "{lines}: the status is open, and there is a date of closing; the sub-goal is read as closed that day",
                lines = lines_in(lines, lang),
            ),
            Self::ClosedBeforeSet { lines } => say!(
                lang,
                "{lines}: delmålet er afsluttet, før det begyndte; ret den dato, der er forkert",
                "{lines}: the sub-goal was closed before it began; correct the wrong date",
                lines = lines_in(lines, lang),
            ),
            Self::ResultWithoutDay { lines } => say!(
                lang,
                "{lines}: der er et resultat og ingen dato for evalueringen; delmålet er læst som evalueret",
                "{lines}: there is a result and no date of the evaluation; the sub-goal is read as evaluated",
                lines = lines_in(lines, lang),
            ),
            Self::SameRow { line, first } => say!(
                lang,
                "linje {line} siger det samme som linje {first}; de er læst som to delmål",
                "line {line} says the same as line {first}; they are read as two sub-goals",
            ),
            Self::SpelledOtherwise { field, line, first } => say!(
                lang,
                "linje {line}: {field} er skrevet lidt anderledes end i linje {first}; de er læst som to forskellige",
                "line {line}: the {field} is spelled a little differently in line {first}; they are read as two",
                field = field.label().in_lang(lang),
            ),
        }
    }
}

fn words(field: SubGoalField, lang: Lang) -> String {
    let words: Vec<String> = field.words(lang).iter().map(|word| (*word).into()).collect();
    quoted(&words, lang)
}
