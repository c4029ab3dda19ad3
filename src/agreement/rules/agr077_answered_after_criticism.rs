//! What answers criticism is done after the criticism was given.

use crate::agreement::{Criticism, DevelopmentAgreement};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Action, Authority, FocusArea},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR077,
    requirements: &["S-015"],
    sources: &[SourceRef::agreement("1.7")],
    title: Bilingual::new(
        "kritik fra en myndighed følges op af noget, der sker efter kritikken",
        "criticism by an authority is followed up by something that is done after it",
    ),
    why: Bilingual::new(
        "Det, der var gjort, før kritikken blev givet, forhindrede den ikke. Så er den reelt ikke fulgt op, eller en dato er forkert.",
        "What had been done before the criticism was given did not prevent it. So nothing really follows it up, or a date is wrong.",
    ),
    remedy: Bilingual::new(
        "Aftal en indsats, der følger op på kritikken, ret den ene af datoerne, eller skriv, hvornår myndigheden afsluttede sagen.",
        "Agree on an action that follows up the criticism, correct one of the dates, or state when the authority closed the case.",
    ),
    example: Bilingual::new(
        "Kritik fra 27. oktober besvares kun af en indsats, der var gennemført 24. september.",
        "Criticism of 27 October is answered only by an action that had been done on 24 September.",
    ),
    ..Rule::DERIVED
};

message! {
    DoneBefore { given_on: PartialDate, done_on: PartialDate }
    "kritikken er givet {given_on}, men det, der skal følge op på den, var gennemført allerede {done_on}",
    "the criticism was given {given_on:on|in}, but what is to follow it up had been done by {done_on}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !agreement.focus_areas.iter().any(|area| area.criticisms.iter().any(is_open_and_dated)) {
        return;
    }
    let actions = agreement.focus_areas.iter().flat_map(|area| &area.actions);
    let done = actions.map(|one| (one.id.uuid().as_u128(), one.done_on));
    sorted(
        |put: &mut dyn FnMut((u128, Option<PartialDate>))| done.clone().for_each(put),
        |done| {
            let areas = at.key("focusAreas");
            for (n, area) in agreement.focus_areas.iter().enumerate() {
                let area_at = areas.item(n, area.id);
                let list = area_at.key("criticisms");
                for (n, one) in area.criticisms.iter().enumerate().filter(|(_, one)| is_open_and_dated(one)) {
                    judge(one, done, &list.index(n), cx);
                }
            }
        },
    );
}

/// When the authority has closed the case, what had been done was enough.
fn is_open_and_dated(one: &Criticism) -> bool {
    one.given_on.is_some() && one.closed_on.is_none() && !one.answered_by.is_empty()
}

fn judge(one: &Criticism, done: &[(u128, Option<PartialDate>)], at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut last: Option<PartialDate> = None;
    for action in &one.answered_by {
        let done_on = sorted::of(done, action.uuid().as_u128()).first().and_then(|(_, done_on)| *done_on);
        // What is not done, or done later, follows the criticism.
        let Some(done_on) = done_on.filter(|on| one.is_before(*on)) else { return };
        last = last.max(Some(done_on));
    }
    if let (Some(given_on), Some(done_on)) = (one.given_on, last) {
        cx.not_met(&at.key("answeredBy"), DoneBefore { given_on, done_on });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let done = Action { done_on: PartialDate::of_month(2023, 11), when: in_march(), ..action(tape) };
    let criticism = Criticism {
        given_on: PartialDate::of_month(2024, 3),
        answered_by: [done.id].into(),
        ..Criticism::new(Authority::SocialInspectorate)
    };
    agreement.focus_areas.push(FocusArea {
        actions: [done].into(),
        follow_ups: [follow_up(in_march(), tape)].into(),
        criticisms: [criticism].into(),
        ..area(tape)
    });
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // No day; another action follows, or is done later, or in the month of the criticism; closed; nothing is known of the
    // action; nothing answers.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-09-24" },
                    { "id": "00000000-0000-4000-8000-000000000004" },
                    { "id": "00000000-0000-4000-8000-000000000005", "doneOn": "2024-11" },
                    { "id": "00000000-0000-4000-8000-000000000006", "doneOn": "2024-10" }
                ],
                "criticisms": [
                    { "authority": "socialInspectorate", "answeredBy": ["00000000-0000-4000-8000-000000000003"] },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000005"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000006"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27", "closedOn": "2024-12",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003"]
                    },
                    {
                        "authority": "socialInspectorate", "givenOn": "2024-10-27",
                        "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000009"]
                    },
                    { "authority": "socialInspectorate", "givenOn": "2024-10-27" }
                ]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "doneOn": "2024-09-24" },
                    { "id": "00000000-0000-4000-8000-000000000004", "doneOn": "2024-02" }
                ],
                "criticisms": [{
                    "authority": "socialInspectorate", "givenOn": "2024-10-27",
                    "answeredBy": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000004"]
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/criticisms/0/answeredBy",
            "kritikken er givet 27. oktober 2024, men det, der skal følge op på den, var gennemført allerede 24. september 2024",
            "the criticism was given on 27 October 2024, but what is to follow it up had been done by 24 September 2024",
        )],
    ),
];
