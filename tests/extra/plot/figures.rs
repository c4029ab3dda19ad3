//! What a picture writes: figures, units, dates, and the words of people.

use chrono::Days;
use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{ChartData, ChartKind, ChartSettings, Figure, Order, PlotOptions, Scale};
use kvalitetsmodel::date::{Interval, Period};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::series::Phase;

use crate::made::{day, days, measured, series, shares};
use crate::sound::check;

#[test]
fn a_thousand_points_take_no_more_than_their_room() {
    let first = day("2022-01-01").expect("a day");
    let mut series = series(Direction::AtLeast, "Daglig trivsel");
    series.interval = Some(Interval::Day);
    series.measurements = (0..1000_u64)
        .map(|n| {
            let day = first + Days::new(n);
            let observed = Observed::of_share(n * 7919 % 13, 13 + n % 5);
            measured(usize::try_from(n).expect("small"), Period { start: day, end: day }, Some(observed))
        })
        .collect();
    let options = PlotOptions { width: 1600, height: 600, ..PlotOptions::default() };
    for kind in [ChartKind::Run, ChartKind::P] {
        let svg = series.chart(kind).expect("a chart").svg(&options);
        check(&svg, &options);
        assert!(svg.len() < 200_000, "{kind}: {}", svg.len());
    }
}

#[test]
fn what_people_wrote_stays_text() {
    let mut series = shares();
    let wild = "<script>alert(\"x\")</script> & ' \u{0}\u{7}\u{202e}\u{ffff}]]>";
    series.title = Some(wild.into());
    series.annotations.iter_mut().for_each(|one| one.text = Some(wild.into()));
    series.phases = vec![Phase { label: Some(wild.into()), ..Phase::default() }];
    let svg = series.chart(ChartKind::P).expect("a chart").svg(&PlotOptions::default());
    check(&svg, &PlotOptions::default());
    assert!(!svg.contains("<script") && !svg.contains('\u{202e}'));
}

/// What stands in the picture, text by text.
fn texts(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let texts = document.descendants().filter(|node| node.has_tag_name("text"));
    texts
        .filter(|text| text.attribute("aria-hidden").is_none())
        .filter_map(|text| text.text())
        .map(String::from)
        .collect()
}

/// The horizontal place of each plain point.
fn points(svg: &str) -> Vec<String> {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let points = document.descendants().filter(|node| node.has_tag_name("circle"));
    points.filter_map(|point| point.attribute("cx")).map(String::from).collect()
}

#[test]
fn large_figures_are_grouped_and_bear_their_units() {
    let unit = Unit::Other { name: "kr. pr. borger pr. måned".into() };
    let data = ChartData::values(Direction::AtMost, unit, [13_423_127.0, 12_423_127.0, 14_999_999.0])
        .with_title("Udgift")
        .with_target(Decimal::from_integer(12_500_000));
    let chart = data.chart(ChartKind::Run).expect("a chart");
    let danish = texts(&chart.svg(&PlotOptions::default()));
    assert_eq!(
        danish,
        [
            "Udgift",
            "Seriediagram: for få målinger til at sige noget: 3, og der skal være 12",
            "Kr. pr. borger pr. måned",
            "lavere er bedre",
            "12.000.000",
            "12.500.000",
            "13.000.000",
            "13.500.000",
            "14.000.000",
            "14.500.000",
            "15.000.000",
            "15.500.000",
            "1",
            "2",
            "3",
            "13.423.127",
            "kr.\u{a0}pr.\u{a0}borger\u{a0}pr.\u{a0}måned",
            "median",
            "≤\u{a0}12.500.000",
            "kr.\u{a0}pr.\u{a0}borger\u{a0}pr.\u{a0}måned",
            "mål",
        ]
    );
    let english = PlotOptions { lang: Lang::En, width: 360, ..PlotOptions::default() };
    let english = texts(&chart.svg(&english));
    let ends = english.get(english.len().saturating_sub(6)..).expect("labels");
    assert_eq!(
        ends,
        [
            "13,423,127",
            "kr.\u{a0}pr.\u{a0}borge…",
            "median",
            "≤\u{a0}12,500,000",
            "kr.\u{a0}pr.\u{a0}borge…",
            "target"
        ]
    );
}

#[test]
fn a_day_stands_for_its_month() {
    let data = ChartData::values(Direction::AtMost, Unit::Days, [62.0, 60.0, 64.0]);
    let by_month = data.clone().with_interval(Interval::Month, day("2024-04-01").expect("a day"));
    let ends = ["2024-04-30", "2024-05-31", "2024-06-28"].map(|end| day(end).expect("a day"));
    let by_day = data.with_periods(Some(Interval::Month), ends.map(|end| Period { start: end, end }));
    let picture = |data: ChartData| data.chart(ChartKind::Run).expect("a chart").svg(&PlotOptions::default());
    let (by_month, by_day) = (picture(by_month), picture(by_day));
    assert_eq!(points(&by_day), points(&by_month));
    assert_eq!(texts(&by_day), texts(&by_month));
    assert!(texts(&by_day).contains(&String::from("62\u{a0}dage median")));
}

