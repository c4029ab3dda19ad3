//! Dates and periods.

use kvalitetsmodel::date::Interval;
use kvalitetsmodel::table::{Choice, DateOrder};

use super::{lower, notes, periods, read, read_as, refused, refused_as, refused_da};

fn one(heading: &str, cell: &str) -> (String, String) {
    let found = read(&format!("{heading};antal\n{cell};1\n"));
    let period = found.rows[0].period;
    (period.start.to_string(), period.end.to_string())
}

#[test]
fn every_form_of_a_date_is_read() {
    let forms = [
        (
            "2024-01-31|31-01-2024|31.01.2024|31/1/2024|31.1.2024|2024/01/31|2024M01D31",
            "2024-01-31",
            "2024-01-31",
        ),
        ("2024-02|2024/02|2024M02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-Q1|2024-K1|2024Q1|2024K1|Q1-2024|1.kvartal.2024|1. kvartal 2024", "2024-01-01", "2024-03-31"),
        ("2024-W05|2024-U05|2024-w5|uge 5 2024|Uge 5, 2024|week 5 2024|2024U05", "2024-01-29", "2024-02-04"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        (
            "2024-01-01T00:00:00|2024-01-01T00:00|2024-01-01T00:00:00.000|2024-01-01 00:00:00",
            "2024-01-01",
            "2024-01-01",
        ),
        (
            "31-01-2024 00:00|31. januar 2024 00:00:00|31. januar 2024|January 31 2024",
            "2024-01-31",
            "2024-01-31",
        ),
        ("jan-2024|JAN-2024|januar 2024|January 2024", "2024-01-01", "2024-01-31"),
        ("maj 2024|May 2024", "2024-05-01", "2024-05-31"),
        ("okt. 2024|Oct 2024", "2024-10-01", "2024-10-31"),
        ("2024-H2|2. half-year 2024|2. halvår 2024|2024H2|2024-S2", "2024-07-01", "2024-12-31"),
        ("4. Quarter 2024", "2024-10-01", "2024-12-31"),
        ("2025M03D03|20250303", "2025-03-03", "2025-03-03"),
    ];
    for (cells, start, end) in forms {
        for cell in cells.split('|') {
            assert_eq!(one("dato", cell), (start.to_owned(), end.to_owned()), "{cell}");
        }
    }
}

#[test]
fn what_is_no_date_is_told() {
    let cells = "2024-5|2024.05|05-2024|0000|10000|2024-01 00:00|\
                 2024-01-31 0|2024-01-31 00:00:00:00|uge 2024|x|20241301|31012024|2024-01-031|\
                 1.31.2024|1-31-2024|år 5|januar-marts 2024";
    for cell in cells.split('|') {
        let all = refused(&format!("dato;antal\n{cell};1\n"));
        assert_eq!(all.len(), 1, "{cell}");
        let begins = format!("line 2, column 1 (dato): “{cell}” is no date or period");
        assert!(all[0].starts_with(&begins), "{}", all[0]);
    }
    // The form is right, so it is not shown again.
    let cells = "2024-13|2023-02-29|30-02-2023|31/4/2024|31. april 2024|2023-W53|uge 53 2021|2024-Q5|3. halvår 2024|2024M13|2024M02D30";
    for cell in cells.split('|') {
        let text = format!("dato;antal\n{cell};1\n");
        assert_eq!(
            refused(&text),
            [format!("line 2, column 1 (dato): there is no “{cell}” in the calendar; correct it")]
        );
        let said = format!("linje 2, kolonne 1 (dato): »{cell}« findes ikke i kalenderen; ret den");
        assert_eq!(refused_da(&text), [said]);
    }
    for cell in ["2024-01-31 12:00", "2024-01-31T00:00:01", "31.01.2024 0:30", "2024-01-31 00:00:00.5"] {
        let text = format!("dato;antal\n{cell};1\n");
        assert_eq!(
            refused(&text),
            [format!(
                "line 2, column 1 (dato): “{cell}” has a time of day; only whole days and periods are read, so delete the \
                 time"
            )]
        );
    }
}

#[test]
fn a_chosen_heading_that_says_no_kind_is_told() {
    let chosen = Choice { date: Some("yrwk".into()), ..lower() };
    let found = read_as(&chosen, "yrwk;antal\n2020-08;3\n2020-09;4\n");
    assert_eq!(notes(&found), ["“2020-08” and the like are read as months"]);
    let weeks = "yrwk;antal\n2020-12;3\n2020-13;4\n";
    let why = "“2020-13” is no date or period such as 2024-01-31, 31.01.2024, 2024-01, Jan 2024, 2024-Q1, 2024-W05 or 2024";
    assert_eq!(refused_as(&chosen, weeks), [format!("line 3, column 1 (yrwk): {why}; choose period = Week")]);
}

#[test]
fn a_year_has_four_digits() {
    for (heading, cell) in
        [("dato", "31-01-24"), ("Måned", "jan-24"), ("Periode", "Q1-24"), ("Kvartal", "1. kvartal 24")]
    {
        let line = format!("line 2, column 1 ({heading}): “{cell}” has no year of four digits; ");
        let remedy = "write the year with four, as in Jan 2024 or 31.01.2024";
        assert_eq!(refused(&format!("{heading};antal\n{cell};1\n")), [format!("{line}{remedy}")]);
    }
}

#[test]
fn a_year_that_ends_in_the_next_is_no_month() {
    let why = "“2009/10” can be a month, and a year that ends in the next calendar year; such years are not read, since \
               nothing says when they begin";
    let rows = "2009/10;4\n2010/11;5\n";
    assert_eq!(refused(&format!("År;Antal\n{rows}")), [format!("line 2, column 1 (År): {why}")]);
    let periode = format!("Periode;Antal\n{rows}");
    assert_eq!(refused(&periode), [format!("line 2, column 1 (Periode): {why}; choose period = Month")]);
    let months = Choice { period: Some(Interval::Month), ..lower() };
    assert_eq!(periods(&read_as(&months, &periode)), ["oktober 2009", "november 2010"]);
    assert_eq!(periods(&read(&format!("Måned;Antal\n{rows}"))), ["oktober 2009", "november 2010"]);
    assert_eq!(periods(&read("Periode;Antal\n2009-10;4\n2009-11;5\n")), ["oktober 2009", "november 2009"]);
    assert_eq!(periods(&read("Periode;Antal\n2009-10;4\n")), ["oktober 2009"]);
}

#[test]
fn the_kind_in_the_heading_decides() {
    let period = |heading, cell, start: &str, end: &str| {
        assert_eq!(one(heading, cell), (start.to_owned(), end.to_owned()), "{heading} {cell}");
    };
    for cell in ["2021-05", "2021/05", "2021-5", "5-2021", "202105", "5/2021"] {
        period("Uge", cell, "2021-02-01", "2021-02-07");
        period("Week number", cell, "2021-02-01", "2021-02-07");
        period("Måned", cell, "2021-05-01", "2021-05-31");
        period("År og måned", cell, "2021-05-01", "2021-05-31");
    }
    period("Kvartal", "2021-4", "2021-10-01", "2021-12-31");
    period("Halvår", "2021-02", "2021-07-01", "2021-12-31");
    period("half-year", "2021-01", "2021-01-01", "2021-06-30");
    period("Year", "2021", "2021-01-01", "2021-12-31");
    // A day stands for the period that contains it.
    period("Måned", "31-12-2021", "2021-12-01", "2021-12-31");
    period("Uge", "2021-01-03", "2020-12-28", "2021-01-03");
    period("År", "2021-12-31", "2021-01-01", "2021-12-31");
    period("Kvartal", "2021-05-01", "2021-04-01", "2021-06-30");
    assert_eq!(
        notes(&read("Måned;Antal\n2024-01-31;4\n")),
        ["the dates are read as the months that contain them"]
    );
    for (heading, cell, kind) in [
        ("Kvartal", "2021-05", "a quarter"),
        ("Halvår", "2021-03", "a half-year"),
        ("Uge", "2021-54", "a week"),
        ("Måned", "2021-13", "a month"),
        ("Kvartal", "0", "a quarter"),
    ] {
        let said = refused(&format!("{heading};År;antal\n{cell};2021;1\n"));
        assert_eq!(
            said,
            [format!("line 2, column 1 ({heading}): “{cell}” is not {kind}, as the heading says")],
            "{heading} {cell}"
        );
    }
    for (heading, cell, is, says) in [
        ("År", "2021-01", "a month", "year"),
        ("År", "2021K1", "a quarter", "year"),
        ("Kvartal", "2021M01", "a month", "quarter"),
        ("Måned", "2021", "a year", "month"),
        ("Uge", "januar 2021", "a month", "week"),
        ("Dag", "2021-01", "a month", "day"),
    ] {
        let said = refused(&format!("{heading};antal\n{cell};1\n"));
        let begins = format!("line 2, column 1 ({heading}): “{cell}” is {is}, and the heading says {says};");
        assert!(said[0].starts_with(&begins) && said.len() == 1, "{said:?}");
    }
}

#[test]
fn months_below_a_heading_that_says_no_kind_are_told() {
    for heading in ["Periode", "TID", "period"] {
        let found = read(&format!("{heading};Antal\n2021-01;4\n2021-02;5\n"));
        assert_eq!(periods(&found), ["januar 2021", "februar 2021"]);
        assert_eq!(notes(&found), ["“2021-01” and the like are read as months"]);
        let choice = Choice { period: Some(Interval::Week), ..lower() };
        let weeks = read_as(&choice, &format!("{heading};Antal\n2021-01;4\n2021-02;5\n"));
        assert_eq!(
            (periods(&weeks), notes(&weeks)),
            (vec!["uge 1 2021".into(), "uge 2 2021".into()], vec![])
        );
    }
    let said = refused("Periode;Antal\n2021-12;4\n2021-14;5\n");
    assert!(
        said[0].starts_with("line 3, column 1 (Periode): “2021-14” is no date or period such as "),
        "{said:?}"
    );
    assert!(said[0].ends_with("or 2024; choose period = Week"), "{said:?}");
}

#[test]
fn a_date_with_one_reading_decides_the_others() {
    let found = read("Dato;Antal\n1/2/2024;4\n13/2/2024;5\n");
    assert_eq!(periods(&found), ["1. februar 2024", "13. februar 2024"]);
    assert_eq!(notes(&found)[0], "the dates are read with the day first, as “13/2/2024” in line 3 shows");
    let found = read("Dato;Antal\n1/2/2024;4\n2/13/2024;5\n");
    assert_eq!(periods(&found), ["2. januar 2024", "13. februar 2024"]);
    assert_eq!(notes(&found)[0], "the dates are read with the month first, as “2/13/2024” in line 3 shows");
    assert_eq!(
        refused("Dato;Antal\n13/2/2024;4\n2/13/2024;5\n"),
        [
            "line 3, column 1 (Dato): “2/13/2024” is no date with day and month in the order of line 2; write the dates as \
             2024-01-31"
        ]
    );
    // If day and month have the same number, there is one reading.
    assert_eq!(periods(&read("Dato;Antal\n1/1/2024;4\n2/2/2024;5\n")), ["1. januar 2024", "2. februar 2024"]);
    assert_eq!(
        refused_da("Dato;Antal\n1/2/2024;4\n"),
        [
            "linje 2, kolonne 1 (Dato): »1/2/2024« kan være 1. februar 2024 og 2. januar 2024, og ingen anden dato i kolonnen \
             afgør det; vælg date_order = DayFirst eller date_order = MonthFirst"
        ]
    );
}

#[test]
fn dates_with_dashes_and_points_begin_with_the_day() {
    let found = read("Dato;Antal\n01-02-2024;4\n01-03-2024;5\n");
    assert_eq!(periods(&found), ["1. februar 2024", "1. marts 2024"]);
    assert_eq!(
        notes(&found),
        ["the dates are read with the day first, as “01-02-2024”; none of them shows it itself"]
    );
    assert_eq!(notes(&read("Dato;Antal\n01-02-2024;4\n31-03-2024;5\n")), [""; 0]);
    assert_eq!(notes(&read("Dato;Antal\n1.2.2024;4\n1.3.2024;5\n")), [""; 0]);
    let month_first = Choice { date_order: Some(DateOrder::MonthFirst), ..lower() };
    assert_eq!(periods(&read_as(&month_first, "Dato;Antal\n1-31-2024;4\n")), ["31. januar 2024"]);
    assert_eq!(refused_as(&month_first, "Dato;Antal\n31-1-2024;4\n").len(), 1);
}

#[test]
fn a_period_can_stand_in_two_columns() {
    for (heading, cells, expected) in [
        ("Uge", "1|Uge 1|U1|uge 01|1.", "uge 1 2024"),
        ("Ugenr.", "1", "uge 1 2024"),
        ("Måned", "1|jan|januar|M01|Jan.|01", "januar 2024"),
        ("Kvartal", "1|K1|1. kvartal|Q1|1. kvt.", "1. kvartal 2024"),
        ("Halvår", "1|H1|1. halvår", "1. halvår 2024"),
        // A cell with its own year needs no other.
        ("Måned", "2024-01|jan 2024", "januar 2024"),
    ] {
        for cell in cells.split('|') {
            for text in [
                format!("År;{heading};Antal\n2024;{cell};7\n"),
                format!("Antal;{heading};Årstal\n7;{cell};2024\n"),
            ] {
                let found = read(&text);
                assert_eq!((periods(&found), notes(&found)), (vec![expected.to_owned()], vec![]), "{text}");
            }
        }
    }
    assert_eq!(
        refused("Uge;Antal\n5;7\n"),
        [
            "line 2, column 1 (Uge): “5” says no year; write it in the field, as in “2024-05”, or in a column of its own, \
             called “year”"
        ]
    );
    assert_eq!(
        refused("År;Uge;Antal\n24;5;7\n;6;7\n"),
        [
            "line 2, column 1 (År): “24” is no year of four digits",
            "line 3, column 1 (År): there is no year; write it in every row"
        ]
    );
    assert_eq!(
        refused("År;Uge;Antal\n2023;53;7\n"),
        ["line 2, column 2 (Uge): “53” is not a week, as the heading says"]
    );
}

#[test]
fn a_time_is_in_the_year_beside_it() {
    assert_eq!(periods(&read("År;Dato;Antal\n2024;2024-05-01;7\n")), ["1. maj 2024"]);
    assert_eq!(periods(&read("År;Uge;Antal\n2021;2020-53;7\n")), ["uge 53 2020"]);
    assert_eq!(
        refused("År;Dato;Antal\n2023;2024-05-01;7\n"),
        [
            "line 2, column 2 (Dato): “2024-05-01” is not in 2023, as the column of years says; correct one of them; \
             choose date = “Dato”"
        ]
    );
    let chosen = Choice { date: Some("Dato".into()), ..lower() };
    assert_eq!(periods(&read_as(&chosen, "År;Dato;Antal\n2023;2024-05-01;7\n")), ["1. maj 2024"]);
}

#[test]
fn the_interval_follows_from_the_periods() {
    let interval = |cells: &str| {
        let rows: Vec<_> = cells.split(' ').map(|cell| format!("{cell};1")).collect();
        read(&format!("dato;antal\n{}\n", rows.join("\n"))).interval
    };
    assert_eq!(interval("2024-01 2024-02 2024-04"), Some(Interval::Month));
    assert_eq!(interval("2024-W01 2024-U02"), Some(Interval::Week));
    assert_eq!(interval("2024-K1 2024-Q2"), Some(Interval::Quarter));
    assert_eq!(interval("2024-H1"), Some(Interval::HalfYear));
    assert_eq!(interval("2023 2024"), Some(Interval::Year));
    // Days of a count that is made once a month, with a hole.
    assert_eq!(interval("2024-01-31 2024-02-29 2024-04-30 2024-05-31"), Some(Interval::Month));
    assert_eq!(interval("2024-01-01 2024-01-02 2024-01-03"), Some(Interval::Day));
    assert_eq!(interval("2024-01-01 2024-01-08 2024-01-16"), Some(Interval::Week));
    assert_eq!(interval("2024-01-01 2024-01-03 2024-03-07 2024-03-20"), None);
    assert_eq!(interval("2024-01-31"), None);
    assert_eq!(
        notes(&read("dato;antal\n2024-01-31;1\n")),
        ["the periods are not regular; holes in the calendar are not seen"]
    );
}

#[test]
fn periods_of_several_kinds_are_refused() {
    assert_eq!(
        refused("dato;antal\n2024-01;1\n2024-02;2\n2024-K2;4\n"),
        [
            "line 4, column 1 (dato): most rows are months, and line 4 is a quarter; delete those that do not belong; choose \
             period = Month or period = Quarter"
        ]
    );
    // A day can be read as the month that contains it, which may be there: only deleting helps.
    assert_eq!(
        refused("dato;antal\n2024-01;1\n2024-02;2\n2024-02-15;4\n"),
        [
            "line 4, column 1 (dato): most rows are months, and line 4 is a day; delete those that do not belong"
        ]
    );
}
