//! Reporting of adverse events.

use alloc::vec::Vec;

use crate::date::{PartialDate, When};
use crate::section::SectionNumber;

record! {
    /// How adverse events (*utilsigtede hændelser*) are reported: one by one, or in a batch where that is allowed.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, 1.11: services may report events of low patient-safety risk in a batch
    /// . It is a permission: nobody has to.
    #[doc(alias = "utilsigtede hændelser")]
    pub struct EventReporting: "rapportering af utilsigtede hændelser", "reporting of adverse events" {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The types of events that may be reported in a batch here. The authority lists the possible ones, and
            /// the local management decides. An empty list is not stated.
            pub batch_types: Vec<EventType> = "må samlerapporteres", "may be reported in a batch";
            /// The reports.
            pub reports: Vec<EventReport> = "rapporteringer", "reports";
        }
    }
}

record! {
    /// A report of one adverse event, or of a batch of the same type.
    pub struct EventReport: "rapportering", "report" {
        optional {
            /// Which type of event.
            pub event: Option<EventType> = "hændelsestype", "type of event";
            /// The highest risk of the events in it.
            pub risk: Option<PatientSafetyRisk> = "risiko", "risk";
            /// Whether it is about one event or a batch.
            pub manner: Option<ReportManner> = "form", "manner";
            /// By when it is to be sent. No source sets a limit, so no rule compares it; the agenda lists it.
            pub by: Option<When> = "frist", "by";
            /// When it was sent.
            pub reported_on: Option<PartialDate> = "rapporteret", "reported on";
        }
    }
}

words! {
    /// A type of adverse event: those that the authority allows to be reported in a batch from 1 March 2024, and others.
    ///
    /// # Source
    ///
    /// Styrelsen for Patientsikkerhed, *Samlerapportering*.
    #[non_exhaustive]
    pub enum EventType: "hændelsestype", "type of event" {
        /// A fall.
        Fall = "fald", "falls";
        /// An infection.
        Infection = "infektioner", "infections";
        /// Administration of medicine; medicine that was not given is one of these.
        MedicineAdministration = "medicinadministration", "administration of medicine";
        /// Dispensing of medicine.
        MedicineDispensing = "medicindispensering", "dispensing of medicine";
        /// Another event.
        Other = "andre hændelser", "other events";
    }
}

words! {
    /// The patient-safety risk of an event.
    pub enum PatientSafetyRisk: "patientsikkerhedsrisiko", "patient-safety risk" {
        /// Low: the consequence neither was nor could have been serious or fatal.
        Low = "lav", "low";
        /// Serious: the consequence was, or could have been, serious or fatal.
        Serious = "alvorlig", "serious";
    }
}

words! {
    /// In what manner events are reported.
    pub enum ReportManner: "rapporteringsform", "manner of reporting" {
        /// One event.
        Individual = "enkeltvis", "individually";
        /// Several events of one type (*samlerapportering*).
        #[doc(alias = "samlerapportering")]
        Batch = "samlerapportering", "in a batch";
    }
}
