//! Every way of writing dates and figures in separated values, and every mistake with its line.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::unnecessary_wraps,
    reason = "tests may fail loudly, in their helpers too; one beside another, options read better"
)]

use std::fmt::Write as _;

use kvalitetsmodel::chart::{ChartKind, ChartSettings, Screening};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::document::Content;
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::series::Occasion;
use kvalitetsmodel::text::Text;
use kvalitetsmodel::{Context, Lang, check, json};
use proptest::prelude::*;

use crate::arguments::{self, Arguments, Format};
use crate::csv::{self, Asked, Reading, Target};
use crate::text;

fn read_as(kind: ChartKind, text: &str) -> Result<Reading, Vec<String>> {
    read_bytes(kind, text.as_bytes(), Lang::En)
}

fn read_bytes(kind: ChartKind, bytes: &[u8], lang: Lang) -> Result<Reading, Vec<String>> {
    let asked = Asked { kind, direction: Direction::AtMost, title: "falls", target: None };
    csv::read(bytes, &asked).map_err(|all| all.refusals.iter().map(|one| one.in_lang(lang)).collect())
}

fn read(text: &str) -> Reading {
    read_as(ChartKind::Run, text).expect("it can be read")
}

fn refused(text: &str) -> Vec<String> {
    read_as(ChartKind::Run, text).expect_err("it cannot be read")
}

fn notes(reading: &Reading) -> Vec<String> {
    reading.notes.iter().map(|note| note.in_lang(Lang::En)).collect()
}

fn periods(reading: &Reading) -> Vec<(String, String)> {
    let periods = reading.series.measurements.iter().filter_map(|one| one.period);
    periods.map(|period| (period.start.to_string(), period.end.to_string())).collect()
}

fn observed(reading: &Reading) -> Vec<Option<Observed>> {
    reading.series.measurements.iter().map(|one| one.observed.clone()).collect()
}

fn counts(of: &[u64]) -> Vec<Option<Observed>> {
    of.iter().map(|count| Some(Observed::of_count(*count))).collect()
}

fn value(text: &str, unit: Unit) -> Option<Observed> {
    Some(Observed::of_value(text.parse().expect("a figure"), unit))
}

#[test]
fn every_form_of_a_date_is_read() {
    let forms = [
        ("2024-01-31 31-01-2024 31.01.2024 31/1/2024 31.1.2024 2024/01/31", "2024-01-31", "2024-01-31"),
        ("2024-02 2024/02", "2024-02-01", "2024-02-29"),
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-Q1 2024-K1 2024Q1 Q1-2024 1.kvartal.2024", "2024-01-01", "2024-03-31"),
        ("2024-W05 2024-U05 2024-w5", "2024-01-29", "2024-02-04"),
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2024-01-01T00:00:00 2024-01-01T00:00 2024-01-01T00:00:00.000", "2024-01-01", "2024-01-01"),
        ("jan-2024 JAN-2024", "2024-01-01", "2024-01-31"),
        ("2024-H2", "2024-07-01", "2024-12-31"),
    ];
    for (cells, start, end) in forms {
        for cell in cells.split(' ') {
            assert_eq!(one_period(cell), (start.to_owned(), end.to_owned()), "{cell}");
        }
    }
    let in_words = [
        ("2024-01-01 00:00:00", "2024-01-01", "2024-01-01"),
        ("31-01-2024 00:00", "2024-01-31", "2024-01-31"),
        ("31. januar 2024 00:00:00", "2024-01-31", "2024-01-31"),
        ("1. kvartal 2024", "2024-01-01", "2024-03-31"),
        ("4. Quarter 2024", "2024-10-01", "2024-12-31"),
        ("K2 2024", "2024-04-01", "2024-06-30"),
        ("uge 5 2024", "2024-01-29", "2024-02-04"),
        ("Uge 5, 2024", "2024-01-29", "2024-02-04"),
        ("week 5 2024", "2024-01-29", "2024-02-04"),
        ("januar 2024", "2024-01-01", "2024-01-31"),
        ("January 2024", "2024-01-01", "2024-01-31"),
        ("maj 2024", "2024-05-01", "2024-05-31"),
        ("May 2024", "2024-05-01", "2024-05-31"),
        ("okt. 2024", "2024-10-01", "2024-10-31"),
        ("Sept 2024", "2024-09-01", "2024-09-30"),
        ("31. januar 2024", "2024-01-31", "2024-01-31"),
        ("January 31 2024", "2024-01-31", "2024-01-31"),
        ("1. halvår 2024", "2024-01-01", "2024-06-30"),
        ("2. half-year 2024", "2024-07-01", "2024-12-31"),
    ];
    for (cell, start, end) in in_words {
        assert_eq!(one_period(cell), (start.to_owned(), end.to_owned()), "{cell}");
    }
}

fn one_period(cell: &str) -> (String, String) {
    periods(&read(&format!("dato;antal\n{cell};1\n"))).swap_remove(0)
}

#[test]
fn what_can_mean_two_things_is_no_date() {
    for cell in [
        "31-01-24",
        "1/31/2024",
        "2024-5",
        "2024.05",
        "05-2024",
        "2024-13",
        "2023-02-29",
        "2023-W53",
        "2024-Q5",
        "jan-24",
        "0000",
        "10000",
        "2024-01 00:00",
        "2024-01-31 0",
        "2024-01-31 00:00:00:00",
        "2024-01-31T00:00:00Z",
        "3. halvår 2024",
        "uge 2024",
        "x",
        "20240131",
        "2024-01-031",
    ] {
        let all = refused(&format!("dato;antal\n{cell};1\n"));
        assert_eq!(all.len(), 1, "{cell}");
        let begins = format!("line 2, column 1 (dato): “{cell}” is no date or period");
        assert!(all[0].starts_with(&begins), "{}", all[0]);
    }
}

