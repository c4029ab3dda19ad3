//! An agreement states its service, its period and its parties.

use alloc::vec::Vec;

use chrono::Datelike as _;

use crate::agreement::{DevelopmentAgreement, PartyRole};
use crate::codes;
use crate::date::Period;
use crate::report::{AgreementFrame, Path};
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{Bilingual, missing_of};

#[cfg(test)]
use crate::report::Profile;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {super::breaks::name_no_days, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR001,
    requirements: &["R-001"],
    sources: &[SourceRef::agreement("titelblad, underskrifter")],
    title: Bilingual::new(
        "en aftale angiver tilbud, periode og parter",
        "an agreement states its service, its period and its parties",
    ),
    why: Bilingual::new(
        "Uden tilbud, periode og begge parter er det uklart, hvem der har lovet hvad, og hvornår.",
        "Without the service, the period and both parties it is unclear who promised what and when.",
    ),
    remedy: Bilingual::new(
        "Nævn tilbuddet, året eller perioden og de to parter: tilføj det, der mangler, og fjern den part, der er overflødig. I Region Sjælland gælder aftalen for ét år, og parterne er socialdirektøren og forstanderen.",
        "State the service, the year or the period, and the two parties: add what is missing, and remove any party beyond the two. In Region Sjælland an agreement is for one year, and the parties are the social director and the head of the service.",
    ),
    example: Bilingual::new(
        "En aftale, der kun nævner socialdirektøren.",
        "An agreement that names the social director alone.",
    ),
    ..Rule::DERIVED
};

message! {
    PartsMissing { missing: Vec<Bilingual> }
    "aftalen mangler at angive {missing:og}",
    "the agreement lacks {missing:and}",
}

message! {
    NoSuchYear {}
    "årstallet er ikke muligt; det skal være fra 1 til 9999",
    "the year is not possible; it must be from 1 to 9999",
}

message! {
    PartyTwice { role: Bilingual }
    "{role} står mere end én gang blandt parterne",
    "{role} is listed more than once among the parties",
}

message! {
    ThirdParty {}
    "aftalen har en part ud over socialdirektøren og forstanderen",
    "the agreement has a party besides the social director and the head of the service",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let frame = cx.context().profile().figures().agreement_frame;
    let by_role = frame == AgreementFrame::DirectorAndHead;
    let count = |is: fn(&PartyRole) -> bool| agreement.parties.iter().filter(|party| is(&party.role)).count();
    let directors = count(|role| matches!(role, PartyRole::SocialDirector));
    let heads = count(|role| matches!(role, PartyRole::HeadOfService));
    let others = count(|role| matches!(role, PartyRole::Other { .. }));
    let parties = directors.min(1).saturating_add(heads.min(1)).saturating_add(others);
    let period = if by_role {
        (names_a_year(agreement), Bilingual::new("året", "the year"))
    } else {
        (
            agreement.running_period().is_some(),
            Bilingual::new("året eller perioden", "the year or the period"),
        )
    };
    let (has_period, period_label) = period;
    let is_impossible =
        !has_period && agreement.year.is_some_and(|year| Period::year(i32::from(year)).is_none());
    let missing: Vec<_> = missing_of([
        (agreement.service.is_some(), Bilingual::new("tilbuddet", "the service")),
        (has_period || is_impossible, period_label),
        (
            !by_role || directors > 0,
            Bilingual::new("socialdirektøren som part", "the social director as a party"),
        ),
        (
            !by_role || heads > 0,
            Bilingual::new("forstanderen som part", "the head of the service as a party"),
        ),
        (by_role || parties != 1, Bilingual::new("den anden part", "the other party")),
        (by_role || parties > 0, Bilingual::new("begge parter", "both parties")),
    ])
    .collect();
    if !missing.is_empty() {
        cx.not_met(at, PartsMissing { missing });
    }
    if is_impossible {
        cx.not_met(&at.key("year"), NoSuchYear {});
    }
    let at = at.key("parties");
    for (_, role) in [(directors, PartyRole::SocialDirector), (heads, PartyRole::HeadOfService)]
        .into_iter()
        .filter(|(times, _)| *times > 1)
    {
        cx.not_met(&at, PartyTwice { role: role.label() });
    }
    if by_role && others > 0 {
        cx.not_met(&at, ThirdParty {});
    }
}

/// Whether the agreement names one year: in its title, or by a period that is a calendar year.
fn names_a_year(agreement: &DevelopmentAgreement) -> bool {
    let year = |year| Period::year(i32::from(year));
    match (agreement.year, agreement.period) {
        (Some(stated), _) => year(stated).is_some(),
        (None, Some(period)) => Period::year(period.start.year()) == Some(period),
        (None, None) => false,
    }
}

