//! No activity and no meeting of a circle is listed twice.

use core::hash::Hash;

use crate::circle::{CircleProject, Completion};
use crate::codes;
use crate::date::PartialDate;
use crate::report::{Identity, Path};
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, same_word_for_word};
use crate::sorted::each_repeat;
use crate::text::Bilingual;

use super::each_circle;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    crate::circle::{ActivityKind, CircleActivity, CircleMeeting},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR022,
    severity: Severity::Information,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "circleProject, activities; circles, meetings",
    )],
    title: Bilingual::new(
        "ingen aktivitet og intet cirkelmøde står to gange",
        "no activity and no meeting of a circle is listed twice",
    ),
    why: Bilingual::new(
        "To ens linjer fra samme dag er som regel én, der er skrevet to gange og nu tæller dobbelt, når planen sammenlignes med det, der er holdt. Reglen finder kun linjer, der er helt ens.",
        "Two equal entries of one day are as a rule one that was written twice and now counts double when the plan is compared with what was held. Only entries that are identical are found.",
    ),
    remedy: Bilingual::new(
        "Fjern den ene, eller skriv, hvad der adskiller dem. Coaching af flere ledere samme dag kan stå som én runde med antallet af ledere.",
        "Take one of them out, or state what tells them apart. Coaching of several leaders on one day can be one round with the number of leaders.",
    ),
    example: Bilingual::new(
        "Workshoppen 12. marts for de samme to læringscirkler står to gange.",
        "The workshop of 12 March for the same two circles is listed twice.",
    ),
    ..Rule::DERIVED
};

const ACTIVITY: Bilingual = Bilingual::new("aktiviteten", "the activity");
const MEETING: Bilingual = Bilingual::new("mødet", "the meeting");

pub(super) fn check(project: &CircleProject, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("activities");
    each_repeat(
        &project.activities,
        |one| of_day(one.completion, one.planned_on, one),
        |_, n, first| cx.not_met(&list.index(n), same_word_for_word(ACTIVITY, first)),
    );
    each_circle(project, at, |meetings, list| {
        each_repeat(
            meetings,
            |one| of_day(one.completion, one.planned_on, one),
            |_, n, first| cx.not_met(&list.index(n), same_word_for_word(MEETING, first)),
        );
    });
}

/// The hash of what is of a certain day. In a month there can be several that are alike.
fn of_day(completion: Option<Completion>, planned_on: Option<PartialDate>, one: &impl Hash) -> Option<u64> {
    completion.and_then(Completion::on).or(planned_on)?.day()?;
    Some(Identity::of(one))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CircleProject> = &[
    |project, tape| {
        let seminar = CircleActivity {
            theme: Some(tape.said()),
            planned_on: "2022-03-10".parse().ok(),
            ..CircleActivity::new(ActivityKind::Seminar)
        };
        project.activities = [seminar.clone(), seminar].into();
    },
    |project, _| {
        for circle in project.circles.iter_mut().take(1) {
            let on = "2022-12-10".parse().ok();
            if let Some(meeting) = circle.meetings.last().cloned() {
                let meeting = CircleMeeting { completion: Some(Completion::Done { on }), ..meeting };
                circle.meetings.extend([meeting.clone(), meeting]);
            }
        }
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Another theme, another day, in one month, cancelled and held, of another circle.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "activities": [
                { "kind": "workshop", "theme": "Borgeren i midten", "plannedOn": "2022-03-12" },
                { "kind": "workshop", "theme": "Faste teams", "plannedOn": "2022-03-12" },
                { "kind": "workshop", "theme": "Faste teams", "plannedOn": "2022-03-13" },
                { "kind": "coaching", "plannedOn": "2022-05" },
                { "kind": "coaching", "plannedOn": "2022-05" },
                { "kind": "seminar", "plannedOn": "2022-06-01", "completion": "notDone" },
                { "kind": "seminar", "plannedOn": "2022-06-01", "completion": { "done": { "on": "2022-06-01" } } }
            ],
            "circles": [
                { "id": "00000000-0000-4000-8000-000000000011", "meetings": [
                    { "completion": { "done": { "on": "2022-06-04" } }, "testActions": 1 },
                    { "completion": { "done": { "on": "2022-06-04" } }, "testActions": 2 }
                ] },
                { "id": "00000000-0000-4000-8000-000000000012", "meetings": [
                    { "completion": { "done": { "on": "2022-06-04" } }, "testActions": 1 }
                ] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "activities": [
                { "kind": "workshop", "theme": "Borgeren i midten", "plannedOn": "2022-03-12" },
                { "kind": "seminar", "plannedOn": "2022-03-12" },
                { "kind": "workshop", "theme": "Borgeren i midten", "plannedOn": "2022-03-12" }
            ],
            "circles": [{ "id": "00000000-0000-4000-8000-000000000011", "meetings": [
                { "completion": { "done": { "on": "2022-02-04" } }, "testActions": 1 },
                { "completion": { "done": { "on": "2022-06-04" } }, "testActions": 1 },
                { "completion": { "done": { "on": "2022-06-04" } }, "testActions": 1 }
            ] }]
        }"#,
        &[
            not_met(
                "/circles/0/meetings/2",
                "mødet står også som nummer 2 på listen, ord for ord",
                "the meeting is the same as number 2 of the list, word for word",
            ),
            not_met(
                "/activities/2",
                "aktiviteten står også som nummer 1 på listen, ord for ord",
                "the activity is the same as number 1 of the list, word for word",
            ),
        ],
    ),
];
