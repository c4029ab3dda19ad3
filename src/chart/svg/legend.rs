//! What the marks mean, for those that stand in the picture.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Result;

use super::draw::{self, Anchor, FEW_CROSSINGS, INK, SOFT, Stroke};
use super::marks;
use super::text::Font;
use super::view::{Mark, View};
use super::words;
use crate::Lang;
use crate::chart::{Chart, ChartPart};
use crate::text::Bilingual;

/// A mark of the picture.
#[derive(Debug, Clone, Copy)]
enum Sample {
    Mark(Mark),
    Missing,
    FewCrossings,
    Continued,
}

/// The marks and their meanings, row by row.
#[derive(Debug, Default)]
pub(super) struct Legend {
    items: Vec<(f64, f64, Sample, String)>,
    height: f64,
}

/// The room between two items.
const BETWEEN: f64 = 18.0;

impl Sample {
    /// The room that it takes.
    const fn width(self) -> f64 {
        match self {
            Self::Mark(_) | Self::Missing => 20.0,
            Self::FewCrossings | Self::Continued => 32.0,
        }
    }
}

impl Legend {
    pub(super) fn new(chart: &Chart, view: &View, lang: Lang, width: f64) -> Self {
        let mut legend = Self::default();
        let (mut x, mut y) = (0.0, 0.0);
        for (sample, words) in items(chart, view, lang) {
            let words = Font::LABEL.fit(&words, width - sample.width());
            let of_item = sample.width() + Font::LABEL.width(&words);
            if x > 0.0 && x + of_item > width {
                x = 0.0;
                y += Font::LABEL.line() + 2.0;
            }
            legend.items.push((x, y, sample, words));
            x += of_item + BETWEEN;
        }
        if !legend.items.is_empty() {
            legend.height = y + Font::LABEL.line() + 8.0;
        }
        legend
    }

    pub(super) const fn height(&self) -> f64 {
        self.height
    }

    pub(super) fn draw(&self, (left, top): (f64, f64), out: &mut String) -> Result {
        for (x, y, sample, words) in &self.items {
            let (x, y) = (left + x, top + y + 6.0 + Font::LABEL.size);
            let (at, ends) = ((x + 8.0, y - 4.0), ((x, y - 4.0), (x + 26.0, y - 4.0)));
            match sample {
                Sample::Mark(mark) => marks::drawn(out, *mark, at, 4.0)?,
                Sample::Missing => {
                    draw::line(out, (x, y - 4.0), (x + 16.0, y - 4.0), Stroke::solid(INK, 1.2))?;
                    marks::missing(out, at, 4.0)?;
                }
                Sample::FewCrossings => draw::line(out, ends.0, ends.1, Stroke::solid(FEW_CROSSINGS, 3.0))?,
                Sample::Continued => {
                    draw::line(out, ends.0, ends.1, Stroke { colour: INK, width: 1.6, dashes: "7 4" })?;
                }
            }
            draw::text(out, (x + sample.width(), y), Font::LABEL, SOFT, Anchor::Start, words)?;
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
    let parts = chart.parts();
    let (most, least) = (
        Bilingual::new("højst", "at most").in_lang(lang),
        Bilingual::new("mindst", "at least").in_lang(lang),
    );
    let counted = |counted: Option<usize>, word: &str, limit: Option<usize>| {
        let (counted, limit) = counted.zip(limit)?;
        // With several phases there would be several numbers.
        (parts.len() == 1).then(|| {
            format!(" ({counted}, {} {word} {limit})", Bilingual::new("ventet", "expected").in_lang(lang))
        })
    };
    let runs = parts.first().map(ChartPart::runs);
    let run =
        runs.and_then(|runs| counted(runs.longest_run().map(|run| run.length), most, runs.longest_run_max()));
    let few = runs.and_then(|runs| counted(runs.crossings(), least, runs.crossings_min()));
    let of = |mark: Mark| view.has(mark);
    add(of(Mark::Beyond), Sample::Mark(Mark::Beyond), words::BEYOND, None);
    add(of(Mark::LongRun), Sample::Mark(Mark::LongRun), words::LONG_RUN, run);
    add(of(Mark::Both), Sample::Mark(Mark::Both), words::BOTH, None);
    add(parts.iter().any(ChartPart::has_few_crossings), Sample::FewCrossings, words::FEW_CROSSINGS, few);
    let continued = view.dots.iter().any(|dot| !dot.in_baseline && dot.lines.centre().is_some());
    add(continued, Sample::Continued, words::CONTINUED, None);
    add(of(Mark::Excluded), Sample::Mark(Mark::Excluded), words::EXCLUDED, None);
    add(view.dots.iter().any(|dot| dot.is_missing), Sample::Missing, words::MEASURED_NOTHING, None);
    items
}
