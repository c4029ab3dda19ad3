//! A state assessment rests on data.

use crate::body::StateAssessmentRef;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP011,
    basis: Basis::Stated,
    requirements: &["R-007"],
    sources: &[SourceRef::agreement("1.1, Differentierede udviklingsmål")],
    title: Bilingual::new("en tilstandsvurdering bygger på data", "a state assessment rests on data"),
    why: Bilingual::new(
        "Tilgangen bygger på, at mål fastlægges ifølge en konkret og dataunderbygget tilstandsvurdering.",
        "The approach assumes that goals follow from a concrete state assessment that is supported by data.",
    ),
    remedy: Bilingual::new(
        "Henvis til de data, vurderingen bygger på, eller lav en ny vurdering på grundlag af data.",
        "Refer to the data that the assessment rests on, or make a new one with data.",
    ),
    example: Bilingual::new(
        "Tilbuddet indgår i fællesskabet på grundlag af en vurdering, der ikke bygger på data.",
        "A service takes part in the community on the basis of an assessment that does not rest on data.",
    ),
    ..Rule::DERIVED
};

message! {
    NotOnData {}
    "tilstandsvurderingen bygger ikke på data",
    "the state assessment does not rest on data",
}

pub(super) fn check(assessment: &StateAssessmentRef, at: &Path<'_>, cx: &mut Checker<'_>) {
    if assessment.data_based == Some(false) {
        cx.not_met(&at.key("dataBased"), NotOnData {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessmentRef> = &[|assessment, _| assessment.data_based = Some(false)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Not stated is not no.
    accepts(r#"{ "source": "den tværgående gennemgang", "on": "2023-H1", "showsNeed": false }"#),
    accepts(r#"{ "dataBased": true }"#),
    refuses(
        r#"{ "showsNeed": true, "dataBased": false }"#,
        &[not_met(
            "/dataBased",
            "tilstandsvurderingen bygger ikke på data",
            "the state assessment does not rest on data",
        )],
    ),
];
