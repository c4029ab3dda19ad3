//! What a figure counts, and which way is better.

use core::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::text::{Bilingual, Lang, Text};

/// The sign as it stands after a number: with a space in Danish, without in English.
pub(super) const PERCENT: Bilingual = Bilingual::new(" %", "%");

/// Which way a figure has to go (*retning*): a threshold never leaves it to be guessed.
///
/// Exhaustive on purpose: a figure is better when it is higher or when it is lower.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::figure::Direction;
///
/// assert_eq!(Direction::AtLeast.in_lang(Lang::Da), "mindst");
/// assert_eq!(serde_json::to_string(&Direction::AtMost)?, r#""atMost""#);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    /// Higher is better: the figure itself or more (*mindst*).
    AtLeast,
    /// Lower is better: the figure itself or less (*højst*).
    AtMost,
}

impl Direction {
    /// Does a figure meet the threshold that it compares to in this way? Equal always does.
    ///
    /// ```
    /// use core::cmp::Ordering;
    /// use kvalitetsmodel::figure::Direction;
    ///
    /// assert!(Direction::AtLeast.admits(3.cmp(&3)));
    /// assert!(!Direction::AtLeast.admits(2.cmp(&3)));
    /// assert!(Direction::AtMost.admits(Ordering::Less));
    /// ```
    #[must_use]
    pub const fn admits(self, figure_to_threshold: Ordering) -> bool {
        match self {
            Self::AtLeast => figure_to_threshold.is_ge(),
            Self::AtMost => figure_to_threshold.is_le(),
        }
    }

    /// The words in `lang`.
    #[must_use]
    pub const fn in_lang(self, lang: Lang) -> &'static str {
        match self {
            Self::AtLeast => Bilingual::new("mindst", "at least").in_lang(lang),
            Self::AtMost => Bilingual::new("højst", "at most").in_lang(lang),
        }
    }
}

/// What a figure counts (*enhed*).
///
/// Exhaustive on purpose: a new unit needs words and a place in every judgement; until then it is
/// [`Other`](Self::Other).
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::figure::Unit;
///
/// assert_eq!(serde_json::from_str::<Unit>(r#""days""#)?, Unit::Days);
/// let other: Unit = serde_json::from_str(r#"{ "other": { "name": "kr. pr. døgn" } }"#)?;
/// assert_eq!(other.in_lang(Lang::Da), "anden enhed");
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub enum Unit {
    /// Percent of a whole (*procent*); 80 is 80 percent.
    Percent,
    /// How many, with no whole to hold it against (*antal*).
    Count,
    /// Calendar days (*dage*).
    Days,
    /// Hours (*timer*).
    Hours,
    /// Points on a scale (*point*).
    Points,
    /// A unit that the format has no word for.
    Other {
        /// What people call it. Free text: it never enters a message.
        name: Text,
    },
}

impl Unit {
    /// The word in `lang`; for [`Other`](Self::Other) that it is another unit, never its name.
    #[must_use]
    pub const fn in_lang(&self, lang: Lang) -> &'static str {
        match self {
            Self::Percent => "%",
            Self::Count => Bilingual::new("antal", "count").in_lang(lang),
            Self::Days => Bilingual::new("dage", "days").in_lang(lang),
            Self::Hours => Bilingual::new("timer", "hours").in_lang(lang),
            Self::Points => Bilingual::new("point", "points").in_lang(lang),
            Self::Other { .. } => Bilingual::new("anden enhed", "other unit").in_lang(lang),
        }
    }

    /// What stands after a number that has this unit.
    pub(crate) const fn after_number(&self, one: bool, lang: Lang) -> &'static str {
        let words = match (self, one) {
            (Self::Percent, _) => PERCENT,
            (Self::Count, _) => Bilingual::new("", ""),
            (Self::Days, true) => Bilingual::new(" dag", " day"),
            (Self::Days, false) => Bilingual::new(" dage", " days"),
            (Self::Hours, true) => Bilingual::new(" time", " hour"),
            (Self::Hours, false) => Bilingual::new(" timer", " hours"),
            (Self::Points, true) => Bilingual::new(" point", " point"),
            (Self::Points, false) => Bilingual::new(" point", " points"),
            (Self::Other { .. }, _) => Bilingual::new(" (anden enhed)", " (other unit)"),
        };
        words.in_lang(lang)
    }
}
