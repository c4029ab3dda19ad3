//! What a rule is, as plain data, and the facts that a finding carries.

mod fact;
mod source;

use core::fmt;
use core::str::FromStr;

use serde::{Deserialize, Serialize};

pub(crate) use fact::facts;
pub use fact::{Fact, Facts};
pub use source::{SourceDocument, SourceRef};

use crate::date::written;
use crate::text::Bilingual;

/// The edition of the rules: it grows whenever a verdict changes on some document.
///
/// Four numbers are kept apart: this one, the version of the crate, the version of the exchange
/// format and the minimum Rust version.
pub const RULE_EDITION: u32 = 1;

/// How much a broken rule weighs.
///
/// Ordered from the lightest to the heaviest.
///
/// ```
/// use kvalitetsmodel::Severity;
///
/// assert!(Severity::Information < Severity::Error);
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Severity {
    /// A fact worth knowing.
    Information,
    /// Worth mending: an aim, a proposal, a matter of form or completeness.
    Warning,
    /// A stated must that is broken, or a document that contradicts itself. It rejects.
    Error,
}

/// On what basis a rule stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Basis {
    /// The source says so.
    Stated,
    /// It follows from what the source says.
    Derived,
    /// Public practice of the field, with its reference.
    PublicPractice,
}

impl Severity {
    /// The word for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Information => Bilingual::new("oplysning", "information"),
            Self::Warning => Bilingual::new("advarsel", "warning"),
            Self::Error => Bilingual::new("fejl", "error"),
        }
    }
}

impl Basis {
    /// The words for it.
    #[must_use]
    pub const fn label(self) -> Bilingual {
        match self {
            Self::Stated => Bilingual::new("står i kilden", "stated in the source"),
            Self::Derived => Bilingual::new("udledt af kilden", "derived from the source"),
            Self::PublicPractice => Bilingual::new("offentlig praksis", "public practice"),
        }
    }
}

/// The code of a rule: three capital letters and three digits.
///
/// Codes are append-only. The codes of this crate stand in [`codes`](crate::codes); a caller's own
/// rules have a prefix of their own.
///
/// ```
/// use kvalitetsmodel::RuleCode;
///
/// let own: RuleCode = "HUS001".parse()?;
/// assert_eq!(own.prefix(), "HUS");
/// assert!("hus001".parse::<RuleCode>().is_err());
/// assert!("HUS01".parse::<RuleCode>().is_err());
/// # Ok::<(), kvalitetsmodel::rule::RuleCodeError>(())
/// ```
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct RuleCode([u8; 6]);

/// The text is not a rule code, for example `agr001`, `AGR1` or `AGR-001`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a rule code is three letters A–Z and three digits, such as `AGR001`")]
#[non_exhaustive]
pub struct RuleCodeError;

impl RuleCode {
    /// Reads a code; usable for constants.
    ///
    /// # Errors
    ///
    /// [`RuleCodeError`] for `agr001`, `AGR1`, `AGR-001` and all else that is not `AAA999`.
    pub const fn new(text: &str) -> Result<Self, RuleCodeError> {
        let &[l1, l2, l3, d1, d2, d3] = text.as_bytes() else { return Err(RuleCodeError) };
        let letters = l1.is_ascii_uppercase() && l2.is_ascii_uppercase() && l3.is_ascii_uppercase();
        let digits = d1.is_ascii_digit() && d2.is_ascii_digit() && d3.is_ascii_digit();
        if letters && digits { Ok(Self([l1, l2, l3, d1, d2, d3])) } else { Err(RuleCodeError) }
    }

    /// For the codes of this crate, which are written as literals beside their rules.
    #[expect(clippy::panic, reason = "evaluated when the crate is compiled: every use is a constant")]
    pub(crate) const fn literal(text: &str) -> Self {
        match Self::new(text) {
            Ok(code) => code,
            Err(_) => panic!("not a rule code"),
        }
    }

    /// Are both the same? `==` is not to be had in constants.
    pub(crate) const fn is(self, other: Self) -> bool {
        u64::from_be_bytes(self.padded()) == u64::from_be_bytes(other.padded())
    }

    const fn padded(self) -> [u8; 8] {
        let [l1, l2, l3, d1, d2, d3] = self.0;
        [0, 0, l1, l2, l3, d1, d2, d3]
    }

    /// The code as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        core::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The three letters.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.as_str().get(..3).unwrap_or_default()
    }
}

impl fmt::Debug for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

impl fmt::Display for RuleCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl FromStr for RuleCode {
    type Err = RuleCodeError;

    fn from_str(text: &str) -> Result<Self, RuleCodeError> {
        Self::new(text)
    }
}

impl Serialize for RuleCode {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for RuleCode {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        written::deserialize(deserializer, "a rule code such as `AGR001`")
    }
}

/// One rule, as plain data.
///
/// The check is a plain function beside it. A caller writes own rules in the same form, with an own
/// prefix, and joins them to a report with [`check_with`](crate::check_with).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The stable code.
    pub code: RuleCode,
    /// How much it weighs when it is broken.
    pub severity: Severity,
    /// On what basis it stands.
    pub basis: Basis,
    /// The rule edition that brought it.
    pub since: u32,
    /// The rules of the dossier that it carries out, `R-001` to `R-180`; empty for a rule of form.
    pub requirements: &'static [&'static str],
    /// Which passages say so.
    pub sources: &'static [SourceRef],
    /// What must hold, in one sentence.
    pub title: Bilingual,
    /// Why it matters.
    pub why: Bilingual,
    /// What to do about it.
    pub remedy: Bilingual,
    /// A case that breaks it.
    pub example: Bilingual,
    /// Rules that are broken whenever this one is.
    pub implies: &'static [RuleCode],
    /// Rules that must hold at the place before this one can be judged there.
    pub requires: &'static [RuleCode],
}
