//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{ChartKind, Screening};
use kvalitetsmodel::figure::Direction;

use crate::csv::Target;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
}

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) file: Option<PathBuf>,
    pub(crate) chart: ChartKind,
    pub(crate) screening: Screening,
    pub(crate) better: Option<Direction>,
    pub(crate) target: Option<Target>,
    pub(crate) svg: Option<PathBuf>,
    pub(crate) format: Format,
    pub(crate) lang: Lang,
    pub(crate) as_of: Option<NaiveDate>,
}

/// What is wrong with a command line.
#[derive(Debug, Clone, PartialEq, Eq)]
enum Wrong {
    /// Nothing: the usage is asked for.
    Help,
    Needs {
        option: String,
        what: (&'static str, &'static str),
    },
    NoChart {
        said: String,
    },
    NoneOf {
        said: String,
        choices: [&'static str; 2],
    },
    NoDay {
        said: String,
    },
    NoFigure {
        said: String,
    },
    UnknownOption {
        said: String,
    },
    SecondFile {
        said: String,
    },
    NoBetter,
    OfATable {
        option: &'static str,
    },
}

impl Arguments {
    /// Is the file an exchange document? All else is separated values.
    pub(crate) fn is_document(&self) -> bool {
        let extension = self.file.as_ref().and_then(|file| file.extension());
        extension.is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
    }

    /// What a file of separated values needs, and what a document says itself.
    fn checked(self) -> Result<Self, Wrong> {
        let is_table = self.file.is_some() && !self.is_document();
        if is_table && self.better.is_none() {
            return Err(Wrong::NoBetter);
        }
        if !is_table && self.better.is_some() {
            return Err(Wrong::OfATable { option: "--better" });
        }
        if !is_table && self.target.is_some() {
            return Err(Wrong::OfATable { option: "--target" });
        }
        Ok(self)
    }
}

/// Reads the command line.
///
/// # Errors
///
/// What is wrong with it and how it is used, in the language that it asks for, wherever in it that stands.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let words: Vec<String> = words.collect();
    let mut asked = words.windows(2).filter_map(|pair| match pair {
        [option, lang] if option == "--lang" => lang.parse().ok(),
        _ => None,
    });
    let lang = asked.next_back().unwrap_or(Lang::Da);
    read(words.into_iter(), lang).and_then(Arguments::checked).map_err(|wrong| wrong.in_lang(lang))
}

fn read(mut words: impl Iterator<Item = String>, lang: Lang) -> Result<Arguments, Wrong> {
    let mut arguments = Arguments {
        file: None,
        chart: ChartKind::Run,
        screening: Screening::Off,
        better: None,
        target: None,
        svg: None,
        format: Format::Text,
        lang,
        as_of: None,
    };
    while let Some(word) = words.next() {
        let mut value =
            |da, en| words.next().ok_or_else(|| Wrong::Needs { option: word.clone(), what: (da, en) });
        match word.as_str() {
            "--chart" => {
                let said = value("en slags diagram", "a kind of chart")?;
                arguments.chart = said.parse().map_err(|_| Wrong::NoChart { said })?;
            }
            "--better" => {
                arguments.better = Some(match value("`higher` eller `lower`", "`higher` or `lower`")? {
                    said if said == "higher" => Direction::AtLeast,
                    said if said == "lower" => Direction::AtMost,
                    said => return Err(Wrong::NoneOf { said, choices: ["higher", "lower"] }),
                });
            }
            "--target" => {
                let said = value("et tal", "a figure")?;
                arguments.target = Some(target(&said).ok_or(Wrong::NoFigure { said })?);
            }
            "--screen" => arguments.screening = Screening::On,
            "--svg" => arguments.svg = Some(value("en fil", "a file")?.into()),
            "--format" => {
                arguments.format = match value("et format", "a format")? {
                    said if said == "text" => Format::Text,
                    said if said == "json" => Format::Json,
                    said => return Err(Wrong::NoneOf { said, choices: ["text", "json"] }),
                }
            }
            "--lang" => {
                let said = value("et sprog", "a language")?;
                let Ok(lang) = said.parse() else {
                    return Err(Wrong::NoneOf { said, choices: ["da", "en"] });
                };
                arguments.lang = lang;
            }
            "--as-of" => {
                let said = value("en dag", "a day")?;
                let day = NaiveDate::parse_from_str(&said, "%Y-%m-%d").ok().filter(|_| said.len() == 10);
                arguments.as_of = Some(day.ok_or(Wrong::NoDay { said })?);
            }
            "--help" | "-h" => return Err(Wrong::Help),
            option if option.starts_with('-') => return Err(Wrong::UnknownOption { said: word }),
            _ if arguments.file.is_none() => arguments.file = Some(word.into()),
            _ => return Err(Wrong::SecondFile { said: word }),
        }
    }
    Ok(arguments)
}

