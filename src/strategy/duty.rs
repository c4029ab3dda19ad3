//! Clean duties of daily operation.

use alloc::vec::Vec;

use crate::date::{PartialDate, Period, When};
use crate::draft::tape::Tape;
use crate::duty::{
    BuildingReview, Contact, ContactModel, DailyDuties, DayCounting, EventReport, EventReporting, EventType,
    Fulfilment, HealthMonitoring, Improvements, MonitoredArea, PatientSafetyRisk, ReportDay, ReportManner,
    ReviewedBuilding, RiskAssessment, RiskPart, StatutoryTraining, TrainedMember,
};

/// Duties; those with a last day before 2024 are done in time. Every part is present, so that every rule can be broken.
pub(super) fn clean(tape: &mut Tape<'_>) -> DailyDuties {
    DailyDuties {
        title: Some(tape.said()),
        service: Some(tape.fresh_id()),
        training: tape.list_of(1, 2, clean_training),
        building_review: Some(BuildingReview {
            window: Period::year(2024),
            buildings: clean_buildings(tape),
            ..BuildingReview::default()
        }),
        event_reporting: Some(EventReporting {
            batch_types: [EventType::Fall, EventType::MedicineAdministration].into(),
            reports: tape.list_of(1, 3, clean_report),
            ..EventReporting::default()
        }),
        sick_leave_contacts: Some(ContactModel {
            name: Some(tape.said()),
            counting: Some(*tape.pick(DayCounting::ALL)),
            report_day: Some(*tape.pick(ReportDay::ALL)),
            contacts: clean_contacts(tape),
            ..ContactModel::default()
        }),
        risk_assessment: Some(RiskAssessment {
            parts: RiskPart::ALL.to_vec(),
            // Its indicators are stated.
            method_varies: tape.option(|_| true),
            method_indicators: Some(tape.said()),
            method_decided_by: Some(tape.said()),
            ..RiskAssessment::default()
        }),
        health_monitoring: tape.list_of(1, 2, |tape| HealthMonitoring {
            topic: Some(tape.said()),
            areas: tape.list_of(1, 3, |tape| MonitoredArea { name: Some(tape.said()), covered: Some(true) }),
            when: Some(When::Date { on: PartialDate::of_month(2023, 11) }),
            done_on: PartialDate::of_month(2023, 11),
            report_by: Some(When::Date { on: PartialDate::of_month(2024, 1) }),
            reported_on: tape.option(|_| PartialDate::of_month(2024, 1)).flatten(),
            ..HealthMonitoring::default()
        }),
        ..DailyDuties::new(tape.fresh_id())
    }
}

fn clean_training(tape: &mut Tape<'_>) -> StatutoryTraining {
    StatutoryTraining {
        text: Some(tape.said()),
        within_months: Some(3),
        members: tape.list_of(1, 2, |tape| TrainedMember {
            role: Some(tape.said()),
            started_on: PartialDate::of_month(2023, 9),
            until: tape.flag().then(|| PartialDate::of_year(2025)).flatten(),
            completed_on: PartialDate::of_month(2023, 10),
        }),
        // All that were due are met, since a late member would be a finding.
        counted: Some(Fulfilment { due: Some(4), met: Some(4) }),
        ..StatutoryTraining::new(tape.fresh_id())
    }
}

/// Each with a name of its own.
fn clean_buildings(tape: &mut Tape<'_>) -> Vec<ReviewedBuilding> {
    let mut buildings = tape.list_of(1, 3, clean_building);
    for (building, name) in buildings.iter_mut().zip(["Hovedhuset", "Værkstedet", "Annekset"]) {
        building.name = Some(name.into());
    }
    buildings
}

/// Reviewed, or yet to be reviewed.
fn clean_building(tape: &mut Tape<'_>) -> ReviewedBuilding {
    let improvements = tape.option(|tape| {
        *tape.pick(&[Improvements::NotNeeded, Improvements::Planned, Improvements::CarriedOut])
    });
    ReviewedBuilding {
        name: None,
        used_by_citizens: Some(true),
        reviewed_on: improvements.and_then(|_| PartialDate::of_month(2024, 1)),
        improvements,
    }
}

fn clean_report(tape: &mut Tape<'_>) -> EventReport {
    let (event, risk, manner) = *tape.pick(&[
        (EventType::Fall, PatientSafetyRisk::Low, ReportManner::Batch),
        (EventType::MedicineAdministration, PatientSafetyRisk::Low, ReportManner::Batch),
        (EventType::Other, PatientSafetyRisk::Serious, ReportManner::Individual),
    ]);
    EventReport {
        event: Some(event),
        risk: Some(risk),
        manner: Some(manner),
        by: Some(When::Date { on: PartialDate::of_month(2024, 2) }),
        reported_on: None,
    }
}

/// Whoever is due for a contact on a day was due for those before it.
fn clean_contacts(tape: &mut Tape<'_>) -> Vec<Contact> {
    let mut most = 20;
    [3, 8, 15]
        .map(|day| {
            let counted = tape.option(|tape| clean_counts(most, tape));
            most = counted.and_then(|counts| counts.due).unwrap_or(most);
            Contact { day, counted }
        })
        .into()
}

fn clean_counts(most: u32, tape: &mut Tape<'_>) -> Fulfilment {
    let due = tape.number(0, most);
    let met = tape.number(0, due);
    Fulfilment { due: Some(due), met: Some(met) }
}
