//! What two measurements of one indicator, unit and time say.

use core::any::Any;

use super::{Adding, Place, hash};
use crate::id::Subject;
use crate::keyed::Keyed;
use crate::measurement::Measurement;
use crate::report::Path;

/// The results by what was measured, which is kept as one hash.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Results {
    known: Keyed<u64, Known>,
    /// Two measurements that differ: the first for each pair of documents, and how many there are.
    pub(in crate::bundle) apart: Keyed<(u32, u32), ResultClash>,
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

impl Results {
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
