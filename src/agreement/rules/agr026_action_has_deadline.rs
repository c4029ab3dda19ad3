//! An action has a deadline or is followed up.

use crate::agreement::{Action, DevelopmentAgreement, FollowUp};
use crate::codes;
use crate::date::When;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, change_area, follow_up, in_march, open_target},
    crate::body::Forum,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR026,
    severity: Severity::Information,
    requirements: &["S-004"],
    sources: &[SourceRef::agreement("1.3.1"), SourceRef::agreement("1.6.2"), SourceRef::agreement("1.8.3")],
    title: Bilingual::new(
        "en indsats har en frist eller en opfølgning",
        "an action has a deadline or is followed up",
    ),
    why: Bilingual::new(
        "En indsats uden frist, som kun kapitel 3 følger op på, er let at udsætte.",
        "An action that has no deadline and that only chapter 3 follows up is easily put off.",
    ),
    remedy: Bilingual::new(
        "Giv indsatsen en frist, eller nævn den i en af områdets opfølgninger.",
        "Give the action a deadline, or name it in one of the follow-ups of the area.",
    ),
    example: Bilingual::new(
        "1.3.1: fire af syv indsatser har ingen frist og er ikke nævnt i opfølgningen i 1.3.4.",
        "1.3.1: four of seven actions have no deadline and are not named in the follow-up in 1.3.4.",
    ),
    requires: &[codes::AGR005],
    ..Rule::DERIVED
};

message! {
    SomeOpen { open: u64, actions: u64 }
    "{open} af {actions} indsatser har ingen frist og er ikke nævnt i opfølgningen",
    "there is neither a deadline nor a mention in the follow-up for {open} of {actions} actions",
}

message! {
    AllOpen {}
    "ingen af områdets indsatser har en frist eller er nævnt i opfølgningen",
    "no action of the area has a deadline or is named in the follow-up",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    let named = agreement.all_follow_ups().flat_map(|one| &one.actions).map(|action| (action.uuid(), ()));
    sorted_of(&named, |named| {
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            let is_open = |one: &&Action| {
                let is_dated = one.when.as_ref().is_some_and(When::is_stated) || one.is_over();
                !is_dated && sorted::of(named, one.id.uuid()).is_empty()
            };
            let open = area.actions.iter().filter(is_open).count();
            if open == 0 || area.follow_ups.iter().any(FollowUp::is_about_whole_area) {
                continue;
            }
            let at = areas.item(n, area.id);
            let at = at.key("actions");
            if area.follow_ups.is_empty() {
                cx.depends_on(&at, codes::AGR005);
            } else if open == area.actions.len() {
                cx.not_met(&at, AllOpen {});
            } else {
                cx.not_met(&at, SomeOpen { open: count(open), actions: count(area.actions.len()) });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    // All actions, beside a figure that is followed up.
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            let figure = open_target(Forum::Parties, tape);
            let on_figure = FollowUp { targets: [figure.id].into(), ..follow_up(in_march(), tape) };
            area.actions = [action(tape)].into();
            area.targets = [figure].into();
            area.follow_ups = [on_figure].into();
            area.criticisms.clear();
        });
    },
    // One action next to one that is followed up, and one with a deadline.
    |agreement, tape| {
        change_area(agreement, tape, |area, tape| {
            let followed_up = Action::new(tape.spare_id(7));
            let on_action = FollowUp { actions: [followed_up.id].into(), ..follow_up(in_march(), tape) };
            let dated = Action { when: in_march(), ..Action::new(tape.spare_id(8)) };
            area.actions = [action(tape), followed_up, dated].into();
            area.targets.clear();
            area.follow_ups = [on_action].into();
            area.criticisms.clear();
        });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000001" }] }"#,
    ),
    // A follow-up that names nothing is about the whole area.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "actions": ["00000000-0000-4000-8000-000000000002"] }, { "id": "00000000-0000-4000-8000-000000000005" }]
        }] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "schedule": {} } },
                { "id": "00000000-0000-4000-8000-000000000004", "when": { "within": { "months": 3, "from": "2024-01-09" } } },
                { "id": "00000000-0000-4000-8000-000000000008", "when": { "within": { "months": 3 } } },
                { "id": "00000000-0000-4000-8000-000000000005", "when": { "decidedBy": { "name": "styregruppen" } } },
                { "id": "00000000-0000-4000-8000-000000000006", "when": "continuously" },
                { "id": "00000000-0000-4000-8000-000000000009", "givenUpOn": "2024-01-10" }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000007", "actions": ["00000000-0000-4000-8000-000000000002"] }]
        }] }"#,
    ),
    // All have a deadline, and it does not matter what is followed up.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000001", "actions": [{ "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-11" } } }] }] }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }, { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024" } } }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "actions": ["00000000-0000-4000-8000-000000000003"] }, { "id": "00000000-0000-4000-8000-000000000006", "targets": ["00000000-0000-4000-8000-000000000007"] }]
        }] }"#,
        &[not_met(
            "/focusAreas/0/actions",
            "1 af 3 indsatser har ingen frist og er ikke nævnt i opfølgningen",
            "there is neither a deadline nor a mention in the follow-up for 1 of 3 actions",
        )],
    ),
    // A decision without anyone who decides, and zero times a year: neither is a deadline.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "decidedBy": { "name": " " } } },
                { "id": "00000000-0000-4000-8000-000000000004", "when": { "timesAYear": { "times": 0 } } }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "targets": ["00000000-0000-4000-8000-000000000007"] }]
        }] }"#,
        &[not_met(
            "/focusAreas/0/actions",
            "ingen af områdets indsatser har en frist eller er nævnt i opfølgningen",
            "no action of the area has a deadline or is named in the follow-up",
        )],
    ),
    // If nothing at all is followed up, that is reported once.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000001", "actions": [{ "id": "00000000-0000-4000-8000-000000000002" }] }] }"#,
        &[not_evaluated("/focusAreas/0/actions", "AGR005")],
    ),
    // It is done, or another area or the agreement as a whole names it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-0000000000a1",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000001",
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000002", "doneOn": "2024-01-10" },
                        { "id": "00000000-0000-4000-8000-000000000003" },
                        { "id": "00000000-0000-4000-8000-000000000004" }
                    ],
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000005", "targets": ["00000000-0000-4000-8000-000000000006"] }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007",
                    "followUps": [
                        { "id": "00000000-0000-4000-8000-000000000008", "actions": ["00000000-0000-4000-8000-000000000003"] }
                    ]
                }
            ],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000009", "actions": ["00000000-0000-4000-8000-000000000004"] }
            ]
        }"#,
    ),
];
