//! The words of the picture that people did not write.

use alloc::format;
use alloc::string::{String, ToString};
use alloc::vec::Vec;
use core::fmt;

use super::number::grouped;
use super::text::cleaned;
use super::view::{Absent, View};
use crate::Lang;
use crate::chart::rounded::before_named;
use crate::chart::words::LEVEL_AS_SET;
use crate::chart::{Chart, ChartKind, DataTarget, Scale};
use crate::figure::{Decimal, Unit};
use crate::text::{Bilingual, capital};

pub(super) const EXCLUDED: Bilingual =
    Bilingual::new("udeladt af beregningen", "left out of the calculation");
pub(super) const BEYOND: Bilingual = Bilingual::new("uden for kontrolgrænserne", "beyond the control limits");
pub(super) const LONG_RUN: Bilingual = Bilingual::new("i usædvanligt lang serie", "in an unusually long run");
pub(super) const BOTH: Bilingual =
    Bilingual::new("uden for grænserne og i lang serie", "beyond the limits and in a long run");
pub(super) const FEW_CROSSINGS: Bilingual = Bilingual::new("usædvanligt få kryds", "unusually few crossings");
pub(super) const CONTINUED: Bilingual =
    Bilingual::new("niveau fra basisperioden, ført videre", "level of the baseline, continued");
// The names of lines, and their short forms for narrow pictures.
pub(super) const UPPER: [Bilingual; 2] =
    [Bilingual::new("øvre grænse", "upper limit"), Bilingual::new("øvre", "upper")];
pub(super) const LOWER: [Bilingual; 2] =
    [Bilingual::new("nedre grænse", "lower limit"), Bilingual::new("nedre", "lower")];
pub(super) const FEW: Bilingual = Bilingual::new("få kryds", "few crossings");
pub(super) const TARGET: Bilingual = Bilingual::new("mål", "target");
pub(super) const NOTHING: Bilingual =
    Bilingual::new("ingen målinger med resultat", "no measurements with a result");
pub(super) const CENTRE_LINES: Bilingual =
    Bilingual::new("tynd linje: midterlinjen", "thin line: the centre line");
pub(super) const PHASE: Bilingual = Bilingual::new("Fase", "Phase");

/// A figure of the chart, with its digits in groups. It never breaks over two lines.
pub(super) fn figure(chart: &Chart, figure: f64, lang: Lang) -> String {
    unbroken(&chart.figure_in_lang(figure, lang).to_string())
}

/// A figure and the unit after it, with a space that does not break.
#[derive(Debug, Clone)]
pub(super) struct Written {
    pub(super) figure: String,
    /// Shortened if it is long; empty for a count.
    pub(super) unit: String,
}

impl Written {
    pub(super) fn new(chart: &Chart, value: f64, lang: Lang) -> Self {
        let unit = short_unit(&chart.scale().unit_in_lang(lang).to_string());
        Self { figure: figure(chart, value, lang), unit }
    }

    /// The figure of a point: it is never shown as meeting a target that it misses.
    pub(super) fn of_point(chart: &Chart, point: usize, lang: Lang) -> Self {
        let unit = short_unit(&chart.scale().unit_in_lang(lang).to_string());
        Self { figure: unbroken(&chart.point_in_lang(point, lang).to_string()), unit }
    }

    /// The figure of a target.
    pub(super) fn of_target(target: &DataTarget, lang: Lang) -> Self {
        let is_one = target.value == Decimal::from_integer(1);
        let unit = match &target.unit {
            Unit::Other { name } => format!("{}{}", before_named(name.as_str()), name.as_str()),
            unit => String::from(unit.after_number(is_one, lang)),
        };
        let figure = grouped(&target.value.in_lang(lang).to_string(), lang);
        Self { figure, unit: short_unit(&unit) }
    }
}

impl fmt::Display for Written {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.figure, self.unit)
    }
}

impl Written {
    /// The figure with its unit; a long unit may break over two lines.
    pub(super) fn in_a_page(&self) -> String {
        const SHORT: usize = 8;
        let is_short = self.unit.chars().count() <= SHORT;
        let unit = if is_short { self.unit.clone() } else { self.unit.replace('\u{a0}', " ") };
        format!("{}{unit}", self.figure)
    }
}

/// A figure of the chart with its unit. It never breaks over two lines.
pub(super) fn with_unit(chart: &Chart, value: f64, lang: Lang) -> String {
    Written::new(chart, value, lang).to_string()
}

/// Why a point has no figure.
pub(super) const fn absent(absent: Absent) -> Bilingual {
    match absent {
        Absent::Missing => Bilingual::new("resultat ikke oplyst", "result not stated"),
        Absent::NoResult => Bilingual::new("intet resultat", "no result"),
        Absent::Suppressed { .. } => Bilingual::new("skjult tal", "suppressed"),
    }
}

/// What is known about a suppressed count.
pub(super) fn below(below: u64, lang: Lang) -> String {
    let figure = grouped(&below.to_string(), lang);
    format!("{}\u{a0}{figure}", Bilingual::new("under", "below").in_lang(lang))
}

