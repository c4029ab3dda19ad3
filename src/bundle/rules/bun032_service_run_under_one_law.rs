//! All documents say that a service is run under a provision that they have in common.

use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Positions, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::goal::Caseload,
    crate::organisation::{LegalBasis, Operator, SocialService},
    crate::rule::trial::Breaks,
    crate::text::Text,
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN032,
    basis: Basis::Form,
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "bundles; organisation, legalBasis"),
        SourceRef::new(SourceDocument::QUALITY_MODEL_2007, "Omfang og prioritering"),
    ],
    title: Bilingual::new(
        "et tilbud drives ikke efter helt forskellige bestemmelser i to dokumenter",
        "a service is not run under entirely different provisions in two documents",
    ),
    why: Bilingual::new(
        "Bestemmelsen afgør, hvilke borgere tilbuddet er for, og om de bor der midlertidigt eller længerevarende. Har to dokumenter ingen fælles, er den ene forkert, eller det er to tilbud.",
        "The provision decides which citizens the service is for, and whether they stay there for a time or permanently. If two documents have none in common, one of them is wrong, or they are two services.",
    ),
    remedy: Bilingual::new(
        "Ret den bestemmelse, der er forkert, eller skriv dem alle begge steder. Er bestemmelsen ændret siden, så tag det ældste dokument ud, eller opdatér det. Er det to tilbud, så giv dem hver sit id.",
        "Correct the provision that is wrong, or state all of them in both places. If the provision has changed since, remove the older document or update it. If they are two services, give each its own id.",
    ),
    example: Bilingual::new(
        "Solgården drives efter serviceloven § 107 ifølge organisationen og efter § 108 ifølge borgergruppen.",
        "Solgården is run under section 107 of the Social Services Act according to the organisation, and under section 108 according to the caseload.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherProvisions { here: Positions, there: Positions, document: u64 }
    "tilbuddet drives her efter serviceloven § {here:og}, men efter § {there:og} ifølge dokument {document}",
    "the service is run under section {here:and} of the Social Services Act here, but under section {there:and} according to document {document}",
}

/// A provision in words can be any of them.
pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in &crossing.ties.other_provisions {
        let [here, there] = [&clash.here, &clash.there]
            .map(|sections| Positions(sections.iter().map(|section| u64::from(*section)).collect()));
        let facts = OtherProvisions { here, there, document: crossing::number(clash.first) };
        crossing.not_met(clash.place, clash.service, at, cx, facts);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let service = |paragraph| SocialService {
        name: Some(Text::from("Solgården")),
        legal_basis: [LegalBasis::SocialServices { paragraph }].into(),
        ..SocialService::new(tape.spare_id(1))
    };
    let operator = Operator {
        name: Some(Text::from("Region Fjordland")),
        services: [service(107)].into(),
        ..Operator::new(tape.spare_id(2))
    };
    let caseload = Caseload { service: Some(service(108)), ..Caseload::new(tape.spare_id(3)) };
    added::document(operator, bundle, tape);
    added::document(caseload, bundle, tape);
}];

#[cfg(test)]
macro_rules! caseload {
    ($id:literal, $service:literal, $basis:literal) => {
        concat!(
            r#"{ "caseload": { "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "service": { "id": "00000000-0000-4000-8000-0000000000"#,
            $service,
            r#"", "legalBasis": ["#,
            $basis,
            "] } } }"
        )
    };
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // One in common, none stated, one in words, and another service.
    accepts(bundle_of!(
        "01": caseload!("11", "91", r#"{ "socialServices": { "paragraph": 107 } }"#),
        "02": caseload!(
            "12", "91", r#"{ "socialServices": { "paragraph": 108 } }, { "socialServices": { "paragraph": 107 } }"#
        ),
        "03": caseload!("13", "91", ""),
        "04": caseload!("14", "91", r#"{ "other": { "name": "Serviceloven § 107" } }"#),
        "05": caseload!("15", "92", r#"{ "socialServices": { "paragraph": 108 } }"#),
    )),
    // Whatever the order of the documents.
    refuses(
        bundle_of!(
            "01": caseload!(
                "11", "91", r#"{ "socialServices": { "paragraph": 108 } }, { "socialServices": { "paragraph": 107 } }"#
            ),
            "02": caseload!("12", "91", r#"{ "socialServices": { "paragraph": 107 } }"#),
            "03": r#"{ "organisation": {
                "id": "00000000-0000-4000-8000-000000000013",
                "services": [{
                    "id": "00000000-0000-4000-8000-000000000091",
                    "legalBasis": [
                        { "socialServices": { "paragraph": 108 } }, { "socialServices": { "paragraph": 66 } }
                    ]
                }]
            } }"#,
        ),
        &[not_met(
            "/documents/2/content/organisation/services/0/legalBasis",
            "tilbuddet drives her efter serviceloven § 66 og 108, men efter § 107 ifølge dokument 2",
            "the service is run under section 66 and 108 of the Social Services Act here, but under section 107 according to document 2",
        )],
    ),
];
