//! When sub-goals are due, overdue and done.

use kvalitetsmodel::Lang;
use kvalitetsmodel::date::DutyStatus;
use kvalitetsmodel::goal::{Citizen, DeadlineKind};

use super::{day, id, sub_goal};

/// A status in words, as the page writes it.
fn said(status: Option<DutyStatus>) -> String {
    status.map_or_else(|| "not stated".to_owned(), |status| status.in_lang(Lang::En).to_string())
}

#[test]
fn an_evaluation_is_due_overdue_or_done() {
    let cases = [
        // Nothing is stated.
        ("", "2024-01-15", "not stated"),
        // The date itself is not overdue yet, and a month means its last day.
        (r#""evaluateBy": "2024-01-15""#, "2024-01-15", "due by 15 January 2024"),
        (r#""evaluateBy": "2024-01-15""#, "2024-01-16", "overdue, the last day was 15 January 2024"),
        (r#""evaluateBy": "2024-01""#, "2024-01-31", "due by 31 January 2024"),
        (r#""evaluateBy": "2024-01""#, "2024-02-01", "overdue, the last day was 31 January 2024"),
        // Evaluated in time, too late, and on the day of counting; one without a date is done.
        (
            r#""evaluateBy": "2024-01-15", "evaluations": [{ "on": "2024-01-10" }]"#,
            "2024-03-01",
            "done on 10 January 2024",
        ),
        (
            r#""evaluateBy": "2024-01-15", "evaluations": [{ "on": "2024-02-10" }]"#,
            "2024-02-10",
            "done on 10 February 2024",
        ),
        (r#""evaluateBy": "2024-01-15", "evaluations": [{}]"#, "2024-03-01", "done"),
        // It is not evaluated yet on the day of counting.
        (
            r#""evaluateBy": "2024-01-15", "evaluations": [{ "on": "2024-02-10" }]"#,
            "2024-02-09",
            "overdue, the last day was 15 January 2024",
        ),
        // The last of several is reported, even without a date.
        (
            r#""evaluations": [{ "on": "2024-02-10" }, { "on": "2024-03-10" }, { "on": "2024-01-10" }]"#,
            "2024-03-01",
            "done on 10 February 2024",
        ),
        // What is closed needs no more evaluation.
        (r#""evaluateBy": "2024-01-15", "status": "givenUp""#, "2024-03-01", "done"),
        (r#""evaluateBy": "2024-01-15", "closedOn": "2024-02-01""#, "2024-02-01", "done on 1 February 2024"),
        (
            r#""evaluateBy": "2024-01-15", "closedOn": "2024-02-01""#,
            "2024-01-31",
            "overdue, the last day was 15 January 2024",
        ),
    ];
    for (fields, as_of, expected) in cases {
        assert_eq!(said(sub_goal(fields).evaluation(day(as_of))), expected, "{fields} on {as_of}");
    }
}

#[test]
fn a_closing_is_due_overdue_or_done() {
    let cases = [
        ("", "2024-01-15", "not stated"),
        (r#""endsOn": "2024-01-15""#, "2024-01-15", "due by 15 January 2024"),
        (r#""endsOn": "2024-01-15""#, "2024-01-16", "overdue, the last day was 15 January 2024"),
        // An evaluation does not close it.
        (
            r#""endsOn": "2024-01-15", "evaluations": [{ "on": "2024-01-10" }], "status": "open""#,
            "2024-01-16",
            "overdue, the last day was 15 January 2024",
        ),
        (r#""endsOn": "2024-01-15", "status": "reached""#, "2024-03-01", "done"),
        (
            r#""endsOn": "2024-01-15", "status": "replaced", "closedOn": "2024-01-20""#,
            "2024-03-01",
            "done on 20 January 2024",
        ),
        (
            r#""endsOn": "2024-01-15", "status": "reached", "closedOn": "2024-01-20""#,
            "2024-01-19",
            "overdue, the last day was 15 January 2024",
        ),
        (r#""status": "reached""#, "2024-03-01", "done"),
    ];
    for (fields, as_of, expected) in cases {
        assert_eq!(said(sub_goal(fields).closing(day(as_of))), expected, "{fields} on {as_of}");
    }
}

#[test]
fn deadlines_come_in_the_order_of_the_record_and_say_whose_they_are() {
    let mut citizen = Citizen::new(id(9));
    citizen.sub_goals = vec![
        sub_goal(r#""evaluateBy": "2024-02-01", "endsOn": "2024-03-01""#),
        sub_goal(r#""endsOn": "2024-01-01""#),
        sub_goal(""),
    ];
    let found: Vec<_> = citizen
        .deadlines(day("2024-01-15"))
        .map(|one| {
            assert_eq!(one.citizen.id, citizen.id);
            (one.kind, one.is_overdue(), said(Some(one.status)))
        })
        .collect();
    let expected = [
        (DeadlineKind::Evaluation, false, "due by 1 February 2024".to_owned()),
        (DeadlineKind::Closing, false, "due by 1 March 2024".to_owned()),
        (DeadlineKind::Closing, true, "overdue, the last day was 1 January 2024".to_owned()),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_is_due_within_some_days_counts_both_ends() {
    let mut citizen = Citizen::new(id(9));
    citizen.sub_goals = vec![sub_goal(r#""endsOn": "2024-01-29""#)];
    let within =
        |days, as_of| citizen.deadlines(day(as_of)).filter(|one| one.is_due_within(days, day(as_of))).count();
    assert_eq!((within(13, "2024-01-15"), within(14, "2024-01-15")), (0, 1));
    assert_eq!((within(0, "2024-01-29"), within(0, "2024-01-28")), (1, 0));
    // What is overdue is no longer due; and no number of days is too large.
    assert_eq!((within(14, "2024-01-30"), within(u64::MAX, "2024-01-15")), (0, 1));
}
