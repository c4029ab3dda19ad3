//! Units, and the direction in which a figure is better.

use core::cmp::Ordering;

use super::{Decimal, UnitName};
use crate::Lang;
use crate::text::Bilingual;

/// The percent sign after a number: with a space in Danish, without one in English.
pub(super) const PERCENT: Bilingual = Bilingual::new(" %", "%");

words! {
    /// The direction of a threshold (*retning*): whether its figure is a minimum or a maximum.
    ///
    /// Exhaustive by design: there is no third direction.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::figure::Direction;
    ///
    /// assert_eq!(Direction::AtLeast.label().in_lang(Lang::Da), "mindst");
    /// assert_eq!(serde_json::to_string(&Direction::AtMost)?, r#""atMost""#);
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    pub enum Direction: "retning", "direction" {
        /// The figure or more; higher is better (*mindst*).
        AtLeast = "mindst", "at least";
        /// The figure or less; lower is better (*højst*).
        AtMost = "højst", "at most";
    }
}

impl Direction {
    /// The other direction.
    pub(crate) const fn opposite(self) -> Self {
        match self {
            Self::AtLeast => Self::AtMost,
            Self::AtMost => Self::AtLeast,
        }
    }

    /// Returns `true` if a figure that compares to the threshold like this meets it. An equal figure always
    /// does.
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
}

choice! {
    /// The unit of a figure (*enhed*).
    ///
    /// Exhaustive by design, because each unit needs its own words and comparisons. All other units are
    /// [`Other`](Self::Other).
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::figure::Unit;
    ///
    /// assert_eq!(serde_json::from_str::<Unit>(r#""days""#)?, Unit::Days);
    /// let other: Unit = serde_json::from_str(r#"{ "other": { "name": "kr. pr. døgn" } }"#)?;
    /// assert_eq!(other.label().in_lang(Lang::Da), "anden enhed");
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[derive(PartialOrd, Ord)]
    pub enum Unit: "enhed", "unit" {
        /// Percent of a whole (*procent*): 80 means 80 percent.
        Percent = "%", "%";
        /// A count without a whole (*antal*).
        Count = "antal", "count";
        /// Calendar days (*dage*).
        Days = "dage", "days";
        /// Hours (*timer*).
        Hours = "timer", "hours";
        /// Points on a scale (*point*).
        Points = "point", "points";
        /// Another unit.
        Other = "anden enhed", "other unit" {
            /// What people call this unit. Free text: it never appears in a message.
            name: UnitName = "enhed", "unit";
        }
    }
}

impl Unit {
    /// Returns `true` unless it is another unit with a blank name.
    ///
    /// ```
    /// use kvalitetsmodel::figure::Unit;
    ///
    /// assert!(Unit::Days.is_stated());
    /// assert!(!Unit::Other { name: " ".into() }.is_stated());
    /// ```
    #[must_use]
    pub fn is_stated(&self) -> bool {
        !matches!(self, Self::Other { name } if name.is_blank())
    }

    /// How a figure with this unit is stated, in words.
    pub(crate) const fn in_words(&self) -> Bilingual {
        match self {
            Self::Percent => Bilingual::new("i procent", "in percent"),
            Self::Count => Bilingual::new("som et antal", "as a count"),
            Self::Days => Bilingual::new("i dage", "in days"),
            Self::Hours => Bilingual::new("i timer", "in hours"),
            Self::Points => Bilingual::new("i point", "in points"),
            Self::Other { .. } => Bilingual::new("i en anden enhed", "in another unit"),
        }
    }

    /// The text after a number with this unit, including the space before it; `one` for the number 1.
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

/// A value that its unit excludes, and whether it is a share.
pub(crate) fn impossible(value: Option<Decimal>, unit: Option<&Unit>) -> Option<(Decimal, bool)> {
    let value = value?;
    match unit? {
        Unit::Percent if !value.is_share_in_percent() => Some((value, true)),
        Unit::Count | Unit::Days | Unit::Hours if value < Decimal::ZERO => Some((value, false)),
        _ => None,
    }
}
