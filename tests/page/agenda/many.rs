//! Many documents: order, filters, keys and JSON.

use kvalitetsmodel::Lang;
use kvalitetsmodel::agenda::{Agenda, AgendaItem, DutyState};

use super::{agenda_of, day, document};

fn target(id: u8, rest: &str) -> String {
    format!(r##"{{ "id": "#{id}", {rest} }}"##)
}

/// Figures that are overdue, due soon, due later, waiting, undated and met.
fn all() -> Agenda {
    let mut agenda = Agenda::new(day("2024-06-01"));
    for (id, rest) in [
        (1, r#""topic": "uden tid""#),
        (2, r#""measuredAt": { "schedule": {} }"#),
        (3, r#""measuredAt": { "date": { "on": "2024-12-31" } }"#),
        (4, r#""measuredAt": { "date": { "on": "2024-06" } }"#),
        (5, r#""measuredAt": { "date": { "on": "2024-05" } }"#),
        (6, r#""measuredAt": { "date": { "on": "2024-05" } }, "state": "met""#),
        (7, r#""measuredAt": "continuously""#),
    ] {
        agenda.add(&document("targetFigure", &target(id, rest)));
    }
    agenda
}

fn ids<'i>(items: impl IntoIterator<Item = &'i AgendaItem>) -> Vec<u128> {
    items.into_iter().map(|item| item.subject.id.as_u128() & 0xff).collect()
}

#[test]
fn items_are_sorted_by_their_last_day_and_the_undated_stand_last() {
    let agenda = all();
    assert_eq!(ids(agenda.by_date()), [5, 6, 4, 3, 7, 2, 1]);
    let mut backwards = Agenda::new(agenda.as_of());
    for item in agenda.items().into_iter().rev() {
        let mut one = Agenda::new(agenda.as_of());
        let id = u8::try_from(item.subject.id.as_u128() & 0xff).expect("small");
        let when = item.when.as_ref().map(|when| serde_json::to_string(when).expect("JSON"));
        let met = if item.state() == DutyState::Done { r#", "state": "met""# } else { "" };
        let when =
            when.map_or(r#""topic": "uden tid""#.to_owned(), |when| format!(r#""measuredAt": {when}{met}"#));
        one.add(&document("targetFigure", &target(id, &when)));
        backwards.append(one).expect("one day");
    }
    assert_eq!(backwards.by_date(), agenda.by_date());
    assert_ne!(backwards.items(), agenda.items());
}

#[test]
fn a_time_span_has_what_is_not_done() {
    let agenda = all();
    let between = |from, to| ids(agenda.due_between(day(from), day(to)));
    assert_eq!(between("2024-06-01", "2024-06-30"), [4]);
    assert_eq!(between("2024-06-01", "2024-06-29"), []);
    assert_eq!(between("2024-05-31", "2024-12-31"), [5, 4, 3]);
    assert_eq!(between("2024-12-31", "2024-05-31"), []);
    let of = |state| ids(agenda.in_state(state));
    let states = DutyState::ALL.iter().map(|state| of(*state));
    assert_eq!(
        states.collect::<Vec<_>>(),
        [vec![5], vec![4, 3], vec![7], vec![2], vec![1], vec![], vec![6], vec![]]
    );
}

#[test]
fn an_agenda_of_another_day_is_refused() {
    let mut agenda = all();
    let before = agenda.clone();
    let refused = agenda.append(Agenda::new(day("2024-06-02"))).unwrap_err();
    assert_eq!(refused.to_string(), "an agenda as of 2 June 2024 cannot be added to one as of 1 June 2024");
    assert_eq!(agenda, before);
}

#[test]
fn keys_are_those_of_the_things_and_stay_when_lists_are_sorted_anew() {
    let agreement = |areas: [&str; 2]| {
        let content = format!(r##"{{ "id": "#1", "focusAreas": [{}] }}"##, areas.join(","));
        let agenda = agenda_of(&document("agreement", &content), "2024-06-01");
        let mut keys: Vec<_> = agenda.items().into_iter().map(|item| item.key().to_string()).collect();
        keys.sort();
        keys
    };
    let one = r##"{ "id": "#2", "actions": [{ "id": "#3" }], "decisions": [{}, {}] }"##;
    let other = r##"{ "id": "#4", "followUps": [{ "id": "#5" }] }"##;
    let keys = agreement([one, other]);
    assert_eq!(
        keys,
        [
            "action:00000000-0000-4000-8000-000000000003/action",
            "focusArea:00000000-0000-4000-8000-000000000002/decision/0",
            "focusArea:00000000-0000-4000-8000-000000000002/decision/1",
            "followUp:00000000-0000-4000-8000-000000000005/followUp",
        ]
    );
    assert_eq!(agreement([other, one]), keys);
}

#[test]
fn json_has_both_languages_and_writes_no_null() {
    let document = document(
        "agreement",
        r##"{ "id": "#1", "year": 2024, "followUps": [{
            "id": "#2", "section": "3", "form": "dialogueMeeting", "on": "Hele aftalen",
            "when": { "decidedBy": { "body": "#3", "name": "Direktionen" } }
        }, { "id": "#4", "when": { "date": { "on": "2024-medio" } }, "doneOn": "2024-05-14" }] }"##,
    );
    let id = |n| format!("00000000-0000-4000-8000-00000000000{n}");
    let json = serde_json::to_value(agenda_of(&document, "2024-06-01")).expect("JSON");
    let done = serde_json::json!({
        "key": format!("followUp:{}/followUp", id(4)),
        "document": id(0), "draft": format!("agreement:{}", id(1)),
        "at": "/content/agreement/followUps/1", "subject": format!("followUp:{}", id(4)),
        "duty": "followUp", "label": { "da": "opfølgning", "en": "follow-up" },
        "when": { "date": { "on": "2024-medio" } },
        "days": { "start": "2024-05-01", "end": "2024-08-31" },
        "state": "done", "status": { "done": { "on": "2024-05-14" } },
        "message": {
            "da": "hele aftalen, opfølgning: gjort 14. maj 2024",
            "en": "the whole agreement, follow-up: done on 14 May 2024",
        },
    });
    let waiting = serde_json::json!({
        "key": format!("followUp:{}/followUp", id(2)),
        "document": id(0), "draft": format!("agreement:{}", id(1)),
        "at": "/content/agreement/followUps/0", "subject": format!("followUp:{}", id(2)),
        "duty": "followUp", "label": { "da": "opfølgning", "en": "follow-up" },
        "form": "dialogueMeeting", "section": "3",
        "when": { "decidedBy": { "body": id(3) } },
        "state": "waiting", "status": { "pending": { "on": "decision" } },
        "message": {
            "da": "afsnit 3, opfølgning (dialogmøde): afventer beslutning",
            "en": "section 3, follow-up (dialogue meeting): waiting for a decision",
        },
    });
    assert_eq!(json, serde_json::json!({ "asOf": "2024-06-01", "items": [done, waiting] }));

    let mut agenda = Agenda::new(day("2024-06-01")).with_texts();
    agenda.add(&document);
    let json = serde_json::to_value(&agenda).expect("JSON");
    assert_eq!(
        json["items"][1]["texts"],
        serde_json::json!({ "what": "Hele aftalen", "waitsFor": "Direktionen" })
    );
    assert_eq!(
        agenda.items()[0].in_lang(Lang::Da).to_string(),
        "afsnit 3, opfølgning (dialogmøde): afventer beslutning"
    );
}

#[test]
fn a_decision_waits_for_its_body_by_name() {
    let document = document(
        "agreement",
        r##"{
            "id": "#1", "bodies": [{ "id": "#2", "kind": "steeringGroup", "name": "Styregruppen" }],
            "focusAreas": [{ "id": "#3", "decisions": [
                { "body": "#2" }, { "body": "#2", "by": "Direktionen" }, { "body": "#2", "by": " " }
            ] }]
        }"##,
    );
    let mut agenda = Agenda::new(day("2024-06-01")).with_texts();
    agenda.add(&document);
    let json = serde_json::to_value(&agenda).expect("JSON");
    assert_eq!(json["items"][0]["texts"]["waitsFor"], "Styregruppen");
    assert_eq!(json["items"][1]["texts"]["waitsFor"], "Direktionen");
    assert_eq!(json["items"][2]["texts"]["waitsFor"], "Styregruppen");
}
