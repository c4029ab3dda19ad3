//! Finds which column of a list of sub-goals says what.

use alloc::string::String;
use alloc::vec::Vec;

use super::choice::SubGoalChoice;
use super::field::{SubGoalField, named};
use super::message::{SubGoalNote, SubGoalReason};
use crate::keyed::{KeySet, Keyed};
use crate::table::cell::Row;
use crate::table::columns::MOST_REMEDIES;
use crate::table::note::Note;
use crate::table::reason::Reason;
use crate::table::refusal::Refusal;
use crate::table::remedy::Remedy;
use crate::table::vocabulary::folded;

/// The columns that are read, by their place in a row.
pub(super) struct Columns(Keyed<SubGoalField, usize>);

impl Columns {
    pub(super) fn at(&self, field: SubGoalField) -> Option<usize> {
        self.0.get(field).copied()
    }
}

/// Finds the columns.
///
/// Headings are repeated in refusals only if at least two are known: otherwise the row may not be headings.
pub(super) fn find(
    headings: &Row,
    choice: &SubGoalChoice,
    refusals: &mut Vec<Refusal>,
    notes: &mut Vec<Note>,
) -> Columns {
    let line = headings.line();
    let all_before = refusals.len();
    let mut finder = Finder::new(headings);
    finder.chosen(choice, |reason| refusals.push(Refusal::of_line(line, reason)));
    finder.known();
    let Finder { by_heading, mut found, several, chosen, unread } = finder;
    if found.values().len().saturating_add(several.values().len()) < 2 {
        if refusals.len() == all_before {
            refusals.push(Refusal::of_line(line, SubGoalReason::UnknownHeadings.into()));
        }
        return Columns(found);
    }
    let heading = |at: usize| -> String { headings.text(at).into() };
    let remedies = |field: SubGoalField, columns: &[usize]| -> Vec<Remedy> {
        let can_be_chosen = columns.iter().filter(|at| by_heading.is_only(**at));
        let remedy = |at: &usize| Remedy::Heading { field, heading: heading(*at) };
        can_be_chosen.take(MOST_REMEDIES).map(remedy).collect()
    };
    let mut refuse = |reason: SubGoalReason, remedies: Vec<Remedy>| {
        refusals.push(Refusal::of_line(line, reason.into()).or(remedies));
    };
    for field in SubGoalField::ALL.iter().copied() {
        match several.get(field).map_or(&[][..], Vec::as_slice) {
            [] if found.contains(field) || chosen.contains(field) => {}
            [] if field.is_needed() => {
                refuse(SubGoalReason::NoColumn { field }, remedies(field, &unread));
            }
            [] => {
                let note = field.without().map(|_| SubGoalNote::NothingSays { field }.into());
                notes.extend(note);
            }
            [only] => {
                found.insert(field, *only);
            }
            columns => {
                let headings = columns.iter().map(|at| heading(*at)).collect();
                refuse(SubGoalReason::SeveralColumns { field, headings }, remedies(field, columns));
            }
        }
    }
    let says_closed = [SubGoalField::Status, SubGoalField::ClosedOn];
    if !says_closed.iter().any(|field| found.contains(field) || several.contains(field)) {
        notes.push(SubGoalNote::AllOpen.into());
    }
    let not_read =
        |at: usize| SubGoalNote::NotRead { number: at.saturating_add(1), heading: heading(at) }.into();
    notes.extend(unread.into_iter().map(not_read));
    Columns(found)
}

struct Finder {
    by_heading: ByHeading,
    /// The columns that are the only ones of their field.
    found: Keyed<SubGoalField, usize>,
    /// The columns with a known heading, for fields that the caller does not name.
    several: Keyed<SubGoalField, Vec<usize>>,
    /// The fields for which the caller named a heading that no column has, or said that no column is to be read.
    chosen: KeySet<SubGoalField>,
    unread: Vec<usize>,
}

/// The columns by their headings, whatever their case.
struct ByHeading {
    said: Vec<String>,
    columns: Keyed<str, Vec<usize>>,
}

impl ByHeading {
    fn is_only(&self, at: usize) -> bool {
        let columns = self.said.get(at).and_then(|said| self.columns.get(said.as_str()));
        columns.is_some_and(|columns| columns.len() == 1)
    }
}

impl Finder {
    fn new(headings: &Row) -> Self {
        let said: Vec<String> = headings.cells().iter().map(|cell| folded(&cell.text())).collect();
        let mut columns: Keyed<str, Vec<usize>> = Keyed::default();
        for (at, one) in said.iter().enumerate().filter(|(_, one)| !one.is_empty()) {
            columns.push(one.as_str(), at);
        }
        Self {
            by_heading: ByHeading { said, columns },
            found: Keyed::default(),
            several: Keyed::default(),
            chosen: KeySet::default(),
            unread: Vec::new(),
        }
    }

    /// Finds the headings that the caller names.
    fn chosen(&mut self, choice: &SubGoalChoice, mut refuse: impl FnMut(Reason)) {
        for field in SubGoalField::ALL.iter().copied() {
            let Some(said) = named(&choice.headings, field) else { continue };
            let wanted = folded(said);
            match self.by_heading.columns.get(wanted.as_str()).map(Vec::as_slice) {
                Some([only]) => {
                    self.found.insert(field, *only);
                    continue;
                }
                Some(_) => refuse(Reason::SameHeading { said: said.into() }),
                // No column is to be read, although one has a known heading.
                None if wanted.is_empty() && !field.is_needed() => {}
                None => refuse(SubGoalReason::NoHeading { said: said.into() }.into()),
            }
            self.chosen.insert(field, ());
        }
    }

    /// Finds the headings that are known, in the columns that the caller does not name.
    fn known(&mut self) {
        let taken = self.found.values().to_vec();
        let others = self.by_heading.said.iter().enumerate();
        for (at, said) in others.filter(|(at, said)| !taken.contains(at) && !said.is_empty()) {
            let is_open = |field: &SubGoalField| !self.found.contains(field) && !self.chosen.contains(field);
            match SubGoalField::of(said).filter(is_open) {
                Some(field) => self.several.push(field, at),
                None => self.unread.push(at),
            }
        }
    }
}
