//! Lines compared with numbers that were calculated with forty digits, and with plain fractions.

use kvalitetsmodel::chart::reference::{Conventions, Phase, Point};
use kvalitetsmodel::chart::{ChartKind, ChartSettings, Lines, Order, Screening};
use serde_json::Value;

use super::chart;

/// A line that is missing is written as not a number.
const NONE: f64 = f64::NAN;

const COUNTS: [f64; 10] = [4.0, 7.0, 5.0, 9.0, 6.0, 2.0, 8.0, 5.0, 30.0, 6.0];
const SIZES: [f64; 10] = [40.0, 52.0, 38.0, 61.0, 44.0, 30.0, 57.0, 49.0, 50.0, 42.0];
/// 82 of 463.
const SHARE: f64 = 0.177_105_831_533_477_32;

fn counts() -> Vec<Point> {
    COUNTS.iter().map(|count| Point::single(*count).expect("a count")).collect()
}

fn ratios() -> Vec<Point> {
    COUNTS.iter().zip(SIZES).map(|(count, size)| Point::ratio(*count, size).expect("a ratio")).collect()
}

fn subgroups(values: &[&[f64]]) -> Vec<Point> {
    values.iter().map(|values| Point::subgroup(values).expect("a subgroup")).collect()
}

/// Centre, lower, lower at two deviations, upper at two deviations, upper.
#[track_caller]
fn assert_lines(lines: &Lines, expected: [f64; 5], within: f64) {
    let ours = [lines.centre(), lines.lower(), lines.lower_2s(), lines.upper_2s(), lines.upper()];
    for (ours, expected) in ours.into_iter().zip(expected) {
        let ours = ours.unwrap_or(NONE);
        let near = (ours - expected).abs() <= within * expected.abs();
        assert!(near || ours.is_nan() && expected.is_nan(), "{ours} for {expected}: {lines:?}");
    }
}

#[track_caller]
fn assert_known(kind: ChartKind, points: &[Point], settings: &ChartSettings, at: usize, expected: [f64; 5]) {
    assert_lines(chart(kind, points, &[], settings).points()[at].lines(), expected, 1e-14);
}

#[test]
fn single_figures() {
    let plain = ChartSettings::default();
    let known = |kind, expected| assert_known(kind, &counts(), &plain, 3, expected);
    known(ChartKind::Run, [6.0, NONE, NONE, NONE, NONE]);
    known(
        ChartKind::I,
        [
            8.2,
            -13.667_612_293_144_208,
            -6.378_408_195_429_472,
            22.778_408_195_429_472,
            30.067_612_293_144_208,
        ],
    );
    known(ChartKind::MovingRange, [74.0 / 9.0, 0.0, 0.0, 17.908, 26.862]);
    known(ChartKind::C, [8.2, 0.0, 2.472_871_574_689_458_7, 13.927_128_425_310_541, 16.790_692_637_965_812]);
    known(ChartKind::G, [6.0, 0.0, 0.0, 25.571_240_600_486_771, 34.256_860_900_730_157]);
    known(
        ChartKind::T,
        [
            6.771_194_015_014_704,
            0.088_748_969_147_981_192,
            0.704_382_825_395_210_25,
            26.882_970_520_244_580,
            45.741_016_026_900_855,
        ],
    );
}

#[test]
fn shares_and_rates() {
    let plain = ChartSettings::default();
    let known = |kind, at, lower, lower_2s, upper_2s, upper| {
        assert_known(kind, &ratios(), &plain, at, [SHARE, lower, lower_2s, upper_2s, upper]);
    };
    known(
        ChartKind::P,
        0,
        0.0,
        0.056_383_275_244_143_856,
        0.297_828_387_822_810_79,
        0.358_189_665_967_477_52,
    );
    known(ChartKind::P, 5, 0.0, 0.037_707_430_791_664_471, 0.316_504_232_275_290_17, 0.386_203_432_646_196_6);
    known(
        ChartKind::U,
        0,
        0.0,
        0.044_024_716_594_701_233,
        0.310_186_946_472_253_41,
        0.376_727_503_941_641_45,
    );
    known(
        ChartKind::U,
        5,
        0.0,
        0.023_436_996_465_561_519,
        0.330_774_666_601_393_12,
        0.407_609_084_135_351_03,
    );
    // The variation between the points, as a multiple of what chance alone would give, is 2.047 for P′ and 1.857 for U′:
    // the variance of a share or a rate cancels out.
    for kind in [ChartKind::PPrime, ChartKind::UPrime] {
        known(kind, 0, 0.0, 0.0, 0.424_249_074_774_383_34, 0.547_820_696_394_836_35);
        known(kind, 5, 0.0, 0.0, 0.462_482_267_560_545_81, 0.605_170_485_574_080_06);
    }
    known(
        ChartKind::IPrime,
        0,
        -0.205_455_670_855_926_71,
        -0.077_935_170_059_458_698,
        0.432_146_833_126_413_34,
        0.559_667_333_922_881_35,
    );
}

