//! The page about the agenda of many documents.

use kvalitetsmodel::Lang;
use kvalitetsmodel::agenda::Agenda;
use kvalitetsmodel::page::Page;

use super::{day, document};

/// An agreement, a community and a citizen in June.
fn agenda(with_texts: bool) -> Agenda {
    let mut agenda = Agenda::new(day("2024-06-01"));
    if with_texts {
        agenda = agenda.with_texts();
    }
    agenda.add(&document(
        "agreement",
        r##"{ "id": "#1", "title": "Drifts- og udviklingsaftale 2024", "service": { "id": "#2", "name": "Æblehaven" },
            "year": 2024,
            "focusAreas": [{ "id": "#3", "number": "1.4", "title": "Fravær",
                "actions": [
                    { "id": "#4", "text": "Kursus", "when": { "date": { "on": "2024-05-31" } } },
                    { "id": "#5", "section": "1.4.2", "text": "Kursus", "when": { "date": { "on": "2024-05-31" } } },
                    { "id": "#6", "text": "Plan", "doneOn": "2024-04" },
                    { "id": "#7", "text": "Samtaler" }
                ] }, { "id": "#8", "title": "Mad & drikke",
                "followUps": [{ "id": "#10", "when": { "schedule": { "title": "Årshjulet" } } }] }],
            "followUps": [
                { "id": "#11", "form": "dialogueMeeting", "when": { "date": { "on": "2024-ultimo" } } },
                { "id": "#12", "when": "continuously" }
            ] }"##,
    ));
    agenda.add(&document(
        "cycle",
        r##"{ "id": "#20", "change": "Kaffe kl. 10", "plan": { "when": { "date": { "on": "2024-06" } } } }"##,
    ));
    agenda.add(&document(
        "citizen",
        r##"{ "id": "#30", "subGoals": [{ "id": "#31", "evaluateBy": "2024-06-10" }] }"##,
    ));
    agenda
}

#[test]
fn what_is_overdue_stands_first() {
    let page = Page::of_agenda(&agenda(true), 14).text().to_string();
    let expected = "\
Opgaver og frister
==================
Opgjort pr. 1. juni 2024. Overskredet: 2. Inden for 14 dage: 1. Senere: 2.
Løbende og gentaget: 1. Afventer: 1. Uden frist: 1. Gjort: 1.

Overskredet
-----------
Fristen er overskredet, sidste dag var 31. maj 2024
- Drifts- og udviklingsaftale 2024, Æblehaven: afsnit 1.4 og 1.4.2, indsats:
  Kursus

Inden for 14 dage
-----------------
Senest 10. juni 2024
- Borger 00000000-0000-4000-8000-000000000030, delmål, evaluering

Senere
------
Senest 30. juni 2024
- Afprøvning: Kaffe kl. 10 (juni 2024)

Senest 31. december 2024
- Drifts- og udviklingsaftale 2024, Æblehaven: hele aftalen, opfølgning
  (dialogmøde, ultimo 2024)

Løbende og gentaget
-------------------
Løbende
- Drifts- og udviklingsaftale 2024, Æblehaven: hele aftalen, opfølgning

Afventer
--------
Afventer tidsplan
- Drifts- og udviklingsaftale 2024, Æblehaven: indsatsområde 2 »Mad & drikke«,
  opfølgning (Årshjulet)

Uden frist
----------
- Drifts- og udviklingsaftale 2024, Æblehaven: afsnit 1.4, indsats: Samtaler
";
    assert_eq!(page, expected);
}

#[test]
fn without_texts_documents_are_named_by_id_and_citizens_as_the_caller_says() {
    let name = |_| Some("værelse 4".to_owned());
    let agenda = agenda(false);
    let page =
        Page::of_agenda(&agenda, 9).with_citizen_names(&name).with_lang(Lang::En).with_name("all.jsonl");
    let expected = "\
# Tasks and deadlines

all.jsonl

As of 1 June 2024. Overdue: 2. Within 9 days: 1. Later: 2. Continuous and recurring: 1. Waiting: 1. Without deadline: 1. Done: 1.

## Overdue

### Overdue, the last day was 31 May 2024

- Development agreement 00000000-0000-4000-8000-000000000000: sections 1.4 and 1.4.2, action

## Within 9 days

### Due by 10 June 2024

- Værelse 4, sub-goal, evaluation

## Later

### Due by 30 June 2024

- PDSA cycle 00000000-0000-4000-8000-000000000000: test (June 2024)

### Due by 31 December 2024

- Development agreement 00000000-0000-4000-8000-000000000000: the whole agreement, follow-up (dialogue meeting, late 2024)

## Continuous and recurring

### Continuously

- Development agreement 00000000-0000-4000-8000-000000000000: the whole agreement, follow-up

## Waiting

### Waiting for the schedule

- Development agreement 00000000-0000-4000-8000-000000000000: focus area 2, follow-up

## Without deadline

- Development agreement 00000000-0000-4000-8000-000000000000: section 1.4, action
";
    assert_eq!(page.markdown().to_string(), expected);
    let html = Page::of_agenda(&self::agenda(true), 8).html_fragment().to_string();
    assert!(
        html.contains("»Mad &amp; drikke«")
            && html.starts_with("<article lang=\"da\">\n<h1>Opgaver og frister</h1>")
    );
    assert!(!html.contains("<h2>Inden for"), "nothing is due within 8 days: {html}");
}

#[test]
fn the_day_itself_and_an_empty_agenda() {
    let empty = Agenda::new(day("2024-06-01"));
    let page = Page::of_agenda(&empty, 0).text().to_string();
    assert_eq!(
        page,
        "Opgaver og frister\n==================\nOpgjort pr. 1. juni 2024. Overskredet: 0. Intet udestår.\n"
    );
    let mut today = Agenda::new(day("2024-05-31"));
    today
        .append(super::agenda_of(
            &document("targetFigure", r##"{ "id": "#1", "measuredAt": { "date": { "on": "2024-05" } } }"##),
            "2024-05-31",
        ))
        .expect("one day");
    let page = Page::of_agenda(&today, 0).with_lang(Lang::En).text().to_string();
    assert!(page.contains("\nToday\n-----\nDue by 31 May 2024\n- Target figure "), "{page}");
}
