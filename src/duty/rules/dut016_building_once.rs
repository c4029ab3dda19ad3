//! A safety review says one thing about a building: whether citizens stay in it, and what its review led to.

use crate::codes;
use crate::duty::BuildingReview;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{
    date::PartialDate,
    duty::{Improvements, ReviewedBuilding},
    rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT016,
    basis: Basis::Form,
    requirements: &["R-047"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "buildingReview"),
        SourceRef::agreement("1.2"),
    ],
    title: Bilingual::new(
        "det fremgår entydigt, om borgere opholder sig i en bygning, og hvad gennemgangen af den førte til",
        "it is stated unambiguously whether citizens stay in a building, and what its review led to",
    ),
    why: Bilingual::new(
        "Alle bygninger, hvor borgere opholder sig, skal gennemgås. Her er det uklart, om bygningen er en af dem, eller om der mangler at blive gjort noget ved den.",
        "All buildings where citizens stay are to be reviewed. Here it is unclear whether the building is one of them, or whether something is left to be done about it.",
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

message! {
    OtherImprovements { first: Bilingual, again: Bilingual }
    "bygningen står to gange med samme gennemgang: den ene gang er forbedringerne {first}, den anden gang {again}",
    "the building is listed twice with the same review: once its improvements are {first}, and once {again}",
}

/// Reported where a building differs from the first one with the same name.
pub(super) fn check(review: &BuildingReview, at: &Path<'_>, cx: &mut Checker<'_>) {
    let said = review
        .buildings
        .iter()
        .enumerate()
        .filter_map(|(n, one)| Some((Folded::stated(one.name.as_ref())?, n, one.used_by_citizens?)));
    let list = at.key("buildings");
    sorted::each_other_answer(&said, |n| cx.not_met(&list.index(n), Both {}));
    // A building can be reviewed again on another day.
    let reviews = review.buildings.iter().enumerate().filter_map(|(n, one)| {
        Some(((Folded::stated(one.name.as_ref())?, Some(one.reviewed_on?)), n))
            .filter(|_| one.improvements.is_some())
    });
    let improvements = |n: usize| review.buildings.get(n).and_then(|one| one.improvements);
    sorted::each_again(&reviews, |_, first, n| {
        if let (Some(first), Some(again)) = (improvements(first), improvements(n))
            && first != again
        {
            let facts = OtherImprovements { first: first.label(), again: again.label() };
            cx.not_met(&list.index(n).key("improvements"), facts);
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<BuildingReview> = &[
    |review, tape| {
        let Some(first) = review.buildings.first_mut() else { return };
        first.name = Some((*tape.pick(&["Hovedhuset", " hovedhuset "])).into());
        let again = ReviewedBuilding {
            name: Some("Hovedhuset".into()),
            used_by_citizens: first.used_by_citizens.map(|used| !used),
            ..ReviewedBuilding::default()
        };
        review.buildings.push(again);
    },
    |review, _| {
        let Some(first) = review.buildings.first_mut() else { return };
        first.name = Some("Hovedhuset".into());
        first.reviewed_on = PartialDate::of_month(2024, 1);
        first.improvements = Some(Improvements::CarriedOut);
        let again = ReviewedBuilding { improvements: Some(Improvements::Planned), ..first.clone() };
        review.buildings.push(again);
    },
];

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
    // The same day, another day, no day, and no answer.
    accepts(
        r#"{
            "buildings": [
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09", "improvements": "planned" },
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09", "improvements": "planned" },
                { "name": "Hovedhuset", "reviewedOn": "2023-10-09", "improvements": "carriedOut" },
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09" },
                { "name": "Garagen", "improvements": "needed" }, { "name": "Garagen", "improvements": "planned" },
                { "reviewedOn": "2023-04-09", "improvements": "needed" }, { "reviewedOn": "2023-04-09", "improvements": "planned" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "buildings": [
                { "name": "Hovedhuset", "reviewedOn": "2023-04-09", "improvements": "carriedOut" },
                { "name": "hovedhuset ", "reviewedOn": "2023-04-09", "improvements": "planned" }
            ]
        }"#,
        &[not_met(
            "/buildings/1/improvements",
            "bygningen står to gange med samme gennemgang: den ene gang er forbedringerne gennemført, den anden gang planlagt",
            "the building is listed twice with the same review: once its improvements are carried out, and once planned",
        )],
    ),
];
