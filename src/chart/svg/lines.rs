//! Centre line, limits and targets.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Result;

use super::axes::Axes;
use super::draw::{self, BAND, FEW_CROSSINGS, INK, LIMIT, Steps, Stroke, TARGET};
use super::number::hundredths;
use super::picture::Scene;
use super::text::Font;
use super::time_axis::place;
use super::view::{Dot, View};
use super::words::{self, Written};
use crate::Lang;
use crate::chart::Chart;
use crate::figure::Direction;

/// The targets that hold within the picture, each from a day to the next.
#[derive(Debug, Default)]
pub(super) struct Targets(Vec<Held>);

#[derive(Debug)]
pub(super) struct Held {
    from: f64,
    until: f64,
    /// `None` if the target is in another unit.
    pub(super) at: Option<f64>,
    /// With its direction.
    pub(super) figure: Written,
}

impl Targets {
    pub(super) fn new(chart: &Chart, view: &View, span: (f64, f64), lang: Lang) -> Self {
        let is_level = chart.kind().shows_level();
        if !is_level || view.span.is_none() {
            return Self::default();
        }
        let (first, last) = span;
        let mut held: Vec<Held> = Vec::new();
        for (from, target) in chart.targets_by_place() {
            let from = from.map_or(first, |from| view.from(place(from))).max(first);
            if from >= last {
                break;
            }
            if let Some(before) = held.last_mut() {
                before.until = from;
            }
            let at = chart.target_line(target);
            let way = match chart.data().direction {
                Direction::AtLeast => '≥',
                Direction::AtMost => '≤',
            };
            let mut figure = Written::of_target(target, lang);
            figure.figure.insert_str(0, &format!("{way}\u{a0}"));
            held.push(Held { from, until: last, at, figure });
        }
        held.retain(|held| held.until > held.from);
        Self(held)
    }

    pub(super) fn figures(&self) -> impl Iterator<Item = f64> + Clone {
        self.0.iter().filter_map(|held| held.at)
    }

    /// The line of the targets. It breaks where a target is in another unit.
    pub(super) fn draw(&self, axes: &Axes, stroke: Stroke, out: &mut String) -> Result {
        let mut steps = Steps::default();
        let mut is_open = false;
        for held in &self.0 {
            let Some(y) = held.at.map(|at| axes.y(at)) else {
                is_open = false;
                continue;
            };
            let from = (axes.x(held.from), y);
            if is_open {
                steps.line_to(from)?;
            } else {
                steps.move_to(from)?;
            }
            steps.line_to((axes.x(held.until), y))?;
            is_open = true;
        }
        draw::path(out, &steps.path, stroke)
    }

    /// The target that holds at the right edge.
    pub(super) fn last(&self) -> Option<&Held> {
        self.0.last()
    }
}

