//! Several series in one picture.

use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;
use core::fmt::{Result, Write};

use super::axes::{Axes, Frame};
use super::document::Document;
use super::draw::{self, EDGE, Steps, Stroke};
use super::ends::{Ends, GAP};
use super::head::{Head, HeadWords};
use super::legend::{Legend, Sample};
use super::marks::connection;
use super::picture::{LEAST, room_for_ends, ticks};
use super::style::{STYLES, Style};
use super::text::{Font, cleaned};
use super::time_axis::{Calendar, TimeAxis};
use super::together::{NotTogether, check};
use super::value_axis::ValueAxis;
use super::view::View;
use super::{PlotOptions, words};
use crate::Lang;
use crate::chart::{Chart, ChartPoint, Lines};
use crate::text::{Bilingual, counted};

/// Several charts in one picture, as an SVG document: the measurements and the centre line of each, on one calendar
/// and one scale.
///
/// Each series has its own mark and dash as well as its own colour, its name and latest figure at the end of its
/// line, and a legend with its centre line and what it shows. Limits, targets and notes are left out: the picture
/// of each chart has them. Without [`PlotOptions::title`] the names of the series are the title.
///
/// # Errors
///
/// [`NotTogether`] for charts that have no common scale or no common time, and for more than eight.
///
/// ```
/// use kvalitetsmodel::chart::{ChartData, ChartKind, NotTogether, PlotOptions, svg_of_several};
/// use kvalitetsmodel::figure::{Direction, Unit};
///
/// let falls = |title: &str, counts: [u64; 6]| {
///     ChartData::counts(Direction::AtMost, counts).with_title(title).chart(ChartKind::Run)
/// };
/// let (north, south) = (falls("Nord", [4, 6, 5, 3, 7, 5])?, falls("Syd", [9, 8, 7, 9, 6, 8])?);
/// let picture = svg_of_several(&[&north, &south], &PlotOptions::default())?;
/// assert!(picture.contains("Nord: median 5; for få målinger"));
///
/// let days = ChartData::values(Direction::AtMost, Unit::Days, [4.0, 5.0]).chart(ChartKind::Run)?;
/// let error = svg_of_several(&[&north, &days], &PlotOptions::default());
/// assert_eq!(error, Err(NotTogether::OtherScale { index: 1 }));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[doc(alias = "sammenligning")]
pub fn svg_of_several(charts: &[&Chart], options: &PlotOptions) -> core::result::Result<String, NotTogether> {
    check(charts)?;
    Ok(Several::new(charts, options).document(options))
}

/// One of the series.
#[derive(Debug)]
struct Series<'a> {
    chart: &'a Chart,
    name: String,
    view: View,
    style: Style,
}

impl<'a> Series<'a> {
    fn all(charts: &[&'a Chart], lang: Lang) -> Vec<Self> {
        let numbered = (1_usize..).zip(charts).zip(STYLES);
        let all = numbered.map(|((number, chart), style)| {
            let title = chart.data().title.as_ref().map(|title| cleaned(title.as_str()));
            let name = title
                .filter(|title| !title.is_empty())
                .unwrap_or_else(|| format!("{} {number}", Bilingual::new("Serie", "Series").in_lang(lang)));
            Self { chart, name, view: View::new(chart), style }
        });
        all.collect()
    }

    /// The latest figure: its day and its value.
    fn latest(&self) -> Option<(f64, f64)> {
        self.view.dots.iter().rev().find_map(|dot| Some((dot.day(), dot.value?)))
    }

    /// Its name, its centre line and what it shows.
    fn in_legend(&self, lang: Lang) -> String {
        let Self { chart, name, .. } = self;
        let Some(latest) = chart.latest_phase() else {
            return format!("{name}: {}", words::NOTHING.in_lang(lang));
        };
        let centre = chart.points_of(latest).iter().rev().map(ChartPoint::lines).find_map(Lines::centre);
        let label = chart.centre_label(chart.phases().len().saturating_sub(1)).in_lang(lang);
        let centre = centre.map(|centre| format!("{label} {}; ", words::with_unit(chart, centre, lang)));
        format!("{name}: {}{}", centre.unwrap_or_default(), latest.in_lang(lang))
    }
}

#[derive(Debug)]
struct Several<'a> {
    series: Vec<Series<'a>>,
    lang: Lang,
    width: f64,
    height: f64,
    title: String,
    head: Head,
    axes: Axes,
    ends: Ends,
    legend: Legend,
}

