//! Lists of sub-goals: headings, dates, words, what is refused, and that no cell is repeated.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kvalitetsmodel::Lang;
use kvalitetsmodel::date::PartialDate;
use kvalitetsmodel::goal::{
    Caseload, Citizen, CitizenInvolvement, GoalKind, GoalResult, GoalStatus, ProcessMeasure, SubGoal,
};
use kvalitetsmodel::table::{
    Cell, DateOrder, FoundCaseload, IdFor, Refused, Row, StatusWord, SubGoalChoice, SubGoalField, Table,
};
use kvalitetsmodel::text::Text;
use uuid::Uuid;

/// Ids by the thing they are for, from 1 on.
fn ids() -> impl FnMut(IdFor<'_>) -> Uuid {
    let mut known: BTreeMap<String, u128> = BTreeMap::new();
    move |thing| {
        let next = known.len() as u128 + 1;
        assert!(known.insert(format!("{thing:?}"), next).is_none(), "asked twice: {thing:?}");
        Uuid::from_u128(next)
    }
}

fn try_read(choice: &SubGoalChoice, text: &str) -> Result<FoundCaseload, Refused> {
    Table::read(text.as_bytes()).and_then(|table| table.sub_goals(choice, ids()))
}

pub(crate) fn read(text: &str) -> FoundCaseload {
    try_read(&SubGoalChoice::default(), text).unwrap_or_else(|refused| panic!("{text}\n{refused:#?}"))
}

pub(crate) fn refused(text: &str, lang: Lang) -> Vec<String> {
    let refused = try_read(&SubGoalChoice::default(), text).expect_err(text);
    refused.refusals.iter().map(|one| one.message(lang)).collect()
}

pub(crate) fn notes(found: &FoundCaseload, lang: Lang) -> Vec<String> {
    found.notes.iter().map(|note| note.in_lang(lang)).collect()
}

fn first(found: &FoundCaseload) -> &SubGoal {
    &found.caseload.citizens[0].sub_goals[0]
}

fn date(text: &str) -> Option<PartialDate> {
    Some(text.parse().expect("a date"))
}

const DANISH: &str = "\
Borger;Afdeling;Mål;Delmål;Måltype;Startdato;Evalueringsdato;Slutdato;Status;Resultat;Evalueret den;Afsluttet den;Borger inddraget
17;Afdeling A;Bo selv;Laver kaffe;Udvikle;01-02-2024;30-04-2024;31-05-2024;Nået;Nået;28-04-2024;30-04-2024;ja
17;Afdeling A;Bo selv;Vasker tøj;Fastholde;01-02-2024;30-06-2024;31-07-2024;Åbent;;;;nej
18;Afdeling B;;;;;;;;;;;
";

const ENGLISH: &str = "\
Closed on,Citizen,Department,Goal,Sub-goal,Kind of goal,Start date,Evaluation date,End date,Status,Result,Evaluated on,Citizen involved
2024-04-30,17,Afdeling A,Bo selv,Laver kaffe,develop,1 February 2024,2024-04-30,2024-05-31,reached,reached,2024-04-28,yes
,17,Afdeling A,Bo selv,Vasker tøj,maintain,2024-02-01,2024-06-30,2024-07-31,open,,,no
,18,Afdeling B,,,,,,,,,,
";

