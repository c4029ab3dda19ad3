//! Figures for a reader.

use core::fmt;

use super::scale::Scale;
use crate::Lang;
use crate::figure::{Unit, decimal_mark};
use crate::text::Bilingual;

impl Scale {
    /// A single figure for a reader: percent with one decimal for shares, otherwise three significant digits,
    /// rounded half up, with a decimal comma in Danish. Only the text is rounded; rounded figures are never compared.
    ///
    /// [`Chart::figure_in_lang`](super::Chart::figure_in_lang) shows the figures of one chart with the decimals that
    /// distinguish them.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::chart::Scale;
    ///
    /// assert_eq!(Scale::Share.in_lang(0.6254, Lang::Da).to_string(), "62,5 %");
    /// assert_eq!(Scale::Share.in_lang(0.0125, Lang::En).to_string(), "1.3%");
    /// assert_eq!(Scale::Count.in_lang(14.0, Lang::En).to_string(), "14");
    /// assert_eq!(Scale::Count.in_lang(0.009_667, Lang::En).to_string(), "0.00967");
    /// ```
    #[must_use]
    pub fn in_lang(&self, figure: f64, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let decimals = if *self == Self::Share { 1 } else { decimals(figure, 3) };
            match Fifteen::of(figure, self.shift()) {
                Some(fifteen) => fifteen.write(f, decimals, lang)?,
                None => write!(f, "{figure}")?,
            }
            f.write_str(self.sign(lang))
        })
    }

    /// How far the decimal mark moves for a reader: a share is shown in percent.
    pub(super) const fn shift(&self) -> i32 {
        match self {
            Self::Share => 2,
            Self::Count | Self::In(_) | Self::Per(_) => 0,
        }
    }

    /// What follows each figure: the percent sign of shares.
    pub(super) const fn sign(&self, lang: Lang) -> &'static str {
        match self {
            Self::Share => Bilingual::new(" %", "%").in_lang(lang),
            Self::Count | Self::In(_) | Self::Per(_) => "",
        }
    }

    /// The unit after a figure: ` dage`, ` pr. dag`; nothing for shares, whose figures have their sign, and for
    /// counts. A unit that a person named is shown as written, after a × if it begins with a figure; after *pr.*, a unit of time in the plural is shown in
    /// the singular: ` pr. sengedag`.
    ///
    /// ```
    /// use kvalitetsmodel::chart::Scale;
    /// use kvalitetsmodel::{Lang, figure::Unit};
    ///
    /// assert_eq!(Scale::In(Unit::Days).unit_in_lang(Lang::Da).to_string(), " dage");
    /// assert_eq!(Scale::Per(Unit::Days).unit_in_lang(Lang::En).to_string(), " per day");
    /// assert_eq!(Scale::In(Unit::Other { name: "1.000 kr.".into() }).unit_in_lang(Lang::Da).to_string(), " × 1.000 kr.");
    /// ```
    #[must_use]
    pub fn unit_in_lang(&self, lang: Lang) -> impl fmt::Display {
        self.unit_after(false, lang)
    }

    /// The unit after a figure; `one` for the figure 1.
    pub(super) fn unit_after(&self, one: bool, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Share | Self::Count => Ok(()),
            Self::In(Unit::Other { name }) => write_named(f, before_named(name.as_str()), name.as_str(), ""),
            Self::In(unit) => f.write_str(unit.after_number(one, lang)),
            Self::Per(unit) => {
                let per = Bilingual::new(" pr. ", " per ").in_lang(lang);
                match unit {
                    Unit::Other { name } => {
                        let (name, ending) = of_one(name.as_str(), lang);
                        write_named(f, per, name, ending)
                    }
                    unit => {
                        let one = unit.after_number(true, lang).trim_start();
                        let one =
                            if one.is_empty() { Bilingual::new("enhed", "unit").in_lang(lang) } else { one };
                        write!(f, "{per}{one}")
                    }
                }
            }
        })
    }
}

