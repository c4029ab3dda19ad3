//! Gathers what is to be done from drafts of every kind.

mod agreement;
mod circle;
mod community;
mod duty;
mod evaluation;
mod plan;
mod project;

use alloc::string::String;
use alloc::vec::Vec;

use uuid::Uuid;

use super::Agenda;
use super::item::{AgendaItem, DutyKind, Texts};
use super::place::{CITIZEN, GOAL, Place, SUB_GOAL, Step};
use super::same::Thing;
use super::thread::{Chapter, Mark, mixed, number_at, number_of};
use crate::agreement::{FollowUpForm, ServiceRef};
use crate::audit::CaseAudit;
use crate::circle::Completion;
use crate::cycle::{Act, CyclePhase, PdsaCycle};
use crate::date::{DutyStatus, Lapse, PartialDate, Period, When, has_passed};
use crate::document::{ContentRef, Document};
use crate::draft::kind::Draft;
use crate::goal::{Caseload, Citizen, DeadlineKind, GoalStatus, SubGoal};
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::report::Path;
use crate::section::SectionNumber;
use crate::target_figure::TargetFigure;
use crate::text::{Text, is_stated};

/// Adds the items of one draft to an agenda.
pub(super) struct Gather<'a> {
    agenda: &'a mut Agenda,
    document: Option<Id<Document>>,
    draft: Subject,
    /// What the draft calls itself.
    title: Option<Text>,
    /// The period in which a day without a year is read.
    period: Option<Period>,
    /// Whether what the draft is about ended before the day of the agenda.
    has_ended: bool,
    /// The draft, if another one can follow it.
    chapter: Option<Chapter>,
    /// The days that it speaks of.
    speaks: Option<Period>,
    /// The service of an agreement.
    service: Option<Uuid>,
    /// How many things without an id were added that are told apart by the same number.
    alike: Keyed<(u64, Uuid), usize>,
}

/// What becomes of a duty that is not done when what it belongs to has ended. What recurs ends with it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum AfterEnd {
    /// It is still due.
    #[default]
    Stays,
    /// It can still be done by its day, and was left open after that.
    LeftOpen,
    /// It was left open if its day came before the end, and can no longer be done otherwise.
    LeftOpenIfDue,
    /// It can no longer be done.
    Lapses,
}

/// What a draft says about one duty.
#[derive(Clone, Copy, Default)]
struct Task<'a> {
    when: Option<&'a When>,
    done: Option<DutyStatus>,
    section: Option<SectionNumber>,
    form: Option<FollowUpForm>,
    citizen: Option<Id<Citizen>>,
    /// The position, if it has no id of its own.
    nth: Option<usize>,
    /// What people wrote: what is to be done, where, and what it waits for.
    what: Option<&'a Text>,
    place: Option<&'a Text>,
    waits_for: Option<&'a Text>,
    after_end: AfterEnd,
    /// It no longer concerns whom it is about.
    is_stopped: bool,
    /// How it is found in a later document, apart from its own id.
    mark: Option<Mark>,
    /// The service that has it, whatever the list.
    of: Option<Uuid>,
}

impl<'a> Gather<'a> {
    pub(super) fn of_document(agenda: &'a mut Agenda, document: &Document) {
        Self::of_content(agenda, Some(document.id()), document, &Path::root("", None));
    }

    /// Adds what is to be done in a document at a place in `whole`, which is the document itself or a bundle that
    /// contains it.
    fn of_content(agenda: &'a mut Agenda, whole: Option<Id<Document>>, document: &Document, at: &Path<'_>) {
        let content = document.content();
        let at = at.key("content");
        Self::of(agenda, whole, content.as_ref(), &at.key(content.kind()));
    }

    pub(super) fn of_draft(agenda: &'a mut Agenda, draft: &impl Draft) {
        if let Some(draft) = ContentRef::of(draft) {
            Self::of(agenda, None, draft, &Path::root("", None));
        }
    }

