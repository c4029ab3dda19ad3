//! Both parties are named and have dated their signatures.

use alloc::vec::Vec;

use super::undated;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_party, name_no_days},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR002,
    requirements: &["R-002"],
    sources: &[SourceRef::agreement("underskrifter")],
    title: Bilingual::new(
        "begge parter er navngivet og har dateret deres underskrift",
        "both parties are named and have dated their signatures",
    ),
    why: Bilingual::new(
        "Så længe navn eller dato mangler, er det ikke til at se, om aftalen er indgået.",
        "While a name or a date is missing, nobody can see whether the agreement was made.",
    ),
    remedy: Bilingual::new(
        "Få navn og dato på begge parters underskrift.",
        "Have both parties sign with name and date.",
    ),
    example: Bilingual::new(
        "Den ene datolinje er udfyldt 9/1/2024, den anden er blank, og forstanderen er ikke navngivet.",
        "One date line says 9/1/2024, the other is blank, and the head of the service is not named.",
    ),
    ..Rule::DERIVED
};

message! {
    NotNamed { unnamed: Vec<Bilingual> }
    "aftalen navngiver ikke {unnamed:og}",
    "the agreement does not name {unnamed:and}",
}

message! {
    NotDated { parties: u64, undated: u64 }
    "{undated} af {parties} underskriftsdatoer mangler",
    "the agreement lacks {undated} of {parties} signing dates",
}

message! {
    DateOfNobody { parties: u64, undated: u64, whose: Bilingual }
    "{undated} af {parties} underskriftsdatoer mangler, og det fremgår ikke, {whose}",
    "the agreement lacks {undated} of {parties} signing dates, and it is not said {whose}",
}

message! {
    NeitherNamedNorDated { parties: u64, unnamed: Vec<Bilingual>, undated: u64 }
    "aftalen navngiver ikke {unnamed:og}, og {undated} af {parties} underskriftsdatoer mangler",
    "the agreement does not name {unnamed:and}, and it lacks {undated} of {parties} signing dates",
}

message! {
    NotNamedAndDateOfNobody { parties: u64, unnamed: Vec<Bilingual>, undated: u64, whose: Bilingual }
    "aftalen navngiver ikke {unnamed:og}, {undated} af {parties} underskriftsdatoer mangler, og det fremgår ikke, {whose}",
    "the agreement does not name {unnamed:and}, it lacks {undated} of {parties} signing dates, and it is not said {whose}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let unnamed = agreement.parties.iter().filter(|party| party.named == Some(false));
    let unnamed: Vec<_> = unnamed.map(|party| party.role.label()).collect();
    let (parties, undated) = (count(agreement.parties.len()), count(undated(agreement)));
    let whose = match agreement.unattributed_signing_days.as_slice() {
        [] => None,
        [_] => Some(Bilingual::new("hvis datoen er", "whose the date is")),
        _ => Some(Bilingual::new("hvis datoerne er", "whose the dates are")),
    };
    let at = at.key("parties");
    match (unnamed.is_empty(), undated, whose) {
        (true, 0, _) => {
            let all_known = agreement.parties.iter().all(|party| party.named.is_some());
            let names = Bilingual::new("om parterne er navngivet", "whether the parties are named");
            cx.all_stated(&at, [(all_known, names)]);
        }
        (false, 0, _) => cx.not_met(&at, NotNamed { unnamed }),
        (true, _, None) => cx.not_met(&at, NotDated { parties, undated }),
        (true, _, Some(whose)) => cx.not_met(&at, DateOfNobody { parties, undated, whose }),
        (false, _, None) => cx.not_met(&at, NeitherNamedNorDated { parties, unnamed, undated }),
        (false, _, Some(whose)) => {
            cx.not_met(&at, NotNamedAndDateOfNobody { parties, unnamed, undated, whose });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| change_party(agreement, tape, |party| party.named = Some(false)),
    |agreement, tape| change_party(agreement, tape, |party| party.named = None),
    |agreement, tape| {
        // Without a follow-up no date is needed to compare it with.
        name_no_days(agreement);
        change_party(agreement, tape, |party| party.signed_on = None);
    },
    |agreement, tape| {
        name_no_days(agreement);
        change_party(agreement, tape, |party| party.signed_on = None);
        change_party(agreement, tape, |party| party.named = Some(false));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" },
                { "role": "headOfService", "named": true, "signedOn": "2024-01" }
            ]
        }"#,
    ),
    // The layout does not show whose the two dates are.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector", "named": true }, { "role": "headOfService", "named": true }],
            "unattributedSigningDays": ["2024-01-09", "2024-01-10"]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" },
                { "role": "headOfService", "named": false, "signedOn": "2024-01-10" }
            ]
        }"#,
        &[not_met(
            "/parties",
            "aftalen navngiver ikke forstanderen",
            "the agreement does not name the head of the service",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": false, "signedOn": "2024-01-09" },
                { "role": "headOfService", "named": false }
            ]
        }"#,
        &[not_met(
            "/parties",
            "aftalen navngiver ikke socialdirektøren og forstanderen, og 1 af 2 underskriftsdatoer mangler",
            "the agreement does not name the social director and the head of the service, and it lacks 1 of 2 signing dates",
        )],
    ),
    // One date without an owner counts for one party, not for two.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector", "named": true }, { "role": "headOfService", "named": true }],
            "unattributedSigningDays": ["2024-01-09"]
        }"#,
        &[not_met(
            "/parties",
            "1 af 2 underskriftsdatoer mangler, og det fremgår ikke, hvis datoen er",
            "the agreement lacks 1 of 2 signing dates, and it is not said whose the date is",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector", "named": true }, { "role": "headOfService", "named": false }],
            "unattributedSigningDays": ["2024-01-09"]
        }"#,
        &[not_met(
            "/parties",
            "aftalen navngiver ikke forstanderen, 1 af 2 underskriftsdatoer mangler, og det fremgår ikke, hvis datoen er",
            "the agreement does not name the head of the service, it lacks 1 of 2 signing dates, and it is not said whose the date is",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": true }, { "role": "headOfService", "named": true },
                { "role": { "other": { "title": "områdelederen" } }, "named": true }
            ],
            "unattributedSigningDays": ["2024-01-09", "2024-01"]
        }"#,
        &[not_met(
            "/parties",
            "1 af 3 underskriftsdatoer mangler, og det fremgår ikke, hvis datoerne er",
            "the agreement lacks 1 of 3 signing dates, and it is not said whose the dates are",
        )],
    ),
    // The date of a party is that party's.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" },
                { "role": "headOfService", "named": true }
            ]
        }"#,
        &[not_met(
            "/parties",
            "1 af 2 underskriftsdatoer mangler",
            "the agreement lacks 1 of 2 signing dates",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector", "named": true }, { "role": "headOfService", "named": true }]
        }"#,
        &[not_met(
            "/parties",
            "2 af 2 underskriftsdatoer mangler",
            "the agreement lacks 2 of 2 signing dates",
        )],
    ),
    // What is missing is reported before what is not known.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": { "other": { "title": "centerchefen" } } }]
        }"#,
        &[not_met(
            "/parties",
            "1 af 1 underskriftsdatoer mangler",
            "the agreement lacks 1 of 1 signing dates",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" },
                { "role": "headOfService", "signedOn": "2024-01-09" }
            ]
        }"#,
        &[not_assessable(
            "/parties",
            "kan ikke vurderes; mangler: om parterne er navngivet",
            "cannot be assessed; missing: whether the parties are named",
        )],
    ),
];
