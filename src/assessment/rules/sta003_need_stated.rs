//! A state assessment says whether data show a need.

use crate::assessment::AssessedTopic;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA003,
    requirements: &["R-008", "R-022"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.3.2")],
    title: Bilingual::new(
        "for hvert emne i en tilstandsvurdering fremgår det, om data viser et behov",
        "for each topic of a state assessment it is stated whether data show a need",
    ),
    why: Bilingual::new(
        "Om tilbuddet skal indgå i et forbedringsfællesskab, og hvor ressourcerne skal hen, følger af behovet.",
        "Whether the service is to be in an improvement community, and where resources go, follows from the need.",
    ),
    remedy: Bilingual::new(
        "Skriv, om data viser, at der er noget at komme efter.",
        "State whether data show that there is something to gain.",
    ),
    example: Bilingual::new(
        "Et emne med tal for sygefravær, men uden en vurdering af, om tallene viser et problem.",
        "A topic with figures on sick leave and no judgement of whether they show a problem.",
    ),
    ..Rule::DERIVED
};

message! {
    NeedUnsaid {}
    "det fremgår ikke, om data viser et behov",
    "it is not stated whether data show a need",
}

pub(super) fn check(topic: &AssessedTopic, at: &Path<'_>, cx: &mut Checker<'_>) {
    if topic.shows_need.is_none() {
        cx.not_met(at, NeedUnsaid {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AssessedTopic> = &[|topic, tape| {
    topic.shows_need = None;
    // Without resources it would matter whether there is a need.
    topic.resources = [tape.said()].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "showsNeed": false }"#),
    accepts(r#"{ "showsNeed": true }"#),
    refuses(
        r#"{ "topic": "sygefravær", "finding": "8 % i 2022" }"#,
        &[not_met(
            "",
            "det fremgår ikke, om data viser et behov",
            "it is not stated whether data show a need",
        )],
    ),
];
