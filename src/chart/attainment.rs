//! Whether the target is reached and sustained, and what the process can be expected to deliver.

use alloc::vec::Vec;

use serde::Serialize;

use super::{Chart, ChartOutcome, ChartPoint, DataTarget, Figure, Scale};
use crate::figure::{Decimal, Direction, Unit};
use crate::text::Bilingual;

/// How a series compares with its target.
///
/// The figures are compared exactly, as a target figure compares them; nothing is rounded. It says what was
/// measured and what the process can be expected to deliver, and nothing about people.
///
/// # Source
///
/// Danish practice (DEFACTUM; Dansk Selskab for Patientsikkerhed): a target is reached and sustained when the latest 12 or more points vary at random around it, or are
/// on its better side. [`docs/series.md`](crate::_docs::series) says how that is read here, and why.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Attainment {
    /// Reached, sustained, not yet, or not assessable.
    pub status: AttainmentStatus,
    /// How many of the latest points that could be compared, 12 at most, meet the target of their day.
    pub met: usize,
    /// How many points were compared.
    pub of: usize,
    /// How many of the latest points in a row meet it.
    pub in_a_row: usize,
    /// Whether the target was the same for all of them.
    pub same_target: bool,
    /// Whether any point has met the latest target while it was the target.
    pub was_met: bool,
    /// How many points among the latest are suppressed so that it is open whether they meet it. They are not in `of`.
    pub suppressed: usize,
    /// What the process can be expected to deliver as it is now.
    pub expectation: Expectation,
}

/// The status of a series with regard to its target, the lowest first.
///
/// A point that equals the target meets it. One more point that meets it never lowers the status.
///
/// ```
/// use kvalitetsmodel::chart::{AttainmentStatus, ChartData, ChartKind};
/// use kvalitetsmodel::figure::{Decimal, Direction};
///
/// let status = |falls: [u64; 12]| {
///     let data = ChartData::counts(Direction::AtMost, falls).with_target(Decimal::from(13));
///     data.chart(ChartKind::Run).map(|chart| chart.attainment().status)
/// };
/// assert_eq!(status([9, 9, 9, 9, 9, 9, 9, 9, 14, 9, 9, 9])?, AttainmentStatus::Sustained);
/// assert_eq!(status([9, 14, 9, 14, 9, 14, 9, 14, 9, 14, 14, 9])?, AttainmentStatus::Reached);
/// assert_eq!(status([9, 14, 9, 14, 9, 14, 9, 14, 9, 14, 9, 14])?, AttainmentStatus::NotYet);
/// assert!(AttainmentStatus::NotYet < AttainmentStatus::Reached);
/// # Ok::<(), kvalitetsmodel::chart::ChartError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum AttainmentStatus {
    /// It cannot be assessed, for this reason.
    NotAssessable {
        /// Why.
        because: Unassessed,
    },
    /// The latest point does not meet it.
    NotYet,
    /// The latest point meets it.
    Reached,
    /// It was the target of the latest 12 points, and at least half of the latest one, two, three and so on up to
    /// all 12 meet it.
    Sustained,
}

/// What a stable process can be expected to deliver, judged by its limits.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Expectation {
    /// The target is on or outside the worse limit: every point can be expected to meet it.
    Always,
    /// The target is between the limits: chance decides, point by point.
    Sometimes,
    /// The target is outside the better limit: without a change no point can be expected to meet it.
    Never,
    /// It cannot be assessed, for this reason.
    NotAssessable {
        /// Why.
        because: Unassessed,
    },
}

/// Why a series cannot be compared with a target.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Unassessed {
    /// There is no target.
    NoTarget,
    /// There is a target, and it begins after the latest measurement.
    TargetBeginsLater,
    /// The points are side by side: none of them is the latest.
    NotInTime,
    /// The target figure does not say enough.
    TargetLacks {
        /// What it lacks.
        parts: Vec<Bilingual>,
    },
    /// The target figure is of another indicator than the series, or one of them names none.
    OtherIndicator,
    /// The target has the opposite direction: at least, although less is better.
    OtherDirection,
    /// The figures and the target differ in unit.
    UnitMismatch,
    /// Nothing has been measured that could be compared.
    NoFigures,
    /// The latest figures are suppressed, and their bound leaves open whether they meet the target.
    Suppressed {
        /// How many of them in a row.
        figures: usize,
    },
    /// The chart has no limits here.
    NoLimits,
    /// The chart shows how much the figures vary, and not how high they are.
    NoLevel,
    /// The latest phase has too few figures for its limits to be relied on.
    TooFew {
        /// How many it has.
        figures: usize,
        /// How many there should be.
        needed: usize,
    },
    /// The process is not stable: something other than chance is at work in the latest phase.
    NotStable,
}

