//! What changed since the agreement of the year before.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

use crate::Lang;
use crate::agreement::{CarryOver, Fate};
use crate::changes::{self, Change, ChangeKind};
use crate::document::Content;
use crate::page::places::Places;
use crate::page::sheet::{Detail, Sheet};
use crate::page::status::ServiceStatus;
use crate::page::title::capital;
use crate::sorted::sort_by_key;
use crate::text::Bilingual;

const YEARS: Bilingual =
    Bilingual::new("Ændret siden sidste års aftale", "Changed since the agreement of last year");
const LEFT: Bilingual = Bilingual::new(
    "Hvad sidste års aftale ikke fik afsluttet",
    "What the agreement of last year did not close",
);
const CHANGED: Bilingual =
    Bilingual::new("Måltal, tal og deltagelse", "Target figures, numbers and membership");
const OTHER: Bilingual = Bilingual::new("Andre ændringer", "Other changes");
const WHY: Bilingual = Bilingual::new("Hvorfor", "Why");
const FATE: Bilingual = Bilingual::new("I årets aftale", "This year");

/// Writes what the agreement of last year left open, what is dropped first, and the figures and memberships that changed.
/// What is carried over or closed, and other changes, are counted.
pub(super) fn tell(status: &ServiceStatus<'_>, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let Some((before, after)) = status.years() else { return Ok(()) };
    sheet.section(YEARS.in_lang(lang))?;
    let carried = before.carried_into(after);
    let (told, mut counted): (Vec<&CarryOver>, Vec<&CarryOver>) =
        carried.iter().partition(|one| matches!(one.fate, Fate::Dropped | Fate::Unclear));
    sort_by_key(&mut counted, |one| one.fate);
    let counts = counted.chunk_by(|one, other| one.fate == other.fate);
    let counts = counts.filter_map(|same| Some((same.first()?.fate, same.len())));
    let changes = changes::between(before, after);
    let (figures, others): (Vec<&Change>, Vec<&Change>) = changes.iter().partition(|one| is_told(one));
    let mut words: Vec<String> =
        counts.map(|(fate, number)| format!("{}: {number}.", capital(fate.label().in_lang(lang)))).collect();
    if !others.is_empty() {
        words.push(format!("{}: {}.", OTHER.in_lang(lang), others.len()));
    }
    if !words.is_empty() {
        sheet.paragraph(&words.join(" "))?;
    }
    let (content, next) = (Content::from(before.clone()), Content::from(after.clone()));
    if !told.is_empty() {
        sheet.group(LEFT.in_lang(lang))?;
        let places = Places::of(&content, lang, told.iter().map(|one| &one.left.at));
        for one in told {
            let details = [
                Detail::new(WHY, capital(one.left.why.label().in_lang(lang)), lang),
                Detail::new(FATE, capital(one.fate.label().in_lang(lang)), lang),
            ];
            sheet.item(&capital(&places.place(&one.left.at).words), &details)?;
        }
    }
    if figures.is_empty() {
        return Ok(());
    }
    sheet.group(CHANGED.in_lang(lang))?;
    let was = Places::of(&content, lang, figures.iter().filter_map(|one| one.before.as_ref()));
    let is = Places::of(&next, lang, figures.iter().filter_map(|one| one.after.as_ref()));
    for one in figures {
        let after = one.after.as_ref().map(|at| is.place(at));
        let place = after.or_else(|| one.before.as_ref().map(|at| was.place(at)));
        let words = one.in_lang(lang).to_string();
        // The sentence names the record by its section; the place names it by its title, too.
        let what = words.split_once(": ").map_or(words.as_str(), |(_, what)| what);
        let place = place.map(|place| place.words).unwrap_or_default();
        sheet.item(&capital(&format!("{place}: {what}")), &[])?;
    }
    Ok(())
}

/// Returns `true` if the change is about a target figure or about membership.
fn is_told(change: &Change) -> bool {
    let at = change.after.as_ref().or(change.before.as_ref());
    let is_target = || at.is_some_and(|at| at.as_str().rsplit('/').nth(1) == Some("targets"));
    match change.kind {
        ChangeKind::Membership => true,
        ChangeKind::Figure => change.figure.is_some_and(|figure| figure.strictness.is_some()),
        ChangeKind::Added | ChangeKind::Removed => is_target(),
        _ => false,
    }
}
