//! PDSA cycles and their links, which can lead from one document to another.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Place};
use crate::cycle::links::{Linked, Links, Node, Nth, link, position};
use crate::cycle::rings::{Rings, each_ring};
use crate::cycle::{Dated, PdsaCycle, earlier, later};
use crate::date::PartialDate;
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::report::Path;
use crate::sorted::sort_by;
use crate::text::Bilingual;

/// The cycles by id. What the first document with a cycle leaves out, another one may state.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Ramps(Keyed<Uuid, Cycle>);

/// What is kept of a cycle: its links, and the two days that decide.
#[derive(Debug, Clone, Copy)]
struct Cycle {
    id: Id<PdsaCycle>,
    previous: Option<Id<PdsaCycle>>,
    next: Option<Id<PdsaCycle>>,
    begins: Option<Day>,
    lasts_until: Option<Day>,
    /// When it is planned to be tested.
    due: Option<Day>,
    place: Place,
}

/// A day of a cycle.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct Day {
    pub(in crate::bundle) what: Dated,
    pub(in crate::bundle) on: PartialDate,
    /// The document that states it.
    pub(in crate::bundle) document: u32,
}

impl Linked for Cycle {
    fn id(&self) -> Id<PdsaCycle> {
        self.id
    }

    fn named(&self) -> [Option<Id<PdsaCycle>>; 2] {
        [self.previous, self.next]
    }
}

impl Cycle {
    /// Adds what another document says about the cycle.
    fn add(&mut self, again: &PdsaCycle, document: u32) {
        let [begins, lasts_until, due] = days(again, document);
        self.previous = self.previous.or(again.previous);
        self.next = self.next.or(again.next);
        self.begins = earlier(self.begins, begins, |day| day.on);
        self.lasts_until = later(self.lasts_until, lasts_until, |day| day.on);
        self.due = self.due.or(due);
    }

    const fn is_beside(&self, other: &Self) -> bool {
        self.place.document == other.place.document
    }
}

/// When a cycle begins, until when it lasts for certain, and when it is planned to be tested.
fn days(cycle: &PdsaCycle, document: u32) -> [Option<Day>; 3] {
    let due = cycle.test_due(None).map(|on| (Dated::Test, on));
    [cycle.begins(), cycle.lasts_until(), due].map(|day| day.map(|(what, on)| Day { what, on, document }))
}

/// Cycles that follow each other in a ring, in several documents.
#[derive(Debug)]
pub(in crate::bundle) struct RingAcross {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) cycle: Subject,
    pub(in crate::bundle) cycles: usize,
    /// Their documents, each once and in order.
    pub(in crate::bundle) documents: Vec<u32>,
}

/// A cycle that begins before the end of the previous one, which is in another document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct EarlyAcross {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) cycle: Subject,
    pub(in crate::bundle) begins: Day,
    pub(in crate::bundle) lasts_until: Day,
    /// Whether both are in one ring, so that neither is the previous one.
    pub(in crate::bundle) is_in_ring: bool,
}

/// A link to a cycle in another document, which names another one in return.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct LinksApart {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) cycle: Subject,
    /// Whether it is the link to the next cycle, and not to the previous one.
    pub(in crate::bundle) is_to_next: bool,
    /// The document of the cycle that is named.
    pub(in crate::bundle) named: u32,
}

const fn not_until(what: Dated) -> Bilingual {
    match what {
        Dated::Plan | Dated::Test => Bilingual::new("begyndte først", "did not begin"),
        Dated::CarriedOut => Bilingual::new("blev først afprøvet", "was not carried out"),
        Dated::Studied => Bilingual::new("blev først analyseret", "was not studied"),
        Dated::Decided => Bilingual::new("blev først afsluttet med en beslutning", "was not decided on"),
    }
}

impl Ramps {
    pub(super) fn record(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some(cycle) = record.downcast_ref::<PdsaCycle>() else { return };
        if let Some(known) = self.0.get_mut(cycle.id.uuid()) {
            return known.add(cycle, adding.number);
        }
        let PdsaCycle { id, previous, next, .. } = *cycle;
        let [begins, lasts_until, due] = days(cycle, adding.number);
        let place = adding.place(at);
        self.0.insert(id.uuid(), Cycle { id, previous, next, begins, lasts_until, due, place });
    }

