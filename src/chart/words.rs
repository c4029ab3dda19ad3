//! What a chart says, in sentences.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt::{self, Write as _};

use super::rounded::{in_one_line, write_grouped};
use super::shown::Told;
use super::{
    Chart, ChartOutcome, ChartPhase, ChartPoint, EvidenceGrade, LevelChange, Proposal, Run, Scale, Side,
};
use crate::Lang;
use crate::figure::{Decimal, Direction, Unit};
use crate::text::{Bilingual, counted, enumerated};

/// How many of the latest phases are described, with how many long runs and points beyond the limits of each, and
/// how many of the latest proposals. The picture shows the rest.
pub(super) const PHASES_TOLD: usize = 12;
const RUNS_TOLD: usize = 3;
const POINTS_TOLD: usize = 6;
const PROPOSALS_TOLD: usize = 3;

/// The name of a centre line that a person has set.
pub(super) const LEVEL_AS_SET: Bilingual = Bilingual::new("fastsat niveau", "level as set");

/// Which way is better, in words.
pub(super) const fn better_way(direction: Direction) -> Bilingual {
    match direction {
        Direction::AtLeast => Bilingual::new("højere er bedre", "higher is better"),
        Direction::AtMost => Bilingual::new("lavere er bedre", "lower is better"),
    }
}

impl Chart {
    /// The name of the centre line of a phase, by the index in [`phases`](Self::phases): how it is calculated, or that
    /// it is set.
    #[must_use]
    pub fn centre_label(&self, phase: usize) -> Bilingual {
        let kind = self.kind();
        let is_set = self.phase_data(phase).is_some_and(|data| data.centre.is_some());
        if is_set && kind.shows_level() { LEVEL_AS_SET } else { kind.centre_label() }
    }

