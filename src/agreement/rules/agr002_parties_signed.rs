//! Both parties are named and have dated their signatures.

use alloc::vec::Vec;

use super::undated;
use crate::agreement::{DevelopmentAgreement, PartyRole};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_assessable, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {super::breaks::change_party, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR002,
    requirements: &["R-002"],
    sources: &[SourceRef::agreement("underskrifter")],
    title: Bilingual::new(
        "begge parter er navngivet og har dateret deres underskrift, og der er ikke flere datoer end parter",
        "both parties are named and have dated their signatures, and there are not more dates than parties",
    ),
    why: Bilingual::new(
        "Så længe navn eller dato mangler, er det uklart, om aftalen er indgået.",
        "While a name or a date is missing, it is unclear whether the agreement has been made.",
    ),
    remedy: Bilingual::new(
        "Få navn og dato på begge parters underskrift, og skriv, hvilken part en dato hører til. Er der en dato for meget, så fjern den.",
        "Have both parties sign with name and date, and state which party a date belongs to. If there is a date too many, take it out.",
    ),
    example: Bilingual::new(
        "Den ene datolinje er udfyldt med 9/1/2024, den anden er blank, og forstanderens navn mangler.",
        "One date line says 9/1/2024, the other is blank, and the head of the service is not named.",
    ),
    ..Rule::DERIVED
};

message! {
    NotNamed { unnamed: Vec<Bilingual> }
    "{unnamed:og} mangler",
    "the agreement does not name {unnamed:and}",
}

message! {
    NoneDated {}
    "ingen underskrift er dateret",
    "no signature is dated",
}

message! {
    SomeDated { dated: u64, parties: u64 }
    "kun {dated} af {parties} underskriftsdatoer er udfyldt",
    "the agreement gives only {dated} of {parties} signing dates",
}

message! {
    DateOfNobody { dated: u64, parties: u64, whose: Bilingual }
    "kun {dated} af {parties} datoer er udfyldt, og det fremgår ikke, {whose}",
    "the agreement gives only {dated} of {parties} signing dates, and it is not stated {whose}",
}

message! {
    NeitherNamedNorDated { unnamed: Vec<Bilingual> }
    "{unnamed:og} mangler, og ingen underskrift er dateret",
    "the agreement does not name {unnamed:and}, and no signature is dated",
}

message! {
    NotNamedAndSomeDated { unnamed: Vec<Bilingual>, dated: u64, parties: u64 }
    "{unnamed:og} mangler, og kun {dated} af {parties} underskriftsdatoer er udfyldt",
    "the agreement does not name {unnamed:and}, and it gives only {dated} of {parties} signing dates",
}

message! {
    NotNamedAndDateOfNobody { unnamed: Vec<Bilingual>, dated: u64, parties: u64, whose: Bilingual }
    "{unnamed:og} mangler; kun {dated} af {parties} datoer er udfyldt, og det fremgår ikke, {whose}",
    "the agreement does not name {unnamed:and}; it gives only {dated} of {parties} signing dates, and it is not stated {whose}",
}

message! {
    SpareDates { dates: u64, parties: u64 }
    "{dates:underskriftsdato|underskriftsdatoer} hører ikke til nogen part, selv om {parties:part allerede har sin|parter allerede har hver sin}",
    "{dates:signing date belongs|signing dates belong} to nobody, although {parties:party has one already|parties have one each}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let unnamed = agreement.parties.iter().filter(|party| party.named == Some(false));
    let unnamed: Vec<_> = unnamed.map(|party| name_of(&party.role)).collect();
    let undated = undated(agreement);
    let dated = count(agreement.parties.len().saturating_sub(undated));
    let (parties, ownerless) =
        (count(agreement.parties.len()), count(agreement.unattributed_signing_days.len()));
    check_spare_days(agreement, at, cx);
    let at = at.key("parties");
    if undated == 0 {
        if unnamed.is_empty() {
            let all_known = agreement.parties.iter().all(|party| party.named.is_some());
            let names = Bilingual::new("om parterne er navngivet", "whether the parties are named");
            cx.all_stated(&at, [(all_known, names)]);
        } else {
            cx.not_met(&at, NotNamed { unnamed });
        }
        return;
    }
    match (unnamed.is_empty(), dated, whose(ownerless, dated)) {
        (true, 0, _) => cx.not_met(&at, NoneDated {}),
        (false, 0, _) => cx.not_met(&at, NeitherNamedNorDated { unnamed }),
        (true, _, None) => cx.not_met(&at, SomeDated { dated, parties }),
        (false, _, None) => cx.not_met(&at, NotNamedAndSomeDated { unnamed, dated, parties }),
        (true, _, Some(whose)) => cx.not_met(&at, DateOfNobody { dated, parties, whose }),
        (false, _, Some(whose)) => {
            cx.not_met(&at, NotNamedAndDateOfNobody { unnamed, dated, parties, whose });
        }
    }
}

