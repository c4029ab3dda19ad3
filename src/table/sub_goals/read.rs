//! The rows of a list of sub-goals.

use alloc::borrow::Cow;
use alloc::vec::Vec;

use super::choice::SubGoalChoice;
use super::columns::{self, Columns};
use super::dates::{self, Dates};
use super::field::SubGoalField;
use super::message::{SubGoalNote, SubGoalReason};
use super::words;
use crate::date::PartialDate;
use crate::goal::{GoalKind, GoalResult, GoalStatus};
use crate::keyed::{KeySet, Keyed};
use crate::sorted::firsts;
use crate::table::Table;
use crate::table::cell::Row;
use crate::table::note::Note;
use crate::table::number::is_missing;
use crate::table::reason::Reason;
use crate::table::refusal::Refusal;
use crate::table::vocabulary::folded;

/// What a row says.
#[derive(Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Entry<'a> {
    pub(super) citizen: Cow<'a, str>,
    /// Empty if it is not stated, like the other texts.
    pub(super) department: Cow<'a, str>,
    pub(super) goal: Cow<'a, str>,
    /// Empty for a citizen without a sub-goal.
    pub(super) sub_goal: Cow<'a, str>,
    pub(super) kind: Option<GoalKind>,
    pub(super) set_on: Option<PartialDate>,
    pub(super) evaluate_by: Option<PartialDate>,
    pub(super) ends_on: Option<PartialDate>,
    pub(super) status: Option<GoalStatus>,
    pub(super) result: Option<GoalResult>,
    pub(super) evaluated_on: Option<PartialDate>,
    pub(super) closed_on: Option<PartialDate>,
    pub(super) involved: Option<bool>,
}

/// Reads the rows, or everything that is wrong with them.
pub(super) fn read<'a>(
    table: &'a Table,
    choice: &SubGoalChoice,
    notes: &mut Vec<Note>,
) -> Result<Vec<Entry<'a>>, Vec<Refusal>> {
    let headings = table.headings();
    let mut refusals = Vec::new();
    if table.rows().is_empty() && table.remarks().is_empty() {
        refusals.push(Refusal::of_line(headings.line(), Reason::NoRows));
    }
    let columns = columns::find(headings, choice, &mut refusals, notes);
    let (Some(citizen), Some(sub_goal)) =
        (columns.at(SubGoalField::Citizen), columns.at(SubGoalField::SubGoal))
    else {
        return Err(refusals);
    };
    let rows = whole_rows(table, citizen.max(sub_goal), &mut refusals);
    let dates = dates::read(headings, &rows, &columns, choice, &mut refusals, notes);
    let mut reader = Reader { headings, columns, choice, dates, refusals, told: Told::default() };
    let entries: Vec<(usize, Entry<'a>)> =
        rows.iter().enumerate().filter_map(|(n, row)| Some((row.line(), reader.entry(n, row)?))).collect();
    reader.departments_agree(&entries);
    note_duplicates(&entries, notes);
    let Reader { refusals, told, .. } = reader;
    if !refusals.is_empty() {
        return Err(refusals);
    }
    told.into_notes(notes);
    Ok(entries.into_iter().map(|(_, entry)| entry).collect())
}

/// The rows that reach the required columns and are no longer than the headings.
fn whole_rows<'a>(table: &'a Table, last_needed: usize, refusals: &mut Vec<Refusal>) -> Vec<&'a Row> {
    let headings = table.headings().cells().len();
    let is_whole = |row: &&Row| {
        let more = row.cells().iter().skip(headings).any(|cell| !cell.is_empty());
        let is_whole = !more && row.cells().len() > last_needed;
        if !is_whole {
            let cells = row.cells().len();
            let is_one = row.cells().iter().filter(|cell| !cell.is_empty()).count() == 1;
            let reason =
                if is_one { SubGoalReason::OneCell.into() } else { Reason::CellsAmiss { cells, headings } };
            refusals.push(Refusal::of_line(row.line(), reason));
        }
        is_whole
    };
    table.rows().iter().chain(table.remarks()).filter(is_whole).collect()
}

/// Notes that are made once for many rows.
#[derive(Default)]
struct Told {
    closed_only: Vec<usize>,
    none_in_words: Vec<usize>,
    citizen_only: Vec<usize>,
    only_number: Vec<usize>,
    earlier: Vec<usize>,
    undated: Vec<usize>,
    open_and_closed: Vec<usize>,
    closed_before_set: Vec<usize>,
    result_without_day: Vec<usize>,
}

