//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use kvalitetsmodel::series::{ChartKind, Screening};
use kvalitetsmodel::{Direction, Lang};

pub(crate) const USAGE: &str = "\
usage: run_chart [FILE.csv --better higher|lower | FILE.json] [--chart run|i|mr|ip|xbar|s|p|pp|u|up|c|g|t]
                 [--svg OUT] [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]";

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
    pub(crate) svg: Option<PathBuf>,
    pub(crate) format: Format,
    pub(crate) lang: Lang,
    pub(crate) as_of: Option<NaiveDate>,
}

impl Arguments {
    /// Is the file an exchange document? All else is separated values.
    pub(crate) fn is_document(&self) -> bool {
        let extension = self.file.as_ref().and_then(|file| file.extension());
        extension.is_some_and(|extension| extension.eq_ignore_ascii_case("json"))
    }

    /// What a file of separated values needs, and what a document says itself.
    fn checked(self) -> Result<Self, String> {
        let is_table = self.file.is_some() && !self.is_document();
        match self.better {
            None if is_table => Err(format!(
                "--better higher or --better lower: separated values do not say which way is better, and without \
                 it no shift is an improvement or a deterioration\n{USAGE}"
            )),
            Some(_) if !is_table => {
                Err(format!("--better is for separated values; a document says it itself\n{USAGE}"))
            }
            _ => Ok(self),
        }
    }
}

pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments {
        file: None,
        chart: ChartKind::Run,
        screening: Screening::Off,
        better: None,
        svg: None,
        format: Format::Text,
        lang: Lang::Da,
        as_of: None,
    };
    while let Some(word) = words.next() {
        let mut value = |what: &str| words.next().ok_or(format!("{word} needs {what}\n{USAGE}"));
        match word.as_str() {
            "--chart" => {
                let chart = value("a kind of chart")?;
                arguments.chart = chart.parse().map_err(|error| format!("`{chart}`: {error}\n{USAGE}"))?;
            }
            "--better" => {
                arguments.better = Some(match value("`higher` or `lower`")?.as_str() {
                    "higher" => Direction::AtLeast,
                    "lower" => Direction::AtMost,
                    other => return Err(format!("`{other}` is not one of `higher` and `lower`\n{USAGE}")),
                });
            }
            "--screen" => arguments.screening = Screening::On,
            "--svg" => arguments.svg = Some(value("a file")?.into()),
            "--format" => {
                arguments.format = match value("a format")?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    other => return Err(format!("`{other}` is not one of `text` and `json`\n{USAGE}")),
                }
            }
            "--lang" => {
                let lang = value("a language")?;
                arguments.lang = lang.parse().map_err(|error| format!("`{lang}`: {error}\n{USAGE}"))?;
            }
            "--as-of" => {
                let day = value("a day")?;
                let parsed = NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok().filter(|_| day.len() == 10);
                arguments.as_of = Some(parsed.ok_or(format!("`{day}` is not a day YYYY-MM-DD\n{USAGE}"))?);
            }
            "--help" | "-h" => return Err(USAGE.to_owned()),
            option if option.starts_with('-') => return Err(format!("unknown option `{option}`\n{USAGE}")),
            file if arguments.file.is_none() => arguments.file = Some(file.into()),
            more => return Err(format!("one FILE at a time, not also `{more}`\n{USAGE}")),
        }
    }
    arguments.checked()
}
