//! The faults of one text while it is being read.

use alloc::vec::Vec;

use super::{Detail, Fault, FaultKind, ReadError};
use crate::report::{Path, Pointer};

/// The first faults of a text, and how many more there are.
#[derive(Debug)]
pub(in crate::json) struct Faults {
    limit: usize,
    /// The kind of the one that was added first.
    kind: Option<FaultKind>,
    /// The faults and their offsets, sorted by offset; the lines and columns are not known yet.
    first: Vec<(usize, Fault)>,
    more: usize,
}

impl Default for Faults {
    fn default() -> Self {
        Self { limit: ReadError::MAX_FAULTS, kind: None, first: Vec::new(), more: 0 }
    }
}

impl Faults {
    /// Faults that are not kept: only the first kind is needed.
    pub(in crate::json) fn untold() -> Self {
        Self { limit: 0, ..Self::default() }
    }

    /// The kind of the fault that was added first.
    pub(in crate::json) const fn kind(&self) -> Option<FaultKind> {
        self.kind
    }

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
        self.kind = self.kind.or(Some(detail.kind()));
        if place >= self.limit {
            self.more = self.more.saturating_add(1);
            return;
        }
        self.first.insert(place, (offset, Fault::new(detail, pointer())));
        if self.first.len() > self.limit {
            self.first.pop();
            self.more = self.more.saturating_add(1);
        }
    }

    pub(in crate::json) const fn is_empty(&self) -> bool {
        self.kind.is_none()
    }

    /// Turns the offsets into lines and columns of `text`.
    pub(in crate::json) fn into_read_error(self, text: &str) -> ReadError {
        let mut place = Place { line: 1, column: 1, offset: 0 };
        let locate = |(offset, fault)| {
            place.advance(text, offset);
            Fault { line: place.line, column: place.column, ..fault }
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
        // An offset from elsewhere can be inside a character or after the text.
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
}
