//! What several documents state of one record, part by part.

use alloc::vec::Vec;
use core::hash::Hash;
use core::num::NonZeroU32;

use chrono::Datelike as _;
use uuid::Uuid;

use super::hash;
use crate::date::{PartialDate, Period};
use crate::keyed::Keyed;
use crate::organisation::OrgUnit;
use crate::sorted::index;
use crate::text::Bilingual;

/// What a record states in one of its fields, in four bytes: there is one for each measurement of a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Part(NonZeroU32);

impl Part {
    /// The hash of a value.
    pub(super) fn of<T: Hash>(value: Option<&T>) -> Option<Self> {
        NonZeroU32::new(hash::half_of(value?) | 1).map(Self)
    }

    /// The first day of a date, and how many days follow, in nine bits.
    pub(super) fn on(date: Option<PartialDate>) -> Option<Self> {
        let date = date?;
        let first = u32::try_from(date.first_day().num_days_from_ce()).ok()?;
        let last = u32::try_from(date.last_day().num_days_from_ce()).ok()?;
        NonZeroU32::new(first << 9 | last.saturating_sub(first).min(511)).map(Self)
    }

    /// One of the states that a record can be in, by a number.
    pub(super) const fn state(state: u8) -> Option<Self> {
        match NonZeroU32::new((state as u32).saturating_add(1)) {
            Some(state) => Some(Self(state)),
            None => None,
        }
    }

    const fn first(self) -> u32 {
        self.0.get() >> 9
    }

    const fn last(self) -> u32 {
        self.first().saturating_add(self.0.get() & 511)
    }

    const fn shares_a_day(self, other: Self) -> bool {
        self.first() <= other.last() && other.first() <= self.last()
    }

    /// Whether the date is over when the period begins.
    fn is_over(self, period: Period) -> bool {
        u32::try_from(period.start.num_days_from_ce()).is_ok_and(|start| self.last() < start)
    }
}

/// How the parts of two documents are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// It stays as it is.
    Fact,
    /// A date that stays as it is: two differ if they have no day in common.
    Day,
    /// A result. The part after it says when it was extracted: one that was extracted on another day corrects it.
    Result,
    /// Whether a goal is open, and how it ended. The part after it says when.
    Status,
    /// When a goal ended.
    ClosedOn,
    /// A date that can be moved: it is compared where both show one day.
    Moved,
    /// What can change: it is compared where both show one day.
    Then,
    /// It is not compared.
    Explains,
}

/// The state of a goal, or of an action that is done once, that is open.
pub(super) const OPEN: u8 = 0;

/// How an action ended, as the position of the part that says when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    Done,
    GivenUp,
}

impl Ended {
    pub(super) const fn label(self) -> Bilingual {
        match self {
            Self::Done => Bilingual::new("gennemført", "done"),
            Self::GivenUp => Bilingual::new("opgivet", "given up"),
        }
    }
}

/// In four bytes: there is one for each measurement of a series.
#[derive(Debug, Clone, Copy)]
pub(super) struct About(u32);

impl About {
    /// Whether it is the content of the document, and whose it is, as a position in the list of units.
    pub(super) fn new(is_whole: bool, unit: Option<u32>) -> Self {
        Self(unit.map_or(0, |unit| unit.saturating_add(1)) << 1 | u32::from(is_whole))
    }

    /// Two of these are the same document twice.
    const fn is_whole(self) -> bool {
        self.0 & 1 == 1
    }

    const fn unit(self) -> Option<u32> {
        (self.0 >> 1).checked_sub(1)
    }
}

/// What one document states of a record.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stated<const N: usize> {
    pub(super) document: u32,
    pub(super) about: About,
    /// The days that a measurement covers; of other records the time that the document is for.
    pub(super) days: Option<Period>,
    pub(super) parts: [Option<Part>; N],
}

impl<const N: usize> Stated<N> {
    fn part(&self, n: usize) -> Option<Part> {
        self.parts.get(n).copied().flatten()
    }

    fn both(&self, other: &Self, n: usize) -> Option<(Part, Part)> {
        self.part(n).zip(other.part(n))
    }

    /// Whether it is open here, in an agreement that begins after it had ended according to the other one.
    pub(super) fn is_open_again(&self, [_, ended]: [Option<Ended>; 2], other: &Self) -> bool {
        let (Some(days), Some(other_days)) = (self.days, other.days) else { return false };
        let is_open = self.part(1) == Part::state(OPEN);
        let ended_on = ended.and_then(|ended| other.part(ended as usize));
        is_open && other_days.start < days.start && ended_on.is_some_and(|on| on.is_over(days))
    }

