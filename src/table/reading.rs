//! From a table to measurements.

use alloc::string::String;
use alloc::vec;
use alloc::vec::Vec;

use super::cell::{Cell, Row};
use super::choice::{Choice, Form};
use super::columns::{Columns, Figure, Finder};
use super::found::{Found, Measured};
use super::goal::Aimed;
use super::interval::interval;
use super::kind::Kind;
use super::names::Names;
use super::note::Note;
use super::periods::Reader;
use super::reason::Reason;
use super::refusal::Refusal;
use super::rows::{Entry, Rows, Told, Written};
use super::time::Time;
use super::vocabulary::{Column, folded};
use super::words::on_one_line;
use super::{Table, groups, lines, unit};
use crate::date::Interval;
use crate::figure::Unit;
use crate::series::{Phase, TargetLine};
use crate::sorted::{Lookup, sort_by, sort_by_key};
use crate::text::Text;

pub(super) fn read(table: &Table, choice: &Choice, notes: &mut Vec<Note>) -> Result<Found, Vec<Refusal>> {
    let (headings, names) = (&table.headings, Names::of(&table.headings));
    let mut refusals = Vec::new();
    let wanted = only(table, choice, &names, &mut refusals);
    let (columns, wanted) = columns(headings, wanted, choice, &names, &mut refusals, notes);
    let rows = read_of(&wanted);

    let times = columns.place.map_or_else(
        || vec![None; wanted.len()],
        |place| Reader { place, headings, choice }.times(&wanted, &mut refusals, notes),
    );
    let of_statistics =
        ["tid", "indhold"].iter().all(|said| headings.cells.iter().any(|cell| folded(&cell.text()) == *said));
    let told = Told::default();
    let mut reading = Rows { headings, columns: &columns, choice, of_statistics, refusals, told };
    let is_in_percent = reading.is_in_percent(&rows);
    let signs = columns.figure.map(|figure| reading.signs(figure, &wanted, notes));
    let mut entries = Vec::new();
    for ((row, is_read), time) in wanted.iter().zip(times) {
        if *is_read {
            entries.extend(entry(&mut reading, row, time, signs));
        }
    }
    let targets = targets(&mut reading, &wanted, notes);
    let direction = reading.direction(&rows, &targets, notes);
    let days_as_periods = notes.iter().any(|note| matches!(note, Note::DaysAsPeriods { .. }));
    let refusals = &mut reading.refusals;
    groups::same_times(&entries, headings, &columns, &names, choice, days_as_periods, refusals);
    let kind = columns.figure.map(|figure| Kind::of(&entries, figure, headings, choice, is_in_percent));
    if let Some(kind) = &kind {
        reading.targets_fit(&targets, &kind.unit(), &entries);
        notes.extend(columns.figure.and_then(|figure| kind.small_percents(&entries, figure, is_in_percent)));
        notes.extend(columns.figure.and_then(|figure| kind.no_counts(&entries, figure, headings, choice)));
        let guessed = |figure| kind.guessed(&entries, figure, headings, choice, is_in_percent);
        reading.figures_fit(&entries, is_in_percent);
        // A guess about figures that are refused would contradict the refusal.
        if reading.refusals.is_empty() {
            notes.extend(columns.figure.and_then(guessed));
        }
    }
    let Rows { refusals, told, .. } = reading;
    let (Some(direction), Some(kind), true) = (direction, kind, refusals.is_empty()) else {
        return Err(refusals);
    };
    told.into_notes(kind.unit() == Unit::Percent && matches!(kind, Kind::Value(_)), notes);
    let title = choice.title.clone().or_else(|| title(headings, &columns, &rows));
    let InOrder { interval, rows, phases, targets } = in_order(entries, &targets, choice, &kind, notes);
    Ok(Found { title, direction, unit: kind.unit(), interval, rows, phases, targets, notes: Vec::new() })
}

/// The rows that are to be read.
fn read_of<'a>(wanted: &[(&'a Row, bool)]) -> Vec<&'a Row> {
    wanted.iter().filter(|(_, is_read)| *is_read).map(|(row, _)| *row).collect()
}

