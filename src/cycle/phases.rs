//! The four phases of a PDSA cycle.

use alloc::vec::Vec;

use crate::date::{PartialDate, When};
use crate::id::Id;
use crate::measurement::Measurement;
use crate::text::{Text, is_stated};

record! {
    /// *Plan*: the question, the prediction, and who tests where and when.
    ///
    /// # Source
    ///
    /// Objective, questions, predictions, who, what, where, when, and which data: the Model for Improvement
    /// as [RKKP](https://www.rkkp.dk/resultater/kvalitetshandbog/4-forbedringsmodellen-til-kvalitetsforbedring/44-afprov-andring-til-forbedring-af-kvalitet/) and [IHI](http://www.ihi.org/knowledge/Pages/HowtoImprove/ScienceofImprovementHowtoImprove.aspx) describe it.
    ///
    /// ```
    /// use kvalitetsmodel::text::Text;
    /// use kvalitetsmodel::cycle::Plan;
    ///
    /// let plan = Plan { prediction: Some(Text::from("eight of ten will come back")), ..Plan::default() };
    /// assert!(plan.has_prediction());
    /// assert!(!Plan::default().has_prediction());
    /// ```
    pub struct Plan: "planlægning (plan)", "plan" {
        optional {
            /// The objective, or the question that the test is to answer (*formål*, *spørgsmål*).
            pub question: Option<Text> = "spørgsmål", "question";
            /// What is expected to happen (*forudsigelse*, *hypotese*).
            #[doc(alias = "forudsigelse")]
            #[doc(alias = "hypotese")]
            pub prediction: Option<Text> = "forudsigelse", "prediction";
            /// Why the change is expected to lead to it: the theory, the evidence or the experience behind it.
            pub rationale: Option<Text> = "begrundelse", "rationale";
            /// Who carries out the test.
            pub who: Option<Text> = "hvem", "who";
            /// Where it is carried out.
            pub place: Option<Text> = "hvor", "where";
            /// When it is to be carried out.
            pub when: Option<When> = "hvornår", "when";
            /// Which data are to be collected, and how.
            pub data: Option<Text> = "data, der indsamles", "data to collect";
            /// When the plan was made.
            pub on: Option<PartialDate> = "planens dato", "date of the plan";
        }
    }
}

record! {
    /// *Do*: what was done and observed (*udfør*, *afprøv*).
    ///
    /// ```
    /// use kvalitetsmodel::cycle::CarriedOut;
    ///
    /// let done: CarriedOut = serde_json::from_str(r#"{ "dataInWords": "7 of 9", "on": "2024-03-04" }"#)?;
    /// assert!(done.has_data());
    /// assert!(!CarriedOut::default().has_data());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "do")]
    pub struct CarriedOut: "afprøvning (do)", "do" {
        optional {
            /// When it was carried out.
            pub on: Option<PartialDate> = "dato", "date";
            /// What was observed, including problems and surprises.
            pub observations: Option<Text> = "iagttagelser", "observations";
            /// The measurements that were made.
            pub data: Vec<Id<Measurement>> = "målinger", "measurements";
            /// Data in words, if no measurement is recorded.
            pub data_in_words: Option<Text> = "data med ord", "data in words";
        }
    }
}

record! {
    /// *Study*: the data compared with the prediction, and what is learned (*undersøg*, *analysér*).
    ///
    /// ```
    /// use kvalitetsmodel::text::Text;
    /// use kvalitetsmodel::cycle::Study;
    ///
    /// let study = Study { comparison: Some(Text::from("fewer than predicted")), ..Study::default() };
    /// assert!(study.has_comparison());
    /// ```
    pub struct Study: "analyse (study)", "study" {
        optional {
            /// When it was studied.
            pub on: Option<PartialDate> = "dato", "date";
            /// What happened, compared with the prediction (*sammenligning*).
            pub comparison: Option<Text> = "sammenligning", "comparison";
            /// What is learned from it (*læring*).
            pub learned: Option<Text> = "læring", "learning";
        }
    }
}

record! {
    /// *Act*: what is decided about the change (*handl*, *justér*).
    ///
    /// ```
    /// use kvalitetsmodel::cycle::{Act, ActDecision};
    ///
    /// let act: Act = serde_json::from_str(r#"{ "decision": "adapt", "on": "2024-03-11" }"#)?;
    /// assert_eq!(act.decision, Some(ActDecision::Adapt));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub struct Act: "beslutning (act)", "act" {
        optional {
            /// When it was decided.
            pub on: Option<PartialDate> = "dato", "date";
            /// The decision.
            pub decision: Option<ActDecision> = "beslutning", "decision";
            /// The reason for it.
            pub reason: Option<Text> = "begrundelse", "reason";
        }
    }
}

words! {
    /// The decision about a change after a test.
    ///
    /// The fourth outcome of [Taylor et al.](https://pmc.ncbi.nlm.nih.gov/articles/PMC3963536/), table 2, *expand*, is
    /// expressed as *adopt* and a next cycle of larger scale.
    ///
    /// ```
    /// use kvalitetsmodel::cycle::ActDecision;
    ///
    /// assert_eq!(ActDecision::Abandon.label().da, "opgiv");
    /// ```
    pub enum ActDecision: "beslutning", "decision" {
        /// Keep the change as it is (*behold*).
        Adopt = "behold", "adopt";
        /// Alter the change and test it again (*tilpas*, *ændr*).
        Adapt = "tilpas", "adapt";
        /// Give the change up (*opgiv*).
        Abandon = "opgiv", "abandon";
    }
}

impl Plan {
    /// Returns `true` if the plan says what is expected to happen.
    #[must_use]
    pub fn has_prediction(&self) -> bool {
        is_stated(self.prediction.as_ref())
    }
}

impl CarriedOut {
    /// Returns `true` if observations, measurements or data in words are recorded.
    #[must_use]
    pub fn has_data(&self) -> bool {
        !self.data.is_empty()
            || is_stated(self.observations.as_ref())
            || is_stated(self.data_in_words.as_ref())
    }
}

impl Study {
    /// Returns `true` if the study compares what happened with the prediction.
    #[must_use]
    pub fn has_comparison(&self) -> bool {
        is_stated(self.comparison.as_ref())
    }
}