/// Finds days without a party where each party has one. A day that a party has as well is only written twice.
fn check_spare_days(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let parties = &agreement.parties;
    let without = parties.iter().filter(|party| party.signed_on.is_none()).count();
    let is_of_a_party = |day: &PartialDate| parties.iter().any(|party| party.signed_on == Some(*day));
    let days = agreement.unattributed_signing_days.iter().filter(|day| !is_of_a_party(day)).count();
    if !parties.is_empty() && days > without {
        let (parties, dates) = (count(parties.len()), count(days.saturating_sub(without)));
        cx.not_met(&at.key("unattributedSigningDays"), SpareDates { dates, parties });
    }
}

/// What is not stated about dates without a party.
fn whose(ownerless: u64, dated: u64) -> Option<Bilingual> {
    match (ownerless, dated) {
        (0, _) => None,
        (1, 1) => Some(Bilingual::new("hvem den hører til", "whose it is")),
        (1, _) => Some(Bilingual::new("hvem den ene af dem hører til", "whose one of them is")),
        _ if ownerless == dated => Some(Bilingual::new("hvem de hører til", "whose they are")),
        _ => Some(Bilingual::new("hvem nogle af dem hører til", "whose some of them are")),
    }
}

/// The name of a party: what is missing in Danish, and who is not named in English.
const fn name_of(role: &PartyRole) -> Bilingual {
    match role {
        PartyRole::SocialDirector => Bilingual::new("socialdirektørens navn", "the social director"),
        PartyRole::HeadOfService => Bilingual::new("forstanderens navn", "the head of the service"),
        PartyRole::Other { .. } => Bilingual::new("en anden parts navn", "another party"),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| change_party(agreement, tape, |party| party.named = Some(false)),
    |agreement, tape| change_party(agreement, tape, |party| party.named = None),
    |agreement, tape| change_party(agreement, tape, |party| party.signed_on = None),
    |agreement, tape| {
        change_party(agreement, tape, |party| party.signed_on = None);
        change_party(agreement, tape, |party| party.named = Some(false));
    },
    |agreement, _| agreement.unattributed_signing_days.extend("2024-01-11".parse::<PartialDate>()),
];

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "parties": [
        { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" },
        { "role": "headOfService", "named": true, "signedOn": "2024-01" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(AGREEMENT),
    // The layout does not show whose the two dates are.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector", "named": true }, { "role": "headOfService", "named": true }],
            "unattributedSigningDays": ["2024-01-09", "2024-01-10"]
        }"#,
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/1/named": false, "/parties/1/signedOn": "2024-01-10" }"#,
        &[not_met(
            "/parties",
            "forstanderens navn mangler",
            "the agreement does not name the head of the service",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/0/named": false, "/parties/1/named": false, "/parties/1/signedOn": null }"#,
        &[not_met(
            "/parties",
            "socialdirektørens navn og forstanderens navn mangler, og kun 1 af 2 underskriftsdatoer er udfyldt",
            "the agreement does not name the social director and the head of the service, and it gives only 1 of 2 signing dates",
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
            "kun 1 af 2 datoer er udfyldt, og det fremgår ikke, hvem den hører til",
            "the agreement gives only 1 of 2 signing dates, and it is not stated whose it is",
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
            "forstanderens navn mangler; kun 1 af 2 datoer er udfyldt, og det fremgår ikke, hvem den hører til",
            "the agreement does not name the head of the service; it gives only 1 of 2 signing dates, and it is not stated whose it is",
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
            "kun 2 af 3 datoer er udfyldt, og det fremgår ikke, hvem de hører til",
            "the agreement gives only 2 of 3 signing dates, and it is not stated whose they are",
        )],
    ),
    // Some of the dates have a party, others have none.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" }, { "role": "headOfService", "named": true },
                { "role": { "other": { "title": "områdelederen" } }, "named": true }
            ],
            "unattributedSigningDays": ["2024-01-10"]
        }"#,
        &[not_met(
            "/parties",
            "kun 2 af 3 datoer er udfyldt, og det fremgår ikke, hvem den ene af dem hører til",
            "the agreement gives only 2 of 3 signing dates, and it is not stated whose one of them is",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [
                { "role": "socialDirector", "named": true, "signedOn": "2024-01-09" }, { "role": "headOfService", "named": true },
                { "role": { "other": { "title": "områdelederen" } }, "named": true },
                { "role": { "other": { "title": "centerchefen" } }, "named": true }
            ],
            "unattributedSigningDays": ["2024-01-10", "2024-01-11"]
        }"#,
        &[not_met(
            "/parties",
            "kun 3 af 4 datoer er udfyldt, og det fremgår ikke, hvem nogle af dem hører til",
            "the agreement gives only 3 of 4 signing dates, and it is not stated whose some of them are",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": "socialDirector", "named": true }, { "role": { "other": { "title": "centerchefen" } }, "named": false }]
        }"#,
        &[not_met(
            "/parties",
            "en anden parts navn mangler, og ingen underskrift er dateret",
            "the agreement does not name another party, and no signature is dated",
        )],
    ),
    // The date of a party is that party's.
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/1/signedOn": null }"#,
        &[not_met(
            "/parties",
            "kun 1 af 2 underskriftsdatoer er udfyldt",
            "the agreement gives only 1 of 2 signing dates",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/0/signedOn": null, "/parties/1/signedOn": null }"#,
        &[not_met("/parties", "ingen underskrift er dateret", "no signature is dated")],
    ),
    // What is missing is reported before what is not known.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "parties": [{ "role": { "other": { "title": "centerchefen" } } }]
        }"#,
        &[not_met("/parties", "ingen underskrift er dateret", "no signature is dated")],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/1/named": null, "/parties/1/signedOn": "2024-01-09" }"#,
        &[not_assessable(
            "/parties",
            "kan ikke vurderes; mangler: om parterne er navngivet",
            "cannot be assessed; missing: whether the parties are named",
        )],
    ),
    // A day that a party has as well; without parties it is not known how many there are.
    accepts_with(
        AGREEMENT,
        r#"{ "/parties/1/signedOn": "2024-01-10", "/unattributedSigningDays": ["2024-01-09", "2024-01-09"] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "unattributedSigningDays": ["2024-01-08", "2024-01-09", "2024-01-10"] }"#,
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/1/signedOn": "2024-01-09", "/unattributedSigningDays": ["2024-01-12"] }"#,
        &[not_met(
            "/unattributedSigningDays",
            "1 underskriftsdato hører ikke til nogen part, selv om 2 parter allerede har hver sin",
            "1 signing date belongs to nobody, although 2 parties have one each",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/1/signedOn": null, "/unattributedSigningDays": ["2024-01-10", "2024-01-11", "2024-01-12"] }"#,
        &[not_met(
            "/unattributedSigningDays",
            "2 underskriftsdatoer hører ikke til nogen part, selv om 2 parter allerede har hver sin",
            "2 signing dates belong to nobody, although 2 parties have one each",
        )],
    ),
];
