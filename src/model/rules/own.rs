//! What a tailoring adds, and what the set that it is based on shares.

use uuid::Uuid;

use crate::id::Subject;
use crate::model::{GENERATION_1, NINE_STANDARDS, PublishedSet, SetChange, TWELVE_STANDARDS, Tailoring};
use crate::sorted::sorted;

/// Hands `then` a way to ask whether the tailoring itself adds a thing.
pub(super) fn with_own<R>(tailoring: &Tailoring, then: impl FnOnce(&dyn Fn(Subject) -> bool) -> R) -> R {
    sorted(
        |put| tailoring.changes.iter().for_each(|one| each_added(&one.change, put)),
        |own| then(&|subject| own.binary_search(&subject.id).is_ok()),
    )
}

fn each_added(change: &SetChange, put: &mut dyn FnMut(Uuid)) {
    match change {
        SetChange::AddTheme { theme } => put(theme.id.uuid()),
        SetChange::AddStandard { standard } => {
            put(standard.id.uuid());
            standard.indicators.iter().for_each(|indicator| put(indicator.id.uuid()));
        }
        SetChange::AddIndicator { indicator, .. } => put(indicator.id.uuid()),
        _ => {}
    }
}

/// Returns `true` if the base is a published set that has the thing: all that it has is common.
pub(super) fn is_common(tailoring: &Tailoring, subject: Subject) -> bool {
    let published = [&GENERATION_1, &NINE_STANDARDS, &TWELVE_STANDARDS];
    published.into_iter().any(|set| set.id == tailoring.base && has(set, subject))
}

fn has(set: &PublishedSet, subject: Subject) -> bool {
    set.themes.iter().any(|theme| theme.id.subject() == subject)
        || set.standards.iter().any(|standard| {
            standard.id.subject() == subject
                || standard.indicators.iter().any(|indicator| indicator.subject() == subject)
        })
}
