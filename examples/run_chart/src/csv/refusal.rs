//! What cannot be read, and what is read otherwise than one may think.

use kvalitetsmodel::Lang;

use super::headings::Column;

/// What cannot be read, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Refusal {
    /// From 1.
    pub(crate) line: usize,
    /// Its number from 1, and its heading.
    pub(crate) column: Option<(usize, String)>,
    pub(crate) because: Because,
}

/// Why it cannot be read. What a cell says is repeated: the reader has the file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Because {
    NotUtf8,
    NoSign { byte: u8 },
    Empty,
    OneColumn,
    OpenQuote,
    NoColumn(Column),
    NoFigures,
    SeveralFigures { headings: Vec<String> },
    SaidTwice { column: Column, first: String, second: String },
    NoRows,
    CellsAmiss { cells: usize, headings: usize },
    NoTime,
    NotATime { said: String },
    TimeOfDay { said: String },
    NotANumber { said: String },
    NotWhole { said: String },
    TooPrecise,
    TooLong,
    NoPercent { said: String, line: usize },
    OtherSign { said: String, line: usize },
    Thousands { said: String },
    NotYesOrNo { said: String },
    TargetInPercent,
    SameTime { line: usize },
    OtherPhase { line: usize },
    OtherExclusion { line: usize },
}

impl Refusal {
    pub(crate) const fn of_line(line: usize, because: Because) -> Self {
        Self { line, column: None, because }
    }

    pub(crate) fn in_lang(&self, lang: Lang) -> String {
        let line = self.line;
        let because = match lang {
            Lang::Da => self.because.in_danish(),
            Lang::En => self.because.in_english(),
        };
        match (&self.column, lang) {
            (None, Lang::Da) => format!("linje {line}: {because}"),
            (None, Lang::En) => format!("line {line}: {because}"),
            (Some((n, heading)), Lang::Da) => format!("linje {line}, kolonne {n} ({heading}): {because}"),
            (Some((n, heading)), Lang::En) => format!("line {line}, column {n} ({heading}): {because}"),
        }
    }
}

