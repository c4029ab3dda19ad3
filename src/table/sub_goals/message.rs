//! Notes and reasons of refusals for lists of sub-goals. No cell is repeated: it can name a person.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::Serialize;

use super::field::SubGoalField;
use crate::Lang;
use crate::table::choice::DateOrder;
use crate::table::words::{listed, quoted};

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
    /// Two rows say the same.
    SameRow { line: usize, first: usize },
    /// Two cells differ in case, hyphens or spaces only.
    SpelledOtherwise { field: SubGoalField, line: usize, first: usize },
}

impl SubGoalReason {
    pub(in crate::table) fn in_lang(&self, lang: Lang) -> String {
        match lang {
            Lang::Da => self.in_danish(),
            Lang::En => self.in_english(),
        }
    }

    fn in_danish(&self) -> String {
        const LANG: Lang = Lang::Da;
        match self {
            Self::UnknownHeadings => "overskrifterne er ikke kendt; kald kolonnerne »borger«, »delmål«, \
                 »evalueringsdato«, »slutdato« og »status«, eller angiv, hvilke kolonner der er hvad"
                .into(),
            Self::NoColumn { field } => {
                let label = field.label().in_lang(LANG);
                format!("der mangler en kolonne med {label}; kald den »{label}«, eller angiv dens overskrift")
            }
            Self::SeveralColumns { field, headings } => format!(
                "flere kolonner kan være {}: {}; omdøb den, der ikke skal læses",
                field.label().in_lang(LANG),
                quoted(headings, LANG)
            ),
            Self::NoHeading { said } => {
                format!("ingen kolonne hedder {}", quoted(core::slice::from_ref(said), LANG))
            }
            Self::TwoDates => {
                "datoen kan være to forskellige dage, og ingen anden dato i listen afgør det".into()
            }
            Self::NotInOrder { line } => format!(
                "feltet er ingen dato, når dag og måned står i samme rækkefølge som i linje {line}; skriv datoerne \
                 som 2024-01-31"
            ),
            Self::NotADate => {
                "feltet er ingen dato, som 2024-01-31, 31.01.2024, 31. januar 2024 eller 2024-01; \
                 lad det være tomt, hvis datoen ikke er kendt"
                    .into()
            }
            Self::UnknownWord { field } => format!(
                "feltet siger intet kendt om {}; skriv fx {}, eller lad det være tomt",
                field.label().in_lang(LANG),
                words(*field, LANG)
            ),
            Self::NoCitizen => "der står ingen borger; skriv borgeren i hver linje".into(),
            Self::NoSubGoal => "linjen har datoer, status eller andet om et delmål, men intet delmål; skriv \
                 delmålet, eller ryd de andre felter, hvis borgeren ikke har noget"
                .into(),
            Self::OtherDepartment { line } => {
                format!("linje {line} siger en anden afdeling for samme borger; ret den, der er forkert")
            }
        }
    }

    fn in_english(&self) -> String {
        const LANG: Lang = Lang::En;
        match self {
            Self::UnknownHeadings => {
                "the headings are unknown; call the columns “citizen”, “sub-goal”, “evaluation \
                 date”, “end date” and “status”, or say which columns are which"
                    .into()
            }
            Self::NoColumn { field } => {
                let label = field.label().in_lang(LANG);
                format!("a column is missing: {label}; call it “{label}”, or name its heading")
            }
            Self::SeveralColumns { field, headings } => format!(
                "several columns can be the {}: {}; rename the one that is not to be read",
                field.label().in_lang(LANG),
                quoted(headings, LANG)
            ),
            Self::NoHeading { said } => {
                format!("no column is called {}", quoted(core::slice::from_ref(said), LANG))
            }
            Self::TwoDates => "the date can be two days, and no other date of the list decides it".into(),
            Self::NotInOrder { line } => format!(
                "the cell is no date with day and month in the order of line {line}; write the dates as 2024-01-31"
            ),
            Self::NotADate => {
                "the cell is no date, such as 2024-01-31, 31.01.2024, 31 January 2024 or 2024-01; leave \
                 it empty if the date is not known"
                    .into()
            }
            Self::UnknownWord { field } => format!(
                "the cell says nothing known of the {}; write {}, or leave it empty",
                field.label().in_lang(LANG),
                words(*field, LANG)
            ),
            Self::NoCitizen => "no citizen is named; name the citizen in each line".into(),
            Self::NoSubGoal => {
                "the line has dates, a status or more of a sub-goal, and no sub-goal; write it, or clear \
                 the other cells if the citizen has none"
                    .into()
            }
            Self::OtherDepartment { line } => {
                format!("line {line} names another department for the same citizen; correct the wrong one")
            }
        }
    }
}

impl SubGoalNote {
    pub(in crate::table) fn in_lang(&self, lang: Lang) -> String {
        match lang {
            Lang::Da => self.in_danish(),
            Lang::En => self.in_english(),
        }
    }

