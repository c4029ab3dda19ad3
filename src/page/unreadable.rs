//! A page about a text that is no document.

use alloc::format;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

use super::Options;
use super::sheet::{Detail, Sheet};
use crate::Lang;
use crate::json::ReadError;
use crate::text::{Bilingual, count, counted};

pub(super) const TITLE: Bilingual =
    Bilingual::new("Dokumentet kan ikke læses", "The document cannot be read");
const POINTER: Bilingual = Bilingual::new("I filen", "In the file");

/// Writes the page.
pub(super) fn tell(error: &ReadError, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
    let lang = options.lang;
    sheet.title(TITLE.in_lang(lang))?;
    if let Some(name) = options.name {
        sheet.paragraph(name)?;
    }
    let all = count(error.faults().len().saturating_add(error.more()));
    let words = match lang {
        Lang::Da => format!("{} skal rettes, før det kan kontrolleres.", counted(all, "fejl", "fejl")),
        Lang::En => {
            format!("{} must be corrected before it can be checked.", counted(all, "error", "errors"))
        }
    };
    sheet.paragraph(&words)?;
    for fault in error.faults() {
        let (line, column, message) = (fault.line, fault.column, fault.message(lang));
        let words = match lang {
            Lang::Da => format!("Linje {line}, kolonne {column}: {message}"),
            Lang::En => format!("Line {line}, column {column}: {message}"),
        };
        let details: Vec<_> = if options.with_technical_details && !fault.pointer.as_str().is_empty() {
            vec![Detail { label: POINTER.in_lang(lang), values: vec![format!("{}", fault.pointer)] }]
        } else {
            Vec::new()
        };
        sheet.item(&words, &details)?;
    }
    if error.more() > 0 {
        let more = count(error.more());
        sheet.paragraph(&match lang {
            Lang::Da => format!("Dertil kommer {}.", counted(more, "fejl", "fejl")),
            Lang::En => format!("And {} more.", counted(more, "error", "errors")),
        })?;
    }
    sheet.end()
}
