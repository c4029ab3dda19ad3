//! Target figures that two documents state.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::{Adding, Around, Place, hash};
use crate::body::Forum;
use crate::date::{PartialDate, Period};
use crate::document::{Content, Document};
use crate::figure::{Decimal, Direction, Unit};
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::report::Path;
use crate::series::MeasurementSeries;
use crate::target_figure::{Baseline, TargetFigure, TargetState};
use crate::text::Bilingual;

/// The target figures of all documents.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Figures {
    /// With a number for each period of agreements: the next agreement can ask for more under the same id.
    by_id: Keyed<(u8, Uuid), Figure>,
    /// The figures of a service for an indicator.
    of_indicator: Keyed<[Uuid; 2], Vec<Uuid>>,
    /// One figure, stated differently.
    pub(in crate::bundle) by_id_again: Vec<FigureClash>,
    lines: Vec<Line>,
    /// Two figures of one service, indicator and time.
    pub(in crate::bundle) of_indicator_again: Vec<FigureClash>,
}

/// A figure that differs from one in an earlier document.
#[derive(Debug, Clone)]
pub(in crate::bundle) struct FigureClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) figure: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) parts: Vec<Bilingual>,
    /// The value there and the value here, if no other part differs.
    pub(in crate::bundle) values: Option<(Decimal, Decimal)>,
    /// The document in which another body agrees the figure.
    pub(in crate::bundle) agreed_by: Option<u32>,
    /// The document that says otherwise whether it is the same for all services.
    pub(in crate::bundle) same_for_all: Option<u32>,
}

/// A target line of a series that says which figure it comes from.
#[derive(Debug, Clone, Copy)]
struct Line {
    figure: Subject,
    value: Decimal,
    unit: u64,
    place: Place,
}

/// A target line whose figure has another value.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct LineClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) figure: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) value: Decimal,
    pub(in crate::bundle) other: Decimal,
}

/// What documents say of one figure: each part as the first of them states it, with its number.
#[derive(Debug, Clone, Copy)]
struct Figure {
    document: u32,
    /// The period of its agreement.
    within: Option<Period>,
    value: Option<(Decimal, u32)>,
    /// As a hash: a unit can be a text.
    unit: Option<(u64, u32)>,
    direction: Option<(Direction, u32)>,
    days: Option<(Period, u32)>,
    /// Whether it is met, if the document says so.
    is_met: Option<(bool, u32)>,
    /// As half a hash.
    indicator: Option<(u32, u32)>,
    /// As half a hash.
    service: Option<(u32, u32)>,
    agreed_by: Option<(Forum, u32)>,
    /// When it was agreed, if it was agreed once.
    agreed_on: Option<(PartialDate, u32)>,
    baseline: Option<(Known, u32)>,
    same_for_all: Option<(bool, u32)>,
}

/// A baseline.
#[derive(Debug, Clone, Copy)]
struct Known {
    value: Decimal,
    unit: Option<u32>,
    on: Option<PartialDate>,
}

impl Known {
    fn of(baseline: &Baseline) -> Option<Self> {
        let unit = baseline.unit.as_ref().filter(|unit| Unit::is_stated(unit));
        Some(Self { value: baseline.value?, unit: unit.map(hash::half_of), on: baseline.on })
    }

    fn differs(self, other: Self) -> bool {
        let is_other = |one: Option<u32>, other: Option<u32>| one.zip(other).is_some_and(|(a, b)| a != b);
        self.value != other.value
            || is_other(self.unit, other.unit)
            || self.on.zip(other.on).is_some_and(|(one, other)| !one.shares_a_day_with(other))
    }
}

/// Whether the two are different bodies, as far as both say which. A network is no working group.
fn are_different(one: Forum, other: Forum) -> bool {
    match (one.kind_and_body(), other.kind_and_body()) {
        (Some((kind, body)), Some((other_kind, other))) => {
            kind != other_kind || body.zip(other).is_some_and(|(body, other)| body != other)
        }
        (one, other) => one.is_some() != other.is_some(),
    }
}

/// When it was agreed: after another agreement it may be another figure.
fn agreed_on(target: &TargetFigure) -> Option<PartialDate> {
    let mut agreed = target.history.iter().filter(|step| step.state == Some(TargetState::Agreed));
    let first = agreed.next()?.on?;
    agreed.next().is_none().then_some(first)
}

impl Figure {
    fn of(target: &TargetFigure, around: &Around, document: u32) -> Self {
        let within = around.within.as_ref();
        let unit = target.unit.as_ref().filter(|unit| Unit::is_stated(unit));
        let days = target.measured_at.as_ref().and_then(|when| when.days(within));
        let days = days.filter(Period::is_ordered);
        let is_met = target.state.and_then(TargetState::is_met);
        Self {
            document,
            within: within.copied(),
            value: target.value.map(|value| (value, document)),
            unit: unit.map(|unit| (hash::of(unit), document)),
            direction: target.direction.map(|direction| (direction, document)),
            days: days.map(|days| (days, document)),
            is_met: is_met.map(|is_met| (is_met, document)),
            indicator: target.indicator.as_ref().map(|one| (hash::half_of(&one.id.uuid()), document)),
            service: around.service.map(|service| (hash::half_of(&service.uuid()), document)),
            agreed_by: target.agreed_by.map(|forum| (forum, document)),
            agreed_on: agreed_on(target).map(|on| (on, document)),
            baseline: target.baseline.as_ref().and_then(Known::of).map(|one| (one, document)),
            same_for_all: target.same_for_all.map(|same| (same, document)),
        }
    }

