//! The status of a target figure, and what its series measured.

use alloc::vec::Vec;
use core::any::Any;
use core::cmp::Ordering;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Adding, Around, Place, hash};
use crate::date::Period;
use crate::document::{Content, Document};
use crate::figure::{Assessment, Decimal, Direction, Threshold, Unit};
use crate::id::{Id, Subject};
use crate::keyed::{KeySet, Keyed};
use crate::measurement::{Measurement, Observed};
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::series::{MeasurementSeries, TargetLine};
use crate::target_figure::{Baseline, TargetFigure, TargetState};

/// The figures that are judged, and what was measured.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Verdicts {
    judged: Vec<Judged>,
    /// The series whose target lines come from figures, by figure.
    measured: Keyed<Uuid, Vec<Measured>>,
    /// The measurements that are documents of their own, and the time of each series, by service and indicator.
    alone: Keyed<[Uuid; 2], Vec<Alone>>,
    /// The baselines that figures state.
    baselines: Vec<Stated>,
}

/// A baseline, with its time.
#[derive(Debug, Clone)]
struct Stated {
    place: Place,
    figure: Subject,
    service: Uuid,
    indicator: Uuid,
    value: Decimal,
    unit: Unit,
    days: Period,
    counted: Counted,
}

/// A baseline that is not what was measured.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct BaselineClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) figure: Subject,
    pub(in crate::bundle) value: Decimal,
    pub(in crate::bundle) seen: Seen,
    /// The document of the measurement.
    pub(in crate::bundle) document: u32,
}

/// A figure that is met or not met by what a document says.
#[derive(Debug, Clone, Copy)]
struct Judged {
    place: Place,
    figure: Subject,
    document: u32,
    is_met: bool,
    target: Target,
    days: Period,
    service: Option<Uuid>,
    counted: Counted,
}

impl Judged {
    const fn clash(&self, seen: Seen, seen_on: NaiveDate, document: u32, is_series: bool) -> VerdictClash {
        let Self { place, figure, is_met, target: Target { value, .. }, .. } = *self;
        VerdictClash { place, figure, is_met, value, seen, seen_on, document, is_series }
    }
}

/// About whom, and where the figures come from, as hashes.
#[derive(Debug, Clone, Copy)]
struct Counted {
    population: Option<u64>,
    source: Option<u64>,
}

impl Counted {
    /// Whether both state one of them, and differ in it.
    fn differs(self, other: Self) -> bool {
        let differs = |one: Option<u64>, other: Option<u64>| one.zip(other).is_some_and(|(a, b)| a != b);
        differs(self.population, other.population) || differs(self.source, other.source)
    }
}

/// What a service measured in some days: one result, or a whole series.
#[derive(Debug, Clone)]
struct Alone {
    document: u32,
    days: Period,
    /// `None` for a series, and for a result that no figure can be compared with.
    one: Option<(Observed, Counted)>,
}

/// What is compared. A figure that differs from the line is a matter of other rules.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Target {
    indicator: Uuid,
    direction: Direction,
    value: Decimal,
    /// As a hash: a unit can be a text.
    unit: u64,
}

/// The measurements that meet a target line, and those that miss it, each with its time.
#[derive(Debug, Clone)]
struct Measured {
    document: u32,
    target: Target,
    unit: Option<OrgUnit>,
    meet: Vec<(Period, Seen)>,
    miss: Vec<(Period, Seen)>,
}

/// What a measurement has seen, as far as a message shows it.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) enum Seen {
    Share { part: u64, whole: u64 },
    Figure(Decimal),
    Other,
}

impl Seen {
    fn of(observed: &Observed) -> Self {
        match observed {
            Observed::Share { part: Some(part), whole: Some(whole) } => {
                Self::Share { part: *part, whole: *whole }
            }
            Observed::Count { count: Some(count) } => {
                u32::try_from(*count).map_or(Self::Other, |count| Self::Figure(count.into()))
            }
            Observed::Value { value: Some(value), .. } => Self::Figure(*value),
            _ => Self::Other,
        }
    }
}

/// A figure whose status is not what was measured.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct VerdictClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) figure: Subject,
    pub(in crate::bundle) is_met: bool,
    pub(in crate::bundle) value: Decimal,
    pub(in crate::bundle) seen: Seen,
    pub(in crate::bundle) seen_on: NaiveDate,
    /// The document of the series, or of the measurement.
    pub(in crate::bundle) document: u32,
    /// Whether it is a series.
    pub(in crate::bundle) is_series: bool,
}

impl Alone {
    fn of(one: &Measurement, document: u32) -> Option<Self> {
        let days = one.period.filter(Period::is_ordered)?;
        // No text is kept, and a unit in words is one.
        let is_kept =
            |observed: &&Observed| !matches!(observed.unit_of_target(), None | Some(Unit::Other { .. }));
        let result = one.result().filter(is_kept).map(|observed| {
            let (population, source) =
                (hash::of_name(one.population.as_ref()), hash::of_name(one.data_source.as_ref()));
            (observed.clone(), Counted { population, source })
        });
        Some(Self { document, days, one: result })
    }

