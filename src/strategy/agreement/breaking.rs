//! Agreements that break one rule.

use alloc::vec;

use proptest::prelude::*;

use super::clean_agreement;
use crate::agreement::{
    Action, DevelopmentAgreement, FocusArea, FollowUp, FrameworkDocument, Participation, Party, ScopeOfDuty,
};
use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::document::Content;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::{ActionId, BodyId, FocusAreaId, FollowUpId, IndicatorId, TargetId};
use crate::improvement::{BodyKind, Membership, StateAssessment};
use crate::rule::RuleCode;
use crate::target::{ChangeAim, ChangeKind, Forum, Population, TargetFigure, TargetIndicator, TargetState};
use crate::text::Text;
use uuid::Uuid;

/// Ids that no clean agreement uses.
fn spare<T: From<Uuid>>(n: u128) -> T {
    T::from(Uuid::from_u128(0x100 | n))
}

fn march() -> Option<When> {
    PartialDate::of_month(2024, 3).map(|on| When::Date { on })
}

fn follow_up(n: u128) -> FollowUp {
    FollowUp { when: march(), on: Some(Text::from("status")), ..FollowUp::new(spare::<FollowUpId>(n)) }
}

fn action(n: u128) -> Action {
    Action {
        id: spare::<ActionId>(n),
        section: None,
        text: Some(Text::from("indsats")),
        when: None,
        aim: None,
    }
}

fn community(membership: Membership) -> Participation {
    Participation {
        body: spare::<BodyId>(1),
        kind: BodyKind::Community,
        name: None,
        membership,
        section: None,
        state_assessment: Some(StateAssessment {
            shows_need: Some(membership == Membership::Member),
            ..StateAssessment::default()
        }),
    }
}

fn open_target(n: u128) -> TargetFigure {
    TargetFigure {
        agreed_by: Some(Forum::Community { body: None }),
        state: Some(TargetState::ToBeAgreed),
        ..TargetFigure::new(spare::<TargetId>(n))
    }
}

fn given_target(n: u128) -> TargetFigure {
    let words = Text::from("onboarding");
    TargetFigure {
        topic: Some(words.clone()),
        indicator: Some(TargetIndicator { id: spare::<IndicatorId>(n), statement: Some(words.clone()) }),
        direction: Some(Direction::AtLeast),
        value: Some(Decimal::from(80)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(words.clone()), ..Population::default() }),
        measured_at: march(),
        data_source: Some(words),
        agreed_by: Some(Forum::Parties {}),
        state: Some(TargetState::Agreed),
        ..TargetFigure::new(spare::<TargetId>(n))
    }
}

/// A clean area that the changes start from: one action, one follow-up.
fn spare_area() -> FocusArea {
    FocusArea {
        scope: vec![ScopeOfDuty::AllServices],
        actions: vec![action(2)],
        follow_ups: vec![follow_up(3)],
        ..FocusArea::new(spare::<FocusAreaId>(4))
    }
}

/// A clean agreement, changed.
fn changed(change: impl Fn(&mut DevelopmentAgreement) + 'static) -> BoxedStrategy<Content> {
    clean_agreement()
        .prop_map(move |mut agreement| {
            change(&mut agreement);
            agreement.into()
        })
        .boxed()
}

/// A clean agreement with one area more, anywhere among the others, which is changed.
fn with_area(change: impl Fn(&mut FocusArea) + 'static) -> BoxedStrategy<Content> {
    (clean_agreement(), any::<prop::sample::Index>())
        .prop_map(move |(mut agreement, place)| {
            let mut area = spare_area();
            change(&mut area);
            let place = place.index(agreement.focus_areas.len().saturating_add(1));
            agreement.focus_areas.insert(place, area);
            agreement.into()
        })
        .boxed()
}

/// A clean agreement of which one party, the first or the last, is changed.
fn with_party(change: impl Fn(&mut Party) + 'static) -> BoxedStrategy<Content> {
    (clean_agreement(), any::<bool>())
        .prop_map(move |(mut agreement, last)| {
            agreement.focus_areas.push(spare_area());
            let party = if last { agreement.parties.last_mut() } else { agreement.parties.first_mut() };
            party.into_iter().for_each(&change);
            agreement.into()
        })
        .boxed()
}

fn twice_used_id() -> BoxedStrategy<Content> {
    with_area(|area| {
        let mut again = follow_up(3);
        again.on = Some(Text::from("igen"));
        area.follow_ups.push(again);
    })
}