#[test]
fn danish_and_english_headings_say_the_same() {
    let (danish, english) = (read(DANISH), read(ENGLISH));
    assert_eq!(danish.caseload, english.caseload);
    let caseload = danish.caseload;
    let [walks, other] = caseload.citizens.as_slice() else { panic!("two citizens") };
    let [reached, open] = walks.sub_goals.as_slice() else { panic!("two sub-goals") };
    assert_eq!((walks.goals.len(), reached.goal, open.goal), (1, Some(walks.goals[0].id), reached.goal));
    assert_eq!((reached.kind, open.kind), (Some(GoalKind::Develop), Some(GoalKind::Maintain)));
    assert_eq!((reached.set_on, reached.evaluate_by), (date("2024-02-01"), date("2024-04-30")));
    assert_eq!((reached.ends_on, reached.closed_on), (date("2024-05-31"), date("2024-04-30")));
    assert_eq!((reached.status, open.status), (Some(GoalStatus::Reached), Some(GoalStatus::Open)));
    assert_eq!(reached.evaluations.len(), 1);
    assert_eq!(reached.evaluations[0].on, date("2024-04-28"));
    assert_eq!(reached.evaluations[0].result, Some(GoalResult::Reached));
    assert!(open.evaluations.is_empty());
    assert_eq!(reached.citizen, Some(CitizenInvolvement::Involved { how: None }));
    assert_eq!(open.citizen, Some(CitizenInvolvement::NotInvolved { reason: None }));
    assert!(other.sub_goals.is_empty());
    let departments: Vec<_> = caseload.service.iter().flat_map(|service| &service.departments).collect();
    assert_eq!((walks.department, other.department), (Some(departments[0].id), Some(departments[1].id)));
    assert_eq!(departments[1].name.as_ref().map(Text::as_str), Some("Afdeling B"));
}

#[test]
fn a_name_or_number_of_a_citizen_is_not_in_the_caseload() {
    let found = read("Cpr-nr.;Delmål;Slutdato\n010190-1234;Laver kaffe;2024-05-31\n");
    let written = serde_json::to_string(&found.caseload).expect("JSON");
    assert!(written.contains("Laver kaffe") && !written.contains("1234"), "{written}");
}

#[test]
fn a_mapping_names_headings() {
    let list = "Sagsnr;Titel;Type;Aftalt;Frist\n17;Laver kaffe;A;2024-04-30;2024-05-31\n";
    let headings = vec![
        (SubGoalField::Citizen, "sagsnr".into()),
        (SubGoalField::SubGoal, "TITEL".into()),
        (SubGoalField::EvaluateBy, "Frist".into()),
        (SubGoalField::Kind, "Aftalt".into()),
    ];
    let mut choice = SubGoalChoice { headings, ..SubGoalChoice::default() };
    // The later one counts, and `Type` is no longer a kind.
    choice.headings.push((SubGoalField::Kind, "Måltype".into()));
    let said = |choice: &SubGoalChoice| {
        let refused = try_read(choice, list).expect_err("no such heading");
        refused.refusals.iter().map(|one| one.message(Lang::Da)).collect::<Vec<_>>()
    };
    assert_eq!(said(&choice), ["linje 1: ingen kolonne hedder »Måltype«"]);
    choice.headings.retain(|(field, _)| *field != SubGoalField::Kind);
    choice.headings.push((SubGoalField::SetOn, "Aftalt".into()));
    assert_eq!(
        said(&choice),
        [
            "linje 2, kolonne 3 (Type): feltet har en ukendt værdi for måltype; skriv fx »udvikle«, »fastholde« og »begrænse \
             tab«, eller lad det være tomt"
        ]
    );
    let mut without = choice.clone();
    without.headings.push((SubGoalField::Kind, String::new()));
    let found = try_read(&without, list).expect("no column is a kind");
    assert_eq!((first(&found).kind, first(&found).set_on), (None, date("2024-04-30")));
    let found = try_read(&choice, &list.replace(";A;", ";udvikling;")).expect("read");
    assert_eq!(first(&found).kind, Some(GoalKind::Develop));
    assert_eq!((first(&found).set_on, first(&found).evaluate_by), (date("2024-04-30"), date("2024-05-31")));
    assert_eq!(first(&found).ends_on, None);
}

