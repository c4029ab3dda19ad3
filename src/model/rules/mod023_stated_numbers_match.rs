//! A document lists as many standards and indicators as it says that it has.

use super::common::Common;
use crate::codes;
use crate::model::{StandardSet, StatedNumbers};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{
    Case, accepts, accepts_with, not_assessable, not_evaluated, not_met, refuses, refuses_with,
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD023,
    basis: Basis::Form,
    requirements: &["S-020"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, stated"),
        SourceRef::quality_model("Kvalitetsmål/standarder"),
    ],
    title: Bilingual::new(
        "et sæt har så mange standarder og indikatorer, som teksten siger",
        "a set has as many standards and indicators as its text says",
    ),
    why: Bilingual::new(
        "Siger teksten seks og listen ni, ved læseren ikke, hvilke standarder der hører til sættet.",
        "If the text says six and the list has nine, readers do not know which standards belong to the set.",
    ),
    remedy: Bilingual::new(
        "Ret antallet i teksten, tilføj det, der mangler på listen, eller fjern det overflødige.",
        "Correct the number in the text, add what is missing from the list, or remove what does not belong.",
    ),
    example: Bilingual::new(
        "Teksten om sættet siger seks standarder, men listen har ni.",
        "The text about the set says six standards, but the list has nine.",
    ),
    requires: &[codes::MOD006],
    ..Rule::DERIVED
};

message! {
    OtherNumber { what: Bilingual, said: u64, common: u64, listed: u64 }
    "teksten nævner {said} {what}; sættet har {listed}, heraf {common} fælles",
    "the text mentions {said} {what}; the set has {listed}, {common} of them common",
}

message! {
    OtherNumberOfAll { what: Bilingual, said: u64, listed: u64 }
    "teksten nævner {said} {what}; sættet har {listed}",
    "the text mentions {said} {what}; the set has {listed}",
}

const STANDARDS: Bilingual = Bilingual::new("standarder", "standards");
const INDICATORS: Bilingual = Bilingual::new("indikatorer", "indicators");

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(StatedNumbers { standards, indicators }) = set.stated else { return };
    let stated = at.key("stated");
    let list = at.key("standards");
    let mut all = set.standards.iter().enumerate();
    let without = all.find(|(_, standard)| standard.indicators.is_empty());
    let without = without.map(|(n, standard)| list.item(n, standard.id));
    let common = Common::of(set);
    let places = [
        (stated.key("standards"), STANDARDS, standards, common.standards, count(set.standards.len()), None),
        (
            stated.key("indicators"),
            INDICATORS,
            indicators,
            common.indicators,
            set.standards.iter().fold(0, |sum, one| count(one.indicators.len()).saturating_add(sum)),
            without,
        ),
    ];
    for (place, what, said, common, listed, without) in places {
        let Some(said) = said.map(u64::from) else { continue };
        if set.standards.is_empty() {
            cx.not_assessable(&place, Bilingual::new("listen over standarder", "the list of standards"));
        } else if let Some(standard) = without {
            cx.depends_on(&standard, codes::MOD006);
        } else if said == common || said == listed {
            // The text can mean the common ones, or those of the region, too.
        } else if common == 0 || common == listed {
            cx.not_met(&place, OtherNumberOfAll { what, said, listed });
        } else {
            cx.not_met(&place, OtherNumber { what, said, common, listed });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        let standards = u32::try_from(set.standards.len()).unwrap_or(u32::MAX).saturating_add(1);
        let more = u32::try_from(tape.below(3)).unwrap_or_default();
        set.stated =
            Some(StatedNumbers { standards: Some(standards.saturating_add(more)), indicators: None });
    },
    |set, _| set.stated = Some(StatedNumbers { standards: None, indicators: Some(u32::MAX) }),
    |set, tape| {
        *set = StandardSet::new(set.id);
        let number = Some(u32::try_from(tape.below(13)).unwrap_or_default());
        let stated = StatedNumbers { standards: number, indicators: number };
        set.stated = Some(*tape.pick(&[
            StatedNumbers { standards: None, ..stated },
            StatedNumbers { indicators: None, ..stated },
            stated,
        ]));
    },
];

#[cfg(test)]
const SET: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "stated": { "standards": 1, "indicators": 3 },
    "themes": [{
        "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
    }],
    "standards": [
        {
            "id": "00000000-0000-4000-8000-000000000021",
            "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
            "indicators": [
                { "id": "00000000-0000-4000-8000-000000000031" },
                { "id": "00000000-0000-4000-8000-000000000032" }
            ]
        },
        {
            "id": "00000000-0000-4000-8000-000000000022",
            "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} },
            "indicators": [{ "id": "00000000-0000-4000-8000-000000000033" }]
        }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "stated": {} }"#),
    accepts_with(SET, r#"{ "/stated/indicators": 2, "/standards/1": null }"#),
    // The text may mean the common ones or all.
    accepts(SET),
    refuses_with(
        SET,
        r#"{ "/stated/standards": 6, "/stated/indicators": 12, "/standards/0/indicators/1": null }"#,
        &[
            not_met(
                "/stated/standards",
                "teksten nævner 6 standarder; sættet har 2, heraf 1 fælles",
                "the text mentions 6 standards; the set has 2, 1 of them common",
            ),
            not_met(
                "/stated/indicators",
                "teksten nævner 12 indikatorer; sættet har 2, heraf 1 fælles",
                "the text mentions 12 indicators; the set has 2, 1 of them common",
            ),
        ],
    ),
    // Which indicators there are is not stated where a standard lists none.
    refuses_with(
        SET,
        r#"{ "/stated/indicators": 2, "/standards/0/indicators": null, "/standards/1": null }"#,
        &[not_evaluated("/standards/0", "MOD006")],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "stated": { "standards": 6, "indicators": 12 }
        }"#,
        &[
            not_assessable(
                "/stated/standards",
                "kan ikke vurderes; mangler: listen over standarder",
                "cannot be assessed; missing: the list of standards",
            ),
            not_assessable(
                "/stated/indicators",
                "kan ikke vurderes; mangler: listen over standarder",
                "cannot be assessed; missing: the list of standards",
            ),
        ],
    ),
    // Both are common.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "stated": { "standards": 6 },
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000031" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common",
                    "indicators": [{ "id": "00000000-0000-4000-8000-000000000033" }]
                }
            ]
        }"#,
        &[not_met(
            "/stated/standards",
            "teksten nævner 6 standarder; sættet har 2",
            "the text mentions 6 standards; the set has 2",
        )],
    ),
];
