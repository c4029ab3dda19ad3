//! A cycle that is acted on states the decision.

use crate::codes;
use crate::cycle::PdsaCycle;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::add_missing_phases;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PDS004,
    basis: Basis::PublicPractice,
    requirements: &["R-123", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
        SourceRef::new(SourceDocument::CENTER_FOR_KVALITET, "PDSA cirklen: Act"),
    ],
    title: Bilingual::new(
        "en cyklus ender med en beslutning: behold, tilpas eller opgiv",
        "a cycle ends in a decision: adopt, adapt or abandon",
    ),
    why: Bilingual::new(
        "Uden en beslutning ved medarbejderne ikke, om de nu skal arbejde på den nye måde. Reglen gælder, når cyklussen har en beslutningsfase (act); en cyklus, der ikke er nået dertil, er endnu ikke slut.",
        "Without a decision the staff do not know whether to work in the new way from now on. The rule applies if the cycle has a decision phase (act); one that has not come so far has not ended yet.",
    ),
    remedy: Bilingual::new(
        "Angiv beslutningen og begrundelsen for den.",
        "State the decision and the reason for it.",
    ),
    example: Bilingual::new(
        "»Drøftet på personalemødet« – men det fremgår ikke, hvad der blev besluttet.",
        "“Discussed at the staff meeting” – but it is not stated what was decided.",
    ),
    ..Rule::DERIVED
};

message! {
    NoDecision {}
    "det fremgår ikke, om forandringen beholdes, tilpasses eller opgives",
    "it is not stated whether the change is adopted, adapted or abandoned",
}

pub(super) fn check(cycle: &PdsaCycle, at: &Path<'_>, cx: &mut Checker<'_>) {
    if cycle.act.as_ref().is_some_and(|act| act.decision.is_none()) {
        cx.not_met(&at.key("act"), NoDecision {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<PdsaCycle> = &[|cycle, tape| {
    add_missing_phases(cycle, tape);
    cycle.act.iter_mut().for_each(|act| act.decision = None);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "study": {} }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "adopt" } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "adapt" } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": { "decision": "abandon" } }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "act": {} }"#,
        &[not_met(
            "/act",
            "det fremgår ikke, om forandringen beholdes, tilpasses eller opgives",
            "it is not stated whether the change is adopted, adapted or abandoned",
        )],
    ),
    // A reason is no decision.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "act": { "on": "2024-03-11", "reason": "drøftet på personalemødet" }
        }"#,
        &[not_met(
            "/act",
            "det fremgår ikke, om forandringen beholdes, tilpasses eller opgives",
            "it is not stated whether the change is adopted, adapted or abandoned",
        )],
    ),
];
