//! The things with an id in the tree of a draft.

use alloc::borrow::ToOwned as _;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use uuid::Uuid;

use super::tree::Tree;
use crate::draft::{Record, Shape};
use crate::id::Subject;
use crate::sorted::sort_by;

/// A record with an id, and its place.
pub(super) struct Node<'t> {
    pub(super) subject: Subject,
    pub(super) record: &'static Record,
    pub(super) tree: &'t Tree,
    pub(super) at: String,
    /// The record with an id around it; `None` for the draft, and for what is directly in the draft.
    pub(super) owner: Option<Subject>,
    /// The fields from there to it.
    pub(super) list: String,
    /// Its section, or that of the record around it.
    pub(super) section: Option<&'t str>,
}

/// Where the walk is.
struct Around<'a, 't> {
    at: &'a str,
    owner: Option<Subject>,
    list: &'a str,
    section: Option<&'t str>,
}

/// The draft, and then everything with an id in it, in the order of the document.
pub(super) fn nodes<'t>(shape: &Shape, tree: &'t Tree) -> Vec<Node<'t>> {
    let mut all = Vec::new();
    collect(shape, tree, &Around { at: "", owner: None, list: "", section: None }, &mut all);
    all
}

fn collect<'t>(shape: &Shape, tree: &'t Tree, around: &Around<'_, 't>, all: &mut Vec<Node<'t>>) {
    match shape {
        Shape::Record(record) => {
            let Some(subject) = subject(record, tree) else { return in_fields(record, tree, around, all) };
            let section = section_of(tree).or(around.section);
            let is_draft = all.is_empty();
            let (at, list) = (around.at.to_owned(), around.list.to_owned());
            all.push(Node { subject, record, tree, at, owner: around.owner, list, section });
            let owner = (!is_draft).then_some(subject);
            in_fields(record, tree, &Around { at: around.at, owner, list: "", section }, all);
        }
        Shape::List(items) => {
            for (n, item) in tree.items().iter().enumerate() {
                collect(items, item, &Around { at: &format!("{}/{n}", around.at), ..*around }, all);
            }
        }
        Shape::Choice(choice) => {
            let Some((name, Some(content))) = tree.variant() else { return };
            let variant = choice.variant(name);
            if let Some(record) = variant.and_then(|variant| variant.content) {
                in_fields(record, content, &step(around, name).as_ref(), all);
            }
        }
        Shape::Words(_) | Shape::Id(_) | Shape::Leaf(_) => {}
    }
}

fn in_fields<'t>(record: &Record, tree: &'t Tree, around: &Around<'_, 't>, all: &mut Vec<Node<'t>>) {
    for field in record.fields {
        if let Some(value) = tree.get(field.name) {
            collect(field.shape, value, &step(around, field.name).as_ref(), all);
        }
    }
}

/// The place one field further in.
struct Step<'t> {
    at: String,
    owner: Option<Subject>,
    list: String,
    section: Option<&'t str>,
}

fn step<'t>(around: &Around<'_, 't>, name: &str) -> Step<'t> {
    let Around { at, owner, list, section } = *around;
    Step { at: format!("{at}/{name}"), owner, list: format!("{list}/{name}"), section }
}

impl<'t> Step<'t> {
    fn as_ref(&self) -> Around<'_, 't> {
        Around { at: &self.at, owner: self.owner, list: &self.list, section: self.section }
    }
}

/// The section that a record states.
pub(super) fn section_of(tree: &Tree) -> Option<&str> {
    ["section", "number"].iter().find_map(|name| tree.get(name)?.as_text())
}

/// What the record is, if it has an id of its own.
pub(super) fn subject(record: &Record, tree: &Tree) -> Option<Subject> {
    let id = tree.get("id")?.as_text()?;
    Some(Subject { kind: record.kind?, id: Uuid::parse_str(id).ok()? })
}

/// A form of the tree that is equal for equal contents: without the order of lists, and with the id in place of each
/// thing that has one of its own.
pub(super) fn canonical(shape: &Shape, tree: &Tree) -> Tree {
    match (shape, tree) {
        (Shape::Record(record), _) if subject(record, tree).is_some() => {
            tree.get("id").cloned().unwrap_or_else(|| tree.clone())
        }
        (Shape::Record(record), _) => own_fields(record, tree),
        (Shape::List(shape), Tree::List(items)) => {
            let mut items: Vec<_> = items.iter().map(|item| canonical(shape, item)).collect();
            sort_by(&mut items, Ord::cmp);
            Tree::List(items)
        }
        (Shape::Choice(choice), Tree::Object(fields)) => {
            let content = |name: &str| choice.variant(name)?.content;
            let fields = fields.iter().map(|(name, value)| {
                let value = content(name).map_or_else(|| value.clone(), |record| own_fields(record, value));
                (name.clone(), value)
            });
            Tree::Object(fields.collect())
        }
        _ => tree.clone(),
    }
}

/// The canonical form of the fields of a record.
pub(super) fn own_fields(record: &Record, tree: &Tree) -> Tree {
    let Tree::Object(fields) = tree else { return tree.clone() };
    let shape = |name: &str| record.field(name).map(|field| field.shape);
    let fields = fields.iter().map(|(name, value)| {
        let value = shape(name).map_or_else(|| value.clone(), |shape| canonical(shape, value));
        (name.clone(), value)
    });
    Tree::Object(fields.collect())
}

/// Writes equal numbers in the same way: without zeros at their end.
pub(super) fn tidy(shape: &Shape, tree: &mut Tree) {
    match (shape, tree) {
        (Shape::Leaf(leaf), Tree::Leaf(text)) if leaf.name == "Decimal" && text.contains('.') => {
            let kept = text.trim_end_matches('0').trim_end_matches('.').len();
            text.truncate(kept);
        }
        (Shape::List(shape), Tree::List(items)) => items.iter_mut().for_each(|item| tidy(shape, item)),
        (Shape::Record(record), Tree::Object(fields)) => {
            for (name, value) in fields {
                if let Some(field) = record.field(name) {
                    tidy(field.shape, value);
                }
            }
        }
        (Shape::Choice(choice), Tree::Object(fields)) => {
            for (name, value) in fields {
                let variant = choice.variant(name);
                if let Some(record) = variant.and_then(|variant| variant.content) {
                    tidy(&Shape::Record(record), value);
                }
            }
        }
        _ => {}
    }
}
