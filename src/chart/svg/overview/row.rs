//! What an overview says about one chart.

use alloc::format;
use alloc::string::{String, ToString};

use super::variation::Variation;
use crate::Lang;
use crate::chart::svg::view::{Absent, View};
use crate::chart::svg::words::{self, Written};
use crate::chart::svg::{PlotOptions, picture};
use crate::chart::words::better_way;
use crate::chart::{AttainmentStatus, Chart, Unassessed};
use crate::text::{Bilingual, counted};

/// The words of a row.
#[derive(Debug)]
pub(super) struct Row<'a> {
    pub(super) chart: &'a Chart,
    pub(super) view: View,
    pub(super) title: String,
    /// What is measured, and which way is better.
    pub(super) measure: String,
    /// From when to when, and how many measurements.
    pub(super) span: String,
    /// The latest figure with its unit, and its time; `None` if there is none.
    pub(super) latest: Option<(String, String)>,
    /// Why the latest measurement has no figure; empty if it has one.
    pub(super) since: String,
    pub(super) variation: Variation,
    pub(super) grounds: String,
    pub(super) target: Target,
    pub(super) target_words: String,
    /// The target itself, and how many of the latest measurements meet it.
    pub(super) target_details: String,
}

/// How a chart compares with its target.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Target {
    Sustained,
    Reached,
    NotReached,
    NotAssessable,
    None,
}

impl<'a> Row<'a> {
    pub(super) fn new(chart: &'a Chart, lang: Lang) -> Self {
        let view = View::new(chart);
        let title = picture::title(chart, &PlotOptions { lang, ..PlotOptions::default() });
        let mut measure = words::measure(chart, lang);
        if chart.kind().shows_level() {
            measure.push_str(", ");
            measure.push_str(better_way(chart.data().direction).in_lang(lang));
        }
        let variation = Variation::of(chart);
        let (target, target_words, target_details) = target(chart, lang);
        Self {
            latest: latest(chart, &view, lang),
            since: since(chart, &view, lang),
            span: span(chart, lang),
            grounds: variation.grounds(chart, lang),
            chart,
            view,
            title,
            measure,
            variation,
            target,
            target_words,
            target_details,
        }
    }
}

fn span(chart: &Chart, lang: Lang) -> String {
    let points = chart.points().len();
    let count = crate::text::count(points);
    let count = match lang {
        Lang::Da => counted(count, "måling", "målinger"),
        Lang::En => counted(count, "measurement", "measurements"),
    };
    match (chart.period(0), chart.period(points.saturating_sub(1))) {
        (Some(first), Some(last)) if points > 1 => {
            format!("{} – {}, {count}", first.in_lang(lang), last.in_lang(lang))
        }
        (Some(first), _) => format!("{}, {count}", first.in_lang(lang)),
        (None, _) => format!("{count}"),
    }
}

fn latest(chart: &Chart, view: &View, lang: Lang) -> Option<(String, String)> {
    let point = view.dots.iter().rposition(|dot| dot.value.is_some())?;
    let mut time = chart.time(point, lang).to_string();
    if chart.points().get(point).is_some_and(|point| !point.is_included()) {
        time = format!("{time}, {}", words::EXCLUDED.in_lang(lang));
    }
    Some((Written::of_point(chart, point, lang).in_a_page(), time))
}

fn since(chart: &Chart, view: &View, lang: Lang) -> String {
    let Some((point, absent)) =
        view.dots.iter().enumerate().next_back().and_then(|(n, dot)| Some((n, dot.absent?)))
    else {
        return String::new();
    };
    let why = words::absent(absent).in_lang(lang);
    let bound = match absent {
        Absent::Suppressed { below: Some(below) } => format!(" ({})", words::below(below, lang)),
        _ => String::new(),
    };
    format!("{}: {why}{bound}", chart.time(point, lang))
}

/// The status, its words, and its details.
fn target(chart: &Chart, lang: Lang) -> (Target, String, String) {
    let word = |da: &'static str, en: &'static str| String::from(Bilingual::new(da, en).in_lang(lang));
    if chart.data().targets.is_empty() || !chart.kind().shows_level() {
        return (Target::None, word("intet mål", "no target"), String::new());
    }
    let attainment = chart.attainment();
    let the_target = chart.latest_target().map(|target| {
        format!(
            "{} {}",
            chart.data().direction.label().in_lang(lang),
            Written::of_target(target, lang).in_a_page()
        )
    });
    let mut details = the_target.unwrap_or_default();
    let (target, words) = match &attainment.status {
        AttainmentStatus::Sustained => {
            (Target::Sustained, word("nået og fastholdt", "reached and sustained"))
        }
        AttainmentStatus::Reached => {
            (Target::Reached, word("nået i seneste måling", "reached in the latest measurement"))
        }
        AttainmentStatus::NotYet if attainment.was_met => {
            (Target::NotReached, word("ikke nået i seneste måling", "not reached in the latest measurement"))
        }
        AttainmentStatus::NotYet => (Target::NotReached, word("endnu ikke nået", "not reached yet")),
        AttainmentStatus::NotAssessable { because: Unassessed::NoTarget | Unassessed::TargetBeginsLater } => {
            (Target::None, word("intet mål endnu", "no target yet"))
        }
        AttainmentStatus::NotAssessable { because } => {
            let words = word("kan ikke vurderes", "cannot be assessed");
            let details = if details.is_empty() { details } else { format!("{details}; ") };
            return (Target::NotAssessable, words, format!("{details}{}", because.in_lang(lang)));
        }
    };
    let (met, of) = (attainment.met, attainment.of);
    if of > 0 {
        let counted = match lang {
            Lang::Da => format!("{met} af de seneste {of} når det"),
            Lang::En => format!("{met} of the latest {of} meet it"),
        };
        details = if details.is_empty() { counted } else { format!("{details}; {counted}") };
    }
    (target, words, details)
}
