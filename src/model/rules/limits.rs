//! How many themes, standards and indicators the first generation has.

use super::{Counted, SCOPE, with_places};
use crate::model::{StandardArea, StandardSet};
use crate::report::{Figures, Path};
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, facts};
use crate::text::Bilingual;
use crate::{Lang, codes};

/// The common themes, standards and indicators of a set, or of one area of it.
///
/// A standard whose theme is not in the set has no area, and is not counted.
#[derive(Clone, Copy, Default)]
struct Common {
    themes: u64,
    standards: u64,
    indicators: u64,
}

impl Common {
    fn of(set: &StandardSet, only: Option<StandardArea>) -> Self {
        let within = |area: StandardArea| only.is_none_or(|only| only == area);
        let themes = set.themes.iter().filter(|theme| theme.origin.is_common() && within(theme.area));
        let mut common = Self { themes: crate::text::count(themes.count()), ..Self::default() };
        with_places(set, |place_of| {
            for standard in set.standards.iter().filter(|standard| standard.origin.is_common()) {
                if place_of(standard.theme).is_some_and(|theme| within(theme.area)) {
                    let indicators = crate::text::count(standard.common_indicators().count());
                    common.standards = common.standards.saturating_add(1);
                    common.indicators = common.indicators.saturating_add(indicators);
                }
            }
        });
        common
    }
}

/// Has the common set more standards, and more indicators, than the first generation works towards?
pub(super) fn broken_limits(set: &StandardSet, figures: &Figures) -> (bool, bool) {
    let common = Common::of(set, None);
    (
        common.standards > u64::from(figures.standards_at_most),
        common.indicators > u64::from(figures.indicators_at_most),
    )
}

facts! {
    /// An area of the first generation has other numbers than the publication gives.
    struct OtherNumbers {
        /// Which area.
        area / "area": Bilingual,
        /// Its common themes.
        themes / "themes": u64,
        /// Their common standards.
        standards / "standards": u64,
        /// As many of each it has.
        each / "each": u64,
    }
    message |facts, lang, f| {
        f.write_str(facts.area.in_lang(lang))?;
        f.write_str(match lang {
            Lang::Da => " har ",
            Lang::En => " has ",
        })?;
        Counted::themes(facts.themes).write(lang, f)?;
        f.write_str(match lang {
            Lang::Da => " og ",
            Lang::En => " and ",
        })?;
        Counted::standards(facts.standards).write(lang, f)?;
        match lang {
            Lang::Da => write!(f, "; første generation har {} af hver", facts.each),
            Lang::En => write!(f, "; the first generation has {} of each", facts.each),
        }
    }
}

pub(crate) static THREE_IN_EACH_AREA: Rule = Rule {
    code: codes::MOD001,
    severity: Severity::Error,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-069", "R-074"],
    sources: &[SourceRef::quality_model(SCOPE), SourceRef::quality_model("Kvalitetsmål/standarder")],
    title: Bilingual::new(
        "første generation har tre temaer med hver sin standard på hvert af de to områder",
        "the first generation has three themes, each with its standard, in each of the two areas",
    ),
    why: Bilingual::new(
        "Et sæt, der kalder sig første generation, skal kunne lægges ved siden af de andres.",
        "A set that calls itself the first generation must compare with everyone else's.",
    ),
    remedy: Bilingual::new(
        "Ret temaerne, angiv en regions egne som regionale, eller angiv den generation, sættet er.",
        "Correct the themes, state a region's own as regional, or state the generation that the set is.",
    ),
    example: Bilingual::new(
        "Medicinhåndtering som fjerde tema på det ydelsesspecifikke område i første generation.",
        "Medication as a fourth theme of the service-specific area in the first generation.",
    ),
    implies: &[],
    requires: &[],
};

pub(crate) fn three_in_each_area(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !set.is_generation_1() {
        return;
    }
    let each = u64::from(cx.context().profile().figures().themes_per_area);
    for &area in StandardArea::ALL {
        let Common { themes, standards, .. } = Common::of(set, Some(area));
        if themes != each || standards != each {
            cx.not_met(&at.key("themes"), OtherNumbers { area: area.label(), themes, standards, each });
        }
    }
}

