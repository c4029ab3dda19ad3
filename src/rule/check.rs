//! Checking: all rules, one rule, or a caller's own rules beside them.

use super::form::{FORM_RULES, Ids, SeenIds};
use super::own::OwnRule;
use super::{Checker, Rule, RuleFor};
use crate::codes::RuleCode;
use crate::draft::kind::Draft;
use crate::draft::walk::{Mention, Walk};
use crate::id::Subject;
use crate::report::context::Context;
use crate::report::{Because, Path, Report};

/// Checks a draft against every rule and returns all findings.
///
/// It borrows the draft and changes nothing. A clean draft costs no heap allocation.
///
/// ```
/// use kvalitetsmodel::{Context, check, cycle::PdsaCycle, id::Id};
///
/// let cycle = PdsaCycle::new(Id::from_u128(1));
/// let report = check(&cycle, &Context::new("2024-01-09".parse()?));
/// assert!(!report.rejects()); // a cycle that has not begun is not wrong
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn check<T: Draft>(draft: &T, context: &Context) -> Report {
    check_at(draft, "", context, None, &[])
}

/// Checks a draft against one rule.
///
/// A code without a rule for this kind of draft is listed as not evaluated.
///
/// ```
/// use kvalitetsmodel::{Context, agreement::DevelopmentAgreement, check_rule, codes, id::Id};
///
/// let draft = DevelopmentAgreement::new(Id::from_u128(1));
/// let context = Context::new("2024-01-09".parse()?);
/// assert_eq!(check_rule(&draft, &context, codes::AGR001).findings().len(), 1);
/// assert_eq!(check_rule(&draft, &context, codes::PDS001).not_evaluated().len(), 1);
/// # Ok::<(), chrono::ParseError>(())
/// ```
pub fn check_rule<T: Draft>(draft: &T, context: &Context, code: RuleCode) -> Report {
    check_at(draft, "", context, Some(code), &[])
}

/// Checks a draft against every rule of the crate and against `own` rules, in one report.
///
/// Own rules run whatever the profile says; to leave one out, do not pass it.
pub fn check_with<T: Draft>(draft: &T, context: &Context, own: &[OwnRule<T>]) -> Report {
    check_at(draft, "", context, None, own)
}

/// Checks a draft that is the content of a document. Places are places in the document.
pub(crate) fn check_in_document<T: Draft>(draft: &T, context: &Context) -> Report {
    check_at(draft, T::AT, context, None, &[])
}

/// Checks a draft that stands at `prefix` in a document.
fn check_at<T: Draft>(
    draft: &T,
    prefix: &str,
    context: &Context,
    only: Option<RuleCode>,
    own: &[OwnRule<T>],
) -> Report {
    let mut report = Report::default();
    let reaches = |code| is_form_rule(code) || T::SHAPE.is_reached_by(code);
    for off in context.profile().switched_off() {
        if only.is_none_or(|only| only == off.code) && reaches(off.code) {
            let because = Because::SwitchedOff { reason: off.reason.clone() };
            report.push_not_evaluated(off.code, None, because);
        }
    }
    if let Some(code) = only.filter(|code| !reaches(*code)) {
        report.push_not_evaluated(code, None, Because::OtherKind {});
    }
    let at = Path::root(prefix, draft.subject());
    let mut run = Run::new(context, &mut report, only, T::RESOLVES);
    draft.walk(&at, &mut Walk::Rules(&mut run));
    if run.seen.may_clash() {
        let ids = Ids { draft, resolved: T::RESOLVES };
        if ids.clash(&at) {
            report.prepend(form_report(&ids, &at, context, only));
        }
    }
    for one in own {
        (one.check)(draft, &at, &mut Checker::new(context, one.rule, &mut report));
    }
    report.finish(context, *T::SHAPE, prefix);
    report
}

fn is_form_rule(code: RuleCode) -> bool {
    FORM_RULES.iter().any(|one| one.rule.code == code)
}

/// Runs the rules about the form of any draft.
fn form_report(ids: &Ids<'_>, at: &Path<'_>, context: &Context, only: Option<RuleCode>) -> Report {
    let mut report = Report::default();
    for one in FORM_RULES.iter().filter(|one| applies(one.rule, context, only)) {
        (one.check)(ids, at, &mut Checker::new(context, one.rule, &mut report));
    }
    report
}

fn applies(rule: &Rule, context: &Context, only: Option<RuleCode>) -> bool {
    let switched_off = context.profile().switched_off();
    only.is_none_or(|only| only == rule.code) && switched_off.iter().all(|off| off.code != rule.code)
}

/// One run of the rules over a draft.
pub(crate) struct Run<'r> {
    context: &'r Context,
    report: &'r mut Report,
    only: Option<RuleCode>,
    seen: SeenIds,
}

impl<'r> Run<'r> {
    /// A run for drafts in which references must find things of the `resolved` kinds.
    pub(crate) const fn new(
        context: &'r Context,
        report: &'r mut Report,
        only: Option<RuleCode>,
        resolved: &'static [&'static str],
    ) -> Self {
        Self { context, report, only, seen: SeenIds::new(resolved) }
    }

    /// Notes an id.
    pub(crate) fn mentions(&mut self, mention: Mention, subject: Subject) {
        self.seen.enter(mention, subject);
    }

    /// Runs a rule on a record, if it applies.
    pub(crate) fn rule<T>(&mut self, one: &RuleFor<T>, record: &T, at: &Path<'_>) {
        if applies(one.rule, self.context, self.only) {
            (one.check)(record, at, &mut Checker::new(self.context, one.rule, self.report));
        }
    }
}
