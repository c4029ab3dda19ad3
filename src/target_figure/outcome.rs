//! The outcome of an evaluation, and why it can be *not assessable*.

use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

use super::TargetState;
use crate::Lang;
use crate::figure::{Assessment, WhyNot};
use crate::id::Id;
use crate::measurement::Measurement;
use crate::text::{Bilingual, list_in_lang};

/// Whether measurements meet a target figure. *Not assessable* does not mean *not met*.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::target_figure::{TargetOutcome, WhyNotAssessable};
///
/// let outcome = TargetOutcome::NotAssessable { because: vec![WhyNotAssessable::WholeIsZero] };
/// assert_eq!(outcome.in_lang(Lang::Da).to_string(), "kan ikke vurderes: nævneren er nul");
/// ```
#[must_use]
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetOutcome {
    /// The figure equals the target or is better (*opfyldt*).
    Met,
    /// The figure is worse than the target (*ikke opfyldt*).
    NotMet,
    /// The measurements do not decide it (*kan ikke vurderes*).
    NotAssessable {
        /// All reasons, at least one, each once and sorted.
        because: Vec<WhyNotAssessable>,
    },
}

impl TargetOutcome {
    /// The state of a target figure with this outcome.
    #[must_use]
    pub const fn state(&self) -> TargetState {
        match self {
            Self::Met => TargetState::Met,
            Self::NotMet => TargetState::NotMet,
            Self::NotAssessable { .. } => TargetState::NotAssessable,
        }
    }

    /// The outcome in words, with its reasons.
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
pub enum WhyNotAssessable {
    /// The target figure lacks parts (R-173).
    TargetLacks {
        /// The parts that are not stated.
        parts: Vec<Bilingual>,
    },
    /// The measuring time resolves to no days (R-173): a day without a year, a schedule, a future decision.
    MeasuringTimeOpen,
    /// No unit is expected to report.
    NoUnits,
    /// A unit that is expected to report has no measurement.
    NotReported,
    /// The result of a unit is suppressed, so that nobody can be recognised. It is neither zero nor missing.
    Suppressed,
    /// A unit had nothing to measure.
    NothingToMeasure,
    /// A measurement has a result and says that it has none.
    ResultAndNone,
    /// A unit has several measurements of periods that overlap.
    CountedTwice,
    /// The measurements are of different periods, and the target figure does not say which one counts.
    SeveralPeriods,
    /// The part is larger than the whole: 21 of 20.
    PartExceedsWhole,
    /// Events were counted over a negative exposure.
    NegativeWhole,
    /// The whole is zero: 0 of 0 (R-032).
    WholeIsZero,
    /// A part of a result is not stated: a share without its whole, a figure without its unit.
    ResultIncomplete,
    /// The target is a percent and the figure a count, which without its whole is not a share (R-144).
    CountWithoutWhole,
    /// The figures differ in unit, from the target or from each other.
    UnitMismatch,
    /// Several units report single figures. These cannot be summed, and an average of averages says nothing.
    SingleFigures,
    /// The sum is above [`u64::MAX`].
    TooLarge,
}

impl WhyNotAssessable {
    /// The reason in words.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        let words = match self {
            Self::TargetLacks { .. } => Bilingual::new("måltallet mangler ", "the target figure lacks "),
            Self::MeasuringTimeOpen => Bilingual::new(
                "måletidspunktet kan ikke føres til bestemte dage",
                "the measuring time does not resolve to days",
            ),
            Self::NoUnits => Bilingual::new("ingen enhed skal indberette", "no unit is expected to report"),
            Self::NotReported => Bilingual::new("der mangler en måling", "a measurement is missing"),
            Self::Suppressed => Bilingual::new(
                "et resultat er skjult af hensyn til anonymitet",
                "a result is suppressed to protect anonymity",
            ),
            Self::NothingToMeasure => {
                Bilingual::new("en enhed havde intet at måle på", "a unit had nothing to measure")
            }
            Self::ResultAndNone => Bilingual::new(
                "en måling har et resultat, men siger også, at den intet har",
                "a measurement has a result and also says that it has none",
            ),
            Self::CountedTwice => {
                Bilingual::new("en enhed er talt med mere end én gang", "a unit is counted more than once")
            }
            Self::SeveralPeriods => Bilingual::new(
                "målingerne er fra forskellige perioder",
                "the measurements are from different periods",
            ),
            Self::PartExceedsWhole => WhyNot::PartExceedsWhole.label(),
            Self::NegativeWhole => WhyNot::NegativeWhole.label(),
            Self::WholeIsZero => WhyNot::WholeIsZero.label(),
            Self::ResultIncomplete => WhyNot::NotStated.label(),
            Self::CountWithoutWhole => Bilingual::new(
                "et antal uden nævner giver ingen andel",
                "a count without its whole gives no share",
            ),
            Self::UnitMismatch => WhyNot::UnitMismatch.label(),
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

impl From<WhyNot> for WhyNotAssessable {
    fn from(why: WhyNot) -> Self {
        match why {
            WhyNot::WholeIsZero => Self::WholeIsZero,
            WhyNot::UnitMismatch => Self::UnitMismatch,
            WhyNot::PartExceedsWhole => Self::PartExceedsWhole,
            WhyNot::NegativeWhole => Self::NegativeWhole,
            WhyNot::NotStated => Self::ResultIncomplete,
        }
    }
}

impl From<Assessment> for TargetOutcome {
    fn from(assessment: Assessment) -> Self {
        match assessment {
            Assessment::Met => Self::Met,
            Assessment::NotMet => Self::NotMet,
            Assessment::NotAssessable(why) => Self::NotAssessable { because: Vec::from([why.into()]) },
        }
    }
}

/// A measurement that does not count in an evaluation.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Unused {
    /// The measurement.
    pub measurement: Id<Measurement>,
    /// The first reason that applies.
    pub because: WhyUnused,
}

/// Why a measurement does not count in an evaluation.
///
/// **Order:** as listed here, which is also the order in which the reasons are checked.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum WhyUnused {
    /// The target figure has no indicator.
    TargetWithoutIndicator,
    /// The measurement does not state its indicator, unit, period or result, or not all of the result.
    NotStated {
        /// The parts that are not stated.
        parts: Vec<Bilingual>,
    },
    /// It is of another indicator.
    OtherIndicator,
    /// Its period ends before it starts.
    PeriodBackwards,
    /// Its period is not entirely within the measuring time of the target figure.
    OtherTime,
    /// Its unit is not expected to report.
    OtherUnit,
}

impl WhyUnused {
    /// The reason in words.
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
                "the unit is not among those expected to report",
            ),
        };
        fmt::from_fn(move |f| {
            f.write_str(words.in_lang(lang))?;
            if let Self::NotStated { parts } = self { list_in_lang(parts, lang, f) } else { Ok(()) }
        })
    }
}
