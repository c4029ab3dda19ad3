//! A follow-up says when it takes place.

use crate::agreement::FollowUp;
use crate::codes;
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
        "en opfølgning siger, hvornår den finder sted",
        "a follow-up says when it takes place",
    ),
    why: Bilingual::new(
        "En opfølgning uden tid kan hverken forberedes eller udeblive.",
        "A follow-up without a time can be neither prepared nor missed.",
    ),
    remedy: Bilingual::new(
        "Tilføj en dato, en måned, en tidsplan, hvor mange gange om året, eller hvem der beslutter det.",
        "Add a date, a month, a schedule, how many times a year, or who decides.",
    ),
    example: Bilingual::new(
        "1.7.2: kortlægning og plan – uden tidspunkt.",
        "1.7.2: a mapping and a plan – with no time.",
    ),
    ..Rule::DERIVED
};

message! {
    NoTime {}
    "opfølgningen har hverken dato, måned eller henvisning til en tidsplan",
    "the follow-up has neither a date nor a month nor a reference to a schedule",
}

pub(super) fn check(follow_up: &FollowUp, at: &Path<'_>, cx: &mut Checker<'_>) {
    if follow_up.when.is_none() {
        cx.not_met(at, NoTime {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FollowUp> = &[|follow_up, _| follow_up.when = None];

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
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "decidedBy": {} } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": { "timesAYear": { "times": 2 } } }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "when": "continuously" }"#),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#,
        &[not_met(
            "",
            "opfølgningen har hverken dato, måned eller henvisning til en tidsplan",
            "the follow-up has neither a date nor a month nor a reference to a schedule",
        )],
    ),
    // A time in free text is none that can be watched.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "when": null, "form": "dialogueMeeting", "on": "status pr. 31. marts"
        }"#,
        &[not_met(
            "",
            "opfølgningen har hverken dato, måned eller henvisning til en tidsplan",
            "the follow-up has neither a date nor a month nor a reference to a schedule",
        )],
    ),
];