/// With a comma or a point; there is nothing to take it for thousands.
fn target(said: &str) -> Option<Target> {
    let figure = said.trim().strip_suffix('%');
    let value = figure.unwrap_or(said).trim().replace('−', "-").replace(',', ".");
    Some(Target { value: value.parse().ok()?, percent: figure.is_some() })
}

/// How it is used.
fn usage(lang: Lang) -> String {
    let (usage, file, value, out) = match lang {
        Lang::Da => ("brug:", "FIL", "TAL", "UD"),
        Lang::En => ("usage:", "FILE", "VALUE", "OUT"),
    };
    let charts: Vec<_> = ChartKind::ALL.iter().map(|kind| kind.short_name()).collect();
    format!(
        "{usage} run_chart [{file}.csv --better higher|lower [--target {value}] | {file}.json]\n    \
         [--chart {}] [--svg {out}]\n    \
         [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]",
        charts.join("|")
    )
}

impl Wrong {
    fn in_lang(&self, lang: Lang) -> String {
        let usage = usage(lang);
        match (self, lang) {
            (Self::Help, _) => usage,
            (_, Lang::Da) => format!("{}\n{usage}", self.in_danish()),
            (_, Lang::En) => format!("{}\n{usage}", self.in_english()),
        }
    }

    fn in_danish(&self) -> String {
        match self {
            Self::Help => String::new(),
            Self::Needs { option, what: (what, _) } => format!("{option} mangler {what}"),
            Self::NoChart { said } => format!("`{said}` er ingen slags diagram"),
            Self::NoneOf { said, choices: [one, other] } => {
                format!("`{said}` er hverken `{one}` eller `{other}`")
            }
            Self::NoDay { said } => format!("`{said}` er ingen dag YYYY-MM-DD"),
            Self::NoFigure { said } => format!("`{said}` er ikke et tal, som 6,5 eller 80%"),
            Self::UnknownOption { said } => format!("`{said}` er ukendt"),
            Self::SecondFile { said } => format!("én fil ad gangen, ikke også `{said}`"),
            Self::NoBetter => {
                "skriv --better higher, hvis højere tal er bedre (som trivsel), eller --better lower, hvis lavere \
                 er bedre (som fald og sygefravær): det siger filen ikke selv, og uden det er intet skift en \
                 forbedring eller en forværring"
                    .to_owned()
            }
            Self::OfATable { option } => {
                format!("{option} er til filer med tal i kolonner; et dokument siger det selv")
            }
        }
    }

    fn in_english(&self) -> String {
        match self {
            Self::Help => String::new(),
            Self::Needs { option, what: (_, what) } => format!("{option} needs {what}"),
            Self::NoChart { said } => format!("`{said}` is no kind of chart"),
            Self::NoneOf { said, choices: [one, other] } => {
                format!("`{said}` is neither `{one}` nor `{other}`")
            }
            Self::NoDay { said } => format!("`{said}` is no day YYYY-MM-DD"),
            Self::NoFigure { said } => format!("`{said}` is no figure such as 6.5 or 80%"),
            Self::UnknownOption { said } => format!("unknown option `{said}`"),
            Self::SecondFile { said } => format!("one file at a time, not also `{said}`"),
            Self::NoBetter => {
                "write --better higher if higher figures are better (such as well-being), or --better lower if \
                 lower ones are (such as falls and sick leave): the file does not say it, and without it no shift \
                 is an improvement or a deterioration"
                    .to_owned()
            }
            Self::OfATable { option } => {
                format!("{option} is for separated values; a document says it itself")
            }
        }
    }
}
