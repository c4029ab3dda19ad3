//! Figures for a reader.

use core::fmt;

use super::scale::Scale;
use crate::Lang;
use crate::figure::{Unit, decimal_mark};
use crate::text::Bilingual;

impl Scale {
    /// A figure of the chart for a reader: percent with one decimal for shares, three digits that count for all
    /// else, with a decimal comma in Danish. Only text is rounded; nothing is compared after it.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::chart::Scale;
    ///
    /// assert_eq!(Scale::Share.in_lang(0.6254, Lang::Da).to_string(), "62,5 %");
    /// assert_eq!(Scale::Count.in_lang(14.0, Lang::En).to_string(), "14");
    /// assert_eq!(Scale::Count.in_lang(0.009_667, Lang::En).to_string(), "0.00967");
    /// ```
    #[must_use]
    pub fn in_lang(&self, figure: f64, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Share => {
                write_rounded(f, figure * 100.0, 1, lang)?;
                f.write_str(Bilingual::new(" %", "%").in_lang(lang))
            }
            Self::Count | Self::In(_) | Self::Per(_) => write_rounded(f, figure, decimals(figure), lang),
        })
    }

    /// The unit after a figure: ` dage`, ` pr. dag`; nothing for shares, whose figures bear their sign, and for
    /// counts. A unit that a person named is shown as it was written.
    ///
    /// ```
    /// use kvalitetsmodel::chart::Scale;
    /// use kvalitetsmodel::{Lang, figure::Unit};
    ///
    /// assert_eq!(Scale::In(Unit::Days).unit_in_lang(Lang::Da).to_string(), " dage");
    /// assert_eq!(Scale::Per(Unit::Days).unit_in_lang(Lang::En).to_string(), " per day");
    /// ```
    #[must_use]
    pub fn unit_in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Share | Self::Count => Ok(()),
            Self::In(Unit::Other { name }) => write_named(f, " ", name.as_str()),
            Self::In(unit) => f.write_str(unit.after_number(false, lang)),
            Self::Per(unit) => {
                let per = Bilingual::new(" pr. ", " per ").in_lang(lang);
                match unit {
                    Unit::Other { name } => write_named(f, per, name.as_str()),
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

/// What a person wrote, in one line.
pub(super) fn in_one_line(text: &str) -> impl fmt::Display {
    fmt::from_fn(move |f| {
        for (n, word) in text.split_whitespace().enumerate() {
            write!(f, "{}{word}", if n > 0 { " " } else { "" })?;
        }
        Ok(())
    })
}

fn write_named(f: &mut fmt::Formatter<'_>, before: &str, name: &str) -> fmt::Result {
    if name.trim().is_empty() { Ok(()) } else { write!(f, "{before}{}", in_one_line(name)) }
}

/// How many decimals leave three digits that count; none from 100 on.
fn decimals(figure: f64) -> usize {
    let size = libm::fabs(figure);
    let mut decimals = 0_usize;
    let mut grown = size;
    while size > 0.0 && grown < 100.0 && decimals < 12 {
        grown *= 10.0;
        decimals = decimals.saturating_add(1);
    }
    decimals
}

fn write_rounded(f: &mut fmt::Formatter<'_>, figure: f64, decimals: usize, lang: Lang) -> fmt::Result {
    // Longer than any figure that is written out; longer ones get a power of ten.
    let mut text = Digits::default();
    let size = libm::fabs(figure);
    let written = if size >= 1e15 || (size > 0.0 && size < 1e-9) {
        fmt::Write::write_fmt(&mut text, format_args!("{figure:.2e}"))
    } else {
        fmt::Write::write_fmt(&mut text, format_args!("{figure:.decimals$}"))
    };
    written?;
    let text = text.as_str();
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let (fraction, power) = match fraction.find('e') {
        Some(at) => fraction.split_at(at),
        None => (fraction.trim_end_matches('0'), ""),
    };
    let nothing = fraction.is_empty() && power.is_empty() && whole == "-0";
    // A minus sign as long as the digits are wide, as in print.
    match whole.strip_prefix('-') {
        Some(_) if nothing => f.write_str("0")?,
        Some(size) => write!(f, "−{size}")?,
        None => f.write_str(whole)?,
    }
    if !fraction.is_empty() {
        write!(f, "{}{fraction}", decimal_mark(lang))?;
    }
    match power.strip_prefix('e') {
        Some(power) => write!(f, "·10^{power}"),
        None => Ok(()),
    }
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