    /// What the chart says, in sentences, one per line: how many measurements there are, each phase with its
    /// numbers and what they mean, the points beyond the limits, the target, and where a new phase may begin.
    ///
    /// It never says why something changed: before and after do not show a cause. It contains the labels of
    /// phases as people wrote them.
    #[must_use]
    pub fn in_words(&self, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| self.write_words(&self.proposed_phases(), lang, f))
    }

    /// When a point was measured: its period, or its number.
    pub(super) fn time(&self, point: usize, lang: Lang) -> impl fmt::Display {
        fmt::from_fn(move |f| {
            if let Some(period) = self.period(point) {
                return fmt::Display::fmt(&period.in_lang(lang), f);
            }
            let measurement = Bilingual::new("måling", "measurement").in_lang(lang);
            write!(f, "{measurement} {}", point.saturating_add(1))
        })
    }

    /// Writes what `in_words` displays, with the given proposals.
    pub(super) fn write_words(
        &self,
        proposals: &[Proposal<'_>],
        lang: Lang,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        self.write_overview(lang, f)?;
        let phases = self.phases();
        let untold = phases.len().saturating_sub(PHASES_TOLD);
        if untold > 0 {
            let earlier = match lang {
                Lang::Da => counted(crate::text::count(untold), "tidligere fase", "tidligere faser"),
                Lang::En => counted(crate::text::count(untold), "earlier phase", "earlier phases"),
            };
            write!(f, "\n{earlier}.")?;
        }
        for (number, phase) in phases.iter().enumerate().skip(untold) {
            f.write_str("\n")?;
            self.write_phase(number, phase, lang, f)?;
        }
        if self.kind().shows_level() && !self.data().targets.is_empty() {
            f.write_str("\n")?;
            self.write_target(lang, f)?;
        }
        for proposal in proposals.iter().skip(proposals.len().saturating_sub(PROPOSALS_TOLD)) {
            f.write_str("\n")?;
            self.write_proposal(proposal, lang, f)?;
        }
        let latest = phases.len().checked_sub(1);
        let rests_on_few = latest.and_then(|number| self.figures_frozen(number)).is_some_and(is_few);
        let suggests = if rests_on_few {
            return Ok(());
        } else if self.latest_phase().is_some_and(ChartPhase::has_run_signal) {
            Bilingual::new("Det tyder", "This suggests")
        } else if phases.len() > 1 && self.evidence().grade == EvidenceGrade::RunChartSignal {
            Bilingual::new("De seneste faser taget som én tyder", "The latest phases taken as one suggest")
        } else {
            return Ok(());
        };
        let what = Bilingual::new(
            "på, at noget har ændret sig. Diagrammet viser ikke hvorfor.",
            "that something has changed. The chart does not show why.",
        );
        write!(f, "\n{} {}", suggests.in_lang(lang), what.in_lang(lang))
    }

    fn write_phase(
        &self,
        number: usize,
        phase: &ChartPhase,
        lang: Lang,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        if self.phases().len() > 1 {
            let phase = Bilingual::new("Fase", "Phase").in_lang(lang);
            write!(f, "{phase} {}", number.saturating_add(1))?;
            if let Some(label) = self.phase_data(number).and_then(|data| data.label.as_ref()) {
                write!(f, " ({})", in_one_line(label.as_str()))?;
            }
            f.write_str(": ")?;
        }
        write_capital(&alloc::format!("{}", phase.in_lang(lang)), f)?;
        f.write_str(".")?;
        self.write_lines(number, phase, lang, f)?;
        write_runs(phase, lang, f)?;
        let long_runs = self.long_runs_of(phase);
        let untold = long_runs.len().saturating_sub(RUNS_TOLD);
        if untold > 0 {
            let earlier = match lang {
                Lang::Da => {
                    counted(crate::text::count(untold), "tidligere lang serie", "tidligere lange serier")
                }
                Lang::En => counted(crate::text::count(untold), "earlier long run", "earlier long runs"),
            };
            write!(f, " {earlier}.")?;
        }
        for run in long_runs.iter().skip(untold) {
            f.write_str(" ")?;
            self.write_run(run, lang, f)?;
        }
        self.write_beyond(phase, lang, f)
    }

    fn write_lines(
        &self,
        number: usize,
        phase: &ChartPhase,
        lang: Lang,
        f: &mut fmt::Formatter<'_>,
    ) -> fmt::Result {
        let Told { centre, limits, vary } = self.told_lines(phase);
        // If there is no centre line, the outcome has said so.
        let Some(centre) = centre else { return Ok(()) };
        f.write_str(" ")?;
        write_capital(self.centre_label(number).in_lang(lang), f)?;
        let mut words = alloc::format!(" {}", self.with_unit(centre, lang));
        let frozen = self.figures_frozen(number);
        if let Some(figures) = frozen {
            let last = phase
                .points()
                .clone()
                .rev()
                .find(|n| self.points().get(*n).is_some_and(ChartPoint::is_in_baseline));
            let until = self.time(last.unwrap_or(phase.points().start), lang);
            match lang {
                Lang::Da => {
                    let of = counted(crate::text::count(figures), "måling", "målinger");
                    write!(words, " (frosset: beregnet af {of} til og med {until})")
                }
                Lang::En => {
                    let of = counted(crate::text::count(figures), "measurement", "measurements");
                    write!(words, " (frozen: calculated from {of} up to {until})")
                }
            }?;
        }
        // A flat series has its limits on the centre line: there is nothing to tell.
        if let Some((lower, upper)) = limits.filter(|(lower, upper)| lower != upper) {
            let name = match (vary, self.is_in_time()) {
                (false, _) => Bilingual::new("kontrolgrænser", "control limits"),
                (true, true) => Bilingual::new("seneste kontrolgrænser", "latest control limits"),
                (true, false) => Bilingual::new(
                    "kontrolgrænser for den sidste måling",
                    "control limits of the last measurement",
                ),
            };
            let limit = |limit: Option<f64>| match limit {
                // A percent sign belongs to each figure; another unit is named once.
                Some(limit) if *self.scale() == Scale::In(Unit::Percent) => self.with_unit(limit, lang),
                Some(limit) => self.figure_in_lang(limit, lang).to_string(),
                None => Bilingual::new("ingen", "none").in_lang(lang).to_string(),
            };
            let (lower, upper, and) = (limit(lower), limit(upper), Bilingual::new("og", "and").in_lang(lang));
            write!(words, ", {} {lower} {and} {upper}", name.in_lang(lang))?;
        }
        f.write_str(&words)?;
        // A unit can end with a full stop of its own: 9 kr.
        f.write_str(if words.ends_with('.') { "" } else { "." })?;
        let needed = ChartOutcome::FIGURES_NEEDED;
        match lang {
            _ if !frozen.is_some_and(is_few) => Ok(()),
            Lang::Da => write!(f, " Det er for få til et niveau; der bør være {needed}."),
            Lang::En => write!(f, " These are too few for a level; there should be {needed}."),
        }
    }

    /// How many figures a frozen level is calculated from; `None` if it is not frozen, or if it is set.
    fn figures_frozen(&self, number: usize) -> Option<usize> {
        let phase = self.phases().get(number)?;
        let data = self.phase_data(number).filter(|data| data.centre.is_none())?;
        data.baseline.filter(|baseline| *baseline < phase.points().len())?;
        let is_of_it = |point: &&ChartPoint| point.is_in_baseline() && point.value().is_some();
        Some(self.points_of(phase).iter().filter(is_of_it).count())
    }

    /// A figure with its unit.
    fn with_unit(&self, figure: f64, lang: Lang) -> String {
        let mut words = self.figure_in_lang(figure, lang).to_string();
        let unit = self.scale().unit_after(words == "1", lang).to_string();
        words.push_str(&unit);
        words
    }

    fn write_run(&self, run: &Run, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (first, last, length) = (self.time(run.first, lang), self.time(run.last, lang), run.length);
        let better = (run.side == Side::Above) == (self.data().direction == Direction::AtLeast);
        let way = if !self.kind().shows_level() {
            Bilingual::new("", "")
        } else if better {
            Bilingual::new(", på den bedre side", ", on the better side")
        } else {
            Bilingual::new(", på den dårligere side", ", on the worse side")
        };
        let side = match run.side {
            Side::Above => Bilingual::new("over", "above"),
            Side::Below => Bilingual::new("under", "below"),
        };
        let (side, way) = (side.in_lang(lang), way.in_lang(lang));
        match lang {
            Lang::Da => {
                write!(f, "Fra {first} til {last} ligger {length} målinger i træk {side} midterlinjen{way}.")
            }
            Lang::En => {
                write!(
                    f,
                    "From {first} to {last}, {length} measurements in a row lie {side} the centre line{way}."
                )
            }
        }
    }

    fn write_beyond(&self, phase: &ChartPhase, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let count = phase.beyond_limits();
        if count == 0 {
            return Ok(());
        }
        let beyond_limits = Bilingual::new("Uden for kontrolgrænserne", "Beyond the control limits");
        write!(f, " {}: ", beyond_limits.in_lang(lang))?;
        let beyond = |n: &usize| self.points().get(*n).is_some_and(|one| one.beyond_limits().is_some());
        let points = phase.points().clone().filter(beyond);
        for (n, point) in points.take(POINTS_TOLD).enumerate() {
            write!(f, "{}{}", if n > 0 { ", " } else { "" }, self.time(point, lang))?;
        }
        if count > POINTS_TOLD {
            let more = Bilingual::new("og flere", "and more").in_lang(lang);
            write!(f, " {more}")?;
        }
        f.write_str(".")
    }

    fn write_target(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(Bilingual::new("Målet", "The target").in_lang(lang))?;
        if let Some(target) = self.latest_target() {
            let threshold = target.threshold(self.data().direction);
            if target.unit == *self.scale().unit() {
                let unit = self.scale().unit_after(target.value == Decimal::from(1), lang);
                let (way, sign) = (threshold.direction.label().in_lang(lang), self.scale().sign(lang));
                write!(f, " ({way} {}{sign}{unit})", target_figure(target.value, lang))?;
            } else {
                write!(f, " ({})", threshold.in_lang(lang))?;
            }
        }
        let (is, attainment) = (Bilingual::new("er", "is").in_lang(lang), self.attainment());
        if matches!(attainment.status, super::AttainmentStatus::NotAssessable { .. }) {
            return write!(f, " {}.", attainment.in_lang(lang));
        }
        write!(f, " {is} {}.", attainment.in_lang(lang))?;
        self.write_after_latest(lang, f)
    }

    /// Which measurement the latest one is, if later ones have no result or are left out.
    fn write_after_latest(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Some(latest) = self.latest_included() else { return Ok(()) };
        let later = self.points().get(latest.saturating_add(1)..).unwrap_or_default();
        let excluded = later.iter().filter(|point| !point.is_included()).count();
        let missing = later.len().saturating_sub(excluded);
        let parts = match lang {
            Lang::Da => [(missing, "uden resultat"), (excluded, "udeladt")],
            Lang::En => [(missing, "without a result"), (excluded, "left out")],
        };
        let parts = parts.into_iter().filter(|(count, _)| *count > 0);
        let parts: Vec<String> = parts.map(|(count, what)| alloc::format!("{count} {what}")).collect();
        if parts.is_empty() {
            return Ok(());
        }
        let (parts, time) = (enumerated(&parts, lang), self.time(latest, lang));
        match lang {
            Lang::Da => write!(f, " Den seneste måling er her {time}; efter den er {parts}."),
            Lang::En => write!(f, " The latest measurement here is {time}; after it, {parts}."),
        }
    }

    fn write_proposal(&self, proposal: &Proposal<'_>, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let place = self.time(proposal.point, lang);
        let before = self.with_unit(proposal.median_before, lang);
        let after = self.with_unit(proposal.median_after, lang);
        let (figures_before, figures_after) = (proposal.figures_before, proposal.figures_after);
        match lang {
            Lang::Da => {
                let change = match proposal.change {
                    LevelChange::Improvement => "en forbedring",
                    LevelChange::Deterioration => "en forværring",
                };
                write!(
                    f,
                    "Forslag: en ny fase kan begynde med {place}. Medianen er {before} i {figures_before} målinger før \
                     og {after} i {figures_after} målinger derefter, {change}, og de varierer kun tilfældigt. \
                     Spørg først hvorfor; den, der kender forløbet, afgør det."
                )
            }
            Lang::En => {
                let change = match proposal.change {
                    LevelChange::Improvement => "an improvement",
                    LevelChange::Deterioration => "a deterioration",
                };
                write!(
                    f,
                    "Proposal: a new phase may begin with {place}. The median is {before} in {figures_before} \
                     measurements before and {after} in {figures_after} after it, {change}, and these vary at random \
                     only. Ask why first; whoever knows what happened decides."
                )
            }
        }
    }
}

