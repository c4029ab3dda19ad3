//! Two years of agreements of one service: what is carried over, what changed, what is missing before a follow-up.
#![cfg(feature = "json")]
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

#[expect(dead_code, reason = "other tests use the rest")]
#[path = "common/roskildehjemmet.rs"]
mod roskildehjemmet;

use std::fmt::Display;

use kvalitetsmodel::agenda::{self, Agenda, Duty, Missing, MissingKind, State};
use kvalitetsmodel::agreement::{CarryOver, DevelopmentAgreement, Fate, FollowUp, OpenKind, WhyOpen};
use kvalitetsmodel::changes::{self, Change, ChangeKind, Strictness};
use kvalitetsmodel::document::Content;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Measurement;
use kvalitetsmodel::report::Pointer;
use kvalitetsmodel::{Context, Lang, codes, json};
use roskildehjemmet::signed;

const MADE_UP: &str = include_str!("../examples/data/roskildehjemmet-2025-made-up.json");

fn agreement(text: &str) -> DevelopmentAgreement {
    match json::read(text).expect("a document").into_content() {
        Content::Agreement(agreement) => agreement,
        other => panic!("an agreement, not {}", other.kind()),
    }
}

fn made_up() -> DevelopmentAgreement {
    agreement(MADE_UP)
}

fn context(day: &str) -> Context {
    Context::new(day.parse().expect("a day"))
}

/// The sentences, without consecutive repetitions.
fn said<T, D: Display>(all: &[T], sentence: impl Fn(&T) -> D) -> Vec<String> {
    let lines: Vec<_> = all.iter().map(|one| sentence(one).to_string()).collect();
    let said = |equal: &[String]| match equal {
        [one] => one.clone(),
        [first, ..] => format!("{} × {first}", equal.len()),
        [] => String::new(),
    };
    lines.chunk_by(|a, b| a == b).map(said).collect()
}

fn carried() -> Vec<CarryOver> {
    signed().carried_into(&made_up())
}

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
        let mut open = agenda.in_state(State::Overdue);
        (left, open.any(|one| one.duty == Duty::Criticism))
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

#[test]
fn everything_that_changed_from_2024_to_2025() {
    let changes = changes::between(&signed(), &made_up());
    let said = said(&changes, |one| one.in_lang(Lang::Da).to_string());
    let (contents, others): (Vec<_>, Vec<_>) =
        said.into_iter().partition(|line| line.ends_with(", linje i indholdsfortegnelsen: udgået"));
    assert_eq!(others, CHANGES);
    assert_eq!(contents.len(), 48);
    assert!(contents[0].starts_with("drifts- og udviklingsaftale i afsnit 1, "), "{}", contents[0]);
}

