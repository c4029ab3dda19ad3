//! Why points cannot be charted.

use super::point::{Form, Point, PointError};
use crate::chart::Place;
use crate::chart::kind::ChartKind;
use crate::figure::PART_EXCEEDS_WHOLE;
use crate::text::{Bilingual, error_type};

/// Points or settings that this kind of chart cannot be made of. Indices count from zero.
#[derive(Debug, Clone, Copy, PartialEq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub enum ChartError {
    /// The figures do not make a point: 1 of 0, an infinite number.
    Figure {
        /// Which point.
        index: usize,
        /// What is wrong.
        because: PointError,
    },
    /// Some points have days and others have none.
    SomeHaveDays {
        /// The first point that differs from point 0.
        index: usize,
    },
    /// The period of a point ends before it starts.
    PeriodBackwards {
        /// Which point.
        index: usize,
    },
    /// A point begins before the previous one.
    NotInOrder {
        /// Which point.
        index: usize,
    },
    /// A target or a note is at a point that does not exist, or on a day although the points have no days.
    NoSuchPlace {
        /// The place.
        place: Place,
    },
    /// A point has another form than the chart needs: a count on a P chart, a share on an X̄ chart.
    WrongForm {
        /// Which chart.
        kind: ChartKind,
        /// Which point.
        index: usize,
    },
    /// 21 of 20, on a chart of shares.
    PartExceedsWhole {
        /// Which point.
        index: usize,
    },
    /// A figure that is no count, on a chart whose limits are those of counts: 77 percent, 5.5 days.
    NoCount {
        /// Which chart.
        kind: ChartKind,
        /// Which point.
        index: usize,
    },
    /// A negative figure on a chart that allows none.
    Negative {
        /// Which chart.
        kind: ChartKind,
        /// Which point.
        index: usize,
    },
    /// A time between events that is zero.
    NoTimeBetween {
        /// Which point.
        index: usize,
    },
    /// The figures of a phase are too large to be added up, or too far from each other.
    TooLarge {
        /// The index of the first point of the phase.
        phase: usize,
    },
    /// The first phase does not begin with the first point, or a phase does not begin after the previous one,
    /// or begins after the last point.
    Phases {
        /// Which phase.
        phase: usize,
    },
    /// A known centre line that is impossible for the figures of this chart, or not finite.
    KnownCentre {
        /// The index of the first point of the phase.
        phase: usize,
    },
    /// A known standard deviation that is negative or not finite, or one for a chart that does not take it.
    KnownSigma {
        /// The index of the first point of the phase.
        phase: usize,
    },
}

error_type! {
    ChartError,
    fixed |error| (error.kind_in_json(), error.words()),
    at |error, f| error.point().map_or(Ok(()), |index| write!(f, " (point {index})")),
    "index": ChartError::point,
    "phase": ChartError::phase,
    "chart": ChartError::chart,
    "because": |error: &ChartError| match error {
        ChartError::Figure { because, .. } => Some(because.kind_and_words().0),
        _ => None,
    },
}

