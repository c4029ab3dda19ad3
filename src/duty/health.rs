//! Monitoring of health care.

use alloc::vec::Vec;

use chrono::NaiveDate;

use crate::date::{PartialDate, When};
use crate::report::Identity;
use crate::section::SectionNumber;
use crate::text::{Folded, Text};

record! {
    /// A monitoring of health care (*kvalitetsovervågning på det sundhedsfaglige arbejde*), over the caller's own list of
    /// areas, and the reporting of its results.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, 1.11.1 and 1.11.4: twelve problem areas, which it does not name, and the check
    /// by a doctor.
    #[doc(alias = "sundhedsfaglige problemområder")]
    pub struct HealthMonitoring: "sundhedsfaglig overvågning", "health monitoring", says topic or areas {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What it is about.
            pub topic: Option<Text> = "emne", "topic";
            /// The areas that it is to cover; a check by a doctor is one of them.
            pub areas: Vec<MonitoredArea> = "områder", "areas";
            /// When it is to be carried out.
            pub when: Option<When> = "hvornår", "when";
            /// When it was carried out.
            pub done_on: Option<PartialDate> = "gennemført", "done on";
            /// When the results are to be reported.
            pub report_by: Option<When> = "rapporteres", "reported by";
            /// When the results were reported.
            pub reported_on: Option<PartialDate> = "rapporteret", "reported on";
        }
    }
}

record! {
    /// An area of a monitoring.
    pub struct MonitoredArea: "overvåget område", "monitored area", says name {
        optional {
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// Whether the monitoring covered it.
            pub covered: Option<bool> = "dækket", "covered";
        }
    }
}

impl HealthMonitoring {
    /// The names of its areas, in any order, as a hash.
    pub(super) fn area_names(&self) -> u64 {
        let names = self.areas.iter().filter_map(|area| Folded::stated(area.name.as_ref()));
        names.fold(0, |sum, name| sum.wrapping_add(Identity::of(&name)))
    }

    /// Returns `true` if it is carried out by that day, or its results are reported.
    pub(super) fn is_done(&self, as_of: NaiveDate) -> bool {
        let is_past = |on: Option<PartialDate>| on.is_some_and(|on| on.first_day() <= as_of);
        is_past(self.done_on) || is_past(self.reported_on)
    }
}
