//! Checking: all rules, one rule, or a caller's own beside ours; and the way to a proof.

mod nodes;
mod own;

use crate::catalogue::Check;
use crate::id::Subject;
use crate::report::{Because, Checking, Context, Path, Rejected, Report, Valid};
use crate::rule::{Rule, RuleCode};

pub use own::{OwnRule, ReservedPrefix, check_with};

mod sealed {
    pub trait Sealed {
        /// Where it stands in a document.
        const AT: &'static str;
    }
}

/// A draft that this crate has rules for: one of the aggregates of the exchange format.
///
/// Sealed, so that no proof can be minted for another type.
#[expect(private_bounds, reason = "the walk over a draft is no one else's business")]
pub trait Draft: sealed::Sealed + Node {
    /// What the exchange format calls it.
    const KIND: &'static str;

    /// Proves that no error rule rejects the draft under `context`.
    ///
    /// # Errors
    ///
    /// [`Rejected`] gives the draft back with its report, where an error rule is not met and not
    /// suppressed: a target figure that is given and to be agreed, two things with one id.
    ///
    /// ```
    /// use kvalitetsmodel::{Context, DevelopmentAgreement, Draft as _, id::AgreementId};
    /// use uuid::Uuid;
    ///
    /// let draft = DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(1)));
    /// let proof = draft.validate(Context::new("2024-01-09".parse()?))?;
    /// assert_eq!(proof.report().summary().warnings, 1); // valid, and not clean
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[expect(
        clippy::result_large_err,
        reason = "the draft is given back whole, where it would be moved anyway"
    )]
    fn validate(self, context: Context) -> Result<Valid<Self>, Rejected<Self>> {
        let report = check(&self, &context);
        Valid::from_report(self, context, report)
    }
}

/// Something that rules look at: an aggregate, or a part of one.
pub(crate) trait Node: Sized + 'static {
    /// What it is, if it has an id.
    fn subject(&self) -> Option<Subject>;

    /// The rules that look at this, in the order of the table.
    fn rules() -> &'static [Option<Looking<Self>>];

    /// Does a rule of that code look at this kind of thing, or at parts that it can have?
    fn reaches(code: RuleCode) -> bool {
        Self::rules().iter().flatten().any(|(rule, _)| rule.code == code)
    }

    /// Takes the walk on to the parts that have rules of their own.
    fn parts(&self, _at: &Path<'_>, _walk: &mut Walk<'_>) {}
}

/// A rule, and how it looks at a `T`.
pub(crate) type Looking<T> = (&'static Rule, Check<T>);

/// One walk over a draft.
pub(crate) struct Walk<'w> {
    context: &'w Context,
    report: &'w mut Report,
    only: Option<RuleCode>,
}

impl Walk<'_> {
    /// Runs the rules of `node`, then goes on to its parts.
    pub(crate) fn node<T: Node>(&mut self, node: &T, at: &Path<'_>) {
        for (rule, check) in T::rules().iter().flatten() {
            if self.applies(rule) {
                check(node, at, &mut Checking::new(self.context, rule, self.report));
            }
        }
        node.parts(at, self);
    }

    fn applies(&self, rule: &Rule) -> bool {
        let switched_off = self.context.profile().switched_off();
        self.only.is_none_or(|only| only == rule.code) && switched_off.iter().all(|off| off.code != rule.code)
    }
}

fn walk<T: Node>(draft: &T, prefix: &str, context: &Context, only: Option<RuleCode>) -> Report {
    let mut report = Report::default();
    for off in context.profile().switched_off() {
        if T::reaches(off.code) && only.is_none_or(|only| only == off.code) {
            let because = Because::SwitchedOff { reason: off.reason.clone() };
            report.push_not_evaluated(off.code, None, because);
        }
    }
    if let Some(code) = only.filter(|code| !T::reaches(*code)) {
        report.push_not_evaluated(code, None, Because::OtherKind {});
    }
    let mut walk = Walk { context, report: &mut report, only };
    walk.node(draft, &Path::root(prefix, draft.subject()));
    report
}

/// Checks a draft against every rule, and gives all findings.
///
/// It borrows the draft and changes nothing. A draft without findings costs no heap allocation.
///
/// ```
/// use kvalitetsmodel::{Context, PdsaCycle, check, id::CycleId};
/// use uuid::Uuid;
///
/// let cycle = PdsaCycle::new(CycleId::new(Uuid::from_u128(1)));
/// let report = check(&cycle, &Context::new("2024-01-09".parse()?));
/// assert!(!report.rejects()); // not begun is not wrong
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn check<T: Draft>(draft: &T, context: &Context) -> Report {
    check_at(draft, "", context)
}

/// The same, for a draft that is the content of a document.
pub(crate) fn check_in_document<T: Draft>(draft: &T, context: &Context) -> Report {
    check_at(draft, T::AT, context)
}

/// The same, for a draft that stands at `prefix` in a document.
fn check_at<T: Draft>(draft: &T, prefix: &str, context: &Context) -> Report {
    let mut report = walk(draft, prefix, context, None);
    report.finish(context);
    report
}

/// Checks a draft against one rule alone.
///
/// A code that has no rule for this kind of draft is listed as not evaluated.
///
/// ```
/// use kvalitetsmodel::{Context, DevelopmentAgreement, check_rule, codes, id::AgreementId};
/// use uuid::Uuid;
///
/// let draft = DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(1)));
/// let context = Context::new("2024-01-09".parse()?);
/// assert_eq!(check_rule(&draft, &context, codes::AGR001).findings().len(), 1);
/// assert_eq!(check_rule(&draft, &context, codes::PDS001).not_evaluated().len(), 1);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn check_rule<T: Draft>(draft: &T, context: &Context, code: RuleCode) -> Report {
    let mut report = walk(draft, "", context, Some(code));
    report.finish(context);
    report
}
