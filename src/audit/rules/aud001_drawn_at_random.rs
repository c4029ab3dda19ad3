//! The cases of an audit are drawn at random.

use crate::audit::CaseAudit;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD001,
    requirements: &["R-163"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Auditproces: udvalgt tilfældigt")],
    title: Bilingual::new(
        "auditcases udtrækkes tilfældigt, eller det er begrundet, hvordan de er valgt",
        "the cases of an audit are drawn at random, or it is stated why and how they were chosen",
    ),
    why: Bilingual::new(
        "Vælger man selv sine cases, kan auditten komme til at vise de bedste eller de værste af dem og ikke praksis.",
        "If cases are chosen, the audit may show the best or the worst of them, and not practice.",
    ),
    remedy: Bilingual::new(
        "Træk lod mellem borgerne. Er alle borgere med, eller er casene valgt af en god grund, er der intet at rette; skriv grunden i rapporten om auditten.",
        "Draw the citizens by lot. If all citizens are in, or if the cases were chosen for a good reason, there is nothing to correct; give the reason in the report on the audit.",
    ),
    example: Bilingual::new(
        "Afdelingslederne har hver udpeget en borger til auditten.",
        "Each head of department has named a citizen for the audit.",
    ),
    ..Rule::DERIVED
};

message! {
    Chosen {}
    "auditcasene er ikke udtrukket tilfældigt",
    "the cases of the audit were not drawn at random",
}

pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    match audit.drawn_at_random {
        Some(true) => {}
        _ if audit.cases.is_empty() => {}
        Some(false) => cx.not_met(&at.key("drawnAtRandom"), Chosen {}),
        None => {
            cx.not_assessable(at, Bilingual::new("hvordan casene blev udvalgt", "how the cases were chosen"));
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> =
    &[|audit, _| audit.drawn_at_random = Some(false), |audit, _| audit.drawn_at_random = None];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "drawnAtRandom": true,
            "cases": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "drawnAtRandom": false,
            "cases": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_met(
            "/drawnAtRandom",
            "auditcasene er ikke udtrukket tilfældigt",
            "the cases of the audit were not drawn at random",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cases": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvordan casene blev udvalgt",
            "cannot be assessed; missing: how the cases were chosen",
        )],
    ),
];
