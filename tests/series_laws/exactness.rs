//! The limits of the Anhøj rules beside whole numbers that round nothing.

use kvalitetsmodel::series::RunLimits;

/// A whole number of any size, smallest digits first.
#[derive(Clone)]
struct Whole(Vec<u32>);

impl Whole {
    fn times(&self, factor: u32) -> Self {
        let mut carry = 0_u64;
        let mut digits = Vec::with_capacity(self.0.len() + 1);
        for digit in &self.0 {
            carry += u64::from(*digit) * u64::from(factor);
            digits.push((carry & 0xFFFF_FFFF) as u32);
            carry >>= 32;
        }
        digits.push(carry as u32);
        Self(digits).trimmed()
    }

    fn over(&self, divisor: u32) -> Self {
        let mut rest = 0_u64;
        let mut digits = self.0.clone();
        for digit in digits.iter_mut().rev() {
            rest = rest << 32 | u64::from(*digit);
            *digit = (rest / u64::from(divisor)) as u32;
            rest %= u64::from(divisor);
        }
        assert_eq!(rest, 0, "a binomial coefficient is whole");
        Self(digits).trimmed()
    }

    /// Plus, or minus the other.
    fn and(&self, other: &Self, minus: bool) -> Self {
        let mut carry = 0_i64;
        let digit = |digits: &Vec<u32>, n: usize| i64::from(digits.get(n).copied().unwrap_or(0));
        let length = self.0.len().max(other.0.len()) + 1;
        let digits = (0..length).map(|n| {
            let other = digit(&other.0, n);
            carry += digit(&self.0, n) + if minus { -other } else { other };
            let kept = (carry & 0xFFFF_FFFF) as u32;
            carry >>= 32;
            kept
        });
        let digits = digits.collect();
        assert_eq!(carry, 0, "not below zero");
        Self(digits).trimmed()
    }

    fn trimmed(mut self) -> Self {
        while self.0.last() == Some(&0) {
            self.0.pop();
        }
        self
    }

    fn bits(&self) -> u32 {
        self.0.last().map_or(0, |last| 32 * (self.0.len() as u32) - last.leading_zeros())
    }
}

#[test]
fn the_limits_are_those_of_whole_numbers_up_to_ten_thousand() {
    assert_eq!(RunLimits::of(0), None);
    // C(tosses, least), and the sum of these up to `least`.
    let (mut of_least, mut up_to_least) = (Whole(vec![1]), Whole(vec![1]));
    let mut least = 0_u32;
    // Is it at least 5 percent of 2^tosses?
    let enough = |sum: &Whole, tosses: u32| sum.times(20).bits() > tosses;
    for useful in 1..=10_000_u32 {
        let tosses = useful - 1;
        if tosses > 0 {
            up_to_least = up_to_least.times(2).and(&of_least, true);
            of_least = of_least.times(tosses).over(tosses - least);
            while !enough(&up_to_least, tosses) {
                of_least = of_least.times(tosses - least).over(least + 1);
                least += 1;
                up_to_least = up_to_least.and(&of_least, false);
            }
        }
        assert!(!enough(&up_to_least.and(&of_least, true), tosses), "{useful}: the smallest");

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
