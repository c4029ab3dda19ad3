//! A cycle that has begun answers the three questions of the Model for Improvement.

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
        SourceRef::new(SourceDocument::RKKP_MODEL, "indledning og figur 11"),
        SourceRef::new(SourceDocument::ERANTIS_PDSA, "De tre spørgsmål i forbedringsmodellen"),
        SourceRef::new(SourceDocument::IHI, "Setting Aims; Establishing Measures; Selecting Changes"),
    ],
    title: Bilingual::new(
        "en cyklus, der er planlagt eller begyndt, har et mål, en måling og en forandring",
        "a cycle that is planned or has begun has an aim, a measure and a change",
    ),
    why: Bilingual::new(
        "Forbedringsmodellens tre spørgsmål besvares, før der afprøves; ellers er det uklart, hvad det er, der afprøves.",
        "The three questions of the Model for Improvement are answered before testing; otherwise it is unclear what is being tested.",
    ),
    remedy: Bilingual::new(
        "Henvis til målet og til en måling, og angiv, hvilken forandring der afprøves.",
        "Refer to the aim and to a measure, and state which change is tested.",
    ),
    example: Bilingual::new(
        "En prøvehandling med velkomstsamtaler, hvor det ikke fremgår, hvad den skal forbedre.",
        "A test of welcome talks, but it is not stated what it is to improve.",
    ),
    ..Rule::DERIVED
};

message! {
    Unanswered { missing: Vec<Bilingual> }
    "cyklussen er planlagt eller begyndt, men der mangler {missing:og}",
    "the cycle is planned or has begun, but this is missing: {missing:and}",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.phase() == CyclePhase::NotBegun {
        return;
    }
    let parts = [
        (cycle.aim.is_some(), Bilingual::new("et mål", "an aim")),
        (!cycle.measures.is_empty(), Bilingual::new("en måling", "a measure")),
        (is_stated(cycle.change.as_ref()), Bilingual::new("en forandring", "a change")),
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
    // A cycle that has not begun needs no answers yet.
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
            "cyklussen er planlagt eller begyndt, men der mangler et mål, en måling og en forandring",
            "the cycle is planned or has begun, but this is missing: an aim, a measure and a change",
        )],
    ),
    // A cycle with any phase has begun.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": ["00000000-0000-4000-8000-000000000003"],
            "change": "samtalen holdes den første dag",
            "act": {}
        }"#,
        &[not_met(
            "",
            "cyklussen er planlagt eller begyndt, men der mangler et mål",
            "the cycle is planned or has begun, but this is missing: an aim",
        )],
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
            "cyklussen er planlagt eller begyndt, men der mangler en måling og en forandring",
            "the cycle is planned or has begun, but this is missing: a measure and a change",
        )],
    ),
];
