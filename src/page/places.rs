//! Places in words: by section number, or by position and the labels of the field tables.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use super::named::{Named, named};
use super::title::of_document;
use crate::Lang;
use crate::bundle::Bundle;
use crate::document::{Content, Document};
use crate::draft::Shape;
use crate::draft::walk::{EachRecord, Walk};
use crate::id::Identified as _;
use crate::keyed::Keyed;
use crate::report::{Path, Pointer};
use crate::section::SectionNumber;
use crate::text::{Bilingual, enumerated};

const SECTION: Bilingual = Bilingual::new("afsnit", "section");
const WHOLE: Bilingual = Bilingual::new("dokumentet som helhed", "the document as a whole");

/// A place as a person finds it in the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Place {
    /// The section, if one is stated.
    pub(super) section: Option<SectionNumber>,
    /// The place in words, the section included.
    pub(super) words: String,
}

/// What the document says about the places of a report.
pub(super) struct Places {
    shape: &'static Shape,
    /// The place of the draft in its document.
    prefix: &'static str,
    lang: Lang,
    /// The index in `spots` of each place, each place above it, and each list around one.
    known: Keyed<str, usize>,
    spots: Vec<Spot>,
}

/// What is at a place.
#[derive(Default)]
struct Spot {
    /// What the record is called, if it is one.
    named: Named,
    /// How many records the list has, if it is one.
    count: usize,
    /// What the document is called, if it is one of a bundle.
    document: Option<String>,
}

/// Calls `each` with every record of a draft and its place; in a bundle also with every document, and the records in it.
fn each_record(content: &Content, each: &mut EachRecord<'_>) {
    let root = Path::root("", None);
    content.visit_draft(&root, &mut Walk::Records(&mut |record, at| each(record, at)));
    if let Content::Bundle(bundle) = content {
        bundle.each_document(&root, |document, at| {
            each(document, at);
            document.visit_draft(at, &mut Walk::Records(&mut |record, at| each(record, at)));
        });
    }
}

impl Places {
    /// Looks up the records at these places, which are places in the draft or in the document around it.
    pub(super) fn of<'p>(content: &Content, lang: Lang, pointers: impl Iterator<Item = &'p Pointer>) -> Self {
        let (shape, prefix) = content.shape();
        let mut known: Keyed<str, usize> = Keyed::default();
        for pointer in pointers {
            let pointer = in_draft(pointer, prefix);
            for (end, _) in pointer.match_indices('/').chain([(pointer.len(), "")]) {
                let next = known.values().len();
                known.insert(pointer.get(..end).unwrap_or_default(), next);
            }
        }
        let mut spots: Vec<Spot> = known.values().iter().map(|_| Spot::default()).collect();
        if !spots.is_empty() {
            each_record(content, &mut |record, path| {
                let at = path.to_pointer();
                let spot = |at: &str| known.get(at).copied();
                if let Some(list) = spot(list_of(at.as_str())).and_then(|n| spots.get_mut(n)) {
                    list.count = list.count.saturating_add(1);
                }
                if let Some(spot) = spot(at.as_str()).and_then(|n| spots.get_mut(n)) {
                    spot.named = named(record, content, lang);
                    let document = record.downcast_ref::<Document>();
                    let list = at.as_str().rsplit('/').next().map(from_one).unwrap_or_default();
                    spot.document = document.map(|one| of_document(&list, one, lang));
                }
            });
        }
        Self { shape, prefix, lang, known, spots }
    }

    pub(super) fn place(&self, pointer: &Pointer) -> Place {
        let pointer = in_draft(pointer, self.prefix);
        let mut place = Way { document: None, section: None, heading: None, steps: Vec::new(), details: 0 };
        let (mut shape, mut at) = (Some(*self.shape), String::new());
        let mut steps = pointer.split('/').skip(1).peekable();
        while let (Some(step), Some(inside)) = (steps.next(), shape) {
            at.push('/');
            at.push_str(step);
            match inside {
                Shape::Record(record) => {
                    let Some(field) = record.field(step) else { break };
                    shape = Some(*field.shape);
                    if place.document.is_some() && field.name == "content" {
                        continue;
                    }
                    if let (Shape::List(items), Some(index)) = (field.shape, steps.peek()) {
                        let count = self.spot(&at).map_or(0, |list| list.count);
                        at.push('/');
                        at.push_str(index);
                        let label = label(items).unwrap_or(field.label).in_lang(self.lang);
                        let has_number = self.named_at(&at).is_some_and(Named::is_number);
                        let words = if count == 1 || has_number {
                            label.into()
                        } else {
                            numbered(label, &from_one(index))
                        };
                        if record.kind == Some(Bundle::KIND) {
                            place.document = self.spot(&at).and_then(|spot| spot.document.clone());
                        } else if matches!(items, Shape::Record(_)) {
                            place.enter(words, self.named_at(&at));
                        } else {
                            place.enter_detail(words);
                        }
                        shape = Some(**items);
                        steps.next();
                    } else if field.label != record.label
                        || self.named_at(&at).is_some_and(|named| named.section.is_some())
                    {
                        // "ændring 3, ændring" says no more than "ændring 3".
                        let words = field.label.in_lang(self.lang).into();
                        match self.named_at(&at).filter(|named| named.is_said()) {
                            Some(named) => place.enter(words, Some(named)),
                            None => place.enter_detail(words),
                        }
                    }
                }
                Shape::Choice(choice) => {
                    let variant = choice.variant(step);
                    shape = variant.and_then(|variant| variant.content).map(Shape::Record);
                }
                Shape::List(items) => {
                    place.enter_detail(from_one(step));
                    shape = Some(*items);
                }
                Shape::Words(_) | Shape::Id(_) | Shape::Leaf(_) => break,
            }
        }
        place.into_place(self.lang)
    }

    fn spot(&self, at: &str) -> Option<&Spot> {
        self.spots.get(*self.known.get(at)?)
    }

    fn named_at(&self, at: &str) -> Option<&Named> {
        self.spot(at).map(|spot| &spot.named)
    }
}

