//! One thing found.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

use super::path::{Path, Pointer};
use super::suppression::Suppression;
use crate::id::Subject;
use crate::rule::{Basis, Fact, Facts, Rule, RuleCode, Severity, SourceRef};
use crate::text::{Bilingual, Lang, list_in_lang};

/// What was found of a rule at a place where it is not met.
///
/// *Met* is the third answer; it leaves no finding.
#[derive(Debug, Clone)]
pub enum Verdict {
    /// The rule is broken, and these are the values that break it.
    NotMet(Arc<dyn Facts>),
    /// The rule cannot be judged: these parts are not stated. It never rejects a document.
    NotAssessable(Vec<Bilingual>),
}

/// One rule that is broken, or cannot be judged, at one place.
#[derive(Debug, Clone)]
pub struct Finding {
    rule: &'static Rule,
    at: Pointer,
    subject: Option<Subject>,
    verdict: Verdict,
    fingerprint: Fingerprint,
    suppressed: Option<Suppression>,
}

impl Finding {
    pub(super) fn new(rule: &'static Rule, at: &Path<'_>, verdict: Verdict) -> Self {
        Self {
            rule,
            at: at.to_pointer(),
            subject: at.subject(),
            fingerprint: Fingerprint::of(rule.code, &verdict, at),
            verdict,
            suppressed: None,
        }
    }

    /// The code of the rule.
    #[must_use]
    pub const fn code(&self) -> RuleCode {
        self.rule.code
    }

    /// The rule.
    #[must_use]
    pub const fn rule(&self) -> &'static Rule {
        self.rule
    }

    /// How much it weighs.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// On what basis the rule stands.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.rule.basis
    }

    /// Where: a pointer into the exchange document, or into the draft if that was checked alone.
    #[must_use]
    pub const fn at(&self) -> &Pointer {
        &self.at
    }

    /// The nearest thing with an id at or above that place.
    #[must_use]
    pub const fn subject(&self) -> Option<Subject> {
        self.subject
    }

    /// Broken, or not to be judged.
    #[must_use]
    pub const fn verdict(&self) -> &Verdict {
        &self.verdict
    }

    /// Is the rule broken, not only impossible to judge?
    #[must_use]
    pub const fn is_not_met(&self) -> bool {
        matches!(self.verdict, Verdict::NotMet(_))
    }

    /// The parts whose absence keeps the rule from being judged; empty where it is broken.
    #[must_use]
    pub fn missing(&self) -> &[Bilingual] {
        match &self.verdict {
            Verdict::NotMet(_) => &[],
            Verdict::NotAssessable(missing) => missing,
        }
    }

    /// The values that broke the rule, by name.
    #[must_use]
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        match &self.verdict {
            Verdict::NotMet(facts) => facts.fields(),
            Verdict::NotAssessable(missing) => alloc::vec![("missing", Fact::Terms(missing.clone()))],
        }
    }

    /// What is wrong, in one sentence: lower case, no full stop.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        struct Message<'a>(&'a dyn Facts, Lang);
        impl fmt::Display for Message<'_> {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.message(self.1, f)
            }
        }
        match &self.verdict {
            Verdict::NotMet(facts) => Message(&**facts, lang).to_string(),
            Verdict::NotAssessable(missing) => {
                let mut text = String::from(match lang {
                    Lang::Da => "kan ikke vurderes; mangler: ",
                    Lang::En => "cannot be assessed; missing: ",
                });
                text.push_str(&fmt::from_fn(|f| list_in_lang(missing, lang, f)).to_string());
                text
            }
        }
    }

    /// What to do about it.
    #[must_use]
    pub const fn remedy(&self, lang: Lang) -> &'static str {
        self.rule.remedy.in_lang(lang)
    }

    /// Which passages say so.
    #[must_use]
    pub const fn sources(&self) -> &'static [SourceRef] {
        self.rule.sources
    }

    /// What stays the same when the lists of the document are reordered.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The suppression that covers it, with its reason; the finding stays listed.
    #[must_use]
    pub const fn suppressed(&self) -> Option<&Suppression> {
        self.suppressed.as_ref()
    }

    /// Does it reject the document: an error rule that is not met and not suppressed?
    #[must_use]
    pub fn rejects(&self) -> bool {
        self.is_not_met() && self.severity() == Severity::Error && self.suppressed.is_none()
    }

    pub(super) fn suppress(&mut self, by: &Suppression) {
        self.suppressed = Some(by.clone());
    }

    pub(super) fn set_occurrence(&mut self, n: u64) {
        self.fingerprint = self.fingerprint.occurrence(n);
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.rule.code == other.rule.code
            && self.at == other.at
            && self.subject == other.subject
            && self.is_not_met() == other.is_not_met()
            && self.facts() == other.facts()
            && self.suppressed == other.suppressed
    }
}

