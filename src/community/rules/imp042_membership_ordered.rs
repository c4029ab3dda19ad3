//! A membership does not end before it begins.

use crate::codes;
use crate::community::CommunityMember;
use crate::date::{self, PartialDate};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP042,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &[],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, members")],
    title: Bilingual::new(
        "et tilbuds deltagelse i et forbedringsfællesskab slutter ikke, før den begynder",
        "the membership of a service in an improvement community does not end before it begins",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen ved, hvornår tilbuddet er med.",
        "The document contradicts itself, and nobody knows when the service takes part.",
    ),
    remedy: Bilingual::new("Ret den dag, der er forkert.", "Correct the day that is wrong."),
    example: Bilingual::new(
        "Et tilbud deltager fra juni 2024 og til og med maj 2024.",
        "A service takes part from June 2024 up to and including May 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    LeavesFirst { until: PartialDate, from: PartialDate }
    "det, der står om tilbuddets deltagelse, gælder til og med {until}, altså før det begynder {from:i}",
    "what is said of the membership of the service holds up to and including {until}, before it begins {from:on|in}",
}

pub(super) fn check(member: &CommunityMember, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((from, until)) = date::backwards(member.from, member.until) {
        cx.not_met(&at.key("until"), LeavesFirst { until, from });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CommunityMember> = &[|member, _| {
    (member.from, member.until) = (PartialDate::of_year(2031), PartialDate::of_year(2030));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "service": "00000000-0000-4000-8000-000000000002" }"#),
    accepts(
        r#"{ "service": "00000000-0000-4000-8000-000000000002", "from": "2024-05-31", "until": "2024-05" }"#,
    ),
    refuses(
        r#"{ "service": "00000000-0000-4000-8000-000000000002", "from": "2024-06-01", "until": "2024-05" }"#,
        &[not_met(
            "/until",
            "det, der står om tilbuddets deltagelse, gælder til og med maj 2024, altså før det begynder 1. juni 2024",
            "what is said of the membership of the service holds up to and including May 2024, before it begins on 1 June 2024",
        )],
    ),
];
