//! A guiding document that is common to all regions is about a standard that they share.

use crate::codes;
use crate::id::Id;
use crate::model::{GuidanceLayer, GuidingDocument, Origin, Standard, StandardSet};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::sorted::{of, sorted_of};
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, add_theme, added_standard, region},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD044,
    severity: Severity::Information,
    requirements: &["R-077"],
    sources: &[SourceRef::quality_model("Ressourceforbrug")],
    title: Bilingual::new(
        "et nationalt retningsgivende dokument handler om mindst én standard, som regionerne er fælles om",
        "a national guiding document is about at least one standard that the regions share",
    ),
    why: Bilingual::new(
        "Selv for de fælles standarder er vejledningerne en regional opgave. Til en standard, som kun én region har, skriver regionen dem selv; en myndigheds vejledning kan dog gælde, uanset hvem der har standarden.",
        "Even for the common standards, guidance is a regional task. For a standard that one region alone has, that region writes it itself; but a guideline of an authority can apply whoever has the standard.",
    ),
    remedy: Bilingual::new(
        "Ret niveauet til regionalt, eller ret henvisningen til standarden. Kommer dokumentet fra en myndighed, er der intet at rette.",
        "Correct the layer to regional, or correct the reference to the standard. If the document comes from an authority, there is nothing to correct.",
    ),
    example: Bilingual::new(
        "Region Sjællands egen standard om henvendelser har en retningslinje, der står som national.",
        "Region Sjælland's own standard on enquiries has a guideline that is listed as national.",
    ),
    ..Rule::DERIVED
};

message! {
    OfOneRegion {}
    "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
    "the document is listed as national, but is only about what one region has as a standard",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_national =
        |one: &GuidingDocument| one.layer == GuidanceLayer::National && !one.standards.is_empty();
    if !set.guidance.iter().any(is_national) {
        return;
    }
    let list = at.key("guidance");
    let ids = set.standards.iter().enumerate().map(|(n, one)| (one.id.uuid(), n));
    sorted_of(&ids, |by_id| {
        for (n, one) in set.guidance.iter().enumerate().filter(|(_, one)| is_national(one)) {
            let with_id = |id: &Id<Standard>| of(by_id, id.uuid());
            // One that is not in the set may be common.
            let is_known = one.standards.iter().all(|id| !with_id(id).is_empty());
            let about = one.standards.iter().flat_map(with_id);
            if is_known && are_of_one(&about.filter_map(|(_, n)| Some(&set.standards.get(*n)?.origin))) {
                cx.not_met(&list.index(n).key("layer"), OfOneRegion {});
            }
        }
    });
}

/// Whether all are of a region, and no two of different ones, as [`are_two`](super::mod035_own_of_one_region::are_two)
/// compares two: of one name, and of one id unless all are known by their name.
fn are_of_one<'o>(origins: &(impl Iterator<Item = &'o Origin> + Clone)) -> bool {
    let regions = origins.clone().filter_map(|origin| match origin {
        Origin::Regional { region, name } => Some((*region, Folded::stated(name.as_ref()))),
        _ => None,
    });
    let are_known_by_name = regions.clone().all(|(id, name)| name.is_some() || id.is_none());
    !origins.clone().any(Origin::is_common)
        && are_equal(regions.clone().filter_map(|(_, name)| name))
        && (are_known_by_name || are_equal(regions.filter_map(|(id, _)| id)))
}

fn are_equal<T: PartialEq>(mut all: impl Iterator<Item = T>) -> bool {
    all.next().is_none_or(|first| all.all(|other| other == first))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    let theme = add_theme(set, region(), tape);
    let standard = added_standard(1, theme, region(), tape);
    let title = Some(tape.said());
    let one = GuidingDocument {
        title,
        standards: [standard.id].into(),
        ..GuidingDocument::new(GuidanceLayer::National)
    };
    set.guidance.push(one);
    add_standard(set, standard, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // About no standard, about a common one, too, about those of two regions, about one that is not there, and of a region.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common" },
                { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "name": "Region Nord" } } },
                { "id": "00000000-0000-4000-8000-000000000023", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "name": "Region Syd" } } }
            ],
            "guidance": [
                { "layer": "national" },
                { "layer": "national", "standards": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000021"] },
                { "layer": "national", "standards": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000023"] },
                { "layer": "national", "standards": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000029"] },
                { "layer": "regional", "standards": ["00000000-0000-4000-8000-000000000022"] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                { "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} } },
                { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": { "name": "Region Nord" } } }
            ],
            "guidance": [
                { "layer": "local" },
                { "layer": "national", "standards": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000021"] }
            ]
        }"#,
        &[not_met(
            "/guidance/1/layer",
            "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
            "the document is listed as national, but is only about what one region has as a standard",
        )],
    ),
    // Standards of one region by id and by name, and of two with one name.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": {
                        "regional": { "region": "00000000-0000-4000-8000-000000000051", "name": "Region Nord" }
                    }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": { "name": "Region Nord" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": {
                        "regional": { "region": "00000000-0000-4000-8000-000000000052", "name": "Region Nord" }
                    }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000024", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000051" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000025", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": { "region": "00000000-0000-4000-8000-000000000052" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000026", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": {} }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000027", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": { "regional": { "name": "Region Syd" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000028", "theme": "00000000-0000-4000-8000-000000000011",
                    "origin": "common"
                }
            ],
            "guidance": [
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000022"]
                },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000023"]
                },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000024", "00000000-0000-4000-8000-000000000025"]
                },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000024"]
                },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000024"]
                },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000026", "00000000-0000-4000-8000-000000000027"]
                },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000025"]
                },
                { "layer": "national", "standards": ["00000000-0000-4000-8000-000000000026"] },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000021", "00000000-0000-4000-8000-000000000028"]
                },
                {
                    "layer": "national",
                    "standards": ["00000000-0000-4000-8000-000000000022", "00000000-0000-4000-8000-000000000027"]
                }
            ]
        }"#,
        &[
            not_met(
                "/guidance/0/layer",
                "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
                "the document is listed as national, but is only about what one region has as a standard",
            ),
            not_met(
                "/guidance/1/layer",
                "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
                "the document is listed as national, but is only about what one region has as a standard",
            ),
            not_met(
                "/guidance/3/layer",
                "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
                "the document is listed as national, but is only about what one region has as a standard",
            ),
            not_met(
                "/guidance/4/layer",
                "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
                "the document is listed as national, but is only about what one region has as a standard",
            ),
            not_met(
                "/guidance/5/layer",
                "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
                "the document is listed as national, but is only about what one region has as a standard",
            ),
            not_met(
                "/guidance/7/layer",
                "dokumentet står som nationalt, men handler kun om det, som en enkelt region har en standard om",
                "the document is listed as national, but is only about what one region has as a standard",
            ),
        ],
    ),
];
