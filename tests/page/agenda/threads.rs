//! What documents show about each other, and what ends with what it belongs to.

use kvalitetsmodel::Lang;
use kvalitetsmodel::agenda::{Agenda, DutyState};
use kvalitetsmodel::document::Document;
use kvalitetsmodel::page::Page;

use super::{agenda_of, day, document};

/// The English sentences of the items in the order of the documents.
fn shown(documents: &[&Document], on: &str) -> Vec<String> {
    let mut agenda = Agenda::new(day(on));
    for document in documents {
        agenda.add(document);
    }
    // Neither the order nor the way in which they are added counts.
    let mut backwards = Agenda::new(day(on));
    for document in documents.iter().rev() {
        backwards.append(agenda_of(document, on)).expect("one day");
    }
    let said = |agenda: &Agenda| -> Vec<String> {
        agenda.by_date().iter().map(|item| item.in_lang(Lang::En).to_string()).collect()
    };
    let (mut one, mut other) = (said(&agenda), said(&backwards));
    one.sort();
    other.sort();
    assert_eq!(one, other, "the order counts");
    agenda.items().into_iter().map(|item| item.in_lang(Lang::En).to_string()).collect()
}

/// An evaluation of a service; `rest` are its other members.
fn evaluation(id: u8, service: u8, rest: &str) -> Document {
    let content = format!(
        r##"{{ "id": "#{id}", "kind": "selfEvaluation", "service": {{ "id": "#{service}" }}, {rest} }}"##
    );
    document("evaluation", &content)
}

#[test]
fn the_next_evaluation_is_done_when_it_was_held() {
    let first = evaluation(1, 90, r#""heldOn": "2024-10-29", "next": { "date": { "on": "2025-10" } }"#);
    let second = evaluation(2, 90, r#""heldOn": "2025-10-14", "next": { "date": { "on": "2026-10" } }"#);
    let third = evaluation(3, 90, r#""heldOn": "2026-10-01""#);
    let alone = "next self-evaluation: overdue, the last day was 31 October 2025 (October 2025)";
    assert_eq!(shown(&[&first], "2025-11-01")[1], alone);
    assert_eq!(shown(&[&first, &second], "2025-11-01")[1], "next self-evaluation: done on 14 October 2025");
    // Of several, the first one after it.
    let all = shown(&[&first, &third, &second], "2026-11-01");
    assert_eq!(all[1], "next self-evaluation: done on 14 October 2025");
    assert_eq!(all[4], "next self-evaluation: done on 1 October 2026");
    // The day before, it is planned; then its own item is on the agenda.
    let planned = shown(&[&first, &second], "2025-10-13");
    assert_eq!(planned[1], "next self-evaluation: carried on in a later document");
    // Of another service, of another kind, or on the same day.
    let others = [
        evaluation(2, 91, r#""heldOn": "2025-10-14""#),
        document(
            "evaluation",
            r##"{ "id": "#2", "kind": "monitoring", "service": { "id": "#90" }, "heldOn": "2025-10-14" }"##,
        ),
        evaluation(2, 90, r#""heldOn": "2024-10-29""#),
        evaluation(2, 90, r#""heldOn": "2024""#),
    ];
    for other in &others {
        assert_eq!(shown(&[&first, other], "2025-11-01")[1], alone);
    }
}

#[test]
fn a_recommendation_that_a_later_evaluation_repeats_is_there_alone() {
    let first = evaluation(
        1,
        90,
        r##""heldOn": "2024-10-29", "standards": [{ "number": "1.4", "recommendations": [
            { "id": "#2", "text": "Dobbelt underskrift!", "by": { "date": { "on": "2025-06" } } },
            { "id": "#3", "text": "Kølerum", "by": { "date": { "on": "2025-06" } } },
            { "id": "#4", "by": { "date": { "on": "2025-06" } } },
            { "id": "#5", "text": "Senere", "by": { "date": { "on": "2025-12" } } }
        ] }]"##,
    );
    let second = |number: &str| {
        let standards = format!(
            r##""heldOn": "2025-10-14", "standards": [{{ "number": "{number}", "recommendations": [
                {{ "id": "#6", "text": "Videreført: dobbelt underskrift, også i afdeling C" }},
                {{ "id": "#4", "outcome": {{ "notFollowed": {{}} }} }}
            ] }}]"##
        );
        evaluation(7, 90, &standards)
    };
    let late = |n: u8| {
        format!("standard 1.4, recommendation {n}: overdue, the last day was 30 June 2025 (June 2025)")
    };
    assert_eq!(shown(&[&first], "2025-11-01")[1..4], [late(1), late(2), late(3)]);
    let left = |n: u8| {
        format!(
            "standard 1.4, recommendation {n}: not recorded as done, the last day was 30 June 2025 (June 2025)"
        )
    };
    let carried = |n: u8| format!("standard 1.4, recommendation {n}: carried on in a later document");
    let still = "standard 1.4, recommendation 4: due by 31 December 2025 (December 2025)".to_owned();
    let with = |number| shown(&[&first, &second(number)], "2025-11-01")[1..5].to_vec();
    assert_eq!(with("1.4"), [carried(1), left(2), carried(3), still.clone()]);
    // Under another standard, the same words are about something else.
    assert_eq!(with("1.5"), [left(1), left(2), carried(3), still]);
    // It is listed until the day of the evaluation after that one.
    let third = evaluation(8, 90, r#""heldOn": "2026-10-01""#);
    let expired = "standard 1.4, recommendation 2: expired";
    assert_eq!(shown(&[&first, &second("1.4"), &third], "2026-10-01")[2], expired);
    assert_eq!(shown(&[&first, &second("1.4"), &third], "2026-09-30")[2], left(2));
}

