//! Items of an agenda as a page shows them: what is said in the same words is one entry with all its places.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::named::quoted;
use super::notes::Note;
use super::places::sections_in_words;
use super::sheet::shown;
use super::title::{capital, of_document};
use crate::Lang;
use crate::agenda::{Agenda, AgendaItem, DutyKind, DutyState, Place, PlaceInWords, Texts};
use crate::date::{DutyStatus, When};
use crate::document::{Content, Document};
use crate::keyed::Keyed;
use crate::section::SectionNumber;
use crate::sorted::Lookup;
use crate::text::{Bilingual, Text, enumerated};

const TARGET: Bilingual = Bilingual::new("måltal", "target figure");
const DONE: Bilingual = Bilingual::new("gjort", "done");

/// One thing to be done, with all the places that state it.
pub(super) struct Entry<'a> {
    /// The status on the day of the page; `None` if no time is stated.
    pub(super) status: Option<DutyStatus>,
    /// When it is due or what it waits for, in words; empty if no time is stated.
    pub(super) heading: String,
    /// Kind, form, text and time, as far as the heading does not say it.
    words: String,
    has_kind: bool,
    pub(super) sections: Vec<SectionNumber>,
    /// The places without a section.
    others: Vec<PlaceInWords>,
    /// The notes of the document that belong to it.
    pub(super) notes: Vec<Note<'a>>,
}

impl Entry<'_> {
    /// The places, and what is to be done there, with a capital at the beginning.
    pub(super) fn in_words(&self, lang: Lang) -> String {
        capital(&self.said(lang))
    }

    /// The places, and what is to be done there.
    pub(super) fn said(&self, lang: Lang) -> String {
        let sections = (!self.sections.is_empty()).then(|| sections_in_words(&self.sections, lang));
        let places: Vec<_> = sections.into_iter().chain(together(&self.others, lang)).collect();
        let has_several = places.len() > 1;
        // A place can have a comma in it.
        let places = places.join("; ");
        // If only a time is said, it is in brackets after the place.
        let goes_on = places.is_empty() || self.words.is_empty() || self.words.starts_with(" (");
        let between = match (goes_on, self.has_kind) {
            (true, _) => "",
            // Nothing is said but the time.
            (false, false) if self.words.starts_with('(') => " ",
            (false, true) if !has_several => ", ",
            (false, _) => ": ",
        };
        format!("{places}{between}{}", self.words)
    }

    /// What is to be done, and the places in a list; `None` if it has one place, or sections.
    pub(super) fn listed(&self) -> Option<(String, Vec<String>)> {
        let is_list = self.sections.is_empty() && self.others.len() > 1 && !self.words.is_empty();
        is_list.then(|| (capital(&self.words), self.others.iter().map(PlaceInWords::to_string).collect()))
    }

    /// Returns `true` if one section is all that states it.
    pub(super) const fn has_one_place(&self) -> bool {
        self.sections.len() == 1 && self.others.is_empty()
    }
}

/// Places that differ only in a number, as one: "fase 3, opgave 1 og 2".
fn together(places: &[PlaceInWords], lang: Lang) -> Vec<String> {
    let same = |one: &PlaceInWords, other: &PlaceInWords| {
        let are_numbered = one.number.is_some() && other.number.is_some();
        are_numbered && (&one.before, &one.after) == (&other.before, &other.after)
    };
    let said = places.chunk_by(same).filter_map(|alike| {
        let numbers: Vec<_> = alike.iter().filter_map(|one| one.number.clone()).collect();
        let number = (!numbers.is_empty()).then(|| enumerated(&numbers, lang));
        Some(PlaceInWords { number, ..alike.first()?.clone() }.to_string())
    });
    said.collect()
}

/// What is to be done in a document, in the order of the first places. What is done about a citizen is left out.
pub(super) fn tasks(document: &Document, as_of: NaiveDate, lang: Lang) -> Vec<Entry<'static>> {
    let Content::Bundle(bundle) = document.content() else {
        let items = items(document, as_of);
        return entries(items.iter().map(|item| (item, place(item, lang))), lang);
    };
    // What the documents show about each other counts.
    let mut agenda = Agenda::new(as_of).with_texts();
    bundle.documents.iter().for_each(|one| agenda.add(one.document()));
    let names = (1_u64..)
        .zip(&bundle.documents)
        .map(|(n, one)| (one.document().id(), of_document(&n.to_string(), one.document(), lang)));
    let names: Lookup<_, _> = names.collect();
    let items = agenda.items();
    let all = items.iter().filter(|item| is_shown(item)).map(|item| {
        let document = item.document.and_then(|id| names.get(&id)).map_or("", String::as_str);
        // Two documents can have sections with the same number.
        let section = item.section.map(|section| sections_in_words(&[section], lang));
        let inside = section.map_or_else(|| place(item, lang), PlaceInWords::whole);
        let mut item = AgendaItem::clone(item);
        // What is named by its section does not say what is to be done.
        if item.section.take().is_some() {
            item.place = Place::default();
        }
        (item, inside.within(document))
    });
    let all: Vec<_> = all.collect();
    entries(all.iter().map(|(item, place)| (item, place.clone())), lang)
}

