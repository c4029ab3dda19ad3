//! The agreement is not signed long before it begins.

use chrono::{Months, NaiveDate};

use super::first_day;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_evaluated, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {super::breaks::change_party, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR094,
    requirements: &["R-003", "R-019"],
    sources: &[
        SourceRef::agreement("titelblad"),
        SourceRef::agreement("3"),
        SourceRef::agreement("underskrifter"),
    ],
    title: Bilingual::new(
        "aftalen er ikke underskrevet længe før, den begynder",
        "the agreement is not signed long before it begins",
    ),
    why: Bilingual::new(
        "Den næste aftale behandles på et dialogmøde sidst på året. Er den underskrevet mere end et halvt år, før den begynder, er årstallet sandsynligvis forkert.",
        "The next agreement is covered at a dialogue meeting at the end of the year. If it was signed more than half a year before it begins, the year is probably wrong.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for underskriften, eller ret aftalens år eller periode.",
        "Correct the date of the signature, or the year or the period of the agreement.",
    ),
    example: Bilingual::new(
        "En aftale for 2024, hvor den ene part har skrevet 9. januar 2023 ved sin underskrift.",
        "An agreement for 2024 in which one party has written 9 January 2023 beside its signature.",
    ),
    requires: &[codes::AGR015],
    ..Rule::DERIVED
};

message! {
    SignedLongBefore { signed_on: PartialDate, start: NaiveDate }
    "underskriften er fra {signed_on}, mere end et halvt år før aftalen begynder {start}",
    "the signature is from {signed_on}, more than half a year before the agreement begins on {start}",
}

const HALF_A_YEAR: Months = Months::new(6);

/// Whether this rule finds a signature of that day.
pub(super) fn is_long_before(signed_on: PartialDate, start: NaiveDate) -> bool {
    start.checked_sub_months(HALF_A_YEAR).is_some_and(|earliest| signed_on.last_day() < earliest)
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let parties = agreement.parties.iter().map(|party| party.signed_on);
    if parties.clone().all(|on| on.is_none()) && agreement.unattributed_signing_days.is_empty() {
        return;
    }
    let Some(start) = first_day(agreement, at, cx) else { return };
    let list = at.key("parties");
    for (n, signed_on) in parties.enumerate() {
        if let Some(signed_on) = signed_on.filter(|on| is_long_before(*on, start)) {
            cx.not_met(&list.index(n).key("signedOn"), SignedLongBefore { signed_on, start });
        }
    }
    let list = at.key("unattributedSigningDays");
    for (n, &signed_on) in agreement.unattributed_signing_days.iter().enumerate() {
        if is_long_before(signed_on, start) {
            cx.not_met(&list.index(n), SignedLongBefore { signed_on, start });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    change_party(agreement, tape, |party| party.signed_on = PartialDate::of_month(2023, 1));
}];

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "parties": [
        { "role": "socialDirector", "signedOn": "2023-07-01" },
        { "role": "headOfService", "signedOn": "2024-01-09" }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024 }"#),
    // Half a year before; in a month or a year that reaches so far; without a year of the agreement; and late.
    accepts(AGREEMENT),
    accepts_with(AGREEMENT, r#"{ "/parties/0/signedOn": "2023-07", "/parties/1/signedOn": "2023" }"#),
    accepts_with(AGREEMENT, r#"{ "/year": null, "/parties/0/signedOn": "2014" }"#),
    accepts_with(AGREEMENT, r#"{ "/parties/0/signedOn": "2024-12-31" }"#),
    refuses_with(
        AGREEMENT,
        r#"{ "/parties/0/signedOn": "2023-06-30", "/unattributedSigningDays": ["2023-12-20", "2022"] }"#,
        &[
            not_met(
                "/parties/0/signedOn",
                "underskriften er fra 30. juni 2023, mere end et halvt år før aftalen begynder 1. januar 2024",
                "the signature is from 30 June 2023, more than half a year before the agreement begins on 1 January 2024",
            ),
            not_met(
                "/unattributedSigningDays/1",
                "underskriften er fra 2022, mere end et halvt år før aftalen begynder 1. januar 2024",
                "the signature is from 2022, more than half a year before the agreement begins on 1 January 2024",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "period": { "start": "2024-12-31", "end": "2024-01-01" }, "unattributedSigningDays": ["2023-12-20"]
        }"#,
        &[not_evaluated("", "AGR015")],
    ),
];
