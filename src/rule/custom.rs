//! A caller's custom rules.

use alloc::borrow::Cow;
use alloc::string::String;
use alloc::sync::Arc;
use alloc::vec::Vec;
use core::any::Any;
use core::fmt;

use chrono::NaiveDate;

use super::source::OwnedSource;
use super::{Basis, Fact, Ruled, Severity};
use crate::codes::RuleCode;
use crate::report::context::Context;
use crate::report::{Finding, Ground, Path, Report};
use crate::text::Wording;

/// What is known about a rule that is not one of this crate: a caller's own, or one as a stored report kept it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OwnedRule {
    pub(crate) code: RuleCode,
    pub(crate) severity: Severity,
    pub(crate) basis: Basis,
    pub(crate) title: Wording,
    pub(crate) remedy: Wording,
    pub(crate) sources: Vec<OwnedSource>,
}

/// A rule of the caller's own, on one type of record.
///
/// Its check is a closure, so it can hold a limit from a configuration or what a customer calls things. It is called
/// with every record of its type, anywhere in a draft: with each focus area of an agreement, or with the agreement
/// itself. A [`Context`] carries it, so that it applies in every check and in [`validate`](crate::Draft::validate)
/// under that context; a [`Stamp`](crate::report::Stamp) names it by its code. A rule with another limit or another
/// check is another rule, and needs another code. It cannot read the extensions of a document. A rule that needs them
/// captures them in its closure, so it is created for each document.
///
/// The type is any record of a draft: the draft itself, such as `DevelopmentAgreement` or `PdsaCycle`, or one inside
/// it, such as `FocusArea` or `CarriedOut`. It is no choice (`When`), no word, and not the `Document` around a draft.
///
/// A code is three capital letters and three digits. The crate will never use a prefix that begins with `X`, so begin your own
/// with it.
///
/// The message is a sentence in lower case without a full stop, in Danish and English, with the names of facts in
/// braces. After a colon come the singular and the plural of what a number counts, the word before the last of several
/// terms, or those before a date: `{on:on|in}`. A name in braces that is no fact is left unchanged.
///
/// ```
/// use kvalitetsmodel::agreement::{DevelopmentAgreement, FocusArea};
/// use kvalitetsmodel::rule::{CustomRule, Severity};
/// use kvalitetsmodel::{Context, Draft as _, Lang, id::Id, text::Wording};
///
/// let most = 0; // from the configuration of a customer
/// let few_actions = CustomRule::new(
///     "XHU001".parse()?,
///     Wording::new(
///         "området har {actions:indsats|indsatser}, højst {most} er tilladt",
///         "the area has {actions:action|actions}, at most {most} are allowed",
///     ),
///     move |area: &FocusArea, found| {
///         if area.actions.len() > most {
///             found.not_met_at("actions", [("actions", area.actions.len().into()), ("most", most.into())]);
///         }
///     },
/// )?
/// .with_severity(Severity::Error);
///
/// let draft: DevelopmentAgreement = serde_json::from_str(
///     r#"{
///         "id": "00000000-0000-4000-8000-000000000001",
///         "focusAreas": [{
///             "id": "00000000-0000-4000-8000-000000000002",
///             "actions": [{ "id": "00000000-0000-4000-8000-000000000003" }]
///         }]
///     }"#,
/// )?;
/// let rejected = draft.validate(&Context::new("2024-01-09".parse()?).with_custom_rule(few_actions)).unwrap_err();
/// let finding = rejected.report().findings().iter().find(|finding| finding.rejects()).expect("found");
/// assert_eq!(finding.at().as_str(), "/focusAreas/0/actions");
/// assert_eq!(finding.message(Lang::En), "the area has 1 action, at most 0 are allowed");
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone)]
pub struct CustomRule {
    rule: Arc<OwnedRule>,
    message: Arc<Wording>,
    check: Arc<CustomCheck>,
}

