//! The measurements: the line from one to the next, and a mark for each.

use alloc::string::String;
use core::fmt::{Result, Write};

use super::axes::Axes;
use super::draw::{self, BEYOND, DATA, DATA_FAR, INK, LONG_RUN, SOFT, Steps, Stroke};
use super::number::Px;
use super::picture::Scene;
use super::text::Font;
use super::view::{Absent, Mark, View};
use super::words;

impl Scene<'_> {
    pub(super) fn draw_points(&self, out: &mut String) -> Result {
        self.draw_suppressed(out)?;
        self.draw_connection(out)?;
        self.draw_earlier_targets(out)?;
        let radius = self.radius();
        writeln!(out, r#"<g fill="{DATA}">"#)?;
        for dot in &self.view.dots {
            if let (Some(value), Mark::Plain) = (dot.value, dot.mark) {
                plain(out, (self.x(dot.day()), self.y(value)), radius)?;
            }
        }
        out.write_str("</g>\n")?;
        // The rarer the mark, the later it is drawn.
        for mark in [Mark::Excluded, Mark::LongRun, Mark::Beyond, Mark::Both] {
            for dot in self.view.dots.iter().filter(|dot| dot.mark == mark) {
                if let Some(value) = dot.value {
                    drawn(out, mark, (self.x(dot.day()), self.y(value)), radius)?;
                }
            }
        }
        for dot in &self.view.dots {
            if let Some(absent @ (Absent::Missing | Absent::NoResult)) = dot.absent {
                drawn_absent(out, absent, (self.x(dot.day()), self.axes.frame.bottom), radius)?;
            }
        }
        if self.view.dots.iter().all(|dot| dot.value.is_none()) {
            let (left, right) = (self.axes.frame.left, self.axes.frame.right);
            let (nothing, font) = (words::NOTHING.in_lang(self.lang), Font::FINDING);
            let x = f64::midpoint(left, right) - font.width(nothing) / 2.0;
            let y = self.axes.frame.top * 0.58 + self.axes.frame.bottom * 0.42;
            draw::text_on_lines(out, (x, y), font, SOFT, nothing)?;
        }
        Ok(())
    }

    /// A count that is below a bound can be anything from zero to it, and is drawn as a bar. Any other suppressed
    /// figure has a mark on the axis.
    fn draw_suppressed(&self, out: &mut String) -> Result {
        let radius = self.radius();
        for dot in &self.view.dots {
            let Some(absent @ Absent::Suppressed { below }) = dot.absent else { continue };
            let x = self.x(dot.day());
            match below.filter(|_| self.chart.shows_counts()) {
                Some(below) => {
                    let (top, bottom) = (self.y(bound(below)), self.y(0.0));
                    bar(out, (x - radius, top), (x + radius, bottom))?;
                }
                None => drawn_absent(out, absent, (x, self.axes.frame.bottom), radius)?,
            }
        }
        Ok(())
    }

    fn draw_connection(&self, out: &mut String) -> Result {
        let steps = connection(&self.axes, &self.view)?;
        // If the points are close together, the line would hide them.
        let stroke =
            if self.radius() < 2.0 { Stroke::solid(DATA_FAR, 0.7) } else { Stroke::solid(DATA, 1.4) };
        draw::path(out, &steps.path, stroke)
    }

    fn radius(&self) -> f64 {
        radius(&self.axes, &self.view)
    }
}

/// The radius of a plain point, in pixels: smaller if the points are close together.
pub(super) fn radius(axes: &Axes, view: &View) -> f64 {
    let count = crate::chart::statistics::float(view.dots.len()).max(1.0);
    ((axes.frame.right - axes.frame.left) / count * 0.42).clamp(1.2, 4.0)
}

/// The line from point to point. It breaks where a figure is missing and where the calendar has a hole, and leaves
/// out excluded points.
pub(super) fn connection(axes: &Axes, view: &View) -> core::result::Result<Steps, core::fmt::Error> {
    let mut steps = Steps::default();
    let mut is_open = false;
    for dot in view.dots.iter().filter(|_| !view.is_side_by_side) {
        is_open &= !dot.after_hole;
        let Some(value) = dot.value else {
            is_open = false;
            continue;
        };
        if dot.mark == Mark::Excluded {
            continue;
        }
        let at = (axes.x(dot.day()), axes.y(value));
        if is_open {
            steps.line_to(at)?;
        } else {
            steps.move_to(at)?;
        }
        is_open = true;
    }
    Ok(steps)
}

