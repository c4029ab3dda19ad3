//! A cycle that is begun answers the three questions of the Model for Improvement.

use alloc::vec::Vec;

use crate::codes;
use crate::cycle::{CyclePhase, PdsaCycle};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated, missing_of};

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS007,
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::IHI, "Setting Aims; Establishing Measures; Selecting Changes"),
        SourceRef::new(SourceDocument::RKKP, "4. Forbedringsmodellen"),
        SourceRef::new(SourceDocument::ERANTIS, "Forbedringssporet"),
    ],
    title: Bilingual::new(
        "en cyklus, der er begyndt, har et mål, en måling og en forandring",
        "a cycle that is begun has an aim, a measure and a change",
    ),
    why: Bilingual::new(
        "Forbedringsmodellens tre spørgsmål besvares, før der afprøves; ellers ved ingen, hvad prøven er en prøve på.",
        "The three questions of the Model for Improvement are answered before testing; otherwise nobody knows what is tested.",
    ),
    remedy: Bilingual::new(
        "Henvis til målet og til en måling, og skriv, hvilken forandring der afprøves.",
        "Refer to the aim and to a measure, and say which change is tested.",
    ),
    example: Bilingual::new(
        "En prøvehandling om velkomstsamtaler, der ikke nævner, hvad den skal forbedre.",
        "A test of welcome talks that does not mention what it is to improve.",
    ),
    ..Rule::DERIVED
};

message! {
    Unanswered { missing: Vec<Bilingual> }
    "cyklussen er begyndt; der mangler {missing}",
    "the cycle is begun; missing: {missing}",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.phase() == CyclePhase::NotBegun {
        return;
    }
    let parts = [
        (cycle.aim.is_some(), Bilingual::new("mål", "aim")),
        (!cycle.measures.is_empty(), Bilingual::new("måling", "measure")),
        (is_stated(cycle.change.as_ref()), Bilingual::new("forandring", "change")),
    ];
    let missing: Vec<_> = missing_of(parts).collect();
    if !missing.is_empty() {
        cx.not_met(at, Unanswered { missing });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        cycle.aim = None;
    },
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        cycle.measures.clear();
    },
    |cycle, tape| {
        add_missing_phases(cycle, tape);
        cycle.change = tape.unsaid();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // A cycle that is not begun needs no answers yet.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aim": "00000000-0000-4000-8000-000000000002",
            "measures": ["00000000-0000-4000-8000-000000000003"],
            "change": "samtalen holdes den første dag",
            "plan": {}
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "plan": {} }"#,
        &[not_met(
            "",
            "cyklussen er begyndt; der mangler mål, måling, forandring",
            "the cycle is begun; missing: aim, measure, change",
        )],
    ),
    // A cycle with any phase is begun.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": ["00000000-0000-4000-8000-000000000003"],
            "change": "samtalen holdes den første dag",
            "act": {}
        }"#,
        &[not_met("", "cyklussen er begyndt; der mangler mål", "the cycle is begun; missing: aim")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aim": "00000000-0000-4000-8000-000000000002",
            "measures": [],
            "change": " \n",
            "do": {}
        }"#,
        &[not_met(
            "",
            "cyklussen er begyndt; der mangler måling, forandring",
            "the cycle is begun; missing: measure, change",
        )],
    ),
];
