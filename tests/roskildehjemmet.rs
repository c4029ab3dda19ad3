//! The agreement of Roskildehjemmet for 2024: exactly its oddities, at their places.
#![expect(
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "tests may fail loudly, in their helpers too"
)]

use kvalitetsmodel::agreement::Body;
use kvalitetsmodel::date::PartialDate;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::id::{BodyId, FollowUpId};
use kvalitetsmodel::improvement::BodyKind;
use kvalitetsmodel::target::{Baseline, Forum};
use kvalitetsmodel::{
    Content, Context, Decimal, DevelopmentAgreement, Explanation, Finding, FollowUp, StateAssessment, Unit,
    When, check, check_rule, codes, explain, json,
};
use uuid::Uuid;

const TEXT: &str = include_str!("../examples/data/roskildehjemmet-2024.json");

fn document() -> Document {
    json::read(TEXT).expect("a document")
}

fn agreement() -> DevelopmentAgreement {
    match document().into_content() {
        Content::Agreement(agreement) => agreement,
        other => panic!("an agreement, not {}", other.kind()),
    }
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

/// `R-… at section`, for the first requirement that the rule carries out.
fn told(found: bool) -> Vec<String> {
    let agreement = agreement();
    let report = check(&agreement, &context());
    let mut told: Vec<_> = report
        .findings()
        .iter()
        .filter(|finding| finding.is_not_met() == found)
        .map(|finding| format!("{} at {}", finding.rule().requirements[0], section(&agreement, finding)))
        .collect();
    told.sort();
    told
}

#[test]
fn the_oddities_are_found_and_nothing_else() {
    let expected = [
        "R-002 at –",
        "R-013 at 1.13",
        "R-013 at 1.2",
        "R-014 at 1.7",
        "R-024 at 1.3",
        "R-024 at 1.4",
        "R-024 at 1.5",
        "R-025 at 1.5",
        "R-027 at 1.3",
        "R-027 at 1.4",
        "R-027 at 1.5",
        "R-028 at 1.5",
        "R-034 at 1.3",
    ];
    assert_eq!(told(true), expected);
}

#[test]
fn what_the_source_leaves_unsaid_is_not_assessable() {
    let expected = [
        "R-003 at –",   // one signature has no date
        "R-022 at 1.3", // no state assessment is given
        "R-022 at 1.4",
        "R-022 at 1.5",
        "R-022 at 1.8",
        "R-030 at 1.8", // when the network fixed its list
        "R-031 at 1.5", // 80 % of new staff: no measuring time, no data source
        "R-031 at 1.8", // 90 % of the requirements: the same
    ];
    assert_eq!(told(false), expected);
}

#[test]
fn a_figure_that_cannot_be_agreed_is_not_judged_by_its_deadline() {
    let report = check(&agreement(), &context());
    let codes: Vec<_> = report.not_evaluated().iter().map(|entry| entry.code.to_string()).collect();
    assert_eq!(codes, ["AGR012", "AGR012", "AGR012"]);
    let Some(Explanation::Active(rule)) = explain(report.not_evaluated()[0].code) else { panic!("a rule") };
    assert_eq!(rule.requirements, ["R-026"]);
}

#[test]
fn its_basis_is_valid_in_2024_and_three_quarters_of_it_have_expired_in_2025() {
    let expired = |year| {
        let agreement = DevelopmentAgreement { year: Some(year), ..agreement() };
        let report = check_rule(&agreement, &context(), codes::AGR016);
        report.findings().iter().map(|finding| finding.at().to_string()).collect::<Vec<_>>()
    };
    assert_eq!(agreement().framework.len(), 4);
    assert_eq!(expired(2024), [""; 0]);
    assert_eq!(expired(2025), ["/framework/1", "/framework/2", "/framework/3"]);
}

#[test]
fn pointers_lead_into_the_document() {
    let report = document().check(&context());
    let value: serde_json::Value = serde_json::from_str(TEXT).expect("JSON");
    assert_eq!(report.findings().len(), 21);
    for finding in report.findings() {
        assert!(value.pointer(finding.at().as_str()).is_some(), "{}", finding.at());
    }
}

#[test]
fn the_file_is_written_back_as_it_is() {
    assert_eq!(json::write(&document()).expect("a document"), TEXT);
}

fn on(text: &str) -> PartialDate {
    text.parse().expect("a date")
}

/// The same agreement with every oddity mended and every gap filled.
fn mended() -> DevelopmentAgreement {
    let mut agreement = agreement();
    let steering_group = BodyId::new(Uuid::from_u128(1));

    // both parties sign with name and date.
    agreement.unattributed_signing_days.clear();
    for party in &mut agreement.parties {
        party.named = Some(true);
        party.signed_on = Some(on("2024-01-09"));
    }

    // the steering group is set up, and named as the one that decides.
    agreement.bodies.push(Body { id: steering_group, kind: BodyKind::SteeringGroup, name: None });

    for (n, area) in agreement.focus_areas.iter_mut().enumerate() {
        // actions are followed up. R-014: the follow-up of 1.7 has a time.
        if !area.actions.is_empty() && area.follow_ups.is_empty() {
            let id = FollowUpId::new(Uuid::from_u128(100 + n as u128));
            area.follow_ups.push(FollowUp {
                when: Some(When::Date { on: on("2024-11") }),
                on: Some("status".into()),
                ..FollowUp::new(id)
            });
        }
        for follow_up in &mut area.follow_ups {
            match &mut follow_up.when {
                Some(When::DecidedBy { body, .. }) => *body = Some(steering_group),
                Some(_) => {}
                none => *none = Some(When::Date { on: on("2024-06-30") }),
            }
        }

        // the reduction has baseline, size and date.
        for aim in area.actions.iter_mut().filter_map(|action| action.aim.as_mut()) {
            aim.baseline =
                Some(Baseline { value: Decimal::from(4), unit: Unit::Count, on: Some(on("2023")) });
            (aim.size, aim.unit) = (Some(Decimal::from(2)), Some(Unit::Count));
            aim.by = Some(When::Date { on: on("2024-12-31") });
        }

        // the state assessment is given, and shows no need.
        for part in area.participation.iter_mut().filter(|part| part.kind == BodyKind::Community) {
            part.state_assessment =
                Some(StateAssessment { shows_need: Some(false), ..StateAssessment::default() });
        }

        // a figure that a non-member cannot agree is gone.
        area.targets.retain(|target| !matches!(target.agreed_by, Some(Forum::Community { .. })));
        for target in &mut area.targets {
            // who agrees it, when its list was fixed, when and on what it is measured.
            target.agreed_by.get_or_insert(Forum::Parties {});
            target.measured_at.get_or_insert(When::Date { on: on("2024-11") });
            target.data_source.get_or_insert("survey".into());
            if let Some(population) = &mut target.population {
                population.fixed_on = population.selected_by.map(|_| on("2024-06"));
            }
        }
    }
    agreement
}

#[test]
fn the_mended_twin_is_clean() {
    let report = check(&mended(), &context());
    assert!(report.is_clean(), "{report:#?}");
    assert!(report.not_evaluated().is_empty());
}

#[test]
fn what_is_due_is_told_in_dates_and_conditions() {
    let agreement = agreement();
    let agenda: Vec<_> = agreement
        .agenda("2024-01-09".parse().expect("a day"))
        .map(|item| {
            let section = item.section.map_or("–".to_owned(), |section| section.to_string());
            format!("{section} {}", item.status.in_lang(kvalitetsmodel::Lang::En))
        })
        .collect();
    for expected in [
        "1.2.1 waiting for the schedule",
        "1.3.4 due by 31 March 2024",
        "1.3.4 due by 31 May 2024",
        "1.3.4 waiting for a decision",
        "1.6.3 due by 31 March 2024",
        "1.8.5 due by 30 November 2024",
        "1.11 due by 30 June 2024",
        "1.12.4 recurring, with no one deadline",
        "3 due by 31 August 2024",
        "3 due by 31 December 2024",
    ] {
        assert!(agenda.iter().any(|item| item == expected), "{expected} is not in {agenda:#?}");
    }
}
