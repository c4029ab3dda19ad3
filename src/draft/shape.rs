//! Field tables: what the exchange format allows at each place, as static data.
//!
//! A declaration (`record!`, `words!`, `choice!`) writes the table of its type. Whatever needs to
//! know the format without a value of the type reads these tables: the reader that lists all errors, the
//! order of findings, the pages about the format.

use alloc::vec::Vec;

use crate::codes::RuleCode;
use crate::text::{Bilingual, number};

/// What the exchange format allows at one place.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Shape {
    /// An object with the fields of a record.
    Record(&'static Record),
    /// One word of a vocabulary, as text.
    Words(&'static Words),
    /// A word, or an object with one key.
    Choice(&'static Choice),
    /// A list; `null` reads as the empty one.
    List(&'static Shape),
    /// The id of something, as text: a UUID.
    Id(&'static IdOf),
    /// One value: text, a number, true or false.
    Leaf(&'static Leaf),
}

/// A record: an object with named fields.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Record {
    /// The name of the Rust type, or of the variant whose content it is.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
    /// What a subject calls it, if it has an id of its own: `focusArea`.
    pub kind: Option<&'static str>,
    /// The field whose id brings a thing into the document that has no record of its own there, as the first
    /// participation in a body brings the body.
    pub introduces: Option<&'static str>,
    /// Its fields, in the order in which they are written.
    pub fields: &'static [Field],
    /// Returns `true` if the rule of a code checks this record itself.
    pub is_checked_by: fn(RuleCode) -> bool,
}

/// A field of a record.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Field {
    /// Its name in the exchange format, in camelCase.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
    /// Returns `true` if it cannot be absent or `null`.
    pub is_mandatory: bool,
    /// What it holds.
    pub shape: &'static Shape,
}

/// A vocabulary: a fixed list of words.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Words {
    /// The name of the Rust type.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
    /// The words.
    pub words: &'static [Word],
    /// The word that an absent field means, if a field of this type can be absent.
    pub absent: Option<&'static str>,
}

/// One word of a vocabulary.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Word {
    /// The word in the exchange format.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
}

/// A choice between variants, of which some have content.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Choice {
    /// The name of the Rust type.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
    /// The variants.
    pub variants: &'static [Variant],
}

/// One variant of a choice.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Variant {
    /// The word, or the one key of the object.
    pub name: &'static str,
    /// What people call it.
    pub label: Bilingual,
    /// What the one key holds; `None` if the variant is a word.
    pub content: Option<&'static Record>,
}

/// What an id is the id of.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct IdOf {
    /// What a subject calls it: `focusArea`.
    pub kind: &'static str,
    /// What people call it.
    pub label: Bilingual,
}

/// One value that is neither a list nor an object.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub struct Leaf {
    /// The name of the Rust type: `NaiveDate`, `Decimal`, `Text`.
    pub name: &'static str,
    /// What is expected: "a day such as `2024-03-31`".
    pub expected: Bilingual,
    /// How it is written, and what is refused.
    pub form: Form,
    /// The regular expression (ECMA-262, without look-around) that the whole text matches; `None` if any text
    /// is read, and for what is no text.
    ///
    /// It says what a regular expression can say: only [`Form::Text`] knows whether a month has a day.
    pub pattern: Option<&'static str>,
}

/// How one value is written.
#[derive(Debug, Clone, Copy)]
#[non_exhaustive]
pub enum Form {
    /// Text. The function returns what is wrong with a text, if anything.
    Text(fn(&str) -> Option<Bilingual>),
    /// A whole number from 0 to this one.
    Whole(u64),
    /// `true` or `false`.
    Bool,
    /// Any JSON, `null` included.
    Any,
}

