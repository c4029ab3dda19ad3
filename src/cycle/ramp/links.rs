//! A list of cycles, indexed by id, and the links between them.

use core::borrow::Borrow;

use uuid::Uuid;

use crate::cycle::PdsaCycle;
use crate::id::Id;
use crate::sorted::{Spans, sorted};
use crate::text;

/// A cycle and its links. Other cycles are given by their position in the index.
///
/// A link to itself (PDS009) and one to a cycle that the list does not have (IMP006) is none here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Node {
    /// The position of the cycle in the list.
    pub(crate) cycle: usize,
    /// The cycle that this one names as its next.
    pub(crate) next: Option<usize>,
    /// The cycle that this one names as its previous.
    pub(crate) previous: Option<usize>,
    /// The first cycle that names this one as its next.
    pub(crate) first_before: Option<usize>,
    /// The first cycle that names this one as its previous.
    pub(crate) first_after: Option<usize>,
    /// The following cycle that names the same previous one as this cycle.
    pub(crate) beside: Option<usize>,
    /// Whether it has a link to a cycle that the list does not have.
    pub(super) leads_away: bool,
    /// What the search for rings knows.
    pub(crate) search: super::rings::Mark,
}

/// The cycles that another cycle names as its previous one, once for each that does.
pub(crate) fn followed(cycles: &[PdsaCycle]) -> impl Iterator<Item = Id<PdsaCycle>> {
    cycles.iter().filter_map(|cycle| cycle.previous.filter(|id| *id != cycle.id))
}

/// Indexes the cycles by id, links them and calls `then`, unless no cycle has a link.
pub(crate) fn link_cycles(cycles: &[PdsaCycle], then: impl FnOnce(&mut [(Uuid, Node)])) {
    if cycles.iter().any(|cycle| cycle.next.is_some() || cycle.previous.is_some()) {
        index_cycles(cycles, then);
    }
}

/// Indexes the cycles by id, links them and calls `then`.
pub(super) fn index_cycles<C: Borrow<PdsaCycle>, R>(
    cycles: &[C],
    then: impl FnOnce(&mut [(Uuid, Node)]) -> R,
) -> R {
    let entry = |(n, cycle): (usize, &C)| (cycle.borrow().id.uuid(), Node { cycle: n, ..Node::default() });
    sorted(
        |put| cycles.iter().enumerate().map(entry).for_each(put),
        |index| {
            let spans = Spans::new(index);
            (0..index.len()).rev().for_each(|entry| link(cycles, index, &spans, entry));
            then(index)
        },
    )
}

/// Enters the links of one cycle. Called from the last cycle to the first, so that lists begin with the first.
fn link<C: Borrow<PdsaCycle>>(cycles: &[C], index: &mut [(Uuid, Node)], spans: &Spans, entry: usize) {
    let Some(cycle) = cycle_at(cycles, index, entry) else { return };
    let links = [cycle.previous, cycle.next].map(|id| id.filter(|id| *id != cycle.id));
    let found = links.map(|id| spans.position_of(index, id?.uuid()));
    let leads_away = links.iter().flatten().count() > found.iter().flatten().count();
    let [previous, next] = found;
    if let Some(next) = node_at(index, next) {
        next.first_before = Some(entry);
    }
    let beside = node_at(index, previous).and_then(|previous| previous.first_after.replace(entry));
    if let Some(this) = node_at(index, Some(entry)) {
        *this = Node { next, previous, beside, leads_away, ..*this };
    }
}

fn node_at(index: &mut [(Uuid, Node)], entry: Option<usize>) -> Option<&mut Node> {
    index.get_mut(entry?).map(|(_, node)| node)
}

/// The cycle at a position in the index.
pub(crate) fn cycle_at<'c, C: Borrow<PdsaCycle>>(
    cycles: &'c [C],
    index: &[(Uuid, Node)],
    entry: usize,
) -> Option<&'c PdsaCycle> {
    index.get(entry).and_then(|(_, node)| cycles.get(node.cycle)).map(Borrow::borrow)
}

/// The number of a cycle in the list as people count, from 1.
pub(crate) fn number_of(index: &[(Uuid, Node)], entry: usize) -> u64 {
    index.get(entry).map_or(0, |(_, node)| text::count(node.cycle).saturating_add(1))
}