impl Told {
    fn into_notes(self, notes: &mut Vec<Note>) {
        let all = [
            (self.closed_only, (|lines| SubGoalNote::ClosedOnly { lines }) as fn(Vec<usize>) -> SubGoalNote),
            (self.none_in_words, |lines| SubGoalNote::NoneInWords { lines }),
            (self.citizen_only, |lines| SubGoalNote::CitizenOnly { lines }),
            (self.only_number, |lines| SubGoalNote::OnlyNumber { lines }),
            (self.earlier, |lines| SubGoalNote::EarlierEvaluation { lines }),
            (self.undated, |lines| SubGoalNote::EvaluationWithoutDate { lines }),
            (self.open_and_closed, |lines| SubGoalNote::OpenAndClosed { lines }),
            (self.closed_before_set, |lines| SubGoalNote::ClosedBeforeSet { lines }),
            (self.result_without_day, |lines| SubGoalNote::ResultWithoutDay { lines }),
        ];
        let some = all.into_iter().filter(|(lines, _)| !lines.is_empty());
        notes.extend(some.map(|(lines, note)| note(lines).into()));
    }
}

struct Reader<'a, 'c> {
    headings: &'a Row,
    columns: Columns,
    choice: &'c SubGoalChoice,
    dates: Dates,
    refusals: Vec<Refusal>,
    told: Told,
}