/// A document that has expired, begins too late, ends before it begins, or leaves unsaid what decides.
fn invalid_framework() -> BoxedStrategy<Content> {
    const RANGES: &[(Option<i32>, Option<i32>)] = &[
        (None, Some(2023)),
        (Some(2021), Some(2023)),
        (Some(2025), None),
        (Some(2025), Some(2027)),
        (Some(2025), Some(2023)),
        (None, None),
        (Some(2023), None),
        (None, Some(2025)),
    ];
    let year = |year: Option<i32>| year.and_then(PartialDate::of_year);
    (clean_agreement(), prop::sample::select(RANGES), any::<prop::sample::Index>())
        .prop_map(move |(mut agreement, (from, to), place)| {
            let document =
                FrameworkDocument { title: Text::from("strategi"), from: year(from), to: year(to) };
            let place = place.index(agreement.framework.len().saturating_add(1));
            agreement.framework.insert(place, document);
            agreement.into()
        })
        .boxed()
}

pub(in crate::strategy) fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    Some(match code {
        codes::DOC001 => twice_used_id(),
        codes::TAR004 => with_area(|area| {
            let aim = Some(ChangeAim::new(ChangeKind::Reduce));
            area.actions.push(Action { aim, ..action(5) });
        }),
        codes::AGR001 => (clean_agreement(), 0..3_usize)
            .prop_map(|(mut agreement, part)| {
                agreement.focus_areas.clear();
                agreement.framework.clear();
                match part {
                    0 => agreement.service = None,
                    1 => agreement.year = None,
                    _ => agreement.parties.truncate(1),
                }
                agreement.into()
            })
            .boxed(),
        codes::AGR002 => with_party(|party| party.named = Some(false)),
        codes::AGR003 => with_party(|party| party.signed_on = PartialDate::of_year(2025)),
        codes::AGR004 => with_area(|area| area.scope.clear()),
        codes::AGR005 => with_area(|area| area.follow_ups.clear()),
        codes::AGR006 => with_area(|area| area.follow_ups.push(FollowUp { when: None, ..follow_up(5) })),
        codes::AGR007 => with_area(|area| {
            area.follow_ups.push(FollowUp { on: Some(Text::from(" ")), ..follow_up(5) });
        }),
        codes::AGR008 => with_area(|area| area.participation.push(community(Membership::NotStated))),
        codes::AGR009 => (any::<bool>(), any::<bool>())
            .prop_flat_map(|(member, stated)| {
                with_area(move |area| {
                    let membership = if member { Membership::Member } else { Membership::NonMember };
                    let mut part = community(membership);
                    part.state_assessment = stated
                        .then(|| StateAssessment { shows_need: Some(!member), ..StateAssessment::default() });
                    area.participation.push(part);
                })
            })
            .boxed(),
        codes::AGR010 => with_area(|area| {
            area.scope = vec![ScopeOfDuty::CommunityMembers];
            area.participation.push(community(Membership::NonMember));
        }),
        codes::AGR011 => with_area(|area| {
            area.participation.push(community(Membership::NonMember));
            area.targets.push(open_target(5));
        }),
        codes::AGR012 => with_area(|area| {
            area.participation.push(community(Membership::Member));
            area.targets.push(open_target(5));
            let passed =
                chrono::NaiveDate::from_ymd_opt(2024, 1, 14).and_then(|day| PartialDate::of_day(day).ok());
            let when = passed.map(|on| When::Date { on });
            area.follow_ups.push(FollowUp { when, ..follow_up(6) });
        }),
        codes::AGR013 => any::<bool>()
            .prop_flat_map(|named| {
                with_area(move |area| {
                    let body = named.then(|| spare::<BodyId>(9));
                    let when = Some(When::DecidedBy { body, name: None });
                    area.follow_ups.push(FollowUp { when, ..follow_up(6) });
                })
            })
            .boxed(),
        codes::AGR014 => with_area(|area| {
            area.participation.push(community(Membership::Member));
            area.targets.push(given_target(5));
            area.targets.push(TargetFigure { topic: Some(Text::from(" onboarding")), ..open_target(6) });
        }),
        codes::AGR015 => any::<bool>()
            .prop_flat_map(|ordered| {
                changed(move |agreement| {
                    agreement.focus_areas.clear();
                    let backwards = |year: Period| Period { start: year.end, end: year.start };
                    agreement.period =
                        if ordered { Period::year(2023) } else { Period::year(2024).map(backwards) };
                })
            })
            .boxed(),
        codes::AGR016 => invalid_framework(),
        _ => return None,
    })
}
