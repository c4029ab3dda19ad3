//! A member does not leave a role before having it.

use crate::codes;
use crate::date::{PartialDate, backwards};
use crate::duty::TrainedMember;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT023,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "training, members")],
    title: Bilingual::new(
        "et medlem af arbejdsmiljøorganisationen fratræder ikke, før det er valgt eller udpeget",
        "no member of the health and safety organisation leaves before being elected or appointed",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: der er ingen dag, hvor medlemmet har rollen, og ingen frist for uddannelsen.",
        "The document contradicts itself: there is no day on which the member has the role, and no deadline for the training.",
    ),
    remedy: Bilingual::new("Ret den dag, der er forkert.", "Correct the day that is wrong."),
    example: Bilingual::new(
        "Et medlem er valgt 1. juni 2024 og har kun rollen til og med 31. maj 2024.",
        "A member was elected on 1 June 2024 and has the role only up to and including 31 May 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    LeftFirst { started_on: PartialDate, until: PartialDate }
    "medlemmet er valgt eller udpeget {started_on:i}, men har kun rollen til og med {until}",
    "the member was elected or appointed {started_on:on|in}, but has the role only up to and including {until}",
}

pub(super) fn check(member: &TrainedMember, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((started_on, until)) = backwards(member.started_on, member.until) {
        cx.not_met(&at.key("until"), LeftFirst { started_on, until });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TrainedMember> = &[|member, _| {
    (member.started_on, member.until) = (PartialDate::of_year(2023), PartialDate::of_year(2022));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "startedOn": "2023-06-01", "until": "2023-06-01" }"#),
    accepts(r#"{ "startedOn": "2023-06-01", "until": "2023" }"#),
    refuses(
        r#"{ "startedOn": "2023-06-02", "until": "2023-06-01" }"#,
        &[not_met(
            "/until",
            "medlemmet er valgt eller udpeget 2. juni 2023, men har kun rollen til og med 1. juni 2023",
            "the member was elected or appointed on 2 June 2023, but has the role only up to and including 1 June 2023",
        )],
    ),
];
