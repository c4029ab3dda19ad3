//! One record in two documents of a bundle (`BUN010`).
#![cfg(all(feature = "proptest", feature = "json", feature = "page"))]

use kvalitetsmodel::{Lang, codes};

use crate::bundle::report_of;

/// What two documents say of one record, in English.
fn told_twice(one: &str, other: &str) -> Vec<String> {
    let report = report_of([one, other]);
    let found = report.findings().iter().filter(|finding| finding.code() == codes::BUN010);
    found.map(|finding| finding.message(Lang::En)).collect()
}

#[test]
fn a_citizen_is_in_one_department_a_day() {
    let list = |id: u32, day: &str, department: u32| {
        format!(
            r#"{{ "caseload": {{
                "id": "00000000-0000-4000-8000-0000000000{id}", "asOf": "{day}",
                "citizens": [{{
                    "id": "00000000-0000-4000-8000-000000000011",
                    "department": "00000000-0000-4000-8000-0000000000{department}"
                }}]
            }} }}"#
        )
    };
    let first = list(21, "2024-05-01", 31);
    let other = "the same citizen is in document 1 with another department on the same day";
    assert_eq!(told_twice(&first, &list(22, "2024-05-01", 32)), [other]);
    assert!(told_twice(&first, &list(22, "2024-05-01", 31)).is_empty());
    assert!(told_twice(&first, &list(22, "2024-06-01", 32)).is_empty());
}

#[test]
fn a_sub_goal_that_has_ended_is_not_open_later() {
    let list = |id: u32, day: &str, status: &str| {
        format!(
            r#"{{ "caseload": {{
                "id": "00000000-0000-4000-8000-0000000000{id}", "asOf": "{day}",
                "citizens": [{{
                    "id": "00000000-0000-4000-8000-000000000011",
                    "subGoals": [{{ "id": "00000000-0000-4000-8000-000000000012", "status": "{status}" }}]
                }}]
            }} }}"#
        )
    };
    let (january, may) = ("2024-01-31", "2024-05-01");
    let other = "the same sub-goal is in document 1 with another status";
    assert_eq!(told_twice(&list(21, january, "reached"), &list(22, may, "open")), [other]);
    assert_eq!(told_twice(&list(22, may, "open"), &list(21, january, "reached")), [other]);
    assert!(told_twice(&list(21, january, "open"), &list(22, may, "reached")).is_empty());
    assert!(told_twice(&list(21, january, "reached"), &list(22, may, "reached")).is_empty());
}

#[test]
fn a_panel_judges_once_and_terms_have_one_date() {
    let audit = |content: &str| {
        format!(r#"{{ "id": "00000000-0000-4000-8000-000000000011", "judgements": [{content}] }}"#)
    };
    let judged = |step: u32| {
        format!(
            r#"{{
                "question": "00000000-0000-4000-8000-000000000012",
                "after": "00000000-0000-4000-8000-0000000000{step}"
            }}"#
        )
    };
    let alone = |content: &str| format!(r#"{{ "audit": {} }}"#, audit(content));
    let project = |content: &str| {
        let audit = audit(content);
        format!(r#"{{ "project": {{ "id": "00000000-0000-4000-8000-000000000021", "audit": {audit} }} }}"#)
    };
    let other = "the same audit is in document 1 with other judgements of the panel";
    assert_eq!(told_twice(&alone(&judged(31)), &project(&judged(32))), [other]);
    assert!(told_twice(&alone(&judged(31)), &project(&judged(31))).is_empty());
    assert!(told_twice(&alone(&judged(31)), &project("")).is_empty());

    let terms = |kind: &str, id: u32, title: &str, on: &str| {
        format!(
            r#"{{ "{kind}": {{
                "id": "00000000-0000-4000-8000-0000000000{id}",
                "bodies": [{{
                    "id": "00000000-0000-4000-8000-000000000013", "kind": "workingGroup",
                    "terms": {{ "title": "{title}", "on": "{on}" }}
                }}]
            }} }}"#
        )
    };
    let first = terms("agreement", 14, "Kommissorium", "2024-10-12");
    let other = "the same body is in document 1 with another date of the terms of reference";
    assert_eq!(told_twice(&first, &terms("plan", 15, "kommissorium", "2024-12-10")), [other]);
    assert!(told_twice(&first, &terms("plan", 15, "Kommissorium", "2024-10")).is_empty());
    assert!(told_twice(&first, &terms("plan", 15, "Kommissorium, 2. udgave", "2024-12-10")).is_empty());
}
