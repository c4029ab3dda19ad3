//! Changes in words.

use alloc::format;
use alloc::string::ToString as _;
use core::fmt;

use chrono::NaiveDate;

use super::tree::Tree;
use super::{Change, ChangeKind};
use crate::Lang;
use crate::date::{MonthDay, PartialDate, day_in_lang};
use crate::draft::{Form, Leaf, Shape};
use crate::figure::Decimal;
use crate::text::{Bilingual, Wording};

const SECTION: Bilingual = Bilingual::new("i afsnit", "in section");
const NOT_STATED: Bilingual = Bilingual::new("ikke oplyst", "not stated");
const ADDED: Bilingual = Bilingual::new("tilføjet", "added");
const GONE: Bilingual = Bilingual::new("fjernet", "removed");

impl Change {
    /// The change in a sentence: where, what, and from which value to which. What people wrote is never shown, and
    /// neither is an id.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display + '_ {
        fmt::from_fn(move |f| {
            for (n, label) in self.labels.iter().enumerate() {
                f.write_str(if n > 0 { ", " } else { "" })?;
                f.write_str(label.in_lang(lang))?;
                if let Some(section) = self.section.filter(|_| n == 0) {
                    write!(f, " {} {section}", SECTION.in_lang(lang))?;
                }
            }
            f.write_str(": ")?;
            let or_not_stated = |value: Option<&Wording>| {
                value.map_or(NOT_STATED.in_lang(lang), |value| value.in_lang(lang)).to_string()
            };
            if self.from.is_some() || self.to.is_some() {
                let (from, to) = (or_not_stated(self.from.as_ref()), or_not_stated(self.to.as_ref()));
                // "gælder fra: fra 2024 til 2025" says it twice.
                let label = self.labels.last().map_or("", |label| label.in_lang(lang));
                let ends_in = |words: &[&str]| words.contains(&label.rsplit(' ').next().unwrap_or_default());
                let (before, between) = match lang {
                    Lang::Da if ends_in(&["fra", "til"]) => ("ændret fra", "til"),
                    Lang::Da => ("fra", "til"),
                    Lang::En if ends_in(&["from", "to", "until"]) => ("changed from", "to"),
                    Lang::En => ("from", "to"),
                };
                write!(f, "{before} {from} {between} {to}")?;
                return self.write_difference(lang, f);
            }
            let is_whole = matches!(self.kind, ChangeKind::Added | ChangeKind::Removed | ChangeKind::Moved);
            let words = match (&self.before, &self.after) {
                (None, _) if !is_whole => ADDED,
                (_, None) if !is_whole => GONE,
                _ => self.kind.label(),
            };
            f.write_str(words.in_lang(lang))
        })
    }

    /// Writes how much more or less a figure is, and whether that is stricter.
    fn write_difference(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(figure) = self.figure else { return Ok(()) };
        let strictness = figure.strictness.map(|strictness| strictness.label().in_lang(lang));
        match (figure.difference, strictness) {
            (Some(difference), strictness) => {
                let sign = if difference.is_negative() { "" } else { "+" };
                write!(f, " ({sign}{}", difference.in_lang(lang))?;
                strictness.map_or(Ok(()), |strictness| write!(f, ", {strictness}"))?;
                f.write_str(")")
            }
            (None, Some(strictness)) if figure.from.is_some() && figure.to.is_some() => {
                write!(f, " ({strictness})")
            }
            (None, _) => Ok(()),
        }
    }
}

/// In what way a value of this shape changes.
pub(super) fn kind_of(shape: &Shape, in_time: bool) -> ChangeKind {
    match shape {
        Shape::Leaf(leaf) if is_written_by_people(leaf) => ChangeKind::Reworded,
        Shape::Leaf(leaf) => match leaf.name {
            "PartialDate" | "NaiveDate" | "MonthDay" => ChangeKind::Time,
            _ if in_time => ChangeKind::Time,
            "Decimal" => ChangeKind::Figure,
            "SectionNumber" => ChangeKind::Section,
            _ => ChangeKind::Other,
        },
        Shape::Words(words) if words.name == "Membership" => ChangeKind::Membership,
        Shape::Choice(choice) if choice.name == "When" => ChangeKind::Time,
        Shape::Record(_) | Shape::Words(_) | Shape::Choice(_) | Shape::List(_) | Shape::Id(_) => {
            ChangeKind::Other
        }
    }
}

/// Whether people write the value as they like.
pub(super) fn is_text(shape: &Shape) -> bool {
    matches!(shape, Shape::Leaf(leaf) if is_written_by_people(leaf))
}

fn is_written_by_people(leaf: &Leaf) -> bool {
    matches!(leaf.name, "Text" | "NonBlank")
}

/// A value in words. Returns `None` for what people or other systems wrote, for ids, and for what has parts.
pub(super) fn value_in_words(shape: &Shape, tree: &Tree) -> Option<Wording> {
    match shape {
        Shape::Leaf(leaf) => leaf_in_words(leaf, tree.as_text()?),
        Shape::Words(words) => {
            let word = tree.as_text()?;
            words.words.iter().find(|one| one.name == word).map(|one| one.label.into())
        }
        Shape::Choice(choice) => {
            let (name, content) = tree.variant()?;
            let variant = choice.variant(name)?;
            let said = variant.content.zip(content).and_then(|(record, content)| {
                record.fields.iter().find_map(|field| value_in_words(field.shape, content.get(field.name)?))
            });
            let label = variant.label;
            // A date says that it is one.
            let is_date = choice.name == "When" && matches!(name, "date" | "monthDay");
            Some(match said {
                Some(said) if is_date => said,
                Some(said) => {
                    Wording::new(format!("{}: {}", label.da, said.da), format!("{}: {}", label.en, said.en))
                }
                None => label.into(),
            })
        }
        Shape::Record(_) | Shape::List(_) | Shape::Id(_) => None,
    }
}

fn leaf_in_words(leaf: &Leaf, text: &str) -> Option<Wording> {
    fn both<D: fmt::Display>(said: impl Fn(Lang) -> D) -> Wording {
        Wording::new(said(Lang::Da).to_string(), said(Lang::En).to_string())
    }
    if is_written_by_people(leaf) || matches!(leaf.form, Form::Any) {
        return None;
    }
    Some(match leaf.name {
        "Decimal" => text.parse::<Decimal>().ok().map(|number| both(|lang| number.in_lang(lang)))?,
        "PartialDate" => text.parse::<PartialDate>().ok().map(|date| both(|lang| date.in_lang(lang)))?,
        "NaiveDate" => text.parse::<NaiveDate>().ok().map(|day| both(|lang| day_in_lang(day, lang)))?,
        "MonthDay" => text.parse::<MonthDay>().ok().map(|day| both(|lang| day.in_lang(lang)))?,
        "bool" if text == "true" => Bilingual::new("ja", "yes").into(),
        "bool" => Bilingual::new("nej", "no").into(),
        _ => Wording::new(text.to_string(), text.to_string()),
    })
}
