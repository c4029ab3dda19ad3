//! A CVR number has the form of one, and its check digit fits.

#[cfg(feature = "proptest")]
use super::one_of;
use super::{OF_KNOWN_SYSTEM, is_of_other_form};
use crate::codes;
use crate::id::known::is_cvr_form;
use crate::id::{ExternalId, KnownSystem};
use crate::report::Path;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

pub(super) static RULE: Rule = Rule {
    code: codes::DOC010,
    severity: Severity::Error,
    sources: &[
        SourceRef::new(SourceDocument::MODULUS_11, "Alle CVR-numre overholder det såkaldte modulus 11-check"),
        SourceRef::new(SourceDocument::DK_CORE, "CVR-length, CVR-modulus-11"),
    ],
    title: Bilingual::new(
        "et CVR-nummer har den form, som registeret giver sine numre, og kontrolcifferet passer",
        "a CVR number has the form that the register gives its numbers, and its check digit fits",
    ),
    example: Bilingual::new(
        "Et CVR-nummer, hvor to nabocifre er byttet om.",
        "A CVR number in which two neighbouring digits were swapped.",
    ),
    ..OF_KNOWN_SYSTEM
};

message! {
    OtherForm {}
    "nummeret er ikke et gyldigt CVR-nummer (CVR-numre har otte cifre)",
    "this is not a valid CVR number (CVR numbers have eight digits)",
}

message! {
    WrongCheckDigit {}
    "kontrolcifferet i CVR-nummeret passer ikke",
    "the check digit of the CVR number does not fit",
}

pub(super) fn check(id: &ExternalId, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !is_of_other_form(id, KnownSystem::Cvr) {
        return;
    }
    let at = at.key("value");
    if is_cvr_form(id.value.as_str()) {
        cx.not_met(&at, WrongCheckDigit {});
    } else {
        cx.not_met(&at, OtherForm {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ExternalId> = &[
    |id, tape| {
        *id = one_of(&[("CVR", "13748137"), ("CVR-nr.", "31 74 81 36"), ("cvr nummer", "DK13748163")], tape);
    },
    |id, tape| *id = one_of(&[("CVR", "1374813"), ("CVR", "00000000")], tape),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "system": "CVR", "value": "13748136" }"#),
    accepts(r#"{ "system": "cvr-nr.", "value": " DK 13 74 81 36" }"#),
    // Other systems give their ids any form.
    accepts(r#"{ "system": "ESDH", "value": "2023-104-7" }"#),
    accepts(r#"{ "system": "CVR (gammelt)", "value": "7" }"#),
    // DOC003 finds the number of a person.
    accepts(r#"{ "system": "CVR", "value": "010190-1234" }"#),
    refuses(
        r#"{ "system": "CVR", "value": "13748137" }"#,
        &[not_met(
            "/value",
            "kontrolcifferet i CVR-nummeret passer ikke",
            "the check digit of the CVR number does not fit",
        )],
    ),
    refuses(
        r#"{ "system": "Det Centrale Virksomhedsregister", "value": "1374813" }"#,
        &[not_met(
            "/value",
            "nummeret er ikke et gyldigt CVR-nummer (CVR-numre har otte cifre)",
            "this is not a valid CVR number (CVR numbers have eight digits)",
        )],
    ),
    refuses(
        r#"{ "system": "CVR", "value": "00000000" }"#,
        &[not_met(
            "/value",
            "nummeret er ikke et gyldigt CVR-nummer (CVR-numre har otte cifre)",
            "this is not a valid CVR number (CVR numbers have eight digits)",
        )],
    ),
];
