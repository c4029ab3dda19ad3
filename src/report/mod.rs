//! What a check gives: findings with their places, reports that can be compared, proofs.

mod checking;
mod comparison;
mod context;
mod finding;
mod path;
mod profile;
mod suppression;
pub(crate) mod unique_ids;
mod valid;

use alloc::collections::BTreeMap;
use alloc::vec::Vec;
use core::fmt;

use serde::Serialize;

pub use checking::Checking;
pub use comparison::Comparison;
pub use context::Context;
pub use finding::{Finding, Fingerprint, FingerprintError, Verdict};
pub(crate) use path::write_step;
pub use path::{Path, Pointer};
pub use profile::{Figures, Profile, SwitchedOff};
pub use suppression::Suppression;
pub use valid::{Rejected, Valid};

use crate::rule::{RULE_EDITION, RuleCode, Severity};
use crate::text::NonBlank;

/// Everything that a check found, in the order of the places in the document.
///
/// ```
/// use kvalitetsmodel::{Context, DevelopmentAgreement, check};
///
/// # let text = r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#;
/// let agreement: DevelopmentAgreement = serde_json::from_str(text)?;
/// let report = check(&agreement, &Context::new("2024-01-09".parse()?));
/// assert!(!report.is_clean());
/// assert_eq!(report.findings()[0].code().as_str(), "AGR001");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Report {
    findings: Vec<Finding>,
    not_evaluated: Vec<NotEvaluated>,
}

/// A rule that was not evaluated, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct NotEvaluated {
    /// The rule.
    pub code: RuleCode,
    /// Where, if it was at one place only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Pointer>,
    /// Why.
    pub because: Because,
}

/// Why a rule was not evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase")]
#[non_exhaustive]
pub enum Because {
    /// The profile switches it off, for this reason.
    SwitchedOff {
        /// The reason that the profile gives.
        reason: NonBlank,
    },
    /// It presupposes a rule that is not met, or cannot be judged, at the same place.
    DependsOn {
        /// The rule presupposed.
        code: RuleCode,
    },
    /// No rule of that code concerns this kind of draft.
    OtherKind {},
}

/// How many findings there are of each sort.
///
/// A suppressed finding counts as suppressed alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize)]
#[serde(rename_all = "camelCase")]
#[non_exhaustive]
pub struct Summary {
    /// Error rules that are not met.
    pub errors: usize,
    /// Warning rules that are not met.
    pub warnings: usize,
    /// Information.
    pub information: usize,
    /// Rules that cannot be judged.
    pub not_assessable: usize,
    /// Findings that a suppression covers.
    pub suppressed: usize,
    /// Rules that were not evaluated.
    pub not_evaluated: usize,
}

impl Report {
    /// The findings.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The rules that were not evaluated, and why.
    #[must_use]
    pub fn not_evaluated(&self) -> &[NotEvaluated] {
        &self.not_evaluated
    }

    /// Is nothing found, and everything assessable?
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Is an error rule not met, and not suppressed?
    #[must_use]
    pub fn rejects(&self) -> bool {
        self.findings.iter().any(Finding::rejects)
    }

    /// Counts the findings.
    #[must_use]
    pub fn summary(&self) -> Summary {
        let mut summary = Summary { not_evaluated: self.not_evaluated.len(), ..Summary::default() };
        for finding in &self.findings {
            let counter = match (finding.suppressed(), finding.is_not_met(), finding.severity()) {
                (Some(_), _, _) => &mut summary.suppressed,
                (None, false, _) => &mut summary.not_assessable,
                (None, true, Severity::Error) => &mut summary.errors,
                (None, true, Severity::Warning) => &mut summary.warnings,
                (None, true, Severity::Information) => &mut summary.information,
            };
            *counter = counter.saturating_add(1);
        }
        summary
    }

    /// What is new, gone and unchanged since `earlier`.
    #[must_use]
    pub fn compare<'a>(&'a self, earlier: &'a Self) -> Comparison<'a> {
        Comparison::of(earlier, self)
    }

    /// The report as another program reads it: format, rule edition, profile, `asOf`, summary,
    /// findings and the rules not evaluated.
    #[must_use]
    pub fn export<'a>(&'a self, context: &'a Context) -> impl Serialize + use<'a> {
        Export {
            format: "kvalitetsmodel-report/1",
            rule_edition: RULE_EDITION,
            profile: context.profile().name(),
            as_of: context.as_of(),
            summary: self.summary(),
            findings: &self.findings,
            not_evaluated: &self.not_evaluated,
        }
    }

    fn push(&mut self, finding: Finding) {
        self.findings.push(finding);
    }

    pub(crate) fn push_not_evaluated(&mut self, code: RuleCode, at: Option<Pointer>, because: Because) {
        self.not_evaluated.push(NotEvaluated { code, at, because });
    }

    /// Puts the findings in order, tells equal ones apart, and marks the suppressed ones.
    pub(crate) fn finish(&mut self, context: &Context) {
        if !self.findings.is_empty() {
            // Stable: at one place the order of the table stays.
            self.findings.sort_by(|a, b| a.at().cmp(b.at()));
            let mut seen: BTreeMap<Fingerprint, u64> = BTreeMap::new();
            for finding in &mut self.findings {
                let n = seen.entry(finding.fingerprint()).or_insert(0);
                finding.set_occurrence(*n);
                *n = n.saturating_add(1);
            }
            self.suppress(context);
        }
        self.not_evaluated.sort_by(|a, b| a.at.cmp(&b.at).then_with(|| a.code.cmp(&b.code)));
    }

    /// Marks the findings that a suppression covers: one of this finding before one of the rule, and the
    /// longer before the shorter.
    fn suppress(&mut self, context: &Context) {
        let active = context.suppressions().iter().filter(|one| one.is_active(context.as_of()));
        let mut active: Vec<_> = active.map(|one| ((one.code(), one.fingerprint()), one)).collect();
        active.sort_by(|(a, one), (b, other)| a.cmp(b).then_with(|| other.last_day().cmp(&one.last_day())));
        for finding in &mut self.findings {
            let of = |fingerprint| {
                let key = (finding.code(), fingerprint);
                let place = active.partition_point(|(other, _)| *other < key);
                active.get(place).filter(|(other, _)| *other == key).map(|(_, one)| *one)
            };
            if let Some(suppression) = of(Some(finding.fingerprint())).or_else(|| of(None)) {
                finding.suppress(suppression);
            }
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Export<'a> {
    format: &'static str,
    rule_edition: u32,
    profile: &'a str,
    as_of: chrono::NaiveDate,
    summary: Summary,
    findings: &'a [Finding],
    not_evaluated: &'a [NotEvaluated],
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Summary { errors, warnings, information, not_assessable, .. } = self.summary();
        write!(
            f,
            "{errors} error(s), {warnings} warning(s), {information} of information, \
             {not_assessable} not assessable"
        )
    }
}
