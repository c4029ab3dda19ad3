//! Evaluations by the quality model: self-evaluation (*selvevaluering*), external evaluation (*ekstern evaluering*) and
//! quality monitoring (*kvalitetsovervågning*).

mod combination;
mod comparison;
mod evaluator;
mod finding;
pub(crate) mod rules;
mod standard;

use alloc::vec::Vec;

use chrono::NaiveDate;
pub use combination::{Combination, Combined};
pub use comparison::{RatingChange, RatingComparison};
pub use evaluator::{Background, Evaluator, EvaluatorRole};
pub use finding::{
    EvaluationFinding, FindingKind, InspectionParameter, Recommendation, RecommendationOutcome,
};
pub use standard::{EvaluatedStandard, MonitoringMethod, Rating, StepRating};

use crate::agreement::ServiceRef;
use crate::audit::ScaleStep;
use crate::date::{PartialDate, When};
use crate::id::Id;
use crate::model::{PublishedSet, StandardArea, StandardSet};
use crate::text::Text;

record! {
    /// An evaluation of a social service by the quality model, as a draft.
    ///
    /// No public source states the labels of the scale, or how the ratings of the steps become that of a standard. Both
    /// are data of the document, and nothing is computed without them. Which set applies is said by its id: municipal
    /// and regional services used different sets at the same time.
    ///
    /// # Source
    ///
    /// *Dansk kvalitetsmodel for de regionale botilbud på det sociale område*, "Uddannelse og træning" (R-093), and the
    /// reports of external evaluations of 2012 to 2014.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Rating};
    /// use kvalitetsmodel::model::{NINE_STANDARDS, StandardArea};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let mut evaluation = Evaluation::new(Id::from_u128(1), EvaluationKind::External);
    /// evaluation.standard_set = Some(NINE_STANDARDS.id);
    /// evaluation.stated_standards = Some(6); // what the text says
    /// evaluation.standards = NINE_STANDARDS
    ///     .standards
    ///     .iter()
    ///     .map(|one| EvaluatedStandard { standard: Some(one.id), ..EvaluatedStandard::default() })
    ///     .collect();
    /// assert_eq!(evaluation.lists_as_many_as_stated(), Some(false));
    /// assert_eq!(evaluation.count_in(StandardArea::Organisational), Some(3));
    /// // Nobody rated it, which is not the same as the lowest rating.
    /// assert_eq!(evaluation.standards[0].rating, None);
    /// assert_ne!(Some(Rating::NotRelevant), evaluation.standards[0].rating);
    /// ```
    #[doc(alias = "selvevaluering")]
    #[doc(alias = "ekstern evaluering")]
    #[doc(alias = "kvalitetsovervågning")]
    pub struct Evaluation: "evaluering efter kvalitetsmodellen", "evaluation", id "evaluation" {
        mandatory {
            /// The kind of evaluation.
            pub kind: EvaluationKind = "art", "kind";
        }
        optional {
            /// What people call it.
            pub title: Option<Text> = "titel", "title";
            /// The social service that is evaluated, and who runs it.
            pub service: Option<ServiceRef> = "tilbud", "social service";
            /// The standard set that applies (`EVA002`): of a published one its id, `6b76616c-6974-8000-8000-000100000000` (2007),
            /// `…000900` (the nine) or `…001200` (the twelve).
            pub standard_set: Option<Id<StandardSet>> = "standardsæt", "standard set";
            /// **Unit:** standards. How many there are according to the text.
            pub stated_standards: Option<u32> = "antal standarder ifølge teksten", "stated number of standards";
            /// The labels of the ratings, the lowest first. *Not relevant* and *not rated* are none of them.
            pub scale: Vec<ScaleStep> = "skala", "scale";
            /// How the ratings of the steps become the rating of a standard.
            pub combination: Option<Combination> = "sammenfatning", "combination";
            /// When it was planned.
            pub planned_on: Option<PartialDate> = "planlagt dato", "planned on";
            /// When it was held: of an external evaluation, the visit.
            pub held_on: Option<PartialDate> = "dato for gennemførelsen", "held on";
            /// When the latest one of this kind before it was held.
            pub previous_on: Option<PartialDate> = "forrige evaluering", "previous evaluation";
            /// When the next one of this kind is held.
            pub next: Option<When> = "næste evaluering", "next evaluation";
            /// Who evaluates, learns or observes.
            pub evaluators: Vec<Evaluator> = "evaluatorer", "evaluators";
            /// What the ratings rest on. An empty list is not stated.
            pub evidence: Vec<EvaluationEvidence> = "grundlag", "evidence";
            /// The standards that are evaluated, in the order of the document.
            pub standards: Vec<EvaluatedStandard> = "standarder", "standards";
            /// The recommendation of the surveyors to a committee.
            pub submission: Option<Submission> = "indstilling", "submission";
        }
    }
}

