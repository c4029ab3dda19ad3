//! Columns by their headings.

use super::cell::Row;
use super::reason::Reason;
use super::vocabulary::folded;
use crate::keyed::Keyed;

/// The columns by their headings, whatever their case, unless only the case distinguishes them.
#[derive(Debug)]
pub(super) struct Names {
    /// The first column with the heading, and whether it is the only one.
    by_heading: Keyed<str, (usize, bool)>,
}

impl Names {
    pub(super) fn of(headings: &Row) -> Self {
        let mut by_heading: Keyed<str, (usize, bool)> = Keyed::default();
        for (at, heading) in headings.cells.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
            by_heading.update(&*folded(&heading.text()), || (at, true), |(first, only)| *only = *first == at);
        }
        Self { by_heading }
    }

    pub(super) fn find(&self, headings: &Row, said: &str) -> Result<usize, Reason> {
        match self.by_heading.get(&*folded(said)) {
            Some((at, true)) => Ok(*at),
            Some((_, false)) => {
                // Headings that differ in case can be distinguished.
                let mut all = headings.cells.iter().enumerate().filter(|(_, heading)| heading.text() == said);
                match (all.next(), all.next()) {
                    (Some((at, _)), None) => Ok(at),
                    _ => Err(Reason::SameHeading { said: said.into() }),
                }
            }
            None => {
                let headings = headings.cells.iter().filter(|cell| !cell.is_empty());
                let headings = headings.map(|cell| cell.text().into()).collect();
                Err(Reason::NoSuchHeading { said: said.into(), headings })
            }
        }
    }
}
