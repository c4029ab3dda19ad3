//! Target figures (*måltal*): what is to be reached, who agrees it, and what became of it.

mod change_aim;
mod evaluation;
mod forum;
mod life;
mod outcome;
mod roll_up;
pub(crate) mod rules;

use serde::{Deserialize, Serialize};

pub use change_aim::{ChangeAim, ChangeKind};
pub use evaluation::{Evaluation, UnitEvaluation};
pub use forum::Forum;
pub use life::{Decision, StepRefused, TargetState, TargetStep};
pub use outcome::{Outcome, Reason, Unused, WhyUnused};

use crate::date::{PartialDate, When};
use crate::figure::{Decimal, Direction, Threshold, Unit};
use crate::id::{IndicatorId, TargetId};
use crate::section::SectionNumber;
use crate::text::Text;
use alloc::vec::Vec;

/// A target figure (*måltal*), as a draft: it holds whatever a real document states of it.
///
/// A figure can be assessed only with indicator, direction, value, unit, population, measuring time
/// and data source (R-173); what is absent is not stated, which is not the same as zero.
///
/// ```
/// use kvalitetsmodel::TargetFigure;
///
/// let smarte: TargetFigure = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000181",
///         "topic": "SMARTE",
///         "direction": "atLeast", "value": "80", "unit": "percent",
///         "measuredAt": { "date": { "on": "2024-11" } },
///         "agreedBy": { "parties": {} },
///         "state": "agreed"
///     }"#,
/// )?;
/// assert!(smarte.threshold().is_some());
/// assert_eq!(smarte.data_source, None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[doc(alias = "måltal")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetFigure {
    /// Which target figure.
    pub id: TargetId,
    /// Where the document states it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    /// What it is about, in a word or two; figures of one topic are held together by it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Text>,
    /// What is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<TargetIndicator>,
    /// Is the value the least or the most that is wanted?
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    /// The figure, in `unit`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    /// The unit of the figure.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Of whom or what.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<Population>,
    /// When it is measured.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measured_at: Option<When>,
    /// Where things stood before.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    /// Where the figures come from.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_source: Option<Text>,
    /// Who agrees it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_by: Option<Forum>,
    /// How far it has come.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<TargetState>,
    /// The steps it has taken, oldest first.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<TargetStep>,
}

/// What a target figure measures.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetIndicator {
    /// Which indicator; measurements name the same.
    pub id: IndicatorId,
    /// The indicator in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
}

/// Of whom or what a target figure speaks.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Population {
    /// The population in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    /// Who selects what it is made of, where a list is still to be chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected_by: Option<Forum>,
    /// When that list was fixed.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed_on: Option<PartialDate>,
}

/// Where things stood before.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Baseline {
    /// The figure.
    pub value: Decimal,
    /// Its unit.
    pub unit: Unit,
    /// When it was counted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

impl TargetFigure {
    /// A target figure of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: TargetId) -> Self {
        Self {
            id,
            section: None,
            topic: None,
            indicator: None,
            direction: None,
            value: None,
            unit: None,
            population: None,
            measured_at: None,
            baseline: None,
            data_source: None,
            agreed_by: None,
            state: None,
            history: Vec::new(),
        }
    }

    /// Direction, value and unit together, where all three are stated.
    #[must_use]
    pub fn threshold(&self) -> Option<Threshold> {
        Some(Threshold { direction: self.direction?, value: self.value?, unit: self.unit.clone()? })
    }

    /// Is it said to be agreed later, with no figure yet?
    #[must_use]
    pub fn is_open(&self) -> bool {
        self.state == Some(TargetState::ToBeAgreed) && self.value.is_none()
    }

    /// The topic, without the spaces at its ends; nothing where it is blank.
    #[must_use]
    pub fn topic_said(&self) -> Option<&str> {
        self.topic.as_ref().map(|topic| topic.as_str().trim()).filter(|topic| !topic.is_empty())
    }
}
