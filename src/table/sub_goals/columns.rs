//! Which column of a list of sub-goals says what.

use alloc::collections::{BTreeMap, BTreeSet};
use alloc::string::String;
use alloc::vec::Vec;

use super::choice::SubGoalChoice;
use super::field::{SubGoalField, named};
use super::message::{SubGoalNote, SubGoalReason};
use crate::table::cell::Row;
use crate::table::columns::MOST_REMEDIES;
use crate::table::note::Note;
use crate::table::reason::Reason;
use crate::table::refusal::Refusal;
use crate::table::remedy::Remedy;
use crate::table::vocabulary::folded;

/// The columns that are read, by their place in a row.
pub(super) struct Columns(BTreeMap<SubGoalField, usize>);

impl Columns {
    pub(super) fn at(&self, field: SubGoalField) -> Option<usize> {
        self.0.get(&field).copied()
    }
}

/// Finds the columns.
///
/// A heading is repeated only where at least two of the row are known: otherwise it may be a row of cells.
pub(super) fn find(
    headings: &Row,
    choice: &SubGoalChoice,
    refusals: &mut Vec<Refusal>,
    notes: &mut Vec<Note>,
) -> Columns {
    let line = headings.line();
    let said: Vec<String> = headings.cells().iter().map(|cell| folded(&cell.text())).collect();
    let heading = |at: usize| -> String { headings.text(at).into() };
    let with = |heading: &str| -> Vec<usize> {
        let heading = folded(heading);
        said.iter().enumerate().filter(|(_, one)| **one == heading).map(|(at, _)| at).collect()
    };
    let mut refuse = |reason: Reason, remedies: Vec<Remedy>| {
        refusals.push(Refusal::of_line(line, reason).or(remedies));
    };
    let mut found = BTreeMap::new();
    let mut several = BTreeMap::new();
    let mut chosen = BTreeSet::new();
    for field in SubGoalField::ALL {
        let Some(said) = named(&choice.headings, *field) else { continue };
        chosen.insert(*field);
        match with(said).as_slice() {
            [] => refuse(SubGoalReason::NoHeading { said: said.into() }.into(), Vec::new()),
            [only] => {
                found.insert(*field, *only);
            }
            _ => refuse(Reason::SameHeading { said: said.into() }, Vec::new()),
        }
    }
    let mut unread = Vec::new();
    for (at, one) in said.iter().enumerate() {
        if found.values().any(|taken| *taken == at) || one.is_empty() {
            continue;
        }
        match SubGoalField::of(one).filter(|field| !chosen.contains(field)) {
            Some(field) => several.entry(field).or_insert_with(Vec::new).push(at),
            None => unread.push(at),
        }
    }
    if found.len().saturating_add(several.len()) < 2 {
        if chosen.is_empty() || refusals.is_empty() {
            refusals.push(Refusal::of_line(line, SubGoalReason::UnknownHeadings.into()));
        }
        return Columns(found);
    }
    let remedies = |field: SubGoalField, columns: &[usize]| {
        let can_be_chosen = columns.iter().map(|at| heading(*at)).filter(|one| with(one).len() == 1);
        can_be_chosen.take(MOST_REMEDIES).map(|heading| Remedy::Heading { field, heading }).collect()
    };
    let mut refuse = |reason: SubGoalReason, remedies: Vec<Remedy>| {
        refusals.push(Refusal::of_line(line, reason.into()).or(remedies));
    };
    for field in SubGoalField::ALL.iter().copied() {
        match several.get(&field).map_or(&[][..], Vec::as_slice) {
            [] if chosen.contains(&field) => {}
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
    if !says_closed.iter().any(|field| chosen.contains(field) || several.contains_key(field)) {
        notes.push(SubGoalNote::AllOpen.into());
    }
    let unread = unread
        .into_iter()
        .map(|at| SubGoalNote::NotRead { number: at.saturating_add(1), heading: heading(at) }.into());
    notes.extend(unread);
    Columns(found)
}
