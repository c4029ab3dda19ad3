//! The picture as a whole: what stands where, and in which order it is drawn.

use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Result, Write};

use super::bands::{Bands, Noted};
use super::draw::{self, Anchor, GRID, INK, LIMIT, SOFT, Stroke};
use super::ends::Ends;
use super::legend::Legend;
use super::lines::Targets;
use super::notes::Notes;
use super::number::Px;
use super::text::{Escaped, Font, cleaned};
use super::time_axis::{Calendar, TimeAxis};
use super::value_axis::ValueAxis;
use super::view::View;
use super::{PlotOptions, words};
use crate::Lang;
use crate::chart::Chart;
use crate::figure::Direction;
use crate::text::Bilingual;

/// The room at the edge of the picture.
pub(super) const EDGE: f64 = 12.0;

/// The least height of the room for the points.
const LEAST: f64 = 80.0;

/// The rectangle that the points are drawn in.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) top: f64,
    pub(super) bottom: f64,
}

/// What all that is drawn needs to know.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) chart: &'a Chart,
    pub(super) lang: Lang,
    pub(super) view: View,
    pub(super) targets: Targets,
    pub(super) time: TimeAxis,
    pub(super) values: ValueAxis,
    pub(super) frame: Frame,
}

impl Scene<'_> {
    pub(super) fn x(&self, day: f64) -> f64 {
        self.time.at(day)
    }

    pub(super) fn y(&self, figure: f64) -> f64 {
        self.frame.bottom - self.values.at(figure) * (self.frame.bottom - self.frame.top)
    }
}

/// A chart, laid out.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    scene: Scene<'a>,
    width: f64,
    height: f64,
    title: Vec<String>,
    finding: Vec<String>,
    bands: Bands,
    ends: Ends,
    calendar: Calendar,
    legend: Legend,
    notes: Notes,
    annotations: Vec<Noted>,
}

impl<'a> Picture<'a> {
    pub(super) fn new(chart: &'a Chart, options: &PlotOptions) -> Self {
        let lang = options.lang;
        let width = f64::from(options.width.clamp(400, 4_000));
        let height = f64::from(options.height.clamp(320, 4_000));
        let lines = if height < 400.0 { 1 } else { 2 };
        let title = Font::TITLE.wrap(&title(chart, options), width - 2.0 * EDGE, lines);
        let finding = Font::FINDING.wrap(&words::finding(chart, lang), width - 2.0 * EDGE, lines);

        let view = View::new(chart);
        let annotations = Noted::all(chart, lang);
        let span =
            annotations.iter().fold(view.span.unwrap_or((0.0, 1.0)), |span, one| one.widen(span, view.span));
        let targets = Targets::new(chart, view.span.map(|_| span), lang);
        let figures = view.dots.iter().flat_map(|dot| {
            [dot.value, dot.lines.centre(), dot.lines.lower(), dot.lines.upper()].into_iter().flatten()
        });
        let figures = figures.chain(targets.figures());
        let ticks = ((height - 200.0) / 42.0).clamp(3.0, 12.0);
        let values = ValueAxis::new(figures, ticks, chart.scale(), lang);

        let widest = values.ticks().iter().map(|tick| Font::LABEL.width(&tick.label)).fold(0.0, f64::max);
        let ends = Ends::new(chart, &view, &targets, lang, (width * 0.24).max(width.min(480.0) * 0.3));
        let (left, right) = (EDGE + widest + 8.0, width - EDGE - ends.width());
        let time = TimeAxis::new(span.0, span.1, left, right);
        let calendar = match view.span {
            Some(_) if !chart.data().has_days() => time.numbers(chart.points().len()),
            Some(_) => time.calendar(chart.data().interval, lang),
            None => Calendar::default(),
        };

        let head = EDGE + lines_of(Font::TITLE, &title) + lines_of(Font::FINDING, &finding) + 26.0;
        let bands = Bands::new(chart, &view, &time, &annotations, lang, lines);
        let top = head + bands.height() + 6.0;
        let legend = Legend::new(chart, &view, lang, width - 2.0 * EDGE);
        let below = EDGE + 10.0 + legend.height() + Font::LABEL.line() * 2.0;
        // A legend of many rows makes a small picture higher, and the points keep their room.
        let height = height.max(libm::ceil(top + below + LEAST));
        let room = height - top - below - (height * 0.33).max(90.0);
        let notes = Notes::new(&annotations, bands.long_labels(), lang, width - 2.0 * EDGE, room);
        let frame = Frame { left, right, top, bottom: height - below - notes.height() };
        let scene = Scene { chart, lang, view, targets, time, values, frame };
        Self { scene, width, height, title, finding, bands, ends, calendar, legend, notes, annotations }
    }

