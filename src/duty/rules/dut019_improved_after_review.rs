//! Improvements follow a review.

use crate::codes;
use crate::date::PartialDate;
use crate::duty::{Improvements, ReviewedBuilding};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT019,
    requirements: &["R-047"],
    sources: &[SourceRef::agreement("1.2")],
    title: Bilingual::new(
        "forbedringer planlægges og gennemføres efter en sikkerhedsgennemgang",
        "improvements are planned and carried out after a safety review",
    ),
    why: Bilingual::new(
        "Først gennemgangen viser, hvilke forbedringer bygningen har brug for. Enten mangler dagen for gennemgangen, eller forbedringerne står ud for den forkerte bygning.",
        "Only the review shows which improvements the building needs. Either the day of the review is missing, or the improvements are noted for the wrong building.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvornår bygningen er gennemgået, eller ret status for forbedringerne.",
        "Say when the building was reviewed, or correct the state of its improvements.",
    ),
    example: Bilingual::new(
        "Forbedringerne i Drivhuset står som gennemført, men det fremgår ikke, hvornår bygningen er gennemgået.",
        "The improvements of the greenhouse are recorded as carried out, but it is not stated when the building was reviewed.",
    ),
    ..Rule::DERIVED
};

message! {
    WithoutReview { state: Bilingual }
    "forbedringerne står som {state}, men der står ingen dag for gennemgangen af bygningen",
    "the improvements are recorded as {state}, but no day is stated on which the building was reviewed",
}

message! {
    BeforeReview { state: Bilingual, on: PartialDate }
    "forbedringerne står som {state}, men bygningen gennemgås først {on:i}",
    "the improvements are recorded as {state}, but the building is not to be reviewed until {on}",
}

pub(super) fn check(building: &ReviewedBuilding, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(improvements) = building.improvements.filter(|state| follow_a_review(*state)) else { return };
    let state = improvements.label();
    match building.reviewed_on {
        None => cx.not_met(&at.key("improvements"), WithoutReview { state }),
        Some(on) if on.first_day() > cx.as_of() => {
            cx.not_met(&at.key("improvements"), BeforeReview { state, on });
        }
        Some(_) => {}
    }
}

/// That improvements are needed, or are not, can be known without a review.
const fn follow_a_review(state: Improvements) -> bool {
    matches!(state, Improvements::Planned | Improvements::CarriedOut)
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ReviewedBuilding> = &[
    // Without a day of review, DUT002 reports the missing day as well.
    |building, tape| {
        building.reviewed_on = PartialDate::of_month(2024, 2);
        building.improvements = Some(*tape.pick(&[Improvements::Planned, Improvements::CarriedOut]));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "improvements": "needed" }"#),
    accepts(r#"{ "improvements": "notNeeded" }"#),
    accepts(r#"{ "reviewedOn": "2024-01-15", "improvements": "carriedOut" }"#),
    accepts(r#"{ "reviewedOn": "2024", "improvements": "planned" }"#),
    accepts(r#"{ "reviewedOn": "2024-01-16", "improvements": "notNeeded" }"#),
    refuses(
        r#"{ "name": "Drivhuset", "improvements": "carriedOut" }"#,
        &[not_met(
            "/improvements",
            "forbedringerne står som gennemført, men der står ingen dag for gennemgangen af bygningen",
            "the improvements are recorded as carried out, but no day is stated on which the building was reviewed",
        )],
    ),
    refuses(
        r#"{ "improvements": "planned" }"#,
        &[not_met(
            "/improvements",
            "forbedringerne står som planlagt, men der står ingen dag for gennemgangen af bygningen",
            "the improvements are recorded as planned, but no day is stated on which the building was reviewed",
        )],
    ),
    refuses(
        r#"{ "reviewedOn": "2024-01-16", "improvements": "carriedOut" }"#,
        &[not_met(
            "/improvements",
            "forbedringerne står som gennemført, men bygningen gennemgås først 16. januar 2024",
            "the improvements are recorded as carried out, but the building is not to be reviewed until 16 January 2024",
        )],
    ),
];
