//! What is drawn above the points: the phases with their labels, and what happened along the way.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Result, Write};

use super::draw::{self, Anchor, FEW_CROSSINGS, INK, LIMIT, SOFT, Stroke};
use super::number::Px;
use super::picture::Scene;
use super::text::{Font, cleaned};
use super::time_axis::{TimeAxis, place};
use super::view::View;
use super::words;
use crate::Lang;
use crate::chart::{Chart, ChartNote, ChartPhase, NoteKind, Place};
use crate::date::Period;
use crate::sorted::sort_by;
use crate::text::Bilingual;

/// Something that happened, as it is noted.
#[derive(Debug)]
pub(super) struct Noted {
    pub(super) number: usize,
    pub(super) kind: NoteKind,
    pub(super) words: String,
    day: f64,
}

impl Noted {
    /// In the order of time; annotations of the same time in the order of their texts.
    pub(super) fn all(chart: &Chart, view: &View, lang: Lang) -> Vec<Self> {
        let mut in_order: Vec<&ChartNote> = chart.data().notes.iter().collect();
        sort_by(&mut in_order, |one, other| {
            let time = (one.at, one.kind).cmp(&(other.at, other.kind));
            time.then_with(|| one.text.cmp(&other.text))
        });
        let noted = (1_usize..).zip(in_order).filter_map(|(nth, one)| {
            let (first, last) = match one.at {
                Place::Point(point) => view.dots.get(point)?.slot,
                at => chart.data().reach(at).map(|(first, last)| (place(first), place(last) + 1.0))?,
            };
            let day = match one.kind {
                // They hold from their first day.
                NoteKind::Action | NoteKind::NewWayOfMeasuring => first,
                NoteKind::Cycle | NoteKind::Event => f64::midpoint(first, last),
            };
            let mut words = match one.at {
                Place::Point(point) => format!("{}", chart.time(point, lang)),
                Place::Day(day) => format!("{}", Period { start: day, end: day }.in_lang(lang)),
                Place::On(date) => format!("{}", date.in_lang(lang)),
            };
            let _ = write!(words, ": {}", one.kind.label().in_lang(lang));
            let text = one.text.as_ref().map(|text| cleaned(text.as_str())).unwrap_or_default();
            if !text.is_empty() {
                words.push_str(". ");
                words.push_str(&text);
            }
            Some(Self { number: nth, kind: one.kind, words, day })
        });
        noted.collect()
    }

    /// The days of the picture, with the day of the annotation if it is at most an eighth beyond the points.
    pub(super) fn widen(&self, span: (f64, f64), points: Option<(f64, f64)>) -> (f64, f64) {
        let Some((first, last)) = points else { return span };
        let more = (last - first) / 8.0;
        if (first - more..=last + more).contains(&self.day) {
            (span.0.min(self.day), span.1.max(self.day))
        } else {
            span
        }
    }
}

/// The bands above the points.
#[derive(Debug, Default)]
pub(super) struct Bands {
    phases: Vec<Labelled>,
    lines: f64,
    markers: Vec<Marker>,
    rows: usize,
    long_labels: Vec<String>,
}

/// A phase: where it begins, and what is written above it.
#[derive(Debug)]
struct Labelled {
    left: f64,
    lines: Vec<String>,
    /// Its centre line, if there are several phases.
    centre: Option<String>,
    has_few_crossings: bool,
}

/// An annotation within the picture; without a row it has only its line.
#[derive(Debug)]
struct Marker {
    x: f64,
    row: Option<usize>,
    number: usize,
    kind: NoteKind,
}

/// The height of a row of markers, and half the width of a marker.
const ROW: f64 = 22.0;
const HALF: f64 = 9.5;

impl Bands {
    pub(super) fn new(
        chart: &Chart,
        view: &View,
        time: &TimeAxis,
        noted: &[Noted],
        lang: Lang,
        most: usize,
    ) -> Self {
        let mut bands = Self::default();
        bands.label(chart, view, time, lang, most);
        let mut free = alloc::vec![f64::NEG_INFINITY; most.saturating_add(1)];
        for one in noted.iter().filter(|one| view.span.is_some() && time.holds(one.day)) {
            let x = time.at(one.day);
            let row = free.iter().position(|free| *free <= x - HALF);
            if let Some(end) = row.and_then(|row| free.get_mut(row)) {
                *end = x + HALF + 2.0;
            }
            bands.rows = bands.rows.max(row.map_or(0, |row| row.saturating_add(1)));
            bands.markers.push(Marker { x, row, number: one.number, kind: one.kind });
        }
        bands
    }