/// The singular of a unit of time that a person named, such as `sengedage`: its stem and the new ending. A name with
/// a digit, such as a thousand days, and any other name are unchanged.
fn of_one(name: &str, lang: Lang) -> (&str, &'static str) {
    let endings: &[(&str, &'static str)] = match lang {
        Lang::Da => &[("dage", "dag"), ("timer", "time"), ("uger", "uge"), ("måneder", "måned")],
        Lang::En => &[("days", "day"), ("hours", "hour"), ("weeks", "week"), ("months", "month")],
    };
    let name = name.trim_end();
    if name.contains(|one: char| one.is_ascii_digit()) {
        return (name, "");
    }
    let of_one = endings.iter().find_map(|(several, one)| Some((name.strip_suffix(several)?, *one)));
    of_one.unwrap_or((name, ""))
}

/// What stands between a figure and the unit that a person named; `12 1.000 kr.` would be two figures.
pub(super) fn before_named(name: &str) -> &'static str {
    if name.trim_start().starts_with(|sign: char| sign.is_ascii_digit()) { " × " } else { " " }
}

/// What a person wrote, in one line.
pub(super) fn in_one_line(text: &str) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        for (n, word) in text.split_whitespace().enumerate() {
            write!(f, "{}{word}", if n > 0 { " " } else { "" })?;
        }
        Ok(())
    })
}

fn write_named(f: &mut fmt::Formatter<'_>, before: &str, name: &str, ending: &str) -> fmt::Result {
    match (name.trim(), ending) {
        ("", "") => Ok(()),
        // The ending can be a word of its own: `3 dage`.
        _ if !ending.is_empty() && name.ends_with(char::is_whitespace) => {
            write!(f, "{before}{} {ending}", in_one_line(name))
        }
        _ => write!(f, "{before}{}{ending}", in_one_line(name)),
    }
}

/// The number of decimals, at most 12, that gives `count` significant digits.
pub(super) fn decimals(figure: f64, digits: i32) -> usize {
    let size = libm::fabs(figure);
    let enough = libm::pow(10.0, f64::from(digits.saturating_sub(1)));
    let mut decimals = 0_usize;
    let mut grown = size;
    while size > 0.0 && grown < enough && decimals < MOST_DECIMALS {
        grown *= 10.0;
        decimals = decimals.saturating_add(1);
    }
    decimals
}

/// No figure is shown with more decimals.
pub(super) const MOST_DECIMALS: usize = 12;

/// A double as the fifteen digits that it keeps of every decimal: 0.29 is 29 hundredths, and 0.125, however it
/// was calculated, is exactly between 0.12 and 0.13.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fifteen {
    is_negative: bool,
    digits: u64,
    /// The power of ten that the digits are multiplied by.
    exponent: i32,
}

impl Fifteen {
    /// The figure times ten to the power of `shift`, or `None` if it is infinite or not a number.
    pub(super) fn of(figure: f64, shift: i32) -> Option<Self> {
        let mut text = Digits::default();
        fmt::Write::write_fmt(&mut text, format_args!("{figure:.14e}")).ok()?;
        let (digits, exponent) = text.as_str().split_once('e')?;
        let is_negative = digits.starts_with('-');
        let digits = digits.bytes().filter(u8::is_ascii_digit).fold(0_u64, |number, digit| {
            number.saturating_mul(10).saturating_add(u64::from(digit.saturating_sub(b'0')))
        });
        let exponent = exponent.parse::<i32>().ok()?.saturating_sub(14).saturating_add(shift);
        Some(Self { is_negative, digits, exponent })
    }

    /// The figure in units of its last decimal, rounded half up; `None` if it is too large.
    pub(super) fn rounded(self, decimals: usize) -> Option<i128> {
        let shift = self.exponent.saturating_add(i32::try_from(decimals).ok()?);
        let size = i128::from(self.digits);
        let power = 10_i128.checked_pow(shift.unsigned_abs());
        let size = match power {
            Some(power) if shift >= 0 => size.checked_mul(power)?,
            Some(power) => half_up(size, power)?,
            None if shift < 0 || size == 0 => 0,
            None => return None,
        };
        Some(if self.is_negative { size.saturating_neg() } else { size })
    }