#[test]
fn two_days_of_one_month_keep_their_places() {
    let days = ["2024-04-02", "2024-04-28", "2024-05-31"].map(|day| self::day(day).expect("a day"));
    let data = ChartData::counts(Direction::AtMost, [3, 4, 5])
        .with_periods(Some(Interval::Month), days.map(|day| Period { start: day, end: day }));
    let svg = data.chart(ChartKind::Run).expect("a chart").svg(&PlotOptions::default());
    let places = points(&svg);
    assert_eq!(places.len(), 3);
    assert_ne!(places.first(), places.get(1));
}

#[test]
fn what_is_not_a_figure_has_a_mark_and_words_of_its_own() {
    let figures = [
        Figure::Count(9),
        Figure::Suppressed { below: Some(5) },
        Figure::Missing,
        Figure::NoResult,
        Figure::Suppressed { below: None },
        Figure::Count(7),
    ];
    let data = ChartData::of(Direction::AtMost, Scale::Count, figures)
        .with_title("Magtanvendelser")
        .with_interval(Interval::Month, day("2024-01-01").expect("a day"));
    let chart = data.chart(ChartKind::Run).expect("a chart");
    let options = PlotOptions::default();
    let svg = chart.svg(&options);
    check(&svg, &options);
    let legend = ["resultat ikke oplyst", "intet resultat", "skjult tal", "skjult tal (under\u{a0}5)"];
    assert!(texts(&svg).ends_with(&legend.map(String::from)), "{:?}", texts(&svg));
    assert!(svg.contains("\nSkjulte tal: februar 2024 (under\u{a0}5), maj 2024.</desc>"));
    let document = roxmltree::Document::parse(&svg).expect("XML");
    let bars = document.descendants().filter(|node| node.attribute("stroke-dasharray") == Some("2 2"));
    let [bar, _] = bars.collect::<Vec<_>>()[..] else { panic!("one in the picture and one in the legend") };
    let number =
        |name: &str| bar.attribute(name).and_then(|text| text.parse::<f64>().ok()).expect("a number");
    // From zero, at the foot of the bar, up to five: half-way between the ticks 4 and 6.
    let tick = |label: &str| {
        let text =
            document.descendants().find(|node| node.has_tag_name("text") && node.text() == Some(label));
        text.and_then(|text| text.attribute("y")).and_then(|y| y.parse::<f64>().ok()).expect("a tick") - 4.0
    };
    assert!((number("y") - f64::midpoint(tick("4"), tick("6"))).abs() < 0.02, "{bar:?}");
    assert!((number("y") + number("height") - tick("0")).abs() < 0.02, "{bar:?}");
}

#[test]
fn points_side_by_side_have_no_line_between_them() {
    let data = ChartData::shares(Direction::AtLeast, [(15, 20), (17, 21), (9, 19)]).with_title("Afdelinger");
    let of = |order| {
        let settings = ChartSettings { order, ..ChartSettings::default() };
        data.clone().chart_with(ChartKind::P, settings).expect("a chart").svg(&PlotOptions::default())
    };
    let lines = |svg: &str| svg.matches(r##"stroke="#0072b2" stroke-width="1.4""##).count();
    assert_eq!((lines(&of(Order::Time)), lines(&of(Order::None))), (1, 0));
}

#[test]
fn ids_come_from_the_content_or_from_the_caller() {
    let ids = |svg: &str| {
        let document = roxmltree::Document::parse(svg).expect("XML");
        let ids = document.descendants().filter_map(|node| node.attribute("id").map(String::from));
        ids.collect::<Vec<_>>()
    };
    let (one, other) = (shares(), days());
    let options = PlotOptions::default();
    let mut all = Vec::new();
    for (series, kind) in [(&one, ChartKind::P), (&one, ChartKind::Run), (&other, ChartKind::I)] {
        let chart = series.chart(kind).expect("a chart");
        assert_eq!(chart.svg(&options), chart.svg(&options));
        all.extend(ids(&chart.svg(&options)));
        all.extend(ids(&chart.svg(&PlotOptions { lang: Lang::En, ..options.clone() })));
    }
    let mut unique = all.clone();
    unique.sort();
    unique.dedup();
    assert_eq!((all.len(), unique.len()), (12, 12));

    let named = PlotOptions { id_prefix: Some("ward \"3\"".into()), ..options };
    assert_eq!(ids(&one.chart(ChartKind::P).expect("a chart").svg(&named)), ["ward3-title", "ward3-desc"]);
}
