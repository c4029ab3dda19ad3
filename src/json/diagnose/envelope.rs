//! What field tables cannot say about the envelope of a document.

use super::{found, not_json, value};
use crate::bundle::Bundle;
use crate::draft::kind::Draft;
use crate::draft::{Form, Leaf, Shape};
use crate::json::fault::{Detail, Faults, ReadError};
use crate::json::tree::{self, Member, Node, Tree};
use crate::report::Path;

/// [`diagnose`](super::diagnose) for a document with its envelope.
///
/// A document of another format can be wrong in any place, so a fault of its `format` is the only one.
/// Apart from what `shape` says, a final document must have a `validation`, and a draft must not.
pub(in crate::json) fn diagnose_document(text: &str, shape: &'static Shape) -> Option<ReadError> {
    let root = match tree::parse(text) {
        Ok(root) => root,
        Err(error) => return Some(not_json(text, &error, *shape)),
    };
    let path = Path::root("", None);
    let mut faults = Faults::default();
    check_format(&root, *shape, &path, &mut faults);
    if faults.is_empty() {
        value(&root, *shape, &path, &mut faults);
        check_validation(&root, &path, &mut faults);
        check_bundle(&root, &path, &mut faults);
    }
    found(faults, text)
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
                faults.add(format.value.start, &path, &Detail::UnknownFormat(why));
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
