//! Figures: the golden vectors, whole messages, and laws over all figures.
#![cfg(feature = "proptest")]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may panic"
)]

use std::cmp::Ordering;
use std::collections::HashSet;

use kvalitetsmodel::Lang;
use kvalitetsmodel::figure::{
    Assessment, Decimal, Direction, PercentChange, Share, Threshold, Unit, WhyNot, percent_change,
};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    text.parse().unwrap_or_else(|error| panic!("{text}: {error}"))
}

fn share(part: u64, whole: u64) -> Share {
    Share::new(part, whole).unwrap_or_else(|error| panic!("{error}"))
}

fn percent(direction: Direction, value: Decimal) -> Threshold {
    Threshold { direction, value, unit: Unit::Percent }
}

// Golden vectors: `target-and-deadline-vectors.json`.

#[test]
fn golden_shares() {
    for (part, whole, threshold, expected) in [
        (16, 20, 80, "met"),
        (15, 19, 80, "not_met"),
        (4, 5, 80, "met"),
        (7, 9, 80, "not_met"),
        (39, 49, 80, "not_met"),
        (40, 50, 80, "met"),
        (0, 0, 80, "not_assessable"),
        (9, 10, 90, "met"),
        (8, 9, 90, "not_met"),
        (18, 20, 90, "met"),
        (17, 19, 90, "not_met"),
        (21, 20, 90, "input_error"),
    ] {
        let target = percent(Direction::AtLeast, Decimal::from_integer(threshold));
        let actual = match Share::new(part, whole).map(|share| target.judge_share(share)) {
            Ok(Assessment::Met) => "met",
            Ok(Assessment::NotMet) => "not_met",
            Ok(Assessment::NotAssessable(why)) => {
                assert_eq!(why, WhyNot::WholeIsZero);
                "not_assessable"
            }
            Err(_) => "input_error",
        };
        assert_eq!(actual, expected, "{part} of {whole} against {threshold}");
    }
}

#[test]
fn golden_zero_target() {
    let none = Threshold { direction: Direction::AtMost, value: Decimal::ZERO, unit: Unit::Count };
    for (count, expected) in [(0, Assessment::Met), (1, Assessment::NotMet)] {
        assert_eq!(none.judge_count(count), expected, "{count}");
    }
}

#[test]
fn golden_percent_change() {
    for (first, second, expected) in
        [(15, 8, Some("-46.7")), (22, 11, Some("-50.0")), (0, 4, None), (0, 0, None), (6, 8, Some("33.3"))]
    {
        let rounded = percent_change(first, second)
            .map(|change| change.rounded(1).map_or("too long".to_owned(), |figure| figure.to_string()));
        assert_eq!(rounded.as_deref(), expected, "{first} to {second}");
    }
}

// Whole messages.

#[test]
fn an_error_says_why_a_text_is_refused() {
    const FORM: &str =
        "the figure is not digits with at most one decimal point between them, as in `12` or `-3.5`";
    const COMMA: &str = "the figure has a comma: the exchange format writes a decimal point, as in `87.5`";
    const LEADING: &str = "the figure starts with a zero too many: seven is written `7`, a half `0.5`";
    const MINUS: &str = "the figure is zero with a minus sign: zero is written `0`";
    const DIGITS: &str = "the figure has more than 18 digits";
    const DECIMALS: &str = "the figure has more than 9 decimals";
    let long = "9".repeat(5000);
    for (text, expected) in [
        ("", "the figure is empty: zero is written `0`, and a figure that is not known is left out"),
        ("87,5", COMMA),
        ("1,000.5", COMMA),
        ("+5", FORM),
        ("--5", FORM),
        ("-", FORM),
        ("1e3", FORM),
        (".5", FORM),
        ("5.", FORM),
        (" 5", FORM),
        ("5 %", FORM),
        ("1.2.3", FORM),
        ("\u{2212}5", FORM),
        ("\u{665}", FORM),
        ("NaN", FORM),
        ("05", LEADING),
        ("00.5", LEADING),
        ("-01", LEADING),
        ("-0", MINUS),
        ("-0.00", MINUS),
        ("1000000000000000000", DIGITS),
        ("-1234567890.123456789", DIGITS),
        (&long, DIGITS),
        ("0.0000000001", DECIMALS),
        ("-0.0000000000", DECIMALS),
        (&format!("0.{long}"), DECIMALS),
    ] {
        let error = text.parse::<Decimal>().map_err(|error| error.to_string());
        assert_eq!(error, Err(expected.to_owned()), "{text:?}");
    }
}

