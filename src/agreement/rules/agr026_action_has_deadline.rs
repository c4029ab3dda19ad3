//! An action has a deadline or is followed up.

use super::has_time;
use crate::agreement::{Action, FocusArea, FollowUp};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceRef, message};
use crate::sorted::{self, sorted};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, follow_up, in_march, open_target},
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
        "En indsats uden frist og uden opfølgning er let at udsætte, og ingen spørger til den.",
        "An action with neither a deadline nor a follow-up is easily put off, and nobody asks about it.",
    ),
    remedy: Bilingual::new(
        "Giv indsatsen en frist, eller lad en af områdets opfølgninger omfatte den.",
        "Give the action a deadline, or let one of the follow-ups of the area cover it.",
    ),
    example: Bilingual::new(
        "1.3.1: fem af syv indsatser har ingen frist og nævnes ikke i opfølgningen 1.3.4.",
        "1.3.1: five of seven actions have no deadline and are not named in the follow-up 1.3.4.",
    ),
    requires: &[codes::AGR005],
    ..Rule::DERIVED
};

message! {
    SomeOpen { open: u64, actions: u64 }
    "{open} af {actions} indsatser har hverken frist eller opfølgning",
    "there is neither a deadline nor a follow-up for {open} of {actions} actions",
}

message! {
    AllOpen {}
    "ingen indsats i området har en frist eller en opfølgning",
    "no action of the area has a deadline or a follow-up",
}

pub(super) fn check(area: &FocusArea, at: &Path<'_>, cx: &mut Checker<'_>) {
    let is_undated = |action: &&Action| !has_time(action.when.as_ref());
    if area.follow_ups.iter().any(FollowUp::is_about_whole_area)
        || !area.actions.iter().any(|one| is_undated(&one))
    {
        return;
    }
    let at = at.key("actions");
    if area.follow_ups.is_empty() {
        cx.depends_on(&at, codes::AGR005);
        return;
    }
    let followed_up = area.follow_ups.iter().flat_map(|one| &one.actions).map(|action| (action.uuid(), ()));
    let open = sorted(
        |put| followed_up.clone().for_each(put),
        |followed_up| {
            let is_open = |one: &&Action| sorted::of(followed_up, one.id.uuid()).is_empty();
            area.actions.iter().filter(is_undated).filter(is_open).count()
        },
    );
    if open == area.actions.len() {
        cx.not_met(&at, AllOpen {});
    } else if open > 0 {
        cx.not_met(&at, SomeOpen { open: count(open), actions: count(area.actions.len()) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<FocusArea> = &[
    // All actions, beside a figure that is followed up.
    |area, tape| {
        let figure = open_target(Forum::Parties, tape);
        let on_figure = FollowUp { targets: [figure.id].into(), ..follow_up(in_march(), tape) };
        area.actions = [action(tape)].into();
        area.targets = [figure].into();
        area.follow_ups = [on_figure].into();
        area.criticisms.clear();
    },
    // One beside one that is followed up, and one with a deadline.
    |area, tape| {
        let followed_up = Action::new(tape.spare_id(7));
        let on_action = FollowUp { actions: [followed_up.id].into(), ..follow_up(in_march(), tape) };
        let dated = Action { when: in_march(), ..Action::new(tape.spare_id(8)) };
        area.actions = [action(tape), followed_up, dated].into();
        area.targets.clear();
        area.follow_ups = [on_action].into();
        area.criticisms.clear();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // A follow-up that names nothing is about the whole area.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "actions": ["00000000-0000-4000-8000-000000000002"] }, { "id": "00000000-0000-4000-8000-000000000005" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "schedule": {} } },
                { "id": "00000000-0000-4000-8000-000000000004", "when": { "within": { "months": 3, "from": "2024-01-09" } } },
                { "id": "00000000-0000-4000-8000-000000000005", "when": { "decidedBy": { "name": "styregruppen" } } },
                { "id": "00000000-0000-4000-8000-000000000006", "when": "continuously" }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000007", "actions": ["00000000-0000-4000-8000-000000000002"] }]
        }"#,
    ),
    // All have a deadline, and it does not matter what is followed up.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "actions": [{ "id": "00000000-0000-4000-8000-000000000002", "when": { "date": { "on": "2024-11" } } }] }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }, { "id": "00000000-0000-4000-8000-000000000004", "when": { "date": { "on": "2024" } } }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "actions": ["00000000-0000-4000-8000-000000000003"] }, { "id": "00000000-0000-4000-8000-000000000006", "targets": ["00000000-0000-4000-8000-000000000007"] }]
        }"#,
        &[not_met(
            "/actions",
            "1 af 3 indsatser har hverken frist eller opfølgning",
            "there is neither a deadline nor a follow-up for 1 of 3 actions",
        )],
    ),
    // Months from no stated day, a decision without anyone who decides, zero times a year: none is a deadline.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "actions": [
                { "id": "00000000-0000-4000-8000-000000000002", "when": { "within": { "months": 3 } } },
                { "id": "00000000-0000-4000-8000-000000000003", "when": { "decidedBy": { "name": " " } } },
                { "id": "00000000-0000-4000-8000-000000000004", "when": { "timesAYear": { "times": 0 } } }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000005", "targets": ["00000000-0000-4000-8000-000000000007"] }]
        }"#,
        &[not_met(
            "/actions",
            "ingen indsats i området har en frist eller en opfølgning",
            "no action of the area has a deadline or a follow-up",
        )],
    ),
    // That nothing at all is followed up is said once.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "actions": [{ "id": "00000000-0000-4000-8000-000000000002" }] }"#,
        &[not_evaluated("/actions", "AGR005")],
    ),
];
