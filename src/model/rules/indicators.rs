//! The indicators of a standard.

use super::limits::broken_limits;
use super::{Counted, SCOPE};
use crate::model::{Denominator, StandardSet};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::{Bilingual, is_stated};
use crate::{Lang, codes};

facts! {
    /// A standard has another number of common indicators than is set.
    struct OtherNumber {
        /// The common indicators of the standard.
        indicators / "indicators": u64,
        /// As many are set for each standard.
        set / "set": u64,
    }
    message |facts, lang, f| {
        f.write_str(match lang {
            Lang::Da => "standarden har ",
            Lang::En => "the standard has ",
        })?;
        Counted::indicators(facts.indicators).write(lang, f)?;
        let set = facts.set;
        match lang {
            Lang::Da => write!(f, "; der fastlægges {set} for hver standard, men antallet kan variere"),
            Lang::En => write!(f, "; {set} are set for each standard, but the number may vary"),
        }
    }
}

pub(crate) static NUMBER_AS_SET: Rule = Rule {
    code: codes::MOD003,
    severity: Severity::Information,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-071", "R-073", "R-074"],
    sources: &[SourceRef::quality_model(SCOPE)],
    title: Bilingual::new(
        "i første generation fastlægges to indikatorer for hver standard; antallet kan variere",
        "in the first generation two indicators are set for each standard; the number may vary",
    ),
    why: Bilingual::new(
        "Kilden siger begge dele: to for hver, og at antallet kan variere. Et andet antal er derfor ingen \
         fejl, men værd at vide.",
        "The source says both: two for each, and that the number may vary. Another number is no error, \
         then, but worth knowing.",
    ),
    remedy: Bilingual::new(
        "Undersøg, om antallet er valgt bevidst.",
        "See whether the number was chosen on purpose.",
    ),
    example: Bilingual::new(
        "3 + 1 + 2 + 2 + 2 + 2 = 12: inden for rammen, men to standarder har ikke to indikatorer.",
        "3 + 1 + 2 + 2 + 2 + 2 = 12: within the limit, but two standards do not have two indicators.",
    ),
    implies: &[],
    requires: &[codes::MOD004, codes::MOD005],
};

pub(crate) fn number_as_set(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !set.is_generation_1() {
        return;
    }
    let figures = cx.context().profile().figures();
    let list = at.key("standards");
    let (standards, indicators) = broken_limits(set, figures);
    for (broken, limit) in [(standards, codes::MOD004), (indicators, codes::MOD005)] {
        if broken {
            cx.depends_on(&list, limit);
        }
    }
    if standards || indicators {
        return;
    }
    let each = u64::from(figures.indicators_per_standard);
    for (n, standard) in set.standards.iter().enumerate() {
        let indicators = crate::text::count(standard.common_indicators().count());
        // None at all is the matter of MOD006.
        if standard.origin.is_common() && !standard.indicators.is_empty() && indicators != each {
            let at = list.item(n, standard.id);
            cx.not_met(&at.key("indicators"), OtherNumber { indicators, set: each });
        }
    }
}

facts! {
    /// A standard has no indicator.
    struct NoIndicator {}
    message |_, lang, f| f.write_str(match lang {
        Lang::Da => "standarden har ingen indikator",
        Lang::En => "the standard has no indicator",
    })
}

pub(crate) static HAS_ONE: Rule = Rule {
    code: codes::MOD006,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-075"],
    sources: &[SourceRef::quality_model(SCOPE), SourceRef::quality_model("Kvalitetsmål/standarder")],
    title: Bilingual::new("en standard har mindst én indikator", "a standard has at least one indicator"),
    why: Bilingual::new(
        "Uden indikator kan ingen se, om standarden er nået.",
        "Without an indicator nobody can see whether the standard is reached.",
    ),
    remedy: Bilingual::new(
        "Fastlæg en indikator, eller lad standarden vente.",
        "Set an indicator, or let the standard wait.",
    ),
    example: Bilingual::new(
        "En region tilføjer en standard, før dens indikatorer er valgt.",
        "A region adds a standard before its indicators are chosen.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn has_one(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    for (n, standard) in set.standards.iter().enumerate() {
        if standard.indicators.is_empty() {
            cx.not_met(&list.item(n, standard.id), NoIndicator {});
        }
    }
}

pub(crate) static DEFINED: Rule = Rule {
    code: codes::MOD007,
    severity: Severity::Warning,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-075", "R-173"],
    sources: &[
        SourceRef::quality_model("Faglige arbejdsgrupper"),
        SourceRef::agreement("1.3.1"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "en indikator har ordlyd, tæller, nævner, retning og datakilde",
        "an indicator has wording, numerator, denominator, direction and data source",
    ),
    why: Bilingual::new(
        "Ellers tæller hvert tilbud på sin måde, og tallene kan ikke sammenlignes.",
        "Otherwise each service counts in its own way, and the figures cannot be compared.",
    ),
    remedy: Bilingual::new("Tilføj de dele, der ikke er oplyst.", "Add the parts that are not stated."),
    example: Bilingual::new(
        "Publikationen fra 2007 fastsætter 12 indikatorer; ordlyden formuleres senere af sekretariatet.",
        "The publication of 2007 decides on 12 indicators; their wording comes later, from the secretariat.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn defined(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    for (n, standard) in set.standards.iter().enumerate() {
        let at = list.item(n, standard.id);
        let list = at.key("indicators");
        for (n, one) in standard.indicators.iter().enumerate() {
            if one.is_defined() {
                continue;
            }
            cx.all_stated(
                &list.item(n, one.id),
                [
                    (is_stated(one.statement.as_ref()), Bilingual::new("ordlyd", "wording")),
                    (is_stated(one.numerator.as_ref()), Bilingual::new("tæller", "numerator")),
                    (
                        one.denominator.as_ref().is_some_and(Denominator::is_stated),
                        Bilingual::new("nævner", "denominator"),
                    ),
                    (one.direction.is_some(), Bilingual::new("retning", "direction")),
                    (is_stated(one.data_source.as_ref()), Bilingual::new("datakilde", "data source")),
                ],
            );
        }
    }
}
