//! An agenda as a calendar.

use std::collections::BTreeSet;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use icalendar::{
    Calendar, CalendarComponent, Component as _, Event, EventLike as _, EventStatus, Todo, TodoStatus,
};
use kvalitetsmodel::Lang;
use kvalitetsmodel::agenda::{Agenda, AgendaItem, DutyKind, DutyState};
use kvalitetsmodel::agreement::FollowUpForm;
use kvalitetsmodel::date::{DutyStatus, PartialDate, Period, When};

/// What the calendar has.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kinds {
    /// Events for what people meet for, tasks for the rest.
    AsFits,
    /// Only events.
    Events,
}

/// A calendar of what has days. The same agenda makes the same calendar, and the UIDs do not change from day to day.
pub(crate) fn calendar(agenda: &Agenda, lang: Lang, kinds: Kinds) -> Calendar {
    let mut calendar = Calendar::new();
    calendar.name(match lang {
        Lang::Da => "Opgaver og frister",
        Lang::En => "Tasks and deadlines",
    });
    let mut known = BTreeSet::new();
    for item in agenda.by_date() {
        let Some(days) = days_of(item) else { continue };
        // Two meetings under one id have one key.
        let key = item.key().to_string();
        let key = if known.insert(key.clone()) { key } else { format!("{key}/{}", days.end) };
        calendar.push(component(item, days, &format!("{key}@kvalitetsmodel"), agenda.as_of(), lang, kinds));
    }
    calendar.done()
}

/// The days of an item: of a number of months the last day alone, since it is a deadline and lasts no months.
fn days_of(item: &AgendaItem) -> Option<Period> {
    let days = item.days?;
    let is_deadline = matches!(item.when, Some(When::Within { .. }));
    Some(if is_deadline { Period { start: days.end, ..days } } else { days })
}

/// How many duties the calendar leaves out.
pub(crate) fn left_out(agenda: &Agenda, lang: Lang) -> String {
    let count = agenda.items().into_iter().filter(|item| item.days.is_none()).count();
    match lang {
        Lang::Da => format!("Opgaver uden dato, som ikke er med: {count}"),
        Lang::En => format!("Tasks without a date, left out: {count}"),
    }
}

fn component(
    item: &AgendaItem,
    days: Period,
    uid: &str,
    as_of: NaiveDate,
    lang: Lang,
    kinds: Kinds,
) -> CalendarComponent {
    let (summary, description) = (summary(item, lang), item.in_lang(lang).to_string());
    if kinds == Kinds::Events || is_met_for(item) {
        let days = done_on(item).map_or(days, Period::from);
        let mut event = Event::with_uid(uid);
        let is_off = item.state() == DutyState::Lapsed;
        let status = if is_off { EventStatus::Cancelled } else { EventStatus::Confirmed };
        // The end of an event is the first day after it.
        event.timestamp(midnight(as_of)).summary(&summary).description(&description).starts(days.start);
        event.ends(days.end.succ_opt().unwrap_or(days.end)).status(status);
        return event.done().into();
    }
    let mut todo = Todo::with_uid(uid);
    todo.timestamp(midnight(as_of)).summary(&summary).description(&description).due(days.end);
    if days.start < days.end {
        todo.starts(days.start);
    }
    if item.state() == DutyState::Lapsed {
        todo.status(TodoStatus::Cancelled);
    } else if item.state() == DutyState::Done {
        todo.status(TodoStatus::Completed).percent_complete(100);
        if let Some(on) = done_on(item) {
            todo.completed(midnight(on.last_day()));
        }
    } else {
        todo.status(TodoStatus::NeedsAction);
    }
    todo.done().into()
}

/// Returns `true` for a meeting, a session and a test.
fn is_met_for(item: &AgendaItem) -> bool {
    use DutyKind::{
        AuditMeeting, CircleMeeting, Coaching, LeaderWorkshop, Seminar, Test, Training, Workshop,
    };
    matches!(
        item.duty,
        AuditMeeting | CircleMeeting | Coaching | LeaderWorkshop | Seminar | Test | Training | Workshop
    ) || item.form == Some(FollowUpForm::DialogueMeeting)
}

fn done_on(item: &AgendaItem) -> Option<PartialDate> {
    match item.status {
        Some(DutyStatus::Done { on }) => on,
        _ => None,
    }
}

/// What is to be done and where, and what people wrote about it if the agenda has it, with the document or service. It does not change from day to day.
fn summary(item: &AgendaItem, lang: Lang) -> String {
    let mut words = item.duty.label().in_lang(lang).to_owned();
    if let Some(form) = item.form {
        words.extend([" (", form.label().in_lang(lang), ")"]);
    }
    if let Some(section) = item.section {
        let before = match lang {
            Lang::Da => "afsnit",
            Lang::En => "section",
        };
        words.extend([", ", before, " ", &section.to_string()]);
    }
    if let Some(citizen) = item.citizen {
        let before = match lang {
            Lang::Da => "borger",
            Lang::En => "citizen",
        };
        words.extend([", ", before, " ", &citizen.to_string()]);
    }
    let texts = item.texts.as_ref();
    let what = texts.and_then(|texts| texts.what.as_ref()).map(|text| text.as_str().trim());
    let draft = texts.and_then(|texts| texts.draft.as_ref()).map(|text| text.as_str().trim());
    if let Some(what) = what {
        words.extend([": ", what]);
    }
    if let Some(draft) = draft.filter(|_| draft != what) {
        words.extend([" (", draft, ")"]);
    }
    let mut chars = words.chars();
    chars.next().map_or(String::new(), |first| first.to_uppercase().chain(chars).collect())
}

fn midnight(day: NaiveDate) -> DateTime<Utc> {
    day.and_time(NaiveTime::MIN).and_utc()
}
