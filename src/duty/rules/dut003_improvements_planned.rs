//! There is a plan for the improvements that a review led to.

use crate::codes;
use crate::duty::{Improvements, ReviewedBuilding};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::date::PartialDate;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT003,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-047"],
    sources: &[SourceRef::agreement("1.2")],
    title: Bilingual::new(
        "der er en plan for de nødvendige forbedringer efter en sikkerhedsgennemgang",
        "there is a plan for the improvements that a safety review showed to be needed",
    ),
    why: Bilingual::new(
        "En gennemgang gør ingen bygning mere sikker; det gør de forbedringer, som den fører til.",
        "A review makes no building safer; the improvements that it leads to do.",
    ),
    remedy: Bilingual::new(
        "Læg en plan for forbedringerne, eller notér, at de er gennemført.",
        "Make a plan for the improvements, or note that they are carried out.",
    ),
    example: Bilingual::new(
        "Gennemgangen viste, at alarmen ikke rækker til kælderen, og ingen har planlagt, hvornår det bliver rettet.",
        "The review showed that the alarm does not reach the basement, and nobody has planned when that will be put right.",
    ),
    ..Rule::DERIVED
};

message! {
    WithoutPlan {}
    "bygningen har brug for forbedringer, som der ikke er en plan for",
    "the building needs improvements for which there is no plan",
}

const IMPROVEMENTS: Bilingual =
    Bilingual::new("hvilke forbedringer gennemgangen førte til", "which improvements the review led to");

pub(super) fn check(building: &ReviewedBuilding, at: &Path<'_>, cx: &mut Checker<'_>) {
    match building.improvements {
        Some(Improvements::Needed) => cx.not_met(&at.key("improvements"), WithoutPlan {}),
        // One that is dated in the future has led to nothing yet.
        None if building.reviewed_on.is_some_and(|on| on.first_day() <= cx.as_of()) => {
            cx.not_assessable(at, IMPROVEMENTS);
        }
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ReviewedBuilding> = &[
    |building, _| {
        building.reviewed_on = PartialDate::of_month(2024, 1);
        building.improvements = Some(Improvements::Needed);
    },
    |building, _| {
        building.reviewed_on = PartialDate::of_month(2024, 1);
        building.improvements = None;
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "reviewedOn": "2024-01-15", "improvements": "notNeeded" }"#),
    accepts(r#"{ "reviewedOn": "2024-01-15", "improvements": "planned" }"#),
    accepts(r#"{ "reviewedOn": "2024-01-15", "improvements": "carriedOut" }"#),
    accepts(r#"{ "reviewedOn": "2024-01-16" }"#),
    refuses(
        r#"{ "name": "Bygning 2", "improvements": "needed" }"#,
        &[not_met(
            "/improvements",
            "bygningen har brug for forbedringer, som der ikke er en plan for",
            "the building needs improvements for which there is no plan",
        )],
    ),
    refuses(
        r#"{ "reviewedOn": "2024-01-15" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke forbedringer gennemgangen førte til",
            "cannot be assessed; missing: which improvements the review led to",
        )],
    ),
    // In this month, which has begun.
    refuses(
        r#"{ "reviewedOn": "2024-01" }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvilke forbedringer gennemgangen førte til",
            "cannot be assessed; missing: which improvements the review led to",
        )],
    ),
];
