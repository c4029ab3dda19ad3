//! The limits of the Anhøj rules beside whole numbers that round nothing.

use kvalitetsmodel::series::RunLimits;
use num_bigint::BigUint;

#[test]
fn the_limits_are_those_of_whole_numbers_up_to_ten_thousand() {
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

        // log2 n lies between k − ½ and k + ½: n² between 2^(2k − 1) and 2^(2k + 1).
        let square = u64::from(useful) * u64::from(useful);
        let k = (0..20_u32).find(|k| square < 1 << (2 * k + 1)).expect("a power");
        let limits = RunLimits::of(useful as usize).expect("not zero");
        assert_eq!(limits.longest_run_max, k as usize + 3, "{useful}: longest run");
        assert_eq!(limits.crossings_min, least as usize, "{useful}: crossings");
    }
}

/// The same step by step in doubles, which lose too little to matter: the probabilities stay near 5 percent.
#[test]
fn the_crossings_are_those_of_the_recurrence_up_to_a_million() {
    let (mut least, mut of_least, mut up_to_least) = (0_u32, 1.0_f64, 1.0_f64);
    for tosses in 1..1_000_000_u32 {
        up_to_least -= of_least / 2.0;
        of_least *= f64::from(tosses) / (2.0 * f64::from(tosses - least));
        while up_to_least < 0.05 {
            of_least *= f64::from(tosses - least) / f64::from(least + 1);
            least += 1;
            up_to_least += of_least;
        }
        let limits = RunLimits::of(tosses as usize + 1).expect("not zero");
        assert_eq!(limits.crossings_min, least as usize, "{tosses} tosses");
    }
}

/// The normal distribution with forty digits: so far out, what it leaves out is far below one crossing.
#[test]
fn every_number_of_observations_has_limits() {
    for (useful, longest, crossings) in [
        // 2^31.5 and 2^63.5 lie between these.
        (3_037_000_499, 34, 1_518_454_926),
        (3_037_000_500, 35, 1_518_454_926),
        (13_043_817_825_332_782_212, 66, 6_521_908_909_696_095_837),
        (13_043_817_825_332_782_213, 67, 6_521_908_909_696_095_837),
        (usize::MAX, 67, 9_223_372_033_322_479_540),
    ] {
        let limits = RunLimits::of(useful).expect("not zero");
        assert_eq!((limits.longest_run_max, limits.crossings_min), (longest, crossings), "{useful}");
    }
}