    /// The time from the first to the last measurement of a series.
    fn of_series(series: &MeasurementSeries, document: u32) -> Option<Self> {
        let periods = || series.measurements.iter().filter_map(|one| one.period);
        let (start, end) = (periods().map(|one| one.start).min()?, periods().map(|one| one.end).max()?);
        Some(Self { document, days: Period { start, end }, one: None })
    }

    /// What differs from a baseline.
    fn apart_from(&self, said: &Stated) -> Option<Seen> {
        let (observed, counted) = self.one.as_ref()?;
        if counted.differs(said.counted) {
            return None;
        }
        let differs = said.differs(|figure| observed.compare(figure, &said.unit).ok());
        differs.then(|| Seen::of(observed))
    }

    /// What contradicts the status.
    fn against(&self, said: &Judged) -> Option<Seen> {
        let (observed, counted) = self.one.as_ref()?;
        let unit = observed.unit_of_target()?;
        if hash::of(unit) != said.target.unit || counted.differs(said.counted) {
            return None;
        }
        let Target { direction, value, .. } = said.target;
        let contradicts = match observed.judge(&Threshold { direction, value, unit: unit.clone() }) {
            Assessment::Met => !said.is_met,
            Assessment::NotMet => said.is_met,
            Assessment::NotAssessable(_) => false,
        };
        contradicts.then(|| Seen::of(observed))
    }
}

impl Stated {
    /// Whether what `compare` compares with figures differs from the baseline by more than the rounding of its last
    /// digit.
    fn differs(&self, compare: impl Fn(&Decimal) -> Option<Ordering>) -> bool {
        let bounds = || {
            let digit = Decimal::new(1, self.value.decimals()).ok()?;
            let low = self.value.minus(digit)?;
            Some((low, self.value.minus(Decimal::from(0).minus(digit)?)?))
        };
        bounds().is_some_and(|(low, high)| {
            compare(&low) == Some(Ordering::Less) || compare(&high) == Some(Ordering::Greater)
        })
    }

    /// The data source of a figure is that of its measuring, not of its baseline.
    fn of(figure: &TargetFigure, around: &Around, at: &Path<'_>, adding: &mut Adding<'_>) -> Option<Self> {
        let Baseline { value, unit, on, .. } = figure.baseline.as_ref()?;
        let (service, indicator) = (around.service?.uuid(), figure.indicator.as_ref()?.id.uuid());
        // No text is kept, and a unit in words is one.
        let unit = unit.clone().filter(|unit| !matches!(unit, Unit::Other { .. }))?;
        let (value, days) = ((*value)?, Period::from((*on)?));
        let population = figure.population.as_ref().and_then(|one| hash::of_name(one.description.as_ref()));
        let counted = Counted { population, source: None };
        let place = adding.place(&at.key("baseline").key("value"));
        Some(Self { place, figure: figure.id.subject(), service, indicator, value, unit, days, counted })
    }
}

impl Measured {
    fn of(
        series: &MeasurementSeries,
        left_out: &KeySet<Id<Measurement>>,
        line: &TargetLine,
        document: u32,
    ) -> Option<Self> {
        let target = Target {
            indicator: series.indicator?.uuid(),
            direction: series.direction,
            value: line.value,
            unit: hash::of(&line.unit),
        };
        let threshold = line.threshold(series.direction);
        let (mut meet, mut miss) = (Vec::new(), Vec::new());
        for one in series.measurements.iter().filter(|one| !left_out.contains(one.id)) {
            let Some((period, observed)) = one.period.zip(one.result()) else { continue };
            match observed.judge(&threshold) {
                Assessment::Met => meet.push((period, Seen::of(observed))),
                Assessment::NotMet => miss.push((period, Seen::of(observed))),
                Assessment::NotAssessable(_) => {}
            }
        }
        Some(Self { document, target, unit: series.reporting_unit, meet, miss })
    }

    /// Whether it is a series of that service, as far as both are known.
    fn is_of(&self, service: Option<Uuid>) -> bool {
        match (self.unit, service) {
            (Some(OrgUnit::Service { id }), Some(service)) => id.uuid() == service,
            (Some(_), Some(_)) => false,
            _ => true,
        }
    }

    /// What the only measurement at the time of a baseline has, if it differs from it.
    fn apart_from(&self, said: &Stated) -> Option<Seen> {
        let is_compared = self.is_of(Some(said.service)) && self.target.unit == hash::of(&said.unit);
        let mut in_time =
            self.meet.iter().chain(&self.miss).filter(|(period, _)| period.overlaps(&said.days));
        let (period, seen) = in_time.next().filter(|_| is_compared)?;
        let differs = match *seen {
            Seen::Share { part, whole } => {
                let share = Observed::of_share(part, whole);
                said.differs(|figure| share.compare(figure, &said.unit).ok())
            }
            Seen::Figure(value) => said.differs(|figure| Some(value.cmp(figure))),
            Seen::Other => false,
        };
        let is_only = in_time.next().is_none() && period.is_same_measuring_time(said.days);
        (is_only && differs).then_some(*seen)
    }

