//! What the check of the documents found, the worst first.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use crate::Lang;
use crate::page::places::Places;
use crate::page::sheet::{Detail, Sheet};
use crate::page::status::ServiceStatus;
use crate::page::tell::{SECTIONS, Told};
use crate::page::title::title;
use crate::report::Matter;
use crate::text::{Bilingual, count, counted};

pub(super) const DOCUMENT: Bilingual = Bilingual::new("Dokument", "Document");

/// The index in [`SECTIONS`] of what is worth knowing: here it is only counted; the page of its document lists it.
const INFORMATION: usize = 2;

/// Writes what contradicts itself or a requirement, what is missing, and what cannot be assessed. What was accepted and
/// what is worth knowing is counted.
pub(super) fn tell(status: &ServiceStatus<'_>, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let mut told: Vec<(String, Told<'_>)> = Vec::new();
    for (document, report) in status.documents() {
        let matters = report.matters();
        if matters.is_empty() {
            continue;
        }
        let content = document.content();
        let places = Places::of(content, lang, matters.iter().flat_map(Matter::places));
        let name = title(content, lang);
        told.extend(Told::all(matters, &places).into_iter().map(|one| (name.clone(), one)));
    }
    for (n, heading) in SECTIONS.iter().enumerate().filter(|(n, _)| *n != INFORMATION) {
        let inside = told.iter().filter(|(_, one)| one.section() == Some(n) && !one.is_accepted());
        let mut inside = inside.peekable();
        if inside.peek().is_some() {
            sheet.section(heading.in_lang(lang))?;
        }
        for (name, one) in inside {
            let Some((first, sentence, mut details)) = one.in_words(lang) else { continue };
            if status.documents().len() > 1 {
                details.insert(0, Detail::new(DOCUMENT, name.clone(), lang));
            }
            sheet.matter(first.code().as_str(), &sentence, &details)?;
        }
    }
    let accepted = told.iter().filter(|(_, one)| one.is_accepted()).count();
    let information =
        told.iter().filter(|(_, one)| one.section() == Some(INFORMATION) && !one.is_accepted()).count();
    tell_rest(count(information), count(accepted), lang, sheet)
}

fn tell_rest(information: u64, accepted: u64, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    if information == 0 && accepted == 0 {
        return Ok(());
    }
    let heading = Bilingual::new("Andet fra kontrollen", "Other results of the check");
    sheet.section(heading.in_lang(lang))?;
    let mut item = |number: u64, words: String| if number > 0 { sheet.item(&words, &[]) } else { Ok(()) };
    let (known, set_aside) = match lang {
        Lang::Da => (
            format!("{information} forhold, der er værd at vide: se siden om det enkelte dokument"),
            counted(accepted, "accepteret fund", "accepterede fund").to_string(),
        ),
        Lang::En => (
            format!(
                "{} worth knowing: see the page of each document",
                counted(information, "matter", "matters")
            ),
            counted(accepted, "accepted finding", "accepted findings").to_string(),
        ),
    };
    item(information, known)?;
    item(accepted, set_aside)
}
