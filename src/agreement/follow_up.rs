//! Follow-ups (*opfølgninger*).

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Action, PartyRole};
use crate::body::Body;
use crate::date::{PartialDate, Period, When};
use crate::id::Id;
use crate::section::SectionNumber;
use crate::target_figure::TargetFigure;
use crate::text::Text;

record! {
    /// A follow-up (*opfølgning*): when it takes place, in what form, and what is followed up.
    #[doc(alias = "opfølgning")]
    pub struct FollowUp: "opfølgning", "follow-up", id "followUp" {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// When it takes place.
            pub when: Option<When> = "hvornår", "when";
            /// The form.
            pub form: Option<FollowUpForm> = "form", "form";
            /// What is reported or examined.
            pub on: Option<Text> = "hvad der følges op på", "what is followed up";
            /// The actions that are followed up. A follow-up that names neither actions nor target figures is about its
            /// whole area; a follow-up of the whole agreement is then about all areas.
            pub actions: Vec<Id<Action>> = "indsatser, der følges op på", "actions followed up";
            /// The target figures that are followed up.
            pub targets: Vec<Id<TargetFigure>> = "måltal, der følges op på", "target figures followed up";
            /// With whom a meeting is held. A dialogue meeting about the whole agreement must say so (`AGR022`).
            pub with: Vec<PartyRole> = "holdes med", "held with";
            /// Whether the next agreement is covered as well.
            pub next_agreement: Option<bool> = "behandler den næste aftale", "covers the next agreement";
            /// When it took place; absent if it has not, or if the document does not say. A recurring follow-up is not
            /// done after one occasion.
            pub done_on: Option<PartialDate> = "gennemført den", "done on";
            /// The body that plans it; absent if nobody has to.
            pub planned_by: Option<Id<Body>> = "planlægges af", "planned by";
        }
    }
}

words! {
    /// The form in which a follow-up takes place.
    #[non_exhaustive]
    pub enum FollowUpForm: "opfølgningens form", "form of follow-up" {
        /// A status is reported.
        Status = "status", "status report";
        /// Quality monitoring (*kvalitetsovervågning*).
        #[doc(alias = "kvalitetsovervågning")]
        QualityMonitoring = "kvalitetsovervågning", "quality monitoring";
        /// A dialogue meeting (*dialogmøde*).
        #[doc(alias = "dialogmøde")]
        DialogueMeeting = "dialogmøde", "dialogue meeting";
    }
}

impl FollowUp {
    /// Returns `true` if it names neither actions nor target figures, and so is about its whole area.
    pub(crate) const fn is_about_whole_area(&self) -> bool {
        self.actions.is_empty() && self.targets.is_empty()
    }

    /// The last day on which it can take place.
    ///
    /// `within` is the period of the agreement, in which a day without a year is read. Returns `None` if the
    /// time is not stated or has no last day (a schedule without a deadline, twice a year).
    #[must_use]
    pub fn deadline(&self, within: Option<&Period>) -> Option<NaiveDate> {
        self.when.as_ref()?.deadline(within)
    }
}