impl Shape {
    /// Returns `true` if the rule of a code checks something of this shape, or something inside it.
    pub(crate) fn is_reached_by(&self, code: RuleCode) -> bool {
        match self {
            Self::Record(record) => record.is_reached_by(code),
            Self::List(items) => items.is_reached_by(code),
            Self::Choice(choice) => choice
                .variants
                .iter()
                .filter_map(|one| one.content)
                .any(|content| content.is_reached_by(code)),
            Self::Words(_) | Self::Id(_) | Self::Leaf(_) => false,
        }
    }

    /// Appends the position of a place in the order of the document: for each step of a JSON Pointer the position
    /// of the field in its table, or the index in the list.
    ///
    /// A step that the tables do not know comes last at its level.
    pub(crate) fn position(self, pointer: &str, position: &mut Vec<u32>) {
        let mut shape = Some(self);
        for step in pointer.as_bytes().split(|byte| *byte == b'/').skip(1) {
            let (ordinal, inside) = shape.and_then(|shape| shape.step(step)).unwrap_or((usize::MAX, None));
            position.push(u32::try_from(ordinal).unwrap_or(u32::MAX));
            shape = inside;
        }
    }

    /// The list items above a place, from the outermost: what people call each, and its number in its list, from 1.
    /// With it, a page can say which of several target figures a finding is about.
    ///
    /// ```
    /// use kvalitetsmodel::{document::Document, draft::shape};
    ///
    /// let items = shape::<Document>().items_at("/content/agreement/focusAreas/7/targets/1/population");
    /// let words: Vec<_> = items.iter().map(|(label, n)| format!("{} {n}", label.da)).collect();
    /// assert_eq!(words.join(", "), "indsatsområde 8, måltal 2");
    /// ```
    #[must_use]
    pub fn items_at(self, pointer: &str) -> Vec<(Bilingual, usize)> {
        let mut items = Vec::new();
        let mut shape = self;
        for step in pointer.as_bytes().split(|byte| *byte == b'/').skip(1) {
            let Some((ordinal, Some(inside))) = shape.step(step) else { break };
            if let (Self::List(_), Self::Record(Record { label, .. }) | Self::Choice(Choice { label, .. })) =
                (shape, inside)
            {
                items.push((*label, ordinal.saturating_add(1)));
            }
            shape = inside;
        }
        items
    }

    /// The position of a step, and the shape of what is there.
    fn step(self, step: &[u8]) -> Option<(usize, Option<Self>)> {
        match self {
            Self::Record(record) => {
                let n = record.fields.iter().position(|field| is_name(step, field.name))?;
                Some((n, record.fields.get(n).map(|field| *field.shape)))
            }
            Self::List(items) => Some((index(step)?, Some(*items))),
            Self::Choice(choice) => {
                let n = choice.variants.iter().position(|variant| is_name(step, variant.name))?;
                Some((n, choice.variants.get(n)?.content.map(Self::Record)))
            }
            Self::Words(_) | Self::Id(_) | Self::Leaf(_) => None,
        }
    }
}

/// Compares the first bytes first: they distinguish most of a dozen names, without a call.
fn is_name(step: &[u8], name: &str) -> bool {
    step.first() == name.as_bytes().first() && step == name.as_bytes()
}

/// The index that a step of a JSON Pointer writes: without a sign, and without a zero before it.
pub(crate) fn index(step: &[u8]) -> Option<usize> {
    let plain = step == b"0" || !step.starts_with(b"0");
    number(step).filter(|_| plain).and_then(|number| number.try_into().ok())
}

impl Record {
    /// The field of that name.
    pub(crate) fn field(&self, name: &str) -> Option<&'static Field> {
        self.fields.iter().find(|field| field.name == name)
    }

    fn is_reached_by(&self, code: RuleCode) -> bool {
        (self.is_checked_by)(code) || self.fields.iter().any(|field| field.shape.is_reached_by(code))
    }
}

impl Choice {
    /// The variant of that name.
    pub(crate) fn variant(&self, name: &str) -> Option<&'static Variant> {
        self.variants.iter().find(|variant| variant.name == name)
    }
}