impl Eq for Finding {}

struct FactMap(Vec<(&'static str, Fact)>);

impl Serialize for FactMap {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

#[derive(serde::Serialize)]
struct Message {
    da: String,
    en: String,
}

impl Serialize for Finding {
    /// `code`, `severity`, `basis`, `verdict`, `at`, `subject`, `facts`, `message`, `remedy`, `source`,
    /// `fingerprint` and, where it is suppressed, `suppressed`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Finding", 12)?;
        s.serialize_field("code", &self.code())?;
        s.serialize_field("severity", &self.severity())?;
        s.serialize_field("basis", &self.basis())?;
        s.serialize_field("verdict", if self.is_not_met() { "notMet" } else { "notAssessable" })?;
        s.serialize_field("at", &self.at)?;
        s.serialize_field("subject", &self.subject)?;
        s.serialize_field("facts", &FactMap(self.facts()))?;
        let message = Message { da: self.message(Lang::Da), en: self.message(Lang::En) };
        s.serialize_field("message", &message)?;
        s.serialize_field("remedy", &self.rule.remedy)?;
        s.serialize_field("source", self.rule.sources)?;
        s.serialize_field("fingerprint", &self.fingerprint)?;
        match &self.suppressed {
            Some(by) => s.serialize_field("suppressed", by)?,
            None => s.skip_field("suppressed")?,
        }
        s.end()
    }
}

/// Names a finding across two reports: same rule, same verdict, same thing, same field.
///
/// It is made of the code, the verdict, the ids above the place and the keys between them, so that it
/// survives the reordering of lists, a change of figures, and the way of an agreement from a bare draft
/// into a document. A rule that could not be judged and is now broken is another finding: who accepted
/// the first has not accepted the second. Where several things without an id have the same finding,
/// their fingerprints are told apart by counting, and mending one of them moves the others up. Written as 16 hexadecimal digits (64-bit FNV-1a).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    fn of(code: RuleCode, verdict: &Verdict, at: &Path<'_>) -> Self {
        let mut hash = Fnv::NEW;
        hash.feed(code.as_str().as_bytes());
        hash.feed(match verdict {
            Verdict::NotMet(_) => b"notMet",
            Verdict::NotAssessable(_) => b"notAssessable",
        });
        at.identity(&mut |bytes| hash.feed(bytes));
        Self(hash.0)
    }

    /// The `n`th finding, from 0, of those that would have the same fingerprint.
    fn occurrence(self, n: u64) -> Self {
        let mut hash = Fnv(self.0);
        if n > 0 {
            hash.feed(&n.to_le_bytes());
        }
        Self(hash.0)
    }
}

struct Fnv(u64);

impl Fnv {
    const NEW: Self = Self(0xcbf2_9ce4_8422_2325);

    fn feed(&mut self, bytes: &[u8]) {
        // The end mark keeps "ab" + "c" apart from "a" + "bc".
        for byte in bytes.iter().chain(&[0xff]) {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

impl fmt::Display for Fingerprint {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl core::str::FromStr for Fingerprint {
    type Err = FingerprintError;

    fn from_str(text: &str) -> Result<Self, FingerprintError> {
        let plain = text.len() == 16 && text.bytes().all(|b| matches!(b, b'0'..=b'9' | b'a'..=b'f'));
        u64::from_str_radix(text, 16).ok().filter(|_| plain).map(Self).ok_or(FingerprintError)
    }
}

/// The text is not a fingerprint, for example `4F…` or fewer than 16 digits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a fingerprint is 16 hexadecimal digits in lower case")]
#[non_exhaustive]
pub struct FingerprintError;

impl Serialize for Fingerprint {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> serde::Deserialize<'de> for Fingerprint {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        crate::date::written::deserialize(deserializer, "a fingerprint: 16 hexadecimal digits")
    }
}
