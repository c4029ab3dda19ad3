//! Ramps: cycles that are linked into a series, with its branches, loops and gaps.

pub(crate) mod links;
pub(crate) mod rings;

use alloc::vec::Vec;
use core::cmp::Reverse;

use links::{Links, Nth, get, get_mut, link};
use rings::{Mark, Search};

use super::PdsaCycle;
use crate::id::Id;
use crate::sorted::{group, groups_mut, index, sort_by_key, taken};

/// A ramp (*serie*): cycles of which each is linked to another one, by `previous`, `next` or both. A cycle without
/// links is a ramp of its own.
///
/// A draft may hold what a plan would not: branches, loops, and links to cycles that are not there. Scale, data and
/// decision are followed in [`cycles`](Self::cycles), and along [`links`](Self::links).
///
/// # Source
///
/// Several cycles in series are a ramp: [IHI](http://www.ihi.org/knowledge/Pages/HowtoImprove/ScienceofImprovementHowtoImprove.aspx), Testing Changes;
/// [RKKP](https://www.rkkp.dk/resultater/kvalitetshandbog/4-forbedringsmodellen-til-kvalitetsforbedring/44-afprov-andring-til-forbedring-af-kvalitet/), Gennemfør afprøvninger i serier.
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
    /// Finds the ramps of cycles, which can be in any order. Ramps are sorted by the lowest id of their cycles.
    ///
    /// If two cycles have the same id (`DOC001`), links lead to the first of them.
    #[must_use]
    pub fn find(cycles: impl IntoIterator<Item = &'c PdsaCycle>) -> Vec<Self> {
        let cycles: Vec<&'c PdsaCycle> = cycles.into_iter().collect();
        link(&cycles, |links| {
            let (mut ramps, mut order) = (Vec::new(), Vec::new());
            each_ramp(links, |found| {
                order.push((found.members.first().map(|lowest| links.key(*lowest)), order.len()));
                ramps.push(Self::of(found, &cycles, links));
            });
            order.sort_unstable();
            taken(ramps, order.into_iter().map(|(_, place)| place))
        })
    }

    fn of(found: &Found<'_>, cycles: &[&'c PdsaCycle], links: Links<'_>) -> Self {
        let cycle = |nth: &Nth| get(cycles, *nth).copied();
        let in_ring = |ring: &Vec<Nth>| ring.iter().filter_map(|nth| links.id(*nth)).collect();
        let mut ramp = Self {
            cycles: Vec::with_capacity(found.order.len()),
            loops: found.loops.iter().map(in_ring).collect(),
            branches: Vec::new(),
            missing: Vec::new(),
            links: found.links.to_vec(),
        };
        ramp.cycles.extend(found.order.iter().filter_map(cycle));
        for from_one in found.links.chunk_by(|[from, _], [other, _]| from == other) {
            let from = from_one.first().filter(|_| from_one.len() > 1).map(|[from, _]| index(*from));
            ramp.branches.extend(from.and_then(|from| ramp.cycles.get(from)).map(|cycle| cycle.id));
        }
        if found.leads_away {
            for nth in found.members {
                let (Some(cycle), Some(node)) = (cycle(nth), links.get(*nth)) else { continue };
                let named = [(cycle.previous, node.previous), (cycle.next, node.next)];
                let away = named.into_iter().filter(|(_, found)| found.is_none()).filter_map(|(id, _)| id);
                ramp.missing.extend(away.filter(|id| *id != cycle.id));
            }
            sort_by_key(&mut ramp.missing, |id| *id);
            ramp.missing.dedup();
        }
        ramp
    }

    /// The links, each once whoever says it: a cycle, and the one that comes right after it.
    pub fn links(&self) -> impl Iterator<Item = (&'c PdsaCycle, &'c PdsaCycle)> {
        let at = |position: u32| self.cycles.get(index(position)).copied();
        self.links.iter().filter_map(move |[from, to]| Some((at(*from)?, at(*to)?)))
    }
}

/// A ramp by the numbers of its cycles, as the search finds it.
pub(super) struct Found<'f> {
    /// The cycles by their ids.
    pub(super) members: &'f [Nth],
    /// The cycles: each after those that lead to it, and those of a loop by their ids.
    pub(super) order: &'f [Nth],
    /// The loops, each once.
    pub(super) loops: &'f [Vec<Nth>],
    /// From which cycle to which, by position in the order; all links from one cycle are adjacent.
    pub(super) links: &'f [[u32; 2]],
    /// Whether a cycle has a link to one that is not there.
    pub(super) leads_away: bool,
}

/// Calls `each` with the ramps in the order of the list, in which their cycles are near to each other.
pub(super) fn each_ramp(links: Links<'_>, mut each: impl FnMut(&Found<'_>)) {
    let (of_ramps, count) = number_ramps(links);
    let mut members = alloc::vec![Nth::MIN; of_ramps.len()];
    let of_ramps = of_ramps.iter().map(|ramp| index(*ramp));
    let ends = group(of_ramps.zip(links.each().map(|(nth, _)| nth)), count, &mut members);
    let mut marks = alloc::vec![Mark::default(); members.len()];
    let places = alloc::vec![0; members.len()];
    let mut finder = Finder {
        links,
        search: Search::new(links, &mut marks),
        places,
        order: Vec::new(),
        loops: Vec::new(),
        followed: Vec::new(),
    };
    for members in groups_mut(&mut members, &ends) {
        sort_by_key(members, |nth| links.key(*nth));
        each(&finder.find(members));
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

/// Finds ramps, one after the other.
struct Finder<'l> {
    links: Links<'l>,
    search: Search<'l>,
    /// The position of each cycle in its ramp.
    places: Vec<u32>,
    /// The ramp that is looked at: its cycles in order, its loops, and its links.
    order: Vec<Nth>,
    loops: Vec<Vec<Nth>>,
    followed: Vec<[u32; 2]>,
}

impl Finder<'_> {
    /// Finds the ramp of these cycles, which are sorted by id.
    fn find<'f>(&'f mut self, members: &'f [Nth]) -> Found<'f> {
        self.put_in_order(members);
        let Self { links, places, order, followed, .. } = self;
        for (n, nth) in (0..).zip(order.iter()) {
            if let Some(place) = get_mut(places, *nth) {
                *place = n;
            }
        }
        let place = |nth| get(places, nth).copied().unwrap_or_default();
        let mut leads_away = false;
        followed.clear();
        for from in members {
            let Some(node) = links.get(*from) else { continue };
            leads_away |= node.leads_away;
            links.each_after(node, |to| followed.push([place(*from), place(to)]));
        }
        Found { members, order: &self.order, loops: &self.loops, links: &self.followed, leads_away }
    }

    /// Puts the cycles of a ramp in order, and finds its loops.
    fn put_in_order(&mut self, members: &[Nth]) {
        let Self { links, search, order, loops, .. } = self;
        order.clear();
        loops.clear();
        for start in members {
            // The search comes to each cycle before those that lead to it.
            search.each_component(*start, |component| {
                let before = order.len();
                order.extend(component.members());
                if let Some(ring) = order.get_mut(before..).filter(|ring| ring.len() > 1) {
                    sort_by_key(ring, |nth| Reverse(links.key(*nth)));
                    loops.push(ring.iter().rev().copied().collect());
                }
            });
        }
        order.reverse();
        sort_by_key(loops, |ring| ring.first().map(|first| links.key(*first)));
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
