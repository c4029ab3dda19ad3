//! What the variation of a chart says, as one of a few categories.

use alloc::format;
use alloc::string::{String, ToString};
use core::cmp::Ordering;

use crate::Lang;
use crate::chart::{Chart, ChartOutcome, Side};
use crate::figure::Direction;
use crate::text::Bilingual;

/// What the latest phase of a chart says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Variation {
    Improvement,
    Deterioration,
    Change,
    BeyondLimits,
    Random,
    TooFew,
    NotJudged,
}

impl Variation {
    pub(super) const ALL: [Self; 7] = [
        Self::Improvement,
        Self::Deterioration,
        Self::Change,
        Self::BeyondLimits,
        Self::Random,
        Self::TooFew,
        Self::NotJudged,
    ];

    pub(super) fn of(chart: &Chart) -> Self {
        let Some(phase) = chart.latest_phase() else { return Self::TooFew };
        if phase.has_run_signal() {
            return match side_now(chart) {
                Some(Side::Above) if chart.data().direction == Direction::AtLeast => Self::Improvement,
                Some(Side::Below) if chart.data().direction == Direction::AtMost => Self::Improvement,
                Some(_) => Self::Deterioration,
                None => Self::Change,
            };
        }
        match phase.outcome() {
            _ if phase.beyond_limits() > 0 => Self::BeyondLimits,
            ChartOutcome::Random => Self::Random,
            ChartOutcome::TooFew { .. } => Self::TooFew,
            _ => Self::NotJudged,
        }
    }

    /// The words of a row.
    pub(super) const fn label(self) -> Bilingual {
        match self {
            Self::Improvement => Bilingual::new("tegn på forbedring", "sign of improvement"),
            Self::Deterioration => Bilingual::new("tegn på forværring", "sign of deterioration"),
            Self::Change => Bilingual::new("tegn på en ændring", "sign of a change"),
            Self::BeyondLimits => Bilingual::new("uden for kontrolgrænserne", "beyond the control limits"),
            Self::Random => Bilingual::new("kun tilfældig variation", "random variation only"),
            Self::TooFew => Bilingual::new("for få målinger", "too few measurements"),
            Self::NotJudged => Bilingual::new("kan ikke bedømmes", "cannot be judged"),
        }
    }

    /// The words after a number of indicators.
    pub(super) const fn of_several(self) -> Bilingual {
        match self {
            Self::Improvement => Bilingual::new("med tegn på forbedring", "with a sign of improvement"),
            Self::Deterioration => Bilingual::new("med tegn på forværring", "with a sign of deterioration"),
            Self::Change => Bilingual::new("med tegn på en ændring", "with a sign of a change"),
            Self::BeyondLimits => Bilingual::new(
                "med målinger uden for kontrolgrænserne",
                "with points beyond the control limits",
            ),
            Self::Random => Bilingual::new("med kun tilfældig variation", "with random variation only"),
            Self::TooFew => Bilingual::new("med for få målinger", "with too few measurements"),
            Self::NotJudged => Bilingual::new("der ikke kan bedømmes", "that cannot be judged"),
        }
    }

    /// What it is based on. Empty if the label says everything.
    pub(super) fn grounds(self, chart: &Chart, lang: Lang) -> String {
        let Some(phase) = chart.latest_phase() else { return String::new() };
        let mut grounds = match (self, phase.outcome()) {
            (Self::TooFew, ChartOutcome::TooFew { figures, needed }) => match lang {
                Lang::Da => format!("{figures}, og der skal være {needed}"),
                Lang::En => format!("{figures}, and {needed} are needed"),
            },
            (Self::Random | Self::TooFew, _) => String::new(),
            _ => phase.in_lang(lang).to_string(),
        };
        if chart.phases().len() > 1 {
            let phase = Bilingual::new("seneste fase", "latest phase").in_lang(lang);
            grounds = if grounds.is_empty() { String::from(phase) } else { format!("{phase}: {grounds}") };
        }
        grounds
    }
}

/// The side of the centre line that the figures have been on for an unusually long time until now.
///
/// Returns `None` if the latest long run has ended, and for charts that do not show how high the figures are.
fn side_now(chart: &Chart) -> Option<Side> {
    let phase = chart.latest_phase().filter(|_| chart.kind().shows_level())?;
    let run = chart.long_runs_of(phase).last()?;
    let later = chart.points().get(run.last.saturating_add(1)..phase.points().end)?;
    // Points on the line do not end a run.
    let is_over = later.iter().filter(|point| point.is_included()).any(|point| {
        let versus_centre = point.value().zip(point.lines().centre());
        versus_centre.is_some_and(|(value, centre)| value.partial_cmp(&centre) != Some(Ordering::Equal))
    });
    (!is_over).then_some(run.side)
}
