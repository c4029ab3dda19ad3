//! What is to be done of the duties of daily operation.

use uuid::Uuid;

use super::{Gather, Task, done, joined, waits_for};
use crate::agenda::item::DutyKind;
use crate::agenda::place::{Place, Step};
use crate::agenda::thread::Mark;
use crate::date::{DutyStatus, PartialDate, When};
use crate::duty::{
    BuildingReview, DailyDuties, EventReporting, HealthMonitoring, Improvements, StatutoryTraining,
    TrainedMember,
};
use crate::id::Id;
use crate::report::Path;
use crate::text::Bilingual;

const MEMBER: Bilingual = Bilingual::new("medlem", "member");
const BUILDING: Bilingual = Bilingual::new("bygning", "building");

impl Gather<'_> {
    pub(super) fn duties(&mut self, one: &DailyDuties, root: &Path<'_>) {
        let list = root.key("training");
        for (n, training) in one.training.iter().enumerate() {
            let step = Step::nth(DutyKind::StatutoryTraining.label(), n, one.training.len());
            self.training(training, step, &list.item(n, training.id));
        }
        let of = one.service.map(Id::uuid).or(self.service);
        if let Some(review) = &one.building_review {
            self.review(review, of, &root.key("buildingReview"));
        }
        if let Some(reporting) = &one.event_reporting {
            self.event_reports(reporting, of, &root.key("eventReporting"));
        }
        let list = root.key("healthMonitoring");
        for (n, monitoring) in one.health_monitoring.iter().enumerate() {
            let step = Step::nth(DutyKind::HealthMonitoring.label(), n, one.health_monitoring.len());
            self.monitoring(monitoring, n, of, Place::at(step), &list.index(n));
        }
    }

    fn training(&mut self, one: &StatutoryTraining, step: Step, root: &Path<'_>) {
        let list = root.key("members");
        // Who has left without the training is no longer to have it.
        let has_it_or_stays = |one: &TrainedMember, as_of| one.completed_on.is_some() || !one.has_left(as_of);
        let as_of = self.agenda.as_of;
        for (n, member) in one.members.iter().enumerate().filter(|(_, one)| has_it_or_stays(one, as_of)) {
            let place = Place::inside(Some(step), Step::nth(MEMBER, n, one.members.len()));
            let when = When::Within { months: one.within_months, from: member.started_on };
            let what = joined([one.text.as_ref(), member.role.as_ref()]);
            let task = Task {
                when: Some(&when),
                done: done(member.completed_on),
                section: one.section,
                nth: Some(n),
                what: what.as_ref(),
                mark: Mark::of_member(DutyKind::StatutoryTraining, member.role.as_ref(), member.started_on),
                ..Task::default()
            };
            self.put(&list.index(n), place, DutyKind::StatutoryTraining, task);
        }
    }

    /// One before the window is a review, too: `DUT021` says that it was early.
    fn review(&mut self, one: &BuildingReview, of: Option<Uuid>, root: &Path<'_>) {
        let list = root.key("buildings");
        let by = When::Date { on: one.window.and_then(|window| PartialDate::of_day(window.end).ok()) };
        let buildings = one.buildings.iter().enumerate();
        for (n, building) in buildings.filter(|(_, building)| building.is_to_be_reviewed()) {
            let place = Place::at(Step::nth(BUILDING, n, one.buildings.len()));
            let task = Task {
                when: Some(&by),
                done: done(building.reviewed_on),
                section: one.section,
                nth: Some(n),
                what: building.name.as_ref(),
                mark: Mark::of_words(DutyKind::SafetyReview, building.name.as_ref()),
                of,
                ..Task::default()
            };
            let at = list.index(n);
            self.put(&at, place, DutyKind::SafetyReview, task);
            let done = match building.improvements {
                None | Some(Improvements::NotNeeded) => continue,
                Some(Improvements::Needed) => None,
                Some(Improvements::Planned | Improvements::CarriedOut) => Some(DutyStatus::Done { on: None }),
            };
            let mark = Mark::of_words(DutyKind::ImprovementPlan, building.name.as_ref());
            self.put(&at, place, DutyKind::ImprovementPlan, Task { done, mark, ..task });
        }
    }

    fn event_reports(&mut self, one: &EventReporting, of: Option<Uuid>, root: &Path<'_>) {
        let list = root.key("reports");
        for (n, report) in one.reports.iter().enumerate() {
            let place = Place::at(Step::nth(DutyKind::EventReport.label(), n, one.reports.len()));
            let task = Task {
                when: report.by.as_ref(),
                done: done(report.reported_on),
                section: one.section,
                nth: Some(n),
                waits_for: waits_for(report.by.as_ref()),
                of,
                ..Task::default()
            };
            self.put(&list.index(n), place, DutyKind::EventReport, task);
        }
    }

    /// The monitoring, and the report of its results. If results are reported, the monitoring is done.
    fn monitoring(
        &mut self,
        one: &HealthMonitoring,
        n: usize,
        of: Option<Uuid>,
        place: Place,
        at: &Path<'_>,
    ) {
        let task =
            Task { section: one.section, nth: Some(n), what: one.topic.as_ref(), of, ..Task::default() };
        let on = one.done_on.or(one.reported_on);
        let mut put = |duty, when: Option<&When>, on| {
            self.put(at, place, duty, Task { when, done: done(on), waits_for: waits_for(when), ..task });
        };
        put(DutyKind::HealthMonitoring, one.when.as_ref(), on);
        put(DutyKind::ResultReport, one.report_by.as_ref(), one.reported_on);
    }
}
