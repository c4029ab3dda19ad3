//! An indicator of a published set is listed under the standard that it belongs to there.

use crate::codes;
use crate::id::Id;
use crate::model::{Indicator, PUBLISHED, PublishedStandard, StandardSet};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{model::GENERATION_1, rule::trial::Breaks, strategy::generation_1};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD032,
    requirements: &["R-075"],
    sources: &[SourceRef::quality_model("Omfang og prioritering")],
    title: Bilingual::new(
        "en offentliggjort indikator står under den standard, som den hører til",
        "a published indicator is listed under the standard that it belongs to",
    ),
    why: Bilingual::new(
        "En indikator hører til én standard. Under en anden viser dens tal noget, som standarden ikke handler om.",
        "An indicator belongs to one standard. Under another one its figures show something that the standard is not about.",
    ),
    remedy: Bilingual::new(
        "Flyt indikatoren til sin standard, eller giv den et nyt id, hvis den er en anden.",
        "Move the indicator to its standard, or give it a new id if it is another one.",
    ),
    example: Bilingual::new(
        "Indikatoren for ledelse er opført under arbejdsmiljø.",
        "The indicator on management is listed under the working environment.",
    ),
    ..Rule::DERIVED
};

message! {
    OfAnother {}
    "indikatoren hører i det offentliggjorte sæt til en anden standard",
    "in the published set the indicator belongs to another standard",
}

/// Only where both standards are of the same published set: what became of indicators in later sets is not known.
pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    for (n, standard) in set.standards.iter().enumerate() {
        let is_it = |one: &&PublishedStandard| one.id == standard.id;
        let Some(published) = PUBLISHED.iter().find(|set| set.standards.iter().any(|one| is_it(&one))) else {
            continue;
        };
        let has = |one: &PublishedStandard, id: Id<Indicator>| one.indicators.contains(&id);
        let place = list.item(n, standard.id);
        let list = place.key("indicators");
        for (n, indicator) in standard.indicators.iter().enumerate() {
            let home = published.standards.iter().find(|one| has(one, indicator.id));
            if home.is_some_and(|home| home.id != standard.id) {
                cx.not_met(&list.item(n, indicator.id), OfAnother {});
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    let [one, other, ..] = GENERATION_1.standards else { return };
    let common = set.standards.iter_mut().find(|standard| standard.origin.is_common());
    let (Some(standard), Some(id)) = (common, other.indicators.first()) else { return };
    standard.id = one.id;
    standard.indicators.iter_mut().take(1).for_each(|indicator| indicator.id = *id);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Of the standard itself, and under a standard that is not of the set of 2007.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [
                {
                    "id": "6b76616c-6974-8000-8000-000100020100", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "6b76616c-6974-8000-8000-000100030101" }, { "id": "00000000-0000-4000-8000-000000000031" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "6b76616c-6974-8000-8000-000100030102" }]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "standards": [{
                "id": "6b76616c-6974-8000-8000-000100020200", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                "indicators": [{ "id": "6b76616c-6974-8000-8000-000100030201" }, { "id": "6b76616c-6974-8000-8000-000100030101" }]
            }]
        }"#,
        &[not_met(
            "/standards/0/indicators/1",
            "indikatoren hører i det offentliggjorte sæt til en anden standard",
            "in the published set the indicator belongs to another standard",
        )],
    ),
];
