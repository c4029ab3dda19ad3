//! Charts as pictures: four kept ones, and what holds of every picture.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_precision_loss,
    clippy::expect_used,
    clippy::panic,
    clippy::string_slice,
    reason = "a test that does not hold may stop here"
)]

use chrono::{Days, NaiveDate};
use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{ChartKind, PlotOptions};
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::date::{PartialDate, Period};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::series::{Annotation, Exclusion, MeasurementSeries, Occasion, Phase, TargetLine};
use kvalitetsmodel::text::Text;
use proptest::prelude::*;

fn id(number: usize) -> Id<Measurement> {
    Id::from_u128(1 + number as u128)
}

fn series(direction: Direction, title: &str) -> MeasurementSeries {
    let mut series = MeasurementSeries::new(Id::from_u128(7), direction);
    series.title = Some(title.into());
    series.interval = Some(Interval::Month);
    series
}

fn measured(number: usize, period: Period, observed: Option<Observed>) -> Measurement {
    Measurement { period: Some(period), observed, ..Measurement::new(id(number)) }
}

/// One a month, from January of the year.
fn months(year: i32, observed: impl IntoIterator<Item = Option<Observed>>) -> Vec<Measurement> {
    let months = (0_i32..).zip(observed).map(|(n, observed)| {
        let month = PartialDate::of_month(year + n / 12, n.unsigned_abs() % 12 + 1).expect("a month");
        measured(usize::try_from(n).expect("a number"), month.into(), observed)
    });
    months.collect()
}

fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

fn annotation(on: &str, occasion: Occasion, text: &str) -> Annotation {
    Annotation { on: on.parse().expect("a date"), occasion, text: Some(text.into()) }
}

fn target(from: Option<NaiveDate>, value: i32, unit: Unit) -> TargetLine {
    TargetLine { from, value: Decimal::from_integer(value), unit, target_figure: None }
}

const CYCLE: Occasion = Occasion::Cycle { id: Some(Id::from_u128(9)) };

/// Shares of wholes that vary, with everything that can happen along the way.
fn shares() -> MeasurementSeries {
    let mut series = series(Direction::AtLeast, "Borgere med opdateret risikovurdering");
    let parts = [24, 7, 12, 14, 20, 6, 40, 18, 19, 0, 0, 14, 27, 9, 60, 18, 28, 7, 55, 18, 30, 10, 61, 17];
    let wholes = [40, 12, 80, 25].into_iter().cycle();
    series.measurements = months(
        2023,
        parts
            .into_iter()
            .zip(wholes)
            .map(|(part, whole)| (part > 0).then_some(Observed::of_share(part, whole))),
    );
    series.targets = vec![target(None, 65, Unit::Percent), target(day("2024-01-01"), 80, Unit::Percent)];
    series.annotations = vec![
        annotation("2023-05", CYCLE, "Test af tjekliste på én afdeling"),
        annotation(
            "2023-09-15",
            Occasion::Action { id: None },
            "Undervisning i risikovurdering for alle medarbejdere",
        ),
        annotation("2024-01-01", Occasion::NewWayOfMeasuring, "Opgøres nu i journalsystemet"),
        annotation("2024-06", Occasion::Event, "Flytning af afdelingen"),
    ];
    series.exclusions = vec![Exclusion { measurement: id(17), reason: None }];
    series
}

/// Waiting days in two phases, the second with a baseline.
fn days() -> MeasurementSeries {
    let mut series = series(
        Direction::AtMost,
        "Gennemsnitlig ventetid fra henvisning til første samtale på alle afdelinger, opgjort månedligt ud fra \
         journalsystemets registreringer af modtagelse og første fremmøde",
    );
    let tenths = [
        325, 337, 288, 327, 331, 313, 294, 313, 287, 287, 323, 321, 372, 290, 219, 236, 246, 285, 252, 221,
        193, 234, 262, 242, 224, 194, 203, 212, 214, 223, 200, 179, 158, 218, 214, 197,
    ];
    let figure = |tenths| Observed::of_value(Decimal::new(tenths, 1).expect("a figure"), Unit::Days);
    series.measurements = months(2022, tenths.map(|tenths| Some(figure(tenths))));
    series.phases = vec![
        Phase { label: Some("Før ændringen".into()), ..Phase::default() },
        Phase {
            from: day("2023-03-01"),
            label: Some("Ny procedure for visitation på alle afdelinger".into()),
            baseline_until: day("2024-02-28"),
            ..Phase::default()
        },
    ];
    series.targets = vec![target(None, 21, Unit::Days)];
    series.annotations =
        vec![annotation("2023-02-10", Occasion::Action { id: None }, "Besluttet i ledergruppen")];
    series
}

#[track_caller]
fn kept(name: &str, series: &MeasurementSeries, kind: ChartKind, options: &PlotOptions) {
    let chart = series.chart(kind).expect("a chart");
    let svg = chart.svg(options);
    check(&svg, options);
    let file = format!("{}/../pictures/{name}.svg", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, &svg).expect("tests/pictures");
    }
    let before = std::fs::read_to_string(&file).expect("tests/pictures");
    assert!(svg == before, "{name}.svg has changed: bash .ci/bless, and look at it");
}

