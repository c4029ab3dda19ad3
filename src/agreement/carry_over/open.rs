//! What is open in an agreement, and how it is found in the next one.

use alloc::vec::Vec;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{LeftOpen, OpenKind, WhyOpen};
use crate::agreement::{Action, AnnouncedDecision, Authority, Criticism, DevelopmentAgreement, FollowUp};
use crate::date::{Period, When};
use crate::id::Id;
use crate::report::Path;
use crate::section::SectionNumber;
use crate::sorted::Lookup;
use crate::target_figure::TargetFigure;
use crate::text::Text;

/// How a duty is found in another agreement.
#[derive(Debug, Clone, Copy)]
pub(super) enum Known<'r> {
    /// An action, a target figure or a follow-up.
    Id {
        id: Uuid,
        indicator: Option<Uuid>,
        /// The action of an earlier agreement that it continues.
        continues: Option<Uuid>,
    },
    /// A decision or a criticism, which has no id.
    Text { of: Option<&'r Authority>, text: Option<&'r Text> },
}

/// One thing that an agreement says is to be done.
pub(super) struct Said<'r> {
    pub(super) kind: OpenKind,
    pub(super) known: Known<'r>,
    /// What people wrote about it.
    text: Option<&'r Text>,
    section: Option<SectionNumber>,
    pub(super) is_done: bool,
    is_open_figure: bool,
    /// The actions that answer it are the duties.
    is_done_by_actions: bool,
}

/// Calls `call` with everything that is to be done, when, and its place.
pub(super) fn each<'r>(
    agreement: &'r DevelopmentAgreement,
    root: &Path<'_>,
    call: &mut dyn FnMut(Said<'r>, Option<&When>, &Path<'_>),
) {
    let mut known = None;
    let areas = root.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let at = areas.item(n, area.id);
        let mut call = |said: Said<'r>, when: Option<&When>, at: &Path<'_>| {
            let section = said.section.or(area.number);
            call(Said { section, ..said }, when, at);
        };
        let list = at.key("actions");
        for (n, one) in area.actions.iter().enumerate() {
            call(Said::of_action(one), one.when.as_ref(), &list.item(n, one.id));
        }
        let list = at.key("targets");
        for (n, one) in area.targets.iter().enumerate() {
            call(Said::of_target(one), one.measured_at.as_ref(), &list.item(n, one.id));
        }
        each_follow_up(&area.follow_ups, &at, &mut call);
        let list = at.key("decisions");
        for (n, one) in area.decisions.iter().enumerate() {
            call(Said::of_decision(one), one.when.as_ref(), &list.index(n));
        }
        let list = at.key("criticisms");
        for (n, one) in area.criticisms.iter().enumerate() {
            let known = known.get_or_insert_with(|| actions_in(agreement));
            let when = When::Date { on: one.deadline };
            let said = Said::of_criticism(one, |action| known.get(action).copied());
            call(said, Some(&when), &list.index(n));
        }
    }
    each_follow_up(&agreement.follow_ups, root, call);
}

fn each_follow_up<'r>(
    follow_ups: &'r [FollowUp],
    at: &Path<'_>,
    call: &mut dyn FnMut(Said<'r>, Option<&When>, &Path<'_>),
) {
    let list = at.key("followUps");
    for (n, one) in follow_ups.iter().enumerate() {
        call(Said::of_follow_up(one), one.when.as_ref(), &list.item(n, one.id));
    }
}

/// The actions by their ids. Of those with the same id the first counts, as on the agenda.
fn actions_in(agreement: &DevelopmentAgreement) -> Lookup<Id<Action>, &Action> {
    let all = agreement.focus_areas.iter().flat_map(|area| &area.actions);
    all.map(|action| (action.id, action)).collect()
}