/// An agreement of a service with one focus area.
fn agreement(id: u8, service: u8, year: u16, area: &str, rest: &str) -> Document {
    let content = format!(
        r##"{{ "id": "#{id}", "service": {{ "id": "#{service}" }}, "year": {year}, "focusAreas": [{{ "id": "#{}", {area} }}] {rest} }}"##,
        id.saturating_add(1)
    );
    document("agreement", &content)
}

const OF_2024: &str = r##""actions": [
    { "id": "#10", "when": "continuously" },
    { "id": "#11", "when": { "date": { "on": "2024-05" } } },
    { "id": "#12", "when": { "date": { "on": "2024-05" } } },
    { "id": "#13", "when": { "date": { "on": "2024-05" } } },
    { "id": "#14", "when": { "date": { "on": "2025-12" } } },
    { "id": "#15" },
    { "id": "#16", "when": { "date": { "on": "2024-05" } }, "doneOn": "2024-06" }
], "targets": [
    { "id": "#17", "indicator": { "id": "#18" }, "measuredAt": { "date": { "on": "2024-11" } } },
    { "id": "#19", "indicator": { "id": "#18" }, "measuredAt": { "date": { "on": "2025-01" } } }
], "decisions": [{ "text": "Om haven", "when": { "date": { "on": "2024-11" } } }]"##;

const OF_2025: &str = r##""actions": [{ "id": "#11" }, { "id": "#20", "continues": { "id": "#12" } }],
    "targets": [{ "id": "#21", "indicator": { "id": "#18" } }], "decisions": [{ "text": "om haven." }]"##;

/// The states of the items of the first document.
fn states(documents: &[&Document], count: usize, on: &str) -> Vec<DutyState> {
    shown(documents, on);
    let mut agenda = Agenda::new(day(on));
    for document in documents {
        agenda.add(document);
    }
    agenda.items().into_iter().take(count).map(kvalitetsmodel::agenda::AgendaItem::state).collect()
}

