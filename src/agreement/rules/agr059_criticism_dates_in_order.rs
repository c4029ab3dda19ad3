//! The dates of criticism by an authority are in order.

use crate::agreement::Criticism;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR059,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["S-015"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "focusAreas, criticisms")],
    title: Bilingual::new(
        "hverken fristen for at rette op på en myndigheds kritik eller sagens afslutning ligger før kritikken",
        "criticism by an authority has no deadline, and is not closed, before the day on which it was made",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og fristen kan ikke overholdes.",
        "The document contradicts itself, and the deadline cannot be met.",
    ),
    remedy: Bilingual::new("Ret datoerne.", "Correct the dates."),
    example: Bilingual::new(
        "Et påbud af 12. marts 2024 med frist 30. juni 2023.",
        "An order of 12 March 2024 with the deadline 30 June 2023.",
    ),
    ..Rule::DERIVED
};

message! {
    DeadlineBefore { given_on: PartialDate, deadline: PartialDate }
    "fristen er {deadline}, men kritikken er fra {given_on}",
    "the deadline is {deadline}, but the criticism is dated {given_on}",
}

message! {
    ClosedBefore { given_on: PartialDate, closed_on: PartialDate }
    "sagen er afsluttet ({closed_on}) før kritikken, som er fra {given_on}",
    "the matter was closed ({closed_on}) before the criticism, which is dated {given_on}",
}

pub(super) fn check(criticism: &Criticism, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(given_on) = criticism.given_on else { return };
    let is_before = |other: &PartialDate| criticism.is_before(*other);
    if let Some(deadline) = criticism.deadline.filter(is_before) {
        cx.not_met(&at.key("deadline"), DeadlineBefore { given_on, deadline });
    }
    if let Some(closed_on) = criticism.closed_on.filter(is_before) {
        cx.not_met(&at.key("closedOn"), ClosedBefore { given_on, closed_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Criticism> = &[
    |criticism, _| {
        criticism.given_on = PartialDate::of_year(2024);
        (criticism.deadline, criticism.closed_on) = (PartialDate::of_year(2023), None);
    },
    |criticism, _| {
        criticism.given_on = PartialDate::of_year(2024);
        (criticism.deadline, criticism.closed_on) = (None, PartialDate::of_year(2023));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "authority": "workingEnvironment", "deadline": "2023", "closedOn": "2022" }"#),
    accepts(
        r#"{ "authority": "workingEnvironment", "givenOn": "2024-03-12", "deadline": "2024-03-12", "closedOn": "2024-03" }"#,
    ),
    accepts(r#"{ "authority": "workingEnvironment", "givenOn": "2024-03", "deadline": "2024-03-01" }"#),
    refuses(
        r#"{ "authority": "workingEnvironment", "givenOn": "2024-03-12", "deadline": "2024-03-11", "closedOn": "2024-02" }"#,
        &[
            not_met(
                "/deadline",
                "fristen er 11. marts 2024, men kritikken er fra 12. marts 2024",
                "the deadline is 11 March 2024, but the criticism is dated 12 March 2024",
            ),
            not_met(
                "/closedOn",
                "sagen er afsluttet (februar 2024) før kritikken, som er fra 12. marts 2024",
                "the matter was closed (February 2024) before the criticism, which is dated 12 March 2024",
            ),
        ],
    ),
];
