//! Every member of the panel answers before the meeting.

use uuid::Uuid;

use crate::audit::CaseAudit;
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::AUD003,
    requirements: &["R-167"],
    sources: &[SourceRef::new(
        SourceDocument::SMARTE_2023,
        "Auditproces: individuelt som forberedelse forud for auditmødet",
    )],
    title: Bilingual::new(
        "hver paneldeltager svarer før auditmødet",
        "every member of the panel answers before the audit meeting",
    ),
    why: Bilingual::new(
        "Svarer man først på mødet, følger man de andre, og uenigheden bliver ikke synlig.",
        "People who answer at the meeting follow the others, and disagreement does not show.",
    ),
    remedy: Bilingual::new(
        "Notér det svar, der mangler, eller ret den dato, der er forkert. Deltog nogen slet ikke, så tag vedkommende ud af panelet. Har nogen ikke svaret før mødet, så lad næste gang alle besvare vurderingsskemaet hver for sig i god tid.",
        "Note the answer that is missing, or correct the date that is wrong. If somebody did not take part at all, remove that person from the panel. If somebody did not answer before the meeting, let everyone fill in the assessment form alone and in good time the next time.",
    ),
    example: Bilingual::new(
        "Auditmødet blev holdt 3. april 2023, og lederen af afdeling B svarede 5. april.",
        "The meeting was held on 3 April 2023, and the head of department B answered on 5 April.",
    ),
    ..Rule::DERIVED
};

message! {
    NoAnswer {}
    "paneldeltageren har ikke svaret før auditmødet",
    "the member of the panel did not answer before the meeting",
}

message! {
    LateAnswer { on: PartialDate, held_on: PartialDate }
    "svaret er fra {on}, altså efter auditmødet {held_on:i}",
    "the answer is dated {on}, after the meeting {held_on:on|in}",
}

const ANSWERS: Bilingual = Bilingual::new("de individuelle besvarelser", "the individual answers");
const HELD_ON: Bilingual = Bilingual::new("datoen for auditmødet", "the date of the meeting");
const ANSWERED_ON: Bilingual = Bilingual::new("hvornår der er svaret", "when the answers were given");

/// Before the meeting there may be answers to come.
pub(super) fn check(audit: &CaseAudit, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !audit.was_held(cx.as_of()) {
        return;
    }
    if audit.answers.is_empty() {
        return cx.not_assessable(at, ANSWERS);
    }
    let answering = |put: &mut dyn FnMut(Uuid)| {
        audit.answers.iter().filter(|one| one.says_something()).for_each(|one| put(one.member.uuid()));
    };
    let panel = at.key("panel");
    sorted(answering, |answering| {
        for (n, member) in audit.panel.iter().enumerate() {
            if answering.binary_search(&member.id.uuid()).is_err() {
                cx.not_met(&panel.item(n, member.id), NoAnswer {});
            }
        }
    });
    let is_dated = audit.answers.iter().all(|one| one.on.is_some());
    cx.all_stated(at, [(audit.held_on.is_some(), HELD_ON), (is_dated, ANSWERED_ON)]);
    let Some(held_on) = audit.held_on else { return };
    let answers = at.key("answers");
    for (n, answer) in audit.answers.iter().enumerate() {
        if let Some(on) = answer.on.filter(|on| held_on.ends_before(*on)) {
            cx.not_met(&answers.index(n).key("on"), LateAnswer { on, held_on });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CaseAudit> = &[
    |audit, tape| {
        let member = tape.pick(&audit.panel).id;
        audit.answers.retain(|one| one.member != member);
    },
    |audit, tape| {
        audit.held_on = PartialDate::of_year(2022);
        let n = tape.index(audit.answers.len());
        audit.answers.get_mut(n).into_iter().for_each(|one| one.on = PartialDate::of_year(2023));
    },
    |audit, tape| {
        let n = tape.index(audit.answers.len());
        audit.answers.get_mut(n).into_iter().for_each(|one| one.on = None);
    },
    |audit, _| audit.held_on = None,
    |audit, _| audit.answers.clear(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The meeting is to come: one has answered, another has not.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-01-16",
            "panel": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003" }
            ],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000004",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000005"
                }
            ]
        }"#,
    ),
    // On the day of the meeting, and in its month.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023-04",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000004",
                    "member": "00000000-0000-4000-8000-000000000002", "text": "bedre", "on": "2023-04-30"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000006",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "before": "00000000-0000-4000-8000-000000000005", "on": "2023"
                }
            ]
        }"#,
    ),
    // An answer that says nothing is no answer.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023-04-03",
            "panel": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000007" }
            ],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000004",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000005", "on": "2023-04-04"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000004",
                    "member": "00000000-0000-4000-8000-000000000003", "text": " ", "on": "2023-04-03"
                }
            ]
        }"#,
        &[
            not_met(
                "/panel/1",
                "paneldeltageren har ikke svaret før auditmødet",
                "the member of the panel did not answer before the meeting",
            ),
            not_met(
                "/panel/2",
                "paneldeltageren har ikke svaret før auditmødet",
                "the member of the panel did not answer before the meeting",
            ),
            not_met(
                "/answers/0/on",
                "svaret er fra 4. april 2023, altså efter auditmødet 3. april 2023",
                "the answer is dated 4 April 2023, after the meeting on 3 April 2023",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2024-01-15",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: de individuelle besvarelser",
            "cannot be assessed; missing: the individual answers",
        )],
    ),
    // What was judged was held.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000004",
                    "member": "00000000-0000-4000-8000-000000000002",
                    "after": "00000000-0000-4000-8000-000000000005"
                }
            ],
            "judgements": [{ "question": "00000000-0000-4000-8000-000000000004" }]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: datoen for auditmødet, hvornår der er svaret",
            "cannot be assessed; missing: the date of the meeting, when the answers were given",
        )],
    ),
    // One of two answers is dated.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "heldOn": "2023-04-03",
            "panel": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "answers": [
                {
                    "question": "00000000-0000-4000-8000-000000000004",
                    "member": "00000000-0000-4000-8000-000000000002", "after": "00000000-0000-4000-8000-000000000005",
                    "on": "2023-04-03"
                },
                {
                    "question": "00000000-0000-4000-8000-000000000006",
                    "member": "00000000-0000-4000-8000-000000000002", "after": "00000000-0000-4000-8000-000000000005"
                }
            ]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår der er svaret",
            "cannot be assessed; missing: when the answers were given",
        )],
    ),
];
