//! What an agreement leaves open, and what the next one carries over.

use kvalitetsmodel::agenda::{Agenda, DutyKind, DutyState};
use kvalitetsmodel::agreement::{DevelopmentAgreement, Fate, OpenKind, WhyOpen};
use kvalitetsmodel::report::Pointer;
use kvalitetsmodel::{Lang, json};

use super::{MADE_UP, carried, made_up, said};
use crate::agreement::signed;

#[test]
fn the_made_up_year_says_that_it_is_made_up_and_is_written_back_unchanged() {
    assert_eq!(json::write(&json::read(MADE_UP).expect("a document")).expect("a document"), MADE_UP);
    assert!(made_up().title.expect("a title").as_str().ends_with("(opdigtet)"));
    assert!(made_up().notes[0].text.as_str().starts_with("Aftalen er opdigtet"));
}

#[test]
fn what_2024_leaves_open_is_found_again_in_2025_or_missed() {
    assert_eq!(
        said(&carried(), |one| one.in_lang(Lang::Da).to_string()),
        [
            "afsnit 1.2, indsats: fristen ligger efter aftalens periode (31. december 2025); videreført",
            "afsnit 1.2, indsats: uden frist og ikke registreret som gjort; udgået uden omtale",
            "afsnit 1.2.1, indsats: afventer (i henhold til tidsplan); videreført",
            "2 × afsnit 1.3.1, indsats: uden frist og ikke registreret som gjort; afsluttet",
            "afsnit 1.3.1, indsats: afventer (inden for 3 måneder); videreført",
            "4 × afsnit 1.3.1, indsats: uden frist og ikke registreret som gjort; videreført",
            "afsnit 1.3.4, måltal: måltallet er ikke fastlagt; videreført",
            "afsnit 1.4.3, måltal: måltallet er ikke fastlagt; udgået uden omtale",
            "afsnit 1.5.3, måltal: måltallet er ikke fastlagt; udgået uden omtale",
            "afsnit 1.5.3, måltal: uden frist og ikke registreret som målt; udgået uden omtale",
            "4 × afsnit 1.6.2, indsats: uden frist og ikke registreret som gjort; videreført",
            "afsnit 1.7.1, indsats: afventer (i henhold til tidsplan); videreført",
            "afsnit 1.7, svar på kritik fra en myndighed: uden frist, og svaret er ikke registreret som givet; videreført",
            "5 × afsnit 1.8.3, indsats: uden frist og ikke registreret som gjort; videreført",
            "afsnit 1.8.5, måltal: ikke registreret som målt ved fristen (30. november 2024); videreført",
            "afsnit 1.8.5, måltal: uden frist og ikke registreret som målt; videreført",
            "4 × afsnit 1.9.1, indsats: afventer (i henhold til tidsplan); videreført",
            "afsnit 1.10, bebudet beslutning: uden frist, og beslutningen er ikke registreret som truffet; kan ikke afgøres",
            "2 × afsnit 1.11.1, indsats: uden frist og ikke registreret som gjort; udgået uden omtale",
            "afsnit 1.11.1, indsats: afventer (i henhold til tidsplan); udgået uden omtale",
            "afsnit 1.11.1, indsats: ikke registreret som gjort ved fristen (31. december 2024); udgået uden omtale",
            "afsnit 1.11.1, indsats: uden frist og ikke registreret som gjort; udgået uden omtale",
            "afsnit 1.12.3, indsats: afventer (i henhold til tidsplan); udgået uden omtale",
            "afsnit 1.13.2, indsats: afventer (i henhold til tidsplan); udgået uden omtale",
        ]
    );
}

#[test]
fn the_building_review_is_what_must_be_carried_over() {
    let must: Vec<_> = carried().into_iter().filter(|one| one.left.why == WhyOpen::PastPeriod).collect();
    assert_eq!(must.len(), 1);
    assert_eq!(must[0].fate, Fate::CarriedOver);
    assert_eq!(must[0].left.at.as_str(), "/focusAreas/1/actions/0");
    assert_eq!(must[0].at_next.as_ref().map(Pointer::as_str), Some("/focusAreas/0/actions/0"));
    // Without the year of the agreement nothing is after it.
    let left = DevelopmentAgreement { year: None, ..signed() }.left_open();
    assert!(left.iter().all(|one| one.why != WhyOpen::PastPeriod));

    let mut next = made_up();
    next.focus_areas[0].actions.remove(0);
    let dropped = signed().carried_into(&next);
    assert_eq!(
        dropped[0].in_lang(Lang::En).to_string(),
        "section 1.2, action: its last day falls after the period of the agreement (31 December 2025); dropped without mention"
    );
}

#[test]
fn what_has_no_id_is_found_by_its_words_or_cannot_be_told() {
    let fate = |change: fn(&mut DevelopmentAgreement)| {
        let mut next = signed();
        change(&mut next);
        let carried = signed().carried_into(&next);
        carried.into_iter().find(|one| one.left.kind == OpenKind::Decision).expect("a decision").fate
    };
    assert_eq!(fate(|_| {}), Fate::CarriedOver);
    assert_eq!(fate(|next| next.focus_areas[9].decisions[0].text = Some("andet".into())), Fate::Unclear);
    assert_eq!(fate(|next| next.focus_areas[9].decisions.clear()), Fate::Dropped);
    let upper = |next: &mut DevelopmentAgreement| {
        let text = &mut next.focus_areas[9].decisions[0].text;
        *text = text.as_ref().map(|text| format!(" {} ", text.as_str().to_uppercase()).into());
    };
    assert_eq!(fate(upper), Fate::CarriedOver);
}

