//! A real implementation plan: what is found in it, and its status on a day.
#![cfg(feature = "json")]
#![expect(clippy::expect_used, clippy::panic, reason = "a test that does not hold may stop here")]

use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::codes::{self, RuleCode};
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::plan::{ImplementationPlan, PlanSpan, RowState};
use kvalitetsmodel::report::Verdict;
use kvalitetsmodel::{Context, Draft as _, Lang, json};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn document() -> Document {
    json::read(include_str!("../../examples/data/aarhus-2017.json")).expect("a document")
}

fn aarhus() -> ImplementationPlan {
    match document().content() {
        Content::Plan(plan) => plan.clone(),
        other => panic!("an implementation plan, not {}", other.kind()),
    }
}

/// What is found in the plan: code, verdict, place in it.
fn found(plan: &ImplementationPlan) -> Vec<(RuleCode, Verdict, String)> {
    let report = kvalitetsmodel::check(plan, &Context::new(day("2017-10-01")));
    let found = report.findings().iter();
    let mut found: Vec<_> =
        found.map(|one| (one.code(), one.verdict(), one.at().as_str().to_owned())).collect();
    found.sort_by(|a, b| (&a.2, a.0).cmp(&(&b.2, b.0)));
    found
}

#[test]
fn four_of_the_listed_tasks_have_no_row_and_the_lost_months_are_not_assessable() {
    use Verdict::{NotAssessable, NotMet};
    let row = |n: u32| format!("/phases/1/rows/{n}");
    let task = |n: u32| format!("/phases/1/tasks/{n}");
    let of = |code, verdict, at: &str| (code, verdict, at.to_owned());
    let mut expected = vec![
        of(codes::PLA019, NotAssessable, "/areas"),
        of(codes::PLA007, NotMet, "/extensions/0/decidedBy"),
        of(codes::PLA010, NotMet, &task(4)),
        of(codes::PLA010, NotMet, &task(5)),
        of(codes::PLA023, NotMet, &task(5)),
        of(codes::PLA010, NotMet, &task(6)),
        of(codes::PLA010, NotMet, &task(7)),
        of(codes::PLA024, NotMet, "/phases/2"),
    ];
    expected.extend((0..4).map(|n| of(codes::PLA012, NotAssessable, &row(n))));
    expected.extend(
        [codes::PLA012, codes::PLA015, codes::PLA017, codes::PLA018]
            .map(|code| of(code, NotAssessable, &row(4))),
    );
    expected.push(of(codes::PLA012, NotAssessable, &row(5)));
    expected.push(of(codes::PLA016, NotMet, &row(5)));
    expected.extend([codes::PLA017, codes::PLA018].map(|code| of(code, NotAssessable, &row(5))));
    expected.sort_by(|a, b| (&a.2, a.0).cmp(&(&b.2, b.0)));
    assert_eq!(found(&aarhus()), expected);
}

#[test]
fn the_findings_say_what_is_missing() {
    let report = document().check(&Context::new(day("2017-10-01")));
    let said = |code: RuleCode| -> Vec<String> {
        let of_code = report.findings().iter().filter(|one| one.code() == code);
        of_code.map(|one| one.message(Lang::Da)).collect()
    };
    assert_eq!(
        said(codes::PLA017),
        ["kan ikke vurderes; mangler: rækkens måneder, hvornår perioden uden ny praksis begynder, hvornår perioden uden ny praksis slutter";
            2]
    );
    assert_eq!(
        said(codes::PLA010),
        ["opgaven er opført under fasen, men ingen række i tidsplanen hører til den"; 4]
    );
    assert!(!report.rejects());
}

