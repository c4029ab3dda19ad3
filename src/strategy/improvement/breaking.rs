//! Cycles and communities that break one rule.

use proptest::prelude::*;
use proptest::sample::Index;
use uuid::Uuid;

use super::{clean_community, clean_cycle, cycle_with};
use crate::codes;
use crate::date::{PartialDate, When};
use crate::document::Content;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::ServiceId;
use crate::improvement::{
    ActDecision, CarriedOut, CommunityMember, ImprovementCommunity, MemberTarget, Membership, PdsaCycle,
    StateAssessment,
};
use crate::rule::RuleCode;
use crate::target::{Forum, Population, TargetFigure, TargetIndicator};
use crate::text::Text;

/// Ids that no clean draft uses.
fn spare<T: From<Uuid>>(n: u128) -> T {
    T::from(Uuid::from_u128(0x100 | n))
}

/// A clean cycle with all four phases, of which one part is changed.
fn changed<const N: usize>(changes: [fn(&mut PdsaCycle); N]) -> BoxedStrategy<Content> {
    (cycle_with(Just(4)), any::<Index>())
        .prop_map(move |(mut cycle, one)| {
            if let Some(change) = changes.get(one.index(N)) {
                change(&mut cycle);
            }
            cycle.into()
        })
        .boxed()
}

/// A clean community, changed in one way.
fn with_community<const N: usize>(changes: [fn(&mut ImprovementCommunity); N]) -> BoxedStrategy<Content> {
    (clean_community(), any::<Index>())
        .prop_map(move |(mut community, one)| {
            if let Some(change) = changes.get(one.index(N)) {
                change(&mut community);
            }
            community.into()
        })
        .boxed()
}

fn member(membership: Membership, shows_need: Option<bool>) -> CommunityMember {
    let state_assessment = shows_need.map(|_| StateAssessment { shows_need, ..StateAssessment::default() });
    CommunityMember { membership, state_assessment, ..CommunityMember::new(spare::<ServiceId>(1)) }
}

fn target() -> MemberTarget {
    let words = Text::from("sygefravær");
    let march = PartialDate::of_month(2024, 3).map(|on| When::Date { on });
    MemberTarget {
        service: spare(1),
        target: TargetFigure {
            indicator: Some(TargetIndicator { id: spare(2), statement: Some(words.clone()) }),
            direction: Some(Direction::AtMost),
            value: Some(Decimal::from(5)),
            unit: Some(Unit::Percent),
            population: Some(Population { description: Some(words.clone()), ..Population::default() }),
            measured_at: march,
            data_source: Some(words),
            agreed_by: Some(Forum::Community { body: None }),
            ..TargetFigure::new(spare(2))
        },
    }
}

fn cycle(n: u128) -> PdsaCycle {
    PdsaCycle::new(spare(n))
}

/// Cycles of which each has the one after it as its next, and the last the first.
fn ring(community: &mut ImprovementCommunity, n: u128, both_ways: bool) {
    let place = |k: u128| 10_u128.saturating_add(k.checked_rem(n).unwrap_or(0));
    for k in 0..n {
        let next = Some(spare(place(k.saturating_add(1))));
        let before = k.saturating_add(n).saturating_sub(1);
        let previous = both_ways.then(|| spare(place(before)));
        community.cycles.push(PdsaCycle { previous, next, ..cycle(place(k)) });
    }
}

/// A clean cycle of which one phase is dated February 2024 and an earlier one March.
fn backwards() -> BoxedStrategy<Content> {
    (cycle_with(Just(4)), earlier_and_later())
        .prop_map(|(mut cycle, (early, late))| {
            for phase in 0..4_usize {
                let on = match phase {
                    _ if phase == early => PartialDate::of_month(2024, 3),
                    _ if phase == late => PartialDate::of_month(2024, 2),
                    _ => None,
                };
                let place = match phase {
                    0 => cycle.plan.as_mut().map(|plan| &mut plan.on),
                    1 => cycle.carried_out.as_mut().map(|done| &mut done.on),
                    2 => cycle.study.as_mut().map(|study| &mut study.on),
                    _ => cycle.act.as_mut().map(|act| &mut act.on),
                };
                if let Some(place) = place {
                    *place = on;
                }
            }
            cycle.into()
        })
        .boxed()
}

