//! Rows that come from a sheet.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chrono::NaiveDate;
use kvalitetsmodel::figure::Unit;
use kvalitetsmodel::table::{Cell, Row, Table};

use super::{lower, notes, observed, periods, said, value};

fn day(text: &str) -> Cell {
    text.parse::<NaiveDate>().expect("a day").into()
}

#[test]
fn a_number_and_a_day_have_one_reading() {
    let rows = [
        Row::new(1, [Cell::from("Ventetider 2024")]),
        Row::new(3, [Cell::from("Dato"), Cell::from("Ventetid (dage)"), Cell::from("Note")]),
        Row::new(4, [day("2024-02-01"), Cell::from(1.135), Cell::from("")]),
        Row::new(5, [day("2024-03-01"), Cell::from(1135.0), Cell::from("ferie")]),
        Row::new(6, [day("2024-04-01"), Cell::from("<5"), Cell::from("")]),
        Row::new(7, [Cell::from(""), Cell::from(""), Cell::from("")]),
    ];
    let found = Table::from_rows(rows).and_then(|table| table.measurements(&lower())).expect("read");
    assert_eq!(periods(&found)[..2], ["1. februar 2024", "1. marts 2024"]);
    assert_eq!(observed(&found), [value("1.135", Unit::Days), value("1135", Unit::Days), None]);
    assert_eq!(notes(&found)[0], "the heading is read in line 3; what is above it is not read");
    assert_eq!(found.rows[1].line, 5);
}

#[test]
fn years_and_weeks_are_numbers_in_a_sheet() {
    let rows = [
        Row::new(1, ["År", "Uge", "Antal"].map(Cell::from)),
        Row::new(2, [Cell::from(2024.0), Cell::from(5.0), Cell::from(7.0)]),
    ];
    let found = Table::from_rows(rows).and_then(|table| table.measurements(&lower())).expect("read");
    assert_eq!(periods(&found), ["uge 5 2024"]);
}

#[test]
fn a_number_shown_as_percent_is_in_percent() {
    let rows = [
        Row::new(1, ["Måned", "Trivsel", "Mål"].map(Cell::from)),
        Row::new(2, [Cell::from("2024-01"), Cell::percent(0.61), Cell::percent(0.8)]),
        Row::new(3, [Cell::from("2024-02"), Cell::percent(0.07), Cell::from("")]),
    ];
    let found = Table::from_rows(rows.clone()).and_then(|table| table.measurements(&lower())).expect("read");
    assert_eq!(observed(&found), [value("61", Unit::Percent), value("7", Unit::Percent)]);
    assert_eq!((found.targets[0].value, &found.targets[0].unit), (80.into(), &Unit::Percent));
    // A number that is not shown as percent is none.
    let [headings, first, _] = rows;
    let mixed = [headings, first, Row::new(3, [Cell::from("2024-02"), Cell::from(7.0)])];
    let refused = Table::from_rows(mixed).and_then(|table| table.measurements(&lower())).expect_err("mixed");
    assert_eq!(
        said(&refused, Lang::En),
        ["line 3, column 2 (Trivsel): “7” has no %, and line 2 has; write it at all of them or at none"]
    );
}

#[test]
fn numbers_are_rounded_as_a_sheet_shows_them() {
    for (number, text) in [
        (5.1, "5.1"),
        (0.1 + 0.2, "0.3"),
        (1.0 / 3.0, "0.333333333"),
        (2.0 / 3.0, "0.666666667"),
        (-0.0, "0"),
        (1e-12, "0"),
        (-1e-12, "0"),
        (1e17, "100000000000000000"),
        (123_456.789, "123456.789"),
    ] {
        assert!(matches!(Cell::from(number), Cell::Number(_)), "{number}");
        assert_eq!(Cell::from(number).text(), text);
    }
    assert_eq!(Cell::from(f64::INFINITY), Cell::Text("inf".into()));
    assert!(matches!(Cell::from(1e19), Cell::Text(_)));
    assert!(Table::from_rows([]).is_err());
}
