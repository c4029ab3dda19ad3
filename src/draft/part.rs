//! The trait behind a declaration.

use alloc::vec::Vec;
use core::marker::PhantomData;

use serde::de::{DeserializeOwned, Deserializer};
use serde::ser::{Serialize, Serializer};

use super::read;
use super::shape::{IdOf, Shape};
#[cfg(feature = "proptest")]
use super::tape::Tape;
use super::walk::{Item, Mention, Walk};
use crate::id::{Id, Identified, Subject};
use crate::report::Path;

/// The value of a field: a leaf, a record, a word, a choice, or a list or option of them.
#[diagnostic::on_unimplemented(
    message = "`{Self}` cannot be a field of a draft",
    note = "declare it with `record!`, `words!` or `choice!`, or with `leaf!` next to its type"
)]
pub(crate) trait Part:
    Sized + Clone + core::fmt::Debug + Serialize + DeserializeOwned + 'static
{
    /// The field table.
    const SHAPE: &'static Shape;

    /// Whether a field of this type must be there.
    const IS_MANDATORY: bool = true;

    /// The value of an absent field; `None` for a mandatory one.
    fn absent() -> Option<Self> {
        None
    }

    /// Returns `true` if the value is not written.
    fn is_absent(&self) -> bool {
        false
    }

    /// Reads the value of a field.
    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        Self::deserialize(deserializer)
    }

    /// Writes the value of a field.
    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.serialize(serializer)
    }

    /// What it is, if it has an id of its own.
    fn subject(&self) -> Option<Subject> {
        None
    }

    /// Whether it states what an item of a list should say (`DOC005`). Returns `None` for a type for which this is not
    /// known.
    fn is_said(&self) -> Option<bool> {
        None
    }

    /// Visits this value and everything inside it, in the order of the document.
    fn walk(&self, _at: &Path<'_>, _walk: &mut Walk<'_, '_>) {}

    /// Makes a value from choices on a tape. A tape of zeros makes the simplest one.
    #[cfg(feature = "proptest")]
    fn any(tape: &mut Tape<'_>) -> Self;

    /// Calls `each` with every record inside, for strategies that change one.
    #[cfg(feature = "proptest")]
    fn each_mut(&mut self, _each: &mut dyn FnMut(&mut dyn core::any::Any)) {}

    /// Makes it say something, if it is a text or a record with one.
    #[cfg(feature = "proptest")]
    fn say(&mut self) {}
}

/// A type with a value that stands for absence.
#[diagnostic::on_unimplemented(
    message = "an optional field is an `Option` or a `Vec`, not a `{Self}`",
    label = "mandatory",
    note = "mandatory fields belong in `mandatory {{ … }}` at the beginning of a record"
)]
pub(crate) trait Absent {
    /// The value that stands for absence.
    const ABSENT: Self;
}

impl<T> Absent for Option<T> {
    const ABSENT: Self = None;
}

impl<T> Absent for Vec<T> {
    const ABSENT: Self = Self::new();
}

impl<T: Part> Part for Option<T> {
    const IS_MANDATORY: bool = false;
    const SHAPE: &'static Shape = T::SHAPE;

    fn absent() -> Option<Self> {
        Some(None)
    }

    fn is_absent(&self) -> bool {
        self.is_none()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(read::Optional(PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Some(part) => part.write(serializer),
            None => serializer.serialize_none(),
        }
    }

    fn subject(&self) -> Option<Subject> {
        self.as_ref().and_then(Part::subject)
    }

    fn is_said(&self) -> Option<bool> {
        self.as_ref().map_or(Some(false), Part::is_said)
    }

    fn walk(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        if let Some(part) = self {
            part.walk(at, walk);
        }
    }

    #[cfg(feature = "proptest")]
    fn any(tape: &mut Tape<'_>) -> Self {
        tape.option(T::any)
    }

    #[cfg(feature = "proptest")]
    fn each_mut(&mut self, each: &mut dyn FnMut(&mut dyn core::any::Any)) {
        if let Some(part) = self {
            part.each_mut(each);
        }
    }

    #[cfg(feature = "proptest")]
    fn say(&mut self) {
        let mut part = self.take().unwrap_or_else(|| T::any(&mut Tape::new(&[])));
        part.say();
        *self = Some(part);
    }
}

impl<T: Part> Part for Vec<T> {
    const IS_MANDATORY: bool = false;
    const SHAPE: &'static Shape = &Shape::List(T::SHAPE);

    fn absent() -> Option<Self> {
        Some(Self::new())
    }

    fn is_absent(&self) -> bool {
        self.is_empty()
    }

    fn read<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_option(read::List(PhantomData))
    }

    fn write<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.iter().map(read::Written))
    }

    fn walk(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        walk.list(self.len(), &|n| self.get(n).map(|one| one as &dyn Item), at);
    }

    #[cfg(feature = "proptest")]
    fn any(tape: &mut Tape<'_>) -> Self {
        let mut list = tape.list(3, T::any);
        if tape.is_clean() {
            say_all(&mut list);
        }
        list
    }

    #[cfg(feature = "proptest")]
    fn each_mut(&mut self, each: &mut dyn FnMut(&mut dyn core::any::Any)) {
        for part in &mut *self {
            part.each_mut(each);
        }
        say_all(self);
    }
}

/// Whether a field states something: a text that is not blank, or anything else that is there.
pub(crate) fn is_stated<T: Part>(field: &T) -> bool {
    field.is_said().unwrap_or_else(|| !field.is_absent())
}

/// Makes every item of a list say something, if one does: what is added to a clean draft is complete.
#[cfg(feature = "proptest")]
fn say_all<T: Part>(list: &mut [T]) {
    if list.iter().any(|one| one.is_said() == Some(true)) {
        list.iter_mut().filter(|one| one.is_said() == Some(false)).for_each(Part::say);
    }
}

impl<T: Identified + 'static> Part for Id<T> {
    const SHAPE: &'static Shape = &Shape::Id(&IdOf { kind: T::KIND, label: T::LABEL });

    fn walk(&self, at: &Path<'_>, walk: &mut Walk<'_, '_>) {
        walk.mention(Mention::Refers, *self, at);
    }

    #[cfg(feature = "proptest")]
    fn any(tape: &mut Tape<'_>) -> Self {
        Self::new(tape.reference(T::KIND))
    }
}