words! {
    /// A kind of evaluation.
    pub enum EvaluationKind: "evalueringens art", "kind of evaluation" {
        /// The service evaluates its own work with the standards (*selvevaluering*). In Region Sjælland every year.
        SelfEvaluation = "selvevaluering", "self-evaluation";
        /// Surveyors from elsewhere visit the service (*ekstern evaluering*). In public practice every third year.
        External = "ekstern evaluering", "external evaluation";
        /// The service judges whether its work with the standards leads to their purpose (*kvalitetsovervågning*, step
        /// 3).
        Monitoring = "kvalitetsovervågning", "quality monitoring";
    }
}

words! {
    /// What the ratings of an external evaluation rest on.
    ///
    /// # Source
    ///
    /// The reports of 2012 to 2014: a snapshot made of dialogue, observation and written background material.
    pub enum EvaluationEvidence: "evalueringsgrundlag", "evidence of an evaluation" {
        /// Talks with leaders, staff, citizens and relatives.
        Dialogue = "dialog", "dialogue";
        /// What the surveyors saw.
        Observation = "observation", "observation";
        /// Guiding documents, records and other material.
        WrittenMaterial = "skriftligt baggrundsmateriale", "written background material";
    }
}

record! {
    /// The recommendation (*indstilling*) of the surveyors, which is put before a committee. The ratings that they
    /// propose are listed with the standards.
    ///
    /// # Source
    ///
    /// *Ekstern evaluering 2013, Matrikelløs gruppe 2*: the report holds the surveyors' recommendations and is put before
    /// a committee.
    pub struct Submission: "indstilling", "submission" {
        optional {
            /// When the surveyors made it.
            pub submitted_on: Option<PartialDate> = "afgivet", "submitted on";
            /// The committee that it is put before.
            pub committee: Option<Text> = "udvalg", "committee";
            /// By when the committee decides.
            pub decide_by: Option<When> = "behandles", "decide by";
            /// When the committee decided.
            pub decided_on: Option<PartialDate> = "afgjort", "decided on";
        }
    }
}

impl Evaluation {
    /// The published set of standards that it states; `None` if it states another one or none.
    pub(crate) fn published_set(&self) -> Option<&'static PublishedSet> {
        PublishedSet::of_id(self.standard_set?)
    }

    /// Whether it lists as many standards as its text says. Returns `None` if it states no number, or lists none.
    #[must_use]
    pub fn lists_as_many_as_stated(&self) -> Option<bool> {
        let stated = usize::try_from(self.stated_standards?).ok();
        (!self.standards.is_empty()).then(|| stated == Some(self.standards.len()))
    }

    /// What its own scale calls a rating. Returns `None` for one that is not on the scale, such as *not relevant*, and for a step
    /// without a label.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::{Evaluation, Rating};
    ///
    /// let evaluation: Evaluation = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation",
    ///         "scale": [{ "id": "00000000-0000-4000-8000-000000000010", "label": "helt opfyldt" }],
    ///         "standards": [{ "rating": { "rated": { "onScale": "00000000-0000-4000-8000-000000000010" } } }]
    ///     }"#,
    /// )?;
    /// let rating = evaluation.standards[0].rating.expect("stated");
    /// assert_eq!(evaluation.label_of(rating).map(|label| label.as_str()), Some("helt opfyldt"));
    /// assert_eq!(evaluation.label_of(Rating::NotRelevant), None);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn label_of(&self, rating: Rating) -> Option<&Text> {
        let step = self.position(rating.on_scale()?)?;
        self.scale.get(step)?.label.as_ref()
    }

    /// How many of the listed standards belong to an area. Returns `None` if it lists none, or if the area of one of them
    /// is not known.
    #[must_use]
    pub fn count_in(&self, area: StandardArea) -> Option<usize> {
        let areas: Option<Vec<_>> = self.standards.iter().map(EvaluatedStandard::area).collect();
        let areas = areas.filter(|areas| !areas.is_empty())?;
        Some(areas.into_iter().filter(|one| *one == area).count())
    }

    /// Returns `true` if it was held by that day: on the day itself, too, and if the document says what came of it.
    pub(crate) fn was_held(&self, as_of: NaiveDate) -> bool {
        match self.held_on {
            Some(on) => on.first_day() <= as_of,
            None => self.standards.iter().any(EvaluatedStandard::says_something),
        }
    }
}
