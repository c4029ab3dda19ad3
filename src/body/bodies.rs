//! The bodies of a document, looked up by id or by name.

use uuid::Uuid;

use super::Body;
use crate::id::Id;
use crate::sorted::{self, of, with_both};
use crate::text::{Folded, Text};

/// The bodies of a document, with the order in which they are looked up.
pub(crate) struct Bodies<'b> {
    all: &'b [Body],
    ids: &'b [(Uuid, usize)],
    names: &'b [(Folded<'b>, usize)],
}

/// Calls `then` with the bodies of a document.
pub(crate) fn with_bodies(all: &[Body], then: impl FnOnce(&Bodies<'_>)) {
    let ids = all.iter().enumerate().map(|(n, body)| (body.id.uuid(), n));
    let names = all.iter().enumerate().filter_map(|(n, body)| Some((Folded::stated(body.name.as_ref())?, n)));
    with_both(&ids, &names, |ids, names| then(&Bodies { all, ids, names }));
}

/// Calls `each` with every body that has the kind and the name of an earlier one and another id, with its position, and with
/// that of the earlier one.
pub(crate) fn each_namesake(bodies: &[Body], each: impl FnMut(&Body, usize, usize)) {
    sorted::each_repeat_with_other_id(
        bodies,
        |body| Some((Some(body.kind), Folded::stated(body.name.as_ref())?)),
        |body| body.id,
        each,
    );
}

impl Bodies<'_> {
    /// The body with the id; without an id, the only one with the name.
    pub(crate) fn meant(&self, id: Option<Id<Body>>, name: Option<&Text>) -> Option<&Body> {
        let n = if let Some(id) = id {
            of(self.ids, id.uuid()).first()?.1
        } else {
            let [(_, n)] = self.called(name) else { return None };
            *n
        };
        self.all.get(n)
    }

    /// Returns `true` if the name is not that of the body with the id, but of another one.
    pub(crate) fn names_another(&self, id: Option<Id<Body>>, name: Option<&Text>) -> bool {
        let Some(id) = id else { return false };
        let called_so = self.called(name);
        let has_id = |n: usize| self.all.get(n).is_some_and(|body| body.id == id);
        !called_so.is_empty() && !called_so.iter().any(|(_, n)| has_id(*n))
    }

    fn called<'a>(&'a self, name: Option<&'a Text>) -> &'a [(Folded<'a>, usize)] {
        Folded::stated(name).map(|name| of(self.names, name)).unwrap_or_default()
    }
}
