//! No focus area, action or follow-up is listed twice.

use core::hash::Hash;

use crate::agreement::{Action, DevelopmentAgreement, FocusArea, FollowUp};
use crate::codes;
use crate::date::{Period, When};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, each_same_text, listed_again, message};
use crate::section::SectionNumber;
use crate::sorted::each_repeat_with_other_id;
use crate::text::{Bilingual, Folded};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march, meeting},
    crate::agreement::ContentsEntry,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR088,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "focusAreas; actions; followUps; ids")],
    title: Bilingual::new(
        "et indsatsområde, en indsats og en opfølgning står kun én gang i aftalen",
        "a focus area, an action or a follow-up is listed only once in the agreement",
    ),
    why: Bilingual::new(
        "Står det samme to gange med hver sit id, tæller det dobbelt, fx når dialogmøderne tælles, og det, der er gjort, bliver måske kun noteret det ene sted. Reglen finder indsatser og opfølgninger, der er ens i alt andet end id, og områder med samme titel i samme kapitel.",
        "What is listed twice under two ids counts double, as when dialogue meetings are counted, and what is done may be noted in only one of the places. The rule finds actions and follow-ups that are equal in all but the id, and areas with one title in one chapter.",
    ),
    remedy: Bilingual::new(
        "Fjern den ene, og lad alt henvise til den, der er tilbage. Er der to, så skriv, hvad der adskiller dem.",
        "Take one of them out, and let everything refer to the one that is left. If there are two, state what tells them apart.",
    ),
    example: Bilingual::new(
        "Dialogmødet den 17. juni om hele aftalen står to gange, med hver sit id.",
        "The dialogue meeting of 17 June about the whole agreement is listed twice, under two ids.",
    ),
    ..Rule::DERIVED
};

message! {
    SameTitle { first: SectionNumber }
    "indsatsområdet har samme titel som område {first}, men et andet id",
    "the focus area has the same title as area {first}, but another id",
}

const ACTION: Bilingual = Bilingual::new("indsatsen", "the action");
const FOLLOW_UP: Bilingual = Bilingual::new("opfølgningen", "the follow-up");

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let period = agreement.running_period();
    let areas = at.key("focusAreas");
    each_repeat_with_other_id(
        &agreement.focus_areas,
        title_in_chapter,
        |area| area.id,
        |area, n, first| {
            let first = agreement.focus_areas.get(first).and_then(|area| area.number);
            if let Some(first) = first.filter(|first| area.number != Some(*first)) {
                cx.not_met(&areas.item(n, area.id), SameTitle { first });
            }
        },
    );
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let at = areas.item(n, area.id);
        let list = at.key("actions");
        each_same_text(
            &area.actions,
            |one| one.text.as_ref(),
            of_action,
            |one, n, first| {
                if area.actions.get(first).is_some_and(|first| first.id != one.id) {
                    cx.not_met(&list.item(n, one.id), listed_again(ACTION, first));
                }
            },
        );
        check_follow_ups(&area.follow_ups, period.as_ref(), &at.key("followUps"), cx);
    }
    check_follow_ups(&agreement.follow_ups, period.as_ref(), &at.key("followUps"), cx);
}

fn check_follow_ups(list: &[FollowUp], period: Option<&Period>, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_same_text(
        list,
        |one| one.on.as_ref().filter(|_| is_one_occasion(one, period)),
        of_follow_up,
        |one, n, first| {
            if list.get(first).is_some_and(|first| first.id != one.id) {
                cx.not_met(&at.item(n, one.id), listed_again(FOLLOW_UP, first));
            }
        },
    );
}

/// The section above an area, and its title. AGR019 finds two areas with one number.
fn title_in_chapter(area: &FocusArea) -> Option<(Option<SectionNumber>, Folded<'_>)> {
    Some((area.number?.above(), Folded::stated(area.title.as_ref())?))
}

/// Whether two follow-ups at this time are the same: there can be two in one half-year, or without a time.
fn is_one_occasion(one: &FollowUp, period: Option<&Period>) -> bool {
    let is_short = |days: Period| days.days().is_some_and(|days| days <= MONTH);
    match (one.done_on, &one.when) {
        (Some(on), _) => is_short(on.into()),
        (None, Some(when @ When::Date { .. })) => when.days(period).is_some_and(is_short),
        (None, when) => when.as_ref().is_some_and(When::is_stated),
    }
}

