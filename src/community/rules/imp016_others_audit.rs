//! In a cross-audit no service audits itself.

use crate::codes;
use crate::community::CrossAudit;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP016,
    severity: Severity::Error,
    requirements: &["R-040"],
    sources: &[SourceRef::agreement("1.3")],
    title: Bilingual::new(
        "ved audits på tværs auditerer intet tilbud sig selv",
        "in a cross-audit no service audits itself",
    ),
    why: Bilingual::new(
        "Tilbuddene lærer på tværs ved at medvirke i audits hos hinanden; den, der auditerer sig selv, lærer intet nyt.",
        "Services learn across by taking part in the audits of each other; one that audits itself learns nothing new.",
    ),
    remedy: Bilingual::new(
        "Lad et andet tilbud auditere, eller ret, hvem der har gjort det.",
        "Let another service audit, or correct who did.",
    ),
    example: Bilingual::new(
        "Auditten af et tilbud er holdt af tilbuddet selv og et andet.",
        "The audit of a service was made by the service itself and another one.",
    ),
    ..Rule::DERIVED
};

message! {
    AuditsItself {}
    "tilbuddet er selv blandt dem, der auditerer det",
    "the service is itself among those that audit it",
}

const AUDITED: Bilingual = Bilingual::new("hvilket tilbud der auditeres", "which service is audited");
const AUDITORS: Bilingual = Bilingual::new("hvilke tilbud der auditerer", "which services audit");

pub(super) fn check(audit: &CrossAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    let parts = [(audit.audited.is_some(), AUDITED), (!audit.auditors.is_empty(), AUDITORS)];
    if !cx.all_stated(at, parts) {
        return;
    }
    if let Some(n) = audit.auditors.iter().position(|one| Some(*one) == audit.audited) {
        cx.not_met(&at.key("auditors").index(n), AuditsItself {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CrossAudit> = &[
    |audit, tape| {
        let itself = tape.spare_id(1);
        audit.audited = Some(itself);
        audit.auditors.push(itself);
    },
    |audit, _| audit.audited = None,
    |audit, _| audit.auditors.clear(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "audited": "00000000-0000-4000-8000-000000000001",
            "auditors": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
        }"#,
    ),
    refuses(
        r#"{
            "audited": "00000000-0000-4000-8000-000000000001",
            "auditors": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000001"]
        }"#,
        &[not_met(
            "/auditors/1",
            "tilbuddet er selv blandt dem, der auditerer det",
            "the service is itself among those that audit it",
        )],
    ),
    refuses(
        r#"{ "audited": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke tilbud der auditerer",
            "cannot be assessed; missing: which services audit",
        )],
    ),
    refuses(
        r#"{ "heldOn": "2024" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilket tilbud der auditeres, hvilke tilbud der auditerer",
            "cannot be assessed; missing: which service is audited, which services audit",
        )],
    ),
];
