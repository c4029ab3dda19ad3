//! What the text demands is carried out by an action.

use crate::agreement::FocusArea;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::agreement::Demand, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR061,
    requirements: &["S-003"],
    sources: &[SourceRef::agreement("1.2"), SourceRef::agreement("1.3"), SourceRef::agreement("1.9")],
    title: Bilingual::new("hvert krav i teksten har en indsats", "each demand in the text has an action"),
    why: Bilingual::new(
        "Et krav, der kun står i teksten, kommer ikke med i planen, og der bliver ikke fulgt op på det.",
        "A demand that is made only in the text is neither planned nor followed up.",
    ),
    remedy: Bilingual::new(
        "Tilføj en indsats, eller skriv, hvilken af indsatserne der opfylder kravet.",
        "Add an action, or say which of the actions meets the demand.",
    ),
    example: Bilingual::new(
        "1.3: tilbuddene skal »medvirke i audits hos hinanden«, men ingen af indsatserne i 1.3.1 går ud på det.",
        "1.3: the services are to take part in audits of one another, but none of the actions in 1.3.1 covers that.",
    ),
    ..Rule::DERIVED
};

message! {
    NoAction {}
    "teksten stiller et krav til tilbuddet, men ingen indsats opfylder det",
    "the text demands something of the service, and no action meets the demand",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("demands");
    for (n, demand) in area.demands.iter().enumerate() {
        // Whether they are actions of the agreement is for DOC002 to say.
        if demand.actions.is_empty() {
            cx.not_met(&list.index(n), NoAction {});
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[|area, tape| {
    area.demands.push(Demand { text: Some(tape.said()), ..Demand::default() });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "demands": [
                { "section": "1.2", "actions": ["00000000-0000-4000-8000-000000000002"] },
                { "section": "1.3", "text": "medvirke i audits hos hinanden", "actions": [] }
            ]
        }"#,
        &[not_met(
            "/demands/1",
            "teksten stiller et krav til tilbuddet, men ingen indsats opfylder det",
            "the text demands something of the service, and no action meets the demand",
        )],
    ),
];