/// Two of the nine ranges are beyond 3.267 means; side by side, the standard deviation counts.
#[test]
fn the_variation_between_points() {
    let screened = ChartSettings { screening: Screening::On, ..ChartSettings::default() };
    let side_by_side = ChartSettings { order: Order::None, ..ChartSettings::default() };
    for kind in [ChartKind::PPrime, ChartKind::UPrime] {
        let expected = [
            SHARE,
            0.104_650_366_177_191_62,
            0.128_802_187_962_620_19,
            0.225_409_475_104_334_46,
            0.249_561_296_889_763_02,
        ];
        assert_known(kind, &ratios(), &screened, 0, expected);
        let expected = [SHARE, 0.0, 0.0, 0.514_455_370_434_929_36, 0.683_130_139_885_655_39];
        assert_known(kind, &ratios(), &side_by_side, 0, expected);
    }
}

#[test]
fn subgroups_of_one_size_and_of_several() {
    let plain = ChartSettings::default();
    let equal = subgroups(&[&[4.0, 7.0, 5.0], &[9.0, 6.0, 2.0], &[8.0, 5.0, 3.0], &[6.0, 1.0, 7.0]]);
    let mean = [
        5.25,
        -0.012_528_312_994_693_287,
        1.741_647_791_336_871_1,
        8.758_352_208_663_128_9,
        10.512_528_312_994_693,
    ];
    // The lower limit is the small difference of two numbers.
    assert_lines(chart(ChartKind::Xbar, &equal, &[], &plain).points()[0].lines(), mean, 1e-12);
    let spread = [2.692_642_887_006_023_6, 0.0, 0.0, 5.507_656_704_435_314_4, 6.915_163_613_149_959_8];
    assert_known(ChartKind::S, &equal, &plain, 0, spread);

    let several =
        subgroups(&[&[4.0, 7.0, 5.0], &[9.0, 6.0], &[8.0, 5.0, 3.0], &[6.0, 1.0, 7.0, 9.0, 3.0, 8.0, 2.0]]);
    let mean = [
        83.0 / 15.0,
        2.332_217_083_827_138,
        3.399_255_833_662_536_4,
        7.667_410_833_004_130_2,
        8.734_449_582_839_528_7,
    ];
    assert_known(ChartKind::Xbar, &several, &plain, 3, mean);
    let spread = [
        2.708_412_419_757_714,
        0.318_739_601_046_384_16,
        1.115_297_207_283_494_1,
        4.301_527_632_231_933_9,
        5.098_085_238_469_043_8,
    ];
    assert_known(ChartKind::S, &several, &plain, 3, spread);
}

