//! Gathers what is to be done from drafts of every kind.

mod agreement;
mod circle;
mod duty;
mod evaluation;
mod plan;

use alloc::string::String;
use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;

use super::Agenda;
use super::item::{AgendaItem, Duty, Texts};
use super::place::{CITIZEN, Place, SUB_GOAL, Step};
use super::thread::{Chapter, Mark};
use crate::agreement::{DevelopmentAgreement, FollowUpForm, ServiceRef};
use crate::assessment::StateAssessment;
use crate::audit::CaseAudit;
use crate::bundle::Bundle;
use crate::circle::{CircleProject, Completion};
use crate::community::ImprovementCommunity;
use crate::cycle::{CyclePhase, PdsaCycle};
use crate::date::{DutyStatus, Lapse, PartialDate, Period, When};
use crate::document::{Content, Document};
use crate::draft::kind::Draft;
use crate::duty::DailyDuties;
use crate::evaluation::Evaluation;
use crate::goal::{Caseload, Citizen, DeadlineKind};
use crate::id::{Id, Identified as _, Subject};
use crate::organisation::Department;
use crate::organisation::SocialService;
use crate::plan::ImplementationPlan;
use crate::project::{Counting, ImprovementProject, TrainingSession};
use crate::report::Path;
use crate::section::SectionNumber;
use crate::sorted::{Lookup, sort_by};
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
}

