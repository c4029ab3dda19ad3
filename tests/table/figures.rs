//! Figures, and what is written where there is none.

use kvalitetsmodel::figure::Unit;
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{Choice, DecimalSign, Form, Note, Outcome};

use super::{
    counts, lower, notes, observed, of_form, other, read, read_as, refused, refused_as, refused_da, try_read,
    value, values,
};

fn figures(cells: &str) -> Vec<Option<Observed>> {
    observed(&read(&rows(cells)))
}

fn rows(cells: &str) -> String {
    let rows = cells.split('|').enumerate().map(|(n, cell)| format!("2024-{:02};{cell}\n", n + 1));
    format!("Måned;Værdi\n{}", rows.collect::<String>())
}

#[test]
fn figures_are_read_exactly_or_not_at_all() {
    let count = &Unit::Count;
    assert_eq!(figures("12,5|-0,75|007,0"), values("12.5 -0.75 7.0", count));
    assert_eq!(figures("12.5|1.234"), values("12.5 1.234", count));
    assert_eq!(figures("12,5|1,234"), values("12.5 1.234", count));
    assert_eq!(figures("-0|3,0"), counts(&[0, 3]));
    assert_eq!(figures("−2,5"), values("-2.5", count));
    for (figure, why) in [
        (
            "12x",
            "“12x” is no number; write only the number, leave the field empty if the result is missing, or write, for \
             example, <5 if it is suppressed",
        ),
        ("0,1234567891", "the figure has more than 9 decimals"),
        ("1234567890123456789", "the figure has more than 18 digits"),
    ] {
        assert_eq!(refused(&rows(figure)), [format!("line 2, column 2 (Værdi): {why}")]);
    }
    for figure in [",5", "5,", "1,5.2", "1.2.3", "1,23,4", "1.23.456", "1e5", "--1", "1-2", "<", "<x", "%"] {
        let said = refused(&rows(figure));
        assert!(
            said[0].starts_with(&format!("line 2, column 2 (Værdi): “{figure}” is no number")),
            "{said:?}"
        );
    }
}

/// What is not a count is not silently read as one.
#[test]
fn a_count_with_decimals_is_noted() {
    let read_value = |heading: &str, figures: [&str; 2]| {
        let [one, other] = figures;
        read(&format!("Måned;{heading}\n2024-01;{one}\n2024-02;{other}\n"))
    };
    for heading in ["Fald", "Antal", "Fald (antal)"] {
        let found = read_value(heading, ["10,5", "9,25"]);
        let said = format!("“10,5” in the column “{heading}” is no count, and no other unit is stated");
        assert!(notes(&found).iter().any(|note| note.starts_with(&said)), "{:?}", notes(&found));
    }
    for heading in ["Fald (dage)", "Fald i procent"] {
        let found = read_value(heading, ["10,5", "9,25"]);
        assert!(notes(&found).iter().all(|note| !note.contains("no count")), "{:?}", notes(&found));
    }
    assert_eq!(read_value("Fald", ["10", "9"]).unit, Unit::Count);

    for (heading, title, per) in [
        ("Fald pr. 1000 sengedage", Some("Fald"), "pr. 1000 sengedage"),
        ("Fald (pr. 1.000 sengedage)", Some("Fald"), "pr. 1.000 sengedage"),
        ("Falls per 1,000 bed days", Some("Falls"), "per 1,000 bed days"),
        ("Antal pr. 100.000 indbyggere", None, "pr. 100.000 indbyggere"),
    ] {
        for figures in [["10,5", "9,25"], ["10", "9"]] {
            let found = read_value(heading, figures);
            assert_eq!((found.title.as_deref(), &found.unit), (title, &other(per)), "{heading}");
            let said =
                format!("the column “{heading}” is read as values with the unit “{per}”, not as counts");
            assert!(notes(&found).contains(&said), "{:?}", notes(&found));
        }
    }
    // A day, a year or a month is no number of things.
    for heading in ["Beboere pr. 31.12.2023", "Fald pr. måned", "Beboere pr. 1. januar", "Super 1000"] {
        assert_eq!(read_value(heading, ["10", "9"]).unit, Unit::Count, "{heading}");
    }
    // What the caller says is the unit.
    let choice = Choice { unit: Some(Unit::Days), ..lower() };
    let found = try_read(b"uge;Fald pr. 1000\n2024-U01;10,5\n", &choice).expect("read");
    assert_eq!(
        (&found.unit, found.notes.iter().any(|note| matches!(note, Note::PerNumber { .. }))),
        (&Unit::Days, false)
    );
}

