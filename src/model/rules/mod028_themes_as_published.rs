//! The common themes of the first generation are those that were selected for it.

use alloc::vec::Vec;

use crate::codes;
use crate::model::{GENERATION_1, PublishedTheme, StandardArea, StandardSet, Theme};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, Folded, count};

#[cfg(test)]
use super::small_profile;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{model, rule::trial::Breaks, strategy::generation_1};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD028,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-069"],
    sources: &[SourceRef::quality_model("Kvalitetsmål/standarder")],
    title: Bilingual::new(
        "første generations fælles temaer er dem, der er udvalgt til hvert område",
        "the common themes of the first generation are those selected for each area",
    ),
    why: Bilingual::new(
        "Et sæt, der kalder sig første generation, skal kunne sammenlignes med de andre regioners, tema for tema.",
        "A set that calls itself the first generation must be comparable with those of the other regions, theme by theme.",
    ),
    remedy: Bilingual::new(
        "Ret navnene og områderne på de fælles temaer, markér en regions egne temaer som regionale, eller ret, hvilken generation sættet er. Et tema, der har fået nyt navn, genkendes på sit id.",
        "Correct the names and areas of the common themes, mark the themes of a region as regional, or correct the generation of the set. A theme with a new name is recognised by its id.",
    ),
    example: Bilingual::new(
        "Ledelse står to gange blandt de tre organisatoriske temaer, og Arbejdsmiljø mangler.",
        "Management is listed twice among the three organisational themes, and the working environment is missing.",
    ),
    requires: &[codes::MOD001],
    ..Rule::DERIVED
};

message! {
    WithoutThemes { area: Bilingual, themes: Vec<Bilingual> }
    "{area} har ikke {themes:eller} blandt sine fælles temaer",
    "{area} does not have {themes:or} among its common themes",
}

const NAME: Bilingual = Bilingual::new("temaets danske navn", "the Danish name of the theme");

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !set.is_generation_1() {
        return;
    }
    let each = cx.context().profile().figures().themes_per_area();
    let list = at.key("themes");
    for &area in StandardArea::ALL {
        let published = || GENERATION_1.themes.iter().filter(|theme| theme.area == area);
        let common = || {
            let all = set.themes.iter().enumerate();
            all.filter(|(_, theme)| theme.origin.is_common() && theme.area == area)
        };
        // A profile can have other numbers than the publication.
        if count(published().count()) != each {
            continue;
        }
        if count(common().count()) != each {
            cx.depends_on(at, codes::MOD001);
            continue;
        }
        let missing = || published().filter(|one| !common().any(|(_, theme)| is_theme(theme, one)));
        if missing().next().is_none() {
            continue;
        }
        let unnamed = || common().filter(|(_, theme)| danish(theme).is_none() && !is_of_2007(theme));
        if unnamed().next().is_none() {
            let themes = missing().map(|one| one.name).collect();
            cx.not_met(at, WithoutThemes { area: area.label(), themes });
        }
        for (n, theme) in unnamed() {
            cx.not_assessable(&list.item(n, theme.id), NAME);
        }
    }
}

/// By its id, whatever its name is now, or else by its Danish name.
fn is_theme(theme: &Theme, published: &PublishedTheme) -> bool {
    if is_of_2007(theme) {
        theme.id == published.id
    } else {
        danish(theme) == Some(Folded::of_words(published.name.da))
    }
}

fn is_of_2007(theme: &Theme) -> bool {
    GENERATION_1.themes.iter().any(|one| one.id == theme.id)
}

fn danish(theme: &Theme) -> Option<Folded<'_>> {
    Folded::stated(theme.name.as_ref()?.da.as_ref())
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        *set = generation_1(tape);
        let common = set.themes.iter_mut().filter(|theme| theme.origin.is_common());
        let names = ["Økonomi", "Hygiejne"];
        // One of the six has another name than before, whichever it is.
        for (theme, name) in common.take(2).zip(names) {
            theme.name = Some(model::Name { da: Some(name.into()), en: None });
        }
    },
    |set, tape| {
        *set = generation_1(tape);
        let n = tape.index(6);
        if let Some(theme) = set.themes.iter_mut().filter(|theme| theme.origin.is_common()).nth(n) {
            theme.name = None;
        }
    },
];