    /// The parts that both state and differ in, each with the document that states it first. Two times differ if they have
    /// no day in common. Only what can be counted differs between two figures.
    fn differences(&self, other: &Self, is_one: bool) -> impl Iterator<Item = (Bilingual, u32)> {
        [
            (differs(self.direction, other.direction), Bilingual::new("retning", "direction")),
            (differs(self.value, other.value), Bilingual::new("værdi", "value")),
            (differs(self.unit, other.unit), Bilingual::new("enhed", "unit")),
            (self.apart(other), Bilingual::new("måletidspunkt", "measuring time")),
        ]
        .into_iter()
        .chain(self.differences_of_one(other).into_iter().filter(move |_| is_one))
        .filter_map(|(first, part)| Some((part, first?)))
    }

    /// What can differ between two figures, and not within one.
    fn differences_of_one(&self, other: &Self) -> [(Option<u32>, Bilingual); 5] {
        // A figure that is the same for all services can be in the agreement of each.
        let is_for_all = [self, other].iter().any(|one| one.same_for_all.is_some_and(|(same, _)| same));
        [
            (
                differs(self.service, other.service).filter(|_| !is_for_all),
                Bilingual::new("tilbud", "service"),
            ),
            (differs(self.is_met, other.is_met), Bilingual::new("status", "status")),
            (differs(self.indicator, other.indicator), Bilingual::new("indikator", "indicator")),
            (
                differs_by(self.baseline, other.baseline, Known::differs),
                Bilingual::new("udgangspunkt", "baseline"),
            ),
            (
                differs_by(self.agreed_on, other.agreed_on, |one, other| !one.shares_a_day_with(other)),
                Bilingual::new("aftaledato", "day of agreement"),
            ),
        ]
    }

    fn apart(&self, other: &Self) -> Option<u32> {
        let ((one, first), (other, _)) = self.days.zip(other.days)?;
        (!one.overlaps(&other)).then_some(first)
    }

    /// Whether it is the figure of another period: of the agreement before or after, or measured in the time of one.
    fn is_of_another_period(&self, other: &Self) -> bool {
        let apart = self.apart(other).is_some();
        let is_out_of = |within: Option<Period>, days: Option<(Period, u32)>| {
            apart && within.zip(days).is_some_and(|(within, (days, _))| !within.overlaps(&days))
        };
        self.within.zip(other.within).is_some_and(|(one, other)| !one.overlaps(&other))
            || is_out_of(self.within, other.days)
            || is_out_of(other.within, self.days)
    }

    fn complete(&mut self, other: &Self) {
        self.value = self.value.or(other.value);
        self.unit = self.unit.or(other.unit);
        self.direction = self.direction.or(other.direction);
        self.days = self.days.or(other.days);
        self.is_met = self.is_met.or(other.is_met);
        self.indicator = self.indicator.or(other.indicator);
        self.service = self.service.or(other.service);
        self.agreed_by = self.agreed_by.or(other.agreed_by);
        self.agreed_on = self.agreed_on.or(other.agreed_on);
        self.baseline = self.baseline.or(other.baseline);
        self.same_for_all = self.same_for_all.or(other.same_for_all);
    }
}

fn differs<T: PartialEq>(one: Option<(T, u32)>, other: Option<(T, u32)>) -> Option<u32> {
    differs_by(one, other, |one, other| one != other)
}

fn differs_by<T>(
    one: Option<(T, u32)>,
    other: Option<(T, u32)>,
    differ: impl FnOnce(T, T) -> bool,
) -> Option<u32> {
    let ((one, first), (other, _)) = one.zip(other)?;
    differ(one, other).then_some(first)
}

impl FigureClash {
    fn of(
        (one, other): (&Figure, &Figure),
        is_one: bool,
        figure: Subject,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) -> Option<Self> {
        let agreed_by = differs_by(one.agreed_by, other.agreed_by, are_different).filter(|_| is_one);
        let same_for_all = differs(one.same_for_all, other.same_for_all).filter(|_| is_one);
        let first = one.differences(other, is_one).next().map(|(_, first)| first);
        let first = first.or(agreed_by).or(same_for_all)?;
        let parts: Vec<_> = one.differences(other, is_one).map(|(part, _)| part).collect();
        let values = differs(one.value, other.value).filter(|_| parts.len() == 1);
        let values = values.and_then(|_| Some((one.value?.0, other.value?.0)));
        Some(Self { place: adding.place(at), figure, first, parts, values, agreed_by, same_for_all })
    }
}

