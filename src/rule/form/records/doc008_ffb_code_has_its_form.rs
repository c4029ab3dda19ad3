//! An FFB code has the form of one.

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
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

pub(super) static RULE: Rule = Rule {
    code: codes::DOC008,
    sources: &[SourceRef::new(SourceDocument::KL_TERM, "CodeSystem FFB, CodeSystem CareSocialCodes")],
    title: Bilingual::new(
        "en FFB-kode har den form, som KL giver sine koder",
        "an FFB code has the form that KL gives its codes",
    ),
    example: Bilingual::new(
        "Målets tema står som J1.2, som er en kode i FSIII; FFB-koderne er UUID'er.",
        "The theme of the goal is stated as J1.2, which is an FSIII code; FFB codes are UUIDs.",
    ),
    ..OF_KNOWN_SYSTEM
};

message! {
    OtherForm {}
    "koden er ikke en gyldig FFB-kode (FFB-koder skrives som et UUID)",
    "this is not a valid FFB code (FFB codes are written as a UUID)",
}

pub(super) fn check(id: &ExternalId, at: &Path<'_>, cx: &mut Checker<'_>) {
    if is_of_other_form(id, KnownSystem::Ffb) {
        cx.not_met(&at.key("value"), OtherForm {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ExternalId> =
    &[|id, tape| *id = one_of(&[("KL FFB", "J1.2"), ("FFB", "12")], tape)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "system": "KL FFB", "value": "0bb3daef-538d-45dc-b444-abdbcb63f6bc" }"#),
    // Another system gives its codes any form.
    accepts(r#"{ "system": "ICF", "value": "J1.2" }"#),
    refuses(
        r#"{ "system": "FFB", "value": "J1.2" }"#,
        &[not_met(
            "/value",
            "koden er ikke en gyldig FFB-kode (FFB-koder skrives som et UUID)",
            "this is not a valid FFB code (FFB codes are written as a UUID)",
        )],
    ),
];
