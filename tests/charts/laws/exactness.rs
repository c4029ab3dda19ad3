//! The limits of the Anhøj rules compared with other ways to calculate them; `tests/extra/exact.rs` uses whole numbers
//! without rounding.

use kvalitetsmodel::chart::RunLimits;

/// Step by step in doubles, which lose too little to matter: the probabilities stay near 5 percent.
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

/// The normal distribution with forty digits: so far out, its error is far below one crossing.
#[test]
fn every_number_of_observations_has_limits() {
    for (useful, longest, crossings) in [
        // 2^31.5 and 2^63.5 are between these.
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
