//! What each phase of a PDSA cycle knows.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use crate::date::{PartialDate, When};
use crate::id::MeasurementId;
use crate::text::{Bilingual, Text, says_something};

/// *Plan*: the question, the prediction, and who tries what, where and when.
///
/// # Source
///
/// Objective, questions, predictions, who, what, where, when, and which data: the Model for Improvement
/// as [RKKP](crate::rule::SourceDocument::RKKP) and [IHI](crate::rule::SourceDocument::IHI) tell it.
///
/// ```
/// use kvalitetsmodel::Text;
/// use kvalitetsmodel::improvement::Plan;
///
/// let plan = Plan { prediction: Some(Text::from("eight of ten will come back")), ..Plan::default() };
/// assert!(plan.has_prediction());
/// assert!(!Plan::default().has_prediction());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Plan {
    /// The objective, or the question that the test is to answer (*formål*, *spørgsmål*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub question: Option<Text>,
    /// What is expected to happen (*forudsigelse*, *hypotese*).
    #[doc(alias = "forudsigelse")]
    #[doc(alias = "hypotese")]
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prediction: Option<Text>,
    /// Who tries it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub who: Option<Text>,
    /// Where it is tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub place: Option<Text>,
    /// When it is to be tried.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    /// Which data are to be collected, and how.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data: Option<Text>,
    /// When the plan was made.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

/// *Do*: what was done and seen (*udfør*, *afprøv*).
///
/// ```
/// use kvalitetsmodel::improvement::CarriedOut;
///
/// let done: CarriedOut = serde_json::from_str(r#"{ "dataInWords": "7 of 9", "on": "2024-03-04" }"#)?;
/// assert!(done.has_data());
/// assert!(!CarriedOut::default().has_data());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "do")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct CarriedOut {
    /// When it was carried out.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// What was seen, problems and surprises among it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub observations: Option<Text>,
    /// The measurements that were made.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub data: Vec<MeasurementId>,
    /// What was counted, where no measurement is recorded for it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_in_words: Option<Text>,
}

/// *Study*: the data beside the prediction, and what is learned (*undersøg*, *analysér*).
///
/// ```
/// use kvalitetsmodel::Text;
/// use kvalitetsmodel::improvement::Study;
///
/// let study = Study { comparison: Some(Text::from("fewer than predicted")), ..Study::default() };
/// assert!(study.has_comparison());
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Study {
    /// When it was studied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// What happened, compared with the prediction (*sammenligning*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comparison: Option<Text>,
    /// What is learned from it (*læring*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub learned: Option<Text>,
}

/// *Act*: what is decided about the change (*handl*, *justér*).
///
/// ```
/// use kvalitetsmodel::improvement::{Act, ActDecision};
///
/// let act: Act = serde_json::from_str(r#"{ "decision": "adapt", "on": "2024-03-11" }"#)?;
/// assert_eq!(act.decision, Some(ActDecision::Adapt));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Act {
    /// When it was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// What is decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<ActDecision>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// What becomes of a change after a test: adopt, adapt or abandon.
///
/// To try the same change on more people (*expand*, a fourth outcome in
/// [Taylor et al.](crate::rule::SourceDocument::TAYLOR_2014), table 2) is to adopt it and to test it
/// again in a next cycle of larger scale.
///
/// ```
/// use kvalitetsmodel::improvement::ActDecision;
///
/// assert_eq!(ActDecision::Abandon.label().da, "opgiv");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ActDecision {
    /// Keep the change as it is (*behold*).
    Adopt,
    /// Alter the change and test it again (*tilpas*, *ændr*).
    Adapt,
    /// Give the change up (*opgiv*).
    Abandon,
}

impl ActDecision {
    /// The word for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Adopt => Bilingual::new("behold", "adopt"),
            Self::Adapt => Bilingual::new("tilpas", "adapt"),
            Self::Abandon => Bilingual::new("opgiv", "abandon"),
        }
    }
}

impl Plan {
    /// Does it say what is expected to happen?
    #[must_use]
    pub fn has_prediction(&self) -> bool {
        says_something(self.prediction.as_ref())
    }
}

impl CarriedOut {
    /// Is anything recorded that was seen, measured or counted?
    #[must_use]
    pub fn has_data(&self) -> bool {
        !self.data.is_empty()
            || says_something(self.observations.as_ref())
            || says_something(self.data_in_words.as_ref())
    }
}

impl Study {
    /// Does it compare what happened with the prediction?
    #[must_use]
    pub fn has_comparison(&self) -> bool {
        says_something(self.comparison.as_ref())
    }
}
