//! Reports that were stored and are read again.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::finding::AnyRule;
use super::{Finding, Fingerprint, Ground, Matter, NotEvaluated, Pointer, Stamp, Summary, Suppression};
use crate::codes::RuleCode;
use crate::id::Subject;
use crate::rule::{Basis, Fact, OwnedRule, OwnedSource, Severity, TaggedFact};
use crate::sorted::{Lookup, sort_by};
use crate::text::Wording;

/// The format of a stored report.
pub(super) const COMPACT: &str = "kvalitetsmodel-report-compact/1";

/// A report that was stored: what [`Report::compact`](super::Report::compact) writes, read again.
///
/// Its findings say what they said when they were found, whatever the rules say now: titles, messages and remedies
/// are in the stored text. What a later version of the crate adds to the text is ignored. Their
/// [`sources`](Finding::sources) are empty except for custom rules. A stored report is a claim of whoever wrote the text,
/// not a proof.
///
/// ```
/// use kvalitetsmodel::{Context, agreement::DevelopmentAgreement, check, id::Id, report::StoredReport};
///
/// let agreement = DevelopmentAgreement::new(Id::from_u128(1));
/// let report = check(&agreement, &Context::new("2024-01-09".parse()?));
/// let text = serde_json::to_string(&report.compact())?;
///
/// let stored: StoredReport = serde_json::from_str(&text)?;
/// assert_eq!(stored.findings(), report.findings());
/// assert_eq!(stored.summary(), report.summary());
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
///
/// [`Comparison::between`](super::Comparison::between) compares it with another report.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoredReport {
    about: Option<Subject>,
    only: Option<RuleCode>,
    stamp: Stamp,
    findings: Vec<Finding>,
    not_evaluated: Vec<NotEvaluated>,
}

impl StoredReport {
    /// What was checked: a document, or a draft outside of one.
    #[must_use]
    pub const fn about(&self) -> Option<Subject> {
        self.about
    }

    /// The rule, if only one was checked. Returns `None` if all were.
    #[must_use]
    pub const fn only(&self) -> Option<RuleCode> {
        self.only
    }

    /// Under what the check was made, with the edition of the rules.
    #[must_use]
    pub const fn stamp(&self) -> &Stamp {
        &self.stamp
    }

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

    /// Returns `true` if an error rule is not met and the finding is not suppressed.
    #[must_use]
    pub fn rejects(&self) -> bool {
        self.findings.iter().any(Finding::rejects)
    }

    /// Counts the findings of each sort, one for each place.
    #[must_use]
    pub fn summary(&self) -> Summary {
        Summary::of(&self.findings, self.not_evaluated.len())
    }

    /// The findings as [matters](super::Matter): those that say the same at several places are one.
    #[must_use]
    pub fn matters(&self) -> Vec<Matter<'_>> {
        Matter::of(&self.findings)
    }
}

impl<'de> Deserialize<'de> for StoredReport {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let read = Written::deserialize(deserializer)?;
        let rules: Lookup<_, _> =
            read.rules.0.into_iter().map(|(code, rule)| (code, rule.known(code))).collect();
        let findings = read.findings.into_iter().map(|finding| finding.of(&rules));
        Ok(Self {
            about: read.about,
            only: read.only,
            stamp: read.validation,
            findings: findings.collect::<Result<_, _>>().map_err(D::Error::custom)?,
            not_evaluated: read.not_evaluated,
        })
    }
}

/// The first member, so that another format is refused before anything else is.
struct Format;

impl<'de> Deserialize<'de> for Format {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        if String::deserialize(deserializer)? == COMPACT {
            Ok(Self)
        } else {
            Err(D::Error::custom(
                "not a stored report: `Report::compact` writes `kvalitetsmodel-report-compact/1`",
            ))
        }
    }
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Written {
    #[serde(rename = "format")]
    _format: Format,
    about: Option<Subject>,
    only: Option<RuleCode>,
    validation: Stamp,
    rules: Members<RuleCode, WrittenRule>,
    findings: Vec<WrittenFinding>,
    not_evaluated: Vec<NotEvaluated>,
}

/// The members of an object, by their keys. Of several with the same key, the last one counts.
struct Members<K, V>(Vec<(K, V)>);

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Deserialize<'de> for Members<K, V> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_map(Self(Vec::new()))
    }
}

impl<'de, K: Deserialize<'de> + Ord, V: Deserialize<'de>> Visitor<'de> for Members<K, V> {
    type Value = Self;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a map")
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut map: A) -> Result<Self, A::Error> {
        while let Some(member) = map.next_entry()? {
            self.0.push(member);
        }
        self.0.reverse();
        sort_by(&mut self.0, |(one, _), (other, _)| one.cmp(other));
        self.0.dedup_by(|(one, _), (last, _)| one == last);
        Ok(self)
    }
}

#[derive(Deserialize)]
struct WrittenRule {
    severity: Severity,
    basis: Basis,
    title: Wording,
    remedy: Wording,
    #[serde(default)]
    source: Vec<OwnedSource>,
    messages: Vec<Wording>,
}

/// A rule, and its messages.
type Known = (Arc<OwnedRule>, Vec<Arc<Wording>>);

impl WrittenRule {
    fn known(self, code: RuleCode) -> Known {
        let Self { severity, basis, title, remedy, source: sources, messages } = self;
        let rule = OwnedRule { code, severity, basis, title, remedy, sources };
        (Arc::new(rule), messages.into_iter().map(Arc::new).collect())
    }
}

#[derive(Deserialize)]
struct WrittenFinding {
    code: RuleCode,
    at: String,
    subject: Option<Subject>,
    /// Absent for the record as a whole, and in what earlier versions wrote.
    #[serde(default)]
    field: String,
    message: Option<usize>,
    facts: Members<String, TaggedFact>,
    fingerprint: Fingerprint,
    suppressed: Option<Suppression>,
}

impl WrittenFinding {
    fn of(self, rules: &Lookup<RuleCode, Known>) -> Result<Finding, &'static str> {
        let (rule, messages) = rules.get(&self.code).ok_or("a finding of a rule that is not listed")?;
        let facts = self.facts.0.into_iter().map(|(name, fact)| (Cow::Owned(name), Fact::from(fact)));
        let facts: Vec<_> = facts.collect();
        let ground = match self.message {
            Some(message) => {
                let message = messages.get(message).ok_or("a finding with a message that is not listed")?;
                Ground::told(Arc::clone(message), facts)
            }
            None => match facts.into_iter().next() {
                Some((_, Fact::Terms(missing))) => Ground::told_missing(missing),
                _ => return Err("a finding without a message that does not say what is missing"),
            },
        };
        let rule = AnyRule::Owned(Arc::clone(rule));
        let (at, suppressed) = (Pointer::new(self.at), self.suppressed.map(Arc::new));
        Ok(Finding::restored(rule, (at, &self.field), self.subject, ground, self.fingerprint, suppressed))
    }
}
