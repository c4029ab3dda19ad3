//! What a page is written on: the same parts as text, Markdown or HTML.

mod html;
mod markdown;
mod text;

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::fmt;

pub(super) use html::Html;
pub(super) use markdown::Markdown;
pub(super) use text::PlainText;

use crate::Lang;
use crate::text::{Bilingual, Text};

/// A labelled line below a matter or an item: what to do, the source.
#[derive(Debug, Clone)]
pub(super) struct Detail {
    pub(super) label: &'static str,
    /// At least one; the others are shown next to the first.
    pub(super) values: Vec<String>,
}

impl Detail {
    pub(super) fn new(label: Bilingual, value: impl Into<String>, lang: Lang) -> Self {
        Self { label: label.in_lang(lang), values: vec![value.into()] }
    }
}

/// A chart: in words, and as a picture if it was drawn.
#[derive(Debug, Clone)]
pub(super) struct Figure {
    /// At least one sentence.
    pub(super) words: Vec<String>,
    pub(super) picture: Option<Picture>,
}

/// Two SVG elements that say the same, in which all text is escaped and which have [`words`](Figure::words) as their
/// description.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    pub(super) wide: String,
    /// For a telephone.
    pub(super) narrow: String,
}

/// The parts of a page. Whatever is written is text to be shown: a sheet escapes it.
pub(super) trait Sheet {
    /// The title; the first part.
    fn title(&mut self, title: &str) -> fmt::Result;

    fn paragraph(&mut self, text: &str) -> fmt::Result;

    /// The heading of the parts after it.
    fn section(&mut self, heading: &str) -> fmt::Result;

    /// A finding: the code of its rule, one sentence, and details.
    fn matter(&mut self, code: &str, sentence: &str, details: &[Detail]) -> fmt::Result;

    /// An entry under its own heading, one level below that of the section: details, and a chart if there is one.
    fn entry(&mut self, heading: &str, details: &[Detail], figure: Option<&Figure>) -> fmt::Result;

    /// The heading of the items after it, below that of the section.
    fn group(&mut self, heading: &str) -> fmt::Result;

    /// One item of a list.
    fn item(&mut self, text: &str, details: &[Detail]) -> fmt::Result;

    /// The last part.
    fn end(&mut self) -> fmt::Result;
}

/// The words of a text. Line breaks, control characters and those that turn the direction of writing are
/// spaces, so that no text can pass for another part of the page.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c: char| c.is_whitespace() || c.is_control() || turns_direction(c))
        .filter(|word| !word.is_empty())
}

/// Returns `true` if nothing of a text would be seen.
pub(super) fn is_blank(text: &str) -> bool {
    words(text).next().is_none()
}

/// What the document does not say.
pub(super) const NOT_STATED: Bilingual = Bilingual::new("ikke oplyst", "not stated");

/// A text without the space around it, unless nothing of it would be seen.
pub(super) fn shown(text: Option<&Text>) -> Option<&str> {
    text.map(Text::as_str).filter(|text| !is_blank(text)).map(str::trim)
}

/// Not all that is invisible: a joiner belongs to the emoji that it makes.
const fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