#[test]
fn what_an_agreement_leaves_is_on_the_agenda_of_the_next_one_or_left_open() {
    use DutyState::{Done, Due, Lapsed, LeftOpen, Overdue, Recurring, WithoutDeadline};
    let first = agreement(1, 90, 2024, OF_2024, "");
    let second = agreement(3, 90, 2025, OF_2025, "");
    let third = agreement(5, 90, 2026, "\"title\": \"Nyt\"", "");
    // Until its last day, and after it if nothing follows.
    let last_day = [Recurring, Overdue, Overdue, Overdue, Due, WithoutDeadline, Done, Overdue, Due, Overdue];
    assert_eq!(states(&[&first], 10, "2024-12-31"), last_day);
    assert_eq!(states(&[&first, &second], 10, "2024-12-31"), last_day);
    assert_eq!(states(&[&first], 10, "2025-01-01"), last_day);
    let followed = [Lapsed, WithoutDeadline, Lapsed, LeftOpen, Due, LeftOpen, Done, LeftOpen, Due, Lapsed];
    assert_eq!(states(&[&first, &second], 10, "2025-01-01"), followed);
    let said = shown(&[&first, &second], "2025-01-01");
    assert_eq!(said[0], "focus area, action: expired");
    // The next agreement has it under its id, and under another one.
    assert_eq!(said[1], "focus area, action: no deadline");
    assert_eq!(said[2], "focus area, action: carried on in a later document");
    assert_eq!(said[3], "focus area, action: not recorded as done, the last day was 31 May 2024 (May 2024)");
    assert_eq!(said[5], "focus area, action: not recorded as done");
    // Another service, or the same period: nothing follows. One action is that of both, and the later agreement says when.
    let mut of_another = last_day;
    of_another[1] = WithoutDeadline;
    assert_eq!(states(&[&first, &agreement(3, 91, 2025, OF_2025, "")], 10, "2025-01-01"), of_another);
    assert_eq!(states(&[&first, &agreement(3, 90, 2024, OF_2025, "")], 10, "2025-01-01"), last_day);
    // When the one after the next begins, what the next one left aside is no longer listed; what was due in the
    // meantime is left open in its turn.
    let before = [Lapsed, WithoutDeadline, Lapsed, LeftOpen, Due, LeftOpen, Done, LeftOpen, Overdue, Lapsed];
    assert_eq!(states(&[&first, &second, &third], 10, "2025-12-31"), before);
    let after = [Lapsed, LeftOpen, Lapsed, Lapsed, LeftOpen, Lapsed, Done, Lapsed, LeftOpen, Lapsed];
    assert_eq!(states(&[&first, &second, &third], 10, "2026-01-01"), after);
}

#[test]
fn a_list_of_daily_duties_is_continued_by_that_of_the_next_agreement() {
    let duties = |id: u8, others: &str| {
        format!(
            r##", "duties": {{ "id": "#{id}", "buildingReview": {{
                "window": {{ "start": "2024-01-01", "end": "2025-12-31" }}, "buildings": [{{ "name": "Hovedhuset" }} {others}]
            }}, "eventReporting": {{ "reports": [{{ "by": {{ "date": {{ "on": "2024-05" }} }} }}] }} }}"##
        )
    };
    let first = agreement(1, 90, 2024, "\"number\": \"1\"", &duties(10, r#", { "name": "Laden" }"#));
    let second = agreement(3, 90, 2025, "\"number\": \"1\"", &duties(11, ""));
    assert_eq!(
        shown(&[&first, &second], "2025-06-01"),
        [
            "building, safety review: due by 31 December 2025",
            "building 2, safety review: due by 31 December 2025",
            "report of adverse events: overdue, the last day was 31 May 2024 (May 2024)",
        ]
    );
}

#[test]
fn what_a_community_or_project_can_no_longer_do_lapses_with_it() {
    use DutyState::{Done, Due, Lapsed, LeftOpen, Recurring};
    let community = document(
        "community",
        r##"{ "id": "#1", "charter": { "endsOn": "2025-03" },
            "aims": [{ "id": "#2", "by": { "date": { "on": "2025-03" } } }, { "id": "#3", "reachedOn": "2025-02" }],
            "targets": [
                { "service": "#90", "target": { "id": "#4", "measuredAt": { "date": { "on": "2025-05" } } } },
                { "service": "#90", "target": { "id": "#5", "measuredAt": "continuously" } }
            ],
            "cycles": [{ "id": "#6", "plan": { "when": { "date": { "on": "2025-12" } } } }] }"##,
    );
    let states = |on| -> Vec<DutyState> {
        agenda_of(&community, on).items().into_iter().map(kvalitetsmodel::agenda::AgendaItem::state).collect()
    };
    assert_eq!(states("2025-03-31"), [Due, Done, Due, Recurring, Due]);
    assert_eq!(states("2025-04-01"), [LeftOpen, Done, Due, Lapsed, Lapsed]);
    assert_eq!(states("2025-06-01"), [LeftOpen, Done, LeftOpen, Lapsed, Lapsed]);

    let circles = document(
        "circleProject",
        r##"{ "id": "#1", "endsOn": "2022-06-30",
            "circles": [{ "id": "#2", "meetings": [{ "plannedOn": "2022-05-01" }] }],
            "resourceGroup": { "plannedOn": "2022-06" },
            "evaluations": [{ "plannedOn": "2022-09" }, { "completion": "notDone" }] }"##,
    );
    let said = |on| shown(&[&circles], on);
    assert_eq!(
        said("2022-07-01"),
        [
            "learning circle, circle meeting: expired",
            "product of the resource group: not recorded as done, the last day was 30 June 2022 (June 2022)",
            "project evaluation 1: due by 30 September 2022 (September 2022)",
        ]
    );
    assert_eq!(
        said("2022-06-30")[0],
        "learning circle, circle meeting: overdue, the last day was 1 May 2022"
    );
}

