//! The links between the cycles of a list.

use alloc::vec::Vec;
use core::iter::successors;
use core::num::NonZero;

use uuid::Uuid;

use crate::cycle::PdsaCycle;
use crate::id::Id;
use crate::sorted::{ById, index, sort_by_key, with_room};

/// The number of a cycle in its list, counted from 1. `None` takes no extra space.
pub(crate) type Nth = NonZero<u32>;

/// A cycle and its links.
///
/// A link to itself (PDS009) or to a cycle that the list does not have (IMP006) does not count here.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Node {
    /// The cycle that this one names as its next.
    pub(crate) next: Option<Nth>,
    /// The cycle that this one names as its previous.
    pub(crate) previous: Option<Nth>,
    /// The first cycle, by id, that names this one as its next.
    pub(crate) first_before: Option<Nth>,
    /// The first cycle, by id, that names this one as its previous.
    pub(crate) first_after: Option<Nth>,
    /// The following cycle, by id, that names the same previous one as this cycle.
    beside: Option<Nth>,
    /// Whether it has a link to a cycle that the list does not have.
    pub(super) leads_away: bool,
}

impl Node {
    /// Whether it comes right after another cycle, whoever says it.
    pub(crate) const fn follows(&self) -> bool {
        self.previous.is_some() || self.first_before.is_some()
    }
}

/// The links between the cycles of a list, in the order of the list: in most documents linked cycles are near each
/// other, and what is near is read fast.
#[derive(Clone, Copy, Default)]
pub(crate) struct Links<'l> {
    pub(crate) nodes: &'l [Node],
    by_id: Option<&'l ById<'l>>,
}

/// A cycle, or what is kept of one.
pub(crate) trait Linked {
    /// Its id.
    fn id(&self) -> Id<PdsaCycle>;
    /// The cycle that it names as its previous, and the one that it names as its next.
    fn named(&self) -> [Option<Id<PdsaCycle>>; 2];
}

impl Linked for PdsaCycle {
    fn id(&self) -> Id<Self> {
        self.id
    }

    fn named(&self) -> [Option<Id<Self>>; 2] {
        [self.previous, self.next]
    }
}

impl<C: Linked> Linked for &C {
    fn id(&self) -> Id<PdsaCycle> {
        (**self).id()
    }

    fn named(&self) -> [Option<Id<PdsaCycle>>; 2] {
        (**self).named()
    }
}

/// A record that holds cycles, which can form ramps.
pub(crate) trait HoldsCycles {
    /// The cycles, in the order of the document.
    fn cycles(&self) -> &[PdsaCycle];
}

/// Whether a cycle of the list names another one.
pub(crate) fn any_is_linked(cycles: &[PdsaCycle]) -> bool {
    cycles.iter().any(|cycle| cycle.next.is_some() || cycle.previous.is_some())
}

