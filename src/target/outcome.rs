//! The answers of an evaluation, and the reasons for the third one.

use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::TargetState;
use crate::figure::{Assessment, WhyNot};
use crate::id::MeasurementId;
use crate::text::{Bilingual, Lang, list_in_lang};

/// What measurements say of a target figure: three answers, of which the third is no weak *no*.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::target::{Outcome, Reason};
///
/// let outcome = Outcome::NotAssessable { because: vec![Reason::WholeIsZero] };
/// assert_eq!(outcome.in_lang(Lang::Da).to_string(), "kan ikke vurderes: nævneren er nul");
/// ```
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Outcome {
    /// The figure is at the target or on its good side (*opfyldt*).
    Met,
    /// The figure is on the wrong side (*ikke opfyldt*).
    NotMet,
    /// The measurements do not decide it (*kan ikke vurderes*).
    NotAssessable {
        /// All reasons, at least one, each once and in the order of [`Reason`].
        because: Vec<Reason>,
    },
}

impl Outcome {
    /// The state that a target figure comes into by it.
    #[must_use]
    pub const fn state(&self) -> TargetState {
        match self {
            Self::Met => TargetState::Met,
            Self::NotMet => TargetState::NotMet,
            Self::NotAssessable { .. } => TargetState::NotAssessable,
        }
    }

    /// The answer in words, with its reasons.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            f.write_str(self.state().label().in_lang(lang))?;
            if let Self::NotAssessable { because } = self {
                for (n, reason) in because.iter().enumerate() {
                    f.write_str(if n == 0 { ": " } else { "; " })?;
                    fmt::Display::fmt(&reason.in_lang(lang), f)?;
                }
            }
            Ok(())
        })
    }
}

/// Why measurements do not decide whether a target figure is met.
///
/// **Order:** as listed here.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Reason {
    /// The target figure lacks parts (R-173).
    TargetLacks {
        /// Which.
        parts: Vec<Bilingual>,
    },
    /// The measuring time gives no days: a day without a year, a schedule, a decision to come (R-173).
    MeasuringTimeOpen,
    /// No unit is expected to report.
    NoUnits,
    /// A unit that is expected to report did not.
    NotReported,
    /// One unit has more than one measurement of the same time.
    CountedTwice,
    /// The measurements are of different times, and the target figure does not say which one counts.
    SeveralPeriods,
    /// The part is larger than the whole: 21 of 20.
    PartExceedsWhole,
    /// Events were counted over a negative exposure.
    NegativeWhole,
    /// A share of nothing: 0 of 0 (R-032).
    WholeIsZero,
    /// A count is held against a percent: without its whole it gives no share (R-144).
    CountWithoutWhole,
    /// The figures and the target, or the figures among each other, differ in unit.
    UnitMismatch,
    /// Single figures of several units: they cannot be summed, and an average of averages says nothing.
    SingleFigures,
    /// The sum is above [`u64::MAX`].
    TooLarge,
}

impl Reason {
    /// The words for it.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        let words = match self {
            Self::TargetLacks { .. } => Bilingual::new("måltallet mangler ", "the target figure lacks "),
            Self::MeasuringTimeOpen => Bilingual::new(
                "måletidspunktet kan ikke føres til bestemte dage",
                "the measuring time does not resolve to days",
            ),
            Self::NoUnits => Bilingual::new("ingen enhed skal indberette", "no unit is to report"),
            Self::NotReported => Bilingual::new("der mangler en måling", "a measurement is missing"),
            Self::CountedTwice => {
                Bilingual::new("en enhed er talt med mere end én gang", "a unit is counted more than once")
            }
            Self::SeveralPeriods => Bilingual::new(
                "målingerne er fra forskellige perioder",
                "the measurements are from different periods",
            ),
            Self::PartExceedsWhole => why_not(WhyNot::PartExceedsWhole),
            Self::NegativeWhole => why_not(WhyNot::NegativeWhole),
            Self::WholeIsZero => why_not(WhyNot::WholeIsZero),
            Self::CountWithoutWhole => Bilingual::new(
                "et antal uden nævner giver ingen andel",
                "a count without its whole gives no share",
            ),
            Self::UnitMismatch => why_not(WhyNot::UnitMismatch),
            Self::SingleFigures => Bilingual::new(
                "enkelttal fra flere enheder kan ikke lægges sammen",
                "single figures of several units cannot be summed",
            ),
            Self::TooLarge => Bilingual::new("summen er for stor", "the sum is too large"),
        };
        fmt::from_fn(move |f| {
            f.write_str(words.in_lang(lang))?;
            if let Self::TargetLacks { parts } = self { list_in_lang(parts, lang, f) } else { Ok(()) }
        })
    }
}

fn why_not(why: WhyNot) -> Bilingual {
    Bilingual::new(why.in_lang(Lang::Da), why.in_lang(Lang::En))
}

impl From<WhyNot> for Reason {
    fn from(why: WhyNot) -> Self {
        match why {
            WhyNot::WholeIsZero => Self::WholeIsZero,
            WhyNot::UnitMismatch => Self::UnitMismatch,
            WhyNot::PartExceedsWhole => Self::PartExceedsWhole,
            WhyNot::NegativeWhole => Self::NegativeWhole,
        }
    }
}

impl From<Assessment> for Outcome {
    fn from(assessment: Assessment) -> Self {
        match assessment {
            Assessment::Met => Self::Met,
            Assessment::NotMet => Self::NotMet,
            Assessment::NotAssessable(why) => Self::NotAssessable { because: Vec::from([why.into()]) },
        }
    }
}

/// A measurement that an evaluation left aside.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Unused {
    /// Which measurement.
    pub measurement: MeasurementId,
    /// Why: the first reason that applies.
    pub because: WhyUnused,
}

/// Why an evaluation left a measurement aside.
///
/// **Order:** as listed here, which is the order they are looked for in.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum WhyUnused {
    /// The target figure does not say what is measured.
    TargetWithoutIndicator,
    /// The measurement does not say what, where, when or how much.
    NotStated {
        /// Which parts are missing.
        parts: Vec<Bilingual>,
    },
    /// It is of another indicator.
    OtherIndicator,
    /// Its period ends before it starts.
    PeriodBackwards,
    /// Its period does not lie within the measuring time of the target figure, or not all of it.
    OtherTime,
    /// Its unit is not one of those expected to report.
    OtherUnit,
}

impl WhyUnused {
    /// The words for it.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        let words = match self {
            Self::TargetWithoutIndicator => {
                Bilingual::new("måltallet har ingen indikator", "the target figure has no indicator")
            }
            Self::NotStated { .. } => Bilingual::new("målingen mangler ", "the measurement lacks "),
            Self::OtherIndicator => {
                Bilingual::new("målingen er af en anden indikator", "the measurement is of another indicator")
            }
            Self::PeriodBackwards => Bilingual::new(
                "målingens periode slutter, før den begynder",
                "the period of the measurement ends before it starts",
            ),
            Self::OtherTime => Bilingual::new(
                "målingen ligger uden for måletidspunktet",
                "the measurement lies outside the measuring time",
            ),
            Self::OtherUnit => Bilingual::new(
                "enheden er ikke blandt dem, der skal indberette",
                "the unit is not among those to report",
            ),
        };
        fmt::from_fn(move |f| {
            f.write_str(words.in_lang(lang))?;
            if let Self::NotStated { parts } = self { list_in_lang(parts, lang, f) } else { Ok(()) }
        })
    }
}
