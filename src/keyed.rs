//! Maps by ids and texts that grow while they are read.
//!
//! A tree of the standard library is compiled for each type of key and value, and fifty of them were a quarter of the code
//! of this crate. Here keys are stored as numbers or texts, and the tree gives the position of a value in a list, so that
//! three trees are compiled for all types. What is gathered first and looked up then needs none:
//! [`Lookup`](crate::sorted::Lookup) and `sorted::firsts`.

use alloc::collections::BTreeMap;
use alloc::string::String;
use alloc::vec::Vec;
use core::borrow::Borrow;
use core::fmt;

use uuid::Uuid;

use crate::codes::RuleCode;
use crate::id::Id;
use crate::sorted::index;

/// What values are kept by.
pub(crate) trait Key {
    /// Two numbers, four numbers, or a text.
    type Stored: Clone + Ord + fmt::Debug;

    /// Differs from that of every other key of the type.
    fn stored(&self) -> Self::Stored;
}

impl Key for str {
    type Stored = String;

    fn stored(&self) -> String {
        self.into()
    }
}

impl Key for u64 {
    type Stored = [u64; 2];

    fn stored(&self) -> [u64; 2] {
        [0, *self]
    }
}

impl Key for (u32, u32) {
    type Stored = [u64; 2];

    fn stored(&self) -> [u64; 2] {
        [self.0.into(), self.1.into()]
    }
}

impl Key for RuleCode {
    type Stored = [u64; 2];

    fn stored(&self) -> [u64; 2] {
        self.as_str().bytes().fold(0, |number, letter| number << 8 | u64::from(letter)).stored()
    }
}

impl Key for Uuid {
    type Stored = [u64; 2];

    fn stored(&self) -> [u64; 2] {
        self.as_u64_pair().into()
    }
}

impl<T> Key for Id<T> {
    type Stored = [u64; 2];

    fn stored(&self) -> [u64; 2] {
        self.uuid().stored()
    }
}

impl<T: Copy + Into<u64>> Key for (T, Uuid) {
    type Stored = [u64; 4];

    fn stored(&self) -> [u64; 4] {
        let [high, low] = self.1.stored();
        [0, self.0.into(), high, low]
    }
}

impl Key for [Uuid; 2] {
    type Stored = [u64; 4];

    fn stored(&self) -> [u64; 4] {
        let [[a, b], [c, d]] = self.map(|id| id.stored());
        [a, b, c, d]
    }
}

/// One value for each key, the first one, in the order in which they were added.
#[derive(Debug)]
pub(crate) struct Keyed<K: Key + ?Sized, V> {
    /// The position of the value of each key.
    positions: BTreeMap<K::Stored, u32>,
    values: Vec<V>,
}

/// Keys without values.
pub(crate) type KeySet<K> = Keyed<K, ()>;

// Not derived: a derive would require the same trait of `K`.
impl<K: Key + ?Sized, V: Clone> Clone for Keyed<K, V> {
    fn clone(&self) -> Self {
        Self { positions: self.positions.clone(), values: self.values.clone() }
    }
}

impl<K: Key + ?Sized, V> Default for Keyed<K, V> {
    fn default() -> Self {
        Self::new()
    }
}

impl<K: Key + ?Sized, V> Keyed<K, V> {
    pub(crate) const fn new() -> Self {
        Self { positions: BTreeMap::new(), values: Vec::new() }
    }

    /// Adds the value if the key has none. Returns whether it had none.
    pub(crate) fn insert(&mut self, key: impl Borrow<K>, value: V) -> bool {
        self.insert_with(key, || value)
    }

    /// Adds a value if the key has none. Returns whether it had none.
    pub(crate) fn insert_with(&mut self, key: impl Borrow<K>, value: impl FnOnce() -> V) -> bool {
        let is_new = self.position(key.borrow()) == self.values.len();
        if is_new {
            self.values.push(value());
        }
        is_new
    }

    /// The position of the value of the key: at the end if it is yet to be added.
    fn position(&mut self, key: &K) -> usize {
        let end = u32::try_from(self.values.len()).unwrap_or(u32::MAX);
        index(*self.positions.entry(key.stored()).or_insert(end))
    }

