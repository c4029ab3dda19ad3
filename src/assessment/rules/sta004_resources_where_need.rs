//! Where data show a need, resources are put in.

use crate::assessment::AssessedTopic;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA004,
    severity: Severity::Information,
    requirements: &["R-008"],
    sources: &[SourceRef::agreement("1.1")],
    title: Bilingual::new(
        "hvor data viser et behov, fremgår det, hvilke ressourcer der sættes ind",
        "where data show a need, it is stated which resources go into it",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter.",
        "Resources are to go where data show that there is something to gain.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvilke ressourcer tilbuddet sætter ind på området. Står det i udviklingsaftalen, er der intet at rette.",
        "State which resources the service assigns to the area. If the development agreement says so, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Gennemgangen viser et højt sygefravær, men det fremgår ikke, hvad der sættes ind.",
        "The review shows high sick leave, but it is not stated which resources go into reducing it.",
    ),
    requires: &[codes::STA003],
    ..Rule::DERIVED
};

message! {
    NoResources {}
    "data viser et behov, men det fremgår ikke, hvilke ressourcer der sættes ind",
    "data show a need, but it is not stated which resources go into it",
}

// Resources where no need is shown are for STA011.
pub(super) fn check(topic: &AssessedTopic, at: &Path<'_>, cx: &mut Checker<'_>) {
    if topic.resources.iter().any(|one| is_stated(Some(one))) {
        return;
    }
    match topic.shows_need {
        Some(true) => cx.not_met(at, NoResources {}),
        Some(false) => {}
        None => cx.depends_on(at, codes::STA003),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AssessedTopic> = &[|topic, _| {
    topic.topic = None;
    topic.shows_need = Some(true);
    topic.resources.clear();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "showsNeed": false }"#),
    accepts(r#"{ "showsNeed": false, "resources": ["en konsulent"] }"#),
    accepts(r#"{ "showsNeed": true, "resources": ["en dag om måneden til forbedringsarbejde"] }"#),
    accepts(r#"{ "resources": ["en konsulent"] }"#),
    refuses(
        r#"{ "showsNeed": true, "resources": [" "] }"#,
        &[not_met(
            "",
            "data viser et behov, men det fremgår ikke, hvilke ressourcer der sættes ind",
            "data show a need, but it is not stated which resources go into it",
        )],
    ),
    refuses(r"{}", &[not_evaluated("", "STA003")]),
];