    /// Returns `true` if it is so large or so small that it is shown with a power of ten.
    pub(super) const fn needs_power(self) -> bool {
        self.digits > 0 && (self.exponent >= 1 || self.exponent < -23)
    }

    fn write_with_power(self, f: &mut fmt::Formatter<'_>, lang: Lang) -> fmt::Result {
        let three = half_up(i128::from(self.digits), 1_000_000_000_000).unwrap_or_default();
        let (three, more) = if three > 999 { (100, 15) } else { (three, 14) };
        write_decimal(f, if self.is_negative { three.saturating_neg() } else { three }, 2, lang)?;
        write!(f, "·10^{}", self.exponent.saturating_add(more))
    }

    /// Writes the figure with at most `decimals` decimals.
    pub(super) fn write(self, f: &mut fmt::Formatter<'_>, decimals: usize, lang: Lang) -> fmt::Result {
        match self.rounded(decimals) {
            Some(rounded) if !self.needs_power() => write_decimal(f, rounded, decimals, lang),
            _ => self.write_with_power(f, lang),
        }
    }
}

/// The quotient, rounded half up to a whole number. Neither number is negative.
pub(super) fn half_up(number: i128, over: i128) -> Option<i128> {
    let (whole, rest) = (number.checked_div(over)?, number.checked_rem(over)?);
    let up = rest >= over.saturating_sub(rest);
    Some(whole.saturating_add(i128::from(up)))
}

/// Writes a number of units of the last decimal, without trailing zeros.
pub(super) fn write_decimal(
    f: &mut fmt::Formatter<'_>,
    number: i128,
    decimals: usize,
    lang: Lang,
) -> fmt::Result {
    let (mut size, mut decimals) = (number.unsigned_abs(), decimals);
    while decimals > 0 && size.is_multiple_of(10) {
        size /= 10;
        decimals = decimals.saturating_sub(1);
    }
    let one = u32::try_from(decimals).ok().and_then(|power| 10_u128.checked_pow(power)).ok_or(fmt::Error)?;
    // A minus sign as wide as a digit, as in print.
    f.write_str(if number < 0 { "−" } else { "" })?;
    write_grouped(f, &alloc::format!("{}", size.checked_div(one).unwrap_or_default()), lang)?;
    match size.checked_rem(one) {
        Some(rest) if decimals > 0 => write!(f, "{}{rest:0decimals$}", decimal_mark(lang)),
        _ => Ok(()),
    }
}

/// Writes the digits of a whole number, in groups of three if there are five or more: `13.423.127`, `8000`.
pub(super) fn write_grouped(out: &mut impl fmt::Write, digits: &str, lang: Lang) -> fmt::Result {
    let mark = Bilingual::new(".", ",").in_lang(lang);
    for (place, digit) in digits.chars().enumerate() {
        let left = digits.len().saturating_sub(place);
        if digits.len() > 4 && place > 0 && left.is_multiple_of(3) {
            out.write_str(mark)?;
        }
        out.write_char(digit)?;
    }
    Ok(())
}

/// Text on the stack.
#[derive(Default)]
pub(super) struct Digits {
    bytes: [u8; 32],
    length: usize,
}

impl Digits {
    pub(super) fn as_str(&self) -> &str {
        self.bytes.get(..self.length).and_then(|bytes| core::str::from_utf8(bytes).ok()).unwrap_or_default()
    }
}

impl fmt::Write for Digits {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        let end = self.length.saturating_add(text.len());
        let room = self.bytes.get_mut(self.length..end).ok_or(fmt::Error)?;
        room.copy_from_slice(text.as_bytes());
        self.length = end;
        Ok(())
    }
}
