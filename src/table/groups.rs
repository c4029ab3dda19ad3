//! Rows with the same time: a subgroup, several events, another group of an official table, or a mistake.

use alloc::vec::Vec;

use super::cell::Row;
use super::choice::{CellFilter, Choice, Form};
use super::columns::Columns;
use super::names::Names;
use super::reason::Reason;
use super::refusal::Refusal;
use super::remedy::Remedy;
use super::rows::Entry;
use super::unit::column;
use super::vocabulary::Column;
use crate::date::Interval;
use crate::sorted::firsts;

/// Refuses the rows that have the same time as another, unless the figures are of subgroups or events.
pub(super) fn same_times(
    entries: &[Entry<'_>],
    headings: &Row,
    columns: &Columns,
    names: &Names,
    choice: &Choice,
    days_as_periods: bool,
    refusals: &mut Vec<Refusal>,
) {
    let (is_of_subgroups, is_of_events) = (choice.form == Form::Subgroup, choice.form == Form::BetweenEvents);
    if !is_of_subgroups && !is_of_events && several_groups(entries, headings, columns, names, refusals) {
        return;
    }
    for (entry, first) in entries.iter().zip(firsts(entries, |entry| entry.time.period)) {
        let Some(first) = entries.get(first).filter(|first| first.line != entry.line) else { continue };
        let line = first.line;
        if !is_of_subgroups && !is_of_events {
            let at = columns.place.map_or(0, |place| place.at);
            // Two days below a heading that names a longer period.
            let are_days = days_as_periods && entry.row.text(at) != first.row.text(at);
            let remedy = are_days.then_some(Remedy::Period { interval: Interval::Day });
            refusals.push(Refusal::of_line(entry.line, Reason::SameTime { line }).or(remedy));
            continue;
        }
        let mut refuse = |reason| refusals.push(Refusal::of_line(entry.line, reason));
        if !entry.phase.is_empty() && !first.phase.is_empty() && entry.phase != first.phase {
            refuse(Reason::OtherPhase { line });
        }
        if is_of_subgroups && entry.is_excluded != first.is_excluded {
            refuse(Reason::OtherExclusion { line });
        }
    }
}

/// The most cells that a refusal proposes for choosing a group.
const MOST: usize = 12;

/// Refuses a table with several groups, and says which cells select one of them.
fn several_groups(
    entries: &[Entry<'_>],
    headings: &Row,
    columns: &Columns,
    names: &Names,
    refusals: &mut Vec<Refusal>,
) -> bool {
    let mut rest: Vec<&Entry<'_>> = entries.iter().collect();
    let mut cells = Vec::new();
    let mut place = None;
    while let Some((one, other)) = of_one_time(&rest) {
        let differs = (0..headings.cells.len()).find(|at| {
            if one.row.text(*at) == other.row.text(*at) || one.row.text(*at).is_empty() || columns.read(*at) {
                return false;
            }
            let heading = headings.text(*at);
            matches!(column(&heading), None | Some(Column::Title))
                && names.find(headings, &heading) == Ok(*at)
        });
        let Some(at) = differs.filter(|_| cells.len() < MOST) else { return false };
        place = place.or(Some((other.line, at, one.line)));
        let value = one.row.text(at);
        rest.retain(|entry| entry.row.text(at) == value);
        cells.push(CellFilter { heading: headings.text(at).into(), value: value.into() });
    }
    let Some((line, at, first)) = place else { return false };
    let reason = Reason::SeveralGroups { cells: cells.clone(), line: first };
    let refusal = Refusal::of_column(line, at, headings.text(at).into(), reason);
    refusals.push(refusal.or([Remedy::Only { cells }]));
    true
}

/// The first two rows with the same time.
fn of_one_time<'e, 'a>(entries: &[&'e Entry<'a>]) -> Option<(&'e Entry<'a>, &'e Entry<'a>)> {
    let firsts = firsts(entries, |entry| entry.time.period);
    let (n, first) = firsts.into_iter().enumerate().find(|(n, first)| n != first)?;
    Some((*entries.get(first)?, *entries.get(n)?))
}
