//! Resources go where data show a need.

use crate::assessment::AssessedTopic;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::STA011,
    basis: Basis::Stated,
    requirements: &["R-008"],
    sources: &[SourceRef::agreement("1.1")],
    title: Bilingual::new(
        "ressourcerne sættes ind, hvor data viser et behov",
        "resources go where data show a need",
    ),
    why: Bilingual::new(
        "Ressourcerne skal sættes ind, hvor data viser, at der er noget at komme efter; så kan de fleste lægges, hvor tilbuddet er mest udfordret.",
        "Resources are to go where data show that there is something to gain; then most of them can go where the service is most challenged.",
    ),
    remedy: Bilingual::new(
        "Overvej, om ressourcerne gør mere gavn på et andet område, eller ret vurderingen af, om data viser et behov. Fortsætter en indsats uændret, er der intet at rette.",
        "Consider whether the resources do more good elsewhere, or correct the judgement of whether data show a need. If something only goes on as before, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Sygefraværet ligger under gennemsnittet, og alligevel sættes der to mentorer og et kursus ind.",
        "Sick leave is below the average, but two mentors and a course are assigned all the same.",
    ),
    requires: &[codes::STA003],
    ..Rule::DERIVED
};

message! {
    WithoutNeed {}
    "der sættes ressourcer ind, men data viser ikke et behov",
    "resources are assigned, but data do not show a need",
}

pub(super) fn check(topic: &AssessedTopic, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !topic.resources.iter().any(|one| is_stated(Some(one))) {
        return;
    }
    match topic.shows_need {
        Some(true) => {}
        Some(false) => cx.not_met(at, WithoutNeed {}),
        None => cx.depends_on(at, codes::STA003),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AssessedTopic> = &[|topic, tape| {
    topic.topic = None;
    topic.shows_need = Some(false);
    topic.resources = [tape.said()].into();
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "showsNeed": false, "resources": [" "] }"#),
    accepts(r#"{ "showsNeed": true, "resources": ["en mentor til hver nyansat"] }"#),
    refuses(
        r#"{ "showsNeed": false, "resources": [" ", "to mentorer og et kursus"] }"#,
        &[not_met(
            "",
            "der sættes ressourcer ind, men data viser ikke et behov",
            "resources are assigned, but data do not show a need",
        )],
    ),
    refuses(r#"{ "resources": ["en konsulent"] }"#, &[not_evaluated("", "STA003")]),
];
