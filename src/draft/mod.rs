//! What every draft type can do, from one declaration of its fields.
//!
//! A draft type is declared once, with `record!`, `words!` or `choice!` (`draft/macros`). The
//! declaration makes the Rust type, strict reading, writing, the [`Shape`] (the static table of fields), the
//! walk that finds ids and runs rules, and the strategy for property tests.
//! [`docs/adding-a-type.md`](crate::_docs::adding_a_type) adds a type step by step.
//!
//! ```
//! use kvalitetsmodel::agreement::FocusArea;
//! use kvalitetsmodel::draft::{Shape, shape};
//!
//! let Shape::Record(area) = shape::<FocusArea>() else { panic!("a record") };
//! assert_eq!(area.kind, Some("focusArea"));
//! let title = area.fields.iter().find(|field| field.name == "title").expect("a title");
//! assert_eq!((title.label.da, title.is_mandatory), ("titel", false));
//! ```

#[macro_use]
mod macros;
pub(crate) mod kind;
mod leaves;
pub(crate) mod part;
pub(crate) mod read;
pub(crate) mod shape;
#[cfg(feature = "proptest")]
pub(crate) mod tape;
pub(crate) mod walk;

pub use shape::{Choice, Field, Form, IdOf, Leaf, Record, Shape, Variant, Word, Words};

use part::Part;

/// A type that was declared as part of a draft, or is a value in one.
///
/// Sealed: the declarations of this crate implement it.
#[expect(private_bounds, reason = "what a declaration makes is for this crate to call")]
pub trait Declared: Part {}

impl<T: Part> Declared for T {}

/// The field table of a type. No table contains itself, so a walk over tables ends.
#[must_use]
pub const fn shape<T: Declared>() -> &'static Shape {
    T::SHAPE
}
