//! Strategies for improvement communities: any, and clean.

use alloc::vec::Vec;

use proptest::collection::vec as list;
use proptest::option::of;
use proptest::prelude::*;
use uuid::Uuid;

use super::{CycleParts, any_cycle, clean_parts, few_ids, tell};
use crate::figure::{Direction, Threshold};
use crate::id::{CommunityId, ServiceId};
use crate::improvement::{
    Aim, CommunityMember, ImprovementCommunity, Measure, MeasureKind, MemberTarget, Membership, PdsaCycle,
    StateAssessment, SteeringGroup,
};
use crate::strategy::agreement::any_state_assessment;
use crate::strategy::ground::{decimal, evenly, free_text, membership, non_blank_text, typed_id, unit, when};
use crate::strategy::target::{any_target_figure, clean_target_figure};

fn any_aim() -> impl Strategy<Value = Aim> {
    let direction = evenly(&[Direction::AtLeast, Direction::AtMost]);
    let how_much = (direction, decimal(), unit()).prop_map(|(direction, value, unit)| Threshold {
        direction,
        value,
        unit,
    });
    (few_ids(), of(free_text()), of(how_much), of(when()), of(free_text()))
        .prop_map(|(id, statement, how_much, by, for_whom)| Aim { id, statement, how_much, by, for_whom })
}

fn any_measure() -> impl Strategy<Value = Measure> {
    let kind = evenly(&[MeasureKind::Outcome, MeasureKind::Process, MeasureKind::Balancing]);
    (few_ids(), of(kind), of(free_text()), of(typed_id()))
        .prop_map(|(id, kind, statement, indicator)| Measure { id, kind, statement, indicator })
}

fn any_member() -> impl Strategy<Value = CommunityMember> {
    (few_ids(), of(free_text()), membership(), of(any_state_assessment())).prop_map(
        |(service, name, membership, state_assessment)| CommunityMember {
            service,
            name,
            membership,
            state_assessment,
        },
    )
}

/// Any draft of an improvement community.
pub fn any_community() -> impl Strategy<Value = ImprovementCommunity> {
    let steering_group = (typed_id(), of(free_text())).prop_map(|(body, name)| SteeringGroup { body, name });
    let target = (few_ids(), any_target_figure().boxed())
        .prop_map(|(service, target)| MemberTarget { service, target });
    let head = (typed_id(), of(free_text()), of(steering_group), of(free_text()));
    let lists = (
        list(any_member().boxed(), 0..5),
        list(any_aim().boxed(), 0..3),
        list(any_measure().boxed(), 0..3),
        list(target.boxed(), 0..3),
        list(any_cycle().boxed(), 0..6),
    );
    (head.boxed(), lists.boxed()).prop_map(|((id, topic, steering_group, monitored_process), lists)| {
        let (members, aims, measures, targets, cycles) = lists;
        ImprovementCommunity {
            id,
            topic,
            members,
            steering_group,
            monitored_process,
            aims,
            measures,
            targets,
            cycles,
        }
    })
}

fn clean_member() -> impl Strategy<Value = CommunityMember> {
    use Membership::{Invited, Member, NonMember, PilotSite};
    (evenly(&[Member, NonMember, PilotSite, Invited]), any::<bool>()).prop_map(|(membership, need)| {
        let shows_need = Some(membership.is_member().unwrap_or(need));
        CommunityMember {
            membership,
            state_assessment: Some(StateAssessment { shows_need, ..StateAssessment::default() }),
            ..CommunityMember::new(ServiceId::new(Uuid::nil()))
        }
    })
}

/// Links the cycles into one series, each for the aim and the measure.
fn series(
    parts: Vec<CycleParts>,
    aim: &Aim,
    measure: &Measure,
    id: impl Fn(usize) -> Uuid,
) -> Vec<PdsaCycle> {
    let last = parts.len().saturating_sub(1);
    let told = parts.into_iter().enumerate().map(|(n, mut parts)| {
        if n < last {
            parts.phases = 4;
        }
        let links = PdsaCycle {
            aim: Some(aim.id),
            measures: [measure.id].into(),
            previous: n.checked_sub(1).map(|before| id(before).into()),
            next: (n < last).then(|| id(n.saturating_add(1)).into()),
            ..PdsaCycle::new(id(n).into())
        };
        tell(parts, links)
    });
    told.collect()
}

/// An improvement community in which nothing is found on the day [`as_of`](crate::strategy::as_of).
pub fn clean_community() -> impl Strategy<Value = ImprovementCommunity> {
    let lists = (
        list(clean_member().boxed(), 0..5),
        list(clean_target_figure().boxed(), 0..3),
        list(clean_parts(0..=4_usize).boxed(), 0..5),
        (any_aim().boxed(), any_measure().boxed()),
    );
    (any::<u64>(), lists, any::<bool>(), non_blank_text()).prop_map(|(seed, lists, monitored, words)| {
        let (mut members, targets, parts, (mut aim, mut measure)) = lists;
        // Each kind of thing has its own thousand.
        let id = |thousand: u16, n: usize| {
            let n = u128::try_from(n).unwrap_or(u128::MAX) | u128::from(thousand) << 16;
            Uuid::from_u128(u128::from(seed) << 64 | 1 << 48 | n)
        };
        for (n, member) in members.iter_mut().enumerate() {
            member.service = id(1, n).into();
        }
        let inside = members.iter().filter(|member| member.membership.is_member() == Some(true));
        let targets = inside.cycle().zip(targets).enumerate().map(|(n, (member, mut target))| {
            target.id = id(2, n).into();
            MemberTarget { service: member.service, target }
        });
        let targets = targets.collect();
        aim.id = id(3, 0).into();
        measure.id = id(4, 0).into();
        let cycles = series(parts, &aim, &measure, |n| id(5, n));
        let measured = !monitored || !cycles.is_empty();
        ImprovementCommunity {
            topic: Some(words.clone()),
            members,
            monitored_process: monitored.then_some(words),
            aims: [aim].into(),
            measures: measured.then_some(measure).into_iter().collect(),
            targets,
            cycles,
            ..ImprovementCommunity::new(CommunityId::new(id(6, 0)))
        }
    })
}
