//! The frame that the points are drawn in, with the value axis and the time axis.

use alloc::string::String;
use core::fmt::Result;

use super::draw::{self, Anchor, GRID, INK, LIMIT, SOFT, Stroke};
use super::text::Font;
use super::time_axis::{Calendar, TimeAxis};
use super::value_axis::ValueAxis;

/// The rectangle that the points are drawn in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// Converts days and figures to places in the picture.
#[derive(Debug)]
pub(super) struct Axes {
    pub(super) frame: Frame,
    pub(super) time: TimeAxis,
    pub(super) values: ValueAxis,
    pub(super) calendar: Calendar,
}

impl Axes {
    pub(super) fn x(&self, day: f64) -> f64 {
        self.time.at(day)
    }

    pub(super) fn y(&self, figure: f64) -> f64 {
        self.frame.bottom - self.values.at(figure) * (self.frame.bottom - self.frame.top)
    }

    /// Draws a line at each round number.
    pub(super) fn draw_values(&self, out: &mut String) -> Result {
        let Frame { left, right, top, bottom } = self.frame;
        for tick in self.values.ticks() {
            let y = bottom - tick.at * (bottom - top);
            draw::line(out, (left, y), (right, y), Stroke::solid(GRID, 1.0))?;
            draw::text(out, (left - 6.0, y + 4.0), Font::LABEL, SOFT, Anchor::End, &tick.label)?;
        }
        Ok(())
    }

    /// Draws the time line, with months, quarters or years below it.
    pub(super) fn draw_calendar(&self, out: &mut String) -> Result {
        draw_calendar(self.frame, &self.calendar, out)
    }
}

/// Draws the time line of a frame, with months, quarters or years below it.
pub(super) fn draw_calendar(frame: Frame, calendar: &Calendar, out: &mut String) -> Result {
    let Frame { left, right, bottom, .. } = frame;
    let Calendar { cells, above, within, is_nested } = calendar;
    let first = bottom + 8.0 + Font::LABEL.size;
    let second = first + Font::LABEL.line();
    let from = if *is_nested { bottom } else { first + 3.0 };
    let mut ticks = draw::Steps::default();
    for (cells, from, to) in
        [(within, bottom, bottom + 3.0), (cells, bottom, bottom + 6.0), (above, from, second)]
    {
        for cell in cells.iter().filter(|cell| cell.begins) {
            ticks.move_to((cell.left, from))?;
            ticks.line_to((cell.left, to))?;
        }
    }
    draw::path(out, &ticks.path, Stroke::solid(LIMIT, 1.0))?;
    for (cells, y, fill) in [(cells, first, SOFT), (above, second, INK)] {
        for cell in cells {
            draw::text(out, (cell.middle, y), Font::LABEL, fill, Anchor::Middle, &cell.label)?;
        }
    }
    draw::line(out, (left, bottom), (right, bottom), Stroke::solid(INK, 1.2))
}
