//! One PDSA cycle: what is known of it, and where it stands.

use alloc::vec::Vec;

use serde::{Deserialize, Serialize};

use super::{Act, CarriedOut, Plan, Study};
use crate::id::{AimId, CycleId, MeasureId, Subject, TypedId as _};
use crate::report::Path;
use crate::report::unique_ids::WithIds;
use crate::text::{Bilingual, Text};

/// A PDSA cycle (*PDSA-cirkel*, *kvalitetscirkel*, *prøvehandling*), as a draft: one small test of one
/// change, with as much of its four phases as a real document holds.
///
/// A cycle in working order links aim → measure → change → prediction → observation → comparison →
/// decision → next cycle (R-180). Any other is held all the same, and reported by the rules.
///
/// # Source
///
/// *erantis*, Forbedringssporet: test actions follow PDSA (R-123). *Projekt SMARTE*, figure 3: the four
/// steps Plan – Do – Study – Act. What each phase holds: the handbook of
/// [RKKP](crate::rule::SourceDocument::RKKP) and [Taylor et al.](crate::rule::SourceDocument::TAYLOR_2014)
///
/// ```
/// use kvalitetsmodel::improvement::CyclePhase;
/// use kvalitetsmodel::{Context, PdsaCycle, check, codes};
///
/// let cycle: PdsaCycle = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000501",
///         "aim": "00000000-0000-4000-8000-000000000502",
///         "measures": ["00000000-0000-4000-8000-000000000503"],
///         "change": "the welcome talk is held on the first day",
///         "scale": 1,
///         "plan": { "question": "is there time for it?", "on": "2024-02" },
///         "do": { "on": "2024-03-04", "observations": "it took twenty minutes" }
///     }"#,
/// )?;
/// assert_eq!(cycle.phase(), CyclePhase::CarriedOut);
///
/// let report = check(&cycle, &Context::new("2024-04-01".parse()?));
/// let codes: Vec<_> = report.findings().iter().map(|finding| finding.code()).collect();
/// assert_eq!(codes, [codes::PDS001]); // nobody predicted anything
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "PDSA-cirkel")]
#[doc(alias = "kvalitetscirkel")]
#[doc(alias = "prøvehandling")]
#[doc(alias = "test action")]
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PdsaCycle {
    /// Which cycle.
    pub id: CycleId,
    /// The aim that it serves (*mål*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim: Option<AimId>,
    /// The measures that show whether the change is an improvement (*målinger*).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub measures: Vec<MeasureId>,
    /// The change that is tested (*forandring*).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change: Option<Text>,
    /// How many it is tried with. **Unit and range:** citizens, staff or occasions, whatever the cycle
    /// counts, from 0; a series of cycles is to count the same.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub scale: Option<u64>,
    /// What is to be tried, and what is expected of it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub plan: Option<Plan>,
    /// What was done and seen; `do` in the exchange format.
    #[serde(rename = "do", skip_serializing_if = "Option::is_none")]
    pub carried_out: Option<CarriedOut>,
    /// What came of comparing that with the plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub study: Option<Study>,
    /// What was decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub act: Option<Act>,
    /// The cycle before this one in its series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub previous: Option<CycleId>,
    /// The cycle after this one in its series.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next: Option<CycleId>,
}

/// How far a PDSA cycle has come: the last phase that is stated of it.
///
/// Ordered from the first to the last.
///
/// ```
/// use kvalitetsmodel::improvement::CyclePhase;
///
/// assert!(CyclePhase::Planned < CyclePhase::Studied);
/// assert_eq!(CyclePhase::Studied.label().en, "studied");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CyclePhase {
    /// Nothing is stated of any phase.
    NotBegun,
    /// *Plan* is stated.
    Planned,
    /// *Do* is stated.
    CarriedOut,
    /// *Study* is stated.
    Studied,
    /// *Act* is stated.
    ActedOn,
}

impl CyclePhase {
    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::NotBegun => Bilingual::new("ikke begyndt", "not begun"),
            Self::Planned => Bilingual::new("planlagt", "planned"),
            Self::CarriedOut => Bilingual::new("afprøvet", "carried out"),
            Self::Studied => Bilingual::new("analyseret", "studied"),
            Self::ActedOn => Bilingual::new("besluttet", "acted on"),
        }
    }
}

impl PdsaCycle {
    /// A cycle that is not begun, and of which nothing is stated yet.
    #[must_use]
    pub const fn new(id: CycleId) -> Self {
        Self {
            id,
            aim: None,
            measures: Vec::new(),
            change: None,
            scale: None,
            plan: None,
            carried_out: None,
            study: None,
            act: None,
            previous: None,
            next: None,
        }
    }

    /// How far it has come: the last phase that is stated, whether or not those before it are.
    #[must_use]
    pub const fn phase(&self) -> CyclePhase {
        match self.standing() {
            [_, _, _, true] => CyclePhase::ActedOn,
            [_, _, true, _] => CyclePhase::Studied,
            [_, true, _, _] => CyclePhase::CarriedOut,
            [true, _, _, _] => CyclePhase::Planned,
            _ => CyclePhase::NotBegun,
        }
    }

    /// Which of the four phases are stated, in their order.
    pub(super) const fn standing(&self) -> [bool; 4] {
        [self.plan.is_some(), self.carried_out.is_some(), self.study.is_some(), self.act.is_some()]
    }

    /// Is a phase stated while one before it is not?
    pub(super) fn has_gap(&self) -> bool {
        !self.standing().is_sorted_by(|before, after| before >= after)
    }
}

impl WithIds for PdsaCycle {
    fn each_id(&self, at: &Path<'_>, each: &mut dyn FnMut(Subject, &Path<'_>)) {
        each(self.id.subject(), at);
    }
}
