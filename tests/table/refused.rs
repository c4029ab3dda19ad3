//! Everything that is wrong is reported at once, with its place, in two languages and as JSON.

use kvalitetsmodel::Lang;
use kvalitetsmodel::table::{Choice, Form};
use serde_json::json;

use super::{lower, of_form, refused, refused_as, refused_da, said, try_read};

#[test]
fn every_mistake_is_told_with_its_place() {
    let text = "Dato;Antal;Udeladt;Region\n2024-01;12x;;Øst\n2024-13;;måske;Vest\n\n;4;;\n2024-02;1;2;3;4\n2024-03\n";
    assert_eq!(
        refused(text),
        [
            "line 2, column 2 (Antal): “12x” is no number; write only the number, leave the field empty if the result is missing, or \
             write, for example, <5 if it is suppressed",
            "line 3, column 1 (Dato): there is no “2024-13” in the calendar; correct it",
            "line 3, column 3 (Udeladt): “måske” is neither yes nor no",
            "line 5, column 1 (Dato): there is no date or period",
            "line 6: there are 5 fields, and the heading has 4; a field that contains a separator must be quoted",
            "line 7: there is 1 field, and the heading has 4; write the empty fields, too",
        ]
    );
    assert_eq!(
        refused_da(text)[0],
        "linje 2, kolonne 2 (Antal): »12x« er ikke et tal; skriv kun tallet, lad feltet være tomt, hvis resultatet mangler, eller skriv fx <5, \
         hvis det er skjult"
    );
}

#[test]
fn refusals_and_notes_are_json() {
    let text = "Date;Count;Sted\n1/2/2024;7;Nord\n1/3/2024;x;Syd\n";
    let refused = try_read(text.as_bytes(), &Choice::default()).expect_err("two readings");
    let said = |n: usize| {
        let reason = refused.refusals[n].reason();
        json!({ "da": reason.message(Lang::Da), "en": reason.message(Lang::En) })
    };
    assert_eq!(
        said(2)["da"],
        "»x« er ikke et tal; skriv kun tallet, lad feltet være tomt, hvis resultatet mangler, eller skriv fx <5, hvis det er skjult"
    );
    assert_eq!(
        serde_json::to_value(&refused).expect("json"),
        json!({
            "refusals": [
                { "line": 1, "kind": "noDirection", "message": said(0), "remedies": [
                    { "choose": "better", "direction": "atLeast" }, { "choose": "better", "direction": "atMost" }
                ] },
                { "line": 2, "column": { "number": 1, "heading": "Date" }, "kind": "twoDays", "said": "1/2/2024",
                  "dayFirst": "2024-02-01", "monthFirst": "2024-01-02", "message": said(1), "remedies": [
                    { "choose": "dateOrder", "order": "dayFirst" }, { "choose": "dateOrder", "order": "monthFirst" }
                ] },
                { "line": 3, "column": { "number": 2, "heading": "Count" }, "kind": "notANumber", "said": "x",
                  "message": said(2) },
            ],
            "notes": [{ "kind": "unknownColumn", "number": 3, "heading": "Sted" }],
        })
    );
}

#[test]
fn a_missing_column_is_told_beside_what_was_seen() {
    let refused = try_read(b"Hvornaar;Antal;Sted\nnu;7;Nord\n", &lower()).expect_err("no date");
    assert_eq!(
        said(&refused, Lang::Da),
        [
            "linje 1: ingen overskrift siger, hvor datoen eller perioden står; kald kolonnen »dato« eller »periode«, eller \
             efter periodens slags: uge, måned, kvartal, halvår eller år"
        ]
    );
    let notes: Vec<_> = refused.notes.iter().map(|note| note.in_lang(Lang::Da)).collect();
    assert_eq!(notes.len(), 2);
}

#[test]
fn columns_that_are_amiss() {
    let first = |text: &str| refused(text).join("\n");
    assert_eq!(
        first("\ndato;sted\n2024;x\n"),
        "line 2: there is no column of values (værdi, antal, value, count), nor two columns “numerator” and “denominator”; call \
         the right column “value”"
    );
    assert_eq!(
        first("dato;tæller\n2024;2\n"),
        "line 1: “tæller” is a numerator, and there is no column to divide it by; call that “denominator”; choose value = \
         “tæller”"
    );
    assert_eq!(
        first("dato;nævner\n2024;2\n"),
        "line 1: “nævner” is a denominator, and there is no column to be divided by it; call that “numerator”"
    );
    assert_eq!(
        first("dato;note;kommentar;antal\n2024;a;b;2\n"),
        "line 1: several columns say note: “note” and “kommentar”; rename the one that is not to be read"
    );
    assert_eq!(
        refused_as(&of_form(Form::Rate), "dato;sted\n2024;x\n"),
        [
            "line 1: shares and rates need two columns of figures, “numerator” and “denominator”; the table has none"
        ]
    );
}

/// A table of 2,000 columns and as many rows: read in no time if each cell is looked at once, and not at all if
/// each column looks for its cells.
#[test]
fn a_wide_table_is_gone_through_once() {
    let columns = 2_000;
    let heading = format!("Måned;Antal{}", ";".repeat(columns));
    let rows = "2024-01\n".repeat(columns);
    assert!(refused(&format!("{heading}\n{rows}")).len() < columns * 2);
    for name in [|_| ";kolonne".to_owned(), |n: usize| format!(";kolonne {n}")] {
        let names: String = (0..columns).map(name).collect();
        let rows = "2024-01;4\n".repeat(columns);
        assert!(refused(&format!("Måned{names}\n{rows}")).len() < columns * 2);
        let cells = format!("x{}\n", ";4".repeat(columns));
        assert_eq!(refused(&format!("Navn{names}\n{cells}")).len(), 2);
    }
}
