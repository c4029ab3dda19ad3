//! Where a new phase may begin: a proposal with its grounds, which is never applied automatically.

use alloc::vec::Vec;
use core::ops::Range;

use chrono::NaiveDate;
use serde::Serialize;

use super::statistics::median;
use super::{Chart, ChartNote, ChartOutcome, ChartPhase, ChartPoint, Place, Run, Runs, Side};
use crate::figure::Direction;
use crate::sorted::sort_by_key;

/// Which way a level moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum LevelChange {
    /// The better way (*forbedring*).
    #[doc(alias = "forbedring")]
    Improvement,
    /// The other way (*forværring*).
    #[doc(alias = "forværring")]
    Deterioration,
}

impl LevelChange {
    pub(super) fn between(before: f64, after: f64, direction: Direction) -> Self {
        Self::going(after > before, direction)
    }

    /// A level that goes up, or down.
    pub(super) fn going(up: bool, direction: Direction) -> Self {
        if up == (direction == Direction::AtLeast) { Self::Improvement } else { Self::Deterioration }
    }
}

/// A place where the level has moved and stayed, so that a new phase may begin there.
///
/// The first question is why. A person answers it and decides; nothing is recalculated before that. The
/// notes near the place say what happened, which does not prove that it is the reason.
///
/// A phase is proposed where an unusually long run begins or ends, and the median moves to the run's side or away
/// from it; the points from there on vary at random around a median of their own; and there are enough points
/// to be a level: 12 after the place ([Danish practice](ChartOutcome::FIGURES_NEEDED)) and 8 before it, the fewest that the Danish tools assess.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Proposal<'a> {
    /// The index of the first point of the new phase, among the points of the chart.
    pub point: usize,
    /// The first day of the new phase, if the points have days.
    pub from: Option<NaiveDate>,
    /// The unusually long run that is the reason.
    pub because: Run,
    /// Which way the level moved.
    pub change: LevelChange,
    /// The median of the points of the phase before the place.
    pub median_before: f64,
    /// The median of the points from the place on.
    pub median_after: f64,
    /// How many figures there are before the place, in the phase.
    pub figures_before: usize,
    /// How many there are from the place on, in the phase.
    pub figures_after: usize,
    /// What happened between two points before the place and the place itself.
    pub notes: Vec<&'a ChartNote>,
}

impl Proposal<'_> {
    /// Fewer figures than this before the place are not a level.
    pub const FIGURES_BEFORE: usize = 8;
    /// Fewer figures than this from the place on are not a new level yet.
    pub const FIGURES_AFTER: usize = ChartOutcome::FIGURES_NEEDED;
}

impl Chart {
    /// Where new phases may begin: at most one in each existing phase.
    #[doc(alias = "proposals")]
    #[must_use]
    pub fn proposed_phases(&self) -> Vec<Proposal<'_>> {
        if !self.kind().shows_level() {
            return Vec::new();
        }
        let reach = |note: &ChartNote| self.data().reach(note.at);
        let notes = self.data().notes.iter();
        let mut notes: Vec<_> =
            notes.filter_map(|note| reach(note).map(|(from, to)| (from, to, note))).collect();
        sort_by_key(&mut notes, |(from, ..)| *from);
        let longest = notes.iter().map(|(from, to, _)| to.saturating_sub(*from)).max().unwrap_or(0);
        let mut finder = Finder { keys: Vec::new(), figures: Vec::new(), notes, longest };
        let phases = self.phases();
        phases.iter().filter_map(|phase| self.proposal(phase, &mut finder)).collect()
    }

    fn proposal<'a>(&'a self, phase: &ChartPhase, finder: &mut Finder<'a>) -> Option<Proposal<'a>> {
        let Range { start, end } = phase.points().clone();
        let mut best: Option<(usize, usize, Run, Level, Level)> = None;
        // A series with many long runs has not settled at any of their levels: the last runs are enough.
        for run in self.long_runs_of(phase).iter().rev().take(4).rev() {
            for place in [run.first, run.last.saturating_add(1)] {
                // A phase begins with a day, so it cannot begin between two events of the same day.
                let at = |n: usize| self.data().position(n);
                if place <= start || place >= end || at(place) == at(place.saturating_sub(1)) {
                    continue;
                }
                let before = finder.level(self, start..place);
                let after = finder.level(self, place..end);
                let (Some(before), Some(after)) = (before, after) else { continue };
                let enough =
                    before.figures >= Proposal::FIGURES_BEFORE && after.figures >= Proposal::FIGURES_AFTER;
                let rises = (run.side == Side::Above) == (place == run.first);
                let moved = if rises { after.median > before.median } else { after.median < before.median };
                if !enough || !moved || after.signals > 0 {
                    continue;
                }
                // The one that leaves fewest signals; of equals that of the longer run, then the earlier place.
                let better = best.as_ref().is_none_or(|(_, signals, other, ..)| {
                    (before.signals, core::cmp::Reverse(run.length))
                        < (*signals, core::cmp::Reverse(other.length))
                });
                if better {
                    best = Some((place, before.signals, *run, before, after));
                }
            }
        }
        let (point, _, because, before, after) = best?;
        let (near, _) = self.data().reach(Place::Point(point.saturating_sub(2).max(start)))?;
        let (_, until) = self.data().reach(Place::Point(point))?;
        Some(Proposal {
            point,
            from: self.period(point).map(|period| period.start),
            because,
            change: LevelChange::between(before.median, after.median, self.data().direction),
            median_before: before.median,
            median_after: after.median,
            figures_before: before.figures,
            figures_after: after.figures,
            notes: finder.happened(near, until),
        })
    }
}

/// Points taken as a level of their own.
#[derive(Debug, Clone, Copy)]
struct Level {
    median: f64,
    figures: usize,
    signals: usize,
}

struct Finder<'a> {
    keys: Vec<i64>,
    figures: Vec<f64>,
    /// The first and last position of each note, sorted by the first.
    notes: Vec<(i64, i64, &'a ChartNote)>,
    /// The length of the longest note.
    longest: i64,
}

impl<'a> Finder<'a> {
    /// What happened between the positions, in order.
    fn happened(&self, near: i64, until: i64) -> Vec<&'a ChartNote> {
        let from = self.notes.partition_point(|(from, ..)| from.saturating_add(self.longest) < near);
        let begun = self.notes.get(from..).unwrap_or_default().iter().take_while(|(from, ..)| *from <= until);
        begun.filter(|(_, to, _)| near <= *to).map(|(.., note)| *note).collect()
    }

    fn level(&mut self, chart: &Chart, points: Range<usize>) -> Option<Level> {
        let points = chart.points().get(points).unwrap_or_default();
        self.figures.clear();
        self.figures.extend(points.iter().filter(|point| point.is_included()).filter_map(ChartPoint::value));
        let median = median(self.figures.iter().copied(), &mut self.keys)?;
        let runs = Runs::around(median, &self.figures);
        let signals = usize::from(runs.has_long_run()).saturating_add(usize::from(runs.has_few_crossings()));
        Some(Level { median, figures: self.figures.len(), signals })
    }
}
