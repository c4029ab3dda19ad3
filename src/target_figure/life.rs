//! The life of a target figure: to be agreed, agreed, measured, judged.

use alloc::boxed::Box;

use super::TargetFigure;
use crate::Lang;
use crate::date::{DutyStatus, PartialDate, is_in_order};
use crate::sorted::sorted_of;
use crate::text::{Text, error_type, is_stated};

words! {
    /// How far a target figure has come (R-174).
    ///
    /// ```
    /// use kvalitetsmodel::target_figure::TargetState;
    ///
    /// assert!(TargetState::Agreed.is_back_from(TargetState::Measured));
    /// assert!(!TargetState::NotMet.is_back_from(TargetState::Met));
    /// ```
    pub enum TargetState: "status", "status" {
        /// It will be agreed later.
        ToBeAgreed = "aftales senere", "to be agreed";
        /// It is agreed.
        Agreed = "aftalt", "agreed";
        /// It is measured, not yet judged.
        Measured = "målt", "measured";
        /// It is met.
        Met = "opfyldt", "met";
        /// It is not met.
        NotMet = "ikke opfyldt", "not met";
        /// It was measured and cannot be judged.
        NotAssessable = "kan ikke vurderes", "not assessable";
    }
}

impl TargetState {
    const fn stage(self) -> u8 {
        match self {
            Self::ToBeAgreed => 0,
            Self::Agreed => 1,
            Self::Measured => 2,
            Self::Met | Self::NotMet | Self::NotAssessable => 3,
        }
    }

    /// Whether the figure is met. Returns `None` for every state but the verdicts that say so.
    pub(crate) const fn is_met(self) -> Option<bool> {
        match self {
            Self::Met => Some(true),
            Self::NotMet => Some(false),
            Self::ToBeAgreed | Self::Agreed | Self::Measured | Self::NotAssessable => None,
        }
    }

    /// Returns `true` for the three verdicts.
    pub(super) const fn is_judged(self) -> bool {
        self.stage() == Self::Met.stage()
    }

    /// Returns `true` for *measured* and for the three verdicts.
    const fn is_measured(self) -> bool {
        !self.is_back_from(Self::Measured)
    }

    /// Returns `true` if it is an earlier stage than `before`.
    ///
    /// The three verdicts are one stage.
    #[must_use]
    pub const fn is_back_from(self, before: Self) -> bool {
        self.stage() < before.stage()
    }
}

record! {
    /// A recorded decision: who, when or why.
    ///
    /// A draft can hold one that states none of the three; see [`is_recorded`](Self::is_recorded).
    pub struct Decision: "beslutning", "decision" {
        optional {
            /// Who decided.
            pub by: Option<Text> = "besluttet af", "decided by";
            /// When.
            pub on: Option<PartialDate> = "besluttet den", "decided on";
            /// Why.
            pub reason: Option<Text> = "begrundelse", "reason";
        }
    }
}

impl Decision {
    /// Returns `true` if it states at least one of who, when and why. Blank text states nothing.
    ///
    /// ```
    /// use kvalitetsmodel::target_figure::Decision;
    ///
    /// assert!(!Decision::default().is_recorded());
    /// assert!(Decision { by: Some("styregruppen".into()), ..Decision::default() }.is_recorded());
    /// assert!(!Decision { by: Some(" ".into()), ..Decision::default() }.is_recorded());
    /// ```
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        self.on.is_some() || is_stated(self.by.as_ref()) || is_stated(self.reason.as_ref())
    }
}

record! {
    /// One step in the life of a target figure.
    pub struct TargetStep: "trin", "step" {
        optional {
            /// The state after the step.
            pub state: Option<TargetState> = "status", "status";
            /// When.
            pub on: Option<PartialDate> = "dato", "date";
            /// The decision behind it; a step back needs one that is [recorded](Decision::is_recorded).
            pub decision: Option<Decision> = "beslutning", "decision";
        }
    }
}

impl TargetStep {
    /// A step to a state, of which neither date nor decision is stated.
    #[must_use]
    pub const fn new(state: TargetState) -> Self {
        Self { state: Some(state), on: None, decision: None }
    }

    /// Returns `true` if the step goes back from `before` without a recorded decision. Rule `TAR003` finds such
    /// steps. A step without a state goes nowhere.
    ///
    /// ```
    /// use kvalitetsmodel::target_figure::{TargetState, TargetStep};
    ///
    /// let step = TargetStep::new(TargetState::Agreed);
    /// assert!(step.goes_back_undecided(TargetState::Measured));
    /// assert!(!step.goes_back_undecided(TargetState::ToBeAgreed));
    /// ```
    #[must_use]
    pub fn goes_back_undecided(&self, before: TargetState) -> bool {
        self.state.is_some_and(|state| state.is_back_from(before))
            && !self.decision.as_ref().is_some_and(Decision::is_recorded)
    }
}

