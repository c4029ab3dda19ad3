//! One strategy for all drafts: a tape of numbers decides what a draft holds.
//!
//! A tape of zeros makes the simplest draft, and a smaller number never makes a less simple choice. One
//! shrinker over numbers therefore serves every type, and a new type brings no new strategy type to compile.

use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use chrono::NaiveDate;
use proptest::strategy::{NewTree, Strategy, ValueTree};
use proptest::test_runner::{Reason, TestRunner};
use uuid::Uuid;

use crate::id::{Id, Subject};
use crate::text::Text;

/// How many numbers a new tape has.
const LENGTH: usize = 2048;

/// Runs of every length up to this one are tried, longer ones by halves.
const LONGEST: usize = 20;

/// Choices, read one after another; zeros after the end.
#[derive(Debug)]
pub(crate) struct Tape<'a> {
    numbers: &'a [u64],
    used: usize,
    ids: u128,
    /// Whether every reference must lead to something, so that no id may be used for two things.
    is_clean: bool,
    /// The thing that references of its kind lead to.
    known: Option<Subject>,
    /// How many texts were numbered; `None` while texts may be the same by chance.
    numbered: Option<u64>,
}

impl<'a> Tape<'a> {
    /// A tape at the beginning of `numbers`.
    pub(crate) const fn new(numbers: &'a [u64]) -> Self {
        Self { numbers, used: 0, ids: 0, is_clean: false, known: None, numbered: None }
    }

    fn next(&mut self) -> u64 {
        let number = self.numbers.get(self.used).copied().unwrap_or(0);
        self.used = self.used.saturating_add(1);
        number
    }

    /// A number below `end`, larger for a larger number on the tape; 0 if `end` is 0.
    pub(crate) fn below(&mut self, end: u64) -> u64 {
        // Multiply and shift, not `%`: a smaller number on the tape must not make a larger choice.
        let product = u128::from(self.next()).saturating_mul(u128::from(end));
        u64::try_from(product >> 64).unwrap_or_default()
    }

    /// A number from `low` to `high`; each of the two ends in one of eight cases.
    pub(crate) fn within(&mut self, low: u64, high: u64) -> u64 {
        match self.below(8) {
            6 => low,
            7 => high,
            _ => low.saturating_add(self.below(high.saturating_sub(low).saturating_add(1))),
        }
    }

    /// [`within`](Self::within) as a `u32`.
    pub(crate) fn number(&mut self, low: u32, high: u32) -> u32 {
        u32::try_from(self.within(low.into(), high.into())).unwrap_or(low)
    }

    /// The index of one of `n` things, which begin with the simplest.
    pub(crate) fn index(&mut self, n: usize) -> usize {
        usize::try_from(self.below(crate::text::count(n))).unwrap_or_default()
    }