impl Chart {
    /// How the figures compare with the targets of the data, each at its own points.
    #[must_use]
    pub fn attainment(&self) -> Attainment {
        let Some(latest) = self.latest_target() else {
            let measured = self.latest_included().is_some();
            return Attainment::unassessed(match measured {
                _ if self.data().targets.is_empty() => Unassessed::NoTarget,
                true => Unassessed::TargetBeginsLater,
                false => Unassessed::NoFigures,
            });
        };
        self.attained(
            |n| self.target_at(n).map(|target| (target.value, &target.unit)),
            (latest.value, &latest.unit),
        )
    }

    /// How all figures compare with one target, whatever the targets of the data.
    #[must_use]
    pub fn attainment_of(&self, target: &DataTarget) -> Attainment {
        let target = (target.value, &target.unit);
        self.attained(|_| Some(target), target)
    }

    /// The latest point with a figure, shown or suppressed.
    pub(super) fn latest_included(&self) -> Option<usize> {
        let is_suppressed = |n: usize| {
            self.data().points.get(n).is_some_and(|one| matches!(one.figure, Figure::Suppressed { .. }))
        };
        let points = self.points().iter().enumerate();
        let mut found = points
            .rev()
            .filter(|(n, point)| point.is_included() && (point.value().is_some() || is_suppressed(*n)));
        found.next().map(|(n, _)| n)
    }

