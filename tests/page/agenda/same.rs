//! The same thing in several documents is one thing on the agenda.

use kvalitetsmodel::Lang;
use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::document::Document;
use kvalitetsmodel::page::Page;

use super::{agenda_of, day, document};

/// The English sentences of the agenda of some documents, whatever their order.
fn said(documents: &[&Document], on: &str) -> Vec<String> {
    let mut agenda = Agenda::new(day(on));
    let mut backwards = Agenda::new(day(on));
    for document in documents {
        agenda.add(document);
    }
    for document in documents.iter().rev() {
        backwards.append(agenda_of(document, on)).expect("one day");
    }
    let said = |agenda: &Agenda| -> Vec<String> {
        agenda.by_date().iter().map(|item| item.in_lang(Lang::En).to_string()).collect()
    };
    assert_eq!(said(&agenda), said(&backwards), "the order counts");
    said(&agenda)
}

/// A list of daily duties with other ids, apart from that of the training.
fn duties(ids: [u8; 2], member: &str, building: &str, monitoring: &str) -> String {
    let [list, training] = ids;
    format!(
        r##"{{ "id": "#{list}",
            "training": [{{ "id": "#{training}", "withinMonths": 3, "members": [{{ "role": "AMR Nord", "startedOn": "2024-02-01" {member} }}] }}],
            "buildingReview": {{
                "window": {{ "start": "2024-01-01", "end": "2024-08-31" }},
                "buildings": [{{ "name": "Hovedhuset" {building} }}, {{ "name": "Laden" }}]
            }},
            "healthMonitoring": [{{ "topic": "Screening", "when": {{ "date": {{ "on": "2024-05" }} }}, "reportBy": {{ "date": {{ "on": "2024-06-30" }} }} {monitoring} }}] }}"##
    )
}