    /// One of `all`, which begins with the simplest item and must not be empty.
    #[expect(clippy::indexing_slicing, reason = "an empty list is an error of the caller, in a test")]
    pub(crate) fn pick<'t, T>(&mut self, all: &'t [T]) -> &'t T {
        let index = self.index(all.len());
        &all[index]
    }

    /// True or false.
    pub(crate) fn flag(&mut self) -> bool {
        self.below(2) == 1
    }

    /// A value in three of four cases.
    pub(crate) fn option<T>(&mut self, make: impl FnOnce(&mut Self) -> T) -> Option<T> {
        (self.below(4) > 0).then(|| make(self))
    }

    /// A list of at most `most` items.
    pub(crate) fn list<T>(&mut self, most: usize, mut make: impl FnMut(&mut Self) -> T) -> Vec<T> {
        self.list_of(0, most, &mut make)
    }

    /// A list of `least` to `most` items.
    ///
    /// A flag before each item, instead of a length before all of them, lets the shrinker delete an item by
    /// deleting a run. Half of the tape is kept for what follows.
    pub(crate) fn list_of<T>(
        &mut self,
        least: usize,
        most: usize,
        mut make: impl FnMut(&mut Self) -> T,
    ) -> Vec<T> {
        let mut list = Vec::new();
        while list.len() < most {
            let goes_on = self.below(4) > 0 && self.used < LENGTH / 2;
            if !goes_on && list.len() >= least {
                break;
            }
            list.push(make(self));
        }
        list
    }

    /// A day: usually of the years 2024 to 2026, sometimes any, the first or the last one.
    pub(crate) fn day(&mut self) -> NaiveDate {
        const FIRST_OF_2024: u64 = 738_886;
        const LAST: u64 = 3_652_059;
        let day = match self.below(8) {
            5 => self.below(LAST).saturating_add(1),
            6 => 1,
            7 => LAST,
            _ => FIRST_OF_2024.saturating_add(self.below(1096)),
        };
        i32::try_from(day).ok().and_then(NaiveDate::from_num_days_from_ce_opt).unwrap_or_default()
    }

    /// Any id: usually one of a few, so that references lead to things and ids are used twice.
    pub(crate) fn uuid(&mut self) -> Uuid {
        match self.below(8) {
            5 => Uuid::from_u128(u128::from(self.next()) << 64 | u128::from(self.next())),
            6 => Uuid::nil(),
            7 => Uuid::max(),
            _ => Uuid::from_u128(u128::from(self.below(24)).saturating_add(0x10_0000)),
        }
    }

    /// From here on a reference leads to a thing of its kind that the draft has, or out of the document, and never to
    /// a thing of another kind.
    pub(crate) const fn refer_cleanly(&mut self) {
        self.is_clean = true;
    }

    /// Whether the draft is one in which nothing is found.
    pub(crate) const fn is_clean(&self) -> bool {
        self.is_clean
    }

    /// From here on references of this kind lead to this thing.
    pub(crate) const fn refer_to(&mut self, known: Subject) {
        self.known = Some(known);
    }

    /// The id in a reference to a thing of a kind.
    pub(crate) fn reference(&mut self, kind: &str) -> Uuid {
        match self.known {
            Some(known) if known.kind == kind => known.id,
            _ if self.is_clean => self.fresh_id::<()>().uuid(),
            _ => self.uuid(),
        }
    }

    /// An id that this tape has not given yet. Ids below 4096 are reserved for the drafts that break rules.
    pub(crate) fn fresh_id<T>(&mut self) -> Id<T> {
        self.ids = self.ids.saturating_add(1);
        Id::from_u128(self.ids.saturating_add(0xfff))
    }

    /// The id of a thing with which a clean draft is made to break a rule: `n` from 1 to 4095, which no clean
    /// draft uses.
    #[expect(clippy::unused_self, reason = "a tape gives ids, this one and fresh ones")]
    pub(crate) const fn spare_id<T>(&self, n: u128) -> Id<T> {
        Id::from_u128(n)
    }

    /// Any text: words, and what JSON has to escape; blank and empty text, too.
    pub(crate) fn text(&mut self) -> String {
        match self.below(8) {
            5 => String::new(),
            6 => String::from(" \t\n"),
            7 => self
                .list(12, |tape| {
                    *tape.pick(&['a', '"', '\\', '\u{1}', '\u{7f}', 'ø', '\u{2028}', '\u{1F600}'])
                })
                .into_iter()
                .collect(),
            _ => self.words(),
        }
    }

    /// Text that is not blank.
    pub(crate) fn words(&mut self) -> String {
        const WORDS: [&str; 9] =
            ["mål", "tilbud", "Ærø", "øvelse", "støtte", "\"citat\"", "80 %", "a/b~c", "\u{1F600}"];
        let mut words = self.list_of(1, 4, |tape| *tape.pick(&WORDS)).join(" ");
        if let Some(n) = &mut self.numbered {
            *n = n.saturating_add(1);
            words = alloc::format!("{words} ({n})");
        }
        words
    }

    /// From here on no text is the same as one before, so that what breaks one rule breaks none about equal texts.
    pub(crate) const fn number_texts(&mut self) {
        self.numbered = Some(0);
    }

    /// Text that is not blank.
    pub(crate) fn said(&mut self) -> Text {
        Text::from(self.words())
    }

    /// Missing or blank text.
    pub(crate) fn unsaid(&mut self) -> Option<Text> {
        self.flag().then(|| Text::from(" "))
    }
}

/// What a tape is turned into; `None` if the tape does not fit.
type Make<T> = Arc<dyn Fn(&mut Tape<'_>) -> Option<T>>;

/// A strategy over tapes. It shrinks to a small, readable draft.
pub(crate) struct Drafts<T> {
    make: Make<T>,
}

/// The strategy for what a function makes from a tape.
pub(crate) fn from_tape<T>(make: impl Fn(&mut Tape<'_>) -> Option<T> + 'static) -> Drafts<T> {
    Drafts { make: Arc::new(make) }
}

impl<T> Clone for Drafts<T> {
    fn clone(&self) -> Self {
        Self { make: Arc::clone(&self.make) }
    }
}

impl<T> fmt::Debug for Drafts<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Drafts")
    }
}

/// How many tapes are tried before a strategy gives up.
const ATTEMPTS: usize = 64;

impl<T: fmt::Debug> Strategy for Drafts<T> {
    type Tree = Shrink<T>;
    type Value = T;

