//! A state assessment does not say both that data show a need on a topic and that they do not.

use crate::assessment::StateAssessment;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::assessment::AssessedTopic, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::STA008,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment")],
    title: Bilingual::new(
        "en tilstandsvurdering siger ikke både, at data viser et behov på et emne, og at de ikke gør det",
        "a state assessment does not say both that data show a need on a topic and that they do not",
    ),
    why: Bilingual::new(
        "Vurderingen modsiger sig selv. Om tilbuddet skal indgå i et forbedringsfællesskab, og hvor ressourcerne skal hen, følger af behovet.",
        "The assessment contradicts itself. Whether the service is to be in an improvement community, and where resources go, follows from the need.",
    ),
    remedy: Bilingual::new(
        "Behold den ene vurdering, eller skriv, hvad forskellen på de to er.",
        "Keep one of the two, or say what sets them apart.",
    ),
    example: Bilingual::new(
        "Sygefravær står to gange: én gang med behov og én gang uden.",
        "Sick leave is listed twice: once with a need and once without.",
    ),
    ..Rule::DERIVED
};

message! {
    Both {}
    "emnet er vurderet to gange: den ene gang viser det et behov, den anden gang ikke",
    "the topic is assessed twice: once it shows a need, and once it does not",
}

/// Reported where a topic differs from the first one with the same name. Neither case nor the amount of white space counts.
pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let said = assessment
        .topics
        .iter()
        .enumerate()
        .filter_map(|(n, one)| Some((Folded::stated(one.topic.as_ref())?, n, one.shows_need?)));
    let list = at.key("topics");
    sorted::each_other_answer(&said, |n| cx.not_met(&list.index(n), Both {}));
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> = &[|assessment, tape| {
    let Some(first) = assessment.topics.first_mut() else { return };
    let mut other = AssessedTopic { topic: Some("sygefravær".into()), ..first.clone() };
    // The need is answered, and nothing else.
    (other.shows_need, other.resources) = (Some(true), [tape.said()].into());
    *first = AssessedTopic { shows_need: Some(false), resources: [].into(), ..other.clone() };
    assessment.topics.insert(1, other);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topics": [
                { "topic": "sygefravær", "showsNeed": true }, { "topic": "sygefravær", "showsNeed": true },
                { "topic": "sygefravær" }, { "topic": "onboarding", "showsNeed": false },
                { "topic": " ", "showsNeed": true }, { "topic": " ", "showsNeed": false }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "topics": [
                { "topic": "sygefravær", "showsNeed": false }, { "topic": "sygefravær " },
                { "topic": " Sygefravær", "showsNeed": true }
            ]
        }"#,
        &[not_met(
            "/topics/2",
            "emnet er vurderet to gange: den ene gang viser det et behov, den anden gang ikke",
            "the topic is assessed twice: once it shows a need, and once it does not",
        )],
    ),
];