impl Because {
    fn in_danish(&self) -> String {
        match self {
            Self::NotUtf8 => "filen er ikke UTF-8; gem den som »CSV UTF-8«".to_owned(),
            Self::NoSign { byte } => {
                format!(
                    "byte {byte:02X} er et tegn i hverken UTF-8 eller Windows-1252; gem filen som »CSV UTF-8«"
                )
            }
            Self::Empty => "filen er tom".to_owned(),
            Self::OneColumn => {
                "overskriften har én kolonne; der skal stå ;, tabulator eller , mellem dem".to_owned()
            }
            Self::OpenQuote => "et citationstegn bliver aldrig lukket".to_owned(),
            Self::NoColumn(column) => {
                format!(
                    "der mangler en kolonne med {}: {}",
                    column.in_lang(Lang::Da),
                    column.headings().join(", ")
                )
            }
            Self::NoFigures => format!(
                "der mangler en kolonne med værdier ({}) eller to med tæller og nævner ({}; {})",
                Column::Value.headings().join(", "),
                Column::Part.headings().join(", "),
                Column::Whole.headings().join(", "),
            ),
            Self::SeveralFigures { headings } => format!(
                "ingen overskrift siger, hvor værdien står, og flere kolonner har kun tal: {}; kald den rette »værdi«",
                listed(headings, "»", "«", "og")
            ),
            Self::SaidTwice { column: Column::Value, first, second } => format!(
                "to kolonner siger værdi: »{first}« og »{second}«; omdøb den, der ikke er resultatet, eller kald \
                 dem »tæller« og »nævner«, hvis den ene skal deles med den anden"
            ),
            Self::SaidTwice { column, first, second } => format!(
                "to kolonner siger {}: »{first}« og »{second}«; omdøb den, der ikke skal læses",
                column.in_lang(Lang::Da)
            ),
            Self::NoRows => "der står intet under overskriften".to_owned(),
            Self::CellsAmiss { cells, headings } => format!(
                "der er {cells} felter, og overskriften har {headings}; et felt med skilletegn i skal stå i citationstegn"
            ),
            Self::NoTime => "der står ingen dato eller periode".to_owned(),
            Self::NotATime { said } => format!(
                "»{}« er ingen dato eller periode, som 2024-01-31, 31.01.2024, 2024-01, jan 2024, 2024-K1, 2024-U05 eller 2024",
                short(said)
            ),
            Self::TimeOfDay { said } => format!(
                "»{}« har et klokkeslæt; her læses kun hele dage og perioder, så slet klokkeslættet",
                short(said)
            ),
            Self::NotANumber { said } => format!("»{}« er ikke et tal", short(said)),
            Self::NotWhole { said } => format!("»{}« er ikke et helt tal fra nul og op", short(said)),
            Self::TooPrecise => "tallet har flere end 9 decimaler".to_owned(),
            Self::TooLong => "tallet har flere end 18 cifre".to_owned(),
            Self::NoPercent { said, line } => {
                format!(
                    "»{}« har intet %, men det har linje {line}; skriv det ved alle eller ingen",
                    short(said)
                )
            }
            Self::OtherSign { said, line } => {
                format!("»{}« har et andet decimaltegn end linje {line}", short(said))
            }
            Self::Thousands { said } => {
                format!("»{}« kan være decimaler og kan være tusinder; skriv det entydigt", short(said))
            }
            Self::NotYesOrNo { said } => format!("»{}« er hverken ja eller nej", short(said)),
            Self::TargetInPercent => "målet har et %, men tallene er ikke i procent".to_owned(),
            Self::SameTime { line } => format!("linje {line} har samme dato eller periode"),
            Self::OtherPhase { line } => format!("linje {line} har samme dato, men en anden fase"),
            Self::OtherExclusion { line } => {
                format!("linje {line} har samme dato, men kun den ene af dem er udeladt")
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::NotUtf8 => "the file is not UTF-8; save it as “CSV UTF-8”".to_owned(),
            Self::NoSign { byte } => {
                format!(
                    "byte {byte:02X} is a sign in neither UTF-8 nor Windows-1252; save the file as “CSV UTF-8”"
                )
            }
            Self::Empty => "the file is empty".to_owned(),
            Self::OneColumn => {
                "the heading has one column; there must be ;, a tab or , between them".to_owned()
            }
            Self::OpenQuote => "a quote is never closed".to_owned(),
            Self::NoColumn(column) => {
                format!(
                    "there is no column of {}: {}",
                    column.in_lang(Lang::En),
                    column.headings().join(", ")
                )
            }
            Self::NoFigures => format!(
                "there is no column of values ({}), nor two of numerator and denominator ({}; {})",
                Column::Value.headings().join(", "),
                Column::Part.headings().join(", "),
                Column::Whole.headings().join(", "),
            ),
            Self::SeveralFigures { headings } => format!(
                "no heading says where the value stands, and several columns hold nothing but figures: {}; call the \
                 right one “value”",
                listed(headings, "“", "”", "and")
            ),
            Self::SaidTwice { column: Column::Value, first, second } => format!(
                "two columns say value: “{first}” and “{second}”; rename the one that is not the result, or call \
                 them “numerator” and “denominator” if one is to be divided by the other"
            ),
            Self::SaidTwice { column, first, second } => format!(
                "two columns say {}: “{first}” and “{second}”; rename the one that is not to be read",
                column.in_lang(Lang::En)
            ),
            Self::NoRows => "nothing stands under the heading".to_owned(),
            Self::CellsAmiss { cells, headings } => format!(
                "there are {cells} fields, and the heading has {headings}; a field that holds a separator must be quoted"
            ),
            Self::NoTime => "there is no date or period".to_owned(),
            Self::NotATime { said } => format!(
                "“{}” is no date or period such as 2024-01-31, 31.01.2024, 2024-01, Jan 2024, 2024-Q1, 2024-W05 or 2024",
                short(said)
            ),
            Self::TimeOfDay { said } => format!(
                "“{}” has a time of day; only whole days and periods are read, so delete the time",
                short(said)
            ),
            Self::NotANumber { said } => format!("“{}” is no number", short(said)),
            Self::NotWhole { said } => format!("“{}” is no whole number from zero on", short(said)),
            Self::TooPrecise => "the figure has more than 9 decimals".to_owned(),
            Self::TooLong => "the figure has more than 18 digits".to_owned(),
            Self::NoPercent { said, line } => {
                format!("“{}” has no %, and line {line} has; write it at all of them or at none", short(said))
            }
            Self::OtherSign { said, line } => {
                format!("“{}” has another decimal sign than line {line}", short(said))
            }
            Self::Thousands { said } => {
                format!("“{}” can be decimals and can be thousands; write it unambiguously", short(said))
            }
            Self::NotYesOrNo { said } => format!("“{}” is neither yes nor no", short(said)),
            Self::TargetInPercent => "the target has a %, and the figures are not in percent".to_owned(),
            Self::SameTime { line } => format!("line {line} has the same date or period"),
            Self::OtherPhase { line } => format!("line {line} has the same date and another phase"),
            Self::OtherExclusion { line } => {
                format!("line {line} has the same date, and only one of the two is excluded")
            }
        }
    }
}

/// The headings in quotes, the last behind `and`.
fn listed(headings: &[String], open: &str, close: &str, and: &str) -> String {
    let quoted: Vec<_> = headings.iter().map(|heading| format!("{open}{heading}{close}")).collect();
    match quoted.split_last() {
        Some((last, [])) => last.clone(),
        Some((last, before)) => format!("{} {and} {last}", before.join(", ")),
        None => String::new(),
    }
}

/// So much of a cell that a reader finds it.
fn short(said: &str) -> String {
    const MOST: usize = 30;
    let mut short: String = said.chars().take(MOST).collect();
    if said.chars().nth(MOST).is_some() {
        short.push('…');
    }
    short
}

/// What is read otherwise than one may think.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Note {
    Windows1252 { line: usize },
    UnknownColumn { number: usize, heading: String },
    TakenAsValue { number: usize, heading: String },
    ValueNotRead { heading: String },
    RatioNotRead { heading: String },
    HalfAFigure { line: usize },
    MissingInSubgroup { line: usize },
    NoInterval,
}

