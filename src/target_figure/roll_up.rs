//! Sums what units measured, and judges each unit and the sum.

use alloc::vec::Vec;

use super::TargetFigure;
use super::evaluation::{MeasuringTime, TargetEvaluation, UnitEvaluation};
use super::outcome::{TargetOutcome, Unused, WhyNotAssessable};
use crate::date::share_a_day;
use crate::figure::{CompleteResult, Decimal, Direction, Threshold, Unit};
use crate::measurement::{Measurement, NoResult, Observed};
use crate::organisation::OrgUnit;
use crate::sorted::sort_by;

/// Judges each unit, and all of them together.
pub(super) fn evaluate_units(
    target: &TargetFigure,
    time: Option<MeasuringTime>,
    units: Vec<(OrgUnit, Vec<&Measurement>)>,
    unused: Vec<Unused>,
) -> TargetEvaluation {
    let judge = Judge::new(target, time);
    let mut gaps = Vec::new();
    if units.is_empty() {
        gaps.push(WhyNotAssessable::NoUnits);
    }
    let mut usable = Vec::new();
    let mut lines = Vec::new();
    for (unit, measured) in units {
        let (figure, because) = match figure_of_unit(&measured) {
            Ok(figure) => (Some(figure.clone()), Vec::new()),
            Err(reason) => (None, Vec::from([reason])),
        };
        let outcome = judge.outcome(figure.as_ref(), because.clone());
        let mut measurements: Vec<_> = measured.iter().map(|one| one.id).collect();
        sort_by(&mut measurements, Ord::cmp);
        if figure.is_some() {
            usable.extend(measured);
        }
        add(&mut gaps, &because);
        lines.push(UnitEvaluation { unit, measurements, figure, outcome });
    }
    let sum = if time.is_some() || share_a_day(usable.iter().filter_map(|one| one.period)) {
        let figures: Vec<_> = usable.iter().filter_map(|one| one.observed.as_ref()).collect();
        sum_of(&figures)
    } else {
        Err(WhyNotAssessable::SeveralPeriods)
    };
    let (figure, because) = match sum {
        Ok(Some(figure)) => (Some(figure), Vec::new()),
        Ok(None) => (None, gaps.clone()),
        Err(reason) => (None, Vec::from([reason])),
    };
    let of_reported = judge.outcome(figure.as_ref(), because);
    let complete = gaps.is_empty();
    let settled = figure.as_ref().is_some_and(|figure| judge.is_settled(figure, &of_reported));
    let outcome = if complete || settled { of_reported.clone() } else { with_reasons(&of_reported, &gaps) };
    TargetEvaluation { outcome, complete, of_reported, figure, units: lines, unused }
}

/// The threshold of a target figure, and the reasons why nothing can be judged by it.
struct Judge {
    threshold: Option<Threshold>,
    always: Vec<WhyNotAssessable>,
}

impl Judge {
    fn new(target: &TargetFigure, time: Option<MeasuringTime>) -> Self {
        let mut always = Vec::new();
        let parts: Vec<_> = target.missing_parts().collect();
        if !parts.is_empty() {
            always.push(WhyNotAssessable::TargetLacks { parts });
        }
        if target.measured_at.is_some() && time.is_none() {
            always.push(WhyNotAssessable::MeasuringTimeOpen);
        }
        Self { threshold: target.threshold(), always }
    }

    /// Whether a figure meets the target; `reasons` are why there is no figure.
    fn outcome(&self, figure: Option<&Observed>, mut reasons: Vec<WhyNotAssessable>) -> TargetOutcome {
        add(&mut reasons, &self.always);
        match (figure, &self.threshold) {
            (Some(figure), Some(threshold)) if reasons.is_empty() => judged(threshold, figure),
            _ => not_assessable(reasons),
        }
    }

    /// Returns `true` if no figure of the other units could change the outcome.
    ///
    /// Other units can only add to parts and wholes. So the share of all can come as near to 0 and to 100
    /// percent as one likes, but it cannot reach them once there is an exception.
    fn is_settled(&self, figure: &Observed, outcome: &TargetOutcome) -> bool {
        let Some(Threshold { direction, value, .. }) = &self.threshold else { return false };
        match (figure, direction, outcome) {
            (Observed::Count { .. }, Direction::AtLeast, TargetOutcome::Met)
            | (Observed::Count { .. }, Direction::AtMost, TargetOutcome::NotMet) => true,
            (Observed::Share { .. }, Direction::AtLeast, TargetOutcome::Met)
            | (Observed::Share { .. }, Direction::AtMost, TargetOutcome::NotMet) => *value <= Decimal::ZERO,
            (Observed::Share { .. }, Direction::AtLeast, TargetOutcome::NotMet)
            | (Observed::Share { .. }, Direction::AtMost, TargetOutcome::Met) => *value >= Decimal::HUNDRED,
            _ => false,
        }
    }
}

