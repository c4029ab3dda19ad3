//! How days are written: in exchange documents, and in two languages.

use core::fmt;
use core::marker::PhantomData;
use core::ops::RangeInclusive;
use core::str::FromStr;

use serde::de::{Deserializer, Error, Visitor};

use crate::text::{Bilingual, Lang};

/// The years that a four digit text can name.
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

/// The name of the month, 1 to 12; nothing for other numbers, which no caller has.
pub(super) fn month_name(month: u32, lang: Lang) -> &'static str {
    let index = usize::try_from(month).ok().and_then(|month| month.checked_sub(1));
    index.and_then(|index| MONTHS.get(index)).map_or("", |name| name.in_lang(lang))
}

/// "31. marts", "31 March".
pub(super) fn day_and_month(month: u32, day: u32, lang: Lang) -> impl fmt::Display {
    let name = month_name(month, lang);
    fmt::from_fn(move |f| match lang {
        Lang::Da => write!(f, "{day}. {name}"),
        Lang::En => write!(f, "{day} {name}"),
    })
}

/// The number that exactly `LEN` ASCII digits write.
pub(super) fn digits<const LEN: usize>(text: &str) -> Option<u32> {
    let strict = text.len() == LEN && text.bytes().all(|byte| byte.is_ascii_digit());
    if strict { text.parse().ok() } else { None }
}

/// Reads a value from its text form. The text itself never enters the error: it can be anything.
pub(crate) fn deserialize<'de, T, D>(deserializer: D, expected: &'static str) -> Result<T, D::Error>
where
    T: FromStr<Err: fmt::Display>,
    D: Deserializer<'de>,
{
    struct Written<T> {
        expected: &'static str,
        value: PhantomData<T>,
    }

    impl<T: FromStr<Err: fmt::Display>> Visitor<'_> for Written<T> {
        type Value = T;

        fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
            f.write_str(self.expected)
        }

        fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
            text.parse().map_err(E::custom)
        }
    }

    deserializer.deserialize_str(Written { expected, value: PhantomData })
}
