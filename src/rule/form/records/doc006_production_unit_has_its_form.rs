//! A P-number has the form of one.

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
    code: codes::DOC006,
    severity: Severity::Error,
    sources: &[SourceRef::new(SourceDocument::OS2MO, "PNumberAddressHandler: P-numbers are 10 digits")],
    title: Bilingual::new(
        "et P-nummer har den form, som registeret giver sine P-numre",
        "a P-number has the form that the register gives its P-numbers",
    ),
    example: Bilingual::new(
        "Et P-nummer på ni cifre, hvor det sidste er faldet ud.",
        "A P-number of nine digits, the last one of which was dropped.",
    ),
    ..OF_KNOWN_SYSTEM
};

message! {
    OtherForm {}
    "nummeret er ikke et gyldigt P-nummer (P-numre har ti cifre)",
    "this is not a valid P-number (P-numbers of production units have ten digits)",
}

pub(super) fn check(id: &ExternalId, at: &Path<'_>, cx: &mut Checker<'_>) {
    if is_of_other_form(id, KnownSystem::ProductionUnit) {
        cx.not_met(&at.key("value"), OtherForm {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ExternalId> =
    &[|id, tape| *id = one_of(&[("P-nr.", "100338839"), ("P-nummer", "12")], tape)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "system": "P-nummer", "value": "1003388394" }"#),
    // Of another system, and the number of a person, which DOC003 finds.
    accepts(r#"{ "system": "PNR", "value": "12" }"#),
    accepts(r#"{ "system": "P-nummer", "value": "0101901234" }"#),
    refuses(
        r#"{ "system": "p-nr", "value": "100338839" }"#,
        &[not_met(
            "/value",
            "nummeret er ikke et gyldigt P-nummer (P-numre har ti cifre)",
            "this is not a valid P-number (P-numbers of production units have ten digits)",
        )],
    ),
];
