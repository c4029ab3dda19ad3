//! What is to be done in an improvement community.

use super::{AfterEnd, Gather, Task, done, waits_for};
use crate::agenda::item::DutyKind;
use crate::agenda::place::{Place, Step};
use crate::community::ImprovementCommunity;
use crate::community::rules::statements::with_statements;
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, When};
use crate::id::Identified as _;
use crate::report::Path;
use crate::sorted::Lookup;
use crate::target_figure::TargetFigure;

impl Gather<'_> {
    pub(super) fn community(&mut self, one: &ImprovementCommunity, root: &Path<'_>) {
        let list = root.key("aims");
        for (n, aim) in one.aims.iter().enumerate() {
            let place = Place::at(Step::nth(DutyKind::Aim.label(), n, one.aims.len()));
            let when = aim.by.as_ref();
            let (done, what) = (done(aim.reached_on), aim.statement.as_ref());
            let after_end = AfterEnd::LeftOpenIfDue;
            let task = Task { when, done, what, waits_for: waits_for(when), after_end, ..Task::default() };
            self.put(&list.item(n, aim.id), place, DutyKind::Aim, task);
        }
        let members = one.members.iter().filter_map(|member| Some((member.service, member.name.as_ref()?)));
        let names: Lookup<_, _> = members.collect();
        let list = root.key("crossAudits");
        for (n, audit) in one.cross_audits.iter().enumerate() {
            let when = When::Date { on: audit.held_on };
            let task = Task {
                when: Some(&when),
                done: done(audit.held_on),
                what: audit.topic.as_ref(),
                place: audit.audited.and_then(|service| names.get(&service).copied()),
                nth: Some(n),
                after_end: AfterEnd::LeftOpen,
                ..Task::default()
            };
            let place = Place::at(Step::nth(DutyKind::CrossAudit.label(), n, one.cross_audits.len()));
            self.put(&list.index(n), place, DutyKind::CrossAudit, task);
        }
        with_statements(one, |of| {
            let as_of = self.agenda.as_of;
            // Before something was due, or it is not stated when it was.
            let has_left = |service, when: Option<&When>| {
                let due = when.and_then(|when| when.deadline(None));
                let last_day = of(service).and_then(|said| said.last_day).map(PartialDate::last_day);
                last_day.is_some_and(|last_day| last_day < as_of && due.is_none_or(|due| due > last_day))
            };
            let list = root.key("targets");
            for (n, member) in one.targets.iter().enumerate() {
                let (target, when) = (&member.target, member.target.measured_at.as_ref());
                let task = Task {
                    section: target.section,
                    place: names.get(&member.service).copied(),
                    waits_for: waits_for(when),
                    after_end: AfterEnd::LeftOpen,
                    is_stopped: has_left(member.service, when),
                    ..Task::default()
                };
                let place = Place::at(Step::nth(TargetFigure::LABEL, n, one.targets.len()));
                let at = list.index(n);
                self.target(target, place, task, &at.field("target", Some(target.id.subject())));
            }
            let list = root.key("cycles");
            for (n, cycle) in one.cycles.iter().enumerate() {
                let when = cycle.plan.as_ref().and_then(|plan| plan.when.as_ref());
                let is_stopped = cycle.service.is_some_and(|service| has_left(service, when));
                let place = Place::at(Step::nth(PdsaCycle::LABEL, n, one.cycles.len()));
                self.cycle(cycle, place, is_stopped, &list.item(n, cycle.id));
            }
        });
    }
}
