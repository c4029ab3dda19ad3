//! An overview of many charts.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{Chart, ChartData, ChartKind, Figure, Overview, Scale};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::figure::{Decimal, Direction, Unit};

use crate::made::day;

fn counts(title: &str, direction: Direction, counts: &[u64], target: Option<i32>) -> Chart {
    let data = ChartData::counts(direction, counts.iter().copied())
        .with_title(title)
        .with_interval(Interval::Month, day("2024-01-01").expect("a day"));
    let data = match target {
        Some(target) => data.with_target(Decimal::from_integer(target)),
        None => data,
    };
    data.chart(ChartKind::Run).expect("a chart")
}

const SHIFT: [u64; 24] = [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8, 5, 4, 6, 5, 3, 7, 4, 6, 5, 4, 7, 3];

/// The cells of each row, without signs and pictures, as a screen reader says them.
fn rows(html: &str) -> Vec<Vec<String>> {
    let (_, page) = html.split_once('\n').expect("a doctype");
    let document = roxmltree::Document::parse(page).expect("well-formed");
    let rows = document.descendants().filter(|node| node.attribute("role") == Some("row"));
    let said = |cell: roxmltree::Node<'_, '_>| {
        let texts = cell.descendants().filter(roxmltree::Node::is_text);
        let heard = texts.filter(|text| text.ancestors().all(|node| node.attribute("aria-hidden").is_none()));
        heard
            .filter_map(|text| text.text())
            .map(str::trim)
            .filter(|text| !text.is_empty())
            .collect::<Vec<_>>()
            .join(" | ")
    };
    rows.map(|row| row.children().filter(roxmltree::Node::is_element).map(said).collect()).collect()
}

#[test]
fn each_chart_has_its_row_in_the_order_given() {
    let better = counts("Fald", Direction::AtMost, &SHIFT, Some(6));
    let worse = counts("Besøg", Direction::AtLeast, &SHIFT, Some(8));
    let few = counts("Klager <nye>", Direction::AtMost, &[3, 2], None);
    let suppressed = [Figure::Count(9), Figure::Suppressed { below: Some(5) }];
    let suppressed =
        ChartData::of(Direction::AtMost, Scale::Count, suppressed).with_title("Skjult").chart(ChartKind::Run);
    let suppressed = suppressed.expect("a chart");
    let empty =
        ChartData::values(Direction::AtMost, Unit::Days, [0.0; 0]).chart(ChartKind::Run).expect("a chart");
    let overview = Overview::of([&better, &worse, &few, &suppressed, &empty]).with_title("Bosted & <Nord>");
    let html = overview.html();
    assert_eq!(html, overview.html());
    assert!(html.contains("<h1>Bosted &amp; &lt;Nord&gt;</h1>"));
    assert!(html.contains(
        "<p>5 indikatorer: 1 med tegn på forbedring, 1 med tegn på forværring, 3 med for få målinger. Målet er nået for \
         1 af 2, og fastholdt for 1 af dem.</p>"
    ));
    let long = "usædvanligt lang serie og usædvanligt få kryds";
    let expected = [
        ["Indikator", "Forløb", "Seneste tal", "Variation", "Mål"],
        [
            "Fald | Antal, lavere er bedre",
            "januar 2024 – december 2025, 24 målinger",
            "3 | december 2025",
            &format!("tegn på forbedring | {long}"),
            "nået og fastholdt | højst 6; 10 af de seneste 12 når det",
        ],
        [
            "Besøg | Antal, højere er bedre",
            "januar 2024 – december 2025, 24 målinger",
            "3 | december 2025",
            &format!("tegn på forværring | {long}"),
            "ikke nået i seneste måling | mindst 8; 0 af de seneste 12 når det",
        ],
        [
            "Klager <nye> | Antal, lavere er bedre",
            "januar 2024 – februar 2024, 2 målinger",
            "2 | februar 2024",
            "for få målinger | 2, og der skal være 12",
            "intet mål",
        ],
        [
            "Skjult | Antal, lavere er bedre",
            "2 målinger",
            "9 | måling 1 | måling 2: skjult tal (under\u{a0}5)",
            "for få målinger | 1, og der skal være 12",
            "intet mål",
        ],
        [
            "Måleserie uden titel | Dage, lavere er bedre",
            "0 målinger",
            "intet tal",
            "for få målinger",
            "intet mål",
        ],
    ];
    assert_eq!(rows(&html), expected);
}

#[test]
fn a_run_that_has_ended_is_a_change_and_no_direction() {
    let ended = [SHIFT.as_slice(), &[9, 3, 10, 4, 8, 2]].concat();
    let chart = counts("Falls", Direction::AtMost, &ended, None);
    let html = Overview::of([&chart]).with_lang(Lang::En).html();
    let row = rows(&html).pop().expect("a row");
    assert_eq!(
        row.get(3).map(String::as_str),
        Some("sign of a change | unusually long run and unusually few crossings")
    );
    assert!(html.contains("<p>1 indicator: 1 with a sign of a change.</p>"));
}

#[test]
fn two_hundred_charts_and_none_are_pages() {
    let chart = counts("Falls", Direction::AtMost, &SHIFT, Some(6));
    let html = Overview::of(core::iter::repeat_n(&chart, 200)).with_lang(Lang::En).html();
    assert_eq!(rows(&html).len(), 201);
    assert!(!html.contains(" id=\"") && html.len() < 2_000_000, "{}", html.len());
    let none = Overview::of([]).html();
    assert!(none.contains("<p>0 indikatorer.</p>") && !none.contains("<table"));
}