impl ChartError {
    const fn kind_in_json(&self) -> &'static str {
        match self {
            Self::SomeHaveDays { .. } => "someHaveDays",
            Self::PeriodBackwards { .. } => "periodBackwards",
            Self::NotInOrder { .. } => "notInOrder",
            Self::NoSuchPlace { .. } => "noSuchPlace",
            Self::PartExceedsWhole { .. } => "partExceedsWhole",
            Self::NoCount { .. } => "noCount",
            Self::Negative { .. } => "negative",
            Self::NoTimeBetween { .. } => "noTimeBetween",
            Self::TooLarge { .. } => "tooLarge",
            Self::Phases { .. } => "phases",
            Self::KnownCentre { .. } => "knownCentre",
            Self::KnownSigma { .. } => "knownSigma",
            Self::Figure { .. } => "figure",
            Self::WrongForm { .. } => "wrongForm",
        }
    }

    pub(crate) const fn words(&self) -> Bilingual {
        match self {
            Self::Figure { because, .. } => because.kind_and_words().1,
            Self::SomeHaveDays { .. } => Bilingual::new(
                "nogle målinger har en dato, og andre har ingen",
                "some points have days, and others have none",
            ),
            Self::PeriodBackwards { .. } => Bilingual::new(
                "målingens periode slutter, før den begynder",
                "the period of the point ends before it starts",
            ),
            Self::NotInOrder { .. } => Bilingual::new(
                "målingen begynder før den foregående",
                "the point begins before the one before it",
            ),
            Self::NoSuchPlace { .. } => Bilingual::new(
                "et mål eller en note har et tidspunkt, som diagrammet ikke har",
                "a target or a note is at a place that the chart does not have",
            ),
            Self::WrongForm { kind, .. } if kind.needs_ratios() => Bilingual::new(
                "diagrammet kræver en tæller og en nævner",
                "the chart needs a part and a whole",
            ),
            Self::WrongForm { kind: ChartKind::Xbar | ChartKind::S, .. } => Bilingual::new(
                "diagrammet kræver de enkelte værdier i hver stikprøve",
                "the chart needs the single values of each subgroup",
            ),
            Self::WrongForm { .. } => {
                Bilingual::new("diagrammet kræver enkelte tal", "the chart needs single figures")
            }
            Self::PartExceedsWhole { .. } => PART_EXCEEDS_WHOLE,
            Self::NoCount { kind: ChartKind::G, .. } => Bilingual::new(
                "diagrammet kræver hele antal mellem hændelserne, som antal borgere eller dage; brug et T-diagram til \
                 anden tid og et I-diagram til andre tal",
                "the chart needs whole numbers between the events, such as cases or days; use a T chart for other times and \
                 an I chart for other figures",
            ),
            Self::NoCount { .. } => Bilingual::new(
                "diagrammet kræver antal; kontrolgrænserne for procent, tid og penge afhænger ellers af enheden. Brug et \
                 I-diagram, eller et P- eller U-diagram med tæller og nævner",
                "the chart needs counts; the limits of percentages, times and money would depend on the unit. Use an I \
                 chart, or a P or U chart with part and whole",
            ),
            Self::Negative { .. } => Bilingual::new("tallet er negativt", "the figure is negative"),
            Self::NoTimeBetween { .. } => Bilingual::new(
                "tiden mellem to hændelser er nul; mål i timer, eller brug et G-diagram, der tager nul dage",
                "the time between two events is zero; measure in hours, or use a G chart, which takes zero days",
            ),
            Self::TooLarge { .. } => Bilingual::new(
                "tallene er for store til at regne med",
                "the figures are too large to calculate with",
            ),
            Self::Phases { .. } => {
                Bilingual::new("faserne står ikke i rækkefølge", "the phases are not in order")
            }
            Self::KnownCentre { .. } => Bilingual::new(
                "den kendte midterlinje kan ikke bruges til diagrammet",
                "the chart cannot have the known centre line",
            ),
            Self::KnownSigma { .. } => Bilingual::new(
                "den kendte standardafvigelse kan ikke bruges til diagrammet",
                "the chart cannot use the known standard deviation",
            ),
        }
    }

    /// The index of the point that the error is about, or `None` if it is about a phase.
    #[must_use]
    pub const fn point(&self) -> Option<usize> {
        match self {
            Self::Figure { index, .. }
            | Self::SomeHaveDays { index }
            | Self::PeriodBackwards { index }
            | Self::NotInOrder { index }
            | Self::WrongForm { index, .. }
            | Self::PartExceedsWhole { index }
            | Self::NoCount { index, .. }
            | Self::Negative { index, .. }
            | Self::NoTimeBetween { index } => Some(*index),
            Self::NoSuchPlace { .. }
            | Self::TooLarge { .. }
            | Self::Phases { .. }
            | Self::KnownCentre { .. }
            | Self::KnownSigma { .. } => None,
        }
    }

    /// The index of the first point of the phase that the error is about, or the index of the phase.
    const fn phase(&self) -> Option<usize> {
        match self {
            Self::TooLarge { phase }
            | Self::Phases { phase }
            | Self::KnownCentre { phase }
            | Self::KnownSigma { phase } => Some(*phase),
            _ => None,
        }
    }

    const fn chart(&self) -> Option<ChartKind> {
        match self {
            Self::WrongForm { kind, .. } | Self::NoCount { kind, .. } | Self::Negative { kind, .. } => {
                Some(*kind)
            }
            _ => None,
        }
    }
}

