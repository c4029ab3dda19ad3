//! What the cycles of a community name, the community knows.

use uuid::Uuid;

use crate::community::ImprovementCommunity;
use crate::id::{Id, Identified, Subject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::sorted::sorted;
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// A cycle names something that the community does not have.
    struct Unknown {
        /// What it names.
        named / "named": Subject,
        /// The word for that kind of thing.
        kind / "kind": Bilingual,
    }
    message |facts, lang, f| {
        let (kind, id) = (facts.kind.in_lang(lang), facts.named.id);
        match lang {
            Lang::Da => write!(f, "cyklussen henviser til {kind} {id}, som fællesskabet ikke har"),
            Lang::En => write!(f, "the cycle refers to {kind} {id}, which the community does not have"),
        }
    }
}

pub(crate) static KNOWN: Rule = Rule {
    code: codes::IMP006,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-176", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::IHI, "Setting Aims; Establishing Measures"),
    ],
    title: Bilingual::new(
        "mål, målinger og cyklusser, som en cyklus henviser til, findes i fællesskabet",
        "the aims, measures and cycles that a cycle refers to are those of the community",
    ),
    why: Bilingual::new(
        "En henvisning, der ikke fører nogen steder hen, bryder kæden fra mål til beslutning.",
        "A reference that leads nowhere breaks the chain from aim to decision.",
    ),
    remedy: Bilingual::new(
        "Tilføj det, der henvises til, eller ret henvisningen.",
        "Add what is referred to, or correct the reference.",
    ),
    example: Bilingual::new(
        "Et mål er slettet, og to cyklusser henviser stadig til det.",
        "An aim was deleted, and two cycles still refer to it.",
    ),
    implies: &[],
    requires: &[],
};

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Kind {
    #[default]
    Aim,
    Measure,
    Cycle,
}

impl Kind {
    const fn label(self) -> Bilingual {
        match self {
            Self::Aim => Bilingual::new("målet", "the aim"),
            Self::Measure => Bilingual::new("målingen", "the measure"),
            Self::Cycle => Bilingual::new("cyklussen", "the cycle"),
        }
    }
}

pub(crate) fn known(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.cycles.is_empty() {
        return;
    }
    let aims = community.aims.iter().map(|aim| (aim.id.uuid(), Kind::Aim));
    let measures = community.measures.iter().map(|measure| (measure.id.uuid(), Kind::Measure));
    let cycles = community.cycles.iter().map(|cycle| (cycle.id.uuid(), Kind::Cycle));
    let list = at.key("cycles");
    let entries = aims.chain(measures).chain(cycles);
    sorted(
        |put| entries.clone().for_each(put),
        |known| {
            let known: &[(Uuid, Kind)] = known;
            for (n, cycle) in community.cycles.iter().enumerate() {
                let at = list.item(n, cycle.id);
                look_up(cycle.aim, Kind::Aim, known, &at.key("aim"), cx);
                let measures = at.key("measures");
                for (n, measure) in cycle.measures.iter().enumerate() {
                    look_up(Some(*measure), Kind::Measure, known, &measures.index(n), cx);
                }
                look_up(cycle.previous, Kind::Cycle, known, &at.key("previous"), cx);
                look_up(cycle.next, Kind::Cycle, known, &at.key("next"), cx);
            }
        },
    );
}

fn look_up(
    named: Option<Id<impl Identified>>,
    kind: Kind,
    known: &[(Uuid, Kind)],
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if let Some(named) = named
        && known.binary_search(&(named.uuid(), kind)).is_err()
    {
        cx.not_met(at, Unknown { named: named.subject(), kind: kind.label() });
    }
}
