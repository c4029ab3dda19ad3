//! Findings.

use alloc::string::{String, ToString};
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::fmt;

use super::fingerprint::Fingerprint;
use super::ground::{Ground, MessageTemplate};
use super::path::{Path, Pointer};
use super::suppression::Suppression;
use crate::Lang;
use crate::codes::RuleCode;
use crate::id::Subject;
use crate::rule::{Basis, Fact, OwnedRule, OwnedSource, Rule, Severity, SourceRef};
use crate::text::{Bilingual, InBoth, Wording};
use serde::ser::{Serialize, SerializeMap, SerializeStruct, Serializer};

words! {
    /// The verdict of a finding.
    ///
    /// The third verdict, *met*, produces no finding.
    pub enum Verdict: "vurdering", "verdict" {
        /// The rule is not met: [`Finding::facts`] has the values that broke it.
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
    rule: AnyRule,
    at: Pointer,
    /// Byte offset in `at` where the path below `subject` begins.
    field: u32,
    subject: Option<Subject>,
    ground: Ground,
    fingerprint: Fingerprint,
    suppressed: Option<Arc<Suppression>>,
}

/// The rule of a finding: one of this crate, or one about which only this is known.
#[derive(Debug, Clone)]
pub(crate) enum AnyRule {
    Known(&'static Rule),
    Owned(Arc<OwnedRule>),
}

impl From<&'static Rule> for AnyRule {
    fn from(rule: &'static Rule) -> Self {
        Self::Known(rule)
    }
}

impl From<Arc<OwnedRule>> for AnyRule {
    fn from(rule: Arc<OwnedRule>) -> Self {
        Self::Owned(rule)
    }
}

impl Finding {
    pub(crate) fn new(rule: impl Into<AnyRule>, at: &Path<'_>, ground: Ground) -> Self {
        let rule = rule.into();
        let pointer = at.to_pointer();
        Self {
            field: pointer.before(at.len_below_subject()),
            at: pointer,
            subject: at.subject(),
            fingerprint: Fingerprint::of(rule.code(), ground.verdict().name(), at),
            rule,
            ground,
            suppressed: None,
        }
    }

    /// The code of the rule.
    #[must_use]
    pub fn code(&self) -> RuleCode {
        self.rule.code()
    }

    /// The severity of the rule. A rule that cannot be judged has one, too: use [`rejects`](Self::rejects) to see
    /// whether a finding rejects a document.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.rule.severity()
    }

    /// The basis of the rule.
    #[must_use]
    pub fn basis(&self) -> Basis {
        self.rule.basis()
    }

    /// What must hold, in one sentence.
    #[must_use]
    pub fn title(&self, lang: Lang) -> &str {
        self.rule.title(lang)
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

    /// The rest of the [place](Self::at) after its [subject](Self::subject): the field of the record that has the id, or
    /// `""` for that record as a whole. A form that shows the record finds its input by it.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::DevelopmentAgreement;
    /// use kvalitetsmodel::date::Period;
    /// use kvalitetsmodel::{Context, check_rule, codes, id::Id};
    ///
    /// let agreement = DevelopmentAgreement {
    ///     period: Some(Period { start: "2024-12-31".parse()?, end: "2024-01-01".parse()? }),
    ///     ..DevelopmentAgreement::new(Id::from_u128(1))
    /// };
    /// let report = check_rule(&agreement, &Context::new("2024-01-09".parse()?), codes::AGR015);
    /// let finding = &report.findings()[0];
    /// assert_eq!(finding.subject().map(|of| of.kind), Some("agreement"));
    /// assert_eq!(finding.field(), "/period");
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn field(&self) -> &str {
        self.at.after(self.field)
    }

    /// The verdict: not met, or not assessable.
    #[must_use]
    pub fn verdict(&self) -> Verdict {
        self.ground.verdict()
    }

    /// Returns `true` if the rule is not met, and `false` if it cannot be assessed.
    #[must_use]
    pub fn is_not_met(&self) -> bool {
        self.verdict() == Verdict::NotMet
    }

    /// The parts that are missing to assess the rule, in words; empty if it is not met. What a target figure or a
    /// measurement lacks are fields: see [`TargetFigure::missing_fields`](crate::target_figure::TargetFigure::missing_fields).
    #[must_use]
    pub fn missing(&self) -> Vec<Wording> {
        self.ground.missing()
    }

    /// The values that broke the rule, by name; `missing` with the parts that are missing if it
    /// cannot be assessed.
    #[must_use]
    pub fn facts(&self) -> Vec<(&str, Fact)> {
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

    /// The message as a template. Returns `None` if the rule cannot be assessed.
    pub(super) fn template(&self) -> Option<MessageTemplate<'_>> {
        self.ground.template()
    }

    /// How to correct it; blank if a custom rule does not say. If the rule cannot be assessed, nothing need be wrong:
    /// the remedy is to state what is missing, if it exists. Where there was nothing to count, it does not.
    #[must_use]
    pub fn remedy(&self, lang: Lang) -> &str {
        const STATE_IT: Bilingual = Bilingual::new(
            "Oplys det, der mangler, hvis det findes.",
            "State what is missing, if it exists.",
        );
        if self.is_not_met() { self.rule.remedy(lang) } else { STATE_IT.in_lang(lang) }
    }

    /// The passages that the rule is based on.
    #[must_use]
    pub fn sources(&self) -> Vec<SourceRef<'_>> {
        self.rule.sources()
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

    pub(super) const fn rule(&self) -> &AnyRule {
        &self.rule
    }

    pub(super) fn suppress(&mut self, by: Arc<Suppression>) {
        self.suppressed = Some(by);
    }

    pub(super) fn set_occurrence(&mut self, n: u64) {
        self.fingerprint = self.fingerprint.occurrence(n);
    }

    /// A finding as it was stored.
    pub(super) fn restored(
        rule: AnyRule,
        (at, field): (Pointer, &str),
        subject: Option<Subject>,
        ground: Ground,
        fingerprint: Fingerprint,
        suppressed: Option<Arc<Suppression>>,
    ) -> Self {
        Self { rule, field: at.before(field.len()), at, subject, ground, fingerprint, suppressed }
    }
}

impl AnyRule {
    pub(super) fn code(&self) -> RuleCode {
        match self {
            Self::Known(rule) => rule.code,
            Self::Owned(rule) => rule.code,
        }
    }

    pub(super) fn severity(&self) -> Severity {
        match self {
            Self::Known(rule) => rule.severity,
            Self::Owned(rule) => rule.severity,
        }
    }

    pub(super) fn basis(&self) -> Basis {
        match self {
            Self::Known(rule) => rule.basis,
            Self::Owned(rule) => rule.basis,
        }
    }

    pub(super) fn title(&self, lang: Lang) -> &str {
        match self {
            Self::Known(rule) => rule.title.in_lang(lang),
            Self::Owned(rule) => rule.title.in_lang(lang),
        }
    }

    pub(super) fn remedy(&self, lang: Lang) -> &str {
        match self {
            Self::Known(rule) => rule.remedy.in_lang(lang),
            Self::Owned(rule) => rule.remedy.in_lang(lang),
        }
    }

    pub(super) fn sources(&self) -> Vec<SourceRef<'_>> {
        match self {
            Self::Known(rule) => rule.sources.to_vec(),
            Self::Owned(rule) => rule.sources.iter().map(OwnedSource::as_ref).collect(),
        }
    }
}