facts! {
    /// The common set has more standards than the first generation works towards.
    struct TooManyStandards {
        /// The common standards.
        standards / "standards": u64,
        /// The most that is worked towards.
        at_most / "atMost": u64,
    }
    message |facts, lang, f| above(&Counted::standards(facts.standards), facts.at_most, lang, f)
}

facts! {
    /// The common set has more indicators than the first generation works towards.
    struct TooManyIndicators {
        /// The common indicators.
        indicators / "indicators": u64,
        /// The most that is worked towards.
        at_most / "atMost": u64,
    }
    message |facts, lang, f| above(&Counted::indicators(facts.indicators), facts.at_most, lang, f)
}

fn above(counted: &Counted, at_most: u64, lang: Lang, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
    f.write_str(match lang {
        Lang::Da => "sættet har ",
        Lang::En => "the set has ",
    })?;
    counted.write(lang, f)?;
    match lang {
        Lang::Da => write!(f, "; der arbejdes hen imod højst {at_most}"),
        Lang::En => write!(f, "; the aim is {at_most} at most"),
    }
}

pub(crate) static STANDARDS_AT_MOST: Rule = Rule {
    code: codes::MOD004,
    severity: Severity::Warning,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-072", "R-074"],
    sources: &[SourceRef::quality_model(SCOPE), SourceRef::quality_model("Ressourceforbrug")],
    title: Bilingual::new(
        "de fælles standarder i første generation overstiger ikke seks",
        "the common standards of the first generation do not exceed six",
    ),
    why: WHY,
    remedy: Bilingual::new(
        "Lad nogle udgå, eller angiv de standarder, som en region selv har valgt, som regionale.",
        "Leave some out, or state the standards that a region chose for itself as regional.",
    ),
    example: Bilingual::new(
        "Otte fælles standarder. Seks fælles og to regionale er derimod tilladt.",
        "Eight common standards. Six common ones and two regional ones are allowed.",
    ),
    // More than six standards in two areas are more than three in one of them.
    implies: &[codes::MOD001],
    requires: &[],
};

pub(crate) fn standards_at_most(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let at_most = u64::from(cx.context().profile().figures().standards_at_most);
    let standards = if set.is_generation_1() { Common::of(set, None).standards } else { 0 };
    if standards > at_most {
        cx.not_met(&at.key("standards"), TooManyStandards { standards, at_most });
    }
}

pub(crate) static INDICATORS_AT_MOST: Rule = Rule {
    code: codes::MOD005,
    severity: Severity::Warning,
    basis: Basis::Stated,
    since: 1,
    requirements: &["R-072", "R-074"],
    sources: &[SourceRef::quality_model(SCOPE), SourceRef::quality_model("Ressourceforbrug")],
    title: Bilingual::new(
        "de fælles indikatorer i første generation overstiger ikke 12",
        "the common indicators of the first generation do not exceed 12",
    ),
    why: WHY,
    remedy: Bilingual::new(
        "Lad nogle udgå, eller angiv de indikatorer, som en region selv har valgt, som regionale.",
        "Leave some out, or state the indicators that a region chose for itself as regional.",
    ),
    example: Bilingual::new(
        "3 + 2 + 2 + 2 + 2 + 2 = 13 fælles indikatorer.",
        "3 + 2 + 2 + 2 + 2 + 2 = 13 common indicators.",
    ),
    implies: &[],
    requires: &[],
};

const WHY: Bilingual = Bilingual::new(
    "Der arbejdes hen imod en ramme, så dokumentationen kan holdes på et realistisk ressourceforbrug.",
    "A limit is worked towards, so that the documentation stays within realistic resources.",
);

pub(crate) fn indicators_at_most(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let at_most = u64::from(cx.context().profile().figures().indicators_at_most);
    let indicators = if set.is_generation_1() { Common::of(set, None).indicators } else { 0 };
    if indicators > at_most {
        cx.not_met(&at.key("standards"), TooManyIndicators { indicators, at_most });
    }
}
