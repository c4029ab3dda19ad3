//! What is added to a clean community to break a rule.

use crate::aim::Measure;
use crate::body::{Forum, Membership, StateAssessmentRef};
use crate::community::{
    ChangeSpread, CommunityMember, Effect, ImprovementCommunity, MemberTarget, ServiceSpread, SpreadStep,
};
use crate::cycle::{CarriedOut, PdsaCycle, Plan};
use crate::date::{PartialDate, When};
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::Id;
use crate::organisation::SocialService;
use crate::target_figure::{Population, TargetFigure, TargetIndicator};
use crate::text::Text;

/// An entry for the one service that is added, with a state assessment if it is stated whether there is a need.
pub(super) fn member(membership: Membership, shows_need: Option<bool>, tape: &Tape<'_>) -> CommunityMember {
    let state_assessment =
        shows_need.map(|_| StateAssessmentRef { shows_need, ..StateAssessmentRef::default() });
    CommunityMember { membership, state_assessment, ..CommunityMember::new(tape.spare_id(1)) }
}

/// A clean target figure for that service.
pub(super) fn target(tape: &Tape<'_>) -> MemberTarget {
    let words = Text::from("sygefravær");
    let figure = TargetFigure {
        indicator: Some(TargetIndicator { id: tape.spare_id(3), statement: Some(words.clone()) }),
        direction: Some(Direction::AtMost),
        value: Some(Decimal::from(5)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(words.clone()), ..Population::default() }),
        measured_at: PartialDate::of_month(2024, 3).map(|on| When::Date { on: Some(on) }),
        data_source: Some(words),
        agreed_by: Some(Forum::Community { body: None }),
        ..TargetFigure::new(tape.spare_id(2))
    };
    MemberTarget::new(tape.spare_id(1), figure)
}

/// A cycle that is not begun.
pub(super) fn cycle(n: u128, tape: &Tape<'_>) -> PdsaCycle {
    PdsaCycle::new(tape.spare_id(n))
}

/// A cycle that is planned and carried out, without a date. Its measure is added to the community.
pub(super) fn carried_out(n: u128, community: &mut ImprovementCommunity, tape: &mut Tape<'_>) -> PdsaCycle {
    let statement = Some(alloc::format!("måling {n}").into());
    let measure = Measure { statement, ..Measure::new(tape.spare_id(n.saturating_add(100))) };
    let aim = community.aims.first().map(|aim| aim.id);
    let measures = [measure.id].into();
    community.measures.push(measure);
    let change = Some(tape.said());
    let plan = Some(Plan { prediction: Some(tape.said()), ..Plan::default() });
    let carried_out = Some(CarriedOut { observations: Some(tape.said()), ..CarriedOut::default() });
    PdsaCycle { aim, measures, change, plan, carried_out, ..cycle(n, tape) }
}

/// A member or not, with a state assessment.
pub(super) fn member_of(
    service: Id<SocialService>,
    membership: Membership,
    shows_need: bool,
) -> CommunityMember {
    let state_assessment =
        Some(StateAssessmentRef { shows_need: Some(shows_need), ..StateAssessmentRef::default() });
    CommunityMember { membership, state_assessment, ..CommunityMember::new(service) }
}

/// A change that is shown to be effective elsewhere.
pub(super) fn spread(tape: &mut Tape<'_>) -> ChangeSpread {
    let effect = Effect::Shown { service: None, source: Some(tape.said()), on: None };
    ChangeSpread { change: Some(tape.said()), effect: Some(effect), ..ChangeSpread::default() }
}

/// A step that was taken in a year.
pub(super) fn taken(year: i32) -> SpreadStep {
    SpreadStep::Taken { on: PartialDate::of_year(year), cycle: None }
}

/// An added service that has tested a change in a year.
pub(super) fn tested(n: u128, year: i32, tape: &Tape<'_>) -> ServiceSpread {
    ServiceSpread { tested: Some(taken(year)), ..ServiceSpread::new(tape.spare_id(n)) }
}