#[test]
fn every_heading_is_known_in_any_case() {
    let when =
        "dato periode dag uge måned kvartal halvår år date period day week month quarter half-year year";
    for heading in when.split(' ').chain(["MÅNED", " Maaned "]) {
        assert_eq!(observed(&read(&format!("{heading};antal\n2024-01;7"))), counts(&[7]), "{heading}");
    }
    for heading in ["værdi", "antal", "value", "count", "Værdi", "VAERDI"] {
        assert_eq!(observed(&read(&format!("dato;{heading}\n2024-01;7"))), counts(&[7]), "{heading}");
    }
    for (heading, unit) in
        [("dage", Unit::Days), ("hours", Unit::Hours), ("Point", Unit::Points), ("%", Unit::Percent)]
    {
        assert_eq!(observed(&read(&format!("dato;{heading}\n2024-01;7"))), [value("7", unit)], "{heading}");
    }
    for (part, whole) in [("tæller", "nævner"), ("part", "whole"), ("Numerator", "DENOMINATOR")] {
        let share = [Some(Observed::of_share(3, 4))];
        assert_eq!(observed(&read(&format!("dato;{part};{whole}\n2024-01;3;4"))), share, "{part}");
    }
    for heading in ["fase", "phase", "Fase"] {
        let reading = read(&format!("dato;antal;{heading}\n2024-01;1;før\n2024-02;2;efter"));
        assert_eq!(reading.series.phases.len(), 2, "{heading}");
    }
    for heading in ["udeladt", "ekskluderet", "excluded"] {
        for said in ["ja", "yes", "x", "1", "TRUE"] {
            let reading = read(&format!("dato;antal;{heading}\n2024-01;1;{said}\n2024-02;2;nej\n2024-03;3;"));
            assert_eq!(reading.series.exclusions.len(), 1, "{heading} {said}");
        }
    }
    for heading in
        ["note", "bemærkning", "kommentar", "Comment", "Notes", "Noter", "Kommentarer", "Bemærkninger"]
    {
        let reading = read(&format!("dato;antal;{heading}\n2024-01;1;flytning\n2024-02;2;"));
        let [annotation] = reading.series.annotations.as_slice() else { panic!("one annotation") };
        assert_eq!(
            (annotation.on.to_string().as_str(), annotation.occasion),
            ("2024-01", Occasion::Event {})
        );
    }
}

#[test]
fn separators_quotes_and_line_ends() {
    let expected = counts(&[7, 8]);
    for text in [
        "\u{feff}dato;antal\r\n2024-01;7\r\n2024-02;8\r\n",
        "dato,antal\n2024-01,7\n\n2024-02,8\n\n\n",
        "dato\tantal\n2024-01\t7\n2024-02\t8",
        "\"dato\";\"antal\"\n\"2024-01\";\"7\"\n\"2024-02\";8\n;;;\n",
        "\n\ndato;antal;;\n2024-01;7;;\n2024-02;8;;\n",
        "dato;antal\r2024-01;7\r2024-02;8\r",
    ] {
        let reading = read(text);
        assert_eq!(observed(&reading), expected, "{text:?}");
        assert_eq!(notes(&reading), [""; 0], "{text:?}");
    }
    let reading = read("dato;antal;note\n2024-01;7;\"to \"\"små\"\" linjer;\nsammen\"\n2024-02;8;\n");
    let text = reading.series.annotations[0].text.as_ref().expect("said");
    assert_eq!(text.as_str(), "to \"små\" linjer;\nsammen");
    assert_eq!(
        refused("dato;antal;note\n2024-01;7;\"a\nb\"\n\n2024-02;y;\n"),
        ["line 5, column 2 (antal): “y” is no number"]
    );
}

#[test]
fn every_line_has_its_number() {
    let text = "\n\r\ndato;antal;note\n2024-01;a;\"en\r\nto\n\n\"\n\n\r\n2024-02;b;\n2024-03;c;\"\n\"\r\n\n2024-04;d;";
    let line = |line, said| format!("line {line}, column 2 (antal): “{said}” is no number");
    assert_eq!(refused(text), [line(4, "a"), line(10, "b"), line(11, "c"), line(14, "d")]);

    // As long as nobody would wait for if the lines were counted anew for every row.
    let rows: Vec<_> = (1..=60_000).map(|n| format!("2024-01-03;{n};\"a\nb\"\n")).collect();
    let long = read_as(ChartKind::T, &format!("dato;dage;note\n{}", rows.concat())).expect("events");
    let lines = long.series.measurements.iter().map(|one| csv::line_of(one.id));
    assert!(lines.eq((0..60_000).map(|n| n * 2 + 2)));
}

#[test]
fn figures_are_read_exactly_or_not_at_all() {
    let other = Unit::Other { name: "Værdi".into() };
    let figures = |text: &str| observed(&read(text));
    assert_eq!(
        figures("Dato;Værdi\n2024-01;12,5\n2024-02;-0,75\n2024-03;007,0"),
        [value("12.5", other.clone()), value("-0.75", other.clone()), value("7.0", other.clone()),]
    );
    assert_eq!(
        figures("Dato;Værdi\n2024-01;12.5\n2024-02;1.234"),
        [value("12.5", other.clone()), value("1.234", other.clone()),]
    );
    assert_eq!(figures("Dato,Værdi\n2024-01,\"12,5\"")[0], value("12.5", other.clone()));
    assert_eq!(figures("Dato,Værdi\n2024-01,1.234")[0], value("1.234", other.clone()));
    assert_eq!(figures("Dato;Værdi\n2024-01;1,234")[0], value("1.234", other.clone()));
    assert_eq!(figures("Dato;Værdi\n2024-01;-0\n2024-02;3,0"), counts(&[0, 3]));

    for (figure, why) in [
        ("1.234", "“1.234” can be decimals and can be thousands; write it unambiguously"),
        ("1.234,5", "“1.234,5” is no number"),
        ("12x", "“12x” is no number"),
        (",5", "“,5” is no number"),
        ("0,1234567891", "the figure has more than 9 decimals"),
        ("1234567890123456789", "the figure has more than 18 digits"),
    ] {
        let said = refused(&format!("dato;antal\n2024-01;{figure}\n"));
        assert_eq!(said, [format!("line 2, column 2 (antal): {why}")]);
    }
    assert_eq!(
        refused("dato;antal\n2024-01;1,5\n2024-02;1.234\n"),
        ["line 3, column 2 (antal): “1.234” has another decimal sign than line 2"]
    );
}

#[test]
fn what_is_missing_is_never_zero() {
    for cell in ["", "NA", "na", "-", "–", "n/a", " "] {
        let reading = read(&format!("dato;antal\n2024-01;0\n2024-02;{cell}\n"));
        assert_eq!(observed(&reading), [Some(Observed::of_count(0)), None], "{cell}");
    }
    let reading = read("dato;tæller;nævner\n2024-01;1;2\n2024-02;;20\n2024-03;;\n2024-04;0;0\n");
    assert_eq!(observed(&reading)[1..3], [None, None]);
    assert_eq!(observed(&reading)[3], Some(Observed::of_share(0, 0)));
    assert_eq!(
        notes(&reading),
        ["line 3: numerator or denominator is missing; the measurement is shown as missing"]
    );
}