    /// Compares each point with its `target`, in the direction of the series.
    fn attained<'t>(
        &self,
        target: impl Fn(usize) -> Option<(Decimal, &'t Unit)>,
        latest: (Decimal, &'t Unit),
    ) -> Attainment {
        if !self.is_in_time() {
            return Attainment::unassessed(Unassessed::NotInTime);
        }
        let direction = self.data().direction;
        let mut window: Vec<bool> = Vec::with_capacity(ChartOutcome::FIGURES_NEEDED);
        // The same with the open ones as if they missed the target.
        let mut at_worst: Vec<bool> = Vec::with_capacity(ChartOutcome::FIGURES_NEEDED);
        let (mut in_a_row, mut counting, mut suppressed) = (0_usize, true, 0_usize);
        let (mut of_target, mut same_target, mut was_met) = (0_usize, true, false);
        for (n, point) in self.points().iter().enumerate().rev() {
            if !point.is_included() {
                continue;
            }
            let figure = self.data().points.get(n).map(|point| &point.figure);
            let (Some(figure), Some((value, unit))) = (figure, target(n)) else { continue };
            let is_suppressed = matches!(figure, Figure::Suppressed { .. });
            if !figure.is_result() && !is_suppressed {
                continue;
            }
            if unit != self.scale().unit() {
                return Attainment::unassessed(Unassessed::UnitMismatch);
            }
            let meets = match figure.compare(&value) {
                Ok(ordering) => Some(direction.admits(ordering)),
                Err(_) if is_suppressed => self.suppressed_meets(figure, &value),
                Err(_) => continue,
            };
            let is_in_window = window.len() < ChartOutcome::FIGURES_NEEDED;
            if at_worst.len() < ChartOutcome::FIGURES_NEEDED {
                at_worst.push(meets.unwrap_or_default());
            }
            let Some(meets) = meets else {
                suppressed = suppressed.saturating_add(usize::from(is_in_window));
                counting = false;
                continue;
            };
            if window.is_empty() && suppressed > 0 {
                return Attainment::unassessed(Unassessed::Suppressed { figures: suppressed });
            }
            same_target &= (value, unit) == latest;
            was_met |= meets && same_target;
            counting &= meets;
            in_a_row = in_a_row.saturating_add(usize::from(counting));
            if window.len() < ChartOutcome::FIGURES_NEEDED {
                window.push(meets);
                of_target = of_target.saturating_add(usize::from(same_target));
            } else if !counting && (was_met || !same_target) {
                break;
            }
        }
        let Some(last) = window.first() else {
            return Attainment::unassessed(match suppressed {
                0 => Unassessed::NoFigures,
                figures => Unassessed::Suppressed { figures },
            });
        };
        let same_target = of_target == window.len();
        let status = if same_target && is_sustained(&at_worst) {
            AttainmentStatus::Sustained
        } else if *last {
            AttainmentStatus::Reached
        } else {
            AttainmentStatus::NotYet
        };
        Attainment {
            status,
            met: window.iter().filter(|meets| **meets).count(),
            of: window.len(),
            in_a_row,
            same_target,
            was_met,
            suppressed,
            expectation: self.expectation(latest),
        }
    }

    /// Whether a suppressed figure meets the target, if its bound decides it: a count below 5 is 0 to 4. What is suppressed
    /// in a share or rate is its part, and its whole is not known.
    fn suppressed_meets(&self, figure: &Figure, target: &Decimal) -> Option<bool> {
        let Figure::Suppressed { below: Some(below) } = figure else { return None };
        let most = below.checked_sub(1).filter(|_| *self.scale() == Scale::Count)?;
        let meets = |count| {
            let ordering = Figure::Count(count).compare(target).ok()?;
            Some(self.data().direction.admits(ordering))
        };
        let (least, most) = (meets(0)?, meets(most)?);
        (least == most).then_some(most)
    }

    /// Where the target is in relation to the limits of the latest phase.
    fn expectation(&self, (value, unit): (Decimal, &Unit)) -> Expectation {
        let not = |because| Expectation::NotAssessable { because };
        let Some(phase) = self.latest_phase() else { return not(Unassessed::NoFigures) };
        if !self.kind().shows_level() {
            return not(Unassessed::NoLevel);
        }
        if unit != self.scale().unit() {
            return not(Unassessed::UnitMismatch);
        }
        let mut lines = self.points_of(phase).iter().rev().map(ChartPoint::lines);
        let limits = lines.find_map(|lines| Some((lines.lower()?, lines.upper()?)));
        let Some((lower, upper)) = limits else { return not(Unassessed::NoLimits) };
        if phase.has_run_signal() || phase.beyond_limits() > 0 {
            return not(Unassessed::NotStable);
        }
        let (figures, needed) = (phase.figures(), ChartOutcome::FIGURES_NEEDED);
        if figures < needed {
            return not(Unassessed::TooFew { figures, needed });
        }
        let target_at = self.scale().place(value);
        let (worse, best) = match self.data().direction {
            Direction::AtLeast => (lower >= target_at, upper >= target_at),
            Direction::AtMost => (upper <= target_at, lower <= target_at),
        };
        match (worse, best) {
            (true, _) => Expectation::Always,
            (false, true) => Expectation::Sometimes,
            (false, false) => Expectation::Never,
        }
    }

    /// The target that the latest figure is compared with.
    #[must_use]
    pub fn latest_target(&self) -> Option<&DataTarget> {
        self.target_at(self.latest_included()?)
    }
}

/// Whether at least half of the latest points meet the target, however many of them are counted, up to 12. The latest
/// point is the first item.
fn is_sustained(latest: &[bool]) -> bool {
    let mut met = 0_usize;
    latest.len() >= ChartOutcome::FIGURES_NEEDED
        && latest.iter().zip(1_usize..).all(|(meets, looked_at)| {
            met = met.saturating_add(usize::from(*meets));
            met >= looked_at.div_ceil(2)
        })
}

impl Attainment {
    pub(crate) fn unassessed(because: Unassessed) -> Self {
        Self {
            status: AttainmentStatus::NotAssessable { because: because.clone() },
            met: 0,
            of: 0,
            in_a_row: 0,
            same_target: true,
            was_met: false,
            suppressed: 0,
            expectation: Expectation::NotAssessable { because },
        }
    }
}
