//! Finds the rings in which cycles follow each other.

use alloc::vec::Vec;

use super::links::{Links, Nth, get, get_mut};
use crate::sorted::with_room;

/// Cycles that each lead to every other one.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ring<'m> {
    /// How many there are.
    pub(crate) cycles: usize,
    /// The one on top of the stack, from which all others are found.
    top: Nth,
    marks: &'m [Mark],
}

impl Ring<'_> {
    /// The cycles, in no order.
    pub(crate) fn members(&self) -> impl Iterator<Item = Nth> {
        let below = |nth: &Nth| get(self.marks, *nth).and_then(|mark| mark.below);
        core::iter::successors(Some(self.top), below).take(self.cycles)
    }
}

/// What the search knows of a cycle.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Mark {
    /// When the search reached it, counted from 1; 0 if it has not.
    reached: u32,
    /// The earliest cycle of the stack that it is known to lead to, by when that was reached.
    leads_to: u32,
    /// The cycle from which it was reached.
    from: Option<Nth>,
    /// The cycle below it on the stack.
    below: Option<Nth>,
    /// The next one to follow of the cycles that name this one as their previous.
    naming: Option<Nth>,
    is_on_stack: bool,
    is_next_followed: bool,
}

/// Calls `each` with every ring. Each cycle is in one ring at most.
pub(crate) fn each_ring(links: Links<'_>, mut each: impl FnMut(Ring<'_>)) {
    with_room(links.nodes.len(), |marks| {
        let mut search = Search::new(links, marks);
        for (start, _) in links.each() {
            search.each_component(start, |ring| {
                if ring.cycles > 1 {
                    each(ring);
                }
            });
        }
    });
}

/// Which ring each cycle is in.
pub(crate) struct Rings(Vec<u32>);

impl Rings {
    pub(crate) fn find(links: Links<'_>) -> Self {
        let mut of = alloc::vec![0_u32; links.nodes.len()];
        let mut ring_number = 0_u32;
        each_ring(links, |ring| {
            ring_number = ring_number.saturating_add(1);
            for member in ring.members() {
                if let Some(ring) = get_mut(&mut of, member) {
                    *ring = ring_number;
                }
            }
        });
        Self(of)
    }

    /// Returns `true` if both cycles are in one ring.
    pub(crate) fn is_one_ring(&self, one: Nth, other: Nth) -> bool {
        get(&self.0, one).is_some_and(|ring| *ring != 0 && get(&self.0, other) == Some(ring))
    }
}

/// Tarjan's search for strongly connected components, in time linear in the number of links. Its two stacks are lists
/// within the marks, so that it needs neither recursion nor the heap.
pub(super) struct Search<'l> {
    links: Links<'l>,
    marks: &'l mut [Mark],
    clock: u32,
    top: Option<Nth>,
}

impl<'l> Search<'l> {
    /// A search that has reached nothing yet. There is a mark for each cycle.
    pub(super) const fn new(links: Links<'l>, marks: &'l mut [Mark]) -> Self {
        Self { links, marks, clock: 0, top: None }
    }

    /// Calls `each` with every ring that `start` leads to, and with every cycle that is in none as a ring of one, unless
    /// they were found before. Each comes before those that lead to it.
    pub(super) fn each_component(&mut self, start: Nth, mut each: impl FnMut(Ring<'_>)) {
        let mut here = self.enter(start, None);
        while let Some(at) = here {
            here = self.step(at, &mut each);
        }
    }

    fn mark(&mut self, nth: Nth) -> Option<&mut Mark> {
        get_mut(self.marks, nth)
    }

    /// Reaches a cycle and puts it on the stack. Returns `None` if it was reached before.
    fn enter(&mut self, nth: Nth, from: Option<Nth>) -> Option<Nth> {
        let (now, below) = (self.clock.saturating_add(1), self.top);
        let naming = self.links.get(nth)?.first_after;
        let mark = self.mark(nth).filter(|mark| mark.reached == 0)?;
        let (is_on_stack, is_next_followed) = (true, false);
        *mark = Mark { reached: now, leads_to: now, from, below, naming, is_on_stack, is_next_followed };
        (self.clock, self.top) = (now, Some(nth));
        Some(nth)
    }

    /// Follows one more link of `at`, or goes back if there is none. Returns where the search goes on.
    fn step(&mut self, at: Nth, each: &mut impl FnMut(Ring<'_>)) -> Option<Nth> {
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
    fn take_link(&mut self, at: Nth) -> Option<Nth> {
        let links = self.links;
        let mark = self.mark(at)?;
        let is_next_followed = core::mem::replace(&mut mark.is_next_followed, true);
        if let Some(next) = links.get(at)?.next.filter(|_| !is_next_followed) {
            return Some(next);
        }
        let naming = mark.naming?;
        mark.naming = links.beside(naming);
        Some(naming)
    }

    fn note_that_leads_to(&mut self, at: Nth, reached: u32) {
        if let Some(mark) = self.mark(at) {
            mark.leads_to = mark.leads_to.min(reached);
        }
    }

    /// Takes `root` and all above it off the stack: they lead to each other, and to nothing below.
    fn take_off(&mut self, root: Nth, each: &mut impl FnMut(Ring<'_>)) {
        let Some(top) = self.top else { return };
        let mut cycles = 0_usize;
        while let Some(nth) = self.top.filter(|_| self.mark(root).is_some_and(|root| root.is_on_stack)) {
            let Some(mark) = self.mark(nth) else { break };
            mark.is_on_stack = false;
            self.top = mark.below;
            cycles = cycles.saturating_add(1);
        }
        each(Ring { cycles, top, marks: self.marks });
    }
}
