//! The elements that the picture is made of.

use alloc::string::String;
use core::fmt::{Result, Write};

use super::number::{Px, hundredths};
use super::text::{Escaped, Font};

/// The margin of a picture.
pub(super) const EDGE: f64 = 12.0;

// Colours that the colour-blind can distinguish (Okabe and Ito), some of them darkened to be legible as text.
pub(super) const INK: &str = "#1a1a1a";
pub(super) const SOFT: &str = "#595959";
pub(super) const GRID: &str = "#e3e3e3";
pub(super) const BAND: &str = "#f1f3f5";
pub(super) const LIMIT: &str = "#767676";
pub(super) const DATA: &str = "#0072b2";
pub(super) const DATA_FAR: &str = "#9cc7e0";
pub(super) const TARGET: &str = "#00704f";
pub(super) const BEYOND: &str = "#d55e00";
pub(super) const LONG_RUN: &str = "#e69f00";
pub(super) const FEW_CROSSINGS: &str = "#a3236f";

/// Where a text is in relation to its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

pub(super) fn text(
    out: &mut String,
    (x, y): (f64, f64),
    font: Font,
    fill: &str,
    anchor: Anchor,
    text: &str,
) -> Result {
    if text.is_empty() {
        return Ok(());
    }
    write!(out, r#"<text x="{}" y="{}" font-size="{}" fill="{fill}""#, Px(x), Px(y), Px(font.size))?;
    out.write_str(if font.bold { r#" font-weight="bold""# } else { "" })?;
    out.write_str(match anchor {
        Anchor::Start => "",
        Anchor::Middle => r#" text-anchor="middle""#,
        Anchor::End => r#" text-anchor="end""#,
    })?;
    writeln!(out, ">{}</text>", Escaped(text))
}

/// A text with white around it, so that it is legible on lines.
pub(super) fn text_on_lines(out: &mut String, at: (f64, f64), font: Font, fill: &str, words: &str) -> Result {
    let (x, y) = at;
    write!(
        out,
        r##"<text x="{}" y="{}" font-size="{}" fill="#fff" stroke="#fff""##,
        Px(x),
        Px(y),
        Px(font.size)
    )?;
    out.write_str(if font.bold { r#" font-weight="bold""# } else { "" })?;
    writeln!(
        out,
        r#" stroke-width="3" stroke-linejoin="round" aria-hidden="true">{}</text>"#,
        Escaped(words)
    )?;
    text(out, at, font, fill, Anchor::Start, words)
}

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub(super) colour: &'static str,
    pub(super) width: f64,
    /// Empty for a solid line.
    pub(super) dashes: &'static str,
}

impl Stroke {
    pub(super) const fn solid(colour: &'static str, width: f64) -> Self {
        Self { colour, width, dashes: "" }
    }
}

/// A line along `path`; nothing if the path is empty.
pub(super) fn path(out: &mut String, path: &str, stroke: Stroke) -> Result {
    if path.is_empty() {
        return Ok(());
    }
    let Stroke { colour, width, dashes } = stroke;
    write!(out, r#"<path d="{path}" fill="none" stroke="{colour}" stroke-width="{}""#, Px(width))?;
    if !dashes.is_empty() {
        write!(out, r#" stroke-dasharray="{dashes}""#)?;
    }
    out.write_str("/>\n")
}

pub(super) fn line(out: &mut String, from: (f64, f64), to: (f64, f64), stroke: Stroke) -> Result {
    let mut steps = Steps::default();
    steps.move_to(from)?;
    steps.line_to(to)?;
    path(out, &steps.path, stroke)
}

/// The text of a path. Places that are equal in hundredths of a pixel are written once.
#[derive(Debug, Default)]
pub(super) struct Steps {
    pub(super) path: String,
    at: Option<(i64, i64)>,
}

impl Steps {
    pub(super) fn move_to(&mut self, (x, y): (f64, f64)) -> Result {
        let to = (hundredths(x), hundredths(y));
        if self.at != Some(to) {
            write!(self.path, "M{} {}", Px(x), Px(y))?;
        }
        self.at = Some(to);
        Ok(())
    }

    pub(super) fn line_to(&mut self, (x, y): (f64, f64)) -> Result {
        let to = (hundredths(x), hundredths(y));
        match self.at {
            Some(at) if at == to => {}
            Some((at_x, _)) if at_x == to.0 => write!(self.path, "V{}", Px(y))?,
            Some((_, at_y)) if at_y == to.1 => write!(self.path, "H{}", Px(x))?,
            _ => write!(self.path, "L{} {}", Px(x), Px(y))?,
        }
        self.at = Some(to);
        Ok(())
    }
}
