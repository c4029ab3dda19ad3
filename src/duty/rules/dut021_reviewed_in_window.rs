//! A building is reviewed within the window of the review.

use chrono::NaiveDate;

use super::dut002_buildings_reviewed::USE;
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::duty::BuildingReview;
use crate::duty::building::Reviewed;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::dut002_buildings_reviewed::end_window;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT021,
    basis: Basis::Stated,
    requirements: &["R-047"],
    sources: &[SourceRef::agreement("1.2")],
    title: Bilingual::new(
        "en bygning gennemgås i den periode, gennemgangen har",
        "a building is reviewed within the window of the review",
    ),
    why: Bilingual::new(
        "Bygningerne skal gennemgås i løbet af perioden, så alle er vurderet på samme grundlag.",
        "The buildings are to be reviewed during the window, so that all are judged on the same terms.",
    ),
    remedy: Bilingual::new(
        "Er bygningen også gennemgået i perioden, så notér den dato. Ellers er der ikke noget at rette: en gennemgang kan være sket for sent, være sket før tid og stadig gælde, eller bygningen kan være taget i brug efter perioden.",
        "If the building was also reviewed within the window, note that date. Otherwise there is nothing to correct: the review may have been late, or early and still be valid, or the building may have been taken into use after the window.",
    ),
    example: Bilingual::new(
        "Perioden sluttede 31. december 2025, og en bygning blev gennemgået 20. januar 2026.",
        "The window ended on 31 December 2025, and one building was reviewed on 20 January 2026.",
    ),
    requires: &[codes::DUT002, codes::DUT013],
    ..Rule::DERIVED
};

message! {
    Late { on: PartialDate, last_day: NaiveDate }
    "bygningen er gennemgået efter perioden: {on}; sidste dag var {last_day}",
    "the building was reviewed after the window: {on}; the last day was {last_day}",
}

message! {
    Early { on: PartialDate, first_day: NaiveDate }
    "bygningen er kun gennemgået før perioden: {on}; første dag var {first_day}",
    "the building was reviewed only before the window: {on}; the first day was {first_day}",
}

const EXACT_DAY: Bilingual =
    Bilingual::new("den præcise dag for gennemgangen", "the exact day of the review");

