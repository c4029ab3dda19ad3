//! What is common does not hang on what is one region's own.

use super::with_places;
use crate::model::{Origin, Standard, StandardSet};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

facts! {
    /// Something common belongs to something regional.
    struct CommonOnRegional {
        /// What is common.
        common / "common": Bilingual,
        /// What it belongs to.
        regional / "regional": Bilingual,
    }
    message |facts, lang, f| {
        let (common, regional) = (facts.common.in_lang(lang), facts.regional.in_lang(lang));
        match lang {
            Lang::Da => write!(f, "{common} er fælles, men {regional} tilhører en enkelt region"),
            Lang::En => write!(f, "{common} is common, but {regional} belongs to one region alone"),
        }
    }
}

pub(crate) static COMMON_HANGS_ON_COMMON: Rule = Rule {
    code: codes::MOD009,
    severity: Severity::Error,
    basis: Basis::Derived,
    since: 1,
    requirements: &["R-074"],
    sources: &[SourceRef::quality_model(super::SCOPE)],
    title: Bilingual::new(
        "det, der hører til en regions eget tema eller egen standard, er også regionalt",
        "what belongs to a region's own theme or standard is regional too",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: regionerne kan ikke være fælles om en indikator til en standard, \
         som kun én region har.",
        "The document contradicts itself: the regions cannot share an indicator of a standard that only \
         one region has.",
    ),
    remedy: Bilingual::new(
        "Angiv begge som fælles eller begge som regionale.",
        "State both as common, or both as regional.",
    ),
    example: Bilingual::new(
        "En region tilføjer en standard, og dens indikatorer er angivet som fælles.",
        "A region adds a standard, and its indicators are stated as common.",
    ),
    implies: &[],
    requires: &[],
};

const STANDARD: Bilingual = Bilingual::new("standarden", "the standard");

pub(crate) fn common_hangs_on_common(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    with_places(set, |place_of| {
        for (n, standard) in set.standards.iter().enumerate() {
            let at = list.item(n, standard.id);
            if !standard.origin.is_common() {
                common_indicators(standard, &at, cx);
            } else if place_of(standard.theme).is_some_and(|theme| theme.regional) {
                let regional = Bilingual::new("dens tema", "its theme");
                cx.not_met(&at.key("origin"), CommonOnRegional { common: STANDARD, regional });
            }
        }
    });
}

/// Reports the common indicators of a regional standard.
fn common_indicators(standard: &Standard, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("indicators");
    for (n, indicator) in standard.indicators.iter().enumerate() {
        if indicator.origin.as_ref().is_some_and(Origin::is_common) {
            let common = Bilingual::new("indikatoren", "the indicator");
            let facts =
                CommonOnRegional { common, regional: Bilingual::new("dens standard", "its standard") };
            cx.not_met(&list.item(n, indicator.id).key("origin"), facts);
        }
    }
}