const CHANGES: [&str; 84] = [
    "drifts- og udviklingsaftale, titel: omformuleret",
    "drifts- og udviklingsaftale, år: fra 2024 til 2025",
    "drifts- og udviklingsaftale, part, socialdirektøren, underskrevet: fra ikke oplyst til 14. januar 2025",
    "drifts- og udviklingsaftale, part, forstanderen, navngivet: fra nej til ja",
    "drifts- og udviklingsaftale, part, forstanderen, underskrevet: fra ikke oplyst til 14. januar 2025",
    "drifts- og udviklingsaftale, underskriftsdatoer uden part: fjernet",
    "drifts- og udviklingsaftale, rammedokument, gælder fra: ændret fra 2024 til 2025",
    "drifts- og udviklingsaftale, rammedokument, gælder til: ændret fra 2024 til 2025",
    "2 × drifts- og udviklingsaftale, rammedokument: udgået",
    "drifts- og udviklingsaftale, note: tilføjet",
    "2 × drifts- og udviklingsaftale, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.1, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.2, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.3.1, note: udgået",
    "2 × drifts- og udviklingsaftale i afsnit 1.4, note: udgået",
    "2 × drifts- og udviklingsaftale i afsnit 1.5, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.5.3, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.7, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.7.1, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.8, note: udgået",
    "3 × drifts- og udviklingsaftale i afsnit 1.8.5, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.9.2, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.11, note: udgået",
    "drifts- og udviklingsaftale i afsnit 1.13.2, note: udgået",
    "drifts- og udviklingsaftale i afsnit 3, note: udgået",
    "indsatsområde i afsnit 1.2, krav i teksten: udgået",
    "indsats i afsnit 1.2, hvornår: fra 2025 til 31. december 2025",
    "indsats i afsnit 1.2.1: tilføjet",
    "opfølgning i afsnit 1.2.2: tilføjet",
    "indsatsområde i afsnit 1.3.2, deltagelse, forbedringsfællesskab, tilbuddets deltagelse: fra indgår ikke til indgår",
    "2 × indsats i afsnit 1.3.1, udført den: fra ikke oplyst til 31. maj 2024",
    "indsats i afsnit 1.3.1, tekst: omformuleret",
    "måltal i afsnit 1.3.4, indikator, indikator: tilføjet",
    "måltal i afsnit 1.3.4, indikator, formulering: tilføjet",
    "måltal i afsnit 1.3.4, retning: fra ikke oplyst til højst",
    "måltal i afsnit 1.3.4, værdi: fra ikke oplyst til 6",
    "måltal i afsnit 1.3.4, enhed: fra ikke oplyst til antal",
    "måltal i afsnit 1.3.4, population, beskrivelse: tilføjet",
    "måltal i afsnit 1.3.4, måletidspunkt: fra ikke oplyst til november 2025",
    "måltal i afsnit 1.3.4, datakilde: tilføjet",
    "måltal i afsnit 1.3.4, status: fra aftales senere til aftalt",
    "opfølgning i afsnit 1.3.4, hvornår: fra 31. marts 2024 til november 2025",
    "opfølgning i afsnit 1.3.4, hvad der følges op på: omformuleret",
    "indsatsområde i afsnit 1.4, nummer: fra 1.6 til 1.4",
    "indsatsområde i afsnit 1.4, deltagelse, arbejdsgruppe, afsnit: fra 1.6 til 1.4",
    "6 × indsatsområde i afsnit 1.4.1, støtteopgave, afsnit: fra 1.6.1 til 1.4.1",
    "2 × indsats i afsnit 1.4.2, afsnit: fra 1.6.2 til 1.4.2",
    "indsats i afsnit 1.4.2, tekst: omformuleret",
    "2 × indsats i afsnit 1.4.2, afsnit: fra 1.6.2 til 1.4.2",
    "opfølgning i afsnit 1.4.3, afsnit: fra 1.6.3 til 1.4.3",
    "indsatsområde i afsnit 1.7, kritik fra en myndighed, Socialtilsynet, besvares af: tilføjet",
    "måltal i afsnit 1.8.5, værdi: fra 80 til 85 (+5, strengere)",
    "måltal i afsnit 1.8.5, måletidspunkt: fra november 2024 til november 2025",
    "måltal i afsnit 1.8.5, datakilde: omformuleret",
    "måltal i afsnit 1.8.5: tilføjet",
    "opfølgning i afsnit 1.8.5, hvornår: fra november 2024 til november 2025",
    "opfølgning i afsnit 1.8.5, hvad der følges op på: omformuleret",
    "indsats i afsnit 1.9.1: flyttet",
    "indsats i afsnit 1.9.1, afsnit: fra 1.3.1 til 1.9.1",
    "indsatsområde i afsnit 1.10, bebudet beslutning, hvad der skal besluttes: omformuleret",
    "indsatsområde i afsnit 1.10, bebudet beslutning, træffes af: tilføjet",
    "indsatsområde i afsnit 1.10, bebudet beslutning, hvornår: fra ikke oplyst til juni 2025",
    "opfølgning i afsnit 3, hvornår: fra medio 2024 til medio 2025",
    "opfølgning i afsnit 3, hvornår: fra ultimo 2024 til ultimo 2025",
    "opfølgning i afsnit 3, hvad der følges op på: omformuleret",
    "indsatsområde i afsnit 1.1: udgået",
    "indsats i afsnit 1.2: udgået",
    "indsats i afsnit 1.2.1: udgået",
    "2 × opfølgning i afsnit 1.3.4: udgået",
    "indsatsområde i afsnit 1.4: udgået",
    "måltal i afsnit 1.4.3: udgået",
    "2 × opfølgning i afsnit 1.4.3: udgået",
    "indsatsområde i afsnit 1.5: udgået",
    "2 × måltal i afsnit 1.5.3: udgået",
    "2 × opfølgning i afsnit 1.5.3: udgået",
    "måltal i afsnit 1.8.5: udgået",
    "indsatsområde i afsnit 1.11: udgået",
    "5 × indsats i afsnit 1.11.1: udgået",
    "opfølgning i afsnit 1.11.4: udgået",
    "indsatsområde i afsnit 1.12: udgået",
    "indsats i afsnit 1.12.3: udgået",
    "opfølgning i afsnit 1.12.4: udgået",
    "indsatsområde i afsnit 1.13: udgået",
    "indsats i afsnit 1.13.2: udgået",
];

