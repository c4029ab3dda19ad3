//! What changed since the last reports.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use super::findings::DOCUMENT;
use crate::Lang;
use crate::page::sheet::{Detail, Sheet};
use crate::page::status::ServiceStatus;
use crate::page::tell::sentence;
use crate::page::title::{capital, title};
use crate::report::{Caveat, Comparison, Finding};
use crate::text::{Bilingual, count, counted};

const SINCE: Bilingual = Bilingual::new("Ændret siden sidste rapport", "Changed since the last report");
const NEW: Bilingual = Bilingual::new("Nye fund", "New findings");
const GONE: Bilingual = Bilingual::new("Fund, der er væk", "Findings that are gone");
const PLACES: Bilingual = Bilingual::new("Steder", "Places");
const NOTHING: Bilingual = Bilingual::new("Intet er ændret.", "Nothing changed.");
const CAVEAT: Bilingual = Bilingual::new("Forbehold", "Caveat");

/// A sentence of one document, and at how many places it was found.
struct Said {
    document: String,
    sentence: String,
    places: u64,
}

/// Writes what is found since the last reports, and what is gone, if there are any.
pub(super) fn tell(status: &ServiceStatus<'_>, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    if !status.has_earlier() {
        return Ok(());
    }
    let (mut new, mut gone) = (Vec::new(), Vec::new());
    let (mut caveats, mut without): (Vec<Caveat>, u64) = (Vec::new(), 0);
    for (document, report) in status.documents() {
        let Some(earlier) = status.earlier(report.about()) else {
            without = without.saturating_add(1);
            continue;
        };
        let comparison = Comparison::between(earlier, report);
        let name = title(document.content(), lang);
        collect(&comparison.new, &name, lang, &mut new);
        collect(&comparison.gone, &name, lang, &mut gone);
        for caveat in comparison.caveats {
            // That time has passed since the last report goes without saying.
            if caveat != Caveat::OtherDay && !caveats.contains(&caveat) {
                caveats.push(caveat);
            }
        }
    }
    sheet.section(SINCE.in_lang(lang))?;
    if without > 0 {
        sheet.paragraph(&match lang {
            Lang::Da => {
                format!("{} uden tidligere rapport.", counted(without, "dokument er", "dokumenter er"))
            }
            Lang::En => format!("{} no earlier report.", counted(without, "document has", "documents have")),
        })?;
    }
    for caveat in caveats {
        sheet.paragraph(&format!("{}: {}.", CAVEAT.in_lang(lang), caveat.label().in_lang(lang)))?;
    }
    if new.is_empty() && gone.is_empty() {
        return sheet.paragraph(NOTHING.in_lang(lang));
    }
    let several = status.documents().len() > 1;
    for (heading, said) in [(NEW, new), (GONE, gone)] {
        if said.is_empty() {
            continue;
        }
        sheet.group(heading.in_lang(lang))?;
        for Said { document, sentence, places } in said {
            let mut details = Vec::new();
            if several {
                details.push(Detail::new(DOCUMENT, document, lang));
            }
            if places > 1 {
                details.push(Detail::new(PLACES, places.to_string(), lang));
            }
            sheet.item(&sentence, &details)?;
        }
    }
    Ok(())
}

/// Adds findings; those that say the same are counted together.
fn collect(findings: &[&Finding], document: &str, lang: Lang, said: &mut Vec<Said>) {
    let first = said.len();
    for finding in findings {
        let words = format!("{}: {}", finding.code(), capital(&sentence(finding, lang)));
        let same = said.iter_mut().skip(first).find(|one| one.sentence == words);
        match same {
            Some(one) => one.places = one.places.saturating_add(1),
            None => said.push(Said { document: document.into(), sentence: words, places: count(1) }),
        }
    }
}