impl super::limits::Ground<'_> {
    /// Checks that the chart can be made of these points and settings.
    pub(super) fn check(&self) -> Result<(), ChartError> {
        self.check_known()?;
        if self.kind.needs_ratios() && self.are_ratios() {
            return Ok(());
        }
        for (n, point) in self.points.iter().enumerate() {
            let index = self.first.saturating_add(n);
            let fits = match (self.kind, point.form) {
                (_, Form::Missing) => continue,
                (ChartKind::P | ChartKind::PPrime | ChartKind::U | ChartKind::UPrime, form) => {
                    form == Form::Ratio
                }
                (ChartKind::Xbar | ChartKind::S, form) => form == Form::Subgroup,
                (ChartKind::C | ChartKind::G | ChartKind::T, form) => form == Form::Single,
                (ChartKind::Run | ChartKind::I | ChartKind::MovingRange | ChartKind::IPrime, _) => true,
            };
            let kind = self.kind;
            if !fits {
                return Err(ChartError::WrongForm { kind, index });
            }
            let counts = kind.needs_ratios() || matches!(kind, ChartKind::C | ChartKind::G | ChartKind::T);
            if counts && point.part < 0.0 {
                return Err(ChartError::Negative { kind, index });
            }
            if kind == ChartKind::T && point.value == 0.0 {
                return Err(ChartError::NoTimeBetween { index });
            }
            if kind.shows_shares() && point.part > point.size {
                return Err(ChartError::PartExceedsWhole { index });
            }
        }
        Ok(())
    }

    /// Returns `true` if all points are ratios that a chart of shares or rates can be made of. A quick check that does
    /// not say which point is wrong.
    fn are_ratios(&self) -> bool {
        let most = if self.kind.shows_shares() { 1.0 } else { f64::INFINITY };
        // No early return, so that the processor checks several points at once. A missing point is not a number:
        // both comparisons are false.
        let wrong = |point: &Point| {
            let other_form = matches!(point.form, Form::Single | Form::Subgroup);
            u8::from(other_form) | u8::from(point.part < 0.0) | u8::from(point.part > most * point.size)
        };
        self.points.iter().fold(0, |any, point| any | wrong(point)) == 0
    }

    fn check_known(&self) -> Result<(), ChartError> {
        let phase = self.first;
        if let Some(centre) = self.phase.centre {
            let fits = match self.kind {
                ChartKind::P | ChartKind::PPrime => (0.0..=1.0).contains(&centre),
                ChartKind::U
                | ChartKind::UPrime
                | ChartKind::C
                | ChartKind::G
                | ChartKind::S
                | ChartKind::MovingRange => centre >= 0.0,
                ChartKind::T => centre > 0.0,
                ChartKind::Run | ChartKind::I | ChartKind::IPrime | ChartKind::Xbar => true,
            };
            if !fits || !centre.is_finite() {
                return Err(ChartError::KnownCentre { phase });
            }
        }
        match self.phase.sigma {
            Some(sigma) if !self.kind.takes_sigma() || sigma < 0.0 || !sigma.is_finite() => {
                Err(ChartError::KnownSigma { phase })
            }
            _ => Ok(()),
        }
    }
}
