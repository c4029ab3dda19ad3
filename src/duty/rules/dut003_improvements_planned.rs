//! There is a plan for the improvements that a review led to, once the window of the review has ended.

use chrono::NaiveDate;

use super::dut002_buildings_reviewed::WINDOW;
use crate::codes;
use crate::duty::{BuildingReview, Improvements};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::dut002_buildings_reviewed::end_window;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT003,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-047"],
    sources: &[SourceRef::agreement("1.2")],
    title: Bilingual::new(
        "når perioden for sikkerhedsgennemgangen er slut, er der en plan for de nødvendige forbedringer",
        "when the window of the safety review has ended, there is a plan for the improvements that are needed",
    ),
    why: Bilingual::new(
        "En gennemgang gør ingen bygning mere sikker; det gør de forbedringer, som den fører til.",
        "A review makes no building safer; the improvements that it leads to do.",
    ),
    remedy: Bilingual::new(
        "Læg en plan for forbedringerne, eller notér, at de er gennemført.",
        "Make a plan for the improvements, or note that they are carried out.",
    ),
    example: Bilingual::new(
        "Gennemgangen viste, at alarmen ikke rækker til kælderen, og da perioden sluttede, havde ingen planlagt, hvornår det bliver rettet.",
        "The review showed that the alarm does not reach the basement, and when the window ended, nobody had planned when that will be put right.",
    ),
    requires: &[codes::DUT013],
    ..Rule::DERIVED
};

message! {
    WithoutPlan { last_day: NaiveDate }
    "bygningen har brug for forbedringer, som der ikke er en plan for; sidste dag var {last_day}",
    "the building needs improvements for which there is no plan; the last day was {last_day}",
}

const IMPROVEMENTS: Bilingual =
    Bilingual::new("hvilke forbedringer gennemgangen førte til", "which improvements the review led to");

pub(super) fn check(review: &BuildingReview, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("buildings");
    for (n, one) in review.buildings.iter().enumerate().filter(|(_, one)| one.is_to_be_reviewed()) {
        let place = list.index(n);
        match (one.improvements, review.window) {
            (Some(Improvements::Needed), None) => cx.not_assessable(&place, WINDOW),
            (Some(Improvements::Needed), Some(window)) if !window.is_ordered() => {
                cx.depends_on(&place, codes::DUT013);
            }
            (Some(Improvements::Needed), Some(window)) if cx.as_of() > window.end => {
                cx.not_met(&place.key("improvements"), WithoutPlan { last_day: window.end });
            }
            // One that is dated in the future has led to nothing yet.
            (None, _) if one.reviewed_on.is_some_and(|on| on.first_day() <= cx.as_of()) => {
                cx.not_assessable(&place, IMPROVEMENTS);
            }
            _ => {}
        }
    }
}

// Without a window DUT002 cannot be assessed either.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<BuildingReview> = &[
    |review, _| end_window(review, |one| one.improvements = Some(Improvements::Needed)),
    |review, _| end_window(review, |one| one.improvements = None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // The last day of the window, today: a plan can still be made.
    accepts(
        r#"{
            "window": { "start": "2023-01-01", "end": "2024-01-15" },
            "buildings": [{ "reviewedOn": "2023-06-20", "improvements": "needed" }]
        }"#,
    ),
    accepts(
        r#"{
            "window": { "start": "2023-01-01", "end": "2023-12-31" },
            "buildings": [
                { "reviewedOn": "2023-06", "improvements": "notNeeded" },
                { "reviewedOn": "2023-06", "improvements": "planned" },
                { "reviewedOn": "2023-06", "improvements": "carriedOut" },
                { "usedByCitizens": false, "reviewedOn": "2023-06", "improvements": "needed" },
                { "usedByCitizens": false, "reviewedOn": "2023-06" },
                { "reviewedOn": "2024-01-16" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "window": { "start": "2023-01-01", "end": "2024-01-14" },
            "buildings": [
                { "name": "Bygning 1", "reviewedOn": "2023-06", "improvements": "planned" },
                { "name": "Bygning 2", "improvements": "needed" }
            ]
        }"#,
        &[not_met(
            "/buildings/1/improvements",
            "bygningen har brug for forbedringer, som der ikke er en plan for; sidste dag var 14. januar 2024",
            "the building needs improvements for which there is no plan; the last day was 14 January 2024",
        )],
    ),
    // Reviewed today, and in this month, which has begun.
    refuses(
        r#"{ "buildings": [{ "reviewedOn": "2024-01-15" }, { "reviewedOn": "2024-01" }] }"#,
        &[
            not_assessable(
                "/buildings/0",
                "kan ikke vurderes; mangler: hvilke forbedringer gennemgangen førte til",
                "cannot be assessed; missing: which improvements the review led to",
            ),
            not_assessable(
                "/buildings/1",
                "kan ikke vurderes; mangler: hvilke forbedringer gennemgangen førte til",
                "cannot be assessed; missing: which improvements the review led to",
            ),
        ],
    ),
    refuses(
        r#"{ "buildings": [{ "reviewedOn": "2023-06", "improvements": "needed" }] }"#,
        &[not_assessable(
            "/buildings/0",
            "kan ikke vurderes; mangler: gennemgangens periode",
            "cannot be assessed; missing: the window of the review",
        )],
    ),
    refuses(
        r#"{
            "window": { "start": "2025-12-31", "end": "2024-01-01" },
            "buildings": [{ "reviewedOn": "2023-06", "improvements": "needed" }]
        }"#,
        &[not_evaluated("/buildings/0", "DUT013")],
    ),
];
