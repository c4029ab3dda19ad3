//! Whether the ids of a draft are in order, found during the walk over its records.

use alloc::vec::Vec;

use crate::draft::walk::Mention;
use crate::id::Subject;
use crate::sorted::{group, groups_mut};
use crate::text::count;

/// Up to 128 ids go into a hash table on the stack, at most half full.
const ON_STACK: usize = 128;

/// The ids that were visited.
///
/// A document in which every id is used for one thing and every reference leads to something needs no second walk: it
/// is enough to know that there is no sign of anything else.
pub(crate) struct SeenIds {
    /// An entry has the hash of an id in its upper 48 bits, that of its kind in 14 more, and two marks. 0 marks a
    /// free slot.
    slots: [u64; ON_STACK * 2],
    /// The kinds that a reference must find in the document.
    resolved: &'static [&'static str],
    seen: usize,
    /// How many references have not led to anything yet.
    open: usize,
    has_clash: bool,
    /// The ids for which there was no room on the stack, once for each time that they occur in the draft.
    more: Vec<u64>,
}

/// A record has the id, or brings it in.
const DEFINED: u64 = 1;
/// A reference must find the id in the document.
const WANTED: u64 = 2;
const MARKS: u64 = DEFINED | WANTED;
/// The marks of an entry for which there was no room: a record has the id, and does not bring it in.
const OWNED: u64 = DEFINED | WANTED;
const KIND: u64 = 0xfffc;
const ID: u64 = !0xffff;

impl SeenIds {
    pub(crate) const fn new(resolved: &'static [&'static str]) -> Self {
        Self { slots: [0; ON_STACK * 2], resolved, seen: 0, open: 0, has_clash: false, more: Vec::new() }
    }

    pub(crate) fn enter(&mut self, mention: Mention, subject: Subject) {
        // An id has a hash that is not 0, so an entry without marks differs from a free slot.
        let entry = hash(subject);
        let [mut at, ..] = entry.to_be_bytes();
        // At most half of the slots are taken, so the loop reaches a free one.
        while let Some(slot) = self.slots.get_mut(usize::from(at)) {
            if *slot & !MARKS == entry && mention == Mention::Refers {
                return; // this one needs and finds what the first one does
            }
            if *slot == 0 || *slot & ID == entry & ID {
                return self.enter_at(at, entry, mention, subject.kind);
            }
            at = at.wrapping_add(1);
        }
    }

    /// Enters an id into a slot that is free or its own.
    fn enter_at(&mut self, at: u8, entry: u64, mention: Mention, kind: &str) {
        let mark = match mention {
            Mention::Defines | Mention::Introduces => DEFINED,
            Mention::Refers if self.resolved.contains(&kind) => WANTED,
            Mention::Refers => 0,
        };
        let Some(slot) = self.slots.get_mut(usize::from(at)) else { return };
        if *slot != 0 {
            self.has_clash |= *slot & KIND != entry & KIND;
            self.has_clash |= mention == Mention::Defines && *slot & DEFINED != 0;
            let is_found = mark == DEFINED && *slot & MARKS == WANTED;
            self.open = self.open.saturating_sub(is_found.into());
            *slot |= mark;
        } else if self.seen < ON_STACK {
            self.seen = self.seen.saturating_add(1);
            *slot = entry | mark;
            self.open = self.open.saturating_add((mark == WANTED).into());
        } else {
            self.more.push(entry | if mention == Mention::Defines { OWNED } else { mark });
        }
    }

    /// Returns `false` if all ids are in order, and `true` if they may not be.
    pub(crate) fn may_clash(&self) -> bool {
        self.has_clash || self.open > 0 || !self.more.is_empty() && clash(&self.more)
    }
}

/// Returns `true` if two records or two kinds have the same id, or if there are only references to an id, and one of
/// them must find it.
fn clash(mentions: &[u64]) -> bool {
    // Hashes are spread evenly, so groups by their first bits have a few entries each.
    let bits = (mentions.len() / 8).checked_ilog2().unwrap_or(0);
    let group_of =
        |entry: &u64| usize::try_from(entry.unbounded_shr(64_u32.saturating_sub(bits))).unwrap_or(0);
    let mut grouped = alloc::vec![0; mentions.len()];
    let in_groups = mentions.iter().map(|entry| (group_of(entry), *entry));
    let ends = group(in_groups, 1_usize << bits, &mut grouped);
    groups_mut(&mut grouped, &ends).any(|of_group| {
        of_group.sort_unstable();
        of_group.chunk_by(|a, b| a & ID == b & ID).any(|same| {
            let is_one_kind = same.windows(2).all(|pair| matches!(pair, [a, b] if a & !MARKS == b & !MARKS));
            let have = |marks: u64| same.iter().filter(move |entry| *entry & MARKS == marks).count();
            !is_one_kind || have(OWNED) > 1 || have(WANTED) == same.len()
        })
    })
}

/// The hash of an id, which is not 0, and that of its kind.
fn hash(subject: Subject) -> u64 {
    // Mixes both halves, which often differ in a few bits only.
    let (high, low) = subject.id.as_u64_pair();
    let mixed = (high.wrapping_mul(0x9e37_79b9_7f4a_7c15) ^ low).wrapping_mul(0xd6e8_feb8_6659_fd93);
    (mixed & ID).max(ID & ID.wrapping_neg()) | kind_hash(subject.kind)
}

/// Differs between the kinds of the crate, as a test checks.
fn kind_hash(kind: &str) -> u64 {
    let (first, last) = (kind.bytes().next(), kind.bytes().next_back());
    let letter = |byte: Option<u8>| u64::from(byte.unwrap_or_default() & 0b1_1111);
    (count(kind.len()) << 12 | letter(first) << 7 | letter(last) << 2) & KIND
}

#[cfg(test)]
mod tests {
    use alloc::collections::BTreeSet;
    use alloc::vec::Vec;

    use super::kind_hash;
    use crate::document::Document;
    use crate::draft::Shape;
    use crate::draft::part::Part;

    fn collect(shape: &'static Shape, kinds: &mut BTreeSet<&'static str>) {
        let records: Vec<_> = match shape {
            Shape::Record(record) => [*record].into(),
            Shape::Choice(choice) => choice.variants.iter().filter_map(|one| one.content).collect(),
            Shape::List(items) => return collect(items, kinds),
            Shape::Id(id) => return kinds.extend([id.kind]),
            Shape::Words(_) | Shape::Leaf(_) => return,
        };
        for record in records {
            kinds.extend(record.kind);
            record.fields.iter().for_each(|field| collect(field.shape, kinds));
        }
    }

    #[test]
    fn no_two_kinds_have_one_hash() {
        let mut kinds = BTreeSet::new();
        collect(<Document as Part>::SHAPE, &mut kinds);
        assert!(kinds.len() > 20, "{kinds:?}");
        let hashes: BTreeSet<_> = kinds.iter().map(|kind| kind_hash(kind)).collect();
        assert_eq!(hashes.len(), kinds.len());
    }
}
