//! The kinds of chart.

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

use crate::Lang;
use crate::text::{Bilingual, error_type};

/// A kind of chart: the run chart and twelve control charts.
///
/// ```
/// use kvalitetsmodel::Lang;
/// use kvalitetsmodel::chart::ChartKind;
///
/// let kind: ChartKind = "pp".parse()?;
/// assert_eq!(kind, ChartKind::PPrime);
/// assert_eq!(kind.label().in_lang(Lang::Da), "P′-diagram");
/// assert!("q".parse::<ChartKind>().is_err());
/// # Ok::<(), kvalitetsmodel::chart::UnknownChartKind>(())
/// ```
#[doc(alias = "kontroldiagram")]
#[doc(alias = "SPC")]
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub enum ChartKind {
    /// The run chart (*seriediagram*): any figures, around their median, without limits.
    #[doc(alias = "seriediagram")]
    Run,
    /// Single figures, around their mean.
    I,
    /// How far each figure is from the previous one.
    #[serde(rename = "mr")]
    MovingRange,
    /// Figures that rest on more or less, such as shares of many and of few (I prime, Taylor).
    #[serde(rename = "ip")]
    IPrime,
    /// Means of subgroups.
    Xbar,
    /// Standard deviations of subgroups.
    S,
    /// Shares: how many of the whole.
    P,
    /// Shares of large wholes, with the variation between the points (P prime, Laney).
    #[serde(rename = "pp")]
    PPrime,
    /// Rates: events over an exposure.
    U,
    /// Rates over large exposures, with the variation between the points (U prime, Laney).
    #[serde(rename = "up")]
    UPrime,
    /// Counts over equal exposures.
    C,
    /// Cases between rare events.
    G,
    /// Time between rare events.
    T,
}

impl ChartKind {
    /// Every kind.
    pub const ALL: &'static [Self] = &[
        Self::Run,
        Self::I,
        Self::MovingRange,
        Self::IPrime,
        Self::Xbar,
        Self::S,
        Self::P,
        Self::PPrime,
        Self::U,
        Self::UPrime,
        Self::C,
        Self::G,
        Self::T,
    ];

    /// The short name that programs of this field use: `run`, `i`, `mr`, `ip`, `xbar`, `s`, `p`, `pp`, `u`,
    /// `up`, `c`, `g`, `t`.
    #[must_use]
    pub const fn short_name(self) -> &'static str {
        match self {
            Self::Run => "run",
            Self::I => "i",
            Self::MovingRange => "mr",
            Self::IPrime => "ip",
            Self::Xbar => "xbar",
            Self::S => "s",
            Self::P => "p",
            Self::PPrime => "pp",
            Self::U => "u",
            Self::UPrime => "up",
            Self::C => "c",
            Self::G => "g",
            Self::T => "t",
        }
    }

    /// Its name for a reader.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Run => Bilingual::new("seriediagram", "run chart"),
            Self::I => Bilingual::new("I-diagram", "I chart"),
            Self::MovingRange => Bilingual::new("MR-diagram", "MR chart"),
            Self::IPrime => Bilingual::new("I′-diagram", "I′ chart"),
            Self::Xbar => Bilingual::new("X̄-diagram", "X̄ chart"),
            Self::S => Bilingual::new("S-diagram", "S chart"),
            Self::P => Bilingual::new("P-diagram", "P chart"),
            Self::PPrime => Bilingual::new("P′-diagram", "P′ chart"),
            Self::U => Bilingual::new("U-diagram", "U chart"),
            Self::UPrime => Bilingual::new("U′-diagram", "U′ chart"),
            Self::C => Bilingual::new("C-diagram", "C chart"),
            Self::G => Bilingual::new("G-diagram", "G chart"),
            Self::T => Bilingual::new("T-diagram", "T chart"),
        }
    }

    /// What its centre line is.
    pub(crate) const fn centre_label(self) -> Bilingual {
        match self {
            Self::Run | Self::G => Bilingual::new("median", "median"),
            Self::T => Bilingual::new("midterlinje", "centre line"),
            Self::I
            | Self::MovingRange
            | Self::IPrime
            | Self::Xbar
            | Self::S
            | Self::P
            | Self::PPrime
            | Self::U
            | Self::UPrime
            | Self::C => Bilingual::new("gennemsnit", "mean"),
        }
    }

    /// Returns `true` if the chart shows how high the figures are. Charts of moving ranges and of standard deviations
    /// show how much they vary: no direction is better there, and they have no place for a target or a known level.
    #[must_use]
    pub const fn shows_level(self) -> bool {
        !matches!(self, Self::MovingRange | Self::S)
    }

    /// Returns `true` if the chart takes a known standard deviation.
    pub(crate) const fn takes_sigma(self) -> bool {
        matches!(self, Self::I | Self::IPrime | Self::MovingRange | Self::Xbar | Self::S)
    }

    /// Returns `true` if its figures are shares, whose part is at most the whole.
    pub(crate) const fn shows_shares(self) -> bool {
        matches!(self, Self::P | Self::PPrime)
    }

    /// Returns `true` if its figures are shares or rates, a part over a whole.
    pub(in crate::chart) const fn needs_ratios(self) -> bool {
        matches!(self, Self::P | Self::PPrime | Self::U | Self::UPrime)
    }
}

impl fmt::Display for ChartKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.label().in_lang(Lang::En))
    }
}

/// The text is not the short name of a kind of chart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct UnknownChartKind;

error_type! {
    UnknownChartKind,
    fixed |_error| (
        "unknownChartKind",
        Bilingual::new(
            "diagrammet er ikke et af `run`, `i`, `mr`, `ip`, `xbar`, `s`, `p`, `pp`, `u`, `up`, `c`, `g` og `t`",
            "the chart is not one of `run`, `i`, `mr`, `ip`, `xbar`, `s`, `p`, `pp`, `u`, `up`, `c`, `g` and `t`",
        ),
    )
}

impl FromStr for ChartKind {
    type Err = UnknownChartKind;

    fn from_str(text: &str) -> Result<Self, UnknownChartKind> {
        Self::ALL.iter().copied().find(|kind| kind.short_name() == text).ok_or(UnknownChartKind)
    }
}
