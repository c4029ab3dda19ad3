//! The agreement of Roskildehjemmet for 2024: exactly its faults, at their places.
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

use super::agreement::{TEXT, mended, signed};
use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::date::{Period, When};
use kvalitetsmodel::document::Document;
use kvalitetsmodel::report::{Finding, Profile};
use kvalitetsmodel::{Context, Explanation, Lang, check, check_rule, codes, explain, json};

fn document() -> Document {
    json::read(TEXT).expect("a document")
}

fn context() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

/// The number of the focus area, or `–` for the agreement as a whole.
fn section(agreement: &DevelopmentAgreement, finding: &Finding) -> String {
    let within = |n: usize| finding.at().is_within(&format!("/focusAreas/{n}"));
    let area = agreement.focus_areas.iter().enumerate().find(|(n, _)| within(*n)).map(|(_, area)| area);
    area.and_then(|area| area.number).map_or("–".to_owned(), |number| number.to_string())
}

/// `R-… at section` for each finding: the first requirement of its rule, otherwise its code.
fn requirements_at_sections(is_not_met: bool) -> Vec<String> {
    let agreement = signed();
    let report = check(&agreement, &context());
    let mut listed: Vec<_> = report
        .findings()
        .iter()
        .filter(|finding| finding.is_not_met() == is_not_met)
        .map(|finding| {
            let Some(Explanation::Active(rule)) = explain(finding.code()) else { panic!("an active rule") };
            let name = rule.requirements.first().copied().unwrap_or(rule.code.as_str());
            format!("{name} at {}", section(&agreement, finding))
        })
        .collect();
    listed.sort();
    listed
}

#[test]
fn the_oddities_are_found_and_nothing_else() {
    let expected = [
        "AGR054 at –",
        "AGR054 at –",
        "R-002 at –",
        "R-006 at 1.5",
        "R-009 at –",
        "R-013 at 1.13",
        "R-013 at 1.2",
        "R-014 at 1.7",
        "R-024 at 1.3",
        "R-024 at 1.4",
        "R-024 at 1.5",
        "R-025 at 1.8",
        "R-027 at 1.3",
        "R-027 at 1.4",
        "R-027 at 1.5",
        "R-028 at 1.5",
        "R-034 at 1.3",
        "R-041 at 1.1",
        "R-043 at 1.13",
        "R-045 at 1.8",
        "S-001 at 1.4",
        "S-001 at 1.5",
        "S-002 at –",
        "S-003 at 1.3",
        "S-003 at 1.9",
        "S-004 at 1.3",
        "S-004 at 1.6",
        "S-004 at 1.8",
        "S-005 at 1.8",
        "S-006 at 1.11",
        "S-006 at 1.12",
        "S-006 at 1.13",
        "S-006 at 1.2",
        "S-006 at 1.7",
        "S-006 at 1.9",
        "S-010 at 1.2",
        "S-011 at 1.10",
        "S-013 at 1.9",
        "S-015 at 1.7",
        "S-017 at 1.4",
    ];
    assert_eq!(requirements_at_sections(true), expected);
}

#[test]
fn what_contradicts_the_document_itself_is_an_error_and_the_rest_a_warning() {
    let agreement = signed();
    let report = check(&agreement, &context());
    let errors = report.findings().iter().filter(|finding| finding.rejects());
    let errors: Vec<_> =
        errors.map(|one| format!("{} at {}", one.code(), section(&agreement, one))).collect();
    // 1.3 binds all services, so its community can have agreed a figure for all; 1.5 can be read in two ways.
    assert_eq!(errors, ["AGR011 at 1.4", "AGR011 at 1.5"]);
    for (code, at) in [(codes::AGR018, "1.3"), (codes::AGR014, "1.5")] {
        let report = check_rule(&agreement, &context(), code);
        let found: Vec<_> = report.findings().iter().map(|one| section(&agreement, one)).collect();
        assert_eq!(found, [at], "{code}");
    }
}

#[test]
fn one_signature_has_a_date_and_one_rule_says_so() {
    let said = |code| {
        let report = check_rule(&signed(), &context(), code);
        report.findings().iter().map(|one| one.message(Lang::Da)).collect::<Vec<_>>()
    };
    assert_eq!(
        said(codes::AGR002),
        ["forstanderens navn mangler; kun 1 af 2 datoer er udfyldt, og det fremgår ikke, hvem den hører til"]
    );
    assert!(said(codes::AGR003).is_empty());
}

#[test]
fn actions_without_a_deadline_and_a_follow_up_are_counted() {
    let report = check_rule(&signed(), &context(), codes::AGR026);
    let said: Vec<_> = report.findings().iter().map(|one| one.message(Lang::Da)).collect();
    // 1.3: "indenfor 3 måneder" is a deadline, if not a date. 1.8: the monitoring in November is one of the actions.
    assert_eq!(
        said,
        [
            "4 af 7 indsatser har ingen frist og er ikke nævnt i opfølgningen",
            "3 af 4 indsatser har ingen frist og er ikke nævnt i opfølgningen",
            "4 af 5 indsatser har ingen frist og er ikke nævnt i opfølgningen",
        ]
    );
}

#[test]
fn the_profile_of_its_region_finds_nothing_more() {
    let region = context().with_profile(Profile::region_sjaelland_2024());
    assert_eq!(check(&signed(), &region).findings().len(), check(&signed(), &context()).findings().len());
}

