//! A guiding document that is revised because of a finding is monitored again, and nothing before it is changed.

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
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA019,
    requirements: &["S-014"],
    sources: &[SourceRef::agreement("1.9"), SourceRef::agreement("1.9.2")],
    title: Bilingual::new(
        "en standard, der sendes tilbage til trin 1, bliver overvåget igen, og ny overvågning ligger efter, at anbefalingen er gennemført",
        "a standard that is sent back to step 1 is monitored again, and new monitoring comes after the recommendation is carried out",
    ),
    why: Bilingual::new(
        "Først en ny overvågning viser, om det reviderede dokument eller en anden ændring hjalp, og kun hvis ændringen da er gennemført.",
        "Only new monitoring shows whether the revised document or another change helped, and only if it has been carried out by then.",
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
    "standarden er overvåget igen {monitored_on:i}, men anbefalingen blev først gennemført {on:i}",
    "the standard was monitored again ({monitored_on}) before the recommendation was carried out ({on})",
}

message! {
    PlannedBefore { again: PartialDate, on: PartialDate }
    "den nye overvågning er sat til {again}, men anbefalingen blev først gennemført {on:i}",
    "the new monitoring is set for {again}, but the recommendation was not carried out until {on}",
}

message! {
    PlannedBeforeDue { again: PartialDate, due: PartialDate }
    "den nye overvågning er sat til {again}, men anbefalingen skal først være gennemført {due:i}",
    "the new monitoring is set for {again}, but the recommendation is not due until {due}",
}

/// One that is not followed changes nothing that could be monitored.
pub(super) fn check(recommendation: &Recommendation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Recommendation { leads_to, outcome, monitored_again, monitored_on, .. } = recommendation;
    let carried_out = match outcome {
        Some(RecommendationOutcome::NotFollowed { .. }) => return,
        Some(RecommendationOutcome::CarriedOut { on }) => *on,
        None => None,
    };
    match (monitored_on, carried_out) {
        (Some(monitored_on), Some(on)) if monitored_on.ends_before(on) => {
            cx.not_met(&at.key("monitoredOn"), MonitoredBefore { monitored_on: *monitored_on, on });
        }
        (None, _) => match monitored_again.as_ref().filter(|again| again.is_stated()) {
            Some(again) => check_planned(recommendation, again, carried_out, &at.key("monitoredAgain"), cx),
            None if *leads_to == Some(QualityStep::GuidingDocuments) => cx.not_met(at, NotMonitored {}),
            None => {}
        },
        _ => {}
    }
}

/// The day on which it was carried out counts, or else the day on which it is due.
fn check_planned(
    recommendation: &Recommendation,
    again: &When,
    carried_out: Option<PartialDate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let Some(again) = again.due(None) else { return };
    match (carried_out, &recommendation.outcome, &recommendation.by) {
        (Some(on), ..) if again.ends_before(on) => cx.not_met(at, PlannedBefore { again, on }),
        (None, None, Some(by)) => {
            if let Some(due) = by.due(None).filter(|due| again.ends_before(*due)) {
                cx.not_met(at, PlannedBeforeDue { again, due });
            }
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
        recommendation.outcome =
            Some(RecommendationOutcome::CarriedOut { on: PartialDate::of_month(2023, 9) });
        recommendation.monitored_on = PartialDate::of_month(2023, 8);
    },
    |recommendation, tape| {
        let (on, by) = (PartialDate::of_month(2023, 9), PartialDate::of_month(2023, 10));
        recommendation.outcome = tape.flag().then_some(RecommendationOutcome::CarriedOut { on });
        recommendation.by = Some(When::Date { on: by });
        recommendation.monitored_again = Some(When::Date { on: PartialDate::of_month(2023, 8) });
    },
];

#[cfg(test)]
const RECOMMENDATION: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments", "by": { "date": { "on": "2024-12" } },
    "monitoredAgain": { "date": { "on": "2024-11" } }, "outcome": { "carriedOut": {} }
}"#;

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
            "standarden er overvåget igen i august 2023, men anbefalingen blev først gennemført i september 2023",
            "the standard was monitored again (August 2023) before the recommendation was carried out (September 2023)",
        )],
    ),
    // Whatever it leads to; but nothing else need be monitored again.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement",
            "outcome": { "carriedOut": { "on": "2023-09" } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "improvement", "monitoredOn": "2023-06-01",
            "outcome": { "carriedOut": { "on": "2023-08" } }
        }"#,
        &[not_met(
            "/monitoredOn",
            "standarden er overvåget igen 1. juni 2023, men anbefalingen blev først gennemført i august 2023",
            "the standard was monitored again (1 June 2023) before the recommendation was carried out (August 2023)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "by": { "date": { "on": "2024-12" } },
            "monitoredAgain": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "/monitoredAgain",
            "den nye overvågning er sat til november 2024, men anbefalingen skal først være gennemført i december 2024",
            "the new monitoring is set for November 2024, but the recommendation is not due until December 2024",
        )],
    ),
    // When it is due does not count once it is carried out, nor the plan once it is monitored; and both can be on one
    // day.
    accepts(RECOMMENDATION),
    accepts_with(RECOMMENDATION, r#"{ "/outcome": null, "/monitoredOn": "2024-12" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments", "by": { "date": { "on": "2024-11" } },
            "monitoredAgain": { "date": { "on": "2024-11-01" } }
        }"#,
    ),
    // Four months from a day are due on a day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments",
            "by": { "within": { "months": 4, "from": "2024-03-01" } }, "monitoredAgain": { "schedule": { "deadline": "2024-07" } }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments",
            "by": { "within": { "months": 4, "from": "2024-03-01" } }, "monitoredAgain": { "date": { "on": "2024-06" } }
        }"#,
        &[not_met(
            "/monitoredAgain",
            "den nye overvågning er sat til juni 2024, men anbefalingen skal først være gennemført 1. juli 2024",
            "the new monitoring is set for June 2024, but the recommendation is not due until 1 July 2024",
        )],
    ),
    refuses_with(
        RECOMMENDATION,
        r#"{ "/outcome": null }"#,
        &[not_met(
            "/monitoredAgain",
            "den nye overvågning er sat til november 2024, men anbefalingen skal først være gennemført i december 2024",
            "the new monitoring is set for November 2024, but the recommendation is not due until December 2024",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments", "by": { "date": { "on": "2023-03" } },
            "monitoredAgain": { "date": { "on": "2023-09" } }, "outcome": { "carriedOut": { "on": "2023-10-01" } }
        }"#,
        &[not_met(
            "/monitoredAgain",
            "den nye overvågning er sat til september 2023, men anbefalingen blev først gennemført 1. oktober 2023",
            "the new monitoring is set for September 2023, but the recommendation was not carried out until 1 October 2023",
        )],
    ),
    // Planned for after it was carried out.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "leadsTo": "guidingDocuments",
            "by": { "date": { "on": "2023-03" } }, "monitoredAgain": { "date": { "on": "2023-09" } },
            "outcome": { "carriedOut": { "on": "2023-08-01" } }
        }"#,
    ),
];
