//! The cycles of a community, indexed by id.

use uuid::Uuid;

use crate::community::ImprovementCommunity;
use crate::rule::{SourceDocument, SourceRef};
use crate::sorted::sorted;

/// The sources that say that cycles form series.
pub(super) const SERIES: &[SourceRef] = &[
    SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
    SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
];

/// A cycle, as the search for rings sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Visit {
    /// The position of the cycle in the list of the community.
    pub(super) cycle: usize,
    /// The number of the first search that reached the cycle; 0 if none has.
    pub(super) seen_by: usize,
}

/// Indexes the cycles by id and calls `then`, unless no cycle has a link.
pub(super) fn index_cycles(community: &ImprovementCommunity, then: impl FnOnce(&mut [(Uuid, Visit)])) {
    if community.cycles.iter().any(|cycle| cycle.next.is_some() || cycle.previous.is_some()) {
        let cycles = community.cycles.iter().enumerate();
        let entries = cycles.map(|(n, cycle)| (cycle.id.uuid(), Visit { cycle: n, seen_by: 0 }));
        sorted(|put| entries.clone().for_each(put), then);
    }
}