    fn of(agenda: &'a mut Agenda, document: Option<Id<Document>>, draft: ContentRef<'_>, at: &Path<'_>) {
        let pointer = at.to_pointer();
        let gather = |draft: Subject, title: Option<Text>, agenda| {
            let root = Path::root(pointer.as_str(), Some(draft));
            let (period, has_ended, chapter, speaks, service) = (None, false, None, None, None);
            let alike = Keyed::new();
            (
                Self { agenda, document, draft, title, period, has_ended, chapter, speaks, service, alike },
                root,
            )
        };
        match draft {
            ContentRef::Agreement(one) => {
                let (mut gather, at) = gather(one.id.subject(), agreement::title(one), agenda);
                gather.period = one.running_period();
                gather.speaks = gather.period;
                gather.service = one.service.as_ref().map(|service| service.id.uuid());
                gather.has_ended = gather.period.is_some_and(|period| period.end < gather.agenda.as_of);
                gather.chapter = Chapter::of_agreement(one, gather.agenda.as_of);
                gather.agreement(one, &at);
                gather.follow();
            }
            ContentRef::StateAssessment(one) => {
                let (mut gather, at) = gather(one.id.subject(), agreement::title_of_assessment(one), agenda);
                gather.chapter = Chapter::of_assessment(one, gather.agenda.as_of);
                gather.assessment(one, &at);
                gather.follow();
            }
            ContentRef::Community(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.topic.clone(), agenda);
                gather.ends(one.charter.as_ref().and_then(|charter| charter.ends_on));
                gather.community(one, &at);
                if let Some(body) = one.body {
                    let Agenda { items, threads, .. } = gather.agenda;
                    threads.add_community(body.uuid(), gather.has_ended, items);
                }
            }
            ContentRef::Cycle(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.change.clone(), agenda);
                gather.cycle(one, Place::default(), false, &at);
            }
            ContentRef::TargetFigure(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.topic.clone(), agenda);
                let waits_for = waits_for(one.measured_at.as_ref());
                let task = Task { section: one.section, waits_for, ..Task::default() };
                gather.target(one, Place::default(), task, &at);
            }
            ContentRef::Citizen(one) => {
                let (mut gather, at) = gather(one.id.subject(), None, agenda);
                gather.citizen(one, None, &at);
            }
            ContentRef::Caseload(one) => {
                let name = one.service.as_ref().and_then(|service| service.name.clone());
                let (mut gather, at) = gather(one.id.subject(), name, agenda);
                gather.speaks = one.as_of.map(Period::from);
                gather.caseload(one, &at);
            }
            ContentRef::Audit(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.topic.clone(), agenda);
                gather.audit(one, &at);
            }
            ContentRef::Project(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.title.clone(), agenda);
                gather.ends(one.ends_on);
                gather.project(one, &at);
            }
            ContentRef::CircleProject(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.title.clone(), agenda);
                gather.ends(one.ends_on);
                gather.circle_project(one, &at);
            }
            ContentRef::Evaluation(one) => {
                let (mut gather, at) = gather(one.id.subject(), evaluation::title(one), agenda);
                gather.chapter = Chapter::of_evaluation(one, gather.agenda.as_of);
                gather.evaluation(one, &at);
                gather.follow();
            }
            ContentRef::Duties(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.title.clone(), agenda);
                gather.duties(one, &at);
            }
            ContentRef::Plan(one) => {
                let (mut gather, at) = gather(one.id.subject(), one.title.clone(), agenda);
                gather.plan(one, &at);
            }
            ContentRef::Bundle(bundle) => {
                bundle.each_document(at, |one, at| Gather::of_content(agenda, document, one, at));
            }
            ContentRef::Organisation(_)
            | ContentRef::StandardSet(_)
            | ContentRef::Tailoring(_)
            | ContentRef::Measurement(_)
            | ContentRef::Series(_) => {}
        }
    }

    fn ends(&mut self, on: Option<PartialDate>) {
        self.has_ended = has_passed(on, self.agenda.as_of);
    }

    /// Adds the draft to those that others can follow.
    fn follow(self) {
        if let Some(chapter) = self.chapter {
            self.agenda.threads.add(chapter, &mut self.agenda.items);
        }
    }

    /// Says how a later document would find what this draft has, done or not.
    fn mark(&mut self, mark: Option<Mark>) {
        if let (Some(chapter), Some(mark)) = (&mut self.chapter, mark) {
            chapter.has(mark);
        }
    }

    /// The status, if what the duty belongs to has ended or was stopped.
    const fn settled(&self, status: Option<DutyStatus>, task: &Task<'_>) -> Option<DutyStatus> {
        let last_day = match status {
            Some(DutyStatus::Overdue { last_day }) => Some(last_day),
            _ => None,
        };
        Some(match (status, task.after_end) {
            (Some(DutyStatus::Done { .. }), _) => return status,
            _ if task.is_stopped => DutyStatus::Lapsed { because: Lapse::Stopped },
            _ if !self.has_ended => return status,
            // It ends when a later document has begun.
            (Some(DutyStatus::Recurring), _) if self.chapter.is_some() => return status,
            (Some(DutyStatus::Recurring), _) | (_, AfterEnd::Lapses) => {
                DutyStatus::Lapsed { because: Lapse::Ended }
            }
            (Some(DutyStatus::Overdue { .. }), AfterEnd::LeftOpenIfDue) => DutyStatus::LeftOpen { last_day },
            (_, AfterEnd::LeftOpenIfDue) => DutyStatus::Lapsed { because: Lapse::Ended },
            (_, AfterEnd::Stays) | (Some(DutyStatus::Due { .. }), _) => return status,
            (_, AfterEnd::LeftOpen) => DutyStatus::LeftOpen { last_day },
        })
    }

    /// The status as the task states it.
    fn status(&self, task: &Task<'_>) -> Option<DutyStatus> {
        let as_of = self.agenda.as_of;
        match task.when.filter(|when| when.is_stated()) {
            Some(when) => Some(when.status(as_of, self.period.as_ref()).or_done(task.done, as_of)),
            None => task.done.filter(|done| done.is_known_on(as_of)),
        }
    }

    /// Adds one item.
    fn put(&mut self, at: &Path<'_>, place: Place, duty: DutyKind, task: Task<'_>) {
        let period = self.period;
        let (within, when) = (period.as_ref(), task.when.filter(|when| when.is_stated()));
        let status = self.settled(self.status(&task), &task);
        let subject = at.subject().unwrap_or(self.draft);
        let own = match duty {
            DutyKind::FollowUp | DutyKind::Measuring => {
                when.and_then(|when| when.deadline(within)).map(|last_day| Mark::Due(subject.id, last_day))
            }
            // What has no id of its own is in a record that has.
            _ => task.nth.is_none().then_some(Mark::Id(subject.id)),
        };
        self.mark(own);
        self.mark(task.mark);
        let is_open = !matches!(status, Some(DutyStatus::Done { .. } | DutyStatus::Lapsed { .. }));
        if let Some(chapter) = self.chapter.as_mut().filter(|_| is_open) {
            chapter.is_open(self.agenda.items.len(), status, [own, task.mark]);
        }
        let days = when.and_then(|when| when.days(within));
        let thing = self.thing(subject, duty, &task, days);
        let said = |text: Option<&Text>| text.filter(|text| is_stated(Some(text))).cloned();
        let draft = said(self.title.as_ref()).filter(|_| self.agenda.with_texts);
        let texts = match task.citizen {
            // Of a citizen only the service is named.
            Some(_) => draft.map(|draft| Texts { draft: Some(draft), ..Texts::default() }),
            None => self.agenda.with_texts.then(|| Texts {
                draft,
                place: said(task.place),
                what: said(task.what),
                waits_for: said(task.waits_for),
            }),
        };
        self.agenda.items.push(AgendaItem {
            document: self.document,
            draft: self.draft,
            at: at.to_pointer(),
            subject,
            citizen: task.citizen,
            duty,
            form: task.form,
            section: task.section,
            when: when.map(When::without_texts),
            days,
            status,
            texts,
            place,
            nth: task.nth,
            thing,
            speaks: self.speaks,
        });
    }

    /// What it is, whatever the document.
    fn thing(&mut self, subject: Subject, duty: DutyKind, task: &Task<'_>, days: Option<Period>) -> Thing {
        let (kind, of) = task.of.map_or((subject.kind, subject.id), |service| ("service", service));
        let Some(nth) = task.nth else { return Thing { kind, of, duty, which: None } };
        let number = match (task.of, task.mark) {
            // A list of next year has another review of the same building.
            (Some(_), _) => number_of(task.what, days.map(|days| days.end)),
            (None, Some(Mark::Words(_, number))) => Some(number),
            (None, _) => None,
        };
        let number = number.unwrap_or_else(|| number_at(nth));
        let mut like_it = 0;
        self.alike.update(
            (mixed(number, duty.label().da.as_bytes()), of),
            || 0,
            |known| {
                like_it = *known;
                *known = known.saturating_add(1);
            },
        );
        Thing { kind, of, duty, which: Some((number, like_it)) }
    }

    /// The measuring of a target figure; `task` says what surrounds it.
    fn target<'d>(&mut self, one: &'d TargetFigure, place: Place, task: Task<'d>, at: &Path<'_>) {
        let (when, done) = (one.measured_at.as_ref(), one.measuring_done());
        self.put(at, place, DutyKind::Measuring, Task { when, done, what: one.topic.as_ref(), ..task });
    }

    /// A test is over when it was carried out, or when something later is stated about it. One that was given up before
    /// is no longer to be done.
    fn cycle(&mut self, one: &PdsaCycle, place: Place, is_stopped: bool, at: &Path<'_>) {
        let when = one.plan.as_ref().and_then(|plan| plan.when.as_ref());
        let on = one.carried_out.as_ref().and_then(|test| test.on);
        let is_untested = one.is_abandoned_untested();
        let done = (one.phase() >= CyclePhase::CarriedOut && !is_untested).then_some(DutyStatus::Done { on });
        let is_given_up = |act: &Act| act.on.is_none_or(|on| on.first_day() <= self.agenda.as_of);
        let is_stopped = is_stopped || is_untested && one.act.as_ref().is_some_and(is_given_up);
        let (what, waits_for) = (one.change.as_ref(), waits_for(when));
        let after_end = AfterEnd::LeftOpenIfDue;
        let task = Task { when, done, what, waits_for, after_end, is_stopped, ..Task::default() };
        self.put(at, place, DutyKind::Test, task);
    }

    fn caseload(&mut self, one: &Caseload, root: &Path<'_>) {
        let list = root.key("citizens");
        for (n, citizen) in one.citizens.iter().enumerate() {
            let step = Step::nth(CITIZEN, n, one.citizens.len());
            self.citizen(citizen, Some(step), &list.item(n, citizen.id));
        }
    }

    /// The dates of sub-goals; rule `GOL005` finds those that are missing.
    fn citizen(&mut self, one: &Citizen, step: Option<Step>, root: &Path<'_>) {
        let list = root.key("subGoals");
        let was_set = |sub_goal: &SubGoal| sub_goal.was_set(self.agenda.as_of);
        let set: Vec<_> = one.sub_goals.iter().enumerate().filter(|(_, one)| was_set(one)).collect();
        for (n, sub_goal) in set {
            let place = Place::inside(step, Step::nth(SUB_GOAL, n, one.sub_goals.len()));
            for (kind, status) in sub_goal.deadlines(self.agenda.as_of) {
                let (duty, by) = match kind {
                    DeadlineKind::Evaluation => (DutyKind::Evaluation, sub_goal.evaluate_by),
                    DeadlineKind::Closing => (DutyKind::Closing, sub_goal.ends_on),
                };
                let when = When::Date { on: by };
                let done = Some(status).filter(|status| matches!(status, DutyStatus::Done { .. }));
                let task = Task { when: Some(&when), done, citizen: Some(one.id), ..Task::default() };
                self.put(&list.item(n, sub_goal.id), place, duty, task);
            }
        }
        self.goals(one, step, root);
    }

    /// The end of the goals of the order. The document says that one is over, and not when.
    fn goals(&mut self, one: &Citizen, step: Option<Step>, root: &Path<'_>) {
        let list = root.key("goals");
        for (n, goal) in one.goals.iter().enumerate() {
            let is_over = goal.status.is_some_and(GoalStatus::is_closed);
            if goal.ends_on.is_some() || is_over {
                let place = Place::inside(step, Step::nth(GOAL, n, one.goals.len()));
                let when = When::Date { on: goal.ends_on };
                let done = is_over.then_some(DutyStatus::Done { on: None });
                let task = Task { when: Some(&when), done, citizen: Some(one.id), ..Task::default() };
                self.put(&list.item(n, goal.id), place, DutyKind::Closing, task);
            }
        }
    }

    /// The meeting of the panel. Without a date it was held if the panel has judged.
    fn audit(&mut self, one: &CaseAudit, at: &Path<'_>) {
        let has_judged = !one.judgements.is_empty();
        let done = (one.held_on.is_some() || has_judged).then_some(DutyStatus::Done { on: one.held_on });
        let when = When::Date { on: one.held_on };
        let (what, after_end) = (one.topic.as_ref(), AfterEnd::LeftOpen);
        let task = Task { when: Some(&when), done, what, after_end, ..Task::default() };
        self.put(at, Place::default(), DutyKind::AuditMeeting, task);
    }
}

