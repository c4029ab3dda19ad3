//! The ids of documents and drafts, and the references that leave a document.

use alloc::vec::Vec;

use uuid::Uuid;

use super::{Adding, Place};
use crate::body::Body;
use crate::bundle::Bundle;
use crate::document::{Content, Document};
use crate::draft::kind::Draft as _;
use crate::draft::walk::{Mention, Named, Walk};
use crate::id::{Identified as _, Subject};
use crate::keyed::{KeySet, Keyed};
use crate::model::{Indicator, PUBLISHED, Standard, Theme};
use crate::report::{Path, Pointer};
use crate::sorted::sort_by;
use crate::text::Bilingual;

/// References that a rule of the domain looks up in the document itself, besides those of [`Content::resolves`].
const LOOKED_UP: &[(&str, &[&str])] =
    &[("community", &["aim", "measure", "cycle"]), ("series", &["measurement"]), ("standardSet", &["theme"])];

/// The kind of an id, as a position in a list, and the id.
type Key = (u8, Uuid);

/// The ids of documents and drafts, and what references need.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Ids {
    /// The first document with an id, and the first with a draft.
    documents: Keyed<Uuid, u32>,
    drafts: ByKind<u32>,
    pub(in crate::bundle) again: Vec<Again>,
    /// What references can lead to, and after it, by the kinds of documents, the drafts that no reference leads to.
    defined: ByKind<()>,
    wanted: ByKind<Wanted>,
    /// The standard sets.
    sets: KeySet<Uuid>,
    /// The themes, standards and indicators that tailorings name. Only for a set that is here is it known what it has.
    tailored: Vec<Tailored>,
    /// The communities, as the bodies that agreements call them, with the services that they list.
    communities: Keyed<Uuid, Vec<Uuid>>,
    /// The services that have an agreement.
    agreed: KeySet<Uuid>,
}

/// What references have not led to yet, with the first place in each document; without places once it has been found.
#[derive(Debug, Clone)]
struct Wanted {
    key: Key,
    places: Vec<Place>,
}

/// A map for each kind, so that an id alone is the key: a kind would take as much room again.
#[derive(Debug, Clone)]
struct ByKind<V>(Vec<Keyed<Uuid, V>>);

impl<V> Default for ByKind<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V> ByKind<V> {
    fn of(&self, kind: u8) -> Option<&Keyed<Uuid, V>> {
        self.0.get(usize::from(kind))
    }

    fn of_mut(&mut self, kind: u8) -> Option<&mut Keyed<Uuid, V>> {
        let kind = usize::from(kind);
        if self.0.len() <= kind {
            self.0.resize_with(kind.saturating_add(1), Keyed::default);
        }
        self.0.get_mut(kind)
    }

    fn contains(&self, (kind, id): Key) -> bool {
        self.of(kind).is_some_and(|of_kind| of_kind.contains(id))
    }
}

#[derive(Debug, Clone, Copy)]
struct Tailored {
    base: Uuid,
    key: Key,
    place: Place,
}

/// A document or draft whose id another one has.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct Again {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) first: u32,
    /// What people call it, if it is the content of a document and not the document.
    pub(in crate::bundle) content: Option<Bilingual>,
}

/// The place of the word in the list.
fn position(words: &[&str], word: &str) -> Option<u8> {
    words.iter().position(|one| *one == word).and_then(|place| u8::try_from(place).ok())
}

