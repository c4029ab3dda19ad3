//! A target figure is followed up.

use super::followed_up::each_without_own;
use crate::agreement::{DevelopmentAgreement, FocusArea, FollowUp};
use crate::codes;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::{self, sorted_of};
use crate::target_figure::TargetState;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{change_area, follow_up, in_march, open_target},
    crate::body::Forum,
    crate::draft::tape::Tape,
    crate::figure::{Decimal, Direction, Unit},
    crate::rule::trial::Breaks,
    crate::target_figure::{Population, TargetFigure, TargetIndicator},
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR027,
    requirements: &["S-005"],
    sources: &[SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "det fremgår, ved hvilken opfølgning et aftalt måltal tages op",
        "it is stated at which follow-up an agreed figure is reviewed",
    ),
    why: Bilingual::new(
        "Ellers er det uklart, hvornår det viser sig, om måltallet er nået.",
        "Otherwise it is unclear when it will be seen whether the figure has been reached.",
    ),
    remedy: Bilingual::new(
        "Skriv, ved hvilken opfølgning måltallet tages op.",
        "Say at which follow-up the figure is reviewed.",
    ),
    example: Bilingual::new(
        "1.8.5: der følges op på de 80 % i november 2024; det fremgår ikke, hvornår og hvordan der følges op på de 90 %.",
        "1.8.5: the 80% is followed up in November 2024; it is not stated when or how the 90% is.",
    ),
    requires: &[codes::AGR093],
    ..Rule::DERIVED
};

message! {
    FigureNotFollowedUp {}
    "det fremgår ikke, ved hvilken opfølgning måltallet tages op",
    "it is not stated at which follow-up the figure is reviewed",
}

/// Meetings on the whole agreement review the figures of an area that has no follow-up of its own.
pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let areas = at.key("focusAreas");
    let named = agreement.all_follow_ups().flat_map(|one| &one.targets).map(|target| (target.uuid(), ()));
    sorted_of(&named, |named| {
        let mut each_unnamed = |n: usize, area: &FocusArea, is_left_to_another: bool| {
            let at = areas.item(n, area.id);
            let list = at.key("targets");
            for (n, target) in area.targets.iter().enumerate() {
                // What is still to be agreed has to be fixed first.
                let is_open = target.state == Some(TargetState::ToBeAgreed);
                if is_open || !sorted::of(named, target.id.uuid()).is_empty() {
                    continue;
                }
                let at = list.item(n, target.id);
                if is_left_to_another {
                    cx.depends_on(&at, codes::AGR093);
                } else {
                    cx.not_met(&at, FigureNotFollowedUp {});
                }
            }
        };
        for (n, area) in agreement.focus_areas.iter().enumerate() {
            if !area.follow_ups.is_empty() && !area.follow_ups.iter().any(FollowUp::is_about_whole_area) {
                each_unnamed(n, area, false);
            }
        }
        if !agreement.follow_ups.iter().any(FollowUp::is_about_whole_area) {
            each_without_own(agreement, |n, area, is_followed_up| {
                let asks_nothing = area.actions.is_empty() && area.duties.is_empty();
                each_unnamed(n, area, !is_followed_up && !asks_nothing);
            });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    change_area(agreement, tape, |area, tape| {
        leave_figure_alone(area, tape);
        area.follow_ups =
            [FollowUp { targets: [tape.spare_id(8)].into(), ..follow_up(in_march(), tape) }].into();
        area.targets.push(TargetFigure { id: tape.spare_id(8), ..open_target(Forum::Parties, tape) });
    });
}];

/// Leaves one complete figure and no action.
#[cfg(feature = "proptest")]
pub(super) fn leave_figure_alone(area: &mut FocusArea, tape: &mut Tape<'_>) {
    area.actions.clear();
    area.duties.clear();
    area.criticisms.clear();
    area.targets = [TargetFigure {
        indicator: Some(TargetIndicator { id: tape.spare_id(6), statement: Some(tape.said()) }),
        direction: Some(Direction::AtLeast),
        value: Some(Decimal::from(90)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(tape.said()), ..Population::default() }),
        measured_at: in_march(),
        data_source: Some(tape.said()),
        agreed_by: Some(Forum::Parties),
        ..TargetFigure::new(tape.spare_id(5))
    }]
    .into();
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000001" }] }"#,
    ),
    // A follow-up that names nothing is about the whole area.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000001", "targets": [{ "id": "00000000-0000-4000-8000-000000000002", "value": "80" }], "followUps": [{ "id": "00000000-0000-4000-8000-000000000003" }] }] }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000004", "state": "toBeAgreed" },
                { "id": "00000000-0000-4000-8000-000000000005", "value": "80", "state": "toBeAgreed" }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "targets": ["00000000-0000-4000-8000-000000000002"] }]
        }] }"#,
    ),
    // The measuring of a figure is not yet a follow-up.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "id": "00000000-0000-4000-8000-000000000002", "value": "80" },
                { "id": "00000000-0000-4000-8000-000000000004", "value": "90", "measuredAt": { "date": { "on": "2024-11" } } }
            ],
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000003", "targets": ["00000000-0000-4000-8000-000000000002"] }, { "id": "00000000-0000-4000-8000-000000000005", "actions": ["00000000-0000-4000-8000-000000000006"] }]
        }] }"#,
        &[not_met(
            "/focusAreas/0/targets/1",
            "det fremgår ikke, ved hvilken opfølgning måltallet tages op",
            "it is not stated at which follow-up the figure is reviewed",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000001", "targets": [{ "id": "00000000-0000-4000-8000-000000000002", "state": "agreed" }] }] }"#,
        &[not_met(
            "/focusAreas/0/targets/0",
            "det fremgår ikke, ved hvilken opfølgning måltallet tages op",
            "it is not stated at which follow-up the figure is reviewed",
        )],
    ),
    // Nothing at all is followed up: AGR093 says so of the actions.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-0000000000a1", "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000001", "targets": [{ "id": "00000000-0000-4000-8000-000000000002", "value": "80" }], "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }] }] }"#,
        &[not_evaluated("/focusAreas/0/targets/0", "AGR093")],
    ),
    // The dialogue meetings are about the whole agreement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-0000000000a1",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000001",
                "targets": [{ "id": "00000000-0000-4000-8000-000000000002", "value": "80" }],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000004", "form": "dialogueMeeting" },
                { "id": "00000000-0000-4000-8000-000000000005", "form": "dialogueMeeting" }
            ]
        }"#,
    ),
    // The agreement as a whole names it.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-0000000000a1",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000001",
                "targets": [{ "id": "00000000-0000-4000-8000-000000000002" }]
            }],
            "followUps": [
                { "id": "00000000-0000-4000-8000-000000000003", "targets": ["00000000-0000-4000-8000-000000000002"] }
            ]
        }"#,
    ),
    // Its one follow-up is about another figure.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "targets": [
                    { "id": "00000000-0000-4000-8000-000000000003" }, { "id": "00000000-0000-4000-8000-000000000004" }
                ],
                "actions": [{ "id": "00000000-0000-4000-8000-000000000005" }],
                "followUps": [{
                    "id": "00000000-0000-4000-8000-000000000006", "targets": ["00000000-0000-4000-8000-000000000004"]
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/targets/0",
            "det fremgår ikke, ved hvilken opfølgning måltallet tages op",
            "it is not stated at which follow-up the figure is reviewed",
        )],
    ),
];
