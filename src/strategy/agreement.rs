//! Clean development agreements.

use alloc::vec::Vec;
use alloc::{format, vec};

use chrono::NaiveDate;

use super::duty;
use super::target_figure::{self, clean_change_aim, later_year};
use crate::agreement::{
    Action, AnnouncedDecision, ContentsEntry, Criticism, DevelopmentAgreement, FocusArea, FollowUp,
    FollowUpForm, FrameworkDocument, Note, Participation, Party, PartyDuty, PartyRole, ResearchProject,
    ScopeOfDuty, ServiceRef, SupportTask,
};
use crate::body::{Body, BodyKind, Forum, Mandate, Membership, Seat, SeatRole, StateAssessmentRef};
use crate::date::{MonthDay, PartialDate, When};
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::duty::DailyDuties;
use crate::id::Id;
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Text;

/// An agreement for 2024 between two named parties, which signed it in the first days of the year.
///
/// It is complete: whatever a rule could find missing in an agreement is in every draft, not only in some.
pub(super) fn clean(tape: &mut Tape<'_>) -> DevelopmentAgreement {
    let id = tape.fresh_id();
    let steering_group = clean_steering_group(tape);
    tape.refer_to(steering_group.id.subject());
    let pilot = Body::new(tape.fresh_id(), BodyKind::Pilot);
    let mut section = 0_u32;
    let focus_areas = tape.list_of(1, 7, |tape| {
        section = section.saturating_add(1);
        let area = clean_area(steering_group.id, pilot.id, tape);
        FocusArea {
            number: format!("1.{section}").parse().ok(),
            title: area.title.map(|title| numbered(&title, section)),
            ..area
        }
    });
    let mut document = 0_u32;
    let framework = tape.list_of(1, 3, |tape| {
        document = document.saturating_add(1);
        clean_framework(document, tape)
    });
    DevelopmentAgreement {
        title: Some(tape.said()),
        service: Some(ServiceRef { name: Some(tape.said()), ..ServiceRef::new(tape.fresh_id()) }),
        year: Some(2024),
        parties: vec![
            signed_party(PartyRole::SocialDirector, tape),
            signed_party(PartyRole::HeadOfService, tape),
        ],
        framework,
        contents: clean_contents(&focus_areas, tape),
        focus_areas,
        bodies: vec![steering_group, pilot],
        follow_ups: vec![clean_meetings(tape)],
        notes: tape.list(1, |tape| Note::new(tape.said())),
        duties: tape.flag().then(|| DailyDuties { service: None, ..duty::clean(tape) }),
        ..DevelopmentAgreement::new(id)
    }
}

/// A text that no other number has.
fn numbered(text: &Text, n: u32) -> Text {
    Text::from(format!("{} {n}", text.as_str()))
}

/// A steering group that decides and has one chair, if a chair is stated.
fn clean_steering_group(tape: &mut Tape<'_>) -> Body {
    let chair = tape.option(|_| Seat { role: Some(SeatRole::Chair), represents: None });
    Body {
        mandate: tape.option(|_| Mandate::Decide).into_iter().collect(),
        seats: chair.into_iter().collect(),
        ..Body::new(tape.fresh_id(), BodyKind::SteeringGroup)
    }
}

fn signed_party(role: PartyRole, tape: &mut Tape<'_>) -> Party {
    let day = NaiveDate::from_ymd_opt(2024, 1, tape.number(1, 9));
    let signed_on = day.and_then(|day| PartialDate::of_day(day).ok());
    Party { named: Some(true), signed_on, ..Party::new(role) }
}

/// A chapter, alone or with the areas below it.
fn clean_contents(areas: &[FocusArea], tape: &mut Tape<'_>) -> Vec<ContentsEntry> {
    let listed = if tape.flag() { areas } else { &[] };
    let areas = listed.iter().filter_map(|area| area.number);
    "1".parse().ok().into_iter().chain(areas).map(ContentsEntry::new).collect()
}

/// Two dialogue meetings a year about the whole agreement. Their dates are open, so that nothing has to be signed
/// before them.
fn clean_meetings(tape: &mut Tape<'_>) -> FollowUp {
    FollowUp {
        form: Some(FollowUpForm::DialogueMeeting),
        with: vec![PartyRole::SocialDirector],
        next_agreement: Some(true),
        ..clean_follow_up(Some(When::TimesAYear { times: Some(2) }), tape.said(), tape)
    }
}

/// A document that is valid in 2024: one end in that year is enough, or both ends around it.
fn clean_framework(n: u32, tape: &mut Tape<'_>) -> FrameworkDocument {
    let (from, to) = match tape.below(4) {
        0 => (PartialDate::of_year(2024), PartialDate::of_year(2024)),
        1 => (earlier_year(tape), later_year(tape)),
        2 => (tape.option(earlier_year).flatten(), month(1, tape)),
        _ => (month(1, tape), tape.option(later_year).flatten()),
    };
    FrameworkDocument { from, to, ..FrameworkDocument::new(numbered(&tape.said(), n)) }
}

fn earlier_year(tape: &mut Tape<'_>) -> Option<PartialDate> {
    PartialDate::of_year(*tape.pick(&[2023, 2022, 2021, 2020]))
}

