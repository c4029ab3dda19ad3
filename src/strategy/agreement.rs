//! Strategies for development agreements: any, and clean.

mod breaking;

use alloc::vec;
use alloc::vec::Vec;

use proptest::collection::vec as list;
use proptest::option::of;
use proptest::prelude::*;
use uuid::Uuid;

pub(super) use breaking::breaking;

use super::ground::{
    evenly, free_text, membership, non_blank_text, partial_date, period, section_number, typed_id, when,
};
use super::target::{any_change_aim, any_target_figure, clean_change_aim, clean_target_figure};
use crate::agreement::{
    Action, Body, ContentsEntry, DevelopmentAgreement, FocusArea, FollowUp, FollowUpForm, FrameworkDocument,
    Note, OperatorRef, Participation, Party, PartyRole, ScopeOfDuty, ServiceRef, SupportTask,
};
use crate::date::{MonthDay, PartialDate, When};
use crate::id::{AgreementId, BodyId, FocusAreaId, ServiceId, TargetId};
use crate::improvement::{BodyKind, Membership, StateAssessment};
use crate::target::{ChangeAim, Forum, TargetFigure, TargetState};
use crate::text::Text;

fn body_kind() -> impl Strategy<Value = BodyKind> {
    use BodyKind::{Community, Network, Pilot, SteeringGroup, WorkingGroup};
    evenly(&[Community, WorkingGroup, Network, Pilot, SteeringGroup])
}

fn scope() -> impl Strategy<Value = ScopeOfDuty> {
    use ScopeOfDuty::{
        AllServices, AwaitingSchedule, CommunityMembers, NamedPilots, NetworkMembers, SelectedLeaders,
        WorkingGroupMembers,
    };
    evenly(&[
        AllServices,
        CommunityMembers,
        WorkingGroupMembers,
        NetworkMembers,
        NamedPilots,
        SelectedLeaders,
        AwaitingSchedule,
    ])
}

fn form() -> impl Strategy<Value = FollowUpForm> {
    evenly(&[FollowUpForm::Status, FollowUpForm::QualityMonitoring, FollowUpForm::DialogueMeeting])
}

/// Any state assessment.
pub(super) fn any_state_assessment() -> impl Strategy<Value = StateAssessment> {
    (of(free_text()), of(partial_date()), any::<Option<bool>>(), any::<Option<bool>>()).prop_map(
        |(source, on, data_based, shows_need)| StateAssessment { source, on, data_based, shows_need },
    )
}

fn any_participation() -> impl Strategy<Value = Participation> {
    let grounds = of(any_state_assessment());
    (typed_id(), body_kind(), of(free_text()), membership(), of(section_number()), grounds).prop_map(
        |(body, kind, name, membership, section, state_assessment)| Participation {
            body,
            kind,
            name,
            membership,
            section,
            state_assessment,
        },
    )
}

fn any_action() -> impl Strategy<Value = Action> {
    (typed_id(), of(section_number()), of(free_text()), of(when()), of(any_change_aim()))
        .prop_map(|(id, section, text, when, aim)| Action { id, section, text, when, aim })
}

fn any_follow_up() -> impl Strategy<Value = FollowUp> {
    (typed_id(), of(section_number()), of(when()), of(form()), of(free_text()))
        .prop_map(|(id, section, when, form, on)| FollowUp { id, section, when, form, on })
}

fn any_focus_area() -> impl Strategy<Value = FocusArea> {
    let support = (of(section_number()), of(typed_id()), free_text())
        .prop_map(|(section, by, text)| SupportTask { section, by, text });
    let head = (typed_id(), of(section_number()), of(free_text()), list(scope(), 0..3));
    let lists = (
        list(any_participation(), 0..3),
        list(any_action(), 0..3),
        list(support, 0..2),
        list(any_target_figure(), 0..3),
        list(any_follow_up(), 0..3),
    );
    (head, lists).prop_map(|((id, number, title, scope), lists)| {
        let (participation, actions, support_tasks, targets, follow_ups) = lists;
        FocusArea { id, number, title, scope, participation, actions, support_tasks, targets, follow_ups }
    })
}

