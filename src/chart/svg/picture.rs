//! The picture of one chart: where everything is, and in which order it is drawn.

use alloc::string::String;
use core::fmt::{Result, Write};

use super::axes::{Axes, Frame};
use super::bands::{Bands, Noted};
use super::document::Document;
use super::draw::{EDGE, Stroke, TARGET};
use super::ends::Ends;
use super::head::{Head, HeadWords};
use super::legend::Legend;
use super::lines::Targets;
use super::marks::bound;
use super::notes::Notes;
use super::text::cleaned;
use super::time_axis::{Calendar, TimeAxis};
use super::value_axis::ValueAxis;
use super::view::{Absent, View};
use super::{PlotOptions, words};
use crate::Lang;
use crate::chart::{Chart, Scale};
use crate::text::{Bilingual, Text};

/// The minimum height of the room for the points.
pub(super) const LEAST: f64 = 80.0;

/// What every element of the picture needs to know.
#[derive(Debug)]
pub(super) struct Scene<'a> {
    pub(super) chart: &'a Chart,
    pub(super) lang: Lang,
    pub(super) view: View,
    pub(super) targets: Targets,
    pub(super) axes: Axes,
}

impl Scene<'_> {
    pub(super) fn x(&self, day: f64) -> f64 {
        self.axes.x(day)
    }

    pub(super) fn y(&self, figure: f64) -> f64 {
        self.axes.y(figure)
    }
}

/// A chart, laid out.
#[derive(Debug)]
pub(super) struct Picture<'a> {
    scene: Scene<'a>,
    width: f64,
    height: f64,
    title: String,
    head: Head,
    bands: Bands,
    ends: Ends,
    legend: Legend,
    notes: Notes,
    annotations: alloc::vec::Vec<Noted>,
}

impl<'a> Picture<'a> {
    pub(super) fn new(chart: &'a Chart, options: &PlotOptions) -> Self {
        let lang = options.lang;
        let (width, height) = options.size();
        let inside = width - 2.0 * EDGE;
        let lines = if height < 400.0 { 1 } else { 2 };
        let title = title(chart, options);
        let head_words = HeadWords {
            title: &title,
            finding: &words::finding(chart, lang),
            measure: &words::measure(chart, lang),
            better: chart.kind().shows_level().then_some(chart.data().direction),
        };
        let head = Head::new(&head_words, inside, lines, lang);

        let view = View::new(chart);
        let annotations = Noted::all(chart, &view, lang);
        let span =
            annotations.iter().fold(view.span.unwrap_or((0.0, 1.0)), |span, one| one.widen(span, view.span));
        let targets = Targets::new(chart, &view, span, lang);
        let values = ValueAxis::new(figures(chart, &view, &targets), ticks(height), chart.scale(), lang);
        let ends = Ends::of_chart(chart, &view, &targets, lang, room_for_ends(width));
        let (left, right) = (EDGE + values.width() + 8.0, width - EDGE - ends.width());
        let time = TimeAxis::new(span.0, span.1, left, right);
        let calendar = match view.span {
            Some(_) if !chart.data().has_days() => time.numbers(chart.points().len()),
            Some(_) => time.calendar(chart.data().interval, lang),
            None => Calendar::default(),
        };

        let bands = Bands::new(chart, &view, &time, &annotations, lang, lines);
        let top = EDGE + head.height() + bands.height() + 6.0;
        let legend = Legend::of_chart(chart, &view, lang, inside);
        let below = EDGE + legend.height() + calendar.height();
        // A legend of many rows makes a small picture higher, and the points keep their room.
        let height = height.max(libm::ceil(top + below + LEAST.max(ends.height())));
        let room = height - top - below - (height * 0.33).max(90.0);
        let notes = Notes::new(&annotations, bands.long_labels(), lang, inside, room);
        let frame = Frame { left, right, top, bottom: height - below - notes.height() };
        let axes = Axes { frame, time, values, calendar };
        let scene = Scene { chart, lang, view, targets, axes };
        Self { scene, width, height, title, head, bands, ends, legend, notes, annotations }
    }

