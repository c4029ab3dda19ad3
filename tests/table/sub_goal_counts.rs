//! What decides the counts of a list of sub-goals.

use kvalitetsmodel::Lang;
use kvalitetsmodel::goal::ProcessMeasure;
use kvalitetsmodel::table::FoundCaseload;

use crate::sub_goals::{notes, read, refused};

#[test]
fn the_next_evaluation_is_not_settled_by_an_earlier_one() {
    let list = |headings: &str| {
        format!(
            "Borger;Delmål;{headings};Status\n\
             1;Laver kaffe;01-06-2024;01-03-2024;Åbent\n\
             2;Går tur;01-06-2024;03-06-2024;Åbent\n"
        )
    };
    let day = "2024-06-15".parse().expect("a day");
    let overdue = |found: &FoundCaseload| {
        let counted = found.caseload.count(day).of(ProcessMeasure::EvaluationOverdue);
        (counted.exceptions, counted.of, counted.not_assessable)
    };
    for headings in ["Næste evaluering;Seneste evaluering", "Næste evalueringsdato;Sidst evalueret"] {
        let found = read(&list(headings));
        assert_eq!(overdue(&found), (1, 2, 0), "{headings}");
        assert!(
            notes(&found, Lang::Da).contains(
                &"linje 2: overskriften siger »næste«, så evalueringen er af en tidligere dato og er ikke regnet med".into()
            ),
            "{:?}",
            notes(&found, Lang::Da)
        );
    }
    assert_eq!(overdue(&read(&list("Evalueringsdato;Evalueret den"))), (0, 2, 0));
    // Without a date nothing is in time.
    assert_eq!(
        overdue(&read("Borger;Delmål;Sidst evalueret;Status\n1;Går tur;01-03-2024;Åbent\n")),
        (0, 0, 1)
    );
}

#[test]
fn sums_are_refused_and_words_for_none_are_known() {
    for line in ["I alt;;1;", "Sum;;12;", "I alt;A;1;"] {
        let list = format!("Borger;Afdeling;Delmål;Slutdato\n1;A;Laver kaffe;01-07-2024\n{line}\n");
        assert_eq!(
            refused(&list, Lang::Da),
            ["linje 3, kolonne 1 (Borger): linjen er en sum og ingen borger; slet den"]
        );
    }
    for none in ["Har ingen delmål", "mangler", "0", "Ingen", "nej", "ej", "?", "Ikke oprettet", "Afventer"]
    {
        let found = read(&format!("Borger;Afdeling;Delmål\n1;A;{none}\n"));
        assert_eq!(found.caseload.citizens[0].sub_goals, [], "{none}");
        assert!(
            notes(&found, Lang::Da)
                .contains(&"linje 2: feltet er læst, som om borgeren ikke har noget delmål".into()),
            "{none}"
        );
    }
    let found = read("Borger;Afdeling;Delmål\n1;A;Ingen alkohol i hverdagen\n2;A;3\n");
    assert_eq!(found.caseload.citizens[0].sub_goals.len(), 1);
    assert!(notes(&found, Lang::Da).contains(
        &"linje 3: delmålet er kun et tal, læst som et delmål; slet linjen, hvis tallet er et antal".into()
    ));
}

#[test]
fn contradictions_that_decide_a_count_are_told() {
    let list = "Borger;Delmål;Startdato;Evalueringsdato;Slutdato;Status;Resultat;Evalueret den;Afsluttet den\n\
                007;a;01-02-2024;01-06-2024;01-01-1900;Åbent;;;01-03-2024\n\
                7;b;01-02-2024;01-06-2024;31-12-9999;Nået;;;01-01-2024\n\
                8;c;01-02-2024;01-06-2024;01-07-2024;Åbent;Nået;;\n";
    let found = read(list);
    assert_eq!(
        notes(&found, Lang::Da),
        [
            "linjerne 2 og 3: slutdato er læst som manglende; 1900 og 9999 står for »ingen dato«",
            "linje 3: borger er skrevet lidt anderledes end i linje 2; de er læst som to forskellige",
            "linje 2: status er åben, men der er en dato for afslutning; delmålet er læst som afsluttet den dag",
            "linje 3: delmålet er afsluttet, før det begyndte; ret den dato, der er forkert",
            "linje 4: der er et resultat og ingen dato for evalueringen; delmålet er læst som evalueret",
        ]
    );
    assert_eq!(
        refused(
            "Borger;Delmål;Slutdato\n1;Går tur;01-07-2024\nUdskrevet af A\n1;Går tur;01-07-2024\n",
            Lang::Da
        ),
        [
            "linje 3: der er kun 1 felt; slet linjen, hvis den ikke hører til listen, og skriv ellers også de tomme felter"
        ]
    );
}