#[test]
fn what_the_source_leaves_unsaid_is_not_assessable() {
    let expected = [
        "R-022 at 1.3", // the state assessment is not said to show a need
        "R-022 at 1.4",
        "R-022 at 1.5",
        "R-022 at 1.8",
        "R-030 at 1.8", // when the network fixed its list
        "R-031 at 1.5", // 80 % of new staff: no measuring time, no data source
        "R-031 at 1.8", // 90 % of the requirements: the same
    ];
    assert_eq!(requirements_at_sections(false), expected);
}

#[test]
fn a_figure_that_cannot_be_agreed_is_not_judged_by_its_deadline() {
    let report = check(&signed(), &context());
    let codes: Vec<_> = report.not_evaluated().iter().map(|entry| entry.code.to_string()).collect();
    // It is reported once that a signature has no date, and once that nothing is followed up in 1.2. 1.4 and 1.5 are for
    // members.
    assert_eq!(codes, ["AGR003", "AGR026", "AGR012", "AGR012"]);
    let Some(Explanation::Active(rule)) = explain(report.not_evaluated()[2].code) else { panic!("a rule") };
    assert_eq!(rule.requirements, ["R-026"]);
}

#[test]
fn its_framework_is_valid_in_2024_and_mostly_expired_in_2025() {
    let expired = |year| {
        let agreement = DevelopmentAgreement { year: Some(year), ..signed() };
        let report = check_rule(&agreement, &context(), codes::AGR016);
        report.findings().iter().map(|finding| finding.at().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(signed().framework.len(), 4);
    assert_eq!(expired(2024), [""; 0]);
    assert_eq!(expired(2025), ["/framework/1", "/framework/2", "/framework/3"]);
}

#[test]
fn every_place_exists_in_the_document() {
    let report = document().check(&context());
    let value: serde_json::Value = serde_json::from_str(TEXT).expect("JSON");
    assert!(!report.is_clean());
    for finding in report.findings() {
        assert!(value.pointer(finding.at().as_str()).is_some(), "{}", finding.at());
    }
}

#[test]
fn the_file_is_written_back_unchanged() {
    assert_eq!(json::write(&document()).expect("a document"), TEXT);
}

#[test]
fn the_agreement_with_its_gaps_filled_is_clean() {
    let report = check(&mended(), &context());
    assert!(report.is_clean(), "extend `mended` in tests/common/roskildehjemmet.rs: {report:#?}");
    assert!(report.not_evaluated().is_empty());
}

#[test]
fn an_agreement_for_two_or_four_years_is_as_clean_as_one_for_a_year() {
    for last_day in ["2024-12-31", "2025-12-31", "2027-12-31"] {
        let (start, end) = ("2024-01-01".parse().expect("a day"), last_day.parse().expect("a day"));
        let mut agreement =
            DevelopmentAgreement { period: Some(Period { start, end }), year: None, ..mended() };
        // One meeting is named for the middle and one for the end of a year: a year has two.
        agreement.follow_ups.iter_mut().for_each(|one| one.when = Some(When::TimesAYear { times: Some(2) }));
        let report = check(&agreement, &context());
        assert!(report.is_clean() && report.not_evaluated().is_empty(), "{last_day}: {report:#?}");
        // 1.6.3, "31. marts": the first of them is the first follow-up of its area.
        let area = agreement.focus_areas.iter().find(|area| area.number == "1.6".parse().ok()).expect("1.6");
        let first = area.first_follow_up(agreement.running_period().as_ref());
        assert_eq!(first, "2024-03-31".parse().ok(), "{last_day}");
    }
}

#[test]
fn a_day_without_a_year_recurs_in_an_agreement_for_two_years() {
    let (start, end) = ("2024-01-01".parse().expect("a day"), "2025-12-31".parse().expect("a day"));
    let agreement = DevelopmentAgreement { period: Some(Period { start, end }), ..signed() };
    let mut agenda = Agenda::new("2024-01-09".parse().expect("a day"));
    agenda.add_draft(&agreement);
    let said: Vec<_> = agenda.items().into_iter().map(|item| item.in_lang(Lang::Da).to_string()).collect();
    assert!(
        said.iter().any(|one| one == "afsnit 1.6.3, opfølgning (status): 31. marts hvert år"),
        "{said:#?}"
    );
}

#[test]
fn the_agenda_states_dates_and_conditions() {
    let agreement = signed();
    let mut agenda = Agenda::new("2024-01-09".parse().expect("a day"));
    agenda.add_draft(&agreement);
    let agenda = agenda.items().into_iter();
    let agenda: Vec<_> = agenda.map(|item| item.in_lang(Lang::En).to_string()).collect();
    for expected in [
        "section 1.2, action: due by 31 December 2025 (2025)",
        "section 1.2.1, action: waiting for the schedule",
        "section 1.3.1, action: waiting for the start date",
        "section 1.3.4, follow-up (status report): due by 31 March 2024",
        "section 1.3.4, follow-up (status report): due by 31 May 2024",
        "section 1.3.4, follow-up: waiting for a decision",
        "section 1.6.3, follow-up (status report): due by 31 March 2024 (31 March)",
        "section 1.8.5, measuring of a target figure: due by 30 November 2024 (November 2024)",
        "section 1.9.2, follow-up (quality monitoring): waiting for a decision",
        "section 1.12.4, follow-up (dialogue meeting): twice a year",
        "section 3, follow-up (dialogue meeting): due by 31 August 2024 (mid-2024)",
        "section 3, follow-up (dialogue meeting): due by 31 December 2024 (late 2024)",
    ] {
        assert!(agenda.iter().any(|item| item == expected), "{expected} is not in {agenda:#?}");
    }
}
