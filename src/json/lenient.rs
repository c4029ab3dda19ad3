//! Reads what can be read of a document, and sets the rest aside.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;
use core::mem;

use super::diagnose::{content_of, member, value};
use super::fault::Faults;
use super::tree::{self, MAX_DEPTH, Member, Node, Tree};
use crate::bundle::Bundled;
use crate::document::number::parse;
use crate::document::{Document, Envelope, FaultKind, SetAside, Status, Value};
use crate::draft::part::Part as _;
use crate::draft::{Choice, Record, Shape};
use crate::report::Path;
use crate::sorted::repeats;
use crate::text::{Text, count};

/// How many levels surround a value that was set aside, when it is written: the document, the list and its item.
const LEVELS_AROUND: usize = 3;

/// The most parts of a text that are set aside: each takes a few hundred bytes, however short it is.
const MOST: usize = 100_000;

/// Returns what can be read of a document, or `None` if the rest is no document.
pub(super) fn rest(text: &str) -> Option<Document> {
    let root = tree::parse(text).ok()?;
    let mut rest = Rest { text, kept: String::new(), aside: Vec::new(), has_more: false };
    rest.keep(&root, *Document::SHAPE, &Path::root("", None)).ok()?;
    let mut envelope: Envelope = serde_json::from_str(&rest.kept).ok()?;
    rest.settle(&mut envelope, &root);
    if rest.has_more {
        return None;
    }
    envelope.set_aside.append(&mut rest.aside);
    Some(envelope.into())
}

/// What is read from a text, and what is not.
struct Rest<'t> {
    text: &'t str,
    /// JSON text that the field tables allow.
    kept: String,
    aside: Vec<SetAside>,
    /// Whether there is more to set aside than can be kept.
    has_more: bool,
}

/// The place of a value in the object or list around it.
#[derive(Clone, Copy)]
enum Step<'s> {
    Key(&'s str),
    Index(usize),
}

// These functions call each other no deeper than the levels that the parser allows.

