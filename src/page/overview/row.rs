//! One target figure of many services.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{MEASURED, TOGETHER};
use crate::Lang;
use crate::date::Period;
use crate::figure::{Direction, Threshold};
use crate::measurement::{Observed, Stated};
use crate::page::sheet::Detail;
use crate::page::status::{Standing, Target};
use crate::page::title::capital;
use crate::sorted::sort_by;
use crate::target_figure::{Outcome, Reason, share_a_day, sum_of};
use crate::text::{Bilingual, count};

/// What the target figures of a row have in common: their indicator, or without one their topic.
pub(super) fn key(target: &Target<'_>) -> String {
    match &target.figure.indicator {
        Some(indicator) => indicator.id.to_string(),
        // No id has a colon.
        None => format!(":{}", target.said().map(str::to_lowercase).unwrap_or_default()),
    }
}

/// A target figure of one service.
#[derive(Debug, Clone)]
pub(super) struct Line {
    /// The name of the service; empty if it has none.
    pub(super) service: String,
    standing: Standing,
    pub(super) threshold: Option<Threshold>,
    pub(super) figure: Option<Observed>,
    period: Option<Period>,
    /// Why it cannot be assessed.
    pub(super) because: Vec<Reason>,
}

impl Line {
    /// The lines of one standing: those that cannot be assessed for the same reason together, the worst figure first,
    /// then by name. Figures of different kinds or units have no order.
    fn order(&self, other: &Self) -> Ordering {
        let by_figure = match (&self.figure, &other.figure, &self.threshold) {
            (Some(one), Some(two), Some(threshold)) => match (compare(one, two), threshold.direction) {
                (by_size, Direction::AtLeast) => by_size,
                (by_size, Direction::AtMost) => by_size.reverse(),
            },
            _ => Ordering::Equal,
        };
        self.because.cmp(&other.because).then(by_figure).then_with(|| self.service.cmp(&other.service))
    }
}

fn compare(one: &Observed, other: &Observed) -> Ordering {
    match (one.share(), other.share(), one.stated(), other.stated()) {
        (Some(Ok(one)), Some(Ok(other)), ..) => {
            let across = |part: u64, whole: u64| u128::from(part).saturating_mul(u128::from(whole));
            across(one.part(), other.whole()).cmp(&across(other.part(), one.whole()))
        }
        (_, _, Some(Stated::Count(one)), Some(Stated::Count(other))) => one.cmp(&other),
        _ => Ordering::Equal,
    }
}

#[derive(Debug, Clone, Default)]
pub(super) struct Row {
    /// What it is about, as the services say it.
    topics: Vec<String>,
    lines: Vec<Line>,
}

impl Row {
    pub(super) fn add(&mut self, target: &Target<'_>, service: String) {
        if let Some(topic) = target.said().filter(|topic| !self.topics.iter().any(|known| known == topic)) {
            self.topics.push(topic.into());
        }
        let because = match target.evaluation.outcome() {
            Outcome::NotAssessable { because } if target.standing == Standing::NotAssessable => {
                because.clone()
            }
            _ => Vec::new(),
        };
        self.lines.push(Line {
            service,
            standing: target.standing,
            threshold: target.figure.threshold(),
            figure: target.evaluation.figure().cloned(),
            period: target.measured.and_then(|one| one.period),
            because,
        });
    }

    /// What it is about, whatever order the services were added in; and the threshold, if it is one.
    pub(super) fn heading(&self, lang: Lang) -> String {
        let unnamed = Bilingual::new("måltal uden emne", "target figure without a topic").in_lang(lang);
        let topic = capital(self.topics.iter().min().map_or(unnamed, String::as_str));
        match self.threshold() {
            Some(threshold) => format!("{topic}: {}", threshold.in_lang(lang)),
            None => topic,
        }
    }

    /// The threshold, if all that state one state the same.
    pub(super) fn threshold(&self) -> Option<&Threshold> {
        let mut stated = self.lines.iter().filter_map(|line| line.threshold.as_ref());
        let first = stated.next()?;
        stated.all(|other| other == first).then_some(first)
    }

    /// Ranks rows by how many services do not meet them, then cannot be assessed, then have not reported, the most
    /// first.
    pub(super) fn rank(&self) -> core::cmp::Reverse<[usize; 3]> {
        core::cmp::Reverse(
            [Standing::NotMet, Standing::NotAssessable, Standing::NotReported]
                .map(|standing| self.lines.iter().filter(|line| line.standing == standing).count()),
        )
    }

    /// The services of this standing, the worst first.
    pub(super) fn of(&self, standing: Standing) -> Vec<&Line> {
        let mut lines: Vec<_> = self.lines.iter().filter(|line| line.standing == standing).collect();
        sort_by(&mut lines, |one, other| one.order(other));
        lines
    }

    /// How many services there are of each standing, and the sum of what they counted.
    pub(super) fn counts(&self, lang: Lang) -> Vec<Detail> {
        let always = [Standing::NotMet, Standing::NotAssessable, Standing::NotReported, Standing::Met];
        let mut details = Vec::new();
        for standing in Standing::ALL {
            let number = self.of(standing).len();
            if number > 0 || always.contains(&standing) {
                let label = LABELS.iter().find(|(one, _)| *one == standing).map(|(_, label)| label);
                details.extend(label.map(|label| Detail::new(*label, number.to_string(), lang)));
            }
        }
        let measured = self.lines.iter().filter(|line| line.figure.is_some()).count();
        if let Some(sum) = self.sum().filter(|_| measured > 1) {
            let of = match lang {
                Lang::Da => format!("{}, {measured} af {} tilbud", sum.in_lang(lang), self.lines.len()),
                Lang::En => format!("{}, {measured} of {} services", sum.in_lang(lang), self.lines.len()),
            };
            details.push(Detail::new(TOGETHER, of, lang));
        } else if measured > 0 {
            let of = match lang {
                Lang::Da => format!("{} af {} tilbud", count(measured), self.lines.len()),
                Lang::En => format!("{} of {} services", count(measured), self.lines.len()),
            };
            details.push(Detail::new(MEASURED, of, lang));
        }
        details
    }

    /// The sum of what was counted: parts and wholes, or counts. `None` if it cannot be summed, or if the periods have no
    /// day in common.
    fn sum(&self) -> Option<Observed> {
        let measured = || self.lines.iter().filter(|line| line.figure.is_some());
        let periods = || measured().filter_map(|line| line.period);
        if periods().count() != measured().count() || !share_a_day(periods()) {
            return None;
        }
        let figures: Vec<_> = measured().filter_map(|line| line.figure.as_ref()).collect();
        sum_of(&figures).ok().flatten()
    }
}

const LABELS: [(Standing, Bilingual); 6] = [
    (Standing::NotMet, Bilingual::new("Ikke opfyldt", "Not met")),
    (Standing::NotAssessable, Bilingual::new("Kan ikke vurderes", "Not assessable")),
    (Standing::NotReported, Bilingual::new("Ikke indberettet", "Not reported")),
    (Standing::NotDue, Bilingual::new("Måles senere", "Measured later")),
    (Standing::NotAgreed, Bilingual::new("Aftales senere", "To be agreed")),
    (Standing::Met, Bilingual::new("Opfyldt", "Met")),
];
