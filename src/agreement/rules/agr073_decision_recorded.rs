//! A decision that has been taken has a date, someone who took it, and what it changes.

use alloc::vec::Vec;

use crate::agreement::AnnouncedDecision;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated, missing_of};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::date::PartialDate, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR073,
    requirements: &["R-108", "S-011"],
    sources: &[
        SourceRef::agreement("1.10"),
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "1: jf. beslutning i styregruppen"),
        SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4"),
    ],
    title: Bilingual::new(
        "er en beslutning truffet, fremgår det hvornår, af hvem, og hvad den ændrer",
        "if a decision has been taken, it is stated when, by whom, and what it changes",
    ),
    why: Bilingual::new(
        "Ellers kan ingen senere se, hvad der gælder, og hvem der kan tage sagen op igen.",
        "Otherwise nobody can see later what applies, or who can reopen it.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvornår beslutningen er truffet, hvem der traf den, og hvad den ændrer.",
        "State when the decision was taken, who took it, and what it changes.",
    ),
    example: Bilingual::new(
        "Der blev den 19. december taget stilling til det videre arbejde, men det fremgår ikke, hvad beslutningen går ud på.",
        "A decision on further work was taken on 19 December, but it is not stated what was decided.",
    ),
    ..Rule::DERIVED
};

message! {
    Unrecorded { missing: Vec<Bilingual> }
    "beslutningen er truffet, men det fremgår ikke, {missing:, og}",
    "the decision has been taken, but it is not stated {missing:and}",
}

pub(super) fn check(decision: &AnnouncedDecision, at: &Path<'_>, cx: &mut Checker<'_>) {
    let changes = is_stated(decision.changes.as_ref());
    if decision.decided_on.is_none() && !changes {
        return; // It is still awaited.
    }
    let parts = [
        (decision.decided_on.is_some(), Bilingual::new("hvornår", "when")),
        (decision.has_decider(), Bilingual::new("af hvem", "by whom")),
        (changes, Bilingual::new("hvad den ændrer", "what it changes")),
    ];
    let missing: Vec<_> = missing_of(parts).collect();
    if !missing.is_empty() {
        cx.not_met(at, Unrecorded { missing });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<AnnouncedDecision> = &[
    |decision, tape| {
        (decision.decided_on, decision.changes) = (PartialDate::of_year(2024), tape.unsaid());
    },
    |decision, tape| (decision.decided_on, decision.changes) = (None, Some(tape.said())),
    |decision, tape| {
        (decision.by, decision.body) = (tape.unsaid(), None);
        (decision.decided_on, decision.changes) = (PartialDate::of_year(2024), Some(tape.said()));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "by": "styregruppen", "when": { "date": { "on": "2024-11" } } }"#),
    accepts(r#"{ "by": "styregruppen", "changes": "fase 3 er tilføjet", "decidedOn": "2024-01-25" }"#),
    accepts(
        r#"{
            "body": "00000000-0000-4000-8000-000000000001", "changes": "fase 3 er tilføjet",
            "decidedOn": "2024-01"
        }"#,
    ),
    refuses(
        r#"{ "by": "styregruppen", "decidedOn": "2024-01-10" }"#,
        &[not_met(
            "",
            "beslutningen er truffet, men det fremgår ikke, hvad den ændrer",
            "the decision has been taken, but it is not stated what it changes",
        )],
    ),
    refuses(
        r#"{ "by": " ", "changes": "fase 3 er tilføjet", "when": { "date": { "on": "2024-01" } } }"#,
        &[not_met(
            "",
            "beslutningen er truffet, men det fremgår ikke, hvornår, og af hvem",
            "the decision has been taken, but it is not stated when and by whom",
        )],
    ),
    refuses(
        r#"{ "changes": " ", "decidedOn": "2024-01-10" }"#,
        &[not_met(
            "",
            "beslutningen er truffet, men det fremgår ikke, af hvem, og hvad den ændrer",
            "the decision has been taken, but it is not stated by whom and what it changes",
        )],
    ),
];