#[test]
fn two_columns_are_shares_or_rates() {
    let text = "dato;tæller;nævner\n2024-01;5;10\n2024-02;3;4\n";
    let unit = Unit::Other { name: "nævner".into() };
    let rate = |events, exposure: &str| {
        Some(Observed::of_rate(events, exposure.parse().expect("a figure"), unit.clone()))
    };
    for kind in [ChartKind::P, ChartKind::PPrime, ChartKind::Run, ChartKind::IPrime] {
        let reading = read_as(kind, text).expect("shares");
        assert_eq!(observed(&reading)[0], Some(Observed::of_share(5, 10)), "{kind}");
    }
    for kind in [ChartKind::U, ChartKind::UPrime] {
        assert_eq!(observed(&read_as(kind, text).expect("rates"))[0], rate(5, "10"), "{kind}");
    }
    let decimal = "dato;tæller;nævner\n2024-01;5;10,5\n2024-02;7;4\n";
    assert_eq!(observed(&read_as(ChartKind::U, decimal).expect("rates")), [rate(5, "10.5"), rate(7, "4")]);
    assert_eq!(observed(&read(decimal))[0], rate(5, "10.5"));
    assert_eq!(
        read_as(ChartKind::P, decimal).expect_err("no share"),
        ["line 2, column 3 (nævner): “10,5” is no whole number from zero on"]
    );
    // 7 of 4 on a P chart is for the check of the series to find.
    let seven = read_as(ChartKind::P, "dato;tæller;nævner\n2024-01;7;4\n").expect("read");
    assert_eq!(observed(&seven), [Some(Observed::of_share(7, 4))]);
    assert!(seven.series.chart(ChartKind::P).is_err());

    let three = read("dato;procent;tæller;nævner\n2024-01;50,0;5;10\n");
    assert_eq!(notes(&three), ["the column “procent” is not read: numerator and denominator say it"]);
}

#[test]
fn rows_of_one_date_are_a_subgroup_or_a_mistake() {
    let text = "date,value\n2024-01,5\n2024-02,4.5\n2024-01,7\n2024-02,NA\n2024-03,NA\n";
    for kind in [ChartKind::Xbar, ChartKind::S] {
        let reading = read_as(kind, text).expect("subgroups");
        let sizes = observed(&reading).into_iter().map(|one| match one {
            Some(Observed::Subgroup { values, .. }) => values.len(),
            _ => 0,
        });
        assert_eq!(sizes.collect::<Vec<_>>(), [2, 1, 0]);
        assert_eq!(notes(&reading), ["line 5: the value is missing and does not count in the subgroup"]);
    }
    assert_eq!(
        refused(text),
        ["line 4: line 2 has the same date or period", "line 5: line 3 has the same date or period"]
    );

    let ratios = "dato;tæller;nævner\n2024-01;1;2\n2024-01;3;4\n";
    let said = read_as(ChartKind::S, ratios).expect_err("no single values");
    assert!(said[0].starts_with("line 1: there is no column of value: "), "{said:?}");
    let both = read_as(ChartKind::S, "dato;antal;nævner\n2024-01;1;2\n2024-01;3;4\n").expect("subgroups");
    assert_eq!(notes(&both), ["the column “nævner” is not read: the chart uses the single values"]);

    let events = read_as(ChartKind::T, "dato;dage\n2024-01-03;4\n2024-01-03;9\n").expect("events");
    assert_eq!((observed(&events).len(), events.series.interval), (2, Some(Interval::ByEvent)));

    let said = "dato;antal;fase;udeladt\n2024-01;1;før;\n2024-01;1;efter;ja\n";
    assert_eq!(
        read_as(ChartKind::Xbar, said).expect_err("no subgroup"),
        [
            "line 3: line 2 has the same date and another phase",
            "line 3: line 2 has the same date, and only one of the two is excluded",
        ]
    );
}

#[test]
fn a_phase_begins_where_the_text_changes() {
    let text =
        "dato;antal;fase\n2024-04;4;efter\n2024-01;1;før\n2024-02;2;\n2024-03;3;efter\n2024-05;5;før\n";
    let phases = read(text).series.phases;
    let said: Vec<_> = phases
        .iter()
        .map(|one| (one.from.map(|day| day.to_string()), one.label.as_ref().map(Text::as_str)))
        .collect();
    assert_eq!(
        said,
        [
            (None, Some("før")),
            (Some("2024-03-01".to_owned()), Some("efter")),
            (Some("2024-05-01".to_owned()), Some("før")),
        ]
    );
}

#[test]
fn a_note_says_why_or_what_happened() {
    let rows = "2024-W05;1;ja;flytning;\n2024-W06;2;;vikarer;før\n2024-W07;3;;ny procedure;efter\n";
    let series = read(&format!("dato;antal;udeladt;note;fase\n{rows}")).series;
    let said = |text: &Option<Text>| text.as_ref().map(|text| text.as_str().to_owned());
    let [exclusion] = series.exclusions.as_slice() else { panic!("one is excluded") };
    assert_eq!(said(&exclusion.reason).as_deref(), Some("flytning"));
    assert_eq!(exclusion.measurement, series.measurements[0].id);
    assert_eq!(csv::line_of(exclusion.measurement), 2);
    let happened: Vec<_> =
        series.annotations.iter().map(|one| (one.on.to_string(), said(&one.text))).collect();
    assert_eq!(
        happened,
        [
            ("2024-02-05".to_owned(), Some("vikarer".to_owned())),
            ("2024-02-12".to_owned(), Some("ny procedure".to_owned())),
        ]
    );
    let grounds: Vec<_> = series.phases.iter().map(|phase| said(&phase.grounds)).collect();
    assert_eq!(grounds, [Some("vikarer".to_owned()), Some("ny procedure".to_owned())]);
}

