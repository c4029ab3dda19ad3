//! What the systems of municipalities export: record systems, payroll, spreadsheets.

use kvalitetsmodel::figure::Unit;
use kvalitetsmodel::table::{CellFilter, Choice, Form, Outcome};

use super::{
    counts, lower, notes, observed, of_form, periods, read, read_as, refused, refused_as, refused_da,
};

fn one(heading: &str, cell: &str) -> String {
    let text = format!("{heading};Antal\n{cell};1\n");
    periods(&read(&text)).remove(0)
}

#[test]
fn midnight_and_zones_of_time_name_the_day() {
    for cell in [
        "01-02-2024 00.00",
        "01-02-2024 kl. 00:00",
        "1. februar 2024 kl. 00.00",
        "2024-02-01T00:00:00Z",
        "2024-02-01T00:00:00+01:00",
        "2024-02-01 00.00.00",
    ] {
        assert_eq!(one("Dato", cell), "1. februar 2024", "{cell}");
    }
    for cell in ["01-02-2024 14.30", "01-02-2024 kl. 14:30", "01-02-2024 00.01", "2024-01-31T23:00:00Z"] {
        let all = refused(&format!("Dato;Antal\n{cell};1\n"));
        assert!(all[0].contains(&format!("“{cell}” has a time of day")), "{all:?}");
    }
}

#[test]
fn a_date_can_have_its_day_of_the_week() {
    for cell in [
        "mandag 1. januar 2024",
        "Mandag den 1. januar 2024",
        "ma 01-01-2024",
        "man. 1.1.2024",
        "Monday, January 1, 2024",
        "mandag 1. januar 2024 00:00",
        "Mon 2024-01-01",
    ] {
        assert_eq!(one("Dato", cell), "1. januar 2024", "{cell}");
    }
    for cell in ["tirsdag 1. januar 2024", "ti 01-01-2024"] {
        let why = "has the wrong day of the week: 1 January 2024 is a Monday";
        let all = [format!("line 2, column 1 (Dato): “{cell}” {why}")];
        assert_eq!(refused(&format!("Dato;Antal\n{cell};1\n")), all);
    }
}

#[test]
fn words_of_periods_and_official_abbreviations() {
    assert_eq!(one("År", "År 2024"), "2024");
    assert_eq!(one("Periode", "Måned 2 2024"), "februar 2024");
    assert_eq!(one("Måned", "febr. 2024"), "februar 2024");
    assert_eq!(one("Kvt.", "2024-02"), "2. kvartal 2024");
    assert_eq!(one("Årsuge", "2024-02"), "uge 2 2024");
    assert_eq!(one("ISO-uge", "2024-02"), "uge 2 2024");
}

/// A heading that the caller chose decides the kind of period, also as part of a compound.
#[test]
fn a_chosen_compound_decides_the_kind() {
    for (heading, expected) in [
        ("Indberetningsuge", "uge 2 2024"),
        ("Udskrivningsmåned", "februar 2024"),
        ("Regnskabskvartal", "2. kvartal 2024"),
        ("Opgørelseshalvår", "2. halvår 2024"),
    ] {
        let choice = Choice { date: Some(heading.into()), ..lower() };
        let found = read_as(&choice, &format!("{heading};Antal\n2024-02;1\n"));
        assert_eq!((periods(&found), notes(&found)), (vec![expected.to_owned()], vec![]), "{heading}");
    }
    let year = Choice { date: Some("Regnskabsår".into()), ..lower() };
    assert!(refused_as(&year, "Regnskabsår;Antal\n2024-02;1\n")[0].contains("the heading says year"));
    // Spring is no year.
    let spring = Choice { date: Some("Forår".into()), ..lower() };
    assert_eq!(periods(&read_as(&spring, "Forår;Antal\n2024-02;1\n")), ["februar 2024"]);
}