    /// The last measurement that contradicts the status: some end in the measuring time, and each says the opposite.
    fn against(&self, said: &Judged) -> Option<(NaiveDate, Seen)> {
        let last_in_time = |seen: &[(Period, Seen)]| {
            let ends = seen.iter().map(|(period, seen)| (period.end, *seen));
            ends.filter(|(end, _)| said.days.contains(*end)).max_by_key(|(end, _)| *end)
        };
        let (with, against) = if said.is_met { (&self.meet, &self.miss) } else { (&self.miss, &self.meet) };
        let is_other =
            self.is_of(said.service) && self.document != said.document && self.target == said.target;
        last_in_time(against).filter(|_| is_other && last_in_time(with).is_none())
    }
}

impl Verdicts {
    /// A measurement, or a series with its lines that come from figures.
    pub(super) fn add(&mut self, document: &Document, adding: &Adding<'_>) {
        let number = adding.number;
        let series = match document.content() {
            Content::Series(series) => series,
            Content::Measurement(one) => {
                self.put_alone(one.reporting_unit, one.indicator, Alone::of(one, number));
                return;
            }
            _ => return,
        };
        self.put_alone(series.reporting_unit, series.indicator, Alone::of_series(series, number));
        let left_out = series.exclusions.iter().map(|one| one.measurement).collect();
        for line in &series.targets {
            if let Some(figure) = line.target_figure
                && let Some(measured) = Measured::of(series, &left_out, line, adding.number)
            {
                self.measured.push(figure.uuid(), measured);
            }
        }
    }

    fn put_alone(
        &mut self,
        unit: Option<OrgUnit>,
        indicator: Option<Id<crate::model::Indicator>>,
        alone: Option<Alone>,
    ) {
        if let (Some(OrgUnit::Service { id }), Some(indicator), Some(alone)) = (unit, indicator, alone) {
            self.alone.push([id.uuid(), indicator.uuid()], alone);
        }
    }

    /// The only measurement of the service for this indicator and time.
    fn only_one(&self, service: Uuid, indicator: Uuid, days: Period) -> Option<&Alone> {
        let all = self.alone.get([service, indicator])?;
        let mut in_time = all.iter().filter(|one| one.days.overlaps(&days));
        let one = in_time.next().filter(|one| one.days.is_same_measuring_time(days))?;
        in_time.next().is_none().then_some(one)
    }

    /// The baselines that differ from the series that has the figure as its line, or from the only measurement of the service
    /// for their indicator and time.
    pub(in crate::bundle) fn differing_baselines(&self) -> impl Iterator<Item = BaselineClash> {
        self.baselines.iter().filter_map(|said| {
            let series = self.measured.get(said.figure.id).map(Vec::as_slice).unwrap_or_default();
            let of_series = series.iter().find_map(|one| Some((one.apart_from(said)?, one.document)));
            let alone = || {
                let one = self.only_one(said.service, said.indicator, said.days)?;
                Some((one.apart_from(said)?, one.document))
            };
            let (seen, document) = of_series.or_else(alone)?;
            let Stated { place, figure, value, .. } = *said;
            Some(BaselineClash { place, figure, value, seen, document })
        })
    }

    /// What the only measurement of the service for this indicator and time contradicts.
    fn alone_against(&self, said: &Judged) -> Option<VerdictClash> {
        let one = self.only_one(said.service?, said.target.indicator, said.days)?;
        let seen = one.against(said)?;
        Some(said.clash(seen, one.days.end, one.document, false))
    }

    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        if let Some(figure) = record.downcast_ref::<TargetFigure>() {
            self.judge(figure, around, at, adding);
            self.baselines.extend(Stated::of(figure, around, at, adding));
        }
    }

    fn judge(&mut self, figure: &TargetFigure, around: &Around, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some(is_met) = figure.state.and_then(TargetState::is_met) else { return };
        let days = figure.measured_at.as_ref().and_then(|when| when.days(around.within.as_ref()));
        if let (Some(days), Some(threshold), Some(indicator)) = (days, figure.threshold(), &figure.indicator)
        {
            let target = Target {
                indicator: indicator.id.uuid(),
                direction: threshold.direction,
                value: threshold.value,
                unit: hash::of(&threshold.unit),
            };
            let population =
                figure.population.as_ref().and_then(|one| hash::of_name(one.description.as_ref()));
            let counted = Counted { population, source: hash::of_name(figure.data_source.as_ref()) };
            self.judged.push(Judged {
                place: adding.place(&at.key("state")),
                figure: figure.id.subject(),
                document: adding.number,
                is_met,
                target,
                days,
                service: around.service.map(Id::uuid),
                counted,
            });
        }
    }

    /// The statements of figures that a measuring contradicts, each with the first such series, or with the measurement.
    pub(in crate::bundle) fn apart(&self) -> impl Iterator<Item = VerdictClash> {
        self.judged.iter().filter_map(|said| {
            let series = self.measured.get(said.figure.id).map(Vec::as_slice).unwrap_or_default();
            let of_series = series.iter().find_map(|one| {
                let (seen_on, seen) = one.against(said)?;
                Some(said.clash(seen, seen_on, one.document, true))
            });
            of_series.or_else(|| self.alone_against(said))
        })
    }
}
