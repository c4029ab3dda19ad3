//! In a cross-audit at least one other service audits.

use crate::codes;
use crate::community::CrossAudit;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP016,
    requirements: &["R-040"],
    sources: &[SourceRef::agreement("1.3")],
    title: Bilingual::new(
        "ved audits på tværs er mindst ét andet tilbud med til at auditere",
        "in a cross-audit at least one other service audits",
    ),
    why: Bilingual::new(
        "Tilbuddene lærer på tværs ved at medvirke i audits hos hinanden; er ingen andre med, er der intet at lære på tværs.",
        "Services learn from each other by taking part in each other's audits; where no other service takes part, there is nothing to learn across.",
    ),
    remedy: Bilingual::new(
        "Lad et andet tilbud være med, eller ret, hvem der har auditeret.",
        "Let another service take part, or correct who audited.",
    ),
    example: Bilingual::new(
        "Auditten af et tilbud er gennemført af tilbuddet alene.",
        "The audit of a service was carried out by the service alone.",
    ),
    ..Rule::DERIVED
};

message! {
    AuditsItself {}
    "kun tilbuddet selv auditerer",
    "only the service itself audits",
}

const AUDITED: Bilingual = Bilingual::new("hvilket tilbud der auditeres", "which service is audited");
const AUDITORS: Bilingual = Bilingual::new("hvilke tilbud der auditerer", "which services audit");

pub(super) fn check(audit: &CrossAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    let parts = [(audit.audited.is_some(), AUDITED), (!audit.auditors.is_empty(), AUDITORS)];
    if !cx.all_stated(at, parts) {
        return;
    }
    if audit.auditors.iter().all(|one| Some(*one) == audit.audited) {
        cx.not_met(&at.key("auditors"), AuditsItself {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CrossAudit> = &[
    |audit, tape| {
        let itself = tape.spare_id(1);
        audit.audited = Some(itself);
        audit.auditors = [itself].into();
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
    // Those who present their own practice take part beside another service.
    accepts(
        r#"{
            "audited": "00000000-0000-4000-8000-000000000001",
            "auditors": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000001"]
        }"#,
    ),
    refuses(
        r#"{
            "audited": "00000000-0000-4000-8000-000000000001",
            "auditors": ["00000000-0000-4000-8000-000000000001"]
        }"#,
        &[not_met("/auditors", "kun tilbuddet selv auditerer", "only the service itself audits")],
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
