//! The status of a target figure, and what its series measured.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;
use uuid::Uuid;

use super::{Adding, Around, Place, hash};
use crate::date::Period;
use crate::document::{Content, Document};
use crate::figure::{Assessment, Decimal, Direction};
use crate::id::{Id, Subject};
use crate::keyed::{KeySet, Keyed};
use crate::measurement::{Measurement, Observed};
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::series::{MeasurementSeries, TargetLine};
use crate::target_figure::{TargetFigure, TargetState};

/// The figures that are judged, and the series whose target lines come from them, by figure.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Verdicts {
    judged: Vec<Judged>,
    measured: Keyed<Uuid, Vec<Measured>>,
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

/// The measurements that meet a target line, and those that miss it, each with its last day.
#[derive(Debug, Clone)]
struct Measured {
    document: u32,
    target: Target,
    unit: Option<OrgUnit>,
    meet: Vec<(NaiveDate, Seen)>,
    miss: Vec<(NaiveDate, Seen)>,
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
    /// The document of the series.
    pub(in crate::bundle) document: u32,
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
            let Some((period, observed)) = one.period.zip(one.observed.as_ref()) else { continue };
            match observed.judge(&threshold) {
                Assessment::Met => meet.push((period.end, Seen::of(observed))),
                Assessment::NotMet => miss.push((period.end, Seen::of(observed))),
                Assessment::NotAssessable(_) => {}
            }
        }
        Some(Self { document, target, unit: series.reporting_unit, meet, miss })
    }

    /// The last measurement that contradicts the status: some end in the measuring time, and each says the opposite.
    fn against(&self, said: &Judged) -> Option<(NaiveDate, Seen)> {
        let last_in_time = |seen: &[(NaiveDate, Seen)]| {
            seen.iter().filter(|(end, _)| said.days.contains(*end)).max_by_key(|(end, _)| *end).copied()
        };
        let (with, against) = if said.is_met { (&self.meet, &self.miss) } else { (&self.miss, &self.meet) };
        let is_unit = match (self.unit, said.service) {
            (Some(OrgUnit::Service { id }), Some(service)) => id.uuid() == service,
            (Some(_), Some(_)) => false,
            _ => true,
        };
        let is_other = is_unit && self.document != said.document && self.target == said.target;
        last_in_time(against).filter(|_| is_other && last_in_time(with).is_none())
    }
}

impl Verdicts {
    /// The lines of a series that come from figures.
    pub(super) fn add(&mut self, document: &Document, adding: &Adding<'_>) {
        let Content::Series(series) = document.content() else { return };
        let left_out = series.exclusions.iter().map(|one| one.measurement).collect();
        for line in &series.targets {
            if let Some(figure) = line.target_figure
                && let Some(measured) = Measured::of(series, &left_out, line, adding.number)
            {
                self.measured.push(figure.uuid(), measured);
            }
        }
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
            self.judged.push(Judged {
                place: adding.place(&at.key("state")),
                figure: figure.id.subject(),
                document: adding.number,
                is_met,
                target,
                days,
                service: around.service.map(Id::uuid),
            });
        }
    }

    /// The statements of figures that a series contradicts, each with the first such series.
    pub(in crate::bundle) fn apart(&self) -> impl Iterator<Item = VerdictClash> {
        self.judged.iter().filter_map(|said| {
            let mut series = self.measured.get(said.figure.id)?.iter();
            let (document, (seen_on, seen)) =
                series.find_map(|one| Some((one.document, one.against(said)?)))?;
            let Judged { place, figure, is_met, target: Target { value, .. }, .. } = *said;
            Some(VerdictClash { place, figure, is_met, value, seen, seen_on, document })
        })
    }
}
