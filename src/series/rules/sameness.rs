//! The measurements of a series are measurements of one thing.

use crate::figure::Unit;
use crate::id::Subject;
use crate::measurement::{Measurement, Observed};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::series::MeasurementSeries;
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// The measurement is of another indicator than the series.
    struct OtherIndicator {
        /// The indicator of the series.
        series / "series": Subject,
        /// The indicator of the measurement.
        measurement / "measurement": Subject,
    }
    message |facts, lang, f| {
        let (series, measurement) = (facts.series.id, facts.measurement.id);
        match lang {
            Lang::Da => write!(f, "målingen er af indikatoren {measurement}, men serien er af {series}"),
            Lang::En => write!(f, "the measurement is of the indicator {measurement}, but the series is of {series}"),
        }
    }
}

facts! {
    /// The measurement is of another unit than the series.
    struct OtherUnit {
        /// The unit of the series.
        series / "series": Subject,
        /// The unit of the measurement.
        measurement / "measurement": Subject,
    }
    message |facts, lang, f| {
        let (series, measurement) = (facts.series, facts.measurement);
        match lang {
            Lang::Da => write!(f, "målingen er fra enheden {measurement}, men serien er fra {series}"),
            Lang::En => write!(f, "the measurement is from the unit {measurement}, but the series is from {series}"),
        }
    }
}

pub(crate) static OF_THE_SERIES: Rule = Rule {
    code: codes::SER004,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series")],
    title: Bilingual::new(
        "alle målinger er af seriens indikator og enhed",
        "all measurements are of the indicator and the unit of the series",
    ),
    why: Bilingual::new(
        "Serien modsiger sig selv, og forskellen mellem to enheder ser ud som en ændring over tid.",
        "The series contradicts itself, and the difference between two units looks like a change over time.",
    ),
    remedy: Bilingual::new(
        "Flyt målingen til den serie, den hører til, eller ret indikator eller enhed.",
        "Move the measurement to the series it belongs to, or correct the indicator or the unit.",
    ),
    example: Bilingual::new(
        "I serien for afdeling A ligger en måling fra afdeling B.",
        "The series of department A holds a measurement from department B.",
    ),
    implies: &[],
    requires: &[],
};

const INDICATOR: Bilingual = Bilingual::new("indikator", "indicator");
const UNIT: Bilingual = Bilingual::new("indberettende enhed", "reporting unit");

pub(crate) fn of_the_series(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.measurements.is_empty() {
        return;
    }
    let (has_indicator, has_unit) = (series.indicator.is_some(), series.reporting_unit.is_some());
    cx.all_stated(at, [(has_indicator, INDICATOR), (has_unit, UNIT)]);
    let list = at.key("measurements");
    for (n, one) in series.measurements.iter().enumerate() {
        let at = list.item(n, one.id);
        let (indicator, unit) = (one.indicator.is_some(), one.reporting_unit.is_some());
        cx.all_stated(&at, [(indicator || !has_indicator, INDICATOR), (unit || !has_unit, UNIT)]);
        if let (Some(series), Some(measurement)) = (series.indicator, one.indicator)
            && series != measurement
        {
            let facts = OtherIndicator { series: series.subject(), measurement: measurement.subject() };
            cx.not_met(&at.key("indicator"), facts);
        }
        if let (Some(series), Some(measurement)) = (series.reporting_unit, one.reporting_unit)
            && series != measurement
        {
            let facts = OtherUnit { series: series.subject(), measurement: measurement.subject() };
            cx.not_met(&at.key("reportingUnit"), facts);
        }
    }
}

/// What kind of result it is.
pub(super) struct Form<'a> {
    key: &'static str,
    label: Bilingual,
    unit: Option<&'a Unit>,
    pub(super) unit_of_target: &'a Unit,
}

