//! The text of days: in exchange documents, and in two languages.

use core::fmt;
use core::ops::RangeInclusive;

use crate::Lang;
use crate::text::{self, Bilingual};

/// The years that are written with four digits.
pub(super) const YEARS: RangeInclusive<i32> = 1..=9999;

const MONTHS: [Bilingual; 12] = [
    Bilingual::new("januar", "January"),
    Bilingual::new("februar", "February"),
    Bilingual::new("marts", "March"),
    Bilingual::new("april", "April"),
    Bilingual::new("maj", "May"),
    Bilingual::new("juni", "June"),
    Bilingual::new("juli", "July"),
    Bilingual::new("august", "August"),
    Bilingual::new("september", "September"),
    Bilingual::new("oktober", "October"),
    Bilingual::new("november", "November"),
    Bilingual::new("december", "December"),
];

/// The name of a month, 1 to 12; empty for other numbers.
pub(super) fn month_name(month: u32) -> Bilingual {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).copied().unwrap_or(Bilingual::new("", ""))
}

/// The first three letters of the name of a month, 1 to 12; empty for other numbers.
#[cfg(feature = "plot")]
pub(crate) fn short_month_name(month: u32, lang: Lang) -> &'static str {
    month_name(month).in_lang(lang).get(..3).unwrap_or_default()
}

/// "31. marts", "31 March".
pub(super) fn day_and_month(month: u32, day: u32, lang: Lang) -> impl fmt::Display {
    let name = month_name(month).in_lang(lang);
    fmt::from_fn(move |f| match lang {
        Lang::Da => write!(f, "{day}. {name}"),
        Lang::En => write!(f, "{day} {name}"),
    })
}

/// The number written by exactly `LEN` ASCII digits. Returns `None` for any other text.
pub(super) fn digits<const LEN: usize>(text: &str) -> Option<u32> {
    number(<[u8; LEN]>::try_from(text.as_bytes()).ok()?)
}

/// The number written by ASCII digits. Returns `None` for any other text.
pub(super) fn number<const LEN: usize>(text: [u8; LEN]) -> Option<u32> {
    text::number(&text)?.try_into().ok()
}
