//! How a page is printed.

use std::error::Error;
use std::io::{self, Write as _};

use kvalitetsmodel::Lang;
use kvalitetsmodel::page::Page;

/// Prints a page as `--lang` and `--format` say among the words, in Danish and as text if they say nothing.
pub(crate) fn print(page: Page<'_>, mut words: impl Iterator<Item = String>) -> Result<(), Box<dyn Error>> {
    let (mut lang, mut format) = (Lang::Da, String::from("text"));
    while let Some(word) = words.next() {
        let value = words.next().ok_or("usage: [--lang da|en] [--format text|md|html]")?;
        match word.as_str() {
            "--lang" => lang = value.parse()?,
            "--format" => format = value,
            _ => return Err(format!("unknown option {word}").into()),
        }
    }
    let page = page.with_lang(lang);
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
