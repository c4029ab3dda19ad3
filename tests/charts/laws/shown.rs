//! A figure is shown near to what it is, and on its side of the target.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{ChartData, ChartKind};
use kvalitetsmodel::figure::{Decimal, Direction};
use proptest::prelude::*;

use super::holds;

/// A percentage as it is shown in English.
fn read(shown: &str) -> Decimal {
    shown.trim_end_matches('%').replace('−', "-").parse().unwrap_or_else(|_| panic!("{shown}"))
}

fn power(decimals: usize) -> i128 {
    (0..decimals).fold(1, |power, _| power * 10)
}

#[test]
fn a_share_is_shown_on_its_side_of_the_target() {
    let whole = prop_oneof![1..30_u64, 1..5_000_u64, 1..100_000_000_u64];
    let share = whole.prop_flat_map(|whole| (0..=whole, Just(whole)));
    // Targets near to the first share.
    let law = (proptest::collection::vec(share, 1..20), -30..30_i64, 0..6_u8, any::<bool>());
    holds(2_000, &law, |(shares, off, decimals, least)| {
        let direction = if least { Direction::AtLeast } else { Direction::AtMost };
        let (part, whole) = shares[0];
        let scaled = i128::from(part) * power(usize::from(decimals) + 2) / i128::from(whole);
        let target = Decimal::new(i64::try_from(scaled).expect("small") + off, decimals).expect("a decimal");
        let data = ChartData::shares(direction, shares.iter().copied()).with_target(target);
        let chart = data.chart(ChartKind::Run).expect("a chart");
        for (n, (part, whole)) in shares.iter().enumerate() {
            let shown = read(&chart.point_in_lang(n, Lang::En).to_string());
            let exact = i128::from(*part) * power(2 + usize::from(decimals));
            let target_times = i128::from(*whole) * (scaled + i128::from(off));
            prop_assert_eq!(
                direction.admits(shown.cmp(&target)),
                direction.admits(exact.cmp(&target_times)),
                "{} of {} is shown as {} with the target {}",
                part,
                whole,
                shown,
                target
            );
            // Within half a step of the decimals of the chart, or of its own decimals if it has more.
            let step = 0.5 / power(chart.decimals()) as f64 + 1e-9;
            let value: f64 = shown.to_string().parse().expect("a number");
            prop_assert!((value - 100.0 * *part as f64 / *whole as f64).abs() <= step);
        }
        Ok(())
    });
}

#[test]
fn rounding_is_half_up_to_the_digit() {
    holds(2_000, &(0..=20_000_u64, 1..=20_000_u64), |(part, whole)| {
        let (part, whole) = (part.min(whole), whole);
        let chart =
            ChartData::shares(Direction::AtMost, [(part, whole), (0, 1), (1, 1)]).chart(ChartKind::Run);
        let chart = chart.expect("a chart");
        let shown = read(&chart.point_in_lang(0, Lang::En).to_string());
        let steps = power(chart.decimals() + 2) as u64;
        let rounded = (2 * part * steps + whole) / (2 * whole);
        let decimals = u8::try_from(chart.decimals()).expect("few");
        prop_assert_eq!(shown, Decimal::new(rounded as i64, decimals).expect("a decimal"));
        // A line at the same height is shown in the same way.
        let line = chart.figure_in_lang(part as f64 / whole as f64, Lang::En).to_string();
        prop_assert_eq!(read(&line), shown);
        Ok(())
    });
}
