//! All documents name one day on which a building was reviewed.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::date::Period,
    crate::duty::{BuildingReview, DailyDuties, Improvements, ReviewedBuilding},
    crate::rule::trial::Breaks,
    chrono::NaiveDate,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN027,
    basis: Basis::Form,
    requirements: &["R-047"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, buildingReview"),
        SourceRef::agreement("1.2"),
    ],
    title: Bilingual::new(
        "en bygning er gennemgået samme dag ifølge alle dokumenter med samme periode for gennemgangen",
        "a building was reviewed on one day by all documents with the same window of the review",
    ),
    why: Bilingual::new(
        "Hver bygning gennemgås én gang i perioden. Med to datoer kan ingen se, hvornår det skete, og hvad forbedringerne bygger på.",
        "Each building is reviewed once in the window. With two dates nobody can see when that was done, and what the improvements rest on.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert. Er bygningen gennemgået to gange, så skriv begge gennemgange i begge dokumenter.",
        "Correct the date that is wrong. If the building was reviewed twice, state both reviews in both documents.",
    ),
    example: Bilingual::new(
        "Hovedhuset er gennemgået 9. april ifølge listen over driftsopgaver og 11. juni ifølge aftalen.",
        "The main house was reviewed on 9 April by the list of daily duties, and on 11 June by the agreement.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherDay { here: PartialDate, document: u64, there: PartialDate }
    "bygningen er her gennemgået {here:i}, men ifølge dokument {document} {there:i}",
    "the building was reviewed {here:on|in} here, but {there:on|in} by document {document}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.buildings.apart {
        let facts =
            OtherDay { here: clash.here, document: crossing::number(clash.first), there: clash.there };
        crossing.not_met(clash.place, clash.duties, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    // The community brings in the service.
    added::community(added::figure(tape.spare_id(2), tape), bundle, tape);
    for (n, day) in [(5, 2), (6, 9)] {
        let reviewed_on = NaiveDate::from_ymd_opt(2024, 1, day).and_then(|day| PartialDate::of_day(day).ok());
        let building = ReviewedBuilding {
            name: Some("Hovedhuset".into()),
            reviewed_on,
            improvements: Some(Improvements::NotNeeded),
            ..ReviewedBuilding::default()
        };
        let review = BuildingReview {
            window: Period::year(2024),
            buildings: [building].into(),
            ..BuildingReview::default()
        };
        let duties = DailyDuties {
            service: Some(tape.spare_id(1)),
            building_review: Some(review),
            ..DailyDuties::new(tape.spare_id(n))
        };
        added::document(duties, bundle, tape);
    }
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The day is in the month; one of two reviews; another building, window and service; and no window.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "duties": {
                "id": "00000000-0000-4000-8000-000000000013",
                "buildingReview": {
                    "window": { "start": "2023-01-01", "end": "2024-12-31" },
                    "buildings": [
                        { "name": "Hovedhuset", "reviewedOn": "2023-04" },
                        { "name": "Annekset", "reviewedOn": "2023-04-09" }, { "name": "Annekset", "reviewedOn": "2023-06-11" },
                        { "name": "Værkstedet", "reviewedOn": "2023-04-09" }, { "name": "Garagen" }, { "reviewedOn": "2023-04-09" }
                    ]
                }
            }
        } }"#,
        "02": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000021",
            "service": "00000000-0000-4000-8000-000000000012",
            "buildingReview": {
                "window": { "start": "2023-01-01", "end": "2024-12-31" },
                "buildings": [
                    { "name": "hovedhuset", "reviewedOn": "2023-04-09" }, { "name": "Annekset", "reviewedOn": "2023-06-11" },
                    { "name": "Værkstedet" }, { "name": "Garagen", "reviewedOn": "2023-06-11" }, { "reviewedOn": "2023-06-11" }
                ]
            }
        } }"#,
        "03": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000031",
            "service": "00000000-0000-4000-8000-000000000032",
            "buildingReview": {
                "window": { "start": "2023-01-01", "end": "2024-12-31" },
                "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2023-06-11" }]
            }
        } }"#,
        "04": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000041",
            "service": "00000000-0000-4000-8000-000000000012",
            "buildingReview": {
                "window": { "start": "2021-01-01", "end": "2022-12-31" },
                "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2022-06-11" }]
            }
        } }"#,
        "05": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000051",
            "service": "00000000-0000-4000-8000-000000000012",
            "buildingReview": { "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2022-06-11" }] }
        } }"#,
        "06": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000061",
            "buildingReview": {
                "window": { "start": "2023-01-01", "end": "2024-12-31" },
                "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2023-06-11" }]
            }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "duties": {
                "id": "00000000-0000-4000-8000-000000000021",
                "service": "00000000-0000-4000-8000-000000000012",
                "buildingReview": {
                    "window": { "start": "2023-01-01", "end": "2024-12-31" },
                    "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2023-06" }]
                }
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "duties": {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "buildingReview": {
                        "window": { "start": "2023-01-01", "end": "2024-12-31" },
                        "buildings": [{ "name": "Garagen" }, { "name": "Hovedhuset", "reviewedOn": "2023-04-09" }]
                    }
                }
            } }"#,
        ),
        &[not_met(
            "/documents/1/content/agreement/duties/buildingReview/buildings/1/reviewedOn",
            "bygningen er her gennemgået 9. april 2023, men ifølge dokument 1 i juni 2023",
            "the building was reviewed on 9 April 2023 here, but in June 2023 by document 1",
        )],
    ),
];
