//! Changes that break several rules.

use alloc::vec;

use crate::agreement::{
    Action, DevelopmentAgreement, FocusArea, FollowUp, FollowUpForm, Participation, Party, PartyRole,
    ScopeOfDuty,
};
use crate::body::{BodyKind, Forum, Membership, StateAssessmentRef};
use crate::date::{PartialDate, When};
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::Id;
use crate::target_figure::{Population, TargetFigure, TargetIndicator, TargetState};

/// Changes one of the parties.
pub(super) fn change_party(
    agreement: &mut DevelopmentAgreement,
    tape: &mut Tape<'_>,
    change: fn(&mut Party),
) {
    let n = tape.index(agreement.parties.len());
    agreement.parties.get_mut(n).into_iter().for_each(change);
}

/// An area that binds all services, has a title, and rests on a state assessment.
pub(super) fn area(tape: &Tape<'_>) -> FocusArea {
    FocusArea {
        title: Some("område".into()),
        state_assessment: Some(StateAssessmentRef {
            source: Some("gennemgang".into()),
            ..StateAssessmentRef::default()
        }),
        scope: vec![ScopeOfDuty::AllServices],
        ..FocusArea::new(tape.spare_id(4))
    }
}

/// Leaves no dated follow-up, and no figure that waits for one, so that nothing depends on when the agreement runs or
/// was signed.
pub(super) fn name_no_days(agreement: &mut DevelopmentAgreement) {
    for area in &mut agreement.focus_areas {
        area.targets.clear();
        area.follow_ups.iter_mut().for_each(|one| one.when = Some(When::TimesAYear { times: Some(2) }));
    }
}

/// Changes the first area, or a new one.
pub(super) fn change_area(
    agreement: &mut DevelopmentAgreement,
    tape: &mut Tape<'_>,
    change: fn(&mut FocusArea, &mut Tape<'_>),
) {
    if agreement.focus_areas.is_empty() {
        agreement.focus_areas.push(area(tape));
    }
    if let Some(area) = agreement.focus_areas.first_mut() {
        change(area, tape);
    }
}

/// Lets all areas bind all services, and removes what depends on a membership.
pub(super) fn forget_communities(agreement: &mut DevelopmentAgreement) {
    for area in &mut agreement.focus_areas {
        area.scope = vec![ScopeOfDuty::AllServices];
        area.participation.clear();
        area.targets.clear();
    }
}

/// A community whose state assessment fits the membership.
pub(super) fn community(membership: Membership, tape: &Tape<'_>) -> Participation {
    let shows_need = Some(membership == Membership::Member);
    Participation {
        membership,
        state_assessment: Some(StateAssessmentRef { shows_need, ..StateAssessmentRef::default() }),
        ..Participation::new(tape.spare_id(1), BodyKind::Community)
    }
}

pub(super) fn action(tape: &mut Tape<'_>) -> Action {
    Action { text: Some(tape.said()), ..Action::new(tape.spare_id(2)) }
}

/// A follow-up that is clean wherever it is placed, if the time is.
pub(super) fn follow_up(when: Option<When>, tape: &mut Tape<'_>) -> FollowUp {
    FollowUp { when, on: Some(tape.said()), ..FollowUp::new(tape.spare_id(3)) }
}

/// A dialogue meeting about the whole agreement in which nothing is found.
pub(super) fn meeting(id: Id<FollowUp>, tape: &mut Tape<'_>) -> FollowUp {
    FollowUp {
        when: PartialDate::of_month(2024, 11).map(|on| When::Date { on: Some(on) }),
        form: Some(FollowUpForm::DialogueMeeting),
        on: Some(tape.said()),
        with: vec![PartyRole::SocialDirector],
        next_agreement: Some(true),
        ..FollowUp::new(id)
    }
}

pub(super) fn in_march() -> Option<When> {
    PartialDate::of_month(2024, 3).map(|on| When::Date { on: Some(on) })
}

/// A figure that the forum has yet to agree.
pub(super) fn open_target(forum: Forum, tape: &Tape<'_>) -> TargetFigure {
    TargetFigure {
        agreed_by: Some(forum),
        state: Some(TargetState::ToBeAgreed),
        ..TargetFigure::new(tape.spare_id(5))
    }
}

/// A complete figure on onboarding.
pub(super) fn given_target(tape: &mut Tape<'_>) -> TargetFigure {
    TargetFigure {
        topic: Some("onboarding".into()),
        indicator: Some(TargetIndicator { id: tape.spare_id(7), statement: Some(tape.said()) }),
        direction: Some(Direction::AtLeast),
        value: Some(Decimal::from(80)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(tape.said()), ..Population::default() }),
        measured_at: in_march(),
        data_source: Some(tape.said()),
        agreed_by: Some(Forum::Parties),
        state: Some(TargetState::Agreed),
        ..TargetFigure::new(tape.spare_id(6))
    }
}
