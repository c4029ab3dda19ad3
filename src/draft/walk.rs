//! The walk over a draft: it runs the rules, or collects the ids or the records.

#[cfg(feature = "page")]
use core::any::Any;

use super::part::Part;
use crate::id::Subject;
use crate::report::Path;
use crate::rule::Ruled;
use crate::rule::check::Run;

/// One walk over a draft.
pub(crate) enum Walk<'w, 'r> {
    /// Runs the rules of every record.
    Rules(&'w mut Run<'r>),
    /// Calls the function with every id.
    Ids(&'w mut EachId<'w>),
    /// Calls the function with every record.
    #[cfg(feature = "page")]
    Records(&'w mut EachRecord<'w>),
}

/// What a walk over ids calls, with the place of the record or of the reference.
pub(crate) type EachId<'e> = dyn FnMut(Mention, Subject, &Path<'_>) + 'e;

/// What a walk over records calls, with the place of the record.
#[cfg(feature = "page")]
pub(crate) type EachRecord<'e> = dyn FnMut(&dyn Any, &Path<'_>) + 'e;

/// How an id stands in a draft.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mention {
    /// A record has this id.
    Defines,
    /// Another record refers to it.
    Refers,
}

impl Walk<'_, '_> {
    /// Visits a record, before its fields.
    pub(crate) fn record<T: Ruled>(&mut self, record: &T, at: &Path<'_>) {
        match self {
            Self::Rules(run) => {
                if let Some(subject) = record.subject() {
                    run.defines(subject);
                }
                for rule in T::RULES {
                    run.rule(rule, record, at);
                }
            }
            Self::Ids(each) => {
                if let Some(subject) = record.subject() {
                    each(Mention::Defines, subject, at);
                }
            }
            #[cfg(feature = "page")]
            Self::Records(each) => each(record, at),
        }
    }

    /// Visits an id.
    pub(crate) fn mention(&mut self, mention: Mention, subject: Subject, at: &Path<'_>) {
        if let Self::Ids(each) = self {
            each(mention, subject, at);
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
