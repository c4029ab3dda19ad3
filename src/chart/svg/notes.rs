//! The list below the picture: what happened along the way, and labels that did not fit.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Result;

use super::bands::{Noted, sign};
use super::draw::{self, Anchor, INK, SOFT};
use super::text::Font;
use super::words;
use crate::Lang;
use crate::chart::NoteKind;

/// The list, laid out in columns.
#[derive(Debug, Default)]
pub(super) struct Notes {
    entries: Vec<Entry>,
    height: f64,
}

#[derive(Debug)]
struct Entry {
    x: f64,
    y: f64,
    sign: Option<(NoteKind, usize)>,
    lines: Vec<String>,
}

/// The width of a sign, and the distance between columns.
const SIGN: f64 = 26.0;
const BETWEEN: f64 = 20.0;
/// The distance below a sign that is one line high.
const AFTER: f64 = 7.0;

impl Notes {
    /// As many lines for each as fit. If one line for each does not fit, the last line says how many more there are.
    pub(super) fn new(noted: &[Noted], labels: &[String], lang: Lang, width: f64, room: f64) -> Self {
        let all = || {
            let labels = labels.iter().map(|words| (None, words));
            labels.chain(noted.iter().map(|one| (Some((one.kind, one.number)), &one.words)))
        };
        let count = all().count();
        if count == 0 || room < Font::LABEL.line() + AFTER {
            return Self::default();
        }
        let columns =
            if width < 560.0 || count < 2 { 1.0 } else { libm::floor(width / 380.0).clamp(2.0, 5.0) };
        let of_column = (width - (columns - 1.0) * BETWEEN) / columns;
        for lines in [3, 2] {
            if let Some(notes) = Self::in_columns(all(), count, lines, columns, of_column, room) {
                return notes;
            }
        }
        if let Some(notes) = Self::in_columns(all(), count, 1, columns, of_column, room) {
            return notes;
        }
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "a few lines in a few columns"
        )]
        let fitting = (libm::floor(room / (Font::LABEL.line() + AFTER)) * columns) as usize;
        let shown = fitting.saturating_sub(1);
        let rest = words::and_more(count.saturating_sub(shown), lang);
        let some = all().take(shown).chain(core::iter::once((None, &rest)));
        Self::in_columns(some, fitting, 1, columns, of_column, room).unwrap_or_default()
    }

    /// Column by column, with equal numbers of entries. Returns `None` if that is too high.
    fn in_columns<'n>(
        entries: impl Iterator<Item = (Option<(NoteKind, usize)>, &'n String)>,
        count: usize,
        lines: usize,
        columns: f64,
        of_column: f64,
        room: f64,
    ) -> Option<Self> {
        let each = libm::ceil(crate::chart::statistics::float(count) / columns);
        let mut notes = Self::default();
        let (mut x, mut y, mut placed) = (0.0, 0.0, 0.0);
        for (sign, words) in entries {
            if placed >= each {
                (x, y, placed) = (x + of_column + BETWEEN, 0.0, 0.0);
            }
            let lines = Font::LABEL.wrap(words, of_column - SIGN, lines);
            let height = lines.iter().map(|_| Font::LABEL.line()).sum::<f64>() + AFTER;
            notes.entries.push(Entry { x, y, sign, lines });
            y += height;
            placed += 1.0;
            notes.height = notes.height.max(y);
            if notes.height > room {
                return None;
            }
        }
        Some(notes)
    }

    pub(super) const fn height(&self) -> f64 {
        self.height
    }

    pub(super) fn draw(&self, (left, top): (f64, f64), out: &mut String) -> Result {
        for entry in &self.entries {
            let (x, mut y) = (left + entry.x, top + entry.y + AFTER + Font::LABEL.size - 2.0);
            if let Some((kind, number)) = entry.sign {
                sign(out, kind, (x + 10.0, y - 4.0), number)?;
            }
            let fill = if entry.sign.is_some() { INK } else { SOFT };
            for line in &entry.lines {
                draw::text(out, (x + SIGN, y), Font::LABEL, fill, Anchor::Start, line)?;
                y += Font::LABEL.line();
            }
        }
        Ok(())
    }
}
