//! The small picture of a row.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Result, Write};

use super::row::Row;
use crate::Lang;
use crate::chart::svg::axes::{Axes, Frame};
use crate::chart::svg::document::FONTS;
use crate::chart::svg::draw::{self, Anchor, DATA, DATA_FAR, INK, SOFT, Steps, Stroke, TARGET};
use crate::chart::svg::lines::Targets;
use crate::chart::svg::marks::{self, connection, radius};
use crate::chart::svg::number::Px;
use crate::chart::svg::text::Font;
use crate::chart::svg::time_axis::{Calendar, TimeAxis};
use crate::chart::svg::value_axis::ValueAxis;
use crate::chart::svg::view::{Absent, Mark};

const WIDTH: f64 = 240.0;
const HEIGHT: f64 = 72.0;
const EDGE: f64 = 8.0;
const SMALL: Font = Font { size: 10.0, bold: false };

/// Draws the points, the centre line and the target, with the lowest and the highest round number of the axis. It is
/// hidden from screen readers: the row says in words what it shows.
pub(super) fn draw(row: &Row<'_>, lang: Lang, out: &mut String) -> Result {
    let (chart, view) = (row.chart, &row.view);
    let Some((first, last)) = view.span else { return Ok(()) };
    let targets = Targets::new(chart, view, (first, last), lang);
    let mut figures: Vec<f64> = targets.figures().collect();
    for dot in &view.dots {
        figures.extend([dot.value, dot.lines.centre()].into_iter().flatten());
        if let Some(below) = bound(row, dot.absent) {
            figures.extend([0.0, below]);
        }
    }
    let values = ValueAxis::new(figures, 2.0, chart.scale(), lang);
    let ends = [values.ticks().first(), values.ticks().last()];
    let widest = ends.into_iter().flatten().map(|tick| SMALL.width(&tick.label)).fold(0.0, f64::max);
    let frame = Frame { left: widest + 5.0, right: WIDTH - EDGE, top: EDGE, bottom: HEIGHT - EDGE };
    let time = TimeAxis::new(first, last, frame.left + 4.0, frame.right);
    let axes = Axes { frame, time, values, calendar: Calendar::default() };

    let (width, height) = (Px(WIDTH), Px(HEIGHT));
    writeln!(
        out,
        r#"<svg viewBox="0 0 {width} {height}" width="{width}" height="{height}" aria-hidden="true" font-family="{FONTS}">"#
    )?;
    for tick in ends_of(&axes) {
        let y = frame.bottom - tick.0 * (frame.bottom - frame.top);
        draw::line(out, (frame.left, y), (frame.right, y), Stroke::solid("#d0d0d0", 0.8))?;
        draw::text(out, (frame.left - 4.0, y + 3.5), SMALL, SOFT, Anchor::End, tick.1)?;
    }
    targets.draw(&axes, Stroke { colour: TARGET, width: 1.4, dashes: "6 3" }, out)?;
    // If the points are close together, the line would hide them and the centre line.
    let is_dense = radius(&axes, view) < 1.4;
    let stroke = if is_dense { Stroke::solid(DATA_FAR, 0.5) } else { Stroke::solid(DATA, 1.1) };
    draw::path(out, &connection(&axes, view)?.path, stroke)?;
    centre(&axes, row, out)?;
    points(&axes, row, out)?;
    out.write_str("</svg>\n")
}

fn ends_of(axes: &Axes) -> impl Iterator<Item = (f64, &str)> {
    let ticks = axes.values.ticks();
    [ticks.first(), ticks.last()].into_iter().flatten().map(|tick| (tick.at, tick.label.as_str()))
}

/// The bound of a suppressed count that has a place among the figures.
fn bound(row: &Row<'_>, absent: Option<Absent>) -> Option<f64> {
    match absent {
        Some(Absent::Suppressed { below: Some(below) }) if row.chart.shows_counts() => {
            Some(marks::bound(below))
        }
        _ => None,
    }
}

fn centre(axes: &Axes, row: &Row<'_>, out: &mut String) -> Result {
    let mut steps = Steps::default();
    for dot in &row.view.dots {
        if let Some(centre) = dot.lines.centre() {
            let y = axes.y(centre);
            steps.move_to((axes.x(dot.reach.0), y))?;
            steps.line_to((axes.x(dot.reach.1), y))?;
        }
    }
    draw::path(out, &steps.path, Stroke::solid(INK, 1.0))
}

/// Plain points while there is room for them, every signal, and the latest point larger than the others.
fn points(axes: &Axes, row: &Row<'_>, out: &mut String) -> Result {
    let radius = radius(axes, &row.view).min(2.2);
    for dot in &row.view.dots {
        if let Some(below) = bound(row, dot.absent) {
            let x = axes.x(dot.day());
            marks::bar(out, (x - 1.5, axes.y(below)), (x + 1.5, axes.y(0.0)))?;
        }
        let Some(value) = dot.value else { continue };
        if dot.mark != Mark::Plain || radius > 1.4 {
            marks::drawn(out, dot.mark, (axes.x(dot.day()), axes.y(value)), radius)?;
        }
    }
    let latest = row.view.dots.iter().rev().find_map(|dot| Some((dot, dot.value?)));
    let Some((dot, value)) = latest.filter(|(dot, _)| dot.mark == Mark::Plain) else { return Ok(()) };
    marks::drawn(out, Mark::Plain, (axes.x(dot.day()), axes.y(value)), 3.4)
}