/// P, U, C, MR and G from many small whole numbers: a single quotient is under each root.
#[test]
fn small_whole_numbers() {
    let plain = ChartSettings::default();
    for first in 0..=6_u32 {
        for second in 0..=6_u32 {
            for size in [6_u32, 7, 24] {
                let (sum, sizes) = (f64::from(first + second), f64::from(6 + size));
                let n = f64::from(size);
                let ratio =
                    |part: u32, whole| Point::ratio(f64::from(part), f64::from(whole)).expect("a ratio");
                let points = [ratio(first, 6), ratio(second, size)];
                let around = |centre: f64, sigma: f64, most: f64| {
                    let line = |times: f64| (centre + times * sigma).clamp(0.0, most);
                    [centre, line(-3.0), line(-2.0), line(2.0), line(3.0)]
                };
                // p(1 − p)/n = s(S − s) / (S²n), u/n = s / (Sn).
                let sigma = (sum * (sizes - sum) / n).sqrt() / sizes;
                let share = around(sum / sizes, sigma, 1.0);
                let rate = around(sum / sizes, (sum / (sizes * n)).sqrt(), f64::INFINITY);
                for (kind, expected) in [(ChartKind::P, share), (ChartKind::U, rate)] {
                    let chart = chart(kind, &points, &[], &plain);
                    assert_close(chart.points()[1].lines(), expected);
                }
            }
            let single = |count: u32| Point::single(f64::from(count)).expect("a count");
            let points = [single(first), single(second)];
            let (mean, range) = (f64::from(first + second) / 2.0, f64::from(first.abs_diff(second)));
            let line = |sigma: f64, times: f64| (mean + times * sigma).max(0.0);
            let all =
                |sigma: f64| [mean, line(sigma, -3.0), line(sigma, -2.0), line(sigma, 2.0), line(sigma, 3.0)];
            let at = |kind| *chart(kind, &points, &[], &plain).points()[1].lines();
            assert_close(&at(ChartKind::C), all(mean.sqrt()));
            assert_close(&at(ChartKind::G), all((mean * mean + mean).sqrt()));
            assert_close(&at(ChartKind::MovingRange), [range, 0.0, 0.0, 2.178 * range, 3.267 * range]);
            let sigma = range / 1.128;
            let i = [mean, mean - 3.0 * sigma, mean - 2.0 * sigma, mean + 2.0 * sigma, mean + 3.0 * sigma];
            assert_close(&at(ChartKind::I), i);
        }
    }
}

/// Nearly equal, where the difference of two numbers can be mere rounding.
#[track_caller]
fn assert_close(lines: &Lines, expected: [f64; 5]) {
    let ours = [lines.centre(), lines.lower(), lines.lower_2s(), lines.upper_2s(), lines.upper()];
    for (ours, expected) in ours.into_iter().zip(expected) {
        let near = ours.is_some_and(|ours| (ours - expected).abs() <= 1e-14 * expected.abs().max(1.0));
        assert!(near, "{ours:?} for {expected}");
    }
}

/// The known centre and spread of a phase, chart by chart.
#[test]
fn what_is_known_is_used() {
    let known = |kind, points: &[Point], centre, sigma, expected| {
        let phase = Phase { centre, sigma, ..Phase::default() };
        let chart = chart(kind, points, &[phase], &ChartSettings::default());
        assert_lines(chart.points()[0].lines(), expected, 1e-14);
    };
    let single = counts();
    known(ChartKind::I, &single, Some(5.0), Some(2.0), [5.0, -1.0, 1.0, 9.0, 11.0]);
    known(ChartKind::I, &single, None, Some(2.0), [8.2, 2.2, 4.2, 12.2, 14.2]);
    known(ChartKind::Run, &single, Some(5.0), None, [5.0, NONE, NONE, NONE, NONE]);
    known(ChartKind::C, &single, Some(4.0), None, [4.0, 0.0, 0.0, 8.0, 10.0]);
    known(ChartKind::MovingRange, &single, None, Some(2.0), [2.256, 0.0, 0.0, 2.178 * 2.256, 3.267 * 2.256]);
    // The line that is set is the median, and the limits are those of the mean that corresponds to it.
    let (mean, g) = (3.0, 12_f64.sqrt());
    known(ChartKind::G, &single, Some(2.079), None, [2.079, 0.0, 0.0, mean + 2.0 * g, mean + 3.0 * g]);
    let ratio = ratios();
    known(
        ChartKind::P,
        &ratio,
        Some(0.1),
        None,
        [0.1, 0.0, 0.1 - 0.009_f64.sqrt(), 0.1 + 0.009_f64.sqrt(), 0.1 + 1.5 * 0.009_f64.sqrt()],
    );
    known(ChartKind::U, &ratio, Some(2.5), None, [2.5, 1.75, 2.0, 3.0, 3.25]);
    known(ChartKind::IPrime, &ratio, Some(1.0), Some(0.5), [1.0, -0.5, 0.0, 2.0, 2.5]);
    let four = subgroups(&[&[1.0, 2.0, 3.0, 4.0]]);
    known(ChartKind::Xbar, &four, Some(3.0), Some(2.0), [3.0, 0.0, 1.0, 5.0, 6.0]);
    known(ChartKind::Xbar, &subgroups(&[&[1.0]]), Some(3.0), Some(2.0), [3.0, -3.0, -1.0, 7.0, 9.0]);
    // c4 of 2 is √(2/π).
    let c4 = std::f64::consts::FRAC_2_PI.sqrt();
    let c5 = (1.0 - std::f64::consts::FRAC_2_PI).sqrt();
    let two = subgroups(&[&[1.0, 2.0]]);
    known(ChartKind::S, &two, None, Some(1.0), [c4, 0.0, 0.0, c4 + 2.0 * c5, c4 + 3.0 * c5]);
}

