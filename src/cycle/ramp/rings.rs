//! Finds the rings in which cycles follow each other.

use uuid::Uuid;

use super::links::Node;

/// Cycles of which each leads to each other one. They are given by their position in the index.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ring {
    /// How many they are.
    pub(crate) cycles: usize,
    /// The one with the lowest id.
    pub(crate) first: usize,
    /// The one on top of the stack, from which all can be told.
    top: usize,
}

impl Ring {
    /// The cycles, in no order.
    pub(crate) fn members(self, index: &[(Uuid, Node)]) -> impl Iterator<Item = usize> {
        let below = |entry: &usize| index.get(*entry).and_then(|(_, node)| node.search.below);
        core::iter::successors(Some(self.top), below).take(self.cycles)
    }
}

/// What the search knows of a cycle.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) struct Mark {
    /// When the search reached it, counted from 1; 0 if it has not.
    reached: usize,
    /// The earliest cycle of the stack that it is known to lead to, by when that was reached.
    leads_to: usize,
    /// The cycle from which it was reached.
    from: Option<usize>,
    /// The cycle below it on the stack.
    below: Option<usize>,
    is_on_stack: bool,
    is_next_followed: bool,
}

/// Calls `each` with every ring. Each cycle is in one ring at most.
pub(crate) fn each_ring(index: &mut [(Uuid, Node)], mut each: impl FnMut(&[(Uuid, Node)], Ring)) {
    each_component(index, |index, ring| {
        if ring.cycles > 1 {
            each(index, ring);
        }
    });
}

/// Calls `each` with every ring, and with every cycle that is in none as a ring of one. Each comes before those that
/// lead to it.
///
/// This is Tarjan's search for strongly connected components, in time linear in the number of links. Its two
/// stacks are lists within the index, so that it needs neither recursion nor the heap.
pub(super) fn each_component(index: &mut [(Uuid, Node)], mut each: impl FnMut(&[(Uuid, Node)], Ring)) {
    let mut search = Search { index, clock: 0, top: None };
    for start in 0..search.index.len() {
        let mut here = search.enter(start, None);
        while let Some(at) = here {
            here = search.step(at, &mut each);
        }
    }
}

struct Search<'i> {
    index: &'i mut [(Uuid, Node)],
    clock: usize,
    top: Option<usize>,
}

impl Search<'_> {
    fn node(&self, entry: usize) -> Option<&Node> {
        self.index.get(entry).map(|(_, node)| node)
    }

    fn mark(&mut self, entry: usize) -> Option<&mut Mark> {
        self.index.get_mut(entry).map(|(_, node)| &mut node.search)
    }

    /// Reaches a cycle and puts it on the stack. Returns `None` if it was reached before.
    fn enter(&mut self, entry: usize, from: Option<usize>) -> Option<usize> {
        let (now, below) = (self.clock.saturating_add(1), self.top);
        let mark = self.mark(entry).filter(|mark| mark.reached == 0)?;
        *mark = Mark { reached: now, leads_to: now, from, below, is_on_stack: true, is_next_followed: false };
        (self.clock, self.top) = (now, Some(entry));
        Some(entry)
    }

    /// Follows one more link of `at`, or goes back if there is none. Returns where the search goes on.
    fn step(&mut self, at: usize, each: &mut impl FnMut(&[(Uuid, Node)], Ring)) -> Option<usize> {
        if let Some(to) = self.take_link(at) {
            if let Some(entered) = self.enter(to, Some(at)) {
                return Some(entered);
            }
            if let Some(to) = self.mark(to).filter(|to| to.is_on_stack).map(|to| to.reached) {
                self.note_that_leads_to(at, to);
            }
            return Some(at);
        }
        let mark = *self.mark(at)?;
        if mark.leads_to == mark.reached {
            self.take_off(at, each);
        }
        let from = mark.from?;
        self.note_that_leads_to(from, mark.leads_to);
        Some(from)
    }

    /// Takes a link that was not followed yet: to the next cycle, or to one that names this as its previous.
    fn take_link(&mut self, at: usize) -> Option<usize> {
        let mark = self.mark(at)?;
        let is_next_followed = core::mem::replace(&mut mark.is_next_followed, true);
        if let Some(next) = self.node(at)?.next.filter(|_| !is_next_followed) {
            return Some(next);
        }
        let after = self.node(at)?.first_after?;
        let beside = self.node(after)?.beside;
        self.index.get_mut(at)?.1.first_after = beside;
        Some(after)
    }

    fn note_that_leads_to(&mut self, at: usize, reached: usize) {
        if let Some(mark) = self.mark(at) {
            mark.leads_to = mark.leads_to.min(reached);
        }
    }

    /// Takes `root` and all above it off the stack: they lead to each other, and to nothing below.
    fn take_off(&mut self, root: usize, each: &mut impl FnMut(&[(Uuid, Node)], Ring)) {
        let top = self.top;
        let (mut cycles, mut first) = (0_usize, root);
        while let Some(entry) = self.top.filter(|_| self.mark(root).is_some_and(|root| root.is_on_stack)) {
            let Some(mark) = self.mark(entry) else { break };
            mark.is_on_stack = false;
            self.top = mark.below;
            cycles = cycles.saturating_add(1);
            first = first.min(entry);
        }
        if let Some(top) = top {
            each(self.index, Ring { cycles, first, top });
        }
    }
}
