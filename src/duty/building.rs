//! Safety reviews of buildings.

use alloc::vec::Vec;

use crate::date::{PartialDate, Period};
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// The safety review of all buildings where citizens stay, within a window.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, 1.2: in the course of 2024 and 2025 (R-047).
    #[doc(alias = "sikkerhedsgennemgang")]
    pub struct BuildingReview: "sikkerhedsgennemgang", "safety review" {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The days on which it can take place.
            pub window: Option<Period> = "periode", "window";
            /// The buildings.
            pub buildings: Vec<ReviewedBuilding> = "bygninger", "buildings";
        }
    }
}

record! {
    /// A building, and what its review led to.
    pub struct ReviewedBuilding: "bygning", "building", says name {
        optional {
            /// What people call it.
            pub name: Option<Text> = "navn", "name";
            /// Whether citizens stay in it.
            pub used_by_citizens: Option<bool> = "borgere opholder sig der", "citizens stay there";
            /// When it was reviewed.
            pub reviewed_on: Option<PartialDate> = "gennemgået", "reviewed on";
            /// Which improvements the review led to. What is planned or carried out needs a day of review (`DUT019`).
            pub improvements: Option<Improvements> = "forbedringer", "improvements";
        }
    }
}

words! {
    /// The state of the improvements that a safety review led to.
    pub enum Improvements: "forbedringernes status", "state of the improvements" {
        /// None are needed.
        NotNeeded = "ikke nødvendige", "not needed";
        /// They are needed, and there is no plan.
        Needed = "nødvendige, uden plan", "needed, without a plan";
        /// They are planned.
        Planned = "planlagt", "planned";
        /// They are carried out.
        CarriedOut = "gennemført", "carried out";
    }
}

/// Whether a building was reviewed in the window of a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Reviewed {
    /// Not at all.
    No,
    /// Before the window alone.
    Early(PartialDate),
    /// In the window.
    Yes,
    /// After it.
    Late(PartialDate),
    /// The date is too rough to tell.
    Unclear,
}

impl ReviewedBuilding {
    /// Without a window any review counts.
    pub(crate) fn reviewed(&self, window: Option<Period>) -> Reviewed {
        let Some(on) = self.reviewed_on else { return Reviewed::No };
        let Some(Period { start, end }) = window else { return Reviewed::Yes };
        let (first, last) = (on.first_day(), on.last_day());
        if first > end {
            Reviewed::Late(on)
        } else if last < start {
            Reviewed::Early(on)
        } else if start <= first && last <= end {
            Reviewed::Yes
        } else {
            Reviewed::Unclear
        }
    }

    /// Returns `false` if the document says that citizens do not stay in it.
    pub(crate) fn is_to_be_reviewed(&self) -> bool {
        self.used_by_citizens != Some(false)
    }
}

impl BuildingReview {
    /// How many buildings are yet to be reviewed, apart from those where citizens do not stay. A review before the window is
    /// one: `DUT021` says that it was early.
    ///
    /// ```
    /// use kvalitetsmodel::duty::BuildingReview;
    ///
    /// let review: BuildingReview = serde_json::from_str(
    ///     r#"{
    ///         "window": { "start": "2024-01-01", "end": "2025-12-31" },
    ///         "buildings": [
    ///             { "reviewedOn": "2024-06" }, { "reviewedOn": "2023-06" }, {}, { "usedByCitizens": false }
    ///         ]
    ///     }"#,
    /// )?;
    /// assert_eq!(review.left(), 1);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn left(&self) -> usize {
        let is_left = |one: &&ReviewedBuilding| one.is_to_be_reviewed() && one.reviewed_on.is_none();
        self.buildings.iter().filter(is_left).count()
    }
}
