//! What the check of a rule is given.

use chrono::NaiveDate;

use super::{Facts, Rule, Stated};
use crate::codes::RuleCode;
use crate::report::context::Context;
use crate::report::{Because, Finding, Ground, Path, Report};
use crate::text::Bilingual;

/// Gives the check of a rule its context, and collects what it finds.
///
/// A check that finds nothing calls nothing, and costs no allocation.
#[derive(Debug)]
pub(crate) struct Checker<'c> {
    context: &'c Context,
    rule: &'static Rule,
    report: &'c mut Report,
}

impl<'c> Checker<'c> {
    pub(crate) const fn new(context: &'c Context, rule: &'static Rule, report: &'c mut Report) -> Self {
        Self { context, rule, report }
    }

    /// The context of the check.
    pub(crate) const fn context(&self) -> &'c Context {
        self.context
    }

    /// The day that the check is made for.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.context.as_of()
    }

    /// Reports that the rule is broken at `at` by the values in `facts`.
    pub(crate) fn not_met(&mut self, at: &Path<'_>, facts: impl Facts) {
        self.stated(at, facts.stated());
    }

    /// The same for facts whose type is no longer known.
    pub(crate) fn stated(&mut self, at: &Path<'_>, stated: Stated) {
        self.report.push(Finding::new(self.rule, at, Ground::NotMet(stated)));
    }

    /// Reports that the rule cannot be judged at `at` if a part is missing. Returns `true` if none is.
    ///
    /// Each part comes with whether it is stated.
    pub(crate) fn all_stated<const N: usize>(
        &mut self,
        at: &Path<'_>,
        parts: [(bool, Bilingual); N],
    ) -> bool {
        if parts.iter().all(|(stated, _)| *stated) {
            return true;
        }
        self.report.push(Finding::new(self.rule, at, Ground::not_assessable(&parts)));
        false
    }

    /// Reports that the rule cannot be judged at `at` because a part is missing.
    pub(crate) fn not_assessable(&mut self, at: &Path<'_>, missing: Bilingual) {
        self.report.push(Finding::new(self.rule, at, Ground::Missing(missing)));
    }

    /// Reports that the rule is not evaluated at `at`, because it requires another rule that does not hold
    /// there.
    pub(crate) fn depends_on(&mut self, at: &Path<'_>, required: RuleCode) {
        let switched_off = self.context.profile().switched_off().iter().any(|off| off.code == required);
        let because = Because::DependsOn { code: required, switched_off };
        self.report.push_not_evaluated(self.rule.code, Some(at.to_pointer()), because);
    }
}
