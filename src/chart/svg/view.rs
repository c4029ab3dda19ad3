//! The points as they are drawn: their days, what marks them, and how far their lines reach.

use alloc::vec::Vec;

use super::time_axis::{number, place};
use crate::chart::{Chart, ChartKind, Lines, Place};

/// What marks a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Plain,
    LongRun,
    Beyond,
    Both,
    Excluded,
}

/// A point of the picture.
#[derive(Debug, Clone, Copy)]
pub(super) struct Dot {
    /// The middle of its period, in days.
    pub(super) day: f64,
    /// From where to where its lines are drawn, in days.
    pub(super) reach: (f64, f64),
    pub(super) value: Option<f64>,
    pub(super) mark: Mark,
    pub(super) lines: Lines,
    pub(super) part: usize,
    pub(super) in_baseline: bool,
    /// Was it measured without a result?
    pub(super) is_missing: bool,
    /// Does a hole in the calendar lie before it?
    pub(super) after_hole: bool,
}

/// The points in the order of time.
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    pub(super) dots: Vec<Dot>,
    /// The first day, and the day after the last.
    pub(super) span: Option<(f64, f64)>,
}

impl View {
    pub(super) fn new(chart: &Chart) -> Self {
        let points = chart.points();
        let interval = chart.data().interval;
        let ranges = chart.kind() == ChartKind::MovingRange;
        let mut dots: Vec<Dot> = Vec::with_capacity(points.len());
        let mut span: Option<(f64, f64)> = None;
        let mut before = None;
        for (part, of_part) in chart.parts().iter().enumerate() {
            for n in of_part.points().clone() {
                let (Some(point), Some((start, end))) = (points.get(n), chart.data().reach(Place::Point(n)))
                else {
                    continue;
                };
                let (start, end) = (place(start), place(end) + 1.0);
                span = Some(span.map_or((start, end), |(first, last)| (first.min(start), last.max(end))));
                let day = chart.period(n).map(|period| period.start);
                let steps = interval.and_then(|interval| interval.steps(before?, day?));
                before = day;
                let mark =
                    match (point.is_included(), point.beyond_limits().is_some(), point.is_in_long_run()) {
                        (false, ..) => Mark::Excluded,
                        (true, true, true) => Mark::Both,
                        (true, true, false) => Mark::Beyond,
                        (true, false, true) => Mark::LongRun,
                        (true, false, false) => Mark::Plain,
                    };
                let figure = chart.data().points.get(n).map(|point| &point.figure);
                let nothing = figure.is_none_or(|figure| !figure.is_result());
                dots.push(Dot {
                    day: f64::midpoint(start, end),
                    reach: (start, end),
                    value: point.value(),
                    mark,
                    lines: *point.lines(),
                    part,
                    in_baseline: point.is_in_baseline(),
                    is_missing: point.value().is_none() && (nothing || !ranges),
                    after_hole: steps.is_some_and(|steps| steps > 1),
                });
            }
        }
        let mut view = Self { dots, span };
        view.reach(chart);
        view
    }

    /// The lines of a point reach half-way to the next one; where a phase begins, to its first day.
    fn reach(&mut self, chart: &Chart) {
        let Some((first, last)) = self.span else { return };
        let mut edge = first;
        let mut rest = self.dots.as_mut_slice();
        while let [dot, more @ ..] = rest {
            let next = more.first().map_or(last, |next| {
                let between = (dot.day.min(next.day), dot.day.max(next.day));
                let begins = chart.phase(next.part).and_then(|phase| phase.from).map(number);
                match begins {
                    Some(begins) if next.part != dot.part => begins.clamp(between.0, between.1),
                    _ => f64::midpoint(dot.day, next.day),
                }
            });
            dot.reach = (edge, next);
            edge = next;
            rest = more;
        }
    }

    /// The points of a part.
    pub(super) fn part(&self, part: usize) -> impl Iterator<Item = &Dot> {
        let first = self.dots.partition_point(|dot| dot.part < part);
        self.dots.get(first..).unwrap_or_default().iter().take_while(move |dot| dot.part == part)
    }

    pub(super) fn has(&self, mark: Mark) -> bool {
        self.dots.iter().any(|dot| dot.mark == mark && dot.value.is_some())
    }
}
