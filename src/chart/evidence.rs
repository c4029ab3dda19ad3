//! How well a series shows that something changed.

use alloc::vec::Vec;
use core::cmp::Ordering;

use serde::Serialize;

use super::analysis::{Analysis, Phase};
use super::exact::Ready;
use super::statistics::median;
use super::{Chart, ChartPhase, ChartPoint, LevelChange, Run, Side};

/// How well a series shows a change, and which way it went.
///
/// ```
/// use kvalitetsmodel::chart::{LevelChange, ChartData, ChartKind, Evidence, EvidenceGrade};
/// use kvalitetsmodel::figure::Direction;
///
/// let falls = [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8, 15, 14, 16, 15, 13, 17, 14, 16, 15, 14, 17, 13];
/// let chart = ChartData::counts(Direction::AtMost, falls).chart(ChartKind::Run)?;
/// let Evidence { grade, change, .. } = chart.evidence();
/// assert_eq!((grade, change), (EvidenceGrade::RunChartSignal, Some(LevelChange::Deterioration)));
/// # Ok::<(), kvalitetsmodel::chart::ChartError>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Evidence {
    /// How well a change is shown, for better or worse.
    pub grade: EvidenceGrade,
    /// Which way the level moved last. `None` if no change is shown, if the chart shows no level, or if the figures
    /// before and after are equally high.
    pub change: Option<LevelChange>,
}

/// The grade of the evidence that a series gives for a change, the weakest first.
///
/// # Source
///
/// R-179, from *Projekt SMARTE mål og delmål, afrapportering 2023*: two countings, made by hand, show no
/// development, and a small difference may be chance (R-146, R-147).
///
/// ```
/// use kvalitetsmodel::chart::EvidenceGrade;
///
/// assert!(EvidenceGrade::TwoCounts < EvidenceGrade::RunChartSignal);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum EvidenceGrade {
    /// One figure, or none; or figures side by side, which have no order in time.
    NoComparison,
    /// Two figures: never enough, whatever they are.
    TwoCounts,
    /// Several figures that show nothing but chance.
    SeveralPoints,
    /// The runs of the latest phase are a signal, or those of several of the latest phases taken as one.
    RunChartSignal,
}

impl Evidence {
    /// How many of the latest phases are taken together, at most.
    pub const PHASES: usize = 32;
}

impl Chart {
    /// How well the series shows a change, and which way it went.
    ///
    /// The runs of the latest phase decide; if they are no signal, those of the latest two phases taken as one, the
    /// latest three, and so on up to [`Evidence::PHASES`], each time around the line that the first of these phases
    /// would have. Beginning a new phase where one is proposed therefore never lowers the grade.
    #[must_use]
    pub fn evidence(&self) -> Evidence {
        let figures = self.phases().iter().map(ChartPhase::figures).fold(0, usize::saturating_add);
        let grade = match figures {
            _ if !self.is_in_time() => EvidenceGrade::NoComparison,
            0 | 1 => EvidenceGrade::NoComparison,
            2 => EvidenceGrade::TwoCounts,
            _ => EvidenceGrade::SeveralPoints,
        };
        match self.signal() {
            Some(change) => Evidence { grade: EvidenceGrade::RunChartSignal, change },
            None => Evidence { grade, change: None },
        }
    }

    /// Which way the fewest of the latest phases that show a signal moved; `None` if none do.
    #[expect(clippy::option_option, reason = "no signal, and one whose direction is not known")]
    fn signal(&self) -> Option<Option<LevelChange>> {
        let latest = self.latest_phase()?;
        if latest.has_run_signal() {
            return Some(self.moved(&self.analysis, latest));
        }
        if !latest.has_order() || self.phases().len() < 2 {
            return None;
        }
        // The chart was made of the same figures, so there is no error.
        let Ready { points, phases, .. } = Ready::new(self.data(), self.kind(), self.settings).ok()?;
        let mut together = Analysis::empty(self.kind());
        phases.iter().rev().take(Evidence::PHASES).skip(1).find_map(|phase| {
            let points = points.get(phase.first..)?;
            together.redo(self.kind(), points, &[Phase { first: 0, ..*phase }], &self.settings).ok()?;
            let whole = together.phases().first().filter(|whole| whole.has_run_signal())?;
            Some(self.moved(&together, whole))
        })
    }

    /// Which way the level of a phase moved last: away from the last unusually long run if figures follow it, otherwise
    /// to its side; if only the crossings are few, from the first half to the second.
    fn moved(&self, analysis: &Analysis, phase: &ChartPhase) -> Option<LevelChange> {
        if !self.kind().shows_level() {
            return None;
        }
        let change = |up: bool| Some(LevelChange::going(up, self.data().direction));
        let useful = |point: &ChartPoint| point.is_included() && point.value() != point.lines().centre();
        let points = analysis.points_of(phase);
        if let Some(Run { last, side, .. }) = analysis.long_runs_of(phase).last() {
            let behind = last.saturating_add(1).saturating_sub(phase.points().start);
            let left = points.iter().skip(behind).any(|point| useful(point) && point.value().is_some());
            return change((*side == Side::Above) != left);
        }
        let figures: Vec<f64> =
            points.iter().filter(|point| point.is_included()).filter_map(ChartPoint::value).collect();
        let (before, after) = figures.split_at_checked(figures.len() / 2)?;
        let mut keys = Vec::new();
        let before = median(before.iter().copied(), &mut keys)?;
        let after = median(after.iter().copied(), &mut keys)?;
        match after.partial_cmp(&before)? {
            Ordering::Greater => change(true),
            Ordering::Less => change(false),
            Ordering::Equal => None,
        }
    }
}
