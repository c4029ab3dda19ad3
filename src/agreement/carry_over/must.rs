//! What a bundle keeps of an agreement to see whether the next one carries it over.

use chrono::NaiveDate;
use uuid::Uuid;

use super::WhyOpen;
use super::open::{self, Known};
use crate::agreement::DevelopmentAgreement;
use crate::report::Path;

/// Something that an agreement has under an id.
pub(crate) struct Had {
    pub(crate) id: Uuid,
    /// The indicator of a target figure.
    pub(crate) indicator: Option<Uuid>,
    /// What an action continues.
    pub(crate) continues: Option<Uuid>,
    /// Its last day, if it is open and that day is after the period: the next agreement must have it.
    pub(crate) must_by: Option<NaiveDate>,
}

impl DevelopmentAgreement {
    /// Calls `call` with its actions, target figures and follow-ups, and their places.
    pub(crate) fn each_with_id(&self, root: &Path<'_>, call: &mut dyn FnMut(Had, &Path<'_>)) {
        let period = self.running_period();
        open::each(self, root, &mut |said, when, at| {
            let Known::Id { id, indicator, continues } = said.known else { return };
            let past = said.why(when, period.as_ref()).filter(|(why, _)| *why == WhyOpen::PastPeriod);
            call(Had { id, indicator, continues, must_by: past.and_then(|(_, last_day)| last_day) }, at);
        });
    }
}
