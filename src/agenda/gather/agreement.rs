//! What is to be done in an agreement.

use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{Gather, Task, done, named, waits_for};
use crate::agenda::Agenda;
use crate::agenda::item::DutyKind;
use crate::agenda::place::{AREA, Place, Step, WHOLE};
use crate::agenda::thread::Mark;
use crate::agreement::membership::Standing;
use crate::agreement::rules::{agreed_in_communities, fixed_on, is_to_be_fixed};
use crate::agreement::{
    Action, AnnouncedDecision, Criticism, DevelopmentAgreement, FocusArea, FollowUp, ScopeOfDuty,
};
use crate::assessment::StateAssessment;
use crate::body::{Body, Forum};
use crate::date::{DutyStatus, PartialDate, When};
use crate::id::Id;
use crate::report::Path;
use crate::section::SectionNumber;
use crate::sorted::Lookup;
use crate::target_figure::TargetFigure;
use crate::text::{Text, is_stated};

/// What an agreement is called, and the service that it is about.
pub(super) fn title(one: &DevelopmentAgreement) -> Option<Text> {
    named(one.title.as_ref(), one.service.as_ref())
}

/// What an assessment is called, and the service that it is about.
pub(super) fn title_of_assessment(one: &StateAssessment) -> Option<Text> {
    named(one.title.as_ref(), one.service.as_ref())
}

/// What is looked up in the whole agreement.
struct Known<'d> {
    bodies: Lookup<Id<Body>, &'d Text>,
    actions: Lookup<Id<Action>, Became>,
    /// The figures of communities in which the service takes no part.
    of_others: Lookup<Id<TargetFigure>, ()>,
}

/// What became of an action.
#[derive(Clone, Copy, Default)]
struct Became {
    done_on: Option<PartialDate>,
    is_given_up: bool,
}

/// A focus area, or the agreement as a whole.
#[derive(Clone, Copy)]
struct Around<'d> {
    area: Option<&'d FocusArea>,
    place: Place,
}

impl<'d> Around<'d> {
    fn section(self, own: Option<SectionNumber>) -> Option<SectionNumber> {
        own.or_else(|| self.area?.number)
    }

    fn title(self) -> Option<&'d Text> {
        self.area?.title.as_ref()
    }
}

impl<'d> Known<'d> {
    fn of(one: &'d DevelopmentAgreement, as_of: NaiveDate) -> Self {
        let bodies = one.bodies.iter().filter_map(|body| Some((body.id, body.name.as_ref()?)));
        let actions = one.focus_areas.iter().flat_map(|area| &area.actions);
        let actions = actions.map(|one| {
            let is_given_up = one.is_dropped() && one.is_given_up(as_of);
            (one.id, Became { done_on: one.done_on, is_given_up })
        });
        let mut of_others = Vec::new();
        one.memberships(|known| {
            agreed_in_communities(
                one,
                known,
                &Path::root("", None),
                |_| true,
                |area, target, standing, _| {
                    // A figure for all services is due whoever takes part.
                    let is_of_others = standing == Standing::Out && !area.binds(ScopeOfDuty::AllServices);
                    of_others.extend(is_of_others.then_some((target.id, ())));
                },
            );
        });
        let of_others = of_others.into_iter().collect();
        Self { bodies: bodies.collect(), actions: actions.collect(), of_others }
    }

    /// As the time names it, otherwise as the agreement names the body.
    fn waits_for(&self, when: Option<&'d When>) -> Option<&'d Text> {
        waits_for(when).filter(|name| is_stated(Some(name))).or_else(|| match when? {
            When::DecidedBy { body, .. } => self.bodies.get(body.as_ref()?).copied(),
            _ => None,
        })
    }

    /// The actions that answer it, apart from those that were given up, which answer nothing.
    fn answering<'s>(&'s self, one: &'s Criticism) -> impl Iterator<Item = Became> + 's {
        let became = |id| self.actions.get(id).copied().unwrap_or_default();
        one.answered_by.iter().map(became).filter(|action| !action.is_given_up)
    }

    /// Criticism is answered when every action that answers it is done.
    fn answered(&self, one: &Criticism) -> Option<DutyStatus> {
        let mut last = None;
        for action in self.answering(one) {
            last = last.max(Some(action.done_on?));
        }
        done(last)
    }
}

impl Gather<'_> {
    pub(super) fn agreement(&mut self, one: &DevelopmentAgreement, root: &Path<'_>) {
        let known = Known::of(one, self.agenda.as_of);
        let list = root.key("focusAreas");
        for (n, area) in one.focus_areas.iter().enumerate() {
            let place = Place::at(Step::nth(AREA, n, one.focus_areas.len()));
            self.area(Around { area: Some(area), place }, area, &known, &list.item(n, area.id));
        }
        let whole = Around { area: None, place: Place::at(Step::only(WHOLE)) };
        self.follow_ups(&one.follow_ups, whole, &known, root);
        if let Some(duties) = &one.duties {
            self.duties(duties, &root.field("duties", Some(duties.id.subject())));
        }
    }

    /// The renewal of an assessment, if it states a day for it.
    pub(super) fn assessment(&mut self, one: &StateAssessment, at: &Path<'_>) {
        if one.renew_by.is_some() {
            let when = When::Date { on: one.renew_by };
            let what = title_of_assessment(one);
            let task = Task { when: Some(&when), what: what.as_ref(), ..Task::default() };
            self.put(at, Place::default(), DutyKind::Assessment, task);
        }
    }

