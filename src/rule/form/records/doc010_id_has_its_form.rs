//! An id of a known system has the form that this system gives its ids.

use crate::codes;
#[cfg(feature = "proptest")]
use crate::draft::tape::Tape;
use crate::id::known::is_cvr_form;
use crate::id::{ExternalId, KnownSystem};
use crate::report::Path;
use crate::rule::form::civil_number;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;
#[cfg(feature = "proptest")]
use crate::text::NonBlank;

pub(super) static RULE: Rule = Rule {
    code: codes::DOC010,
    severity: Severity::Error,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::MODULUS_11, "Alle CVR-numre overholder det såkaldte modulus 11-check"),
        SourceRef::new(SourceDocument::OS2MO, "PNumberAddressHandler: P-numbers are 10 digits"),
        SourceRef::new(SourceDocument::DK_CORE, "CVR-length, CVR-modulus-11, min-digits-sor"),
        SourceRef::new(SourceDocument::KL_TERM, "CodeSystem FFB, CodeSystem CareSocialCodes"),
    ],
    title: Bilingual::new(
        "et id fra et kendt system har den form, som systemet giver sine id'er",
        "an id of a known system has the form that this system gives its ids",
    ),
    why: Bilingual::new(
        "Et id med en anden form er enten ingens eller en andens: den, der slår det op, finder intet eller det forkerte.",
        "An id of another form is nobody's or somebody else's: whoever looks it up finds nothing, or the wrong thing.",
    ),
    remedy: Bilingual::new(
        "Slå id'et op i systemet, og ret det. Stammer det fra et andet system, så skriv navnet på det.",
        "Look the id up in the system, and correct it. If it comes from another system, state the name of that one.",
    ),
    example: Bilingual::new(
        "Et CVR-nummer, hvor to nabocifre er byttet om.",
        "A CVR number in which two neighbouring digits were swapped.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherForm { what: Bilingual }
    "her står ikke {what}",
    "this is not {what}",
}

message! {
    WrongCheckDigit {}
    "kontrolcifferet i CVR-nummeret passer ikke",
    "the check digit of the CVR number does not fit",
}

/// The id itself stands in no finding. What looks like a civil registration number is left to DOC003.
pub(super) fn check(id: &ExternalId, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(system) = id.known_system() else { return };
    let value = id.value.as_str();
    if system.accepts(value) || civil_number::is_in(value) {
        return;
    }
    let at = at.key("value");
    if system == KnownSystem::Cvr && is_cvr_form(value) {
        cx.not_met(&at, WrongCheckDigit {});
    } else {
        cx.not_met(&at, OtherForm { what: form_of(system) });
    }
}

const fn form_of(system: KnownSystem) -> Bilingual {
    match system {
        KnownSystem::Cvr => Bilingual::new("et CVR-nummer på otte cifre", "a CVR number of eight digits"),
        KnownSystem::ProductionUnit => {
            Bilingual::new("et P-nummer på ti cifre", "a P-number (production unit) of ten digits")
        }
        KnownSystem::Sor => {
            Bilingual::new("en SOR-kode på mindst elleve cifre", "a SOR code of at least eleven digits")
        }
        KnownSystem::Ffb => Bilingual::new("en FFB-kode, som er et UUID", "an FFB code, which is a UUID"),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ExternalId> = &[
    |id, tape| {
        *id = one_of(&[("CVR", "13748137"), ("CVR-nr.", "31 74 81 36"), ("cvr nummer", "DK13748163")], tape);
    },
    |id, tape| *id = one_of(&[("CVR", "1374813"), ("CVR", "00000000"), ("P-nr.", "100338839")], tape),
    |id, tape| *id = one_of(&[("SOR", "061654"), ("KL FFB", "J1.2")], tape),
];

#[cfg(feature = "proptest")]
fn one_of(ids: &[(&'static str, &'static str)], tape: &mut Tape<'_>) -> ExternalId {
    let (system, value) = *tape.pick(ids);
    ExternalId::new(NonBlank::literal(system), NonBlank::literal(value))
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "system": "CVR", "value": "13748136" }"#),
    accepts(r#"{ "system": "cvr-nr.", "value": " DK 13 74 81 36" }"#),
    accepts(r#"{ "system": "P-nummer", "value": "1003388394" }"#),
    accepts(r#"{ "system": "SOR", "value": "330461000016004" }"#),
    accepts(r#"{ "system": "SOR-kode", "value": "10000000001" }"#),
    accepts(r#"{ "system": "KL FFB", "value": "0bb3daef-538d-45dc-b444-abdbcb63f6bc" }"#),
    // Other systems give their ids any form.
    accepts(r#"{ "system": "ESDH", "value": "2023-104-7" }"#),
    accepts(r#"{ "system": "PNR", "value": "12" }"#),
    accepts(r#"{ "system": "CVR (gammelt)", "value": "7" }"#),
    // DOC003 finds the number of a person.
    accepts(r#"{ "system": "CVR", "value": "010190-1234" }"#),
    accepts(r#"{ "system": "P-nummer", "value": "0101901234" }"#),
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
            "her står ikke et CVR-nummer på otte cifre",
            "this is not a CVR number of eight digits",
        )],
    ),
    refuses(
        r#"{ "system": "CVR", "value": "00000000" }"#,
        &[not_met(
            "/value",
            "her står ikke et CVR-nummer på otte cifre",
            "this is not a CVR number of eight digits",
        )],
    ),
    refuses(
        r#"{ "system": "p-nr", "value": "100338839" }"#,
        &[not_met(
            "/value",
            "her står ikke et P-nummer på ti cifre",
            "this is not a P-number (production unit) of ten digits",
        )],
    ),
    refuses(
        r#"{ "system": "SOR", "value": "1000000001" }"#,
        &[not_met(
            "/value",
            "her står ikke en SOR-kode på mindst elleve cifre",
            "this is not a SOR code of at least eleven digits",
        )],
    ),
    refuses(
        r#"{ "system": "FFB", "value": "J1.2" }"#,
        &[not_met(
            "/value",
            "her står ikke en FFB-kode, som er et UUID",
            "this is not an FFB code, which is a UUID",
        )],
    ),
];
