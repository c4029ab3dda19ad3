//! The links between the cycles of a community make series.

use uuid::Uuid;

use crate::id::{CycleId, Subject, TypedId as _};
use crate::improvement::{ImprovementCommunity, PdsaCycle};
use crate::report::{Checking, Path};
use crate::rule::{Basis, Rule, RuleCode, Severity, SourceDocument, SourceRef, facts};
use crate::sorted::{self, sorted};
use crate::text::{Bilingual, Lang};

const SERIES: &[SourceRef] = &[
    SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
    SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
];

facts! {
    /// Two cycles say different things of each other.
    struct LinksDiffer {
        /// The cycle that is named.
        named / "named": Subject,
        /// The cycle that it names itself.
        instead / "instead": Subject,
        /// Is it named as the next one?
        as_next / "as": Bilingual,
        /// As what it should name this one.
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
    code: RuleCode::literal("IMP007"),
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

/// The cycles by id, each with its place in the list and, while going round, a mark.
type Series = [(Uuid, (usize, usize))];

fn with_series(community: &ImprovementCommunity, then: impl FnOnce(&mut Series)) {
    if community.cycles.iter().any(|cycle| cycle.next.is_some() || cycle.previous.is_some()) {
        let cycles = community.cycles.iter().enumerate();
        let entries = cycles.map(|(n, cycle)| (cycle.id.uuid(), (n, 0)));
        sorted(|put| entries.clone().for_each(put), then);
    }
}

fn cycle<'c>(community: &'c ImprovementCommunity, series: &Series, id: CycleId) -> Option<&'c PdsaCycle> {
    let (_, (n, _)) = sorted::of(series, id.uuid()).last()?;
    community.cycles.get(*n)
}

pub(crate) fn links_agree(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checking<'_>) {
    let list = at.key("cycles");
    with_series(community, |series| {
        for (n, this) in community.cycles.iter().enumerate() {
            let at = list.item(n, this.id);
            let other = |id: Option<CycleId>| cycle(community, series, id.filter(|id| *id != this.id)?);
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
    /// The links go round in a ring.
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
    code: RuleCode::literal("IMP008"),
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

pub(crate) fn no_ring(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checking<'_>) {
    let list = at.key("cycles");
    with_series(community, |series| {
        for start in 0..series.len() {
            if let Some(entry) = enter_ring(community, series, start) {
                let (cycles, first) = go_round(community, series, entry);
                let first = series.get(first).map_or(0, |(_, (n, _))| *n);
                if let Some(cycle) = community.cycles.get(first).filter(|_| cycles > 1) {
                    cx.not_met(&list.item(first, cycle.id).key("next"), Ring { cycles });
                }
            }
        }
    });
}

fn next(community: &ImprovementCommunity, series: &Series, place: usize) -> Option<usize> {
    let (_, (n, _)) = series.get(place)?;
    let next = community.cycles.get(*n)?.next?.uuid();
    let place = series.partition_point(|(id, _)| *id <= next).checked_sub(1)?;
    series.get(place).filter(|(id, _)| *id == next).map(|_| place)
}

/// Goes on from `start`, marking the way; gives a place in the ring that it ends in, if it has not been
/// there on an earlier way.
fn enter_ring(community: &ImprovementCommunity, series: &mut Series, start: usize) -> Option<usize> {
    let mark = start.saturating_add(1);
    let mut place = start;
    loop {
        let (_, (_, seen)) = series.get_mut(place)?;
        if *seen != 0 {
            return (*seen == mark).then_some(place);
        }
        *seen = mark;
        place = next(community, series, place)?;
    }
}

/// Goes once round: how many cycles there are, and the first of them in the order of ids.
fn go_round(community: &ImprovementCommunity, series: &Series, entry: usize) -> (u64, usize) {
    let (mut cycles, mut first, mut place) = (1, entry, next(community, series, entry));
    while let Some(here) = place.filter(|here| *here != entry) {
        cycles = u64::saturating_add(cycles, 1);
        first = first.min(here);
        place = next(community, series, here);
    }
    (cycles, first)
}
