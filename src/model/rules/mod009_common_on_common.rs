//! What is common does not depend on what is one region's own.

use super::with_places;
use crate::codes;
use crate::model::{Origin, Standard, StandardSet};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_indicator, added_standard, region},
    crate::{model::Indicator, rule::trial::Breaks},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD009,
    severity: Severity::Error,
    requirements: &["R-074"],
    sources: &[SourceRef::quality_model("Omfang og prioritering")],
    title: Bilingual::new(
        "det, der hører til en regions eget tema eller egen standard, er også regionalt",
        "what belongs to a region's own theme or standard is regional too",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: regionerne kan ikke være fælles om en indikator for en standard, \
         som kun én region har.",
        "The document contradicts itself: the regions cannot share an indicator of a standard that only \
         one region has.",
    ),
    remedy: Bilingual::new(
        "Markér begge som fælles eller begge som regionale.",
        "Mark both as common, or both as regional.",
    ),
    example: Bilingual::new(
        "En region har tilføjet en standard, men dens indikatorer er markeret som fælles.",
        "A region has added a standard, but its indicators are marked as common.",
    ),
    ..Rule::DERIVED
};

message! {
    CommonOnRegional { common: Bilingual, regional: Bilingual }
    "{common} er fælles, men {regional} tilhører en enkelt region",
    "{common} is common, but {regional} belongs to one region alone",
}

const STANDARD_ON_THEME: CommonOnRegional = CommonOnRegional {
    common: Bilingual::new("standarden", "the standard"),
    regional: Bilingual::new("dens tema", "its theme"),
};

const INDICATOR_ON_STANDARD: CommonOnRegional = CommonOnRegional {
    common: Bilingual::new("indikatoren", "the indicator"),
    regional: Bilingual::new("dens standard", "its standard"),
};

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    with_places(set, |place_of| {
        for (n, standard) in set.standards.iter().enumerate() {
            let at = list.item(n, standard.id);
            if !standard.origin.is_common() {
                common_indicators(standard, &at, cx);
            } else if place_of(standard.theme).is_some_and(|theme| theme.regional) {
                cx.not_met(&at.key("origin"), STANDARD_ON_THEME);
            }
        }
    });
}

/// Reports the common indicators of a regional standard.
fn common_indicators(standard: &Standard, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("indicators");
    for (n, indicator) in standard.indicators.iter().enumerate() {
        if indicator.origin.as_ref().is_some_and(Origin::is_common) {
            cx.not_met(&list.item(n, indicator.id).key("origin"), INDICATOR_ON_STANDARD);
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        set.generation = None; // the number of common standards is fixed in the first generation
        let theme = add_theme(set, region(), tape);
        add_standard(set, added_standard(1, theme, Origin::Common, tape), tape);
    },
    |set, tape| {
        let theme = add_theme(set, region(), tape);
        let mut standard = added_standard(1, theme, region(), tape);
        standard.indicators.push(Indicator { origin: Some(Origin::Common), ..added_indicator(2, tape) });
        add_standard(set, standard, tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The indicators of a region's standard are regional if nothing is said of their origin.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific",
                    "origin": { "regional": {} }
                }
            ],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000031", "origin": "common" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000012", "origin": { "regional": {} },
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000032" },
                        { "id": "00000000-0000-4000-8000-000000000033", "origin": { "regional": {} } }
                    ]
                }
            ]
        }"#,
    ),
    // What is regional may belong to what is common; nothing is known of an unknown theme.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000019", "origin": "common"
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                "origin": { "regional": {} }
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": { "name": "Region Sjælland" } },
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031" },
                        { "id": "00000000-0000-4000-8000-000000000032", "origin": "common" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/indicators/1/origin",
                "indikatoren er fælles, men dens standard tilhører en enkelt region",
                "the indicator is common, but its standard belongs to one region alone",
            ),
            not_met(
                "/standards/1/origin",
                "standarden er fælles, men dens tema tilhører en enkelt region",
                "the standard is common, but its theme belongs to one region alone",
            ),
        ],
    ),
];
