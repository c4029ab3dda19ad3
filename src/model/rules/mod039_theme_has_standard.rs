//! A theme of a set that is not a generation has one standard.

use super::mod002_one_standard::each_without_one;
use crate::codes;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::additions::give_two_standards_to_one_theme,
    crate::{rule::trial::Breaks, strategy::generation_1},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD039,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::EVALUATION_2013, "Indhold"),
        SourceRef::new(SourceDocument::STANDARDS_SJAELLAND, "Standarder"),
    ],
    title: Bilingual::new(
        "hvert fælles tema i et sæt, der ikke er en generation, har én fælles standard",
        "each common theme of a set that is not a generation has one common standard",
    ),
    why: Bilingual::new(
        "I sættene med ni og tolv standarder har hver standard navn efter sit tema. Har et tema to og et andet ingen, hører en standard sandsynligvis til det forkerte tema.",
        "In the sets of nine and twelve standards each is named after its theme. If one theme has two and another none, a standard probably belongs to the wrong theme.",
    ),
    remedy: Bilingual::new(
        "Ret standardens tema, tilføj den standard, der mangler, eller markér en regions egne standarder som regionale.",
        "Correct the theme of the standard, add the standard that is missing, or mark a region's own standards as regional.",
    ),
    example: Bilingual::new(
        "Standarden Ledelse er lagt under temaet Arbejdsmiljø, som nu har to standarder.",
        "The standard on management is put under the theme Working environment, which now has two.",
    ),
    requires: &[codes::MOD008],
    ..Rule::DERIVED
};

message! {
    NoStandard {}
    "temaet har ingen fælles standard, men det har andre temaer i sættet",
    "the theme has no common standard, but other themes of the set have",
}

message! {
    SeveralStandards { standards: u64 }
    "temaet har {standards} fælles standarder",
    "the theme has {standards} common standards",
}

/// `MOD002` checks the first generation. Later generations are not published, and may be built differently.
pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let has_common = set.standards.iter().any(|standard| standard.origin.is_common());
    if set.generation.is_some() || !has_common {
        return;
    }
    each_without_one(set, at, cx, |at, standards, cx| match standards {
        0 => cx.not_met(at, NoStandard {}),
        standards => cx.not_met(at, SeveralStandards { standards }),
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[|set, tape| {
    *set = generation_1(tape);
    set.generation = None;
    give_two_standards_to_one_theme(set);
}];

#[cfg(test)]
const SET: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "themes": [
        { "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common" },
        { "id": "00000000-0000-4000-8000-000000000012", "area": "organisational", "origin": { "regional": {} } }
    ],
    "standards": [
        { "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011", "origin": "common" },
        { "id": "00000000-0000-4000-8000-000000000022", "theme": "00000000-0000-4000-8000-000000000011", "origin": { "regional": {} } }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Themes alone; a later generation; a theme of a region, and standards of regions beside the one.
    accepts_with(SET, r#"{ "/themes/1": null, "/standards": null }"#),
    accepts_with(SET, r#"{ "/themes/1/origin": "common", "/standards/1": null, "/generation": 2 }"#),
    accepts(SET),
    refuses_with(
        SET,
        r#"{ "/themes/1/origin": "common", "/standards/1/origin": "common" }"#,
        &[
            not_met("/themes/0", "temaet har 2 fælles standarder", "the theme has 2 common standards"),
            not_met(
                "/themes/1",
                "temaet har ingen fælles standard, men det har andre temaer i sættet",
                "the theme has no common standard, but other themes of the set have",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [{ "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common" }],
            "standards": [{ "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000019", "origin": "common" }]
        }"#,
        &[not_evaluated("/themes/0", "MOD008")],
    ),
];