#[test]
fn a_change_says_how_much_stricter_and_never_what_was_written() {
    let (before, after) = (signed(), made_up());
    let changes = changes::between(&before, &after);
    let figure =
        changes.iter().find_map(|one| one.figure.filter(|figure| figure.from.is_some())).expect("a figure");
    assert_eq!(figure.difference, "5".parse().ok());
    assert_eq!(figure.strictness, Some(Strictness::Stricter));
    let reworded = |one: &&Change| one.kind == ChangeKind::Reworded;
    assert!(changes.iter().all(|one| one.texts.is_none()));
    let written = serde_json::to_string(&changes).expect("JSON");
    assert!(!written.contains("diplomuddannelse") && !written.contains("opdigtet"));

    let with_texts = changes::between_with_texts(&before, &after);
    let texts: Vec<_> = with_texts.iter().filter(reworded).filter_map(|one| one.texts.as_ref()).collect();
    assert_eq!(texts.len(), changes.iter().filter(reworded).count());
    let removed = with_texts.iter().filter(|one| one.kind == ChangeKind::Removed);
    assert!(removed.clone().all(|one| one.texts.as_ref().is_none_or(|text| text.to.is_none())));
    assert!(
        removed
            .filter_map(|one| one.texts.as_ref()?.from.as_ref())
            .any(|text| text.as_str().contains("Onboarding"))
    );
    assert!(texts.iter().any(|text| {
        text.to.as_ref().is_some_and(|to| to.as_str() == "Sender to medarbejdere på diplomuddannelse")
    }));
}