fn any_party() -> impl Strategy<Value = Party> {
    let role = prop_oneof![
        Just(PartyRole::SocialDirector {}),
        Just(PartyRole::HeadOfService {}),
        free_text().prop_map(|title| PartyRole::Other { title }),
    ];
    (role, any::<Option<bool>>(), of(partial_date())).prop_map(|(role, named, signed_on)| Party {
        role,
        named,
        signed_on,
    })
}

/// Any draft of a development agreement.
pub fn any_agreement() -> impl Strategy<Value = DevelopmentAgreement> {
    let operator = (typed_id(), of(free_text())).prop_map(|(id, name)| OperatorRef { id, name });
    let service = (typed_id(), of(free_text()), of(operator)).prop_map(|(id, name, operator)| ServiceRef {
        id,
        name,
        operator,
    });
    let contents =
        (section_number(), of(free_text())).prop_map(|(number, title)| ContentsEntry { number, title });
    let framework = (free_text(), of(partial_date()), of(partial_date()))
        .prop_map(|(title, from, to)| FrameworkDocument { title, from, to });
    let body =
        (typed_id(), body_kind(), of(free_text())).prop_map(|(id, kind, name)| Body { id, kind, name });
    let note = (of(section_number()), free_text()).prop_map(|(section, text)| Note { section, text });
    let head = (typed_id(), of(free_text()), of(service), any::<Option<u16>>(), of(period()));
    let lists = (
        list(any_party(), 0..4),
        list(partial_date(), 0..3),
        list(contents, 0..3),
        list(framework, 0..3),
        list(body, 0..3),
        list(any_focus_area(), 0..4),
        list(any_follow_up(), 0..3),
        list(note, 0..2),
    );
    (head, lists).prop_map(|((id, title, service, year, period), lists)| {
        let (parties, unattributed_signing_days, contents, framework, bodies, focus_areas, follow_ups, notes) =
            lists;
        DevelopmentAgreement {
            id,
            title,
            service,
            year,
            period,
            parties,
            unattributed_signing_days,
            contents,
            framework,
            bodies,
            focus_areas,
            follow_ups,
            notes,
        }
    })
}

/// Gives every thing in a clean agreement an id of its own.
struct Ids(u128);

impl Ids {
    fn next<T: From<Uuid>>(&mut self) -> T {
        self.0 = self.0.wrapping_add(1);
        T::from(Uuid::from_u128(self.0))
    }
}

/// What a clean focus area is made of, before it has ids.
#[derive(Debug, Clone)]
struct AreaParts {
    scope: Vec<ScopeOfDuty>,
    member: Option<bool>,
    actions: Vec<Option<ChangeAim>>,
    targets: Vec<TargetFigure>,
    open_target: bool,
    follow_ups: Vec<When>,
    words: Text,
}

/// The steering group that a clean agreement sets up.
const STEERING_GROUP: BodyId = BodyId::new(Uuid::from_u128(7));

fn clean_when() -> impl Strategy<Value = When> {
    prop_oneof![
        (2..=12_u32)
            .prop_filter_map("a month", |month| PartialDate::of_month(2024, month))
            .prop_map(|on| When::Date { on }),
        (2..=12_u32, 1..=28_u32)
            .prop_filter_map("a day", |(month, day)| MonthDay::new(month, day))
            .prop_map(|day| When::MonthDay { day }),
        Just(When::Schedule { title: None, deadline: None }),
        Just(When::TimesAYear { times: 2 }),
        Just(When::DecidedBy { body: Some(STEERING_GROUP), name: None }),
    ]
}

fn clean_area() -> impl Strategy<Value = AreaParts> {
    let lists = (
        list(scope(), 1..3),
        list(of(clean_change_aim()), 0..3),
        list(clean_target_figure(), 0..3),
        list(clean_when(), 1..4),
    );
    (lists, any::<Option<bool>>(), any::<bool>(), non_blank_text()).prop_map(
        |((scope, actions, targets, follow_ups), member, open_target, words)| AreaParts {
            scope,
            member,
            actions,
            targets,
            open_target,
            follow_ups,
            words,
        },
    )
}

