//! In which direction an indicator is to move, and whether it is in percent.

use alloc::vec::Vec;
use core::any::Any;

use uuid::Uuid;

use super::figures::Figures;
use super::{Adding, Around, Place};
use crate::figure::{Direction, Unit};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::measurement::Measurement;
use crate::model::Indicator;
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::series::MeasurementSeries;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

/// The first direction that each kind of record states for an indicator.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Directions {
    known: Keyed<(u8, Uuid), (Direction, u32)>,
    /// A different direction from that in an earlier document.
    pub(in crate::bundle) again: Vec<DirectionClash>,
    /// The results of services, by service and indicator.
    results: Keyed<[Uuid; 2], InUnit>,
    /// The series with target lines that say which figures they come from.
    lined: Vec<Lined>,
}

/// A series with results, and a figure that one of its target lines comes from.
#[derive(Debug, Clone, Copy)]
struct Lined {
    figure: Uuid,
    place: Place,
    series: Subject,
    /// As of a service.
    has: [bool; 2],
}

/// What a service has measured of an indicator.
#[derive(Debug, Clone, Copy)]
struct InUnit {
    of: [Uuid; 2],
    /// Whether some results are not in percent, and whether some are.
    has: [bool; 2],
    /// The first series.
    series: Option<(Place, Subject)>,
}

/// A series that is in percent, or not, unlike the figure of its service for its indicator.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct UnitClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) series: Subject,
    /// Whether the figure is in percent.
    pub(in crate::bundle) is_percent: bool,
    /// The document of the figure.
    pub(in crate::bundle) document: u32,
}

/// What states a direction.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Set,
    Series,
    Figure,
}

/// An indicator that has another direction in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct DirectionClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    pub(in crate::bundle) what: Bilingual,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) direction: Direction,
}

impl Who {
    const fn words(self) -> Bilingual {
        match self {
            Self::Set => Bilingual::new("indikatoren", "the indicator"),
            Self::Series => Bilingual::new("måleserien", "the series"),
            Self::Figure => Bilingual::new("måltallet", "the target figure"),
        }
    }

    /// Two figures of one indicator are compared by the rules about figures.
    fn is_compared(self, other: Self) -> bool {
        (self, other) != (Self::Figure, Self::Figure)
    }
}

fn said(record: &dyn Any) -> Option<(Who, Subject, Uuid, Direction)> {
    if let Some(one) = record.downcast_ref::<MeasurementSeries>() {
        return Some((Who::Series, one.id.subject(), one.indicator?.uuid(), one.direction));
    }
    if let Some(one) = record.downcast_ref::<TargetFigure>() {
        return Some((Who::Figure, one.id.subject(), one.indicator.as_ref()?.id.uuid(), one.direction?));
    }
    let one = record.downcast_ref::<Indicator>()?;
    Some((Who::Set, one.id.subject(), one.id.uuid(), one.direction?))
}

/// Whether some of them are not in percent, and whether some are.
fn has_percent<'m>(measurements: impl IntoIterator<Item = &'m Measurement>) -> [bool; 2] {
    let units = measurements.into_iter().filter_map(|one| one.result()?.unit_of_target());
    units.fold([false; 2], |[other, percent], unit| {
        [other || *unit != Unit::Percent, percent || *unit == Unit::Percent]
    })
}

impl Directions {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        self.direction(record, at, adding);
        let (indicator, unit, has, series) = if let Some(one) = record.downcast_ref::<MeasurementSeries>() {
            (one.indicator, one.reporting_unit, has_percent(&one.measurements), Some(one.id.subject()))
        } else if let Some(one) = record.downcast_ref::<Measurement>()
            && around.whole == Some(one.id.subject())
        {
            (one.indicator, one.reporting_unit, has_percent([one]), None)
        } else {
            return;
        };
        if let Some(one) = record.downcast_ref::<MeasurementSeries>()
            && has.contains(&true)
        {
            for figure in one.targets.iter().filter_map(|line| line.target_figure) {
                let (place, series) = (adding.place(at), one.id.subject());
                self.lined.push(Lined { figure: figure.uuid(), place, series, has });
            }
        }
        if let (Some(indicator), Some(OrgUnit::Service { id }), [true, _] | [_, true]) =
            (indicator, unit, has)
        {
            let of = [id.uuid(), indicator.uuid()];
            let series = series.map(|series| (adding.place(at), series));
            let none = || InUnit { of, has: [false; 2], series: None };
            self.results.update(of, none, |one| {
                let ([other, percent], [others, percents]) = (one.has, has);
                one.has = [other || others, percent || percents];
                one.series = one.series.or(series);
            });
        }
    }

    /// The series with a target line whose figure none of their results can be compared with, and those of services with
    /// figures for the same indicator that no result there can be compared with.
    pub(in crate::bundle) fn units_apart(&self, figures: &Figures) -> Vec<UnitClash> {
        let can_be_compared = |has: [bool; 2], is_percent| has.get(usize::from(is_percent)) == Some(&true);
        let lined = self.lined.iter().filter_map(|one| {
            let Lined { figure, place, series, has } = *one;
            let (is_percent, document) = figures.is_one_in_percent(figure)?;
            let is_clash = !can_be_compared(has, is_percent) && document != place.document;
            is_clash.then_some(UnitClash { place, series, is_percent, document })
        });
        let of_services = self.results.values().iter().filter_map(|one| {
            let (place, series) = one.series?;
            let (is_percent, document) = figures.is_in_percent(one.of)?;
            let is_clash = !can_be_compared(one.has, is_percent);
            is_clash.then_some(UnitClash { place, series, is_percent, document })
        });
        // A series can have two lines, and be the first of its service as well.
        let mut found = Keyed::<Uuid, UnitClash>::new();
        for clash in lined.chain(of_services) {
            found.insert(clash.series.id, clash);
        }
        found.into_values()
    }

    fn direction(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some((who, subject, indicator, direction)) = said(record) else { return };
        let number = adding.number;
        let other = [Who::Set, Who::Series, Who::Figure].into_iter().filter(|other| who.is_compared(*other));
        let other = other.filter_map(|other| self.known.get((other as u8, indicator)));
        let other = other.copied().find(|(other, first)| *other != direction && *first != number);
        if let Some((_, first)) = other {
            let (place, what) = (adding.place(&at.key("direction")), who.words());
            self.again.push(DirectionClash { place, subject, what, first, direction });
        }
        self.known.insert((who as u8, indicator), (direction, number));
    }
}
