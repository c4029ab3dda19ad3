//! A safety review does not say both that citizens stay in a building and that they do not.

use crate::codes;
use crate::duty::BuildingReview;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted;
use crate::text::{Bilingual, Name};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{duty::ReviewedBuilding, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT016,
    basis: Basis::Form,
    requirements: &["R-047"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "buildingReview"),
        SourceRef::agreement("1.2"),
    ],
    title: Bilingual::new(
        "det fremgår entydigt, om borgere opholder sig i en bygning",
        "it is stated unambiguously whether citizens stay in a building",
    ),
    why: Bilingual::new(
        "Alle bygninger, hvor borgere opholder sig, skal gennemgås. Her er det uklart, om bygningen er en af dem.",
        "All buildings where citizens stay are to be reviewed. Here it is unclear whether the building is one of them.",
    ),
    remedy: Bilingual::new(
        "Behold den linje, der er rigtig, eller giv to bygninger hver sit navn.",
        "Keep the line that is right, or give two buildings names of their own.",
    ),
    example: Bilingual::new(
        "Hovedhuset står to gange: med borgere og uden.",
        "The main house is listed twice: with citizens and without.",
    ),
    ..Rule::DERIVED
};

message! {
    Both {}
    "bygningen står to gange: den ene gang opholder borgere sig der, den anden gang ikke",
    "the building is listed twice: once as a building in which citizens stay, and once as one in which they do not",
}

/// Found where a building differs from the first one of its name.
pub(super) fn check(review: &BuildingReview, at: &Path<'_>, cx: &mut Checker<'_>) {
    let said = review
        .buildings
        .iter()
        .enumerate()
        .filter_map(|(n, one)| Some((Name::of(one.name.as_ref())?, n, one.used_by_citizens?)));
    let list = at.key("buildings");
    sorted::each_other_answer(&said, |n| cx.not_met(&list.index(n), Both {}));
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<BuildingReview> = &[|review, tape| {
    let Some(first) = review.buildings.first_mut() else { return };
    first.name = Some((*tape.pick(&["Hovedhuset", " hovedhuset "])).into());
    let again = ReviewedBuilding {
        name: Some("Hovedhuset".into()),
        used_by_citizens: first.used_by_citizens.map(|used| !used),
        ..ReviewedBuilding::default()
    };
    review.buildings.push(again);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // The same answer twice, no answer, and no name.
    accepts(
        r#"{
            "buildings": [
                { "name": "Hovedhuset", "usedByCitizens": true }, { "name": "Hovedhuset", "usedByCitizens": true },
                { "name": "Hovedhuset" }, { "name": "Garagen", "usedByCitizens": false },
                { "name": " ", "usedByCitizens": true }, { "usedByCitizens": false }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "buildings": [
                { "name": "Hovedhuset", "usedByCitizens": true }, { "name": "Garagen", "usedByCitizens": true },
                { "name": " hovedhuset", "usedByCitizens": false }
            ]
        }"#,
        &[not_met(
            "/buildings/2",
            "bygningen står to gange: den ene gang opholder borgere sig der, den anden gang ikke",
            "the building is listed twice: once as a building in which citizens stay, and once as one in which they do not",
        )],
    ),
];