#[test]
fn the_interval_follows_from_the_periods() {
    let interval = |cells: &str| {
        let rows: Vec<_> = cells.split(' ').map(|cell| format!("{cell};1")).collect();
        read(&format!("dato;antal\n{}\n", rows.join("\n"))).series.interval
    };
    assert_eq!(interval("2024-01 2024-02 2024-04"), Some(Interval::Month));
    assert_eq!(interval("2024-W01 2024-U02"), Some(Interval::Week));
    assert_eq!(interval("2024-K1 2024-Q2"), Some(Interval::Quarter));
    assert_eq!(interval("2024-H1"), Some(Interval::HalfYear));
    assert_eq!(interval("2023 2024"), Some(Interval::Year));
    assert_eq!(interval("2024-01 2024-K2"), None);
    // Days of a count that is made once a month, with a hole.
    assert_eq!(interval("2024-01-31 2024-02-29 2024-04-30 2024-05-31"), Some(Interval::Month));
    assert_eq!(interval("2024-01-01 2024-01-02 2024-01-03"), Some(Interval::Day));
    assert_eq!(interval("2024-01-01 2024-01-08 2024-01-16"), Some(Interval::Week));
    assert_eq!(interval("2024-01-01 2024-01-03 2024-03-07 2024-03-20"), None);
    assert_eq!(interval("2024-01-31"), None);
}

#[test]
fn every_mistake_is_told_with_its_place() {
    let text = "Dato;Antal;Udeladt;Region\n2024-01;12x;;Øst\n2024-13;;måske;Vest\n\n;4;;\n2024-02;1;2;3;4\n2024-03\n";
    assert_eq!(
        refused(text),
        [
            "line 2, column 2 (Antal): “12x” is no number",
            "line 3, column 1 (Dato): “2024-13” is no date or period such as 2024-01-31, 31.01.2024, 2024-01, Jan 2024, \
         2024-Q1, 2024-W05 or 2024",
            "line 3, column 3 (Udeladt): “måske” is neither yes nor no",
            "line 5, column 1 (Dato): there is no date or period",
            "line 6: there are 5 fields, and the heading has 4; a field that holds a separator must be quoted",
            "line 7: there are 1 fields, and the heading has 4; a field that holds a separator must be quoted",
        ]
    );
    let danish = read_bytes(ChartKind::Run, text.as_bytes(), Lang::Da).expect_err("refused");
    assert_eq!(danish[0], "linje 2, kolonne 2 (Antal): »12x« er ikke et tal");
    let unknown = read("Dato;Antal;Region;\n2024-01;12;Øst;ja");
    assert_eq!(
        notes(&unknown),
        ["column 3 (“Region”) is unknown and not read", "column 4 (“”) is unknown and not read",]
    );
    assert_eq!(unknown.notes[0].in_lang(Lang::Da), "kolonne 3 (»Region«) er ukendt og ikke læst");
}

#[test]
fn a_file_that_is_no_table_is_refused() {
    let first = |bytes: &[u8]| read_bytes(ChartKind::Run, bytes, Lang::En).expect_err("no table").join("\n");
    assert_eq!(
        first(
            "dato;antal\nmåned;7\n"
                .as_bytes()
                .iter()
                .chain(b"m\xe5ned")
                .copied()
                .collect::<Vec<_>>()
                .as_slice()
        ),
        "line 3: the file is not UTF-8; save it as “CSV UTF-8”"
    );
    assert_eq!(
        first(b"dato;antal\nm\xe5ned;7\n\x81;2\n"),
        "line 3: byte 81 is a sign in neither UTF-8 nor Windows-1252; save the file as “CSV UTF-8”"
    );
    assert_eq!(first(b"\xff\xfed\0"), "line 1: the file is not UTF-8; save it as “CSV UTF-8”");
    assert_eq!(first(b""), "line 1: the file is empty");
    assert_eq!(first(b"\xef\xbb\xbf\r\n;;\r\n"), "line 1: the file is empty");
    assert_eq!(
        first(b"dato\n2024-01\n"),
        "line 1: the heading has one column; there must be ;, a tab or , between them"
    );
    assert_eq!(first(b"dato;antal;note\n2024-01;7;\"hm\n2024-02;8;\n"), "line 2: a quote is never closed");
    assert_eq!(first(b"dato;antal\n"), "line 1: nothing stands under the heading");
    assert!(first(b"\ndato;tid\n1;x\n").starts_with("line 2: there is no column of values"));
    assert!(first(b"x;antal\n1;2\n").starts_with("line 1: there is no column of date or period: dato, "));
    assert!(first("dato;tæller\n1;2\n".as_bytes()).starts_with("line 1: there is no column of denominator"));
    assert!(first("dato;nævner\n1;2\n".as_bytes()).starts_with("line 1: there is no column of numerator"));
    let twice = first("år;måned;antal\n2024;1;2\n".as_bytes());
    assert_eq!(
        twice,
        "line 1: two columns say date or period: “år” and “måned”; rename the one that is not to be read"
    );
    let twice = b"dato;Antal;Dage\n2024;1;2\n";
    assert_eq!(
        first(twice),
        "line 1: two columns say value: “Antal” and “Dage”; rename the one that is not the result, or call them \
         “numerator” and “denominator” if one is to be divided by the other"
    );
    assert_eq!(
        read_bytes(ChartKind::Run, twice, Lang::Da).expect_err("two values"),
        [
            "linje 1: to kolonner siger værdi: »Antal« og »Dage«; omdøb den, der ikke er resultatet, eller kald dem \
             »tæller« og »nævner«, hvis den ene skal deles med den anden"
        ]
    );
}

#[test]
fn a_time_of_day_is_refused_as_such() {
    for cell in ["2024-01-31 12:00", "2024-01-31T00:00:01", "31.01.2024 0:30", "2024-01-31 00:00:00.5"] {
        let text = format!("dato;antal\n{cell};1\n");
        assert_eq!(
            refused(&text),
            [format!(
                "line 2, column 1 (dato): “{cell}” has a time of day; only whole days and periods are read, so \
                 delete the time"
            )]
        );
        assert_eq!(
            read_bytes(ChartKind::Run, text.as_bytes(), Lang::Da).expect_err("a time of day"),
            [format!(
                "linje 2, kolonne 1 (dato): »{cell}« har et klokkeslæt; her læses kun hele dage og perioder, så slet \
                 klokkeslættet"
            )]
        );
    }
}