type CustomCheck = dyn Fn(&dyn Any, &mut CustomFindings<'_>) + Send + Sync;

/// The prefix of the code is one of this crate's, such as `AGR` in `AGR900`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.in_english())]
#[non_exhaustive]
pub struct ReservedPrefix {
    /// The code refused.
    pub code: RuleCode,
}

crate::text::error_type! {
    ReservedPrefix,
    kind |_| "reservedPrefix",
    says |error, lang, f| match lang {
        crate::Lang::Da => write!(f, "koden {} har et præfiks, som er forbeholdt bibliotekets egne regler", error.code),
        crate::Lang::En => write!(f, "the code {} has a prefix that is reserved for the crate's own rules", error.code),
    },
    "code": |error: &ReservedPrefix| Some(error.code),
}

impl CustomRule {
    /// A warning with a code, a message and a check. The message is also its title, and it has no remedy and no
    /// source unless they are set.
    ///
    /// # Errors
    ///
    /// [`ReservedPrefix`] for a code such as `AGR900` or `SER001`.
    #[expect(private_bounds, reason = "it holds of every record of the exchange format")]
    pub fn new<R: Ruled>(
        code: RuleCode,
        message: Wording,
        check: impl Fn(&R, &mut CustomFindings<'_>) + Send + Sync + 'static,
    ) -> Result<Self, ReservedPrefix> {
        if code.is_reserved() {
            return Err(ReservedPrefix { code });
        }
        let rule = OwnedRule {
            code,
            severity: Severity::Warning,
            basis: Basis::Custom,
            title: message.clone(),
            remedy: Wording::new("", ""),
            sources: Vec::new(),
        };
        let check = move |record: &dyn Any, found: &mut CustomFindings<'_>| {
            if let Some(record) = record.downcast_ref() {
                check(record, found);
            }
        };
        Ok(Self { rule: Arc::new(rule), message: Arc::new(message), check: Arc::new(check) })
    }

    /// Sets how much it weighs. An error rejects.
    #[must_use]
    pub fn with_severity(self, severity: Severity) -> Self {
        self.changed(|rule| rule.severity = severity)
    }

    /// Sets what must hold, in one sentence.
    #[must_use]
    pub fn with_title(self, title: Wording) -> Self {
        self.changed(|rule| rule.title = title)
    }

    /// Sets what to do about it.
    #[must_use]
    pub fn with_remedy(self, remedy: Wording) -> Self {
        self.changed(|rule| rule.remedy = remedy)
    }

    /// Adds the passage that says so: a document, and the section of it.
    #[must_use]
    pub fn with_source(self, document: impl Into<String>, section: impl Into<String>) -> Self {
        let (document, section) = (document.into(), section.into());
        let source = OwnedSource { document, publisher: String::new(), section, url: None };
        self.changed(|rule| rule.sources.push(source))
    }

    fn changed(mut self, change: impl FnOnce(&mut OwnedRule)) -> Self {
        change(Arc::make_mut(&mut self.rule));
        self
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> RuleCode {
        self.rule.code
    }

    pub(crate) fn check(&self, record: &dyn Any, at: &Path<'_>, context: &Context, report: &mut Report) {
        (self.check)(record, &mut CustomFindings { rule: self, at, context, report });
    }
}

/// Two are equal if they say the same and share the same check.
impl PartialEq for CustomRule {
    fn eq(&self, other: &Self) -> bool {
        self.rule == other.rule && self.message == other.message && Arc::ptr_eq(&self.check, &other.check)
    }
}

impl Eq for CustomRule {}

impl fmt::Debug for CustomRule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("CustomRule").field(&self.rule.code).finish()
    }
}

/// What the check of a [`CustomRule`] finds in one record.
#[derive(Debug)]
pub struct CustomFindings<'c> {
    rule: &'c CustomRule,
    at: &'c Path<'c>,
    context: &'c Context,
    report: &'c mut Report,
}

impl CustomFindings<'_> {
    /// The context of the check.
    #[must_use]
    pub const fn context(&self) -> &Context {
        self.context
    }

    /// The day that the check is made for.
    #[must_use]
    pub fn as_of(&self) -> NaiveDate {
        self.context.as_of()
    }

    /// The rule is not met by the record, because of the facts.
    pub fn not_met(&mut self, facts: impl IntoIterator<Item = (&'static str, Fact)>) {
        self.push(None, self.broken_by(facts));
    }

    /// The rule is not met by a field of the record, because of the facts. The name of the field is that of the
    /// exchange format, in camelCase: `focusAreas`. It is not checked: with a wrong name, the finding has a place that
    /// does not exist.
    pub fn not_met_at(&mut self, field: &str, facts: impl IntoIterator<Item = (&'static str, Fact)>) {
        self.push(Some(field), self.broken_by(facts));
    }

    /// The rule cannot be assessed, because these parts of the record are not stated.
    pub fn not_assessable<M: Into<Wording>>(&mut self, missing: impl IntoIterator<Item = M>) {
        self.push(None, Ground::told_missing(missing.into_iter().map(Into::into).collect()));
    }

    fn broken_by(&self, facts: impl IntoIterator<Item = (&'static str, Fact)>) -> Ground {
        let facts = facts.into_iter().map(|(name, fact)| (Cow::Borrowed(name), fact));
        Ground::told(Arc::clone(&self.rule.message), facts.collect())
    }

    fn push(&mut self, field: Option<&str>, ground: Ground) {
        let place = field.map(|field| self.at.key(field));
        let at = place.as_ref().unwrap_or(self.at);
        self.report.push(Finding::new(Arc::clone(&self.rule.rule), at, ground));
    }
}
