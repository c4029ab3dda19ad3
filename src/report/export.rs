//! Reports as JSON: with everything in full, or with each rule once.

use alloc::vec::Vec;

use serde::Serialize;
use serde::ser::{SerializeStruct, Serializer};

use super::finding::AnyRule;
use super::ground::MessageTemplate;
use super::matter::Matters;
use super::stored::COMPACT;
use super::{Finding, Report, Stamp};
use crate::Lang;
use crate::codes::RuleCode;
use crate::keyed::Keyed;
use crate::rule::{TaggedFact, in_camel_case};
use crate::sorted::sort_by_key;
use crate::text::InBoth;

impl Report {
    /// The report for programs that show it: format, what was checked, the [stamp](Stamp) under which it was checked,
    /// summary, findings with messages and remedies in both languages, the same findings as
    /// [matters](Self::matters), and the rules that were not evaluated.
    ///
    /// It is made while it is written: `serde_json::to_writer` holds one finding at a time, `to_string` the whole
    /// text, which can be many times as long as the document if that is full of gaps.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, agreement::DevelopmentAgreement, check, id::Id};
    ///
    /// let context = Context::new("2024-01-09".parse()?);
    /// let report = check(&DevelopmentAgreement::new(Id::from_u128(1)), &context);
    /// serde_json::to_writer(std::io::sink(), &report.export())?;
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn export(&self) -> impl Serialize + '_ {
        Export(self)
    }

    /// The report for storing: each rule once with its messages as templates, and the findings by code and facts, from
    /// which the messages follow in either language. [`StoredReport`](super::StoredReport) reads it.
    ///
    /// It is made while it is written, as [`export`](Self::export) is, but is much shorter. The passages that a rule of
    /// this crate is based on are not in it: [`explain`](crate::explain) has them.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, Lang, agreement::DevelopmentAgreement, check, id::Id, report::StoredReport};
    ///
    /// let context = Context::new("2024-01-09".parse()?);
    /// let report = check(&DevelopmentAgreement::new(Id::from_u128(1)), &context);
    /// let text = serde_json::to_string(&report.compact())?;
    /// let stored: StoredReport = serde_json::from_str(&text)?;
    /// assert_eq!(stored.findings()[0].message(Lang::Da), report.findings()[0].message(Lang::Da));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn compact(&self) -> impl Serialize + '_ {
        Compact(self)
    }
}

struct Export<'a>(&'a Report);

impl Serialize for Export<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(report) = self;
        let mut s = serializer.serialize_struct("Report", 8)?;
        write_head("kvalitetsmodel-report/1", report, &mut s)?;
        s.serialize_field("findings", report.findings())?;
        s.serialize_field("matters", &Matters(report))?;
        s.serialize_field("notEvaluated", report.not_evaluated())?;
        s.end()
    }
}

struct Compact<'a>(&'a Report);

impl Serialize for Compact<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self(report) = self;
        let rules = Rules::of(report.findings());
        let mut s = serializer.serialize_struct("Report", 8)?;
        write_head(COMPACT, report, &mut s)?;
        s.serialize_field("rules", &rules)?;
        s.serialize_field("findings", &Findings { report, rules: &rules })?;
        s.serialize_field("notEvaluated", report.not_evaluated())?;
        s.end()
    }
}

/// Writes the beginning of both forms.
fn write_head<S: SerializeStruct>(format: &'static str, report: &Report, s: &mut S) -> Result<(), S::Error> {
    s.serialize_field("format", format)?;
    match report.about() {
        Some(about) => s.serialize_field("about", &about)?,
        None => s.skip_field("about")?,
    }
    match report.only() {
        Some(only) => s.serialize_field("only", &only)?,
        None => s.skip_field("only")?,
    }
    s.serialize_field("validation", &Stamp::of(report.context()))?;
    s.serialize_field("summary", &report.summary())
}

/// The rules of the findings, with the messages in use.
struct Rules<'a>(Keyed<RuleCode, (&'a AnyRule, Vec<MessageTemplate<'a>>)>);

