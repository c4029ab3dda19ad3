//! Agreements that break one rule.

use alloc::vec;

use chrono::NaiveDate;

use super::clean;
use crate::agreement::{
    Action, DevelopmentAgreement, FocusArea, FollowUp, FrameworkDocument, Participation, Party, ScopeOfDuty,
};
use crate::body::{BodyKind, Forum, Membership, StateAssessment};
use crate::codes::{self, RuleCode};
use crate::date::{PartialDate, Period, When};
use crate::document::Content;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::target_figure::{Population, TargetFigure, TargetIndicator, TargetState};
use crate::text::Text;

type Change<T> = fn(&mut T, &mut Tape<'_>);

/// A clean agreement, changed in one of the ways.
fn changed(ways: &[Change<DevelopmentAgreement>], tape: &mut Tape<'_>) -> Content {
    let mut agreement = clean(tape);
    tape.pick(ways)(&mut agreement, tape);
    agreement.into()
}

/// A clean agreement with one more area, which is changed in one of the ways.
fn with_area(ways: &[Change<FocusArea>], tape: &mut Tape<'_>) -> Content {
    let mut agreement = clean(tape);
    let mut area = spare_area(tape);
    tape.pick(ways)(&mut area, tape);
    let at = tape.index(agreement.focus_areas.len().saturating_add(1));
    agreement.focus_areas.insert(at, area);
    agreement.into()
}

/// A clean agreement, one of whose parties is changed.
fn with_party(change: fn(&mut Party), tape: &mut Tape<'_>) -> Content {
    let mut agreement = clean(tape);
    agreement.focus_areas.push(spare_area(tape));
    let party = tape.index(agreement.parties.len());
    agreement.parties.get_mut(party).into_iter().for_each(change);
    agreement.into()
}

/// A clean area with one action and one follow-up.
fn spare_area(tape: &Tape<'_>) -> FocusArea {
    FocusArea {
        scope: vec![ScopeOfDuty::AllServices],
        actions: vec![Action { text: Some(Text::from("indsats")), ..Action::new(tape.spare_id(2)) }],
        follow_ups: vec![follow_up(3, tape)],
        ..FocusArea::new(tape.spare_id(4))
    }
}

fn march() -> Option<When> {
    PartialDate::of_month(2024, 3).map(|on| When::Date { on })
}

fn follow_up(n: u128, tape: &Tape<'_>) -> FollowUp {
    FollowUp { when: march(), on: Some(Text::from("status")), ..FollowUp::new(tape.spare_id(n)) }
}

fn community(membership: Membership, tape: &Tape<'_>) -> Participation {
    let shows_need = Some(membership == Membership::Member);
    Participation {
        membership,
        state_assessment: Some(StateAssessment { shows_need, ..StateAssessment::default() }),
        ..Participation::new(tape.spare_id(1), BodyKind::Community)
    }
}

/// A community whose state assessment contradicts the membership.
fn against_assessment(membership: Membership, tape: &Tape<'_>) -> Participation {
    let shows_need = Some(membership != Membership::Member);
    Participation {
        state_assessment: Some(StateAssessment { shows_need, ..StateAssessment::default() }),
        ..community(membership, tape)
    }
}

fn without_assessment(membership: Membership, tape: &Tape<'_>) -> Participation {
    Participation { state_assessment: None, ..community(membership, tape) }
}

fn open_target(n: u128, tape: &Tape<'_>) -> TargetFigure {
    TargetFigure {
        agreed_by: Some(Forum::Community { body: None }),
        state: Some(TargetState::ToBeAgreed),
        ..TargetFigure::new(tape.spare_id(n))
    }
}

fn given_target(n: u128, tape: &Tape<'_>) -> TargetFigure {
    let words = Text::from("onboarding");
    TargetFigure {
        topic: Some(words.clone()),
        indicator: Some(TargetIndicator { id: tape.spare_id(n), statement: Some(words.clone()) }),
        direction: Some(Direction::AtLeast),
        value: Some(Decimal::from(80)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(words.clone()), ..Population::default() }),
        measured_at: march(),
        data_source: Some(words),
        agreed_by: Some(Forum::Parties),
        state: Some(TargetState::Agreed),
        ..TargetFigure::new(tape.spare_id(n))
    }
}

