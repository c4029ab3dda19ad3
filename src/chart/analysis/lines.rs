//! The lines of a chart.

use serde::{Serialize, Serializer};

/// Centre line and limits at one point.
///
/// A line that does not exist is `None`. A run chart has no limits; neither does a flat series whose moving ranges
/// were all screened out, nor a subgroup of one. A limit that would be too large for a number is `None` as well.
///
/// **Unit:** that of the points.
#[derive(Debug, Clone, Copy)]
pub struct Lines {
    // Not finite if there is no line.
    pub(super) centre: f64,
    pub(super) lower: f64,
    pub(super) lower_2s: f64,
    pub(super) upper_2s: f64,
    pub(super) upper: f64,
}

impl Lines {
    pub(super) const NONE: Self = Self::only_centre(f64::NAN);

    pub(super) const fn only_centre(centre: f64) -> Self {
        Self { centre, lower: f64::NAN, lower_2s: f64::NAN, upper_2s: f64::NAN, upper: f64::NAN }
    }

    /// Three and two `sigma` on either side of the centre.
    #[inline]
    pub(super) fn around(centre: f64, sigma: f64) -> Self {
        Self {
            centre,
            lower: centre - 3.0 * sigma,
            lower_2s: centre - 2.0 * sigma,
            upper_2s: centre + 2.0 * sigma,
            upper: centre + 3.0 * sigma,
        }
    }

    /// No lower limit below zero, unless the centre itself is below zero: no line is moved past another.
    pub(super) fn floored_at_zero(self) -> Self {
        if self.centre < 0.0 { self } else { self.within(0.0, f64::INFINITY) }
    }

    /// No lower limit below `floor`, no upper one above `ceiling`; a line that does not exist stays absent.
    pub(super) fn within(self, floor: f64, ceiling: f64) -> Self {
        let clamped = self.clamped(floor, ceiling);
        let existing = |line: f64, clamped: f64| if line.is_finite() { clamped } else { line };
        Self {
            centre: self.centre,
            lower: existing(self.lower, clamped.lower),
            lower_2s: existing(self.lower_2s, clamped.lower_2s),
            upper_2s: existing(self.upper_2s, clamped.upper_2s),
            upper: existing(self.upper, clamped.upper),
        }
    }

    /// The lines without those that are infinite.
    #[inline]
    pub(super) const fn clamped(self, floor: f64, ceiling: f64) -> Self {
        const fn raised(line: f64, floor: f64) -> f64 {
            if line < floor { floor } else { line }
        }
        const fn lowered(line: f64, ceiling: f64) -> f64 {
            if line > ceiling { ceiling } else { line }
        }
        Self {
            centre: self.centre,
            lower: raised(self.lower, floor),
            lower_2s: raised(self.lower_2s, floor),
            upper_2s: lowered(self.upper_2s, ceiling),
            upper: lowered(self.upper, ceiling),
        }
    }

    pub(super) fn map(self, change: impl Fn(f64) -> f64) -> Self {
        Self {
            centre: change(self.centre),
            lower: change(self.lower),
            lower_2s: change(self.lower_2s),
            upper_2s: change(self.upper_2s),
            upper: change(self.upper),
        }
    }

    /// The centre line.
    #[must_use]
    pub const fn centre(&self) -> Option<f64> {
        finite(self.centre)
    }

    /// The lower limit, at three standard deviations.
    #[must_use]
    pub const fn lower(&self) -> Option<f64> {
        finite(self.lower)
    }

    /// The lower line at two standard deviations.
    #[must_use]
    pub const fn lower_2s(&self) -> Option<f64> {
        finite(self.lower_2s)
    }

    /// The upper line at two standard deviations.
    #[must_use]
    pub const fn upper_2s(&self) -> Option<f64> {
        finite(self.upper_2s)
    }

    /// The upper limit, at three standard deviations.
    #[must_use]
    pub const fn upper(&self) -> Option<f64> {
        finite(self.upper)
    }
}

/// Two lines that do not exist are equal.
impl PartialEq for Lines {
    fn eq(&self, other: &Self) -> bool {
        let all = |lines: &Self| {
            [lines.centre, lines.lower, lines.lower_2s, lines.upper_2s, lines.upper].map(finite)
        };
        all(self) == all(other)
    }
}

const fn finite(line: f64) -> Option<f64> {
    if line.is_finite() { Some(line) } else { None }
}

impl Serialize for Lines {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        #[serde(rename_all = "camelCase")]
        struct Written {
            centre: Option<f64>,
            lower: Option<f64>,
            lower_2s: Option<f64>,
            upper_2s: Option<f64>,
            upper: Option<f64>,
        }
        Written {
            centre: self.centre(),
            lower: self.lower(),
            lower_2s: self.lower_2s(),
            upper_2s: self.upper_2s(),
            upper: self.upper(),
        }
        .serialize(serializer)
    }
}