#[test]
fn cells_may_say_percent_all_of_them() {
    for heading in ["Antal", "Andel", "Værdi", "Procent", "Trivsel"] {
        let reading =
            read(&format!("Måned;{heading}\n2024-01;61 %\n2024-02;7,5%\n2024-03;\n2024-04;8\u{a0}%\n"));
        let percent = |text| value(text, Unit::Percent);
        assert_eq!(observed(&reading), [percent("61"), percent("7.5"), None, percent("8")], "{heading}");
    }
    let mixed = "Måned;Andel\n2024-01;NA\n2024-02;7,5\n2024-03;61 %\n2024-04;8\n";
    assert_eq!(
        refused(mixed),
        ["line 3, column 2 (Andel): “7,5” has no %, and line 4 has; write it at all of them or at none"]
    );
    assert_eq!(
        read_bytes(ChartKind::Run, mixed.as_bytes(), Lang::Da).expect_err("mixed"),
        [
            "linje 3, kolonne 2 (Andel): »7,5« har intet %, men det har linje 4; skriv det ved alle eller ingen"
        ]
    );
    assert_eq!(
        observed(&read("Måned;Procent\n2024-01;61 %\n2024-02;7,5\n")),
        [value("61", Unit::Percent), value("7.5", Unit::Percent)]
    );
    assert_eq!(
        observed(&read("Måned;Andel\n2024-01;1\n")),
        [value("1", Unit::Other { name: "Andel".into() })]
    );
    assert_eq!(refused("Måned;Antal\n2024-01;%\n"), ["line 2, column 2 (Antal): “%” is no number"]);
}

#[test]
fn spaces_may_stand_between_thousands() {
    let text = "dato;antal\n2024-01;1 213\n2024-02;1\u{a0}213\n2024-03;12\u{202f}345\u{202f}678\n";
    assert_eq!(observed(&read(text)), counts(&[1213, 1213, 12_345_678]));
    let other = || Unit::Other { name: "værdi".into() };
    let text = "dato;værdi\n2024-01;1 213,5\n2024-02;-12 000,25\n2024-03;7,125\n";
    assert_eq!(
        observed(&read(text)),
        [value("1213.5", other()), value("-12000.25", other()), value("7.125", other())]
    );
    for cell in ["1 21", "12 3", "1 2 3", "1234 567", "0 123", "1,5 5", "1 213 5", "1 213,000 1"] {
        assert_eq!(
            refused(&format!("dato;antal\n2024-01;{cell}\n")),
            [format!("line 2, column 2 (antal): “{cell}” is no number")]
        );
    }
}

#[test]
fn the_only_column_of_figures_is_the_value() {
    let reading = read("Måned;Antal fald;Afdeling\n2024-01;7;Nord\n2024-02;;Nord\n2024-03;1 213;Syd\n");
    let told: Vec<_> = reading.notes.iter().map(|note| note.in_lang(Lang::Da)).collect();
    assert_eq!(observed(&reading), [counts(&[7])[0].clone(), None, counts(&[1213])[0].clone()]);
    assert_eq!(
        told,
        [
            "kolonne 3 (»Afdeling«) er ukendt og ikke læst",
            "kolonne 2 (»Antal fald«) er læst som værdien: den er den eneste ukendte med kun tal",
        ]
    );
    assert_eq!(
        notes(&reading)[1],
        "column 2 (“Antal fald”) is read as the value: it is the only unknown one with only figures"
    );
    let several = "Måned;Fald;Plan;Pladser\n2024-01;7;x;20\n";
    assert_eq!(
        refused(several),
        [
            "line 1: no heading says where the value stands, and several columns hold nothing but figures: “Fald” and \
             “Pladser”; call the right one “value”"
        ]
    );
    assert_eq!(
        read_bytes(ChartKind::Run, several.as_bytes(), Lang::Da).expect_err("two columns"),
        [
            "linje 1: ingen overskrift siger, hvor værdien står, og flere kolonner har kun tal: »Fald« og »Pladser«; \
             kald den rette »værdi«"
        ]
    );
    // Where a heading says it, no other column is taken.
    assert_eq!(
        notes(&read("Måned;Antal;Pladser\n2024-01;7;20\n")),
        ["column 3 (“Pladser”) is unknown and not read"]
    );
}

#[test]
fn windows_1252_is_read_and_noted() {
    let text = "M\u{e5}ned;V\u{e6}rdi;Note\nmarts 2024;7,5;\u{80}\nj\u{fa}l;8;";
    let bytes: Vec<u8> = text.chars().map(|sign| u8::try_from(u32::from(sign)).expect("one byte")).collect();
    assert_eq!(
        read_bytes(ChartKind::Run, &bytes, Lang::Da).expect_err("no month"),
        [
            "linje 3, kolonne 1 (Måned): »júl« er ingen dato eller periode, som 2024-01-31, 31.01.2024, 2024-01, \
             jan 2024, 2024-K1, 2024-U05 eller 2024"
        ]
    );
    let bytes = bytes.strip_suffix(b"\nj\xfal;8;").expect("the last line");
    let reading = read_bytes(ChartKind::Run, bytes, Lang::Da).expect("it can be read");
    assert_eq!(observed(&reading), [value("7.5", Unit::Other { name: "Værdi".into() })]);
    assert_eq!(reading.series.annotations[0].text.as_ref().map(Text::as_str), Some("€"));
    assert_eq!(notes(&reading), ["line 1 is not UTF-8; the file is read as Windows-1252"]);
    assert_eq!(reading.notes[0].in_lang(Lang::Da), "linje 1 er ikke UTF-8; filen er læst som Windows-1252");
    // Every byte but five is a sign.
    let signs = (0x20..=0xff_u8).filter(|byte| {
        let bytes = [b"dato;antal\n", [*byte].as_slice(), b";1"].concat();
        !read_bytes(ChartKind::Run, &bytes, Lang::En).expect_err("no date")[0].contains("a sign in neither")
    });
    assert_eq!(signs.count(), 0xe0 - 5);
}

#[test]
fn a_first_line_may_say_the_separator() {
    for text in [
        "sep=;\r\ndato;antal\r\n2024-01;7",
        "SEP=|\n\ndato|antal\n2024-01|7",
        "\u{feff}\"sep=,\"\ndato,antal\n2024-01,7",
        "sep=\t\ndato\tantal\n2024-01\t7",
    ] {
        assert_eq!(observed(&read(text)), counts(&[7]), "{text:?}");
    }
    // It decides against what else would be seen in the headings.
    assert_eq!(observed(&read("sep=,\ndato,antal,\"a;b\"\n2024-01,7,")), counts(&[7]));
    assert_eq!(refused("sep=;\ndato;antal\n2024-01;x\n"), ["line 3, column 2 (antal): “x” is no number"]);
}

