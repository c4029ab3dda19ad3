//! The way of a cycle through its phases, and into the next cycle.

use alloc::boxed::Box;

use super::{Act, ActDecision, CarriedOut, CyclePhase, PdsaCycle, Plan, Study};
use crate::id::CycleId;

/// A step in the life of a PDSA cycle.
///
/// ```
/// use kvalitetsmodel::PdsaCycle;
/// use kvalitetsmodel::id::CycleId;
/// use kvalitetsmodel::improvement::{CyclePhase, Study, Transition};
/// use uuid::Uuid;
///
/// let cycle = PdsaCycle::new(CycleId::new(Uuid::from_u128(1)));
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
    const fn from(self) -> CyclePhase {
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
            Self::NextCycle => "followed by a next cycle",
        }
    }
}

/// A step that the cycle cannot take where it stands: the cycle, untouched, and why.
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
            Self::HasNext => Words("has a next cycle", ""),
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
    /// What was attempted.
    #[must_use]
    pub const fn attempted(&self) -> Transition {
        self.attempted
    }

    /// The phase that the cycle stands in.
    #[must_use]
    pub const fn phase(&self) -> CyclePhase {
        self.cycle.phase()
    }

    /// The cycle, untouched.
    #[must_use]
    pub fn into_cycle(self) -> PdsaCycle {
        *self.cycle
    }
}

impl PdsaCycle {
    fn ready(self, attempted: Transition) -> Result<Self, TransitionRefused> {
        let why = if self.phase() != attempted.from() {
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

    /// The cycle with its plan.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] for a cycle that is begun: planned already, or carried out without a plan.
    pub fn plan(self, plan: Plan) -> Result<Self, TransitionRefused> {
        Ok(Self { plan: Some(plan), ..self.ready(Transition::Plan)? })
    }

    /// The cycle with what was done and seen.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] for a cycle that is not planned, or carried out already.
    pub fn carry_out(self, carried_out: CarriedOut) -> Result<Self, TransitionRefused> {
        Ok(Self { carried_out: Some(carried_out), ..self.ready(Transition::CarryOut)? })
    }

    /// The cycle with what the comparison shows.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] for a cycle that is only planned, is studied already, or was carried out
    /// without a plan.
    pub fn study(self, study: Study) -> Result<Self, TransitionRefused> {
        Ok(Self { study: Some(study), ..self.ready(Transition::Study)? })
    }

    /// The cycle with what is decided.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] for a cycle that is not studied, is decided already, or lacks an earlier
    /// phase.
    pub fn act(self, act: Act) -> Result<Self, TransitionRefused> {
        Ok(Self { act: Some(act), ..self.ready(Transition::Act)? })
    }

    /// This cycle and the next one of its series, linked both ways.
    ///
    /// Aim and measures are carried on; change and scale are for the next cycle to say.
    ///
    /// # Errors
    ///
    /// [`TransitionRefused`] for a cycle that is not acted on, is abandoned, has a next cycle, or would
    /// come after itself: `id` is its own or that of the cycle before it.
    ///
    /// ```
    /// use kvalitetsmodel::PdsaCycle;
    /// use kvalitetsmodel::id::CycleId;
    /// use kvalitetsmodel::improvement::{Act, ActDecision, CarriedOut, CyclePhase, Plan, Study};
    /// use uuid::Uuid;
    ///
    /// let [first, second] = [1, 2].map(|n| CycleId::new(Uuid::from_u128(n)));
    /// let cycle = PdsaCycle::new(first)
    ///     .plan(Plan::default())?
    ///     .carry_out(CarriedOut::default())?
    ///     .study(Study::default())?
    ///     .act(Act { decision: Some(ActDecision::Adapt), ..Act::default() })?;
    /// let (done, next) = cycle.next_cycle(second)?;
    /// assert_eq!((done.next, next.previous), (Some(second), Some(first)));
    /// assert_eq!(next.phase(), CyclePhase::NotBegun);
    /// # Ok::<(), kvalitetsmodel::improvement::TransitionRefused>(())
    /// ```
    pub fn next_cycle(self, id: CycleId) -> Result<(Self, Self), TransitionRefused> {
        let cycle = self.ready(Transition::NextCycle)?;
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
