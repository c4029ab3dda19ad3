//! What a rule is given while it checks.

use alloc::sync::Arc;
use alloc::vec::Vec;

use chrono::NaiveDate;

use super::finding::Verdict;
use super::{Because, Context, Finding, Path, Report};
use crate::rule::{Facts, Rule};
use crate::text::{Bilingual, missing_of};

/// The hands of a check: it sees the context and reports what it finds.
///
/// A rule that finds nothing calls nothing, and costs nothing.
#[derive(Debug)]
pub struct Checking<'c> {
    context: &'c Context,
    rule: &'static Rule,
    report: &'c mut Report,
}

impl<'c> Checking<'c> {
    pub(crate) const fn new(context: &'c Context, rule: &'static Rule, report: &'c mut Report) -> Self {
        Self { context, rule, report }
    }

    /// The context of the check.
    #[must_use]
    pub const fn context(&self) -> &'c Context {
        self.context
    }

    /// The day that the check is made for.
    #[must_use]
    pub const fn as_of(&self) -> NaiveDate {
        self.context.as_of()
    }

    /// The rule is broken at `at`, and `facts` are the values that break it.
    pub fn not_met(&mut self, at: &Path<'_>, facts: impl Facts) {
        self.report.push(Finding::new(self.rule, at, Verdict::NotMet(Arc::new(facts))));
    }

    /// The rule cannot be judged at `at` if a part is missing; gives whether all parts are there.
    ///
    /// Each part comes with whether it is stated.
    pub fn all_stated<const N: usize>(&mut self, at: &Path<'_>, parts: [(bool, Bilingual); N]) -> bool {
        let missing: Vec<_> = missing_of(parts).collect();
        if missing.is_empty() {
            return true;
        }
        self.report.push(Finding::new(self.rule, at, Verdict::NotAssessable(missing)));
        false
    }

    /// The rule is not evaluated at `at`, since it presupposes another that does not hold there.
    pub fn depends_on(&mut self, at: &Path<'_>, presupposed: &'static Rule) {
        let because = Because::DependsOn { code: presupposed.code };
        self.report.push_not_evaluated(self.rule.code, Some(at.to_pointer()), because);
    }
}
