//! What an area asks of the service or of a party is followed up, in the area or with the whole agreement.

use super::followed_up::each_without_own;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::agr027_figure_followed_up::leave_figure_alone,
    super::breaks::{action, area, name_no_days},
    crate::agreement::{FocusArea, PartyDuty, PartyRole},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR093,
    requirements: &["R-013", "R-018"],
    sources: &[SourceRef::agreement("3"), SourceRef::agreement("1.3.4")],
    title: Bilingual::new(
        "der følges op på indsatser og forpligtelser, på området eller på hele aftalen",
        "actions and duties are followed up, in the area or with the whole agreement",
    ),
    why: Bilingual::new(
        "Uden en opfølgning ser ingen, om det, der er aftalt, bliver gjort.",
        "Without a follow-up nobody sees whether what was agreed is done.",
    ),
    remedy: Bilingual::new(
        "Tilføj en opfølgning til indsatsområdet, eller aftal dialogmøder om hele aftalen.",
        "Add a follow-up to the area, or agree on dialogue meetings about the whole agreement.",
    ),
    example: Bilingual::new(
        "En aftale med indsatser i 1.2, hvor hverken 1.2 eller kapitel 3 siger, hvordan der følges op.",
        "An agreement with actions in 1.2, in which neither 1.2 nor chapter 3 says how they are followed up.",
    ),
    ..Rule::DERIVED
};

message! {
    NotFollowedUp { what: Bilingual }
    "området har {what}, men hverken området eller aftalen som helhed har en opfølgning på dem",
    "the area has {what}, but neither the area nor the agreement as a whole has a follow-up on them",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("focusAreas");
    each_without_own(agreement, |n, area, is_followed_up| {
        let what = match (area.actions.is_empty(), area.duties.is_empty()) {
            _ if is_followed_up => return,
            (true, true) => return,
            (false, _) => Bilingual::new("indsatser", "actions"),
            (true, false) => Bilingual::new("forpligtelser for en part", "duties of a party"),
        };
        cx.not_met(&list.item(n, area.id), NotFollowedUp { what });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        name_no_days(agreement);
        agreement.follow_ups.clear();
        agreement.focus_areas.push(FocusArea { actions: [action(tape)].into(), ..area(tape) });
    },
    |agreement, tape| {
        name_no_days(agreement);
        agreement.follow_ups.clear();
        let duties = [PartyDuty::new(PartyRole::HeadOfService)].into();
        agreement.focus_areas.push(FocusArea { duties, ..area(tape) });
    },
    |agreement, tape| {
        name_no_days(agreement);
        agreement.follow_ups.clear();
        let mut area = area(tape);
        leave_figure_alone(&mut area, tape);
        area.actions = [action(tape)].into();
        agreement.focus_areas.push(area);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // An area that asks for nothing, one with a follow-up of its own, and one that a follow-up of the whole names.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                { "id": "00000000-0000-4000-8000-000000000002", "targets": [{ "id": "00000000-0000-4000-8000-000000000003" }] },
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000005" }],
                    "followUps": [{ "id": "00000000-0000-4000-8000-000000000006" }]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000007", "duties": [{ "of": "headOfService" }],
                    "actions": [
                        { "id": "00000000-0000-4000-8000-000000000008" }, { "id": "00000000-0000-4000-8000-000000000009" }
                    ]
                },
                {
                    "id": "00000000-0000-4000-8000-00000000000a", "duties": [{ "of": "headOfService" }],
                    "targets": [{ "id": "00000000-0000-4000-8000-00000000000b" }]
                }
            ],
            "followUps": [
                { "id": "00000000-0000-4000-8000-00000000000c", "actions": ["00000000-0000-4000-8000-000000000009"] },
                { "id": "00000000-0000-4000-8000-00000000000d", "targets": ["00000000-0000-4000-8000-00000000000b"] }
            ]
        }"#,
    ),
    // The dialogue meetings are about all areas.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002", "duties": [{ "of": "headOfService" }],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "when": "continuously" }]
            }],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "form": "dialogueMeeting" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "duties": [{ "of": "headOfService" }],
                    "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
                },
                { "id": "00000000-0000-4000-8000-000000000004", "duties": [{ "of": "headOfService" }] }
            ],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting",
                "actions": ["00000000-0000-4000-8000-000000000006"]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0",
                "området har indsatser, men hverken området eller aftalen som helhed har en opfølgning på dem",
                "the area has actions, but neither the area nor the agreement as a whole has a follow-up on them",
            ),
            not_met(
                "/focusAreas/1",
                "området har forpligtelser for en part, men hverken området eller aftalen som helhed har en opfølgning på dem",
                "the area has duties of a party, but neither the area nor the agreement as a whole has a follow-up on them",
            ),
        ],
    ),
    // A figure of the area is no action.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }],
                "targets": [{ "id": "00000000-0000-4000-8000-000000000004" }]
            }],
            "followUps": [{
                "id": "00000000-0000-4000-8000-000000000005", "targets": ["00000000-0000-4000-8000-000000000004"]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0",
            "området har indsatser, men hverken området eller aftalen som helhed har en opfølgning på dem",
            "the area has actions, but neither the area nor the agreement as a whole has a follow-up on them",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0",
            "området har indsatser, men hverken området eller aftalen som helhed har en opfølgning på dem",
            "the area has actions, but neither the area nor the agreement as a whole has a follow-up on them",
        )],
    ),
];
