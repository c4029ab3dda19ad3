//! What belongs to a region's own theme or standard is of the same region.

use crate::codes;
use crate::model::{Origin, StandardSet};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{of, sorted_of};
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_indicator, added_standard},
    crate::{id::Id, model::Indicator, rule::trial::Breaks},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD035,
    requirements: &["R-074"],
    sources: &[SourceRef::quality_model("Omfang og prioritering")],
    title: Bilingual::new(
        "det, der hører til en regions eget tema eller egen standard, er den samme regions eget",
        "what belongs to a region's own theme or standard belongs to the same region",
    ),
    why: Bilingual::new(
        "Det er den enkelte region, der lader flere standarder og indikatorer indgå. En indikator for en standard, som en anden region har, kan ingen af dem bruge alene.",
        "It is the single region that adds standards and indicators. An indicator of a standard that another region has is of no use to either of them alone.",
    ),
    remedy: Bilingual::new(
        "Ret den region, der er forkert, eller flyt indikatoren eller standarden.",
        "Correct the region that is wrong, or move the indicator or the standard.",
    ),
    example: Bilingual::new(
        "Standarden er Region Sjællands egen, men dens indikator står som Region Nordjyllands.",
        "The standard is Region Sjælland's own, but its indicator is marked as that of Region Nordjylland.",
    ),
    ..Rule::DERIVED
};

message! {
    OfAnother { one: Bilingual, other: Bilingual }
    "{one} tilhører en anden region end {other}",
    "{one} and {other} belong to different regions",
}

const STANDARD_ON_THEME: OfAnother = OfAnother {
    one: Bilingual::new("standarden", "the standard"),
    other: Bilingual::new("dens tema", "its theme"),
};

const INDICATOR_ON_STANDARD: OfAnother = OfAnother {
    one: Bilingual::new("indikatoren", "the indicator"),
    other: Bilingual::new("dens standard", "its standard"),
};

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    let themes = set.themes.iter().enumerate().filter(|(_, theme)| !theme.origin.is_common());
    let themes = themes.map(|(n, theme)| (theme.id.uuid(), n));
    sorted_of(&themes, |themes| {
        for (n, standard) in set.standards.iter().enumerate() {
            if standard.origin.is_common() {
                continue;
            }
            let at = list.item(n, standard.id);
            // Where several themes have the id, none of them may be meant.
            let mut themes =
                of(themes, standard.theme.uuid()).iter().filter_map(|(_, n)| set.themes.get(*n)).peekable();
            if themes.peek().is_some() && themes.all(|theme| are_two(&theme.origin, &standard.origin)) {
                cx.not_met(&at.key("origin"), STANDARD_ON_THEME);
            }
            let list = at.key("indicators");
            for (n, indicator) in standard.indicators.iter().enumerate() {
                if indicator.origin.as_ref().is_some_and(|origin| are_two(origin, &standard.origin)) {
                    cx.not_met(&list.item(n, indicator.id).key("origin"), INDICATOR_ON_STANDARD);
                }
            }
        }
    });
}

/// Whether both are regional but of different regions, by their ids and by their names.
pub(super) fn are_two(one: &Origin, other: &Origin) -> bool {
    let (Origin::Regional { region, name }, Origin::Regional { region: other, name: other_name }) =
        (one, other)
    else {
        return false;
    };
    let ids = region.zip(*other).map(|(one, other)| one != other);
    let names = Folded::stated(name.as_ref()).zip(Folded::stated(other_name.as_ref()));
    let names = names.map(|(one, other)| one != other);
    ids.or(names) == Some(true) && names != Some(false)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        let region = |n| Origin::Regional { region: Some(Id::from_u128(n)), name: None };
        let theme = add_theme(set, region(201), tape);
        add_standard(set, added_standard(1, theme, region(202), tape), tape);
    },
    |set, tape| {
        let region = |name: &str| Origin::Regional { region: None, name: Some(name.into()) };
        let theme = add_theme(set, region("Region Nord"), tape);
        let mut standard = added_standard(1, theme, region("Region Nord"), tape);
        let origin = Some(region("Region Syd"));
        standard.indicators.push(Indicator { origin, ..added_indicator(2, tape) });
        add_standard(set, standard, tape);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // What is regional may belong to what is common; the same region by its id or its name, and one that is not stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common" },
                { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } } }
            ],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "name": "Region Syd" } },
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031" }, { "id": "00000000-0000-4000-8000-000000000032", "origin": { "regional": {} } },
                        { "id": "00000000-0000-4000-8000-000000000033", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } } },
                        { "id": "00000000-0000-4000-8000-000000000034", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000052", "name": "region syd" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000012", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Nord" } },
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000035", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000053", "name": "Nord" } } }]
                },
                { "id": "00000000-0000-4000-8000-000000000023", "theme": "00000000-0000-4000-8000-000000000019", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } } }
            ],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000012", "origin": { "regional": { "name": "Region Syd" } },
                    "indicators": [
                        { "id": "00000000-0000-4000-8000-000000000031", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000012", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000052" } },
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000032", "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } } }]
                }
            ]
        }"#,
        &[
            not_met(
                "/standards/0/origin",
                "standarden tilhører en anden region end dens tema",
                "the standard and its theme belong to different regions",
            ),
            not_met(
                "/standards/0/indicators/0/origin",
                "indikatoren tilhører en anden region end dens standard",
                "the indicator and its standard belong to different regions",
            ),
            not_met(
                "/standards/1/origin",
                "standarden tilhører en anden region end dens tema",
                "the standard and its theme belong to different regions",
            ),
            not_met(
                "/standards/1/indicators/0/origin",
                "indikatoren tilhører en anden region end dens standard",
                "the indicator and its standard belong to different regions",
            ),
        ],
    ),
    // Two themes have one id: one of them may be meant.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                    "origin": { "regional": { "name": "Region Nord" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                    "origin": { "regional": { "name": "Region Syd" } }
                }
            ],
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": { "regional": { "name": "Region Syd" } }
            }]
        }"#,
    ),
];
