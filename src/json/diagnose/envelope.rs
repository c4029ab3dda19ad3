//! What field tables cannot say about the envelope of a document.

use super::{found, not_json, value};
use crate::bundle::Bundle;
use crate::document::{Content, is_newer_format};
use crate::draft::kind::Draft;
use crate::draft::part::Part as _;
use crate::draft::{Form, Leaf, Record, Shape};
use crate::json::fault::{Detail, Faults, ReadError};
use crate::json::tree::{self, Member, Node, Tree};
use crate::report::Path;

/// [`diagnose`](super::diagnose) for a document with its envelope.
///
/// A document of another format can be wrong in any place, so a fault of its `format` is the only one.
/// A draft without an envelope lacks everything that a document has, and is itself unknown, so it is one fault, too.
/// Apart from what `shape` says, a final document must have a `validation`, and a draft must not.
pub(in crate::json) fn diagnose_document(text: &str, shape: &'static Shape) -> Option<ReadError> {
    let root = match tree::parse(text) {
        Ok(root) => root,
        Err(error) => return Some(not_json(text, &error, *shape)),
    };
    let path = Path::root("", None);
    let mut faults = Faults::default();
    if is_bare_draft(&root, *shape) {
        faults.add(root.start, &path, &Detail::BareDraft);
    } else {
        check_format(&root, *shape, &path, &mut faults);
    }
    if faults.is_empty() {
        value(&root, *shape, &path, &mut faults);
        check_validation(&root, &path, &mut faults);
        check_bundle(&root, &path, &mut faults);
    }
    found(faults, text)
}

/// [`diagnose`](super::diagnose) for a draft without an envelope. A whole document in its place is one fault.
pub(in crate::json) fn diagnose_draft(text: &str, shape: &'static Shape) -> Option<ReadError> {
    if let (Shape::Record(record), Ok(root)) = (*shape, tree::parse(text))
        && has_envelope(&root, record)
    {
        let mut faults = Faults::default();
        faults.add(root.start, &Path::root("", None), &Detail::HasEnvelope(record));
        return found(faults, text);
    }
    super::diagnose(text, shape)
}

/// Whether there is a document in the place of a record that has not these fields itself.
fn has_envelope(root: &Node<'_>, record: &Record) -> bool {
    ["format", "content"].iter().all(|name| record.field(name).is_none() && member(root, name).is_some())
}

/// Whether there is a draft in the place of a document: alone, or under its kind. It has a field that drafts have and
/// `envelope` has not, or nothing but an id.
fn is_bare_draft(root: &Node<'_>, envelope: Shape) -> bool {
    let (Tree::Object(members), Shape::Record(envelope), Shape::Choice(kinds)) =
        (&root.value, envelope, *Content::SHAPE)
    else {
        return false;
    };
    // With one of these it is a document in which others are missing or misspelt.
    let has_any = ["format", "status", "content"].iter().any(|name| member(root, name).is_some());
    if members.is_empty() || has_any {
        return false;
    }
    let is_of_draft = |key: &str| {
        let mut drafts = kinds.variants.iter().filter_map(|kind| kind.content);
        kinds.variant(key).is_some() || drafts.any(|draft| draft.field(key).is_some())
    };
    let is_of_envelope = |key: &str| envelope.field(key).is_some();
    members.iter().any(|one| is_of_draft(&one.key) && !is_of_envelope(&one.key))
        || members.iter().all(|one| one.key == "id")
}

/// Whether each document of a bundle has a `validation` if it is final, and only then.
fn check_bundle(root: &Node<'_>, path: &Path<'_>, faults: &mut Faults) {
    let inside = |node, name| member(node, name).map(|member| &member.value);
    let bundle = inside(root, "content").and_then(|content| inside(content, <Bundle as Draft>::KIND));
    let Some(Tree::List(documents)) =
        bundle.and_then(|bundle| inside(bundle, "documents")).map(|list| &list.value)
    else {
        return;
    };
    let content = path.key("content");
    let bundle = content.key(<Bundle as Draft>::KIND);
    let list = bundle.key("documents");
    for (n, document) in documents.iter().enumerate() {
        check_validation(document, &list.index(n), faults);
    }
}

fn check_format(root: &Node<'_>, shape: Shape, path: &Path<'_>, faults: &mut Faults) {
    let Shape::Record(table) = shape else { return };
    let field = table.field("format");
    let (Some(field), Some(format)) = (field, member(root, "format")) else { return };
    let path = path.key(field.name);
    match (*field.shape, &format.value.value) {
        (Shape::Leaf(Leaf { form: Form::Text(check), .. }), Tree::Text(text)) => {
            if let Some(why) = check(text) {
                let detail = if is_newer_format(text) { Detail::NewerFormat } else { Detail::UnknownFormat };
                faults.add(format.value.start, &path, &detail(why));
            }
        }
        (shape, _) => value(&format.value, shape, &path, faults),
    }
}

fn check_validation(root: &Node<'_>, path: &Path<'_>, faults: &mut Faults) {
    let status = match member(root, "status").map(|member| &member.value.value) {
        Some(Tree::Text(status)) => &**status,
        _ => return,
    };
    let validation = member(root, "validation").filter(|member| !matches!(member.value.value, Tree::Null));
    match (status, validation) {
        ("draft", Some(validation)) => {
            faults.add(validation.key_start, path, &Detail::DraftWithValidation);
        }
        ("final", None) => faults.add(root.start, path, &Detail::FinalWithoutValidation),
        _ => {}
    }
}

/// The first member of that name.
pub(in crate::json) fn member<'n, 't>(node: &'n Node<'t>, name: &str) -> Option<&'n Member<'t>> {
    match &node.value {
        Tree::Object(members) => members.iter().find(|member| member.key == name),
        _ => None,
    }
}
