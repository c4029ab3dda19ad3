//! What a bundle keeps of an agreement to see whether the next one carries it over.

use alloc::vec::Vec;

use chrono::NaiveDate;
use uuid::Uuid;

use super::WhyOpen;
use super::open::{self, Known};
use crate::agreement::DevelopmentAgreement;
use crate::id::Subject;
use crate::report::{Path, Pointer};

/// Something with an id whose last day lies past the period of its agreement.
pub(crate) struct MustCarry {
    pub(crate) subject: Subject,
    /// The indicator of a target figure.
    pub(crate) indicator: Option<Uuid>,
    pub(crate) last_day: NaiveDate,
    pub(crate) at: Pointer,
}

impl DevelopmentAgreement {
    /// What the next agreement must have under its id, with its place below `root`.
    pub(crate) fn must_carry(&self, root: &Path<'_>) -> impl Iterator<Item = MustCarry> {
        let root = root.to_pointer();
        let past = open::of(self).into_iter().filter(|(left, _)| left.why == WhyOpen::PastPeriod);
        past.filter_map(move |(left, known)| {
            let Known::Id { indicator, .. } = known else { return None };
            let at = Pointer::new([root.as_str(), left.at.as_str()].concat());
            Some(MustCarry { subject: left.subject, indicator, last_day: left.last_day?, at })
        })
    }
}

/// The ids under which an agreement has something: its own, those that its actions continue, and the indicators of its
/// target figures.
pub(crate) fn said_again(agreement: &DevelopmentAgreement) -> Vec<Uuid> {
    let mut ids = Vec::new();
    open::each(agreement, &mut |said, _, _| {
        if let Known::Id { id, indicator } = said.known {
            ids.extend([Some(id), indicator, said.continues].into_iter().flatten());
        }
    });
    ids
}
