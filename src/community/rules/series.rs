//! The cycles of a community, indexed by id, and their links.

use uuid::Uuid;

use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::id::Id;
use crate::sorted::sorted;
use crate::text;

/// A cycle and its links. Other cycles are given by their position in the index.
///
/// A link to itself (PDS009) and one to a cycle that the community does not have (IMP006) is none here.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Node {
    /// The position of the cycle in the list of the community.
    pub(super) cycle: usize,
    /// The cycle that this one names as its next.
    pub(super) next: Option<usize>,
    /// The cycle that this one names as its previous.
    pub(super) previous: Option<usize>,
    /// The first cycle that names this one as its next.
    pub(super) first_before: Option<usize>,
    /// The first cycle that names this one as its previous.
    pub(super) first_after: Option<usize>,
    /// The following cycle that names the same previous one as this cycle.
    pub(super) beside: Option<usize>,
    /// What the search for rings knows.
    pub(super) search: super::rings::Mark,
}

/// Indexes the cycles by id, links them and calls `then`, unless no cycle has a link.
pub(super) fn link_cycles(community: &ImprovementCommunity, then: impl FnOnce(&mut [(Uuid, Node)])) {
    if community.cycles.iter().any(|cycle| cycle.next.is_some() || cycle.previous.is_some()) {
        let cycles = community.cycles.iter().enumerate();
        let entries = cycles.map(|(n, cycle)| (cycle.id.uuid(), Node { cycle: n, ..Node::default() }));
        sorted(
            |put| entries.clone().for_each(put),
            |index| {
                (0..index.len()).rev().for_each(|entry| link(community, index, entry));
                then(index);
            },
        );
    }
}

/// Enters the links of one cycle. Called from the last cycle to the first, so that lists begin with the first.
fn link(community: &ImprovementCommunity, index: &mut [(Uuid, Node)], entry: usize) {
    let Some(cycle) = cycle_at(community, index, entry) else { return };
    let other = |id: Option<Id<PdsaCycle>>| position_of(index, id.filter(|id| *id != cycle.id)?);
    let (previous, next) = (other(cycle.previous), other(cycle.next));
    if let Some(next) = node_at(index, next) {
        next.first_before = Some(entry);
    }
    let beside = node_at(index, previous).and_then(|previous| previous.first_after.replace(entry));
    if let Some(this) = node_at(index, Some(entry)) {
        *this = Node { next, previous, beside, ..*this };
    }
}

fn node_at(index: &mut [(Uuid, Node)], entry: Option<usize>) -> Option<&mut Node> {
    index.get_mut(entry?).map(|(_, node)| node)
}

/// The position of a cycle in the index.
fn position_of(index: &[(Uuid, Node)], id: Id<PdsaCycle>) -> Option<usize> {
    let at = index.partition_point(|(other, _)| *other < id.uuid());
    index.get(at).filter(|(other, _)| *other == id.uuid()).map(|_| at)
}

/// The cycle at a position in the index.
pub(super) fn cycle_at<'c>(
    community: &'c ImprovementCommunity,
    index: &[(Uuid, Node)],
    entry: usize,
) -> Option<&'c PdsaCycle> {
    index.get(entry).and_then(|(_, node)| community.cycles.get(node.cycle))
}

/// The number of a cycle in the list of the community as people count, from 1.
pub(super) fn number_of(index: &[(Uuid, Node)], entry: usize) -> u64 {
    index.get(entry).map_or(0, |(_, node)| text::count(node.cycle).saturating_add(1))
}
