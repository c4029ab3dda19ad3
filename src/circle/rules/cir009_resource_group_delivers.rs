//! A resource group has a product.

use crate::circle::ResourceGroup;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR009,
    requirements: &["R-129", "S-028"],
    sources: &[SourceRef::new(
        SourceDocument::ERANTIS,
        "Projektets værdier og kerneelementer: en ressourcegruppe",
    )],
    title: Bilingual::new(
        "det fremgår, hvad en ressourcegruppe skal levere",
        "it is stated what a resource group is to deliver",
    ),
    why: Bilingual::new(
        "En gruppe ved siden af cirklerne støtter dem kun, hvis de ved, hvad de kan vente af den.",
        "A group beside the circles supports them only if they know what they can expect of it.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvad gruppen skal levere, fx en beskrivelse af de ressourcer og incitamenter, der skal til.",
        "Say what the group is to deliver, such as a description of the resources and incentives that are needed.",
    ),
    example: Bilingual::new(
        "Der er nedsat en ressourcegruppe, men det fremgår ikke, hvad den skal levere.",
        "A resource group is set up, but it is not stated what it is to deliver.",
    ),
    ..Rule::DERIVED
};

message! {
    NoProduct {}
    "det fremgår ikke, hvad ressourcegruppen skal levere",
    "it is not stated what the resource group is to deliver",
}

pub(super) fn check(group: &ResourceGroup, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !is_stated(group.product.as_ref()) {
        cx.not_met(at, NoProduct {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ResourceGroup> = &[|group, tape| group.product = tape.unsaid()];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "product": "en beskrivelse af ressourcer" }"#),
    refuses(
        "{}",
        &[not_met(
            "",
            "det fremgår ikke, hvad ressourcegruppen skal levere",
            "it is not stated what the resource group is to deliver",
        )],
    ),
    refuses(
        r#"{ "product": " " }"#,
        &[not_met(
            "",
            "det fremgår ikke, hvad ressourcegruppen skal levere",
            "it is not stated what the resource group is to deliver",
        )],
    ),
];
