//! What is to be done in an improvement community.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{AfterEnd, Gather, Task, done, waits_for};
use crate::agenda::item::Duty;
use crate::agenda::place::{Place, Step};
use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, When};
use crate::id::{Id, Identified as _};
use crate::organisation::SocialService;
use crate::report::Path;
use crate::sorted::{Lookup, sort_by};
use crate::target_figure::TargetFigure;

impl Gather<'_> {
    pub(super) fn community(&mut self, one: &ImprovementCommunity, root: &Path<'_>) {
        let list = root.key("aims");
        for (n, aim) in one.aims.iter().enumerate() {
            let place = Place::at(Step::nth(Duty::Aim.label(), n, one.aims.len()));
            let when = aim.by.as_ref();
            let (done, what) = (done(aim.reached_on), aim.statement.as_ref());
            let after_end = AfterEnd::LeftOpenIfDue;
            let task = Task { when, done, what, waits_for: waits_for(when), after_end, ..Task::default() };
            self.put(&list.item(n, aim.id), place, Duty::Aim, task);
        }
        let members = one.members.iter().filter_map(|member| Some((member.service, member.name.as_ref()?)));
        let names: Lookup<_, _> = members.collect();
        let left = Left::of(one, self.agenda.as_of);
        let list = root.key("targets");
        for (n, member) in one.targets.iter().enumerate() {
            let has_left = left.has_left(member.service, member.target.measured_at.as_ref());
            let place = Place::at(Step::nth(TargetFigure::LABEL, n, one.targets.len()));
            let at = list.index(n);
            let at = at.field("target", Some(member.target.id.subject()));
            let target = &member.target;
            let name = names.get(&member.service).copied();
            let task = Task { section: target.section, place: name, is_stopped: has_left, ..Task::default() };
            self.target(target, place, task, &at);
        }
        let list = root.key("cycles");
        for (n, cycle) in one.cycles.iter().enumerate() {
            let when = cycle.plan.as_ref().and_then(|plan| plan.when.as_ref());
            let has_left = cycle.service.is_some_and(|service| left.has_left(service, when));
            let place = Place::at(Step::nth(PdsaCycle::LABEL, n, one.cycles.len()));
            self.cycle(cycle, place, has_left, &list.item(n, cycle.id));
        }
    }
}

/// The last day in a community of the services that have left it.
struct Left(Lookup<Id<SocialService>, PartialDate>);

impl Left {
    fn of(community: &ImprovementCommunity, as_of: NaiveDate) -> Self {
        let dated = community.members.iter().filter(|one| one.membership.is_member() == Some(true));
        let dated = dated.filter(|one| one.from.or(one.until).is_some());
        let (left, there): (Vec<_>, Vec<_>) = dated.partition(|one| one.has_ended(as_of));
        let there: Lookup<_, _> = there.into_iter().map(|one| (one.service, ())).collect();
        let left = left.into_iter().filter(|one| there.get(&one.service).is_none());
        let mut left: Vec<_> = left.filter_map(|one| Some((one.service, one.until?))).collect();
        // The first one of a service counts.
        sort_by(&mut left, |(_, one), (_, other)| other.last_day().cmp(&one.last_day()));
        Self(left.into_iter().collect())
    }

    /// Whether the service has left before something was due, or it is not stated when it was.
    fn has_left(&self, service: Id<SocialService>, when: Option<&When>) -> bool {
        self.0.get(&service).is_some_and(|last_day| {
            let due = when.and_then(|when| when.deadline(None));
            due.is_none_or(|due| due > last_day.last_day())
        })
    }
}
