//! The results of a check: findings with their places, reports that can be compared, and proofs.

mod because;
mod comparison;
pub(crate) mod context;
mod csv;
mod export;
mod finding;
mod fingerprint;
mod ground;
mod matter;
mod order;
mod path;
mod profile;
mod stamp;
mod stored;
mod summary;
mod suppression;
pub(crate) mod valid;

use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use serde::{Deserialize, Serialize};

pub use comparison::{AnyReport, Caveat, Comparison};
pub use finding::{Finding, Verdict};
pub(crate) use fingerprint::Identity;
pub use fingerprint::{Fingerprint, FingerprintError};
pub(crate) use ground::Ground;
pub use matter::Matter;
pub(crate) use path::Path;
pub use path::Pointer;
#[cfg(feature = "json")]
pub(crate) use path::write_step;
pub use profile::{AgreementFrame, Figures, Profile, REGION_SJAELLAND_2024, SwitchedOff};
pub use stamp::{MissingCustomRules, Stamp};
pub use stored::StoredReport;
pub use summary::Summary;
pub use suppression::Suppression;
pub use valid::Rejected;

use context::Context;
use order::Order;

use crate::Lang;
use crate::codes::RuleCode;
use crate::draft::Shape;
use crate::id::Subject;
use crate::sorted::sort_by;
use crate::text::NonBlank;

/// All findings of a check, in document order, with what was checked and under which context.
///
/// `Debug` has one line for each finding: what is found where.
///
/// To keep a report, write its [`compact`](Self::compact) form and read it again as a [`StoredReport`]. For programs that
/// show findings there is [`export`](Self::export), for people a page (feature `page`), for analysts [`csv`](Self::csv).
///
/// ```
/// use kvalitetsmodel::{Context, check, agreement::DevelopmentAgreement};
///
/// # let text = r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#;
/// let agreement: DevelopmentAgreement = serde_json::from_str(text)?;
/// let report = check(&agreement, &Context::new("2024-01-09".parse()?));
/// assert!(!report.is_clean());
/// assert_eq!(report.findings()[0].code().as_str(), "AGR001");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct Report {
    context: Context,
    about: Option<Subject>,
    only: Option<RuleCode>,
    findings: Vec<Finding>,
    not_evaluated: Vec<NotEvaluated>,
}

#[expect(clippy::missing_fields_in_debug, reason = "a log of findings stays readable")]
impl fmt::Debug for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Report")
            .field("findings", &self.findings)
            .field("not_evaluated", &self.not_evaluated)
            .finish()
    }
}

/// A rule that was not evaluated, and why.
#[derive(Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub struct NotEvaluated {
    /// The rule.
    pub code: RuleCode,
    /// The place, if the rule was not evaluated there only.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<Pointer>,
    /// The reason.
    pub because: Because,
}

impl fmt::Debug for NotEvaluated {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} not evaluated", self.code)?;
        if let Some(at) = &self.at {
            write!(f, " at `{at}`")?;
        }
        match &self.because {
            Because::SwitchedOff { .. } => f.write_str(": switched off"),
            Because::DependsOn { code, switched_off: false } => write!(f, ": depends on {code}"),
            Because::DependsOn { code, switched_off: true } => {
                write!(f, ": depends on {code} (switched off)")
            }
            Because::OtherKind {} => f.write_str(": not for this kind of draft"),
            Because::Unknown {} => f.write_str(": no rule has this code"),
        }
    }
}

/// Why a rule was not evaluated.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
#[non_exhaustive]
pub enum Because {
    /// The profile switches it off.
    SwitchedOff {
        /// The reason that the profile states.
        reason: NonBlank,
    },
    /// It requires a rule that is not met, or cannot be assessed, at the same place.
    DependsOn {
        /// The required rule.
        code: RuleCode,
        /// Whether the profile switches the required rule off, so that it has no findings.
        #[serde(default, skip_serializing_if = "core::ops::Not::not")]
        switched_off: bool,
    },
    /// No rule with this code applies to this kind of draft.
    OtherKind {},
    /// The profile switches off a code that no rule has: a mistake, or a rule of another version of the crate.
    Unknown {},
}

impl Report {
    /// The findings, in document order.
    #[must_use]
    pub fn findings(&self) -> &[Finding] {
        &self.findings
    }

    /// The rules that were not evaluated, and why.
    #[must_use]
    pub fn not_evaluated(&self) -> &[NotEvaluated] {
        &self.not_evaluated
    }

    /// Returns `true` if there are no findings: every rule is met and assessable.
    #[must_use]
    pub fn is_clean(&self) -> bool {
        self.findings.is_empty()
    }

    /// Returns `true` if an error rule is not met and the finding is not suppressed.
    #[must_use]
    pub fn rejects(&self) -> bool {
        self.findings.iter().any(Finding::rejects)
    }