#[test]
fn a_figure_is_stricter_looser_or_not_comparable() {
    let strictness = |before: &str, after: &str| {
        let figure = |text: &str| -> kvalitetsmodel::target_figure::TargetFigure {
            let text = format!(r#"{{ "id": "00000000-0000-4000-8000-000000000001", {text} }}"#);
            serde_json::from_str(&text).expect("a figure")
        };
        let changes = changes::between(&figure(before), &figure(after));
        let said: Vec<_> = changes.iter().map(|one| one.in_lang(Lang::En).to_string()).collect();
        said.join("; ")
    };
    let at_least = r#""direction": "atLeast", "unit": "percent""#;
    let at_most = r#""direction": "atMost", "unit": "days""#;
    for (before, after, expected) in [
        (at_least, ["80", "90.5"], "target figure, value: from 80 to 90.5 (+10.5, stricter)"),
        (at_least, ["80", "79.95"], "target figure, value: from 80 to 79.95 (-0.05, looser)"),
        (at_most, ["14", "8"], "target figure, value: from 14 to 8 (-6, stricter)"),
        (at_most, ["0", "1"], "target figure, value: from 0 to 1 (+1, looser)"),
        (r#""unit": "percent""#, ["80", "90"], "target figure, value: from 80 to 90 (+10, not comparable)"),
        (at_least, ["80", "80.0"], ""),
        (
            at_least,
            ["-999999999999999999", "999999999999999999"],
            "target figure, value: from -999999999999999999 to 999999999999999999 (stricter)",
        ),
    ] {
        let [from, to] = after.map(|value| format!(r#"{before}, "value": "{value}""#));
        assert_eq!(strictness(&from, &to), expected);
    }
    assert_eq!(
        strictness(
            r#""direction": "atLeast", "value": "80", "unit": "percent""#,
            r#""direction": "atMost", "value": "20", "unit": "percent""#
        ),
        "target figure, direction: from at least to at most; target figure, value: from 80 to 20 (-60, not comparable)"
    );
}

/// The follow-ups whose sentence about time is wanted.
fn before(
    agreement: &DevelopmentAgreement,
    follow_up: Id<FollowUp>,
    measurements: &[Measurement],
) -> Vec<Missing> {
    agenda::missing_before(agreement, follow_up, &context("2024-01-09"), measurements).expect("a follow-up")
}

#[test]
fn before_a_follow_up_what_it_names_is_missing_or_not() {
    let agreement = signed();
    let [fixed, _, described] = &agreement.focus_areas[2].follow_ups[..] else { panic!("three follow-ups") };
    assert_eq!(
        said(&before(&agreement, fixed.id, &[]), |one| one.in_lang(Lang::Da).to_string()),
        ["afsnit 1.3.4 mangler: et måltal, der er fastlagt"]
    );
    // Its two actions have no deadline of their own.
    assert_eq!(
        said(&before(&agreement, described.id, &[]), |one| one.in_lang(Lang::Da).to_string()),
        ["2 × afsnit 1.3.1 mangler: melding om, at indsatsen er gennemført"]
    );
    let mut reported = agreement.clone();
    reported.focus_areas[2].actions[0].done_on = "2024-05-20".parse().ok();
    reported.focus_areas[2].actions[1].done_on = "2024-06-01".parse().ok();
    // One of them is stated to be done after the follow-up.
    assert_eq!(before(&reported, described.id, &[]).len(), 1);
    assert_eq!(agenda::missing_before(&agreement, Id::from_u128(1), &context("2024-01-09"), &[]), None);
}

#[test]
fn a_figure_is_measured_by_the_agreement_or_by_a_measurement_of_its_time() {
    let agreement = signed();
    let monitoring = agreement.focus_areas[7].follow_ups[0].id;
    let lacks_measurement = |agreement: &DevelopmentAgreement, measurements: &[Measurement]| {
        before(agreement, monitoring, measurements).iter().any(|one| one.kind == MissingKind::Measurement)
    };
    let measurement = |day: &str, unit: &str| -> Measurement {
        let text = format!(
            r#"{{
                "id": "00000000-0000-4000-8000-000000000001",
                "indicator": "20240008-0000-4000-8000-000600000001",
                "reportingUnit": {{ "service": {{ "id": "{unit}" }} }},
                "period": {{ "start": "{day}", "end": "{day}" }},
                "observed": {{ "share": {{ "part": 16, "whole": 20 }} }}
            }}"#
        );
        serde_json::from_str(&text).expect("a measurement")
    };
    let own = "20240000-0000-4000-8000-000900000003";
    assert!(lacks_measurement(&agreement, &[]));
    assert!(!lacks_measurement(&agreement, &[measurement("2024-11-12", own)]));
    assert!(lacks_measurement(&agreement, &[measurement("2024-12-01", own)]));
    assert!(lacks_measurement(
        &agreement,
        &[measurement("2024-11-12", "00000000-0000-4000-8000-000000000009")]
    ));

    let missing = before(&agreement, monitoring, &[]);
    assert_eq!(
        said(&missing, |one| one.in_lang(Lang::En).to_string()),
        [
            "section 1.8.3 lacks: a report that the action is done",
            "section 1.8.5 lacks: a measurement of the target figure (due by 30 November 2024)",
        ]
    );
}

#[test]
fn before_the_dialogue_meeting_the_whole_agreement_is_looked_at() {
    let agreement = signed();
    let missing = before(&agreement, agreement.follow_ups[1].id, &[]);
    assert_eq!(
        said(&missing, |one| one.in_lang(Lang::Da).to_string()),
        [
            "afsnit 1.2.1 mangler: den tidsplan, der ventes på",
            "afsnit 1.3.1 mangler: det, som fristen regnes ud fra",
            "afsnit 1.3.4 mangler: et måltal, der er fastlagt",
            "afsnit 1.3.4 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.3.4 mangler: en beslutning, der ventes på",
            "afsnit 1.3.4 mangler: melding om, at opfølgningen er holdt (frist 31. maj 2024)",
            "afsnit 1.4.3 mangler: et måltal, der er fastlagt",
            "afsnit 1.4.3 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.4.3 mangler: en beslutning, der ventes på",
            "afsnit 1.5.3 mangler: et måltal, der er fastlagt",
            "afsnit 1.5.3 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.5.3 mangler: en beslutning, der ventes på",
            "afsnit 1.6.3 mangler: melding om, at opfølgningen er holdt (frist 31. marts 2024)",
            "afsnit 1.7.1 mangler: den tidsplan, der ventes på",
            "4 × afsnit 1.9.1 mangler: den tidsplan, der ventes på",
            "afsnit 1.9.2 mangler: den tidsplan, der ventes på",
            "afsnit 1.9.2 mangler: en beslutning, der ventes på",
            "afsnit 1.11.1 mangler: den tidsplan, der ventes på",
            "afsnit 1.11.4 mangler: den tidsplan, der ventes på",
            "afsnit 1.12.3 mangler: den tidsplan, der ventes på",
            "afsnit 1.13.2 mangler: den tidsplan, der ventes på",
            "aftalen mangler: den ene parts underskriftsdato",
            "afsnit 1.3 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.4 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.5 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.5.3 mangler: måletidspunkt",
            "afsnit 1.5.3 mangler: datakilde",
            "afsnit 1.8 mangler: om tilstandsvurderingen viser et behov",
            "afsnit 1.8.5 mangler: måletidspunkt",
            "afsnit 1.8.5 mangler: datakilde",
            "afsnit 1.8.5 mangler: hvornår listen er lagt fast",
            "afsnit 1.8.5 mangler: måletidspunkt",
        ],
        "what rules need comes last"
    );
}

#[test]
fn what_a_rule_cannot_be_assessed_without_is_missing_too() {
    let missing = agenda::missing(&signed(), &context("2024-08-31"), &[]);
    let of_rule = |code| missing.iter().filter(|one| one.code == Some(code)).collect::<Vec<_>>();
    let signing = of_rule(codes::AGR002);
    assert_eq!(signing.len(), 1);
    assert_eq!(
        serde_json::to_value(signing[0]).expect("JSON"),
        serde_json::json!({
            "kind": "statement",
            "at": "/parties",
            "subject": "agreement:20240000-0000-4000-8000-000900000002",
            "code": "AGR002",
            "what": { "da": "den ene parts underskriftsdato", "en": "the signing date of one party" },
            "message": {
                "da": "aftalen mangler: den ene parts underskriftsdato",
                "en": "the agreement lacks: the signing date of one party",
            },
        })
    );
}