/// Too few figures for a level.
const fn is_few(figures: usize) -> bool {
    figures < ChartOutcome::FIGURES_NEEDED
}

/// A target as other figures are shown: without zeros at the end, grouped, with a minus sign.
fn target_figure(value: Decimal, lang: Lang) -> String {
    let written = value.in_lang(lang).to_string();
    let mark = crate::figure::decimal_mark(lang);
    let shown =
        if written.contains(mark) { written.trim_end_matches('0').trim_end_matches(mark) } else { &written };
    let (minus, shown) = match shown.strip_prefix(['-', '−']) {
        Some(size) => ("−", size),
        None => ("", shown),
    };
    let (whole, fraction) = shown.split_at(shown.find(mark).unwrap_or(shown.len()));
    let mut figure = String::from(minus);
    // Writing to a `String` does not fail.
    let _ = write_grouped(&mut figure, whole, lang);
    figure.push_str(fraction);
    figure
}

pub(super) fn write_capital(words: &str, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mut chars = words.chars();
    if let Some(first) = chars.next() {
        write!(f, "{}", first.to_uppercase())?;
    }
    f.write_str(chars.as_str())
}

fn write_runs(phase: &ChartPhase, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    let runs = phase.runs();
    let (Some(longest), Some(most), Some(crossings), Some(least)) =
        (runs.longest_run(), runs.longest_run_max(), runs.crossings(), runs.crossings_min())
    else {
        return Ok(());
    };
    if !phase.has_order() {
        return Ok(());
    }
    let (length, useful) = (longest.length, runs.useful());
    match lang {
        Lang::Da => {
            let useful = counted(crate::text::count(useful), "anvendelig måling", "anvendelige målinger");
            write!(
                f,
                " I {useful} er den længste serie på {length} (ventet højst {most}), og der er {crossings} kryds \
                 (ventet mindst {least})."
            )
        }
        Lang::En => {
            let are = if crossings == 1 { "is" } else { "are" };
            let crossings = counted(crate::text::count(crossings), "crossing", "crossings");
            let useful = counted(crate::text::count(useful), "useful measurement", "useful measurements");
            write!(
                f,
                " In {useful} the longest run is {length} (expected at most {most}), and there {are} {crossings} \
                 (expected at least {least})."
            )
        }
    }
}
