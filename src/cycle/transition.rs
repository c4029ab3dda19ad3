//! The steps of a cycle from phase to phase, and to the next cycle.

use alloc::boxed::Box;

use serde::Serialize;

use super::{Act, ActDecision, CarriedOut, CyclePhase, PdsaCycle, Plan, Study};
use crate::Lang;
use crate::id::Id;
use crate::text::{Bilingual, error_type};

/// A step of a PDSA cycle.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::cycle::{CyclePhase, Hindrance, PdsaCycle, Study, Transition};
/// use kvalitetsmodel::id::Id;
///
/// let cycle = PdsaCycle::new(Id::from_u128(1));
/// let refused = cycle.study(Study::default()).unwrap_err();
/// assert_eq!(refused.attempted, Transition::Study);
/// assert_eq!(refused.phase(), CyclePhase::NotBegun);
/// assert_eq!(refused.because, Hindrance::Phase);
/// assert_eq!(refused.to_string(), "a cycle that is not begun cannot be studied");
/// assert_eq!(refused.message(Lang::Da), "en cyklus, der ikke er begyndt, kan ikke analyseres");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Transition {
    /// [`PdsaCycle::plan`].
    Plan,
    /// [`PdsaCycle::carry_out`].
    CarryOut,
    /// [`PdsaCycle::study`].
    Study,
    /// [`PdsaCycle::act`].
    Act,
    /// [`PdsaCycle::next_cycle`].
    NextCycle,
}

impl Transition {
    const fn required_phase(self) -> CyclePhase {
        match self {
            Self::Plan => CyclePhase::NotBegun,
            Self::CarryOut => CyclePhase::Planned,
            Self::Study => CyclePhase::CarriedOut,
            Self::Act => CyclePhase::Studied,
            Self::NextCycle => CyclePhase::ActedOn,
        }
    }

    const fn words(self) -> Bilingual {
        match self {
            Self::Plan => Bilingual::new("planlægges", "planned"),
            Self::CarryOut => Bilingual::new("afprøves", "carried out"),
            Self::Study => Bilingual::new("analyseres", "studied"),
            Self::Act => Bilingual::new("besluttes", "acted on"),
            Self::NextCycle => Bilingual::new("følges af endnu en cyklus", "followed by a further cycle"),
        }
    }
}

/// The error for a step that the cycle cannot take. It holds the unchanged cycle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct TransitionRefused {
    cycle: Box<PdsaCycle>,
    /// The step that was attempted.
    pub attempted: Transition,
    /// What keeps the cycle from it.
    pub because: Hindrance,
}

/// What keeps a cycle from a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[non_exhaustive]
pub enum Hindrance {
    /// The cycle is in another phase than the one before the step.
    Phase,
    /// An earlier phase is not stated.
    Gap,
    /// The cycle is abandoned, so that none can follow.
    Abandoned,
    /// The cycle has a next one.
    HasNext,
    /// The cycle would come after itself.
    Ring,
}

error_type! {
    TransitionRefused,
    kind |error| match error.because {
        Hindrance::Phase => "phase",
        Hindrance::Gap => "gap",
        Hindrance::Abandoned => "abandoned",
        Hindrance::HasNext => "hasNext",
        Hindrance::Ring => "ring",
    },
    says |error, lang, f| {
        let (phase, attempted) = (error.phase(), error.attempted.words().in_lang(lang));
        let (is, because) = match error.because {
            // In Danish the negation comes before the verb of a subordinate clause.
            Hindrance::Phase if phase == CyclePhase::NotBegun => {
                ("", Bilingual::new("ikke er begyndt", "is not begun").in_lang(lang))
            }
            Hindrance::Phase => (Bilingual::new("er ", "is ").in_lang(lang), phase.label().in_lang(lang)),
            Hindrance::Gap => ("", Bilingual::new("mangler en tidligere fase", "lacks an earlier phase").in_lang(lang)),
            Hindrance::Abandoned => ("", Bilingual::new("er opgivet", "is abandoned").in_lang(lang)),
            Hindrance::HasNext => ("", Bilingual::new("har en næste cyklus", "has a further cycle").in_lang(lang)),
            Hindrance::Ring => {
                ("", Bilingual::new("ville følge efter sig selv", "would come after itself").in_lang(lang))
            }
        };
        match lang {
            Lang::Da => write!(f, "en cyklus, der {is}{because}, kan ikke {attempted}"),
            Lang::En => write!(f, "a cycle that {is}{because} cannot be {attempted}"),
        }
    },
    "attempted": |error: &TransitionRefused| Some(error.attempted),
    "phase": |error: &TransitionRefused| Some(error.phase()),
}

