//! A standard that was monitored by an audit names no other method.

use crate::codes;
use crate::evaluation::{EvaluatedStandard, MonitoringMethod};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA030,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, method; audit"),
        SourceRef::new(SourceDocument::MONITORING_GUIDE, "metode for hver standard"),
    ],
    title: Bilingual::new(
        "en standard, som en audit har overvåget, nævner ingen anden metode",
        "a standard that was monitored by an audit names no other method",
    ),
    why: Bilingual::new(
        "Hver standard overvåges med én metode. Nævnes en audit og en anden metode, ved læseren ikke, hvad resultatet bygger på.",
        "Each standard is monitored by one method. If an audit and another method are named, the reader does not know what the result rests on.",
    ),
    remedy: Bilingual::new(
        "Ret metoden, eller fjern henvisningen til auditten.",
        "Correct the method, or take out the reference to the audit.",
    ),
    example: Bilingual::new(
        "Kommunikation er overvåget med data og vurderingsspørgsmål, og samtidig er der henvist til en audit.",
        "Communication is monitored by data and assessment questions, and yet an audit is referred to.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherMethod { method: Bilingual }
    "standarden er overvåget med {method}, men der er også henvist til en audit",
    "the standard was monitored by {method}, but an audit is referred to, too",
}

const OWN: Bilingual = Bilingual::new("en metode for standarden selv", "a method of its own");

pub(super) fn check(standard: &EvaluatedStandard, at: &Path<'_>, cx: &mut Checker<'_>) {
    let method = match standard.method {
        None | Some(MonitoringMethod::CaseAudit) => return,
        Some(MonitoringMethod::OwnMethod) => OWN,
        Some(method @ MonitoringMethod::DataAndQuestions) => method.label(),
    };
    if standard.audit.is_some() {
        cx.not_met(&at.key("audit"), OtherMethod { method });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<EvaluatedStandard> = &[|standard, tape| {
    standard.method = Some(*tape.pick(&[MonitoringMethod::DataAndQuestions, MonitoringMethod::OwnMethod]));
    standard.audit = Some(tape.spare_id(1));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "method": "dataAndQuestions" }"#),
    accepts(r#"{ "method": "caseAudit", "audit": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(r#"{ "audit": "00000000-0000-4000-8000-000000000001" }"#),
    refuses(
        r#"{ "method": "ownMethod", "audit": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "/audit",
            "standarden er overvåget med en metode for standarden selv, men der er også henvist til en audit",
            "the standard was monitored by a method of its own, but an audit is referred to, too",
        )],
    ),
    refuses(
        r#"{ "method": "dataAndQuestions", "audit": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "/audit",
            "standarden er overvåget med data og vurderingsspørgsmål, men der er også henvist til en audit",
            "the standard was monitored by data and assessment questions, but an audit is referred to, too",
        )],
    ),
];
