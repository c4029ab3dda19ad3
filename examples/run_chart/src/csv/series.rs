//! From rows to a series.

use std::collections::BTreeMap;

use kvalitetsmodel::chart::ChartKind;
use kvalitetsmodel::date::Period;
use kvalitetsmodel::figure::{Decimal, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::model::Indicator;
use kvalitetsmodel::series::{Annotation, Exclusion, MeasurementSeries, Occasion, Phase, TargetLine};
use kvalitetsmodel::text::Text;
use uuid::Uuid;

use super::Asked;
use super::headings::{Columns, Figure, exposure, is_of_subgroups, other};
use super::number::{DecimalSign, is_missing, percent, whole};
use super::period::{self, Time};
use super::refusal::{Because, Note, Refusal};
use super::table::{Row, Table};

/// What one row says.
struct Entry<'a> {
    line: usize,
    time: Time,
    figure: Option<Read>,
    phase: &'a str,
    is_excluded: bool,
    note: &'a str,
}

#[derive(Clone, Copy)]
enum Read {
    Value(Decimal),
    Ratio(u64, Decimal),
}

pub(super) fn read(
    table: &Table,
    columns: &Columns,
    asked: &Asked<'_>,
    notes: &mut Vec<Note>,
) -> Result<MeasurementSeries, Vec<Refusal>> {
    let mut refusals = Vec::new();
    let percent = is_in_percent(table, columns, &mut refusals);
    let rows = Rows { table, columns, kind: asked.kind, sign: decimal_sign(table, columns), percent };
    let mut entries: Vec<Entry<'_>> = Vec::new();
    for row in &table.rows {
        entries.extend(rows.entry(row, &mut refusals, notes));
    }
    if table.rows.is_empty() {
        refusals.push(Refusal::of_line(table.heading.line, Because::NoRows));
    }
    same_times(&entries, asked.kind, &mut refusals);
    refusals.sort_by_key(|refusal| refusal.line);
    if !refusals.is_empty() {
        return Err(refusals);
    }
    let kind = rows.kind(&entries, asked.kind);
    let mut read = series(entries, asked, &kind, notes);
    if let Some(target) = asked.target {
        let unit = kind.unit();
        if target.percent && unit != Unit::Percent {
            return Err(vec![Refusal::of_line(table.heading.line, Because::TargetInPercent)]);
        }
        read.targets.push(TargetLine { from: None, value: target.value, unit, target_figure: None });
    }
    Ok(read)
}

/// Rows of one time: a subgroup, several events, or a mistake.
fn same_times(entries: &[Entry<'_>], kind: ChartKind, refusals: &mut Vec<Refusal>) {
    let mut first_of: BTreeMap<Period, &Entry<'_>> = BTreeMap::new();
    for entry in entries {
        let first = *first_of.entry(entry.time.period).or_insert(entry);
        if first.line == entry.line {
            continue;
        }
        let line = first.line;
        let mut refuse = |because| refusals.push(Refusal::of_line(entry.line, because));
        if !is_of_subgroups(kind) && !matches!(kind, ChartKind::G | ChartKind::T) {
            refuse(Because::SameTime { line });
            continue;
        }
        if !entry.phase.is_empty() && !first.phase.is_empty() && entry.phase != first.phase {
            refuse(Because::OtherPhase { line });
        }
        if is_of_subgroups(kind) && entry.is_excluded != first.is_excluded {
            refuse(Because::OtherExclusion { line });
        }
    }
}

/// Do the cells of the value say percent? If one does, all must, unless the heading does.
fn is_in_percent(table: &Table, columns: &Columns, refusals: &mut Vec<Refusal>) -> bool {
    let Figure::Value { at, unit } = &columns.figure else { return false };
    let cells = || {
        let cells = table.rows.iter().filter_map(|row| Some((row.line, row.cells.get(*at)?)));
        cells.filter(|(_, cell)| !is_missing(cell))
    };
    let Some((with, _)) = cells().find(|(_, cell)| percent(cell).is_some()) else { return false };
    if *unit != Some(Unit::Percent)
        && let Some((line, said)) = cells().find(|(_, cell)| percent(cell).is_none())
    {
        let heading = table.heading.cells.get(*at).cloned().unwrap_or_default();
        let because = Because::NoPercent { said: said.clone(), line: with };
        refusals.push(Refusal { line, column: Some((at.saturating_add(1), heading)), because });
    }
    true
}

fn decimal_sign(table: &Table, columns: &Columns) -> DecimalSign {
    let (one, other) = match columns.figure {
        Figure::Value { at, .. } => (at, at),
        Figure::Ratio { part, whole } => (part, whole),
    };
    let cells = table.rows.iter().flat_map(|row| {
        let cells = [row.cells.get(one), row.cells.get(other)];
        cells.into_iter().flatten().map(|cell| (row.line, percent(cell).unwrap_or(cell)))
    });
    DecimalSign::of(table.separator, cells)
}

struct Rows<'a> {
    table: &'a Table,
    columns: &'a Columns,
    kind: ChartKind,
    sign: DecimalSign,
    /// Do the cells of the value say so?
    percent: bool,
}

