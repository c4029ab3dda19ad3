//! Ramps: cycles that are linked into a series, with its branches, loops and gaps.

pub(crate) mod links;
pub(crate) mod rings;

use alloc::vec::Vec;
use core::cmp::Reverse;

use links::{Links, Nth, get, get_mut, link};
use rings::{Mark, Search};

use super::PdsaCycle;
use crate::id::Id;
use crate::sorted::{group, groups_mut, index, sort_by_key};

/// A ramp (*serie*): cycles of which each is linked to another one, by `previous`, `next` or both. A cycle without
/// links is a ramp of its own.
///
/// A draft may hold what a plan would not: branches, loops, and links to cycles that are not there. Scale, data and
/// decision are followed in [`cycles`](Self::cycles), and along [`links`](Self::links).
///
/// # Source
///
/// Several cycles in series are a ramp: [IHI](crate::rule::SourceDocument::IHI), Testing Changes;
/// [RKKP](crate::rule::SourceDocument::RKKP), Gennemfør afprøvninger i serier.
///
/// ```
/// use kvalitetsmodel::cycle::{PdsaCycle, Ramp};
/// use kvalitetsmodel::id::Id;
///
/// let [first, second, third] = [1, 2, 3].map(Id::from_u128);
/// let cycles = [
///     PdsaCycle { previous: Some(first), scale: Some(5), ..PdsaCycle::new(second) },
///     PdsaCycle { scale: Some(1), ..PdsaCycle::new(first) },
///     PdsaCycle::new(third),
/// ];
/// let ramps = Ramp::find(&cycles);
/// assert_eq!(ramps.len(), 2);
/// let scales: Vec<_> = ramps[0].cycles.iter().map(|cycle| cycle.scale).collect();
/// assert_eq!(scales, [Some(1), Some(5)]);
/// assert!(ramps[0].loops.is_empty());
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Ramp<'c> {
    /// The cycles: each after those that lead to it, and those of a loop by their ids.
    pub cycles: Vec<&'c PdsaCycle>,
    /// The loops, each once: cycles of which each leads to each, by their ids. A ramp has none; rule `IMP008` reports
    /// one that has. That a cycle names itself (`PDS009`) is no loop.
    pub loops: Vec<Vec<Id<PdsaCycle>>>,
    /// The cycles that more than one cycle comes right after.
    pub branches: Vec<Id<PdsaCycle>>,
    /// The cycles that are linked to, but are not there: gaps.
    pub missing: Vec<Id<PdsaCycle>>,
    /// From which cycle to which, by position.
    links: Vec<[u32; 2]>,
}

impl<'c> Ramp<'c> {
    /// Finds the ramps of cycles, which stand in any order. Ramps are sorted by the lowest id of their cycles.
    ///
    /// If two cycles have the same id (`DOC001`), links lead to the first of them.
    #[must_use]
    pub fn find(cycles: impl IntoIterator<Item = &'c PdsaCycle>) -> Vec<Self> {
        let cycles: Vec<&'c PdsaCycle> = cycles.into_iter().collect();
        link(&cycles, |links| {
            let (of_ramps, count) = number_ramps(links);
            let mut made = Vec::with_capacity(count);
            each_ramp(&cycles, links, &of_ramps, count, |ramp| made.push(Some(ramp)));
            let mut ramps = Vec::with_capacity(count);
            let ramp_of = |nth: Nth| get(&of_ramps, nth).copied().map(index);
            ramps.extend(links.by_id().filter_map(|nth| made.get_mut(ramp_of(nth)?)?.take()));
            ramps
        })
    }