    fn label(&mut self, chart: &Chart, view: &View, time: &TimeAxis, lang: Lang, most: usize) {
        let phases = chart.phases().len();
        let label = |phase: usize| {
            let label = chart.phase_data(phase).and_then(|data| data.label.as_ref());
            label.map(|label| cleaned(label.as_str())).filter(|label| !label.is_empty())
        };
        if phases < 2 && label(0).is_none() {
            return;
        }
        for phase in 0..phases {
            let dots = || view.phase(phase);
            let Some((first, last)) = dots().next().zip(dots().last()) else { continue };
            let (left, right) = (time.at(first.reach.0), time.at(last.reach.1));
            let room = right - left - 8.0;
            let name = format!("{} {}", words::PHASE.in_lang(lang), phase.saturating_add(1));
            let mut lines = label(phase).map_or_else(Vec::new, |label| Font::STRONG.wrap(&label, room, most));
            if lines.last().is_none_or(|line| line.ends_with('…')) {
                if let Some(label) = label(phase) {
                    self.long_labels.push(format!("{name}: {label}"));
                }
                lines.clear();
                let short = [name.clone(), format!("{}", phase.saturating_add(1))];
                lines.extend(short.into_iter().find(|words| Font::STRONG.width(words) <= room));
            }
            let centre = dots().find_map(|dot| dot.lines.centre()).filter(|_| phases > 1);
            let has_few_crossings = chart.phases().get(phase).is_some_and(ChartPhase::has_few_crossings);
            let centre = centre.and_then(|centre| {
                let figure = words::with_unit(chart, centre, lang);
                let name = |name: Bilingual| format!("{} {figure}", name.in_lang(lang));
                let [full, short] = words::centre(chart, phase).map(name);
                let few = format!("{full}, {}", words::FEW.in_lang(lang));
                let few = has_few_crossings.then_some(few);
                few.into_iter().chain([full, short, figure]).find(|words| Font::LABEL.width(words) <= room)
            });
            let rows = lines.iter().map(|_| 1.0).sum::<f64>() + if centre.is_some() { 1.0 } else { 0.0 };
            self.lines = self.lines.max(rows);
            self.phases.push(Labelled { left, lines, centre, has_few_crossings });
        }
    }

    /// The labels that do not fit above their phases.
    pub(super) fn long_labels(&self) -> &[String] {
        &self.long_labels
    }

    pub(super) fn height(&self) -> f64 {
        let phases = if self.phases.is_empty() { 0.0 } else { self.lines * Font::LABEL.line() + 4.0 };
        phases + self.of_rows()
    }

    fn of_rows(&self) -> f64 {
        crate::chart::statistics::float(self.rows) * ROW
    }

    pub(super) fn draw(&self, scene: &Scene<'_>, out: &mut String) -> Result {
        let top = scene.axes.frame.top - 6.0 - self.height();
        for (n, phase) in self.phases.iter().enumerate() {
            if n > 0 {
                let to = (phase.left, scene.axes.frame.bottom);
                draw::line(out, (phase.left, top), to, Stroke::solid(LIMIT, 1.2))?;
            }
            let mut y = top + Font::LABEL.size;
            for line in &phase.lines {
                draw::text(out, (phase.left + 4.0, y), Font::STRONG, INK, Anchor::Start, line)?;
                y += Font::LABEL.line();
            }
            if let Some(centre) = &phase.centre {
                let fill = if phase.has_few_crossings { FEW_CROSSINGS } else { SOFT };
                draw::text(out, (phase.left + 4.0, y), Font::LABEL, fill, Anchor::Start, centre)?;
            }
        }
        let first = scene.axes.frame.top - 4.0 - self.of_rows();
        for marker in &self.markers {
            let is_break = marker.kind == NoteKind::NewWayOfMeasuring;
            let (width, dashes) = if is_break { (1.6, "6 4") } else { (0.9, "2 3") };
            let row = marker.row.map_or(0.0, crate::chart::statistics::float);
            let y = first + row * ROW + ROW / 2.0;
            let from = if marker.row.is_some() { y } else { scene.axes.frame.top };
            let to = (marker.x, scene.axes.frame.bottom);
            draw::line(out, (marker.x, from), to, Stroke { colour: LIMIT, width, dashes })?;
        }
        for marker in &self.markers {
            let Some(row) = marker.row else { continue };
            let y = first + crate::chart::statistics::float(row) * ROW + ROW / 2.0;
            sign(out, marker.kind, (marker.x, y), marker.number)?;
        }
        Ok(())
    }
}

/// The sign of an annotation, with its number: a circle for a PDSA cycle, a shield for an action, a square for a
/// new way of measuring, a diamond for anything else.
pub(super) fn sign(out: &mut String, kind: NoteKind, (x, y): (f64, f64), number: usize) -> Result {
    let places: &[(f64, f64)] = match kind {
        NoteKind::Cycle => &[],
        NoteKind::Action => &[(-8.5, -8.5), (8.5, -8.5), (8.5, 3.0), (0.0, 10.5), (-8.5, 3.0)],
        NoteKind::NewWayOfMeasuring => &[(-7.5, -7.5), (7.5, -7.5), (7.5, 7.5), (-7.5, 7.5)],
        NoteKind::Event => &[(0.0, -10.5), (10.5, 0.0), (0.0, 10.5), (-10.5, 0.0)],
    };
    if places.is_empty() {
        write!(out, r#"<circle cx="{}" cy="{}" r="8.5""#, Px(x), Px(y))?;
    } else {
        out.write_str(r#"<path d=""#)?;
        for (n, (right, down)) in places.iter().enumerate() {
            write!(out, "{}{} {}", if n == 0 { 'M' } else { 'L' }, Px(x + right), Px(y + down))?;
        }
        out.write_str(r#"Z""#)?;
    }
    writeln!(out, r##" fill="#fff" stroke="{INK}" stroke-width="1.4"/>"##)?;
    let down = if kind == NoteKind::Action { 2.2 } else { 3.6 };
    draw::text(out, (x, y + down), Font::NUMBER, INK, Anchor::Middle, &format!("{number}"))
}