impl Scene<'_> {
    /// A line that keeps its height over the reach of each point, and breaks where a point has no value.
    fn stepped<'d>(
        &self,
        dots: impl Iterator<Item = &'d Dot>,
        line: impl Fn(&Dot) -> Option<f64>,
    ) -> core::result::Result<String, core::fmt::Error> {
        let mut steps = Steps::default();
        let mut open: Option<(f64, f64)> = None;
        for dot in dots {
            let (from, to) = (self.x(dot.reach.0), self.x(dot.reach.1));
            open = match (open, line(dot).map(|figure| self.y(figure))) {
                (None, None) => None,
                (None, Some(y)) => {
                    steps.move_to((from, y))?;
                    Some((to, y))
                }
                (Some(end), None) => {
                    steps.line_to(end)?;
                    None
                }
                (Some((_, height)), Some(y)) if hundredths(height) == hundredths(y) => Some((to, y)),
                (Some(end), Some(y)) => {
                    steps.line_to(end)?;
                    steps.line_to((end.0, y))?;
                    Some((to, y))
                }
            };
        }
        if let Some(end) = open {
            steps.line_to(end)?;
        }
        Ok(steps.path)
    }

    /// The room between the limits, shaded, and its edges.
    pub(super) fn draw_limits(&self, out: &mut String) -> Result {
        for phase in 0..self.chart.phases().len() {
            let mut stretch: Vec<(f64, f64, f64, f64)> = Vec::new();
            for dot in self.view.phase(phase) {
                let limits = dot.lines.lower().zip(dot.lines.upper());
                let Some((lower, upper)) = limits else {
                    shade(&mut stretch, out)?;
                    continue;
                };
                let (from, to) = (self.x(dot.reach.0), self.x(dot.reach.1));
                let (lower, upper) = (self.y(lower), self.y(upper));
                match stretch.last_mut() {
                    Some((_, end, low, high))
                        if hundredths(*low) == hundredths(lower)
                            && hundredths(*high) == hundredths(upper) =>
                    {
                        *end = to;
                    }
                    _ => stretch.push((from, to, lower, upper)),
                }
            }
            shade(&mut stretch, out)?;
        }
        for phase in 0..self.chart.phases().len() {
            let upper = self.stepped(self.view.phase(phase), |dot| dot.lines.upper())?;
            let lower = self.stepped(self.view.phase(phase), |dot| dot.lines.lower())?;
            draw::path(out, &upper, Stroke::solid(LIMIT, 1.0))?;
            draw::path(out, &lower, Stroke::solid(LIMIT, 1.0))?;
        }
        Ok(())
    }

    /// Solid where it is calculated, dashed where it is continued; marked if there are too few crossings.
    pub(super) fn draw_centre(&self, out: &mut String) -> Result {
        for (number, phase) in self.chart.phases().iter().enumerate() {
            let few = phase.has_few_crossings();
            let (colour, width) = if few { (FEW_CROSSINGS, 3.0) } else { (INK, 1.6) };
            let solid =
                self.stepped(self.view.phase(number), |dot| dot.lines.centre().filter(|_| dot.in_baseline))?;
            let dashed =
                self.stepped(self.view.phase(number), |dot| dot.lines.centre().filter(|_| !dot.in_baseline))?;
            draw::path(out, &solid, Stroke::solid(colour, width))?;
            draw::path(out, &dashed, Stroke { colour, width, dashes: "7 4" })?;
        }
        Ok(())
    }

    /// Labels the targets before the last one, which has its label at the right edge. Each label is at an end of its
    /// line, above or below, where the fewest points are.
    pub(super) fn draw_earlier_targets(&self, out: &mut String) -> Result {
        // There is no room for more than these, and each checks all points.
        const LABELLED: usize = 12;
        // A label covered by more points than this is not legible.
        const HIDDEN: usize = 1;
        let Some((_, earlier)) = self.targets.0.split_last() else { return Ok(()) };
        for held in earlier.iter().take(LABELLED) {
            let Some(y) = held.at.map(|at| self.y(at)) else { continue };
            let (left, right) = (self.x(held.from), self.x(held.until));
            let label = format!("{} {}", held.figure, words::TARGET.in_lang(self.lang));
            let width = Font::LABEL.width(&label);
            if width + 8.0 > right - left {
                continue;
            }
            let (start, end) = (left + 4.0, right - 4.0 - width);
            let (above, below) = (y - 5.0, y + 14.0);
            let inside =
                |foot: f64| foot - Font::LABEL.size > self.axes.frame.top && foot < self.axes.frame.bottom;
            let places = [(start, above), (end, above), (start, below), (end, below)];
            let places = places.into_iter().filter(|(_, foot)| inside(*foot));
            let place =
                places.map(|place| (self.points_at(place, width), place)).min_by_key(|(points, _)| *points);
            if let Some((..=HIDDEN, place)) = place {
                draw::text_on_lines(out, place, Font::LABEL, TARGET, &label)?;
            }
        }
        Ok(())
    }

    /// How many points a text would cover.
    fn points_at(&self, (x, foot): (f64, f64), width: f64) -> usize {
        let (wide, high) = (x - 5.0..x + width + 5.0, foot - Font::LABEL.size - 4.0..foot + 6.0);
        let at = |dot: &&Dot| {
            let y = dot.value.map(|value| self.y(value));
            wide.contains(&self.x(dot.day())) && y.is_some_and(|y| high.contains(&y))
        };
        self.view.dots.iter().filter(at).count()
    }
}

/// Shades a stretch: along the upper limits, then back along the lower ones.
fn shade(stretch: &mut Vec<(f64, f64, f64, f64)>, out: &mut String) -> Result {
    let mut steps = Steps::default();
    for (n, (from, to, _, upper)) in stretch.iter().enumerate() {
        if n == 0 {
            steps.move_to((*from, *upper))?;
        } else {
            steps.line_to((*from, *upper))?;
        }
        steps.line_to((*to, *upper))?;
    }
    for (from, to, lower, _) in stretch.iter().rev() {
        steps.line_to((*to, *lower))?;
        steps.line_to((*from, *lower))?;
    }
    stretch.clear();
    if steps.path.is_empty() {
        return Ok(());
    }
    core::fmt::Write::write_fmt(out, format_args!("<path d=\"{}Z\" fill=\"{BAND}\"/>\n", steps.path))
}