    /// Calls `each` with the ramps in the order of the list, while their cycles are near.
    pub(super) fn each(cycles: &[&'c PdsaCycle], each: impl FnMut(Self)) {
        link(cycles, |links| {
            let (of_ramps, count) = number_ramps(links);
            each_ramp(cycles, links, &of_ramps, count, each);
        });
    }

    /// The links, each once whoever says it: a cycle, and the one that comes right after it.
    pub fn links(&self) -> impl Iterator<Item = (&'c PdsaCycle, &'c PdsaCycle)> {
        let at = |position: u32| self.cycles.get(index(position)).copied();
        self.links.iter().filter_map(move |[from, to]| Some((at(*from)?, at(*to)?)))
    }
}

/// Makes the ramps in the order of the list, in which their cycles are near to each other.
fn each_ramp<'c>(
    cycles: &[&'c PdsaCycle],
    links: Links<'_>,
    of_ramps: &[u32],
    count: usize,
    mut each: impl FnMut(Ramp<'c>),
) {
    let mut members = alloc::vec![Nth::MIN; cycles.len()];
    let of_ramps = of_ramps.iter().map(|ramp| index(*ramp));
    let ends = group(of_ramps.zip(links.each().map(|(nth, _)| nth)), count, &mut members);
    let mut marks = alloc::vec![Mark::default(); cycles.len()];
    let (search, places) = (Search::new(links, &mut marks), alloc::vec![0; cycles.len()]);
    let mut finder = Finder { cycles, links, search, places, order: Vec::new() };
    for members in groups_mut(&mut members, &ends) {
        sort_by_key(members, |nth| links.key(*nth));
        each(finder.ramp(members));
    }
}

/// For each cycle the number of its ramp, from 0 in the order of the list, and how many there are.
fn number_ramps(links: Links<'_>) -> (Vec<u32>, usize) {
    let mut count = 0_u32;
    let mut ramps: Vec<u32> = Vec::with_capacity(links.nodes.len());
    for ((nth, _), root) in links.each().zip(roots(links)) {
        // A root is the first of its ramp.
        let ramp = if root == nth { None } else { get(&ramps, root).copied() };
        ramps.push(ramp.unwrap_or(count));
        count = count.saturating_add(ramp.is_none().into());
    }
    (ramps, index(count))
}

/// Makes ramps, one after the other.
struct Finder<'c, 'l> {
    cycles: &'l [&'c PdsaCycle],
    links: Links<'l>,
    search: Search<'l>,
    /// The position of each cycle in its ramp.
    places: Vec<u32>,
    /// The cycles of the ramp that is being made, the last one first.
    order: Vec<Nth>,
}

impl<'c> Finder<'c, '_> {
    /// Makes the ramp of these cycles, which are sorted by id.
    fn ramp(&mut self, members: &[Nth]) -> Ramp<'c> {
        let (cycles, links) = (Vec::with_capacity(members.len()), Vec::with_capacity(members.len()));
        let loops = self.put_in_order(members);
        let mut ramp = Ramp { cycles, loops, branches: Vec::new(), missing: Vec::new(), links };
        for (n, nth) in (0..).zip(self.order.iter().rev()) {
            let (Some(cycle), Some(node)) = (get(self.cycles, *nth), self.links.get(*nth)) else { continue };
            if let Some(place) = get_mut(&mut self.places, *nth) {
                *place = n;
            }
            ramp.cycles.push(cycle);
            if node.leads_away {
                let links = [(cycle.previous, node.previous), (cycle.next, node.next)];
                let away = links.into_iter().filter(|(_, found)| found.is_none()).filter_map(|(id, _)| id);
                ramp.missing.extend(away.filter(|id| *id != cycle.id));
            }
        }
        sort_by_key(&mut ramp.missing, |id| *id);
        ramp.missing.dedup();
        let place = |nth| get(&self.places, nth).copied().unwrap_or_default();
        for from in members {
            let Some(node) = self.links.get(*from) else { continue };
            let links_before = ramp.links.len();
            self.links.each_after(node, |to| ramp.links.push([place(*from), place(to)]));
            if ramp.links.len() > links_before.saturating_add(1) {
                ramp.branches.push(Id::new(node.id));
            }
        }
        ramp
    }

    /// Puts the cycles of a ramp in order, the last one first, and returns the loops.
    fn put_in_order(&mut self, members: &[Nth]) -> Vec<Vec<Id<PdsaCycle>>> {
        let (links, order) = (self.links, &mut self.order);
        let mut loops: Vec<Vec<Nth>> = Vec::new();
        order.clear();
        for start in members {
            // The search comes to each cycle before those that lead to it.
            self.search.each_component(*start, |component| {
                let before = order.len();
                order.extend(component.members());
                if let Some(ring) = order.get_mut(before..).filter(|ring| ring.len() > 1) {
                    sort_by_key(ring, |nth| Reverse(links.key(*nth)));
                    loops.push(ring.iter().rev().copied().collect());
                }
            });
        }
        sort_by_key(&mut loops, |ring| ring.first().map(|first| links.key(*first)));
        let id = |nth: Nth| links.get(nth).map(|node| Id::new(node.id));
        loops.into_iter().map(|ring| ring.into_iter().filter_map(id).collect()).collect()
    }
}

/// The first cycle, in the list, of the ramp of each one.
fn roots(links: Links<'_>) -> Vec<Nth> {
    fn find(above: &mut [Nth], mut nth: Nth) -> Nth {
        while let Some(up) = get(above, nth).copied().filter(|up| *up != nth) {
            let higher = get(above, up).copied().unwrap_or(up);
            if let Some(slot) = get_mut(above, nth) {
                *slot = higher;
            }
            nth = higher;
        }
        nth
    }
    let mut above: Vec<Nth> = links.each().map(|(nth, _)| nth).collect();
    for (nth, node) in links.each() {
        for other in [node.previous, node.next].into_iter().flatten() {
            let (one, other) = (find(&mut above, nth), find(&mut above, other));
            if let Some(slot) = get_mut(&mut above, one.max(other)) {
                *slot = one.min(other);
            }
        }
    }
    links.each().map(|(nth, _)| find(&mut above, nth)).collect()
}
