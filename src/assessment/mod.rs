//! State assessments (*tilstandsvurderinger*): what data show of the present state of a social service.

pub(crate) mod rules;

use alloc::vec::Vec;

use crate::agreement::{FocusArea, ServiceRef};
use crate::body::StateAssessmentRef;
use crate::date::{PartialDate, Period};
use crate::id::Id;
use crate::measurement::Measurement;
use crate::text::{Folded, Text};

record! {
    /// A state assessment (*tilstandsvurdering*) of one social service, as a draft: what data show of its present state,
    /// topic by topic. Target figures and memberships rest on it.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, sections 1 and 1.1: the goals of a service follow from a concrete assessment
    /// that rests on data, and resources go where data show a need.
    ///
    /// ```
    /// use kvalitetsmodel::assessment::StateAssessment;
    ///
    /// let assessment: StateAssessment = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000901",
    ///         "title": "Den tværgående gennemgang",
    ///         "on": "2023-H1",
    ///         "topics": [{ "topic": "onboarding", "data": [{ "source": "Personaleomsætning" }], "showsNeed": true }]
    ///     }"#,
    /// )?;
    /// // What an agreement says of it.
    /// let said = assessment.reference("onboarding").ok_or("a topic")?;
    /// assert_eq!((said.data_based, said.shows_need), (Some(true), Some(true)));
    /// assert_eq!(said.assessment, Some(assessment.id));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "tilstandsvurdering")]
    pub struct StateAssessment: "tilstandsvurdering", "state assessment", id "stateAssessment" {
        optional {
            /// The title, or the review that it was part of.
            pub title: Option<Text> = "titel", "title";
            /// The service whose state is assessed.
            pub service: Option<ServiceRef> = "tilbud", "social service";
            /// When it was made.
            pub on: Option<PartialDate> = "dato", "date";
            /// By when it is to be renewed; absent if no day has been set.
            pub renew_by: Option<PartialDate> = "fornyes senest", "to be renewed by";
            /// What is assessed.
            pub topics: Vec<AssessedTopic> = "emner", "topics";
        }
    }
}

record! {
    /// One topic of a state assessment: the data, the need that they show, and the resources that follow.
    pub struct AssessedTopic: "vurderet emne", "assessed topic", says topic or focus_area {
        optional {
            /// What it is about, in a word or two, as target figures name it.
            pub topic: Option<Text> = "emne", "topic";
            /// The focus area of the agreement that rests on it.
            pub focus_area: Option<Id<FocusArea>> = "indsatsområde", "focus area";
            /// The data that the assessment rests on.
            pub data: Vec<AssessmentData> = "datagrundlag", "data";
            /// What the data show.
            pub finding: Option<Text> = "hvad data viser", "what the data show";
            /// Whether the data show a need.
            pub shows_need: Option<bool> = "viser et behov", "shows a need";
            /// The resources that are put in.
            pub resources: Vec<Text> = "ressourcer", "resources";
        }
    }
}

record! {
    /// Data that an assessment rests on.
    pub struct AssessmentData: "datagrundlag", "assessment data" {
        optional {
            /// Where they come from.
            pub source: Option<Text> = "kilde", "source";
            /// The period that they are about.
            pub period: Option<Period> = "periode", "period";
            /// The measurements.
            pub measurements: Vec<Id<Measurement>> = "målinger", "measurements";
        }
    }
}

impl StateAssessment {
    /// What an agreement or a community says about this assessment where a membership or a figure rests on it.
    ///
    /// Capitals and the amount of white space do not count. Returns `None` if no topic has this name; if several have it, the
    /// first counts.
    #[must_use]
    pub fn reference(&self, topic: &str) -> Option<StateAssessmentRef> {
        let name = Folded::of_words(topic.trim());
        let is_it = |one: &&AssessedTopic| one.topic.as_ref().map(Folded::of) == Some(name);
        let topic = self.topics.iter().find(is_it)?;
        Some(StateAssessmentRef {
            assessment: Some(self.id),
            source: self.title.clone(),
            on: self.on,
            data_based: (!topic.data.is_empty()).then_some(true),
            shows_need: topic.shows_need,
        })
    }
}
