//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{ChartKind, Screening};
use kvalitetsmodel::table::{Choice, DecimalSign};

use crate::options::{self, Unfit, one_of};
use crate::wrong::Wrong;

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
    /// How separated values are read.
    pub(crate) choice: Choice,
    pub(crate) svg: Option<PathBuf>,
    pub(crate) format: Format,
    pub(crate) lang: Lang,
    pub(crate) as_of: Option<NaiveDate>,
    /// The first option that is only for separated values.
    of_a_table: Option<String>,
}

impl Arguments {
    /// Returns `true` if the file is separated values: any file but an exchange document.
    pub(crate) fn is_table(&self) -> bool {
        self.file.as_ref().is_some_and(|file| {
            !file.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
        })
    }

    /// A document states what separated values do not.
    fn checked(self) -> Result<Self, Wrong> {
        match &self.of_a_table {
            Some(option) if !self.is_table() => Err(Wrong::OfATable { option: option.clone() }),
            _ => Ok(self),
        }
    }
}

/// Reads the command line.
///
/// # Errors
///
/// What is wrong with it and how it is used, in the language that it asks for, wherever that option is.
pub(crate) fn parse(words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let words: Vec<String> = words.collect();
    let mut asked = words.windows(2).filter_map(|pair| match pair {
        [option, lang] if option == "--lang" => lang.parse().ok(),
        _ => None,
    });
    let lang = asked.next_back().unwrap_or(Lang::Da);
    let decimal_sign = options::decimal_sign(&words);
    read(words.into_iter(), lang, decimal_sign)
        .and_then(Arguments::checked)
        .map_err(|wrong| wrong.in_lang(lang))
}

fn read(
    mut words: impl Iterator<Item = String>,
    lang: Lang,
    decimal_sign: Option<DecimalSign>,
) -> Result<Arguments, Wrong> {
    let mut arguments = Arguments {
        file: None,
        chart: ChartKind::Run,
        screening: Screening::Off,
        choice: Choice { decimal_sign, ..Choice::default() },
        svg: None,
        format: Format::Text,
        lang,
        as_of: None,
        of_a_table: None,
    };
    while let Some(word) = words.next() {
        let mut value = |da, en| {
            words.next().ok_or_else(|| Wrong::Unfit(Unfit::Needs { option: word.clone(), what: (da, en) }))
        };
        match word.as_str() {
            "--chart" => {
                let said = value("en slags diagram", "a kind of chart")?;
                arguments.chart = said.parse().map_err(|_| Wrong::NoChart { said })?;
            }
            "--screen" => arguments.screening = Screening::On,
            "--svg" => arguments.svg = Some(value("en fil", "a file")?.into()),
            "--format" => {
                let formats = [("text", Format::Text), ("json", Format::Json)];
                arguments.format = one_of(value("et format", "a format")?, &formats).map_err(Wrong::Unfit)?;
            }
            "--lang" => {
                let langs = [("da", Lang::Da), ("en", Lang::En)];
                arguments.lang = one_of(value("et sprog", "a language")?, &langs).map_err(Wrong::Unfit)?;
            }
            "--as-of" => {
                let said = value("en dag", "a day")?;
                let day = NaiveDate::parse_from_str(&said, "%Y-%m-%d").ok().filter(|_| said.len() == 10);
                arguments.as_of = Some(day.ok_or(Wrong::NoDay { said })?);
            }
            "--help" | "-h" => return Err(Wrong::Help),
            option if option.starts_with('-') => {
                if !options::is_one(option) {
                    return Err(Wrong::UnknownOption { said: word });
                }
                options::set(&mut arguments.choice, option, words.next()).map_err(Wrong::Unfit)?;
                arguments.of_a_table.get_or_insert(word);
            }
            _ if arguments.file.is_none() => arguments.file = Some(word.into()),
            _ => return Err(Wrong::SecondFile { said: word }),
        }
    }
    Ok(arguments)
}