/// The way to a place.
struct Way {
    /// The document of a bundle.
    document: Option<String>,
    section: Option<SectionNumber>,
    /// The title of the section.
    heading: Option<String>,
    /// The steps after the innermost section.
    steps: Vec<String>,
    /// How many of the last steps have no name of their own: what is found says which one is meant.
    details: usize,
}

impl Way {
    fn enter_detail(&mut self, words: String) {
        self.steps.push(words);
        self.details = self.details.saturating_add(1);
    }

    fn enter(&mut self, mut words: String, named: Option<&Named>) {
        self.details = 0;
        let title = named.and_then(|named| named.title.as_deref());
        if let Some(section) = named.and_then(|named| named.section) {
            self.section = Some(section);
            self.heading = None;
            self.steps.clear();
        }
        if named.is_some_and(|named| named.is_section && named.section.is_some()) {
            self.heading = title.map(String::from);
            return;
        }
        if let Some(title) = title {
            words.push(' ');
            words.push_str(title);
        }
        self.steps.push(words);
    }

    fn into_place(mut self, lang: Lang) -> Place {
        let least = usize::from(self.section.is_none() && self.document.is_none());
        self.steps.truncate(self.steps.len().saturating_sub(self.details).max(least));
        let section = self.section.map(|section| {
            let heading = self.heading.map_or(String::new(), |heading| format!(" {heading}"));
            format!("{} {section}{heading}", SECTION.in_lang(lang))
        });
        // Two documents can have sections with the same number, so in a bundle the number alone does not identify a
        // place.
        let place = self.section.filter(|_| self.document.is_none());
        let parts: Vec<_> = self.document.into_iter().chain(section).chain(self.steps).collect();
        let words = if parts.is_empty() { WHOLE.in_lang(lang).into() } else { parts.join(", ") };
        Place { section: place, words }
    }
}

/// Sections in words: "afsnit 1.3 og 1.4".
pub(super) fn sections_in_words(sections: &[SectionNumber], lang: Lang) -> String {
    let word = match (lang, sections.len()) {
        (Lang::Da, _) => "afsnit",
        (Lang::En, 0 | 1) => "section",
        (Lang::En, _) => "sections",
    };
    let numbers: Vec<_> = sections.iter().map(SectionNumber::to_string).collect();
    format!("{word} {}", enumerated(&numbers, lang))
}

fn in_draft<'p>(pointer: &'p Pointer, prefix: &str) -> &'p str {
    let pointer = pointer.as_str();
    pointer.strip_prefix(prefix).filter(|rest| rest.is_empty() || rest.starts_with('/')).unwrap_or(pointer)
}

/// The list that contains an element.
fn list_of(pointer: &str) -> &str {
    pointer.rsplit_once('/').map_or("", |(list, _)| list)
}

/// What an element of a list is called.
const fn label(items: &Shape) -> Option<Bilingual> {
    match items {
        Shape::Record(record) => Some(record.label),
        Shape::Words(words) => Some(words.label),
        Shape::Choice(choice) => Some(choice.label),
        Shape::List(_) | Shape::Id(_) | Shape::Leaf(_) => None,
    }
}

/// The words that can follow the name of a thing in a label.
const JOINTS: [&str; 9] = [" i ", " på ", " fra ", " for ", " af ", " of ", " by ", " in ", " from "];

/// A label with a number: "måltal 2", "linje 48 i indholdsfortegnelsen", "trin 3 på måltrappen".
fn numbered(label: &str, number: &str) -> String {
    let end = JOINTS.iter().filter_map(|joint| label.find(joint)).min().unwrap_or(label.len());
    let (thing, rest) = label.split_at_checked(end).unwrap_or((label, ""));
    format!("{thing} {number}{rest}")
}

/// The position as a person counts it, from an index.
fn from_one(index: &str) -> String {
    index.parse::<usize>().map_or(String::from(index), |index| index.saturating_add(1).to_string())
}
