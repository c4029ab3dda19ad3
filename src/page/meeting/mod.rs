//! The page for a dialogue meeting of one service.

mod changes;
mod charts;
mod findings;
mod years;

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::fmt;

pub(super) use self::charts::Charts;
use super::agenda::OfAgenda;
use super::citizens::service;
use super::sheet::{Detail, Sheet};
use super::status::{ServiceStatus, Standing, Target};
use super::title::{capital, with_kind};
use super::{About, Options, Page};
use crate::Lang;
use crate::date::{When, day_in_lang};
use crate::figure::Decimal;
use crate::goal::{ProcessCount, ProcessMeasure};
use crate::target_figure::{TargetFigure, TargetOutcome, WhyNotAssessable, WhyUnused};
use crate::text::{Bilingual, Folded, count, counted, enumerated};

const MEETING: Bilingual = Bilingual::new("dialogmøde", "dialogue meeting");
const SECTION: Bilingual = Bilingual::new("Afsnit", "Section");
const INDICATOR: Bilingual = Bilingual::new("Indikator", "Indicator");
const MEASURED: Bilingual = Bilingual::new("Målt", "Measured");
const WHY: Bilingual = Bilingual::new("Hvorfor", "Why");
const MEASURED_AT: Bilingual = Bilingual::new("Måles", "Measuring time");
const BASELINE: Bilingual = Bilingual::new("Udgangspunkt", "Baseline");
const STATED: Bilingual = Bilingual::new("I dokumentet", "In the document");
const NOT_COUNTED: Bilingual = Bilingual::new("Tæller ikke", "Not counted");
const CITIZENS: Bilingual = Bilingual::new("Borgernes delmål", "The sub-goals of citizens");
const OVER_TIME: Bilingual = Bilingual::new("Andre målinger over tid", "Other measurements over time");

/// **Unit:** days. What is due within this time is listed.
const DAYS_AHEAD: u64 = 90;

impl<'a> Page<'a> {
    /// A page to prepare a dialogue meeting (*dialogmøde*) about one service, in Danish.
    ///
    /// It shows the status of each target figure, with what was measured, what is missing and its chart: those that are
    /// not met first, then those that cannot be assessed, are not reported, are measured or agreed later, or are met. Then what is
    /// overdue or due within 90 days; what the check found; what changed since the [last reports](ServiceStatus::with_earlier_reports) and
    /// since the [agreement of last year](ServiceStatus::with_last_agreement), if they are given; and how many sub-goals of
    /// citizens are past their dates.
    ///
    /// With the feature `plot` charts are pictures in HTML; elsewhere, with the feature `chart`, they are described in words.
    /// The page shows topics, indicators and the texts of tasks, but no text about a citizen.
    #[must_use]
    pub const fn of_dialogue_meeting(status: &'a ServiceStatus<'a>) -> Self {
        Self::about(About::Meeting(status))
    }
}

pub(super) fn title(status: &ServiceStatus<'_>, lang: Lang) -> String {
    with_kind(MEETING.in_lang(lang), &status.name().unwrap_or_default())
}

/// Writes the page.
pub(super) fn tell(status: &ServiceStatus<'_>, options: &Options<'_>, sheet: &mut dyn Sheet) -> fmt::Result {
    let lang = options.lang;
    sheet.title(&title(status, lang))?;
    if let Some(name) = options.name {
        sheet.paragraph(name)?;
    }
    sheet.paragraph(&head(status, lang))?;
    let mut charts = Charts::of(status.series());
    for standing in Standing::ALL {
        let mut targets = status.targets().iter().filter(|one| one.standing == standing).peekable();
        if targets.peek().is_some() {
            sheet.section(standing.heading().in_lang(lang))?;
            targets.try_for_each(|target| tell_target(target, &mut charts, Vec::new(), lang, sheet))?;
        }
    }
    let others = charts.rest(lang);
    if !others.is_empty() {
        sheet.section(OVER_TIME.in_lang(lang))?;
        others.iter().try_for_each(|(title, figure)| sheet.entry(title, &[], Some(figure)))?;
    }
    let of = status.agreement().map(|agreement| agreement.id.subject());
    OfAgenda { agenda: status.agenda(), days: DAYS_AHEAD, of }.tell_soon(options, sheet)?;
    findings::tell(status, lang, sheet)?;
    changes::tell(status, lang, sheet)?;
    years::tell(status, lang, sheet)?;
    tell_citizens(status, lang, sheet)?;
    sheet.end()
}

