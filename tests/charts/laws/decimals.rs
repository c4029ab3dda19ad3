//! What is exact in the data is compared exactly: a power of ten changes no flag.

use kvalitetsmodel::chart::{Chart, ChartData, ChartKind, DataPhase, Figure, Number, Scale};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use proptest::prelude::*;

use super::holds;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn has_signal(chart: &Chart) -> bool {
    chart.phases().iter().any(|phase| phase.has_run_signal() || phase.beyond_limits() > 0)
}

#[test]
fn a_share_lies_on_its_own_percentage() {
    // 7 of 125 are 5.6 percent, and so are the thousand percentages with one decimal.
    for tenths in 0..=1000_u32 {
        let percent = Decimal::new(i64::from(tenths), 1).expect("a decimal");
        for kind in
            [ChartKind::Run, ChartKind::I, ChartKind::P, ChartKind::PPrime, ChartKind::U, ChartKind::IPrime]
        {
            let mut data = ChartData::shares(Direction::AtMost, [(u64::from(tenths), 1000); 12]);
            if tenths == 56 {
                data = ChartData::shares(Direction::AtMost, [(7, 125); 12]);
            }
            data.phases.push(DataPhase { centre: Some(percent.into()), ..DataPhase::default() });
            let chart = data.chart(kind).expect("a chart");
            assert_eq!(chart.phases()[0].runs().useful(), 0, "{kind} {percent}");
        }
    }
}

#[test]
fn tenths_are_tenths() {
    let values = [["1.1", "1.3"].repeat(6), ["1.2"].repeat(9)].concat().into_iter().map(decimal);
    for kind in [ChartKind::Run, ChartKind::I, ChartKind::IPrime] {
        let mut data = ChartData::values(Direction::AtMost, Unit::Days, values.clone());
        data.phases.push(DataPhase { baseline: Some(12), ..DataPhase::default() });
        let chart = data.chart(kind).expect("a chart");
        assert!(!has_signal(&chart), "{kind}: {:?}", chart.phases()[0].runs());
        assert_eq!(chart.phases()[0].runs().useful(), 12, "{kind}");
        assert_eq!(chart.points()[0].lines().centre(), Some(1.2), "{kind}");
    }
    // Subgroups of tenths, and rates over tenths of a day.
    let subgroups =
        ["1.1", "1.3", "1.2"].into_iter().cycle().take(24).map(|_| ["1.1", "1.2", "1.3"].map(decimal));
    let chart = ChartData::subgroups(Direction::AtMost, Unit::Days, subgroups).chart(ChartKind::Xbar);
    assert_eq!(chart.expect("a chart").phases()[0].runs().useful(), 0);
    let rates =
        [(21, "0.7"), (33, "1.1"), (30, "1"), (3, "0.1")].map(|(events, days)| (events, decimal(days)));
    for kind in [ChartKind::U, ChartKind::UPrime, ChartKind::IPrime, ChartKind::Run] {
        let mut data = ChartData::rates(Direction::AtMost, Unit::Days, rates);
        data.phases.push(DataPhase { centre: Some(30.into()), ..DataPhase::default() });
        let chart = data.chart(kind).expect("a chart");
        assert_eq!(chart.phases()[0].runs().useful(), 0, "{kind}");
        assert_eq!(chart.points()[3].value(), Some(30.0), "{kind}");
    }
}

#[test]
fn a_point_on_a_known_limit_is_not_beyond_it() {
    for (centre, sigma, at) in
        [("0.7", "0.1", "1"), ("1.1", "0.05", "1.25"), ("10", "0.1", "9.7"), ("0", "0.29", "0.87")]
    {
        let mut data = ChartData::values(Direction::AtMost, Unit::Days, [decimal(at)]);
        data.phases.push(DataPhase {
            centre: Some(decimal(centre).into()),
            sigma: Some(decimal(sigma).into()),
            ..DataPhase::default()
        });
        let chart = data.chart(ChartKind::I).expect("a chart");
        assert_eq!(chart.phases()[0].beyond_limits(), 0, "{centre} and {sigma}");
    }
}

/// Every flag of a chart.
fn flags(chart: &Chart) -> Vec<(usize, bool, bool, bool)> {
    let phases = chart.phases().iter();
    let phases = phases.map(|phase| {
        (phase.runs().useful(), phase.has_long_run(), phase.has_few_crossings(), phase.is_flat())
    });
    let points = chart.points().iter();
    phases
        .chain(points.map(|point| {
            (0, point.is_in_long_run(), point.beyond_limits().is_some(), point.value().is_some())
        }))
        .collect()
}

#[test]
fn a_power_of_ten_changes_no_flag() {
    let figure = proptest::option::weighted(0.9, (0..30_i64, 1..40_i64));
    let known = proptest::option::weighted(0.3, 0..30_i64);
    let law = (
        proptest::collection::vec(figure, 1..60),
        known,
        proptest::option::weighted(0.3, 0..40_usize),
        1..5_u8,
    );
    let kinds = [
        ChartKind::Run,
        ChartKind::I,
        ChartKind::MovingRange,
        ChartKind::IPrime,
        ChartKind::Xbar,
        ChartKind::S,
        ChartKind::U,
        ChartKind::UPrime,
    ];
    for kind in kinds {
        holds(200, &law, |(figures, centre, baseline, power)| {
            let chart = |decimals: u8| {
                let number = |mantissa| Number::from(Decimal::new(mantissa, decimals).expect("a decimal"));
                let figure = |(value, size): (i64, i64)| match kind {
                    ChartKind::Xbar | ChartKind::S => {
                        Figure::Subgroup((0..=size % 4).map(|n| number(value + 3 * n)).collect())
                    }
                    ChartKind::U | ChartKind::UPrime => {
                        Figure::Rate { events: value as u64, exposure: number(size) }
                    }
                    _ => Figure::Single(number(value)),
                };
                let figures = figures.iter().map(|one| one.map_or(Figure::Missing, figure));
                let is_rate = matches!(kind, ChartKind::U | ChartKind::UPrime);
                let scale = if is_rate { Scale::Per(Unit::Days) } else { Scale::In(Unit::Days) };
                let mut data = ChartData::of(Direction::AtMost, scale, figures);
                // A rate grows as its exposure shrinks.
                let level = |centre: i64| {
                    let grown = || Number::from(centre * 10_i64.pow(u32::from(decimals)));
                    if is_rate { grown() } else { number(centre) }
                };
                let centre = centre.map(level);
                data.phases.push(DataPhase { centre, baseline, ..DataPhase::default() });
                data.chart(kind).expect("a chart")
            };
            prop_assert_eq!(flags(&chart(0)), flags(&chart(power)), "{:?}", kind);
            Ok(())
        });
    }
}
