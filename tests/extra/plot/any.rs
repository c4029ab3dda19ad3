//! What holds of the pictures of any series.

use chrono::{Days, NaiveDate};
use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{Chart, ChartData, ChartKind, Figure, Overview, PlotOptions, svg_of_several};
use kvalitetsmodel::date::{Interval, PartialDate, Period};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::series::{Annotation, Exclusion, MeasurementSeries, Occasion, Phase};
use kvalitetsmodel::text::Text;
use proptest::prelude::*;

use crate::made::{CYCLE, id, measured, target};
use crate::sound::{check, check_page};

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

/// The data of a chart, of which some figures are suppressed or have no result.
fn with_gaps(chart: &Chart) -> ChartData {
    let mut data = chart.data().clone();
    for (n, point) in (0_u64..).zip(&mut data.points) {
        match n % 11 {
            2 => point.figure = Figure::NoResult,
            4 => point.figure = Figure::Suppressed { below: None },
            5 => point.figure = Figure::Suppressed { below: Some(n) },
            7 => point.figure = Figure::Suppressed { below: Some(u64::MAX) },
            _ => {}
        }
    }
    data
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
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Whatever the series, each picture that it has is sound, and the order of the draft does not show.
    #[test]
    fn every_series_has_sound_pictures(
        (series, shuffled) in any_series().prop_flat_map(|series| {
            let measurements = Just(series.measurements.clone()).prop_shuffle();
            (Just(series), measurements)
        }),
        width in prop_oneof![any::<u32>(), 320..2000_u32],
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
            if let Ok(chart) = with_gaps(&chart).chart(*kind) {
                check(&chart.svg(&options), &options);
                check_page(&Overview::of([&chart, &chart]).with_lang(lang).html());
                if let Ok(several) = svg_of_several(&[&chart, &chart, &chart], &options) {
                    check(&several, &options);
                }
            }
        }
    }
}
