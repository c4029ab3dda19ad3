//! The walk over a draft: it runs the rules, or collects the ids.

use super::part::Part;
use super::shape::Shape;
use crate::id::{Id, Identified, Subject};
use crate::report::Path;
use crate::rule::Ruled;
use crate::rule::check::Run;
use crate::text::Bilingual;

/// One walk over a draft.
pub(crate) enum Walk<'w, 'r> {
    /// Runs the rules of every record.
    Rules(&'w mut Run<'r>),
    /// Calls the function with every id.
    Ids(&'w mut EachId<'w>),
}

/// What a walk over ids calls, with the place of the record or of the reference.
pub(crate) type EachId<'e> = dyn FnMut(Mention, Named, &Path<'_>) + 'e;

/// An id, and what people call the thing that it is the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) subject: Subject,
    pub(crate) label: Bilingual,
}

/// How an id stands in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Mention {
    /// A record has this id.
    Defines,
    /// The record brings in a thing that has no record of its own, as the first participation in a body does.
    Introduces,
    /// Another record refers to it.
    Refers,
}

impl Walk<'_, '_> {
    /// Visits a record, before its fields.
    pub(crate) fn record<T: Ruled>(&mut self, record: &T, at: &Path<'_>) {
        match self {
            Self::Rules(run) => {
                if let Some(subject) = record.subject() {
                    run.mentions(Mention::Defines, subject);
                }
                for rule in T::RULES {
                    run.rule(rule, record, at);
                }
            }
            Self::Ids(each) => {
                if let (Some(subject), Shape::Record(table)) = (record.subject(), T::SHAPE) {
                    each(Mention::Defines, Named { subject, label: table.label }, at);
                }
            }
        }
    }

    /// Visits an id in a field.
    pub(crate) fn mention<T: Identified>(&mut self, mention: Mention, id: Id<T>, at: &Path<'_>) {
        match self {
            Self::Rules(run) => run.mentions(mention, id.subject()),
            Self::Ids(each) => each(mention, Named { subject: id.subject(), label: T::LABEL }, at),
        }
    }
}

/// A draft of which the ids can be collected, whatever its type.
pub(crate) trait HasIds {
    /// Calls `each` with every id, in the order of the document.
    fn each_id(&self, at: &Path<'_>, each: &mut EachId<'_>);
}

impl<T: Part> HasIds for T {
    fn each_id(&self, at: &Path<'_>, each: &mut EachId<'_>) {
        self.walk(at, &mut Walk::Ids(each));
    }
}