#[test]
fn missing_and_doubled_columns_are_refused_with_what_can_be_chosen() {
    let list = "Afdeling;Delmål;Frist;Slutdato;Nr;Nr\nA;Laver kaffe;2024-05-31;2024-06-30;1;2\n";
    let refused = try_read(&SubGoalChoice::default(), list).expect_err("no citizen");
    let said: Vec<_> = refused.refusals.iter().map(|one| one.message(Lang::En)).collect();
    assert_eq!(
        said,
        [
            "line 1: a column is missing: citizen; call it “citizen”, or name its heading",
            "line 1: several columns can be the end date: “Frist” and “Slutdato”; rename the one that is not to be \
             read; choose headings = (EndsOn, “Frist”) or headings = (EndsOn, “Slutdato”)",
        ]
    );
    let remedy = &refused.refusals[1].remedies()[1];
    let choice = SubGoalChoice::default().with(remedy).unwrap();
    let list = list.replacen("Nr", "Borger", 1);
    let found = try_read(&choice, &list).expect("read");
    assert_eq!(first(&found).ends_on, date("2024-06-30"));
    assert_eq!(
        notes(&found, Lang::Da),
        [
            "der er ingen kolonne med evalueringsdato: om åbne delmål mangler at blive evalueret, kan ikke vurderes",
            "ingen kolonne siger, om delmål er afsluttet: alle er læst som åbne",
            "kolonne 3 (»Frist«) er ikke læst",
            "kolonne 6 (»Nr«) er ikke læst",
        ]
    );
}

#[test]
fn what_may_be_no_heading_is_not_repeated() {
    let list = "Jens Hansen;Team;Laver kaffe\nBo Holm;Team;Vasker tøj\n";
    let refused = try_read(&SubGoalChoice::default(), list).expect_err("no headings");
    let said = serde_json::to_string(&refused).expect("JSON") + &refused.refusals[0].message(Lang::En);
    assert!(!said.contains("Jens") && !said.contains("kaffe"), "{said}");
    assert_eq!(
        refused.refusals.iter().map(|one| one.message(Lang::Da)).collect::<Vec<_>>(),
        [
            "linje 1: overskrifterne er ikke kendt; kald kolonnerne »borger«, »delmål«, »evalueringsdato«, »slutdato« og \
             »status«, eller angiv, hvilke kolonner der er hvad"
        ]
    );
}

#[test]
fn a_date_that_can_be_two_days_is_refused_unless_another_one_decides() {
    let list = "Borger;Delmål;Evalueringsdato;Slutdato\n17;Laver kaffe;1/2/2024;3/2/2024\n";
    let refused = try_read(&SubGoalChoice::default(), list).expect_err("two days");
    assert_eq!(
        refused.refusals.iter().map(|one| one.message(Lang::Da)).collect::<Vec<_>>(),
        [
            "linje 2, kolonne 3 (Evalueringsdato): datoen kan være to forskellige dage, og ingen anden dato i listen \
             afgør det; vælg date_order = DayFirst eller date_order = MonthFirst"
        ]
    );
    let days = refused.refusals[0].remedies().iter().map(|remedy| {
        let found = try_read(&SubGoalChoice::default().with(remedy).unwrap(), list).expect("decided");
        first(&found).evaluate_by
    });
    assert_eq!(days.collect::<Vec<_>>(), [date("2024-02-01"), date("2024-01-02")]);

    let decided = list.replace("3/2/2024", "3/25/2024");
    let found = read(&decided);
    assert_eq!((first(&found).evaluate_by, first(&found).ends_on), (date("2024-01-02"), date("2024-03-25")));
    assert!(
        notes(&found, Lang::En)
            .contains(&"the dates are read with the month first, as line 2, column 4 shows".to_owned())
    );

    let both = format!("{decided}18;Vasker tøj;25/3/2024;\n");
    assert_eq!(
        refused_dates(&both),
        [
            "line 3, column 3 (Evalueringsdato): the cell is no date with day and month in the order of line 2; write the \
             dates as 2024-01-31"
        ]
    );
    let day_first = SubGoalChoice { date_order: Some(DateOrder::DayFirst), ..SubGoalChoice::default() };
    assert!(try_read(&day_first, &decided).is_err());
}

fn refused_dates(text: &str) -> Vec<String> {
    refused(text, Lang::En)
}

