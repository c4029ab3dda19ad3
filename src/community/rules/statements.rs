//! What the list of members says about a service, in all its entries together.

use uuid::Uuid;

use crate::answers::Answers;
use crate::body::Membership;
use crate::community::{CommunityMember, ImprovementCommunity};
use crate::id::Id;
use crate::organisation::SocialService;
use crate::report::Path;
use crate::sorted::{self, sorted};
use crate::text::Bilingual;

/// What is missing if no entry says it.
pub(super) const MEMBERSHIP: Bilingual =
    Bilingual::new("om tilbuddet indgår i fællesskabet", "whether the service takes part in the community");

/// What all entries of one service say together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Statement {
    /// Whether it takes part.
    pub(super) membership: Answers,
    /// Whether it has a need, by the state assessments.
    pub(super) need: Answers,
    /// Whether its membership is stated at all, even as an invitation.
    pub(super) is_stated: bool,
}

impl Statement {
    fn of(member: &CommunityMember) -> Self {
        Self {
            membership: Answers::of(member.membership.is_member()),
            need: Answers::of(shows_need(member)),
            is_stated: member.membership != Membership::NotStated,
        }
    }

    const fn add(&mut self, other: Self) {
        self.membership.add(other.membership);
        self.need.add(other.need);
        self.is_stated |= other.is_stated;
    }
}

/// Whether the state assessment of one entry shows a need.
pub(super) fn shows_need(member: &CommunityMember) -> Option<bool> {
    member.state_assessment.as_ref()?.shows_need
}

/// Calls `then` with a function that says what is stated of a service, if it is listed.
pub(super) fn with_statements(
    community: &ImprovementCommunity,
    then: impl FnOnce(&dyn Fn(Id<SocialService>) -> Option<Statement>),
) {
    let entries = community.members.iter().map(|member| (member.service.uuid(), Statement::of(member)));
    sorted(
        |put| entries.clone().for_each(put),
        |members| {
            // Afterwards the last entry of a service says what all its entries say.
            let mut before: Option<(Uuid, Statement)> = None;
            for (service, statement) in members.iter_mut() {
                if let Some((_, earlier)) = before.filter(|(same, _)| same == service) {
                    statement.add(earlier);
                }
                before = Some((*service, *statement));
            }
            then(&|service| sorted::of(members, service.uuid()).last().map(|(_, statement)| *statement));
        },
    );
}

/// Calls `each` with the place of every target figure and what is stated of its service, if it is listed.
pub(super) fn each_target(
    community: &ImprovementCommunity,
    at: &Path<'_>,
    mut each: impl FnMut(&Path<'_>, Option<Statement>),
) {
    if community.targets.is_empty() {
        return;
    }
    let list = at.key("targets");
    with_statements(community, |of| {
        for (n, one) in community.targets.iter().enumerate() {
            each(&list.item(n, one.target.id), of(one.service));
        }
    });
}