/// Finds the links between cycles and calls `then` with them.
pub(crate) fn link<C: Linked, R>(cycles: &[C], then: impl FnOnce(Links<'_>) -> R) -> R {
    ById::of(cycles.iter().map(|cycle| cycle.id().uuid()), |by_id| {
        with_room(cycles.len(), |nodes: &mut [Node]| {
            find_named(nodes, cycles, by_id);
            find_naming(nodes, by_id);
            then(Links { nodes, by_id: Some(by_id) })
        })
    })
}

/// Enters for each cycle those that it names.
fn find_named<C: Linked>(nodes: &mut [Node], cycles: &[C], by_id: &ById<'_>) {
    /// In a long list, reading the cycles takes longest. The processor reads many at a time if it does nothing else
    /// meanwhile.
    const AT_ONCE: usize = 64;
    for (nodes, cycles) in nodes.chunks_mut(AT_ONCE).zip(cycles.chunks(AT_ONCE)) {
        let mut named = [[None; 2]; AT_ONCE];
        for (named, cycle) in named.iter_mut().zip(cycles) {
            *named = cycle.named().map(|id| id.filter(|id| *id != cycle.id()));
        }
        for (node, named) in nodes.iter_mut().zip(named) {
            let found = named.map(|id| nth(by_id.first(id?.uuid())?));
            node.leads_away = named.iter().flatten().count() > found.iter().flatten().count();
            [node.previous, node.next] = found;
        }
    }
}

/// Enters for each cycle those that name it. In most lists linked cycles are near each other, so the list is read in
/// its own order.
fn find_naming(nodes: &mut [Node], by_id: &ById<'_>) {
    let mut named_by_several = Vec::new();
    for this in (0..nodes.len()).filter_map(|n| nth(u32::try_from(n).ok()?)) {
        let Some(Node { next, previous, .. }) = get(nodes, this).copied() else { continue };
        if let Some(next) = next.and_then(|next| get_mut(nodes, next))
            && next.first_before.is_none_or(|first| key(by_id, this) < key(by_id, first))
        {
            next.first_before = Some(this);
        }
        let Some(previous) = previous else { continue };
        let beside = get_mut(nodes, previous).and_then(|node| node.first_after.replace(this));
        let Some(beside) = beside else { continue };
        if get(nodes, beside).is_some_and(|one| one.beside.is_none()) {
            named_by_several.push(previous);
        }
        if let Some(node) = get_mut(nodes, this) {
            node.beside = Some(beside);
        }
    }
    for named in named_by_several {
        sort_naming(nodes, named, by_id);
    }
}

/// Puts the cycles that name this one as their previous in the order of their ids.
fn sort_naming(nodes: &mut [Node], named: Nth, by_id: &ById<'_>) {
    let first = get(nodes, named).and_then(|node| node.first_after);
    let mut naming: Vec<Nth> = successors(first, |nth| get(nodes, *nth)?.beside).collect();
    sort_by_key(&mut naming, |nth| key(by_id, *nth));
    let mut beside = None;
    for nth in naming.into_iter().rev() {
        if let Some(node) = get_mut(nodes, nth) {
            node.beside = beside.replace(nth);
        }
    }
    if let Some(node) = get_mut(nodes, named) {
        node.first_after = beside;
    }
}

fn key(by_id: &ById<'_>, nth: Nth) -> (Option<Uuid>, Nth) {
    (by_id.id(nth.get().saturating_sub(1)), nth)
}

impl<'l> Links<'l> {
    /// A cycle with its links. Returns `None` if no cycle of the list has any.
    pub(crate) fn get(self, nth: Nth) -> Option<&'l Node> {
        get(self.nodes, nth)
    }

    /// Each cycle with its number.
    pub(crate) fn each(self) -> impl Iterator<Item = (Nth, &'l Node)> + Clone {
        (0..).map_while(nth).zip(self.nodes)
    }

    /// Each cycle, second in the pair, with those that come before it: the one that it names as its previous, and the
    /// first that names it as its next, if that is another one.
    pub(crate) fn pairs(self) -> impl Iterator<Item = (Nth, Nth)> + use<'l> {
        self.each().flat_map(|(nth, node)| {
            let naming = node.first_before.filter(|naming| Some(*naming) != node.previous);
            [node.previous, naming].into_iter().flatten().map(move |before| (before, nth))
        })
    }

    /// The number of the cycle whose id is `id`: the first of several.
    pub(crate) fn find(self, id: Id<PdsaCycle>) -> Option<Nth> {
        nth(self.by_id?.first(id.uuid())?)
    }

    /// The cycle whose id is `id`: the first of several.
    pub(crate) fn first(self, id: Id<PdsaCycle>) -> Option<&'l Node> {
        self.get(self.find(id)?)
    }

    /// The cycles that name this one as their previous, by id.
    pub(super) fn naming(self, node: &Node) -> impl Iterator<Item = Nth> {
        successors(node.first_after, move |after| self.beside(*after))
    }

    /// The following cycle, by id, that names the same previous one.
    pub(super) fn beside(self, nth: Nth) -> Option<Nth> {
        self.get(nth)?.beside
    }

    /// The cycle that comes right after one, whoever says it, if it is the only one.
    pub(crate) fn only_after(self, node: &Node) -> Option<Nth> {
        let one = node.next.or(node.first_after)?;
        let is_only = node.first_after.is_none_or(|after| after == one && self.beside(after).is_none());
        is_only.then_some(one)
    }

    /// Calls `each` with the cycles that come right after one, whoever says it, each once and by id.
    pub(super) fn each_after(self, node: &Node, mut each: impl FnMut(Nth)) {
        let mut next = node.next;
        for after in self.naming(node) {
            let is_before = |next: &mut Nth| *next == after || self.key(*next) < self.key(after);
            next.take_if(is_before).filter(|next| *next != after).into_iter().for_each(&mut each);
            each(after);
        }
        next.into_iter().for_each(each);
    }

    /// What cycles are sorted by: the id and, if two have the same (DOC001), the place in the list.
    pub(crate) fn key(self, nth: Nth) -> (Option<Uuid>, Nth) {
        (self.id(nth).map(Id::uuid), nth)
    }

    /// The id of a cycle.
    pub(crate) fn id(self, nth: Nth) -> Option<Id<PdsaCycle>> {
        self.by_id?.id(nth.get().saturating_sub(1)).map(Id::new)
    }
}

/// The number of the cycle at a position.
fn nth(position: u32) -> Option<Nth> {
    Nth::new(position.checked_add(1)?)
}

/// The number, as a message says it.
pub(crate) fn number(nth: Nth) -> u64 {
    nth.get().into()
}

/// The position of the cycle with a number.
pub(crate) fn position(nth: Nth) -> usize {
    index(nth.get().saturating_sub(1))
}

pub(crate) fn get<T>(all: &[T], nth: Nth) -> Option<&T> {
    all.get(position(nth))
}

pub(super) fn get_mut<T>(all: &mut [T], nth: Nth) -> Option<&mut T> {
    all.get_mut(position(nth))
}
