//! No two conclusions say opposite things about the same thing.

use crate::codes;
use crate::project::{Claim, ClaimKind, ClaimVerdict, ComparedCell, ImprovementProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, ordinal};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ017,
    basis: Basis::Form,
    requirements: &["R-149"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "project, claims, says; measures; departments",
    )],
    title: Bilingual::new(
        "to konklusioner siger ikke hver sit om det samme",
        "no two conclusions say opposite things about the same thing",
    ),
    why: Bilingual::new(
        "De to udelukker hinanden, hvad tallene end er, og læseren ved ikke, hvilken der gælder.",
        "The two exclude each other whatever the counts are, and a reader does not know which one is valid.",
    ),
    remedy: Bilingual::new(
        "Ret den ene konklusion, eller skriv, hvilke afdelinger og procesmål hver af dem handler om.",
        "Correct one of the conclusions, or state which departments and process measures each of them is about.",
    ),
    example: Bilingual::new(
        "Den ene konklusion siger, at afdeling C har færre borgere uden delmål end før, den anden, at afdelingen har flere.",
        "One conclusion says that department C has fewer citizens without a sub-goal than before, another one that it has more.",
    ),
    // One of the two cannot hold, and the counts do not tell which one.
    implies: &[codes::PRJ001],
    ..Rule::DERIVED
};

message! {
    Opposite { says: Bilingual, first: u64, first_says: Bilingual }
    "konklusionen siger: {says}, men konklusion {first} siger om det samme: {first_says}",
    "the conclusion says: {says}, but conclusion {first} says of the same: {first_says}",
}

/// If the counts contradict one of the two, that is found, and the other one is right.
pub(super) fn check(
    project: &ImprovementProject,
    cells: &[ComparedCell],
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let is_contradicted = |claim: &Claim| matches!(claim.verdict(cells), ClaimVerdict::Contradicted(_));
    let list = at.key("claims");
    for (n, claim) in project.claims.iter().enumerate() {
        if claim.says.is_none() {
            continue; // it excludes no other
        }
        let mut earlier = project.claims.iter().take(n).enumerate();
        let Some((first, other)) = earlier.find(|(_, other)| exclude(claim, other)) else {
            continue;
        };
        if let (Some(says), Some(first_says)) = (claim.says, other.says)
            && !is_contradicted(claim)
            && !is_contradicted(other)
        {
            let (says, first_says) = (says.label(), first_says.label());
            cx.not_met(&list.item(n, claim.id), Opposite { says, first: ordinal(first), first_says });
        }
    }
}

/// Whether the two cannot both hold for a measure and a department that both are about.
fn exclude(one: &Claim, other: &Claim) -> bool {
    const DIRECTIONS: [ClaimKind; 3] = [ClaimKind::Fewer, ClaimKind::More, ClaimKind::AsMany];
    match (one.says, other.says) {
        (Some(says), Some(other_says)) if DIRECTIONS.contains(&says) && DIRECTIONS.contains(&other_says) => {
            says != other_says
                && overlap(&one.measures, &other.measures)
                && overlap(&one.departments, &other.departments)
        }
        // What is not reached everywhere may be reached where the other one looks.
        (Some(ClaimKind::AllReached), Some(ClaimKind::NotAllReached)) => is_within(other, one),
        (Some(ClaimKind::NotAllReached), Some(ClaimKind::AllReached)) => is_within(one, other),
        _ => false,
    }
}

/// Whether two lists have something in common; an empty list means all.
fn overlap<T: PartialEq>(one: &[T], other: &[T]) -> bool {
    one.is_empty() || other.is_empty() || one.iter().any(|item| other.contains(item))
}

fn is_within(part: &Claim, whole: &Claim) -> bool {
    is_part(&part.measures, &whole.measures) && is_part(&part.departments, &whole.departments)
}

fn is_part<T: PartialEq>(part: &[T], whole: &[T]) -> bool {
    whole.is_empty() || (!part.is_empty() && part.iter().all(|item| whole.contains(item)))
}

// Without countings: the counts would contradict one of the two.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, tape| claim(project, [ClaimKind::Fewer, ClaimKind::More], tape),
    |project, tape| claim(project, [ClaimKind::AllReached, ClaimKind::NotAllReached], tape),
];

