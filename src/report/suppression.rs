//! Findings that are accepted for a time.

use chrono::NaiveDate;

use super::Fingerprint;
use crate::codes::RuleCode;
use crate::date::nearest_writable;
use crate::text::NonBlank;

record! {
    /// Findings that are accepted until a day, for a reason.
    ///
    /// A suppressed finding stays in the report, with the suppression, and does not reject the document.
    /// After the last day it rejects again.
    ///
    /// ```
    /// use kvalitetsmodel::{codes, report::Suppression, text::NonBlank};
    ///
    /// let reason = NonBlank::new("the community's figures come with the spring round")?;
    /// let accepted = Suppression::of_rule(codes::AGR011, reason, "2024-03-31".parse()?);
    /// assert!(accepted.is_active("2024-03-31".parse()?));
    /// assert!(!accepted.is_active("2024-04-01".parse()?));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    pub struct Suppression: "accepteret fund", "accepted finding" {
        fields {
            /// The rule whose findings are accepted.
            pub(crate) code: RuleCode = "regel", "rule";
            /// The one finding that is accepted; absent if all findings of the rule are.
            pub(crate) fingerprint: Option<Fingerprint> = "fingeraftryk", "fingerprint";
            /// Why.
            pub(crate) reason: NonBlank = "begrundelse", "reason";
            /// The last day on which it is accepted.
            pub(crate) last_day: NaiveDate = "sidste dag", "last day";
        }
    }
}

impl Suppression {
    /// Accepts all findings of a rule, up to and including `last_day`. A day after the year 9999, such as
    /// [`NaiveDate::MAX`], counts as the last day of that year.
    #[must_use]
    pub fn of_rule(code: RuleCode, reason: NonBlank, last_day: NaiveDate) -> Self {
        Self { code, fingerprint: None, reason, last_day: nearest_writable(last_day) }
    }

    /// Accepts one finding with its present verdict, up to and including `last_day`.
    #[must_use]
    pub fn of_finding(finding: &super::Finding, reason: NonBlank, last_day: NaiveDate) -> Self {
        Self::of_fingerprint(finding.code(), finding.fingerprint(), reason, last_day)
    }

    /// Accepts the finding with a stored code and fingerprint, up to and including `last_day`.
    #[must_use]
    pub fn of_fingerprint(
        code: RuleCode,
        fingerprint: Fingerprint,
        reason: NonBlank,
        last_day: NaiveDate,
    ) -> Self {
        Self { code, fingerprint: Some(fingerprint), reason, last_day: nearest_writable(last_day) }
    }

    /// The code of the rule.
    #[must_use]
    pub const fn code(&self) -> RuleCode {
        self.code
    }

    /// The fingerprint of the accepted finding. Returns `None` if all findings of the rule are accepted.
    #[must_use]
    pub const fn fingerprint(&self) -> Option<Fingerprint> {
        self.fingerprint
    }

    /// Why the findings are accepted.
    #[must_use]
    pub const fn reason(&self) -> &NonBlank {
        &self.reason
    }

    /// The last day on which the findings are accepted.
    #[must_use]
    pub const fn last_day(&self) -> NaiveDate {
        self.last_day
    }

    /// Returns `true` if the findings are accepted on the day `as_of`.
    #[must_use]
    pub fn is_active(&self, as_of: NaiveDate) -> bool {
        as_of <= self.last_day
    }
}
