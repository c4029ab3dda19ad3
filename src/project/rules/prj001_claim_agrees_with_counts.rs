//! A conclusion agrees with the counts that it is about.

use crate::codes;
use crate::project::{Claim, ClaimVerdict, ComparedCell, ImprovementProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use crate::goal::ProcessMeasure;
#[cfg(feature = "proptest")]
use crate::project::ClaimKind;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ001,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-149"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "project, claims; countings"),
        SourceRef::new(SourceDocument::SMARTE_2023, "Optælling af kvantitative data, tabel 1-3"),
    ],
    title: Bilingual::new(
        "en konklusion stemmer med de tal, den handler om",
        "a conclusion agrees with the counts that it is about",
    ),
    why: Bilingual::new(
        "Rapporten modsiger sig selv: læseren kan ikke vide, om teksten eller tabellen er rigtig.",
        "The report contradicts itself: a reader cannot know whether the text or the table is right.",
    ),
    remedy: Bilingual::new(
        "Ret konklusionen, eller ret tallet, hvis det er tabellen, der er forkert.",
        "Correct the conclusion, or the count if it is the table that is wrong.",
    ),
    example: Bilingual::new(
        "Teksten siger, at afdeling C har flere delmål, der ikke er evalueret til tiden; i tabellen falder de fra 22 til 11.",
        "The text says that department C has more sub-goals not evaluated in time; in the table they fall from 22 to 11.",
    ),
    ..Rule::DERIVED
};

message! {
    Contradicted { cells: u64, of: u64 }
    "konklusionen modsiges af tallene {cells:sted|steder} ud af {of}",
    "the conclusion is contradicted by the counts in {cells:place|places} of {of}",
}

message! {
    BeyondWhole { of: u64, whole: u64 }
    "procenten er beregnet ud fra {of}, men det, konklusionen handler om, er talt ud af højst {whole}",
    "the percentage is of {of}, but what the conclusion is about was counted out of at most {whole}",
}

pub(super) fn check(
    project: &ImprovementProject,
    cells: &[ComparedCell],
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let claims = at.key("claims");
    for (n, claim) in project.claims.iter().enumerate() {
        let place = claims.item(n, claim.id);
        if let (Some(of), Some(whole)) = (claim.percent_of, whole(claim, cells))
            && of > whole
        {
            cx.not_met(&place.key("percentOf"), BeyondWhole { of, whole });
        }
        match claim.verdict(cells) {
            ClaimVerdict::Holds | ClaimVerdict::Understated => {}
            ClaimVerdict::Contradicted(contradicted) => {
                let of = text::count(claim.cells_among(cells).count());
                cx.not_met(&place, Contradicted { cells: text::count(contradicted.len()), of });
            }
            ClaimVerdict::NotAssessable if claim.says.is_none() && claim.percent.is_some() => {}
            ClaimVerdict::NotAssessable => {
                let says = Bilingual::new("hvad konklusionen siger", "what the conclusion says");
                let counts = Bilingual::new("de tal, den handler om", "the counts that it is about");
                cx.not_assessable(&place, if claim.says.is_none() { says } else { counts });
            }
        }
    }
}

