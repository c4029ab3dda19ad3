//! What a measurement found.

use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

use crate::figure::{Decimal, Share, ShareError, Unit};
use crate::text::{Bilingual, Lang, counted};

/// What a measurement found (*måleresultat*): two counts, one count, one figure in a unit, events over an
/// exposure, or the single values of a subgroup.
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
    /// So many events over so much exposure (*rate*): 12 falls in 340 days. There can be more events than
    /// days.
    Rate {
        /// How many events; zero is zero.
        events: u64,
        /// Over how much; more than zero.
        exposure: Decimal,
        /// The unit of the exposure.
        unit: Unit,
    },
    /// The single values of a subgroup (*stikprøve*), where each of several things was measured.
    Subgroup {
        /// What was found, one by one.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        values: Vec<Decimal>,
        /// Their unit.
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
            _ => None,
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
            Self::Rate { events, exposure, unit } => {
                let over = Bilingual::new("på", "over").in_lang(lang);
                write!(f, "{events} {over} {} {}", exposure.in_lang(lang), unit.in_lang(lang))
            }
            Self::Subgroup { values, unit } => {
                let (one, several) = match lang {
                    Lang::Da => ("værdi", "værdier"),
                    Lang::En => ("value", "values"),
                };
                let values = counted(crate::count(values.len()), one, several);
                write!(f, "{values} ({})", unit.in_lang(lang))
            }
        })
    }
}
