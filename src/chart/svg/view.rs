//! The points as they are drawn: their days, their marks, and how far their lines reach.

use alloc::vec::Vec;

use super::time_axis::{number, place};
use crate::chart::{Chart, ChartKind, ChartPoint, Figure, Lines, Place};
use crate::date::{Interval, Period};

/// How a point is marked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Plain,
    LongRun,
    Beyond,
    Both,
    Excluded,
}

/// Why a point has no figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Absent {
    Missing,
    NoResult,
    Suppressed { below: Option<u64> },
}

/// A point of the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dot {
    /// Its first day and the day after its last, or those of the month, week … that it represents.
    pub(super) slot: (f64, f64),
    /// Its own first day.
    pub(super) starts: f64,
    /// Where its lines begin and end, in days.
    pub(super) reach: (f64, f64),
    pub(super) value: Option<f64>,
    /// `None` for a point that has a figure, and for the first difference of a phase.
    pub(super) absent: Option<Absent>,
    pub(super) mark: Mark,
    pub(super) lines: Lines,
    pub(super) phase: usize,
    pub(super) in_baseline: bool,
    /// Whether there is a hole in the calendar before it.
    pub(super) after_hole: bool,
}

impl Dot {
    /// Where it is drawn: in the middle of its period.
    pub(super) const fn day(&self) -> f64 {
        f64::midpoint(self.slot.0, self.slot.1)
    }
}

/// The points in the order of time.
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    pub(super) dots: Vec<Dot>,
    /// The first day, and the day after the last.
    pub(super) span: Option<(f64, f64)>,
    /// Whether the points are side by side, with no line from one to the next.
    pub(super) is_side_by_side: bool,
}

impl View {
    pub(super) fn new(chart: &Chart) -> Self {
        let interval = chart.data().interval;
        let ranges = chart.kind() == ChartKind::MovingRange;
        let points = chart.points();
        let is_side_by_side = !ranges && chart.phases().iter().any(|phase| !phase.has_order());
        let mut view = Self { dots: Vec::with_capacity(points.len()), span: None, is_side_by_side };
        let mut before = None;
        for (phase, of_phase) in chart.phases().iter().enumerate() {
            for n in of_phase.points().clone() {
                let (Some(point), Some((start, end))) = (points.get(n), chart.data().reach(Place::Point(n)))
                else {
                    continue;
                };
                let (start, end) = (place(start), place(end) + 1.0);
                let slot =
                    slot(chart, n).map_or((start, end), |slot| (number(slot.start), number(slot.end) + 1.0));
                view.span =
                    Some(view.span.map_or(slot, |(first, last)| (first.min(slot.0), last.max(slot.1))));
                let day = chart.period(n).map(|period| period.start);
                let steps = interval.and_then(|interval| interval.steps(before?, day?));
                before = day;
                let figure = chart.data().points.get(n).map(|point| &point.figure);
                view.dots.push(Dot {
                    slot,
                    starts: start,
                    reach: slot,
                    value: point.value(),
                    absent: figure.and_then(|figure| absent(figure, point, ranges)),
                    mark: mark(point),
                    lines: *point.lines(),
                    phase,
                    in_baseline: point.is_in_baseline(),
                    after_hole: steps.is_some_and(|steps| steps > 1),
                });
            }
        }
        view.reach(chart);
        view
    }

    /// The lines of a point reach half-way to the next one or, before a new phase, to its first day.
    fn reach(&mut self, chart: &Chart) {
        let Some((first, last)) = self.span else { return };
        let mut edge = first;
        let mut rest = self.dots.as_mut_slice();
        while let [dot, more @ ..] = rest {
            let next = more.first().map_or(last, |next| {
                let between = (dot.day().min(next.day()), dot.day().max(next.day()));
                let begins = chart.phase_data(next.phase).and_then(|phase| phase.from).map(number);
                match begins {
                    // A phase that begins on the last day of May begins with the point of May.
                    Some(begins) if next.phase != dot.phase => {
                        begins.min(next.slot.0).clamp(between.0, between.1)
                    }
                    _ => f64::midpoint(dot.day(), next.day()),
                }
            });
            dot.reach = (edge, next);
            edge = next;
            rest = more;
        }
    }

    /// The place from which to draw something that holds from a day on: the beginning of the month, week … of the first
    /// point that it holds for.
    pub(super) fn from(&self, day: f64) -> f64 {
        let first = self.dots.iter().find(|dot| dot.starts >= day);
        first.map_or(day, |dot| day.min(dot.slot.0))
    }

    /// The points of a phase.
    pub(super) fn phase(&self, phase: usize) -> impl Iterator<Item = &Dot> {
        let first = self.dots.partition_point(|dot| dot.phase < phase);
        self.dots.get(first..).unwrap_or_default().iter().take_while(move |dot| dot.phase == phase)
    }

    pub(super) fn has(&self, mark: Mark) -> bool {
        self.dots.iter().any(|dot| dot.mark == mark && dot.value.is_some())
    }
}

/// The step of the calendar that a point represents: the one that contains all of its days, if it is the only point
/// in it.
fn slot(chart: &Chart, n: usize) -> Option<Period> {
    let interval = chart.data().interval.filter(|interval| *interval != Interval::Day)?;
    let step = |n: usize| interval.period_of(chart.period(n)?.start);
    let slot = step(n)?;
    let is_within = chart.period(n).is_some_and(|period| period.end <= slot.end);
    let is_shared =
        [n.checked_sub(1), n.checked_add(1)].into_iter().flatten().any(|other| step(other) == Some(slot));
    (is_within && !is_shared).then_some(slot)
}

const fn mark(point: &ChartPoint) -> Mark {
    match (point.is_included(), point.beyond_limits().is_some(), point.is_in_long_run()) {
        (false, ..) => Mark::Excluded,
        (true, true, true) => Mark::Both,
        (true, true, false) => Mark::Beyond,
        (true, false, true) => Mark::LongRun,
        (true, false, false) => Mark::Plain,
    }
}

const fn absent(figure: &Figure, point: &ChartPoint, ranges: bool) -> Option<Absent> {
    match figure {
        _ if point.value().is_some() => None,
        Figure::Missing => Some(Absent::Missing),
        Figure::NoResult => Some(Absent::NoResult),
        Figure::Suppressed { below } => Some(Absent::Suppressed { below: *below }),
        // A difference from a point that has no figure, or from the previous phase.
        _ if ranges => None,
        // 0 of 0, or a subgroup without values.
        _ => Some(Absent::NoResult),
    }
}
