//! A plan names no more areas than it states.

use crate::codes;
use crate::plan::{AreaKind, ImplementationPlan, PlanArea};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;
use crate::text::count;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA025,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "plan, numberOfAreas; areas")],
    title: Bilingual::new(
        "en plan har ikke flere områder på listen, end antallet siger",
        "a plan lists no more areas than the number that it gives",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen ved, hvor mange områder der skal med.",
        "The document contradicts itself, and nobody knows how many areas are to take part.",
    ),
    remedy: Bilingual::new("Ret antallet eller listen.", "Correct the number or the list."),
    example: Bilingual::new(
        "Antallet af områder er sat til 7, men der er 8 på listen.",
        "The number of areas is given as 7, but 8 are listed.",
    ),
    ..Rule::DERIVED
};

message! {
    MoreAreas { named: u64, stated: u64 }
    "der er {named:område|områder} på planens liste, men antallet er sat til {stated}",
    "the plan lists {named:area|areas}, but gives their number as {stated}",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    // The organisation may no longer have an area that is closed.
    let is_counted = |area: &&PlanArea| area.kind == AreaKind::Area && area.until.is_none();
    let named = count(plan.areas.iter().filter(is_counted).count());
    if let Some(stated) = plan.number_of_areas.map(u64::from).filter(|stated| *stated < named) {
        cx.not_met(&at.key("numberOfAreas"), MoreAreas { named, stated });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[|plan, _| plan.number_of_areas = Some(0)];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "numberOfAreas": 1, "areas": [{ "id": "00000000-0000-4000-8000-000000000002", "kind": "area", "until": "2024-06" }, { "id": "00000000-0000-4000-8000-000000000003", "kind": "area" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts_with(PLAN, r#"{ "/areas/0/until": null, "/areas/1/kind": "specialUnit" }"#),
    // One of the two is closed.
    accepts(PLAN),
    refuses_with(
        PLAN,
        r#"{ "/areas/0/until": null }"#,
        &[not_met(
            "/numberOfAreas",
            "der er 2 områder på planens liste, men antallet er sat til 1",
            "the plan lists 2 areas, but gives their number as 1",
        )],
    ),
];
