//! When the buildings of a service were reviewed.

use alloc::vec::Vec;
use core::any::Any;

use super::{Adding, Around, Place, hash};
use crate::date::PartialDate;
use crate::duty::DailyDuties;
use crate::id::{Id, Subject};
use crate::keyed::Keyed;
use crate::report::Path;

/// The reviews by service, window and name of the building, which stand as one hash.
#[derive(Debug, Clone, Default)]
pub(in crate::bundle) struct Buildings {
    /// The days that the first document states, and which that is.
    known: Keyed<u64, (u32, Vec<PartialDate>)>,
    /// A building that an earlier document says was reviewed on another day.
    pub(in crate::bundle) apart: Vec<ReviewClash>,
}

/// One review of a building, on another day in an earlier document.
#[derive(Debug, Clone, Copy)]
pub(in crate::bundle) struct ReviewClash {
    pub(in crate::bundle) place: Place,
    pub(in crate::bundle) duties: Subject,
    pub(in crate::bundle) first: u32,
    pub(in crate::bundle) here: PartialDate,
    pub(in crate::bundle) there: PartialDate,
}

impl Buildings {
    pub(super) fn record(
        &mut self,
        record: &dyn Any,
        around: &Around,
        at: &Path<'_>,
        adding: &mut Adding<'_>,
    ) {
        let Some(duties) = record.downcast_ref::<DailyDuties>() else { return };
        let (Some(service), Some(review)) = (duties.service.or(around.service), &duties.building_review)
        else {
            return;
        };
        // Within one window a building is reviewed once.
        let Some(window) = review.window else { return };
        let at = at.key("buildingReview");
        let list = at.key("buildings");
        for (n, one) in review.buildings.iter().enumerate() {
            let (Some(name), Some(here)) = (hash::of_name(one.name.as_ref()), one.reviewed_on) else {
                continue;
            };
            let key = hash::of(&(Id::uuid(service), window, name));
            let this = || (adding.number, Vec::new());
            let mut other = None;
            self.known.update(key, this, |(first, days)| {
                if *first == adding.number {
                    days.push(here);
                } else if !days.iter().any(|there| is_same(*there, here)) {
                    other = days.first().map(|there| (*first, *there));
                }
            });
            if let Some((first, there)) = other {
                let place = adding.place(&list.index(n).key("reviewedOn"));
                self.apart.push(ReviewClash { place, duties: duties.id.subject(), first, here, there });
            }
        }
    }
}

/// Whether two dates can be one day.
fn is_same(one: PartialDate, other: PartialDate) -> bool {
    one.first_day() <= other.last_day() && other.first_day() <= one.last_day()
}