    fn in_danish(&self) -> String {
        const LANG: Lang = Lang::Da;
        match self {
            Self::NotRead { number, heading } => {
                format!("kolonne {number} ({}) er ikke læst", quoted(core::slice::from_ref(heading), LANG))
            }
            Self::NothingSays { field } => {
                let without = field.without().map_or("", |without| without.in_lang(LANG));
                format!("ingen kolonne siger {}: {without}", field.label().in_lang(LANG))
            }
            Self::AllOpen => "ingen kolonne siger, om delmål er afsluttet: alle er læst som åbne".into(),
            Self::OrderShown { order, line, column } => format!(
                "datoerne er læst med {} først, som linje {line}, kolonne {column} viser",
                match order {
                    DateOrder::DayFirst => "dagen",
                    DateOrder::MonthFirst => "måneden",
                }
            ),
            Self::DayBeforeMonth => {
                "datoer med bindestreg er læst med dagen først; ingen af dem viser det selv".into()
            }
            Self::TimesNotRead => "klokkeslæt ved datoerne er ikke læst".into(),
            Self::LastDay { field, lines } => format!(
                "{}: {} er læst som den sidste dag i ugen eller kvartalet",
                lines_da(lines),
                field.label().in_lang(LANG)
            ),
            Self::ClosedOnly { lines } => format!(
                "{}: delmålet er afsluttet, og om det er nået eller opgivet, siger listen ikke",
                lines_da(lines)
            ),
            Self::NoneInWords { lines } => {
                format!("{}: feltet er læst, som om borgeren ikke har noget delmål", lines_da(lines))
            }
            Self::CitizenOnly { lines } => format!(
                "{}: der står kun en borger, læst som en borger uden afdeling og delmål; slet linjen, hvis den er en \
                 overskrift eller en sum",
                lines_da(lines)
            ),
            Self::SameRow { line, first } => {
                format!("linje {line} siger det samme som linje {first}; de er læst som to delmål")
            }
            Self::SpelledOtherwise { field, line, first } => format!(
                "linje {line}: {} er skrevet lidt anderledes end i linje {first}; de er læst som to forskellige",
                field.label().in_lang(LANG)
            ),
        }
    }

    fn in_english(&self) -> String {
        const LANG: Lang = Lang::En;
        match self {
            Self::NotRead { number, heading } => {
                format!("column {number} ({}) is not read", quoted(core::slice::from_ref(heading), LANG))
            }
            Self::NothingSays { field } => {
                let without = field.without().map_or("", |without| without.in_lang(LANG));
                format!("no column says the {}: {without}", field.label().in_lang(LANG))
            }
            Self::AllOpen => "no column says whether sub-goals are closed: all are read as open".into(),
            Self::OrderShown { order, line, column } => format!(
                "the dates are read with the {} first, as line {line}, column {column} shows",
                match order {
                    DateOrder::DayFirst => "day",
                    DateOrder::MonthFirst => "month",
                }
            ),
            Self::DayBeforeMonth => {
                "dates with a hyphen are read with the day first; none of them shows it itself".into()
            }
            Self::TimesNotRead => "times of day after the dates are not read".into(),
            Self::LastDay { field, lines } => format!(
                "{}: the {} is read as the last day of the week or quarter",
                lines_en(lines),
                field.label().in_lang(LANG)
            ),
            Self::ClosedOnly { lines } => format!(
                "{}: the sub-goal is closed, and the list does not say whether it was reached or given up",
                lines_en(lines)
            ),
            Self::NoneInWords { lines } => {
                format!("{}: the cell is read as a citizen without a sub-goal", lines_en(lines))
            }
            Self::CitizenOnly { lines } => format!(
                "{}: there is only a citizen, read as one without department and sub-goal; delete the line if it is \
                 a heading or a sum",
                lines_en(lines)
            ),
            Self::SameRow { line, first } => {
                format!("line {line} says the same as line {first}; they are read as two sub-goals")
            }
            Self::SpelledOtherwise { field, line, first } => format!(
                "line {line}: the {} is spelled a little differently in line {first}; they are read as two",
                field.label().in_lang(LANG)
            ),
        }
    }
}

fn words(field: SubGoalField, lang: Lang) -> String {
    let words: Vec<String> = field.words(lang).iter().map(|word| (*word).into()).collect();
    quoted(&words, lang)
}

fn lines_da(lines: &[usize]) -> String {
    let word = if lines.len() == 1 { "linje" } else { "linjerne" };
    format!("{word} {}", listed(lines.iter(), Lang::Da))
}

fn lines_en(lines: &[usize]) -> String {
    let word = if lines.len() == 1 { "line" } else { "lines" };
    format!("{word} {}", listed(lines.iter(), Lang::En))
}
