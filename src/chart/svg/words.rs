//! What the picture says by itself.

use alloc::format;
use alloc::string::{String, ToString};

use super::text::{capital, cleaned};
use crate::Lang;
use crate::chart::words::{LEVEL_AS_SET, better_way};
use crate::chart::{Chart, ChartKind, Scale};
use crate::figure::Unit;
use crate::text::Bilingual;

pub(super) const MEASURED_NOTHING: Bilingual =
    Bilingual::new("målt uden resultat", "measured without a result");
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
pub(super) const PHASE: Bilingual = Bilingual::new("Fase", "Phase");

/// A figure of the chart, held together.
pub(super) fn figure(chart: &Chart, figure: f64, lang: Lang) -> String {
    chart.scale().in_lang(figure, lang).to_string().replace(' ', "\u{a0}")
}

/// Which way is better, or `None` if the figures are differences or spreads.
pub(super) fn better(chart: &Chart) -> Option<Bilingual> {
    chart.kind().shows_level().then(|| better_way(chart.data().direction))
}

/// What the axis of values measures.
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

/// What the centre line of a part is called, long and short.
pub(super) fn centre(chart: &Chart, part: usize) -> [Bilingual; 2] {
    let label = chart.centre_label(part);
    if label == LEVEL_AS_SET {
        [label, Bilingual::new("fastsat", "set")]
    } else if label.da == "gennemsnit" {
        [label, Bilingual::new("gns.", "mean")]
    } else {
        [label, label]
    }
}

/// The kind of chart and how things stand now, in one line or two.
pub(super) fn finding(chart: &Chart, lang: Lang) -> String {
    let kind = chart.kind().label().in_lang(lang);
    let Some(latest) = chart.latest_part() else {
        return format!("{}: {}", capital(kind), NOTHING.in_lang(lang));
    };
    let mut finding = capital(kind);
    finding.push_str(if chart.parts().len() > 1 {
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
