//! The ids of documents and drafts, and the references that leave a document.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use uuid::Uuid;

use super::{Adding, Place};
use crate::bundle::Bundle;
use crate::document::{Content, Document};
use crate::draft::kind::Draft as _;
use crate::draft::walk::{Mention, Named, Walk};
use crate::id::Subject;
use crate::report::{Path, Pointer};
use crate::text::Bilingual;

/// References that a rule of the domain looks up in the document itself, beside those of [`Content::resolves`].
const LOOKED_UP: &[(&str, &[&str])] =
    &[("community", &["aim", "measure", "cycle"]), ("series", &["measurement"])];

/// The kind of an id, as a position in a list, and the id.
type Key = (u8, Uuid);

/// The ids of documents and drafts, and what references need.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Ids {
    /// The first document with an id, and the first with a draft.
    first: BTreeMap<Key, u32>,
    pub(in crate::bundle) again: Vec<Again>,
    /// What references can lead to.
    defined: BTreeSet<Key>,
    /// What references have not led to yet, with the first place of each document.
    wanted: BTreeMap<Key, (Bilingual, Vec<Place>)>,
}

/// A document or draft whose id another one has.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct Again {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) is_document: bool,
}

/// The place of the word in the list.
fn position(words: &[&str], word: &str) -> Option<u8> {
    words.iter().position(|one| *one == word).and_then(|place| u8::try_from(place).ok())
}

impl Ids {
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        self.enter(document, at, adding);
        self.refer(document, at, adding);
    }

    fn enter(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let id = document.id();
        let (content, (_, draft)) = (document.content(), document.content().draft());
        let mut is_again = |key, subject, at: &Path<'_>, is_document| {
            let first = *self.first.entry(key).or_insert(adding.number);
            if first != adding.number {
                self.again.push(Again { place: adding.place(at), subject, first, is_document });
            }
            first != adding.number
        };
        let is_again_whole = is_again((u8::MAX, id.uuid()), id.subject(), at, true);
        if let (Some(draft), Some(kind)) = (draft, position(Content::KINDS, content.kind()))
            && !is_again_whole
        {
            is_again((kind, draft.id), draft, &at.key("content").key(content.kind()), false);
        }
    }

    fn refer(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let content = document.content();
        let by_rule =
            LOOKED_UP.iter().find(|(kind, _)| *kind == content.kind()).map_or(&[][..], |(_, all)| all);
        let mut defined = BTreeSet::new();
        let mut wanted: BTreeMap<Key, (Bilingual, Pointer)> = BTreeMap::new();
        let each = &mut |mention, one: Named, place: &Path<'_>| {
            let Subject { kind, id } = one.subject;
            let Some(key) = position(Bundle::RESOLVES, kind).map(|kind| (kind, id)) else { return };
            if mention != Mention::Refers {
                defined.insert(key);
            } else if !content.resolves().contains(&kind) && !by_rule.contains(&kind) {
                wanted.entry(key).or_insert_with(|| (one.label, place.to_pointer()));
            }
        };
        document.visit_draft(at, &mut Walk::Ids(each));
        for key in defined {
            self.wanted.remove(&key);
            self.defined.insert(key);
        }
        for (key, (label, pointer)) in wanted {
            if !self.defined.contains(&key) {
                let place = adding.places.enter(adding.number, &pointer);
                self.wanted.entry(key).or_insert_with(|| (label, Vec::new())).1.push(place);
            }
        }
    }

    /// What is referred to and defined nowhere: the thing, what people call it, and the places.
    pub(in crate::bundle) fn unresolved(&self) -> impl Iterator<Item = (Subject, Bilingual, &[Place])> {
        self.wanted.iter().filter_map(|((kind, id), (label, places))| {
            let kind = Bundle::RESOLVES.get(usize::from(*kind))?;
            Some((Subject { kind, id: *id }, *label, places.as_slice()))
        })
    }
}
