//! How figures are shown: with the decimals that distinguish them, and on their side of the target.

use kvalitetsmodel::chart::{ChartData, Number, Scale};

use super::*;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn all_points(chart: &Chart) -> Vec<String> {
    (0..chart.points().len()).map(|point| chart.point_in_lang(point, Lang::Da).to_string()).collect()
}

#[test]
fn small_shares_keep_the_digits_that_tell_them_apart() {
    let events = [5, 6, 4, 5, 6, 5, 4, 6, 5, 4, 7, 5].map(|phase| (phase, 20_000));
    let chart = ChartData::shares(Direction::AtMost, events).with_target(decimal("0.03")).chart(ChartKind::P);
    let chart = chart.expect("a chart");
    assert_eq!(
        chart.in_words(Lang::Da).to_string(),
        "P-diagram med 12 målinger. Lavere er bedre.\n\
         Kun tilfældig variation. Gennemsnit 0,026 %, kontrolgrænser 0 % og 0,06 %. I 12 anvendelige målinger er \
         den længste serie på 2 (ventet højst 7), og der er 8 kryds (ventet mindst 3).\n\
         Målet (højst 0,03 %) er nået og fastholdt; 11 af de seneste 12 målinger når det. Som det går nu, afgør \
         tilfældet, om målet nås fra gang til gang."
    );
    assert_eq!(chart.decimals(), 3);
    assert_eq!(all_points(&chart)[..4], ["0,025 %", "0,03 %", "0,02 %", "0,025 %"]);
    assert_eq!(chart.figure_in_lang(0.000_253, Lang::En).to_string(), "0.025%");
}

#[test]
fn the_lines_of_a_phase_are_told_apart() {
    // 79.96 percent with a target of 80: with one decimal both would be 80.
    let chart = ChartData::shares(Direction::AtLeast, [(1999, 2500); 12]).with_target(decimal("80"));
    let words = chart.chart(ChartKind::Run).expect("a chart").in_words(Lang::Da).to_string();
    assert_eq!(
        words.lines().nth(1),
        Some("Alle målinger er ens: der er ingen variation at vurdere. Median 79,96 %.")
    );
    // A lower limit that is not zero is not shown as zero.
    let shares = [(61, 10_000), (60, 10_000), (62, 10_000), (61, 10_000)];
    let chart = ChartData::shares(Direction::AtMost, shares).chart(ChartKind::P).expect("a chart");
    let words = chart.in_words(Lang::En).to_string();
    assert!(words.contains("Mean 0.61%, control limits 0.376% and 0.844%."), "{words}");
    // Figures that differ little differ visibly.
    let weights = ["1000.1", "1000.3", "1000.2", "1000.9"].map(decimal);
    let chart = ChartData::values(Direction::AtMost, Unit::Points, weights).chart(ChartKind::Run);
    assert_eq!(all_points(&chart.expect("a chart")), ["1000,1", "1000,3", "1000,2", "1000,9"]);
}

#[test]
fn a_missed_target_is_never_shown_as_met() {
    let shown = |direction, (part, whole), target: &str| {
        let shares = [(part, whole), (1, 2), (9, 10), (9, 10)];
        let chart = ChartData::shares(direction, shares).with_target(decimal(target)).chart(ChartKind::Run);
        chart.expect("a chart").point_in_lang(0, Lang::Da).to_string()
    };
    let (least, most) = (Direction::AtLeast, Direction::AtMost);
    for (direction, share, target, expected) in [
        (least, (1999, 2500), "80", "79,96 %"),
        (least, (2000, 2500), "80", "80 %"),
        (least, (2001, 2500), "80", "80 %"),
        (most, (2001, 2500), "80", "80,04 %"),
        (most, (1999, 2500), "80", "80 %"),
        // One that meets the target is not shown as missing it.
        (least, (2001, 2500), "80.03", "80,04 %"),
        (least, (7_999_999_999, 10_000_000_000), "80", "79,99999999 %"),
        // Nearer than any decimals can show, and than doubles can.
        (least, (799_999_999_999_999_999, 1_000_000_000_000_000_000), "80", "79,9 %"),
        (most, (800_000_000_000_000_001, 1_000_000_000_000_000_000), "80", "80,1 %"),
        (least, (800_000_000_000_000_000, 1_000_000_000_000_000_000), "80", "80 %"),
    ] {
        assert_eq!(shown(direction, share, target), expected, "{share:?} and {target}");
    }
}

#[test]
fn each_point_is_held_against_the_target_of_its_day() {
    let mut data = ChartData::shares(Direction::AtLeast, [(1999, 2500), (1999, 2500), (3, 5)]);
    data = data.with_interval(Interval::Month, month(0).start).with_target(decimal("70"));
    data.targets.push(kvalitetsmodel::chart::DataTarget {
        from: Some(kvalitetsmodel::chart::Place::Point(1)),
        value: decimal("80"),
        unit: Unit::Percent,
    });
    let mut chart = data.chart(ChartKind::P).expect("a chart");
    let before = all_points(&chart);
    assert_eq!(before[..2], ["80 %", "79,96 %"]);
    // A line is compared with every target.
    assert_eq!(chart.figure_in_lang(0.7996, Lang::Da).to_string(), "79,96 %");
    assert_eq!(chart.figure_in_lang(0.6996, Lang::Da).to_string(), "69,96 %");
    assert_eq!(chart.figure_in_lang(0.7496, Lang::Da).to_string(), "75 %");
    // How much figures vary has no target.
    chart = chart.data().clone().chart(ChartKind::MovingRange).expect("a chart");
    assert_eq!(chart.figure_in_lang(0.7996, Lang::Da).to_string(), "80 %");
}

#[test]
fn figures_are_rounded_half_up() {
    let one = |share: f64| Scale::Share.in_lang(share, Lang::Da).to_string();
    // Ties that doubles put on either side.
    let ties = [0.0125, 0.0025, 0.0035, 0.0045, 0.2245, 0.7555, 0.28925, 0.9995];
    assert_eq!(ties.map(one), ["1,3 %", "0,3 %", "0,4 %", "0,5 %", "22,5 %", "75,6 %", "28,9 %", "100 %"]);
    let of_count = |figure: f64| Scale::Count.in_lang(figure, Lang::En).to_string();
    assert_eq!([1.005, 2.675, -1.005, 1234.5, 99.95].map(of_count), ["1.01", "2.68", "−1.01", "1235", "100"]);
    assert_eq!(of_count(-0.0), "0");
    assert_eq!([1e15, 9.996e20, 1.5e-300].map(of_count), ["1·10^15", "1·10^21", "1.5·10^-300"]);
    assert_eq!(of_count(f64::NAN), "NaN");
    // A point is rounded from its fraction.
    let chart = ChartData::shares(Direction::AtLeast, [(1, 80), (200_001, 16_000_000), (9, 10)])
        .chart(ChartKind::Run);
    assert_eq!(all_points(&chart.expect("a chart")), ["1,3 %", "1,3 %", "90 %"]);
    let halves =
        [Number::from(decimal("12.35")), Number::from(decimal("12.45")), Number::from(decimal("99"))];
    let chart = ChartData::values(Direction::AtLeast, Unit::Points, halves).chart(ChartKind::Run);
    assert_eq!(all_points(&chart.expect("a chart")), ["12,4", "12,5", "99"]);
}
