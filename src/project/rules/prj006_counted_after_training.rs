//! The counting afterwards is made no earlier than the last session.

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
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ006,
    requirements: &["R-142", "S-030"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Bilag 1, Tredje sidemandsoplæring: udarbejdelse af eftermåling",
    )],
    title: Bilingual::new(
        "sidste optælling er foretaget ved eller efter sidste oplæring",
        "the last counting was made at or after the last session",
    ),
    why: Bilingual::new(
        "Er oplæringen ikke slut, når der tælles, viser tallene ikke, hvad den har ført til.",
        "If the training has not ended at the counting, the figures do not show what it led to.",
    ),
    remedy: Bilingual::new(
        "Tæl igen efter sidste oplæring, og angiv, hvornår der er talt.",
        "Count again after the last session, and state when it was done.",
    ),
    example: Bilingual::new(
        "Rapporten sammenligner med en optælling fra marts 2023, men sidste oplæring blev holdt i april.",
        "The report compares with a counting from March 2023, but the last session was held in April.",
    ),
    ..Rule::DERIVED
};

message! {
    Early { on: PartialDate, ended: PartialDate }
    "sidste optælling ({on}) ligger før sidste oplæring ({ended})",
    "the last counting ({on}) is before the last session ({ended})",
}

message! {
    EarlyInWords { time: Bilingual }
    "sidste optælling er foretaget {time}; der er ingen fra efter oplæringen",
    "the last counting was made {time}; there is none from after the training",
}

/// A project that has neither ended nor concluded anything may still count again.
pub(super) fn check(project: &ImprovementProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let [_, .., last] = project.countings.as_slice() else { return };
    let has_ended = project.ends_on.is_some_and(|on| on.last_day() < cx.as_of());
    if project.claims.is_empty() && !has_ended {
        return;
    }
    let at = at.key("countings");
    let place = at.item(project.countings.len().saturating_sub(1), last.id);
    let closing = training::held(project, last).max_by_key(|held| held.first_day());
    match (last.on, closing) {
        (Some(on), Some(ended)) if on.ends_before(ended) => {
            return cx.not_met(&place.key("on"), Early { on, ended });
        }
        _ => {}
    }
    match last.time {
        Some(CountingTime::AtEnd | CountingTime::After) => {}
        Some(time) => cx.not_met(&place.key("time"), EarlyInWords { time: time.label() }),
        None => {
            let parts = [
                (
                    last.on.is_some(),
                    Bilingual::new("hvornår der er talt sidste gang", "when the last counting was made"),
                ),
                (
                    closing.is_some(),
                    Bilingual::new("datoen for sidste oplæring", "the date of the last session"),
                ),
            ];
            cx.all_stated(&place, parts);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementProject> = &[
    |project, _| breaks::change_last(project, |last| last.on = PartialDate::of_month(2023, 8)),
    |project, _| breaks::change_last(project, |last| last.time = Some(CountingTime::During)),
    |project, _| breaks::change_last(project, |last| (last.on, last.time) = (None, None)),
    |project, _| {
        breaks::change_last(project, |last| last.time = None);
        project.training.iter_mut().for_each(|one| one.held_on = None);
    },
];

#[cfg(test)]
const PROJECT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "endsOn": "2023",
    "countings": [
        { "id": "00000000-0000-4000-8000-000000000002" },
        { "id": "00000000-0000-4000-8000-000000000003" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // On the day of the last session, and by the word of the source alone.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-04-20" }
            ],
            "training": [{ "heldOn": "2023-04-20" }, { "heldOn": "2023-03-01" }],
            "claims": [{ "id": "00000000-0000-4000-8000-000000000004" }]
        }"#,
    ),
    accepts_with(PROJECT, r#"{ "/countings/1/time": "atEnd" }"#),
    // A meeting afterwards is not one of the sessions, which have numbers.
    accepts_with(
        PROJECT,
        r#"{ "/countings/1/on": "2023-04-20", "/training": [{ "heldOn": "2023-04-20", "number": 3 }, { "heldOn": "2023-05-31" }] }"#,
    ),
    // The project goes on until today, and has concluded nothing.
    accepts_with(PROJECT, r#"{ "/endsOn": "2024-01-15", "/countings/1/time": "during" }"#),
    // There is only a baseline.
    accepts_with(PROJECT, r#"{ "/countings/0/time": "atStart", "/countings/1": null }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-04-19", "time": "atEnd" }
            ],
            "training": [{ "heldOn": "2023-04-20" }, { "heldOn": "2023-03-01" }],
            "claims": [{ "id": "00000000-0000-4000-8000-000000000004" }]
        }"#,
        &[not_met(
            "/countings/1/on",
            "sidste optælling (19. april 2023) ligger før sidste oplæring (20. april 2023)",
            "the last counting (19 April 2023) is before the last session (20 April 2023)",
        )],
    ),
    refuses_with(
        PROJECT,
        r#"{ "/endsOn": "2024-01-14", "/countings/1/time": "during" }"#,
        &[not_met(
            "/countings/1/time",
            "sidste optælling er foretaget undervejs; der er ingen fra efter oplæringen",
            "the last counting was made along the way; there is none from after the training",
        )],
    ),
    refuses(
        PROJECT,
        &[not_assessable(
            "/countings/1",
            "kan ikke vurderes; mangler: hvornår der er talt sidste gang, datoen for sidste oplæring",
            "cannot be assessed; missing: when the last counting was made, the date of the last session",
        )],
    ),
    // It has not ended yet, as far as known: it may still count again.
    accepts_with(
        PROJECT,
        r#"{ "/endsOn": null, "/countings/1/on": "2023-04-19", "/training": [{ "heldOn": "2023-04-20" }] }"#,
    ),
    accepts_with(
        PROJECT,
        r#"{ "/endsOn": "2024-01", "/countings/1/on": "2023-04-19", "/training": [{ "heldOn": "2023-04-20" }] }"#,
    ),
    // The session that begins last is named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "countings": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "2023-03-31" }
            ],
            "training": [{ "heldOn": "2023-04" }, { "heldOn": "2023-04-20" }],
            "claims": [{ "id": "00000000-0000-4000-8000-000000000004" }]
        }"#,
        &[not_met(
            "/countings/1/on",
            "sidste optælling (31. marts 2023) ligger før sidste oplæring (20. april 2023)",
            "the last counting (31 March 2023) is before the last session (20 April 2023)",
        )],
    ),
];
