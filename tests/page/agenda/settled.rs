//! What is settled without being done, and what outlasts what it was agreed in.

use kvalitetsmodel::Lang;
use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::page::Page;

use super::{day, document};

/// The English sentences of the agenda of some documents, in their order.
fn said(documents: &[&Document], on: &str) -> Vec<String> {
    let mut agenda = Agenda::new(day(on));
    for document in documents {
        agenda.add(document);
    }
    agenda.items().iter().map(|item| item.in_lang(Lang::En).to_string()).collect()
}

fn agreement(id: u8, year: u16, area: &str) -> Document {
    let content = format!(
        r##"{{ "id": "#{id}", "service": {{ "id": "#90" }}, "year": {year}, "focusAreas": [{{ "id": "#{}", {area} }}] }}"##,
        id.saturating_add(1)
    );
    document("agreement", &content)
}

#[test]
fn a_cycle_that_was_given_up_before_its_test_is_dropped() {
    let cycle = |rest: &str| {
        let content = format!(
            r##"{{ "id": "#1", "plan": {{ "when": {{ "date": {{ "on": "2024-05" }} }} }}, {rest} }}"##
        );
        said(&[&document("cycle", &content)], "2024-05-15")
    };
    assert_eq!(cycle(r#""act": { "decision": "abandon", "on": "2024-05-14" }"#), ["test: dropped"]);
    assert_eq!(cycle(r#""act": { "decision": "abandon" }"#), ["test: dropped"]);
    assert_eq!(
        cycle(r#""act": { "decision": "abandon", "on": "2024-05-16" }"#),
        ["test: due by 31 May 2024 (May 2024)"]
    );
    assert_eq!(
        cycle(r#""do": { "on": "2024-05-02" }, "act": { "decision": "abandon" }"#),
        ["test: done on 2 May 2024"]
    );
}

#[test]
fn the_deadline_of_an_authority_outlasts_the_agreement() {
    let order = |rest: &str| {
        format!(
            r#""criticisms": [{{ "authority": "workingEnvironment", "text": "Belysning", "deadline": "2023-12-15" {rest} }}]"#
        )
    };
    let first = agreement(1, 2023, &order(""));
    let silent = |id, year| agreement(id, year, r#""number": "1""#);
    let late = "focus area, answer to criticism by an authority: overdue, the last day was 15 December 2023";
    assert_eq!(said(&[&first, &silent(3, 2024), &silent(5, 2025)], "2025-06-01"), [late]);
    let closed = agreement(3, 2024, &order(r#", "closedOn": "2024-02-01""#));
    assert_eq!(
        said(&[&first, &closed], "2024-02-01"),
        [
            "focus area, answer to criticism by an authority: carried on in a later document",
            "focus area, answer to criticism by an authority: done on 1 February 2024",
        ]
    );
}

#[test]
fn a_state_assessment_is_renewed_by_a_later_one_with_its_topics() {
    let assessment = |id: u8, service: u8, on: &str, topic: &str| {
        let content = format!(
            r##"{{ "id": "#{id}", "service": {{ "id": "#{service}" }}, "on": "{on}", "renewBy": "2023-10", "topics": [{{ "topic": "{topic}" }}] }}"##
        );
        document("stateAssessment", &content)
    };
    let first = assessment(1, 90, "2022-10", "Sygefravær");
    let late = "new state assessment: overdue, the last day was 31 October 2023 (October 2023)";
    let renewed = |id, service, on, topic| {
        said(&[&first, &assessment(id, service, on, topic)], "2024-01-02")[0].clone()
    };
    assert_eq!(renewed(2, 90, "2023-11-10", "sygefravær"), "new state assessment: done on 10 November 2023");
    assert_eq!(renewed(2, 90, "2023-09", "sygefravær"), "new state assessment: done in September 2023");
    for other in [renewed(2, 91, "2023-11-10", "sygefravær"), renewed(2, 90, "2023-11-10", "onboarding")] {
        assert_eq!(other, late);
    }
    assert_eq!(renewed(2, 90, "2022-10", "sygefravær"), late);
}

#[test]
fn the_figure_of_a_community_is_due_for_members_only() {
    let with = |membership: &str| {
        let area = format!(
            r##""participation": [{{ "body": "#20", "kind": "community", "membership": "{membership}" }}],
            "targets": [{{ "id": "#10", "agreedBy": {{ "community": {{ "body": "#20" }} }}, "measuredAt": {{ "date": {{ "on": "2024-10" }} }} }}]"##
        );
        agreement(1, 2024, &area)
    };
    let measuring = "focus area, measuring of a target figure";
    assert_eq!(
        said(&[&with("member")], "2024-05-15"),
        [format!("{measuring}: due by 31 October 2024 (October 2024)")]
    );
    assert_eq!(said(&[&with("nonMember")], "2024-05-15"), [format!("{measuring}: dropped")]);
    // The community says that the service has left, and its agreement does not.
    let community = document(
        "community",
        r##"{ "id": "#5", "members": [{ "service": "#90", "membership": "member", "until": "2024-03-31" }],
            "targets": [{ "service": "#90", "target": { "id": "#10", "measuredAt": { "date": { "on": "2024-10" } } } }] }"##,
    );
    let dropped = ["target figure, measuring of a target figure: dropped"];
    assert_eq!(said(&[&with("member"), &community], "2024-05-15"), dropped);
}

#[test]
fn a_figure_to_be_agreed_is_fixed_by_the_first_follow_up() {
    let with = |state: &str| {
        let area = format!(
            r##""targets": [{{ "id": "#10", "agreedBy": {{ "community": {{}} }}, {state} }}, {{ "id": "#12", "agreedBy": "parties", "state": "toBeAgreed" }}],
            "followUps": [{{ "id": "#11", "doneOn": "2023-04-02", "when": {{ "date": {{ "on": "2023-03-31" }} }} }}]"##
        );
        said(&[&agreement(1, 2023, &area), &agreement(3, 2024, r#""number": "1""#)], "2023-04-05")
    };
    let of = |fixing: &str| {
        [
            "focus area, measuring of a target figure: no deadline".to_owned(),
            format!("focus area, fixing of a target figure: {fixing}"),
            "focus area, measuring of a target figure: no deadline".to_owned(),
            "focus area, follow-up: done on 2 April 2023".to_owned(),
        ]
    };
    assert_eq!(with(r#""state": "toBeAgreed""#), of("overdue, the last day was 31 March 2023"));
    let fixed = r#""state": "agreed", "history": [{ "state": "toBeAgreed" }, { "state": "agreed", "on": "2023-03-20" }]"#;
    assert_eq!(with(fixed), of("done on 20 March 2023"));
}

#[test]
fn improvements_are_planned_before_the_window_ends() {
    let content = r##"{ "id": "#1", "buildingReview": {
        "window": { "start": "2023-01-01", "end": "2024-12-31" },
        "buildings": [
            { "reviewedOn": "2024-02-01", "improvements": "needed" },
            { "reviewedOn": "2024-02-01", "improvements": "planned" },
            { "reviewedOn": "2024-02-01", "improvements": "notNeeded" }
        ]
    } }"##;
    let review = |n: u8| format!("building {n}, safety review: done on 1 February 2024");
    assert_eq!(
        said(&[&document("duties", content)], "2024-12-01"),
        [
            review(1),
            "building 1, plan for improvements: due by 31 December 2024".to_owned(),
            review(2),
            "building 2, plan for improvements: done".to_owned(),
            review(3),
        ]
    );
}

#[test]
fn goals_of_the_order_end_and_services_audit_each_other() {
    let citizen = r##"{ "id": "#1", "goals": [
        { "id": "#2", "endsOn": "2024-05-31" }, { "id": "#3", "endsOn": "2024-05-31", "status": "reached" }, { "id": "#4" }
    ] }"##;
    let of = "citizen 00000000-0000-4000-8000-000000000001";
    assert_eq!(
        said(&[&document("citizen", citizen)], "2024-06-01"),
        [
            format!("{of}, goal 1, closing: overdue, the last day was 31 May 2024"),
            format!("{of}, goal 2, closing: done")
        ]
    );
    let community = r##"{ "id": "#1", "crossAudits": [
        { "topic": "Medicin" }, { "topic": "Medicin", "heldOn": "2024-05-02" }, { "topic": "Medicin", "heldOn": "2024-09" }
    ] }"##;
    assert_eq!(
        said(&[&document("community", community)], "2024-06-01"),
        [
            "cross-audit 1: no deadline",
            "cross-audit 2: done on 2 May 2024",
            "cross-audit 3: due by 30 September 2024 (September 2024)",
        ]
    );
}

#[test]
fn an_evaluation_before_a_sub_goal_was_set_is_of_another_one() {
    let citizen = |set_on: &str, evaluated: &str| {
        let content = format!(
            r##"{{ "id": "#1", "subGoals": [{{ "id": "#2", "setOn": "{set_on}", "evaluateBy": "2024-07-15", "evaluations": [{{ "on": "{evaluated}" }}] }}] }}"##
        );
        said(&[&document("citizen", &content)], "2024-09-30")
    };
    let of = "citizen 00000000-0000-4000-8000-000000000001, sub-goal, evaluation";
    assert_eq!(
        citizen("2024-02-01", "2024-01-12"),
        [format!("{of}: overdue, the last day was 15 July 2024")]
    );
    assert_eq!(citizen("2024-01-01", "2024-01-12"), [format!("{of}: done on 12 January 2024")]);
    // In the same month it can be of this one.
    assert_eq!(citizen("2024-01-20", "2024-01"), [format!("{of}: done in January 2024")]);
    // One that was set later is not there yet.
    assert!(citizen("2024-10-01", "2024-10-12").is_empty());
}

#[test]
fn an_agenda_of_several_services_names_them() {
    let assessment = document(
        "stateAssessment",
        r##"{ "id": "#1", "title": "Gennemgang", "service": { "id": "#90", "name": "Solgården" }, "on": "2022", "renewBy": "2023-10" }"##,
    );
    let caseload = |id: u8, name: &str| {
        let citizens = format!(
            r##"[{{ "id": "#{}", "subGoals": [{{ "id": "#{}", "endsOn": "2023-10-31" }}] }}]"##,
            id + 1,
            id + 2
        );
        let service = format!(r##"{{ "id": "#{}", "name": "{name}" }}"##, id + 3);
        document(
            "caseload",
            &format!(r##"{{ "id": "#{id}", "service": {service}, "citizens": {citizens} }}"##),
        )
    };
    let mut agenda = Agenda::new(day("2024-01-02")).with_texts();
    for document in [&assessment, &caseload(10, "Havblik"), &caseload(20, "Egelunden")] {
        agenda.add(document);
    }
    let page = Page::of_agenda(&agenda, 14).text().to_string();
    let (_, listed) = page.split_once("31. oktober 2023\n").expect("what is overdue");
    let citizen = "Borger 00000000-0000-4000-8000-0000000000";
    assert_eq!(
        listed,
        format!(
            "- Havblik: {citizen}11, delmål, afslutning\n\
             - Egelunden: {citizen}21, delmål, afslutning\n\
             - Ny tilstandsvurdering: Gennemgang, Solgården (oktober 2023)\n"
        )
    );
}
