//! All buildings where citizens stay are reviewed.

use chrono::NaiveDate;

use crate::codes;
use crate::duty::BuildingReview;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::date::{PartialDate, Period};
#[cfg(feature = "proptest")]
use crate::duty::ReviewedBuilding;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT002,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-047"],
    sources: &[SourceRef::agreement("1.2")],
    title: Bilingual::new(
        "alle bygninger, hvor borgere opholder sig, er gennemgået, når perioden er slut",
        "all buildings where citizens stay have been reviewed when the window ends",
    ),
    why: Bilingual::new(
        "Kun for de bygninger, der er gennemgået, ved man, om flugtveje, alarmer og inventar er forsvarlige.",
        "It is known only for the buildings that were reviewed whether escape routes, alarms and furniture are safe.",
    ),
    remedy: Bilingual::new(
        "Få de sidste bygninger gennemgået, eller notér datoen, hvis det er sket.",
        "Have the last buildings reviewed, or note the date if it has been done.",
    ),
    example: Bilingual::new(
        "Perioden sluttede 31. december 2025, og én bygning er ikke gennemgået.",
        "The period ended on 31 December 2025, and one building has not been reviewed.",
    ),
    requires: &[codes::DUT013],
    ..Rule::DERIVED
};

message! {
    SomeLeft { left: u64, buildings: u64, last_day: NaiveDate }
    "{left} af {buildings:bygning|bygninger} er ikke gennemgået; sidste dag var {last_day}",
    "the review lacks {left} of {buildings:building|buildings}; the last day was {last_day}",
}

message! {
    AllLeft { last_day: NaiveDate }
    "ingen bygning er gennemgået; sidste dag var {last_day}",
    "no building has been reviewed; the last day was {last_day}",
}

pub(super) const WINDOW: Bilingual = Bilingual::new("gennemgangens periode", "the window of the review");
pub(super) const USE: Bilingual =
    Bilingual::new("om borgere opholder sig i bygningen", "whether citizens stay in the building");
const DAY: Bilingual = Bilingual::new("hvornår bygningen er gennemgået", "when the building was reviewed");

/// DUT021 judges when a building was reviewed.
pub(super) fn check(review: &BuildingReview, at: &Path<'_>, cx: &mut Checker<'_>) {
    if review.buildings.iter().all(|one| !one.is_to_be_reviewed()) {
        return;
    }
    let Some(window) = review.window else { return cx.not_assessable(at, WINDOW) };
    if !window.is_ordered() {
        return cx.depends_on(at, codes::DUT013);
    }
    let last_day = window.end;
    let is_over = cx.as_of() > last_day;
    let (mut left, mut buildings) = (0_usize, 0_usize);
    let list = at.key("buildings");
    for (n, one) in review.buildings.iter().enumerate().filter(|(_, one)| one.is_to_be_reviewed()) {
        let place = list.index(n);
        let is_used = one.used_by_citizens.is_some();
        buildings = buildings.saturating_add(usize::from(is_used));
        // One that is dated in the future is planned.
        let is_planned = one.reviewed_on.is_some_and(|on| on.first_day() > cx.as_of());
        if one.reviewed_on.is_some() && !is_planned {
            continue;
        }
        match one.improvements {
            // Improvements are what a review led to.
            Some(_) if !is_planned => cx.not_assessable(&place, DAY),
            _ if !is_over => {}
            _ if !is_used => cx.not_assessable(&place, USE),
            _ => left = left.saturating_add(1),
        }
    }
    if left > 0 && left == buildings {
        cx.not_met(&list, AllLeft { last_day });
    } else if left > 0 {
        cx.not_met(&list, SomeLeft { left: count(left), buildings: count(buildings), last_day });
    }
}

