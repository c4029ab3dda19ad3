//! All documents name the same day on which a building was reviewed, or a health monitoring carried out or reported.

use crate::bundle::crossing::Done;
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
    crate::draft::tape::Tape,
    crate::duty::{
        BuildingReview, DailyDuties, HealthMonitoring, Improvements, MonitoredArea, ReviewedBuilding,
    },
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN027,
    basis: Basis::Form,
    requirements: &["R-047", "R-063", "R-064"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, buildingReview, healthMonitoring"),
        SourceRef::agreement("1.2"),
        SourceRef::agreement("1.11.1"),
    ],
    title: Bilingual::new(
        "dagen, hvor en bygning er gennemgået, eller en sundhedsfaglig overvågning er gennemført eller rapporteret, er den samme i alle dokumenter, der gælder samme periode",
        "the day on which a building was reviewed, or health monitoring was carried out or reported, is the same in all documents for the same period",
    ),
    why: Bilingual::new(
        "Hver bygning gennemgås én gang i perioden, og en overvågning gennemføres én gang til sin tid. Med to datoer kan ingen se, hvornår det skete, og hvad forbedringerne bygger på.",
        "Each building is reviewed once in the window, and a monitoring is carried out once at its time. With two dates nobody can see when that was done, and what the improvements rest on.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert. Er det gjort to gange, så skriv begge gange i begge dokumenter.",
        "Correct the date that is wrong. If it was done twice, state both times in both documents.",
    ),
    example: Bilingual::new(
        "Hovedhuset er gennemgået 9. april ifølge listen over driftsopgaver og 11. juni ifølge aftalen.",
        "The main house was reviewed on 9 April according to the list of daily duties, and on 11 June according to the agreement.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherDay { what: Bilingual, here: PartialDate, document: u64, there: PartialDate }
    "{what} {here:i}, men {there:i} ifølge dokument {document}",
    "{what} {here:on|in} here, but {there:on|in} according to document {document}",
}

const REVIEWED: Bilingual = Bilingual::new("bygningen er her gennemgået", "the building was reviewed");
const CARRIED_OUT: Bilingual =
    Bilingual::new("overvågningen er her gennemført", "the monitoring was carried out");
const REPORTED: Bilingual = Bilingual::new("resultaterne er her rapporteret", "the results were reported");

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.duties.apart {
        let what = match clash.done {
            Done::Reviewed => REVIEWED,
            Done::CarriedOut => CARRIED_OUT,
            Done::Reported => REPORTED,
        };
        let (here, document, there) = (clash.here, crossing::number(clash.first), clash.there);
        crossing.not_met(clash.place, clash.duties, at, cx, OtherDay { what, here, document, there });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        add_both(bundle, tape, |duties, day| {
            let building = ReviewedBuilding {
                name: Some("Hovedhuset".into()),
                reviewed_on: day,
                improvements: Some(Improvements::NotNeeded),
                ..ReviewedBuilding::default()
            };
            duties.building_review = Some(BuildingReview {
                window: Period::year(2024),
                buildings: [building].into(),
                ..BuildingReview::default()
            });
        });
    },
    |bundle, tape| {
        add_both(bundle, tape, |duties, day| {
            let area = MonitoredArea { name: Some("Ernæring".into()), covered: Some(true) };
            duties.health_monitoring.push(HealthMonitoring {
                topic: Some("Screening".into()),
                areas: [area].into(),
                when: added::month(1),
                done_on: day,
                report_by: added::month(3),
                ..HealthMonitoring::default()
            });
        });
    },
];

/// Adds two lists of duties of one service, in which something was done on different days.
#[cfg(feature = "proptest")]
fn add_both(bundle: &mut Bundle, tape: &mut Tape<'_>, change: fn(&mut DailyDuties, Option<PartialDate>)) {
    // The community brings in the service.
    added::community(added::figure(tape.spare_id(2), tape), bundle, tape);
    for (n, day) in [(5, "2024-01-02"), (6, "2024-01-09")] {
        let mut duties =
            DailyDuties { service: Some(tape.spare_id(1)), ..DailyDuties::new(tape.spare_id(n)) };
        change(&mut duties, day.parse().ok());
        added::document(duties, bundle, tape);
    }
}

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
            "bygningen er her gennemgået 9. april 2023, men i juni 2023 ifølge dokument 1",
            "the building was reviewed on 9 April 2023 here, but in June 2023 according to document 1",
        )],
    ),
    // Another topic, another time, no time, and no topic.
    accepts(bundle_of!(
        "01": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000011",
            "service": "00000000-0000-4000-8000-000000000012",
            "healthMonitoring": [
                { "topic": "Screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17", "reportedOn": "2023-11" },
                { "topic": "Medicin", "doneOn": "2023-10-17" }, { "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17" }
            ]
        } }"#,
        "02": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000021",
            "service": "00000000-0000-4000-8000-000000000012",
            "healthMonitoring": [
                { "topic": "screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10", "reportedOn": "2023-11-12" },
                { "topic": "Hygiejne", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-19" },
                { "topic": "Screening", "when": { "date": { "on": "2023-11" } }, "doneOn": "2023-11-19" },
                { "topic": "Medicin", "doneOn": "2023-10-19" }, { "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-19" }
            ]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011",
                "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "duties": {
                    "id": "00000000-0000-4000-8000-000000000013",
                    "healthMonitoring": [
                        { "topic": "Screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17", "reportedOn": "2023-11-12" }
                    ]
                }
            } }"#,
            "02": r#"{ "duties": {
                "id": "00000000-0000-4000-8000-000000000021",
                "service": "00000000-0000-4000-8000-000000000012",
                "healthMonitoring": [
                    { "topic": "Screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-19", "reportedOn": "2023-11-15" }
                ]
            } }"#,
        ),
        &[
            not_met(
                "/documents/1/content/duties/healthMonitoring/0/doneOn",
                "overvågningen er her gennemført 19. oktober 2023, men 17. oktober 2023 ifølge dokument 1",
                "the monitoring was carried out on 19 October 2023 here, but on 17 October 2023 according to document 1",
            ),
            not_met(
                "/documents/1/content/duties/healthMonitoring/0/reportedOn",
                "resultaterne er her rapporteret 15. november 2023, men 12. november 2023 ifølge dokument 1",
                "the results were reported on 15 November 2023 here, but on 12 November 2023 according to document 1",
            ),
        ],
    ),
];