// AGR016 also needs the year, for every document that the agreement rests on: see the cases.
#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, _| agreement.service = None,
    |agreement, _| agreement.parties.truncate(1),
    |agreement, _| {
        // Without parties nobody can have signed before a follow-up.
        name_no_days(agreement);
        agreement.parties.clear();
    },
    |agreement, tape| {
        let n = tape.index(agreement.parties.len());
        agreement.parties.extend(agreement.parties.get(n).cloned());
    },
];

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "service": { "id": "00000000-0000-4000-8000-000000000002" },
    "year": 0, "period": { "start": "2024-01-01", "end": "2024-12-31" },
    "parties": [{ "role": "socialDirector" }, { "role": "headOfService" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(BY_YEAR),
    accepts(BY_YEAR).under(Profile::region_sjaelland_2024),
    // The order of the parties does not matter, and a calendar year is named by its first and last day.
    accepts_with(
        AGREEMENT,
        r#"{ "/year": null, "/parties": [{ "role": "headOfService" }, { "role": "socialDirector" }] }"#,
    )
    .under(Profile::region_sjaelland_2024),
    // Elsewhere agreements are for two or four years, and others make them.
    accepts(FOR_TWO_YEARS),
    accepts(WITH_A_THIRD),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "period": { "start": "2024-08-01", "end": "2024-08-01" },
            "parties": [{ "role": "headOfService" }, { "role": { "other": { "title": "centerchefen" } } }]
        }"#,
    ),
    refuses(FOR_TWO_YEARS, &[not_met("", "aftalen mangler at angive året", "the agreement lacks the year")])
        .under(Profile::region_sjaelland_2024),
    refuses(
        WITH_A_THIRD,
        &[not_met(
            "/parties",
            "aftalen har en part ud over socialdirektøren og forstanderen",
            "the agreement has a party besides the social director and the head of the service",
        )],
    )
    .under(Profile::region_sjaelland_2024),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "aftalen mangler at angive tilbuddet, året eller perioden og begge parter",
            "the agreement lacks the service, the year or the period and both parties",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "aftalen mangler at angive tilbuddet, året, socialdirektøren som part og forstanderen som part",
            "the agreement lacks the service, the year, the social director as a party and the head of the \
             service as a party",
        )],
    )
    .under(Profile::region_sjaelland_2024),
    // There is no year 0, and none of five digits.
    refuses_with(
        AGREEMENT,
        r#"{ "/period": null, "/parties": [{ "role": { "other": { "title": "centerchefen" } } }] }"#,
        &[
            not_met("", "aftalen mangler at angive den anden part", "the agreement lacks the other party"),
            not_met(
                "/year",
                "årstallet er ikke muligt; det skal være fra 1 til 9999",
                "the year is not possible; it must be from 1 to 9999",
            ),
        ],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/year": 20024, "/period": null }"#,
        &[not_met(
            "/year",
            "årstallet er ikke muligt; det skal være fra 1 til 9999",
            "the year is not possible; it must be from 1 to 9999",
        )],
    )
    .under(Profile::region_sjaelland_2024),
    // A party that is listed twice counts once.
    refuses_with(
        AGREEMENT,
        r#"{ "/year": 2024, "/period": null, "/parties/1/role": "socialDirector" }"#,
        &[
            not_met("", "aftalen mangler at angive den anden part", "the agreement lacks the other party"),
            not_met(
                "/parties",
                "socialdirektøren står mere end én gang blandt parterne",
                "the social director is listed more than once among the parties",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "year": 2024,
            "parties": [
                { "role": "socialDirector" }, { "role": "headOfService" },
                { "role": "socialDirector" }, { "role": "headOfService" }
            ]
        }"#,
        &[
            not_met(
                "/parties",
                "socialdirektøren står mere end én gang blandt parterne",
                "the social director is listed more than once among the parties",
            ),
            not_met(
                "/parties",
                "forstanderen står mere end én gang blandt parterne",
                "the head of the service is listed more than once among the parties",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "service": { "id": "00000000-0000-4000-8000-000000000002" },
            "year": 2024,
            "parties": [{ "role": "socialDirector" }, { "role": { "other": { "title": "borgmester" } } }]
        }"#,
        &[
            not_met(
                "",
                "aftalen mangler at angive forstanderen som part",
                "the agreement lacks the head of the service as a party",
            ),
            not_met(
                "/parties",
                "aftalen har en part ud over socialdirektøren og forstanderen",
                "the agreement has a party besides the social director and the head of the service",
            ),
        ],
    )
    .under(Profile::region_sjaelland_2024),
    // A role that is named twice is one party.
    refuses_with(
        AGREEMENT,
        r#"{ "/year": 2024, "/period": null, "/parties/0/role": "headOfService" }"#,
        &[
            not_met("", "aftalen mangler at angive den anden part", "the agreement lacks the other party"),
            not_met(
                "/parties",
                "forstanderen står mere end én gang blandt parterne",
                "the head of the service is listed more than once among the parties",
            ),
        ],
    ),
    // The other party is named by its role.
    refuses_with(
        AGREEMENT,
        r#"{ "/year": 2024, "/period": null, "/parties/1": null }"#,
        &[not_met(
            "",
            "aftalen mangler at angive forstanderen som part",
            "the agreement lacks the head of the service as a party",
        )],
    )
    .under(Profile::region_sjaelland_2024),
    // The period is stated beside a year that there is not.
    accepts(AGREEMENT),
];

#[cfg(test)]
const BY_YEAR: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "service": { "id": "00000000-0000-4000-8000-000000000002" },
    "year": 2024,
    "parties": [{ "role": "socialDirector" }, { "role": "headOfService" }]
}"#;

#[cfg(test)]
const FOR_TWO_YEARS: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "service": { "id": "00000000-0000-4000-8000-000000000002" },
    "period": { "start": "2024-01-01", "end": "2025-12-31" },
    "parties": [{ "role": "socialDirector" }, { "role": "headOfService" }]
}"#;

#[cfg(test)]
const WITH_A_THIRD: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "service": { "id": "00000000-0000-4000-8000-000000000002" },
    "year": 2024,
    "parties": [
        { "role": "socialDirector" }, { "role": "headOfService" },
        { "role": { "other": { "title": "områdelederen" } } }
    ]
}"#;
