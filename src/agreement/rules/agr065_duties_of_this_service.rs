//! The duties of daily operation in an agreement are those of its service.

use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR065,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "duties"), SourceRef::agreement("titelblad")],
    title: Bilingual::new(
        "driftsopgaverne i en aftale hører til aftalens eget tilbud",
        "the duties of daily operation in an agreement are those of its service",
    ),
    why: Bilingual::new(
        "Ellers følges der op på et andet tilbuds opgaver det forkerte sted.",
        "The duties of another service would be followed up in the wrong place.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, eller flyt opgaverne til det andet tilbuds aftale.",
        "Correct the reference, or move the duties to the agreement of the other service.",
    ),
    example: Bilingual::new(
        "Listen over driftsopgaver er kopieret fra et nabotilbuds aftale.",
        "The list of daily duties was copied from the agreement of a neighbouring service.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherService {}
    "driftsopgaverne er angivet for et andet tilbud end aftalens",
    "the daily duties are stated for a service other than that of the agreement",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(of_duties) = agreement.duties.as_ref().and_then(|duties| duties.service) else { return };
    if agreement.service.as_ref().is_some_and(|service| service.id != of_duties) {
        cx.not_met(&at.key("duties").key("service"), OtherService {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let duties = crate::duty::DailyDuties::new(tape.spare_id(9));
    agreement.duties.get_or_insert(duties).service = Some(tape.spare_id(10));
}];

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "service": { "id": "00000000-0000-4000-8000-000000000004" },
    "duties": { "id": "00000000-0000-4000-8000-000000000003", "service": "00000000-0000-4000-8000-000000000004" }
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts_with(AGREEMENT, r#"{ "/service": null }"#),
    accepts(AGREEMENT),
    refuses_with(
        AGREEMENT,
        r#"{ "/service/id": "00000000-0000-4000-8000-000000000002" }"#,
        &[not_met(
            "/duties/service",
            "driftsopgaverne er angivet for et andet tilbud end aftalens",
            "the daily duties are stated for a service other than that of the agreement",
        )],
    ),
];
