//! The constants of subgroups.

/// c4, the mean standard deviation of normal subgroups of that size, in standard deviations; and c5, how much
/// it varies. Not a number for fewer than two.
pub(super) fn c4_and_c5(size: f64) -> (f64, f64) {
    if size.is_nan() || size <= 1.0 {
        return (f64::NAN, f64::NAN);
    }
    let below_one = one_minus_c4(size);
    // 1 − c4² without the digits that the difference would lose.
    (1.0 - below_one, libm::sqrt(below_one * (2.0 - below_one)))
}

fn one_minus_c4(size: f64) -> f64 {
    if size <= 100.0 {
        let gammas = libm::lgamma(size / 2.0) - libm::lgamma((size - 1.0) / 2.0);
        return 1.0 - libm::sqrt(2.0 / (size - 1.0)) * libm::exp(gammas);
    }
    // The series of Γ(k + ½) / (√k Γ(k)): the logarithms of large gammas leave too few digits for c5.
    let k = (size - 1.0) / 2.0;
    let terms = [
        1.0 / 8.0,
        -1.0 / 128.0,
        -5.0 / 1024.0,
        21.0 / 32_768.0,
        399.0 / 262_144.0,
        -869.0 / 4_194_304.0,
        -39_325.0 / 33_554_432.0,
    ];
    terms.iter().rev().fold(0.0, |rest, term| (rest + term) / k)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn neighbours_multiply_to_a_square_root() {
        // c4(n) · c4(n + 1) = √((n − 1) / n), however either was calculated.
        for n in (2..2_000).chain([9_999, 1_000_000]) {
            let n = f64::from(n);
            let product = c4_and_c5(n).0 * c4_and_c5(n + 1.0).0;
            assert!((product / libm::sqrt((n - 1.0) / n) - 1.0).abs() < 3e-14, "{n}");
        }
    }

    #[test]
    fn c5_keeps_its_digits() {
        // √(1 − c4²), calculated with forty digits.
        let exact = [
            (2.0, 0.602_810_274_989_087, 1e-14),
            (25.0, 0.143_568_544_641_883_64, 1e-12),
            (100.0, 0.070_976_666_960_176_84, 2e-11),
            (101.0, 0.070_621_794_791_372_58, 1e-12),
            (1_000.0, 0.022_369_067_648_796_488, 1e-14),
            (5_000.0, 0.010_000_750_046_869_608, 1e-14),
            (1_000_000.0, 0.000_707_107_046_351_673_3, 1e-14),
        ];
        for (size, c5, within) in exact {
            let off = (c4_and_c5(size).1 / c5 - 1.0).abs();
            assert!(off < within, "{size}: {off}");
        }
        assert!(c4_and_c5(1.0).0.is_nan() && c4_and_c5(f64::NAN).1.is_nan());
    }
}