#[test]
fn dates_of_the_table_are_read_with_what_they_mean_as_deadlines() {
    let of = |deadline: &str, event: &str| {
        let list = format!("Borger;Delmål;Slutdato;Afsluttet den\n17;Laver kaffe;{deadline};{event}\n");
        let found = read(&list);
        (first(&found).ends_on, first(&found).closed_on)
    };
    assert_eq!(of("31. maj 2024", "maj 2024"), (date("2024-05-31"), date("2024-05")));
    assert_eq!(of("2024", "2. halvår 2024"), (date("2024"), date("2024-H2")));
    assert_eq!(of("uge 5 2024", "2024-05-31 14:30"), (date("2024-02-04"), date("2024-05-31")));
    assert_eq!(of("2024-K2", "-"), (date("2024-06-30"), None));
    let list = "Borger;Delmål;Slutdato;Afsluttet den\n17;Laver kaffe;2024-K2;31-05-2024 14:30\n";
    assert_eq!(
        notes(&read(list), Lang::Da)[1..],
        [
            "klokkeslæt ved datoerne er ikke læst",
            "linje 2: slutdato er læst som den sidste dag i ugen eller kvartalet",
        ]
    );
    // A week does not say on which of its days something happened.
    let list = "Borger;Delmål;Slutdato;Afsluttet den\n17;Laver kaffe;;uge 5 2024\n";
    assert_eq!(
        refused(list, Lang::Da),
        [
            "linje 2, kolonne 4 (Afsluttet den): feltet er ingen dato, som 2024-01-31, 31.01.2024, 31. januar 2024 eller \
             2024-01; lad det være tomt, hvis datoen ikke er kendt"
        ]
    );
    // A workbook says which day it is.
    let day = "2024-05-31".parse().map(Cell::Day).expect("a day");
    let rows = [
        Row::new(1, ["Borger", "Delmål", "Slutdato"].map(Cell::from)),
        Row::new(2, [Cell::from(17.0), Cell::from("Laver kaffe"), day]),
    ];
    let found = Table::from_rows(rows).and_then(|table| table.sub_goals(&SubGoalChoice::default(), ids()));
    assert_eq!(first(&found.expect("read")).ends_on, date("2024-05-31"));
}

#[test]
fn everything_is_refused_at_once_and_no_cell_is_repeated() {
    let list = "Borger;Afdeling;Delmål;Slutdato;Status;Resultat\n\
                ;A;Hemmelig;2024-05-31;Åbent;\n\
                17;A;Hemmelig;snarest;måske;måske\n\
                17;B;Hemmelig;;;\n\
                18;B;;2024-05-31;;\n\
                19;B;Hemmelig;;;;mere\n";
    let refused = try_read(&SubGoalChoice::default(), list).expect_err("six errors");
    let said: Vec<_> = refused.refusals.iter().map(|one| one.message(Lang::Da)).collect();
    assert_eq!(
        said,
        [
            "linje 2, kolonne 1 (Borger): der står ingen borger; skriv borgeren i hver linje",
            "linje 3, kolonne 4 (Slutdato): feltet er ingen dato, som 2024-01-31, 31.01.2024, 31. januar 2024 eller \
             2024-01; lad det være tomt, hvis datoen ikke er kendt",
            "linje 3, kolonne 5 (Status): feltet har en ukendt værdi for status; skriv fx »åbent«, »nået«, »opgivet«, \
             »erstattet« og »afsluttet«, eller lad det være tomt",
            "linje 3, kolonne 6 (Resultat): feltet har en ukendt værdi for resultat; skriv fx »nået«, »delvist nået« og \
             »ikke nået«, eller lad det være tomt",
            "linje 4, kolonne 2 (Afdeling): linje 3 har en anden afdeling for samme borger; ret den, der er forkert",
            "linje 5, kolonne 3 (Delmål): linjen har datoer, status eller andet om et delmål, men intet delmål; skriv \
             delmålet, eller ryd de andre felter, hvis borgeren ikke har noget",
            "linje 6: der er 7 felter, og overskriften har 6; et felt med skilletegn i skal stå i citationstegn",
        ]
    );
    let english: Vec<_> = refused.refusals.iter().map(|one| one.message(Lang::En)).collect();
    assert_eq!(
        english[4],
        "line 4, column 2 (Afdeling): line 3 names another department for the same citizen; correct the wrong one"
    );
    let all = serde_json::to_string(&refused).expect("JSON") + &said.concat() + &english.concat();
    for cell in ["Hemmelig", "snarest", "måske"] {
        assert!(!all.contains(cell), "{cell}: {all}");
    }
    assert_eq!(serde_json::to_value(&refused.refusals[2]).expect("JSON")["kind"], "unknownWord");
}