impl<'a> Form<'a> {
    const fn of(observed: &'a Observed) -> Self {
        let (key, label, unit) = match observed {
            Observed::Share { .. } => ("share", Bilingual::new("en andel", "a share"), None),
            Observed::Count { .. } => ("count", Bilingual::new("et antal", "a count"), None),
            Observed::Value { unit, .. } => ("value", Bilingual::new("et tal", "a figure"), Some(unit)),
            Observed::Rate { unit, .. } => ("rate", Bilingual::new("en rate", "a rate"), Some(unit)),
            Observed::Subgroup { unit, .. } => {
                ("subgroup", Bilingual::new("en stikprøve", "a subgroup"), Some(unit))
            }
        };
        Self { key, label, unit, unit_of_target: observed.unit_of_target() }
    }

    /// The form of the first measurement with a result, by period and id: the others are held against it.
    pub(super) fn of_series(series: &'a MeasurementSeries) -> Option<Self> {
        let with_result = series.measurements.iter().filter(|one| one.observed.is_some());
        let first = with_result.min_by_key(|one| (one.period.is_none(), one.period, one.id))?;
        first.observed.as_ref().map(Self::of)
    }

    fn is_that_of(&self, one: &Measurement) -> bool {
        one.observed.as_ref().map(Form::of).is_none_or(|form| (form.key, form.unit) == (self.key, self.unit))
    }
}

/// Are all measurements with a result found alike?
pub(super) fn are_alike(series: &MeasurementSeries, form: &Form<'_>) -> bool {
    series.measurements.iter().all(|one| form.is_that_of(one))
}

/// The words for a unit.
pub(super) const fn words(unit: &Unit) -> Bilingual {
    unit.label()
}

facts! {
    /// The result has another form than that of the first measurement.
    struct FoundOtherwise {
        /// The form of the first measurement.
        first / "first": Bilingual,
        /// The form of this one.
        found / "found": Bilingual,
    }
    message |facts, lang, f| {
        let (first, found) = (facts.first.in_lang(lang), facts.found.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "målingen er {found}, men seriens første er {first}"),
            Lang::En => write!(f, "the measurement is {found}, but the first of the series is {first}"),
        }
    }
}

facts! {
    /// The result has another unit than that of the first measurement.
    struct InOtherUnit {
        /// The unit of the first measurement.
        first / "first": Bilingual,
        /// The unit of this one.
        found / "found": Bilingual,
    }
    message |facts, lang, f| {
        let (first, found) = (facts.first.in_lang(lang), facts.found.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "målingens enhed er \"{found}\", men seriens første har \"{first}\""),
            Lang::En => write!(f, "the unit is \"{found}\", but that of the first measurement is \"{first}\""),
        }
    }
}

facts! {
    /// The unit has a name, and it is another than that of the first measurement.
    struct UnitNamedOtherwise {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "målingens enhed hedder noget andet end i seriens første måling",
        Lang::En => "the unit is called something else than in the first measurement of the series",
    })
}

pub(crate) static ALIKE: Rule = Rule {
    code: codes::SER005,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
    ],
    title: Bilingual::new(
        "alle målinger i en serie har samme form og enhed",
        "all measurements of a series have the same form and unit",
    ),
    why: Bilingual::new(
        "En andel og et antal, eller dage og timer, ligger ikke på samme akse.",
        "A share and a count, or days and hours, do not lie on one axis.",
    ),
    remedy: Bilingual::new(
        "Regn målingen om, eller flyt den til en serie for sig.",
        "Convert the measurement, or move it to a series of its own.",
    ),
    example: Bilingual::new(
        "Elleve måneder er andele, og december er kun et antal.",
        "Eleven months are shares, and December is a count alone.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn alike(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(first) = Form::of_series(series) else { return };
    let list = at.key("measurements");
    for (n, one) in series.measurements.iter().enumerate() {
        let Some(found) = one.observed.as_ref().map(Form::of) else { continue };
        if first.is_that_of(one) {
            continue;
        }
        let at = list.item(n, one.id);
        let at = at.key("observed");
        if first.key != found.key {
            cx.not_met(&at, FoundOtherwise { first: first.label, found: found.label });
        } else if let (Some(first), Some(unit)) = (first.unit, found.unit) {
            let at = at.key(found.key);
            let at = at.key("unit");
            let (first, found) = (words(first), words(unit));
            if first == found {
                cx.not_met(&at, UnitNamedOtherwise {});
            } else {
                cx.not_met(&at, InOtherUnit { first, found });
            }
        }
    }
}
