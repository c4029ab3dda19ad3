//! The first two questions of the Model for Improvement: what to accomplish, and how to know.

use serde::{Deserialize, Serialize};

use crate::date::When;
use crate::figure::Threshold;
use crate::id::{AimId, IndicatorId, MeasureId};
use crate::text::{Bilingual, Text};

/// An aim (*mål*): what is to be accomplished, how much, by when and for whom.
///
/// # Source
///
/// [IHI](crate::rule::SourceDocument::IHI), Setting Aims.
///
/// ```
/// use kvalitetsmodel::improvement::Aim;
///
/// let aim: Aim = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000502",
///         "statement": "new staff feel equipped for their work",
///         "howMuch": { "direction": "atLeast", "value": "80", "unit": "percent" },
///         "by": { "date": { "on": "2024-11" } },
///         "forWhom": "staff in their first three months"
///     }"#,
/// )?;
/// assert!(aim.how_much.is_some());
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Aim {
    /// Which aim.
    pub id: AimId,
    /// The aim in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
    /// How much.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub how_much: Option<Threshold>,
    /// By when.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<When>,
    /// For whom.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub for_whom: Option<Text>,
}

/// A measure (*måling*): how a community knows that a change is an improvement.
///
/// ```
/// use kvalitetsmodel::improvement::{Measure, MeasureKind};
///
/// let measure: Measure = serde_json::from_str(
///     r#"{ "id": "00000000-0000-4000-8000-000000000503", "kind": "balancing" }"#,
/// )?;
/// assert_eq!(measure.kind, Some(MeasureKind::Balancing));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Measure {
    /// Which measure.
    pub id: MeasureId,
    /// What it watches.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<MeasureKind>,
    /// The measure in words.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
    /// The indicator that it counts by; measurements name the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorId>,
}

/// What a measure watches.
///
/// # Source
///
/// [IHI](crate::rule::SourceDocument::IHI), Establishing Measures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum MeasureKind {
    /// What it comes to for the citizens or the staff (*resultatindikator*).
    #[doc(alias = "resultatindikator")]
    Outcome,
    /// Whether the work is done as agreed (*procesindikator*).
    #[doc(alias = "procesindikator")]
    Process,
    /// Whether something else gets worse (*ulempeindikator*).
    #[doc(alias = "ulempeindikator")]
    Balancing,
}

impl MeasureKind {
    /// The word for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Outcome => Bilingual::new("resultatindikator", "outcome measure"),
            Self::Process => Bilingual::new("procesindikator", "process measure"),
            Self::Balancing => Bilingual::new("ulempeindikator", "balancing measure"),
        }
    }
}

impl Aim {
    /// An aim of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: AimId) -> Self {
        Self { id, statement: None, how_much: None, by: None, for_whom: None }
    }
}

impl Measure {
    /// A measure of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: MeasureId) -> Self {
        Self { id, kind: None, statement: None, indicator: None }
    }
}