fn judged(threshold: &Threshold, figure: &Observed) -> TargetOutcome {
    match figure {
        Observed::Count { .. } if threshold.unit == Unit::Percent => {
            because(WhyNotAssessable::CountWithoutWhole)
        }
        figure => figure.judge(threshold).into(),
    }
}

fn because(reason: WhyNotAssessable) -> TargetOutcome {
    TargetOutcome::NotAssessable { because: Vec::from([reason]) }
}

/// Not assessable, for the reasons in `outcome` and for `more`.
fn with_reasons(outcome: &TargetOutcome, more: &[WhyNotAssessable]) -> TargetOutcome {
    let mut reasons = match outcome {
        TargetOutcome::NotAssessable { because } => because.clone(),
        _ => Vec::new(),
    };
    add(&mut reasons, more);
    not_assessable(reasons)
}

fn not_assessable(mut because: Vec<WhyNotAssessable>) -> TargetOutcome {
    sort_by(&mut because, Ord::cmp);
    TargetOutcome::NotAssessable { because }
}

/// Adds those that are not there yet.
fn add(reasons: &mut Vec<WhyNotAssessable>, more: &[WhyNotAssessable]) {
    for reason in more {
        if !reasons.contains(reason) {
            reasons.push(reason.clone());
        }
    }
}

fn figure_of_unit<'a>(measured: &[&'a Measurement]) -> Result<&'a Observed, WhyNotAssessable> {
    match measured {
        [one] => match (&one.observed, one.no_result) {
            (Some(_), Some(_)) => Err(WhyNotAssessable::ResultAndNone),
            (None, Some(NoResult::Suppressed { .. })) => Err(WhyNotAssessable::Suppressed),
            (None, Some(NoResult::Nothing)) => Err(WhyNotAssessable::NothingToMeasure),
            (Some(observed), None) if matches!(observed.share(), Some(Err(_))) => {
                Err(WhyNotAssessable::PartExceedsWhole)
            }
            (observed, None) => observed.as_ref().ok_or(WhyNotAssessable::NotReported),
        },
        [] => Err(WhyNotAssessable::NotReported),
        several => {
            let mut periods: Vec<_> = several.iter().filter_map(|one| one.period).collect();
            sort_by(&mut periods, Ord::cmp);
            let twice = periods.windows(2).any(|pair| matches!(pair, [one, next] if one.overlaps(next)));
            Err(if twice { WhyNotAssessable::CountedTwice } else { WhyNotAssessable::SeveralPeriods })
        }
    }
}

/// The sum of figures: of parts, of wholes, or of counts. Returns `Ok(None)` if there are none.
pub(crate) fn sum_of(figures: &[&Observed]) -> Result<Option<Observed>, WhyNotAssessable> {
    let [first, rest @ ..] = figures else { return Ok(None) };
    let adds_up = |figure: &&Observed| matches!(figure, Observed::Share { .. } | Observed::Count { .. });
    if !rest.is_empty() && !figures.iter().all(adds_up) {
        return Err(WhyNotAssessable::SingleFigures);
    }
    let kind = core::mem::discriminant(*first);
    if rest.iter().any(|figure| core::mem::discriminant(*figure) != kind) {
        return Err(WhyNotAssessable::UnitMismatch);
    }
    rest.iter().try_fold(Observed::clone(first), |sum, next| added(&sum, next)).map(Some)
}

fn added(sum: &Observed, next: &Observed) -> Result<Observed, WhyNotAssessable> {
    if let (Some(CompleteResult::Count(count)), Some(CompleteResult::Count(more))) =
        (sum.stated(), next.stated())
    {
        return count.checked_add(more).map(Observed::of_count).ok_or(WhyNotAssessable::TooLarge);
    }
    let (Some(Ok(one)), Some(Ok(more))) = (sum.share(), next.share()) else {
        return Err(WhyNotAssessable::UnitMismatch);
    };
    let both = one.checked_add(more).ok_or(WhyNotAssessable::TooLarge)?;
    Ok(Observed::of_share(both.part(), both.whole()))
}