#[test]
fn what_recurs_in_a_community_ends_with_it() {
    let agreement = agreement(
        1,
        90,
        2025,
        r##""actions": [
            { "id": "#10", "when": "continuously", "takesPartIn": "#11" },
            { "id": "#12", "when": { "date": { "on": "2025-12" } }, "takesPartIn": "#11" },
            { "id": "#13", "when": "continuously", "takesPartIn": "#14" }
        ]"##,
        "",
    );
    let next = self::agreement(3, 90, 2026, "\"number\": \"1\"", "");
    let community = |id: u8, end: &str| {
        let content = format!(r##"{{ "id": "#{id}", "body": "#11", "charter": {{ "endsOn": "{end}" }} }}"##);
        document("community", &content)
    };
    let actions = |first: &str| {
        let due = "due by 31 December 2025 (December 2025)";
        [first, due, "continuously"].map(|one| format!("focus area, action: {one}"))
    };
    let stopped = community(5, "2025-05-31");
    assert_eq!(shown(&[&agreement, &stopped, &next], "2025-06-01"), actions("expired"));
    assert_eq!(shown(&[&agreement, &stopped, &next], "2025-05-31"), actions("continuously"));
    // It was set up again.
    let again = community(6, "2025-12-31");
    assert_eq!(shown(&[&agreement, &stopped, &again], "2025-06-01"), actions("continuously"));
}

