//! The labels at the right ends of the lines: their figures with units, and their names.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Result;

use super::axes::Axes;
use super::draw::{self, Anchor, FEW_CROSSINGS, INK, LIMIT, SOFT, Stroke, TARGET};
use super::lines::Targets;
use super::text::Font;
use super::view::View;
use super::words::{self, Written};
use crate::Lang;
use crate::chart::{Chart, ChartPhase};
use crate::sorted::sort_by;

/// The labels, and the room that they take.
#[derive(Debug)]
pub(super) struct Ends {
    labels: Vec<End>,
    /// The maximum width of a label.
    most: f64,
}

#[derive(Debug)]
struct End {
    /// Where the line ends: the edge of the frame, or a day before it.
    day: Option<f64>,
    figure: f64,
    lines: Vec<String>,
    font: Font,
    fill: &'static str,
}

/// The distance from the end of a line to its label.
pub(super) const GAP: f64 = 12.0;

impl Ends {
    /// No labels yet; they take at most `room`, including the gap before them.
    pub(super) const fn new(room: f64) -> Self {
        Self { labels: Vec::new(), most: room - GAP }
    }

    /// The labels of the lines of a chart.
    pub(super) fn of_chart(chart: &Chart, view: &View, targets: &Targets, lang: Lang, room: f64) -> Self {
        let mut ends = Self::new(room);
        let last = chart.phases().len().saturating_sub(1);
        let lines = || view.phase(last).map(|dot| dot.lines);
        if let Some(centre) = lines().filter_map(|lines| lines.centre()).last() {
            let few = chart.latest_phase().is_some_and(ChartPhase::has_few_crossings);
            let fill = if few { FEW_CROSSINGS } else { INK };
            let names = words::centre(chart, last).map(|name| name.in_lang(lang));
            ends.name(centre, &Written::new(chart, centre, lang), names, Font::STRONG, fill);
            if few {
                ends.add(None, centre, &[words::FEW.in_lang(lang)], Font::LABEL, FEW_CROSSINGS);
            }
        }
        let limits = lines().filter(|lines| lines.upper().or(lines.lower()).is_some()).last();
        let upper = limits.and_then(|lines| lines.upper()).map(|upper| (upper, words::UPPER));
        let lower = limits.and_then(|lines| lines.lower()).map(|lower| (lower, words::LOWER));
        for (limit, names) in [upper, lower].into_iter().flatten() {
            let names = names.map(|name| name.in_lang(lang));
            ends.name(limit, &Written::new(chart, limit, lang), names, Font::LABEL, SOFT);
        }
        if let Some(held) = targets.last()
            && let Some(at) = held.at
        {
            let name = words::TARGET.in_lang(lang);
            ends.name(at, &held.figure, [name, name], Font::STRONG, TARGET);
        }
        ends
    }

    /// Adds a figure with its unit and its name: on one line if there is room for the long or the short name, otherwise
    /// on two or three, so that no digit is cut off.
    fn name(&mut self, at: f64, written: &Written, names: [&str; 2], font: Font, fill: &'static str) {
        let Written { figure, unit } = written;
        let with_unit = format!("{figure}{unit}");
        let mut one_line = names.iter().map(|name| format!("{with_unit} {name}"));
        let [long_name, _] = names;
        if let Some(line) = one_line.find(|line| font.width(line) <= self.most) {
            self.add(None, at, &[&line], font, fill);
        } else if font.width(&with_unit) <= self.most {
            self.add(None, at, &[&with_unit, long_name], font, fill);
        } else {
            self.add(None, at, &[figure, unit.trim_start(), long_name], font, fill);
        }
    }

    /// Adds a label; lines that are too wide are shortened.
    pub(super) fn add(
        &mut self,
        day: Option<f64>,
        figure: f64,
        lines: &[&str],
        font: Font,
        fill: &'static str,
    ) {
        let lines = lines.iter().map(|line| font.fit(line, self.most)).collect();
        self.labels.push(End { day, figure, lines, font, fill });
    }

    pub(super) fn width(&self) -> f64 {
        let lines = self.labels.iter().flat_map(|end| end.lines.iter().map(|line| end.font.width(line)));
        lines.reduce(f64::max).map_or(8.0, |widest| widest + GAP)
    }

    /// The total height of the labels, one below the other.
    pub(super) fn height(&self) -> f64 {
        self.labels.iter().map(End::height).sum()
    }

    pub(super) fn draw(&self, axes: &Axes, out: &mut String) -> Result {
        let mut ends: Vec<(f64, &End)> = self.labels.iter().map(|end| (axes.y(end.figure), end)).collect();
        sort_by(&mut ends, |(one, _), (other, _)| one.total_cmp(other));
        let mut places: Vec<(f64, f64)> = ends.iter().map(|(y, end)| (*y, end.height())).collect();
        let half = Font::LABEL.line() / 2.0;
        spread(&mut places, (axes.frame.top - half, axes.frame.bottom + half));
        let right = axes.frame.right;
        for ((y, end), (place, height)) in ends.iter().zip(&places) {
            let from = end.day.map_or(right, |day| axes.x(day) + 5.0).min(right);
            let thin = Stroke::solid(LIMIT, 0.8);
            draw::line(out, (from + 1.0, *y), (right + GAP - 3.0, *place), thin)?;
            let mut foot = place - height / 2.0 + half + 4.0;
            for line in &end.lines {
                draw::text(out, (right + GAP, foot), end.font, end.fill, Anchor::Start, line)?;
                foot += Font::LABEL.line();
            }
        }
        Ok(())
    }
}

impl End {
    fn height(&self) -> f64 {
        self.lines.iter().map(|_| Font::LABEL.line()).sum()
    }
}

/// Moves labels apart, as little as necessary, within bounds. Each label is given by its middle and its height, in
/// ascending order of the middles.
fn spread(places: &mut [(f64, f64)], (top, bottom): (f64, f64)) {
    let mut least = top;
    for (place, height) in places.iter_mut() {
        *place = place.max(least + *height / 2.0);
        least = *place + *height / 2.0;
    }
    let mut most = bottom;
    for (place, height) in places.iter_mut().rev() {
        *place = place.min(most - *height / 2.0);
        most = *place - *height / 2.0;
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_do_not_overlap() {
        let mut places = [(10.0, 15.0), (11.0, 30.0), (12.0, 15.0), (99.0, 15.0), (100.0, 15.0)];
        spread(&mut places, (2.5, 107.5));
        let hundredths = places.map(|(place, _)| super::super::number::hundredths(place));
        assert_eq!(hundredths, [1_000, 3_250, 5_500, 8_500, 10_000]);
    }
}