    /// Counts the findings of each sort, one for each place. A page (`Page::of`, feature `page`) counts its
    /// entries, in which findings that say the same are one.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::of(&self.findings, self.not_evaluated.len())
    }

    /// Under what the check was made.
    #[must_use]
    pub const fn context(&self) -> &Context {
        &self.context
    }

    /// What was checked: a document, or a draft outside of one. Returns `None` for a draft without an id.
    #[must_use]
    pub const fn about(&self) -> Option<Subject> {
        self.about
    }

    /// The rule, if only one was checked ([`check_rule`](crate::check_rule)). Returns `None` if all were.
    #[must_use]
    pub const fn only(&self) -> Option<RuleCode> {
        self.only
    }

    pub(crate) const fn new(context: Context, only: Option<RuleCode>) -> Self {
        Self { context, about: None, only, findings: Vec::new(), not_evaluated: Vec::new() }
    }

    pub(crate) const fn set_about(&mut self, about: Option<Subject>) {
        self.about = about;
    }

    pub(crate) fn push(&mut self, finding: Finding) {
        if self.findings.is_empty() {
            self.findings.reserve(16); // a draft with gaps has many
        }
        self.findings.push(finding);
    }

    /// Keeps the findings for which `keep` returns `true`.
    pub(crate) fn retain(&mut self, keep: impl Fn(&Finding) -> bool) {
        self.findings.retain(keep);
    }

    pub(crate) fn push_not_evaluated(&mut self, code: RuleCode, at: Option<Pointer>, because: Because) {
        self.not_evaluated.push(NotEvaluated { code, at, because });
    }

    /// Sorts the findings, makes their fingerprints unique, and marks the suppressed ones.
    ///
    /// `shape` is the shape of the draft, and `prefix` its place in the document.
    pub(crate) fn finish(&mut self, shape: Shape, prefix: &str) {
        let order = Order { shape, prefix };
        if !self.findings.is_empty() {
            // Findings at one place stay in the order of the rules.
            order.sort(&mut self.findings, |finding| (Some(finding.at()), None));
            self.number_equal_fingerprints();
            self.suppress();
        }
        if !self.not_evaluated.is_empty() {
            order.sort(&mut self.not_evaluated, |one| (one.at.as_ref(), Some(one.code)));
        }
    }

    /// Gives findings that would have the same fingerprint different ones, in the order of the findings.
    fn number_equal_fingerprints(&mut self) {
        let numbered = self.findings.iter().enumerate().map(|(n, finding)| (finding.fingerprint(), n));
        let mut numbered: Vec<_> = numbered.collect();
        numbered.sort_unstable();
        for equal in numbered.chunk_by(|(a, _), (b, _)| a == b) {
            for (occurrence, (_, n)) in (0..).zip(equal) {
                if let Some(finding) = self.findings.get_mut(*n) {
                    finding.set_occurrence(occurrence);
                }
            }
        }
    }

    /// Puts findings before those that are already there.
    pub(crate) fn prepend(&mut self, before: Self) {
        let Self { mut findings, mut not_evaluated, .. } = before;
        findings.append(&mut self.findings);
        not_evaluated.append(&mut self.not_evaluated);
        (self.findings, self.not_evaluated) = (findings, not_evaluated);
    }

    /// Puts findings after those that are already there.
    pub(crate) fn append(&mut self, mut after: Self) {
        self.findings.append(&mut after.findings);
        self.not_evaluated.append(&mut after.not_evaluated);
    }

    /// Adds what was found around the content of a document: before its findings, or after them in the extensions.
    pub(crate) fn surround(&mut self, around: Self) {
        if around.findings.is_empty() {
            return;
        }
        let (mut after, mut before): (Vec<_>, Vec<_>) =
            around.findings.into_iter().partition(|finding| finding.at().is_within("/extensions"));
        before.append(&mut self.findings);
        before.append(&mut after);
        self.findings = before;
    }

    /// Puts findings among those that are already there, in the order of a document of that shape.
    pub(crate) fn insert(&mut self, findings: Self, shape: Shape) {
        if !findings.findings.is_empty() {
            self.prepend(findings);
            Order { shape, prefix: "" }.sort(&mut self.findings, |finding| (Some(finding.at()), None));
        }
    }

    /// Marks the findings that are suppressed: a suppression of the finding precedes one of its rule, and a
    /// longer one precedes a shorter one.
    fn suppress(&mut self) {
        let context = self.context.clone();
        if context.suppressions().is_empty() {
            return;
        }
        let active = context.suppressions().iter().filter(|one| one.is_active(context.as_of()));
        let mut active: Vec<_> =
            active.map(|one| ((one.code(), one.fingerprint()), Arc::new(one.clone()))).collect();
        sort_by(&mut active, |(a, one), (b, other)| {
            a.cmp(b).then_with(|| other.last_day().cmp(&one.last_day()))
        });
        for finding in &mut self.findings {
            let of = |fingerprint| {
                let key = (finding.code(), fingerprint);
                let place = active.partition_point(|(other, _)| *other < key);
                active.get(place).filter(|(other, _)| *other == key).map(|(_, one)| Arc::clone(one))
            };
            if let Some(suppression) = of(Some(finding.fingerprint())).or_else(|| of(None)) {
                finding.suppress(suppression);
            }
        }
    }
}

/// The [summary](Report::summary) in English.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.summary().in_lang(Lang::En))
    }
}