/// Every kind that all cells can be is offered, so that the caller does not take the wrong one for the only one.
#[test]
fn all_kinds_of_period_are_offered() {
    let offered = |cells: [&str; 2], kinds: &[&str]| {
        let all = refused(&format!("Periode;Antal\n{};1\n{};2\nI alt;3\n", cells[0], cells[1]));
        let said: Vec<_> = kinds.iter().map(|kind| format!("period = {kind}")).collect();
        let said = if kinds.is_empty() { String::new() } else { format!("; choose {}", said.join(" or ")) };
        assert!(all[0].ends_with(&format!("2024-W05 or 2024{said}")), "{all:?}");
        assert!(all.last().is_some_and(|last| last.ends_with("choose except = “Periode=I alt”")), "{all:?}");
    };
    offered(["1/2024", "2/2024"], &["Week", "Month", "Quarter", "HalfYear"]);
    offered(["202401", "202403"], &["Week", "Month", "Quarter"]);
    offered(["2024.04", "2024.12"], &["Week", "Month"]);
    offered(["1/2024", "13/2024"], &["Week"]);
    offered(["1/2024", "x1"], &[]);
}

#[test]
fn what_is_no_time_is_told_as_what_it_is() {
    for (cell, said) in [
        ("31/1", "“31/1” says no year; write it in the field, as in “31/1/2024”"),
        ("2. januar", "“2. januar” says no year; write it in the field, as in “2. januar 2024”"),
        ("31.1.", "“31.1.” says no year; write it in the field, as in “31.1.2024”"),
        ("45292", "“45292” is not a date; it may be a spreadsheet's number for a day"),
    ] {
        let all = refused(&format!("Dato;Antal\n{cell};1\n"));
        assert!(all[0].starts_with(&format!("line 2, column 1 (Dato): {said}")), "{all:?}");
    }
    let all = refused("Måned;Antal\n45292;1\n");
    assert!(all[0].contains("may be a spreadsheet's number for a day"), "{all:?}");
    // It is no day in the order that another line shows, nor in the other one.
    let all = refused("Dato;Antal\n13/1/2024;1\n31/4/2024;2\n");
    assert_eq!(all, ["line 3, column 1 (Dato): there is no “31/4/2024” in the calendar; correct it"]);
    let all = refused_da("Dato;Antal\n45292;1\n");
    assert!(all[0].contains("det kan være regnearkets eget tal for en dag"), "{all:?}");
}

#[test]
fn labels_of_totals_can_be_left_out() {
    for label in ["2024 i alt", "Hele året 2024", "Sum 2024", "Gennemsnit"] {
        let text = format!("Måned;Antal\n2024-01;1\n2024-02;2\n{label};3\n");
        assert!(refused(&text)[0].ends_with(&format!("choose except = “Måned={label}”")));
        let cell = CellFilter { heading: "Måned".into(), value: label.into() };
        assert_eq!(observed(&read_as(&Choice { except: vec![cell], ..lower() }, &text)), counts(&[1, 2]));
    }
    // A column with a total is still offered as the time; one with more words than times is not.
    let pivot = "Rækkenavne;Bem.;Sum af Antal\n2024-01;x;1\n2024-02;2024-01;2\nHovedtotal;;3\n";
    let all = refused(pivot);
    assert!(all.iter().any(|one| one.ends_with("choose date = “Rækkenavne”")), "{all:?}");
}

/// No remedy joins two tables that are below each other.
#[test]
fn another_table_is_not_joined() {
    for (text, line) in [
        ("Måned;Antal fald\n2024-01;3\n\nMåned;Antal tryksår\n2024-01;1\n", 4),
        ("Måned;Antal\n2024-01;3\n\nTryksår;\nMåned;Antal\n2024-02;1\n", 5),
        ("Måned;Antal\n2024-01;3\n\nTryksår\nMåned;Antal\n2024-02;x\n", 5),
    ] {
        // What is below it is not judged.
        assert_eq!(
            refused(text),
            [format!("line {line}: another table begins here; save each table in a file of its own")]
        );
        assert_eq!(
            refused_da(text),
            [format!("linje {line}: her begynder en ny tabel; gem hver tabel i sin egen fil")]
        );
    }
    let repeated = "Måned;Antal\n2024-01;3\nMåned;Antal\n2024-02;1\n";
    assert!(refused(repeated)[0].ends_with("choose except = “Måned=Måned”"));
}

