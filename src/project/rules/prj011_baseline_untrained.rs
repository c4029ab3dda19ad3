//! The baseline is of departments that were not trained before.

use uuid::Uuid;

use crate::codes;
use crate::project::ImprovementProject;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
#[cfg(feature = "proptest")]
use crate::project::ProjectDepartment;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ011,
    requirements: &["S-034"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "The knowing-doing gap: allerede gennemført en proces i én afdeling inden projektet",
    )],
    title: Bilingual::new(
        "udgangspunktet er fra afdelinger, der ikke var oplært før projektet",
        "the baseline is of departments that were not trained before the project",
    ),
    why: Bilingual::new(
        "Er afdelingen allerede oplært, viser første optælling ikke, hvordan det var uden oplæring, og fremgangen bliver for lille.",
        "If a department was already trained, its first counting does not show what it was like without training, and the change comes out too small.",
    ),
    remedy: Bilingual::new(
        "Er det forkert, at afdelingen var oplært før projektet, så ret det. Ellers er der intet at rette, men hold afdelingen for sig, når tallene læses.",
        "If it is wrong that the department was trained before the project, correct it. Otherwise there is nothing to correct, but read its counts separately.",
    ),
    example: Bilingual::new(
        "En afdeling fik sidemandsoplæring et år før projektet og er med i første optælling.",
        "A department was trained a year before the project and is in the first counting.",
    ),
    ..Rule::DERIVED
};

message! {
    TrainedBefore {}
    "afdelingen var oplært før projektet, så dens første optælling er ikke et udgangspunkt",
    "the department was trained before the project, so its first counting is no baseline",
}

pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(first) = project.countings.first() else { return };
    let list = at.key("departments");
    let counted = |put: &mut dyn FnMut(Uuid)| first.rows.iter().for_each(|row| put(row.department.uuid()));
    sorted(counted, |counted| {
        for (n, one) in project.departments.iter().enumerate() {
            if counted.binary_search(&one.department.uuid()).is_err() {
                continue;
            }
            let place = list.index(n);
            match one.trained_before {
                Some(false) => {}
                Some(true) => cx.not_met(&place.key("trainedBefore"), TrainedBefore {}),
                None => cx.not_assessable(&place, TRAINED_BEFORE),
            }
        }
    });
}

const TRAINED_BEFORE: Bilingual = Bilingual::new(
    "om afdelingen var oplært før projektet",
    "whether the department was trained before the project",
);

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, tape| change_one(project, tape, |one| one.trained_before = Some(true)),
    |project, tape| change_one(project, tape, |one| one.trained_before = None),
];

#[cfg(feature = "proptest")]
fn change_one(project: &mut ImprovementProject, tape: &mut Tape<'_>, change: fn(&mut ProjectDepartment)) {
    let n = tape.index(project.departments.len());
    project.departments.get_mut(n).into_iter().for_each(change);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Nothing was counted, or not in that department.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [{ "department": "00000000-0000-4000-8000-00000000000a", "trainedBefore": true }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [
                { "department": "00000000-0000-4000-8000-00000000000a", "trainedBefore": false },
                { "department": "00000000-0000-4000-8000-00000000000b", "trainedBefore": true }
            ],
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal",
                            "exceptions": 6
                        }
                    ]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [
                { "department": "00000000-0000-4000-8000-00000000000a" },
                { "department": "00000000-0000-4000-8000-00000000000b", "trainedBefore": true }
            ],
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [
                        { "department": "00000000-0000-4000-8000-00000000000b", "measure": "withoutSubGoal" },
                        { "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal" }
                    ]
                }
            ]
        }"#,
        &[
            not_assessable(
                "/departments/0",
                "kan ikke vurderes; mangler: om afdelingen var oplært før projektet",
                "cannot be assessed; missing: whether the department was trained before the project",
            ),
            not_met(
                "/departments/1/trainedBefore",
                "afdelingen var oplært før projektet, så dens første optælling er ikke et udgangspunkt",
                "the department was trained before the project, so its first counting is no baseline",
            ),
        ],
    ),
    // Only the second counting is of the department that had been trained.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "departments": [{ "department": "00000000-0000-4000-8000-000000000011", "trainedBefore": true }],
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "rows": [{ "department": "00000000-0000-4000-8000-000000000012", "measure": "withoutSubGoal" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "rows": [{ "department": "00000000-0000-4000-8000-000000000011", "measure": "withoutSubGoal" }]
                }
            ]
        }"#,
    ),
];
