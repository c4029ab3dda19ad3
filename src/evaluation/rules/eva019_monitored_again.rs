//! A guiding document that is revised because of a finding is monitored again.

use crate::codes;
use crate::date::{PartialDate, When};
use crate::evaluation::{Recommendation, RecommendationOutcome};
use crate::model::QualityStep;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA019,
    requirements: &["S-014"],
    sources: &[SourceRef::agreement("1.9"), SourceRef::agreement("1.9.2")],
    title: Bilingual::new(
        "en standard, der sendes tilbage til trin 1, bliver overvåget igen",
        "a standard that is sent back to step 1 is monitored again",
    ),
    why: Bilingual::new(
        "Først en ny overvågning viser, om den reviderede beskrivelse hjalp.",
        "Only new monitoring shows whether the revised document helped.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvornår standarden overvåges igen, eller ret datoerne.",
        "Say when the standard is monitored again, or correct the dates.",
    ),
    example: Bilingual::new(
        "Retningslinjen om overgreb revideres efter overvågningen, og en ny overvågning er ikke planlagt.",
        "The guideline on assault is revised after monitoring, but no new monitoring is planned.",
    ),
    ..Rule::DERIVED
};

message! {
    NotMonitored {}
    "anbefalingen fører til nye retningsgivende dokumenter, men det fremgår ikke, hvornår standarden overvåges igen",
    "the recommendation leads to new guiding documents, but it is not stated when the standard is monitored again",
}

message! {
    MonitoredBefore { monitored_on: PartialDate, on: PartialDate }
    "standarden er overvåget igen {monitored_on}, før anbefalingen er gennemført ({on})",
    "the standard was monitored again ({monitored_on}) before the recommendation was carried out ({on})",
}

/// One that is not followed changes nothing that could be monitored.
pub(super) fn check(recommendation: &Recommendation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Recommendation { leads_to, outcome, monitored_again, monitored_on, .. } = recommendation;
    let carried_out = match outcome {
        Some(RecommendationOutcome::NotFollowed { .. }) => return,
        Some(RecommendationOutcome::CarriedOut { on }) => *on,
        None => None,
    };
    if *leads_to != Some(QualityStep::GuidingDocuments) {
        return;
    }
    match (monitored_on, carried_out) {
        (Some(monitored_on), Some(on)) if monitored_on.last_day() < on.first_day() => {
            cx.not_met(&at.key("monitoredOn"), MonitoredBefore { monitored_on: *monitored_on, on });
        }
        (None, _) if !monitored_again.as_ref().is_some_and(When::is_stated) => {
            cx.not_met(at, NotMonitored {});
        }
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Recommendation> = &[
    |recommendation, _| {
        recommendation.leads_to = Some(QualityStep::GuidingDocuments);
        recommendation.monitored_again = None;
    },
    |recommendation, _| {
        recommendation.leads_to = Some(QualityStep::GuidingDocuments);
        recommendation.outcome =
            Some(RecommendationOutcome::CarriedOut { on: PartialDate::of_month(2023, 9) });
        recommendation.monitored_on = PartialDate::of_month(2023, 8);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments",
            "outcome": { "notFollowed": { "reason": "retningslinjen er regionens" } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments",
            "monitoredAgain": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // In the month in which it was carried out.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments", "monitoredOn": "2023-09",
            "outcome": { "carriedOut": { "on": "2023-09-30" } }
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments", "monitoredAgain": { "date": {} } }"#,
        &[not_met(
            "",
            "anbefalingen fører til nye retningsgivende dokumenter, men det fremgår ikke, hvornår standarden overvåges igen",
            "the recommendation leads to new guiding documents, but it is not stated when the standard is monitored again",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments", "monitoredOn": "2023-08",
            "outcome": { "carriedOut": { "on": "2023-09" } }
        }"#,
        &[not_met(
            "/monitoredOn",
            "standarden er overvåget igen august 2023, før anbefalingen er gennemført (september 2023)",
            "the standard was monitored again (August 2023) before the recommendation was carried out (September 2023)",
        )],
    ),
];
