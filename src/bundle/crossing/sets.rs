//! Standards as an evaluation states them, and as the standard set that it follows lists them.

use alloc::vec::Vec;

use uuid::Uuid;

use super::{Adding, Place, hash};
use crate::document::{Content, Document};
use crate::evaluation::{EvaluatedStandard, Evaluation};
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::model::{Name, Origin, PUBLISHED, PublishedSet, Standard, StandardArea, StandardSet, Theme};
use crate::report::Path;
use crate::section::SectionNumber;

/// The standard sets of regions, and the standards that evaluations state. What a published set has is known (`EVA003`).
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Sets {
    sets: Keyed<Uuid, Set>,
    evaluated: Vec<Evaluated>,
}

/// A standard set, as the first document lists it.
#[derive(Debug, Clone)]
struct Set {
    document: u32,
    standards: Vec<Listed>,
}

#[derive(Debug, Clone)]
struct Listed {
    id: Id<Standard>,
    number: Option<SectionNumber>,
    area: Option<StandardArea>,
    is_common: bool,
    /// The hashes of its names and of those of its theme, in both languages.
    names: Vec<u64>,
}

/// A standard in an evaluation.
#[derive(Debug, Clone, Copy)]
struct Evaluated {
    set: Uuid,
    place: Place,
    evaluation: Subject,
    standard: Option<Id<Standard>>,
    number: Option<SectionNumber>,
    /// The hash of the name.
    name: Option<u64>,
    area: Option<StandardArea>,
    is_common: Option<bool>,
}

/// A standard that an evaluation states in another way than the set does.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct NotAsListed {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) evaluation: Subject,
    /// The document that has the set.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) how: Differs,
}

/// How a standard differs from the one of the set.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum Differs {
    /// The set does not have it.
    NotThere,
    Number {
        here: SectionNumber,
        there: SectionNumber,
    },
    Name,
    Area {
        here: StandardArea,
        there: StandardArea,
    },
    /// Whether it is common to the regions here, and a region's own in the set.
    Origin {
        is_common: bool,
    },
}

fn listed(set: &StandardSet) -> Vec<Listed> {
    let themes: Keyed<Id<Theme>, &Theme> = set.themes.iter().map(|theme| (theme.id, theme)).collect();
    let standards = set.standards.iter().map(|one| {
        let theme = themes.get(one.theme).copied();
        let called = [one.name.as_ref(), theme.and_then(|theme| theme.name.as_ref())];
        let names = called.into_iter().flatten().flat_map(|Name { da, en, .. }| [da.as_ref(), en.as_ref()]);
        Listed {
            id: one.id,
            number: one.number,
            area: theme.map(|theme| theme.area),
            is_common: one.origin.is_common(),
            names: names.filter_map(hash::of_name_without_note).collect(),
        }
    });
    standards.collect()
}

impl Sets {
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        match document.content() {
            Content::StandardSet(set)
                if PublishedSet::of_id(set.id).is_none() && !set.standards.is_empty() =>
            {
                let document = adding.number;
                self.sets.insert_with(set.id.uuid(), || Set { document, standards: listed(set) });
            }
            Content::Evaluation(one) => self.evaluation(one, at, adding),
            _ => {}
        }
    }

    fn evaluation(&mut self, one: &Evaluation, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some(set) = one.standard_set else { return };
        if PublishedSet::of_id(set).is_some() {
            return;
        }
        let content = at.key("content");
        let list = content.key("evaluation");
        let list = list.key("standards");
        for (n, standard) in one.standards.iter().enumerate() {
            let EvaluatedStandard { standard, number, ref name, area, ref origin, .. } = *standard;
            self.evaluated.push(Evaluated {
                set: set.uuid(),
                place: adding.place(&list.index(n)),
                evaluation: one.id.subject(),
                standard,
                number,
                name: hash::of_name_without_note(name.as_ref()),
                area,
                is_common: origin.as_ref().map(Origin::is_common),
            });
        }
    }

    /// Whether a set has the standard. One that none has is found by `BUN002`.
    fn has(&self, id: Id<Standard>) -> bool {
        let in_own = self.sets.values().iter().any(|set| set.standards.iter().any(|one| one.id == id));
        in_own || PUBLISHED.iter().any(|set| set.has(id.subject()))
    }

    /// The standards that differ from those of their set.
    pub(in crate::bundle) fn not_as_listed(&self) -> impl Iterator<Item = NotAsListed> {
        self.evaluated.iter().flat_map(|one| {
            let set = self.sets.get(one.set);
            let found = set.map(|set| one.differs(&set.standards, |id| self.has(id))).unwrap_or_default();
            let document = set.map_or(0, |set| set.document);
            let Evaluated { place, evaluation, .. } = *one;
            found.into_iter().flatten().map(move |how| NotAsListed { place, evaluation, document, how })
        })
    }
}

impl Evaluated {
    fn differs(
        &self,
        standards: &[Listed],
        is_in_another: impl Fn(Id<Standard>) -> bool,
    ) -> [Option<Differs>; 4] {
        let is_it = |listed: &&Listed| match self.standard {
            Some(id) => listed.id == id,
            None => self.number.is_some() && listed.number == self.number,
        };
        let Some(listed) = standards.iter().find(is_it) else {
            // One that a region added need not be in the set.
            let is_missing = self.standard.is_some_and(is_in_another) && self.is_common != Some(false);
            return [is_missing.then_some(Differs::NotThere), None, None, None];
        };
        let number = self.number.zip(listed.number).filter(|(here, there)| here != there);
        let is_other = |name: &u64| !listed.names.is_empty() && !listed.names.contains(name);
        let area = self.area.zip(listed.area).filter(|(here, there)| here != there);
        [
            number.map(|(here, there)| Differs::Number { here, there }),
            self.name.filter(is_other).map(|_| Differs::Name),
            area.map(|(here, there)| Differs::Area { here, there }),
            self.is_common
                .filter(|is_common| *is_common != listed.is_common)
                .map(|is_common| Differs::Origin { is_common }),
        ]
    }
}
