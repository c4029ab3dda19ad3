//! Each common theme of the first generation has exactly one common standard.

use core::cell::LazyCell;

use super::with_places;
use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::additions::{common_standard, give_two_standards_to_one_theme},
    crate::{rule::trial::Breaks, strategy::generation_1},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD002,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-070", "R-074"],
    sources: &[SourceRef::quality_model("Omfang og prioritering")],
    title: Bilingual::new(
        "hvert fælles tema i første generation har præcis én fælles standard",
        "each common theme of the first generation has exactly one common standard",
    ),
    why: Bilingual::new(
        "Temaet siger, hvad der arbejdes med, og standarden, hvad der skal nås; det ene kan ikke vurderes \
         uden det andet.",
        "The theme says what the work is about, and the standard what is to be reached; the one cannot be \
         judged without the other.",
    ),
    remedy: Bilingual::new(
        "Tilføj den standard, der mangler, eller behold kun én, og markér en regions egne standarder som regionale.",
        "Add the standard that is missing, or keep only one, and mark a region's own standards as regional.",
    ),
    example: Bilingual::new(
        "Temaet Kommunikation har to standarder, der begge er markeret som fælles.",
        "The theme Communication has two standards, both marked as common.",
    ),
    requires: &[codes::MOD008],
    ..Rule::DERIVED
};

message! {
    NoStandard {}
    "temaet har ingen fælles standard",
    "the theme has no common standard",
}

message! {
    SeveralStandards { standards: u64 }
    "temaet har {standards} fælles standarder; det skal have præcis én",
    "the theme has {standards} common standards; it must have exactly one",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !set.is_generation_1() {
        return;
    }
    each_without_one(set, at, cx, |at, standards, cx| match standards {
        0 => cx.not_met(at, NoStandard {}),
        standards => cx.not_met(at, SeveralStandards { standards }),
    });
}

/// Calls `each` with every common theme that has another number of common standards than one, and with that number. A theme
/// without one waits for the standards whose theme is unknown: one of them can be its own.
pub(super) fn each_without_one(
    set: &StandardSet,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
    mut each: impl FnMut(&Path<'_>, u64, &mut Checker<'_>),
) {
    let common = set.standards.iter().filter(|standard| standard.origin.is_common());
    let entries = common.map(|standard| (standard.theme.uuid(), ()));
    let list = at.key("themes");
    let has_lost_standard = LazyCell::new(|| has_lost_standard(set));
    sorted_of(&entries, |standards| {
        for (n, theme) in set.themes.iter().enumerate().filter(|(_, theme)| theme.origin.is_common()) {
            let at = list.item(n, theme.id);
            match count(sorted::of(standards, theme.id.uuid()).len()) {
                0 if *has_lost_standard => cx.depends_on(&at, codes::MOD008),
                1 => {}
                standards => each(&at, standards, cx),
            }
        }
    });
}

/// Whether a common standard belongs to a theme that the set does not have.
fn has_lost_standard(set: &StandardSet) -> bool {
    with_places(set, |place_of| {
        set.standards.iter().any(|one| one.origin.is_common() && place_of(one.theme).is_none())
    })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        *set = generation_1(tape);
        if let Some(gone) = common_standard(set, tape).map(|standard| standard.id) {
            set.standards.retain(|standard| standard.id != gone);
        }
    },
    |set, tape| {
        *set = generation_1(tape);
        give_two_standards_to_one_theme(set);
    },
];

#[cfg(test)]
const SET: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
    "themes": [{
        "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
    }],
    "standards": [{
        "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
        "origin": "common"
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(SET),
    // A later generation can have more themes, and more standards on one.
    accepts_with(SET, r#"{ "/generation": 2, "/standards": null }"#),
    // Any number of standards of a region, and any number on a theme of its own.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
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
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "generation": 1,
            "themes": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific",
                    "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "area": "serviceSpecific",
                    "origin": "common"
                }
            ],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000012", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000023",
                    "theme": "00000000-0000-4000-8000-000000000013", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000024",
                    "theme": "00000000-0000-4000-8000-000000000013", "origin": "common"
                }
            ]
        }"#,
        &[
            not_met("/themes/0", "temaet har ingen fælles standard", "the theme has no common standard"),
            not_met(
                "/themes/2",
                "temaet har 2 fælles standarder; det skal have præcis én",
                "the theme has 2 common standards; it must have exactly one",
            ),
        ],
    ),
    refuses_with(
        SET,
        r#"{
            "/themes/1": { "id": "00000000-0000-4000-8000-000000000012", "area": "serviceSpecific", "origin": "common" },
            "/standards/1": { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000019", "origin": "common" }
        }"#,
        &[not_evaluated("/themes/1", "MOD008")],
    ),
];
