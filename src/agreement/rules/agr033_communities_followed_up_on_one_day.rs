//! The communities of an agreement are followed up for the first time on the same day.

use chrono::NaiveDate;

use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::body::BodyKind;
use crate::codes;
use crate::date::{Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::sorted::sorted_of;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};
#[cfg(feature = "proptest")]
use {
    super::breaks::{area, community, follow_up},
    crate::agreement::{FollowUp, Participation},
    crate::body::Membership,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR033,
    severity: Severity::Information,
    requirements: &["S-016"],
    sources: &[
        SourceRef::agreement("1.3.4"),
        SourceRef::agreement("1.4.3"),
        SourceRef::agreement("1.5.3"),
        SourceRef::agreement("1.8.5"),
    ],
    title: Bilingual::new(
        "der følges op første gang samme dag på forbedringsfællesskaber, der skal fastlægge måltal",
        "the improvement communities that are to set target figures are followed up for the first time on the same day",
    ),
    why: Bilingual::new(
        "Fastlægges måltallet senere i ét fællesskab end i de andre, mangler det, når der gøres status.",
        "If one community fixes its figure later than the others, the figure is missing when progress is reviewed.",
    ),
    remedy: Bilingual::new(
        "Giv indsatsområdet samme dato for første opfølgning som de andre, eller lad den stå, hvis der er grund til, at den kommer senere.",
        "Give the area the same first follow-up as the others, or leave it if there is a reason why it comes later.",
    ),
    example: Bilingual::new(
        "En aftale, hvor måltallet i 1.8.5 ikke er fastsat, men først skal aftales i november, mens 1.3.4, 1.4.3 og 1.5.3 har opfølgning pr. 31. marts 2024.",
        "An agreement in which the figure in 1.8.5 is not given but is to be agreed in November, while 1.3.4, 1.4.3 and 1.5.3 are followed up on 31 March 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    LaterThanOthers { on: NaiveDate }
    "for de fleste områder med et forbedringsfællesskab er den første opfølgning {on}, men ikke for dette",
    "most areas with an improvement community are first followed up on {on}, but this one is not",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let areas = agreement.focus_areas.iter().enumerate().filter(|(_, area)| has_community(area));
    let Some(on) = common_day(&areas.clone().map(|(_, area)| first_day(area, period.as_ref()))) else {
        return;
    };
    let list = at.key("focusAreas");
    for (n, area) in areas {
        if has_figures_all_given(area) {
            continue; // there is nothing to fix by that day
        }
        let at = list.item(n, area.id);
        // That an area with actions has no follow-up at all is for AGR093 to say.
        let has_none = area.follow_ups.is_empty() && !area.actions.is_empty();
        if !has_none && area.first_follow_up(period.as_ref()).is_none_or(|first| first > on) {
            cx.not_met(&at, LaterThanOthers { on });
        }
    }
}

fn has_community(area: &FocusArea) -> bool {
    area.participation.iter().any(|part| part.kind == BodyKind::Community)
}

/// Whether the area has target figures, and none of them is yet to be agreed.
fn has_figures_all_given(area: &FocusArea) -> bool {
    let is_given = |one: &TargetFigure| one.value.is_some() && !one.is_given_and_open();
    !area.targets.is_empty() && area.targets.iter().all(is_given)
}

/// The first follow-up of the area, if the document states the day with its year.
fn first_day(area: &FocusArea, period: Option<&Period>) -> Option<NaiveDate> {
    let first = area.first_follow_up(period)?;
    let is_it = |when: &When| matches!(when, When::Date { on: Some(on) } if on.day() == Some(first));
    area.follow_ups.iter().filter_map(|one| one.when.as_ref()).any(is_it).then_some(first)
}

/// The day of more than half of the areas, if there are at least two of them.
fn common_day(days: &(impl Iterator<Item = Option<NaiveDate>> + Clone)) -> Option<NaiveDate> {
    let all = days.clone().count();
    sorted_of(days, |days| {
        let same = days.chunk_by(|one, other| one == other).max_by_key(|same| same.len())?;
        (same.len() > 1 && same.len() > all.div_euclid(2)).then_some(*same.first()?)?
    })
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| communities(&["2024-11", "2024-03-31", "2024-03-31"], agreement, tape),
    |agreement, tape| communities(&["2024-04-01", "2024-03-31", "2024-03-31", "2024-03-31"], agreement, tape),
];

/// Leaves areas with a community and one follow-up each.
#[cfg(feature = "proptest")]
fn communities(days: &[&str], agreement: &mut DevelopmentAgreement, tape: &mut Tape<'_>) {
    let of_community = |(n, on): (u128, &&str)| FocusArea {
        id: tape.spare_id(n.saturating_add(40)),
        participation: [Participation { body: tape.spare_id(n), ..community(Membership::Member, tape) }]
            .into(),
        follow_ups: [FollowUp {
            id: tape.spare_id(n.saturating_add(20)),
            ..follow_up(on.parse().ok().map(|on| When::Date { on: Some(on) }), tape)
        }]
        .into(),
        ..area(tape)
    };
    agreement.focus_areas = (10..).zip(days).map(of_community).collect();
}

#[cfg(test)]
const AGREEMENT: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "focusAreas": [
        {
            "id": "00000000-0000-4000-8000-000000000002", "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "community" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000021", "when": { "date": { "on": "2024-03-31" } } }]
        },
        {
            "id": "00000000-0000-4000-8000-000000000003", "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000022", "when": { "date": { "on": "2024-03-31" } } }]
        },
        {
            "id": "00000000-0000-4000-8000-000000000004", "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000023", "when": { "date": { "on": "2024-11" } } }]
        },
        {
            "id": "00000000-0000-4000-8000-000000000005", "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000024", "when": { "date": { "on": "2024-11" } } }]
        }
    ]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same day for all; another area has no community.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000021", "when": { "date": { "on": "2024-03-31" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000022", "when": { "date": { "on": "2024-11" } } },
                        { "id": "00000000-0000-4000-8000-000000000023", "when": { "date": { "on": "2024-03-31" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "network" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000024", "when": { "date": { "on": "2024-11" } } }]
                }
            ]
        }"#,
    ),
    // Two of four are not a majority, and a month is not a common day.
    accepts(AGREEMENT),
    // An earlier one is not late.
    accepts_with(
        AGREEMENT,
        r#"{ "/focusAreas/2/followUps/0/when/date/on": "2024-02", "/focusAreas/3": null }"#,
    ),
    // A later day, a time without a date, and no follow-up at all; what has actions is for another rule.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000021", "when": { "date": { "on": "2024-03-31" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000022", "when": { "date": { "on": "2024-03-31" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000023", "when": { "date": { "on": "2024-03-31" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005", "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000024", "when": { "date": { "on": "2024-04-01" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "participation": [{ "body": "00000000-0000-4000-8000-000000000015", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000025", "when": { "schedule": {} } }]
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/3",
                "for de fleste områder med et forbedringsfællesskab er den første opfølgning 31. marts 2024, men ikke for dette",
                "most areas with an improvement community are first followed up on 31 March 2024, but this one is not",
            ),
            not_met(
                "/focusAreas/4",
                "for de fleste områder med et forbedringsfællesskab er den første opfølgning 31. marts 2024, men ikke for dette",
                "most areas with an improvement community are first followed up on 31 March 2024, but this one is not",
            ),
        ],
    ),
    // Its figures are all given, so there is nothing to fix by that day.
    accepts_with(
        AGREEMENT,
        r#"{
            "/focusAreas/2/targets": [{ "id": "00000000-0000-4000-8000-000000000031", "value": "80", "state": "agreed" }, { "id": "00000000-0000-4000-8000-000000000032", "value": "90" }],
            "/focusAreas/3": null
        }"#,
    ),
    // One figure is open, one is not stated, and one is given and open at once.
    refuses_with(
        AGREEMENT,
        r#"{
            "/focusAreas/2/targets": [{ "id": "00000000-0000-4000-8000-000000000031", "value": "80" }, { "id": "00000000-0000-4000-8000-000000000032", "state": "toBeAgreed" }],
            "/focusAreas/3": null
        }"#,
        &[not_met(
            "/focusAreas/2",
            "for de fleste områder med et forbedringsfællesskab er den første opfølgning 31. marts 2024, men ikke for dette",
            "most areas with an improvement community are first followed up on 31 March 2024, but this one is not",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{ "/focusAreas/2/targets": [{ "id": "00000000-0000-4000-8000-000000000031" }], "/focusAreas/3": null }"#,
        &[not_met(
            "/focusAreas/2",
            "for de fleste områder med et forbedringsfællesskab er den første opfølgning 31. marts 2024, men ikke for dette",
            "most areas with an improvement community are first followed up on 31 March 2024, but this one is not",
        )],
    ),
    refuses_with(
        AGREEMENT,
        r#"{
            "/focusAreas/2/targets": [{ "id": "00000000-0000-4000-8000-000000000031", "value": "80", "state": "toBeAgreed" }],
            "/focusAreas/3": null
        }"#,
        &[not_met(
            "/focusAreas/2",
            "for de fleste områder med et forbedringsfællesskab er den første opfølgning 31. marts 2024, men ikke for dette",
            "most areas with an improvement community are first followed up on 31 March 2024, but this one is not",
        )],
    ),
    // An area with actions and no follow-up at all is left to AGR093.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "participation": [{ "body": "00000000-0000-4000-8000-000000000011", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000021", "when": { "date": { "on": "2024-03-31" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003", "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000022", "when": { "date": { "on": "2024-03-31" } } }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004", "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000033" }]
                }
            ]
        }"#,
    ),
    // The third has a follow-up without a day, the fourth neither follow-up nor action; one of no community counts nowhere.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [
                        { "body": "00000000-0000-4000-8000-000000000012", "kind": "community" },
                        { "body": "00000000-0000-4000-8000-000000000022", "kind": "network" }
                    ],
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000032", "when": "continuously" },
                        { "id": "00000000-0000-4000-8000-000000000033", "when": { "date": { "on": "2024-03-31" } } }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000034", "when": { "date": { "on": "2024-03-31" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000044" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000035", "when": "continuously" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/2",
            "for de fleste områder med et forbedringsfællesskab er den første opfølgning 31. marts 2024, men ikke for dette",
            "most areas with an improvement community are first followed up on 31 March 2024, but this one is not",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000032", "when": { "date": { "on": "2024-03-31" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000034", "when": { "date": { "on": "2024-03-31" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community" }]
                }
            ]
        }"#,
        &[not_met(
            "/focusAreas/2",
            "for de fleste områder med et forbedringsfællesskab er den første opfølgning 31. marts 2024, men ikke for dette",
            "most areas with an improvement community are first followed up on 31 March 2024, but this one is not",
        )],
    ),
    // One community alone has no day in common with others; a day without its year is none that is stated.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000012", "kind": "community" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000032", "when": { "date": { "on": "2024-03-31" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000003",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000013", "kind": "community" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000034", "when": { "monthDay": { "day": "--03-31" } }
                    }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "participation": [{ "body": "00000000-0000-4000-8000-000000000014", "kind": "community" }],
                    "followUps": [{
                        "id": "00000000-0000-4000-8000-000000000035", "when": { "date": { "on": "2024-04-30" } }
                    }]
                }
            ]
        }"#,
    ),
];
