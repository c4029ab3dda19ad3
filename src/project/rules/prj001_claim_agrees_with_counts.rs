//! A conclusion agrees with the counts that it is about.

use crate::codes;
use crate::project::{ClaimVerdict, ComparedCell, ImprovementProject};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use crate::project::{Claim, ClaimKind};
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

pub(super) fn check(
    project: &ImprovementProject,
    cells: &[ComparedCell],
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let claims = at.key("claims");
    for (n, claim) in project.claims.iter().enumerate() {
        let place = claims.item(n, claim.id);
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
];