/// A clean agreement with one more document that is expired, not yet valid or never valid, or does not state
/// what decides.
fn with_invalid_framework(tape: &mut Tape<'_>) -> Content {
    const RANGES: &[(Option<i32>, Option<i32>)] = &[
        (None, None),
        (None, Some(2023)),
        (Some(2021), Some(2023)),
        (Some(2025), None),
        (Some(2025), Some(2027)),
        (Some(2025), Some(2023)),
        (Some(2023), None),
        (None, Some(2025)),
    ];
    let mut agreement = clean(tape);
    let (from, to) = *tape.pick(RANGES);
    let document = FrameworkDocument {
        from: from.and_then(PartialDate::of_year),
        to: to.and_then(PartialDate::of_year),
        ..FrameworkDocument::new(Text::from("strategi"))
    };
    let at = tape.index(agreement.framework.len().saturating_add(1));
    agreement.framework.insert(at, document);
    agreement.into()
}

/// An agreement without areas and framework, which would depend on what is changed.
fn frame_only(change: Change<DevelopmentAgreement>, tape: &mut Tape<'_>) -> Content {
    let mut agreement = clean(tape);
    agreement.focus_areas.clear();
    agreement.framework.clear();
    change(&mut agreement, tape);
    agreement.into()
}

pub(in crate::strategy) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    use Membership::{Member, NonMember, NotStated};
    Some(match code {
        codes::DOC001 => with_area(
            &[
                |area, tape| area.follow_ups.push(follow_up(3, tape)),
                |area, tape| area.follow_ups.push(follow_up(2, tape)),
                |area, tape| area.follow_ups.push(follow_up(4, tape)),
            ],
            tape,
        ),
        codes::AGR001 => frame_only(
            |agreement, tape| match tape.below(3) {
                0 => agreement.service = None,
                1 => agreement.year = None,
                _ => agreement.parties.truncate(1),
            },
            tape,
        ),
        codes::AGR002 => with_party(|party| party.named = Some(false), tape),
        codes::AGR003 => with_party(|party| party.signed_on = PartialDate::of_year(2025), tape),
        codes::AGR004 => with_area(&[|area, _| area.scope.clear()], tape),
        codes::AGR005 => with_area(&[|area, _| area.follow_ups.clear()], tape),
        codes::AGR006 => with_area(
            &[|area, tape| area.follow_ups.push(FollowUp { when: None, ..follow_up(5, tape) })],
            tape,
        ),
        codes::AGR007 => with_area(
            &[|area, tape| area.follow_ups.push(FollowUp { on: tape.unsaid(), ..follow_up(5, tape) })],
            tape,
        ),
        codes::AGR008 => with_area(&[|area, tape| area.participation.push(community(NotStated, tape))], tape),
        codes::AGR009 => with_area(
            &[
                |area, tape| area.participation.push(without_assessment(NonMember, tape)),
                |area, tape| area.participation.push(without_assessment(Member, tape)),
                |area, tape| area.participation.push(against_assessment(NonMember, tape)),
                |area, tape| area.participation.push(against_assessment(Member, tape)),
            ],
            tape,
        ),
        codes::AGR010 => with_area(
            &[|area, tape| {
                area.scope = vec![ScopeOfDuty::CommunityMembers];
                area.participation.push(community(NonMember, tape));
            }],
            tape,
        ),
        codes::AGR011 => with_area(
            &[|area, tape| {
                area.participation.push(community(NonMember, tape));
                area.targets.push(open_target(5, tape));
            }],
            tape,
        ),
        codes::AGR012 => with_area(
            &[|area, tape| {
                area.participation.push(community(Member, tape));
                area.targets.push(open_target(5, tape));
                let passed = NaiveDate::from_ymd_opt(2024, 1, 14);
                let passed = passed.and_then(|day| PartialDate::of_day(day).ok());
                let when = passed.map(|on| When::Date { on });
                area.follow_ups.push(FollowUp { when, ..follow_up(6, tape) });
            }],
            tape,
        ),
        codes::AGR013 => with_area(
            &[|area, tape| {
                let body = tape.flag().then(|| tape.spare_id(9));
                let when = Some(When::DecidedBy { body, name: None });
                area.follow_ups.push(FollowUp { when, ..follow_up(6, tape) });
            }],
            tape,
        ),
        codes::AGR014 => with_area(
            &[|area, tape| {
                let topic = Some(Text::from(" onboarding"));
                area.participation.push(community(Member, tape));
                area.targets.push(given_target(5, tape));
                area.targets.push(TargetFigure { topic, ..open_target(6, tape) });
            }],
            tape,
        ),
        codes::AGR015 => changed(
            &[
                |agreement, _| {
                    agreement.focus_areas.clear();
                    agreement.period = Period::year(2023);
                },
                |agreement, _| {
                    agreement.focus_areas.clear();
                    let year = Period::year(2024);
                    agreement.period = year.map(|year| Period { start: year.end, end: year.start });
                },
            ],
            tape,
        ),
        codes::AGR016 => with_invalid_framework(tape),
        _ => return None,
    })
}
