//! Finds everything in a text that a field table does not allow.

mod envelope;

use alloc::string::String;
use alloc::vec;
use core::fmt::Write as _;
use core::mem;

use uuid::Uuid;

pub(super) use envelope::{diagnose_document, diagnose_draft, member};

use super::fault::{Detail, Faults, NotWhole, ReadError};
use super::tree::{self, Member, Node, Step, SyntaxError, Tree};
use crate::document::number::is_kept;
use crate::draft::{Choice, Form, Leaf, Record, Shape, Words};
use crate::report::{Path, Pointer, write_step};
use crate::sorted::firsts;

/// Returns everything in `text` that `shape` does not allow, or `None` if there is nothing.
///
/// A text that is not JSON has this one fault.
pub(super) fn diagnose(text: &str, shape: &'static Shape) -> Option<ReadError> {
    match tree::parse(text) {
        Ok(root) => {
            let mut faults = Faults::default();
            value(&root, *shape, &Path::root("", None), &mut faults);
            found(faults, text)
        }
        Err(error) => Some(not_json(text, &error, *shape)),
    }
}

fn found(faults: Faults, text: &str) -> Option<ReadError> {
    (!faults.is_empty()).then(|| faults.into_read_error(text))
}

fn not_json(text: &str, error: &SyntaxError<'_>, shape: Shape) -> ReadError {
    let mut faults = Faults::default();
    faults.add_to(error.at, known_part(error.steps.iter().rev(), shape), &Detail::Syntax(error.what));
    faults.into_read_error(text)
}

/// The pointer, up to the first step that the format does not know: other keys can be anything that someone wrote.
fn known_part<'s, 't: 's>(steps: impl Iterator<Item = &'s Step<'t>>, mut shape: Shape) -> Pointer {
    let mut pointer = String::new();
    for step in steps {
        let inside = match (shape, step) {
            (Shape::Record(record), Step::Key(key)) => record.field(key).map(|field| *field.shape),
            (Shape::Choice(choice), Step::Key(key)) => {
                let variant = choice.variant(key);
                variant.and_then(|variant| variant.content).map(Shape::Record)
            }
            (Shape::List(item), Step::Index(_)) => Some(*item),
            _ => None,
        };
        let Some(inside) = inside else { break };
        shape = inside;
        pointer.push('/');
        // A `String` takes whatever is written to it.
        let _ = match step {
            Step::Key(key) => write_step(key, &mut pointer),
            Step::Index(index) => write!(pointer, "{index}"),
        };
    }
    Pointer::new(pointer)
}

// These functions call each other no deeper than the levels that the parser allows.

/// Adds everything in a value that `shape` does not allow.
pub(super) fn value(node: &Node<'_>, shape: Shape, at: &Path<'_>, faults: &mut Faults) {
    match (shape, &node.value) {
        (Shape::Record(table), Tree::Object(members)) => record(node, members, table, at, faults),
        (Shape::Words(table), Tree::Text(word)) => {
            if !table.words.iter().any(|known| known.name == word) {
                faults.add(node.start, at, &Detail::UnknownWord { word, words: table });
            }
        }
        (Shape::Words(table), Tree::Object(members)) => {
            let detail = match sole_word(members, table) {
                Some(word) => Detail::HasNoContent(word),
                None => Detail::WrongType { expected: shape, found: &node.value },
            };
            faults.add(node.start, at, &detail);
        }
        (Shape::Choice(table), Tree::Text(word)) => match content_of(table, word) {
            None => faults.add(
                node.start,
                at,
                &Detail::UnknownVariant { name: word, choice: table, is_key: false },
            ),
            Some((_, None)) => {}
            Some((name, Some(content))) => faults.add(node.start, at, &Detail::HasContent(name, content)),
        },
        (Shape::Choice(table), Tree::Object(members)) => choice(node, members, table, at, faults),
        (Shape::List(item), Tree::List(items)) => {
            for (index, node) in items.iter().enumerate() {
                value(node, *item, &at.index(index), faults);
            }
        }
        (Shape::Id(_), Tree::Text(text)) => {
            if Uuid::parse_str(text).is_err() {
                faults.add(node.start, at, &Detail::NotAnId);
            }
        }
        (Shape::Leaf(table), _) => leaf(node, table, at, faults),
        (_, found) => faults.add(node.start, at, &Detail::WrongType { expected: shape, found }),
    }
}

