//! A standard belongs to a theme that is in the set.

use super::with_places;
use crate::codes;
use crate::id::Subject;
use crate::model::StandardSet;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::additions::{add_standard, added_standard, common_standard, region},
    crate::{rule::trial::Breaks, strategy::generation_1},
};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD008,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-068", "R-070"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, standards"),
        SourceRef::quality_model("Omfang og prioritering"),
    ],
    title: Bilingual::new(
        "en standard hører til et tema, der findes i sættet",
        "a standard belongs to a theme that is in the set",
    ),
    why: Bilingual::new(
        "Uden sit tema hører standarden ikke til noget område, og så er det uklart, hvad den handler om.",
        "Without its theme the standard belongs to no area, and it is unclear what it is about.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, eller tilføj temaet til sættet.",
        "Correct the reference, or add the theme to the set.",
    ),
    example: Bilingual::new(
        "Temaet er slettet, men dets standard er blevet stående.",
        "The theme was deleted, but its standard was left behind.",
    ),
    ..Rule::DERIVED
};

message! {
    UnknownTheme { theme: Subject }
    "standarden hører til et tema, der ikke findes i sættet",
    "the standard belongs to a theme that is not in the set",
}

pub(super) fn check(set: &StandardSet, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("standards");
    with_places(set, |place_of| {
        for (n, standard) in set.standards.iter().enumerate() {
            if place_of(standard.theme).is_none() {
                let facts = UnknownTheme { theme: standard.theme.subject() };
                cx.not_met(&list.item(n, standard.id).key("theme"), facts);
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<StandardSet> = &[
    |set, tape| {
        let standard = added_standard(1, tape.spare_id(9), region(), tape);
        add_standard(set, standard, tape);
    },
    |set, tape| {
        *set = generation_1(tape);
        let unknown = tape.spare_id(9);
        if let Some(standard) = common_standard(set, tape) {
            standard.theme = unknown;
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational",
                "origin": { "regional": {} }
            }],
            "standards": [{
                "id": "00000000-0000-4000-8000-000000000021", "theme": "00000000-0000-4000-8000-000000000011",
                "origin": "common"
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "themes": [{
                "id": "00000000-0000-4000-8000-000000000011", "area": "organisational", "origin": "common"
            }],
            "standards": [
                {
                    "id": "00000000-0000-4000-8000-000000000021",
                    "theme": "00000000-0000-4000-8000-000000000011", "origin": "common"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000022",
                    "theme": "00000000-0000-4000-8000-000000000019", "origin": { "regional": {} }
                }
            ]
        }"#,
        &[not_met(
            "/standards/1/theme",
            "standarden hører til et tema, der ikke findes i sættet",
            "the standard belongs to a theme that is not in the set",
        )],
    ),
];
