//! Gathers what is to be done in projects with learning circles.

use alloc::vec::Vec;

use super::{AfterEnd, Gather, Task, completed};
use crate::agenda::item::DutyKind;
use crate::agenda::place::{Place, Step};
use crate::circle::{
    ActivityKind, CircleActivity, CircleProject, Completion, CoreElement, ElementStage, ElementStep,
    LearningCircle, ProjectEvaluation, ResourceGroup,
};
use crate::cycle::PdsaCycle;
use crate::date::{PartialDate, When};
use crate::id::Identified as _;
use crate::report::Path;
use crate::text::Text;

/// What is said about one thing: when it was planned and carried out, its text and its position in a list.
#[derive(Clone, Copy)]
struct Said<'a> {
    planned_on: Option<PartialDate>,
    completion: Option<Completion>,
    what: Option<&'a Text>,
    nth: Option<usize>,
}

impl Gather<'_> {
    pub(super) fn circle_project(&mut self, one: &CircleProject, root: &Path<'_>) {
        let list = root.key("coreElements");
        for (n, element) in one.core_elements.iter().enumerate() {
            let place = Place::at(Step::nth(CoreElement::LABEL, n, one.core_elements.len()));
            self.core_element(element, place, &list.item(n, element.id));
        }
        let list = root.key("circles");
        for (n, circle) in one.circles.iter().enumerate() {
            let step = Step::nth(LearningCircle::LABEL, n, one.circles.len());
            self.circle(circle, step, &list.item(n, circle.id));
        }
        let list = root.key("activities");
        let total = |kind| one.activities.iter().filter(|activity| activity.kind == kind).count();
        // Of each kind, how many came before and how many there are.
        let mut counts: Vec<_> = ActivityKind::ALL.iter().map(|kind| (*kind, 0, total(*kind))).collect();
        for (n, activity) in one.activities.iter().enumerate() {
            let CircleActivity { kind, planned_on, completion, ref theme, .. } = *activity;
            let duty = match kind {
                ActivityKind::Workshop => DutyKind::Workshop,
                ActivityKind::Seminar => DutyKind::Seminar,
                ActivityKind::LeaderWorkshop => DutyKind::LeaderWorkshop,
                ActivityKind::Coaching => DutyKind::Coaching,
            };
            let mut nth = Step::only(duty.label());
            if let Some((_, before, total)) = counts.iter_mut().find(|(one, ..)| *one == kind) {
                nth = Step::nth(duty.label(), *before, *total);
                *before = before.saturating_add(1);
            }
            let place = Place::at(nth);
            let said = Said { planned_on, completion, what: theme.as_ref(), nth: Some(n) };
            self.event(&list.index(n), place, duty, said);
        }
        if let Some(when) = one.next_leader_workshop(self.agenda.as_of) {
            // It has the name that it will have in the list.
            let listed = total(ActivityKind::LeaderWorkshop);
            let nth = Step::nth(DutyKind::LeaderWorkshop.label(), listed, listed.saturating_add(1));
            let (nth_in_list, after_end) = (Some(one.activities.len()), AfterEnd::Lapses);
            let task = Task { when: Some(&when), nth: nth_in_list, after_end, ..Task::default() };
            let plan = root.key("plan");
            self.put(&plan.key("leaderWorkshopMonths"), Place::at(nth), DutyKind::LeaderWorkshop, task);
        }
        if let Some(group) = &one.resource_group {
            let ResourceGroup { planned_on, completion, ref product, .. } = *group;
            let said = Said { planned_on, completion, what: product.as_ref(), nth: None };
            let place = Place::at(Step::only(DutyKind::GroupProduct.label()));
            self.planned(&root.key("resourceGroup"), place, DutyKind::GroupProduct, said);
        }
        let list = root.key("evaluations");
        for (n, evaluation) in one.evaluations.iter().enumerate() {
            let ProjectEvaluation { planned_on, completion, ref subject, .. } = *evaluation;
            let said = Said { planned_on, completion, what: subject.as_ref(), nth: Some(n) };
            let place = Place::at(Step::nth(DutyKind::ProjectEvaluation.label(), n, one.evaluations.len()));
            // It can be made when the project has ended.
            if completion != Some(Completion::NotDone) {
                self.planned(&list.index(n), place, DutyKind::ProjectEvaluation, said);
            }
        }
    }

    /// The steps that the document mentions.
    fn core_element(&mut self, one: &CoreElement, place: Place, root: &Path<'_>) {
        for (stage, key, ElementStep { planned_on, completion }) in one.steps() {
            let duty = match stage {
                ElementStage::Developed => DutyKind::ElementDevelopment,
                ElementStage::Tested => DutyKind::ElementTest,
                ElementStage::Described => DutyKind::ElementDescription,
            };
            if (planned_on, completion) != (None, None) {
                let said = Said { planned_on, completion, what: one.name.as_ref(), nth: None };
                self.planned(&root.key(key), place, duty, said);
            }
        }
    }

    fn circle(&mut self, one: &LearningCircle, step: Step, root: &Path<'_>) {
        let list = root.key("meetings");
        for (n, meeting) in one.meetings.iter().enumerate() {
            let said = Said {
                planned_on: meeting.planned_on,
                completion: meeting.completion,
                what: one.name.as_ref(),
                nth: Some(n),
            };
            let inner = Step::nth(DutyKind::CircleMeeting.label(), n, one.meetings.len());
            self.event(&list.index(n), Place::inside(Some(step), inner), DutyKind::CircleMeeting, said);
        }
        let list = root.key("cycles");
        for (n, cycle) in one.cycles.iter().enumerate() {
            let inner = Step::nth(PdsaCycle::LABEL, n, one.cycles.len());
            self.cycle(cycle, Place::inside(Some(step), inner), false, &list.item(n, cycle.id));
        }
    }

    /// Something that takes place on a day. If it did not take place, it is no longer to be done.
    fn event(&mut self, at: &Path<'_>, place: Place, duty: DutyKind, said: Said<'_>) {
        if said.completion != Some(Completion::NotDone) {
            self.said(at, place, duty, said, AfterEnd::Lapses);
        }
    }

    /// Something that is to be done by a day.
    fn planned(&mut self, at: &Path<'_>, place: Place, duty: DutyKind, said: Said<'_>) {
        self.said(at, place, duty, said, AfterEnd::LeftOpen);
    }

    fn said(&mut self, at: &Path<'_>, place: Place, duty: DutyKind, said: Said<'_>, after_end: AfterEnd) {
        let (done, when) = (completed(said.completion), When::Date { on: said.planned_on });
        let Said { what, nth, .. } = said;
        self.put(at, place, duty, Task { when: Some(&when), done, what, nth, after_end, ..Task::default() });
    }
}
