//! Which way is better, and what is to be reached.

use alloc::string::ToString as _;
use alloc::vec::Vec;

use super::cell::{Cell, Row};
use super::columns::Figure;
use super::note::Note;
use super::number::{bound, is_missing, is_small, percent, suppressed, whole};
use super::reason::Reason;
use super::refusal::Refusal;
use super::remedy::Remedy;
use super::rows::{Entry, Read, Rows, Written};
use super::unit;
use super::vocabulary::{Column, folded};
use crate::figure::{Decimal, Direction, Unit};

/// A target of one row.
#[derive(Debug, Clone, Copy)]
pub(super) struct Aimed {
    pub(super) line: usize,
    value: Decimal,
    percent: bool,
    direction: Option<Direction>,
}

impl Aimed {
    pub(super) const fn value(&self) -> Decimal {
        self.value
    }
}

const BOTH: [Direction; 2] = [Direction::AtLeast, Direction::AtMost];

impl Rows<'_> {
    /// Which way is better: as the caller chose, as a column says, or as the targets say.
    pub(super) fn direction(
        &mut self,
        rows: &[&Row],
        targets: &[Aimed],
        notes: &mut Vec<Note>,
    ) -> Option<Direction> {
        let at = self.columns.other(Column::Direction);
        let mut said: Option<(Direction, Option<usize>)> = self.choice.better.map(|better| (better, None));
        match (at, said) {
            (Some(at), Some(_)) => {
                notes.push(Note::DirectionNotRead { heading: self.headings.text(at).into() });
            }
            (Some(at), None) => {
                for row in rows {
                    let cell = row.text(at);
                    match (direction(&cell), said) {
                        _ if cell.is_empty() => {}
                        (None, _) => {
                            let reason = Reason::NotADirection { said: cell.to_string() };
                            let refusal =
                                Refusal::of_column(row.line, at, self.headings.text(at).into(), reason);
                            self.refusals
                                .push(refusal.or(BOTH.map(|direction| Remedy::Better { direction })));
                            return None;
                        }
                        (Some(direction), None) => said = Some((direction, Some(row.line))),
                        (Some(direction), Some((first, line))) if direction != first => {
                            self.refuse(row.line, at, Reason::OtherDirection { line });
                            return None;
                        }
                        _ => {}
                    }
                }
            }
            (None, _) => {}
        }
        let at = self.columns.other(Column::Target).unwrap_or_default();
        for target in targets {
            match (target.direction, said) {
                (Some(direction), None) => said = Some((direction, Some(target.line))),
                (Some(direction), Some((first, line))) if direction != first => {
                    self.refuse(target.line, at, Reason::OtherDirection { line });
                    return None;
                }
                _ => {}
            }
        }
        if said.is_none() {
            let remedies = BOTH.map(|direction| Remedy::Better { direction });
            self.refusals.push(Refusal::of_line(self.headings.line, Reason::NoDirection).or(remedies));
        }
        said.map(|(direction, _)| direction)
    }

    /// The targets of a column, by row.
    pub(super) fn targets(&mut self, rows: &[&Row], written: Option<Written>) -> Vec<Aimed> {
        let Some(Written { at, signs }) = written else { return Vec::new() };
        let way = unit::way(&self.headings.text(at));
        let mut targets = Vec::new();
        for row in rows {
            let line = row.line;
            match row.cells.get(at) {
                Some(Cell::Number(value)) => {
                    targets.push(Aimed { line, value: *value, percent: false, direction: way });
                }
                Some(Cell::Text(said)) if !is_missing(said) => {
                    let (direction, figure) = bound(said);
                    let is_percent = percent(figure).is_some();
                    match signs.decimal(percent(figure).unwrap_or(figure)) {
                        Ok(_) if direction.is_some() && way.is_some() && direction != way => {
                            let line_of_heading = Some(self.headings.line);
                            self.refuse(line, at, Reason::OtherDirection { line: line_of_heading });
                        }
                        Ok(value) => {
                            let direction = direction.or(way);
                            targets.push(Aimed { line, value, percent: is_percent, direction });
                        }
                        Err(_) if suppressed(said).is_some() => {
                            self.refuse(line, at, Reason::StrictTarget { said: said.clone() });
                        }
                        Err(Reason::NotANumber { .. }) => {
                            self.refuse(line, at, Reason::NotATarget { said: said.clone() });
                        }
                        Err(reason) => self.refuse(line, at, reason),
                    }
                }
                Some(Cell::Percent(value)) => {
                    targets.push(Aimed { line, value: *value, percent: true, direction: way });
                }
                Some(Cell::Day(day)) => {
                    self.refuse(line, at, Reason::NotATarget { said: day.to_string() });
                }
                _ => {}
            }
        }
        targets
    }

    /// A target with a percent sign requires figures in percent. Beside such figures, 0.9 without a sign can be 0.9 % and
    /// 90 %.
    pub(super) fn targets_fit(&mut self, targets: &[Aimed], unit: &Unit, entries: &[Entry<'_>]) {
        let at = self.columns.other(Column::Target).unwrap_or_default();
        let bare = || targets.iter().filter(|target| !target.percent);
        let is_said = bare().any(|target| target.value > Decimal::from(1))
            || unit::said(&self.headings.text(at)).unit == Some(Unit::Percent);
        let doubtful = bare().find(|target| is_small(target.value));
        let are_above_one = || entries.iter().any(|entry| is_above_one_percent(entry.figure));
        if let Some(Aimed { line, value, .. }) = doubtful
            && *unit == Unit::Percent
            && !is_said
            && are_above_one()
        {
            self.refuse(*line, at, Reason::ShareOrPercent { value: *value });
        }
        let chosen = self.choice.target.filter(|target| !target.percent);
        if let Some(target) = chosen.filter(|target| is_small(target.value))
            && *unit == Unit::Percent
            && are_above_one()
        {
            let reason = Reason::ShareOrPercent { value: target.value };
            self.refusals.push(Refusal::of_line(self.headings.line, reason));
        }
        if self.are_shares_of_one(entries) {
            let is_too_high = |value: &Decimal| *value > Decimal::from(1);
            if let Some(Aimed { line, value, .. }) = bare().find(|target| is_too_high(&target.value)) {
                self.refuse(*line, at, Reason::TargetAboveOne { value: *value });
            } else if let Some(value) = chosen.map(|target| target.value).filter(is_too_high) {
                let reason = Reason::TargetAboveOne { value };
                self.refusals.push(Refusal::of_line(self.headings.line, reason));
            }
        }
        let wrong = targets.iter().find(|target| target.percent && *unit != Unit::Percent);
        if let Some(target) = wrong {
            self.refuse(target.line, at, Reason::TargetInPercent);
        }
        if self.choice.target.is_some_and(|target| target.percent) && *unit != Unit::Percent {
            self.refusals.push(Refusal::of_line(self.headings.line, Reason::TargetInPercent));
        }
    }
}