/// To the reference, what is known of a G chart is its mean.
#[test]
fn the_known_level_of_a_g_chart_is_its_mean_to_qicharts2() {
    let settings = ChartSettings { conventions: Conventions::Qicharts2, ..ChartSettings::default() };
    let phase = Phase { centre: Some(3.0), ..Phase::default() };
    let chart = chart(ChartKind::G, &counts(), &[phase], &settings);
    let g = 12_f64.sqrt();
    assert_lines(chart.points()[0].lines(), [2.079, 0.0, 0.0, 3.0 + 2.0 * g, 3.0 + 3.0 * g], 1e-14);
}

/// The constants of textbooks, seen through the lines of X̄ and S charts. The reference takes c5 from 1 − c4²,
/// which leaves ever fewer digits as c4 comes near to one.
#[test]
fn constants_of_subgroups() {
    let text = include_str!("../../golden/constants.json");
    let file: Value = serde_json::from_str(text).expect("the constants");
    let all = &file["cases"][0];
    let column = |name: &str| -> Vec<f64> {
        let of = if file[name].is_array() { &file[name] } else { &all[name] };
        of.as_array().expect("a list").iter().map(|value| value.as_f64().expect("a number")).collect()
    };
    let sizes = column("n");
    let [c4, a3, b3, b4] = ["c4", "a3", "b3", "b4"].map(column);
    let [a3_2s, b3_2s, b4_2s] = ["a3_95", "b3_95", "b4_95"].map(column);
    for (n, size) in sizes.iter().enumerate() {
        // That many values around zero with a standard deviation of one.
        let count = *size as usize;
        let spread = ((size - 1.0) / (2 * (count / 2)) as f64).sqrt();
        let mut values: Vec<f64> =
            (0..2 * (count / 2)).map(|n| if n % 2 == 0 { spread } else { -spread }).collect();
        values.resize(count, 0.0);
        let points = subgroups(&[&values]);
        let mean = *chart(ChartKind::Xbar, &points, &[], &ChartSettings::default()).points()[0].lines();
        assert!(mean.centre().is_some_and(|centre| centre.abs() < 1e-15));
        let limits = [mean.lower(), mean.lower_2s(), mean.upper_2s(), mean.upper()];
        for (line, a3) in limits.into_iter().zip([-a3[n], -a3_2s[n], a3_2s[n], a3[n]]) {
            assert!(line.is_some_and(|line| (line / a3 - 1.0).abs() < 1e-11), "{size}: {line:?} and {a3}");
        }
        let spread = *chart(ChartKind::S, &points, &[], &ChartSettings::default()).points()[0].lines();
        let within = if *size <= 344.0 { 1e-10 } else { 1e-8 };
        assert_lines(&spread, [1.0, b3[n], b3_2s[n], b4_2s[n], b4[n]], within);
        let known = Phase { sigma: Some(1.0), ..Phase::default() };
        let known = *chart(ChartKind::S, &points, &[known], &ChartSettings::default()).points()[0].lines();
        assert_lines(&known, [1.0, b3[n], b3_2s[n], b4_2s[n], b4[n]].map(|line| line * c4[n]), within);
    }
}
