//! What a tailoring adds, and what the set that it is based on shares.

use crate::id::{Identified as _, Subject};
use crate::model::{Indicator, Origin, PublishedSet, SetChange, Tailoring};
use crate::sorted::sorted;

/// Calls `then` with a function that says whether the tailoring itself adds a thing.
pub(super) fn with_own<R>(tailoring: &Tailoring, then: impl FnOnce(&dyn Fn(Subject) -> bool) -> R) -> R {
    sorted(
        |put| {
            tailoring.changes.iter().for_each(|one| each_added(&one.change, &mut |subject| put(subject.id)));
        },
        |own| then(&|subject| own.binary_search(&subject.id).is_ok()),
    )
}

/// Calls `put` with each thing that a change adds.
pub(super) fn each_added(change: &SetChange, put: &mut dyn FnMut(Subject)) {
    match change {
        SetChange::AddTheme { theme } => put(theme.id.subject()),
        SetChange::AddStandard { standard } => {
            put(standard.id.subject());
            standard.indicators.iter().for_each(|indicator| put(indicator.id.subject()));
        }
        SetChange::AddIndicator { indicator, .. } => put(indicator.id.subject()),
        _ => {}
    }
}

/// The set that the tailoring is based on, if it is a published one.
pub(super) fn base_of(tailoring: &Tailoring) -> Option<&'static PublishedSet> {
    PublishedSet::of_id(tailoring.base)
}

/// Whether the set that the tailoring is based on has the thing: all that a published set has is common.
///
/// Returns `None` if that is not known: for another set, and where the indicators of a published one are not public.
pub(super) fn in_base(tailoring: &Tailoring, subject: Subject) -> Option<bool> {
    let set = base_of(tailoring)?;
    let has = set.has(subject);
    let lists_indicators = || set.standards.iter().all(|standard| !standard.indicators.is_empty());
    (has || subject.kind != Indicator::KIND || lists_indicators()).then_some(has)
}

/// The origin that a change gives to something that existed before; `None` if it states none.
pub(super) const fn new_origin(change: &SetChange) -> Option<&Origin> {
    match change {
        SetChange::ChangeThemeOrigin { origin, .. } | SetChange::ChangeStandardOrigin { origin, .. } => {
            Some(origin)
        }
        SetChange::ChangeIndicatorOrigin { origin, .. } => origin.as_ref(),
        _ => None,
    }
}