#[test]
fn the_pictures_are_as_they_were_looked_at() {
    let danish = PlotOptions::default();
    kept("p", &shares(), ChartKind::P, &danish);
    kept("i", &days(), ChartKind::I, &danish);
    let small = PlotOptions {
        lang: Lang::En,
        width: 480,
        height: 400,
        title: Some("Falls".into()),
        ..PlotOptions::default()
    };
    let mut falls = series(Direction::AtMost, "Fald");
    falls.measurements = months(2024, [4, 6, 5, 3, 7].map(|count| Some(Observed::of_count(count))));
    kept("run", &falls, ChartKind::Run, &small);
    kept("small", &shares(), ChartKind::P, &PlotOptions { width: 400, height: 320, ..danish.clone() });
    kept("nothing", &series(Direction::AtLeast, "Fald"), ChartKind::C, &danish);
}

/// The numbers of a path that has the commands M, L, H, V and Z, as places.
fn places(path: &str) -> Vec<(f64, f64)> {
    let (mut places, mut at) = (Vec::new(), (0.0, 0.0));
    let starts = path.match_indices(|letter: char| letter.is_ascii_alphabetic()).map(|(start, _)| start);
    let ends = starts.clone().skip(1).chain([path.len()]);
    for (start, end) in starts.zip(ends) {
        let (command, numbers) = path[start..end].split_at(1);
        let numbers: Vec<f64> =
            numbers.split_whitespace().map(|number| number.parse().expect("a number")).collect();
        match (command, numbers.as_slice()) {
            ("M" | "L", [x, y]) => at = (*x, *y),
            ("H", [x]) => at.0 = *x,
            ("V", [y]) => at.1 = *y,
            ("Z", []) => {}
            _ => panic!("{path}"),
        }
        places.push(at);
    }
    places
}

/// What holds of every picture: it is XML, has its title and description, and nothing leaves it.
#[track_caller]
fn check(svg: &str, options: &PlotOptions) {
    let document = roxmltree::Document::parse(svg).expect("XML");
    let root = document.root_element();
    let (width, height) =
        (f64::from(options.width.clamp(400, 4000)), f64::from(options.height.clamp(320, 4000)));
    let drawn: f64 = root.attribute("height").and_then(|height| height.parse().ok()).expect("a height");
    let most = if height < 500.0 { 560.0 } else { height };
    assert!((height..=most).contains(&drawn), "{drawn} for {height}");
    assert_eq!(root.attribute("viewBox"), Some(format!("0 0 {width} {drawn}").as_str()));
    let height = drawn;
    assert_eq!(root.attribute("role"), Some("img"));
    for named in root.attribute("aria-labelledby").expect("names").split(' ') {
        let element = root.children().find(|child| child.attribute("id") == Some(named)).expect("a name");
        assert!(element.text().is_some_and(|text| !text.trim().is_empty()), "{named}");
    }
    for element in root.descendants().filter(roxmltree::Node::is_element) {
        let number = |name: &str| element.attribute(name).map(|text| text.parse::<f64>().expect("a number"));
        for attribute in element.attributes() {
            if let Ok(number) = attribute.value().parse::<f64>() {
                assert!(number.is_finite(), "{}: {number}", attribute.name());
                assert!(!attribute.value().starts_with("-0"), "{}", attribute.value());
            }
        }
        let mut reached = places(element.attribute("d").unwrap_or_default());
        for (x, y) in [("x", "y"), ("cx", "cy")] {
            reached.extend(number(x).zip(number(y)));
        }
        if element.has_tag_name("text") {
            let letters =
                element.text().unwrap_or_default().chars().filter(char::is_ascii_alphanumeric).count();
            // Few fonts have narrower letters on average.
            let long = letters as f64 * number("font-size").expect("a size") * 0.45;
            let (before, after) = match element.attribute("text-anchor") {
                Some("middle") => (long / 2.0, long / 2.0),
                Some("end") => (long, 0.0),
                _ => (0.0, long),
            };
            let (x, y) = (number("x").expect("x"), number("y").expect("y"));
            reached.extend([(x - before, y), (x + after, y)]);
        }
        for (x, y) in reached {
            assert!((0.0..=width).contains(&x) && (0.0..=height).contains(&y), "{x} {y} in {element:?}");
        }
    }
}

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

