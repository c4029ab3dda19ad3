//! Findings.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};
use uuid::Uuid;

use super::ground::Ground;
use super::path::{Path, Pointer};
use super::suppression::Suppression;
use crate::Lang;
use crate::codes::RuleCode;
use crate::id::Subject;
use crate::rule::{Basis, Fact, Rule, Severity, SourceRef};
use crate::text::Bilingual;

words! {
    /// The verdict of a finding.
    ///
    /// The third verdict, *met*, produces no finding.
    pub enum Verdict: "vurdering", "verdict" {
        /// The rule is not met: [`Finding::facts`] says because of which values.
        NotMet = "ikke opfyldt", "not met";
        /// The rule cannot be assessed: [`Finding::missing`] says which parts are not stated. It never rejects a
        /// document.
        NotAssessable = "kan ikke vurderes", "cannot be assessed";
    }
}

/// A rule that is not met, or cannot be assessed, at one place.
///
/// `Debug` shows on one line what is found where, in English, and no text of the rule.
#[derive(Clone)]
pub struct Finding {
    rule: &'static Rule,
    at: Pointer,
    subject: Option<Subject>,
    ground: Ground,
    fingerprint: Fingerprint,
    suppressed: Option<Arc<Suppression>>,
}

impl Finding {
    pub(crate) fn new(rule: &'static Rule, at: &Path<'_>, ground: Ground) -> Self {
        Self {
            rule,
            at: at.to_pointer(),
            subject: at.subject(),
            fingerprint: Fingerprint::of(rule.code, ground.verdict(), at),
            ground,
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

    /// The severity of the rule. A rule that cannot be judged has it, too: ask [`rejects`](Self::rejects) whether
    /// a finding stops a document.
    #[must_use]
    pub const fn severity(&self) -> Severity {
        self.rule.severity
    }

    /// The basis of the rule.
    #[must_use]
    pub const fn basis(&self) -> Basis {
        self.rule.basis
    }

    /// The place: a pointer into the exchange document, or into the draft if it was checked outside a
    /// document.
    #[must_use]
    pub const fn at(&self) -> &Pointer {
        &self.at
    }

    /// The nearest record with an id at or above the place.
    #[must_use]
    pub const fn subject(&self) -> Option<Subject> {
        self.subject
    }

    /// The verdict: not met, or not assessable.
    #[must_use]
    pub const fn verdict(&self) -> Verdict {
        self.ground.verdict()
    }

    /// Returns `true` if the rule is not met, and `false` if it cannot be assessed.
    #[must_use]
    pub const fn is_not_met(&self) -> bool {
        matches!(self.verdict(), Verdict::NotMet)
    }

    /// The parts that are missing to assess the rule; empty if it is not met.
    #[must_use]
    pub fn missing(&self) -> &[Bilingual] {
        self.ground.missing()
    }

    /// The values because of which the rule is not met, by name.
    #[must_use]
    pub fn facts(&self) -> Vec<(&'static str, Fact)> {
        self.ground.facts()
    }

    /// The message: one sentence in lower case, without a full stop.
    #[must_use]
    pub fn message(&self, lang: Lang) -> String {
        self.ground.in_lang(lang).to_string()
    }

    /// The message, as it is displayed.
    pub(super) fn words(&self, lang: Lang) -> impl fmt::Display + '_ {
        self.ground.in_lang(lang)
    }

    /// How to correct it. Where the rule cannot be assessed, nothing need be wrong: what is missing is to be stated.
    #[must_use]
    pub fn remedy(&self, lang: Lang) -> &'static str {
        self.remedy_in_both().in_lang(lang)
    }

    fn remedy_in_both(&self) -> Bilingual {
        const STATE_IT: Bilingual = Bilingual::new("Oplys det, der mangler.", "State what is missing.");
        if self.is_not_met() { self.rule.remedy } else { STATE_IT }
    }

    /// The passages that the rule is based on.
    #[must_use]
    pub const fn sources(&self) -> &'static [SourceRef] {
        self.rule.sources
    }

    /// An identification that does not change when lists of the document are reordered.
    #[must_use]
    pub const fn fingerprint(&self) -> Fingerprint {
        self.fingerprint
    }

    /// The suppression of this finding, if it is suppressed.
    #[must_use]
    pub fn suppressed(&self) -> Option<&Suppression> {
        self.suppressed.as_deref()
    }

    /// Returns `true` if it rejects the document: an error rule that is not met and not suppressed.
    #[must_use]
    pub fn rejects(&self) -> bool {
        self.is_not_met() && self.severity() == Severity::Error && self.suppressed.is_none()
    }

    pub(super) fn suppress(&mut self, by: Arc<Suppression>) {
        self.suppressed = Some(by);
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
            && self.verdict() == other.verdict()
            && self.facts() == other.facts()
            && self.suppressed == other.suppressed
    }
}

impl Eq for Finding {}

impl fmt::Debug for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let verdict = self.verdict().label().en;
        let message = self.ground.in_lang(Lang::En);
        write!(f, "{} {verdict} at `{}`: {message}", self.code(), self.at)?;
        f.write_str(if self.suppressed.is_some() { " (suppressed)" } else { "" })
    }
}

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

