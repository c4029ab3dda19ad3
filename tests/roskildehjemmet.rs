//! The agreement of Roskildehjemmet for 2024: exactly its oddities, at their places.
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

#[path = "common/roskildehjemmet.rs"]
mod roskildehjemmet;

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::report::{Finding, Profile};
use kvalitetsmodel::{Context, Explanation, Lang, check, check_rule, codes, explain, json};
use roskildehjemmet::{TEXT, mended, signed};

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

/// `R-… at section` for each finding: the first requirement of its rule, or else its code.
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
        "R-002 at –",
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
        "S-001 at 1.4",
        "S-001 at 1.5",
        "S-002 at –",
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
        "S-011 at 1.10",
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
fn one_signature_has_a_date_and_two_rules_count_alike() {
    let said = |code| {
        let report = check_rule(&signed(), &context(), code);
        report.findings().iter().map(|one| one.message(Lang::Da)).collect::<Vec<_>>()
    };
    assert_eq!(
        said(codes::AGR002),
        ["forstanderens navn mangler; kun 1 af 2 datoer er udfyldt, og det fremgår ikke, hvem den hører til"]
    );
    assert_eq!(said(codes::AGR003), ["kan ikke vurderes; mangler: den ene parts underskriftsdato"]);
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
        "R-003 at –",   // one signature has no date
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
    // Of 1.2 it is said once that nothing is followed up. 1.4 and 1.5 are for members only.
    assert_eq!(codes, ["AGR026", "AGR012", "AGR012"]);
    let Some(Explanation::Active(rule)) = explain(report.not_evaluated()[1].code) else { panic!("a rule") };
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
fn the_agenda_states_dates_and_conditions() {
    let agreement = signed();
    let agenda: Vec<_> = agreement
        .agenda("2024-01-09".parse().expect("a day"))
        .map(|item| {
            let section = item.section.map_or("–".to_owned(), |section| section.to_string());
            format!("{section} {}", item.status.in_lang(kvalitetsmodel::Lang::En))
        })
        .collect();
    for expected in [
        "1.2 due by 31 December 2025",
        "1.2.1 waiting for the schedule",
        "1.3.1 waiting for the start date",
        "1.3.4 due by 31 March 2024",
        "1.3.4 due by 31 May 2024",
        "1.3.4 waiting for a decision",
        "1.6.3 due by 31 March 2024",
        "1.8.5 due by 30 November 2024",
        "1.9.2 waiting for a decision",
        "1.12.4 recurring, with no one deadline",
        "3 due by 31 August 2024",
        "3 due by 31 December 2024",
    ] {
        assert!(agenda.iter().any(|item| item == expected), "{expected} is not in {agenda:#?}");
    }
}