impl TargetFigure {
    /// Calls `then` with the steps and their positions in the list, from the first step to the last.
    ///
    /// They are in the order of their dates if each has one and the dates tell which comes first, or else in the order
    /// of the list. Steps with the same date are in the order of the list.
    pub(crate) fn steps_in_order<R>(
        &self,
        then: impl FnOnce(&mut dyn DoubleEndedIterator<Item = (usize, &TargetStep)>) -> R,
    ) -> R {
        let dates = self.history.iter().map(|step| step.on);
        let is_before = |before: Option<PartialDate>, after: Option<PartialDate>| match (before, after) {
            (Some(before), Some(after)) => is_in_order(before, after),
            _ => false,
        };
        if dates.clone().is_sorted_by(|before, after| is_before(*before, *after)) {
            return then(&mut self.history.iter().enumerate());
        }
        let days = dates.enumerate().map(|(n, on)| (on.map(PartialDate::first_day), n));
        sorted_of(&days, |days| {
            let mut steps = days.iter().filter_map(|(_, n)| Some((*n, self.history.get(*n)?)));
            let dates = steps.clone().map(|(_, step)| step.on);
            if dates.is_sorted_by(|before, after| is_before(*before, *after)) {
                then(&mut steps)
            } else {
                then(&mut self.history.iter().enumerate())
            }
        })
    }

    /// The last step, by date or else by the list.
    pub(crate) fn last_step(&self) -> Option<&TargetStep> {
        let last = self.steps_in_order(|steps| steps.next_back().map(|(n, _)| n))?;
        self.history.get(last)
    }

    /// The stated state, or else that of the last step.
    pub(crate) fn latest_state(&self) -> Option<TargetState> {
        self.state.or_else(|| self.last_step()?.state)
    }

    /// Returns `true` if the figure is measured, or judged after it: its state, or else its last step, says so.
    ///
    /// ```
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::target_figure::{TargetFigure, TargetState};
    ///
    /// let met = TargetFigure { state: Some(TargetState::Met), ..TargetFigure::new(Id::from_u128(1)) };
    /// assert!(met.is_measured());
    /// ```
    #[must_use]
    pub fn is_measured(&self) -> bool {
        self.latest_state().is_some_and(TargetState::is_measured)
    }

    /// The status *done* of its measuring, if it [is measured](Self::is_measured): on the date of the first of the
    /// steps at the end of its history that do not go back before *measured*.
    pub(crate) fn measuring_done(&self) -> Option<DutyStatus> {
        let on = self.steps_in_order(|steps| {
            let measured =
                steps.rev().take_while(|(_, step)| step.state.is_some_and(TargetState::is_measured));
            measured.last().and_then(|(_, first)| first.on)
        });
        self.is_measured().then_some(DutyStatus::Done { on })
    }

    /// The target figure after one more step.
    ///
    /// The step starts from the state of the figure, or from the state of its last step if none is stated. A step
    /// without a state leaves it as it is. A
    /// figure is first to be agreed, then agreed, measured, and at last judged. It may skip states, since a
    /// document need not state each of them; only a step back needs a decision (R-174).
    ///
    /// # Errors
    ///
    /// [`StepRefused`] returns the figure if the step goes back without a [recorded](Decision::is_recorded)
    /// decision: from *measured* to *agreed*, from *met* to *to be agreed*.
    ///
    /// ```
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::target_figure::{TargetFigure, TargetState, TargetStep};
    ///
    /// let figure = TargetFigure::new(Id::from_u128(1));
    /// let figure = figure.advance(TargetStep::new(TargetState::Measured))?;
    /// let refused = figure.advance(TargetStep::new(TargetState::Agreed)).unwrap_err();
    /// assert_eq!(refused.into_figure().state, Some(TargetState::Measured));
    /// # Ok::<(), kvalitetsmodel::target_figure::StepRefused>(())
    /// ```
    pub fn advance(mut self, step: TargetStep) -> Result<Self, StepRefused> {
        if let (Some(from), Some(to)) = (self.latest_state(), step.state)
            && step.goes_back_undecided(from)
        {
            return Err(StepRefused { figure: Box::new(self), from, to });
        }
        self.state = step.state.or(self.state);
        self.history.push(step);
        Ok(self)
    }
}

/// A step back in the life of a target figure, without a recorded decision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct StepRefused {
    figure: Box<TargetFigure>,
    /// The state that the figure has.
    pub from: TargetState,
    /// The state that the step leads to.
    pub to: TargetState,
}

error_type! {
    StepRefused,
    kind |_| "stepBackUndecided",
    says |error, lang, f| {
        let (from, to) = (error.from.label().in_lang(lang), error.to.label().in_lang(lang));
        match lang {
            Lang::Da => write!(f, "et skridt tilbage fra `{from}` til `{to}` kræver en registreret beslutning"),
            Lang::En => write!(f, "a step back from `{from}` to `{to}` needs a recorded decision"),
        }
    },
    "from": |error: &StepRefused| Some(error.from),
    "to": |error: &StepRefused| Some(error.to),
}

impl StepRefused {
    /// Returns the figure, unchanged.
    #[must_use]
    pub fn into_figure(self) -> TargetFigure {
        *self.figure
    }
}
