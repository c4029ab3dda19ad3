//! One target figure of many services.

use alloc::format;
use alloc::string::{String, ToString as _};
use alloc::vec::Vec;
use core::cmp::Ordering;

use super::{MEASURED, TOGETHER};
use crate::Lang;
use crate::date::{Period, share_a_day};
use crate::figure::{CompleteResult, Direction, Threshold, Unit};
use crate::measurement::Observed;
use crate::page::sheet::Detail;
use crate::page::status::{Standing, Target};
use crate::page::title::capital;
use crate::sorted::sort_by;
use crate::target_figure::{TargetOutcome, WhyNotAssessable, sum_of};
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
    pub(super) because: Vec<WhyNotAssessable>,
}

impl Line {
    /// The lines of one standing: those that cannot be assessed for the same reason together, those of one kind, unit and
    /// direction together, of them the worst figure first, then by name.
    fn order(&self, other: &Self) -> Ordering {
        let (kind, other_kind) = (self.kind(), other.kind());
        let by_figure = match kind {
            Some((_, direction)) if kind == other_kind => match (self.compare(other), direction) {
                (by_size, Direction::AtLeast) => by_size,
                (by_size, Direction::AtMost) => by_size.reverse(),
            },
            _ => Ordering::Equal,
        };
        let by_kind = kind.cmp(&other_kind);
        self.because
            .cmp(&other.because)
            .then(by_kind)
            .then(by_figure)
            .then_with(|| self.service.cmp(&other.service))
    }

    /// The kind of the figure, if its size says how bad it is. Rates and subgroups have no order.
    fn kind(&self) -> Option<(Kind<'_>, Direction)> {
        let kind = match self.figure.as_ref()?.stated()? {
            CompleteResult::Share { part, whole } if part <= whole && whole > 0 => Kind::Share,
            CompleteResult::Count(_) => Kind::Count,
            CompleteResult::Value { unit, .. } => Kind::Value(unit),
            CompleteResult::Share { .. } | CompleteResult::Rate { .. } | CompleteResult::Subgroup { .. } => {
                return None;
            }
        };
        Some((kind, self.threshold.as_ref()?.direction))
    }

    /// Compares the sizes of figures of one kind.
    fn compare(&self, other: &Self) -> Ordering {
        let [one, two] = [self, other].map(|line| line.figure.as_ref().and_then(Observed::stated));
        match (one, two) {
            (
                Some(CompleteResult::Share { part, whole }),
                Some(CompleteResult::Share { part: other, whole: of }),
            ) => {
                let across = |part: u64, whole: u64| u128::from(part).saturating_mul(u128::from(whole));
                across(part, of).cmp(&across(other, whole))
            }
            (Some(CompleteResult::Count(one)), Some(CompleteResult::Count(other))) => one.cmp(&other),
            (Some(CompleteResult::Value { value, .. }), Some(CompleteResult::Value { value: other, .. })) => {
                value.cmp(other)
            }
            _ => Ordering::Equal,
        }
    }
}

/// Kinds of figures that have an order.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Kind<'l> {
    Share,
    Count,
    Value(&'l Unit),
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
            TargetOutcome::NotAssessable { because } if target.standing == Standing::NotAssessable => {
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
                .map(|standing| self.count(standing)),
        )
    }

    fn with(&self, standing: Standing) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.standing == standing)
    }

    fn count(&self, standing: Standing) -> usize {
        self.with(standing).count()
    }

    /// The services of this standing, the worst first.
    pub(super) fn of(&self, standing: Standing) -> Vec<&Line> {
        let mut lines: Vec<_> = self.with(standing).collect();
        sort_by(&mut lines, |one, other| one.order(other));
        lines
    }

    /// How many services there are of each standing, and the sum of what they counted.
    pub(super) fn counts(&self, lang: Lang) -> Vec<Detail> {
        let always = [Standing::NotMet, Standing::NotAssessable, Standing::NotReported, Standing::Met];
        let mut details = Vec::new();
        for standing in Standing::ALL {
            let number = self.count(standing);
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figure::{Decimal, Share};

    fn line(service: &str, direction: Direction, figure: Observed) -> Line {
        let threshold = Threshold { direction, value: Decimal::HUNDRED, unit: Unit::Percent };
        Line {
            service: service.into(),
            standing: Standing::NotMet,
            threshold: Some(threshold),
            figure: Some(figure),
            period: None,
            because: Vec::new(),
        }
    }

    #[test]
    fn the_worst_figure_of_a_kind_comes_first() {
        let days = |days| Observed::of_value(Decimal::from_integer(days), Unit::Days);
        let mut lines = Vec::new();
        // Enough for the sort of the standard library, which can panic if an order contradicts itself.
        for round in 0..9 {
            lines.push(line("a", Direction::AtLeast, Observed::of_share(round, 10)));
            lines.push(line("b", Direction::AtMost, Observed::of_share(round, 10)));
            lines.push(line("c", Direction::AtMost, days(12)));
            lines.push(line("d", Direction::AtMost, days(30)));
            lines.push(line("e", Direction::AtLeast, Observed::of_share(0, 0)));
        }
        sort_by(&mut lines, Line::order);
        let of = |service: &str| {
            let figures = lines.iter().filter(|line| line.service == service);
            figures
                .filter_map(|line| line.figure.as_ref()?.share()?.ok())
                .map(Share::part)
                .collect::<Vec<_>>()
        };
        assert!(of("a").is_sorted() && of("b").iter().rev().is_sorted());
        let services: String = lines.iter().map(|line| line.service.as_str()).collect();
        assert_eq!(services, ["e", "a", "b", "d", "c"].map(|one| one.repeat(9)).concat());
    }
}