pub(super) fn check(review: &BuildingReview, at: &Path<'_>, cx: &mut Checker<'_>) {
    if review.buildings.iter().all(|one| !one.is_to_be_reviewed()) {
        return;
    }
    let Some(window) = review.window else { return cx.depends_on(at, codes::DUT002) };
    if !window.is_ordered() {
        return cx.depends_on(at, codes::DUT013);
    }
    let Period { start: first_day, end: last_day } = window;
    let list = at.key("buildings");
    for (n, one) in review.buildings.iter().enumerate().filter(|(_, one)| one.is_to_be_reviewed()) {
        // One that is dated in the future is planned.
        if one.reviewed_on.is_some_and(|on| on.first_day() > cx.as_of()) {
            continue;
        }
        let place = list.index(n);
        match one.reviewed(review.window) {
            Reviewed::No | Reviewed::Yes => {}
            // There is time for another one.
            Reviewed::Early(_) if cx.as_of() <= last_day => {}
            Reviewed::Early(_) | Reviewed::Late(_) if one.used_by_citizens.is_none() => {
                cx.not_assessable(&place, USE);
            }
            Reviewed::Early(on) => cx.not_met(&place.key("reviewedOn"), Early { on, first_day }),
            Reviewed::Late(on) => cx.not_met(&place.key("reviewedOn"), Late { on, last_day }),
            Reviewed::Unclear => cx.not_assessable(&place, EXACT_DAY),
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<BuildingReview> = &[
    |review, _| end_window(review, |one| one.reviewed_on = PartialDate::of_year(2024)),
    |review, _| end_window(review, |one| one.reviewed_on = PartialDate::of_year(2022)),
    |review, _| {
        end_window(review, |one| {
            (one.reviewed_on, one.used_by_citizens) = (PartialDate::of_year(2022), None);
        });
    },
    |review, _| {
        end_window(review, |one| one.reviewed_on = PartialDate::of_year(2023));
        review.window = review.window.map(|window| Period { end: window.start, ..window });
        review.buildings.truncate(1);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "buildings": [{ "usedByCitizens": false, "reviewedOn": "2020" }] }"#),
    accepts(
        r#"{
            "window": { "start": "2023-01-01", "end": "2023-12-31" },
            "buildings": [
                { "usedByCitizens": true, "reviewedOn": "2023-12-31" },
                { "usedByCitizens": true, "reviewedOn": "2023-01-01" }, { "reviewedOn": "2023" },
                { "usedByCitizens": true }, { "usedByCitizens": false, "reviewedOn": "2024-01-01" }
            ]
        }"#,
    ),
    // The last day of the window, today.
    accepts(
        r#"{
            "window": { "start": "2023-01-01", "end": "2024-01-15" },
            "buildings": [{ "usedByCitizens": true, "reviewedOn": "2022" }, { "reviewedOn": "2022" }]
        }"#,
    ),
    refuses(
        r#"{
            "window": { "start": "2023-01-01", "end": "2024-01-14" },
            "buildings": [
                { "usedByCitizens": true, "reviewedOn": "2022-12-31" },
                { "usedByCitizens": true, "reviewedOn": "2024-01-15" },
                { "usedByCitizens": true, "reviewedOn": "2024-01-16" },
                { "reviewedOn": "2022" }, { "reviewedOn": "2024-01-15" }
            ]
        }"#,
        &[
            not_met(
                "/buildings/0/reviewedOn",
                "bygningen er kun gennemgået før perioden: 31. december 2022; første dag var 1. januar 2023",
                "the building was reviewed only before the window: 31 December 2022; the first day was 1 January 2023",
            ),
            not_met(
                "/buildings/1/reviewedOn",
                "bygningen er gennemgået efter perioden: 15. januar 2024; sidste dag var 14. januar 2024",
                "the building was reviewed after the window: 15 January 2024; the last day was 14 January 2024",
            ),
            not_assessable(
                "/buildings/3",
                "kan ikke vurderes; mangler: om borgere opholder sig i bygningen",
                "cannot be assessed; missing: whether citizens stay in the building",
            ),
            not_assessable(
                "/buildings/4",
                "kan ikke vurderes; mangler: om borgere opholder sig i bygningen",
                "cannot be assessed; missing: whether citizens stay in the building",
            ),
        ],
    ),
    // Dated in the month of the check, which has begun.
    refuses(
        r#"{
            "window": { "start": "2022-01-01", "end": "2023-12-31" },
            "buildings": [{ "usedByCitizens": true, "reviewedOn": "2024-01" }]
        }"#,
        &[not_met(
            "/buildings/0/reviewedOn",
            "bygningen er gennemgået efter perioden: januar 2024; sidste dag var 31. december 2023",
            "the building was reviewed after the window: January 2024; the last day was 31 December 2023",
        )],
    ),
    // A month that ends after the window, or begins before it.
    refuses(
        r#"{
            "window": { "start": "2022-01-10", "end": "2023-12-15" },
            "buildings": [
                { "usedByCitizens": true, "reviewedOn": "2023-12" }, { "usedByCitizens": true, "reviewedOn": "2022-01" }
            ]
        }"#,
        &[
            not_assessable(
                "/buildings/0",
                "kan ikke vurderes; mangler: den præcise dag for gennemgangen",
                "cannot be assessed; missing: the exact day of the review",
            ),
            not_assessable(
                "/buildings/1",
                "kan ikke vurderes; mangler: den præcise dag for gennemgangen",
                "cannot be assessed; missing: the exact day of the review",
            ),
        ],
    ),
    refuses(
        r#"{ "buildings": [{ "usedByCitizens": true, "reviewedOn": "2023" }] }"#,
        &[not_evaluated("", "DUT002")],
    ),
    refuses(
        r#"{ "window": { "start": "2025-12-31", "end": "2024-01-01" }, "buildings": [{}] }"#,
        &[not_evaluated("", "DUT013")],
    ),
];
