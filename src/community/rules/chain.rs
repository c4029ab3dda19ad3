//! The links between the cycles of a community make series.

use uuid::Uuid;

use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::id::{Id, Subject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::sorted::{self, sorted};
use crate::text::Bilingual;
use crate::{Lang, codes};

const SERIES: &[SourceRef] = &[
    SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
    SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
];

facts! {
    /// The links of two cycles contradict each other.
    struct LinksDiffer {
        /// The cycle that is named.
        named / "named": Subject,
        /// The cycle that the named one refers to.
        instead / "instead": Subject,
        /// Whether it is named as the next or the previous one.
        as_next / "as": Bilingual,
        /// The link with which it should refer back.
        back / "back": Bilingual,
    }
    message |facts, lang, f| {
        let (named, instead) = (facts.named.id, facts.instead.id);
        let (as_next, back) = (facts.as_next.in_lang(lang), facts.back.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "{named} er nævnt som den {as_next} cyklus, men har selv {instead} som den {back}"),
            Lang::En => write!(f, "{named} is named as the {as_next} cycle, but has {instead} as its {back} one"),
        }
    }
}

const NEXT: Bilingual = Bilingual::new("næste", "next");
const PREVIOUS: Bilingual = Bilingual::new("forrige", "previous");

pub(crate) static LINKS_AGREE: Rule = Rule {
    code: codes::IMP007,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-180"],
    sources: SERIES,
    title: Bilingual::new(
        "to cyklusser siger det samme om deres rækkefølge",
        "two cycles say the same of their order",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: serien kan læses på to måder.",
        "The document contradicts itself: the series can be read in two ways.",
    ),
    remedy: Bilingual::new("Ret den henvisning, der er forkert.", "Correct the link that is wrong."),
    example: Bilingual::new(
        "Cyklus 1 har cyklus 2 som den næste, men cyklus 2 har cyklus 3 som den forrige.",
        "Cycle 1 has cycle 2 as its next, but cycle 2 has cycle 3 as its previous.",
    ),
    implies: &[],
    requires: &[],
};

/// A cycle, as the search for rings sees it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
struct Visit {
    /// The position of the cycle in the list of the community.
    cycle: usize,
    /// The number of the first search that reached the cycle; 0 if none has.
    seen_by: usize,
}

/// Indexes the cycles by id and calls `then`, unless no cycle has a link.
fn index_cycles(community: &ImprovementCommunity, then: impl FnOnce(&mut [(Uuid, Visit)])) {
    if community.cycles.iter().any(|cycle| cycle.next.is_some() || cycle.previous.is_some()) {
        let cycles = community.cycles.iter().enumerate();
        let entries = cycles.map(|(n, cycle)| (cycle.id.uuid(), Visit { cycle: n, seen_by: 0 }));
        sorted(|put| entries.clone().for_each(put), then);
    }
}

fn cycle_by_id<'c>(
    community: &'c ImprovementCommunity,
    index: &[(Uuid, Visit)],
    id: Id<PdsaCycle>,
) -> Option<&'c PdsaCycle> {
    let (_, visit) = sorted::of(index, id.uuid()).last()?;
    community.cycles.get(visit.cycle)
}

pub(crate) fn links_agree(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    index_cycles(community, |index| {
        for (n, this) in community.cycles.iter().enumerate() {
            let at = list.item(n, this.id);
            let other =
                |id: Option<Id<PdsaCycle>>| cycle_by_id(community, index, id.filter(|id| *id != this.id)?);
            if let Some(next) = other(this.next)
                && let Some(instead) = next.previous.filter(|previous| *previous != this.id)
            {
                let (named, instead) = (next.id.subject(), instead.subject());
                cx.not_met(&at.key("next"), LinksDiffer { named, instead, as_next: NEXT, back: PREVIOUS });
            }
            if let Some(previous) = other(this.previous)
                && let Some(instead) = previous.next.filter(|next| *next != this.id)
            {
                let (named, instead) = (previous.id.subject(), instead.subject());
                cx.not_met(
                    &at.key("previous"),
                    LinksDiffer { named, instead, as_next: PREVIOUS, back: NEXT },
                );
            }
        }
    });
}

facts! {
    /// The links form a ring.
    struct Ring {
        /// How many cycles are in it.
        cycles / "cycles": u64,
    }
    message |facts, lang, f| {
        let n = facts.cycles;
        match lang {
            Lang::Da => write!(f, "{n} cyklusser har hinanden som den næste, så at serien går i ring"),
            Lang::En => write!(f, "{n} cycles have each other as the next one, so that the series goes in a ring"),
        }
    }
}

pub(crate) static NO_RING: Rule = Rule {
    code: codes::IMP008,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-180"],
    sources: SERIES,
    title: Bilingual::new("en serie af cyklusser har en begyndelse", "a series of cycles has a beginning"),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: ingen cyklus kan komme efter den, den selv førte til.",
        "The document contradicts itself: no cycle can come after the one that it led to.",
    ),
    remedy: Bilingual::new("Fjern den henvisning, der fører tilbage.", "Remove the link that leads back."),
    example: Bilingual::new(
        "Cyklus 1 fører til 2, 2 til 3 og 3 til 1.",
        "Cycle 1 leads to 2, 2 to 3 and 3 to 1.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn no_ring(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    index_cycles(community, |index| {
        for start in 0..index.len() {
            if let Some(entry) = find_new_ring(community, index, start) {
                let (cycles, first) = measure_ring(community, index, entry);
                let first = index.get(first).map_or(0, |(_, visit)| visit.cycle);
                if let Some(cycle) = community.cycles.get(first).filter(|_| cycles > 1) {
                    cx.not_met(&list.item(first, cycle.id).key("next"), Ring { cycles });
                }
            }
        }
    });
}

/// Follows the link of an entry of the index to the next cycle. Returns the position of its entry.
fn follow_next(community: &ImprovementCommunity, index: &[(Uuid, Visit)], entry: usize) -> Option<usize> {
    let (_, visit) = index.get(entry)?;
    let next = community.cycles.get(visit.cycle)?.next?.uuid();
    let last = index.partition_point(|(id, _)| *id <= next).checked_sub(1)?;
    index.get(last).filter(|(id, _)| *id == next).map(|_| last)
}

/// Follows the links from `start` and marks what it visits. Returns an entry of the ring that the links lead
/// into, unless an earlier search reached that ring.
fn find_new_ring(
    community: &ImprovementCommunity,
    index: &mut [(Uuid, Visit)],
    start: usize,
) -> Option<usize> {
    let search = start.saturating_add(1);
    let mut entry = start;
    loop {
        let (_, visit) = index.get_mut(entry)?;
        if visit.seen_by != 0 {
            return (visit.seen_by == search).then_some(entry);
        }
        visit.seen_by = search;
        entry = follow_next(community, index, entry)?;
    }
}

/// The number of cycles in the ring of `entry`, and its first entry in the order of ids.
fn measure_ring(community: &ImprovementCommunity, index: &[(Uuid, Visit)], entry: usize) -> (u64, usize) {
    let (mut cycles, mut first) = (1_u64, entry);
    let mut following = follow_next(community, index, entry);
    while let Some(other) = following.filter(|other| *other != entry) {
        cycles = cycles.saturating_add(1);
        first = first.min(other);
        following = follow_next(community, index, other);
    }
    (cycles, first)
}