#[test]
fn a_json_number_is_refused_and_text_expected() {
    let message = |json: &str| serde_json::from_str::<Decimal>(json).unwrap_err().to_string();
    let asked = r#"expected a figure written as text, as in "80" or "79.6" at line 1 column"#;
    assert_eq!(message("80"), format!("invalid type: integer `80`, {asked} 2"));
    assert_eq!(message("79.5"), format!("invalid type: floating point `79.5`, {asked} 4"));
    assert_eq!(message("null"), format!("invalid type: null, {asked} 4"));
    assert_eq!(
        message(r#""87,5""#),
        "the figure has a comma: the exchange format writes a decimal point, as in `87.5` at line 1 column 6"
    );
}

#[test]
fn a_part_larger_than_the_whole_is_refused() {
    for (part, whole) in [(21, 20), (1, 0), (u64::MAX, u64::MAX - 1)] {
        let error = Share::new(part, whole).map_err(|error| error.to_string());
        assert_eq!(error, Err(format!("the part, {part}, is larger than the whole, {whole}")));
    }
}

#[test]
fn figures_are_readable_in_both_languages() {
    for (part, whole, danish, english) in [
        (16, 20, "16 af 20 (80 %)", "16 of 20 (80%)"),
        (15, 19, "15 af 19 (ca. 78,9 %)", "15 of 19 (about 78.9%)"),
        (7, 8, "7 af 8 (87,5 %)", "7 of 8 (87.5%)"),
        (30, 41, "30 af 41 (ca. 73,2 %)", "30 of 41 (about 73.2%)"),
        (1463, 2000, "1463 af 2000 (ca. 73,2 %)", "1463 of 2000 (about 73.2%)"),
        // Neither is 80 %, 100 % or nothing.
        (8001, 10_000, "8001 af 10000 (80,01 %)", "8001 of 10000 (80.01%)"),
        (7999, 10_000, "7999 af 10000 (79,99 %)", "7999 of 10000 (79.99%)"),
        (29_999, 30_000, "29999 af 30000 (ca. 99,997 %)", "29999 of 30000 (about 99.997%)"),
        (1, 30_000, "1 af 30000 (ca. 0,003 %)", "1 of 30000 (about 0.003%)"),
        (0, 3, "0 af 3 (0 %)", "0 of 3 (0%)"),
        (0, 0, "0 af 0 (kan ikke vurderes)", "0 of 0 (cannot be assessed)"),
    ] {
        assert_eq!(share(part, whole).in_lang(Lang::Da).to_string(), danish);
        assert_eq!(share(part, whole).in_lang(Lang::En).to_string(), english);
    }
    let other = Unit::Other { name: "fortroligt".into() };
    for (direction, value, unit, danish, english) in [
        (Direction::AtLeast, "87.5", Unit::Percent, "mindst 87,5 %", "at least 87.5%"),
        (Direction::AtMost, "0", Unit::Count, "højst 0", "at most 0"),
        (Direction::AtMost, "1", Unit::Days, "højst 1 dag", "at most 1 day"),
        (Direction::AtMost, "14", Unit::Days, "højst 14 dage", "at most 14 days"),
        (Direction::AtLeast, "1", Unit::Hours, "mindst 1 time", "at least 1 hour"),
        (Direction::AtLeast, "1.5", Unit::Hours, "mindst 1,5 timer", "at least 1.5 hours"),
        (Direction::AtLeast, "1", Unit::Points, "mindst 1 point", "at least 1 point"),
        (Direction::AtLeast, "-2", Unit::Points, "mindst -2 point", "at least -2 points"),
        (Direction::AtLeast, "3", other, "mindst 3 (anden enhed)", "at least 3 (other unit)"),
    ] {
        let target = Threshold { direction, value: decimal(value), unit };
        assert_eq!(target.in_lang(Lang::Da).to_string(), danish);
        assert_eq!(target.in_lang(Lang::En).to_string(), english);
        assert!(!format!("{target:?}").contains("fortroligt"));
    }
}

#[test]
fn verdicts_and_units_have_words() {
    let words = |lang| {
        let why = [WhyNot::WholeIsZero, WhyNot::UnitMismatch];
        let verdicts = [Assessment::Met, Assessment::NotMet, Assessment::NotAssessable(why[0])];
        let other = Unit::Other { name: "fortroligt".into() };
        let units = [Unit::Percent, Unit::Count, Unit::Days, Unit::Hours, Unit::Points, other];
        [
            verdicts.map(|verdict| verdict.label().in_lang(lang)).join("; "),
            why.map(|why| why.label().in_lang(lang)).join("; "),
            units.each_ref().map(|unit| unit.label().in_lang(lang)).join("; "),
        ]
    };
    assert_eq!(
        words(Lang::Da),
        [
            "opfyldt; ikke opfyldt; kan ikke vurderes",
            "nævneren er nul; målingen har en anden enhed end måltallet",
            "%; antal; dage; timer; point; anden enhed",
        ]
    );
    assert_eq!(
        words(Lang::En),
        [
            "met; not met; cannot be assessed",
            "the whole is zero; the figure and its target differ in unit",
            "%; count; days; hours; points; other unit",
        ]
    );
}

#[test]
fn a_threshold_without_direction_or_with_more_is_refused() {
    let read = |json: &str| serde_json::from_str::<Threshold>(json).map_err(|error| error.to_string());
    let whole = r#"{"direction":"atLeast","value":"80.0","unit":"percent"}"#;
    let target = read(whole).unwrap();
    assert_eq!(target, percent(Direction::AtLeast, Decimal::from(80)));
    assert_eq!(serde_json::to_string(&target).unwrap(), whole);
    assert_eq!(
        read(r#"{"value":"80","unit":"percent"}"#).unwrap_err(),
        "missing field `direction` at line 1 column 31"
    );
    assert!(read(r#"{"direction":"atLeast","value":"80","unit":"percent","note":""}"#).is_err());
    assert!(serde_json::from_str::<Unit>(r#"{"other":{"name":"kr.","note":""}}"#).is_err());
    assert!(serde_json::from_str::<Unit>(r#"{"other":{}}"#).is_err());
    let other = Unit::Other { name: "kr.".into() };
    assert_eq!(serde_json::to_string(&other).unwrap(), r#"{"other":{"name":"kr."}}"#);
}

#[test]
fn a_whole_of_zero_and_another_unit_are_not_assessable() {
    let mismatch = Assessment::NotAssessable(WhyNot::UnitMismatch);
    let other = Unit::Other { name: "%".into() };
    for unit in [Unit::Percent, Unit::Count, Unit::Days, Unit::Hours, Unit::Points, other] {
        for direction in [Direction::AtLeast, Direction::AtMost] {
            let target = Threshold { direction, value: Decimal::ZERO, unit: unit.clone() };
            let (of_share, of_count) = match unit {
                Unit::Percent => (Assessment::Met, mismatch),
                Unit::Count => (mismatch, Assessment::Met),
                _ => (mismatch, mismatch),
            };
            assert_eq!(target.judge_share(share(0, 5)), of_share, "{unit:?}");
            assert_eq!(target.judge_count(0), of_count, "{unit:?}");
            assert_eq!(target.judge_value(&Decimal::ZERO), Assessment::Met, "{unit:?}");
        }
    }
}

// Laws. The ends of each range are as likely as its middle.

fn count() -> impl Strategy<Value = u64> {
    prop_oneof![0..=3_u64, 0..=100_u64, any::<u64>(), u64::MAX - 3..=u64::MAX]
}

fn any_share() -> impl Strategy<Value = Share> {
    (count(), count()).prop_map(|(a, b)| share(a.min(b), a.max(b)))
}

fn any_decimal() -> impl Strategy<Value = Decimal> {
    const END: i64 = 999_999_999_999_999_999;
    let mantissa = prop_oneof![-3..=3_i64, 0..=10_000_i64, -END..=END, END - 3..=END, -END..=3 - END];
    (mantissa, prop_oneof![Just(0_u8), 0..=9_u8, Just(9_u8)])
        .prop_map(|(mantissa, decimals)| Decimal::new(mantissa, decimals).unwrap())
}

/// Usually from 0 to 100, where shares are.
fn any_percent() -> impl Strategy<Value = Decimal> {
    prop_oneof![
        2 => (0..=100_u32).prop_map(Decimal::from),
        2 => (0..=100_000_000_000_i64).prop_map(|mantissa| Decimal::new(mantissa, 9).unwrap()),
        1 => (99_999_999_998..=100_000_000_002_i64).prop_map(|mantissa| Decimal::new(mantissa, 9).unwrap()),
        1 => any_decimal(),
    ]
}

fn change() -> impl Strategy<Value = PercentChange> {
    (count(), count()).prop_filter_map("from zero", |(first, second)| percent_change(first, second))
}

/// The figure in billionths, computed from its text alone.
fn at_nine_decimals(figure: Decimal) -> i128 {
    let text = figure.to_string();
    let (whole, fraction) = text.split_once('.').unwrap_or((&text, ""));
    format!("{whole}{fraction:0<9}").parse().unwrap()
}

/// The decimal digits of a product, least first, by long multiplication.
fn product(left: &str, right: &str) -> Vec<u32> {
    let mut digits = vec![0; left.len() + right.len()];
    for (i, a) in left.bytes().rev().enumerate() {
        for (j, b) in right.bytes().rev().enumerate() {
            digits[i + j] += u32::from(a - b'0') * u32::from(b - b'0');
        }
    }
    for i in 1..digits.len() {
        digits[i] += digits[i - 1] / 10;
        digits[i - 1] %= 10;
    }
    while digits.last() == Some(&0) {
        digits.pop();
    }
    digits
}

fn compare_digits(left: &[u32], right: &[u32]) -> Ordering {
    left.len().cmp(&right.len()).then_with(|| left.iter().rev().cmp(right.iter().rev()))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn the_text_of_a_decimal_is_unchanged(figure in any_decimal()) {
        let text = figure.to_string();
        let again = decimal(&text);
        prop_assert_eq!(again, figure);
        prop_assert_eq!(&again.to_string(), &text);
        let json = serde_json::to_string(&figure).unwrap();
        prop_assert_eq!(&json, &format!("\"{text}\""));
        prop_assert_eq!(serde_json::from_str::<Decimal>(&json).unwrap().decimals(), figure.decimals());
        prop_assert_eq!(figure.in_lang(Lang::Da).to_string().replace(',', "."), text);
    }

    #[test]
    fn an_accepted_text_is_written_unchanged(text in prop_oneof!["-?[0-9]{0,3}(\\.[0-9]{0,3})?", "\\PC*", "[-+.,e0-9]{0,22}"]) {
        if let Ok(figure) = text.parse::<Decimal>() {
            prop_assert_eq!(figure.to_string(), text);
        }
    }

    #[test]
    fn order_is_that_of_the_numbers(a in any_decimal(), b in any_decimal()) {
        let numbers = (at_nine_decimals(a), at_nine_decimals(b));
        prop_assert_eq!(a.cmp(&b), numbers.0.cmp(&numbers.1));
        prop_assert_eq!(HashSet::from([a, b]).len(), HashSet::from([numbers.0, numbers.1]).len());
        prop_assert_eq!((a.is_zero(), a.is_negative()), (numbers.0 == 0, numbers.0 < 0));
    }

    #[test]
    fn zeros_at_the_end_change_no_verdict(mantissa in -1_000_000..=1_000_000_i64, decimals in 0..=8_u8, of in any_share()) {
        let short = Decimal::new(mantissa, decimals).unwrap();
        let long = Decimal::new(mantissa * 10, decimals + 1).unwrap();
        prop_assert_eq!((short, HashSet::from([short, long]).len()), (long, 1));
        prop_assert_eq!(of.compare_percent(&short), of.compare_percent(&long));
    }

    #[test]
    fn share_agrees_with_long_multiplication(of in any_share(), figure in any_percent()) {
        let nines = at_nine_decimals(figure);
        let left = product(&of.part().to_string(), "100000000000");
        let right = product(&of.whole().to_string(), &nines.unsigned_abs().to_string());
        let expected = match (of.whole(), nines) {
            (0, _) => None,
            (_, ..0) => Some(Ordering::Greater),
            _ => Some(compare_digits(&left, &right)),
        };
        prop_assert_eq!(of.compare_percent(&figure), expected);
    }

    #[test]
    fn the_exact_percentage_is_equal_and_its_neighbours_are_not(part in 0..=100_u64, times in 1..=u64::MAX / 100) {
        let of = share(part * times, 100 * times);
        let near = |by| Decimal::new(i64::try_from(part).unwrap() * 1_000_000_000 + by, 9).unwrap();
        let compared = [-1, 0, 1].map(|by| of.compare_percent(&near(by)));
        prop_assert_eq!(compared, [Ordering::Greater, Ordering::Equal, Ordering::Less].map(Some));
    }

    #[test]
    fn both_directions_are_met_at_the_figure_alone(of in any_share(), figure in any_percent()) {
        let [least, most] =
            [Direction::AtLeast, Direction::AtMost].map(|way| percent(way, figure).judge_share(of));
        match of.compare_percent(&figure) {
            None => prop_assert_eq!((least, most), (Assessment::NotAssessable(WhyNot::WholeIsZero), least)),
            Some(Ordering::Less) => prop_assert_eq!((least, most), (Assessment::NotMet, Assessment::Met)),
            Some(Ordering::Equal) => prop_assert_eq!((least, most), (Assessment::Met, Assessment::Met)),
            Some(Ordering::Greater) => prop_assert_eq!((least, most), (Assessment::Met, Assessment::NotMet)),
        }
    }

    #[test]
    fn more_of_the_same_whole_never_turns_met_into_not_met(of in any_share(), more in count(), figure in any_percent()) {
        let larger = share(of.part().max(more.min(of.whole())), of.whole());
        let met = |way, of| percent(way, figure).judge_share(of) == Assessment::Met;
        prop_assert!(!met(Direction::AtLeast, of) || met(Direction::AtLeast, larger));
        prop_assert!(!met(Direction::AtMost, larger) || met(Direction::AtMost, of));
    }

    #[test]
    fn a_sum_of_met_shares_is_met(a in any_share(), b in any_share(), figure in any_percent()) {
        let Some(both) = a.checked_add(b) else {
            prop_assert!(u128::from(a.whole()) + u128::from(b.whole()) > u128::from(u64::MAX));
            return Ok(());
        };
        prop_assert_eq!((both.part(), both.whole()), (a.part() + b.part(), a.whole() + b.whole()));
        prop_assert_eq!(b.checked_add(a), Some(both));
        let verdicts = [a, b, both].map(|of| percent(Direction::AtLeast, figure).judge_share(of));
        if verdicts[0] == verdicts[1] {
            prop_assert_eq!(verdicts[2], verdicts[0]);
        }
    }

    #[test]
    fn the_percent_shown_is_rounded_and_a_whole_one_is_exact(of in any_share()) {
        let shown = of.in_lang(Lang::En).to_string();
        let figure = shown.split_once('(').unwrap().1.trim_start_matches("about ").trim_end_matches("%)");
        if of.whole() == 0 {
            prop_assert_eq!(figure, "cannot be assessed)");
            return Ok(());
        }
        let (whole, decimals) = figure.split_once('.').unwrap_or((figure, ""));
        let digits: u128 = format!("{whole}{decimals}").parse().unwrap();
        let one = 10_u128.pow(u32::try_from(decimals.len()).unwrap());
        let exact = u128::from(of.part()) * 100 * one;
        let off = exact.abs_diff(digits * u128::from(of.whole()));
        prop_assert!(off * 2 <= u128::from(of.whole()), "{}", shown);
        prop_assert_eq!(off == 0, !shown.contains("about"), "{}", shown);
        // With 17 decimals there are no more to add.
        prop_assert!(off == 0 || !digits.is_multiple_of(one) || decimals.len() == 17, "{}", shown);
    }

    #[test]
    fn count_and_value_are_judged_alike(number in any::<u32>(), large in count(), figure in any_decimal()) {
        for direction in [Direction::AtLeast, Direction::AtMost] {
            let target = Threshold { direction, value: figure, unit: Unit::Count };
            prop_assert_eq!(target.judge_count(number.into()), target.judge_value(&number.into()));
            let above = i128::from(large) * 1_000_000_000;
            let met = direction.admits(above.cmp(&at_nine_decimals(figure)));
            prop_assert_eq!(target.judge_count(large) == Assessment::Met, met);
        }
    }

    #[test]
    fn changes_are_ordered_as_their_fractions(a in change(), b in change(), times in 1..=100_u64) {
        let ratio = |x: PercentChange, y: PercentChange| {
            let second = u128::try_from(x.numerator() + i128::from(x.denominator())).unwrap();
            product(&second.to_string(), &y.denominator().to_string())
        };
        prop_assert_eq!(a.cmp(&b), compare_digits(&ratio(a, b), &ratio(b, a)));
        prop_assert_eq!(HashSet::from([a, b]).len(), if a == b { 1 } else { 2 });
        let second = u64::try_from(a.numerator() + i128::from(a.denominator())).unwrap();
        if let (Some(first), Some(second)) = (a.denominator().checked_mul(times), second.checked_mul(times)) {
            let larger = percent_change(first, second).unwrap();
            prop_assert_eq!((larger, HashSet::from([a, larger]).len()), (a, 1));
        }
    }

    #[test]
    fn a_rounded_change_is_within_half_a_unit(first in prop_oneof![1..=40_u64, 1..=1_000_000_u64], second in 0..=1_000_000_u64, decimals in 0..=5_u8) {
        let change = percent_change(first, second).unwrap();
        let rounded = change.rounded(decimals).unwrap();
        prop_assert_eq!(rounded.decimals(), decimals);
        // Both multiplied by `first`: exact and rounded, in billionths of a percent; away from zero at the half.
        let exact = change.numerator() * 100_000_000_000;
        let off = at_nine_decimals(rounded) * i128::from(first) - exact;
        let unit = 10_i128.pow(9 - u32::from(decimals)) * i128::from(first);
        prop_assert!(2 * off.abs() < unit || (2 * off.abs() == unit && off.signum() == exact.signum()));
    }

    #[test]
    fn no_change_panics(first in count(), second in count(), decimals in any::<u8>()) {
        prop_assert_eq!(percent_change(first, second).is_none(), first == 0);
        if let Some(figure) = percent_change(first, second).and_then(|change| change.rounded(decimals)) {
            prop_assert_eq!(decimal(&figure.to_string()), figure);
        }
    }
}
