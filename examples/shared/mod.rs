//! What the examples about a service and about many have in common: a year that is made up, and how a page is printed.

use std::error::Error;
use std::io::{self, Write as _};

use kvalitetsmodel::document::Document;
use kvalitetsmodel::page::Page;
use kvalitetsmodel::{Lang, json};

/// The documents of one service for 2025, see `examples/data/fictitious-year`. None of it is real.
const DOCUMENTS: [&str; 15] = [
    include_str!("../data/fictitious-year/agreement.json"),
    include_str!("../data/fictitious-year/state-assessment.json"),
    include_str!("../data/fictitious-year/community.json"),
    include_str!("../data/fictitious-year/cycle-1.json"),
    include_str!("../data/fictitious-year/cycle-2.json"),
    include_str!("../data/fictitious-year/sick-leave.json"),
    include_str!("../data/fictitious-year/smarte-baseline.json"),
    include_str!("../data/fictitious-year/smarte.json"),
    include_str!("../data/fictitious-year/documentation.json"),
    include_str!("../data/fictitious-year/accidents.json"),
    include_str!("../data/fictitious-year/well-being.json"),
    include_str!("../data/fictitious-year/courses.json"),
    include_str!("../data/fictitious-year/caseload.json"),
    include_str!("../data/fictitious-year/audit.json"),
    include_str!("../data/fictitious-year/duties.json"),
];

/// The day before the dialogue meeting at the end of the year.
pub(crate) const DAY: &str = "2025-12-09";

pub(crate) fn documents() -> Result<Vec<Document>, Box<dyn Error>> {
    DOCUMENTS.into_iter().map(|text| json::read(text).map_err(Into::into)).collect()
}

/// Prints a page as `--lang` and `--format` say, in Danish and as text if they say nothing.
pub(crate) fn print(page: Page<'_>) -> Result<(), Box<dyn Error>> {
    let (mut lang, mut format) = (Lang::Da, String::from("text"));
    let mut words = std::env::args().skip(1);
    while let Some(word) = words.next() {
        let value = words.next().ok_or("usage: [--lang da|en] [--format text|md|html]")?;
        match word.as_str() {
            "--lang" => lang = value.parse()?,
            "--format" => format = value,
            _ => return Err(format!("unknown option {word}").into()),
        }
    }
    let page = page.lang(lang);
    let written = match format.as_str() {
        "text" => page.text().to_string(),
        "md" => page.markdown().to_string(),
        "html" => page.html().to_string(),
        _ => return Err("--format is one of text, md and html".into()),
    };
    // A reader that closes early, such as `head`, is no error.
    let _ = io::stdout().write_all(written.as_bytes());
    Ok(())
}