    /// Changes the value of the key, which is `value` if it had none.
    pub(crate) fn update(
        &mut self,
        key: impl Borrow<K>,
        value: impl FnOnce() -> V,
        change: impl FnOnce(&mut V),
    ) {
        let position = self.position(key.borrow());
        if position == self.values.len() {
            self.values.push(value());
        }
        if let Some(value) = self.values.get_mut(position) {
            change(value);
        }
    }

    /// The value of the key, which is this one if it had none.
    pub(crate) fn first(&mut self, key: impl Borrow<K>, value: V) -> V
    where
        V: Copy,
    {
        self.first_with(key, || value)
    }

    /// The value of the key, which is made if it had none.
    pub(crate) fn first_with(&mut self, key: impl Borrow<K>, value: impl FnOnce() -> V) -> V
    where
        V: Copy,
    {
        let position = self.position(key.borrow());
        match self.values.get(position) {
            Some(known) => *known,
            None => *self.values.push_mut(value()),
        }
    }

    pub(crate) fn contains(&self, key: impl Borrow<K>) -> bool {
        self.positions.contains_key(&key.borrow().stored())
    }

    pub(crate) fn get(&self, key: impl Borrow<K>) -> Option<&V> {
        self.values.get(index(*self.positions.get(&key.borrow().stored())?))
    }

    pub(crate) fn get_mut(&mut self, key: impl Borrow<K>) -> Option<&mut V> {
        self.values.get_mut(index(*self.positions.get(&key.borrow().stored())?))
    }

    /// Each key as it is stored, in order, with its value.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&K::Stored, &V)> {
        self.positions.iter().filter_map(|(key, position)| Some((key, self.values.get(index(*position))?)))
    }

    pub(crate) fn values(&self) -> &[V] {
        &self.values
    }

    pub(crate) fn into_values(self) -> Vec<V> {
        self.values
    }
}

impl<K: Key + ?Sized, T> Keyed<K, Vec<T>> {
    /// Adds an element to the list of the key.
    pub(crate) fn push(&mut self, key: impl Borrow<K>, element: T) {
        self.update(key, Vec::new, |list| list.push(element));
    }
}

impl<K: Key, V> FromIterator<(K, V)> for Keyed<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut keyed = Self::default();
        for (key, value) in entries {
            keyed.insert(key, value);
        }
        keyed
    }
}

impl<K: Key> FromIterator<K> for KeySet<K> {
    fn from_iter<I: IntoIterator<Item = K>>(keys: I) -> Self {
        keys.into_iter().map(|key| (key, ())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_value_of_a_key_counts_and_all_stand_in_their_order() {
        let ids = [7, 3, 7, 1 << 64, 3, 0].map(Uuid::from_u128);
        let mut keyed: Keyed<Uuid, usize> = Keyed::default();
        let added: Vec<_> = ids.iter().enumerate().map(|(n, id)| keyed.insert(*id, n)).collect();
        assert_eq!(added, [true, true, false, true, false, true]);
        assert_eq!(keyed.values(), [0, 1, 3, 5]);
        assert_eq!(ids.map(|id| keyed.get(id).copied()), [0, 1, 0, 3, 1, 5].map(Some));
        let other = Uuid::from_u128(8);
        assert_eq!((keyed.get(other), keyed.contains(other), keyed.contains(ids[0])), (None, false, true));
        assert_eq!((keyed.first(ids[1], 9), keyed.first(other, 9), keyed.first(other, 4)), (1, 9, 9));
        assert_eq!(keyed.get_mut(other).map(|value| core::mem::replace(value, 2)), Some(9));
        assert_eq!(keyed.get(other), Some(&2));
    }

    #[test]
    fn different_keys_are_stored_differently() {
        let [one, other] = [1, 2].map(Uuid::from_u128);
        assert_ne!((1_u8, one).stored(), (2_u8, one).stored());
        assert_ne!((1_u8, one).stored(), (1_u8, other).stored());
        assert_ne!([one, other].stored(), [other, one].stored());
        assert_ne!((1, 2).stored(), (2, 1).stored());
        assert_ne!(Uuid::from_u128(1 << 64).stored(), one.stored());
    }

    #[test]
    fn a_list_grows_under_its_key() {
        let mut lists: Keyed<u64, Vec<u8>> = Keyed::default();
        for (key, element) in [(4, 1), (2, 2), (4, 3)] {
            lists.push(key, element);
        }
        assert_eq!(lists.values(), [[1, 3].as_slice(), &[2]]);
    }
}