#[test]
fn what_was_seen_is_told_where_a_column_is_missing() {
    let asked = Asked { kind: ChartKind::Run, direction: Direction::AtMost, title: "falls", target: None };
    let refused = csv::read(b"Tid;Antal;Sted\n2024-01;7;Nord\n", &asked).expect_err("no date");
    let said: Vec<_> = refused.notes.iter().map(|note| note.in_lang(Lang::Da)).collect();
    assert_eq!(
        said,
        ["kolonne 1 (»Tid«) er ukendt og ikke læst", "kolonne 3 (»Sted«) er ukendt og ikke læst"]
    );
    assert_eq!(refused.refusals.len(), 1);
    let why = refused.refusals[0].in_lang(Lang::Da);
    assert!(
        why.starts_with("linje 1: der mangler en kolonne med dato eller periode: dato, periode, "),
        "{why}"
    );
}

#[test]
fn the_bundled_files_are_read() {
    let charted = |bytes: &[u8], kind| {
        let reading = read_bytes(kind, bytes, Lang::En).expect("it can be read");
        assert_eq!(notes(&reading), [""; 0]);
        let points = reading.series.chart(kind).expect("charted").points().len();
        (points, reading.series)
    };
    let (points, series) = charted(include_bytes!("../../data/sick-leave.csv"), ChartKind::I);
    assert_eq!((points, series.interval, series.phases.len()), (24, Some(Interval::Month), 2));
    assert_eq!(series.measurements[0].observed, value("5.8", Unit::Percent));
    assert_eq!((series.exclusions.len(), series.annotations.len()), (1, 2));
    let (points, series) = charted(include_bytes!("../../data/falls.csv"), ChartKind::U);
    assert_eq!((points, series.annotations.len()), (24, 1));
    let (points, series) = charted(include_bytes!("../../data/answer-times.csv"), ChartKind::Xbar);
    assert_eq!((points, series.interval), (20, Some(Interval::Week)));
}

#[test]
fn the_bundled_series_has_something_to_say() {
    let document = json::read(include_str!("../../data/smarte-series.json")).expect("a document");
    let Content::Series(series) = document.content() else { panic!("a series") };
    assert!(!check(series, &Context::new("2025-01-01".parse().expect("a day"))).rejects());
    for kind in [ChartKind::Run, ChartKind::P] {
        let chart = series.chart(kind).expect("it can be charted");
        assert!(chart.latest_part().is_some_and(|part| part.has_long_run() && part.has_few_crossings()));
        let proposed: Vec<_> =
            chart.proposed_phases().iter().map(|one| one.from.expect("a day").to_string()).collect();
        assert_eq!(proposed, ["2023-11-01"]);
    }
}

fn arguments(line: &str) -> Result<Arguments, String> {
    arguments::parse(line.split(' ').filter(|word| !word.is_empty()).map(str::to_owned))
}

const BRUG: &str = "\
brug: run_chart [FIL.csv --better higher|lower [--target TAL] | FIL.json]
    [--chart run|i|mr|ip|xbar|s|p|pp|u|up|c|g|t] [--svg UD]
    [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]";

const USAGE: &str = "\
usage: run_chart [FILE.csv --better higher|lower [--target VALUE] | FILE.json]
    [--chart run|i|mr|ip|xbar|s|p|pp|u|up|c|g|t] [--svg OUT]
    [--format text|json] [--lang da|en] [--screen] [--as-of YYYY-MM-DD]";

#[test]
fn a_command_line_is_read() {
    let all = "falls.csv --better lower --target 6,5 --chart ip --svg out.svg --format json --lang en --screen \
               --as-of 2024-01-31";
    let read = arguments(all).expect("right");
    assert!(!read.is_document());
    assert_eq!(read.file.as_deref(), Some("falls.csv".as_ref()));
    assert_eq!((read.better, read.chart), (Some(Direction::AtMost), ChartKind::IPrime));
    assert_eq!((read.svg.as_deref(), read.format), (Some("out.svg".as_ref()), Format::Json));
    assert_eq!((read.lang, read.screening), (Lang::En, Screening::On));
    assert_eq!(read.as_of.map(|day| day.to_string()).as_deref(), Some("2024-01-31"));
    let none = arguments("").expect("the demonstration");
    assert_eq!((none.file, none.lang, none.format), (None, Lang::Da, Format::Text));
    for (said, value, percent) in
        [("6,5", "6.5", false), ("6.5", "6.5", false), ("80%", "80", true), ("-2", "-2", false)]
    {
        let read = arguments(&format!("a.csv --better higher --target {said}")).expect("right");
        let value = value.parse().expect("a figure");
        assert_eq!(read.target, Some(Target { value, percent }), "{said}");
    }
}

#[test]
fn a_wrong_command_line_is_told_in_the_language_it_asks_for() {
    for (line, da, en) in [
        (
            "falls.csv",
            "skriv --better higher, hvis højere tal er bedre (som trivsel), eller --better lower, hvis lavere er bedre \
             (som fald og sygefravær): det siger filen ikke selv, og uden det er intet skift en forbedring eller en \
             forværring",
            "write --better higher if higher figures are better (such as well-being), or --better lower if lower ones \
             are (such as falls and sick leave): the file does not say it, and without it no shift is an improvement \
             or a deterioration",
        ),
        ("--better", "--better mangler `higher` eller `lower`", "--better needs `higher` or `lower`"),
        ("--better up", "`up` er hverken `higher` eller `lower`", "`up` is neither `higher` nor `lower`"),
        ("--chart pie", "`pie` er ingen slags diagram", "`pie` is no kind of chart"),
        ("--chart", "--chart mangler en slags diagram", "--chart needs a kind of chart"),
        ("--format xml", "`xml` er hverken `text` eller `json`", "`xml` is neither `text` nor `json`"),
        ("--as-of 2024-1-1", "`2024-1-1` er ingen dag YYYY-MM-DD", "`2024-1-1` is no day YYYY-MM-DD"),
        (
            "--target 1.234,5",
            "`1.234,5` er ikke et tal, som 6,5 eller 80%",
            "`1.234,5` is no figure such as 6.5 or 80%",
        ),
        ("--target", "--target mangler et tal", "--target needs a figure"),
        ("--svg", "--svg mangler en fil", "--svg needs a file"),
        ("--what", "`--what` er ukendt", "unknown option `--what`"),
        ("a.csv b.csv", "én fil ad gangen, ikke også `b.csv`", "one file at a time, not also `b.csv`"),
        (
            "a.json --better lower",
            "--better er til filer med tal i kolonner; et dokument siger det selv",
            "--better is for separated values; a document says it itself",
        ),
        (
            "a.JSON --target 4",
            "--target er til filer med tal i kolonner; et dokument siger det selv",
            "--target is for separated values; a document says it itself",
        ),
        (
            "--target 4",
            "--target er til filer med tal i kolonner; et dokument siger det selv",
            "--target is for separated values; a document says it itself",
        ),
    ] {
        assert_eq!(arguments(line).expect_err(line), format!("{da}\n{BRUG}"));
        assert_eq!(arguments(&format!("--lang en {line}")).expect_err(line), format!("{en}\n{USAGE}"));
    }
    // Wherever it stands, and if it is the one thing that is wrong.
    let late = arguments("--chart pie --lang en").expect_err("no chart");
    assert_eq!(late, format!("`pie` is no kind of chart\n{USAGE}"));
    let no_lang = arguments("--lang sv").expect_err("no language");
    assert_eq!(no_lang, format!("`sv` er hverken `da` eller `en`\n{BRUG}"));
    assert_eq!(arguments("--help").expect_err("asked"), BRUG);
    assert_eq!(arguments("-h --lang en").expect_err("asked"), USAGE);
}

