//! Nobody took part in an activity that was not held.

use crate::circle::{CircleActivity, Completion};
use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::date::PartialDate;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR018,
    basis: Basis::Form,
    requirements: &["R-125"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "circleProject, activities, completion; circles; leaders",
    )],
    title: Bilingual::new(
        "en aktivitet, der ikke blev gennemført, har ingen deltagere",
        "nobody took part in an activity that was not carried out",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og ingen ved, om læringscirklerne og lederne har været med.",
        "The document contradicts itself, and nobody knows whether the circles and the leaders were there.",
    ),
    remedy: Bilingual::new(
        "Skriv, at aktiviteten er gennemført, eller fjern dem, der står som deltagere.",
        "State that the activity was carried out, or remove those that are listed as having taken part.",
    ),
    example: Bilingual::new(
        "Workshoppen i januar blev aflyst, men begge læringscirkler står som deltagere.",
        "The workshop of January was cancelled, but both circles are listed as having taken part.",
    ),
    ..Rule::DERIVED
};

message! {
    CirclesTookPart { circles: u64 }
    "aktiviteten blev ikke gennemført, men {circles:læringscirkel står som deltager|læringscirkler står som deltagere}",
    "the activity was not carried out, but {circles:circle is|circles are} listed as having taken part",
}

message! {
    LeadersTookPart { leaders: u64 }
    "aktiviteten blev ikke gennemført, men {leaders:leder|ledere} deltog",
    "the activity was not carried out, but {leaders:leader|leaders} took part",
}

/// An activity that is to come, or has no day, may list who is invited.
pub(super) fn check(activity: &CircleActivity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_over = activity.planned_on.is_some_and(|on| on.last_day() < cx.as_of());
    if activity.completion != Some(Completion::NotDone) || !is_over {
        return;
    }
    if !activity.circles.is_empty() {
        cx.not_met(&at.key("circles"), CirclesTookPart { circles: count(activity.circles.len()) });
    }
    if let Some(leaders) = activity.leaders.map(u64::from).filter(|leaders| *leaders > 0) {
        cx.not_met(&at.key("leaders"), LeadersTookPart { leaders });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleActivity> = &[
    |activity, tape| {
        cancel(activity);
        if activity.circles.is_empty() {
            activity.circles.push(tape.spare_id(1));
        }
    },
    |activity, _| {
        cancel(activity);
        activity.circles.clear();
        (activity.kind, activity.track) = (crate::circle::ActivityKind::LeaderWorkshop, None);
        activity.leaders = Some(1);
    },
];

#[cfg(feature = "proptest")]
fn cancel(activity: &mut CircleActivity) {
    (activity.planned_on, activity.completion) = (PartialDate::of_year(2022), Some(Completion::NotDone));
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "kind": "workshop" }"#),
    // It was held, or that is not stated; it is to come, today or later this month, or has no day; and it lists nobody.
    accepts(
        r#"{ "kind": "workshop", "plannedOn": "2023-11", "completion": { "done": {} },
            "circles": ["00000000-0000-4000-8000-000000000001"], "leaders": 4 }"#,
    ),
    accepts(
        r#"{ "kind": "workshop", "plannedOn": "2023-11", "circles": ["00000000-0000-4000-8000-000000000001"], "leaders": 4 }"#,
    ),
    accepts(
        r#"{ "kind": "workshop", "plannedOn": "2024-01-15", "completion": "notDone",
            "circles": ["00000000-0000-4000-8000-000000000001"], "leaders": 4 }"#,
    ),
    accepts(
        r#"{ "kind": "workshop", "plannedOn": "2024-01", "completion": "notDone",
            "circles": ["00000000-0000-4000-8000-000000000001"], "leaders": 4 }"#,
    ),
    accepts(
        r#"{ "kind": "workshop", "completion": "notDone",
            "circles": ["00000000-0000-4000-8000-000000000001"], "leaders": 4 }"#,
    ),
    accepts(r#"{ "kind": "leaderWorkshop", "plannedOn": "2023-11", "completion": "notDone", "leaders": 0 }"#),
    refuses(
        r#"{ "kind": "workshop", "plannedOn": "2024-01-14", "completion": "notDone",
            "circles": ["00000000-0000-4000-8000-000000000001", "00000000-0000-4000-8000-000000000002"], "leaders": 1 }"#,
        &[
            not_met(
                "/circles",
                "aktiviteten blev ikke gennemført, men 2 læringscirkler står som deltagere",
                "the activity was not carried out, but 2 circles are listed as having taken part",
            ),
            not_met(
                "/leaders",
                "aktiviteten blev ikke gennemført, men 1 leder deltog",
                "the activity was not carried out, but 1 leader took part",
            ),
        ],
    ),
    refuses(
        r#"{ "kind": "coaching", "plannedOn": "2023", "completion": "notDone", "circles": ["00000000-0000-4000-8000-000000000001"] }"#,
        &[not_met(
            "/circles",
            "aktiviteten blev ikke gennemført, men 1 læringscirkel står som deltager",
            "the activity was not carried out, but 1 circle is listed as having taken part",
        )],
    ),
];
