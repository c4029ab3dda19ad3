//! Figures that decide: exact numbers, shares, thresholds with a direction, and percent changes.
//!
//! Nothing is rounded before it is compared, and there are no floating-point numbers. Three cases are
//! distinguished: a figure that is *not stated* is an absent `Option`, a figure that is *zero* is
//! [`Decimal::ZERO`] or a [`Share`] with a part of 0, and a figure that *cannot be assessed* is
//! [`Assessment::NotAssessable`] with the reason.
//!
//! ```
//! use kvalitetsmodel::figure::{Assessment, Decimal, Direction, Share, Threshold, Unit, WhyNot};
//!
//! let target =
//!     Threshold { direction: Direction::AtLeast, value: Decimal::from(80), unit: Unit::Percent };
//! assert_eq!(target.judge_share(Share::new(16, 20)?), Assessment::Met);
//! assert_eq!(target.judge_share(Share::new(39, 49)?), Assessment::NotMet); // 79.59 percent
//! assert_eq!(target.judge_share(Share::new(0, 9)?), Assessment::NotMet);
//! assert_eq!(target.judge_share(Share::new(0, 0)?), Assessment::NotAssessable(WhyNot::WholeIsZero));
//! # Ok::<(), kvalitetsmodel::figure::ShareError>(())
//! ```

mod change;
mod complete_result;
mod decimal;
mod decimal_text;
mod share;
mod threshold;
mod unit;
mod unit_name;

pub use change::{PercentChange, percent_change};
pub(crate) use complete_result::CompleteResult;
pub use decimal::Decimal;
pub use decimal_text::{DecimalError, DecimalErrorKind};
pub use share::{Share, ShareError};
pub use threshold::{Assessment, Threshold, WhyNot};
pub(crate) use unit::impossible;
pub use unit::{Direction, Unit};
pub use unit_name::UnitName;

use crate::text::{Bilingual, Lang};

/// The words for 21 of 20.
pub(crate) const PART_EXCEEDS_WHOLE: Bilingual =
    Bilingual::new("tælleren er større end nævneren", "the part is larger than the whole");

/// The mark between a whole number and its decimals: a comma in Danish, a point in English.
pub(crate) const fn decimal_mark(lang: Lang) -> char {
    match lang {
        Lang::Da => ',',
        Lang::En => '.',
    }
}