/// What becomes of a duty that is not done when what it belongs to has ended. What recurs ends with it.
#[derive(Clone, Copy, Default, PartialEq, Eq)]
enum AfterEnd {
    /// It is still due.
    #[default]
    Stays,
    /// It can still be done by its day, and was left open after that.
    LeftOpen,
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
    /// What it belongs to was stopped.
    is_stopped: bool,
    /// How it is found in a later document, apart from its own id.
    mark: Option<Mark>,
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
        let at = at.key(content.kind());
        let draft: &dyn Any = match content {
            Content::Agreement(draft) => draft,
            Content::StateAssessment(draft) => draft,
            Content::Community(draft) => draft,
            Content::Cycle(draft) => draft,
            Content::TargetFigure(draft) => draft,
            Content::Citizen(draft) => draft,
            Content::Caseload(draft) => draft,
            Content::Audit(draft) => draft,
            Content::Project(draft) => draft,
            Content::CircleProject(draft) => draft,
            Content::Evaluation(draft) => draft,
            Content::Duties(draft) => draft,
            Content::Plan(draft) => draft,
            Content::Organisation(_)
            | Content::StandardSet(_)
            | Content::Tailoring(_)
            | Content::Measurement(_)
            | Content::Series(_) => return,
            Content::Bundle(bundle) => return Self::of_bundle(agenda, whole, bundle, &at),
        };
        Self::draft(agenda, whole, at.to_pointer().as_str(), draft);
    }

    fn of_bundle(agenda: &'a mut Agenda, whole: Option<Id<Document>>, bundle: &Bundle, at: &Path<'_>) {
        bundle.each_document(at, |document, at| Gather::of_content(agenda, whole, document, at));
    }

    pub(super) fn of_draft(agenda: &'a mut Agenda, draft: &impl Draft) {
        let draft: &dyn Any = draft;
        match draft.downcast_ref::<Bundle>() {
            Some(bundle) => Self::of_bundle(agenda, None, bundle, &Path::root("", None)),
            None => Self::draft(agenda, None, "", draft),
        }
    }

    fn draft(agenda: &'a mut Agenda, document: Option<Id<Document>>, root: &str, draft: &dyn Any) {
        let gather = move |draft: Subject, title: Option<Text>| {
            let agenda = agenda; // each branch below takes it
            let root = Path::root(root, Some(draft));
            let (period, has_ended, chapter) = (None, false, None);
            (Self { agenda, document, draft, title, period, has_ended, chapter }, root)
        };
        if let Some(one) = draft.downcast_ref::<DevelopmentAgreement>() {
            let (mut gather, at) = gather(one.id.subject(), agreement::title(one));
            gather.period = one.running_period();
            gather.has_ended = gather.period.is_some_and(|period| period.end < gather.agenda.as_of);
            gather.chapter = Chapter::of_agreement(one, gather.agenda.as_of);
            gather.agreement(one, &at);
            gather.follow();
        } else if let Some(one) = draft.downcast_ref::<StateAssessment>() {
            let (mut gather, at) = gather(one.id.subject(), agreement::title_of_assessment(one));
            gather.assessment(one, &at);
        } else if let Some(one) = draft.downcast_ref::<ImprovementCommunity>() {
            let (mut gather, at) = gather(one.id.subject(), one.topic.clone());
            gather.ends(one.charter.as_ref().and_then(|charter| charter.ends_on));
            gather.community(one, &at);
            if let Some(body) = one.body {
                let Agenda { items, threads, .. } = gather.agenda;
                threads.add_community(body.uuid(), gather.has_ended, items);
            }
        } else if let Some(one) = draft.downcast_ref::<PdsaCycle>() {
            let (mut gather, at) = gather(one.id.subject(), one.change.clone());
            gather.cycle(one, Place::default(), &at);
        } else if let Some(one) = draft.downcast_ref::<TargetFigure>() {
            let (mut gather, at) = gather(one.id.subject(), one.topic.clone());
            gather.target(one, Place::default(), one.section, None, &at);
        } else if let Some(one) = draft.downcast_ref::<Citizen>() {
            let (mut gather, at) = gather(one.id.subject(), None);
            gather.citizen(one, None, &at);
        } else if let Some(one) = draft.downcast_ref::<Caseload>() {
            let name = one.service.as_ref().and_then(|service| service.name.clone());
            let (mut gather, at) = gather(one.id.subject(), name);
            gather.caseload(one, &at);
        } else if let Some(one) = draft.downcast_ref::<CaseAudit>() {
            let (mut gather, at) = gather(one.id.subject(), one.topic.clone());
            gather.audit(one, &at);
        } else if let Some(one) = draft.downcast_ref::<ImprovementProject>() {
            let (mut gather, at) = gather(one.id.subject(), one.title.clone());
            gather.ends(one.ends_on);
            gather.project(one, &at);
        } else if let Some(one) = draft.downcast_ref::<CircleProject>() {
            let (mut gather, at) = gather(one.id.subject(), one.title.clone());
            gather.ends(one.ends_on);
            gather.circle_project(one, &at);
        } else if let Some(one) = draft.downcast_ref::<Evaluation>() {
            let (mut gather, at) = gather(one.id.subject(), evaluation::title(one));
            gather.chapter = Chapter::of_evaluation(one, gather.agenda.as_of);
            gather.evaluation(one, &at);
            gather.follow();
        } else if let Some(one) = draft.downcast_ref::<DailyDuties>() {
            let (mut gather, at) = gather(one.id.subject(), one.title.clone());
            gather.duties(one, &at);
        } else if let Some(one) = draft.downcast_ref::<ImplementationPlan>() {
            let (mut gather, at) = gather(one.id.subject(), one.title.clone());
            gather.plan(one, &at);
        }
    }

    fn ends(&mut self, on: Option<PartialDate>) {
        self.has_ended = on.is_some_and(|on| on.last_day() < self.agenda.as_of);
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
            (Some(DutyStatus::Recurring), _) | (_, AfterEnd::Lapses) => {
                DutyStatus::Lapsed { because: Lapse::Ended }
            }
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
    fn put(&mut self, at: &Path<'_>, place: Place, duty: Duty, task: Task<'_>) {
        let period = self.period;
        let (within, when) = (period.as_ref(), task.when.filter(|when| when.is_stated()));
        let status = self.settled(self.status(&task), &task);
        let subject = at.subject().unwrap_or(self.draft);
        // What has no id of its own is in a record that has.
        let own = task.nth.is_none().then_some(Mark::Id(subject.id));
        self.mark(own);
        self.mark(task.mark);
        let is_open = !matches!(status, Some(DutyStatus::Done { .. } | DutyStatus::Lapsed { .. }));
        if let Some(chapter) = self.chapter.as_mut().filter(|_| is_open) {
            chapter.is_open(self.agenda.items.len(), status, [own, task.mark]);
        }
        let said = |text: Option<&Text>| text.filter(|text| is_stated(Some(text))).cloned();
        let wants_texts = self.agenda.with_texts && task.citizen.is_none();
        let texts = wants_texts.then(|| Texts {
            draft: said(self.title.as_ref()),
            place: said(task.place),
            what: said(task.what),
            waits_for: said(task.waits_for),
        });
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
            days: when.and_then(|when| when.days(within)),
            status,
            texts,
            place,
            nth: task.nth,
        });
    }

    fn community(&mut self, one: &ImprovementCommunity, root: &Path<'_>) {
        let list = root.key("aims");
        for (n, aim) in one.aims.iter().enumerate() {
            let place = Place::at(Step::nth(Duty::Aim.label(), n, one.aims.len()));
            let when = aim.by.as_ref();
            let (done, what) = (done(aim.reached_on), aim.statement.as_ref());
            let after_end = AfterEnd::Lapses;
            let task = Task { when, done, what, waits_for: waits_for(when), after_end, ..Task::default() };
            self.put(&list.item(n, aim.id), place, Duty::Aim, task);
        }
        let members = one.members.iter().filter_map(|member| Some((member.service, member.name.as_ref()?)));
        let names: Lookup<_, _> = members.collect();
        let left = Left::of(one, self.agenda.as_of);
        let list = root.key("targets");
        for (n, member) in one.targets.iter().enumerate() {
            let is_done = member.target.measuring_done().is_some();
            if !is_done && left.has_left(member.service, member.target.measured_at.as_ref()) {
                continue;
            }
            let place = Place::at(Step::nth(TargetFigure::LABEL, n, one.targets.len()));
            let at = list.index(n);
            let at = at.field("target", Some(member.target.id.subject()));
            let target = &member.target;
            self.target(target, place, target.section, names.get(&member.service).copied(), &at);
        }
        let list = root.key("cycles");
        for (n, cycle) in one.cycles.iter().enumerate() {
            let when = cycle.plan.as_ref().and_then(|plan| plan.when.as_ref());
            let is_done = cycle.phase() >= CyclePhase::CarriedOut;
            if !is_done && cycle.service.is_some_and(|service| left.has_left(service, when)) {
                continue;
            }
            let place = Place::at(Step::nth(PdsaCycle::LABEL, n, one.cycles.len()));
            self.cycle(cycle, place, &list.item(n, cycle.id));
        }
    }

    /// The measuring of a target figure; `place` and `title` say where to find it.
    fn target(
        &mut self,
        one: &TargetFigure,
        place: Place,
        section: Option<SectionNumber>,
        title: Option<&Text>,
        at: &Path<'_>,
    ) {
        let when = one.measured_at.as_ref();
        let task = Task {
            when,
            done: one.measuring_done(),
            section,
            what: one.topic.as_ref(),
            place: title,
            waits_for: waits_for(when),
            after_end: AfterEnd::LeftOpen,
            ..Task::default()
        };
        self.put(at, place, Duty::Measuring, task);
    }

    /// A test is over when it was carried out, or when something later is stated about it.
    fn cycle(&mut self, one: &PdsaCycle, place: Place, at: &Path<'_>) {
        let when = one.plan.as_ref().and_then(|plan| plan.when.as_ref());
        let on = one.carried_out.as_ref().and_then(|test| test.on);
        let done = (one.phase() >= CyclePhase::CarriedOut).then_some(DutyStatus::Done { on });
        let (what, after_end) = (one.change.as_ref(), AfterEnd::Lapses);
        let task = Task { when, done, what, waits_for: waits_for(when), after_end, ..Task::default() };
        self.put(at, place, Duty::Test, task);
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
        for (n, sub_goal) in one.sub_goals.iter().enumerate() {
            let place = Place::inside(step, Step::nth(SUB_GOAL, n, one.sub_goals.len()));
            for (kind, status) in sub_goal.deadlines(self.agenda.as_of) {
                let (duty, by) = match kind {
                    DeadlineKind::Evaluation => (Duty::Evaluation, sub_goal.evaluate_by),
                    DeadlineKind::Closing => (Duty::Closing, sub_goal.ends_on),
                };
                let when = When::Date { on: by };
                let done = Some(status).filter(|status| matches!(status, DutyStatus::Done { .. }));
                let task = Task { when: Some(&when), done, citizen: Some(one.id), ..Task::default() };
                self.put(&list.item(n, sub_goal.id), place, duty, task);
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
        self.put(at, Place::default(), Duty::AuditMeeting, task);
    }

    fn project(&mut self, one: &ImprovementProject, root: &Path<'_>) {
        let list = root.key("countings");
        for (n, counting) in one.countings.iter().enumerate() {
            let place = Place::at(Step::nth(Duty::Counting.label(), n, one.countings.len()));
            // A date without counts is a plan.
            let done = (!counting.rows.is_empty()).then_some(DutyStatus::Done { on: counting.on });
            let when = When::Date { on: counting.on };
            let (what, after_end) = (counting.definition.as_ref(), AfterEnd::LeftOpen);
            let task = Task { when: Some(&when), done, what, after_end, ..Task::default() };
            self.put(&list.item(n, counting.id), place, Duty::Counting, task);
        }
        let closed = Closed::of(one, self.agenda.as_of);
        let list = root.key("training");
        for (n, session) in one.training.iter().enumerate() {
            let place = Place::at(Step::nth(Duty::Training.label(), n, one.training.len()));
            let done = done(session.held_on).or_else(|| {
                // Its length is stated, but not its day.
                session.held_minutes.is_some().then_some(DutyStatus::Done { on: None })
            });
            let when = When::Date { on: session.planned_on };
            let task = Task {
                when: Some(&when),
                done,
                what: session.content.as_ref(),
                nth: Some(n),
                after_end: AfterEnd::Lapses,
                is_stopped: closed.as_ref().is_some_and(|closed| closed.before(session)),
                ..Task::default()
            };
            self.put(&list.index(n), place, Duty::Training, task);
        }
        if let Some(audit) = &one.audit {
            self.audit(audit, &root.field("audit", Some(audit.id.subject())));
        }
    }
}

/// The departments that are no longer counted, and the day of the first counting without them.
struct Closed {
    departments: Vec<Id<Department>>,
    by: NaiveDate,
}

impl Closed {
    /// Those in a counting of a project that its last one lacks.
    fn of(project: &ImprovementProject, as_of: NaiveDate) -> Option<Self> {
        let mut counted = project.countings.iter().filter(|one| !one.rows.is_empty());
        let last = counted.next_back()?;
        let by = last.on.map(PartialDate::first_day).filter(|day| *day <= as_of)?;
        let departments = |one: &Counting| one.rows.iter().map(|row| row.department).collect::<Vec<_>>();
        let mut still = departments(last);
        sort_by(&mut still, Ord::cmp);
        let mut earlier: Vec<_> = counted.flat_map(departments).collect();
        earlier.retain(|one| still.binary_search(one).is_err());
        sort_by(&mut earlier, Ord::cmp);
        Some(Self { departments: earlier, by })
    }

    /// Whether a session was to be held in one of them before that counting.
    fn before(&self, session: &TrainingSession) -> bool {
        let is_in = |one| self.departments.binary_search(&one).is_ok();
        session.department.is_some_and(is_in) && session.planned_on.is_some_and(|on| on.last_day() < self.by)
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