/// Wherever a name is in a list, no message repeats it, nor a date or a word next to it.
#[test]
fn no_message_repeats_a_cell() {
    let list = DANISH.replace("Laver kaffe", "Ingen delmål");
    let rows: Vec<Vec<&str>> = list.lines().map(|line| line.split(';').collect()).collect();
    let said = |rows: &[Vec<&str>]| {
        let text: String = rows.iter().map(|row| row.join(";") + "\n").collect();
        match try_read(&SubGoalChoice::default(), &text) {
            Ok(found) => notes(&found, Lang::Da).concat() + &notes(&found, Lang::En).concat(),
            Err(refused) => {
                let in_lang =
                    |lang| refused.refusals.iter().map(move |one| one.message(lang)).collect::<String>();
                serde_json::to_string(&refused).expect("JSON") + &in_lang(Lang::Da) + &in_lang(Lang::En)
            }
        }
    };
    for line in 1..rows.len() {
        for at in 0..rows[0].len() {
            for name in ["Jens Hansen", "7/8/1991", "010190-1234"] {
                let mut rows = rows.clone();
                rows[line][at] = name;
                assert!(!said(&rows).contains(name), "line {line}, column {at}: {}", said(&rows));
                // Without headings, the first row is read as headings.
                let rows = &rows[line..];
                assert!(!said(rows).contains(name), "line {line}, column {at}: {}", said(rows));
            }
        }
    }
}

#[test]
fn words_of_statuses_are_known_and_can_be_added() {
    let of = |word: &str| {
        let list = format!("Borger;Delmål;Status\n17;Laver kaffe;{word}\n");
        let statuses = vec![StatusWord { word: "Sat i bero".into(), status: GoalStatus::Open }];
        let choice = SubGoalChoice { statuses, ..SubGoalChoice::default() };
        try_read(&choice, &list).ok().map(|found| first(&found).status)
    };
    assert_eq!(of("Igangværende"), Some(Some(GoalStatus::Open)));
    assert_eq!(of("sat i BERO"), Some(Some(GoalStatus::Open)));
    assert_eq!(of("Opnaaet"), Some(Some(GoalStatus::Reached)));
    assert_eq!(of("cancelled"), Some(Some(GoalStatus::GivenUp)));
    assert_eq!(of("afløst"), Some(Some(GoalStatus::Replaced)));
    assert_eq!(of(""), Some(None));
    assert_eq!(of("på pause"), None);
}

#[test]
fn closed_says_neither_reached_nor_given_up() {
    let list = "Borger;Delmål;Slutdato;Status\n17;Laver kaffe;2024-01-31;Afsluttet\n18;Vasker tøj;2024-01-31;afsluttet\n";
    let found = read(list);
    assert_eq!(first(&found).status, Some(GoalStatus::Closed));
    assert!(
        notes(&found, Lang::Da).contains(
            &"linjerne 2 og 3: delmålet er afsluttet, og om det er nået eller opgivet, siger listen ikke"
                .to_owned()
        )
    );
    let count = found.caseload.count("2024-03-01".parse().expect("a day"));
    assert_eq!((count.open_sub_goals, count.of(ProcessMeasure::ClosingOverdue).exceptions), (0, 0));
}

