//! The target figures of a service, and the standing of each.

use alloc::string::{String, ToString as _};
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::{agreements, measurements, period_of, series};
use crate::Lang;
use crate::community::ImprovementCommunity;
use crate::date::Period;
use crate::document::Content;
use crate::id::Id;
use crate::measurement::Measurement;
use crate::organisation::{OrgUnit, SocialService};
use crate::page::sheet::is_blank;
use crate::page::title::capital;
use crate::target_figure::{TargetEvaluation, TargetFigure, TargetOutcome, WhyNotAssessable};
use crate::text::{Bilingual, Text};

/// The standing of a target figure, the worst first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::page) enum Standing {
    NotMet,
    NotAssessable,
    /// Nothing was measured, and the measuring time has passed or is not stated.
    NotReported,
    /// Nothing was measured, and the measuring time has not passed.
    NotDue,
    /// The figure has no value yet.
    NotAgreed,
    Met,
}

impl Standing {
    pub(in crate::page) const ALL: [Self; 6] =
        [Self::NotMet, Self::NotAssessable, Self::NotReported, Self::NotDue, Self::NotAgreed, Self::Met];

    /// After a number: "3 ikke opfyldt".
    pub(in crate::page) const fn label(self) -> Bilingual {
        match self {
            Self::NotMet => Bilingual::new("ikke opfyldt", "not met"),
            Self::NotAssessable => Bilingual::new("kan ikke vurderes", "not assessable"),
            Self::NotReported => Bilingual::new("ikke indberettet", "not reported"),
            Self::NotDue => Bilingual::new("måles senere", "measured later"),
            Self::NotAgreed => Bilingual::new("aftales senere", "to be agreed"),
            Self::Met => Bilingual::new("opfyldt", "met"),
        }
    }

    pub(in crate::page) const fn heading(self) -> Bilingual {
        match self {
            Self::NotMet => Bilingual::new("Måltal, der ikke er opfyldt", "Target figures that are not met"),
            Self::NotAssessable => {
                Bilingual::new("Måltal, der ikke kan vurderes", "Target figures that cannot be assessed")
            }
            Self::NotReported => {
                Bilingual::new("Måltal, der ikke er indberettet", "Target figures that are not reported")
            }
            Self::NotDue => {
                Bilingual::new("Måltal, der måles senere", "Target figures that are measured later")
            }
            Self::NotAgreed => {
                Bilingual::new("Måltal, der aftales senere", "Target figures that are to be agreed")
            }
            Self::Met => Bilingual::new("Måltal, der er opfyldt", "Target figures that are met"),
        }
    }

    fn of(
        figure: &TargetFigure,
        evaluation: &TargetEvaluation,
        within: Option<Period>,
        as_of: NaiveDate,
    ) -> Self {
        let because = match evaluation.outcome() {
            TargetOutcome::Met => return Self::Met,
            TargetOutcome::NotMet => return Self::NotMet,
            TargetOutcome::NotAssessable { because } => because,
        };
        let deadline = figure.measured_at.as_ref().and_then(|when| when.deadline(within.as_ref()));
        if figure.is_open() {
            Self::NotAgreed
        } else if because.iter().any(|reason| *reason != WhyNotAssessable::NotReported) {
            Self::NotAssessable
        } else if deadline.is_some_and(|last_day| last_day >= as_of) {
            Self::NotDue
        } else {
            Self::NotReported
        }
    }
}

/// A target figure of a service, and what its measurements say about it.
#[derive(Debug, Clone)]
pub(in crate::page) struct Target<'a> {
    pub(in crate::page) figure: &'a TargetFigure,
    pub(in crate::page) evaluation: TargetEvaluation,
    pub(in crate::page) standing: Standing,
    /// The measurement that counts, if there is exactly one.
    pub(in crate::page) measured: Option<&'a Measurement>,
    /// The period in which it is measured, if the measuring time does not say it.
    pub(in crate::page) within: Option<Period>,
}

