//! A state assessment does not say both that a topic shows a need and that it does not.

use crate::assessment::{AssessedTopic, StateAssessment};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, Text};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA008,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "stateAssessment"),
        SourceRef::agreement("1.1"),
    ],
    title: Bilingual::new(
        "en tilstandsvurdering siger ikke både, at et emne viser et behov, og at det ikke gør",
        "a state assessment does not say both that a topic shows a need and that it does not",
    ),
    why: Bilingual::new(
        "Om tilbuddet skal indgå i et fællesskab, og hvor ressourcerne skal hen, følger af behovet.",
        "Whether the service is to be in a community, and where resources go, follows from the need.",
    ),
    remedy: Bilingual::new(
        "Behold den ene vurdering, eller skriv, hvad der er forskel på.",
        "Keep one of the two, or say what sets them apart.",
    ),
    example: Bilingual::new(
        "Sygefravær står to gange: med et behov og uden.",
        "Sick leave stands there twice: with a need and without.",
    ),
    ..Rule::DERIVED
};

message! {
    Both {}
    "emnet er vurderet to gange: den ene gang viser det et behov, den anden gang ikke",
    "the topic is assessed twice: once it shows a need, and once it does not",
}

/// Found at the later of the two. Blanks around a topic do not count.
pub(super) fn check(assessment: &StateAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("topics");
    for (n, one) in assessment.topics.iter().enumerate() {
        let Some((name, need)) = said(one) else { continue };
        let mut before = assessment.topics.iter().take(n).filter_map(said);
        // The first one with this name decides.
        if before.find(|(other, _)| *other == name).is_some_and(|(_, other)| other != need) {
            cx.not_met(&list.index(n), Both {});
        }
    }
}

fn said(topic: &AssessedTopic) -> Option<(&str, bool)> {
    let name = topic.topic.as_ref().map(Text::as_str).map(str::trim).filter(|name| !name.is_empty());
    Some((name?, topic.shows_need?))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StateAssessment> = &[|assessment, tape| {
    let Some(first) = assessment.topics.first_mut() else { return };
    // With resources, each need is answered.
    (first.topic, first.resources) = (Some("sygefravær".into()), [tape.said()].into());
    let other = AssessedTopic { shows_need: first.shows_need.map(|need| !need), ..first.clone() };
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
                { "topic": " sygefravær", "showsNeed": true }
            ]
        }"#,
        &[not_met(
            "/topics/2",
            "emnet er vurderet to gange: den ene gang viser det et behov, den anden gang ikke",
            "the topic is assessed twice: once it shows a need, and once it does not",
        )],
    ),
];
