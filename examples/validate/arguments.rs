//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use kvalitetsmodel::Lang;

pub(crate) const USAGE: &str =
    "usage: validate [FILE] [--as-of YYYY-MM-DD] [--lang da|en] [--format text|json]
--as-of is today unless it is given, and the date in the document for the demonstration without a FILE";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Json,
}

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) file: Option<PathBuf>,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) lang: Lang,
    pub(crate) format: Format,
}

pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments { file: None, as_of: None, lang: Lang::Da, format: Format::Text };
    while let Some(word) = words.next() {
        let mut value = |what: &str| words.next().ok_or(format!("{word} needs {what}\n{USAGE}"));
        match word.as_str() {
            "--as-of" => {
                let day = value("a day")?;
                let parsed = NaiveDate::parse_from_str(&day, "%Y-%m-%d").ok().filter(|_| day.len() == 10);
                arguments.as_of = Some(parsed.ok_or(format!("`{day}` is not a day YYYY-MM-DD\n{USAGE}"))?);
            }
            "--lang" => {
                let lang = value("a language")?;
                arguments.lang = lang.parse().map_err(|error| format!("`{lang}`: {error}\n{USAGE}"))?;
            }
            "--format" => {
                arguments.format = match value("a format")?.as_str() {
                    "text" => Format::Text,
                    "json" => Format::Json,
                    other => return Err(format!("`{other}` is not one of `text` and `json`\n{USAGE}")),
                }
            }
            option if option.starts_with('-') => return Err(format!("unknown option `{option}`\n{USAGE}")),
            file if arguments.file.is_none() => arguments.file = Some(file.into()),
            more => return Err(format!("one FILE at a time, not also `{more}`\n{USAGE}")),
        }
    }
    Ok(arguments)
}
