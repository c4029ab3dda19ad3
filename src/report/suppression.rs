//! Findings that are known and accepted for a time.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::Fingerprint;
use crate::rule::RuleCode;
use crate::text::NonBlank;

/// A finding that is known and accepted until a day, for a reason.
///
/// The finding stays listed and carries the suppression; it no longer rejects the document. After
/// the last day it counts again.
///
/// ```
/// use kvalitetsmodel::{NonBlank, Suppression, codes};
///
/// let reason = NonBlank::new("the community's figures come with the spring round")?;
/// let accepted = Suppression::of_rule(codes::AGR011, reason, "2024-03-31".parse()?);
/// assert!(accepted.is_active("2024-03-31".parse()?));
/// assert!(!accepted.is_active("2024-04-01".parse()?));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Suppression {
    pub(crate) code: RuleCode,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) fingerprint: Option<Fingerprint>,
    pub(crate) reason: NonBlank,
    #[serde(with = "crate::date::exact_day")]
    pub(crate) last_day: NaiveDate,
}

impl Suppression {
    /// Accepts every finding of a rule, up to and including `last_day`.
    #[must_use]
    pub const fn of_rule(code: RuleCode, reason: NonBlank, last_day: NaiveDate) -> Self {
        Self { code, fingerprint: None, reason, last_day }
    }

    /// Accepts one finding with the verdict that it has now, up to and including `last_day`.
    #[must_use]
    pub fn of_finding(finding: &super::Finding, reason: NonBlank, last_day: NaiveDate) -> Self {
        Self::of_fingerprint(finding.code(), finding.fingerprint(), reason, last_day)
    }

    /// The same for a finding of which code and fingerprint were kept, up to and including `last_day`.
    #[must_use]
    pub const fn of_fingerprint(
        code: RuleCode,
        fingerprint: Fingerprint,
        reason: NonBlank,
        last_day: NaiveDate,
    ) -> Self {
        Self { code, fingerprint: Some(fingerprint), reason, last_day }
    }

    /// The rule.
    #[must_use]
    pub const fn code(&self) -> RuleCode {
        self.code
    }

    /// Which finding of the rule; nothing for all of them.
    #[must_use]
    pub const fn fingerprint(&self) -> Option<Fingerprint> {
        self.fingerprint
    }

    /// Why it is accepted.
    #[must_use]
    pub const fn reason(&self) -> &NonBlank {
        &self.reason
    }

    /// The last day that it is accepted on.
    #[must_use]
    pub const fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// Does it count on the day `as_of`?
    #[must_use]
    pub fn is_active(&self, as_of: NaiveDate) -> bool {
        as_of <= self.last_day
    }
}
