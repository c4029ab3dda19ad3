//! Ramps: cycles that are linked into a series, with its branches, loops and gaps.

pub(crate) mod links;
pub(crate) mod rings;

use alloc::vec::Vec;

use uuid::Uuid;

use super::PdsaCycle;
use crate::id::Id;
use crate::sorted::sort_by_key;
use links::{Node, index_cycles};
use rings::each_component;

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
    links: Vec<[usize; 2]>,
}

impl<'c> Ramp<'c> {
    /// Finds the ramps of cycles, which stand in any order. Ramps are sorted by the lowest id of their cycles.
    ///
    /// If two cycles have the same id (`DOC001`), links lead to the first of them.
    #[must_use]
    pub fn find(cycles: impl IntoIterator<Item = &'c PdsaCycle>) -> Vec<Self> {
        let cycles: Vec<&'c PdsaCycle> = cycles.into_iter().collect();
        index_cycles(&cycles, |index| ramps_of(&cycles, index))
    }

    /// The links, each once whoever says it: a cycle, and the one that comes right after it.
    pub fn links(&self) -> impl Iterator<Item = (&'c PdsaCycle, &'c PdsaCycle)> {
        let at = |position: usize| self.cycles.get(position).copied();
        self.links.iter().filter_map(move |[from, to]| Some((at(*from)?, at(*to)?)))
    }
}

fn ramps_of<'c>(cycles: &[&'c PdsaCycle], index: &mut [(Uuid, Node)]) -> Vec<Ramp<'c>> {
    let arcs = arcs(index);
    // The search comes to each cycle before those that lead to it.
    let (mut order, mut loops): (Vec<usize>, Vec<Vec<usize>>) = (Vec::with_capacity(index.len()), Vec::new());
    each_component(index, |index, component| {
        let before = order.len();
        order.extend(component.members(index));
        if let Some(members) = order.get_mut(before..).filter(|members| members.len() > 1) {
            sort_by_key(members, |entry| core::cmp::Reverse(*entry));
            loops.push(members.iter().rev().copied().collect());
        }
    });

    // In which ramp each entry of the index is, and where. A ramp has the place of its first entry.
    let mut places: Vec<(usize, usize)> = Vec::with_capacity(index.len());
    let mut ramps: Vec<Ramp<'c>> = Vec::new();
    for root in roots(index.len(), &arcs) {
        let ramp = places.get(root).map_or(ramps.len(), |(ramp, _)| *ramp);
        if ramp == ramps.len() {
            ramps.push(Ramp {
                cycles: Vec::new(),
                loops: Vec::new(),
                branches: Vec::new(),
                missing: Vec::new(),
                links: Vec::new(),
            });
        }
        places.push((ramp, 0));
    }
    for entry in order.into_iter().rev() {
        let (Some(place), Some((_, node))) = (places.get_mut(entry), index.get(entry)) else { continue };
        let (Some(ramp), Some(cycle)) = (ramps.get_mut(place.0), cycles.get(node.cycle).copied()) else {
            continue;
        };
        place.1 = ramp.cycles.len();
        ramp.cycles.push(cycle);
        if node.leads_away {
            let links = [(cycle.previous, node.previous), (cycle.next, node.next)];
            let away = links.into_iter().filter(|(_, found)| found.is_none()).filter_map(|(id, _)| id);
            ramp.missing.extend(away.filter(|id| *id != cycle.id));
        }
    }
    for ramp in &mut ramps {
        sort_by_key(&mut ramp.missing, |id| *id);
        ramp.missing.dedup();
    }
    let place = |entry: usize| places.get(entry).copied().unwrap_or_default();
    let id = |entry: usize| own(cycles, index, entry).map(|cycle| cycle.id);
    sort_by_key(&mut loops, |members| members.first().copied());
    for members in &loops {
        let of = members.first().map_or(0, |first| place(*first).0);
        if let Some(ramp) = ramps.get_mut(of) {
            ramp.loops.push(members.iter().filter_map(|entry| id(*entry)).collect());
        }
    }
    for from_one in arcs.chunk_by(|a, b| a[0] == b[0]) {
        let Some([from, _]) = from_one.first() else { continue };
        let (of, position) = place(*from);
        let Some(ramp) = ramps.get_mut(of) else { continue };
        if from_one.len() > 1 {
            ramp.branches.extend(id(*from));
        }
        ramp.links.extend(from_one.iter().map(|[_, to]| [position, place(*to).1]));
    }
    ramps
}

/// The cycle of an entry, borrowed from the caller rather than from the list.
fn own<'c>(cycles: &[&'c PdsaCycle], index: &[(Uuid, Node)], entry: usize) -> Option<&'c PdsaCycle> {
    index.get(entry).and_then(|(_, node)| cycles.get(node.cycle)).copied()
}

/// From which entry of the index to which, each once, in order.
fn arcs(index: &[(Uuid, Node)]) -> Vec<[usize; 2]> {
    let mut arcs = Vec::with_capacity(index.len());
    for (entry, (_, node)) in index.iter().enumerate() {
        let beside = |after: &usize| index.get(*after).and_then(|(_, node)| node.beside);
        let mut next = node.next;
        // These are in order; the next one goes between them, unless it is one of them.
        for after in core::iter::successors(node.first_after, beside) {
            let between = next.take_if(|next| *next <= after).filter(|next| *next != after);
            arcs.extend(between.into_iter().chain([after]).map(|to| [entry, to]));
        }
        arcs.extend(next.map(|next| [entry, next]));
    }
    arcs
}

/// The first entry of the ramp of each one.
fn roots(entries: usize, arcs: &[[usize; 2]]) -> Vec<usize> {
    fn find(above: &mut [usize], mut entry: usize) -> usize {
        while let Some(up) = above.get(entry).copied().filter(|up| *up != entry) {
            let higher = above.get(up).copied().unwrap_or(up);
            if let Some(slot) = above.get_mut(entry) {
                *slot = higher;
            }
            entry = higher;
        }
        entry
    }
    let mut above: Vec<usize> = (0..entries).collect();
    for [from, to] in arcs {
        let (one, other) = (find(&mut above, *from), find(&mut above, *to));
        if let Some(slot) = above.get_mut(one.max(other)) {
            *slot = one.min(other);
        }
    }
    (0..entries).map(|entry| find(&mut above, entry)).collect()
}
