//! Why a point has no figure.

use core::fmt;

use serde::Serialize;

use super::{Chart, ChartKind, Figure};
use crate::Lang;
use crate::text::Bilingual;

/// Why there is no figure to draw at a point.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "camelCase")]
pub(super) enum Without {
    /// Nothing is known.
    Missing,
    /// Nothing was measured, or there was nothing to measure: 0 of 0.
    NoResult,
    /// There is a figure, but it is too small to be shown.
    Suppressed {
        /// The number that it is below.
        #[serde(skip_serializing_if = "Option::is_none")]
        below: Option<u64>,
    },
    /// A single value has no standard deviation.
    OneValue,
    /// The previous point has no figure to differ from.
    NoneBefore,
}

impl Chart {
    /// Why there is no figure at a point; `None` if there is one.
    pub(super) fn without(&self, point: usize) -> Option<Without> {
        let value = self.points().get(point)?.value();
        match &self.data().points.get(point)?.figure {
            Figure::Missing => Some(Without::Missing),
            Figure::NoResult | Figure::Share { whole: 0, .. } => Some(Without::NoResult),
            Figure::Suppressed { below } => Some(Without::Suppressed { below: *below }),
            Figure::Subgroup(values) if values.is_empty() => Some(Without::NoResult),
            _ if value.is_some() => None,
            _ if self.kind() == ChartKind::S => Some(Without::OneValue),
            _ if self.kind() == ChartKind::MovingRange => Some(Without::NoneBefore),
            _ => Some(Without::NoResult),
        }
    }
}

impl Without {
    /// In words, to follow the number of such points: `missing`, `suppressed (below 5)`.
    pub(super) fn write(self, count: usize, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = match self {
            Self::Missing => Bilingual::new("mangler", "missing"),
            Self::NoResult => Bilingual::new("uden resultat", "without a result"),
            Self::Suppressed { .. } if count == 1 => Bilingual::new("skjult", "suppressed"),
            Self::Suppressed { .. } => Bilingual::new("skjulte", "suppressed"),
            Self::OneValue => Bilingual::new("med kun én værdi", "of a single value"),
            Self::NoneBefore => Bilingual::new("ingen måling lige før", "no measurement just before"),
        };
        f.write_str(words.in_lang(lang))?;
        match self {
            Self::Suppressed { below: Some(below) } => {
                write!(f, " ({} {below})", Bilingual::new("under", "below").in_lang(lang))
            }
            _ => Ok(()),
        }
    }
}
