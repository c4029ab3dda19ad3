//! The kinds of drafts that are checked and proven.

use super::part::Part;
use crate::report::context::Context;
use crate::report::valid::Valid;
use crate::report::{Rejected, Report};
use crate::rule::check::check;

/// A draft of one of the kinds of the exchange format, for which this crate has rules.
///
/// Sealed, so that no proof can be made for another type.
#[expect(private_bounds, reason = "the walk over a draft is for this crate to call")]
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no draft",
    note = "a `Document` has a `check` and a `validate` of its own; a record inside a draft is checked with it"
)]
pub trait Draft: Part {
    /// The key of the kind in the exchange format.
    const KIND: &'static str;

    /// Its place in a document, as a JSON Pointer.
    #[doc(hidden)]
    const AT: &'static str;

    /// The kinds of things that a reference must find in the document itself. Those for which a domain has a
    /// rule of its own are not among them.
    #[doc(hidden)]
    const RESOLVES: &'static [&'static str];

    /// Removes the findings that ask for what another part of the draft supplies. Only a bundle has any.
    #[doc(hidden)]
    fn remove_supplied(&self, report: &mut Report);

    /// Proves that no error rule rejects the draft under `context`.
    ///
    /// # Errors
    ///
    /// [`Rejected`] returns the draft with its report if an error rule is not met and not suppressed: a target
    /// figure that is both given and to be agreed, two things with the same id.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Draft as _, agreement::DevelopmentAgreement, id::Id};
    ///
    /// let draft = DevelopmentAgreement::new(Id::from_u128(1));
    /// let proof = draft.validate(&Context::new("2024-01-09".parse()?))?;
    /// assert_eq!(proof.report().to_string(), "found: 1 warning"); // valid, but not clean
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    fn validate(self, context: &Context) -> Result<Valid<Self>, Rejected<Self>> {
        let report = check(&self, context);
        Valid::from_report(self, report)
    }
}