fn are_in_percent<'f>(all: impl Iterator<Item = &'f Figure>) -> Option<(bool, u32)> {
    let percent = hash::of(&Unit::Percent);
    let mut in_units = all.filter_map(|one| one.unit).map(|(unit, document)| (unit == percent, document));
    let first = in_units.next()?;
    in_units.all(|(is_percent, _)| is_percent == first.0).then_some(first)
}

impl Figures {
    /// The lines of a series.
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        if let Content::Series(series) = document.content() {
            self.add_lines(series, at, adding);
        }
    }

    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(target) = record.downcast_ref::<TargetFigure>() {
            let figure = Figure::of(target, around, adding.number);
            self.compare(target, figure, around.service.map(Id::uuid), at, adding);
        }
    }

    /// Of several lines of the same figure the last one counts: the figure may have been changed.
    fn add_lines(&mut self, series: &MeasurementSeries, at: &Path<'_>, adding: &mut Adding<'_>) {
        let content = at.key("content");
        let list = content.key("series");
        let list = list.key("targets");
        let mut latest: Keyed<Id<TargetFigure>, _> = Keyed::default();
        for line in &series.targets {
            let Some(figure) = line.target_figure else { continue };
            latest.update(figure, || line.from, |newest| *newest = line.from.max(*newest));
        }
        for (n, line) in series.targets.iter().enumerate() {
            let is_latest = |figure: &Id<_>| latest.get(*figure) == Some(&line.from);
            let Some(figure) = line.target_figure.filter(is_latest) else { continue };
            let place = adding.place(&list.index(n).key("value"));
            let (figure, unit) = (figure.subject(), hash::of(&line.unit));
            self.lines.push(Line { figure, value: line.value, unit, place });
        }
    }

    /// The lines whose figure has another value in the same unit.
    pub(in crate::bundle) fn differing_lines(&self) -> impl Iterator<Item = LineClash> {
        self.lines.iter().filter_map(|line| {
            let Line { figure, value, unit, place } = *line;
            let in_unit = |of: &&Figure| of.unit.is_some_and(|(of_figure, _)| of_figure == unit);
            let values = || self.of_id(figure.id).filter(in_unit).filter_map(|of| of.value);
            let (other, first) = values().last().filter(|_| values().all(|(other, _)| other != value))?;
            Some(LineClash { place, figure, first, value, other })
        })
    }

    /// Whether the figures of a service for an indicator are in percent, and the document of the first. `None` if there
    /// are none with a unit, or if some are and some are not: a share and its number.
    pub(super) fn is_in_percent(&self, of: [Uuid; 2]) -> Option<(bool, u32)> {
        let all = self.of_indicator.get(of)?.iter().flat_map(|id| self.of_id(*id));
        are_in_percent(all)
    }

    /// The same of one figure.
    pub(super) fn is_one_in_percent(&self, figure: Uuid) -> Option<(bool, u32)> {
        are_in_percent(self.of_id(figure))
    }

    /// The figures of an id, one for each period.
    fn of_id(&self, id: Uuid) -> impl Iterator<Item = &Figure> {
        (0..=u8::MAX).map_while(move |period| self.by_id.get((period, id)))
    }

    fn compare(
        &mut self,
        target: &TargetFigure,
        figure: Figure,
        service: Option<Uuid>,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let (id, subject) = (target.id.uuid(), target.id.subject());
        let same = (0..=u8::MAX).zip(self.of_id(id)).find(|(_, first)| !first.is_of_another_period(&figure));
        if let Some((period, _)) = same {
            // Twice in one document is a matter of that document.
            if let Some(first) = self.by_id.get_mut((period, id))
                && first.document != adding.number
            {
                self.by_id_again.extend(FigureClash::of((first, &figure), true, subject, at, adding));
                first.complete(&figure);
            }
            return;
        }
        let periods = u8::try_from(self.of_id(id).count()).unwrap_or(u8::MAX);
        self.by_id.insert((periods, id), figure);
        let Some((service, indicator)) = service.zip(target.indicator.as_ref()) else { return };
        let key = [service, indicator.id.uuid()];
        let others = self.of_indicator.get(key).map(Vec::as_slice).unwrap_or_default();
        let is_known = others.contains(&id);
        let differs = |other: &&Figure| {
            let is_of_one_time = matches!((other.days, figure.days), (Some((a, _)), Some((b, _))) if a.is_same_measuring_time(b));
            other.document != adding.number
                && is_of_one_time
                && other.differences(&figure, false).next().is_some()
        };
        let others = others.iter().filter(|other| **other != id);
        let other = others.flat_map(|other| self.of_id(*other)).find(differs).copied();
        if let Some(other) = other {
            self.of_indicator_again.extend(FigureClash::of((&other, &figure), false, subject, at, adding));
        }
        // Once, however many periods it has.
        if !is_known {
            self.of_indicator.push(key, id);
        }
    }
}