#[cfg(feature = "proptest")]
fn claim(project: &mut ImprovementProject, kinds: [ClaimKind; 2], tape: &crate::draft::tape::Tape<'_>) {
    project.countings.clear();
    let claims = kinds.into_iter().zip([1, 2]);
    let claims = claims.map(|(says, n)| Claim {
        says: Some(says),
        text: Some(says.label().da.into()),
        ..Claim::new(tape.spare_id(n))
    });
    project.claims = claims.collect();
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Another measure or department, the same direction, chance, and what says nothing; not reached elsewhere.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000002", "says": "fewer", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-00000000000a"] },
                { "id": "00000000-0000-4000-8000-000000000003", "says": "more", "measures": ["closingOverdue"],
                    "departments": ["00000000-0000-4000-8000-00000000000a"] },
                { "id": "00000000-0000-4000-8000-000000000004", "says": "more", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-00000000000b"] },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "fewer", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-00000000000a"] },
                { "id": "00000000-0000-4000-8000-000000000006", "says": "mayBeChance" },
                { "id": "00000000-0000-4000-8000-000000000007" },
                { "id": "00000000-0000-4000-8000-000000000008", "says": "notAllReached" },
                { "id": "00000000-0000-4000-8000-000000000009", "says": "allReached", "measures": ["withoutSubGoal"] }
            ]
        }"#,
    ),
    // The counts tell which one is wrong.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue", "exceptions": 22 } ] },
                { "id": "00000000-0000-4000-8000-000000000003", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue", "exceptions": 11 } ] }
            ],
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000004", "says": "fewer" },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "more" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000002", "says": "allReached", "measures": ["withoutSubGoal", "closingOverdue"] },
                { "id": "00000000-0000-4000-8000-000000000003", "says": "fewer", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-00000000000a"] },
                { "id": "00000000-0000-4000-8000-000000000004", "says": "asMany",
                    "departments": ["00000000-0000-4000-8000-00000000000b", "00000000-0000-4000-8000-00000000000a"] },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "notAllReached", "measures": ["withoutSubGoal"] }
            ]
        }"#,
        &[
            not_met(
                "/claims/2",
                "konklusionen siger: lige så mange som før, men konklusion 2 siger om det samme: færre end før",
                "the conclusion says: as many as before, but conclusion 2 says of the same: fewer than before",
            ),
            not_met(
                "/claims/3",
                "konklusionen siger: målet er ikke nået overalt, men konklusion 1 siger om det samme: målet er nået overalt",
                "the conclusion says: the target is not reached everywhere, but conclusion 1 says of the same: the target is reached everywhere",
            ),
        ],
    ),
    // What is not reached somewhere is a part of what is reached everywhere, or is not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "claims": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "says": "allReached",
                    "measures": ["withoutSubGoal", "closingOverdue"],
                    "departments": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000012"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "says": "notAllReached",
                    "measures": ["withoutSubGoal"], "departments": ["00000000-0000-4000-8000-000000000011"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "says": "notAllReached",
                    "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000013"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "says": "notAllReached",
                    "departments": ["00000000-0000-4000-8000-000000000011"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "says": "notAllReached",
                    "measures": ["withoutSubGoal", "evaluationOverdue"],
                    "departments": ["00000000-0000-4000-8000-000000000011"]
                }
            ]
        }"#,
        &[not_met(
            "/claims/1",
            "konklusionen siger: målet er ikke nået overalt, men konklusion 1 siger om det samme: målet er nået overalt",
            "the conclusion says: the target is not reached everywhere, but conclusion 1 says of the same: the target is reached everywhere",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "claims": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "says": "notAllReached",
                    "measures": ["withoutSubGoal"], "departments": ["00000000-0000-4000-8000-000000000011"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "says": "allReached",
                    "measures": ["withoutSubGoal"], "departments": ["00000000-0000-4000-8000-000000000012"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "says": "allReached", "measures": ["closingOverdue"]
                },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "allReached", "measures": ["withoutSubGoal"] }
            ]
        }"#,
        &[not_met(
            "/claims/3",
            "konklusionen siger: målet er nået overalt, men konklusion 1 siger om det samme: målet er ikke nået overalt",
            "the conclusion says: the target is reached everywhere, but conclusion 1 says of the same: the target is not reached everywhere",
        )],
    ),
    // A claim about everything has something in common with a later one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000002", "says": "fewer" },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "says": "more", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011"]
                }
            ]
        }"#,
        &[not_met(
            "/claims/1",
            "konklusionen siger: flere end før, men konklusion 1 siger om det samme: færre end før",
            "the conclusion says: more than before, but conclusion 1 says of the same: fewer than before",
        )],
    ),
];