fn earlier_and_later() -> impl Strategy<Value = (usize, usize)> {
    super::evenly(&[(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)])
}

pub(in crate::strategy) fn breaking(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    Some(match code {
        codes::PDS001 => changed([
            |cycle| cycle.plan.iter_mut().for_each(|plan| plan.prediction = None),
            |cycle| cycle.plan.iter_mut().for_each(|plan| plan.prediction = Some(Text::from(" "))),
        ]),
        codes::PDS002 => changed([|cycle| cycle.carried_out = Some(CarriedOut::default())]),
        codes::PDS003 => changed([|cycle| cycle.study.iter_mut().for_each(|study| study.comparison = None)]),
        codes::PDS004 => changed([|cycle| cycle.act.iter_mut().for_each(|act| act.decision = None)]),
        codes::PDS005 => changed([
            |cycle| cycle.plan = None,
            |cycle| cycle.carried_out = None,
            |cycle| cycle.study = None,
            |cycle| (cycle.plan, cycle.study) = (None, None),
        ]),
        codes::PDS006 => backwards(),
        codes::PDS007 => {
            changed([|cycle| cycle.aim = None, |cycle| cycle.measures.clear(), |cycle| cycle.change = None])
        }
        codes::PDS008 => changed([|cycle| {
            cycle.next = None;
            cycle.act.iter_mut().for_each(|act| act.decision = Some(ActDecision::Adapt));
        }]),
        codes::PDS009 => (clean_cycle(), 0..3_usize)
            .prop_map(|(mut cycle, way)| {
                match way {
                    0 => cycle.previous = Some(cycle.id),
                    1 => cycle.next = Some(cycle.id),
                    _ => (cycle.previous, cycle.next) = (Some(spare(1)), Some(spare(1))),
                }
                cycle.into()
            })
            .boxed(),
        _ => return breaking_community(code),
    })
}

fn breaking_community(code: RuleCode) -> Option<BoxedStrategy<Content>> {
    use Membership::{Invited, Member, NonMember, NotStated, PilotSite};
    Some(match code {
        codes::IMP001 => with_community([|all| all.members.push(member(NotStated, None))]),
        codes::IMP002 => with_community([
            |all| all.members.push(member(Member, Some(false))),
            |all| all.members.push(member(PilotSite, Some(false))),
            |all| all.members.push(member(NonMember, Some(true))),
            |all| all.members.push(member(NonMember, None)),
        ]),
        codes::IMP003 => with_community([
            |all| {
                all.members.push(member(NonMember, Some(false)));
                all.targets.push(target());
            },
            |all| {
                all.members.push(member(Invited, Some(true)));
                all.targets.push(target());
            },
        ]),
        codes::IMP004 => with_community([|all| all.targets.push(target())]),
        codes::IMP005 => with_community([|all| {
            all.monitored_process = Some(Text::default());
            all.measures.clear();
            all.cycles.clear();
        }]),
        codes::IMP006 => with_community([
            |all| all.cycles.push(PdsaCycle { aim: Some(spare(9)), ..cycle(1) }),
            |all| all.cycles.push(PdsaCycle { measures: [spare(9)].into(), ..cycle(1) }),
            |all| all.cycles.push(PdsaCycle { previous: Some(spare(9)), ..cycle(1) }),
            |all| all.cycles.push(PdsaCycle { next: Some(spare(9)), ..cycle(1) }),
        ]),
        codes::IMP007 => with_community([
            |all| {
                let next = PdsaCycle { previous: Some(spare(3)), ..cycle(2) };
                all.cycles.extend([PdsaCycle { next: Some(spare(2)), ..cycle(1) }, next, cycle(3)]);
            },
            |all| {
                let previous = PdsaCycle { next: Some(spare(3)), ..cycle(2) };
                all.cycles.extend([PdsaCycle { previous: Some(spare(2)), ..cycle(1) }, previous, cycle(3)]);
            },
        ]),
        codes::IMP008 => {
            with_community([|all| ring(all, 2, false), |all| ring(all, 3, true), |all| ring(all, 5, false)])
        }
        codes::IMP009 => with_community([
            |all| all.members.extend([member(Member, Some(true)), member(NonMember, Some(false))]),
            |all| {
                all.members.extend([member(PilotSite, Some(true)), member(NonMember, Some(false))]);
                all.targets.push(target());
            },
        ]),
        _ => return None,
    })
}
