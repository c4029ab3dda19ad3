//! A SOR code has the form of one.

#[cfg(feature = "proptest")]
use super::one_of;
use super::{OF_KNOWN_SYSTEM, is_of_other_form};
use crate::codes;
use crate::id::{ExternalId, KnownSystem};
use crate::report::Path;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

pub(super) static RULE: Rule = Rule {
    code: codes::DOC007,
    severity: Severity::Error,
    sources: &[SourceRef::new(SourceDocument::DK_CORE, "min-digits-sor")],
    title: Bilingual::new(
        "en SOR-kode har den form, som registeret giver sine koder",
        "a SOR code has the form that the register gives its codes",
    ),
    example: Bilingual::new(
        "Et lokalt afdelingsnummer på seks cifre er skrevet som SOR-kode.",
        "A local number of a department, of six digits, is stated as a SOR code.",
    ),
    ..OF_KNOWN_SYSTEM
};

message! {
    OtherForm {}
    "koden er ikke en gyldig SOR-kode (SOR-koder har mindst elleve cifre)",
    "this is not a valid SOR code (SOR codes have at least eleven digits)",
}

pub(super) fn check(id: &ExternalId, at: &Path<'_>, cx: &mut Checker<'_>) {
    if is_of_other_form(id, KnownSystem::Sor) {
        cx.not_met(&at.key("value"), OtherForm {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ExternalId> =
    &[|id, tape| *id = one_of(&[("SOR", "061654"), ("SOR-kode", "1000000001")], tape)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "system": "SOR", "value": "330461000016004" }"#),
    accepts(r#"{ "system": "SOR-kode", "value": "10000000001" }"#),
    refuses(
        r#"{ "system": "SOR", "value": "1000000001" }"#,
        &[not_met(
            "/value",
            "koden er ikke en gyldig SOR-kode (SOR-koder har mindst elleve cifre)",
            "this is not a valid SOR code (SOR codes have at least eleven digits)",
        )],
    ),
];