    fn area<'d>(&mut self, around: Around<'d>, area: &'d FocusArea, known: &Known<'d>, root: &Path<'_>) {
        let list = root.key("actions");
        let as_of = self.agenda.as_of;
        for (n, one) in area.actions.iter().enumerate() {
            let (what, when) = (one.text.as_ref(), one.when.as_ref());
            let task = Task { done: done(one.done_on), what, ..timed(around, one.section, when, known) };
            self.mark(one.continues.as_ref().map(|earlier| Mark::Id(earlier.id.uuid())));
            if one.is_given_up(as_of) && !matches!(self.status(&task), Some(DutyStatus::Done { .. })) {
                self.mark(Some(Mark::Id(one.id.uuid())));
                continue;
            }
            self.put(&list.item(n, one.id), around.place, DutyKind::Action, task);
            self.takes_part(one);
        }
        let list = root.key("supportTasks");
        for (n, one) in area.support_tasks.iter().enumerate() {
            let mark = Mark::of_words(DutyKind::SupportTask, Some(&one.text));
            self.mark(mark);
            let timed = timed(around, one.section, one.when.as_ref(), known);
            let waits_for = timed.waits_for.or_else(|| known.bodies.get(&one.by?).copied());
            let (done, what) = (done(one.done_on), Some(&one.text));
            let task = Task { done, what, waits_for, nth: Some(n), mark, ..timed };
            self.put(&list.index(n), around.place, DutyKind::SupportTask, task);
        }
        let list = root.key("targets");
        let fixed_by = area.first_follow_up(self.period.as_ref());
        for (n, one) in area.targets.iter().enumerate() {
            let is_stopped = known.of_others.get(&one.id).is_some();
            let task = Task { is_stopped, ..timed(around, one.section, one.measured_at.as_ref(), known) };
            let at = list.item(n, one.id);
            self.target(one, around.place, task, &at);
            let in_community = matches!(one.agreed_by, Some(Forum::Community { .. }));
            if let Some(by) = fixed_by.filter(|_| in_community && !is_stopped && is_to_be_fixed(one)) {
                let when = When::Date { on: PartialDate::of_day(by).ok() };
                let (done, what) = (done(fixed_on(one)), one.topic.as_ref());
                let timed = timed(around, one.section, None, known);
                let task = Task { when: Some(&when), done, what, ..timed };
                self.put(&at, around.place, DutyKind::Fixing, task);
            }
        }
        self.follow_ups(&area.follow_ups, around, known, root);
        let list = root.key("decisions");
        for (n, AnnouncedDecision { section, text, when, by, body, decided_on, .. }) in
            area.decisions.iter().enumerate()
        {
            let timed = timed(around, *section, when.as_ref(), known);
            let by = by.as_ref().filter(|by| is_stated(Some(by)));
            let by = by.or_else(|| known.bodies.get(body.as_ref()?).copied());
            let waits_for = timed.waits_for.or(by);
            let mark = Mark::of_words(DutyKind::Decision, text.as_ref());
            let (done, what) = (done(*decided_on), text.as_ref());
            let task = Task { done, what, waits_for, nth: Some(n), mark, ..timed };
            self.put(&list.index(n), around.place, DutyKind::Decision, task);
        }
        let list = root.key("criticisms");
        for (n, one) in area.criticisms.iter().enumerate() {
            let mark = Mark::of_words(DutyKind::Criticism, one.text.as_ref());
            self.mark(mark);
            // The actions that answer it are duties themselves, as long as the agreement runs.
            let is_answered = known.answering(one).next().is_some() && !self.has_ended;
            if one.deadline.is_some() || one.closed_on.is_some() || !is_answered {
                let when = When::Date { on: one.deadline };
                let timed = timed(around, one.section, None, known);
                let (done, what) = (done(one.closed_on).or_else(|| known.answered(one)), one.text.as_ref());
                let task = Task { when: Some(&when), done, what, nth: Some(n), mark, ..timed };
                self.put(&list.index(n), around.place, DutyKind::Criticism, task);
            }
        }
    }

    /// An action that recurs, and was added last, ends with the community that it takes part in.
    fn takes_part(&mut self, one: &Action) {
        let Some(body) = one.takes_part_in.filter(|_| !self.has_ended) else { return };
        let Agenda { items, threads, .. } = &mut *self.agenda;
        if items.last().is_some_and(|item| item.status == Some(DutyStatus::Recurring)) {
            threads.add_action(body.uuid(), items.len().saturating_sub(1), items);
        }
    }

    fn follow_ups<'d>(
        &mut self,
        follow_ups: &'d [FollowUp],
        around: Around<'d>,
        known: &Known<'d>,
        root: &Path<'_>,
    ) {
        let list = root.key("followUps");
        for (n, one) in follow_ups.iter().enumerate() {
            let (form, what, when) = (one.form, one.on.as_ref(), one.when.as_ref());
            let task =
                Task { done: done(one.done_on), form, what, ..timed(around, one.section, when, known) };
            self.put(&list.item(n, one.id), around.place, DutyKind::FollowUp, task);
        }
    }
}

/// A task with its time and place.
fn timed<'d>(
    around: Around<'d>,
    section: Option<SectionNumber>,
    when: Option<&'d When>,
    known: &Known<'d>,
) -> Task<'d> {
    let (section, waits_for) = (around.section(section), known.waits_for(when));
    Task { when, section, place: around.title(), waits_for, ..Task::default() }
}
