//! What the crate compares in numbers of a fixed size, checked with whole numbers of any size that round nothing.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "a test that does not hold may stop here"
)]

use kvalitetsmodel::chart::RunLimits;
use kvalitetsmodel::figure::{Decimal, Unit, WhyNot};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::strategy;
use num_bigint::{BigInt, BigUint};
use proptest::prelude::*;

#[test]
fn the_limits_of_the_anhoej_rules_are_those_of_whole_numbers_up_to_ten_thousand() {
    assert_eq!(RunLimits::of(0), None);
    // C(tosses, least), and the sum of these up to `least`.
    let (mut of_least, mut up_to_least) = (BigUint::from(1_u8), BigUint::from(1_u8));
    let mut least = 0_u32;
    // Is it at least 5 percent of 2^tosses?
    let enough = |sum: &BigUint, tosses: u32| (sum * 20_u8).bits() > tosses.into();
    for useful in 1..=10_000_u32 {
        let tosses = useful - 1;
        if tosses > 0 {
            up_to_least = up_to_least * 2_u8 - &of_least;
            of_least = of_least * tosses / (tosses - least);
            while !enough(&up_to_least, tosses) {
                of_least = of_least * (tosses - least) / (least + 1);
                least += 1;
                up_to_least += &of_least;
            }
        }
        assert!(!enough(&(&up_to_least - &of_least), tosses), "{useful}: the smallest");

        // log2 n is between k − ½ and k + ½: n² between 2^(2k − 1) and 2^(2k + 1).
        let square = u64::from(useful) * u64::from(useful);
        let k = (0..20_u32).find(|k| square < 1 << (2 * k + 1)).expect("a power");
        let limits = RunLimits::of(useful as usize).expect("not zero");
        assert_eq!(limits.longest_run_max, k as usize + 3, "{useful}: longest run");
        assert_eq!(limits.crossings_min, least as usize, "{useful}: crossings");
    }
}

/// A decimal in billionths.
fn whole(decimal: Decimal) -> BigInt {
    let text = decimal.to_string();
    let (integer, fraction) = text.split_once('.').unwrap_or((&text, ""));
    format!("{integer}{fraction:0<9}").parse().expect("digits")
}

proptest! {
    #[test]
    fn rates_and_subgroups_are_compared_exactly(
        events in prop_oneof![Just(0), Just(u64::MAX), any::<u64>(), 0..100_u64],
        exposure in strategy::any::<Decimal>(),
        values in prop::collection::vec(strategy::any::<Decimal>(), 1..5),
        figure in strategy::any::<Decimal>(),
    ) {
        let billion = BigInt::from(1_000_000_000);
        let rate = Observed::of_rate(events, exposure, Unit::Days);
        let compared = rate.compare(&figure, &Unit::Days);
        if exposure.is_zero() {
            prop_assert_eq!(compared, Err(WhyNot::WholeIsZero));
        } else if exposure.is_negative() {
            prop_assert_eq!(compared, Err(WhyNot::NegativeWhole));
        } else {
            // events / exposure against figure, all of them in billionths.
            let events = BigInt::from(events) * &billion * &billion;
            prop_assert_eq!(compared, Ok(events.cmp(&(whole(figure) * whole(exposure)))));
        }
        let sum: BigInt = values.iter().copied().map(whole).sum();
        let count = BigInt::from(values.len());
        let subgroup = Observed::of_subgroup(values, Unit::Hours);
        prop_assert_eq!(subgroup.compare(&figure, &Unit::Hours), Ok(sum.cmp(&(whole(figure) * count))));
    }
}
