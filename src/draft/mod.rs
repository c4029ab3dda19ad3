//! What every draft type can do, from one declaration of its fields.
//!
//! A draft type is declared once, with `record!`, `words!` or `choice!` (`draft/macros.rs`). From the
//! declaration follow the Rust type, strict reading, writing, the [`Shape`] (the static table of fields), the
//! walk that finds ids and runs rules, and the strategy for property tests. `docs/adding-a-type.md` adds a
//! type step by step.
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
mod leaves;
pub(crate) mod part;
pub(crate) mod read;
mod shape;
#[cfg(feature = "proptest")]
pub(crate) mod tape;
pub(crate) mod walk;

pub use shape::{Choice, Field, Form, IdOf, Leaf, Record, Shape, Variant, Word, Words};

use crate::report::Rejected;
use crate::report::context::Context;
use crate::report::valid::Valid;
use crate::rule::check::check;
use part::Part;

/// A type that was declared as part of a draft, or is a value in one.
///
/// Sealed: the declarations of this crate implement it.
#[expect(private_bounds, reason = "what a declaration makes is for this crate to call")]
pub trait Declared: Part {}

impl<T: Part> Declared for T {}

/// The field table of a type.
#[must_use]
pub const fn shape<T: Declared>() -> &'static Shape {
    T::SHAPE
}

/// A draft of one of the kinds of the exchange format, for which this crate has rules.
///
/// Sealed, so that no proof can be made for another type.
#[expect(private_bounds, reason = "the walk over a draft is for this crate to call")]
pub trait Draft: Part {
    /// The key of the kind in the exchange format.
    const KIND: &'static str;

    /// Where it stands in a document, as a JSON Pointer.
    #[doc(hidden)]
    const AT: &'static str;

    /// Proves that no error rule rejects the draft under `context`.
    ///
    /// # Errors
    ///
    /// [`Rejected`] returns the draft with its report if an error rule is not met and not suppressed: a target
    /// figure that is given and to be agreed, two things with one id.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Draft as _, agreement::DevelopmentAgreement, id::Id};
    ///
    /// let draft = DevelopmentAgreement::new(Id::from_u128(1));
    /// let proof = draft.validate(Context::new("2024-01-09".parse()?))?;
    /// assert_eq!(proof.report().summary().warnings, 1); // valid, but not clean
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(
        clippy::result_large_err,
        reason = "the draft is given back whole, where it would be moved anyway"
    )]
    fn validate(self, context: Context) -> Result<Valid<Self>, Rejected<Self>> {
        let report = check(&self, &context);
        Valid::from_report(self, context, report)
    }
}
