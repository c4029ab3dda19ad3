//! What is found in whole records.

use kvalitetsmodel::goal::{Caseload, Citizen};
use kvalitetsmodel::report::{Report, Verdict};
use kvalitetsmodel::rule::Severity;
use kvalitetsmodel::{Context, Lang, check};

use super::day;

/// Five sub-goals of one citizen: worded as a goal; almost empty; ended before its evaluation; without a goal
/// of the municipality; without a figure.
const FIVE: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001",
    "goals": [
        { "id": "00000000-0000-4000-8000-000000000011" },
        { "id": "00000000-0000-4000-8000-000000000012" },
        { "id": "00000000-0000-4000-8000-000000000013" }
    ],
    "subGoals": [
        {
            "id": "00000000-0000-4000-8000-000000000021",
            "goal": "00000000-0000-4000-8000-000000000011",
            "text": "Sofie går selv til bageren to gange om ugen senest 30. september 2024",
            "indicator": "antal ture pr. uge", "intervention": "ingen støtte",
            "evaluateBy": "2024-08-15", "endsOn": "2024-09-30", "citizen": { "involved": {} }
        },
        {
            "id": "00000000-0000-4000-8000-000000000022",
            "goal": "00000000-0000-4000-8000-000000000011",
            "text": "Støtte til at få en bedre hverdag"
        },
        {
            "id": "00000000-0000-4000-8000-000000000023",
            "goal": "00000000-0000-4000-8000-000000000012",
            "text": "Sikre at Karl tager sin medicin",
            "evaluateBy": "2025-01-10", "endsOn": "2024-12-01", "citizen": { "involved": {} }
        },
        {
            "id": "00000000-0000-4000-8000-000000000024",
            "text": "Amina spiser aftensmad i fællesrummet fire af syv dage i uge 40",
            "indicator": "dage", "intervention": "påmindelse",
            "evaluateBy": "2024-10-06", "endsOn": "2024-10-06", "citizen": { "involved": {} }
        },
        {
            "id": "00000000-0000-4000-8000-000000000025",
            "goal": "00000000-0000-4000-8000-000000000013",
            "text": "Peter har øget selvværd",
            "evaluateBy": "2024-11-30", "endsOn": "2024-11-30", "citizen": { "involved": {} }
        }
    ]
}"#;

fn report(json: &str) -> Report {
    let citizen: Citizen = serde_json::from_str(json).expect("a citizen");
    check(&citizen, &Context::new(day("2024-01-15")))
}

/// Code, place and verdict of each finding, by code.
fn lines(report: &Report) -> Vec<String> {
    let mut lines: Vec<_> = report
        .findings()
        .iter()
        .map(|finding| {
            let mark = if finding.verdict() == Verdict::NotAssessable { "?" } else { "" };
            format!("{}{mark} {}", finding.code(), finding.at())
        })
        .collect();
    lines.sort();
    lines
}

#[test]
fn five_sub_goals_are_found_as_their_fields_say() {
    let expected = [
        "GOL001 /subGoals/2/endsOn",
        "GOL004 /subGoals/3",
        "GOL005 /subGoals/1",
        "GOL009? /subGoals/1",
        "GOL015 /subGoals/1/text",
        "GOL015 /subGoals/2/text",
        "GOL016 /subGoals/1",
        "GOL016 /subGoals/2",
        "GOL016 /subGoals/4",
        "GOL017 /subGoals/1",
        "GOL017 /subGoals/2",
        "GOL017 /subGoals/4",
    ];
    assert_eq!(lines(&report(FIVE)), expected);
}

#[test]
fn no_finding_says_what_was_written_about_a_citizen() {
    let report = report(FIVE);
    for finding in report.findings() {
        for lang in [Lang::Da, Lang::En] {
            let said = format!("{} {:?}", finding.message(lang), finding);
            for name in ["Sofie", "Karl", "Amina", "Peter", "hverdag", "medicin"] {
                assert!(!said.contains(name), "{said}");
            }
        }
    }
}