fn with_target(kind: ChartKind, text: &str, target: &str) -> Result<Reading, Vec<String>> {
    let target = arguments(&format!("a.csv --better lower --target {target}")).expect("right").target;
    let asked = Asked { kind, direction: Direction::AtMost, title: "falls", target };
    csv::read(text.as_bytes(), &asked)
        .map_err(|all| all.refusals.iter().map(|one| one.in_lang(Lang::Da)).collect())
}

#[test]
fn a_target_has_the_unit_of_the_figures() {
    let unit = |kind, text: &str, target| {
        let series = with_target(kind, text, target).expect("read").series;
        let context = Context::new("2025-01-01".parse().expect("a day")).with_profile(csv::profile(Lang::En));
        assert!(!check(&series, &context).rejects(), "{text}");
        let [line] = series.targets.as_slice() else { panic!("one target") };
        (line.from, line.value.to_string(), line.unit.clone())
    };
    let other = |name: &str| Unit::Other { name: name.into() };
    let (run, u) = (ChartKind::Run, ChartKind::U);
    assert_eq!(unit(run, "dato;antal\n2024-01;7\n", "2,5"), (None, "2.5".to_owned(), Unit::Count));
    assert_eq!(unit(run, "dato;dage\n2024-01;7\n", "4"), (None, "4".to_owned(), Unit::Days));
    assert_eq!(unit(run, "dato;antal\n2024-01;7 %\n", "5%"), (None, "5".to_owned(), Unit::Percent));
    assert_eq!(unit(run, "dato;tæller;nævner\n2024-01;3;4\n", "80").2, Unit::Percent);
    assert_eq!(unit(u, "dato;tæller;nævner\n2024-01;3;400\n", "0.01").2, other("nævner"));
    assert_eq!(unit(ChartKind::S, "dato;timer\n2024-01;3\n2024-01;4\n", "2").2, Unit::Hours);
    assert_eq!(
        with_target(run, "\ndato;dage\n2024-01;7\n", "5%").expect_err("days"),
        ["linje 2: målet har et %, men tallene er ikke i procent"]
    );
}

/// The page of a table, as the program prints it.
fn page(kind: ChartKind, reading: &Reading, lang: Lang) -> String {
    let context = Context::new("2025-01-01".parse().expect("a day")).with_profile(csv::profile(lang));
    let report = check(&reading.series, &context);
    let settings = ChartSettings { floor_at_zero: true, ..ChartSettings::default() };
    let chart = reading.series.chart_with(kind, settings).expect("charted");
    text::page(&reading.series, &chart, &report, None, lang)
}

#[test]
fn a_page_says_what_has_no_result_and_what_is_not_checked() {
    let month = |n| format!("{}-{:02}", 2024 + n / 12, n % 12 + 1);
    let rows: Vec<_> =
        (0..14).map(|n| format!("{};{}\n", month(n), if n == 2 || n == 6 { "" } else { "4" })).collect();
    let reading = with_target(ChartKind::Run, &format!("Måned;Dage\n{}", rows.concat()), "5").expect("read");
    assert_eq!(
        reading.series.measurements.iter().filter(|one| one.indicator != reading.series.indicator).count(),
        0
    );
    let said = page(ChartKind::Run, &reading, Lang::Da);
    let (_, behind) = said.split_once("Målet (højst 5 dage) er ").expect("the target");
    let (_, end) = behind.split_once("\n\n").expect("more");
    assert_eq!(
        end,
        "Uden resultat\n-------------\nmarts 2024, juli 2024.\n\nKontrol af serien\n-----------------\n\
         Ingen regel er brudt.\n - MEA006, SER004 kontrolleres ikke: en tabel nævner ingen indberettende enhed.\n"
    );
    let said = page(ChartKind::Run, &reading, Lang::En);
    let begins = said.find("Without a result").expect("told");
    assert_eq!(
        said.split_at(begins).1,
        "Without a result\n----------------\nMarch 2024, July 2024.\n\nCheck of the series\n-------------------\n\
         No rule is broken.\n - MEA006, SER004 not checked: a table names no reporting unit.\n"
    );

    let years: Vec<_> =
        (2001..=2030).map(|year| format!("{year};{}\n", if year > 2025 { "4" } else { "NA" })).collect();
    let said = page(ChartKind::Run, &read(&format!("År;Dage\n{}", years.concat())), Lang::Da);
    assert!(
        said.contains(
            "\n2001, 2002, 2003, 2004, 2005, 2006, 2007, 2008, 2009, 2010, 2011, 2012 og 13 til.\n"
        ),
        "{said}"
    );
}

#[test]
fn a_table_is_of_one_indicator_by_its_name() {
    let of = |title| {
        let asked = Asked { kind: ChartKind::Run, direction: Direction::AtMost, title, target: None };
        csv::read(b"dato;antal\n2024-01;7\n", &asked).expect("read").series.indicator
    };
    assert_eq!(of("falls"), of("falls"));
    assert_ne!(of("falls"), of("sick-leave"));
}

#[test]
fn no_limit_of_days_lies_below_zero() {
    let rows: Vec<_> = (1..=12).map(|n| format!("2024-{n:02};{}\n", n % 3 * 4)).collect();
    let reading = read(&format!("Måned;Dage\n{}", rows.concat()));
    let said = page(ChartKind::I, &reading, Lang::Da);
    assert!(said.contains("Gennemsnit 4 dage, kontrolgrænser 0 og "), "{said}");
}

