//! How the lines of several series are distinguished: by shape and dash as well as by colour.

use alloc::string::String;
use core::fmt::{Result, Write};

use super::draw::Stroke;
use super::number::Px;

/// The style of one series among several.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) colour: &'static str,
    dashes: &'static str,
    shape: Shape,
    is_filled: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Shape {
    Circle,
    Square,
    Up,
    Diamond,
    Down,
    Star,
}

/// As many as can be distinguished in grey print. The colours are Okabe and Ito's, darkened to be legible as text.
pub(super) const STYLES: [Style; 8] = [
    Style { colour: "#005a8e", dashes: "", shape: Shape::Circle, is_filled: true },
    Style { colour: "#a04600", dashes: "7 4", shape: Shape::Square, is_filled: false },
    Style { colour: "#00634a", dashes: "2 3", shape: Shape::Up, is_filled: true },
    Style { colour: "#8a1c5f", dashes: "10 3 2 3", shape: Shape::Diamond, is_filled: false },
    Style { colour: "#1a1a1a", dashes: "12 4", shape: Shape::Down, is_filled: true },
    Style { colour: "#6b5900", dashes: "4 2", shape: Shape::Circle, is_filled: false },
    Style { colour: "#2a6f97", dashes: "10 3 2 3 2 3", shape: Shape::Star, is_filled: true },
    Style { colour: "#595959", dashes: "1 2", shape: Shape::Square, is_filled: true },
];

impl Style {
    pub(super) const fn line(self) -> Stroke {
        Stroke { colour: self.colour, width: 1.6, dashes: self.dashes }
    }

    /// Draws the mark of a point.
    pub(super) fn mark(self, out: &mut String, (x, y): (f64, f64), radius: f64) -> Result {
        let r = radius;
        let corners: &[(f64, f64)] = match self.shape {
            Shape::Circle => &[],
            Shape::Square => &[(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
            Shape::Up => &[(0.0, -1.2), (1.1, 0.8), (-1.1, 0.8)],
            Shape::Down => &[(0.0, 1.2), (1.1, -0.8), (-1.1, -0.8)],
            Shape::Diamond => &[(0.0, -1.3), (1.3, 0.0), (0.0, 1.3), (-1.3, 0.0)],
            Shape::Star => &[
                (0.0, -1.4),
                (0.35, -0.35),
                (1.4, 0.0),
                (0.35, 0.35),
                (0.0, 1.4),
                (-0.35, 0.35),
                (-1.4, 0.0),
                (-0.35, -0.35),
            ],
        };
        if corners.is_empty() {
            write!(out, r#"<circle cx="{}" cy="{}" r="{}""#, Px(x), Px(y), Px(r))?;
        } else {
            out.write_str(r#"<path d=""#)?;
            for (n, (right, down)) in corners.iter().enumerate() {
                write!(out, "{}{} {}", if n == 0 { 'M' } else { 'L' }, Px(x + right * r), Px(y + down * r))?;
            }
            out.write_str(r#"Z""#)?;
        }
        let (fill, width) = if self.is_filled { (self.colour, 0.8) } else { ("#fff", 1.5) };
        writeln!(out, r#" fill="{fill}" stroke="{}" stroke-width="{width}"/>"#, self.colour)
    }
}
