//! The lines above a picture: the title, what it shows, what is measured and which way is better.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Result;

use super::draw::{self, Anchor, EDGE, INK, SOFT, Stroke};
use super::text::Font;
use crate::Lang;
use crate::chart::words::better_way;
use crate::figure::Direction;

#[derive(Debug)]
pub(super) struct Head {
    title: Vec<String>,
    finding: Vec<String>,
    measure: Vec<String>,
    better: Option<(Direction, &'static str)>,
}

/// The texts of a head, before they are broken into lines.
#[derive(Debug)]
pub(super) struct HeadWords<'a> {
    pub(super) title: &'a str,
    pub(super) finding: &'a str,
    pub(super) measure: &'a str,
    /// Which way is better; `None` if it is not shown.
    pub(super) better: Option<Direction>,
}

/// The gaps between what is measured and the arrow, and between the arrow and its words.
const BEFORE_ARROW: f64 = 16.0;
const ARROW: f64 = 10.0;

impl Head {
    /// Breaks the words into lines no wider than `width`, at most `lines` for the title and for the finding.
    pub(super) fn new(words: &HeadWords<'_>, width: f64, lines: usize, lang: Lang) -> Self {
        let better = words.better.map(|direction| (direction, better_way(direction).in_lang(lang)));
        let of_better =
            better.map_or(0.0, |(_, words)| Font::STRONG.width(words) + BEFORE_ARROW + ARROW + 4.0);
        Self {
            title: Font::TITLE.wrap(words.title, width, lines),
            finding: Font::FINDING.wrap(words.finding, width, lines),
            measure: Font::STRONG.wrap(words.measure, width - of_better, 1),
            better,
        }
    }

    pub(super) fn height(&self) -> f64 {
        let lines = |font: Font, lines: &[String]| lines.iter().map(|_| font.line()).sum::<f64>();
        lines(Font::TITLE, &self.title) + lines(Font::FINDING, &self.finding) + 26.0
    }

    pub(super) fn draw(&self, out: &mut String) -> Result {
        let mut y = EDGE;
        for (lines, font, fill) in [(&self.title, Font::TITLE, INK), (&self.finding, Font::FINDING, SOFT)] {
            for line in lines {
                draw::text(out, (EDGE, y + font.size), font, fill, Anchor::Start, line)?;
                y += font.line();
            }
        }
        y += 18.0;
        let mut x = EDGE;
        for measure in &self.measure {
            draw::text(out, (x, y), Font::STRONG, INK, Anchor::Start, measure)?;
            x += Font::STRONG.width(measure) + BEFORE_ARROW;
        }
        let Some((direction, words)) = self.better else { return Ok(()) };
        let (tip, tail) = match direction {
            Direction::AtLeast => (y - 11.0, y + 1.0),
            Direction::AtMost => (y + 1.0, y - 11.0),
        };
        let wing = if tip < tail { tip + 5.0 } else { tip - 5.0 };
        let mut arrow = draw::Steps::default();
        arrow.move_to((x, tail))?;
        arrow.line_to((x, tip))?;
        arrow.move_to((x - 4.0, wing))?;
        arrow.line_to((x, tip))?;
        arrow.line_to((x + 4.0, wing))?;
        draw::path(out, &arrow.path, Stroke::solid(INK, 2.0))?;
        draw::text(out, (x + ARROW, y), Font::STRONG, INK, Anchor::Start, words)
    }
}
