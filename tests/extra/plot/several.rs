//! Several series in one picture.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{
    Chart, ChartData, ChartKind, ChartSettings, NotTogether, Order, PlotOptions, svg_of_several,
};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::figure::{Direction, Unit};

use crate::made::day;
use crate::sound::check;

fn dated(title: &str, start: f64, points: u32) -> Chart {
    let figures = (0..points).map(|n| start + f64::from(n * 7 % 5));
    ChartData::values(Direction::AtMost, Unit::Days, figures)
        .with_title(title)
        .with_interval(Interval::Month, day("2024-01-01").expect("a day"))
        .chart(ChartKind::Run)
        .expect("a chart")
}

#[test]
fn each_series_has_its_name_at_its_end_and_in_the_legend() {
    let (north, south) = (dated("Nord", 30.0, 14), dated("<Syd> & co", 45.0, 9));
    let options = PlotOptions { lang: Lang::En, ..PlotOptions::default() };
    let svg = svg_of_several(&[&north, &south], &options).expect("a picture");
    check(&svg, &options);
    assert_eq!(svg, svg_of_several(&[&north, &south], &options).expect("the same"));
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let texts: Vec<&str> = document
        .descendants()
        .filter(|node| node.has_tag_name("text"))
        .filter_map(|node| node.text())
        .collect();
    assert_eq!(
        texts.get(..4),
        Some(["Nord, <Syd> & co", "Run chart of 2 series", "Days", "lower is better"].as_slice())
    );
    let labels = texts.get(texts.len().saturating_sub(7)..).expect("labels");
    assert_eq!(
        labels,
        [
            "<Syd> & co",
            "46\u{a0}days",
            "Nord",
            "31\u{a0}days",
            "Nord: median 32\u{a0}days; random variation only",
            "<Syd> & co: median 47\u{a0}days; too few points to tell: 9, and 12 are needed",
            "thin line: the centre line",
        ]
    );
}

#[test]
fn eight_long_names_find_room_in_a_narrow_picture() {
    let charts: Vec<Chart> = (0..8)
        .map(|n| dated(&format!("Ventetid til første samtale, afdeling {n}"), f64::from(n) * 5.0, 24))
        .collect();
    let charts: Vec<&Chart> = charts.iter().collect();
    let options = PlotOptions { width: 360, height: 800, ..PlotOptions::default() };
    check(&svg_of_several(&charts, &options).expect("a picture"), &options);
}

#[test]
fn what_makes_no_sense_together_is_refused_in_words() {
    let options = PlotOptions::default();
    let first = dated("Nord", 30.0, 14);
    let refused = |charts: &[&Chart]| {
        let error = svg_of_several(charts, &options).expect_err("no picture");
        (error, error.message(Lang::Da), error.to_string())
    };
    let of = |error, danish: &str, english: &str| (error, danish.to_owned(), english.to_owned());
    assert_eq!(refused(&[]), of(NotTogether::NoCharts, "der er ingen diagrammer", "there are no charts"));
    assert_eq!(
        refused(&[&first; 9]),
        of(
            NotTogether::TooMany { charts: 9, most: 8 },
            "9 serier kan ikke skelnes i ét billede, højst 8",
            "9 series cannot be told apart in one picture, at most 8"
        )
    );
    let falls = ChartData::counts(Direction::AtMost, [4, 6]).chart(ChartKind::Run).expect("a chart");
    assert_eq!(
        refused(&[&first, &first, &falls]),
        of(
            NotTogether::OtherScale { index: 2 },
            "diagram 3 har en anden enhed end diagram 1 og kan ikke stå på samme akse",
            "chart 3 has another unit than chart 1 and cannot share its axis"
        )
    );
    let data = ChartData::values(Direction::AtMost, Unit::Days, [4.0, 6.0, 5.0]);
    let undated = data.clone().chart(ChartKind::Run).expect("a chart");
    assert_eq!(
        refused(&[&first, &undated]),
        of(
            NotTogether::OtherTime { index: 1 },
            "diagram 2 kan ikke dele tidsakse med diagram 1: kun det ene har datoer",
            "chart 2 cannot share a time axis with chart 1: only one of them has dates"
        )
    );
    let ranges = data.clone().chart(ChartKind::MovingRange).expect("a chart");
    assert_eq!(
        refused(&[&undated, &ranges]),
        of(
            NotTogether::OtherMeasure { index: 1 },
            "diagram 2 viser ikke det samme som diagram 1: det ene viser niveauet, det andet variationen",
            "chart 2 does not show the same as chart 1: one shows the level, the other the variation"
        )
    );
    let settings = ChartSettings { order: Order::None, ..ChartSettings::default() };
    let aside = data.chart_with(ChartKind::I, settings).expect("a chart");
    assert_eq!(
        refused(&[&undated, &aside]),
        of(
            NotTogether::SideBySide { index: 1 },
            "diagram 2 viser målinger side om side og ikke et forløb over tid",
            "chart 2 shows measurements side by side, and not over time"
        )
    );
}
