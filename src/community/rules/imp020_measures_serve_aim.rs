//! A cycle is measured by something that serves its aim.

use uuid::Uuid;

use crate::aim::Measure;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::aim::Aim;
#[cfg(feature = "proptest")]
use crate::cycle::PdsaCycle;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP020,
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::IHI, "Setting Aims; Establishing Measures"),
        SourceRef::new(SourceDocument::RKKP_MODEL, "indledning og figur 11"),
    ],
    title: Bilingual::new(
        "en cyklus har en måling, der hører til dens mål",
        "a cycle has a measure that serves its aim",
    ),
    why: Bilingual::new(
        "Målinger, der hører til et andet mål, viser ikke, om afprøvningen har bragt målet nærmere.",
        "Measures that serve another aim do not show whether the test has brought the aim nearer.",
    ),
    remedy: Bilingual::new(
        "Ret cyklussens mål eller dens målinger, eller angiv det rigtige mål ved målingen.",
        "Correct the aim or the measures of the cycle, or state the right aim at the measure.",
    ),
    example: Bilingual::new(
        "Cyklus 1 skal sænke sygefraværet, men dens eneste måling hører til målet om onboarding.",
        "Cycle 1 is to lower sick leave, but its only measure serves the aim about onboarding.",
    ),
    requires: &[codes::IMP006],
    ..Rule::DERIVED
};

message! {
    ServesAnother { cycle: u64, measures: u64 }
    "cyklus {cycle} har {measures:måling|målinger}, men ingen, der hører til cyklussens mål",
    "cycle {cycle} has {measures:measure|measures}, but none that serves its aim",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    // A measure that states no aim may serve any.
    if community.measures.iter().all(|measure| measure.aim.is_none()) {
        return;
    }
    let measures = community.measures.iter().map(|one| (one.id.uuid(), one.aim.map(Id::uuid)));
    let aims = community.aims.iter().map(|aim| (aim.id.uuid(), None));
    let list = at.key("cycles");
    sorted(
        |put| measures.clone().chain(aims.clone()).for_each(put),
        |known| {
            for (n, cycle) in community.cycles.iter().enumerate() {
                let Some(aim) = cycle.aim.map(Id::uuid) else { continue };
                let (cycle_number, of) = (text::ordinal(n), cycle.measures.len());
                let at = list.item(n, cycle.id);
                let at = at.key("measures");
                match serve_another(&cycle.measures, aim, known) {
                    Some(true) => {
                        cx.not_met(&at, ServesAnother { cycle: cycle_number, measures: text::count(of) });
                    }
                    Some(false) => {}
                    None => cx.depends_on(&at, codes::IMP006),
                }
            }
        },
    );
}

/// Whether there are measures, and each is known to serve another aim. `None` if that aim is not in the community: it may be
/// the aim of the cycle, under a wrong id.
fn serve_another(measures: &[Id<Measure>], aim: Uuid, known: &[(Uuid, Option<Uuid>)]) -> Option<bool> {
    let mut is_known = !sorted::of(known, aim).is_empty();
    for measure in measures {
        let measure = sorted::of(known, measure.uuid());
        if measure.is_empty() || measure.iter().any(|(_, of)| of.is_none_or(|of| of == aim)) {
            return Some(false);
        }
        let mut of = measure.iter().filter_map(|(_, of)| *of);
        is_known &= of.all(|of| !sorted::of(known, of).is_empty());
    }
    if measures.is_empty() { Some(false) } else { is_known.then_some(true) }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let [aim, other, measure] = [7, 8, 9];
    community.aims.extend(
        [(aim, "færre fald"), (other, "mindre uro")]
            .map(|(n, statement)| Aim { statement: Some(statement.into()), ..Aim::new(tape.spare_id(n)) }),
    );
    let serves = Some(tape.spare_id(other));
    community.measures.push(Measure { aim: serves, ..Measure::new(tape.spare_id(measure)) });
    let (aim, measures) = (Some(tape.spare_id(aim)), [tape.spare_id(measure)].into());
    community.cycles.push(PdsaCycle { aim, measures, ..added::cycle(1, tape) });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One of two measures serves the aim; the other one is a balancing measure of another one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000004", "aim": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000005", "aim": "00000000-0000-4000-8000-000000000003" }
            ],
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "aim": "00000000-0000-4000-8000-000000000002",
                "measures": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000004"]
            }]
        }"#,
    ),
    // A measure that states no aim may serve this one, and so may the aim that a cycle does not state.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000005", "aim": "00000000-0000-4000-8000-000000000003" }
            ],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000005", "00000000-0000-4000-8000-000000000004"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007",
                    "measures": ["00000000-0000-4000-8000-000000000005"]
                },
                { "id": "00000000-0000-4000-8000-000000000008", "aim": "00000000-0000-4000-8000-000000000002" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000005", "aim": "00000000-0000-4000-8000-000000000003" }
            ],
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000006",
                "aim": "00000000-0000-4000-8000-000000000002",
                "measures": ["00000000-0000-4000-8000-000000000005"]
            }]
        }"#,
        &[not_met(
            "/cycles/0/measures",
            "cyklus 1 har 1 måling, men ingen, der hører til cyklussens mål",
            "cycle 1 has 1 measure, but none that serves its aim",
        )],
    ),
    // The aim that the measure or the cycle names is not there.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000004", "aim": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000005", "aim": "00000000-0000-4000-8000-000000000009" }
            ],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000006",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000005"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007",
                    "aim": "00000000-0000-4000-8000-000000000008",
                    "measures": ["00000000-0000-4000-8000-000000000004"]
                }
            ]
        }"#,
        &[not_evaluated("/cycles/0/measures", "IMP006"), not_evaluated("/cycles/1/measures", "IMP006")],
    ),
    // One of two measures of the cycle is not in the community, or serves an aim that is not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000005", "aim": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000006" }
            ],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000007", "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000009", "00000000-0000-4000-8000-000000000005"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000008", "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000005"]
                }
            ]
        }"#,
        &[not_met(
            "/cycles/1/measures",
            "cyklus 2 har 1 måling, men ingen, der hører til cyklussens mål",
            "cycle 2 has 1 measure, but none that serves its aim",
        )],
    ),
];
