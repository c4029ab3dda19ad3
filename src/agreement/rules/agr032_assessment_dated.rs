//! A state assessment says when it was made.

use crate::agreement::Participation;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR032,
    severity: Severity::Information,
    requirements: &["S-018"],
    sources: &[SourceRef::agreement("1.5"), SourceRef::agreement("1")],
    title: Bilingual::new(
        "det fremgår, hvornår en tilstandsvurdering, der henvises til, er lavet",
        "a state assessment that is referred to says when it was made",
    ),
    why: Bilingual::new(
        "En vurdering bliver ældre; uden dato er det uklart, om den stadig passer på tilbuddet.",
        "An assessment ages; without a date it is unclear whether it still fits the service.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvornår tilstandsvurderingen er lavet.",
        "Say when the state assessment was made.",
    ),
    example: Bilingual::new(
        "En henvisning til den tværgående gennemgang, uden at det fremgår, at den er fra foråret 2023.",
        "A reference to the review across services that does not say that it is from the spring of 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    NoDate {}
    "tilstandsvurderingen har ingen dato",
    "the state assessment has no date",
}

pub(super) fn check(part: &Participation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(assessment) = &part.state_assessment else { return };
    // Whether there is an assessment to refer to at all is for another rule.
    if is_stated(assessment.source.as_ref()) && assessment.on.is_none() {
        cx.not_met(&at.key("stateAssessment"), NoDate {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Participation> = &[|part, tape| {
    let assessment = part.state_assessment.get_or_insert_default();
    (assessment.source, assessment.on) = (Some(tape.said()), None);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "body": "00000000-0000-4000-8000-000000000001", "kind": "community" }"#),
    accepts(
        r#"{ "body": "00000000-0000-4000-8000-000000000001", "kind": "community", "stateAssessment": { "source": "gennemgang", "on": "2023-H1" } }"#,
    ),
    accepts(
        r#"{ "body": "00000000-0000-4000-8000-000000000001", "kind": "community", "stateAssessment": { "source": " ", "showsNeed": true } }"#,
    ),
    refuses(
        r#"{
            "body": "00000000-0000-4000-8000-000000000001", "kind": "network",
            "stateAssessment": { "source": "gennemgang i foråret 2023", "showsNeed": true }
        }"#,
        &[not_met(
            "/stateAssessment",
            "tilstandsvurderingen har ingen dato",
            "the state assessment has no date",
        )],
    ),
];
