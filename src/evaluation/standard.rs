//! Standards in an evaluation: their steps and ratings.

use alloc::vec::Vec;

use super::{EvaluationFinding, Recommendation};
use crate::audit::{CaseAudit, ScaleStep};
use crate::id::Id;
use crate::model::{Origin, PUBLISHED, QualityStep, Standard, StandardArea};
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// A standard in an evaluation. The standard and its steps are rated, indicators are not: what was measured of one
    /// is a finding.
    pub struct EvaluatedStandard: "evalueret standard", "evaluated standard", says name or standard or number {
        optional {
            /// The standard.
            pub standard: Option<Id<Standard>> = "standard", "standard";
            /// The number in the document, such as `1.3`.
            pub number: Option<SectionNumber> = "nummer", "number";
            /// The name in the document.
            pub name: Option<Text> = "navn", "name";
            /// The area; if absent, that of the published standard with this id.
            pub area: Option<StandardArea> = "område", "area";
            /// Whether it is one of the common set, or one that a region added.
            pub origin: Option<Origin> = "oprindelse", "origin";
            /// How it was monitored.
            pub method: Option<MonitoringMethod> = "overvågningsmetode", "monitoring method";
            /// The audit by which it was monitored.
            pub audit: Option<Id<CaseAudit>> = "audit", "audit";
            /// The quality steps that were evaluated, each with its rating if there is one.
            pub steps: Vec<StepRating> = "trin", "steps";
            /// The rating that the surveyors propose (*indstilling*).
            pub proposed: Option<Rating> = "indstillet vurdering", "proposed rating";
            /// The rating: of an external evaluation, as the committee decided; else as the service rated itself.
            pub rating: Option<Rating> = "vurdering", "rating";
            /// What was found.
            pub findings: Vec<EvaluationFinding> = "fund", "findings";
            /// What is recommended (*anbefalinger*).
            pub recommendations: Vec<Recommendation> = "anbefalinger", "recommendations";
        }
    }
}

record! {
    /// One of the four quality steps of a standard, and how it was rated.
    pub struct StepRating: "vurdering af et trin", "rating of a step" {
        mandatory {
            /// The step.
            pub step: QualityStep = "trin", "step";
        }
        optional {
            /// The rating.
            pub rating: Option<Rating> = "vurdering", "rating";
        }
    }
}

choice! {
    /// A rating. An absent one is not stated; neither of the first two is the lowest step of the scale.
    ///
    /// ```
    /// use kvalitetsmodel::{evaluation::Rating, id::Id};
    ///
    /// let rating: Rating =
    ///     serde_json::from_str(r#"{ "rated": { "onScale": "00000000-0000-0000-0000-000000000005" } }"#)?;
    /// assert_eq!(rating, Rating::Rated { on_scale: Id::from_u128(5) });
    /// assert_eq!(serde_json::to_string(&Rating::NotRelevant)?, r#""notRelevant""#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(Copy)]
    pub enum Rating: "vurdering", "rating" {
        /// The document says that it was not rated.
        NotRated = "ikke vurderet", "not rated";
        /// It does not apply to the service.
        NotRelevant = "ikke relevant", "not relevant";
        /// It was rated.
        Rated = "vurderet", "rated" {
            /// The step of the scale of the evaluation.
            on_scale: Id<ScaleStep> = "på skalaen", "on the scale";
        }
    }
}

words! {
    /// How a standard is monitored.
    ///
    /// # Source
    ///
    /// *Vejledninger til kvalitetsovervågning af ydelsesspecifikke standarder*: standards 1.1 to 1.3 by an audit, 1.4 by a
    /// method of its own, 1.5 and 1.6 by data and questions. A region may have other ones.
    #[non_exhaustive]
    pub enum MonitoringMethod: "overvågningsmetode", "monitoring method" {
        /// A panel judges cases.
        CaseAudit = "casebaseret audit", "case-based audit";
        /// A method that was made for this standard.
        OwnMethod = "metode for standarden selv", "method of the standard's own";
        /// Assessment questions are answered from collected data.
        DataAndQuestions = "data og vurderingsspørgsmål", "data and assessment questions";
    }
}

impl Rating {
    /// The step of the scale, if it was rated.
    pub(crate) const fn on_scale(self) -> Option<Id<ScaleStep>> {
        match self {
            Self::Rated { on_scale } => Some(on_scale),
            Self::NotRated | Self::NotRelevant => None,
        }
    }
}

impl EvaluatedStandard {
    /// The area: the stated one, or else that of the published standard with this id. Returns `None` if neither is known.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::EvaluatedStandard;
    /// use kvalitetsmodel::model::{StandardArea, TWELVE_STANDARDS};
    ///
    /// let first = EvaluatedStandard { standard: Some(TWELVE_STANDARDS.standards[0].id), ..EvaluatedStandard::default() };
    /// assert_eq!(first.area(), Some(StandardArea::ServiceSpecific));
    /// assert_eq!(EvaluatedStandard::default().area(), None);
    /// ```
    #[must_use]
    pub fn area(&self) -> Option<StandardArea> {
        self.area.or_else(|| {
            let id = self.standard?;
            PUBLISHED.iter().find_map(|set| {
                let standard = set.standards.iter().find(|one| one.id == id)?;
                set.themes.iter().find(|theme| theme.id == standard.theme).map(|theme| theme.area)
            })
        })
    }

    /// How a step was rated; of several ratings the first.
    pub(crate) fn rating_of(&self, step: QualityStep) -> Option<Rating> {
        self.steps.iter().find(|one| one.step == step)?.rating
    }

    /// Returns `true` if it says more than which standard it is and which steps are evaluated.
    pub(super) fn says_something(&self) -> bool {
        self.proposed.is_some()
            || self.rating.is_some()
            || !self.findings.is_empty()
            || !self.recommendations.is_empty()
            || self.steps.iter().any(|one| one.rating.is_some())
    }
}
