//! An assessment says by which criterion set it was made.

use crate::codes;
use crate::goal::GoalAssessment;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL012,
    basis: Basis::Derived,
    requirements: &["R-134"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "titelblad; Problemformulering"),
        SourceRef::new(SourceDocument::DEFACTUM_SMARTE, "Engagerende"),
    ],
    title: Bilingual::new(
        "en vurdering angiver, hvilket kriteriesæt den bygger på",
        "an assessment names the criterion set that it rests on",
    ),
    why: Bilingual::new(
        "SMART og SMARTE er to forskellige sæt, og E betyder ikke det samme alle steder.",
        "SMART and SMARTE are two different sets, and E does not mean the same everywhere.",
    ),
    remedy: Bilingual::new("Angiv kriteriesættet.", "Name the criterion set."),
    example: Bilingual::new(
        "Et delmål er vurderet som »SMARTE«, men det fremgår ikke, om E står for engagerende eller evaluerbar.",
        "A sub-goal was judged as “SMARTE”, but it is not said whether E stands for engaging or for evaluable.",
    ),
    ..Rule::DERIVED
};

message! {
    NoSet {}
    "det fremgår ikke, hvilket kriteriesæt vurderingen bygger på",
    "it is not stated which criterion set the assessment rests on",
}

pub(super) fn check(assessment: &GoalAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    if assessment.set.is_none() {
        cx.not_met(at, NoSet {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<GoalAssessment> = &[|assessment, _| assessment.set = None];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "set": "00000000-0000-4000-8000-000000000001" }"#),
    refuses(
        "{}",
        &[not_met(
            "",
            "det fremgår ikke, hvilket kriteriesæt vurderingen bygger på",
            "it is not stated which criterion set the assessment rests on",
        )],
    ),
    refuses(
        r#"{
            "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000001", "judgement": "met" }]
        }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvilket kriteriesæt vurderingen bygger på",
            "it is not stated which criterion set the assessment rests on",
        )],
    ),
];