impl PartialEq for Finding {
    fn eq(&self, other: &Self) -> bool {
        self.code() == other.code()
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

struct FactMap<'a>(Vec<(&'a str, Fact)>);

impl Serialize for FactMap<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (key, value) in &self.0 {
            map.serialize_entry(key, value)?;
        }
        map.end()
    }
}

impl Serialize for Finding {
    /// `code`, `severity`, `basis`, `verdict`, `at`, `subject`, `field`, `facts`, `message`, `remedy`, `source`,
    /// `fingerprint` and, if it is suppressed, `suppressed`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut s = serializer.serialize_struct("Finding", 13)?;
        s.serialize_field("code", &self.code())?;
        s.serialize_field("severity", &self.severity())?;
        s.serialize_field("basis", &self.basis())?;
        s.serialize_field("verdict", &self.verdict())?;
        s.serialize_field("at", &self.at)?;
        s.serialize_field("subject", &self.subject)?;
        s.serialize_field("field", self.field())?;
        s.serialize_field("facts", &FactMap(self.facts()))?;
        s.serialize_field("message", &InBoth(|lang| self.words(lang)))?;
        s.serialize_field("remedy", &InBoth(|lang| self.remedy(lang)))?;
        s.serialize_field("source", &self.sources())?;
        s.serialize_field("fingerprint", &self.fingerprint)?;
        match self.suppressed() {
            Some(by) => s.serialize_field("suppressed", by)?,
            None => s.skip_field("suppressed")?,
        }
        s.end()
    }
}