    /// How an action ended.
    pub(super) fn ended(&self) -> Option<Ended> {
        if self.part(0).is_some() {
            return Some(Ended::Done);
        }
        self.part(1).filter(|part| Some(*part) != Part::state(OPEN)).map(|_| Ended::GivenUp)
    }

    /// Which parts both state, and differently.
    pub(super) fn differ(&self, other: &Self, kinds: &[Kind; N]) -> [bool; N] {
        core::array::from_fn(|n| {
            let (Some(kind), Some((one, another))) = (kinds.get(n), self.both(other, n)) else {
                return false;
            };
            one != another && self.differs(other, n, *kind, (one, another))
        })
    }

    fn differs(&self, other: &Self, n: usize, kind: Kind, (one, another): (Part, Part)) -> bool {
        // Each shows its own day.
        let are_dated_apart = self.days.zip(other.days).is_some_and(|(one, other)| one != other);
        let next = n.saturating_add(1);
        match kind {
            Kind::Explains => false,
            Kind::Fact => true,
            Kind::Day => !one.shares_a_day(another),
            Kind::Result => self.both(other, next).is_none_or(|(one, other)| one.shares_a_day(other)),
            Kind::Moved => self.shows_one_day_with(other) && !one.shares_a_day(another),
            Kind::Then => self.shows_one_day_with(other),
            Kind::ClosedOn => !are_dated_apart && !one.shares_a_day(another),
            Kind::Status => {
                let (open, ended) = match [one, another].map(|part| Some(part) == Part::state(OPEN)) {
                    [true, _] => (self, other),
                    [_, true] => (other, self),
                    [false, false] => return !are_dated_apart,
                };
                let had_ended =
                    || ended.part(next).zip(open.days).is_some_and(|(ended, shown)| ended.is_over(shown));
                let is_open_again =
                    || ended.days.zip(open.days).is_some_and(|(ended, open)| ended.end < open.start);
                // Otherwise it can have ended since.
                self.days == other.days || if are_dated_apart { is_open_again() } else { had_ended() }
            }
        }
    }

    fn shows_one_day_with(&self, other: &Self) -> bool {
        self.days == other.days && self.days.is_some_and(|days| days.start == days.end)
    }

    fn says_the_same(&self, other: &Self) -> bool {
        (self.parts, self.days, self.about.unit()) == (other.parts, other.days, other.about.unit())
    }

    fn says_nothing(&self) -> bool {
        self.parts.iter().all(Option::is_none) && self.days.is_none() && self.about.unit().is_none()
    }
}

/// What documents state of records: of each, the first, and those that say something else.
#[derive(Debug, Clone)]
pub(super) struct States<const N: usize> {
    first: Keyed<Uuid, Stated<N>>,
    others: Keyed<Uuid, Vec<Stated<N>>>,
}

/// How many others are kept.
const MOST: usize = 8;

impl<const N: usize> Default for States<N> {
    fn default() -> Self {
        Self { first: Keyed::default(), others: Keyed::default() }
    }
}

impl<const N: usize> States<N> {
    pub(super) fn of(&self, id: Uuid) -> impl Iterator<Item = &Stated<N>> {
        self.first.get(id).into_iter().chain(self.others.get(id).into_iter().flatten())
    }

    /// Adds what a document states, and finds the first earlier document with which `compare` finds something.
    pub(super) fn add<T>(
        &mut self,
        id: Uuid,
        this: Stated<N>,
        compare: impl FnMut(&Stated<N>) -> Option<T>,
    ) -> Option<T> {
        if self.first.insert(id, this) {
            return None;
        }
        let is_other = |other: &&Stated<N>| {
            other.document != this.document && !(other.about.is_whole() && this.about.is_whole())
        };
        let found = self.of(id).filter(is_other).find_map(compare);
        let is_new = !this.says_nothing() && !self.of(id).any(|other| other.says_the_same(&this));
        if is_new && self.of(id).count() <= MOST {
            self.others.push(id, this);
        }
        found
    }

    /// The first document, whose the record is, and the days, as far as they are stated.
    pub(super) fn whose(
        &self,
        id: Uuid,
        units: &[OrgUnit],
    ) -> Option<(u32, Option<OrgUnit>, Option<Period>)> {
        let first = self.first.get(id)?;
        let unit = self.of(id).find_map(|one| units.get(index(one.about.unit()?)).copied());
        let days = self.of(id).find_map(|one| one.days.filter(Period::is_ordered));
        Some((first.document, unit, days))
    }
}