impl<'a> Rows<'a> {
    fn entry(&self, row: &'a Row, refusals: &mut Vec<Refusal>, notes: &mut Vec<Note>) -> Option<Entry<'a>> {
        let columns = self.columns;
        let headings = self.table.heading.cells.len();
        let more = row.cells.iter().skip(headings).any(|cell| !cell.is_empty());
        let last_needed = match columns.figure {
            Figure::Value { at, .. } => columns.when.max(at),
            Figure::Ratio { part, whole } => columns.when.max(part).max(whole),
        };
        if more || row.cells.len() <= last_needed {
            let cells = row.cells.len();
            refusals.push(Refusal::of_line(row.line, Because::CellsAmiss { cells, headings }));
            return None;
        }
        let cell = |at: Option<usize>| at.and_then(|at| row.cells.get(at)).map_or("", String::as_str);
        let mut refuse = |at: usize, because| {
            let heading = self.table.heading.cells.get(at).cloned().unwrap_or_default();
            refusals.push(Refusal { line: row.line, column: Some((at.saturating_add(1), heading)), because });
        };

        let when = cell(Some(columns.when));
        let time = period::read(when);
        match time {
            Some(_) => {}
            None if when.is_empty() => refuse(columns.when, Because::NoTime),
            None if period::has_time_of_day(when) => {
                refuse(columns.when, Because::TimeOfDay { said: when.to_owned() });
            }
            None => refuse(columns.when, Because::NotATime { said: when.to_owned() }),
        }
        let figure = match columns.figure {
            Figure::Value { at, .. } if is_missing(cell(Some(at))) => None,
            Figure::Value { at, .. } => {
                let said = cell(Some(at));
                let figure = self.sign.decimal(percent(said).unwrap_or(said));
                figure.map(Read::Value).map_err(|because| refuse(at, because)).ok()
            }
            Figure::Ratio { part, whole } => {
                let said = [part, whole].map(|at| cell(Some(at)));
                let mut of = self.sign.decimal(said[1]);
                if matches!(self.kind, ChartKind::P | ChartKind::PPrime) {
                    of = self.sign.count(said[1]).and(of);
                }
                let number = self.sign.count(said[0]);
                let mut read = |at, because: Option<Because>, said| match because {
                    Some(because) if !is_missing(said) => refuse(at, because),
                    _ => {}
                };
                read(part, number.clone().err(), said[0]);
                read(whole, of.clone().err(), said[1]);
                if is_missing(said[0]) != is_missing(said[1]) {
                    notes.push(Note::HalfAFigure { line: row.line });
                }
                number.ok().zip(of.ok()).map(|(number, of)| Read::Ratio(number, of))
            }
        };
        let excluded = cell(columns.excluded);
        let is_excluded = match excluded.to_lowercase().as_str() {
            "ja" | "yes" | "x" | "1" | "true" | "sand" => true,
            "" | "nej" | "no" | "0" | "false" | "falsk" => false,
            _ => {
                let said = excluded.to_owned();
                refuse(columns.excluded.unwrap_or_default(), Because::NotYesOrNo { said });
                false
            }
        };
        Some(Entry {
            line: row.line,
            time: time?,
            figure,
            phase: cell(columns.phase),
            is_excluded,
            note: cell(columns.note),
        })
    }

    /// What the figures are, all of them.
    fn kind(&self, entries: &[Entry<'_>], chart: ChartKind) -> Kind {
        let heading = |at: usize| self.table.heading.cells.get(at).map_or("", String::as_str);
        match &self.columns.figure {
            Figure::Value { at, unit } => {
                let are_counts = entries.iter().filter_map(|entry| entry.figure).all(|figure| match figure {
                    Read::Value(value) => whole(value).is_some(),
                    Read::Ratio(..) => false,
                });
                let unit = if self.percent { Some(Unit::Percent) } else { unit.clone() };
                match unit {
                    _ if is_of_subgroups(chart) => {
                        Kind::Subgroup(unit.unwrap_or_else(|| other(heading(*at))))
                    }
                    None if are_counts => Kind::Count,
                    unit => Kind::Value(unit.unwrap_or_else(|| other(heading(*at)))),
                }
            }
            Figure::Ratio { whole: at, .. } => {
                let are_shares = entries.iter().filter_map(|entry| entry.figure).all(|figure| match figure {
                    Read::Ratio(part, of) => whole(of).is_some_and(|of| part <= of),
                    Read::Value(_) => false,
                });
                match chart {
                    ChartKind::U | ChartKind::UPrime => Kind::Rate(exposure(heading(*at))),
                    ChartKind::P | ChartKind::PPrime => Kind::Share,
                    _ if are_shares => Kind::Share,
                    _ => Kind::Rate(exposure(heading(*at))),
                }
            }
        }
    }
}

fn series(
    mut entries: Vec<Entry<'_>>,
    asked: &Asked<'_>,
    kind: &Kind,
    told: &mut Vec<Note>,
) -> MeasurementSeries {
    entries.sort_by_key(|entry| (entry.time.period, entry.line));
    let mut series = MeasurementSeries::new(Id::new(uuid(0)), asked.direction);
    series.title = Some(Text::from(asked.title));
    let times: Vec<Time> = entries.iter().map(|entry| entry.time).collect();
    series.interval = period::interval(asked.kind, &times);
    if series.interval.is_none() {
        told.push(Note::NoInterval);
    }
    let indicator = indicator_of(asked.title);
    series.indicator = Some(indicator);
    let mut phase = None;
    for group in
        entries.chunk_by(|one, next| is_of_subgroups(asked.kind) && one.time.period == next.time.period)
    {
        let [first, ..] = group else { continue };
        let id = Id::new(uuid(first.line));
        series.measurements.push(Measurement {
            indicator: Some(indicator),
            period: Some(first.time.period),
            observed: kind.observed(group, told),
            ..Measurement::new(id)
        });
        let notes: Vec<&str> = group.iter().map(|one| one.note).filter(|note| !note.is_empty()).collect();
        let said = (!notes.is_empty()).then(|| Text::from(notes.join("; ")));
        // An empty cell goes on with the phase: many write it where it begins and nowhere else.
        let label = group.iter().map(|one| one.phase).find(|label| !label.is_empty());
        if label.is_some() && label != phase {
            let is_first = series.measurements.len() == 1;
            series.phases.push(Phase {
                from: (!is_first).then_some(first.time.period.start),
                label: label.map(Text::from),
                grounds: said.clone().filter(|_| !is_first),
                ..Phase::default()
            });
            phase = label;
        }
        if first.is_excluded {
            series.exclusions.push(Exclusion { measurement: id, reason: said });
        } else if let (Some(on), Some(_)) = (first.time.as_date(), &said) {
            series.annotations.push(Annotation { on, occasion: Occasion::Event {}, text: said });
        }
    }
    series
}

enum Kind {
    Count,
    Value(Unit),
    Share,
    Rate(Unit),
    Subgroup(Unit),
}

impl Kind {
    /// The unit of a target for it.
    fn unit(&self) -> Unit {
        match self {
            Self::Count => Unit::Count,
            Self::Share => Unit::Percent,
            Self::Value(unit) | Self::Rate(unit) | Self::Subgroup(unit) => unit.clone(),
        }
    }

    fn observed(&self, group: &[Entry<'_>], notes: &mut Vec<Note>) -> Option<Observed> {
        if let Self::Subgroup(unit) = self {
            let mut values = Vec::new();
            for entry in group {
                match entry.figure {
                    Some(Read::Value(value)) => values.push(value),
                    _ if group.len() > 1 => notes.push(Note::MissingInSubgroup { line: entry.line }),
                    _ => {}
                }
            }
            return (!values.is_empty()).then(|| Observed::of_subgroup(values, unit.clone()));
        }
        let figure = group.first()?.figure?;
        match (self, figure) {
            (Self::Count, Read::Value(value)) => whole(value).map(Observed::of_count),
            (Self::Value(unit), Read::Value(value)) => Some(Observed::of_value(value, unit.clone())),
            (Self::Share, Read::Ratio(part, of)) => whole(of).map(|whole| Observed::of_share(part, whole)),
            (Self::Rate(unit), Read::Ratio(events, exposure)) => {
                Some(Observed::of_rate(events, exposure, unit.clone()))
            }
            _ => None,
        }
    }
}

/// All but the line.
const ID: u128 = 0x4000_8000_0000_0000_0000;

/// The line tells them apart.
fn uuid(line: usize) -> Uuid {
    Uuid::from_u128(ID | line as u128)
}

/// What the table measures: one thing, the same each time it is read (FNV-1a of its name).
fn indicator_of(title: &str) -> Id<Indicator> {
    let hash = title.bytes().fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    Id::from_u128(ID | u128::from(hash) << 80)
}

/// The line that a measurement was read from.
pub(crate) fn line_of(id: Id<Measurement>) -> u128 {
    id.uuid().as_u128() ^ ID
}
