//! The command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use kvalitetsmodel::report::Profile;
use kvalitetsmodel::{Lang, json};

pub(crate) const USAGE: &str = "\
usage: validate [FILE…] [--as-of YYYY-MM-DD] [--lang da|en] [--format text|md|html|json] [--technical]
                [--profile general|region-sjaelland-2024|FILE] [--stamped]

Checks each FILE, or the agreement of Roskildehjemmet for 2024 if there is none, and prints a page about each.

--as-of     the day of the check; today unless it is given, and 9 January 2024 without a FILE
--lang      the language of the page; da unless it is given
--format    text (unless it is given), Markdown, HTML, or JSON for other programs
--technical adds the JSON Pointer of each place, the profile and the edition of the rules
--profile   which local rules hold, or a FILE in JSON that says so; general unless it is given
--stamped   checks each final document under the day, the profile and the accepted findings of its own validation

Exit status: 0 no error was found, 1 at least one, 2 a FILE cannot be read as a document; then the page lists
everything that is wrong with it. Without a FILE it is 0.";

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Format {
    Text,
    Markdown,
    Html,
    Json,
}

#[derive(Debug)]
pub(crate) struct Arguments {
    pub(crate) files: Vec<PathBuf>,
    pub(crate) as_of: Option<NaiveDate>,
    pub(crate) lang: Lang,
    pub(crate) format: Format,
    pub(crate) with_technical_details: bool,
    pub(crate) profile: Profile,
    pub(crate) stamped: bool,
}

pub(crate) fn parse(mut words: impl Iterator<Item = String>) -> Result<Arguments, String> {
    let mut arguments = Arguments {
        files: Vec::new(),
        as_of: None,
        lang: Lang::Da,
        format: Format::Text,
        with_technical_details: false,
        profile: Profile::GENERAL,
        stamped: false,
    };
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
                    "md" => Format::Markdown,
                    "html" => Format::Html,
                    "json" => Format::Json,
                    other => {
                        return Err(format!(
                            "`{other}` is not one of `text`, `md`, `html` and `json`\n{USAGE}"
                        ));
                    }
                }
            }
            "--profile" => {
                let name = value("a name or a file")?;
                let known = [Profile::GENERAL, Profile::region_sjaelland_2024()];
                let found = known.into_iter().find(|profile| profile.name() == name);
                arguments.profile = found.map_or_else(|| read_profile(&name), Ok)?;
            }
            "--stamped" => arguments.stamped = true,
            "--technical" => arguments.with_technical_details = true,
            option if option.starts_with('-') => return Err(format!("unknown option `{option}`\n{USAGE}")),
            file => arguments.files.push(file.into()),
        }
    }
    Ok(arguments)
}

fn read_profile(file: &str) -> Result<Profile, String> {
    let text = std::fs::read_to_string(file)
        .map_err(|error| format!("`{file}` is neither a profile nor a file that can be read: {error}"))?;
    json::read_profile(&text).map_err(|error| format!("{file}: {}", error.message(Lang::En)))
}
