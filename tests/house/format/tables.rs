//! What the field tables hold, in the order in which a reader meets it.

use std::collections::BTreeMap;

use kvalitetsmodel::document::Document;
use kvalitetsmodel::draft::{Choice, Record, Shape, Words, shape};
use kvalitetsmodel::text::Bilingual;

/// A type with a name of its own. The content of a variant has none.
#[derive(Clone, Copy)]
pub(crate) enum Item {
    Record(&'static Record),
    Choice(&'static Choice),
    Words(&'static Words),
}

impl Item {
    pub(crate) const fn name(self) -> &'static str {
        match self {
            Self::Record(record) => record.name,
            Self::Choice(choice) => choice.name,
            Self::Words(words) => words.name,
        }
    }

    pub(crate) const fn label(self) -> Bilingual {
        match self {
            Self::Record(record) => record.label,
            Self::Choice(choice) => choice.label,
            Self::Words(words) => words.label,
        }
    }

    /// What distinguishes two types with the same name.
    fn parts(self) -> Vec<&'static str> {
        match self {
            Self::Record(record) => record.fields.iter().map(|field| field.name).collect(),
            Self::Choice(choice) => choice.variants.iter().map(|variant| variant.name).collect(),
            Self::Words(words) => words.words.iter().map(|word| word.name).collect(),
        }
    }
}

/// The document in a bundle. Its parts are those of the envelope.
pub(crate) const BUNDLED: &str = "BundledDocument";

pub(crate) fn envelope() -> &'static Record {
    match shape::<Document>() {
        Shape::Record(record) => record,
        other => panic!("a document is a record, not {other:?}"),
    }
}

/// The kinds: the key in `content`, what people call the kind, and the table of its draft.
pub(crate) fn kinds() -> Vec<(&'static str, Bilingual, &'static Record)> {
    let content = envelope().fields.iter().find(|field| field.name == "content").map(|field| field.shape);
    match content {
        Some(Shape::Choice(choice)) => choice
            .variants
            .iter()
            .map(|variant| (variant.name, variant.label, variant.content.expect("a draft")))
            .collect(),
        other => panic!("a content is a choice, not {other:?}"),
    }
}

/// Every type in a record, itself first, each once.
pub(crate) fn inside(record: &'static Record) -> Vec<Item> {
    let mut found = Vec::new();
    add(Item::Record(record), &mut found);
    found
}

fn add(item: Item, found: &mut Vec<Item>) {
    if let Some(known) = found.iter().find(|known| known.name() == item.name()) {
        assert_eq!(known.parts(), item.parts(), "two types are called {}", item.name());
        return;
    }
    found.push(item);
    match item {
        Item::Record(record) if record.name == BUNDLED => {}
        Item::Record(record) => of_fields(record, found),
        Item::Choice(choice) => {
            choice
                .variants
                .iter()
                .filter_map(|one| one.content)
                .for_each(|content| of_fields(content, found));
        }
        Item::Words(_) => {}
    }
}

fn of_fields(record: &'static Record, found: &mut Vec<Item>) {
    for field in record.fields {
        let mut shape = field.shape;
        while let Shape::List(items) = shape {
            shape = items;
        }
        match shape {
            Shape::Record(record) => add(Item::Record(record), found),
            // The kinds are looked at one by one.
            Shape::Choice(choice) if choice.name == "Content" => {}
            Shape::Choice(choice) => add(Item::Choice(choice), found),
            Shape::Words(words) => add(Item::Words(words), found),
            _ => {}
        }
    }
}

/// Every type of the format: those of the envelope, then those of each kind.
pub(crate) fn all() -> Vec<Item> {
    let mut found = Vec::new();
    of_fields(envelope(), &mut found);
    for (_, _, record) in kinds() {
        add(Item::Record(record), &mut found);
    }
    found
}

/// For each type the places that need it: the kinds, and `document` for the envelope.
pub(crate) fn users() -> BTreeMap<&'static str, Vec<&'static str>> {
    let mut users: BTreeMap<_, Vec<_>> = BTreeMap::new();
    let mut of_envelope = Vec::new();
    of_fields(envelope(), &mut of_envelope);
    let kinds = kinds().into_iter().map(|(kind, _, record)| (kind, inside(record)));
    for (user, items) in [("document", of_envelope)].into_iter().chain(kinds) {
        for item in &items {
            users.entry(item.name()).or_default().push(user);
        }
    }
    users
}