/// With the months and what else is missing, only what the plan itself does is found.
#[test]
fn the_months_decide_what_could_not_be_assessed() {
    let mut plan = aarhus();
    let months = [("01", "07"), ("01", "07"), ("01", "04"), ("03", "04"), ("05", "07"), ("05", "07")];
    let month = |month: &str| format!("2017-{month}").parse().expect("a month");
    for (row, (from, to)) in plan.phases[1].rows.iter_mut().zip(months) {
        row.spans = vec![PlanSpan { to: Some(month(to)), ..PlanSpan::new(month(from)) }];
    }
    for blackout in &mut plan.blackouts {
        (blackout.starts_on, blackout.ends_on) = (Some(month("06")), Some(month("06")));
    }
    let codes_of = |plan: &ImplementationPlan| -> Vec<RuleCode> {
        let found = found(plan).into_iter().map(|(code, _, _)| code);
        found.filter(|code| ![codes::PLA010, codes::PLA019, codes::PLA023].contains(code)).collect()
    };
    let facts = [codes::PLA007, codes::PLA016, codes::PLA024];
    assert_eq!(codes_of(&plan), facts);

    // The system comes in May: the two practices begin then, and what is running continues.
    plan.blackouts[0].starts_on = Some(month("05"));
    let found = codes_of(&plan);
    assert_eq!(found.iter().filter(|code| **code == codes::PLA017).count(), 2);
    assert_eq!(found.len(), facts.len() + 2);
    assert!(plan.validate(&Context::new(day("2017-10-01"))).is_ok());
}

#[test]
fn a_row_stands_differently_from_day_to_day() {
    let plan = aarhus();
    let states = |on: &str| plan.rows().map(|row| row.state(day(on))).collect::<Vec<_>>();
    let without = [RowState::WithoutTime; 6].as_slice();
    for (on, state) in [
        ("2017-07-31", RowState::Ahead),
        ("2017-08-01", RowState::Running),
        ("2017-12-31", RowState::Running),
        ("2018-01-01", RowState::Unreported),
    ] {
        assert_eq!(states(on), [without, &[state, state]].concat(), "{on}");
    }
}

#[test]
fn the_tasks_without_a_row_are_told_in_words() {
    let plan = aarhus();
    assert_eq!(plan.tasks_without_row().count(), 4);
    let words = plan.in_words(day("2017-10-01"), Lang::Da).to_string();
    let lines: Vec<_> = words.lines().collect();
    assert_eq!(lines.len(), 19);
    assert_eq!(lines[0], "Pr. 1. oktober 2017.");
    assert_eq!(lines[1], "Oprindeligt godkendt til juli 2017 af Chefteamet.");
    assert_eq!(
        lines[2],
        "Forlænget til december 2017, besluttet 25. januar 2017 af Styregruppen for forløbsmodellen."
    );
    assert_eq!(lines[3], "Fase 1, Den intensive vidensfase: marts 2016 – december 2016.");
    assert_eq!(
        lines[8],
        "Prøvehandlinger i udvalgte områder om borgerkonferencer: tidspunkt ikke oplyst; \
         ansvarlig: Implementeringsgruppen for forløbsmodellen."
    );
    assert_eq!(
        lines[12],
        "Fastlæggelse af effektmål for arbejdet med borgerforløb: opgave uden række i tidsplanen."
    );
    assert_eq!(
        lines[18],
        "Ingen ny praksis (Undgå at iværksætte nye arbejdsgange og ny praksis i arbejdet med borgerforløb omkring implementeringen af CURA): ikke oplyst."
    );
    assert!(lines[17].ends_with("påbegyndt i fase 2: august 2017 – december 2017; i gang; ansvarlig: Direktion i områderne og Ledere i områderne."), "{}", lines[17]);
}

#[test]
fn approvals_say_what_is_stated() {
    let plan: ImplementationPlan = serde_json::from_str(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2025",
            "extensions": [{}, { "until": "2026-06-30" }, { "until": "2026-12", "decidedBy": { "role": "Direktionen" } }],
            "blackouts": [{ "startsOn": "2025-07", "endsOn": "2025-07" }]
        }"#,
    )
    .expect("a plan");
    assert_eq!(
        plan.in_words(day("2025-01-01"), Lang::Da).to_string(),
        "Pr. 1. januar 2025.\nOprindeligt godkendt til 2025.\nForlænget, den nye slutdato er ikke oplyst.\n\
         Forlænget til 30. juni 2026.\nForlænget til december 2026, besluttet af Direktionen.\nIngen ny praksis: juli 2025."
    );
    assert_eq!(
        plan.in_words(day("2025-01-01"), Lang::En).to_string(),
        "As of 1 January 2025.\nFirst approved until 2025.\nExtended, the new end is not stated.\n\
         Extended until 30 June 2026.\nExtended until December 2026, decided by Direktionen.\nNo new practice: July 2025."
    );
}
