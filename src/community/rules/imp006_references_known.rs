//! What the cycles of a community refer to, the community has.

use uuid::Uuid;

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::id::{Id, Identified, Subject};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP006,
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
    ..Rule::DERIVED
};

message! {
    Unknown { named: Subject, kind: Bilingual }
    "cyklussen henviser til {kind} {named}, som fællesskabet ikke har",
    "the cycle refers to {kind} {named}, which the community does not have",
}

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

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
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

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let aim = Some(tape.spare_id(9));
        community.cycles.push(PdsaCycle { aim, ..added::cycle(1, tape) });
    },
    |community, tape| {
        let measures = [tape.spare_id(9)].into();
        community.cycles.push(PdsaCycle { measures, ..added::cycle(1, tape) });
    },
    |community, tape| {
        let previous = Some(tape.spare_id(9));
        community.cycles.push(PdsaCycle { previous, ..added::cycle(1, tape) });
    },
    |community, tape| {
        let next = Some(tape.spare_id(9));
        community.cycles.push(PdsaCycle { next, ..added::cycle(1, tape) });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000003" }],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000003"],
                    "next": "00000000-0000-4000-8000-000000000005"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000003"],
                    "previous": "00000000-0000-4000-8000-000000000004"
                },
                { "id": "00000000-0000-4000-8000-000000000006" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000003"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "previous": "00000000-0000-4000-8000-000000000006",
                    "next": "00000000-0000-4000-8000-000000000007"
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/0/aim",
                "cyklussen henviser til målet 00000000-0000-4000-8000-000000000002, som fællesskabet ikke \
                 har",
                "the cycle refers to the aim 00000000-0000-4000-8000-000000000002, which the community \
                 does not have",
            ),
            not_met(
                "/cycles/0/measures/0",
                "cyklussen henviser til målingen 00000000-0000-4000-8000-000000000003, som fællesskabet \
                 ikke har",
                "the cycle refers to the measure 00000000-0000-4000-8000-000000000003, which the \
                 community does not have",
            ),
            not_met(
                "/cycles/1/previous",
                "cyklussen henviser til cyklussen 00000000-0000-4000-8000-000000000006, som fællesskabet \
                 ikke har",
                "the cycle refers to the cycle 00000000-0000-4000-8000-000000000006, which the community \
                 does not have",
            ),
            not_met(
                "/cycles/1/next",
                "cyklussen henviser til cyklussen 00000000-0000-4000-8000-000000000007, som fællesskabet \
                 ikke har",
                "the cycle refers to the cycle 00000000-0000-4000-8000-000000000007, which the community \
                 does not have",
            ),
        ],
    ),
    // An aim is no measure, and a measure no aim.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000003" }],
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000004",
                "aim": "00000000-0000-4000-8000-000000000003",
                "measures": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000002"]
            }]
        }"#,
        &[
            not_met(
                "/cycles/0/aim",
                "cyklussen henviser til målet 00000000-0000-4000-8000-000000000003, som fællesskabet ikke \
                 har",
                "the cycle refers to the aim 00000000-0000-4000-8000-000000000003, which the community \
                 does not have",
            ),
            not_met(
                "/cycles/0/measures/1",
                "cyklussen henviser til målingen 00000000-0000-4000-8000-000000000002, som fællesskabet \
                 ikke har",
                "the cycle refers to the measure 00000000-0000-4000-8000-000000000002, which the \
                 community does not have",
            ),
        ],
    ),
];
