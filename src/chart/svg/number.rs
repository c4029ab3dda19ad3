//! Coordinates, and the numbers at the ticks: integers before they are written.

use alloc::format;
use alloc::string::String;
use core::fmt::{self, Write};

use crate::Lang;
use crate::chart::rounded::write_grouped;
use crate::figure::decimal_mark;

/// A coordinate in pixels, written with at most two decimals.
#[derive(Debug, Clone, Copy)]
pub(super) struct Px(pub(super) f64);

impl fmt::Display for Px {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let hundredths = hundredths(self.0);
        let size = hundredths.unsigned_abs();
        let (whole, rest) = (size / 100, size % 100);
        f.write_str(if hundredths < 0 { "-" } else { "" })?;
        write!(f, "{whole}")?;
        match (rest / 10, rest % 10) {
            (0, 0) => Ok(()),
            (tenths, 0) => write!(f, ".{tenths}"),
            _ => write!(f, ".{rest:02}"),
        }
    }
}

/// Hundredths of a pixel. NaN becomes zero, and no picture is larger than the bounds.
pub(super) fn hundredths(px: f64) -> i64 {
    #[expect(clippy::cast_possible_truncation, reason = "the bounds are far within, and NaN becomes zero")]
    let rounded = libm::round(px.clamp(-1e6, 1e6) * 100.0) as i64;
    rounded
}

/// The value times ten to the power of `-exponent`.
pub(super) fn over_power(value: f64, exponent: i32) -> f64 {
    // In two steps, so that neither power is beyond the range of a double.
    let half = exponent / 2;
    over_small_power(over_small_power(value, half), exponent.saturating_sub(half))
}

fn over_small_power(value: f64, exponent: i32) -> f64 {
    let power = libm::pow(10.0, f64::from(exponent.unsigned_abs()));
    if exponent < 0 { value * power } else { value / power }
}

/// The figure with its digits in groups of three if there are five or more: `13.423.127` in Danish, `13,423,127` in
/// English. Decimals, and figures that are already grouped, are unchanged.
pub(super) fn grouped(figure: &str, lang: Lang) -> String {
    let begins = figure.find(|letter: char| letter.is_ascii_digit()).unwrap_or(figure.len());
    let (before, digits) = figure.split_at_checked(begins).unwrap_or((figure, ""));
    let ends = digits.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(digits.len());
    let (digits, after) = digits.split_at_checked(ends).unwrap_or((digits, ""));
    let mut grouped = String::from(before);
    // Writing to a `String` does not fail.
    let _ = write_grouped(&mut grouped, digits, lang);
    grouped.push_str(after);
    grouped
}

/// The whole number times ten to the power of `exponent`, for a reader.
pub(super) fn written(number: i64, exponent: i32, lang: Lang) -> String {
    if number == 0 {
        return String::from("0");
    }
    let point = decimal_mark(lang);
    let mut out = String::from(if number < 0 { "−" } else { "" });
    let digits = format!("{}", number.unsigned_abs());
    let length = i32::try_from(digits.len()).unwrap_or(i32::MAX);
    let whole = length.saturating_add(exponent);
    if whole > 12 || exponent < -9 {
        let mut significant = digits.trim_end_matches('0').chars();
        out.extend(significant.next());
        if !significant.as_str().is_empty() {
            out.push(point);
            out.push_str(significant.as_str());
        }
        let _ = write!(out, "·10^{}", whole.saturating_sub(1));
        return out;
    }
    if whole <= 0 {
        out.push('0');
        out.push(point);
        out.extend((whole..0).map(|_| '0'));
        out.push_str(&digits);
        return out;
    }
    let zeros = (0..exponent.max(0)).map(|_| '0');
    for (place, digit) in (1_i32..).zip(digits.chars().chain(zeros)) {
        let left = whole.saturating_sub(place);
        if left == -1 {
            out.push(point);
        }
        out.push(digit);
    }
    grouped(&out, lang)
}

#[cfg(test)]
mod tests {
    use alloc::string::ToString;

    use super::*;

    #[test]
    fn coordinates_have_two_decimals_at_most() {
        let written =
            [0.0, -0.0, -0.001, 1.005, 12.5, -3.25, 100.0, f64::NAN, 0.07].map(|px| Px(px).to_string());
        assert_eq!(written, ["0", "0", "0", "1", "12.5", "-3.25", "100", "0", "0.07"]);
    }

    #[test]
    fn numbers_at_ticks_are_written_out() {
        let cases = [
            (0, -1, "0"),
            (5, -1, "0,5"),
            (-15, -1, "−1,5"),
            (15, -4, "0,0015"),
            (10, -1, "1,0"),
            (2000, 0, "2000"),
            (12, 3, "12.000"),
            (1_234_567, -2, "12.345,67"),
            (15, 299, "1,5·10^300"),
            (2, -300, "2·10^-300"),
        ];
        for (number, exponent, expected) in cases {
            assert_eq!(super::written(number, exponent, Lang::Da), expected);
        }
    }

    #[test]
    fn digits_stand_in_groups_from_five_on() {
        let cases = [
            ("13423127", "13.423.127", "13,423,127"),
            ("−12345 dage", "−12.345 dage", "−12,345 dage"),
            ("1234", "1234", "1234"),
            ("0,000123", "0,000123", "0,000123"),
            ("13.423.127", "13.423.127", "13.423.127"),
            ("ingen", "ingen", "ingen"),
        ];
        for (figure, danish, english) in cases {
            assert_eq!(grouped(figure, Lang::Da), danish);
            assert_eq!(grouped(figure, Lang::En), english);
        }
        assert_eq!(grouped("123456.25", Lang::En), "123,456.25");
    }

    #[test]
    fn powers_do_not_overflow() {
        assert!((over_power(0.07, -2) - 7.0).abs() < 1e-9);
        assert!((over_power(1e300, 300) - 1.0).abs() < 1e-9);
        assert!((over_power(5e-324, -323) - 0.5).abs() < 0.1);
    }
}