/// Ends the window before the check, with every building reviewed in it, and changes the first one.
#[cfg(feature = "proptest")]
pub(super) fn end_window(review: &mut BuildingReview, change: fn(&mut ReviewedBuilding)) {
    review.window = Period::year(2023);
    for one in &mut review.buildings {
        *one = ReviewedBuilding {
            used_by_citizens: Some(true),
            reviewed_on: PartialDate::of_month(2023, 6),
            improvements: Some(crate::duty::Improvements::NotNeeded),
            name: None,
        };
    }
    review.buildings.first_mut().into_iter().for_each(change);
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<BuildingReview> = &[
    |review, _| {
        end_window(review, |one| {
            *one = ReviewedBuilding { used_by_citizens: Some(true), ..ReviewedBuilding::default() };
        });
    },
    |review, _| end_window(review, |one| *one = ReviewedBuilding::default()),
    |review, _| review.window = None,
    |review, _| end_window(review, |one| one.reviewed_on = None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "buildings": [{ "usedByCitizens": false }] }"#),
    // The last day of the window, today.
    accepts(
        r#"{
            "window": { "start": "2023-01-01", "end": "2024-01-15" },
            "buildings": [{ "usedByCitizens": true }, {}, { "usedByCitizens": true, "reviewedOn": "2022" }]
        }"#,
    ),
    accepts(
        r#"{
            "window": { "start": "2023-01-01", "end": "2023-12-31" },
            "buildings": [
                { "usedByCitizens": true, "reviewedOn": "2023-12-31" },
                { "usedByCitizens": true, "reviewedOn": "2023-01-01" }, { "reviewedOn": "2023" },
                { "usedByCitizens": false }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "window": { "start": "2023-01-01", "end": "2024-01-14" },
            "buildings": [
                { "usedByCitizens": true, "reviewedOn": "2022" },
                { "usedByCitizens": true, "reviewedOn": "2023" },
                { "usedByCitizens": true, "reviewedOn": "2024-01-15" },
                { "usedByCitizens": true, "reviewedOn": "2024-01-16" },
                {}
            ]
        }"#,
        &[
            not_met(
                "/buildings",
                "1 af 4 bygninger er ikke gennemgået; sidste dag var 14. januar 2024",
                "the review lacks 1 of 4 buildings; the last day was 14 January 2024",
            ),
            not_assessable(
                "/buildings/4",
                "kan ikke vurderes; mangler: om borgere opholder sig i bygningen",
                "cannot be assessed; missing: whether citizens stay in the building",
            ),
        ],
    ),
    refuses(
        r#"{ "window": { "start": "2023-01-01", "end": "2023-12-31" }, "buildings": [{ "usedByCitizens": true }] }"#,
        &[not_met(
            "/buildings",
            "ingen bygning er gennemgået; sidste dag var 31. december 2023",
            "no building has been reviewed; the last day was 31 December 2023",
        )],
    ),
    // A review that led to something has taken place, in the window or not.
    refuses(
        r#"{
            "window": { "start": "2024-01-01", "end": "2025-12-31" },
            "buildings": [
                { "usedByCitizens": true, "improvements": "carriedOut" }, { "improvements": "notNeeded" },
                { "usedByCitizens": false, "improvements": "carriedOut" },
                { "usedByCitizens": true, "reviewedOn": "2024-02", "improvements": "planned" }
            ]
        }"#,
        &[
            not_assessable(
                "/buildings/0",
                "kan ikke vurderes; mangler: hvornår bygningen er gennemgået",
                "cannot be assessed; missing: when the building was reviewed",
            ),
            not_assessable(
                "/buildings/1",
                "kan ikke vurderes; mangler: hvornår bygningen er gennemgået",
                "cannot be assessed; missing: when the building was reviewed",
            ),
        ],
    ),
    refuses(
        r#"{ "window": { "start": "2025-12-31", "end": "2024-01-01" }, "buildings": [{}] }"#,
        &[not_evaluated("", "DUT013")],
    ),
    refuses(
        r#"{ "buildings": [{ "usedByCitizens": true }] }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: gennemgangens periode",
            "cannot be assessed; missing: the window of the review",
        )],
    ),
    // Reviewed before the window, after it, in this month, which has begun, or at an unclear time: DUT021 judges these.
    accepts(
        r#"{
            "window": { "start": "2022-01-10", "end": "2023-12-15" },
            "buildings": [
                { "usedByCitizens": true, "reviewedOn": "2021-12" }, { "usedByCitizens": true, "reviewedOn": "2024-01" },
                { "usedByCitizens": true, "reviewedOn": "2023-12" }, { "reviewedOn": "2024-01-10" }
            ]
        }"#,
    ),
];