/// The status *done*, if the document says when.
fn done(on: Option<PartialDate>) -> Option<DutyStatus> {
    on.map(|on| DutyStatus::Done { on: Some(on) })
}

/// The status *done*, if it was carried out.
const fn completed(completion: Option<Completion>) -> Option<DutyStatus> {
    match completion {
        Some(Completion::Done { on }) => Some(DutyStatus::Done { on }),
        Some(Completion::NotDone) | None => None,
    }
}

/// The title of the schedule, otherwise who issues it, or the name of the body that a time waits for.
fn waits_for(when: Option<&When>) -> Option<&Text> {
    match when? {
        When::Schedule { title, issued_by, .. } => {
            title.as_ref().filter(|title| is_stated(Some(title))).or(issued_by.as_ref())
        }
        When::DecidedBy { name, .. } => name.as_ref(),
        _ => None,
    }
}

/// What a document calls itself, and its service if the title does not name it.
fn named(title: Option<&Text>, service: Option<&ServiceRef>) -> Option<Text> {
    let name = service.and_then(|service| service.name.as_ref());
    let lower = |text: &Text| text.as_str().trim().to_lowercase();
    let is_said = title.zip(name).is_some_and(|(title, name)| lower(title).contains(&lower(name)));
    joined([title, name.filter(|_| !is_said)])
}

/// The texts that are stated, one after the other.
fn joined<'t>(texts: impl IntoIterator<Item = Option<&'t Text>>) -> Option<Text> {
    let mut all = String::new();
    for text in texts.into_iter().flatten().filter(|text| !text.is_blank()) {
        all.push_str(if all.is_empty() { "" } else { ", " });
        all.push_str(text.as_str().trim());
    }
    (!all.is_empty()).then(|| all.into())
}
