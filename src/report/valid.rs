//! Proofs: a draft that was checked, and one that was refused.

use core::fmt;

use super::{Context, Report};

/// A `T` that no error rule rejects under its [`context`](Self::context).
///
/// Only [`validate`](crate::Draft::validate) makes one. It cannot be read from text, changed, or minted
/// for a type of one's own; [`into_draft`](Self::into_draft) is the way to edit, and the proof is gone.
///
/// Reading one does not compile:
///
/// ```compile_fail
/// let proof: kvalitetsmodel::Valid<kvalitetsmodel::PdsaCycle> = serde_json::from_str("{}").unwrap();
/// ```
///
/// Reading a draft does, since that is how a document comes in:
///
/// ```
/// let draft: Result<kvalitetsmodel::PdsaCycle, _> = serde_json::from_str("{}");
/// assert!(draft.is_err(), "a cycle has an id");
/// ```
///
/// Nor does changing what is proven:
///
/// ```compile_fail
/// fn edit(proof: &mut kvalitetsmodel::Valid<kvalitetsmodel::PdsaCycle>) {
///     proof.get().plan = None;
/// }
/// ```
///
/// ```
/// fn edit(proof: kvalitetsmodel::Valid<kvalitetsmodel::PdsaCycle>) -> kvalitetsmodel::PdsaCycle {
///     let mut draft = proof.into_draft();
///     draft.plan = None;
///     draft
/// }
/// ```
///
/// Nor does writing the fields down:
///
/// ```compile_fail
/// fn forge(draft: kvalitetsmodel::PdsaCycle, context: kvalitetsmodel::Context) {
///     let _ = kvalitetsmodel::Valid { draft, context, report: kvalitetsmodel::Report::default() };
/// }
/// ```
///
/// ```
/// use kvalitetsmodel::Draft;
///
/// fn prove(draft: kvalitetsmodel::PdsaCycle, context: kvalitetsmodel::Context) {
///     let _ = draft.validate(context);
/// }
/// ```
///
/// Nor does minting one for a type of one's own:
///
/// ```compile_fail
/// struct Mine;
/// impl kvalitetsmodel::Draft for Mine {}
/// ```
///
/// ```
/// struct Mine(kvalitetsmodel::Valid<kvalitetsmodel::PdsaCycle>);
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Valid<T> {
    draft: T,
    context: Context,
    report: Report,
}

impl<T> Valid<T> {
    #[expect(
        clippy::result_large_err,
        reason = "the draft is given back whole, where it would be moved anyway"
    )]
    pub(crate) fn from_report(draft: T, context: Context, report: Report) -> Result<Self, Rejected<T>> {
        if report.rejects() {
            Err(Rejected { draft, context, report })
        } else {
            Ok(Self { draft, context, report })
        }
    }

    /// What is proven.
    #[must_use]
    pub const fn get(&self) -> &T {
        &self.draft
    }

    /// Under what it is proven.
    #[must_use]
    pub const fn context(&self) -> &Context {
        &self.context
    }

    /// What was found all the same: warnings, information, what cannot be assessed.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// Back to a draft, to edit; the proof is gone.
    #[must_use]
    pub fn into_draft(self) -> T {
        self.draft
    }
}

/// A draft that at least one error rule rejects: the draft, untouched, and why.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected<T> {
    draft: T,
    context: Context,
    report: Report,
}

impl<T> Rejected<T> {
    /// Why.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// Under what it was checked.
    #[must_use]
    pub const fn context(&self) -> &Context {
        &self.context
    }

    /// The draft.
    #[must_use]
    pub fn into_draft(self) -> T {
        self.draft
    }
}

impl<T> fmt::Display for Rejected<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "the draft is rejected: {}", self.report)
    }
}

impl<T: fmt::Debug> core::error::Error for Rejected<T> {}
