//! The target over time.

use chrono::NaiveDate;

use super::sameness::{Form, are_alike, words};
use crate::date::day_in_lang;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, facts};
use crate::series::MeasurementSeries;
use crate::series::ordered::begins_again;
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// Another target holds from the same day.
    struct HoldsAgain {
        /// The day.
        from / "from": NaiveDate,
    }
    message |facts, lang, f| {
        let from = day_in_lang(facts.from, lang);
        match lang {
            Lang::Da => write!(f, "et andet mål gælder også fra {from}"),
            Lang::En => write!(f, "another target holds from {from} as well"),
        }
    }
}

facts! {
    /// Several targets hold from the beginning.
    struct BothFromTheBeginning {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "et andet mål gælder også fra seriens begyndelse",
        Lang::En => "another target holds from the beginning as well",
    })
}

pub(crate) static HOLD_APART: Rule = Rule {
    code: codes::SER013,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, targets")],
    title: Bilingual::new("til enhver tid gælder ét mål", "one target holds at a time"),
    why: Bilingual::new(
        "Serien modsiger sig selv: ingen kan se, hvilket af de to mål målingerne skal holdes op imod.",
        "The series contradicts itself: nobody can see which of the two targets the measurements are held against.",
    ),
    remedy: Bilingual::new(
        "Slet det ene mål, eller ret den dag, det gælder fra.",
        "Delete one of the targets, or correct the day it holds from.",
    ),
    example: Bilingual::new(
        "Fra 1. januar 2024 gælder både 80 % og 90 %.",
        "From 1 January 2024 both 80% and 90% hold.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn hold_apart(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("targets");
    begins_again(&series.targets.iter().map(|target| target.from), |n, from| match from {
        Some(from) => cx.not_met(&list.index(n).key("from"), HoldsAgain { from }),
        None => cx.not_met(&list.index(n), BothFromTheBeginning {}),
    });
}

facts! {
    /// The unit of the target is not that of the measurements.
    struct OtherUnit {
        /// The unit of the target.
        stated / "stated": Bilingual,
        /// The unit that the measurements call for.
        expected / "expected": Bilingual,
    }
    message |facts, lang, f| {
        let (stated, expected) = (facts.stated.in_lang(lang), facts.expected.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "målets enhed er \"{stated}\", men til målingerne hører \"{expected}\""),
            Lang::En => write!(f, "the unit of the target is \"{stated}\", but the measurements call for \"{expected}\""),
        }
    }
}

facts! {
    /// The unit of the target has a name, and it is another than that of the measurements.
    struct UnitNamedOtherwise {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "målets enhed hedder noget andet end målingernes",
        Lang::En => "the unit of the target is called something else than that of the measurements",
    })
}

pub(crate) static UNIT_FITS: Rule = Rule {
    code: codes::SER014,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &[],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "series, targets"),
        SourceRef::new(SourceDocument::RUN_CHARTS_HANDBOOK, "5.10"),
    ],
    title: Bilingual::new("målet har den enhed, der måles i", "the target has the unit that is measured in"),
    why: Bilingual::new(
        "Serien modsiger sig selv: et mål i timer kan ikke holdes op mod målinger i dage.",
        "The series contradicts itself: a target in hours cannot be held against measurements in days.",
    ),
    remedy: Bilingual::new(
        "Angiv målet i målingernes enhed: procent for andele, antal for antal, og for rater eksponeringens enhed.",
        "State the target in the unit of the measurements: percent for shares, count for counts, and for rates the unit of the exposure.",
    ),
    example: Bilingual::new(
        "Målingerne er andele, og målet er 4 i antal.",
        "The measurements are shares, and the target is a count of 4.",
    ),
    implies: &[],
    requires: &[codes::SER005],
};

pub(crate) fn unit_fits(series: &MeasurementSeries, at: &Path<'_>, cx: &mut Checker<'_>) {
    if series.targets.is_empty() {
        return;
    }
    // Nothing is measured yet: there is no unit to fit.
    let Some(form) = Form::of_series(series) else { return };
    let list = at.key("targets");
    if !are_alike(series, &form) {
        cx.depends_on(&list, codes::SER005);
        return;
    }
    let unit = form.unit_of_target;
    for (n, target) in series.targets.iter().enumerate() {
        if target.unit == *unit {
            continue;
        }
        let at = list.index(n);
        let (stated, expected) = (words(&target.unit), words(unit));
        if stated == expected {
            cx.not_met(&at.key("unit"), UnitNamedOtherwise {});
        } else {
            cx.not_met(&at.key("unit"), OtherUnit { stated, expected });
        }
    }
}
