//! The measurements: the line from one to the next, and a mark for each.

use alloc::string::String;
use core::fmt::{Result, Write};

use super::draw::{self, BEYOND, DATA, DATA_FAR, INK, LONG_RUN, SOFT, Steps, Stroke};
use super::number::Px;
use super::picture::Scene;
use super::text::Font;
use super::view::Mark;
use super::words;

impl Scene<'_> {
    pub(super) fn draw_points(&self, out: &mut String) -> Result {
        self.draw_connection(out)?;
        self.draw_earlier_targets(out)?;
        let radius = self.radius();
        writeln!(out, r#"<g fill="{DATA}">"#)?;
        for dot in &self.view.dots {
            if let (Some(value), Mark::Plain) = (dot.value, dot.mark) {
                plain(out, (self.x(dot.day), self.y(value)), radius)?;
            }
        }
        out.write_str("</g>\n")?;
        // The rarer the mark, the later it is drawn.
        for mark in [Mark::Excluded, Mark::LongRun, Mark::Beyond, Mark::Both] {
            for dot in self.view.dots.iter().filter(|dot| dot.mark == mark) {
                if let Some(value) = dot.value {
                    drawn(out, mark, (self.x(dot.day), self.y(value)), radius)?;
                }
            }
        }
        for dot in self.view.dots.iter().filter(|dot| dot.is_missing) {
            missing(out, (self.x(dot.day), self.frame.bottom), radius)?;
        }
        if self.view.dots.iter().all(|dot| dot.value.is_none()) {
            let (left, right) = (self.frame.left, self.frame.right);
            let (nothing, font) = (words::NOTHING.in_lang(self.lang), Font::FINDING);
            let x = f64::midpoint(left, right) - font.width(nothing) / 2.0;
            let y = self.frame.top * 0.58 + self.frame.bottom * 0.42;
            draw::text_on_lines(out, (x, y), font, SOFT, nothing)?;
        }
        Ok(())
    }

    /// It breaks where nothing was found and where the calendar has a hole, and passes by what is excluded.
    fn draw_connection(&self, out: &mut String) -> Result {
        let mut steps = Steps::default();
        let mut is_open = false;
        for dot in &self.view.dots {
            is_open &= !dot.after_hole;
            let Some(value) = dot.value else {
                is_open = false;
                continue;
            };
            if dot.mark == Mark::Excluded {
                continue;
            }
            let at = (self.x(dot.day), self.y(value));
            if is_open {
                steps.line_to(at)?;
            } else {
                steps.move_to(at)?;
            }
            is_open = true;
        }
        // Where the points stand close, the line would hide them.
        let stroke =
            if self.radius() < 2.0 { Stroke::solid(DATA_FAR, 0.7) } else { Stroke::solid(DATA, 1.4) };
        draw::path(out, &steps.path, stroke)
    }

    /// How large a plain point is, in pixels: smaller where they stand close.
    fn radius(&self) -> f64 {
        let count = crate::chart::numbers::float(self.view.dots.len()).max(1.0);
        ((self.frame.right - self.frame.left) / count * 0.42).clamp(1.2, 4.0)
    }
}

fn plain(out: &mut String, (x, y): (f64, f64), radius: f64) -> Result {
    writeln!(out, r#"<circle cx="{}" cy="{}" r="{}"/>"#, Px(x), Px(y), Px(radius))
}

/// A mark of one kind at its place.
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

/// The open mark on the axis for what was measured without a result.
pub(super) fn missing(out: &mut String, (x, y): (f64, f64), radius: f64) -> Result {
    writeln!(
        out,
        r##"<circle cx="{}" cy="{}" r="{}" fill="#fff" stroke="{INK}" stroke-width="1.2"/>"##,
        Px(x),
        Px(y),
        Px(radius.clamp(2.2, 3.2))
    )
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