fn assemble(parts: AreaParts, ids: &mut Ids) -> FocusArea {
    let AreaParts { mut scope, member, actions, mut targets, open_target, mut follow_ups, words } = parts;
    if member != Some(true) {
        scope.push(ScopeOfDuty::AllServices); // only a known member has actions where members alone are bound
    }
    let participation = member.map(|member| Participation {
        body: ids.next(),
        kind: BodyKind::Community,
        name: None,
        membership: if member { Membership::Member } else { Membership::NonMember },
        section: None,
        state_assessment: Some(StateAssessment { shows_need: Some(member), ..StateAssessment::default() }),
    });
    for target in &mut targets {
        target.id = ids.next();
        target.topic = None;
    }
    if open_target && member == Some(true) {
        follow_ups.extend(PartialDate::of_month(2024, 3).map(|on| When::Date { on }));
        targets.push(TargetFigure {
            agreed_by: Some(Forum::Community { body: None }),
            state: Some(TargetState::ToBeAgreed),
            ..TargetFigure::new(ids.next::<TargetId>())
        });
    }
    let actions = actions
        .into_iter()
        .map(|aim| Action { id: ids.next(), section: None, text: Some(words.clone()), when: None, aim })
        .collect();
    let follow_ups = follow_ups
        .into_iter()
        .map(|when| FollowUp { when: Some(when), on: Some(words.clone()), ..FollowUp::new(ids.next()) })
        .collect();
    FocusArea {
        title: Some(words.clone()),
        scope,
        participation: participation.into_iter().collect(),
        actions,
        targets,
        follow_ups,
        ..FocusArea::new(ids.next::<FocusAreaId>())
    }
}

/// A document that is valid in 2024: from before or within it, until within or after it. One end within
/// it is enough.
fn clean_framework() -> impl Strategy<Value = FrameworkDocument> {
    let (before, after) = (|| 2020..=2023, || 2025..=2027);
    let earlier = || before().prop_filter_map("a year", PartialDate::of_year);
    let later = || after().prop_filter_map("a year", PartialDate::of_year);
    let within = || (1..=12_u32).prop_filter_map("a month", |month| PartialDate::of_month(2024, month));
    let range = prop_oneof![
        (earlier(), later()).prop_map(|(from, to)| (Some(from), Some(to))),
        (of(earlier()), within()).prop_map(|(from, to)| (from, Some(to))),
        (within(), of(later())).prop_map(|(from, to)| (Some(from), to)),
        Just(PartialDate::of_year(2024)).prop_map(|year| (year, year)),
    ];
    (free_text(), range).prop_map(|(title, (from, to))| FrameworkDocument { title, from, to })
}

/// An agreement in which nothing is found on the day [`as_of`](super::as_of).
pub fn clean_agreement() -> impl Strategy<Value = DevelopmentAgreement> {
    let signed = || {
        (1..=9_u32).prop_filter_map("a day in January", |day| {
            PartialDate::of_day(chrono::NaiveDate::from_ymd_opt(2024, 1, day)?).ok()
        })
    };
    let areas = prop_oneof![1 => list(clean_area(), 0..=1), 9 => list(clean_area(), 1..8)];
    (any::<u64>(), signed(), signed(), list(clean_framework(), 0..4), areas, non_blank_text()).prop_map(
        |(seed, one, other, framework, areas, words)| {
            let mut ids = Ids(u128::from(seed) << 64 | 0xffff);
            let party = |role, on| Party { role, named: Some(true), signed_on: Some(on) };
            DevelopmentAgreement {
                title: Some(words),
                service: Some(ServiceRef { id: ids.next::<ServiceId>(), name: None, operator: None }),
                year: Some(2024),
                parties: vec![
                    party(PartyRole::SocialDirector {}, one),
                    party(PartyRole::HeadOfService {}, other),
                ],
                framework,
                bodies: vec![Body { id: STEERING_GROUP, kind: BodyKind::SteeringGroup, name: None }],
                focus_areas: areas.into_iter().map(|area| assemble(area, &mut ids)).collect(),
                ..DevelopmentAgreement::new(ids.next::<AgreementId>())
            }
        },
    )
}
