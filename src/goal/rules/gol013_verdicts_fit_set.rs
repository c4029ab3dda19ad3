//! The verdicts of an assessment are on criteria of its set, and none contradicts another.

use uuid::Uuid;

use super::assessments::each_list;
use crate::codes;
use crate::goal::criteria::KnownSet;
use crate::goal::{Citizen, CriterionSet, GoalAssessment, Judgement};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{goal::CriterionVerdict, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL013,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-134"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, subGoals, assessments, verdicts")],
    title: Bilingual::new(
        "bedømmelserne i en vurdering gælder kriterier i dens kriteriesæt, og ingen af dem modsiger en anden",
        "the verdicts of an assessment are on criteria of its set, and none contradicts another",
    ),
    why: Bilingual::new(
        "Ellers modsiger vurderingen sig selv, eller to kriteriesæt er blandet sammen.",
        "Otherwise the assessment contradicts itself, or two criterion sets are mixed up.",
    ),
    remedy: Bilingual::new(
        "Ret kriteriet, bedømmelsen eller henvisningen til kriteriesættet.",
        "Correct the criterion, the verdict, or the reference to the criterion set.",
    ),
    example: Bilingual::new(
        "Et delmål er vurderet efter SMART, men der er også en bedømmelse af, om det er engagerende.",
        "A sub-goal was judged by SMART, but there is a verdict on whether it is engaging as well.",
    ),
    ..Rule::DERIVED
};

message! {
    OfAnotherSet {}
    "kriteriet hører ikke til det kriteriesæt, som vurderingen bygger på",
    "the criterion does not belong to the criterion set that the assessment rests on",
}

message! {
    BothVerdicts {}
    "det samme kriterium er vurderet som både opfyldt og ikke opfyldt",
    "the same criterion was judged as both met and not met",
}

/// In a caseload, the caseload checks the rule: it lists criterion sets.
pub(super) fn check(citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !at.is_in("caseload") {
        check_by(&[], citizen, at, cx);
    }
}

/// Checks the assessments of a citizen by the sets that are listed beside it. A set that is neither one of them nor
/// of this crate may have any criteria.
pub(super) fn check_by(sets: &[CriterionSet], citizen: &Citizen, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_list(citizen, at, |assessments, list| {
        for (n, assessment) in assessments.iter().enumerate() {
            let verdicts = list.index(n);
            let verdicts = verdicts.key("verdicts");
            if let Some(set) = assessment.set.and_then(|set| KnownSet::find(set, sets)) {
                check_criteria(set, assessment, &verdicts, cx);
            }
            check_twice(assessment, &verdicts, cx);
        }
    });
}

fn check_criteria(set: KnownSet<'_>, assessment: &GoalAssessment, verdicts: &Path<'_>, cx: &mut Checker<'_>) {
    let criteria = |put: &mut dyn FnMut(Uuid)| set.criteria().for_each(|(id, _)| put(id.uuid()));
    sorted(criteria, |criteria| {
        for (n, verdict) in assessment.verdicts.iter().enumerate() {
            if criteria.binary_search(&verdict.criterion.uuid()).is_err() {
                cx.not_met(&verdicts.index(n).key("criterion"), OfAnotherSet {});
            }
        }
    });
}

fn check_twice(assessment: &GoalAssessment, verdicts: &Path<'_>, cx: &mut Checker<'_>) {
    let stated = |put: &mut dyn FnMut((Uuid, usize, bool))| {
        for (n, verdict) in assessment.verdicts.iter().enumerate() {
            if let Some(judgement) = verdict.judgement {
                put((verdict.criterion.uuid(), n, judgement == Judgement::Met));
            }
        }
    };
    sorted(stated, |stated| {
        for same in stated.chunk_by(|(a, ..), (b, ..)| a == b) {
            let Some(((.., first), others)) = same.split_first() else { continue };
            if let Some((_, n, _)) = others.iter().find(|(.., is_met)| is_met != first) {
                cx.not_met(&verdicts.index(*n).key("judgement"), BothVerdicts {});
            }
        }
    });
}

// Two verdicts on one criterion are also found by the rule that asks for all criteria.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Citizen> = &[|citizen, tape| {
    let other =
        CriterionVerdict { judgement: Some(Judgement::Met), ..CriterionVerdict::new(tape.spare_id(1)) };
    breaks::assess(citizen, |assessment| assessment.verdicts.push(other));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // SMART of this crate; one criterion twice with the same verdict, and without one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "subGoals": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "assessments": [{
                    "set": "534d4152-5445-4000-8000-000000000001",
                    "verdicts": [
                        { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "met" },
                        { "criterion": "534d4152-5445-4000-8000-000000000006", "judgement": "notMet" },
                        { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "met" },
                        { "criterion": "534d4152-5445-4000-8000-000000000002" }
                    ]
                }]
            }]
        }"#,
    ),
    // Nothing is known of a set that is not in the document.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "assessments": [{
                    "set": "00000000-0000-4000-8000-000000000003",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "met" }]
                }]
            }]
        }"#,
    ),
    // The sixth criterion of SMARTE, judged by SMART; the goals of the municipality are judged as well.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "assessments": [{}, {
                    "set": "534d4152-5445-4000-8000-000000000001",
                    "verdicts": [
                        { "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "met" },
                        { "criterion": "534d4152-5445-4000-8000-000000000016", "judgement": "met" }
                    ]
                }]
            }],
            "subGoals": [{
                "id": "00000000-0000-4000-8000-000000000003",
                "assessments": [{
                    "verdicts": [
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "met" },
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "met" },
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "notMet" }
                    ]
                }]
            }]
        }"#,
        &[
            not_met(
                "/goals/0/assessments/1/verdicts/1/criterion",
                "kriteriet hører ikke til det kriteriesæt, som vurderingen bygger på",
                "the criterion does not belong to the criterion set that the assessment rests on",
            ),
            not_met(
                "/subGoals/0/assessments/0/verdicts/2/judgement",
                "det samme kriterium er vurderet som både opfyldt og ikke opfyldt",
                "the same criterion was judged as both met and not met",
            ),
        ],
    ),
    // The first that differs is named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "goals": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "assessments": [{
                    "verdicts": [
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "met" },
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "notMet" },
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "notMet" }
                    ]
                }]
            }]
        }"#,
        &[not_met(
            "/goals/0/assessments/0/verdicts/1/judgement",
            "det samme kriterium er vurderet som både opfyldt og ikke opfyldt",
            "the same criterion was judged as both met and not met",
        )],
    ),
];