/// A month of 2024, not before `first`.
fn month(first: u32, tape: &mut Tape<'_>) -> Option<PartialDate> {
    PartialDate::of_month(2024, tape.number(first, 12))
}

fn clean_area(steering_group: Id<Body>, pilot: Id<Body>, tape: &mut Tape<'_>) -> FocusArea {
    let is_member = *tape.pick(&[None, Some(true), Some(false)]);
    // One text for the whole area leaves more of the tape to other areas.
    let words = tape.said();
    let mut area = FocusArea {
        title: Some(words.clone()),
        scope: tape.list_of(1, 2, |tape| *tape.pick(ScopeOfDuty::ALL)),
        participation: is_member.map(|is_member| clean_participation(is_member, tape)).into_iter().collect(),
        actions: clean_actions(&words, tape),
        targets: tape.list(2, target_figure::clean),
        follow_ups: clean_follow_ups(steering_group, &words, tape),
        duties: tape.list(1, |_| PartyDuty::new(PartyRole::HeadOfService)),
        decisions: tape.list(1, |tape| clean_decision(&words, pilot, tape)),
        support_tasks: tape.list(1, |tape| SupportTask {
            by: tape.option(|_| steering_group),
            ..SupportTask::new(words.clone())
        }),
        state_assessment: Some(StateAssessmentRef {
            source: Some(words.clone()),
            ..StateAssessmentRef::default()
        }),
        research: tape.list(1, clean_research),
        ..FocusArea::new(tape.fresh_id())
    };
    let answer = area.actions.first().map(|action| action.id).filter(|_| tape.flag());
    area.criticisms.extend(
        answer.map(|action| Criticism { answered_by: vec![action], ..Criticism::new(Part::any(tape)) }),
    );
    if is_member != Some(true) {
        // Only a known member can have actions in an area that binds only members.
        area.scope.push(ScopeOfDuty::AllServices);
        if is_member.is_none() {
            // An area for the members of a community says whether the service is one.
            area.scope.retain(|group| *group != ScopeOfDuty::CommunityMembers);
        }
    } else if tape.flag() {
        area.follow_ups.push(clean_follow_up(
            month(3, tape).map(|on| When::Date { on: Some(on) }),
            words,
            tape,
        ));
        area.targets.push(TargetFigure {
            agreed_by: Some(Forum::Community { body: None }),
            state: Some(TargetState::ToBeAgreed),
            ..TargetFigure::new(tape.fresh_id())
        });
    }
    area
}

/// A decision on what follows a pilot that has ended.
fn clean_decision(words: &Text, pilot: Id<Body>, tape: &mut Tape<'_>) -> AnnouncedDecision {
    let when = month(1, tape).map(|on| When::Date { on: Some(on) });
    AnnouncedDecision {
        by: Some(words.clone()),
        when,
        after: Some(pilot),
        piloted_until: PartialDate::of_year(2023),
        ..AnnouncedDecision::default()
    }
}

/// A project that is as far as its dates say.
fn clean_research(tape: &mut Tape<'_>) -> ResearchProject {
    let ready_on = tape.option(|tape| month(1, tape)).flatten();
    ResearchProject { title: Some(tape.said()), ready_on, ..ResearchProject::default() }
}

fn clean_participation(is_member: bool, tape: &mut Tape<'_>) -> Participation {
    let assessment = StateAssessmentRef { shows_need: Some(is_member), ..StateAssessmentRef::default() };
    Participation {
        membership: if is_member { Membership::Member } else { Membership::NonMember },
        state_assessment: Some(assessment),
        ..Participation::new(tape.fresh_id(), BodyKind::Community)
    }
}

fn clean_actions(words: &Text, tape: &mut Tape<'_>) -> Vec<Action> {
    let mut n = 0_u32;
    tape.list(2, |tape| {
        n = n.saturating_add(1);
        let id = tape.fresh_id();
        Action { text: Some(numbered(words, n)), aim: tape.option(clean_change_aim), ..Action::new(id) }
    })
}

/// At least one follow-up, none before February.
fn clean_follow_ups(steering_group: Id<Body>, words: &Text, tape: &mut Tape<'_>) -> Vec<FollowUp> {
    let mut n = 0_u32;
    tape.list_of(1, 3, |tape| {
        n = n.saturating_add(1);
        let when = match tape.below(5) {
            0 => month(2, tape).map(|on| When::Date { on: Some(on) }),
            1 => MonthDay::new(tape.number(2, 12), tape.number(1, 28))
                .map(|day| When::MonthDay { day: Some(day) }),
            2 => Some(When::Schedule { title: None, deadline: None, issued_by: Some(words.clone()) }),
            3 => Some(When::TimesAYear { times: Some(2) }),
            _ => Some(When::DecidedBy { body: Some(steering_group), name: None }),
        };
        clean_follow_up(when, numbered(words, n), tape)
    })
}

fn clean_follow_up(when: Option<When>, words: Text, tape: &mut Tape<'_>) -> FollowUp {
    FollowUp { when, on: Some(words), ..FollowUp::new(tape.fresh_id()) }
}