    /// The last day of a cycle, and the words before it: until then, it had not ended.
    pub(super) fn last_of(&self, cycle: Id<PdsaCycle>) -> Option<(Bilingual, Day)> {
        let known = self.0.get(cycle.uuid())?;
        Some(match (known.lasts_until, known.due, known.begins) {
            (Some(day), ..) => (not_until(day.what), day),
            (None, Some(day), _) => (Bilingual::new("skulle først afprøves", "was not to be tested"), day),
            (None, None, Some(day)) => (Bilingual::new("blev først planlagt", "was not planned"), day),
            (None, None, None) => return None,
        })
    }

    /// When a cycle begins, and until when it lasts for certain.
    pub(super) fn days_of(&self, cycle: Uuid) -> Option<[Option<Day>; 2]> {
        self.0.get(cycle).map(|one| [one.begins, one.lasts_until])
    }

    /// Calls `then` with the cycles and their links, or with none if no link leads to another document.
    fn linked<R>(&self, then: impl FnOnce(&[Cycle], Links<'_>) -> R) -> R {
        let cycles = self.0.values();
        let leads_across = |one: &Cycle| {
            let named = one.named().into_iter().flatten();
            named.filter_map(|id| self.0.get(id.uuid())).any(|other| !other.is_beside(one))
        };
        if cycles.iter().any(leads_across) {
            link(cycles, |links| then(cycles, links))
        } else {
            then(&[], Links::default())
        }
    }

    /// The rings that lead through several documents.
    pub(in crate::bundle) fn rings(&self) -> Vec<RingAcross> {
        self.linked(|cycles, links| {
            let mut rings = Vec::new();
            each_ring(links, |ring| {
                let members = || ring.members().filter_map(|nth| cycles.get(position(nth)));
                let mut documents: Vec<u32> = members().map(|one| one.place.document).collect();
                sort_by(&mut documents, Ord::cmp);
                documents.dedup();
                let first = members().min_by_key(|one| one.id);
                if let Some(Cycle { place, id, .. }) = first.filter(|_| documents.len() > 1) {
                    let (place, cycle, cycles) = (*place, id.subject(), ring.cycles);
                    rings.push(RingAcross { place, cycle, cycles, documents });
                }
            });
            rings
        })
    }

    /// The cycles that begin before the end of the one that they name as their previous, or of the first that names them as
    /// its next.
    pub(in crate::bundle) fn early(&self) -> Vec<EarlyAcross> {
        self.linked(|cycles, links| {
            let (mut early, mut rings) = (Vec::new(), None);
            let cycle = |nth| cycles.get(position(nth));
            for (previous, nth) in links.pairs() {
                let (Some(before), Some(this)) = (cycle(previous), cycle(nth)) else { continue };
                if before.is_beside(this) {
                    continue;
                }
                if let (Some(begins), Some(lasts_until)) = (this.begins, before.lasts_until)
                    && begins.on.ends_before(lasts_until.on)
                {
                    let rings = rings.get_or_insert_with(|| Rings::find(links));
                    let is_in_ring = rings.is_one_ring(previous, nth);
                    let (place, cycle) = (this.place, this.id.subject());
                    early.push(EarlyAcross { place, cycle, begins, lasts_until, is_in_ring });
                }
            }
            early
        })
    }

    /// The links that another document contradicts. A cycle that names none in return contradicts nothing.
    pub(in crate::bundle) fn apart(&self) -> Vec<LinksApart> {
        type Direction = (bool, fn(&Node) -> Option<Nth>, fn(&Cycle) -> Option<Id<PdsaCycle>>);
        let directions: [Direction; 2] =
            [(true, |node| node.next, |one| one.previous), (false, |node| node.previous, |one| one.next)];
        self.linked(|cycles, links| {
            let mut apart = Vec::new();
            for ((_, node), this) in links.each().zip(cycles) {
                for (is_to_next, to, back) in directions {
                    let named = to(node).and_then(|nth| cycles.get(position(nth)));
                    let Some(named) = named.filter(|named| !named.is_beside(this)) else { continue };
                    // One that names itself names no other (`PDS009`).
                    if back(named).is_some_and(|id| id != this.id && id != named.id) {
                        let (place, cycle, named) = (this.place, this.id.subject(), named.place.document);
                        apart.push(LinksApart { place, cycle, is_to_next, named });
                    }
                }
            }
            apart
        })
    }
}