fn record(
    node: &Node<'_>,
    members: &[Member<'_>],
    table: &'static Record,
    at: &Path<'_>,
    faults: &mut Faults,
) {
    let mandatory = table.fields.iter().filter(|field| field.is_mandatory);
    for field in mandatory.filter(|field| !members.iter().any(|member| member.key == field.name)) {
        faults.add(node.start, at, &Detail::MissingField(field.name));
    }
    let mut seen = vec![false; table.fields.len()];
    for member in members {
        let known = table.fields.iter().zip(&mut seen).find(|(field, _)| field.name == member.key);
        let Some((field, seen)) = known else {
            let detail = Detail::UnknownField { key: &member.key, record: table };
            faults.add(member.key_start, at, &detail);
            continue;
        };
        if mem::replace(seen, true) {
            faults.add(member.key_start, at, &Detail::RepeatedField(field.name));
        }
        if field.is_mandatory || !matches!(member.value.value, Tree::Null) {
            value(&member.value, *field.shape, &at.key(field.name), faults);
        }
    }
}

/// The variant of that name, with its content.
pub(super) fn content_of(table: &Choice, name: &str) -> Option<(&'static str, Option<&'static Record>)> {
    let variant = table.variant(name)?;
    Some((variant.name, variant.content))
}

/// The word that is the one key of an object.
fn sole_word(members: &[Member<'_>], table: &Words) -> Option<&'static str> {
    let [member] = members else { return None };
    table.words.iter().map(|word| word.name).find(|word| *word == member.key)
}

fn choice(
    node: &Node<'_>,
    members: &[Member<'_>],
    table: &'static Choice,
    at: &Path<'_>,
    faults: &mut Faults,
) {
    let is_sole = members.len() == 1;
    if !is_sole {
        faults.add(node.start, at, &Detail::NotOneKey { keys: members.len(), choice: table });
    }
    for member in members {
        match content_of(table, &member.key) {
            Some((name, Some(content))) => {
                value(&member.value, Shape::Record(content), &at.key(name), faults);
            }
            Some((name, None)) if is_sole => faults.add(node.start, at, &Detail::HasNoContent(name)),
            None if is_sole => {
                let detail = Detail::UnknownVariant { name: &member.key, choice: table, is_key: true };
                faults.add(member.key_start, at, &detail);
            }
            Some(_) | None => {}
        }
    }
}

fn leaf(node: &Node<'_>, table: &'static Leaf, at: &Path<'_>, faults: &mut Faults) {
    let detail = match (table.form, &node.value) {
        (Form::Any, _) => return any(node, at, faults),
        (Form::Bool, Tree::Bool(_)) => None,
        (Form::Text(check), Tree::Text(text)) => check(text).map(Detail::Refused),
        (Form::Whole(max), Tree::Number(number)) => {
            not_whole(number, max).map(|why| Detail::NotWhole { max, why })
        }
        (_, found) => Some(Detail::WrongType { expected: Shape::Leaf(table), found }),
    };
    if let Some(detail) = detail {
        faults.add(node.start, at, &detail);
    }
}

/// Why `serde_json` does not read the number as a whole one up to `max`. It treats `-0` as a number with decimals.
fn not_whole(number: &str, max: u64) -> Option<NotWhole> {
    if number.contains(['.', 'e', 'E']) {
        Some(NotWhole::Decimals)
    } else if number.starts_with('-') {
        Some(NotWhole::Negative)
    } else if number.parse().is_ok_and(|number: u64| number <= max) {
        None
    } else {
        Some(NotWhole::TooLarge)
    }
}

/// What another system keeps in a document. Its keys are left out of the pointer: they can be anything.
fn any(node: &Node<'_>, at: &Path<'_>, faults: &mut Faults) {
    match &node.value {
        Tree::Number(number) if !is_kept(number) => {
            let is_finite = number.parse().is_ok_and(f64::is_finite);
            let detail = if is_finite { Detail::NumberTooLong } else { Detail::NumberTooLarge };
            faults.add(node.start, at, &detail);
        }
        Tree::Null | Tree::Bool(_) | Tree::Number(_) | Tree::Text(_) => {}
        Tree::List(items) => items.iter().for_each(|item| any(item, at, faults)),
        Tree::Object(members) => {
            for (n, (member, first)) in members.iter().zip(firsts(members, |one| &*one.key)).enumerate() {
                if n != first {
                    faults.add(member.key_start, at, &Detail::RepeatedKey);
                }
                any(&member.value, at, faults);
            }
        }
    }
}

#[cfg(test)]
#[cfg(feature = "proptest")]
mod tests;