#[test]
fn what_looks_odd_is_told() {
    let list = "Borger;Afdeling;Delmål;Evalueringsdato;Slutdato;Status\n\
                Jens;Afd. A;Laver kaffe;;;Åbent\n\
                Jens;Afd. A;Laver kaffe;;;Åbent\n\
                jens;Afd.  A;Ingen delmål;;;\n\
                Gruppe 2;;;;;\n";
    let found = read(list);
    assert_eq!(
        notes(&found, Lang::Da),
        [
            "linje 3 siger det samme som linje 2; de er læst som to delmål",
            "linje 4: afdeling er skrevet lidt anderledes end i linje 2; de er læst som to forskellige",
            "linje 4: borger er skrevet lidt anderledes end i linje 2; de er læst som to forskellige",
            "linje 4: feltet er læst, som om borgeren ikke har noget delmål",
            "linje 5: der står kun en borger, læst som en borger uden afdeling og delmål; slet linjen, hvis den er en \
             overskrift eller en sum",
        ]
    );
    let counts: Vec<_> = found.caseload.citizens.iter().map(|citizen| citizen.sub_goals.len()).collect();
    assert_eq!(counts, [2, 0, 0]);
}

/// A list as a program would write it.
fn written(caseload: &Caseload) -> String {
    let mut list =
        "Borger;Afdeling;Mål;Delmål;Måltype;Startdato;Evalueringsdato;Slutdato;Status;Resultat;Evalueret \
                    den;Afsluttet den\n"
            .to_owned();
    let departments = caseload.service.iter().flat_map(|service| &service.departments);
    let departments: BTreeMap<_, _> = departments.map(|one| (one.id, one.name.as_ref())).collect();
    let on = |date: Option<PartialDate>| date.map(|date| date.to_string()).unwrap_or_default();
    let mut row = |citizen: &Citizen, one: &SubGoal| {
        let department = citizen.department.and_then(|id| departments[&id]).map_or("", |name| name.as_str());
        let goal = citizen.goals.iter().find(|goal| Some(goal.id) == one.goal);
        let goal = goal.and_then(|goal| goal.text.as_ref()).map_or("", |text| text.as_str());
        let evaluation = one.evaluations.first();
        writeln!(
            list,
            "{};{department};{goal};{};{};{};{};{};{};{};{};{}",
            citizen.id,
            one.text.as_ref().map_or("", |text| text.as_str()),
            one.kind.map_or("", |kind| kind.label().da),
            on(one.set_on),
            on(one.evaluate_by),
            on(one.ends_on),
            one.status.map_or("", |status| status.label().da),
            evaluation.and_then(|one| one.result).map_or("", |result| result.label().da),
            on(evaluation.and_then(|one| one.on)),
            on(one.closed_on),
        )
        .expect("written");
    };
    for citizen in &caseload.citizens {
        citizen.sub_goals.iter().for_each(|one| row(citizen, one));
        if citizen.sub_goals.is_empty() {
            row(citizen, &SubGoal::new(kvalitetsmodel::id::Id::from_u128(0)));
        }
    }
    list
}

#[test]
fn a_list_that_is_written_is_read_back() {
    let found = read(&DANISH.replace(";ja\n", ";\n").replace(";nej\n", ";\n"));
    let list = written(&found.caseload);
    let known: BTreeMap<String, Uuid> =
        found.caseload.citizens.iter().map(|citizen| (citizen.id.to_string(), citizen.id.uuid())).collect();
    let mut others = ids();
    let back = Table::read(list.as_bytes())
        .and_then(|table| {
            table.sub_goals(&SubGoalChoice::default(), |thing| {
                let id = others(thing);
                if let IdFor::Citizen { text } = thing { known[text] } else { id }
            })
        })
        .expect("read back");
    assert_eq!(back.caseload, found.caseload);
    assert!(back.notes.is_empty(), "{:?}", back.notes);
}
