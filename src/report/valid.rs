//! The results of validation: a valid draft, or a rejected one.

use core::fmt;

use super::{Context, Report};

/// Proof that no error rule rejects a `T` under its [`context`](Self::context).
///
/// Only [`validate`](crate::Draft::validate) creates one. It cannot be deserialized, changed, or created for
/// other types. To edit the draft, take it out with [`into_draft`](Self::into_draft).
///
/// A proof cannot be deserialized:
///
/// ```compile_fail,E0277
/// let proof: kvalitetsmodel::Valid<kvalitetsmodel::cycle::PdsaCycle> = serde_json::from_str("{}").unwrap();
/// ```
///
/// A proof cannot be changed:
///
/// ```compile_fail,E0594
/// fn edit(proof: &mut kvalitetsmodel::Valid<kvalitetsmodel::cycle::PdsaCycle>) {
///     proof.get().plan = None;
/// }
/// ```
///
/// A proof cannot be built from its fields:
///
/// ```compile_fail,E0451
/// fn forge(draft: kvalitetsmodel::cycle::PdsaCycle, report: kvalitetsmodel::report::Report) {
///     let _ = kvalitetsmodel::Valid { draft, report };
/// }
/// ```
///
/// A proof cannot be created for other types:
///
/// ```compile_fail,E0277
/// struct Mine;
/// impl kvalitetsmodel::Draft for Mine {}
/// ```
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Valid<T> {
    draft: T,
    report: Report,
}

impl<T> Valid<T> {
    pub(crate) fn from_report(draft: T, report: Report) -> Result<Self, Rejected<T>> {
        if report.rejects() { Err(Rejected { draft, report }) } else { Ok(Self { draft, report }) }
    }

    /// The valid draft.
    #[must_use]
    pub const fn get(&self) -> &T {
        &self.draft
    }

    /// The context in which the draft is valid.
    #[must_use]
    pub const fn context(&self) -> &Context {
        self.report.context()
    }

    /// The report: it can contain warnings, information, findings that cannot be assessed, and suppressed
    /// ones.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// Returns the draft, for editing.
    #[must_use]
    pub fn into_draft(self) -> T {
        self.draft
    }
}

/// A draft that at least one error rule rejects, with the report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejected<T> {
    draft: T,
    report: Report,
}

impl<T> Rejected<T> {
    /// The report: at least one of its findings rejects the draft.
    #[must_use]
    pub const fn report(&self) -> &Report {
        &self.report
    }

    /// The context in which the draft was checked.
    #[must_use]
    pub const fn context(&self) -> &Context {
        self.report.context()
    }

    /// Returns the draft, unchanged.
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
