//! A follow-up says when it takes place.

use crate::agreement::FollowUp;
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR006,
    requirements: &["R-014"],
    sources: &[SourceRef::agreement("1.7.2"), SourceRef::agreement("1.6.3"), SourceRef::agreement("1.12.4")],
    title: Bilingual::new(
        "en opfølgning angiver, hvornår den finder sted",
        "a follow-up says when it takes place",
    ),
    why: Bilingual::new(
        "Uden tidspunkt kan opfølgningen ikke forberedes, og det er svært at opdage, hvis den udebliver.",
        "Without a time the follow-up cannot be prepared, and it is hard to notice if it does not take place.",
    ),
    remedy: Bilingual::new(
        "Tilføj en dato, en måned, en tidsplan, hvor mange gange om året, eller hvem der beslutter det.",
        "Add a date, a month, a schedule, how many times a year, or who decides.",
    ),
    example: Bilingual::new(
        "1.7.2: kortlægning og plan – uden tidspunkt.",
        "1.7.2: a survey and a plan – without a time.",
    ),
    ..Rule::DERIVED
};

message! {
    NoTime {}
    "opfølgningen siger ikke, hvornår den finder sted",
    "the follow-up does not say when it takes place",
}

message! {
    Never {}
    "opfølgningen finder sted nul gange om året, altså aldrig",
    "the follow-up takes place zero times a year, that is never",
}

message! {
    DecidedByNobody {}
    "opfølgningen besluttes senere, men det fremgår ikke af hvem",
    "the follow-up is to be decided later, but it is not stated by whom",
}

pub(super) fn check(follow_up: &FollowUp, at: &Path<'_>, cx: &mut Checker<'_>) {
    match &follow_up.when {
        Some(when) if when.is_stated() => {}
        Some(When::TimesAYear { times: Some(_) }) => cx.not_met(at, Never {}),
        Some(When::DecidedBy { .. }) => cx.not_met(at, DecidedByNobody {}),
        _ => cx.not_met(at, NoTime {}),
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FollowUp> = &[
    |follow_up, _| follow_up.when = None,
    |follow_up, _| follow_up.when = Some(When::TimesAYear { times: Some(0) }),
    |follow_up, _| follow_up.when = Some(When::Date { on: None }),
    |follow_up, tape| follow_up.when = Some(When::DecidedBy { body: None, name: tape.unsaid() }),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-03-31" } } }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "date": { "on": "2024-11" } } }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "monthDay": { "day": "--03-31" } } }"#,
    ),
    // A schedule that does not exist yet, and a decision to come, say when.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "schedule": {} } }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "decidedBy": { "name": "styregruppen" } } }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "when": { "decidedBy": { "body": "00000000-0000-4000-8000-000000000002" } }
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "timesAYear": { "times": 1 } } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": "continuously" }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "opfølgningen siger ikke, hvornår den finder sted",
            "the follow-up does not say when it takes place",
        )],
    ),
    // A kind of time was chosen, and the time itself left out.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "date": {} } }"#,
        &[not_met(
            "",
            "opfølgningen siger ikke, hvornår den finder sted",
            "the follow-up does not say when it takes place",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "timesAYear": {} } }"#,
        &[not_met(
            "",
            "opfølgningen siger ikke, hvornår den finder sted",
            "the follow-up does not say when it takes place",
        )],
    ),
    // A time in free text cannot be tracked.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "when": null, "form": "dialogueMeeting", "on": "status pr. 31. marts"
        }"#,
        &[not_met(
            "",
            "opfølgningen siger ikke, hvornår den finder sted",
            "the follow-up does not say when it takes place",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "timesAYear": { "times": 0 } } }"#,
        &[not_met(
            "",
            "opfølgningen finder sted nul gange om året, altså aldrig",
            "the follow-up takes place zero times a year, that is never",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "decidedBy": {} } }"#,
        &[not_met(
            "",
            "opfølgningen besluttes senere, men det fremgår ikke af hvem",
            "the follow-up is to be decided later, but it is not stated by whom",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "decidedBy": { "name": " " } } }"#,
        &[not_met(
            "",
            "opfølgningen besluttes senere, men det fremgår ikke af hvem",
            "the follow-up is to be decided later, but it is not stated by whom",
        )],
    ),
];
