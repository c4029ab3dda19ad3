//! What two measurements of one indicator and time say, of one unit or of a department and its service.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;
use uuid::Uuid;

use super::ties::Ties;
use super::{Adding, Place, hash};
use crate::date::Period;
use crate::document::{Content, Document};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::measurement::{Measurement, Observed};
use crate::organisation::OrgUnit;
use crate::report::Path;
use crate::sorted::Lookup;
use crate::text::count;

/// The results by what was measured, which is kept as one hash.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Results {
    known: Keyed<u64, Known>,
    /// Two measurements that differ: the first for each pair of documents, and how many there are.
    pub(in crate::bundle) apart: Keyed<(u32, u32), ResultClash>,
    /// The shares of departments, and those of services.
    of_departments: Vec<Shares>,
    of_services: Vec<Shares>,
}

/// The shares that a document has of one unit.
#[derive(Debug, Clone)]
struct Shares {
    place: Place,
    subject: Subject,
    unit: Uuid,
    /// The hash of the indicator, the data source and the population.
    what: u64,
    all: Vec<ShareOf>,
}

/// A share, in 16 bytes: there is one for each measurement of a series.
#[derive(Debug, Clone, Copy)]
struct ShareOf {
    period: Period,
    part: u32,
    whole: u32,
}

/// Shares of a department that are larger than those of its whole service.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct TooLarge {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) subject: Subject,
    /// The document about the service.
    pub(in crate::bundle) document: u32,
    pub(in crate::bundle) measurements: u64,
    /// The last day of the first of them.
    pub(in crate::bundle) until: NaiveDate,
}

/// The first measurement, in twelve bytes: there is one for each measurement of a series.
#[derive(Debug, Clone, Copy)]
struct Known {
    document: u32,
    /// The hash of its id: one measurement in two documents is the matter of [`super::Records`].
    measurement: u32,
    result: u32,
}

/// Measurements with another result than those of an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct ResultClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) measurement: Subject,
    pub(in crate::bundle) measurements: u64,
}

/// The hash of what was measured. `None` if that is not fully stated.
///
/// Another population or day of extraction, or a percentage in place of two counts, explains another result.
fn what(one: &Measurement) -> Option<u64> {
    let (indicator, unit, period) = (one.indicator?, one.reporting_unit?, one.period?);
    let source = hash::of_name(one.data_source.as_ref())?;
    let population = hash::of_name(one.population.as_ref());
    let observed = one.observed.as_ref()?;
    observed.stated()?;
    let form = observed.key();
    Some(hash::of(&(indicator, unit, period, source, population, one.extracted_at, form)))
}

/// The hash of what is counted, if the data source is known.
fn counted(one: &Measurement) -> Option<u64> {
    let source = hash::of_name(one.data_source.as_ref())?;
    Some(hash::of(&(one.indicator?, source, hash::of_name(one.population.as_ref()))))
}

fn share_of(one: &Measurement) -> Option<ShareOf> {
    let Some(Observed::Share { part: Some(part), whole: Some(whole) }) = one.result() else { return None };
    let (part, whole) = (u32::try_from(*part).ok()?, u32::try_from(*whole).ok()?);
    Some(ShareOf { period: one.period?, part, whole })
}

impl Shares {
    /// Those that are counted as the first is.
    fn of(measurements: &[Measurement], place: Place, subject: Subject) -> Option<(bool, Self)> {
        let first = measurements.first()?;
        let (unit, what) = (first.reporting_unit?, counted(first)?);
        let (is_department, id) = match unit {
            OrgUnit::Department { id } => (true, id.uuid()),
            OrgUnit::Service { id } => (false, id.uuid()),
            _ => return None,
        };
        let alike =
            measurements.iter().filter(|one| one.reporting_unit == Some(unit) && counted(one) == Some(what));
        let all: Vec<ShareOf> = alike.filter_map(share_of).collect();
        (!all.is_empty()).then_some((is_department, Self { place, subject, unit: id, what, all }))
    }

    fn larger_than(&self, whole: &Self) -> Option<TooLarge> {
        let key = |one: &ShareOf| (one.period.start, one.period.end);
        let of_whole: Lookup<_, _> = whole.all.iter().map(|one| (key(one), *one)).collect();
        let is_larger = |one: &&ShareOf| {
            let of_whole = of_whole.get(&key(one));
            of_whole.is_some_and(|of_whole| one.part > of_whole.part || one.whole > of_whole.whole)
        };
        let larger = || self.all.iter().filter(is_larger).map(|one| one.period.end);
        let (until, measurements) = (larger().min()?, count(larger().count()));
        let Self { place, subject, .. } = *self;
        Some(TooLarge { place, subject, document: whole.place.document, measurements, until })
    }
}

impl Results {
    /// A measurement, or a series.
    pub(super) fn add(&mut self, document: &Document, at: &Path<'_>, adding: &mut Adding<'_>) {
        let content = at.key("content");
        let shares = match document.content() {
            Content::Series(series) => {
                let place = adding.place(&content.key("series").key("measurements"));
                Shares::of(&series.measurements, place, series.id.subject())
            }
            Content::Measurement(one) => {
                let place = adding.place(&content.key("measurement"));
                Shares::of(core::slice::from_ref(one), place, one.id.subject())
            }
            _ => None,
        };
        if let Some((is_department, shares)) = shares {
            if is_department { &mut self.of_departments } else { &mut self.of_services }.push(shares);
        }
    }

    /// The shares of departments that are larger than those of the whole service, counted alike.
    pub(in crate::bundle) fn too_large(&self, ties: &Ties) -> Vec<TooLarge> {
        let mut of_services: Keyed<(u64, Uuid), Vec<&Shares>> = Keyed::default();
        if !self.of_departments.is_empty() {
            for one in &self.of_services {
                of_services.push((one.what, one.unit), one);
            }
        }
        let mut found = Vec::new();
        for one in &self.of_departments {
            let service = ties.service_of(one.unit);
            let of_service = service.and_then(|service| of_services.get((one.what, service)));
            found.extend(of_service.into_iter().flatten().find_map(|whole| one.larger_than(whole)));
        }
        found
    }

    pub(super) fn record(&mut self, record: &dyn Any, at: &Path<'_>, adding: &mut Adding<'_>) {
        let Some(one) = record.downcast_ref::<Measurement>() else { return };
        let Some(what) = what(one) else { return };
        let document = adding.number;
        let this = Known {
            document,
            measurement: hash::half_of(&one.id.uuid()),
            result: hash::half_of(&one.observed),
        };
        let first = self.known.first(what, this);
        if first.document == document || first.measurement == this.measurement || first.result == this.result
        {
            return;
        }
        let (first, measurement) = (first.document, one.id.subject());
        let clash = || ResultClash { place: adding.place(at), first, measurement, measurements: 0 };
        self.apart.update((first, document), clash, |clash| {
            clash.measurements = clash.measurements.saturating_add(1);
        });
    }
}