impl<'a> Rules<'a> {
    fn of(findings: &'a [Finding]) -> Self {
        let mut rules = Keyed::default();
        for finding in findings {
            let rule = || (finding.rule(), Vec::new());
            rules.update(finding.code(), rule, |(_, templates)| {
                templates.extend(finding.template().filter(|template| !templates.contains(template)));
            });
        }
        Self(rules)
    }

    /// The index of the message of a finding among those of its rule.
    fn message_of(&self, finding: &Finding) -> Option<usize> {
        let template = finding.template()?;
        let (_, templates) = self.0.get(finding.code())?;
        templates.iter().position(|one| *one == template)
    }
}

impl Serialize for Rules<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut rules: Vec<_> = self.0.values().iter().collect();
        sort_by_key(&mut rules, |(rule, _)| rule.code());
        serializer
            .collect_map(rules.iter().map(|(rule, templates)| (rule.code(), RuleOnce { rule, templates })))
    }
}

struct RuleOnce<'a> {
    rule: &'a AnyRule,
    templates: &'a [MessageTemplate<'a>],
}

impl Serialize for RuleOnce<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rule = self.rule;
        // The catalogue has the passages of this crate's rules; they are longer than everything else.
        let sources = match rule {
            AnyRule::Known(_) => Vec::new(),
            AnyRule::Owned(_) => rule.sources(),
        };
        let mut s = serializer.serialize_struct("Rule", 6)?;
        s.serialize_field("severity", &rule.severity())?;
        s.serialize_field("basis", &rule.basis())?;
        s.serialize_field("title", &Texts::of(|lang| rule.title(lang)))?;
        s.serialize_field("remedy", &Texts::of(|lang| rule.remedy(lang)))?;
        if sources.is_empty() {
            s.skip_field("source")?;
        } else {
            s.serialize_field("source", &sources)?;
        }
        s.serialize_field("messages", self.templates)?;
        s.end()
    }
}

impl Serialize for MessageTemplate<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Made(wording) => wording.serialize(serializer),
            // The names of most facts are one word.
            Self::Fixed(template) if !template.da.contains('_') && !template.en.contains('_') => {
                template.serialize(serializer)
            }
            Self::Fixed(template) => {
                InBoth(|lang| in_camel_case(template.in_lang(lang))).serialize(serializer)
            }
        }
    }
}

/// Texts that are written unchanged, which is faster than formatting.
#[derive(Serialize)]
struct Texts<'a> {
    da: &'a str,
    en: &'a str,
}

impl<'a> Texts<'a> {
    fn of(text: impl Fn(Lang) -> &'a str) -> Self {
        Self { da: text(Lang::Da), en: text(Lang::En) }
    }
}

struct Findings<'a> {
    report: &'a Report,
    rules: &'a Rules<'a>,
}

impl Serialize for Findings<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let rules = self.rules;
        serializer.collect_seq(self.report.findings().iter().map(|finding| Short { finding, rules }))
    }
}

struct Short<'a> {
    finding: &'a Finding,
    rules: &'a Rules<'a>,
}

impl Serialize for Short<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { finding, rules } = self;
        let mut s = serializer.serialize_struct("Finding", 8)?;
        s.serialize_field("code", &finding.code())?;
        s.serialize_field("at", finding.at())?;
        match finding.subject() {
            Some(subject) => s.serialize_field("subject", &subject)?,
            None => s.skip_field("subject")?,
        }
        match finding.field() {
            "" => s.skip_field("field")?,
            field => s.serialize_field("field", field)?,
        }
        match rules.message_of(finding) {
            Some(message) => s.serialize_field("message", &message)?,
            None => s.skip_field("message")?,
        }
        s.serialize_field("facts", &Tagged(finding))?;
        s.serialize_field("fingerprint", &finding.fingerprint())?;
        match finding.suppressed() {
            Some(by) => s.serialize_field("suppressed", by)?,
            None => s.skip_field("suppressed")?,
        }
        s.end()
    }
}

/// Facts with their kinds.
struct Tagged<'a>(&'a Finding);

impl Serialize for Tagged<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let facts = self.0.facts().into_iter();
        serializer.collect_map(facts.map(|(name, fact)| (name, TaggedFact::from(fact))))
    }
}