impl Note {
    pub(crate) fn in_lang(&self, lang: Lang) -> String {
        match (self, lang) {
            (Self::Windows1252 { line }, Lang::Da) => {
                format!("linje {line} er ikke UTF-8; filen er læst som Windows-1252")
            }
            (Self::Windows1252 { line }, Lang::En) => {
                format!("line {line} is not UTF-8; the file is read as Windows-1252")
            }
            (Self::UnknownColumn { number, heading }, Lang::Da) => {
                format!("kolonne {number} (»{heading}«) er ukendt og ikke læst")
            }
            (Self::UnknownColumn { number, heading }, Lang::En) => {
                format!("column {number} (“{heading}”) is unknown and not read")
            }
            (Self::TakenAsValue { number, heading }, Lang::Da) => {
                format!(
                    "kolonne {number} (»{heading}«) er læst som værdien: den er den eneste ukendte med kun tal"
                )
            }
            (Self::TakenAsValue { number, heading }, Lang::En) => {
                format!(
                    "column {number} (“{heading}”) is read as the value: it is the only unknown one with only figures"
                )
            }
            (Self::ValueNotRead { heading }, Lang::Da) => {
                format!("kolonnen »{heading}« er ikke læst: tæller og nævner siger det")
            }
            (Self::ValueNotRead { heading }, Lang::En) => {
                format!("the column “{heading}” is not read: numerator and denominator say it")
            }
            (Self::RatioNotRead { heading }, Lang::Da) => {
                format!("kolonnen »{heading}« er ikke læst: diagrammet bruger de enkelte værdier")
            }
            (Self::RatioNotRead { heading }, Lang::En) => {
                format!("the column “{heading}” is not read: the chart uses the single values")
            }
            (Self::HalfAFigure { line }, Lang::Da) => {
                format!("linje {line}: tæller eller nævner mangler; målingen vises som manglende")
            }
            (Self::HalfAFigure { line }, Lang::En) => {
                format!(
                    "line {line}: numerator or denominator is missing; the measurement is shown as missing"
                )
            }
            (Self::MissingInSubgroup { line }, Lang::Da) => {
                format!("linje {line}: værdien mangler og indgår ikke i stikprøven")
            }
            (Self::MissingInSubgroup { line }, Lang::En) => {
                format!("line {line}: the value is missing and does not count in the subgroup")
            }
            (Self::NoInterval, Lang::Da) => {
                "perioderne er ikke af én slags eller ikke regelmæssige; huller i kalenderen ses ikke"
                    .to_owned()
            }
            (Self::NoInterval, Lang::En) => {
                "the periods are not of one kind or not regular; holes in the calendar are not seen"
                    .to_owned()
            }
        }
    }
}