/// A decision may as well be to go on. What is no longer to be done is given up.
#[test]
fn an_action_of_a_pilot_is_due_until_it_is_given_up() {
    let with = |given_up: &str| {
        let area = format!(
            r##""actions": [{{ "id": "#10", "takesPartIn": "#11", "when": {{ "date": {{ "on": "2025-11" }} }} {given_up} }}],
            "decisions": [{{ "after": "#11", "pilotedUntil": "2025-11", "decidedOn": "2025-06-20" }}]"##
        );
        shown(&[&agreement(1, 90, 2025, &area, "")], "2025-06-20")[0].clone()
    };
    assert_eq!(with(""), "focus area, action: due by 30 November 2025 (November 2025)");
    assert_eq!(
        with(r#", "givenUpOn": "2025-06-20""#),
        "focus area, announced decision: done on 20 June 2025"
    );
}

#[test]
fn a_criticism_is_listed_again_when_the_agreement_of_its_actions_has_ended() {
    let area = r##""actions": [{ "id": "#10", "when": "continuously" }],
        "criticisms": [{ "authority": "socialInspectorate", "text": "Medicin", "answeredBy": ["#10"] }]"##;
    let first = agreement(1, 90, 2024, area, "");
    assert_eq!(shown(&[&first], "2024-12-31"), ["focus area, action: continuously"]);
    let said = |status: &str| {
        [
            format!("focus area, action: {status}"),
            "focus area, answer to criticism by an authority: no deadline".to_owned(),
        ]
    };
    assert_eq!(shown(&[&first], "2025-01-01"), said("continuously"));
    // The next agreement does not mention it.
    let next = agreement(3, 90, 2025, "\"number\": \"1\"", "");
    let left = shown(&[&first, &next], "2025-01-01");
    assert_eq!(left[0], "focus area, action: expired");
    assert_eq!(left[1], "focus area, answer to criticism by an authority: not recorded as done");
    // It does, and an action answers it.
    let next = agreement(3, 90, 2025, area, "");
    let carried_on = "focus area, answer to criticism by an authority: carried on in a later document";
    assert_eq!(shown(&[&first, &next], "2025-01-01")[1], carried_on);
}

#[test]
fn a_meeting_and_a_measuring_of_the_next_year_are_others() {
    let with = |id, year: u16| {
        let area = format!(
            r##""targets": [{{ "id": "#10", "measuredAt": {{ "date": {{ "on": "{year}-11" }} }} }}],
            "followUps": [{{ "id": "#11", "when": {{ "date": {{ "on": "{year}-12" }} }} }}]"##
        );
        agreement(id, 90, year, &area, "")
    };
    // The meeting can no longer be held.
    let measuring = "focus area, measuring of a target figure";
    assert_eq!(
        shown(&[&with(1, 2024), &with(3, 2025)], "2025-01-01"),
        [
            format!("{measuring}: not recorded as done, the last day was 30 November 2024 (November 2024)"),
            "focus area, follow-up: expired".to_owned(),
            format!("{measuring}: due by 30 November 2025 (November 2025)"),
            "focus area, follow-up: due by 31 December 2025 (December 2025)".to_owned(),
        ]
    );
    // The same meeting, agreed in both.
    let same = with(3, 2024);
    let again = |document: &Document| shown(&[&with(1, 2024), document], "2025-01-01")[1].clone();
    assert_eq!(
        again(&same),
        "focus area, follow-up: overdue, the last day was 31 December 2024 (December 2024)"
    );
}

#[test]
fn quality_monitoring_of_one_subject_says_nothing_about_another() {
    let monitoring = |id: u8, on: &str| {
        let content = format!(
            r##"{{ "id": "#{id}", "kind": "monitoring", "service": {{ "id": "#90" }}, "heldOn": "{on}", "next": {{ "date": {{ "on": "2025-11" }} }} }}"##
        );
        document("evaluation", &content)
    };
    let both = shown(&[&monitoring(1, "2024-11-05"), &monitoring(2, "2024-11-20")], "2025-01-01");
    assert_eq!(
        both.iter().filter(|said| said.ends_with("due by 30 November 2025 (November 2025)")).count(),
        2
    );
}

#[test]
fn the_page_lists_what_was_left_open_at_its_end_and_counts_what_lapsed() {
    let mut agenda = Agenda::new(day("2025-02-01")).with_texts();
    agenda.add(&agreement(3, 90, 2025, OF_2025, r#", "title": "Aftale 2025""#));
    agenda.add(&agreement(1, 90, 2024, OF_2024, r#", "title": "Aftale 2024""#));
    let page = Page::of_agenda(&agenda, 14).text().to_string();
    let head = "Opgjort pr. 1. februar 2025. Overskredet: 1. Inden for 14 dage: 0.";
    assert!(!page.contains(head), "an empty list is left out: {page}");
    let (_, end) = page.split_once("Åbent fra tidligere aftaler og forløb\n----").expect("the last list");
    assert_eq!(
        end.trim_start_matches('-'),
        "\nIkke registreret som gjort, sidste dag var 31. maj 2024\n\
         - Aftale 2024: indsatsområde, indsats (maj 2024)\n\n\
         Ikke registreret som gjort, sidste dag var 30. november 2024\n\
         - Aftale 2024: indsatsområde, måling af måltal (november 2024)\n\n\
         Ikke registreret som gjort\n\
         - Aftale 2024: indsatsområde, indsats\n"
    );
    assert!(page.contains("Gjort: 1. Ikke længere aktuelt: 3."), "{page}");
}

#[test]
fn the_page_of_one_document_names_it_once() {
    let second = evaluation(
        1,
        90,
        r##""title": "Selvevaluering 2025", "heldOn": "2025-10-14", "next": { "date": { "on": "2026-10" } },
        "standards": [{ "number": "1.4", "name": "Medicin", "recommendations": [
            { "id": "#2", "text": "Dobbelt underskrift" }, { "id": "#3", "text": "Kølerum" }
        ] }], "submission": { "committee": "Socialudvalget" }"##,
    );
    let mut agenda = Agenda::new(day("2025-11-01")).with_texts();
    agenda.add(&second);
    let page = Page::of_agenda(&agenda, 14).text().to_string();
    let expected = "\
Opgaver og frister
==================
Opgjort pr. 1. november 2025. Overskredet: 0. Senere: 1. Uden frist: 3. Gjort:
1.
Selvevaluering 2025

Senere
------
Senest 31. oktober 2026
- Næste selvevaluering (oktober 2026)

Uden frist
----------
- Standard 1.4 »Medicin«, anbefaling 1: Dobbelt underskrift
- Standard 1.4 »Medicin«, anbefaling 2: Kølerum
- Afgørelse i udvalget »Socialudvalget«
";
    assert_eq!(page, expected);
}
