//! What stands at the right ends of the lines: their values and names.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::Result;

use super::draw::{self, Anchor, FEW_CROSSINGS, INK, LIMIT, SOFT, Stroke, TARGET};
use super::lines::Targets;
use super::picture::Scene;
use super::text::Font;
use super::view::View;
use super::words;
use crate::Lang;
use crate::chart::{Chart, ChartPart};
use crate::sorted::sort_by;
use crate::text::Bilingual;

/// The labels, and the room that they take.
#[derive(Debug, Default)]
pub(super) struct Ends {
    labels: Vec<End>,
    width: f64,
}

#[derive(Debug)]
struct End {
    figure: f64,
    words: String,
    font: Font,
    fill: &'static str,
}

/// From the end of a line to its label.
const GAP: f64 = 12.0;

impl Ends {
    pub(super) fn new(chart: &Chart, view: &View, targets: &Targets, lang: Lang, most: f64) -> Self {
        let mut labels: Vec<End> = Vec::new();
        let mut add = |figure: f64, words: [String; 2], font: Font, fill: &'static str| {
            let [full, short] = words;
            let fits = font.width(&full) <= most - GAP;
            let words = if fits { full } else { font.fit(&short, most - GAP) };
            labels.push(End { figure, words, font, fill });
        };
        let named = |figure: f64, names: [Bilingual; 2]| {
            let written = words::figure(chart, figure, lang);
            names.map(|name| format!("{written} {}", name.in_lang(lang)))
        };
        let last = chart.parts().len().saturating_sub(1);
        let lines = || view.part(last).map(|dot| dot.lines);
        if let Some(centre) = lines().filter_map(|lines| lines.centre()).last() {
            let few = chart.latest_part().is_some_and(ChartPart::has_few_crossings);
            let fill = if few { FEW_CROSSINGS } else { INK };
            add(centre, named(centre, words::centre(chart, last)), Font::STRONG, fill);
            if few {
                let words = String::from(words::FEW.in_lang(lang));
                add(centre, [words.clone(), words], Font::LABEL, FEW_CROSSINGS);
            }
        }
        let limits = lines().filter(|lines| lines.upper().or(lines.lower()).is_some()).last();
        let upper = limits.and_then(|lines| lines.upper()).map(|upper| (upper, words::UPPER));
        let lower = limits.and_then(|lines| lines.lower()).map(|lower| (lower, words::LOWER));
        for (limit, names) in [upper, lower].into_iter().flatten() {
            add(limit, named(limit, names), Font::LABEL, SOFT);
        }
        if let Some(held) = targets.last()
            && let Some(at) = held.at
        {
            add(at, [held.label.clone(), held.label.clone()], Font::STRONG, TARGET);
        }
        let widest = labels.iter().map(|end| end.font.width(&end.words)).fold(0.0, f64::max);
        Self { width: if labels.is_empty() { 8.0 } else { widest + GAP }, labels }
    }

    pub(super) const fn width(&self) -> f64 {
        self.width
    }

    pub(super) fn draw(&self, scene: &Scene<'_>, out: &mut String) -> Result {
        let mut ends: Vec<(f64, &End)> = self.labels.iter().map(|end| (scene.y(end.figure), end)).collect();
        sort_by(&mut ends, |(one, _), (other, _)| one.total_cmp(other));
        let mut places: Vec<f64> = ends.iter().map(|(y, _)| *y).collect();
        spread(&mut places, Font::LABEL.line(), (scene.frame.top, scene.frame.bottom));
        let right = scene.frame.right;
        for ((y, end), place) in ends.iter().zip(&places) {
            let thin = Stroke::solid(LIMIT, 0.8);
            draw::line(out, (right + 1.0, *y), (right + GAP - 3.0, *place), thin)?;
            let at = (right + GAP, place + 4.0);
            draw::text(out, at, end.font, end.fill, Anchor::Start, &end.words)?;
        }
        Ok(())
    }
}

/// Moves places in ascending order apart, as little as it takes, within bounds.
fn spread(places: &mut [f64], gap: f64, (top, bottom): (f64, f64)) {
    let mut least = top;
    for place in places.iter_mut() {
        *place = place.max(least);
        least = *place + gap;
    }
    let mut most = bottom;
    for place in places.iter_mut().rev() {
        *place = place.min(most);
        most = *place - gap;
    }
}

#[cfg(test)]
mod tests {
    use super::spread;

    #[test]
    fn labels_do_not_overlap() {
        let mut places = [10.0, 11.0, 12.0, 99.0, 100.0];
        spread(&mut places, 15.0, (0.0, 100.0));
        let hundredths = places.map(super::super::number::hundredths);
        assert_eq!(hundredths, [1_000, 2_500, 4_000, 8_500, 10_000]);
    }
}
