//! The steps of a cycle from phase to phase, and to the next cycle.

use alloc::boxed::Box;

use super::{Act, ActDecision, CarriedOut, CyclePhase, PdsaCycle, Plan, Study};
use crate::id::Id;

/// A step of a PDSA cycle.
///
/// ```
/// use kvalitetsmodel::cycle::{CyclePhase, PdsaCycle, Study, Transition};
/// use kvalitetsmodel::id::Id;
///
/// let cycle = PdsaCycle::new(Id::from_u128(1));
/// let refused = cycle.study(Study::default()).unwrap_err();
/// assert_eq!(refused.attempted(), Transition::Study);
/// assert_eq!(refused.phase(), CyclePhase::NotBegun);
/// assert_eq!(refused.to_string(), "a cycle that is not begun cannot be studied");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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

    const fn words(self) -> &'static str {
        match self {
            Self::Plan => "planned",
            Self::CarryOut => "carried out",
            Self::Study => "studied",
            Self::Act => "acted on",
            Self::NextCycle => "followed by a further cycle",
        }
    }
}

/// The error for a step that the cycle cannot take. It holds the unchanged cycle.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a cycle that {} cannot be {}", .why.words(.cycle.phase()), .attempted.words())]
#[non_exhaustive]
pub struct TransitionRefused {
    cycle: Box<PdsaCycle>,
    attempted: Transition,
    why: Why,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Why {
    Phase,
    Gap,
    Abandoned,
    HasNext,
    Ring,
}

impl Why {
    const fn words(self, phase: CyclePhase) -> Words {
        match self {
            Self::Phase => Words("is ", phase.label().en),
            Self::Gap => Words("lacks an earlier phase", ""),
            Self::Abandoned => Words("is abandoned", ""),
            Self::HasNext => Words("has a further cycle", ""),
            Self::Ring => Words("would come after itself", ""),
        }
    }
}

struct Words(&'static str, &'static str);

impl core::fmt::Display for Words {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.0)?;
        f.write_str(self.1)
    }
}

impl TransitionRefused {
    /// The step that was attempted.
    #[must_use]
    pub const fn attempted(&self) -> Transition {
        self.attempted
    }

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
        let why = if self.phase() != attempted.required_phase() {
            Why::Phase
        } else if self.has_gap() {
            Why::Gap
        } else {
            return Ok(self);
        };
        Err(self.refuse(attempted, why))
    }

    fn refuse(self, attempted: Transition, why: Why) -> TransitionRefused {
        TransitionRefused { cycle: Box::new(self), attempted, why }
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
        let why = if cycle.act.as_ref().and_then(|act| act.decision) == Some(ActDecision::Abandon) {
            Why::Abandoned
        } else if cycle.next.is_some() {
            Why::HasNext
        } else if id == cycle.id || cycle.previous == Some(id) {
            Why::Ring
        } else {
            let next = Self {
                aim: cycle.aim,
                measures: cycle.measures.clone(),
                previous: Some(cycle.id),
                ..Self::new(id)
            };
            return Ok((Self { next: Some(id), ..cycle }, next));
        };
        Err(cycle.refuse(Transition::NextCycle, why))
    }
}
