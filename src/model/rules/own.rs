//! What a tailoring adds, and what the set that it is based on shares.

use crate::id::{Identified as _, Subject};
use crate::model::{Indicator, PUBLISHED, PublishedSet, SetChange, Tailoring};
use crate::sorted::sorted;

/// Hands `then` a way to ask whether the tailoring itself adds a thing.
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
    PUBLISHED.iter().copied().find(|set| set.id == tailoring.base)
}

/// Returns `true` if the base is a published set that has the thing: all that it has is common.
pub(super) fn is_common(tailoring: &Tailoring, subject: Subject) -> bool {
    base_of(tailoring).is_some_and(|set| set.has(subject))
}

/// Returns `true` if the base is a published set that lists all things of this kind, and not this one.
pub(super) fn is_missing(tailoring: &Tailoring, subject: Subject) -> bool {
    base_of(tailoring).is_some_and(|set| {
        // The indicators of the later sets are not public.
        let lists_indicators = || set.standards.iter().all(|standard| !standard.indicators.is_empty());
        !set.has(subject) && (subject.kind != Indicator::KIND || lists_indicators())
    })
}
