//! Communities that break one rule.

use alloc::vec;

use super::clean;
use crate::body::{Forum, Membership, StateAssessment};
use crate::codes::{self, RuleCode};
use crate::community::{CommunityMember, ImprovementCommunity, MemberTarget};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, When};
use crate::document::Content;
use crate::draft::tape::Tape;
use crate::figure::{Decimal, Direction, Unit};
use crate::id::Id;
use crate::target_figure::{Population, TargetFigure, TargetIndicator};
use crate::text::Text;

type Change = fn(&mut ImprovementCommunity, &mut Tape<'_>);

/// A clean community, changed in one of the ways.
fn changed(ways: &[Change], tape: &mut Tape<'_>) -> Content {
    let mut community = clean(tape);
    tape.pick(ways)(&mut community, tape);
    community.into()
}

/// The one service that is added, with a state assessment if it says whether there is a need.
fn member(membership: Membership, shows_need: Option<bool>, tape: &Tape<'_>) -> CommunityMember {
    let state_assessment = shows_need.map(|_| StateAssessment { shows_need, ..StateAssessment::default() });
    CommunityMember { membership, state_assessment, ..CommunityMember::new(tape.spare_id(1)) }
}

/// A clean target figure for that service.
fn target(tape: &Tape<'_>) -> MemberTarget {
    let words = Text::from("sygefravær");
    let figure = TargetFigure {
        indicator: Some(TargetIndicator { id: tape.spare_id(2), statement: Some(words.clone()) }),
        direction: Some(Direction::AtMost),
        value: Some(Decimal::from(5)),
        unit: Some(Unit::Percent),
        population: Some(Population { description: Some(words.clone()), ..Population::default() }),
        measured_at: PartialDate::of_month(2024, 3).map(|on| When::Date { on }),
        data_source: Some(words),
        agreed_by: Some(Forum::Community { body: None }),
        ..TargetFigure::new(tape.spare_id(2))
    };
    MemberTarget::new(tape.spare_id(1), figure)
}

fn cycle(n: u128, tape: &Tape<'_>) -> PdsaCycle {
    PdsaCycle::new(tape.spare_id(n))
}

/// Adds `N` cycles, each with the following one as its next and the last with the first.
fn add_ring<const N: usize>(
    community: &mut ImprovementCommunity,
    ids: [u128; N],
    links_back: bool,
    tape: &Tape<'_>,
) {
    let id = |n: u128| Some(tape.spare_id::<PdsaCycle>(n));
    let (mut next, mut previous) = (ids, ids);
    next.rotate_left(1);
    previous.rotate_right(1);
    for ((n, next), previous) in ids.into_iter().zip(next).zip(previous) {
        let previous: Option<Id<PdsaCycle>> = if links_back { id(previous) } else { None };
        community.cycles.push(PdsaCycle { previous, next: id(next), ..cycle(n, tape) });
    }
}

pub(in crate::strategy) fn broken(code: RuleCode, tape: &mut Tape<'_>) -> Option<Content> {
    use Membership::{Invited, Member, NonMember, NotStated, PilotSite};
    let ways: &[Change] = match code {
        codes::IMP001 => &[|all, tape| all.members.push(member(NotStated, None, tape))],
        codes::IMP002 => &[
            |all, tape| all.members.push(member(Member, Some(false), tape)),
            |all, tape| all.members.push(member(PilotSite, Some(false), tape)),
            |all, tape| all.members.push(member(NonMember, Some(true), tape)),
            |all, tape| all.members.push(member(NonMember, None, tape)),
        ],
        codes::IMP003 => &[
            |all, tape| {
                all.members.push(member(NonMember, Some(false), tape));
                all.targets.push(target(tape));
            },
            |all, tape| {
                all.members.push(member(Invited, Some(true), tape));
                all.targets.push(target(tape));
            },
        ],
        codes::IMP004 => &[|all, tape| all.targets.push(target(tape))],
        codes::IMP005 => &[|all, tape| {
            all.monitored_process = tape.unsaid();
            all.measures.clear();
            all.cycles.clear();
        }],
        codes::IMP006 => &[
            |all, tape| all.cycles.push(PdsaCycle { aim: Some(tape.spare_id(9)), ..cycle(1, tape) }),
            |all, tape| all.cycles.push(PdsaCycle { measures: vec![tape.spare_id(9)], ..cycle(1, tape) }),
            |all, tape| all.cycles.push(PdsaCycle { previous: Some(tape.spare_id(9)), ..cycle(1, tape) }),
            |all, tape| all.cycles.push(PdsaCycle { next: Some(tape.spare_id(9)), ..cycle(1, tape) }),
        ],
        codes::IMP007 => &[
            |all, tape| {
                let one = PdsaCycle { next: Some(tape.spare_id(2)), ..cycle(1, tape) };
                let next = PdsaCycle { previous: Some(tape.spare_id(3)), ..cycle(2, tape) };
                all.cycles.extend([one, next, cycle(3, tape)]);
            },
            |all, tape| {
                let one = PdsaCycle { previous: Some(tape.spare_id(2)), ..cycle(1, tape) };
                let previous = PdsaCycle { next: Some(tape.spare_id(3)), ..cycle(2, tape) };
                all.cycles.extend([one, previous, cycle(3, tape)]);
            },
        ],
        codes::IMP008 => &[
            |all, tape| add_ring(all, [10, 11], false, tape),
            |all, tape| add_ring(all, [10, 11, 12], true, tape),
            |all, tape| add_ring(all, [10, 11, 12, 13, 14], false, tape),
        ],
        codes::IMP009 => &[
            |all, tape| {
                all.members.push(member(Member, Some(true), tape));
                all.members.push(member(NonMember, Some(false), tape));
            },
            |all, tape| {
                all.members.push(member(PilotSite, Some(true), tape));
                all.members.push(member(NonMember, Some(false), tape));
                all.targets.push(target(tape));
            },
        ],
        _ => return None,
    };
    Some(changed(ways, tape))
}