#[test]
fn a_figure_with_one_reading_decides_the_others() {
    let found = read(&rows("1.135|998,5|1.020"));
    assert_eq!(observed(&found), values("1135 998.5 1020", &Unit::Count));
    assert_eq!(
        notes(&found),
        [
            "“1.135” in the column “Værdi” is read with a decimal comma, as line 3 shows",
            "“998,5” in the column “Værdi” is no count, and no other unit is stated; the figures are read as values",
        ]
    );
    let found = read(&rows("1,135|998.5|1,020"));
    assert_eq!(observed(&found), values("1135 998.5 1020", &Unit::Count));
    assert_eq!(figures("1.135,5|1.020|1.233.998"), values("1135.5 1020 1233998", &Unit::Count));
    assert_eq!(figures("1,135.5|1,020|1,233,998"), values("1135.5 1020 1233998", &Unit::Count));
    assert_eq!(figures("0,135|1.135"), values("0.135 1135", &Unit::Count));
    assert_eq!(
        refused(&rows("1,5|2.5")),
        ["line 3, column 2 (Værdi): “2.5” has another decimal sign than line 2"]
    );
    // What separates the cells is no evidence, nor is another column.
    for text in
        ["Måned,Værdi\n2024-01,1.234\n", "Måned;Værdi\n2024-01;1.234\n", "Måned\tVærdi\n2024-01\t1,234\n"]
    {
        assert!(refused(text)[0].contains(" can be "), "{text}");
    }
    assert_eq!(refused("Måned;Tæller;Nævner\n2024-01;1.234;1500,5\n").len(), 1);
    assert_eq!(
        refused_da(&rows("998|1.135")),
        [
            "linje 3, kolonne 2 (Værdi): »1.135« kan være 1135 og 1,135, og intet andet tal i kolonnen afgør det; vælg \
             decimal_sign = Comma eller decimal_sign = Point"
        ]
    );
}

#[test]
fn the_caller_decides_the_decimal_sign() {
    let with = |sign| Choice { decimal_sign: Some(sign), ..lower() };
    let (comma, point) = (with(DecimalSign::Comma), with(DecimalSign::Point));
    assert_eq!(observed(&read_as(&comma, &rows("1.135|2"))), counts(&[1135, 2]));
    assert_eq!(observed(&read_as(&point, &rows("1.135|2"))), values("1.135 2", &Unit::Count));
    assert_eq!(
        refused_as(&point, &rows("1,5")),
        ["line 2, column 2 (Værdi): “1,5” has another decimal sign than the chosen one"]
    );
}

#[test]
fn spaces_may_stand_between_thousands() {
    assert_eq!(figures("1 213|1\u{a0}213|12\u{202f}345\u{202f}678"), counts(&[1213, 1213, 12_345_678]));
    assert_eq!(figures("1 213,5|-12 000,25|7,125"), values("1213.5 -12000.25 7.125", &Unit::Count));
    for cell in ["1 21", "12 3", "1 2 3", "1234 567", "0 123", "1,5 5", "1 213 5", "1 213,000 1"] {
        let said = refused(&rows(cell));
        assert!(said[0].starts_with(&format!("line 2, column 2 (Værdi): “{cell}” is no number")), "{said:?}");
    }
}

