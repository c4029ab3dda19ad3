//! What a measurement found.

use core::fmt;

use serde::{Deserialize, Serialize};

use crate::figure::{Decimal, Share, ShareError, Unit};
use crate::text::Lang;

/// What a measurement found (*måleresultat*): two counts, one count, or one figure in a unit.
///
/// A draft can hold 21 of 20; rule `MEA001` finds it.
///
/// ```
/// use kvalitetsmodel::Observed;
///
/// let share: Observed = serde_json::from_str(r#"{ "share": { "part": 16, "whole": 20 } }"#)?;
/// assert_eq!(share, Observed::Share { part: 16, whole: 20 });
/// let days = r#"{ "value": { "value": "12.5", "unit": "days" } }"#;
/// assert_eq!(serde_json::from_str::<Observed>(days)?.share(), None);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Observed {
    /// So many of so many (*andel*). Shares of several units are added, part to part and whole to whole.
    Share {
        /// How many of the whole (*tæller*).
        part: u64,
        /// How many in all (*nævner*); zero when there was nothing to count.
        whole: u64,
    },
    /// So many, with no whole to hold them against (*antal*). Counts of several units are added.
    Count {
        /// How many; zero is zero.
        count: u64,
    },
    /// One figure: an average, a rate, a percent without its counts. It is never added and never averaged.
    Value {
        /// The figure.
        value: Decimal,
        /// Its unit.
        unit: Unit,
    },
}

impl Observed {
    /// The share; nothing for a count or a single figure (R-144).
    ///
    /// # Errors
    ///
    /// [`ShareError`] for 21 of 20.
    #[must_use]
    pub const fn share(&self) -> Option<Result<Share, ShareError>> {
        match self {
            Self::Share { part, whole } => Some(Share::new(*part, *whole)),
            Self::Count { .. } | Self::Value { .. } => None,
        }
    }

    /// The figure for a reader. A unit that the format has no word for stays unnamed.
    ///
    /// ```
    /// use kvalitetsmodel::{Lang, Observed, Unit};
    ///
    /// let share = Observed::Share { part: 15, whole: 19 };
    /// assert_eq!(share.in_lang(Lang::Da).to_string(), "15 af 19 (ca. 78,9 %)");
    /// let days = Observed::Value { value: "12.5".parse()?, unit: Unit::Days };
    /// assert_eq!(days.in_lang(Lang::En).to_string(), "12.5 days");
    /// # Ok::<(), kvalitetsmodel::figure::DecimalError>(())
    /// ```
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match self {
            Self::Share { part, whole } => match Share::new(*part, *whole) {
                Ok(share) => fmt::Display::fmt(&share.in_lang(lang), f),
                Err(_) if lang == Lang::Da => write!(f, "{part} af {whole}"),
                Err(_) => write!(f, "{part} of {whole}"),
            },
            Self::Count { count } => fmt::Display::fmt(count, f),
            Self::Value { value, unit } => write!(f, "{} {}", value.in_lang(lang), unit.in_lang(lang)),
        })
    }
}
