//! PDSA cycles: their phases, and the steps from one phase to the next.

mod fidelity;
mod order;
mod phases;
mod ramp;
pub(crate) mod rules;
mod transition;

use alloc::vec::Vec;

pub use fidelity::{Feature, FeatureCount, Fidelity};
pub(crate) use order::{Dated, earlier, later};
pub use phases::{Act, ActDecision, CarriedOut, Plan, Study};
pub use ramp::Ramp;
use ramp::{Found, each_ramp};
pub(crate) use ramp::{links, rings};
use serde::Serialize;
pub use transition::{Hindrance, Transition, TransitionRefused};

use crate::aim::{Aim, Measure};
use crate::date::{PartialDate, Period};
use crate::id::Id;
use crate::organisation::SocialService;
use crate::text::{Bilingual, Text};

record! {
    /// A PDSA cycle (*PDSA-cirkel*, *kvalitetscirkel*, *prøvehandling*), as a draft: one small test of one
    /// change. A phase that the document does not state is absent.
    ///
    /// A complete cycle links aim → measure → change → prediction → observation → comparison → decision →
    /// next cycle (R-180). The rules report what is missing.
    ///
    /// # Source
    ///
    /// *erantis*, Forbedringssporet: test actions follow PDSA (R-123). *Projekt SMARTE*, figure 3: the four
    /// steps Plan – Do – Study – Act. What each phase contains: the handbook of
    /// [RKKP](https://www.rkkp.dk/resultater/kvalitetshandbog/4-forbedringsmodellen-til-kvalitetsforbedring/44-afprov-andring-til-forbedring-af-kvalitet/) and
    /// [Taylor et al.](https://pmc.ncbi.nlm.nih.gov/articles/PMC3963536/)
    ///
    /// ```
    /// use kvalitetsmodel::cycle::CyclePhase;
    /// use kvalitetsmodel::{Context, check, codes, cycle::PdsaCycle};
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
    /// assert_eq!(codes, [codes::PDS001]); // the plan has no prediction
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "PDSA-cirkel")]
    #[doc(alias = "kvalitetscirkel")]
    #[doc(alias = "prøvehandling")]
    #[doc(alias = "test action")]
    pub struct PdsaCycle: "PDSA-cyklus", "PDSA cycle", id "cycle" {
        optional {
            /// The service that tests; absent if the document does not say, or if it is that of the document.
            pub service: Option<Id<SocialService>> = "tilbud, der afprøver", "testing service";
            /// The aim that it serves (*mål*).
            pub aim: Option<Id<Aim>> = "mål", "aim";
            /// The measures that show whether the change is an improvement (*målinger*).
            pub measures: Vec<Id<Measure>> = "målinger", "measures";
            /// The change that is tested (*forandring*).
            pub change: Option<Text> = "forandring", "change";
            /// How many citizens, members of staff or occasions it is tested with, from 0. All cycles of a
            /// series count the same thing.
            pub scale: Option<u64> = "omfang", "scale";
            /// The number of them in the whole department or service, whether tested or not. A test of fewer is
            /// a test on small scale.
            pub whole: Option<u64> = "i alt i enheden", "in the whole unit";
            /// What is to be tested, and what is expected.
            pub plan: Option<Plan> = "planlægning (plan)", "plan";
            /// What was done and observed; `do` in the exchange format.
            pub carried_out as "do": Option<CarriedOut> = "afprøvning (do)", "do";
            /// How the observations compare with the plan.
            pub study: Option<Study> = "analyse (study)", "study";
            /// What was decided.
            pub act: Option<Act> = "beslutning (act)", "act";
            /// The cycle before this one in its series.
            pub previous: Option<Id<PdsaCycle>> = "forrige cyklus", "previous cycle";
            /// The cycle after this one in its series.
            pub next: Option<Id<PdsaCycle>> = "næste cyklus", "next cycle";
        }
    }
}

/// How far a PDSA cycle has come, ordered from the first to the last phase.
///
/// ```
/// use kvalitetsmodel::cycle::CyclePhase;
///
/// assert!(CyclePhase::Planned < CyclePhase::Studied);
/// assert_eq!(CyclePhase::Studied.label().en, "studied");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum CyclePhase {
    /// No phase is stated.
    NotBegun,
    /// The last stated phase is *plan*.
    Planned,
    /// The last stated phase is *do*.
    CarriedOut,
    /// The last stated phase is *study*.
    Studied,
    /// The last stated phase is *act*.
    ActedOn,
}

impl CyclePhase {
    /// What people call it.
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
    /// The last phase that is stated, even if an earlier one is not.
    #[must_use]
    pub const fn phase(&self) -> CyclePhase {
        match self.stated_phases() {
            [_, _, _, true] => CyclePhase::ActedOn,
            [_, _, true, _] => CyclePhase::Studied,
            [_, true, _, _] => CyclePhase::CarriedOut,
            [true, _, _, _] => CyclePhase::Planned,
            _ => CyclePhase::NotBegun,
        }
    }

    /// Returns `true` if its plan says what is expected ([`Plan::has_prediction`]); a cycle without a plan does not.
    ///
    /// Whether one is expected differs: rule `PDS001` reports a plan without a prediction, the page of a portfolio lists
    /// cycles that are planned or begun, and [`Fidelity`] counts those with learning, as the study does.
    #[must_use]
    pub fn has_prediction(&self) -> bool {
        self.plan.as_ref().is_some_and(Plan::has_prediction)
    }

    /// Returns `true` if the change was abandoned, and nothing is stated of a test.
    pub(crate) fn is_abandoned_untested(&self) -> bool {
        self.decision() == Some(ActDecision::Abandon) && self.carried_out.is_none() && self.study.is_none()
    }

    /// When the test is planned to be carried out. One that was abandoned before it was carried out is no longer
    /// planned.
    pub(crate) fn test_due(&self, within: Option<&Period>) -> Option<PartialDate> {
        if self.is_abandoned_untested() {
            return None;
        }
        self.plan.as_ref()?.when.as_ref()?.due(within)
    }

    /// The dates of the four phases, in order.
    pub(crate) fn phase_dates(&self) -> [Option<PartialDate>; 4] {
        let Self { plan, carried_out, study, act, .. } = self;
        [
            plan.as_ref().and_then(|plan| plan.on),
            carried_out.as_ref().and_then(|test| test.on),
            study.as_ref().and_then(|study| study.on),
            act.as_ref().and_then(|act| act.on),
        ]
    }

    /// The decision, if one is stated.
    #[must_use]
    pub fn decision(&self) -> Option<ActDecision> {
        self.act.as_ref().and_then(|act| act.decision)
    }

    /// Whether *plan*, *do*, *study* and *act* are stated.
    pub(super) const fn stated_phases(&self) -> [bool; 4] {
        [self.plan.is_some(), self.carried_out.is_some(), self.study.is_some(), self.act.is_some()]
    }

    /// Returns `true` if a phase is stated and an earlier one is not.
    pub(super) fn has_gap(&self) -> bool {
        !self.stated_phases().is_sorted_by(|before, after| before >= after)
    }
}
