//! The notes of a document.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use super::places::sections_in_words;
use super::sheet::is_blank;
use crate::Lang;
use crate::document::Content;
use crate::section::SectionNumber;
use crate::text::Text;

/// A note of the document.
pub(super) struct Note<'a> {
    pub(super) section: Option<SectionNumber>,
    /// What it is about: its section, or when something happened.
    label: String,
    pub(super) text: &'a str,
}

impl Note<'_> {
    /// The text, after what it is about.
    pub(super) fn in_words(&self) -> String {
        match (self.label.as_str(), self.text) {
            ("", text) => text.into(),
            (label, "") => label.into(),
            (label, text) => format!("{label}: {text}"),
        }
    }
}

/// The notes of a document, in its order: for a series, those on what happened during it.
pub(super) fn notes(content: &Content, lang: Lang) -> Vec<Note<'_>> {
    match content {
        Content::Agreement(agreement) => {
            let notes = agreement.notes.iter().filter(|note| !is_blank(note.text.as_str()));
            let notes = notes.map(|note| Note {
                section: note.section,
                label: note.section.map_or(String::new(), |section| sections_in_words(&[section], lang)),
                text: note.text.as_str(),
            });
            notes.collect()
        }
        Content::Series(series) => {
            let notes = series.annotations.iter();
            let notes = notes.map(|note| Note {
                section: None,
                label: format!("{}, {}", note.on.in_lang(lang), note.occasion.label().in_lang(lang)),
                text: note.text.as_ref().map_or("", Text::as_str),
            });
            notes.collect()
        }
        _ => Vec::new(),
    }
}