#[test]
fn what_is_missing_is_never_zero() {
    for cell in
        ["NA", "na", "-", "–", "n/a", "..", "...", "…", ".", "i.t.", "I/T", "#N/A", "#I/T", "NULL", "NaN"]
    {
        let found = read(&rows(&format!("0|{cell}")));
        assert_eq!(observed(&found), [Some(Observed::of_count(0)), None], "{cell}");
        assert_eq!(found.rows[1].outcome, Outcome::Missing);
        assert_eq!(notes(&found), [format!("line 3: “{cell}” is read as a missing result")]);
    }
    for cell in ["", " "] {
        assert_eq!(notes(&read(&rows(&format!("0|{cell}")))), [""; 0]);
    }
    let ratio = read("dato;tæller;nævner\n2024-01;1;2\n2024-02;;20\n2024-03;;\n2024-04;0;0\n");
    assert_eq!(observed(&ratio)[1..3], [None, None]);
    assert_eq!(observed(&ratio)[3], Some(Observed::of_share(0, 0)));
    assert_eq!(
        notes(&ratio),
        ["line 3: numerator or denominator is missing or suppressed; the measurement is shown as missing"]
    );
}

#[test]
fn a_dash_is_zero_at_statistics_denmark_alone() {
    let found = read("TID;INDHOLD\n2024M01;5\n2024M02;-\n2024M03;..\n");
    assert_eq!(observed(&found), [counts(&[5, 0]), vec![None]].concat());
    assert_eq!(
        notes(&found),
        [
            "line 4: “..” is read as a missing result",
            "line 3: “-” is read as zero, which it is at Statistics Denmark"
        ]
    );
    assert_eq!(observed(&read("Måned;Antal\n2024M01;5\n2024M02;-\n"))[1], None);
}

#[test]
fn suppressed_results_are_a_state_of_their_own() {
    for (cell, below) in [
        ("<5", "5"),
        ("< 20", "20"),
        ("<=4", "5"),
        ("≤ 4", "5"),
        ("under 5", "5"),
        ("Færre end 3", "3"),
        ("fewer than 10", "10"),
        ("<2,5", "2.5"),
        ("< 1.000,0", "1000"),
        ("<5 %", "5"),
    ] {
        let found = read(&rows(cell));
        let expected = Outcome::Suppressed { below: below.parse().expect("a figure") };
        assert_eq!(found.rows[0].outcome, expected, "{cell}");
    }
    assert!(refused(&rows("<1.000"))[0].contains(" can be "));
    assert_eq!(refused(&rows("<=2,5")), ["line 2, column 2 (Værdi): “2,5” is no whole number from zero on"]);
    let ratio = "dato;tæller;nævner\n2024-01;<5;20\n2024-02;6;20\n2024-03;<5;<5\n";
    let found = read(ratio);
    assert_eq!(observed(&found), [None, Some(Observed::of_share(6, 20)), None]);
    assert_eq!(
        notes(&found),
        ["lines 2 and 4: the result is suppressed because it is below 5; it is neither zero nor missing"]
    );
    // What is stated beside a suppressed whole is not dropped silently, and the exposure limits no number of events.
    for (form, rows) in
        [(Form::Share, "2024-01;3;<5"), (Form::Rate, "2024-01;12;<5"), (Form::Rate, "2024-01;;<5")]
    {
        let found = read_as(&of_form(form), &format!("dato;tæller;nævner\n{rows}\n2024-02;1;20\n"));
        assert_eq!(observed(&found)[0], None, "{rows}");
        assert_eq!(
            notes(&found)[0],
            "line 2: numerator or denominator is missing or suppressed; the measurement is shown as missing",
            "{rows}"
        );
    }
    let group = read_as(&of_form(Form::Subgroup), "dato;antal\n2024-01;<5\n2024-01;7\n2024-02;<5\n");
    assert_eq!(group.rows[0].outcome, Outcome::Observed(Observed::of_subgroup(vec![7.into()], Unit::Count)));
    assert_eq!(group.rows[1].outcome, Outcome::Suppressed { below: 5.into() });
}

