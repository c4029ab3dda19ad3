//! The faults of one text while it is being read.

use alloc::vec::Vec;

use super::{Detail, Fault, ReadError};
use crate::report::{Path, Pointer};

/// The first faults of a text, and how many more there are.
#[derive(Debug, Default)]
pub(in crate::json) struct Faults {
    /// The faults and their offsets, sorted by offset; the lines and columns are not known yet.
    first: Vec<(usize, Fault)>,
    more: usize,
}

impl Faults {
    /// Adds a fault of the value at `path`. `offset` is the place in the text, in bytes.
    pub(in crate::json) fn add(&mut self, offset: usize, path: &Path<'_>, detail: &Detail<'_>) {
        self.insert(offset, || path.to_pointer(), detail);
    }

    /// Adds a fault of the value that `pointer` points to.
    pub(in crate::json) fn add_to(&mut self, offset: usize, pointer: Pointer, detail: &Detail<'_>) {
        self.insert(offset, || pointer, detail);
    }

    /// A text can have millions of faults: only those that are kept cost a message.
    fn insert(&mut self, offset: usize, pointer: impl FnOnce() -> Pointer, detail: &Detail<'_>) {
        let place = self.first.partition_point(|(before, _)| *before <= offset);
        if place >= ReadError::MAX_FAULTS {
            self.more = self.more.saturating_add(1);
            return;
        }
        let fault = Fault {
            kind: detail.kind(),
            line: 1,
            column: 1,
            pointer: pointer(),
            message: detail.message(),
            nearest: detail.nearest(),
            field: detail.field(),
            expected: detail.expected(),
        };
        self.first.insert(place, (offset, fault));
        if self.first.len() > ReadError::MAX_FAULTS {
            self.first.pop();
            self.more = self.more.saturating_add(1);
        }
    }

    pub(in crate::json) const fn is_empty(&self) -> bool {
        self.first.is_empty()
    }

    /// Turns the offsets into lines and columns of `text`.
    pub(in crate::json) fn into_read_error(self, text: &str) -> ReadError {
        let mut place = Place { line: 1, column: 1, offset: 0 };
        let locate = |(offset, fault)| {
            place.advance(text, offset);
            Fault { line: place.line, column: place.column_in(text), ..fault }
        };
        ReadError { faults: self.first.into_iter().map(locate).collect(), more: self.more }
    }
}

struct Place {
    line: usize,
    column: usize,
    offset: usize,
}

impl Place {
    fn advance(&mut self, text: &str, offset: usize) {
        // An offset from elsewhere can be inside a character or behind the text.
        let offset = text.floor_char_boundary(offset).max(self.offset);
        for char in text.get(self.offset..offset).unwrap_or_default().chars() {
            if char == '\n' {
                self.line = self.line.saturating_add(1);
                self.column = 1;
            } else {
                self.column = self.column.saturating_add(1);
            }
        }
        self.offset = offset;
    }

    /// The column; at the end of a line that of its last character, so that it is one that exists.
    fn column_in(&self, text: &str) -> usize {
        let rest = text.get(self.offset..).unwrap_or_default();
        let is_end = rest.is_empty() || rest.starts_with('\n');
        if is_end { self.column.saturating_sub(1).max(1) } else { self.column }
    }
}
