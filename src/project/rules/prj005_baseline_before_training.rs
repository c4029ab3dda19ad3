//! The baseline is taken before anything is changed.

use super::training;
use crate::codes;
use crate::date::PartialDate;
use crate::project::{CountingTime, ImprovementProject};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ005,
    requirements: &["R-142", "S-029"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Før- og eftermåling af kvantitative variabler: inden projektet gik i gang",
        ),
        SourceRef::new(SourceDocument::SMARTE_2023, "Bilag 1, Første møde: motivationsdel og baseline"),
    ],
    title: Bilingual::new(
        "første optælling er foretaget, før noget er ændret",
        "the first counting was made before anything was changed",
    ),
    why: Bilingual::new(
        "Er medarbejderne oplært, før der tælles, viser første optælling ikke, hvordan det var før.",
        "If people were trained before the counting, the first counting does not show what it was like before.",
    ),
    remedy: Bilingual::new(
        "Angiv, hvornår første optælling er foretaget, eller ret datoen for den eller for oplæringen. Var oplæringen begyndt, før der blev talt, er der intet at rette i projektet, men så viser optællingen ikke, hvordan det var før.",
        "State when the first counting was made, or correct its date or that of the session. If the training had begun before the counting, there is nothing to correct in the project, but the counting does not show what it was like before.",
    ),
    example: Bilingual::new(
        "Første optælling er fra 20. oktober 2022, og første oplæring blev holdt 1. oktober.",
        "The first counting is from 20 October 2022, and the first session was held on 1 October.",
    ),
    ..Rule::DERIVED
};

message! {
    Late { on: PartialDate, began: PartialDate }
    "første optælling ({on}) ligger efter første oplæring ({began})",
    "the first counting ({on}) is after the first session ({began})",
}

message! {
    LateInWords { time: Bilingual }
    "første optælling er foretaget {time}; der er ingen fra før oplæringen",
    "the first counting was made {time}; there is none from before the training",
}

pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(first) = project.countings.first() else { return };
    let list = at.key("countings");
    let place = list.item(0, first.id);
    let began = training::held(project, first).min_by_key(|held| held.last_day());
    match (first.on, began) {
        (Some(on), Some(began)) if began.ends_before(on) => {
            return cx.not_met(&place.key("on"), Late { on, began });
        }
        _ => {}
    }
    match first.time {
        // The source says both about the same counting.
        Some(CountingTime::Before | CountingTime::AtStart) => {}
        Some(time) => cx.not_met(&place.key("time"), LateInWords { time: time.label() }),
        None if project.starts_on.zip(first.on).is_some_and(|(starts, on)| on.ends_before(starts)) => {}
        None => {
            let parts = [
                (
                    first.on.is_some(),
                    Bilingual::new("hvornår der er talt første gang", "when the first counting was made"),
                ),
                (
                    began.is_some(),
                    Bilingual::new("datoen for første oplæring", "the date of the first session"),
                ),
            ];
            cx.all_stated(&place, parts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, _| breaks::change_first(project, |first| first.on = PartialDate::of_month(2023, 5)),
    |project, _| breaks::change_first(project, |first| first.time = Some(CountingTime::During)),
    |project, _| breaks::change_first(project, |first| (first.on, first.time) = (None, None)),
    |project, _| {
        breaks::change_first(project, |first| first.time = None);
        project.training.iter_mut().for_each(|one| one.held_on = None);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Either word of the source, and no dates.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "time": "before" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "time": "atStart" }]
        }"#,
    ),
    // On the day of the first meeting; what was only planned changed nothing.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "on": "2022-10-01" }],
            "training": [{ "plannedOn": "2022-09-01" }, { "heldOn": "2022-10-01" }]
        }"#,
    ),
    // The first meeting is not one of the sessions, which have numbers.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "on": "2022-10-02" }],
            "training": [{ "heldOn": "2022-10-01" }, { "heldOn": "2022-10-02", "number": 1 }]
        }"#,
    ),
    // Another department was trained before.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "on": "2022-10-20",
                    "rows": [
                        {
                            "department": "00000000-0000-4000-8000-00000000000a", "measure": "withoutSubGoal",
                            "exceptions": 6
                        }
                    ]
                }
            ],
            "training": [
                { "department": "00000000-0000-4000-8000-00000000000b", "heldOn": "2022-10-01" },
                { "department": "00000000-0000-4000-8000-00000000000a", "heldOn": "2022-11-01" }
            ]
        }"#,
    ),
    // Before the project.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-10",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "on": "2022-09-30" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "on": "2022-10-02", "time": "atStart" }],
            "training": [{ "heldOn": "2022-11-01" }, { "heldOn": "2022-10-01" }]
        }"#,
        &[not_met(
            "/countings/0/on",
            "første optælling (2. oktober 2022) ligger efter første oplæring (1. oktober 2022)",
            "the first counting (2 October 2022) is after the first session (1 October 2022)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "time": "during" }]
        }"#,
        &[not_met(
            "/countings/0/time",
            "første optælling er foretaget undervejs; der er ingen fra før oplæringen",
            "the first counting was made along the way; there is none from before the training",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-10",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_assessable(
            "/countings/0",
            "kan ikke vurderes; mangler: hvornår der er talt første gang, datoen for første oplæring",
            "cannot be assessed; missing: when the first counting was made, the date of the first session",
        )],
    ),
    // The first counting is the baseline; the session that was held first counts.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "2022-11-10", "time": "before" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2022-08-01", "time": "atEnd" }
            ],
            "training": [{ "heldOn": "2022-11" }, { "heldOn": "2022-11-05" }]
        }"#,
        &[not_met(
            "/countings/0/on",
            "første optælling (10. november 2022) ligger efter første oplæring (5. november 2022)",
            "the first counting (10 November 2022) is after the first session (5 November 2022)",
        )],
    ),
    // Counted in the month in which the project began, and nothing said.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "startsOn": "2022-10",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "on": "2022-10-20" }]
        }"#,
        &[not_assessable(
            "/countings/0",
            "kan ikke vurderes; mangler: datoen for første oplæring",
            "cannot be assessed; missing: the date of the first session",
        )],
    ),
    // A counting without counts may be of every department, and one of two departments is of each.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{ "id": "00000000-0000-4000-8000-000000000002", "on": "2022-11-10" }],
            "training": [{ "department": "00000000-0000-4000-8000-000000000009", "heldOn": "2022-11-05" }]
        }"#,
        &[not_met(
            "/countings/0/on",
            "første optælling (10. november 2022) ligger efter første oplæring (5. november 2022)",
            "the first counting (10 November 2022) is after the first session (5 November 2022)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [{
                "id": "00000000-0000-4000-8000-000000000002", "on": "2022-11-10",
                "rows": [
                    { "department": "00000000-0000-4000-8000-000000000008", "measure": "withoutSubGoal" },
                    { "department": "00000000-0000-4000-8000-000000000009", "measure": "withoutSubGoal" }
                ]
            }],
            "training": [{ "department": "00000000-0000-4000-8000-000000000009", "heldOn": "2022-11-05" }]
        }"#,
        &[not_met(
            "/countings/0/on",
            "første optælling (10. november 2022) ligger efter første oplæring (5. november 2022)",
            "the first counting (10 November 2022) is after the first session (5 November 2022)",
        )],
    ),
];