    fn new_tree(&self, runner: &mut TestRunner) -> NewTree<Self> {
        for _ in 0..ATTEMPTS {
            let number = |_| proptest::num::u64::ANY.new_tree(runner).map(|tree| tree.current());
            let numbers = (0..LENGTH).map(number).collect::<Result<Vec<u64>, _>>()?;
            let mut tape = Tape::new(&numbers);
            if (self.make)(&mut tape).is_some() {
                let used = tape.used;
                let mut best = numbers;
                best.truncate(used);
                let size = best.len().next_power_of_two();
                let search = Search { tried: best.clone(), best, size, ..Search::default() };
                return Ok(Shrink { make: Arc::clone(&self.make), search });
            }
        }
        Err(Reason::from("no tape made a draft"))
    }
}

/// A draft on its way to a smaller one.
pub(crate) struct Shrink<T> {
    make: Make<T>,
    search: Search,
}

impl<T> fmt::Debug for Shrink<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Shrink")
    }
}

impl<T: fmt::Debug> ValueTree for Shrink<T> {
    type Value = T;

    #[expect(clippy::panic, reason = "`settle` only stops at tapes that make a draft")]
    fn current(&self) -> T {
        match (self.make)(&mut Tape::new(&self.search.tried)) {
            Some(draft) => draft,
            None => panic!("the tape made a draft before"),
        }
    }

    fn simplify(&mut self) -> bool {
        self.search.accept();
        self.settle()
    }

    fn complicate(&mut self) -> bool {
        self.search.reject();
        self.settle()
    }
}

impl<T> Shrink<T> {
    /// Proposes tapes until one makes a draft.
    fn settle(&mut self) -> bool {
        while self.search.propose() {
            if (self.make)(&mut Tape::new(&self.search.tried)).is_some() {
                return true;
            }
            self.search.reject();
        }
        self.search.tried.clone_from(&self.search.best);
        false
    }
}

/// Deletes runs of numbers, then sets runs to zero, each from long to short; then lowers single numbers.
#[derive(Debug, Default)]
struct Search {
    best: Vec<u64>,
    tried: Vec<u64>,
    pass: Pass,
    size: usize,
    at: usize,
    /// While a number is lowered: no number below this one fails, as far as is known.
    low: u64,
    progress: bool,
}

#[derive(Debug, Default, Clone, Copy, PartialEq)]
enum Pass {
    #[default]
    Delete,
    Zero,
    Lower,
}

impl Search {
    /// The draft that was tried still fails.
    fn accept(&mut self) {
        self.progress |= self.tried != self.best;
        self.best.clone_from(&self.tried);
    }

    /// The draft that was tried does not fail.
    fn reject(&mut self) {
        match self.pass {
            Pass::Lower => self.low = self.tried.get(self.at).map_or(0, |tried| tried.saturating_add(1)),
            Pass::Delete | Pass::Zero => self.at = self.at.saturating_add(self.size),
        }
        self.tried.clone_from(&self.best);
    }

    /// Sets the next tape to try. Returns `false` if nothing is left.
    fn propose(&mut self) -> bool {
        while !self.best.is_empty() {
            if self.at >= self.best.len() {
                if !self.next_pass() {
                    return false;
                }
                continue;
            }
            let end = self.at.saturating_add(self.size).min(self.best.len());
            let run = self.at..end;
            match self.pass {
                Pass::Delete => drop(self.tried.drain(run)),
                Pass::Zero => {
                    let numbers = self.tried.get_mut(run).unwrap_or_default();
                    if numbers.iter().all(|number| *number == 0) {
                        self.at = end;
                        continue;
                    }
                    numbers.fill(0);
                }
                Pass::Lower => {
                    let Some(number) = self.tried.get_mut(self.at) else { return false };
                    let above = number.saturating_sub(self.low);
                    // The highest bits decide; trying the others is not worth the runs.
                    if above <= 1 << 56 {
                        (self.at, self.low) = (self.at.saturating_add(1), 0);
                        continue;
                    }
                    *number = self.low.saturating_add(above / 2);
                }
            }
            return true;
        }
        false
    }

    /// Goes on to shorter runs, or to the next pass. Returns `false` after the last one.
    fn next_pass(&mut self) -> bool {
        (self.at, self.low) = (0, 0);
        match self.pass {
            Pass::Delete | Pass::Zero if self.size > LONGEST => self.size /= 2,
            Pass::Delete | Pass::Zero if self.size > 1 => self.size = self.size.saturating_sub(1),
            Pass::Delete => (self.pass, self.size) = (Pass::Zero, LONGEST),
            Pass::Zero => self.pass = Pass::Lower,
            Pass::Lower if self.progress => {
                (self.pass, self.size, self.progress) = (Pass::Delete, LONGEST, false);
            }
            Pass::Lower => return false,
        }
        true
    }
}