#[cfg(test)]
macro_rules! themes {
    ($generation:literal: $( $n:literal $area:literal $name:literal ),+) => {
        concat!(
            r#"{ "id": "00000000-0000-4000-8000-000000000001", "generation": "#, $generation,
            r#", "themes": [ { "id": "00000000-0000-4000-8000-000000000019", "area": "organisational",
                "origin": { "regional": {} }, "name": { "da": "Økonomi" } }"#,
            $( r#", { "id": ""#, $n, r#"", "area": ""#, $area, r#"", "origin": "common", "name": { "da": ""#, $name, r#"" } }"#, )+
            "] }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // In any order, and in capitals; the theme of a region does not count.
    accepts(themes!("1":
        "00000000-0000-4000-8000-000000000011" "organisational" "KOMPETENCEUDVIKLING ",
        "00000000-0000-4000-8000-000000000012" "organisational" "Ledelse",
        "00000000-0000-4000-8000-000000000013" "organisational" "arbejdsmiljø",
        "00000000-0000-4000-8000-000000000014" "serviceSpecific" "Kommunikation",
        "00000000-0000-4000-8000-000000000015" "serviceSpecific" "Individuelle pædagogiske planer",
        "00000000-0000-4000-8000-000000000016" "serviceSpecific" "Brugerinddragelse")),
    // Renamed, and still the same theme.
    accepts(themes!("1":
        "00000000-0000-4000-8000-000000000011" "organisational" "Kompetenceudvikling",
        "00000000-0000-4000-8000-000000000012" "organisational" "Ledelse",
        "00000000-0000-4000-8000-000000000013" "organisational" "Arbejdsmiljø",
        "6b76616c-6974-8000-8000-000100010400" "serviceSpecific" "Indflydelse på eget liv",
        "00000000-0000-4000-8000-000000000015" "serviceSpecific" "Individuelle pædagogiske planer",
        "00000000-0000-4000-8000-000000000016" "serviceSpecific" "Kommunikation")),
    accepts(themes!("2": "00000000-0000-4000-8000-000000000011" "organisational" "Økonomi")),
    // A profile with other numbers, to which the publication does not apply.
    accepts(themes!("1":
        "00000000-0000-4000-8000-000000000011" "organisational" "Økonomi",
        "00000000-0000-4000-8000-000000000014" "serviceSpecific" "Medicin"))
    .under(small_profile),
    // One of them twice, and another name.
    refuses(
        themes!("1":
            "00000000-0000-4000-8000-000000000011" "organisational" "Ledelse",
            "00000000-0000-4000-8000-000000000012" "organisational" "Ledelse",
            "00000000-0000-4000-8000-000000000013" "organisational" "Økonomi",
            "00000000-0000-4000-8000-000000000014" "serviceSpecific" "Kommunikation",
            "00000000-0000-4000-8000-000000000015" "serviceSpecific" "Individuelle pædagogiske planer",
            "00000000-0000-4000-8000-000000000016" "serviceSpecific" "Brugerinddragelse"),
        &[not_met(
            "",
            "det organisatoriske område har ikke Arbejdsmiljø eller Kompetenceudvikling blandt sine fælles temaer",
            "the organisational area does not have Working environment or Development of skills among its common themes",
        )],
    ),
    // Two themes, each in the area of the other.
    refuses(
        themes!("1":
            "00000000-0000-4000-8000-000000000011" "organisational" "Brugerinddragelse",
            "00000000-0000-4000-8000-000000000012" "organisational" "Arbejdsmiljø",
            "00000000-0000-4000-8000-000000000013" "organisational" "Kompetenceudvikling",
            "00000000-0000-4000-8000-000000000014" "serviceSpecific" "Kommunikation",
            "00000000-0000-4000-8000-000000000015" "serviceSpecific" "Individuelle pædagogiske planer",
            "00000000-0000-4000-8000-000000000016" "serviceSpecific" "Ledelse"),
        &[
            not_met(
                "",
                "det organisatoriske område har ikke Ledelse blandt sine fælles temaer",
                "the organisational area does not have Management among its common themes",
            ),
            not_met(
                "",
                "det målgruppe- og ydelsesspecifikke område har ikke Brugerinddragelse blandt sine fælles temaer",
                "the service-specific area does not have User involvement among its common themes",
            ),
        ],
    ),
    // A theme without a name can be the one that is missing. Another rule checks how many there are.
    refuses(
        themes!("1":
            "00000000-0000-4000-8000-000000000011" "organisational" " ",
            "00000000-0000-4000-8000-000000000012" "organisational" "Arbejdsmiljø",
            "00000000-0000-4000-8000-000000000013" "organisational" "Kompetenceudvikling",
            "00000000-0000-4000-8000-000000000014" "serviceSpecific" "Kommunikation"),
        &[
            not_assessable(
                "/themes/1",
                "kan ikke vurderes; mangler: temaets danske navn",
                "cannot be assessed; missing: the Danish name of the theme",
            ),
            not_evaluated("", "MOD001"),
        ],
    ),
];
