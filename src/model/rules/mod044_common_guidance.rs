//! A guiding document that is common to all regions is about a standard that they share.

use super::mod035_own_of_one_region::are_two;
use crate::codes;
use crate::model::{GuidanceLayer, GuidingDocument, Standard, StandardSet};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::sorted::{ById, index};
use crate::text::Bilingual;

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
        "Det nationale niveau er fælles for alle regioner. En standard, som kun én region har, vejleder regionen selv i; en vejledning fra en myndighed kan dog gælde uanset, hvem der har standarden.",
        "The national layer is common to all regions. For a standard that one region alone has, the region issues its own guideline; but a guideline of an authority can apply whoever has the standard.",
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
    "dokumentet står som nationalt, men handler kun om det, en enkelt region har som standard",
    "the document is listed as national, but is only about what one region has as a standard",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_national =
        |one: &GuidingDocument| one.layer == GuidanceLayer::National && !one.standards.is_empty();
    if !set.guidance.iter().any(is_national) {
        return;
    }
    let list = at.key("guidance");
    ById::of(set.standards.iter().map(|one| one.id.uuid()), |by_id| {
        for (n, one) in set.guidance.iter().enumerate().filter(|(_, one)| is_national(one)) {
            // One that is not in the set may be common.
            let mut about = one.standards.iter().map(|id| set.standards.get(index(by_id.first(id.uuid())?)));
            let Some(Some(first)) = about.clone().next() else { continue };
            let is_of_one = |other: Option<&Standard>| {
                other.is_some_and(|other| !other.origin.is_common() && !are_two(&first.origin, &other.origin))
            };
            if about.all(is_of_one) {
                cx.not_met(&list.index(n).key("layer"), OfOneRegion {});
            }
        }
    });
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
            "dokumentet står som nationalt, men handler kun om det, en enkelt region har som standard",
            "the document is listed as national, but is only about what one region has as a standard",
        )],
    ),
];