/// What is open, and how each item is found in the next agreement.
pub(super) fn of(agreement: &DevelopmentAgreement, with_texts: bool) -> Vec<(LeftOpen, Known<'_>)> {
    let period = agreement.running_period();
    let own = agreement.id.subject();
    let mut left = Vec::new();
    each(agreement, &Path::root("", Some(own)), &mut |said, when, at| {
        let Some((why, last_day)) = said.why(when, period.as_ref()) else { return };
        let open = LeftOpen {
            kind: said.kind,
            why,
            subject: at.subject().unwrap_or(own),
            at: at.to_pointer(),
            section: said.section,
            when: when.filter(|when| when.is_stated()).map(When::without_texts),
            last_day,
            text: said.text.filter(|_| with_texts).cloned(),
        };
        left.push((open, said.known));
    });
    left
}

impl<'r> Said<'r> {
    /// Why it is open, and its last day. Returns `None` if it is not open.
    pub(super) fn why(
        &self,
        when: Option<&When>,
        period: Option<&Period>,
    ) -> Option<(WhyOpen, Option<NaiveDate>)> {
        if self.is_done || self.is_done_by_actions {
            return None;
        }
        let when = when.filter(|when| when.is_stated());
        let last_day = when.and_then(|when| when.deadline(period));
        let is_past = last_day.zip(period).is_some_and(|(day, period)| day > period.end);
        let why = match (when, last_day) {
            _ if is_past => WhyOpen::PastPeriod,
            _ if self.kind == OpenKind::FollowUp => return None,
            _ if self.is_open_figure => WhyOpen::ToBeAgreed,
            (_, Some(_)) => WhyOpen::NotReported,
            (Some(When::TimesAYear { .. } | When::Continuously), None) => return None,
            (Some(_), None) => WhyOpen::Waiting,
            (None, None) => WhyOpen::NoDeadline,
        };
        Some((why, last_day))
    }

    const fn new(kind: OpenKind, known: Known<'r>, section: Option<SectionNumber>, is_done: bool) -> Self {
        Self { kind, known, text: None, section, is_done, is_open_figure: false, is_done_by_actions: false }
    }

    const fn with_text(self, text: Option<&'r Text>) -> Self {
        Self { text, ..self }
    }

    fn of_action(one: &'r Action) -> Self {
        let continues = one.continues.as_ref().map(|earlier| earlier.id.uuid());
        let known = Known::Id { id: one.id.uuid(), indicator: None, continues };
        Self::new(OpenKind::Action, known, one.section, one.is_over()).with_text(one.text.as_ref())
    }

    fn of_target(one: &'r TargetFigure) -> Self {
        let indicator = one.indicator.as_ref().map(|indicator| indicator.id.uuid());
        let known = Known::Id { id: one.id.uuid(), indicator, continues: None };
        let is_done = one.measuring_done().is_some();
        let is_open_figure = one.is_open();
        let said =
            Self::new(OpenKind::TargetFigure, known, one.section, is_done).with_text(one.topic.as_ref());
        Self { is_open_figure, ..said }
    }

    const fn of_follow_up(one: &'r FollowUp) -> Self {
        let known = Known::Id { id: one.id.uuid(), indicator: None, continues: None };
        Self::new(OpenKind::FollowUp, known, one.section, one.done_on.is_some()).with_text(one.on.as_ref())
    }

    const fn of_decision(one: &'r AnnouncedDecision) -> Self {
        let known = Known::Text { of: None, text: one.text.as_ref() };
        Self::new(OpenKind::Decision, known, one.section, one.decided_on.is_some())
            .with_text(one.text.as_ref())
    }

    fn of_criticism(one: &'r Criticism, action: impl Fn(&Id<Action>) -> Option<&'r Action>) -> Self {
        let known = Known::Text { of: Some(&one.authority), text: one.text.as_ref() };
        // What was given up answers nothing.
        let actions = one.answered_by.iter().map(action);
        let mut goes_on = actions.filter(|action| !action.is_some_and(Action::is_dropped)).peekable();
        let is_done_by_actions = one.deadline.is_none() && goes_on.peek().is_some();
        let is_answered =
            goes_on.peek().is_some() && goes_on.all(|action| action.is_some_and(|one| one.done_on.is_some()));
        let is_done = is_answered || one.closed_on.is_some();
        let said = Self::new(OpenKind::Criticism, known, one.section, is_done).with_text(one.text.as_ref());
        Self { is_done_by_actions, ..said }
    }
}
