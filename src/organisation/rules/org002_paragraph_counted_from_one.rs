//! The sections of an act are counted from 1.

use crate::codes;
use crate::organisation::{Department, LegalBasis, Operator, SocialService, SpecialisedArea};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::ORG002,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "legalBasis")],
    title: Bilingual::new("en lovs paragraffer tælles fra 1", "the sections of an act are counted from 1"),
    why: Bilingual::new(
        "Der er ingen § 0, så lovgrundlaget er ikke oplyst.",
        "There is no section 0, so the legal basis is not stated.",
    ),
    remedy: Bilingual::new(
        "Angiv paragraffen, fx § 107, eller fjern den.",
        "State the section, such as 107, or remove it.",
    ),
    example: Bilingual::new("Servicelovens § 0.", "Section 0 of the Social Services Act."),
    ..Rule::DERIVED
};

message! {
    NoSuchSection {}
    "lovgrundlaget er serviceloven § 0, som ikke findes",
    "the legal basis is section 0 of the Social Services Act, which does not exist",
}

pub(super) fn check<U: Unit>(unit: &U, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("legalBasis");
    for (n, basis) in unit.legal_basis().iter().enumerate() {
        if *basis == (LegalBasis::SocialServices { paragraph: 0 }) {
            cx.not_met(&list.index(n).key("socialServices").key("paragraph"), NoSuchSection {});
        }
    }
}

/// A unit on one level of an organisation. Only services are run under provisions.
pub(super) trait Unit {
    fn legal_basis(&self) -> &[LegalBasis] {
        &[]
    }
}

impl Unit for Operator {}
impl Unit for SpecialisedArea {}
impl Unit for Department {}

impl Unit for SocialService {
    fn legal_basis(&self) -> &[LegalBasis] {
        &self.legal_basis
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Operator> = &[|operator, tape| {
    operator.services.push(SocialService {
        name: Some(tape.said()),
        legal_basis: [LegalBasis::SocialServices { paragraph: 0 }].into(),
        ..SocialService::new(tape.spare_id(1))
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "legalBasis": [{ "socialServices": { "paragraph": 1 } }, { "other": { "name": "§ 0" } }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "services": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "legalBasis": [{ "socialServices": { "paragraph": 107 } }, { "socialServices": { "paragraph": 0 } }]
            }]
        }"#,
        &[not_met(
            "/services/0/legalBasis/1/socialServices/paragraph",
            "lovgrundlaget er serviceloven § 0, som ikke findes",
            "the legal basis is section 0 of the Social Services Act, which does not exist",
        )],
    ),
];
