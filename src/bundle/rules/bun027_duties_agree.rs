//! All documents say the same about a duty: when it was done, and how it is to be done.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::bundle::crossing::{Apart, Done, event_types};
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::{PartialDate, Period};
use crate::duty::EventType;
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
    crate::duty::{
        BuildingReview, Contact, ContactModel, DayCounting, EventReporting, HealthMonitoring, Improvements,
        MonitoredArea, ReportDay, ReviewedBuilding, StatutoryTraining, TrainedMember,
    },
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN027,
    basis: Basis::Form,
    requirements: &["R-035", "R-047", "R-048", "R-058", "R-060", "R-063", "R-064"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles, duties"),
        SourceRef::agreement("1.2"),
        SourceRef::agreement("1.3.1"),
        SourceRef::agreement("1.4"),
        SourceRef::agreement("1.9.1"),
        SourceRef::agreement("1.11"),
        SourceRef::agreement("1.11.1"),
    ],
    title: Bilingual::new(
        "alle dokumenter, der gælder samme tid, siger det samme om tilbuddets driftsopgaver: hvornår de er udført, og hvad der er fastlagt om dem",
        "all documents for the same time say the same about the duties of a service: when they were done, and how they are to be done",
    ),
    why: Bilingual::new(
        "Hver bygning gennemgås én gang i perioden, en overvågning gennemføres én gang til sin tid, og tilbuddet har én kontaktmodel. Siger to dokumenter hver sit, kan ingen se, hvad der er gjort, og hvad der gælder.",
        "Each building is reviewed once in the window, a monitoring is carried out once at its time, and a service has one contact model. If two documents differ, nobody can see what was done, and what applies.",
    ),
    remedy: Bilingual::new(
        "Ret det dokument, der er forkert. Er noget gjort to gange, så skriv begge gange i begge dokumenter. Er noget ændret midt i aftalens periode, så ret aftalens liste.",
        "Correct the document that is wrong. If something was done twice, state both times in both documents. If something changed within the period of the agreement, correct the list of the agreement.",
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

message! {
    OtherBatches { here: Vec<Bilingual>, document: u64, there: Vec<Bilingual> }
    "her må {here:og} samlerapporteres, men ifølge dokument {document} er det {there:og}",
    "{here:and} may be reported in a batch here, but {there:and} according to document {document}",
}

message! {
    OtherModel { document: u64, parts: Vec<Bilingual> }
    "kontaktmodellen ved sygefravær står i dokument {document} med {parts:og}",
    "the contact model of sick leave is in document {document} with {parts:and}",
}

message! {
    OtherLimit { here: u64, document: u64, there: u64 }
    "uddannelsen skal her være gennemført inden for {here:måned|måneder}, men inden for {there:måned|måneder} ifølge dokument {document}",
    "the training is to be completed within {here:month|months} here, but within {there:month|months} according to document {document}",
}

message! {
    SaidOtherwise { here: Bilingual, document: u64, there: Bilingual }
    "{here}, men ifølge dokument {document} {there}",
    "{here}, but according to document {document} {there}",
}

message! {
    OtherWindow { start: NaiveDate, end: NaiveDate, document: u64, other_start: NaiveDate, other_end: NaiveDate }
    "bygningerne skal her gennemgås fra {start} til {end}, men ifølge dokument {document} fra {other_start} til {other_end}",
    "the buildings are to be reviewed from {start} to {end} here, but according to document {document} from {other_start} to {other_end}",
}

message! {
    OtherTime { end: NaiveDate, document: u64, other_end: NaiveDate }
    "overvågningen skal her være gennemført senest {end}, men ifølge dokument {document} senest {other_end}",
    "the monitoring is to be carried out by {end} here, but according to document {document} by {other_end}",
}

const REVIEWED: Bilingual = Bilingual::new("bygningen er her gennemgået", "the building was reviewed");
const CARRIED_OUT: Bilingual =
    Bilingual::new("overvågningen er her gennemført", "the monitoring was carried out");
const REPORTED: Bilingual = Bilingual::new("resultaterne er her rapporteret", "the results were reported");
const TRAINED: Bilingual =
    Bilingual::new("medlemmet har her gennemført uddannelsen", "the member completed the training");

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.duties.apart {
        let what = match clash.done {
            Done::Reviewed => REVIEWED,
            Done::CarriedOut => CARRIED_OUT,
            Done::Reported => REPORTED,
            Done::Trained => TRAINED,
        };
        let (here, document, there) = (clash.here, crossing::number(clash.first), clash.there);
        crossing.not_met(clash.place, clash.duties, at, cx, OtherDay { what, here, document, there });
    }
    for clash in crossing.duties.other_terms() {
        let (place, duties, document) = (clash.place, clash.duties, crossing::number(clash.first));
        match clash.apart {
            Apart::Batch { here, there } => {
                let [here, there] =
                    [here, there].map(|bits| event_types(bits).map(EventType::label).collect());
                crossing.not_met(place, duties, at, cx, OtherBatches { here, document, there });
            }
            Apart::Contacts(parts) => {
                let parts = parts.into_iter().flatten().collect();
                crossing.not_met(place, duties, at, cx, OtherModel { document, parts });
            }
            Apart::Months { here, there } => {
                let facts = OtherLimit { here: here.into(), document, there: there.into() };
                crossing.not_met(place, duties, at, cx, facts);
            }
            Apart::Words([here, there]) => {
                crossing.not_met(place, duties, at, cx, SaidOtherwise { here, document, there });
            }
            Apart::Window { here, there } => {
                let (Period { start, end }, Period { start: other_start, end: other_end }) = (here, there);
                let facts = OtherWindow { start, end, document, other_start, other_end };
                crossing.not_met(place, duties, at, cx, facts);
            }
            Apart::Planned { here, there } => {
                let facts = OtherTime { end: here.end, document, other_end: there.end };
                crossing.not_met(place, duties, at, cx, facts);
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[
    |bundle, tape| {
        added::duties(bundle, tape, |duties, day| {
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
        added::duties(bundle, tape, |duties, day| {
            duties.health_monitoring.push(HealthMonitoring {
                topic: Some("Screening".into()),
                areas: [MonitoredArea { name: Some("Ernæring".into()), covered: Some(true) }].into(),
                when: added::month(1),
                done_on: day,
                report_by: added::month(3),
                ..HealthMonitoring::default()
            });
        });
    },
    |bundle, tape| {
        added::duties(bundle, tape, |duties, day| {
            let member = TrainedMember {
                role: Some("leder".into()),
                started_on: PartialDate::of_month(2023, 12),
                completed_on: day,
                ..TrainedMember::default()
            };
            duties.training.push(StatutoryTraining {
                text: Some("Arbejdsmiljø".into()),
                within_months: Some(3),
                members: [member].into(),
                ..StatutoryTraining::new(crate::id::Id::from_u128(1 << 64))
            });
        });
    },
    |bundle, tape| {
        added::duties(bundle, tape, |duties, day| {
            let only = if day == "2024-01-02".parse().ok() { EventType::Fall } else { EventType::Infection };
            duties.event_reporting =
                Some(EventReporting { batch_types: [only].into(), ..EventReporting::default() });
        });
    },
    |bundle, tape| {
        added::duties(bundle, tape, |duties, day| {
            duties.sick_leave_contacts = Some(ContactModel {
                counting: Some(DayCounting::CalendarDays),
                report_day: Some(ReportDay::DayOne),
                contacts: [1, if day == "2024-01-02".parse().ok() { 5 } else { 8 }].map(Contact::new).into(),
                ..ContactModel::default()
            });
        });
    },
];

#[cfg(test)]
macro_rules! duties {
    ($id:literal, $service:literal, $duties:literal) => {
        concat!(
            r#"{ "duties": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "service": "00000000-0000-4000-8000-0000000000"#,
            $service,
            r#"", "#,
            $duties,
            " } }"
        )
    };
}

/// The agreement of the service for 2024, with these duties.
#[cfg(test)]
macro_rules! agreed {
    ($duties:literal) => {
        agreed!("11", "12", $duties)
    };
    ($id:literal, $service:literal, $duties:literal) => {
        concat!(
            r#"{ "agreement": { "year": 2024, "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "service": { "id": "00000000-0000-4000-8000-0000000000"#,
            $service,
            r#"" }, "duties": { "id": "00000000-0000-4000-8000-0000000001"#,
            $id,
            r#"", "#,
            $duties,
            "} } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // The day is in the month; one of two reviews; another building, window and service; and no window.
    accepts(bundle_of!(
        "01": agreed!("11", "12", r#""buildingReview": { "window": { "start": "2023-01-01", "end": "2024-12-31" }, "buildings": [
            { "name": "Hovedhuset", "reviewedOn": "2023-04" }, { "name": "Annekset", "reviewedOn": "2023-06-11" }, { "name": "Annekset", "reviewedOn": "2023-04-09" },
            { "name": "Værkstedet", "reviewedOn": "2023-04-09" }, { "name": "Garagen" }, { "reviewedOn": "2023-04-09" }
        ] }"#),
        "02": duties!("21", "12", r#""buildingReview": { "window": { "start": "2023-01-01", "end": "2024-12-31" }, "buildings": [
            { "name": "hovedhuset", "reviewedOn": "2023-04-09" }, { "name": "Annekset", "reviewedOn": "2023-04-09" }, { "name": "Værkstedet" },
            { "name": "Garagen", "reviewedOn": "2023-06-11" }, { "reviewedOn": "2023-06-11" }
        ] }"#),
        "03": duties!("31", "32", r#""buildingReview": { "window": { "start": "2023-01-01", "end": "2024-12-31" }, "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2023-06-11" }] }"#),
        "04": duties!("41", "12", r#""buildingReview": { "window": { "start": "2021-01-01", "end": "2022-12-31" }, "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2022-06-11" }] }"#),
        "05": duties!("51", "12", r#""buildingReview": { "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2022-06-11" }] }"#),
        "06": r#"{ "duties": {
            "id": "00000000-0000-4000-8000-000000000061",
            "buildingReview": { "window": { "start": "2023-01-01", "end": "2024-12-31" }, "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2023-06-11" }] }
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": duties!("21", "12", r#""buildingReview": { "window": { "start": "2023-01-01", "end": "2024-12-31" }, "buildings": [{ "name": "Hovedhuset", "reviewedOn": "2023-06" }] }"#),
            "02": agreed!("11", "12", r#""buildingReview": { "window": { "start": "2023-01-01", "end": "2024-12-31" }, "buildings": [{ "name": "Garagen" }, { "name": "Hovedhuset", "reviewedOn": "2023-04-09" }] }"#),
        ),
        &[not_met(
            "/documents/1/content/agreement/duties/buildingReview/buildings/1/reviewedOn",
            "bygningen er her gennemgået 9. april 2023, men i juni 2023 ifølge dokument 1",
            "the building was reviewed on 9 April 2023 here, but in June 2023 according to document 1",
        )],
    ),
    // Another topic, another time, no time, and no topic.
    accepts(bundle_of!(
        "01": duties!("11", "12", r#""healthMonitoring": [
                { "topic": "Screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17", "reportedOn": "2023-11" },
                { "topic": "Medicin", "doneOn": "2023-10-17" }, { "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17" }
            ]"#),
        "02": duties!("21", "12", r#""healthMonitoring": [
                { "topic": "screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10", "reportedOn": "2023-11-12" },
                { "topic": "Hygiejne", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-19" },
                { "topic": "Screening", "when": { "date": { "on": "2023-11" } }, "doneOn": "2023-11-19" }, { "topic": "Medicin", "doneOn": "2023-10-19" },
                { "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-19" }
            ]"#),
    )),
    refuses(
        bundle_of!(
            "01": agreed!("11", "12", r#""healthMonitoring": [{ "topic": "Screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-17", "reportedOn": "2023-11-12" }]"#),
            "02": duties!("21", "12", r#""healthMonitoring": [{ "topic": "Screening", "when": { "date": { "on": "2023-10" } }, "doneOn": "2023-10-19", "reportedOn": "2023-11-15" }]"#),
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
    // One of two members with a role, and another time.
    accepts(bundle_of!(
        "01": duties!("11", "12", r#""training": [{
                "id": "00000000-0000-4000-8000-000000000013", "text": "Arbejdsmiljø",
                "members": [
                    { "role": "AMR", "startedOn": "2023-06-01", "completedOn": "2023-08-01" }, { "role": "AMR", "startedOn": "2023-06-15" },
                    { "role": "leder", "startedOn": "2023-06-01", "completedOn": "2023-08-01" }
                ]
            }]"#),
        "02": duties!("21", "12", r#""training": [{
                "id": "00000000-0000-4000-8000-000000000023", "text": "Arbejdsmiljø",
                "members": [
                    { "role": "AMR", "startedOn": "2023-06-01", "completedOn": "2023-08-12" },
                    { "role": "leder", "startedOn": "2023-07-01", "completedOn": "2023-09-01" }
                ]
            }]"#),
    )),
    refuses(
        bundle_of!(
            "01": agreed!("11", "12", r#""training": [{ "id": "00000000-0000-4000-8000-000000000014", "text": "Arbejdsmiljø", "withinMonths": 3, "members": [{ "role": "leder", "startedOn": "2023-06" }] }]"#),
            "02": duties!("21", "12", r#""training": [{
                    "id": "00000000-0000-4000-8000-000000000024", "text": "arbejdsmiljø", "withinMonths": 1,
                    "members": [{ "role": "leder", "startedOn": "2023-06-01", "completedOn": "2023-07" }]
                }]"#),
            "03": duties!("31", "12", r#""training": [{
                    "id": "00000000-0000-4000-8000-000000000034", "text": "Arbejdsmiljø",
                    "members": [{ "role": "Leder", "startedOn": "2023-06-01", "completedOn": "2023-08-12" }]
                }]"#),
        ),
        &[
            not_met(
                "/documents/1/content/duties/training/0/withinMonths",
                "uddannelsen skal her være gennemført inden for 1 måned, men inden for 3 måneder ifølge dokument 1",
                "the training is to be completed within 1 month here, but within 3 months according to document 1",
            ),
            not_met(
                "/documents/2/content/duties/training/0/members/0/completedOn",
                "medlemmet har her gennemført uddannelsen 12. august 2023, men i juli 2023 ifølge dokument 2",
                "the member completed the training on 12 August 2023 here, but in July 2023 according to document 2",
            ),
        ],
    ),
    // The same, in other words and in part; another service, and no list of types.
    accepts(bundle_of!(
        "01": duties!("11", "12", r#""eventReporting": { "batchTypes": ["fall", "infection"] }, "riskAssessment": { "methodVaries": true },
            "sickLeaveContacts": { "counting": "calendarDays", "reportDay": "dayOne", "contacts": [{ "day": 3 }, { "day": 8 }] }"#),
        "02": duties!("21", "12", r#""eventReporting": { "batchTypes": ["infection", "fall"] }, "riskAssessment": {}, "sickLeaveContacts": { "name": "2-7", "reportDay": "dayZero" }"#),
        "03": duties!("31", "99", r#""eventReporting": { "batchTypes": ["other"] }, "riskAssessment": { "methodVaries": false }, "sickLeaveContacts": { "contacts": [{ "day": 1 }] }"#),
    )),
    // Two lists that do not say when they apply.
    accepts(bundle_of!(
        "01": duties!("11", "12", r#""sickLeaveContacts": { "name": "3-8-15" }"#),
        "02": r#"{ "duties": { "id": "00000000-0000-4000-8000-000000000021", "service": "00000000-0000-4000-8000-000000000012", "sickLeaveContacts": { "name": "1-5-14" } } }"#,
    )),
    // Agreements of two years, and a list that does not say of which of them it is.
    accepts(bundle_of!(
        "01": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000011", "year": 2023, "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "duties": { "id": "00000000-0000-4000-8000-000000000013", "sickLeaveContacts": { "name": "1-5-14" } }
        } }"#,
        "02": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021", "year": 2024, "service": { "id": "00000000-0000-4000-8000-000000000012" },
            "duties": { "id": "00000000-0000-4000-8000-000000000023", "sickLeaveContacts": { "name": "3-8-15" } }
        } }"#,
        "03": duties!("31", "12", r#""sickLeaveContacts": { "name": "3-8-15" }"#),
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "year": 2024, "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "duties": {
                    "id": "00000000-0000-4000-8000-000000000013", "eventReporting": { "batchTypes": ["fall"] }, "riskAssessment": { "methodVaries": false },
                    "sickLeaveContacts": { "name": "1-5-14", "counting": "workingDays", "reportDay": "dayZero" },
                    "buildingReview": { "window": { "start": "2024-01-01", "end": "2025-12-31" }, "buildings": [{ "name": "Annekset", "usedByCitizens": true }] }
                }
            } }"#,
            "02": duties!("21", "12", r#""eventReporting": { "batchTypes": ["medicineAdministration", "fall"] }, "riskAssessment": { "methodVaries": true },
                "sickLeaveContacts": { "counting": "calendarDays", "reportDay": "dayOne", "contacts": [{ "day": 3 }, { "day": 8 }, { "day": 15 }] },
                "buildingReview": { "window": { "start": "2024-01-01", "end": "2025-12-31" }, "buildings": [{ "name": "annekset", "usedByCitizens": false }] }"#),
        ),
        &[
            not_met(
                "/documents/1/content/duties/buildingReview/buildings/0/usedByCitizens",
                "ifølge dette dokument opholder borgere sig ikke i bygningen, men ifølge dokument 1 gør de",
                "according to this document citizens do not stay in the building, but according to document 1 they do",
            ),
            not_met(
                "/documents/1/content/duties/eventReporting/batchTypes",
                "her må fald og medicinadministration samlerapporteres, men ifølge dokument 1 er det fald",
                "falls and administration of medicine may be reported in a batch here, but falls according to document 1",
            ),
            not_met(
                "/documents/1/content/duties/sickLeaveContacts",
                "kontaktmodellen ved sygefravær står i dokument 1 med andre kontaktdage, en anden måde at tælle dage på og et andet nummer til dagen for sygemeldingen",
                "the contact model of sick leave is in document 1 with other contact days, another way to count days and another number for the day of the sickness report",
            ),
            not_met(
                "/documents/1/content/duties/riskAssessment/methodVaries",
                "metoden til risikovurdering er her forskellig fra borger til borger, men ifølge dokument 1 er den det ikke",
                "the method of risk assessment differs between citizens here, but according to document 1 it does not",
            ),
        ],
    ),
    // What is agreed for other years is compared only within its own time.
    refuses(
        bundle_of!(
            "01": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000031", "service": { "id": "00000000-0000-4000-8000-000000000012" }, "year": 2024,
                "duties": { "id": "00000000-0000-4000-8000-000000000033", "riskAssessment": { "methodVaries": false } }
            } }"#,
            "02": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000011", "service": { "id": "00000000-0000-4000-8000-000000000012" },
                "period": { "start": "2022-01-01", "end": "2023-12-31" },
                "duties": { "id": "00000000-0000-4000-8000-000000000013", "riskAssessment": { "methodVaries": true } }
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021", "service": { "id": "00000000-0000-4000-8000-000000000012" }, "year": 2023,
                "duties": { "id": "00000000-0000-4000-8000-000000000023", "riskAssessment": { "methodVaries": false } }
            } }"#,
            "04": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000041", "service": { "id": "00000000-0000-4000-8000-000000000012" }, "year": 2022,
                "duties": { "id": "00000000-0000-4000-8000-000000000043", "riskAssessment": { "methodVaries": false } }
            } }"#,
        ),
        &[
            not_met(
                "/documents/2/content/agreement/duties/riskAssessment/methodVaries",
                "metoden til risikovurdering er her den samme for alle borgere, men ifølge dokument 2 er den forskellig",
                "the method of risk assessment is the same for all citizens here, but according to document 2 it differs",
            ),
            not_met(
                "/documents/3/content/agreement/duties/riskAssessment/methodVaries",
                "metoden til risikovurdering er her den samme for alle borgere, men ifølge dokument 2 er den forskellig",
                "the method of risk assessment is the same for all citizens here, but according to document 2 it differs",
            ),
        ],
    ),
    // Planned and carried out, the next window, another topic or two of one, and a time that includes the other.
    accepts(bundle_of!(
        "01": agreed!(
            r#""buildingReview": { "window": { "start": "2024-01-01", "end": "2025-12-31" }, "buildings": [{ "name": "Hovedhuset", "improvements": "planned" }] },
            "healthMonitoring": [{ "topic": "Screening", "when": { "date": { "on": "2024-05" } } }, { "topic": "Medicin", "when": { "date": { "on": "2024-05" } } }]"#
        ),
        "02": duties!("21", "12", r#"
            "buildingReview": { "window": { "start": "2024-01-01", "end": "2025-12-31" }, "buildings": [{ "name": "Hovedhuset", "improvements": "carriedOut" }] },
            "healthMonitoring": [
                { "topic": "Screening", "when": { "date": { "on": "2024-05-10" } } }, { "topic": "Hygiejne", "when": { "date": { "on": "2024-11" } } },
                { "topic": "Medicin", "when": { "date": { "on": "2024-11" } } }, { "topic": "medicin", "when": { "date": { "on": "2024-12" } } }
            ]"#),
    )),
    accepts(bundle_of!(
        "01": agreed!(r#""healthMonitoring": [{ "topic": "Screening", "when": { "date": { "on": "2024-05" } } }]"#),
        "02": duties!("21", "12", r#""healthMonitoring": [{ "topic": "Screening", "when": { "date": { "on": "2025-11" } } }]"#),
    )),
    refuses(
        bundle_of!(
            "01": agreed!(
                r#""buildingReview": { "window": { "start": "2024-01-01", "end": "2025-12-31" }, "buildings": [{ "name": "Hovedhuset", "improvements": "planned" }] },
                "healthMonitoring": [{ "topic": "Screening", "when": { "date": { "on": "2024-05" } } }]"#
            ),
            "02": duties!("21", "12", r#"
                "buildingReview": { "window": { "start": "2024-01-01", "end": "2025-12-31" }, "buildings": [{ "name": "Hovedhuset", "improvements": "notNeeded" }] },
                "healthMonitoring": [{ "topic": "Screening", "when": { "date": { "on": "2024-11" } } }]"#),
            "03": agreed!("19", "18", r#""buildingReview": { "window": { "start": "2024-01-01", "end": "2025-12-31" } }"#),
            "04": duties!("28", "18", r#""buildingReview": { "window": { "start": "2024-01-01", "end": "2024-12-31" } }"#),
        ),
        &[
            not_met(
                "/documents/1/content/duties/buildingReview/buildings/0/improvements",
                "ifølge dette dokument er forbedringer af bygningen ikke nødvendige, men ifølge dokument 1 er de det",
                "according to this document no improvements of the building are needed, but according to document 1 they are",
            ),
            not_met(
                "/documents/1/content/duties/healthMonitoring/0/when",
                "overvågningen skal her være gennemført senest 30. november 2024, men ifølge dokument 1 senest 31. maj 2024",
                "the monitoring is to be carried out by 30 November 2024 here, but according to document 1 by 31 May 2024",
            ),
            not_met(
                "/documents/3/content/duties/buildingReview/window",
                "bygningerne skal her gennemgås fra 1. januar 2024 til 31. december 2024, men ifølge dokument 3 fra 1. januar 2024 til 31. december 2025",
                "the buildings are to be reviewed from 1 January 2024 to 31 December 2024 here, but according to document 3 from 1 January 2024 to 31 December 2025",
            ),
        ],
    ),
];
