//! Guidelines that were revised.

use super::FollowUp;
use crate::date::PartialDate;
use crate::id::Id;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// A guideline that was revised because of what monitoring found, and the monitoring that comes after it (1.9).
    pub struct GuidelineRevision: "revideret retningslinje", "revised guideline", says guideline {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The guideline.
            pub guideline: Option<Text> = "retningslinje", "guideline";
            /// What monitoring found.
            pub finding: Option<Text> = "hvad overvågningen viste", "what monitoring found";
            /// When it was found.
            pub found_on: Option<PartialDate> = "konstateret", "found on";
            /// When the guideline was revised.
            pub revised_on: Option<PartialDate> = "revideret", "revised on";
            /// The follow-up in which the revised guideline is monitored: one of the same area or of the whole agreement,
            /// whatever its form, or quality monitoring of another area (`AGR085`).
            pub monitored_by: Option<Id<FollowUp>> = "overvåges igen ved", "monitored again by";
        }
    }
}