impl<'a> Reader<'a, '_> {
    fn refuse(&mut self, line: usize, field: SubGoalField, reason: SubGoalReason) {
        let refusal = match self.columns.at(field) {
            Some(at) => Refusal::of_column(line, at, self.headings.text(at).into(), reason.into()),
            None => Refusal::of_line(line, reason.into()),
        };
        self.refusals.push(refusal);
    }

    /// The text of a cell; empty if it is missing.
    fn text(&self, row: &'a Row, field: SubGoalField) -> Cow<'a, str> {
        let text = self.columns.at(field).map(|at| row.text(at)).unwrap_or_default();
        if is_missing(&text) { Cow::Borrowed("") } else { text }
    }

    /// The meaning of the word in a field, or a refusal.
    fn word<T>(
        &mut self,
        row: &'a Row,
        field: SubGoalField,
        of: impl FnOnce(&str) -> Result<Option<T>, ()>,
    ) -> Option<T> {
        let text = self.text(row, field);
        of(&text).unwrap_or_else(|()| {
            self.refuse(row.line(), field, SubGoalReason::UnknownWord { field });
            None
        })
    }

    fn entry(&mut self, n: usize, row: &'a Row) -> Option<Entry<'a>> {
        let line = row.line();
        let choice = self.choice;
        let sub_goal = self.text(row, SubGoalField::SubGoal);
        let says_none = words::says_none(&sub_goal);
        if says_none && !sub_goal.is_empty() {
            self.told.none_in_words.push(line);
        }
        let mut entry = Entry {
            citizen: self.text(row, SubGoalField::Citizen),
            department: self.text(row, SubGoalField::Department),
            goal: self.text(row, SubGoalField::Goal),
            sub_goal: if says_none { Cow::Borrowed("") } else { sub_goal },
            kind: self.word(row, SubGoalField::Kind, words::kind),
            set_on: self.dates.of(n, SubGoalField::SetOn),
            evaluate_by: self.dates.of(n, SubGoalField::EvaluateBy),
            ends_on: self.dates.of(n, SubGoalField::EndsOn),
            status: self.word(row, SubGoalField::Status, |cell| words::status(cell, choice)),
            result: self.word(row, SubGoalField::Result, words::result),
            evaluated_on: self.dates.of(n, SubGoalField::EvaluatedOn),
            closed_on: self.dates.of(n, SubGoalField::ClosedOn),
            involved: self.word(row, SubGoalField::Involved, words::yes),
        };
        if words::says_total(&row.text(0)) || words::says_total(&entry.citizen) {
            self.refuse(line, SubGoalField::Citizen, SubGoalReason::Total);
            return None;
        }
        if entry.status == Some(GoalStatus::Closed) {
            self.told.closed_only.push(line);
        }
        self.tell_odd(line, &entry);
        self.without_earlier(line, &mut entry);
        if entry.citizen.is_empty() {
            self.refuse(line, SubGoalField::Citizen, SubGoalReason::NoCitizen);
            return None;
        }
        if entry.sub_goal.is_empty() {
            if entry.says_more() {
                self.refuse(line, SubGoalField::SubGoal, SubGoalReason::NoSubGoal);
                return None;
            }
            let has_departments = self.columns.at(SubGoalField::Department).is_some();
            if has_departments && entry.department.is_empty() && entry.goal.is_empty() && !says_in_words(row)
            {
                self.told.citizen_only.push(line);
            }
        }
        Some(entry)
    }

    /// Notes what contradicts itself in a row and decides a count.
    fn tell_odd(&mut self, line: usize, entry: &Entry<'_>) {
        if !entry.sub_goal.is_empty() && entry.sub_goal.bytes().all(|byte| byte.is_ascii_digit()) {
            self.told.only_number.push(line);
        }
        if entry.status == Some(GoalStatus::Open) && entry.closed_on.is_some() {
            self.told.open_and_closed.push(line);
        }
        let is_before = |(closed, set): (PartialDate, PartialDate)| closed.last_day() < set.first_day();
        if entry.closed_on.zip(entry.set_on).is_some_and(is_before) {
            self.told.closed_before_set.push(line);
        }
        if entry.result.is_some() && entry.evaluated_on.is_none() && entry.closed_on.is_none() {
            self.told.result_without_day.push(line);
        }
    }

    /// Below a heading such as *næste evaluering* the date is later than the evaluations that were: one before it, or of
    /// no stated day, does not settle it. Without any column of dates, an old evaluation settles none either.
    fn without_earlier(&mut self, line: usize, entry: &mut Entry<'_>) {
        let is_evaluated = entry.evaluated_on.is_some() || entry.result.is_some();
        let is_closed = entry.closed_on.is_some() || entry.status.is_some_and(GoalStatus::is_closed);
        if !is_evaluated || is_closed {
            return;
        }
        let is_before =
            |due: PartialDate| entry.evaluated_on.is_none_or(|on| on.last_day() < due.first_day());
        match self.columns.at(SubGoalField::EvaluateBy) {
            None => self.told.undated.push(line),
            Some(at)
                if words::is_next(&self.headings.text(at)) && entry.evaluate_by.is_some_and(is_before) =>
            {
                self.told.earlier.push(line);
            }
            Some(_) => return,
        }
        (entry.evaluated_on, entry.result) = (None, None);
    }

    /// A citizen has one department.
    fn departments_agree(&mut self, entries: &[(usize, Entry<'a>)]) {
        let stated: Vec<_> = entries.iter().filter(|(_, entry)| !entry.department.is_empty()).collect();
        let firsts = firsts(&stated, |(_, entry)| &*entry.citizen);
        for ((line, entry), first) in stated.iter().zip(firsts) {
            if let Some((first, other)) = stated.get(first)
                && other.department != entry.department
            {
                let reason = SubGoalReason::OtherDepartment { line: *first };
                self.refuse(*line, SubGoalField::Department, reason);
            }
        }
    }
}

/// Whether the row says more than one thing; that there is no sub-goal is also one.
fn says_in_words(row: &Row) -> bool {
    row.cells().iter().filter(|cell| !cell.is_empty()).count() > 1
}

impl Entry<'_> {
    /// Returns `true` if a cell about the sub-goal is filled in.
    const fn says_more(&self) -> bool {
        self.kind.is_some()
            || self.set_on.is_some()
            || self.evaluate_by.is_some()
            || self.ends_on.is_some()
            || self.status.is_some()
            || self.result.is_some()
            || self.evaluated_on.is_some()
            || self.closed_on.is_some()
            || self.involved.is_some()
    }
}

/// The spellings of the texts of a column.
#[derive(Default)]
struct Spelled<'e> {
    /// The first of the texts that are almost the same, with its line.
    first: Keyed<str, (&'e str, usize)>,
    told: KeySet<str>,
}

impl<'e> Spelled<'e> {
    /// The line of the first spelling of the text, if this spelling differs and is new.
    fn otherwise(&mut self, text: &'e str, line: usize) -> Option<usize> {
        // A spreadsheet drops the zeros before a number.
        let key = folded(text);
        let key = match key.trim_start_matches('0') {
            number if !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit()) => number,
            _ => &key,
        };
        let (other, first) = self.first.first(key, (text, line));
        (other != text && self.told.insert(text, ())).then_some(first)
    }
}

/// Notes texts that are almost the same, and rows that are the same.
fn note_duplicates(entries: &[(usize, Entry<'_>)], notes: &mut Vec<Note>) {
    let mut departments = Spelled::default();
    let mut citizens = Spelled::default();
    let rows = firsts(entries, |(_, entry)| entry);
    for ((line, entry), first) in entries.iter().zip(rows) {
        let fields = [
            (SubGoalField::Department, &entry.department, &mut departments),
            (SubGoalField::Citizen, &entry.citizen, &mut citizens),
        ];
        for (field, text, spelled) in fields {
            if let Some(first) = spelled.otherwise(text, *line) {
                notes.push(SubGoalNote::SpelledOtherwise { field, line: *line, first }.into());
            }
        }
        let first = entries.get(first).map_or(*line, |(first, _)| *first);
        if !entry.sub_goal.is_empty() && first != *line {
            notes.push(SubGoalNote::SameRow { line: *line, first }.into());
        }
    }
}
