//! What became of what was open.

use alloc::vec::Vec;

use uuid::Uuid;

use super::open::{self, Known};
use super::{CarryOver, Fate, OpenKind};
use crate::agreement::{Authority, Criticism, DevelopmentAgreement};
use crate::report::Pointer;
use crate::text::is_stated;

/// One thing of the next agreement.
struct Next {
    kind: OpenKind,
    known: Known,
    continues: Option<Uuid>,
    is_done: bool,
    at: Pointer,
}

pub(super) fn of(agreement: &DevelopmentAgreement, next: &DevelopmentAgreement) -> Vec<CarryOver> {
    let mut there = Vec::new();
    open::each(next, &mut |said, _, at| {
        let open::Said { kind, known, continues, is_done, .. } = said;
        there.push(Next { kind, known, continues, is_done, at: at.to_pointer() });
    });
    let carried = open::of(agreement).into_iter().map(|(left, known)| {
        let alike = there.iter().filter(|one| one.kind == left.kind);
        let found = alike.clone().find(|one| is_same(&known, one)).or_else(|| {
            let mut measuring = alike.clone().filter(|one| has_indicator_of(&known, &one.known));
            measuring.next()
        });
        let fate = match found {
            Some(one) if one.is_done => Fate::Closed,
            Some(_) => Fate::CarriedOver,
            None => match &known {
                Known::Text { of, .. } if has_others(next, left.kind, of.as_ref()) => Fate::Unclear,
                _ => Fate::Dropped,
            },
        };
        CarryOver { left, fate, at_next: found.map(|one| one.at.clone()) }
    });
    carried.collect()
}

fn is_same(known: &Known, next: &Next) -> bool {
    match (known, &next.known) {
        (Known::Id { id, .. }, Known::Id { id: other, .. }) => id == other || next.continues == Some(*id),
        (Known::Text { of, text: Some(text) }, Known::Text { of: other, text: Some(other_text) }) => {
            of == other && is_stated(Some(text)) && text.says_same_as(other_text)
        }
        _ => false,
    }
}

/// Is it a target figure that measures the same?
fn has_indicator_of(known: &Known, next: &Known) -> bool {
    match (known, next) {
        (Known::Id { indicator: Some(indicator), .. }, Known::Id { indicator: Some(other), .. }) => {
            indicator == other
        }
        _ => false,
    }
}

/// Are there decisions, or is there criticism by that authority, which could be the same in other words?
fn has_others(next: &DevelopmentAgreement, kind: OpenKind, of: Option<&Authority>) -> bool {
    next.focus_areas.iter().any(|area| match kind {
        OpenKind::Decision => !area.decisions.is_empty(),
        _ => area.criticisms.iter().any(|Criticism { authority, .. }| Some(authority) == of),
    })
}