/// What the columns say, and the rows of the first table that have a cell for each of them.
fn columns<'a>(
    headings: &Row,
    mut wanted: Vec<(&'a Row, bool)>,
    choice: &Choice,
    names: &Names,
    refusals: &mut Vec<Refusal>,
    notes: &mut Vec<Note>,
) -> (Columns, Vec<(&'a Row, bool)>) {
    let rows = read_of(&wanted);
    if rows.is_empty() && refusals.is_empty() {
        refusals.push(Refusal::of_line(headings.line, Reason::NoRows));
    }
    let (columns, more) = Finder::new(headings, &rows, choice, names, notes).find();
    refusals.extend(more);
    if let Some((begins, ends)) = lines::another_table(&wanted, headings, &columns) {
        let line = wanted.get(begins).map_or(headings.line, |(row, _)| row.line);
        refusals.push(Refusal::of_line(line, Reason::AnotherTable));
        wanted.truncate(ends);
    }
    let wanted = whole_rows(wanted, headings, &columns, refusals);
    (columns, wanted)
}

/// The targets of a column, unless the caller has chosen one.
fn targets(reading: &mut Rows<'_>, wanted: &[(&Row, bool)], notes: &mut Vec<Note>) -> Vec<Aimed> {
    let Some(at) = reading.columns.other(Column::Target) else { return Vec::new() };
    if reading.choice.target.is_some() {
        notes.push(Note::TargetNotRead { heading: reading.headings.text(at).into() });
        return Vec::new();
    }
    let written = reading.written(at, wanted, notes);
    reading.targets(&read_of(wanted), written)
}

/// What was read, in the order of time.
struct InOrder {
    interval: Option<Interval>,
    rows: Vec<Measured>,
    phases: Vec<Phase>,
    targets: Vec<TargetLine>,
}

fn in_order(
    mut entries: Vec<Entry<'_>>,
    targets: &[Aimed],
    choice: &Choice,
    kind: &Kind,
    notes: &mut Vec<Note>,
) -> InOrder {
    sort_by_key(&mut entries, |entry| (entry.time.period, entry.line));
    let times: Vec<Time> = entries.iter().map(|entry| entry.time).collect();
    let interval = interval(choice.form, &times);
    if interval.is_none() {
        notes.push(Note::NoInterval);
    }
    let is_of_subgroups = choice.form == Form::Subgroup;
    let groups: Vec<&[Entry<'_>]> =
        entries.chunk_by(|one, next| is_of_subgroups && one.time.period == next.time.period).collect();
    InOrder {
        interval,
        rows: groups.iter().filter_map(|group| measured(group, kind, notes)).collect(),
        phases: phases(&groups),
        targets: target_lines(choice, targets, &entries, kind),
    }
}

/// The rows, and whether the caller wants them read.
fn only<'a>(
    table: &'a Table,
    choice: &Choice,
    names: &Names,
    refusals: &mut Vec<Refusal>,
) -> Vec<(&'a Row, bool)> {
    let mut wanted: Vec<(&Row, bool)> = table.rows.iter().map(|row| (row, true)).collect();
    let cells = choice.only.iter().map(|cell| (cell, true));
    for (only, is_wanted) in cells.chain(choice.except.iter().map(|cell| (cell, false))) {
        let at = match names.find(&table.headings, &only.heading) {
            Ok(at) => at,
            Err(reason) => {
                refusals.push(Refusal::of_line(table.headings.line, reason));
                continue;
            }
        };
        let value = folded(&only.value);
        let mut any = false;
        for (row, is_read) in &mut wanted {
            let is_it = folded(&row.text(at)) == value;
            any |= is_it;
            *is_read &= is_it == is_wanted;
        }
        if !any {
            let mut cells: Vec<String> = table.rows.iter().map(|row| row.text(at).into()).collect();
            sort_by(&mut cells, Ord::cmp);
            cells.dedup();
            cells.retain(|cell| !cell.is_empty());
            let reason = Reason::NoSuchCell { said: only.value.clone(), cells };
            let (line, heading) = (table.headings.line, table.headings.text(at).into());
            refusals.push(Refusal::of_column(line, at, heading, reason));
        }
    }
    wanted
}

/// The rows with a cell for every column that is read, and none without a heading.
fn whole_rows<'a>(
    rows: Vec<(&'a Row, bool)>,
    headings: &Row,
    columns: &Columns,
    refusals: &mut Vec<Refusal>,
) -> Vec<(&'a Row, bool)> {
    let headings = headings.cells.len();
    let [one, other] = columns.figure.map_or([0, 0], Figure::columns);
    let [when, year] = columns.place.map_or([0, 0], |place| [place.at, place.year.unwrap_or_default()]);
    let last_needed = when.max(year).max(one).max(other);
    let is_whole = |(row, is_read): &(&Row, bool)| {
        let more = row.cells.iter().skip(headings).any(|cell| !cell.is_empty());
        let is_whole = !more && row.cells.len() > last_needed;
        if !is_whole && *is_read {
            let cells = row.cells.len();
            refusals.push(Refusal::of_line(row.line, Reason::CellsAmiss { cells, headings }));
        }
        is_whole
    };
    let mut rows = rows;
    let mut is_whole = is_whole;
    rows.retain(|row| is_whole(row));
    rows
}

fn entry<'a>(
    rows: &mut Rows<'a>,
    row: &'a Row,
    time: Option<Time>,
    signs: Option<[Option<Written>; 2]>,
) -> Option<Entry<'a>> {
    let figure = match signs {
        Some([Some(one), Some(other)]) => rows.read(row, one, other),
        _ => None,
    };
    let [is_shift, is_frozen, is_excluded] =
        [Column::Shift, Column::Freeze, Column::Excluded].map(|column| rows.yes(row, column));
    Some(Entry {
        line: row.line,
        row,
        time: time?,
        figure: figure?,
        phase: rows.text(row, Column::Phase),
        is_shift,
        is_frozen,
        is_excluded,
        note: rows.text(row, Column::Note),
    })
}

