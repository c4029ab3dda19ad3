//! The calendar, read again.

use chrono::NaiveDate;
use icalendar::{Calendar, Component as _, DatePerhapsTime, Event, Todo, TodoStatus};
use kvalitetsmodel::agenda::{Agenda, DutyKind};
use kvalitetsmodel::agreement::{
    Action, DevelopmentAgreement, FocusArea, FollowUp, FollowUpForm, ServiceRef,
};
use kvalitetsmodel::date::When;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::{Lang, json};

use crate::calendar::{Kinds, calendar, left_out};
use crate::{DEMONSTRATION, run};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn on(text: &str) -> When {
    When::Date { on: text.parse().ok() }
}

/// A meeting in the middle of the year, an action in a month, one on a day that is done, and one without a day.
fn agenda(as_of: &str) -> Agenda {
    let action = |n, when, done: &str| Action {
        when,
        text: Some("Kursus, hold 1;\nog 2".into()),
        done_on: done.parse().ok(),
        ..Action::new(Id::from_u128(n))
    };
    let area = FocusArea {
        actions: vec![
            action(1, Some(on("2024-11")), ""),
            action(2, Some(on("2024-02-29")), "2024-02-20"),
            action(3, None, ""),
        ],
        ..FocusArea::new(Id::from_u128(4))
    };
    let meeting = FollowUp {
        when: Some(on("2024-medio")),
        form: Some(FollowUpForm::DialogueMeeting),
        section: "3".parse().ok(),
        ..FollowUp::new(Id::from_u128(5))
    };
    let agreement = DevelopmentAgreement {
        focus_areas: vec![area],
        follow_ups: vec![meeting],
        ..DevelopmentAgreement::new(Id::from_u128(6))
    };
    let mut agenda = Agenda::new(day(as_of)).with_texts();
    agenda.add_draft(&agreement);
    agenda
}

fn read_again(agenda: &Agenda, kinds: Kinds) -> Calendar {
    let text = calendar(agenda, Lang::Da, kinds).to_string();
    assert!(text.lines().all(|line| line.len() <= 75), "a line is folded after 75 bytes: {text}");
    assert_eq!(text.matches('\n').count(), text.matches("\r\n").count(), "lines end with CRLF");
    text.parse().expect("a calendar")
}

fn span(event: &Event) -> [Option<DatePerhapsTime>; 2] {
    [event.get_start(), event.get_end()]
}

#[test]
fn meetings_are_events_and_deadlines_are_tasks() {
    let calendar = read_again(&agenda("2024-03-01"), Kinds::AsFits);
    let events: Vec<&Event> = calendar.events().collect();
    assert_eq!(events.len(), 1);
    assert_eq!(events[0].get_summary(), Some("Opfølgning (dialogmøde), afsnit 3"));
    let days = [day("2024-05-01"), day("2024-09-01")].map(|day| Some(DatePerhapsTime::Date(day)));
    assert_eq!(span(events[0]), days, "from May to August: the end is the day after");
    let todos: Vec<&Todo> = calendar.todos().collect();
    assert_eq!(todos.len(), 2, "one action has no day");
    assert_eq!(todos[0].get_status(), Some(TodoStatus::Completed));
    assert_eq!(todos[0].get_completed().map(|at| at.date_naive()), Some(day("2024-02-20")));
    assert_eq!(
        (todos[0].get_start(), todos[0].get_due()),
        (None, Some(DatePerhapsTime::Date(day("2024-02-29"))))
    );
    assert_eq!(todos[1].get_status(), Some(TodoStatus::NeedsAction));
    assert_eq!(todos[1].get_start(), Some(DatePerhapsTime::Date(day("2024-11-01"))));
    assert_eq!(todos[1].get_due(), Some(DatePerhapsTime::Date(day("2024-11-30"))));
    assert_eq!(todos[1].get_summary(), Some("Indsats: Kursus, hold 1;\nog 2"));
    assert_eq!(left_out(&agenda("2024-03-01"), Lang::Da), "Opgaver uden dato, som ikke er med: 1");
}

#[test]
fn uids_stay_from_day_to_day_and_are_written_once() {
    let uids = |as_of| {
        let calendar = read_again(&agenda(as_of), Kinds::Events);
        let uids: Vec<_> = calendar.events().filter_map(|event| event.get_uid().map(str::to_owned)).collect();
        assert_eq!(calendar.todos().count(), 0);
        uids
    };
    let of_march = uids("2024-03-01");
    assert_eq!(
        of_march,
        [
            "action:00000000-0000-0000-0000-000000000002/action@kvalitetsmodel",
            "followUp:00000000-0000-0000-0000-000000000005/followUp@kvalitetsmodel",
            "action:00000000-0000-0000-0000-000000000001/action@kvalitetsmodel",
        ]
    );
    assert_eq!(uids("2025-01-01"), of_march);
    let mut twice = agenda("2024-03-01");
    twice.append(agenda("2024-03-01")).expect("one day");
    let both = calendar(&twice, Lang::Da, Kinds::Events).to_string();
    assert_eq!(both, calendar(&agenda("2024-03-01"), Lang::Da, Kinds::Events).to_string());
}

#[test]
fn the_agreement_of_roskildehjemmet_is_a_calendar_without_texts() {
    let mut agenda = Agenda::new(day("2024-01-09"));
    agenda.add(&json::read(DEMONSTRATION).expect("a document"));
    let calendar = read_again(&agenda, Kinds::AsFits);
    let dated = agenda.items().into_iter().filter(|item| item.days.is_some()).count();
    assert_eq!(calendar.events().count() + calendar.todos().count(), dated);
    assert_eq!(calendar.events().count(), 2, "two dialogue meetings");
    let measuring =
        agenda.items().into_iter().filter(|item| item.duty == DutyKind::Measuring && item.days.is_some());
    assert_eq!(measuring.count(), 1);
    let text = calendar.to_string();
    assert!(!text.contains("SMARTE"), "{text}");
}

#[test]
fn what_cannot_be_read_is_refused() {
    let run = |line: &str| run(line.split(' ').map(str::to_owned)).unwrap_err();
    assert_eq!(run("--as-of 2024"), "--as-of needs a day such as 2024-01-09");
    assert_eq!(run("--lang"), "--lang needs a value");
    assert_eq!(run("--verbose"), "--verbose is no option");
    assert!(run("missing.json").starts_with("missing.json: "));
}

#[test]
fn what_is_still_to_be_done_comes_before_what_a_later_document_has() {
    let of = |id: u128, year: u16, when: &str| DevelopmentAgreement {
        service: Some(ServiceRef::new(Id::from_u128(90))),
        year: Some(year),
        focus_areas: vec![FocusArea {
            actions: vec![Action { when: Some(on(when)), ..Action::new(Id::from_u128(1)) }],
            ..FocusArea::new(Id::from_u128(2))
        }],
        ..DevelopmentAgreement::new(Id::from_u128(id))
    };
    let mut agenda = Agenda::new(day("2025-02-01"));
    agenda.add_draft(&of(3, 2024, "2024-05"));
    agenda.add_draft(&of(4, 2025, "2025-05"));
    let calendar = read_again(&agenda, Kinds::AsFits);
    let due: Vec<_> = calendar.todos().filter_map(Todo::get_due).collect();
    assert_eq!(due, [DatePerhapsTime::Date(day("2025-05-31"))]);
}
