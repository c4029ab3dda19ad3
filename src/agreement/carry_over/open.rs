//! What is open in an agreement, and by what it is known in the next one.

use alloc::collections::BTreeMap;
use alloc::vec::Vec;

use uuid::Uuid;

use super::{LeftOpen, OpenKind, WhyOpen};
use crate::agreement::{
    Action, Authority, AwaitedDecision, Criticism, DevelopmentAgreement, FocusArea, FollowUp,
};
use crate::date::{Period, When};
use crate::draft::part::Part as _;
use crate::draft::walk::Walk;
use crate::id::Id;
use crate::report::Path;
use crate::section::SectionNumber;
use crate::target_figure::TargetFigure;
use crate::text::Text;

/// By what a duty is found in another agreement.
#[derive(Debug, Clone)]
pub(super) enum Known {
    /// An action, a target figure or a follow-up.
    Id { id: Uuid, indicator: Option<Uuid> },
    /// A decision or a criticism, which has no id.
    Text { of: Option<Authority>, text: Option<Text> },
}

/// One thing that an agreement says is to be done.
pub(super) struct Said<'r> {
    pub(super) kind: OpenKind,
    pub(super) known: Known,
    /// The action of an earlier agreement that it continues.
    pub(super) continues: Option<Uuid>,
    when: Option<&'r When>,
    section: Option<SectionNumber>,
    pub(super) is_done: bool,
    is_open_figure: bool,
    /// The actions that answer it are the duties.
    is_done_by_actions: bool,
}

/// What is open, with that by which it is found in the next agreement.
pub(super) fn of(agreement: &DevelopmentAgreement) -> Vec<(LeftOpen, Known)> {
    let period = agreement.running_period();
    let mut left = Vec::new();
    each(agreement, &mut |said, around, at| {
        let when = said.when.filter(|when| when.is_stated());
        let Some(why) = why(&said, when, period.as_ref()) else { return };
        let open = LeftOpen {
            kind: said.kind,
            why,
            subject: at.subject().unwrap_or_else(|| agreement.id.subject()),
            at: at.to_pointer(),
            section: said.section.or(around),
            when: when.map(When::without_texts),
            last_day: when.and_then(|when| when.deadline(period.as_ref())),
        };
        left.push((open, said.known));
    });
    left
}

/// Why it is open. Returns `None` if it is not.
fn why(said: &Said<'_>, when: Option<&When>, period: Option<&Period>) -> Option<WhyOpen> {
    if said.is_done || said.is_done_by_actions {
        return None;
    }
    let last_day = when.and_then(|when| when.deadline(period));
    let is_past = last_day.zip(period).is_some_and(|(day, period)| day > period.end);
    Some(match (when, last_day) {
        _ if is_past => WhyOpen::PastPeriod,
        _ if said.kind == OpenKind::FollowUp => return None,
        _ if said.is_open_figure => WhyOpen::ToBeAgreed,
        (_, Some(_)) => WhyOpen::NotReported,
        (Some(When::TimesAYear { .. } | When::Continuously), None) => return None,
        (Some(_), None) => WhyOpen::Waiting,
        (None, None) => WhyOpen::NoDeadline,
    })
}

/// Calls `call` with everything that is to be done, the section of its focus area, and its place.
pub(super) fn each(
    agreement: &DevelopmentAgreement,
    call: &mut dyn FnMut(Said<'_>, Option<SectionNumber>, &Path<'_>),
) {
    // Of actions with one id the first counts, as on the agenda.
    let all = agreement.focus_areas.iter().flat_map(|area| &area.actions).rev();
    let done: BTreeMap<Id<Action>, bool> = all.map(|action| (action.id, action.done_on.is_some())).collect();
    let mut around = None;
    let mut visit = |record: &dyn core::any::Any, at: &Path<'_>| {
        if let Some(area) = record.downcast_ref::<FocusArea>() {
            around = area.number;
        } else if let Some(action) = record.downcast_ref::<Action>() {
            call(Said::of_action(action), around, at);
        } else if let Some(target) = record.downcast_ref::<TargetFigure>() {
            call(Said::of_target(target), around, at);
        } else if let Some(follow_up) = record.downcast_ref::<FollowUp>() {
            let is_in_area = !at.to_pointer().as_str().starts_with("/followUps");
            call(Said::of_follow_up(follow_up), around.filter(|_| is_in_area), at);
        } else if let Some(decision) = record.downcast_ref::<AwaitedDecision>() {
            call(Said::of_decision(decision), around, at);
        } else if let Some(criticism) = record.downcast_ref::<Criticism>() {
            let is_done = |action| done.get(action).copied().unwrap_or_default();
            let is_answered = !criticism.answered_by.is_empty() && criticism.answered_by.iter().all(is_done);
            let when = When::Date { on: criticism.deadline };
            let is_over = is_answered || criticism.closed_on.is_some();
            call(Said::of_criticism(criticism, &when, is_over), around, at);
        }
    };
    agreement.walk(&Path::root("", Some(agreement.id.subject())), &mut Walk::Records(&mut visit));
}

impl<'r> Said<'r> {
    const fn new(
        kind: OpenKind,
        known: Known,
        when: Option<&'r When>,
        section: Option<SectionNumber>,
    ) -> Self {
        let (is_done, is_open_figure, is_done_by_actions) = (false, false, false);
        Self { kind, known, continues: None, when, section, is_done, is_open_figure, is_done_by_actions }
    }

    fn of_action(one: &'r Action) -> Self {
        let known = Known::Id { id: one.id.uuid(), indicator: None };
        Self {
            continues: one.continues.as_ref().map(|earlier| earlier.id.uuid()),
            is_done: one.done_on.is_some(),
            ..Self::new(OpenKind::Action, known, one.when.as_ref(), one.section)
        }
    }

    fn of_target(one: &'r TargetFigure) -> Self {
        let indicator = one.indicator.as_ref().map(|indicator| indicator.id.uuid());
        let known = Known::Id { id: one.id.uuid(), indicator };
        Self {
            is_done: one.measuring_done().is_some(),
            is_open_figure: one.is_open(),
            ..Self::new(OpenKind::TargetFigure, known, one.measured_at.as_ref(), one.section)
        }
    }

    fn of_follow_up(one: &'r FollowUp) -> Self {
        let known = Known::Id { id: one.id.uuid(), indicator: None };
        let is_done = one.done_on.is_some();
        Self { is_done, ..Self::new(OpenKind::FollowUp, known, one.when.as_ref(), one.section) }
    }

    fn of_decision(one: &'r AwaitedDecision) -> Self {
        let known = Known::Text { of: None, text: one.text.clone() };
        let is_done = one.decided_on.is_some();
        Self { is_done, ..Self::new(OpenKind::Decision, known, one.when.as_ref(), one.section) }
    }

    fn of_criticism(one: &Criticism, when: &'r When, is_done: bool) -> Self {
        let known = Known::Text { of: Some(one.authority.clone()), text: one.text.clone() };
        let is_done_by_actions = one.deadline.is_none() && !one.answered_by.is_empty();
        let said = Self::new(OpenKind::Criticism, known, Some(when), one.section);
        Self { is_done, is_done_by_actions, ..said }
    }
}