impl<'a> Several<'a> {
    fn new(charts: &[&'a Chart], options: &PlotOptions) -> Self {
        let lang = options.lang;
        let (width, height) = options.size();
        let inside = width - 2.0 * EDGE;
        let mut series = Series::all(charts, lang);
        let title = options
            .title_or(None)
            .unwrap_or_else(|| series.iter().map(|one| one.name.as_str()).collect::<Vec<_>>().join(", "));
        number_long_names(&mut series, room_for_ends(width));
        let first = charts.first();
        let direction = first.map(|first| first.data().direction);
        let is_one_way = charts.iter().all(|chart| Some(chart.data().direction) == direction);
        let head_words = HeadWords {
            title: &title,
            finding: &finding(charts, lang),
            measure: &first.map(|first| words::measure(first, lang)).unwrap_or_default(),
            better: direction.filter(|_| is_one_way && charts.iter().all(|chart| chart.kind().shows_level())),
        };
        let head = Head::new(&head_words, inside, if height < 400.0 { 1 } else { 2 }, lang);

        let dots = || series.iter().flat_map(|one| &one.view.dots);
        let figures = dots().flat_map(|dot| [dot.value, dot.lines.centre()].into_iter().flatten()).collect();
        let scale = first.map_or(&crate::chart::Scale::Count, |first| first.scale());
        let values = ValueAxis::new(figures, ticks(height), scale, lang);
        let ends = ends(&series, lang, room_for_ends(width));
        let span = series.iter().filter_map(|one| one.view.span);
        let span = span.reduce(|(first, last), (start, end)| (first.min(start), last.max(end)));
        let (left, right) = (EDGE + values.width() + 8.0, width - EDGE - ends.width());
        let time =
            TimeAxis::new(span.map_or(0.0, |span| span.0), span.map_or(1.0, |span| span.1), left, right);
        let calendar = calendar(charts, &time, span.is_some(), lang);

        let mut items: Vec<(Sample, String)> =
            series.iter().map(|one| (Sample::Series(one.style), one.in_legend(lang))).collect();
        items.push((Sample::Centre, String::from(words::CENTRE_LINES.in_lang(lang))));
        let legend = Legend::new(items, inside);
        let top = EDGE + head.height() + 6.0;
        let below = EDGE + legend.height() + calendar.height();
        let height = height.max(libm::ceil(top + below + (LEAST * 2.0).max(ends.height())));
        let frame = Frame { left, right, top, bottom: height - below };
        let axes = Axes { frame, time, values, calendar };
        Self { series, lang, width, height, title, head, axes, ends, legend }
    }

    fn document(&self, options: &PlotOptions) -> String {
        let document = Document {
            width: self.width,
            height: self.height,
            lang: self.lang,
            title: &self.title,
            id_prefix: options.id_prefix.as_deref(),
        };
        document.around(|out| self.draw(out), |out| self.describe(out))
    }

    fn describe(&self, out: &mut String) -> Result {
        for (n, Series { chart, name, view, .. }) in self.series.iter().enumerate() {
            let line = if n > 0 { "\n" } else { "" };
            write!(out, "{line}{name}:\n{}", chart.in_words(self.lang))?;
            if let Some(suppressed) = words::suppressed(chart, view, self.lang) {
                write!(out, "\n{suppressed}")?;
            }
        }
        Ok(())
    }

    fn draw(&self, out: &mut String) -> Result {
        self.head.draw(out)?;
        self.axes.draw_values(out)?;
        self.axes.draw_calendar(out)?;
        for one in &self.series {
            self.draw_centre(one, out)?;
        }
        for one in &self.series {
            let line = connection(&self.axes, &one.view)?;
            draw::path(out, &line.path, one.style.line())?;
            self.draw_marks(one, out)?;
        }
        self.ends.draw(&self.axes, out)?;
        self.legend.draw((EDGE, self.height - EDGE - self.legend.height()), out)
    }

    /// The centre line, thin. It breaks between phases.
    fn draw_centre(&self, one: &Series<'_>, out: &mut String) -> Result {
        let mut steps = Steps::default();
        let mut before: Option<(usize, f64)> = None;
        for dot in &one.view.dots {
            let centre = dot.lines.centre();
            if let Some(centre) = centre {
                let from = (self.axes.x(dot.reach.0), self.axes.y(centre));
                if before.is_some_and(|(phase, y)| phase == dot.phase && y.total_cmp(&from.1).is_eq()) {
                    steps.line_to(from)?;
                } else {
                    steps.move_to(from)?;
                }
                steps.line_to((self.axes.x(dot.reach.1), from.1))?;
            }
            before = centre.map(|centre| (dot.phase, self.axes.y(centre)));
        }
        draw::path(out, &steps.path, Stroke { width: 0.9, ..one.style.line() })
    }

    /// A mark at each point that has room for one, and at the last.
    fn draw_marks(&self, one: &Series<'_>, out: &mut String) -> Result {
        const ROOM: f64 = 12.0;
        let mut free = f64::NEG_INFINITY;
        let latest = one.latest().map(|(day, _)| day);
        for dot in &one.view.dots {
            let Some(value) = dot.value else { continue };
            let x = self.axes.x(dot.day());
            let is_latest = latest.is_some_and(|latest| latest.total_cmp(&dot.day()).is_eq());
            if x >= free || is_latest {
                one.style.mark(out, (x, self.axes.y(value)), 3.6)?;
                free = x + ROOM;
            }
        }
        Ok(())
    }
}

/// Puts numbers before the names if some are too long for the ends of the lines: once shortened, they may look the
/// same.
fn number_long_names(series: &mut [Series<'_>], room: f64) {
    if series.iter().any(|one| Font::STRONG.width(&one.name) + GAP > room) {
        for (number, one) in (1_usize..).zip(series) {
            one.name.insert_str(0, &format!("{number}. "));
        }
    }
}

/// The name and the latest figure of each series, at the end of its line.
fn ends(series: &[Series<'_>], lang: Lang, room: f64) -> Ends {
    let mut ends = Ends::new(room);
    for one in series {
        let Some((day, value)) = one.latest() else { continue };
        let figure = words::with_unit(one.chart, value, lang);
        ends.add(Some(day), value, &[&one.name, &figure], Font::STRONG, one.style.colour);
    }
    ends
}

/// One calendar for all charts, no finer than that of the chart measured most often; or the numbers of the points.
fn calendar(charts: &[&Chart], time: &TimeAxis, has_points: bool, lang: Lang) -> Calendar {
    if !has_points {
        return Calendar::default();
    }
    if charts.iter().any(|chart| chart.data().has_days()) {
        let intervals =
            charts.iter().filter(|chart| !chart.points().is_empty()).map(|chart| chart.data().interval);
        time.calendar(intervals.min().flatten(), lang)
    } else {
        time.numbers(charts.iter().map(|chart| chart.points().len()).max().unwrap_or_default())
    }
}

/// The number of series, and their kind if it is the same.
fn finding(charts: &[&Chart], lang: Lang) -> String {
    let kind = charts.first().map(|first| first.kind());
    let count = crate::text::count(charts.len());
    let count = match lang {
        Lang::Da => counted(count, "serie", "serier"),
        Lang::En => counted(count, "series", "series"),
    };
    match kind.filter(|kind| charts.iter().all(|chart| chart.kind() == *kind)) {
        Some(kind) => {
            let with = Bilingual::new("med", "of").in_lang(lang);
            crate::text::capital(&format!("{} {with} {count}", kind.label().in_lang(lang)))
        }
        None => format!("{count}"),
    }
}