    pub(super) fn draw(&self, prefix: &str, out: &mut String) -> Result {
        let (width, height, lang) = (Px(self.width), Px(self.height), self.scene.lang);
        let code = Bilingual::new("da", "en").in_lang(lang);
        write!(
            out,
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" "#
        )?;
        writeln!(
            out,
            r#"role="img" aria-labelledby="{prefix}-title {prefix}-desc" xml:lang="{code}" font-family="Arial, Helvetica, 'Liberation Sans', 'DejaVu Sans', sans-serif">"#
        )?;
        let title = self.title.join(" ");
        writeln!(out, r#"<title id="{prefix}-title">{}</title>"#, Escaped(&title))?;
        let mut words = alloc::format!("{}", self.scene.chart.in_words(lang));
        for one in &self.annotations {
            write!(words, "\n{}. {}", one.number, one.words)?;
        }
        writeln!(out, r#"<desc id="{prefix}-desc">{}</desc>"#, Escaped(&words))?;
        writeln!(out, r##"<rect width="{width}" height="{height}" fill="#fff"/>"##)?;
        self.draw_head(out)?;
        self.scene.draw_limits(out)?;
        self.draw_values(out)?;
        self.draw_calendar(out)?;
        self.bands.draw(&self.scene, out)?;
        self.scene.draw_target(out)?;
        self.scene.draw_centre(out)?;
        self.scene.draw_points(out)?;
        self.ends.draw(&self.scene, out)?;
        let mut y = self.height - EDGE - self.notes.height() - self.legend.height();
        self.legend.draw((EDGE, y), out)?;
        y += self.legend.height();
        self.notes.draw((EDGE, y), out)?;
        out.push_str("</svg>\n");
        Ok(())
    }

    /// Title, finding, what is measured and which way is better.
    fn draw_head(&self, out: &mut String) -> Result {
        let mut y = EDGE;
        for (lines, font, fill) in [(&self.title, Font::TITLE, INK), (&self.finding, Font::FINDING, SOFT)] {
            for line in lines {
                draw::text(out, (EDGE, y + font.size), font, fill, Anchor::Start, line)?;
                y += font.line();
            }
        }
        let (chart, lang, y) = (self.scene.chart, self.scene.lang, y + 18.0);
        let better = words::better(chart).map(|better| better.in_lang(lang));
        let of_better = better.map_or(0.0, |better| Font::STRONG.width(better) + 30.0);
        let measure = Font::STRONG.fit(&words::measure(chart, lang), self.width - 2.0 * EDGE - of_better);
        draw::text(out, (EDGE, y), Font::STRONG, INK, Anchor::Start, &measure)?;
        if let Some(better) = better {
            let x = EDGE + Font::STRONG.width(&measure) + 16.0;
            let (tip, tail) = match chart.data().direction {
                Direction::AtLeast => (y - 11.0, y + 1.0),
                Direction::AtMost => (y + 1.0, y - 11.0),
            };
            let wing = if tip < tail { tip + 5.0 } else { tip - 5.0 };
            let mut arrow = draw::Steps::default();
            arrow.move_to((x, tail))?;
            arrow.line_to((x, tip))?;
            arrow.move_to((x - 4.0, wing))?;
            arrow.line_to((x, tip))?;
            arrow.line_to((x + 4.0, wing))?;
            draw::path(out, &arrow.path, Stroke::solid(INK, 2.0))?;
            draw::text(out, (x + 10.0, y), Font::STRONG, INK, Anchor::Start, better)?;
        }
        Ok(())
    }

    /// The lines of round numbers.
    fn draw_values(&self, out: &mut String) -> Result {
        let Frame { left, right, top, bottom } = self.scene.frame;
        for tick in self.scene.values.ticks() {
            let y = bottom - tick.at * (bottom - top);
            draw::line(out, (left, y), (right, y), Stroke::solid(GRID, 1.0))?;
            draw::text(out, (left - 6.0, y + 4.0), Font::LABEL, SOFT, Anchor::End, &tick.label)?;
        }
        Ok(())
    }

    /// The line of time, with months, quarters or years below it.
    fn draw_calendar(&self, out: &mut String) -> Result {
        let Frame { left, right, bottom, .. } = self.scene.frame;
        let Calendar { cells, above, within, is_nested } = &self.calendar;
        let first = bottom + 8.0 + Font::LABEL.size;
        let second = first + Font::LABEL.line();
        let from = if *is_nested { bottom } else { first + 3.0 };
        let mut ticks = draw::Steps::default();
        for (cells, from, to) in
            [(within, bottom, bottom + 3.0), (cells, bottom, bottom + 6.0), (above, from, second)]
        {
            for cell in cells.iter().filter(|cell| cell.begins) {
                ticks.move_to((cell.left, from))?;
                ticks.line_to((cell.left, to))?;
            }
        }
        draw::path(out, &ticks.path, Stroke::solid(LIMIT, 1.0))?;
        for (cells, y, fill) in [(cells, first, SOFT), (above, second, INK)] {
            for cell in cells {
                draw::text(out, (cell.middle, y), Font::LABEL, fill, Anchor::Middle, &cell.label)?;
            }
        }
        draw::line(out, (left, bottom), (right, bottom), Stroke::solid(INK, 1.2))
    }
}

fn title(chart: &Chart, options: &PlotOptions) -> String {
    let of = |text: Option<&crate::text::Text>| {
        text.map(|text| cleaned(text.as_str())).filter(|text| !text.is_empty())
    };
    of(options.title.as_ref()).or_else(|| of(chart.data().title.as_ref())).unwrap_or_else(|| {
        String::from(
            Bilingual::new("Måleserie uden titel", "Measurement series without a title")
                .in_lang(options.lang),
        )
    })
}

fn lines_of(font: Font, lines: &[String]) -> f64 {
    lines.iter().map(|_| font.line()).sum()
}
