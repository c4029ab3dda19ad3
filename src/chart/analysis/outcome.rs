//! What a phase of a chart says, in words.

use core::fmt;

use serde::Serialize;

use super::ChartPhase;
use crate::Lang;
use crate::text::{Bilingual, counted};

/// What the runs of a phase say.
///
/// The flags of the Anhøj rules decide first. If they do not decide, the reason is given: too few points, no
/// variation at all, no centre line, or too many points on the line for the rest to be judged.
///
/// # Source
///
/// Danish practice (DEFACTUM; Dansk Selskab for Patientsikkerhed) requires at least 12 points before a median is
/// drawn. It follows from the [rules](super::super::RunLimits) that a series with half of its points on the median cannot be judged by its runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum ChartOutcome {
    /// Runs and crossings are not judged: the points are side by side, or each shares a figure with the next.
    NoOrder,
    /// There are too few points to tell; no signal is not the same as no change.
    TooFew {
        /// How many figures there are.
        figures: usize,
        /// How many there should be.
        needed: usize,
    },
    /// All figures are the same: there is no variation to judge.
    Flat,
    /// Half or more of the points are on the centre line, so that too few are left to judge.
    OnTheLine {
        /// How many points are on it.
        on_line: usize,
        /// How many figures there are.
        figures: usize,
    },
    /// There is no centre line: no point of the baseline has a figure.
    NoCentre,
    /// Nothing but random variation.
    Random,
    /// The longest run is unusually long.
    LongRun,
    /// There are unusually few crossings.
    FewCrossings,
    /// Both: an unusually long run, and unusually few crossings.
    LongRunAndFewCrossings,
}

impl ChartOutcome {
    /// How many points Danish practice requires before a median is drawn.
    pub const FIGURES_NEEDED: usize = 12;

    /// Returns `true` if something other than chance is at work.
    #[must_use]
    pub const fn is_signal(self) -> bool {
        matches!(self, Self::LongRun | Self::FewCrossings | Self::LongRunAndFewCrossings)
    }

    /// The outcome in words, as a sentence without a full stop.
    ///
    /// ```
    /// use kvalitetsmodel::Lang;
    /// use kvalitetsmodel::chart::ChartOutcome;
    ///
    /// let too_few = ChartOutcome::TooFew { figures: 2, needed: 12 };
    /// assert_eq!(too_few.in_lang(Lang::Da).to_string(), "for få målinger til at sige noget: 2, og der skal være 12");
    /// assert_eq!(ChartOutcome::LongRun.in_lang(Lang::En).to_string(), "unusually long run");
    /// ```
    #[must_use]
    pub fn in_lang(self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| match (self, lang) {
            (Self::NoOrder, Lang::Da) => f.write_str("serier og kryds bedømmes ikke her"),
            (Self::NoOrder, Lang::En) => f.write_str("runs and crossings are not judged here"),
            (Self::TooFew { figures, needed }, Lang::Da) => {
                write!(f, "for få målinger til at sige noget: {figures}, og der skal være {needed}")
            }
            (Self::TooFew { figures, needed }, Lang::En) => {
                write!(f, "too few points to tell: {figures}, and {needed} are needed")
            }
            (Self::Flat, Lang::Da) => f.write_str("alle målinger er ens: der er ingen variation at vurdere"),
            (Self::Flat, Lang::En) => f.write_str("flat: there is no variation to judge"),
            (Self::OnTheLine { on_line, figures }, Lang::Da) => {
                let points = counted(crate::text::count(figures), "måling", "målinger");
                write!(f, "{on_line} af {points} ligger på midterlinjen, så der er for få tilbage at vurdere")
            }
            (Self::OnTheLine { on_line, figures }, Lang::En) => {
                let points = counted(crate::text::count(figures), "point", "points");
                write!(f, "{on_line} of {points} lie on the centre line, so that too few are left to judge")
            }
            (Self::NoCentre, Lang::Da) => f.write_str("der er ingen midterlinje at vurdere ud fra"),
            (Self::NoCentre, Lang::En) => f.write_str("there is no centre line to judge by"),
            (Self::Random, Lang::Da) => f.write_str("kun tilfældig variation"),
            (Self::Random, Lang::En) => f.write_str("random variation only"),
            (Self::LongRun, Lang::Da) => f.write_str("usædvanligt lang serie"),
            (Self::LongRun, Lang::En) => f.write_str("unusually long run"),
            (Self::FewCrossings, Lang::Da) => f.write_str("usædvanligt få kryds"),
            (Self::FewCrossings, Lang::En) => f.write_str("unusually few crossings"),
            (Self::LongRunAndFewCrossings, Lang::Da) => {
                f.write_str("usædvanligt lang serie og usædvanligt få kryds")
            }
            (Self::LongRunAndFewCrossings, Lang::En) => {
                f.write_str("unusually long run and unusually few crossings")
            }
        })
    }
}

impl ChartPhase {
    /// What the runs and limits of the phase say together, in words: `random variation only`, `no signal of the
    /// runs, but 1 point beyond the limits`.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            let beyond = self.beyond_limits();
            let (one, several, but) = match lang {
                Lang::Da => ("måling", "målinger", "ingen tegn i serier og kryds, men"),
                Lang::En => ("point", "points", "no signal of the runs, but"),
            };
            let outside =
                Bilingual::new("uden for kontrolgrænserne", "beyond the control limits").in_lang(lang);
            match self.outcome() {
                outcome if beyond == 0 => fmt::Display::fmt(&outcome.in_lang(lang), f),
                ChartOutcome::Random => {
                    write!(f, "{but} {} {outside}", counted(crate::text::count(beyond), one, several))
                }
                outcome => write!(
                    f,
                    "{}; {} {outside}",
                    outcome.in_lang(lang),
                    counted(crate::text::count(beyond), one, several)
                ),
            }
        })
    }

    /// What the runs of the phase say.
    #[must_use]
    pub const fn outcome(&self) -> ChartOutcome {
        let figures = self.figures();
        let on_line = figures.saturating_sub(self.runs().useful());
        match (self.has_long_run(), self.has_few_crossings()) {
            (true, true) => ChartOutcome::LongRunAndFewCrossings,
            (true, false) => ChartOutcome::LongRun,
            (false, true) => ChartOutcome::FewCrossings,
            (false, false) if !self.has_order() => ChartOutcome::NoOrder,
            (false, false) if figures < ChartOutcome::FIGURES_NEEDED => {
                ChartOutcome::TooFew { figures, needed: ChartOutcome::FIGURES_NEEDED }
            }
            (false, false) if self.is_flat() => ChartOutcome::Flat,
            (false, false) if !self.has_centre => ChartOutcome::NoCentre,
            (false, false) if on_line >= figures.div_ceil(2) => ChartOutcome::OnTheLine { on_line, figures },
            (false, false) => ChartOutcome::Random,
        }
    }
}