/// The day, the documents, and the number of target figures of each standing.
fn head(status: &ServiceStatus<'_>, lang: Lang) -> String {
    let day = day_in_lang(status.as_of(), lang);
    let documents = count(status.contents().count());
    let head = match lang {
        Lang::Da => {
            format!("Opgjort pr. {day} ud fra {}.", counted(documents, "dokument", "dokumenter"))
        }
        Lang::En => format!("As of {day}, from {}.", counted(documents, "document", "documents")),
    };
    let counts = standings(&status.targets().iter(), lang);
    match (counts.is_empty(), lang) {
        (true, Lang::Da) => format!("{head} Dokumenterne har ingen måltal."),
        (true, Lang::En) => format!("{head} The documents have no target figures."),
        (false, Lang::Da) => format!("{head} Måltal: {}.", enumerated(&counts, lang)),
        (false, Lang::En) => format!("{head} Target figures: {}.", enumerated(&counts, lang)),
    }
}

/// The number of target figures of each standing that occurs, the worst first.
pub(super) fn standings<'t>(
    targets: &(impl Iterator<Item = &'t Target<'t>> + Clone),
    lang: Lang,
) -> Vec<String> {
    let counts = Standing::ALL.iter().filter_map(|standing| {
        let number = targets.clone().filter(|one| one.standing == *standing).count();
        (number > 0).then(|| format!("{number} {}", standing.label().in_lang(lang)))
    });
    counts.collect()
}

/// Writes a target figure with its chart. `details` come before the usual ones.
pub(super) fn tell_target(
    target: &Target<'_>,
    charts: &mut Charts<'_>,
    mut details: Vec<Detail>,
    lang: Lang,
    sheet: &mut dyn Sheet,
) -> fmt::Result {
    let threshold = target.figure.threshold().map(|threshold| threshold.in_lang(lang).to_string());
    let topic = target.topic(lang);
    let heading = threshold.map_or_else(|| topic.clone(), |threshold| format!("{topic}: {threshold}"));
    let figure = charts.of_target(target, lang);
    details.extend(details_of(target, lang));
    sheet.entry(&heading, &details, figure.as_ref())
}

fn details_of(target: &Target<'_>, lang: Lang) -> Vec<Detail> {
    let Target { figure, evaluation, standing, .. } = target;
    let mut details = Vec::new();
    let mut tell = |label: Bilingual, value: String| details.push(Detail::new(label, value, lang));
    if let Some(section) = figure.section {
        tell(SECTION, section.to_string());
    }
    if let Some(statement) = target.statement().filter(|one| !is_said(one.as_str(), target)) {
        tell(INDICATOR, statement.as_str().trim().into());
    }
    if let Some(measured) = measured(target, lang) {
        tell(MEASURED, measured);
    }
    let is_judged = matches!(standing, Standing::Met | Standing::NotMet);
    if let Some(when) = figure.measured_at.as_ref().filter(|when| !is_judged && when.is_stated()) {
        tell(MEASURED_AT, measuring_time(when, target, lang));
    }
    if let Some(baseline) = baseline(figure, lang) {
        tell(BASELINE, baseline);
    }
    let stated = figure.state.filter(|state| figure.is_measured() && *state != evaluation.state());
    if let Some(state) = stated {
        tell(STATED, state.label().in_lang(lang).into());
    }
    if *standing == Standing::NotAssessable
        && let TargetOutcome::NotAssessable { because } = evaluation.outcome()
    {
        let values = because
            .iter()
            .map(|reason: &WhyNotAssessable| capital(&reason.in_lang(lang).to_string()))
            .collect();
        details.push(Detail { label: WHY.in_lang(lang), values });
    }
    let unused = not_counted(target, lang);
    if !is_judged && !unused.is_empty() {
        details.push(Detail { label: NOT_COUNTED.in_lang(lang), values: unused });
    }
    details
}