fn observed(kind: u8) -> BoxedStrategy<Observed> {
    let decimal = (-999_999_999_999_999_999..=999_999_999_999_999_999_i64, 0..=9_u8)
        .prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals).expect("in range"));
    let near = (-50..50_i64).prop_map(|tenths| Decimal::new(tenths, 1).expect("in range"));
    let unit =
        if kind.is_multiple_of(2) { Unit::Days } else { Unit::Other { name: "kr. <pr. døgn>".into() } };
    match kind {
        0 => (0..30_u64).prop_map(Observed::of_count).boxed(),
        1 => any::<u64>().prop_map(Observed::of_count).boxed(),
        2 => (0..20_u64, 20..60_u64).prop_map(|(part, whole)| Observed::of_share(part, whole)).boxed(),
        3 => {
            prop_oneof![decimal, near].prop_map(move |value| Observed::of_value(value, unit.clone())).boxed()
        }
        4 => (any::<u64>(), 1..1_000_000_i64)
            .prop_map(move |(events, billionths)| {
                let exposure = Decimal::new(billionths, 9).expect("in range");
                Observed::of_rate(events, exposure, unit.clone())
            })
            .boxed(),
        _ => prop::collection::vec(near, 0..5)
            .prop_map(move |values| Observed::of_subgroup(values, unit.clone()))
            .boxed(),
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        8 => (738_000..741_000_i32).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).expect("a day")),
        1 => (-96_465_000..96_465_000_i32).prop_filter_map("a day", NaiveDate::from_num_days_from_ce_opt),
        1 => prop_oneof![Just(NaiveDate::MIN), Just(NaiveDate::MAX)],
    ]
}

fn some_text() -> impl Strategy<Value = Option<Text>> {
    prop::option::of(prop_oneof![any::<String>(), "[ a-zæøåÆØÅ0-9<&\"]{0,300}"].prop_map(Text::from))
}

fn any_series() -> impl Strategy<Value = MeasurementSeries> {
    let interval = prop::option::of(prop_oneof![
        Just(Interval::Day),
        Just(Interval::Week),
        Just(Interval::Month),
        Just(Interval::Quarter),
        Just(Interval::Year),
        Just(Interval::ByEvent),
    ]);
    let points = (0..6_u8).prop_flat_map(|kind| {
        prop::collection::vec((any_day(), 0..400_u64, prop::option::weighted(0.9, observed(kind))), 0..60)
    });
    let phase =
        (any_day(), some_text(), prop::option::of(any_day())).prop_map(|(from, label, baseline_until)| {
            Phase { from: Some(from), label, baseline_until, ..Phase::default() }
        });
    let target =
        (prop::option::of(any_day()), -100..200_i32, any::<bool>()).prop_map(|(from, value, percent)| {
            target(from, value, if percent { Unit::Percent } else { Unit::Count })
        });
    let occasion = prop_oneof![
        Just(CYCLE),
        Just(Occasion::Action { id: None }),
        Just(Occasion::NewWayOfMeasuring),
        Just(Occasion::Event)
    ];
    let on = (1..=9999_i32, 1..=12_u32, any::<bool>()).prop_filter_map("a month", |(year, month, near)| {
        PartialDate::of_month(if near { 2020 + year % 10 } else { year }, month)
    });
    let annotation =
        (on, occasion, some_text()).prop_map(|(on, occasion, text)| Annotation { on, occasion, text });
    (
        any::<bool>(),
        some_text(),
        interval,
        points,
        prop::collection::vec(phase, 0..5),
        prop::collection::vec(target, 0..5),
        prop::collection::vec(annotation, 0..30),
    )
        .prop_map(|(more, title, interval, points, phases, targets, annotations)| {
            let direction = if more { Direction::AtLeast } else { Direction::AtMost };
            let mut series = MeasurementSeries::new(Id::from_u128(7), direction);
            let mut measurements = Vec::new();
            for (n, (start, days, observed)) in points.into_iter().enumerate() {
                let end = start.checked_add_days(Days::new(days)).unwrap_or(start);
                measurements.push(measured(n, Period { start, end }, observed));
                if n % 7 == 3 {
                    series.exclusions.push(Exclusion { measurement: id(n), reason: None });
                }
            }
            MeasurementSeries { title, interval, measurements, phases, targets, annotations, ..series }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    /// Whatever the series, each picture that it has is sound, and the order of the draft does not show.
    #[test]
    fn every_series_has_sound_pictures(
        (series, shuffled) in any_series().prop_flat_map(|series| {
            let measurements = Just(series.measurements.clone()).prop_shuffle();
            (Just(series), measurements)
        }),
        width in prop_oneof![any::<u32>(), 400..2000_u32],
        height in prop_oneof![any::<u32>(), 320..1000_u32],
        danish in any::<bool>(),
    ) {
        let lang = if danish { Lang::Da } else { Lang::En };
        let options = PlotOptions { lang, width, height, ..PlotOptions::default() };
        let shuffled = MeasurementSeries { measurements: shuffled, ..series.clone() };
        for kind in ChartKind::ALL {
            let Ok(chart) = series.chart(*kind) else { continue };
            let svg = chart.svg(&options);
            check(&svg, &options);
            let again = shuffled.chart(*kind).expect("the same chart").svg(&options);
            prop_assert!(svg == again, "{kind}");
        }
    }
}
