//! The same thing in several documents: one entry, as the statement that counts has it.

use alloc::vec::Vec;

use chrono::NaiveDate;
use uuid::Uuid;

use super::item::{AgendaItem, DutyKind, DutyState};
use crate::date::{DutyStatus, Lapse, PartialDate, Period};
use crate::sorted::sort_by;

/// What is to be done, whatever the document that states it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Thing {
    /// The kind and id of the thing, or of what it is listed in.
    pub(super) kind: &'static str,
    pub(super) of: Uuid,
    pub(super) duty: DutyKind,
    /// What tells it from the others there, if it has no id of its own: its words, day or position as a number, and
    /// how many like it are listed before it.
    pub(super) which: Option<(u64, usize)>,
}

/// One item for each thing, at the place where it was added first.
pub(super) fn things(items: &[AgendaItem], as_of: NaiveDate) -> Vec<&AgendaItem> {
    let mut all: Vec<_> = items.iter().enumerate().collect();
    sort_by(&mut all, |(n, one), (m, other)| (one.thing, n).cmp(&(other.thing, m)));
    let mut chosen = Vec::with_capacity(all.len());
    for of_one in all.chunk_by(|(_, one), (_, other)| one.thing == other.thing) {
        match of_one {
            [one] => chosen.push(*one),
            several => each_occasion(several, |occasion| chosen.extend(choose(occasion, as_of))),
        }
    }
    sort_by(&mut chosen, |(n, _), (m, _)| n.cmp(m));
    chosen.into_iter().map(|(_, item)| item).collect()
}

/// Meetings and measurings under one id are several if agreements that follow each other state other days for them.
/// What another document says without a day is about the last one.
fn each_occasion<'i>(same: &[(usize, &'i AgendaItem)], mut with: impl FnMut(&[(usize, &'i AgendaItem)])) {
    let day = |item: &AgendaItem| item.days.map(|days| days.end);
    let can_be_several =
        same.iter().all(|(_, one)| matches!(one.duty, DutyKind::FollowUp | DutyKind::Measuring));
    if !(can_be_several && are_followed_by_another_day(same, day)) {
        return with(same);
    }
    let last = same.iter().filter_map(|(_, one)| day(one)).max();
    let occasion = |item: &AgendaItem| match item.speaks {
        Some(_) => day(item),
        None => day(item).or(last),
    };
    let mut same = same.to_vec();
    sort_by(&mut same, |(n, one), (m, other)| (occasion(one), n).cmp(&(occasion(other), m)));
    same.chunk_by(|(_, one), (_, other)| occasion(one) == occasion(other)).for_each(with);
}

/// Whether an agreement has another day than one that it follows.
fn are_followed_by_another_day(
    same: &[(usize, &AgendaItem)],
    day: impl Fn(&AgendaItem) -> Option<NaiveDate>,
) -> bool {
    let said = || same.iter().filter_map(|(_, item)| Some((item.speaks?, day(item))));
    let first = said().min_by_key(|(speaks, _)| speaks.end);
    let last = said().max_by_key(|(speaks, _)| speaks.start);
    let Some((first, last)) = first.zip(last) else { return false };
    // If any two do, so does one of them with the one that ends first or begins last.
    let is_another = |(one, a): (Period, _), (other, b): (Period, _)| one.end < other.start && a != b;
    said().any(|one| is_another(first, one) || is_another(one, last))
}

/// What counts of several statements about one thing, with the position of the first of them.
fn choose<'i>(same: &[(usize, &'i AgendaItem)], as_of: NaiveDate) -> Option<(usize, &'i AgendaItem)> {
    let first = same.iter().map(|(n, _)| *n).min()?;
    let items = || same.iter().map(|(_, item)| *item);
    // A figure that one community has dropped can be that of another one, which the service has joined.
    let is_elsewhere = |dropped: &AgendaItem| {
        let mut others =
            items().filter(|item| item.draft.kind == dropped.draft.kind && rank(item) == Rank::Open);
        dropped.duty == DutyKind::Measuring && others.any(|item| item.draft != dropped.draft)
    };
    let counts = |item: &&AgendaItem| !(rank(item) == Rank::Dropped && is_elsewhere(item));
    let best = items().filter(counts).map(rank).min()?;
    let mut best: Vec<_> = items().filter(|item| rank(item) == best).collect();
    if best.iter().all(|item| rank(item) == Rank::Open) {
        let from = |item: &AgendaItem| item.speaks.map(|days| days.start);
        let has_begun = |item: &AgendaItem| from(item).is_none_or(|from| from <= as_of);
        if best.iter().any(|item| has_begun(item)) {
            best.retain(|item| has_begun(item));
        }
        let latest = best.iter().filter_map(|item| from(item)).max();
        best.retain(|item| from(item).is_none() || from(item) == latest);
    }
    let item = best.into_iter().min_by(|one, other| {
        let (one, other) = (*one, *other);
        done_on(one).cmp(&done_on(other)).then_with(|| one.order().cmp(&other.order()))
    })?;
    Some((first, item))
}

/// What is said of a thing that another document sees otherwise: the first of these counts.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    Done,
    Dropped,
    Open,
    LeftOpen,
    Ended,
    CarriedOn,
}

fn rank(item: &AgendaItem) -> Rank {
    match (item.state(), item.status) {
        (DutyState::Done, _) => Rank::Done,
        (DutyState::LeftOpen, _) => Rank::LeftOpen,
        (_, Some(DutyStatus::Lapsed { because: Lapse::Stopped })) => Rank::Dropped,
        (_, Some(DutyStatus::Lapsed { because: Lapse::Ended })) => Rank::Ended,
        (_, Some(DutyStatus::Lapsed { because: Lapse::CarriedOn })) => Rank::CarriedOn,
        _ => Rank::Open,
    }
}

/// When it was done; a statement without a day comes last.
fn done_on(item: &AgendaItem) -> (bool, Option<PartialDate>) {
    match item.status {
        Some(DutyStatus::Done { on }) => (on.is_none(), on),
        _ => (true, None),
    }
}