impl Rows<'_> {
    /// Whether the heading says that the figures are shares, and all of them are from 0 to 1.
    fn are_shares_of_one(&self, entries: &[Entry<'_>]) -> bool {
        let Some(Figure::Value { at }) = self.columns.figure else { return false };
        let mut values = entries.iter().filter_map(|entry| match entry.figure {
            Read::Value(value) => Some(value),
            _ => None,
        });
        let mut has_decimals = false;
        unit::is_share(&self.headings.text(at))
            && values.all(|value| {
                has_decimals |= whole(value).is_none();
                (Decimal::ZERO..=Decimal::from(1)).contains(&value)
            })
            && has_decimals
    }
}

fn is_above_one_percent(figure: Read) -> bool {
    match figure {
        Read::Value(value) => value > Decimal::from(1),
        Read::Ratio(part, of) => {
            let hundredfold = part.checked_mul(100).and_then(|parts| i64::try_from(parts).ok());
            hundredfold.and_then(|parts| Decimal::new(parts, 0).ok()).is_none_or(|parts| parts > of)
        }
        Read::Missing | Read::Below(_) => false,
    }
}

fn direction(cell: &str) -> Option<Direction> {
    match folded(cell).as_str() {
        "increase" | "increasing" | "higher" | "up" | "high" | "hoejere" | "op" | "stigende" | "mindst"
        | "at least" | "≥" | ">=" | "flere" | "mere" => Some(Direction::AtLeast),
        "decrease" | "decreasing" | "lower" | "down" | "low" | "lavere" | "ned" | "faldende" | "hoejst"
        | "at most" | "≤" | "<=" | "faerre" | "mindre" => Some(Direction::AtMost),
        _ => None,
    }
}