#[test]
fn what_the_check_found_can_stand_alone() {
    let reading = read("dato;antal\n2024-01;7\n");
    let report = check(&reading.series, &Context::new("2023-01-01".parse().expect("a day")));
    let said = text::findings(&reading.series, &report, Lang::En);
    assert!(said.starts_with("Check of the series\n"), "{said}");
}

fn notes_of_encoding(reading: &Reading) -> Vec<String> {
    notes(reading).into_iter().filter(|note| note.contains("UTF-8")).collect()
}

/// Figures with one or two decimals, none of them whole; some are missing.
fn figures() -> impl Strategy<Value = Vec<Option<Decimal>>> {
    let figure = (-9_999_i64..=9_999, 1_u8..=2)
        .prop_map(|(tens, decimals)| Decimal::new(tens * 10 + 1, decimals).expect("short"));
    prop::collection::vec(prop::option::weighted(0.9, figure), 1..40)
}

proptest! {
    /// Whatever the separator, the decimal sign, the quotes and the line ends: every figure comes back.
    #[test]
    fn what_is_written_is_read(
        figures in figures(),
        notes in prop::collection::vec("[a-zæøå ;,\"\n]{0,12}", 40),
        separator in prop::sample::select(vec![';', ',', '\t']),
        comma in any::<bool>(),
        quoted in any::<bool>(),
        end in prop::sample::select(vec!["\n", "\r\n"]),
    ) {
        let quote = |text: &str| format!("\"{}\"", text.replace('"', "\"\""));
        let mut text = ["Måned", "Værdi", "Note"].join(&separator.to_string()) + end;
        let mut expected = Vec::new();
        for (n, figure) in figures.iter().enumerate() {
            let month = format!("{}-{:02}", 2000 + n / 12, n % 12 + 1);
            let written = figure.map_or(String::new(), |figure| figure.to_string());
            expected.push(figure.map(|_| written.clone()));
            let written = if comma { written.replace('.', ",") } else { written };
            let written = if quoted || comma { quote(&written) } else { written };
            let row = [month, written, quote(&notes[n])];
            text += &(row.join(&separator.to_string()) + end);
        }
        let reading = read(&text);
        let unit = Unit::Other { name: "Værdi".into() };
        let read: Vec<_> = observed(&reading).into_iter().map(|one| one.map(|one| match one {
            Observed::Value { value: Some(value), unit: Some(of) } if of == unit => value.to_string(),
            other => panic!("{other:?}"),
        })).collect();
        prop_assert_eq!(read, expected);
        let said = notes.iter().take(figures.len()).map(|note| note.trim()).filter(|note| !note.is_empty());
        let annotations = reading.series.annotations.iter().filter_map(|one| one.text.as_ref());
        let annotated: Vec<_> = annotations.map(Text::as_str).collect();
        prop_assert_eq!(annotated, said.collect::<Vec<_>>());
    }

    /// In Windows-1252, with spaces between thousands and behind a line that says the separator, as plain Excel
    /// writes it, a table says what it says in UTF-8.
    #[test]
    fn what_plain_excel_writes_is_read_alike(
        figures in prop::collection::vec(0_u32..5_000_000, 1..30),
        notes in prop::collection::vec("[a-zæøåÆØÅéö]{0,12}", 30),
        space in prop::sample::select(vec![' ', '\u{a0}']),
        percent in prop::sample::select(vec!["", "%", " %"]),
    ) {
        let (mut plain, mut excel) = ("Måned;Værdi;Note\n".to_owned(), "sep=;\r\nMåned;Værdi;Note\r\n".to_owned());
        for (n, (figure, note)) in figures.iter().zip(&notes).enumerate() {
            let month = format!("{}-{:02}", 2000 + n / 12, n % 12 + 1);
            let mut grouped = figure.to_string();
            for at in [3, 7] {
                if let Some(at) = grouped.len().checked_sub(at).filter(|at| *at > 0) {
                    grouped.insert(at, '\'');
                }
            }
            let grouped = grouped.replace('\'', &space.to_string());
            writeln!(plain, "{month};{figure}{percent};{note}").expect("a string takes it");
            write!(excel, "{month};{grouped}{percent};{note}\r\n").expect("a string takes it");
        }
        let bytes: Vec<u8> =
            excel.chars().map(|sign| u8::try_from(u32::from(sign)).expect("of Latin-1")).collect();
        let reading = read_bytes(ChartKind::Run, &bytes, Lang::En).expect("it can be read");
        let lines = reading.series.measurements.iter().map(|one| csv::line_of(one.id));
        prop_assert!(lines.eq((3..).take(figures.len())));
        let alike = read(&plain);
        prop_assert_eq!(observed(&reading), observed(&alike));
        prop_assert_eq!(&reading.series.annotations, &alike.series.annotations);
        prop_assert_eq!(&notes_of_encoding(&reading), &["line 2 is not UTF-8; the file is read as Windows-1252"]);
    }

    /// No bytes make it panic, and whatever is refused is told in both languages.
    #[test]
    fn any_bytes_are_read_or_refused(
        text in "(dato|måned|år|\u{feff})?[;,\t](antal|tæller)[;,\t](nævner|note|x)\n([0-9a-zA\"ø,.;\r\n-]|\\PC){0,80}",
        bytes in prop::collection::vec(any::<u8>(), 0..60),
        kind in prop::sample::select(ChartKind::ALL),
    ) {
        for bytes in [text.as_bytes(), &bytes] {
            for lang in [Lang::Da, Lang::En] {
                match read_bytes(kind, bytes, lang) {
                    Ok(reading) => {
                        let _ = reading.series.chart(kind);
                        prop_assert!(reading.notes.iter().all(|note| !note.in_lang(lang).is_empty()));
                    }
                    Err(refusals) => prop_assert!(!refusals.is_empty()),
                }
            }
        }
    }
}

/// A table of 30,000 columns and as many rows, of which each has one or two cells: read in no time if each cell is looked at
/// once, and not at all if each column looks for its cells.
#[test]
fn a_wide_table_is_gone_through_once() {
    let columns = 30_000;
    let heading = format!("Måned;Antal{}", ";".repeat(columns));
    let rows = "2024-01\n".repeat(columns);
    assert!(refused(&format!("{heading}\n{rows}")).len() < columns * 2);

    let names = ";kolonne".repeat(columns);
    let rows = "2024-01;4\n".repeat(columns);
    assert!(refused(&format!("Måned{names}\n{rows}")).len() < columns * 2);
}