/// The message in both languages, written without a text in between.
pub(super) struct Message<'a>(&'a Ground);

impl<'a> Message<'a> {
    pub(super) const fn of(finding: &'a Finding) -> Self {
        Self(&finding.ground)
    }
}

impl Serialize for Message<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Message", 2)?;
        s.serialize_field("da", &format_args!("{}", self.0.in_lang(Lang::Da)))?;
        s.serialize_field("en", &format_args!("{}", self.0.in_lang(Lang::En)))?;
        s.end()
    }
}

impl Serialize for Finding {
    /// `code`, `severity`, `basis`, `verdict`, `at`, `subject`, `facts`, `message`, `remedy`, `source`,
    /// `fingerprint` and, if it is suppressed, `suppressed`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Finding", 12)?;
        s.serialize_field("code", &self.code())?;
        s.serialize_field("severity", &self.severity())?;
        s.serialize_field("basis", &self.basis())?;
        s.serialize_field("verdict", &self.verdict())?;
        s.serialize_field("at", &self.at)?;
        s.serialize_field("subject", &self.subject)?;
        s.serialize_field("facts", &FactMap(self.facts()))?;
        s.serialize_field("message", &Message::of(self))?;
        s.serialize_field("remedy", &self.remedy_in_both())?;
        s.serialize_field("source", self.rule.sources)?;
        s.serialize_field("fingerprint", &self.fingerprint)?;
        match self.suppressed() {
            Some(by) => s.serialize_field("suppressed", by)?,
            None => s.skip_field("suppressed")?,
        }
        s.end()
    }
}

/// Identifies a finding across reports: same rule, same verdict, same record, same field.
///
/// It is a hash of the code, the verdict, the ids above the place and the keys between them (64 bits, written as
/// 16 hexadecimal digits). It does not change when lists are reordered, when figures change, or
/// when a draft is put into a document. A rule that could not be assessed and is now not met has another
/// fingerprint, so that accepting the first does not accept the second. If several records without an id have
/// the same finding, their fingerprints are made unique by counting them; correcting one of them changes
/// those after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Fingerprint(u64);

impl Fingerprint {
    fn of(code: RuleCode, verdict: Verdict, at: &Path<'_>) -> Self {
        let mut hash = Identity::NEW;
        hash.feed(&code.bytes());
        hash.feed(verdict.name().as_bytes());
        at.identity(&mut hash);
        Self(hash.0)
    }

    /// The fingerprint of the `n`th finding, from 0, among those with the same hash.
    fn occurrence(self, n: u64) -> Self {
        let mut hash = Identity(self.0);
        if n > 0 {
            hash.feed(&n.to_le_bytes());
        }
        Self(hash.0)
    }
}

/// A 64-bit hash in the manner of FNV-1a, eight bytes at a time: byte by byte it would be most of the work of a finding.
pub(super) struct Identity(u64);

impl Identity {
    pub(super) const NEW: Self = Self(0xcbf2_9ce4_8422_2325);

    pub(super) const fn value(&self) -> u64 {
        self.0
    }

    pub(super) fn feed(&mut self, bytes: &[u8]) {
        let (words, rest) = bytes.as_chunks();
        for word in words {
            self.mix(u64::from_le_bytes(*word));
        }
        // The byte at the end distinguishes "ab" + "c" from "a" + "bc".
        let last = rest.iter().chain(&[0xff]).rev();
        self.mix(last.fold(0, |word, byte| word << 8 | u64::from(*byte)));
    }

    pub(super) fn feed_id(&mut self, id: Uuid) {
        let (high, low) = id.as_u64_pair();
        self.mix(high);
        self.mix(low);
    }

    const fn mix(&mut self, word: u64) {
        self.0 = (self.0 ^ word).wrapping_mul(0x0100_0000_01b3);
        // The product moves bits up only.
        self.0 ^= self.0 >> 32;
    }
}

/// Texts hash by byte, so that it does not matter in which pieces they are written.
impl fmt::Write for Identity {
    fn write_str(&mut self, text: &str) -> fmt::Result {
        text.bytes().for_each(|byte| self.mix(byte.into()));
        Ok(())
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

/// The text is not a fingerprint: it has capital letters, as in `4F…`, or not exactly 16 digits.
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
        crate::text::parsed(deserializer, "a fingerprint: 16 hexadecimal digits")
    }
}

impl FingerprintError {
    const LABEL: Bilingual = Bilingual::new(
        "et fingeraftryk er 16 hexadecimale cifre med små bogstaver",
        "a fingerprint is 16 hexadecimal digits in lower case",
    );
}

leaf! {
    Fingerprint: "et fingeraftryk: 16 hexadecimale cifre", "a fingerprint: 16 hexadecimal digits";
    Text(|text| text.parse::<Fingerprint>().err().map(|_| FingerprintError::LABEL))
        matches "^[0-9a-f]{16}$";
    |tape| Fingerprint(tape.within(0, u64::MAX))
}
