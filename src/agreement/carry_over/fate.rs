//! What became of what was open.

use alloc::vec::Vec;

use uuid::Uuid;

use super::open::{self, Known};
use super::{CarryOver, Fate, OpenKind};
use crate::agreement::{Authority, DevelopmentAgreement};
use crate::report::{Path, Pointer};
use crate::sorted::Lookup;
use crate::text::{Bilingual, Folded};

/// Something in the next agreement.
struct Next {
    is_done: bool,
    at: Pointer,
}

/// The authority of a criticism: its label, and its name if it is another authority. `None` for a decision.
type By<'r> = Option<(Bilingual, Option<Folded<'r>>)>;

/// How a thing is recognised in the next agreement.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Key<'r> {
    Id(OpenKind, Uuid),
    /// A target figure that measures the same.
    Indicator(Uuid),
    Text(OpenKind, By<'r>, Folded<'r>),
    /// A decision, or criticism by that authority, which could be the same in other words.
    Other(OpenKind, By<'r>),
}

pub(super) fn of(agreement: &DevelopmentAgreement, next: &DevelopmentAgreement) -> Vec<CarryOver> {
    let mut there = Vec::new();
    let mut known = Vec::new();
    open::each(next, &Path::root("", Some(next.id.subject())), &mut |said, _, at| {
        for key in keys(said.kind, said.known).into_iter().flatten() {
            known.push((key, there.len()));
        }
        if let Known::Id { continues: Some(earlier), .. } = said.known {
            known.push((Key::Id(said.kind, earlier), there.len()));
        }
        there.push(Next { is_done: said.is_done, at: at.to_pointer() });
    });
    // Of several with the same key, the first counts.
    let first: Lookup<_, _> = known.into_iter().collect();
    let carried = open::of(agreement, false).into_iter().map(|(left, known)| {
        let [same, alike] = keys(left.kind, known).map(|key| first.get(&key?));
        let found = match known {
            Known::Id { .. } => same.or(alike),
            Known::Text { .. } => same,
        };
        let found = found.and_then(|n| there.get(*n));
        let fate = match found {
            Some(one) if one.is_done => Fate::Closed,
            Some(_) => Fate::CarriedOver,
            None if alike.is_some() => Fate::Unclear,
            None => Fate::Dropped,
        };
        CarryOver { left, fate, at_next: found.map(|one| one.at.clone()) }
    });
    carried.collect()
}

/// The key of the thing itself, and that of something like it.
fn keys(kind: OpenKind, known: Known<'_>) -> [Option<Key<'_>>; 2] {
    match known {
        Known::Id { id, indicator, .. } => [Some(Key::Id(kind, id)), indicator.map(Key::Indicator)],
        Known::Text { of, text } => {
            let by = of.map(|authority| match authority {
                Authority::Other { name } => (authority.label(), Some(Folded::of(name))),
                _ => (authority.label(), None),
            });
            let text = Folded::stated(text);
            [text.map(|text| Key::Text(kind, by, text)), Some(Key::Other(kind, by))]
        }
    }
}