/// Returns `true` if the heading says it.
fn is_said(statement: &str, target: &Target<'_>) -> bool {
    target.said().is_some_and(|said| Folded::of_words(said.trim()) == Folded::of_words(statement.trim()))
}

/// What was measured, and when.
fn measured(target: &Target<'_>, lang: Lang) -> Option<String> {
    let figure = target.evaluation.figure()?.in_lang(lang);
    let period = target.measured.and_then(|one| one.period);
    Some(period.map_or_else(|| figure.to_string(), |period| format!("{figure}, {}", period.in_lang(lang))))
}

/// The measuring time, and its last day unless it is a date.
fn measuring_time(when: &When, target: &Target<'_>, lang: Lang) -> String {
    let words = when.in_lang(lang).to_string();
    let last_day = when.deadline(target.within.as_ref()).filter(|_| !matches!(when, When::Date { .. }));
    match (last_day.map(|day| day_in_lang(day, lang)), lang) {
        (None, _) => words,
        (Some(day), Lang::Da) => format!("{words}, senest {day}"),
        (Some(day), Lang::En) => format!("{words}, by {day}"),
    }
}

fn baseline(figure: &TargetFigure, lang: Lang) -> Option<String> {
    let baseline = figure.baseline.as_ref()?;
    let value = baseline.value?;
    let is_one = value == Decimal::from_integer(1);
    let unit = baseline.unit.as_ref().map_or("", |unit| unit.after_number(is_one, lang));
    let value = format!("{}{unit}", value.in_lang(lang));
    Some(baseline.on.map_or_else(|| value.clone(), |on| format!("{value}, {}", on.in_lang(lang))))
}

/// Why measurements of the indicator do not count, each reason with the number of measurements.
fn not_counted(target: &Target<'_>, lang: Lang) -> Vec<String> {
    let is_told = |because: &WhyUnused| {
        !matches!(
            because,
            WhyUnused::OtherIndicator | WhyUnused::TargetWithoutIndicator | WhyUnused::NotStated { .. }
        )
    };
    let mut reasons: Vec<_> = target
        .evaluation
        .unused()
        .iter()
        .map(|one| &one.because)
        .filter(|because| is_told(because))
        .collect();
    crate::sorted::sort_by(&mut reasons, Ord::cmp);
    let told = reasons.chunk_by(|one, other| one == other).filter_map(|same| {
        let why = same.first()?.in_lang(lang);
        let number = count(same.len());
        Some(match lang {
            Lang::Da => format!("{}: {why}", counted(number, "måling", "målinger")),
            Lang::En => format!("{}: {why}", counted(number, "measurement", "measurements")),
        })
    });
    told.collect()
}

/// How many exceptions the process measures count.
fn tell_citizens(status: &ServiceStatus<'_>, lang: Lang, sheet: &mut dyn Sheet) -> fmt::Result {
    let counts = status.caseloads().map(|caseload| caseload.count(status.as_of()));
    let all = counts.fold(ProcessCount::default(), |all, one| all.plus(&one));
    if status.caseloads().next().is_none() {
        return Ok(());
    }
    sheet.section(CITIZENS.in_lang(lang))?;
    ProcessMeasure::ALL.iter().try_for_each(|measure| {
        service::item(&capital(measure.label().in_lang(lang)), all.of(*measure), lang, sheet)
    })
}
