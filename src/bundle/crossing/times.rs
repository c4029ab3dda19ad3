//! What several documents say of one thing, each for its time.

use alloc::vec::Vec;

use super::Place;
use crate::date::{Period, share_a_day};
use crate::sorted::{sort_by, sort_by_key};

/// Calls `each` with two that are for the same time, the one of the later document first: each of the list with the one
/// that lasts longest of those that begin before it.
pub(super) fn each_at_one_time<'s, T>(
    mut dated: Vec<(Period, &'s T)>,
    document: impl Fn(&T) -> u32,
    mut each: impl FnMut(&'s T, &'s T),
) {
    sort_by_key(&mut dated, |(time, one)| (time.start, document(one)));
    let mut longest: Option<(Period, &T)> = None;
    for (time, one) in dated {
        if let Some((other_time, other)) = longest.filter(|(other, _)| other.end >= time.start) {
            if document(other) > document(one) {
                each(other, one);
            } else {
                each(one, other);
            }
            if other_time.end >= time.end {
                continue;
            }
        }
        longest = Some((time, one));
    }
}

/// The time that a document is for, and the day on which its evaluation was held or its assessment made.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Time {
    pub(super) within: Option<Period>,
    pub(super) on: Option<Period>,
}

/// What one document says of a thing.
#[derive(Debug, Clone, Copy)]
pub(super) struct Said<V> {
    pub(super) value: V,
    /// The time that the document is for.
    pub(super) time: Option<Period>,
    /// If it is for no time, the day on which it was said.
    on: Option<Period>,
    pub(super) place: Place,
}

impl<V> Said<V> {
    pub(super) const fn document(&self) -> u32 {
        self.place.document
    }
}

/// What documents say of one thing, in their order.
#[derive(Debug, Clone)]
pub(super) struct AtTimes<V>(Vec<Said<V>>);

impl<V> Default for AtTimes<V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<V: Copy> AtTimes<V> {
    /// Adds what a document says, unless nothing can come of it.
    pub(super) fn add<K: Ord>(
        &mut self,
        value: V,
        Time { within, on }: Time,
        key: impl Fn(&V) -> K,
        place: impl FnOnce() -> Place,
    ) {
        let time = within.filter(Period::is_ordered);
        let on = on.filter(|_| time.is_none());
        let is_as_first = |first: &Said<V>| {
            let is_at_its_time = time.is_none_or(|time| first.time == Some(time));
            key(&first.value) == key(&value) && is_at_its_time && on.is_none()
        };
        if !self.0.first().is_some_and(is_as_first) {
            self.0.push(Said { value, time, on, place: place() });
        }
    }

    /// What all documents say; `None` if they differ.
    pub(super) fn only<K: PartialEq>(&self, key: impl Fn(&V) -> K) -> Option<&V> {
        let (first, others) = self.0.split_first()?;
        others.iter().all(|one| key(&one.value) == key(&first.value)).then_some(&first.value)
    }

    /// Whether some of it is said for a time.
    pub(super) fn has_time(&self) -> bool {
        self.0.iter().any(|one| one.time.is_some())
    }

    /// Each that another document contradicts, and the earlier document. Things change, so that only what is said for
    /// the same time is compared; what is said for no time must be as it was at some time, and what is said on a day as it
    /// was then or became later: old documents get new names.
    pub(super) fn clashes<K: Ord>(&self, key: impl Fn(&V) -> K) -> Vec<[&Said<V>; 2]> {
        let differ = |one: &Said<V>, other: &Said<V>| {
            one.document() != other.document() && key(&one.value) != key(&other.value)
        };
        let Some((first, others)) = self.0.split_first() else { return Vec::new() };
        if others.iter().all(|one| key(&one.value) == key(&first.value)) {
            return Vec::new();
        }
        if share_a_day(self.0.iter().filter_map(|one| one.time)) {
            return others.iter().filter(|one| differ(one, first)).map(|one| [one, first]).collect();
        }
        let dated: Vec<(Period, &Said<V>)> = self.0.iter().filter_map(|one| Some((one.time?, one))).collect();
        let mut known: Vec<K> = dated.iter().map(|(_, one)| key(&one.value)).collect();
        sort_by(&mut known, Ord::cmp);
        let mut found = Vec::new();
        each_at_one_time(dated, Said::document, |one, other| {
            found.extend(differ(one, other).then_some([one, other]));
        });
        let first_dated = self.0.iter().find(|one| one.time.is_some());
        for one in self.0.iter().filter(|one| one.time.is_none()) {
            let is_known = known.binary_search(&key(&one.value)).is_ok();
            let other = if is_known { self.past(one, &key) } else { first_dated };
            if let Some(other) = other.filter(|other| differ(one, other)) {
                // The later document is reported.
                found.push(if one.document() > other.document() { [one, other] } else { [other, one] });
            }
        }
        found
    }

    /// What is said for the time of a day on which something else is said, which is said for no time from then on.
    fn past<K: Ord>(&self, one: &Said<V>, key: impl Fn(&V) -> K) -> Option<&Said<V>> {
        let on = one.on?;
        let dated = || self.0.iter().filter_map(|other| Some((other.time?, other)));
        let holds = dated().any(|(time, other)| time.end >= on.start && key(&other.value) == key(&one.value));
        dated().find(|(time, _)| time.overlaps(&on) && !holds).map(|(_, other)| other)
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Said<V>> {
        self.0.iter()
    }

    pub(super) fn only_those(&self, are_kept: impl Fn(&Said<V>) -> bool) -> Self {
        Self(self.0.iter().filter(|one| are_kept(one)).copied().collect())
    }
}