#[test]
fn duties_in_an_agreement_and_in_a_list_of_their_own_are_the_same() {
    let in_agreement = |duties: &str| {
        let content =
            format!(r##"{{ "id": "#1", "service": {{ "id": "#90" }}, "year": 2024, "duties": {duties} }}"##);
        document("agreement", &content)
    };
    let alone = |duties: &str| document("duties", &duties.replacen('{', r##"{ "service": "#90", "##, 1));
    let open = in_agreement(&duties([2, 3], "", "", ""));
    let late = "overdue, the last day was";
    assert_eq!(
        said(&[&open, &alone(&duties([4, 3], "", "", ""))], "2024-09-01"),
        [
            format!("statutory training, member: {late} 1 May 2024 (within 3 months of 1 February 2024)"),
            format!("health monitoring: {late} 31 May 2024 (May 2024)"),
            format!("health monitoring, report of results: {late} 30 June 2024"),
            format!("building 1, safety review: {late} 31 August 2024"),
            format!("building 2, safety review: {late} 31 August 2024"),
        ]
    );
    let done = alone(&duties(
        [4, 3],
        r#", "completedOn": "2024-04-20""#,
        r#", "reviewedOn": "2024-04-09""#,
        r#", "doneOn": "2024-05-10", "reportedOn": "2024-06-10""#,
    ));
    assert_eq!(
        said(&[&open, &done], "2024-09-01"),
        [
            "statutory training, member: done on 20 April 2024".to_owned(),
            "health monitoring: done on 10 May 2024".to_owned(),
            "health monitoring, report of results: done on 10 June 2024".to_owned(),
            format!("building 2, safety review: {late} 31 August 2024"),
            "building 1, safety review: done on 9 April 2024".to_owned(),
        ]
    );
    // Another service has buildings of its own.
    let other = document("duties", &duties([5, 6], "", "", "").replacen('{', r##"{ "service": "#91", "##, 1));
    assert_eq!(said(&[&open, &other], "2024-09-01").len(), 10);
}

fn agreement(id: u8, year: u16, area: &str) -> Document {
    let area_id = id.saturating_add(1);
    let content = format!(
        r##"{{ "id": "#{id}", "service": {{ "id": "#90" }}, "year": {year}, "focusAreas": [{{ "id": "#{area_id}", {area} }}] }}"##
    );
    document("agreement", &content)
}

fn community(ends_on: &str, rest: &str) -> Document {
    document("community", &format!(r##"{{ "id": "#5", "charter": {{ "endsOn": "{ends_on}" }}, {rest} }}"##))
}

#[test]
fn a_figure_in_the_agreement_and_in_the_community_is_measured_once() {
    let figure = |state: &str| {
        format!(r##"{{ "id": "#10", "measuredAt": {{ "date": {{ "on": "2024-10" }} }} {state} }}"##)
    };
    let in_agreement = |state| agreement(1, 2024, &format!(r#""targets": [{}]"#, figure(state)));
    let in_community = |state, ends_on| {
        let targets = format!(r##""targets": [{{ "service": "#90", "target": {} }}]"##, figure(state));
        community(ends_on, &targets)
    };
    let met = r#", "state": "met", "history": [{ "state": "met", "on": "2024-11-20" }]"#;
    let late =
        "focus area, measuring of a target figure: overdue, the last day was 31 October 2024 (October 2024)";
    let both = |one, other, ends_on| said(&[&in_agreement(one), &in_community(other, ends_on)], "2024-12-01");
    // What still runs counts more than what has ended.
    assert_eq!(both("", "", "2024-10-31"), [late]);
    assert_eq!(
        both("", met, "2024-10-31"),
        ["target figure, measuring of a target figure: done on 20 November 2024"]
    );
    assert_eq!(
        both(met, "", "2024-10-31"),
        ["focus area, measuring of a target figure: done on 20 November 2024"]
    );
}

#[test]
fn a_cycle_has_one_test() {
    let of = |rest: &str| {
        format!(r##"{{ "id": "#6", "plan": {{ "when": {{ "date": {{ "on": "2024-05" }} }} }} {rest} }}"##)
    };
    let planned = community("2024-12-31", &format!(r#""cycles": [{}]"#, of("")));
    let own = document("cycle", &of(r#", "do": { "on": "2024-05-14" }"#));
    assert_eq!(said(&[&planned, &own], "2024-07-01"), ["test: done on 14 May 2024"]);
}

#[test]
fn a_sub_goal_is_as_the_last_caseload_has_it() {
    let caseload = |id: u8, as_of: &str, rest: &str| {
        let sub_goal = format!(r##"{{ "id": "#9", {rest} }}"##);
        let content = format!(
            r##"{{ "id": "#{id}", "asOf": "{as_of}", "citizens": [{{ "id": "#8", "subGoals": [{sub_goal}] }}] }}"##
        );
        document("caseload", &content)
    };
    let june = caseload(1, "2024-06-15", r#""endsOn": "2024-09-30""#);
    let closed =
        caseload(2, "2024-12-01", r#""endsOn": "2024-09-30", "status": "reached", "closedOn": "2024-08-15""#);
    let citizen = "citizen 00000000-0000-4000-8000-000000000008, sub-goal";
    assert_eq!(
        said(&[&june, &closed], "2024-12-01"),
        ["closing", "evaluation"].map(|duty| format!("{citizen}, {duty}: done on 15 August 2024"))
    );
    // It was given more time.
    let longer = caseload(2, "2024-12-01", r#""endsOn": "2025-01-31""#);
    assert_eq!(
        said(&[&june, &longer], "2024-12-01"),
        [format!("{citizen}, closing: due by 31 January 2025")]
    );
    // Before that was said, the first day counts; a document that does not say when it speaks counts as well.
    let by_september = format!("{citizen}, closing: overdue, the last day was 30 September 2024");
    assert_eq!(said(&[&june, &longer], "2024-11-30"), std::slice::from_ref(&by_september));
    let undated =
        document("citizen", r##"{ "id": "#8", "subGoals": [{ "id": "#9", "endsOn": "2024-09-30" }] }"##);
    assert_eq!(said(&[&longer, &undated], "2024-12-01"), [by_september]);
}

#[test]
fn before_the_next_agreement_begins_the_present_one_counts() {
    let first = r##""actions": [{ "id": "#10", "when": { "date": { "on": "2024-09-30" } } }],
        "targets": [{ "id": "#11", "measuredAt": { "date": { "on": "2023-11" } } }]"##;
    let next = r##""actions": [{ "id": "#10", "when": { "schedule": {} } }],
        "targets": [{ "id": "#11", "measuredAt": { "date": { "on": "2024-11" } } }]"##;
    let both = [&agreement(1, 2023, first), &agreement(3, 2024, next)];
    assert_eq!(
        said(&both, "2023-12-31"),
        [
            "focus area, measuring of a target figure: overdue, the last day was 30 November 2023 (November 2023)",
            "focus area, action: due by 30 September 2024",
            "focus area, measuring of a target figure: due by 30 November 2024 (November 2024)",
        ]
    );
    assert_eq!(
        said(&both, "2024-01-01"),
        [
            "focus area, measuring of a target figure: not recorded as done, the last day was 30 November 2023 (November 2023)",
            "focus area, measuring of a target figure: due by 30 November 2024 (November 2024)",
            "focus area, action: waiting for the schedule",
        ]
    );
}

#[test]
fn what_has_no_id_is_the_same_in_the_same_words() {
    let area = |tasks: &str| {
        format!(
            r#""supportTasks": [{tasks}], "criticisms": [{{ "authority": "workingEnvironment", "text": "Flugtveje", "deadline": "2024-05-31" }}]"#
        )
    };
    let task = |text: &str, rest: &str| {
        format!(r#"{{ "text": "{text}", "when": {{ "date": {{ "on": "2024-03" }} }} {rest} }}"#)
    };
    let draft =
        agreement(1, 2024, &area(&[task("Kursus", ""), task("Kursus", ""), task("Plan", "")].join(",")));
    // One is put before the others, and one of two with the same words is done.
    let changed = [
        task("Ny", ""),
        task("Kursus", r#", "doneOn": "2024-03-04""#),
        task("Kursus", ""),
        task("plan.", ""),
    ];
    let late = "overdue, the last day was";
    let month = "31 March 2024 (March 2024)";
    assert_eq!(
        said(&[&draft, &agreement(1, 2024, &area(&changed.join(",")))], "2024-06-01"),
        [
            format!("focus area, support task: {late} {month}"),
            format!("focus area, support task: {late} {month}"),
            format!("focus area, support task: {late} {month}"),
            "focus area, support task: done on 4 March 2024".to_owned(),
            format!("focus area, answer to criticism by an authority: {late} 31 May 2024"),
        ]
    );
}

#[test]
fn a_document_that_is_added_again_or_is_in_a_bundle_counts_once() {
    let one = agreement(
        1,
        2024,
        r##""actions": [{ "id": "#10", "when": { "date": { "on": "2024-05" } } }, { "id": "#11" }]"##,
    );
    let two = document("cycle", r##"{ "id": "#20", "plan": { "when": { "date": { "on": "2024-05" } } } }"##);
    let bundle = format!(
        r##"{{ "id": "#30", "documents": [{}, {}] }}"##,
        serde_json::to_string(&one).expect("JSON"),
        serde_json::to_string(&two).expect("JSON").replacen("000000000000\"", "000000000099\"", 1)
    );
    let bundle = document("bundle", &bundle);
    let page = |documents: &[&Document]| {
        let mut agenda = Agenda::new(day("2024-07-01"));
        for document in documents {
            agenda.add(document);
        }
        let page = Page::of_agenda(&agenda, 14).with_lang(Lang::En).text().to_string();
        page.lines().nth(2).map(str::to_owned)
    };
    let counts = Some("As of 1 July 2024. Overdue: 2. Without deadline: 1.".to_owned());
    assert_eq!(page(&[&one, &two]), counts);
    assert_eq!(page(&[&one, &one, &two, &bundle, &two]), counts);
    assert_eq!(page(&[&bundle]), counts);
}
