//! What is added to a clean community to break a rule.

use crate::body::{Forum, Membership, StateAssessmentRef};
use crate::community::{CommunityMember, MemberTarget};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, When};
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::target_figure::{Population, TargetFigure, TargetIndicator};
use crate::text::Text;

/// An entry about the one service that is added, with a state assessment if there is a need or none.
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
