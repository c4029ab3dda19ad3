//! What the marks mean, for those that are in the picture.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Result;

use super::draw::{self, Anchor, FEW_CROSSINGS, INK, SOFT, Stroke};
use super::marks;
use super::style::Style;
use super::text::Font;
use super::view::{Absent, Mark, View};
use super::words;
use crate::Lang;
use crate::chart::{Chart, ChartPhase};
use crate::text::Bilingual;

/// A mark of the picture.
#[derive(Debug, Clone, Copy)]
pub(super) enum Sample {
    Mark(Mark),
    Absent(Absent),
    FewCrossings,
    Continued,
    /// The line of a series among several.
    Series(Style),
    /// A centre line among several series.
    Centre,
}

/// The marks and their meanings, row by row.
#[derive(Debug, Default)]
pub(super) struct Legend {
    items: Vec<Item>,
    height: f64,
}

#[derive(Debug)]
struct Item {
    x: f64,
    y: f64,
    sample: Sample,
    lines: Vec<String>,
}

/// The distance between two items, and from one row to the next: the largest mark is 18 pixels high.
const BETWEEN: f64 = 18.0;
const ROW: f64 = 20.0;

impl Sample {
    /// The room that it takes.
    const fn width(self) -> f64 {
        match self {
            Self::Mark(_) | Self::Absent(_) => 22.0,
            Self::FewCrossings | Self::Continued | Self::Series(_) | Self::Centre => 34.0,
        }
    }
}

impl Legend {
    pub(super) fn of_chart(chart: &Chart, view: &View, lang: Lang, width: f64) -> Self {
        Self::new(items(chart, view, lang), width)
    }

    /// Puts items next to each other while there is room; one that is wider than a row takes up to three lines.
    pub(super) fn new(items: Vec<(Sample, String)>, width: f64) -> Self {
        let mut legend = Self::default();
        let (mut x, mut y, mut of_row) = (0.0, 0.0, 0.0);
        for (sample, words) in items {
            let lines = Font::LABEL.wrap(&words, width - sample.width(), 3);
            let widest = lines.iter().map(|line| Font::LABEL.width(line)).fold(0.0, f64::max);
            let of_item = sample.width() + widest;
            if x > 0.0 && x + of_item > width {
                (x, y) = (0.0, y + of_row);
                of_row = 0.0;
            }
            let more = lines.iter().skip(1).map(|_| Font::LABEL.line()).sum::<f64>();
            of_row = f64::max(of_row, ROW + more);
            legend.items.push(Item { x, y, sample, lines });
            x += of_item + BETWEEN;
        }
        if !legend.items.is_empty() {
            legend.height = y + of_row + 6.0;
        }
        legend
    }

    pub(super) const fn height(&self) -> f64 {
        self.height
    }

    pub(super) fn draw(&self, (left, top): (f64, f64), out: &mut String) -> Result {
        for Item { x, y, sample, lines } in &self.items {
            let (x, mut y) = (left + x, top + y + 6.0 + Font::LABEL.size);
            let (at, from, to) = ((x + 9.0, y - 4.0), (x, y - 4.0), (x + 26.0, y - 4.0));
            match sample {
                Sample::Mark(mark) => marks::drawn(out, *mark, at, 4.0)?,
                Sample::Absent(absent) => marks::absent_sample(out, *absent, at)?,
                Sample::FewCrossings => draw::line(out, from, to, Stroke::solid(FEW_CROSSINGS, 3.0))?,
                Sample::Continued => {
                    draw::line(out, from, to, Stroke { colour: INK, width: 1.6, dashes: "7 4" })?;
                }
                Sample::Series(style) => {
                    draw::line(out, from, to, style.line())?;
                    style.mark(out, (x + 13.0, y - 4.0), 4.0)?;
                }
                Sample::Centre => draw::line(out, from, to, Stroke::solid(SOFT, 0.9))?,
            }
            for line in lines {
                draw::text(out, (x + sample.width(), y), Font::LABEL, SOFT, Anchor::Start, line)?;
                y += Font::LABEL.line();
            }
        }
        Ok(())
    }
}

fn items(chart: &Chart, view: &View, lang: Lang) -> Vec<(Sample, String)> {
    let mut items = Vec::new();
    let mut add = |is_there: bool, sample: Sample, words: Bilingual, more: Option<String>| {
        if is_there {
            let mut words = String::from(words.in_lang(lang));
            words.extend(more);
            items.push((sample, words));
        }
    };
    let phases = chart.phases();
    let (most, least) = (
        Bilingual::new("højst", "at most").in_lang(lang),
        Bilingual::new("mindst", "at least").in_lang(lang),
    );
    let counted = |counted: Option<usize>, word: &str, limit: Option<usize>| {
        let (counted, limit) = counted.zip(limit)?;
        // With several phases there would be several numbers.
        (phases.len() == 1).then(|| {
            format!(" ({counted}, {} {word} {limit})", Bilingual::new("ventet", "expected").in_lang(lang))
        })
    };
    let runs = phases.first().map(ChartPhase::runs);
    let run =
        runs.and_then(|runs| counted(runs.longest_run().map(|run| run.length), most, runs.longest_run_max()));
    let few = runs.and_then(|runs| counted(runs.crossings(), least, runs.crossings_min()));
    let of = |mark: Mark| view.has(mark);
    add(of(Mark::Beyond), Sample::Mark(Mark::Beyond), words::BEYOND, None);
    add(of(Mark::LongRun), Sample::Mark(Mark::LongRun), words::LONG_RUN, run);
    add(of(Mark::Both), Sample::Mark(Mark::Both), words::BOTH, None);
    add(phases.iter().any(ChartPhase::has_few_crossings), Sample::FewCrossings, words::FEW_CROSSINGS, few);
    let continued = view.dots.iter().any(|dot| !dot.in_baseline && dot.lines.centre().is_some());
    add(continued, Sample::Continued, words::CONTINUED, None);
    add(of(Mark::Excluded), Sample::Mark(Mark::Excluded), words::EXCLUDED, None);
    for absent in [Absent::Missing, Absent::NoResult] {
        let is_there = view.dots.iter().any(|dot| dot.absent == Some(absent));
        add(is_there, Sample::Absent(absent), words::absent(absent), None);
    }
    for below in words::bounds(view) {
        let more = below.map(|below| format!(" ({})", words::below(below, lang)));
        let absent = Absent::Suppressed { below: below.filter(|_| chart.shows_counts()) };
        add(true, Sample::Absent(absent), words::absent(absent), more);
    }
    items
}