/// The bounds of the suppressed points, each once and in ascending order; `None` for a bound that is not known.
pub(super) fn bounds(view: &View) -> Vec<Option<u64>> {
    let mut bounds: Vec<Option<u64>> = Vec::new();
    for dot in &view.dots {
        if let Some(Absent::Suppressed { below }) = dot.absent
            && let Err(place) = bounds.binary_search(&below)
        {
            bounds.insert(place, below);
        }
    }
    // More than these do not fit in a legend.
    bounds.truncate(3);
    bounds
}

/// Which points are suppressed, as a sentence. Returns `None` if none is.
pub(super) fn suppressed(chart: &Chart, view: &View, lang: Lang) -> Option<String> {
    const LISTED: usize = 12;
    let points = view.dots.iter().enumerate().filter_map(|(point, dot)| match dot.absent {
        Some(Absent::Suppressed { below: bound }) => {
            let bound = bound.map(|bound| format!(" ({})", below(bound, lang))).unwrap_or_default();
            Some(format!("{}{bound}", chart.time(point, lang)))
        }
        _ => None,
    });
    let all: Vec<String> = points.collect();
    let more = all.len().saturating_sub(LISTED);
    let listed = all.get(..LISTED).unwrap_or(&all).join(", ");
    let more = if more > 0 { format!(" {}", and_more(more, lang)) } else { String::new() };
    let begin = Bilingual::new("Skjulte tal", "Suppressed");
    (!all.is_empty()).then(|| format!("{}: {listed}{more}.", begin.in_lang(lang)))
}

/// A unit after a figure. What people wrote is shortened to the words within the first 24 letters.
pub(super) fn short_unit(unit: &str) -> String {
    const LETTERS: usize = 24;
    let has_space = unit.starts_with(' ');
    let unit = cleaned(unit);
    if unit.is_empty() {
        return unit;
    }
    let mut short = String::from(if has_space { "\u{a0}" } else { "" });
    short.extend(unit.chars().take(LETTERS));
    if let Some(next) = unit.chars().nth(LETTERS) {
        let whole = short.rfind(' ').filter(|_| next != ' ').unwrap_or(short.len());
        short.truncate(whole);
        short.truncate(short.trim_end_matches([' ', ',', '/', '(', '-']).len());
        short.push('…');
    }
    unbroken(&short)
}

fn unbroken(text: &str) -> String {
    text.replace(' ', "\u{a0}")
}

/// What the value axis measures.
pub(super) fn measure(chart: &Chart, lang: Lang) -> String {
    let word = |da: &'static str, en: &'static str| Bilingual::new(da, en).in_lang(lang);
    let is_difference = !chart.kind().shows_level();
    let of_unit = |unit: &Unit| match unit {
        Unit::Other { name } => Some(cleaned(name.as_str())).filter(|name| !name.is_empty()),
        _ => None,
    };
    let measure = match chart.scale() {
        Scale::Share if is_difference => word("procentpoint", "percentage points").to_string(),
        Scale::Share | Scale::In(Unit::Percent) => word("procent", "percent").to_string(),
        Scale::Count => word("antal", "count").to_string(),
        Scale::In(unit) => of_unit(unit).unwrap_or_else(|| unit.label().in_lang(lang).to_string()),
        Scale::Per(unit) => {
            let one = match unit {
                Unit::Percent => word("procent", "percent"),
                Unit::Count | Unit::Other { .. } => word("enhed", "unit"),
                Unit::Days => word("dag", "day"),
                Unit::Hours => word("time", "hour"),
                Unit::Points => word("point", "point"),
            };
            let one = of_unit(unit).unwrap_or_else(|| one.to_string());
            format!("{} {one}", word("hændelser pr.", "events per"))
        }
    };
    let what = match chart.kind() {
        ChartKind::MovingRange => word("forskel fra målingen før, ", "difference from the one before, "),
        ChartKind::S => word("spredning, ", "standard deviation, "),
        _ => "",
    };
    capital(&format!("{what}{measure}"))
}

/// The name of the centre line of a phase, long and short.
pub(super) fn centre(chart: &Chart, phase: usize) -> [Bilingual; 2] {
    let label = chart.centre_label(phase);
    if label == LEVEL_AS_SET {
        [label, Bilingual::new("fastsat", "set")]
    } else if label.da == "gennemsnit" {
        [label, Bilingual::new("gns.", "mean")]
    } else {
        [label, label]
    }
}

/// The kind of chart and the current outcome, on one or two lines.
pub(super) fn finding(chart: &Chart, lang: Lang) -> String {
    let kind = chart.kind().label().in_lang(lang);
    let Some(latest) = chart.latest_phase() else {
        return format!("{}: {}", capital(kind), NOTHING.in_lang(lang));
    };
    let mut finding = capital(kind);
    finding.push_str(if chart.phases().len() > 1 {
        Bilingual::new(", seneste fase: ", ", latest phase: ").in_lang(lang)
    } else {
        ": "
    });
    finding.push_str(&latest.in_lang(lang).to_string());
    finding
}

/// Says how many more things are left out.
pub(super) fn and_more(count: usize, lang: Lang) -> String {
    match lang {
        Lang::Da => format!("… og {count} mere"),
        Lang::En => format!("… and {count} more"),
    }
}