#[test]
fn cells_may_say_percent_all_of_them() {
    for heading in ["Antal", "Andel", "Værdi", "Procent", "Trivsel"] {
        let found =
            read(&format!("Måned;{heading}\n2024-01;61 %\n2024-02;7,5%\n2024-03;\n2024-04;8\u{a0}%\n"));
        let percent = |text| value(text, Unit::Percent);
        assert_eq!(observed(&found), [percent("61"), percent("7.5"), None, percent("8")], "{heading}");
    }
    let mixed = "Måned;Andel\n2024-01;NA\n2024-02;7,5\n2024-03;61 %\n2024-04;8\n";
    assert_eq!(
        refused(mixed),
        ["line 3, column 2 (Andel): “7,5” has no %, and line 4 has; write it at all of them or at none"]
    );
    assert_eq!(
        refused_da(mixed),
        [
            "linje 3, kolonne 2 (Andel): »7,5« har intet %, men det har linje 4; skriv det ved alle eller ingen"
        ]
    );
    assert_eq!(
        observed(&read("Måned;Procent\n2024-01;61 %\n2024-02;7,5\n")),
        values("61 7.5", &Unit::Percent)
    );
    assert_eq!(observed(&read("Måned;Andel\n2024-01;1\n")), [value("1", other("Andel"))]);
}

#[test]
fn a_count_in_percent_is_none() {
    let no = |said: &[String], place: &str| {
        assert!(said.len() == 1 && said[0].starts_with(&format!("{place}: “5 %” is no number")), "{said:?}");
    };
    no(&refused_as(&of_form(Form::Count), "dato;antal\n2024-01;5 %\n"), "line 2, column 2 (antal)");
    no(&refused("dato;tæller;nævner\n2024-01;5 %;20\n"), "line 2, column 2 (tæller)");
    no(&refused("dato;tæller;nævner\n2024-01;5;5 %\n"), "line 2, column 3 (nævner)");
}

#[test]
fn two_columns_are_shares_or_rates() {
    let text = "dato;tæller;nævner\n2024-01;5;10\n2024-02;3;4\n";
    for form in [Form::Share, Form::Any] {
        assert_eq!(observed(&read_as(&of_form(form), text))[0], Some(Observed::of_share(5, 10)));
    }
    let rate = |events, exposure: &str| {
        Some(Observed::of_rate(events, exposure.parse().expect("a figure"), Unit::Count))
    };
    assert_eq!(observed(&read_as(&of_form(Form::Rate), text))[0], rate(5, "10"));
    let decimal = "dato;tæller;nævner\n2024-01;5;10,5\n2024-02;7;4\n";
    assert_eq!(observed(&read(decimal)), [rate(5, "10.5"), rate(7, "4")]);
    assert_eq!(
        refused_as(&of_form(Form::Share), decimal),
        ["line 2, column 3 (nævner): “10,5” is no whole number from zero on"]
    );
    assert_eq!(
        refused("dato;tæller;nævner\n2024-01;5,5;10\n2024-02;-1;4\n"),
        [
            "line 2, column 2 (tæller): “5,5” is no whole number from zero on",
            "line 3, column 2 (tæller): “-1” is no whole number from zero on",
        ]
    );
    // 7 of 4 is left to the check of the series.
    assert_eq!(
        observed(&read_as(&of_form(Form::Share), "dato;tæller;nævner\n2024-01;7;4\n")),
        [Some(Observed::of_share(7, 4))]
    );
    let three = read("dato;procent;tæller;nævner\n2024-01;50,0;5;10\n");
    assert_eq!(notes(&three), ["the column “procent” is not read: numerator and denominator say it"]);
}

#[test]
fn counts_are_whole() {
    assert_eq!(
        refused_as(&of_form(Form::Count), "dato;antal\n2024-01;7,5\n"),
        ["line 2, column 2 (antal): “7,5” is no whole number from zero on"]
    );
    let found = read_as(&of_form(Form::Count), "dato;tæller;nævner\n2024-01;7;20\n");
    assert_eq!(observed(&found), counts(&[7]));
    assert_eq!(notes(&found), ["the column “nævner” is not read: the figures are in another one"]);
}
