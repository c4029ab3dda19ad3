//! What is missing before a follow-up.

use kvalitetsmodel::agenda::{self, Missing, MissingKind};
use kvalitetsmodel::agreement::{DevelopmentAgreement, FollowUp};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::{Lang, codes};

use super::{context, said};
use crate::agreement::signed;

/// The follow-ups whose sentence about time is wanted.
fn before(
    agreement: &DevelopmentAgreement,
    follow_up: Id<FollowUp>,
    measurements: &[Measurement],
) -> Vec<Missing> {
    agenda::missing_before(agreement, follow_up, &context("2024-01-09"), measurements).expect("a follow-up")
}

#[test]
fn before_a_follow_up_what_it_names_is_missing_or_not() {
    let agreement = signed();
    let [fixed, _, described] = &agreement.focus_areas[2].follow_ups[..] else { panic!("three follow-ups") };
    assert_eq!(
        said(&before(&agreement, fixed.id, &[]), |one| one.in_lang(Lang::Da).to_string()),
        ["afsnit 1.3.4 mangler: et måltal, der er fastlagt"]
    );
    // Its two actions have no deadline of their own.
    assert_eq!(
        said(&before(&agreement, described.id, &[]), |one| one.in_lang(Lang::Da).to_string()),
        ["2 × afsnit 1.3.1 mangler: melding om, at indsatsen er gennemført"]
    );
    let mut reported = agreement.clone();
    reported.focus_areas[2].actions[0].done_on = "2024-05-20".parse().ok();
    reported.focus_areas[2].actions[1].done_on = "2024-06-01".parse().ok();
    // One of them is stated to be done after the follow-up.
    assert_eq!(before(&reported, described.id, &[]).len(), 1);
    assert_eq!(agenda::missing_before(&agreement, Id::from_u128(1), &context("2024-01-09"), &[]), None);
}

#[test]
fn a_figure_is_measured_by_the_agreement_or_by_a_measurement_of_its_time() {
    let agreement = signed();
    let monitoring = agreement.focus_areas[7].follow_ups[0].id;
    let lacks_measurement = |agreement: &DevelopmentAgreement, measurements: &[Measurement]| {
        before(agreement, monitoring, measurements).iter().any(|one| one.kind == MissingKind::Measurement)
    };
    let measurement = |day: &str, unit: &str| -> Measurement {
        let text = format!(
            r#"{{
                "id": "00000000-0000-4000-8000-000000000001",
                "indicator": "20240008-0000-4000-8000-000600000001",
                "reportingUnit": {{ "service": {{ "id": "{unit}" }} }},
                "period": {{ "start": "{day}", "end": "{day}" }},
                "observed": {{ "share": {{ "part": 16, "whole": 20 }} }}
            }}"#
        );
        serde_json::from_str(&text).expect("a measurement")
    };
    let own = "20240000-0000-4000-8000-000900000003";
    assert!(lacks_measurement(&agreement, &[]));
    assert!(!lacks_measurement(&agreement, &[measurement("2024-11-12", own)]));
    assert!(lacks_measurement(&agreement, &[measurement("2024-12-01", own)]));
    assert!(lacks_measurement(
        &agreement,
        &[measurement("2024-11-12", "00000000-0000-4000-8000-000000000009")]
    ));

    let missing = before(&agreement, monitoring, &[]);
    assert_eq!(
        said(&missing, |one| one.in_lang(Lang::En).to_string()),
        [
            "section 1.8.3 lacks: a report that the action is done",
            "section 1.8.5 lacks: a measurement of the target figure (due by 30 November 2024)",
        ]
    );
}

#[test]
fn before_the_dialogue_meeting_the_whole_agreement_is_looked_at() {
    let agreement = signed();
    let missing = before(&agreement, agreement.follow_ups[1].id, &[]);
    assert_eq!(
        said(&missing, |one| one.in_lang(Lang::Da).to_string()),
        [
            "afsnit 1.2.1 mangler: den tidsplan, der ventes på",
            "afsnit 1.3.1 mangler: det, som fristen regnes ud fra",
            "afsnit 1.3.4 mangler: et måltal, der er fastlagt",
            "afsnit 1.3.4 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.3.4 mangler: en beslutning, der ventes på",
            "afsnit 1.3.4 mangler: melding om, at opfølgningen er holdt (frist 31. maj 2024)",
            "afsnit 1.4.3 mangler: et måltal, der er fastlagt",
            "afsnit 1.4.3 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.4.3 mangler: en beslutning, der ventes på",
            "afsnit 1.5.3 mangler: et måltal, der er fastlagt",
            "afsnit 1.5.3 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.5.3 mangler: en beslutning, der ventes på",
            "afsnit 1.6.3 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.7.1 mangler: den tidsplan, der ventes på",
            "4 × afsnit 1.9.1 mangler: den tidsplan, der ventes på",
            "afsnit 1.9.2 mangler: den tidsplan, der ventes på",
            "afsnit 1.9.2 mangler: en beslutning, der ventes på",
            "afsnit 1.11.1 mangler: den tidsplan, der ventes på",
            "afsnit 1.11.4 mangler: den tidsplan, der ventes på",
            "afsnit 1.12.3 mangler: den tidsplan, der ventes på",
            "afsnit 1.13.2 mangler: den tidsplan, der ventes på",
            "aftalen mangler: den ene parts underskriftsdato",
            "afsnit 1.3 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.4 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.5 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.5.3 mangler: måletidspunkt",
            "afsnit 1.5.3 mangler: datakilde",
            "afsnit 1.8 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.8.5 mangler: måletidspunkt",
            "afsnit 1.8.5 mangler: datakilde",
            "afsnit 1.8.5 mangler: hvornår listen er lagt fast",
            "afsnit 1.8.5 mangler: måletidspunkt",
        ],
        "what rules need comes last"
    );
}

#[test]
fn what_a_rule_cannot_be_assessed_without_is_missing_too() {
    let missing = agenda::missing(&signed(), &context("2024-08-31"), &[]);
    let of_rule = |code| missing.iter().filter(|one| one.code == Some(code)).collect::<Vec<_>>();
    let signing = of_rule(codes::AGR002);
    assert_eq!(signing.len(), 1);
    assert_eq!(
        serde_json::to_value(signing[0]).expect("JSON"),
        serde_json::json!({
            "kind": "statement",
            "at": "/parties",
            "subject": "agreement:20240000-0000-4000-8000-000900000002",
            "code": "AGR002",
            "what": { "da": "den ene parts underskriftsdato", "en": "the signing date of one party" },
            "message": {
                "da": "aftalen mangler: den ene parts underskriftsdato",
                "en": "the agreement lacks: the signing date of one party",
            },
        })
    );
}
