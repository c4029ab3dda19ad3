//! Columns by their headings.

use alloc::collections::BTreeMap;
use alloc::string::String;

use super::cell::Row;
use super::reason::Reason;
use super::vocabulary::folded;

/// The columns by their headings, whatever their case, unless only the case tells them apart.
#[derive(Debug)]
pub(super) struct Names {
    /// The first column with the heading, and whether it is the only one.
    by_heading: BTreeMap<String, (usize, bool)>,
}

impl Names {
    pub(super) fn of(headings: &Row) -> Self {
        let mut by_heading: BTreeMap<String, (usize, bool)> = BTreeMap::new();
        for (at, heading) in headings.cells.iter().enumerate().filter(|(_, heading)| !heading.is_empty()) {
            by_heading
                .entry(folded(&heading.text()))
                .and_modify(|(_, only)| *only = false)
                .or_insert((at, true));
        }
        Self { by_heading }
    }

    pub(super) fn find(&self, headings: &Row, said: &str) -> Result<usize, Reason> {
        match self.by_heading.get(&folded(said)) {
            Some((at, true)) => Ok(*at),
            Some((_, false)) => {
                // Those that differ in case can be told apart.
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
