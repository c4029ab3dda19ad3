//! Which charts can share a picture.

use core::fmt;

use super::style::STYLES;
use super::view::View;
use crate::Lang;
use crate::chart::Chart;
use crate::text::{Bilingual, error_type};

/// Why charts cannot be drawn in one picture; `index` is the first that does not fit the first chart.
///
/// The message numbers the charts from 1.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::chart::NotTogether;
///
/// let error = NotTogether::OtherTime { index: 1 };
/// assert_eq!(error.message(Lang::En), "chart 2 cannot share a time axis with chart 1: only one of them has dates");
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub enum NotTogether {
    /// There are no charts.
    NoCharts,
    /// There are more than can be distinguished.
    TooMany {
        /// How many there are.
        charts: usize,
        /// How many there can be.
        most: usize,
    },
    /// The figures are on another scale: days and percent.
    OtherScale {
        /// Which chart, from zero.
        index: usize,
    },
    /// One chart shows how high the figures are, the other how much they vary.
    OtherMeasure {
        /// Which chart, from zero.
        index: usize,
    },
    /// The points of one chart have dates, those of the other have none.
    OtherTime {
        /// Which chart, from zero.
        index: usize,
    },
    /// The points are side by side, and not in the order of time.
    SideBySide {
        /// Which chart, from zero.
        index: usize,
    },
}

error_type! {
    NotTogether,
    kind |error| error.kind_in_json(),
    says |error, lang, f| error.write(lang, f),
    "index": NotTogether::index,
    "charts": |error: &NotTogether| match error {
        NotTogether::TooMany { charts, .. } => Some(*charts),
        _ => None,
    },
    "most": |error: &NotTogether| match error {
        NotTogether::TooMany { most, .. } => Some(*most),
        _ => None,
    },
}

impl NotTogether {
    const fn kind_in_json(&self) -> &'static str {
        match self {
            Self::NoCharts => "noCharts",
            Self::TooMany { .. } => "tooMany",
            Self::OtherScale { .. } => "otherScale",
            Self::OtherMeasure { .. } => "otherMeasure",
            Self::OtherTime { .. } => "otherTime",
            Self::SideBySide { .. } => "sideBySide",
        }
    }

    const fn index(&self) -> Option<usize> {
        match self {
            Self::NoCharts | Self::TooMany { .. } => None,
            Self::OtherScale { index }
            | Self::OtherMeasure { index }
            | Self::OtherTime { index }
            | Self::SideBySide { index } => Some(*index),
        }
    }

    /// Charts are numbered from 1.
    fn write(self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (index, words) = match self {
            Self::NoCharts => {
                let words = Bilingual::new("der er ingen diagrammer", "there are no charts");
                return f.write_str(words.in_lang(lang));
            }
            Self::TooMany { charts, most } => {
                return match lang {
                    Lang::Da => write!(f, "{charts} serier kan ikke skelnes i ét billede, højst {most}"),
                    Lang::En => {
                        write!(f, "{charts} series cannot be told apart in one picture, at most {most}")
                    }
                };
            }
            Self::OtherScale { index } => (
                index,
                Bilingual::new(
                    "har en anden enhed end diagram 1 og kan ikke stå på samme akse",
                    "has another unit than chart 1 and cannot share its axis",
                ),
            ),
            Self::OtherMeasure { index } => (
                index,
                Bilingual::new(
                    "viser ikke det samme som diagram 1: det ene viser niveauet, det andet variationen",
                    "does not show the same as chart 1: one shows the level, the other the variation",
                ),
            ),
            Self::OtherTime { index } => (
                index,
                Bilingual::new(
                    "kan ikke dele tidsakse med diagram 1: kun det ene har datoer",
                    "cannot share a time axis with chart 1: only one of them has dates",
                ),
            ),
            Self::SideBySide { index } => (
                index,
                Bilingual::new(
                    "viser målinger side om side og ikke et forløb over tid",
                    "shows measurements side by side, and not over time",
                ),
            ),
        };
        let chart = Bilingual::new("diagram", "chart").in_lang(lang);
        write!(f, "{chart} {} {}", index.saturating_add(1), words.in_lang(lang))
    }
}

/// Checks that the charts can share a picture. Charts without points fit any time axis.
pub(super) fn check(charts: &[&Chart]) -> Result<(), NotTogether> {
    let first = charts.first().ok_or(NotTogether::NoCharts)?;
    if charts.len() > STYLES.len() {
        return Err(NotTogether::TooMany { charts: charts.len(), most: STYLES.len() });
    }
    let has_days =
        charts.iter().find(|chart| !chart.points().is_empty()).is_some_and(|chart| chart.data().has_days());
    let level = |chart: &Chart| (!chart.kind().shows_level()).then(|| chart.kind());
    for (index, chart) in charts.iter().enumerate() {
        if chart.scale() != first.scale() {
            return Err(NotTogether::OtherScale { index });
        }
        if level(chart) != level(first) {
            return Err(NotTogether::OtherMeasure { index });
        }
        if !chart.points().is_empty() && chart.data().has_days() != has_days {
            return Err(NotTogether::OtherTime { index });
        }
        if View::new(chart).is_side_by_side {
            return Err(NotTogether::SideBySide { index });
        }
    }
    Ok(())
}