#[test]
fn periods_as_headings_beside_a_column_of_times() {
    let lying = refused("Periode;Januar 2024;Februar 2024\nAntal;12;14\n");
    assert!(lying[0].starts_with("line 1: the periods are the headings (“Januar 2024” and “Februar 2024”)"));
    assert!(lying.iter().all(|one| !one.contains("choose")), "{lying:?}");
    let text = "Måned;2023;2024\njanuar;12;14\nfebruar;11;9\n";
    let both = refused(text);
    assert_eq!(
        both,
        [
            "line 1: the periods are both in the column “Måned” and in the headings (“2023” and “2024”); write one row for \
             each period, with the year in a column of its own, called “year”"
        ]
    );
    assert!(refused_da(text)[0].contains("perioderne står både i kolonnen »Måned« og som overskrifter"));
    read("År;Måned;Antal\n2023;januar;12\n2024;januar;14\n");
    // Headings that the caller chose, and known ones, are read.
    let chosen = Choice { value: Some("2024".into()), ..lower() };
    assert_eq!(observed(&read_as(&chosen, "Måned;2023;2024\n2024-01;12;14\n")), counts(&[14]));
    read("Måned;Antal;2023;2024\n2024-01;12;1;1\n");
}

#[test]
fn days_between_are_days() {
    for heading in ["Dage siden sidste fald", "Dage mellem fald", "Days between falls"] {
        let found = read_as(&of_form(Form::BetweenEvents), &format!("Dato;{heading}\n2024-01-05;12\n"));
        assert_eq!((found.unit, found.title.as_deref()), (Unit::Days, Some(heading)), "{heading}");
    }
    assert_eq!(read("Måned;Dage i alt\n2024-01;12\n").unit, Unit::Count);
}

#[test]
fn a_division_by_zero_has_no_result() {
    let found = read("Måned;Andel (%)\n2024-01;#DIVISION/0!\n2024-02;#DIV/0!\n2024-03;5\n");
    assert!(found.rows[..2].iter().all(|row| row.outcome == Outcome::Missing));
    assert_eq!(notes(&found)[0], "line 3: “#DIV/0!” is read as a missing result");
    assert!(refused("Måned;Antal\n2024-01;#REF!\n")[0].contains("is no number"));
}

#[test]
fn short_words_of_targets() {
    for (target, better) in [("min. 90", "AtLeast"), ("maks. 90", "AtMost"), ("max 90", "AtMost")] {
        let found = read_as(&Choice::default(), &format!("Måned;Antal;Mål\n2024-01;3;{target}\n"));
        assert_eq!(format!("{:?}", found.direction), better, "{target}");
    }
}

#[test]
fn signs_that_cannot_be_seen_are_no_part_of_a_cell() {
    let found = read("Måned;Antal\n\u{feff}2024-01;3\n2024-02\u{200b};\u{200e}4\n\u{1a}");
    assert_eq!(observed(&found), counts(&[3, 4]));
}

#[test]
fn a_web_page_is_no_table() {
    for text in [
        "<html><table><tr><td>Måned;1</td></tr>",
        "\u{feff}\r\n<!DOCTYPE html>\na;b\n",
        "<?xml version=\"1.0\"?>",
    ] {
        assert!(refused(text)[0].starts_with("line 1: the file is a web page (HTML or XML)"), "{text}");
        assert!(refused_da(text)[0].starts_with("linje 1: filen er en webside (HTML eller XML)"), "{text}");
    }
    assert_eq!(observed(&read("Måned;Antal\n2024-01;<5\n2024-02;4\n"))[1..], counts(&[4]));
}
