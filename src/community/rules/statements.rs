//! What the list of members says about a service, in all its entries together.

use uuid::Uuid;

use crate::answers::Answers;
use crate::body::Membership;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::date::{self, PartialDate};
use crate::id::Id;
use crate::organisation::SocialService;
use crate::report::Path;
use crate::sorted::{self, sorted_of};
use crate::target_figure::TargetFigure;

/// What all entries of one service say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Statement {
    /// Whether it takes part, or has taken part.
    pub(super) membership: Answers,
    /// Whether it has a need, by the state assessments.
    pub(super) need: Answers,
    /// Whether its membership is stated at all, even as an invitation.
    pub(super) is_stated: bool,
    /// Whether an entry that says whether it takes part says when.
    is_dated: bool,
    /// Whether a membership says when.
    is_member_dated: bool,
    /// The last day of the memberships that say when; `None` if one goes on.
    pub(crate) last_day: Option<PartialDate>,
    /// The first day of the memberships; `None` if one has no first day.
    first_day: Option<PartialDate>,
    /// The first day on which it is said not to take part; `None` if that has no first day.
    out_from: Option<PartialDate>,
}

impl Statement {
    fn of(member: &CommunityMember) -> Self {
        let is_member = member.membership.is_member();
        // Days the wrong way round (IMP042) say nothing.
        let is_sound = date::backwards(member.from, member.until).is_none();
        let (from, until) = (member.from.filter(|_| is_sound), member.until.filter(|_| is_sound));
        let is_dated = is_member.is_some() && (from.is_some() || until.is_some());
        Self {
            membership: Answers::of(is_member),
            need: Answers::of(shows_need(member)),
            is_stated: member.membership != Membership::NotStated,
            is_dated,
            is_member_dated: is_dated && is_member == Some(true),
            last_day: until.filter(|_| is_member == Some(true)),
            first_day: from.filter(|_| is_member == Some(true)),
            out_from: from.filter(|_| is_member == Some(false)),
        }
    }

    fn add(&mut self, other: Self) {
        self.last_day = match (self.is_member_dated, other.is_member_dated) {
            (true, true) => self
                .last_day
                .zip(other.last_day)
                .map(|(one, other)| if one.last_day() < other.last_day() { other } else { one }),
            (_, false) => self.last_day,
            (false, true) => other.last_day,
        };
        self.first_day = match (self.membership.yes, other.membership.yes) {
            (true, true) => self
                .first_day
                .zip(other.first_day)
                .map(|(one, other)| if other.first_day() < one.first_day() { other } else { one }),
            (_, false) => self.first_day,
            (false, true) => other.first_day,
        };
        self.out_from = match (self.membership.no, other.membership.no) {
            (true, true) => self.out_from.min(other.out_from),
            (_, false) => self.out_from,
            (false, true) => other.out_from,
        };
        self.membership.add(other.membership);
        self.need.add(other.need);
        self.is_stated |= other.is_stated;
        self.is_dated |= other.is_dated;
        self.is_member_dated |= other.is_member_dated;
    }

    /// With dates, a service can have taken part at one time and not at another (`IMP009`).
    const fn at_some_time(mut self) -> Self {
        if self.is_dated && self.membership.yes {
            self.membership.no = false;
        }
        self
    }

    /// The last day of a membership that has ended before that time for certain.
    pub(super) fn left_before(&self, on: Option<PartialDate>) -> Option<PartialDate> {
        self.last_day.filter(|last_day| on.is_some_and(|on| last_day.ends_before(on)))
    }

    /// The first day of a membership that had not begun at that time for certain.
    pub(super) fn joined_after(&self, on: Option<PartialDate>) -> Option<PartialDate> {
        self.first_day.filter(|first_day| on.is_some_and(|on| on.ends_before(*first_day)))
    }

    /// Whether it takes part at a time; without a time, whether it does at all. Returns `None` if that is not stated, or
    /// stated both ways.
    pub(super) fn takes_part(&self, on: Option<PartialDate>) -> Option<bool> {
        if self.membership.only()? {
            return Some(self.left_before(on).or(self.joined_after(on)).is_none());
        }
        let is_out = self.out_from.is_none_or(|from| on.is_some_and(|on| !on.ends_before(from)));
        is_out.then_some(false)
    }
}

/// Whether the state assessment of one entry shows a need.
pub(super) fn shows_need(member: &CommunityMember) -> Option<bool> {
    member.state_assessment.as_ref()?.shows_need
}

/// Calls `then` with a function that says what is stated of a service, if it is listed.
pub(crate) fn with_statements(
    community: &ImprovementCommunity,
    then: impl FnOnce(&dyn Fn(Id<SocialService>) -> Option<Statement>),
) {
    let entries = community.members.iter().map(|member| (member.service.uuid(), Statement::of(member)));
    sorted_of(&entries, |members| {
        // Afterwards the last entry of a service says what all its entries say.
        let mut before: Option<(Uuid, Statement)> = None;
        for (service, statement) in members.iter_mut() {
            if let Some((_, earlier)) = before.filter(|(same, _)| same == service) {
                statement.add(earlier);
            }
            before = Some((*service, *statement));
        }
        then(&|service| {
            sorted::of(members, service.uuid()).last().map(|(_, statement)| statement.at_some_time())
        });
    });
}

/// Calls `each` with every target figure, its place, and what is stated of its service, if it is listed.
pub(super) fn each_target(
    community: &ImprovementCommunity,
    at: &Path<'_>,
    mut each: impl FnMut(&TargetFigure, &Path<'_>, Option<Statement>),
) {
    if community.targets.is_empty() {
        return;
    }
    let list = at.key("targets");
    with_statements(community, |of| {
        for (n, one) in community.targets.iter().enumerate() {
            each(&one.target, &list.item(n, one.target.id), of(one.service));
        }
    });
}