impl Ids {
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        self.enter(document, at, adding);
        match document.content() {
            Content::StandardSet(set) => {
                self.sets.insert(set.id.uuid(), ());
            }
            Content::Agreement(agreement) => {
                if let Some(service) = &agreement.service {
                    self.agreed.insert(service.id.uuid(), ());
                }
            }
            Content::Community(community) => {
                if let Some(body) = community.body {
                    let members = community.members.iter().map(|member| member.service.uuid());
                    self.communities.update(body.uuid(), Vec::new, |services| services.extend(members));
                }
            }
            _ => {}
        }
        self.refer(document, at, adding);
    }

    fn enter(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let id = document.id();
        let (content, draft) = (document.content(), document.content().draft_subject());
        let mut is_again = |known: &mut Keyed<Uuid, u32>, subject: Subject, at: &Path<'_>, content| {
            let first = known.first(subject.id, adding.number);
            if first != adding.number {
                self.again.push(Again { place: adding.place(at), subject, first, content });
            }
            first != adding.number
        };
        let is_again_whole = is_again(&mut self.documents, id.subject(), at, None);
        if let (Some(draft), Some(kind)) = (draft, position(Content::KINDS, content.kind()))
            && let Some(known) = self.drafts.of_mut(kind)
            && !is_again_whole
        {
            is_again(known, draft, &at.key("content").key(content.kind()), Some(content.label()));
        }
    }

    fn refer(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let content = document.content();
        let by_rule =
            LOOKED_UP.iter().find(|(kind, _)| *kind == content.kind()).map_or(&[][..], |(_, all)| all);
        let (mut defined, mut own) = (Vec::new(), Vec::new());
        let mut wanted: Keyed<Key, (Key, Pointer)> = Keyed::default();
        let each = &mut |mention, one: Named, place: &Path<'_>| {
            let Subject { kind, id } = one.subject;
            if mention != Mention::Refers {
                own.push(id);
            }
            let Some(key) = position(Bundle::RESOLVES, kind).map(|kind| (kind, id)) else { return };
            if mention != Mention::Refers {
                defined.push(key);
            } else if !content.resolves().contains(&kind) && !by_rule.contains(&kind) {
                wanted.insert_with(key, || (key, place.to_pointer()));
            }
        };
        document.visit_draft(at, &mut Walk::Ids(each));
        for (kind, id) in defined {
            if let Some(wanted) = self.wanted.of_mut(kind).and_then(|of_kind| of_kind.get_mut(id)) {
                wanted.places = Vec::new();
            }
            if let Some(defined) = self.defined.of_mut(kind) {
                defined.insert(id, ());
            }
        }
        // What no reference can lead to, but may be mistaken for something else.
        if let Some(draft) = content.draft_subject()
            && position(Bundle::RESOLVES, draft.kind).is_none()
            && let Some(kind) = position(Content::KINDS, content.kind())
            && let Ok(before) = u8::try_from(Bundle::RESOLVES.len())
            && let Some(of_kind) = self.defined.of_mut(before.saturating_add(kind))
        {
            of_kind.insert(draft.id, ());
        }
        let wanted = wanted.into_values();
        if !wanted.is_empty() {
            sort_by(&mut own, Uuid::cmp);
        }
        // What the document itself has as a thing of another kind is found in it (DOC002).
        let elsewhere = |((_, id), _): &(Key, Pointer)| own.binary_search(id).is_err();
        for (key, pointer) in wanted.into_iter().filter(elsewhere) {
            if let Content::Tailoring(tailoring) = content
                && is_of_set(key)
            {
                let (base, place) = (tailoring.base.uuid(), adding.places.enter(adding.number, pointer));
                self.tailored.push(Tailored { base, key, place });
            } else if !self.defined.contains(key)
                && let (kind, id) = key
                && let Some(wanted) = self.wanted.of_mut(kind)
            {
                let place = adding.places.enter(adding.number, pointer);
                wanted.update(id, || Wanted { key, places: Vec::new() }, |wanted| wanted.places.push(place));
            }
        }
    }

    /// What is referred to and defined nowhere: the thing and the places.
    pub(in crate::bundle) fn unresolved(&self) -> impl Iterator<Item = (Subject, &[Place])> {
        let wanted = self.wanted.0.iter().flat_map(Keyed::values);
        let wanted = wanted.filter(|one| !one.places.is_empty()).map(|one| (one.key, &*one.places));
        let of_set = |one: &&Tailored| self.sets.contains(one.base) && !self.defined.contains(one.key);
        let tailored = self.tailored.iter().filter(of_set);
        let tailored = tailored.map(|one| (one.key, core::slice::from_ref(&one.place)));
        wanted.chain(tailored).filter_map(|(key, places)| {
            let subject = subject_of(key)?;
            let is_published = || PUBLISHED.iter().any(|set| set.has(subject));
            (!is_published() && !self.is_community(subject)).then_some((subject, places))
        })
    }

    /// What has the id, if it is a thing of another kind: that kind, as the format names it, and `document` for a
    /// document.
    pub(in crate::bundle) fn other_kind(&self, one: Subject) -> Option<&'static str> {
        let kinds = Bundle::RESOLVES.iter().chain(Content::KINDS).zip(&self.defined.0);
        let mut kinds = kinds.filter(|(kind, of_kind)| **kind != one.kind && of_kind.contains(one.id));
        let kind = kinds.next().map(|(kind, _)| *kind);
        kind.or_else(|| self.documents.contains(one.id).then_some("document"))
    }

    /// Whether it is a community that is here, as a body, while no agreement is here that would have to name it.
    fn is_community(&self, subject: Subject) -> bool {
        subject.kind == Body::KIND
            && self
                .communities
                .get(subject.id)
                .is_some_and(|all| !all.iter().any(|one| self.agreed.contains(*one)))
    }
}

fn subject_of((kind, id): Key) -> Option<Subject> {
    Some(Subject { kind: Bundle::RESOLVES.get(usize::from(kind))?, id })
}

/// Whether it is a theme, a standard or an indicator.
fn is_of_set(key: Key) -> bool {
    subject_of(key).is_some_and(|one| [Theme::KIND, Standard::KIND, Indicator::KIND].contains(&one.kind))
}
