//! What the list of members says of the services that have target figures.

use uuid::Uuid;

use crate::community::ImprovementCommunity;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::report::Path;
use crate::sorted::{self, sorted};

/// What the list of members says of one service, in all its entries together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(super) struct Statement {
    pub(super) member: bool,
    pub(super) non_member: bool,
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
    let entries = community.members.iter().map(|member| {
        let is_member = member.membership.is_member();
        let statement = Statement { member: is_member == Some(true), non_member: is_member == Some(false) };
        (member.service.uuid(), statement)
    });
    sorted(
        |put| entries.clone().for_each(put),
        |members| {
            // Afterwards the last entry of a service says what all its entries say.
            let mut before: Option<(Uuid, Statement)> = None;
            for (service, statement) in members.iter_mut() {
                if let Some((_, earlier)) = before.filter(|(same, _)| same == service) {
                    statement.member |= earlier.member;
                    statement.non_member |= earlier.non_member;
                }
                before = Some((*service, *statement));
            }
            let of = |service: Id<SocialService>| {
                sorted::of(members, service.uuid()).last().map(|(_, statement)| *statement)
            };
            let list = at.key("targets");
            for (n, one) in community.targets.iter().enumerate() {
                each(&list.item(n, one.target.id), of(one.service));
            }
        },
    );
}