impl<'a> Target<'a> {
    /// The target figures of a service in the order of its documents.
    pub(super) fn all(
        contents: &[&'a Content],
        service: Option<Id<SocialService>>,
        as_of: NaiveDate,
    ) -> Vec<Self> {
        let mut figures: Vec<(&'a TargetFigure, Option<Period>)> = Vec::new();
        let mut add = |figure: &'a TargetFigure, within: Option<Period>| {
            let lacks = |figure: &TargetFigure| figure.missing_parts().count();
            match figures.iter_mut().find(|(known, _)| known.id == figure.id) {
                Some(known) if lacks(figure) < lacks(known.0) => *known = (figure, within),
                Some(_) => {}
                None => figures.push((figure, within)),
            }
        };
        for agreement in agreements(contents.iter().copied()) {
            let within = agreement.running_period();
            let targets = agreement.focus_areas.iter().flat_map(|area| &area.targets);
            targets.for_each(|figure| add(figure, within));
        }
        let within = period_of(contents);
        for content in contents {
            match content {
                Content::Community(community) => {
                    let of_service = community.targets.iter().filter(|one| Some(one.service) == service);
                    of_service.for_each(|one| add(&one.target, within));
                }
                Content::TargetFigure(figure) => add(figure, within),
                _ => {}
            }
        }
        Self::evaluated(figures, contents, service, as_of, |_| true)
    }

    /// The target figures that a community has for a service, compared with its measurements.
    pub(in crate::page) fn of_member(
        community: &'a ImprovementCommunity,
        contents: &[&'a Content],
        service: Id<SocialService>,
        as_of: NaiveDate,
    ) -> Vec<Self> {
        let charter = community.charter.as_ref();
        let period = charter.and_then(|one| {
            let (start, end) = (one.starts_on?.first_day(), one.ends_on?.last_day());
            Some(Period { start, end }).filter(Period::is_ordered)
        });
        let within = period.or_else(|| period_of(contents));
        let of_service = community.targets.iter().filter(|one| one.service == service);
        let figures = of_service.map(|one| (&one.target, within)).collect();
        let unit = OrgUnit::from(service);
        Self::evaluated(figures, contents, Some(service), as_of, |one| one.reporting_unit == Some(unit))
    }

    fn evaluated(
        figures: Vec<(&'a TargetFigure, Option<Period>)>,
        contents: &[&'a Content],
        service: Option<Id<SocialService>>,
        as_of: NaiveDate,
        counts: impl Fn(&Measurement) -> bool,
    ) -> Vec<Self> {
        let mut alone = measurements(contents);
        alone.retain(|one| counts(one));
        let in_series = series(contents.iter().copied()).flat_map(|series| &series.measurements);
        let in_series = in_series.filter(|one| counts(one));
        let with_series: Vec<_> = alone.iter().copied().chain(in_series).collect();
        let expected: Vec<OrgUnit> = service.map(OrgUnit::from).into_iter().collect();
        let evaluated = figures.into_iter().map(|(figure, within)| {
            let of = |all: &[&'a Measurement]| figure.evaluate(all.iter().copied(), &expected, within);
            let mut evaluation = of(&alone);
            if evaluation.not_reported().next().is_some() {
                evaluation = of(&with_series);
            }
            let measured = evaluation.units().first().and_then(|unit| match unit.measurements.as_slice() {
                [id] => with_series.iter().copied().find(|one| one.id == *id),
                _ => None,
            });
            let standing = Standing::of(figure, &evaluation, within, as_of);
            Self { figure, evaluation, standing, measured, within }
        });
        evaluated.collect()
    }

    /// Returns `true` if there is a measurement, whatever it says.
    pub(super) fn is_reported(&self) -> bool {
        !self.evaluation.units().is_empty() && self.evaluation.not_reported().next().is_none()
    }

    /// What the figure is about: its topic, or else its indicator, or else the kind of thing.
    pub(in crate::page) fn topic(&self, lang: Lang) -> String {
        capital(&self.said().map_or_else(
            || Bilingual::new("måltal", "target figure").in_lang(lang).to_string(),
            String::from,
        ))
    }

    /// What people call it.
    pub(in crate::page) fn said(&self) -> Option<&'a str> {
        let topic = self.figure.topic.as_ref();
        [topic, self.statement()]
            .into_iter()
            .flatten()
            .map(Text::as_str)
            .find(|text| !is_blank(text))
            .map(str::trim)
    }

    /// The indicator in words.
    pub(in crate::page) fn statement(&self) -> Option<&'a Text> {
        self.figure.indicator.as_ref()?.statement.as_ref().filter(|text| !is_blank(text.as_str()))
    }
}
