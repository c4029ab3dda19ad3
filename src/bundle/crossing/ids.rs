//! The ids of documents and drafts, and the references that leave a document.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::vec::Vec;

use uuid::Uuid;

use super::{Adding, Place};
use crate::body::Body;
use crate::bundle::Bundle;
use crate::document::{Content, Document};
use crate::draft::kind::Draft as _;
use crate::draft::walk::{Mention, Named, Walk};
use crate::id::{Identified as _, Subject};
use crate::model::{Indicator, PUBLISHED, Standard, Theme};
use crate::report::{Path, Pointer};
use crate::text::Bilingual;

/// References that a rule of the domain looks up in the document itself, beside those of [`Content::resolves`].
const LOOKED_UP: &[(&str, &[&str])] =
    &[("community", &["aim", "measure", "cycle"]), ("series", &["measurement"]), ("standardSet", &["theme"])];

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
    wanted: BTreeMap<Key, Vec<Place>>,
    /// The standard sets.
    sets: BTreeSet<Uuid>,
    /// The themes, standards and indicators that tailorings name. Only of a set that is here is known what it has.
    tailored: Vec<Tailored>,
    /// The communities, as the bodies that agreements call them, with the services that they list.
    communities: BTreeMap<Uuid, BTreeSet<Uuid>>,
    /// The services that have an agreement.
    agreed: BTreeSet<Uuid>,
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
                self.sets.insert(set.id.uuid());
            }
            Content::Agreement(agreement) => {
                self.agreed.extend(agreement.service.as_ref().map(|service| service.id.uuid()));
            }
            Content::Community(community) => {
                if let Some(body) = community.body {
                    let services = community.members.iter().map(|member| member.service.uuid());
                    self.communities.entry(body.uuid()).or_default().extend(services);
                }
            }
            _ => {}
        }
        self.refer(document, at, adding);
    }

    fn enter(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let id = document.id();
        let (content, draft) = (document.content(), document.content().draft_subject());
        let mut is_again = |key, subject, at: &Path<'_>, content| {
            let first = *self.first.entry(key).or_insert(adding.number);
            if first != adding.number {
                self.again.push(Again { place: adding.place(at), subject, first, content });
            }
            first != adding.number
        };
        let is_again_whole = is_again((u8::MAX, id.uuid()), id.subject(), at, None);
        if let (Some(draft), Some(kind)) = (draft, position(Content::KINDS, content.kind()))
            && !is_again_whole
        {
            is_again((kind, draft.id), draft, &at.key("content").key(content.kind()), Some(content.label()));
        }
    }

    fn refer(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let content = document.content();
        let by_rule =
            LOOKED_UP.iter().find(|(kind, _)| *kind == content.kind()).map_or(&[][..], |(_, all)| all);
        let mut defined = BTreeSet::new();
        let mut wanted: BTreeMap<Key, Pointer> = BTreeMap::new();
        let each = &mut |mention, one: Named, place: &Path<'_>| {
            let Subject { kind, id } = one.subject;
            let Some(key) = position(Bundle::RESOLVES, kind).map(|kind| (kind, id)) else { return };
            if mention != Mention::Refers {
                defined.insert(key);
            } else if !content.resolves().contains(&kind) && !by_rule.contains(&kind) {
                wanted.entry(key).or_insert_with(|| place.to_pointer());
            }
        };
        document.visit_draft(at, &mut Walk::Ids(each));
        for key in defined {
            self.wanted.remove(&key);
            self.defined.insert(key);
        }
        for (key, pointer) in wanted {
            if let Content::Tailoring(tailoring) = content
                && is_of_set(key)
            {
                let (base, place) = (tailoring.base.uuid(), adding.places.enter(adding.number, &pointer));
                self.tailored.push(Tailored { base, key, place });
            } else if !self.defined.contains(&key) {
                let place = adding.places.enter(adding.number, &pointer);
                self.wanted.entry(key).or_default().push(place);
            }
        }
    }

    /// What is referred to and defined nowhere: the thing and the places.
    pub(in crate::bundle) fn unresolved(&self) -> impl Iterator<Item = (Subject, &[Place])> {
        let wanted = self.wanted.iter().map(|(key, places)| (*key, places.as_slice()));
        let of_set = |one: &&Tailored| self.sets.contains(&one.base) && !self.defined.contains(&one.key);
        let tailored = self.tailored.iter().filter(of_set);
        let tailored = tailored.map(|one| (one.key, core::slice::from_ref(&one.place)));
        wanted.chain(tailored).filter_map(|(key, places)| {
            let subject = subject_of(key)?;
            let is_published = || PUBLISHED.iter().any(|set| set.has(subject));
            (!is_published() && !self.is_community(subject)).then_some((subject, places))
        })
    }

    /// Whether it is a community that is here, as a body, and no agreement is here that would have to name it.
    fn is_community(&self, subject: Subject) -> bool {
        subject.kind == Body::KIND
            && self.communities.get(&subject.id).is_some_and(|services| services.is_disjoint(&self.agreed))
    }
}

fn subject_of((kind, id): Key) -> Option<Subject> {
    Some(Subject { kind: Bundle::RESOLVES.get(usize::from(kind))?, id })
}

/// Whether it is a theme, a standard or an indicator.
fn is_of_set(key: Key) -> bool {
    subject_of(key).is_some_and(|one| [Theme::KIND, Standard::KIND, Indicator::KIND].contains(&one.kind))
}