impl TransitionRefused {
    /// The phase of the cycle.
    #[must_use]
    pub const fn phase(&self) -> CyclePhase {
        self.cycle.phase()
    }

    /// Returns the unchanged cycle.
    #[must_use]
    pub fn into_cycle(self) -> PdsaCycle {
        *self.cycle
    }
}

impl PdsaCycle {
    fn check_ready(self, attempted: Transition) -> Result<Self, TransitionRefused> {
        let because = if self.phase() != attempted.required_phase() {
            Hindrance::Phase
        } else if self.has_gap() {
            Hindrance::Gap
        } else {
            return Ok(self);
        };
        Err(self.refuse(attempted, because))
    }

    fn refuse(self, attempted: Transition, because: Hindrance) -> TransitionRefused {
        TransitionRefused { cycle: Box::new(self), attempted, because }
    }

    /// Adds the plan.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] if any phase is stated: the cycle is already planned, or was carried out
    /// without a plan.
    pub fn plan(self, plan: Plan) -> Result<Self, TransitionRefused> {
        Ok(Self { plan: Some(plan), ..self.check_ready(Transition::Plan)? })
    }

    /// Adds what was done and observed.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] if the cycle is not planned, or is already carried out.
    pub fn carry_out(self, carried_out: CarriedOut) -> Result<Self, TransitionRefused> {
        Ok(Self { carried_out: Some(carried_out), ..self.check_ready(Transition::CarryOut)? })
    }

    /// Adds the study.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] if the cycle is not carried out, is already studied, or has no plan.
    pub fn study(self, study: Study) -> Result<Self, TransitionRefused> {
        Ok(Self { study: Some(study), ..self.check_ready(Transition::Study)? })
    }

    /// Adds the decision.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] if the cycle is not studied, is already acted on, or lacks an earlier phase.
    pub fn act(self, act: Act) -> Result<Self, TransitionRefused> {
        Ok(Self { act: Some(act), ..self.check_ready(Transition::Act)? })
    }

    /// Starts the next cycle of the series. Returns this cycle and the new one, linked to each other.
    ///
    /// The new cycle has the same aim and measures. Its change and scale are not stated.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] if the cycle is not acted on, lacks an earlier phase, is abandoned, or has a
    /// next cycle, or if `id` is the id of this cycle or of the previous one.
    ///
    /// ```
    /// use kvalitetsmodel::cycle::{Act, ActDecision, CarriedOut, CyclePhase, PdsaCycle, Plan, Study};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let [first, second] = [1, 2].map(Id::from_u128);
    /// let cycle = PdsaCycle::new(first)
    ///     .plan(Plan::default())?
    ///     .carry_out(CarriedOut::default())?
    ///     .study(Study::default())?
    ///     .act(Act { decision: Some(ActDecision::Adapt), ..Act::default() })?;
    /// let (done, next) = cycle.next_cycle(second)?;
    /// assert_eq!((done.next, next.previous), (Some(second), Some(first)));
    /// assert_eq!(next.phase(), CyclePhase::NotBegun);
    /// # Ok::<(), kvalitetsmodel::cycle::TransitionRefused>(())
    /// ```
    pub fn next_cycle(self, id: Id<PdsaCycle>) -> Result<(Self, Self), TransitionRefused> {
        let cycle = self.check_ready(Transition::NextCycle)?;
        let because = if cycle.decision() == Some(ActDecision::Abandon) {
            Hindrance::Abandoned
        } else if cycle.next.is_some() {
            Hindrance::HasNext
        } else if id == cycle.id || cycle.previous == Some(id) {
            Hindrance::Ring
        } else {
            let next = Self {
                aim: cycle.aim,
                measures: cycle.measures.clone(),
                previous: Some(cycle.id),
                ..Self::new(id)
            };
            return Ok((Self { next: Some(id), ..cycle }, next));
        };
        Err(cycle.refuse(Transition::NextCycle, because))
    }
}