const MONTH: u64 = 31;

/// Everything but the id and the text.
fn of_action(one: &Action) -> impl Hash {
    (
        (&one.section, &one.when, &one.aim, &one.takes_part_in),
        (&one.done_on, &one.given_up_on, &one.continues, &one.step, &one.funded_until),
    )
}

/// Everything but the id and the text.
fn of_follow_up(one: &FollowUp) -> impl Hash {
    (
        (&one.section, &one.when, &one.form, &one.actions, &one.targets),
        (&one.with, &one.next_agreement, &one.done_on, &one.planned_by),
    )
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        let listed = ["1", "1.1", "1.2"].into_iter().filter_map(|number| number.parse().ok());
        agreement.contents = listed.map(ContentsEntry::new).collect();
        let titles = [(11, "1.1", "Sygefravær"), (12, "1.2", " sygefravær")];
        agreement.focus_areas = titles
            .map(|(id, number, title)| FocusArea {
                id: tape.spare_id(id),
                number: number.parse().ok(),
                title: Some(title.into()),
                follow_ups: [FollowUp {
                    id: tape.spare_id(id.saturating_add(2)),
                    ..follow_up(in_march(), tape)
                }]
                .into(),
                ..area(tape)
            })
            .into();
    },
    |agreement, tape| {
        let one = action(tape);
        let other = Action { id: tape.spare_id(12), ..one.clone() };
        let follow_ups = [follow_up(in_march(), tape)].into();
        agreement.focus_areas.push(FocusArea { actions: [one, other].into(), follow_ups, ..area(tape) });
    },
    |agreement, tape| {
        let one = follow_up(in_march(), tape);
        let other = FollowUp { id: tape.spare_id(12), ..one.clone() };
        agreement.focus_areas.push(FocusArea { follow_ups: [one, other].into(), ..area(tape) });
    },
    |agreement, tape| {
        let one = meeting(tape.spare_id(9), tape);
        let other = FollowUp { id: tape.spare_id(12), ..one.clone() };
        agreement.follow_ups.extend([one, other]);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One title on two levels, in two chapters, or without a number; other texts, and the same text in another
    // section, with another day, or in another area.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "number": "1.4", "title": "Sygefravær",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000021", "text": "ringer" },
                        { "id": "00000000-0000-4000-8000-000000000022", "text": "ringer op" },
                        { "id": "00000000-0000-4000-8000-000000000023", "text": "ringer", "section": "1.4" },
                        { "id": "00000000-0000-4000-8000-000000000024", "text": "ringer", "when": { "date": { "on": "2024-03" } } },
                        { "id": "00000000-0000-4000-8000-000000000025" },
                        { "id": "00000000-0000-4000-8000-000000000026" },
                        { "id": "00000000-0000-4000-8000-000000000021", "text": "ringer" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "number": "1.4.1", "title": "Sygefravær",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000027", "text": "ringer" }]
                },
                { "id": "00000000-0000-4000-8000-000000000013", "number": "2.4", "title": "Sygefravær" },
                { "id": "00000000-0000-4000-8000-000000000014", "title": "Sygefravær" },
                { "id": "00000000-0000-4000-8000-000000000015", "number": "1.4", "title": "Sygefravær" },
                { "id": "00000000-0000-4000-8000-000000000016", "number": "1.5", "title": " " },
                { "id": "00000000-0000-4000-8000-000000000017", "number": "1.6", "title": " " }
            ]
        }"#,
    ),
    // Two meetings in a half-year, or without a time; another month, form, or party; and nothing is said of them.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000011", "form": "dialogueMeeting", "on": "aftalen", "when": { "date": { "on": "2024-H1" } } },
                { "id": "00000000-0000-4000-8000-000000000012", "form": "dialogueMeeting", "on": "aftalen", "when": { "date": { "on": "2024-H1" } } },
                { "id": "00000000-0000-4000-8000-000000000013", "form": "dialogueMeeting", "on": "aftalen" },
                { "id": "00000000-0000-4000-8000-000000000014", "form": "dialogueMeeting", "on": "aftalen" },
                { "id": "00000000-0000-4000-8000-000000000015", "form": "dialogueMeeting", "on": "aftalen", "when": { "date": { "on": "2024-06" } } },
                { "id": "00000000-0000-4000-8000-000000000016", "form": "dialogueMeeting", "on": "aftalen", "when": { "date": { "on": "2024-07" } } },
                { "id": "00000000-0000-4000-8000-000000000017", "form": "status", "on": "aftalen", "when": { "date": { "on": "2024-06" } } },
                { "id": "00000000-0000-4000-8000-000000000018", "form": "status", "on": "aftalen", "when": { "date": { "on": "2024-06" } }, "with": ["headOfService"] },
                { "id": "00000000-0000-4000-8000-000000000019", "form": "status", "when": { "date": { "on": "2024-06" } } },
                { "id": "00000000-0000-4000-8000-000000000020", "form": "status", "when": { "date": { "on": "2024-06" } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "number": "1.1", "title": "Sygefravær",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000021", "text": "ringer", "doneOn": "2024-03-14" },
                        { "id": "00000000-0000-4000-8000-000000000022", "text": "ringer", "doneOn": "2024-03-15" },
                        { "id": "00000000-0000-4000-8000-000000000023", "text": " Ringer", "doneOn": "2024-03-15" }
                    ],
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000031", "on": "opkald", "when": { "timesAYear": { "times": 2 } } },
                        { "id": "00000000-0000-4000-8000-000000000032", "on": "opkald", "when": { "timesAYear": { "times": 2 } } }
                    ]
                },
                { "id": "00000000-0000-4000-8000-000000000012", "number": "1.4", "title": " sygefravær" }
            ],
            "followUps": [
                {
                    "id": "00000000-0000-4000-8000-000000000041", "form": "dialogueMeeting", "on": "aftalen",
                    "when": { "date": { "on": "2024" } }, "doneOn": "2024-06-17"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000042", "form": "dialogueMeeting", "on": "aftalen",
                    "when": { "date": { "on": "2024" } }, "doneOn": "2024-06-17"
                }
            ]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/2",
                "indsatsen står allerede som nr. 2 på listen",
                "the action is already on the list, as number 2",
            ),
            not_met(
                "/focusAreas/0/followUps/1",
                "opfølgningen står allerede som nr. 1 på listen",
                "the follow-up is already on the list, as number 1",
            ),
            not_met(
                "/focusAreas/1",
                "indsatsområdet har samme titel som område 1.1, men et andet id",
                "the focus area has the same title as area 1.1, but another id",
            ),
            not_met(
                "/followUps/1",
                "opfølgningen står allerede som nr. 1 på listen",
                "the follow-up is already on the list, as number 1",
            ),
        ],
    ),
    // A month of 31 days is one occasion, a half-year is not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "trivsel", "doneOn": "2024-01" },
                { "id": "00000000-0000-4000-8000-000000000003", "on": "trivsel", "doneOn": "2024-01" },
                { "id": "00000000-0000-4000-8000-000000000004", "on": "magt", "doneOn": "2023-medio" },
                { "id": "00000000-0000-4000-8000-000000000005", "on": "magt", "doneOn": "2023-medio" },
                {
                    "id": "00000000-0000-4000-8000-000000000006", "on": "tvang",
                    "when": { "date": { "on": "2024-05" } }
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007", "on": "tvang",
                    "when": { "date": { "on": "2024-05" } }
                },
                { "id": "00000000-0000-4000-8000-000000000008", "on": "mad", "when": { "date": { "on": "2023" } } },
                { "id": "00000000-0000-4000-8000-000000000009", "on": "mad", "when": { "date": { "on": "2023" } } },
                { "id": "00000000-0000-4000-8000-000000000010", "on": "søvn", "when": { "date": {} } },
                { "id": "00000000-0000-4000-8000-000000000011", "on": "søvn", "when": { "date": {} } }
            ]
        }"#,
        &[
            not_met(
                "/followUps/1",
                "opfølgningen står allerede som nr. 1 på listen",
                "the follow-up is already on the list, as number 1",
            ),
            not_met(
                "/followUps/5",
                "opfølgningen står allerede som nr. 5 på listen",
                "the follow-up is already on the list, as number 5",
            ),
        ],
    ),
    // The same thing twice is for DOC001.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000002", "on": "trivsel", "doneOn": "2024-01" },
                { "id": "00000000-0000-4000-8000-000000000002", "on": "trivsel", "doneOn": "2024-01" }
            ]
        }"#,
    ),
];