/// The items of a document that its page shows.
fn items(document: &Document, as_of: NaiveDate) -> Vec<AgendaItem> {
    let mut agenda = Agenda::new(as_of).with_texts();
    agenda.add(document);
    agenda.items().into_iter().filter(|item| is_shown(item)).cloned().collect()
}

/// Whether it is neither done nor settled in another way.
pub(super) fn is_open(item: &AgendaItem) -> bool {
    !matches!(item.state(), DutyState::Done | DutyState::Lapsed)
}

fn is_shown(item: &AgendaItem) -> bool {
    item.citizen.is_none() || item.state() != DutyState::Done
}

/// The entries of items, each with its place in words where it has no section.
pub(super) fn entries<'i>(
    items: impl Iterator<Item = (&'i AgendaItem, PlaceInWords)>,
    lang: Lang,
) -> Vec<Entry<'static>> {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut known: Keyed<str, usize> = Keyed::default();
    for (item, place) in items {
        let (heading, words) = (heading(item, lang), words(item, lang));
        let entry = known.first(&*format!("{heading}\n{words}"), entries.len());
        if entry == entries.len() {
            let has_kind = !duty(item, lang).is_empty();
            let (sections, others, notes) = (Vec::new(), Vec::new(), Vec::new());
            entries.push(Entry { status: item.status, heading, words, has_kind, sections, others, notes });
        }
        let Some(entry) = entries.get_mut(entry) else { continue };
        match item.section {
            Some(section) if !entry.sections.contains(&section) => entry.sections.push(section),
            None if !place.is_empty() && !entry.others.contains(&place) => entry.others.push(place),
            _ => {}
        }
    }
    entries
}

/// The place by position, and the name of what is there.
pub(super) fn place(item: &AgendaItem, lang: Lang) -> PlaceInWords {
    match item.texts.as_ref().and_then(|texts| shown(texts.place.as_ref())) {
        Some(name) if item.duty == DutyKind::CommitteeDecision => {
            let words = Bilingual::new("afgørelse i udvalget", "decision of the committee");
            PlaceInWords::whole(format!("{} {}", words.in_lang(lang), quoted(name, lang)))
        }
        Some(name) => item.place.named(&quoted(name, lang), lang),
        None => item.place.in_words(lang),
    }
}

/// Its status in words.
pub(super) fn heading(item: &AgendaItem, lang: Lang) -> String {
    match item.status {
        Some(DutyStatus::Done { .. }) => DONE.in_lang(lang).into(),
        Some(_) => item.status_in_words(lang).to_string(),
        None => String::new(),
    }
}

/// The kind of duty, where the place does not say it. Without a measuring time it is the figure that is shown.
fn duty(item: &AgendaItem, lang: Lang) -> &'static str {
    let is_figure = item.duty == DutyKind::Measuring && item.when.is_none();
    let is_said = item.section.is_none() && item.place.what() == Some(TARGET);
    if item.says_duty_by_place() || is_figure && is_said {
        ""
    } else if is_figure {
        TARGET.in_lang(lang)
    } else {
        item.duty.label().in_lang(lang)
    }
}

/// What is to be done; the time is said again only where the heading says less than the document does.
fn words(item: &AgendaItem, lang: Lang) -> String {
    let text = |of: fn(&Texts) -> Option<&Text>| shown(of(item.texts.as_ref()?));
    let mut words = String::from(duty(item, lang));
    if let Some(form) = item.form {
        words.extend([" (", form.label().in_lang(lang), ")"]);
    }
    // "Hele aftalen: hele aftalen" says it twice.
    let is_place = |what: &&str| {
        item.section.is_none() && what.trim().to_lowercase() == item.place.in_words(lang).to_string()
    };
    let what = text(|texts| texts.what.as_ref()).filter(|what| !is_place(what));
    if let Some(what) = what {
        words.push_str(if words.is_empty() { "" } else { ": " });
        words.push_str(what);
    }
    let time = match (item.status, &item.when) {
        (Some(DutyStatus::Done { on }), _) => on.map(|on| on.in_lang(lang).to_string()),
        (Some(DutyStatus::Due { .. } | DutyStatus::Overdue { .. } | DutyStatus::LeftOpen { .. }), _) => {
            item.time_in_words(lang).map(|time| time.to_string())
        }
        (Some(DutyStatus::Pending { .. }), Some(day @ When::MonthDay { .. })) => {
            Some(day.in_lang(lang).to_string())
        }
        (Some(DutyStatus::Pending { .. }), _) => text(|texts| texts.waits_for.as_ref()).map(String::from),
        _ => None,
    };
    if let Some(time) = time {
        // Form and time share the brackets.
        let ends_with_form = item.form.is_some() && what.is_none() && words.pop().is_some();
        words.extend([if ends_with_form { ", " } else { " (" }, time.as_str(), ")"]);
    }
    words
}
