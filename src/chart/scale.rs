//! What the figures of a chart are.

use serde::Serialize;

use super::exact_number::nearest;
use crate::figure::{Decimal, Unit};

/// What the figures of a chart are.
///
/// ```
/// use kvalitetsmodel::chart::Scale;
/// use kvalitetsmodel::figure::Unit;
///
/// assert_eq!(Scale::Share.unit(), &Unit::Percent); // a target for shares is in percent
/// assert_eq!(Scale::Per(Unit::Days).unit(), &Unit::Days);
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum Scale {
    /// Shares, from 0 to 1; shown to a reader as percent.
    Share,
    /// Counts.
    Count,
    /// Figures in a unit.
    In(Unit),
    /// Events per unit.
    Per(Unit),
}

impl Scale {
    /// The unit of a target, of a known centre line and of a known standard deviation on this scale: percent for
    /// shares.
    #[must_use]
    pub const fn unit(&self) -> &Unit {
        match self {
            Self::Share => &Unit::Percent,
            Self::Count => &Unit::Count,
            Self::In(unit) | Self::Per(unit) => unit,
        }
    }

    /// A figure that a person wrote, on the scale of the chart: 80 percent is 0.8 of a share.
    pub(super) fn place(&self, figure: Decimal) -> f64 {
        match self {
            // Divided once: rounded twice, 5.6 percent would differ from 7 of 125.
            Self::Share => share_of_percent(figure),
            Self::Count | Self::In(_) | Self::Per(_) => nearest(figure),
        }
    }

    /// The divisor that converts a figure that a person wrote to the scale.
    pub(super) const fn divisor(&self) -> i128 {
        match self {
            Self::Share => 100,
            Self::Count | Self::In(_) | Self::Per(_) => 1,
        }
    }
}

fn share_of_percent(percent: Decimal) -> f64 {
    let (mantissa, one) = percent.over();
    #[expect(clippy::cast_precision_loss, reason = "a chart has doubles; verdicts have the decimal")]
    let quotient = mantissa as f64 / (i128::from(one).saturating_mul(100)) as f64;
    quotient
}