/// The kind of a goal changes no verdict: to keep an ability is as good a goal as to gain one.
#[test]
fn no_rule_asks_for_growth() {
    let expected = lines(&report(FIVE));
    for kind in ["develop", "maintain", "limitLoss"] {
        let with_kind = FIVE.replace(r#""endsOn""#, &format!(r#""kind": "{kind}", "endsOn""#));
        assert_eq!(lines(&report(&with_kind)), expected, "{kind}");
    }
}

/// Overdue on every date, evaluated too late and never closed: deadlines and counts say so, but no rule.
#[test]
fn what_is_overdue_is_no_finding() {
    let overdue = r#"{
        "id": "00000000-0000-4000-8000-000000000001",
        "goals": [{ "id": "00000000-0000-4000-8000-000000000011" }],
        "subGoals": [{
            "id": "00000000-0000-4000-8000-000000000021",
            "goal": "00000000-0000-4000-8000-000000000011", "text": "Går til bageren to gange om ugen",
            "indicator": "ture", "evaluateBy": "2022-08-15", "endsOn": "2022-09-30",
            "citizen": { "involved": {} }, "status": "open"
        }]
    }"#;
    let report = report(overdue);
    assert!(report.is_clean(), "{:?}", report.findings());
}

#[test]
fn a_goal_of_another_citizen_is_unknown() {
    let caseload = r#"{
        "id": "00000000-0000-4000-8000-000000000002",
        "citizens": [
            {
                "id": "00000000-0000-4000-8000-000000000003",
                "goals": [{ "id": "00000000-0000-4000-8000-000000000011" }]
            },
            {
                "id": "00000000-0000-4000-8000-000000000004",
                "subGoals": [{
                    "id": "00000000-0000-4000-8000-000000000021",
                    "goal": "00000000-0000-4000-8000-000000000011",
                    "replacedBy": "00000000-0000-4000-8000-000000000099"
                }]
            }
        ]
    }"#;
    let caseload: Caseload = serde_json::from_str(caseload).expect("a caseload");
    let found = lines(&check(&caseload, &Context::new(day("2024-01-15"))));
    // One finding for each reference, and none about the form of the document.
    let references: Vec<_> =
        found.iter().filter(|line| line.starts_with("DOC") || line.starts_with("GOL002")).collect();
    let expected = ["GOL002 /citizens/1/subGoals/0/goal", "GOL002 /citizens/1/subGoals/0/replacedBy"];
    assert_eq!(references, expected);
}

/// A machine sees only the form of words. It never says that a goal is wrong.
#[test]
fn what_is_found_in_words_is_information() {
    let codes = ["GOL015", "GOL016", "GOL017"];
    let of_words = report(FIVE);
    let of_words = of_words.findings().iter().filter(|finding| codes.contains(&finding.code().as_str()));
    assert!(of_words.clone().all(|finding| finding.severity() == Severity::Information));
    assert_eq!(of_words.count(), 8);
}

/// A long chain that ends in a circle is walked once.
#[test]
fn a_long_chain_is_walked_once() {
    let id = |n: usize| format!("00000000-0000-4000-8000-{n:012}");
    let last = 20_000;
    let sub_goals: Vec<_> = (0..last)
        .map(|n| {
            let next = if n + 1 == last { last - 2 } else { n + 1 };
            format!(r#"{{ "id": "{}", "status": "replaced", "replacedBy": "{}" }}"#, id(n), id(next))
        })
        .collect();
    let json = format!(r#"{{ "id": "{}", "subGoals": [{}] }}"#, id(999_999), sub_goals.join(","));
    let found = report(&json);
    let rings: Vec<_> = found
        .findings()
        .iter()
        .filter(|finding| finding.code().as_str() == "GOL003")
        .map(|finding| (finding.at().to_string(), finding.message(Lang::En)))
        .collect();
    let expected = (
        "/subGoals/19998".to_owned(),
        "2 sub-goals replace each other in a circle, from sub-goal 19999 to sub-goal 20000 and back"
            .to_owned(),
    );
    assert_eq!(rings, [expected]);
}