fn plain(out: &mut String, (x, y): (f64, f64), radius: f64) -> Result {
    writeln!(out, r#"<circle cx="{}" cy="{}" r="{}"/>"#, Px(x), Px(y), Px(radius))
}

/// A mark at its place.
pub(super) fn drawn(out: &mut String, mark: Mark, at: (f64, f64), radius: f64) -> Result {
    let (x, y) = at;
    let edge = if radius < 2.5 { 0.5 } else { 1.0 };
    match mark {
        Mark::Plain => {
            write!(out, r#"<g fill="{DATA}">"#)?;
            plain(out, at, radius)?;
            out.write_str("</g>\n")
        }
        Mark::LongRun => square(out, at, radius.max(2.2) + 0.6, LONG_RUN, edge),
        Mark::Beyond => diamond(out, at, radius.max(2.2) + 3.2, edge),
        Mark::Both => {
            diamond(out, at, radius.max(2.2) + 4.8, edge)?;
            square(out, at, radius.max(2.2) * 0.6 + 0.4, LONG_RUN, edge)
        }
        Mark::Excluded => {
            let (r, c) = (radius.max(2.2) + 0.6, radius.max(2.2) + 2.2);
            writeln!(
                out,
                r##"<circle cx="{}" cy="{}" r="{}" fill="#fff" stroke="{SOFT}" stroke-width="{edge}"/>"##,
                Px(x),
                Px(y),
                Px(r)
            )?;
            let mut cross = Steps::default();
            cross.move_to((x - c, y - c))?;
            cross.line_to((x + c, y + c))?;
            cross.move_to((x - c, y + c))?;
            cross.line_to((x + c, y - c))?;
            draw::path(out, &cross.path, Stroke::solid(SOFT, edge))
        }
    }
}

/// The mark on the axis for a point that has no figure: an open circle if it is missing, an open triangle if there
/// is no result, a crossed square if it is suppressed.
fn drawn_absent(out: &mut String, absent: Absent, (x, y): (f64, f64), radius: f64) -> Result {
    let r = radius.clamp(2.2, 3.4);
    match absent {
        Absent::Missing => writeln!(
            out,
            r##"<circle cx="{}" cy="{}" r="{}" fill="#fff" stroke="{INK}" stroke-width="1.2"/>"##,
            Px(x),
            Px(y),
            Px(r)
        ),
        Absent::NoResult => writeln!(
            out,
            r##"<path d="M{} {}L{} {}L{} {}Z" fill="#fff" stroke="{INK}" stroke-width="1.2"/>"##,
            Px(x),
            Px(y - r * 1.5),
            Px(x + r * 1.3),
            Px(y + r * 0.8),
            Px(x - r * 1.3),
            Px(y + r * 0.8)
        ),
        Absent::Suppressed { .. } => {
            square(out, (x, y), r, "#fff", 1.2)?;
            let mut cross = Steps::default();
            cross.move_to((x - r, y + r))?;
            cross.line_to((x + r, y - r))?;
            draw::path(out, &cross.path, Stroke::solid(INK, 1.2))
        }
    }
}

/// A bar with a dashed edge, from its upper left to its lower right corner.
pub(super) fn bar(out: &mut String, (left, top): (f64, f64), (right, bottom): (f64, f64)) -> Result {
    writeln!(
        out,
        r##"<rect x="{}" y="{}" width="{}" height="{}" fill="#d9d9d9" stroke="{SOFT}" stroke-width="{}" stroke-dasharray="2 2"/>"##,
        Px(left),
        Px(top),
        Px(right - left),
        Px(bottom - top),
        if right - left < 5.0 { 0.5 } else { 1.0 }
    )
}

/// The bound of a suppressed count as a figure of the chart.
#[expect(clippy::cast_precision_loss, reason = "a place in a picture")]
pub(super) const fn bound(below: u64) -> f64 {
    below as f64
}

/// The mark of a point without a figure, as it is drawn in a legend.
pub(super) fn absent_sample(out: &mut String, absent: Absent, (x, y): (f64, f64)) -> Result {
    if let Absent::Suppressed { below: Some(_) } = absent {
        return bar(out, (x - 4.0, y - 6.0), (x + 4.0, y + 6.0));
    }
    draw::line(out, (x - 9.0, y), (x + 9.0, y), Stroke::solid(INK, 1.2))?;
    drawn_absent(out, absent, (x, y), 4.0)
}

fn square(out: &mut String, (x, y): (f64, f64), half: f64, fill: &str, edge: f64) -> Result {
    writeln!(
        out,
        r#"<rect x="{}" y="{}" width="{}" height="{}" fill="{fill}" stroke="{INK}" stroke-width="{edge}"/>"#,
        Px(x - half),
        Px(y - half),
        Px(half * 2.0),
        Px(half * 2.0)
    )
}

fn diamond(out: &mut String, (x, y): (f64, f64), half: f64, edge: f64) -> Result {
    writeln!(
        out,
        r#"<path d="M{} {}L{} {}L{} {}L{} {}Z" fill="{BEYOND}" stroke="{INK}" stroke-width="{edge}"/>"#,
        Px(x),
        Px(y - half),
        Px(x + half),
        Px(y),
        Px(x),
        Px(y + half),
        Px(x - half),
        Px(y)
    )
}
