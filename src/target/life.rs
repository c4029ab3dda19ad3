//! The life of a target figure: to be agreed → agreed → measured → judged.

use alloc::boxed::Box;

use serde::{Deserialize, Serialize};

use super::TargetFigure;
use crate::date::PartialDate;
use crate::text::{Bilingual, Text, says_something};

/// How far a target figure has come (R-174).
///
/// ```
/// use kvalitetsmodel::TargetState;
///
/// assert!(TargetState::Agreed.is_back_from(TargetState::Measured));
/// assert!(!TargetState::NotMet.is_back_from(TargetState::Met));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetState {
    /// It will be agreed later.
    ToBeAgreed,
    /// It is agreed.
    Agreed,
    /// It is measured, not yet judged.
    Measured,
    /// It is met.
    Met,
    /// It is not met.
    NotMet,
    /// It was measured and cannot be judged.
    NotAssessable,
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

    /// Is it an earlier stage than `before`?
    #[must_use]
    pub const fn is_back_from(self, before: Self) -> bool {
        self.stage() < before.stage()
    }

    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::ToBeAgreed => Bilingual::new("aftales senere", "to be agreed"),
            Self::Agreed => Bilingual::new("aftalt", "agreed"),
            Self::Measured => Bilingual::new("målt", "measured"),
            Self::Met => Bilingual::new("opfyldt", "met"),
            Self::NotMet => Bilingual::new("ikke opfyldt", "not met"),
            Self::NotAssessable => Bilingual::new("kan ikke vurderes", "not assessable"),
        }
    }
}

/// A recorded decision: who, when or why.
///
/// A draft can hold one that says none of the three; [`is_recorded`](Self::is_recorded) tells.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    /// Who decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// Why.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

impl Decision {
    /// Does it say at least one of who, when and why?
    ///
    /// ```
    /// use kvalitetsmodel::target::Decision;
    ///
    /// assert!(!Decision::default().is_recorded());
    /// assert!(Decision { by: Some("styregruppen".into()), ..Decision::default() }.is_recorded());
    /// assert!(!Decision { by: Some(" ".into()), ..Decision::default() }.is_recorded());
    /// ```
    #[must_use]
    pub fn is_recorded(&self) -> bool {
        self.on.is_some() || says_something(self.by.as_ref()) || says_something(self.reason.as_ref())
    }
}

/// One step in the life of a target figure.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetStep {
    /// What it became.
    pub state: TargetState,
    /// When.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    /// The decision behind it; a step back needs one that is [recorded](Decision::is_recorded).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

impl TargetStep {
    /// Does the step go back from `before` with no recorded decision behind it? What rule `TAR003` finds.
    ///
    /// ```
    /// use kvalitetsmodel::TargetState;
    /// use kvalitetsmodel::target::{Decision, TargetStep};
    ///
    /// let step = TargetStep { state: TargetState::Agreed, on: None, decision: Some(Decision::default()) };
    /// assert!(step.goes_back_undecided(TargetState::Measured));
    /// assert!(!step.goes_back_undecided(TargetState::ToBeAgreed));
    /// ```
    #[must_use]
    pub fn goes_back_undecided(&self, before: TargetState) -> bool {
        self.state.is_back_from(before) && !self.decision.as_ref().is_some_and(Decision::is_recorded)
    }
}

impl TargetFigure {
    /// The target figure after one more step, from its state or, where none is stated, from that of its
    /// last step.
    ///
    /// A life goes from to be agreed over agreed and measured to a verdict. The source forbids the step back
    /// without a decision (R-174), and no leap: *to be agreed* may become *met* at once, where a document
    /// does not tell what lay between.
    ///
    /// # Errors
    ///
    /// [`StepRefused`] gives the figure back where the step goes back without a
    /// [recorded](Decision::is_recorded) decision: from *measured* to *agreed*, from *met* to *to be agreed*.
    ///
    /// ```
    /// use kvalitetsmodel::target::TargetStep;
    /// use kvalitetsmodel::{TargetFigure, TargetState, id::TargetId};
    /// use uuid::Uuid;
    ///
    /// let step = |state| TargetStep { state, on: None, decision: None };
    /// let figure = TargetFigure::new(TargetId::new(Uuid::from_u128(1)));
    /// let figure = figure.advance(step(TargetState::Measured))?;
    /// let refused = figure.advance(step(TargetState::Agreed)).unwrap_err();
    /// assert_eq!(refused.into_figure().state, Some(TargetState::Measured));
    /// # Ok::<(), kvalitetsmodel::target::StepRefused>(())
    /// ```
    pub fn advance(mut self, step: TargetStep) -> Result<Self, StepRefused> {
        let from = self.state.or_else(|| self.history.last().map(|last| last.state));
        if let Some(from) = from
            && step.goes_back_undecided(from)
        {
            return Err(StepRefused { figure: Box::new(self), from, to: step.state });
        }
        self.state = Some(step.state);
        self.history.push(step);
        Ok(self)
    }
}

/// A step back in the life of a target figure, without a recorded decision.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("a step back from `{}` to `{}` needs a recorded decision", .from.label().en, .to.label().en)]
#[non_exhaustive]
pub struct StepRefused {
    figure: Box<TargetFigure>,
    /// The state it has.
    pub from: TargetState,
    /// The state it was to have.
    pub to: TargetState,
}

impl StepRefused {
    /// The figure, untouched.
    #[must_use]
    pub fn into_figure(self) -> TargetFigure {
        *self.figure
    }
}