/// An agreement for 2024 with one focus area.
fn with_area(lists: &str) -> DevelopmentAgreement {
    let area = format!(r#"{{ "id": "00000000-0000-4000-8000-000000000002", {lists} }}"#);
    let text = format!(
        r#"{{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024, "focusAreas": [{area}] }}"#
    );
    serde_json::from_str(&text).expect("an agreement")
}

#[test]
fn a_decision_that_is_taken_and_criticism_that_is_closed_are_not_left_open() {
    let with_both = |decided_on: &str, closed_on: &str| {
        with_area(&format!(
            r#""decisions": [{{ "text": "fortsættelse", "when": {{ "date": {{ "on": "2024-11" }} }} {decided_on} }}],
               "criticisms": [{{ "authority": "patientSafety", "text": "medicin", "deadline": "2024-06" {closed_on} }}]"#
        ))
    };
    let open = with_both("", "");
    let over = with_both(r#", "decidedOn": "2024-11-05""#, r#", "closedOn": "2024-06-20""#);
    assert_eq!(
        said(&open.carried_into(&open), |one| one.in_lang(Lang::En).to_string()),
        [
            "announced decision: the decision is not recorded as taken by its last day (30 November 2024); carried over",
            "answer to criticism by an authority: the answer is not recorded as given by its last day (30 June 2024); carried over",
        ]
    );
    assert_eq!(over.left_open(), []);
    let fates: Vec<_> = open.carried_into(&over).iter().map(|one| one.fate).collect();
    assert_eq!(fates, [Fate::Closed, Fate::Closed]);
}

#[test]
fn of_actions_with_one_id_the_first_answers_criticism_as_on_the_agenda() {
    let is_open = |first: &str, second: &str| {
        let id = "00000000-0000-4000-8000-000000000003";
        let agreement = with_area(&format!(
            r#""actions": [{{ "id": "{id}" {first} }}, {{ "id": "{id}" {second} }}],
               "criticisms": [{{ "authority": "patientSafety", "deadline": "2024-06", "answeredBy": ["{id}"] }}]"#
        ));
        let left = agreement.left_open().iter().any(|one| one.kind == OpenKind::Criticism);
        let mut agenda = Agenda::new("2025-01-01".parse().expect("a day"));
        agenda.add_draft(&agreement);
        let mut open = agenda.in_state(DutyState::Overdue);
        (left, open.any(|one| one.duty == DutyKind::Criticism))
    };
    let done = r#", "doneOn": "2024-05""#;
    assert_eq!(is_open(done, ""), (false, false));
    assert_eq!(is_open("", done), (true, true));
}

#[test]
fn an_action_that_was_given_up_is_not_left_open_and_answers_nothing() {
    let [dropped, done, due] = [
        "00000000-0000-4000-8000-000000000003",
        "00000000-0000-4000-8000-000000000004",
        "00000000-0000-4000-8000-000000000005",
    ];
    let given_up = r#""when": { "date": { "on": "2025" } }, "givenUpOn": "2024-12-05""#;
    let agreement = with_area(&format!(
        r#""actions": [
               {{ "id": "{dropped}", {given_up} }},
               {{ "id": "{done}", "doneOn": "2024-05" }},
               {{ "id": "{due}", "when": {{ "date": {{ "on": "2024-06" }} }} }}
           ],
           "criticisms": [
               {{ "authority": "patientSafety", "text": "medicin", "answeredBy": ["{dropped}"] }},
               {{ "authority": "patientSafety", "text": "journal", "deadline": "2024-06", "answeredBy": ["{dropped}", "{done}"] }}
           ]"#
    ));
    assert_eq!(
        said(&agreement.left_open(), |one| one.in_lang(Lang::En).to_string()),
        [
            "action: not recorded as done by its last day (30 June 2024)",
            "answer to criticism by an authority: no deadline, and the answer is not recorded as given",
        ]
    );
    let agenda = |on: &str| {
        let mut agenda = Agenda::new(on.parse().expect("a day"));
        agenda.add_draft(&agreement);
        let items = agenda.items().into_iter().map(|one| one.in_lang(Lang::En).to_string());
        items.collect::<Vec<_>>()
    };
    let then = agenda("2024-12-05");
    assert_eq!(
        then,
        [
            "focus area, action: done in May 2024",
            "focus area, action: overdue, the last day was 30 June 2024 (June 2024)",
            "focus area, answer to criticism by an authority: no deadline",
            "focus area, answer to criticism by an authority: done in May 2024",
        ]
    );
    let before = agenda("2024-12-04");
    assert_eq!(before[0], "focus area, action: due by 31 December 2025 (2025)");
    // It still goes on, so the criticism is answered by what is on the agenda, or not answered yet.
    assert_eq!(
        before[3..],
        [
            "focus area, answer to criticism by an authority: overdue, the last day was 30 June 2024 (June 2024)"
        ]
    );
}

#[test]
fn carry_over_is_written_for_programs() {
    let json = serde_json::to_value(&carried()[0]).expect("JSON");
    assert_eq!(
        json,
        serde_json::json!({
            "kind": "action",
            "why": "pastPeriod",
            "subject": "action:20240002-0000-4000-8000-000200000002",
            "at": "/focusAreas/1/actions/0",
            "section": "1.2",
            "when": { "date": { "on": "2025" } },
            "lastDay": "2025-12-31",
            "fate": "carriedOver",
            "atNext": "/focusAreas/0/actions/0",
            "message": {
                "da": "afsnit 1.2, indsats: fristen ligger efter aftalens periode (31. december 2025); videreført",
                "en": "section 1.2, action: its last day falls after the period of the agreement (31 December 2025); carried over",
            },
        })
    );
}
