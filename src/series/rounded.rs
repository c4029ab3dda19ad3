//! Figures for a reader.

use core::fmt;

use super::scale::Scale;
use crate::text::{Bilingual, Lang};

impl Scale<'_> {
    /// A figure of the chart for a reader: percent with one decimal for shares, three digits that count for all
    /// else, with a decimal comma in Danish. Only text is rounded; nothing is compared after it.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::series::Scale;
    ///
    /// assert_eq!(Scale::Share.in_lang(0.6254, Lang::Da).to_string(), "62,5 %");
    /// assert_eq!(Scale::Count.in_lang(14.0, Lang::En).to_string(), "14");
    /// assert_eq!(Scale::Count.in_lang(0.009_667, Lang::En).to_string(), "0.00967");
    /// ```
    #[must_use]
    pub fn in_lang(self, figure: f64, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Share => {
                write_rounded(f, figure * 100.0, 1, lang)?;
                f.write_str(Bilingual::new(" %", "%").in_lang(lang))
            }
            Self::Count | Self::In(_) | Self::Per(_) => write_rounded(f, figure, decimals(figure), lang),
        })
    }

    /// The unit in words; nothing for counts.
    #[must_use]
    pub fn unit_in_lang(self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Share => f.write_str("%"),
            Self::Count => f.write_str(Bilingual::new("antal", "count").in_lang(lang)),
            Self::In(unit) => f.write_str(unit.in_lang(lang)),
            Self::Per(unit) => {
                write!(f, "{} {}", Bilingual::new("pr.", "per").in_lang(lang), unit.in_lang(lang))
            }
        })
    }
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
    f.write_str(if nothing { "0" } else { whole })?;
    if !fraction.is_empty() {
        f.write_str(if lang == Lang::Da { "," } else { "." })?;
        f.write_str(fraction)?;
    }
    f.write_str(power)
}

/// Text on the stack.
#[derive(Default)]
struct Digits {
    bytes: [u8; 32],
    length: usize,
}

impl Digits {
    fn as_str(&self) -> &str {
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