impl Rest<'_> {
    /// Keeps what can be read of a value. If that is nothing, returns why, and leaves everything as it was.
    ///
    /// `at` is the place among what is kept.
    fn keep(&mut self, node: &Node<'_>, shape: Shape, at: &Path<'_>) -> Result<(), FaultKind> {
        let (kept, aside) = (self.kept.len(), self.aside.len());
        let result = match (shape, &node.value) {
            (Shape::Record(table), Tree::Object(members)) => {
                self.record(members, table, at).and_then(|()| self.agrees(kept, shape))
            }
            (Shape::List(item), Tree::List(items)) => {
                self.list(items, *item, at);
                Ok(())
            }
            (Shape::Choice(table), Tree::Object(members)) => self.choice(node, members, table, at),
            _ => self.whole(node, shape, at),
        };
        if result.is_err() {
            self.kept.truncate(kept);
            self.aside.truncate(aside);
        }
        result
    }

    /// Keeps a value in which nothing is wrong.
    fn whole(&mut self, node: &Node<'_>, shape: Shape, at: &Path<'_>) -> Result<(), FaultKind> {
        let mut faults = Faults::untold();
        value(node, shape, at, &mut faults);
        if let Some(kind) = faults.kind() {
            return Err(kind);
        }
        self.kept.push_str(tree::source(self.text, node.start));
        Ok(())
    }

    fn record(
        &mut self,
        members: &[Member<'_>],
        table: &'static Record,
        at: &Path<'_>,
    ) -> Result<(), FaultKind> {
        let mut seen = vec![false; table.fields.len()];
        self.kept.push('{');
        for member in members {
            let known = table.fields.iter().zip(&mut seen).find(|(field, _)| field.name == member.key);
            let Some((field, seen)) = known else {
                self.set_aside(at, Step::Key(&member.key), FaultKind::UnknownField, &member.value);
                continue;
            };
            if mem::replace(seen, true) {
                self.set_aside(at, Step::Key(field.name), FaultKind::RepeatedField, &member.value);
                continue;
            }
            if !field.is_mandatory && matches!(member.value.value, Tree::Null) {
                continue;
            }
            let before = self.kept.len();
            self.separate('{');
            self.kept.extend(["\"", field.name, "\":"]);
            match self.keep(&member.value, *field.shape, &at.key(field.name)) {
                Ok(()) => {}
                Err(kind) if field.is_mandatory => return Err(kind),
                Err(kind) => {
                    self.kept.truncate(before);
                    self.set_aside(at, Step::Key(field.name), kind, &member.value);
                }
            }
        }
        self.kept.push('}');
        let is_complete = table.fields.iter().zip(seen).all(|(field, seen)| seen || !field.is_mandatory);
        if is_complete { Ok(()) } else { Err(FaultKind::MissingField) }
    }

    /// Status and validation of a document in a bundle must agree. In the outer document they are
    /// [settled](Self::settle).
    fn agrees(&self, from: usize, shape: Shape) -> Result<(), FaultKind> {
        let is_bundled =
            matches!((shape, Bundled::SHAPE), (Shape::Record(a), Shape::Record(b)) if a.name == b.name);
        let kept = self.kept.get(from..).unwrap_or_default();
        if is_bundled && serde_json::from_str::<Bundled>(kept).is_err() {
            return Err(FaultKind::Contradiction);
        }
        Ok(())
    }

    fn list(&mut self, items: &[Node<'_>], shape: Shape, at: &Path<'_>) {
        let mut read = 0_usize;
        self.kept.push('[');
        for (index, item) in items.iter().enumerate() {
            let before = self.kept.len();
            self.separate('[');
            match self.keep(item, shape, &at.index(read)) {
                Ok(()) => read = read.saturating_add(1),
                Err(kind) => {
                    self.kept.truncate(before);
                    self.set_aside(at, Step::Index(index), kind, item);
                }
            }
        }
        self.kept.push(']');
    }

    fn choice(
        &mut self,
        node: &Node<'_>,
        members: &[Member<'_>],
        table: &'static Choice,
        at: &Path<'_>,
    ) -> Result<(), FaultKind> {
        let [member] = members else { return self.whole(node, Shape::Choice(table), at) };
        let Some((name, Some(content))) = content_of(table, &member.key) else {
            return self.whole(node, Shape::Choice(table), at);
        };
        self.kept.extend(["{\"", name, "\":"]);
        self.keep(&member.value, Shape::Record(content), &at.key(name))?;
        self.kept.push('}');
        Ok(())
    }

    /// Writes a comma unless this is the first item.
    fn separate(&mut self, open: char) {
        if !self.kept.ends_with(open) {
            self.kept.push(',');
        }
    }

    fn set_aside(&mut self, at: &Path<'_>, step: Step<'_>, kind: FaultKind, node: &Node<'_>) {
        if self.aside.len() >= MOST {
            self.has_more = true;
            return;
        }
        let (key, index) = match step {
            Step::Key(key) => (Some(Text::from(key)), None),
            Step::Index(index) => (None, Some(count(index))),
        };
        let value = self.value(node, MAX_DEPTH.saturating_sub(LEVELS_AROUND));
        self.aside.push(SetAside { at: Text::from(at.to_pointer().as_str()), kind, value, key, index });
    }

    /// The value with everything in it; what a value cannot hold is kept as text.
    fn value(&self, node: &Node<'_>, levels: usize) -> Value {
        let as_text = || Value::Text(tree::source(self.text, node.start).into());
        let inside = levels.checked_sub(1);
        match (&node.value, inside) {
            (Tree::Null, _) => Value::Null,
            (Tree::Bool(value), _) => Value::Bool(*value),
            (Tree::Text(text), _) => Value::Text(text.clone().into_owned()),
            (Tree::Number(number), _) => {
                parse::<serde_json::Error>(number).unwrap_or_else(|_| Value::Text((*number).into()))
            }
            (Tree::List(_) | Tree::Object(_), None) => as_text(),
            (Tree::List(items), Some(levels)) => {
                Value::List(items.iter().map(|item| self.value(item, levels)).collect())
            }
            (Tree::Object(members), Some(levels)) => {
                if repeats(members, |member| &*member.key) {
                    return as_text();
                }
                let entry = |member: &Member<'_>| {
                    (member.key.clone().into_owned(), self.value(&member.value, levels))
                };
                Value::Object(members.iter().map(entry).collect())
            }
        }
    }

    /// If status and validation disagree, sets one of them aside.
    fn settle(&mut self, envelope: &mut Envelope, root: &Node<'_>) {
        let (key, kind) = match (envelope.status, &envelope.validation) {
            (Status::Draft, Some(_)) => ("validation", FaultKind::Contradiction),
            // A final document that does not say under what it was proven is a draft.
            (Status::Final, None) => ("status", FaultKind::MissingField),
            _ => return,
        };
        (envelope.status, envelope.validation) = (Status::Draft, None);
        // Parts of the validation that were set aside are in the whole that is set aside now.
        self.aside.retain(|part| {
            part.at.as_str() != "/validation" && !part.at.as_str().starts_with("/validation/")
        });
        if let Some(member) = member(root, key) {
            self.set_aside(&Path::root("", None), Step::Key(key), kind, &member.value);
        }
    }
}