/// What is measured: what a column says about all rows, or otherwise the heading of the figures.
fn title(headings: &Row, columns: &Columns, rows: &[&Row]) -> Option<String> {
    let said = columns.other(Column::Title).and_then(|at| rows.first()?.cells.get(at).map(Cell::text));
    let of_figure = || unit::name(&headings.text(columns.figure?.columns()[0]));
    said.map(String::from).or_else(of_figure).map(|title| on_one_line(&title))
}

fn measured(group: &[Entry<'_>], kind: &Kind, notes: &mut Vec<Note>) -> Option<Measured> {
    let first = group.first()?;
    Some(Measured {
        line: first.line,
        period: first.time.period,
        outcome: kind.outcome(group, notes),
        excluded: first.is_excluded,
        note: note(group),
        time: first.time,
    })
}

fn note(group: &[Entry<'_>]) -> Option<Text> {
    let notes: Vec<&str> =
        group.iter().map(|entry| entry.note.as_ref()).filter(|note| !note.is_empty()).collect();
    (!notes.is_empty()).then(|| Text::from(notes.join("; ")))
}

/// A phase begins where its name changes, or where a row says so. A row can say where the calculation of its
/// level ends.
fn phases(groups: &[&[Entry<'_>]]) -> Vec<Phase> {
    let mut phases: Vec<Phase> = Vec::new();
    let mut current: Option<&str> = None;
    for (n, group) in groups.iter().enumerate() {
        let Some(first) = group.first() else { continue };
        // An empty cell continues the phase: many people write its name only where it begins.
        let label = group.iter().map(|entry| entry.phase.as_ref()).find(|label| !label.is_empty());
        let is_new = label.is_some() && label != current;
        let is_shift = n > 0 && group.iter().any(|entry| entry.is_shift);
        if is_new || is_shift {
            phases.push(Phase {
                from: (n > 0).then_some(first.time.period.start),
                label: label.map(Text::from),
                grounds: note(group).filter(|_| n > 0),
                ..Phase::default()
            });
            current = label.or(current);
        }
        if group.iter().any(|entry| entry.is_frozen) {
            if phases.is_empty() {
                phases.push(Phase::default());
            }
            if let Some(phase) = phases.last_mut() {
                phase.baseline_until = Some(first.time.period.start);
            }
        }
    }
    phases
}

/// A target holds until the next one begins; an empty cell continues it.
fn target_lines(choice: &Choice, targets: &[Aimed], entries: &[Entry<'_>], kind: &Kind) -> Vec<TargetLine> {
    let line = |from, value| TargetLine { from, value, unit: kind.unit(), target_figure: None };
    if let Some(target) = choice.target {
        return [line(None, target.value)].into();
    }
    let by_line: Lookup<usize, &Aimed> = targets.iter().map(|target| (target.line, target)).collect();
    let mut lines: Vec<TargetLine> = Vec::new();
    for (n, entry) in entries.iter().enumerate() {
        let Some(target) = by_line.get(&entry.line) else { continue };
        if lines.last().is_none_or(|last| last.value != target.value()) {
            lines.push(line((n > 0).then_some(entry.time.period.start), target.value()));
        }
    }
    lines
}
