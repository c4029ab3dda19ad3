//! Duties of daily operation (*driftsopgaver*) that have a deadline or a limit.

mod building;
mod contact;
mod event;
mod health;
mod risk;
pub(crate) mod rules;
mod training;

use alloc::vec::Vec;

pub use building::{BuildingReview, Improvements, ReviewedBuilding};
pub use contact::{Contact, ContactModel, DayCounting, ReportDay};
pub use event::{EventReport, EventReporting, EventType, PatientSafetyRisk, ReportManner};
pub use health::{HealthMonitoring, MonitoredArea};
pub use risk::{RiskAssessment, RiskPart};
pub use training::{StatutoryTraining, TrainedMember};

use crate::id::Id;
use crate::organisation::SocialService;
use crate::text::Text;

record! {
    /// Duties of daily operation (*driftsopgaver*), as a draft: a document of its own, or a part of a development
    /// agreement. It records no person: roles, buildings, days and counts alone.
    ///
    /// Limits, windows and lists are those of the document. The agreement of 2024 has three months for the training,
    /// the years 2024 and 2025 for the reviews, contacts by the model 3-8-15, and twelve health areas with a check by a
    /// doctor; other regions and years have other ones.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024, Roskildehjemmet*, 1.2, 1.3.1, 1.4, 1.9 and 1.11 (R-047, R-048, R-058 to R-060,
    /// R-063, R-064).
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Lang, check, duty::DailyDuties};
    ///
    /// let duties: DailyDuties = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000a01",
    ///         "training": [{
    ///             "id": "00000000-0000-4000-8000-000000000a02",
    ///             "withinMonths": 3,
    ///             "members": [{ "startedOn": "2024-01-31" }]
    ///         }]
    ///     }"#,
    /// )?;
    /// let in_time = check(&duties, &Context::new("2024-04-30".parse()?));
    /// assert!(in_time.findings().is_empty());
    /// let overdue = check(&duties, &Context::new("2024-05-01".parse()?));
    /// assert_eq!(
    ///     overdue.findings()[0].message(Lang::Da).to_string(),
    ///     "uddannelsen er ikke gennemført inden for 3 måneder; sidste dag var 30. april 2024",
    /// );
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "driftsopgaver")]
    pub struct DailyDuties: "driftsopgaver", "list of daily duties", id "duties" {
        optional {
            /// What people call the list.
            pub title: Option<Text> = "titel", "title";
            /// The social service; in an agreement that of the agreement.
            pub service: Option<Id<SocialService>> = "tilbud", "social service";
            /// Training that the law requires of those who hold a role.
            pub training: Vec<StatutoryTraining> = "lovpligtig uddannelse", "statutory training";
            /// The safety review of the buildings.
            pub building_review: Option<BuildingReview> = "sikkerhedsgennemgang", "safety review";
            /// How adverse events are reported.
            pub event_reporting: Option<EventReporting> =
                "rapportering af utilsigtede hændelser", "reporting of adverse events";
            /// When the leader is in contact with staff on sick leave.
            pub sick_leave_contacts: Option<ContactModel> = "kontakt ved sygefravær", "contacts in sick leave";
            /// How risk is assessed.
            pub risk_assessment: Option<RiskAssessment> = "risikovurdering", "risk assessment";
            /// Monitorings of health care.
            pub health_monitoring: Vec<HealthMonitoring> = "sundhedsfaglig overvågning", "health monitoring";
        }
    }
}

record! {
    /// How often something was done that was to be done, counted without persons.
    #[derive(Copy)]
    pub struct Fulfilment: "optælling", "counts" {
        optional {
            /// How many were due.
            pub due: Option<u32> = "skulle opfyldes", "due";
            /// How many of these were met in time.
            pub met: Option<u32> = "opfyldt til tiden", "met in time";
        }
    }
}