/// How many there are in all of what a claim is about, at the counting with more of them. Returns `None` if a part of it is
/// not stated, or if the claim does not say what its percentage is about.
fn whole(claim: &Claim, cells: &[ComparedCell]) -> Option<u64> {
    if claim.measures.is_empty() || claim.departments.is_empty() {
        return None;
    }
    let mut cells = claim.cells_among(cells);
    let add = |[first, second]: [u64; 2], cell: ComparedCell| {
        Some([first.checked_add(cell.first_of?)?, second.checked_add(cell.second_of?)?])
    };
    let [first, second] = cells.try_fold([0, 0], add)?;
    Some(first.max(second)).filter(|whole| *whole > 0)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, tape| {
        let says = match project.compare().first().and_then(ComparedCell::difference) {
            Some(difference) if difference < 0 => ClaimKind::More,
            _ => ClaimKind::Fewer,
        };
        project.claims = [Claim { says: Some(says), ..Claim::new(tape.spare_id(1)) }].into();
    },
    |project, tape| project.claims = [Claim::new(tape.spare_id(1))].into(),
    |project, tape| {
        let departments = project.departments.iter().take(1).map(|one| one.department).collect();
        let about = Claim {
            measures: [ProcessMeasure::EvaluationOverdue].into(),
            departments,
            ..Claim::new(tape.spare_id(1))
        };
        let (percent, percent_of) = (Some(50.into()), Some(82));
        project.claims = [Claim { says: Some(ClaimKind::More), percent, percent_of, ..about }].into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // True and understated is no contradiction.
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
                { "id": "00000000-0000-4000-8000-000000000004", "says": "notAllReached" },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "fewer", "measures": ["evaluationOverdue"] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue", "exceptions": 6 },
                    { "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue", "exceptions": 22 } ] },
                { "id": "00000000-0000-4000-8000-000000000003", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "evaluationOverdue", "exceptions": 8 },
                    { "department": "00000000-0000-4000-8000-00000000000c", "measure": "evaluationOverdue", "exceptions": 11 } ] }
            ],
            "claims": [{ "id": "00000000-0000-4000-8000-000000000004", "says": "more" }]
        }"#,
        &[not_met(
            "/claims/0",
            "konklusionen modsiges af tallene 1 sted ud af 2",
            "the conclusion is contradicted by the counts in 1 place of 2",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000004", "says": "more" },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
        &[
            not_assessable(
                "/claims/0",
                "kan ikke vurderes; mangler: de tal, den handler om",
                "cannot be assessed; missing: the counts that it is about",
            ),
            not_assessable(
                "/claims/1",
                "kan ikke vurderes; mangler: hvad konklusionen siger",
                "cannot be assessed; missing: what the conclusion says",
            ),
        ],
    ),
    // Of all of them at the second counting; of what is not said; and of counts whose whole is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 12, "of": 18 },
                    { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 12 } ] },
                { "id": "00000000-0000-4000-8000-000000000003", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 9, "of": 20 },
                    { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal", "exceptions": 9, "of": 18 } ] }
            ],
            "claims": [
                { "id": "00000000-0000-4000-8000-000000000004", "says": "fewer", "measures": ["withoutSubGoal"], "departments": ["00000000-0000-4000-8000-00000000000a"], "percent": "45", "percentOf": 20 },
                { "id": "00000000-0000-4000-8000-000000000005", "says": "fewer", "measures": ["withoutSubGoal"], "percent": "45", "percentOf": 60 },
                { "id": "00000000-0000-4000-8000-000000000006", "says": "fewer", "departments": ["00000000-0000-4000-8000-00000000000a"], "percent": "45", "percentOf": 60 },
                { "id": "00000000-0000-4000-8000-000000000007", "says": "fewer", "measures": ["withoutSubGoal"], "departments": ["00000000-0000-4000-8000-00000000000b"], "percent": "45", "percentOf": 60 }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 12, "of": 18 } ] },
                { "id": "00000000-0000-4000-8000-000000000003", "rows": [
                    { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal", "exceptions": 9, "of": 20 } ] }
            ],
            "claims": [{ "id": "00000000-0000-4000-8000-000000000004", "says": "fewer", "measures": ["withoutSubGoal"], "departments": ["00000000-0000-4000-8000-00000000000a"], "percent": "43", "percentOf": 21 }]
        }"#,
        &[not_met(
            "/claims/0/percentOf",
            "procenten er beregnet ud fra 21, men det, konklusionen handler om, er talt ud af højst 20",
            "the percentage is of 21, but what the conclusion is about was counted out of at most 20",
        )],
    ),
    // It says how many of how many, and not what of them.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [{
                        "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                        "exceptions": 0, "of": 0
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "rows": [{
                        "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                        "exceptions": 0, "of": 0
                    }]
                }
            ],
            "claims": [
                {
                    "id": "00000000-0000-4000-8000-000000000004", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011"], "percent": "45"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011"], "percent": "45", "percentOf": 20,
                    "says": "fewer"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "measures": ["withoutSubGoal"], "percent": "45",
                    "percentOf": 20
                }
            ]
        }"#,
        &[not_met(
            "/claims/1",
            "konklusionen modsiges af tallene 1 sted ud af 1",
            "the conclusion is contradicted by the counts in 1 place of 1",
        )],
    ),
    // The same count is neither fewer nor more; what is reached in one department, in another one, or is not known.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                            "exceptions": 5
                        },
                        {
                            "department": "00000000-0000-4000-8000-000000000012", "measure": "withoutSubGoal",
                            "exceptions": 5
                        },
                        {
                            "department": "00000000-0000-4000-8000-000000000013", "measure": "withoutSubGoal",
                            "exceptions": 4
                        },
                        {
                            "department": "00000000-0000-4000-8000-000000000014", "measure": "withoutSubGoal",
                            "exceptions": 4
                        },
                        {
                            "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue",
                            "exceptions": 2
                        }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal",
                            "exceptions": 3
                        },
                        {
                            "department": "00000000-0000-4000-8000-000000000012", "measure": "withoutSubGoal",
                            "exceptions": 5
                        },
                        {
                            "department": "00000000-0000-4000-8000-000000000013", "measure": "withoutSubGoal",
                            "exceptions": 0
                        },
                        { "department": "00000000-0000-4000-8000-000000000014", "measure": "withoutSubGoal" },
                        {
                            "department": "00000000-0000-4000-8000-000000000011", "measure": "closingOverdue",
                            "exceptions": 4
                        }
                    ]
                }
            ],
            "claims": [
                {
                    "id": "00000000-0000-4000-8000-000000000031", "says": "fewer", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000012"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000032", "says": "more", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000012"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000033", "says": "notAllReached", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000013"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000034", "says": "notAllReached", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000013"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000035", "says": "notAllReached", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000013", "00000000-0000-4000-8000-000000000014"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000036", "says": "notAllReached", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000037", "says": "allReached", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000013", "00000000-0000-4000-8000-000000000014"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000038", "says": "allReached", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000014"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000039", "says": "fewer", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000040", "says": "more", "measures": ["closingOverdue"],
                    "departments": ["00000000-0000-4000-8000-000000000011"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000041", "says": "notAllReached", "measures": ["withoutSubGoal"],
                    "departments": ["00000000-0000-4000-8000-000000000011", "00000000-0000-4000-8000-000000000014"]
                }
            ]
        }"#,
        &[
            not_met(
                "/claims/0",
                "konklusionen modsiges af tallene 1 sted ud af 1",
                "the conclusion is contradicted by the counts in 1 place of 1",
            ),
            not_met(
                "/claims/1",
                "konklusionen modsiges af tallene 1 sted ud af 1",
                "the conclusion is contradicted by the counts in 1 place of 1",
            ),
            not_met(
                "/claims/2",
                "konklusionen modsiges af tallene 1 sted ud af 1",
                "the conclusion is contradicted by the counts in 1 place of 1",
            ),
            not_assessable(
                "/claims/4",
                "kan ikke vurderes; mangler: de tal, den handler om",
                "cannot be assessed; missing: the counts that it is about",
            ),
            not_assessable(
                "/claims/6",
                "kan ikke vurderes; mangler: de tal, den handler om",
                "cannot be assessed; missing: the counts that it is about",
            ),
            not_met(
                "/claims/7",
                "konklusionen modsiges af tallene 1 sted ud af 2",
                "the conclusion is contradicted by the counts in 1 place of 2",
            ),
        ],
    ),
];
