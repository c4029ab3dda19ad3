//! What a field table allows, in words.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt;

use crate::Lang;
use crate::draft::{Choice, Record, Shape, Words};
use crate::text::{Bilingual, Wording, enumerated};

/// What belongs in a place: "a list".
pub(super) fn message(shape: Shape) -> Wording {
    match shape {
        Shape::Record(Record { label, .. }) => {
            Wording::new(format!("et objekt ({})", label.da), format!("an object ({})", label.en))
        }
        Shape::Words(all) => Wording::new(
            format!("et af ordene {}", words(all, Lang::Da)),
            format!("one of the words {}", words(all, Lang::En)),
        ),
        Shape::Choice(choice) if takes_object(choice) => Wording::new(
            format!("et objekt med én af nøglerne {}", variants(choice, Lang::Da)),
            format!("an object with one of the keys {}", variants(choice, Lang::En)),
        ),
        Shape::Choice(choice) => Wording::new(
            format!("en af mulighederne {}", variants(choice, Lang::Da)),
            format!("one of the choices {}", variants(choice, Lang::En)),
        ),
        Shape::List(_) => Bilingual::new("en liste", "a list").into(),
        Shape::Id(_) => Bilingual::new("et id skrevet som en UUID", "an id written as a UUID").into(),
        Shape::Leaf(leaf) => leaf.expected.into(),
    }
}

pub(super) fn fields(record: &Record, lang: Lang) -> String {
    let names: Vec<_> = record.fields.iter().map(|field| format!("`{}`", field.name)).collect();
    enumerated(&names, lang)
}

pub(super) fn words(words: &Words, lang: Lang) -> String {
    let names: Vec<_> = words.words.iter().map(|word| format!("`{}`", word.name)).collect();
    enumerated(&names, lang)
}

/// Whether every variant has content, so that none is a word.
pub(super) fn takes_object(choice: &Choice) -> bool {
    choice.variants.iter().all(|variant| variant.content.is_some())
}

/// The variants of a choice as they are written in JSON; only their keys, if every one is an object.
pub(super) fn variants(choice: &Choice, lang: Lang) -> String {
    let takes_object = takes_object(choice);
    let variants = choice.variants.iter().map(|variant| match variant.content {
        None => format!("`\"{}\"`", variant.name),
        Some(_) if takes_object => format!("`{}`", variant.name),
        Some(content) => format!("`{}`", object(variant.name, content)),
    });
    enumerated(&variants.collect::<Vec<_>>(), lang)
}

/// A variant with content as it is written in JSON, with only its mandatory fields.
pub(super) fn object(name: &str, content: &Record) -> String {
    let fields = fmt::from_fn(|f| {
        let mut mandatory = content.fields.iter().filter(|field| field.is_mandatory).peekable();
        if mandatory.peek().is_none() {
            return f.write_str(if content.fields.is_empty() { "" } else { "…" });
        }
        mandatory.enumerate().try_for_each(|(n, field)| {
            let separator = if n > 0 { ", " } else { "" };
            write!(f, "{separator}\"{}\": …", field.name)
        })
    });
    format!("{{\"{name}\": {{{fields}}}}}")
}
