//! The walk over a draft: it runs the rules, or collects the ids or the records.

use core::any::Any;

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
    /// Calls the function with every text that people or other systems wrote.
    Texts(&'w mut EachText<'w>),
    /// Calls the function with every record.
    Records(&'w mut EachRecord<'w>),
}

/// What a walk over ids calls, with the place of the record or of the reference.
pub(crate) type EachId<'e> = dyn FnMut(Mention, Named, &Path<'_>) + 'e;

/// An id, and what people call the thing that it is the id of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Named {
    pub(crate) subject: Subject,
    pub(crate) label: Bilingual,
}

/// What a walk over texts calls, with the place of the text.
pub(crate) type EachText<'e> = dyn FnMut(&str, &Path<'_>) + 'e;

/// What a walk over records calls, with the place of the record.
pub(crate) type EachRecord<'e> = dyn FnMut(&dyn Any, &Path<'_>) + 'e;

/// How an id occurs in a draft.
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
        self.defines(record.subject(), T::SHAPE, at);
        if let Self::Rules(run) = self {
            record.run_rules(at, run);
        }
        if let Self::Records(each) = self {
            each(record, at);
        }
    }

    /// Visits a field of the record or the choice at this place.
    #[inline]
    pub(crate) fn field<T: Part>(&mut self, value: &T, name: &'static str, at: &Path<'_>) {
        value.walk(&at.field(name, value.subject()), self);
    }

    /// Visits a list and its items. Compiled once, and not for each type of item.
    pub(crate) fn list<'i>(
        &mut self,
        length: usize,
        item: &dyn Fn(usize) -> Option<&'i dyn Item>,
        at: &Path<'_>,
    ) {
        let items = || (0..length).filter_map(|n| Some((n, item(n)?)));
        if let Self::Rules(run) = self
            // Whether it is known is the same for all items.
            && items().next().is_some_and(|(_, first)| first.says().is_some())
            && [false, true].into_iter().all(|said| items().any(|(_, one)| one.says() == Some(said)))
        {
            for (n, one) in items().filter(|(_, one)| one.says() == Some(false)) {
                run.says_nothing(&at.element(n, one.id()));
            }
        }
        for (n, one) in items() {
            one.visit(&at.element(n, one.id()), self);
        }
    }

    /// Visits the id of a record, if it has one.
    fn defines(&mut self, subject: Option<Subject>, shape: &Shape, at: &Path<'_>) {
        let Some(subject) = subject else { return };
        match (self, shape) {
            (Self::Rules(run), _) => run.mentions(Mention::Defines, subject),
            (Self::Ids(each), Shape::Record(table)) => {
                each(Mention::Defines, Named { subject, label: table.label }, at);
            }
            (Self::Ids(_) | Self::Texts(_) | Self::Records(_), _) => {}
        }
    }

    /// Visits an id in a field.
    pub(crate) fn mention<T: Identified>(&mut self, mention: Mention, id: Id<T>, at: &Path<'_>) {
        match self {
            Self::Rules(run) => run.mentions(mention, id.subject()),
            Self::Ids(each) => each(mention, Named { subject: id.subject(), label: T::LABEL }, at),
            Self::Texts(_) | Self::Records(_) => {}
        }
    }

    /// Visits a text.
    #[inline]
    pub(crate) fn text(&mut self, text: &str, at: &Path<'_>) {
        match self {
            Self::Rules(run) => run.reads(text),
            Self::Texts(each) => each(text, at),
            Self::Ids(_) | Self::Records(_) => {}
        }
    }
}

/// Anything that can be walked over, whatever its type.
pub(crate) trait Walked {
    /// Visits everything inside, in the order of the document.
    fn visit(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>);
}

impl<T: Part> Walked for T {
    fn visit(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        self.walk(at, walk);
    }
}

/// An item of a list, whatever its type.
pub(crate) trait Item: Walked {
    /// What it is, if it has an id of its own.
    fn id(&self) -> Option<Subject>;

    /// Whether it states what an item of a list should say, if that is known.
    fn says(&self) -> Option<bool>;
}

impl<T: Part> Item for T {
    fn id(&self) -> Option<Subject> {
        self.subject()
    }

    fn says(&self) -> Option<bool> {
        self.is_said()
    }
}