    /// The picture as a document.
    pub(super) fn document(&self, id_prefix: Option<&str>) -> String {
        let document = Document {
            width: self.width,
            height: self.height,
            lang: self.scene.lang,
            title: &self.title,
            id_prefix,
        };
        document.around(|out| self.draw(out), |out| self.describe(out))
    }

    /// What the chart says, which points are suppressed, and what happened along the way.
    fn describe(&self, out: &mut String) -> Result {
        let Scene { chart, lang, view, .. } = &self.scene;
        write!(out, "{}", chart.in_words(*lang))?;
        if let Some(suppressed) = words::suppressed(chart, view, *lang) {
            write!(out, "\n{suppressed}")?;
        }
        self.annotations.iter().try_for_each(|one| write!(out, "\n{}. {}", one.number, one.words))
    }

    fn draw(&self, out: &mut String) -> Result {
        self.head.draw(out)?;
        self.scene.draw_limits(out)?;
        self.scene.axes.draw_values(out)?;
        self.scene.axes.draw_calendar(out)?;
        self.bands.draw(&self.scene, out)?;
        self.scene.targets.draw(
            &self.scene.axes,
            Stroke { colour: TARGET, width: 2.0, dashes: "9 3 2 3" },
            out,
        )?;
        self.scene.draw_centre(out)?;
        self.scene.draw_points(out)?;
        self.ends.draw(&self.scene.axes, out)?;
        let mut y = self.height - EDGE - self.notes.height() - self.legend.height();
        self.legend.draw((EDGE, y), out)?;
        y += self.legend.height();
        self.notes.draw((EDGE, y), out)
    }
}

impl PlotOptions {
    /// Width and height, within their bounds.
    pub(super) fn size(&self) -> (f64, f64) {
        (f64::from(self.width.clamp(320, 4_000)), f64::from(self.height.clamp(320, 4_000)))
    }

    /// The title that the caller sets, or otherwise its own, if anything of it is visible.
    pub(super) fn title_or(&self, own: Option<&Text>) -> Option<String> {
        let mut titles = [self.title.as_ref(), own].into_iter().flatten().map(|one| cleaned(one.as_str()));
        titles.find(|title| !title.is_empty())
    }
}

impl Chart {
    /// Returns `true` if the heights of the points are counts, so that a count below a bound has a place among them.
    pub(super) fn shows_counts(&self) -> bool {
        *self.scale() == Scale::Count && self.kind().shows_level()
    }
}

/// How many ticks the value axis has in a picture of that height.
pub(super) fn ticks(height: f64) -> f64 {
    ((height - 200.0) / 42.0).clamp(3.0, 12.0)
}

/// The maximum width of the labels at the ends of the lines.
pub(super) fn room_for_ends(width: f64) -> f64 {
    (width * 0.24).max(width.min(480.0) * 0.3)
}

/// All figures that the value axis must contain.
fn figures(chart: &Chart, view: &View, targets: &Targets) -> alloc::vec::Vec<f64> {
    let mut figures: alloc::vec::Vec<f64> = targets.figures().collect();
    for dot in &view.dots {
        figures.extend(
            [dot.value, dot.lines.centre(), dot.lines.lower(), dot.lines.upper()].into_iter().flatten(),
        );
        if let Some(Absent::Suppressed { below: Some(below) }) = dot.absent
            && chart.shows_counts()
        {
            figures.extend([0.0, bound(below)]);
        }
    }
    figures
}

/// The title of the chart, or that it has none.
pub(super) fn title(chart: &Chart, options: &PlotOptions) -> String {
    options.title_or(chart.data().title.as_ref()).unwrap_or_else(|| {
        String::from(
            Bilingual::new("Måleserie uden titel", "Measurement series without a title")
                .in_lang(options.lang),
        )
    })
}
