//! Checking: all rules, or one of them.

use alloc::vec::Vec;
use core::any::Any;

use chrono::NaiveDate;

use super::form::{
    FORM_RULES, Ids, Later, NUMBERS, SeenIds, civil_number, doc005_item_says_something, is_about_any_document,
};
use super::{Checker, Rule};
use crate::codes::{self, RuleCode};
use crate::draft::Shape;
use crate::draft::kind::Draft;
use crate::draft::walk::{Mention, Walk, Walked};
use crate::id::Subject;
use crate::report::context::Context;
use crate::report::{Because, Path, Report};
use crate::sorted::sort_by_key;

/// Checks a draft against every rule, and against the [custom rules](crate::rule::CustomRule) of the context, and returns all
/// findings.
///
/// It borrows the draft and changes nothing. A clean draft of usual size costs no heap allocation.
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
    check_at(draft, "", context, None, None).report
}

/// Checks a draft against one rule.
///
/// A code without a rule for this kind of draft is listed as not evaluated. No finding is no proof that the rule is met: it may
/// not have been evaluated ([`not_evaluated`](Report::not_evaluated), [`Because::DependsOn`]).
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
    check_at(draft, "", context, Some(code), None).report
}

pub(crate) struct Checked {
    pub(crate) report: Report,
    pub(crate) applied: Applied,
    /// The latest of what was done after the draft was extracted.
    pub(crate) later: Option<Later>,
}

/// Checks a draft that is the content of a document, extracted on a day if that is stated. Places are places in the document,
/// and `applied` also holds for what surrounds it.
pub(crate) fn check_in_document<T: Draft>(
    draft: &T,
    context: &Context,
    extracted_at: Option<NaiveDate>,
) -> Checked {
    check_at(draft, T::AT, context, None, extracted_at)
}

/// Checks a draft at `prefix` in a document.
fn check_at<T: Draft>(
    draft: &T,
    prefix: &str,
    context: &Context,
    only: Option<RuleCode>,
    extracted_at: Option<NaiveDate>,
) -> Checked {
    let at = Path::root(prefix, draft.subject());
    let ids = Ids { draft, resolved: T::RESOLVES };
    let mut checked = found(&ids, T::SHAPE, &at, context, only, extracted_at);
    draft.remove_supplied(&mut checked.report);
    checked.report.set_about(draft.subject());
    checked.report.finish(*T::SHAPE, prefix);
    checked
}

/// Checks what surrounds a draft in a document: its records, and all texts for civil registration numbers. The
/// findings are unsorted.
pub(crate) fn find_around(
    around: &dyn Walked,
    at: &Path<'_>,
    context: &Context,
    applied: &Applied,
) -> Report {
    let mut report = Report::new(context.clone(), None);
    let mut run = Run::new(context, &mut report, applied, &[]);
    around.visit(at, &mut Walk::Rules(&mut run));
    if run.holds_civil_number && applied.has(NUMBERS.rule.code) {
        let ids = Ids { draft: around, resolved: &[] };
        (NUMBERS.check)(&ids, at, &mut Checker::new(context, NUMBERS.rule, &mut report));
    }
    report
}

fn found(
    ids: &Ids<'_>,
    shape: &Shape,
    at: &Path<'_>,
    context: &Context,
    only: Option<RuleCode>,
    extracted_at: Option<NaiveDate>,
) -> Checked {
    let mut report = Report::new(context.clone(), only);
    let applied = Applied::settle(context, only, *shape, &mut report);
    let later = if applied.any { find(ids, at, context, &applied, extracted_at, &mut report) } else { None };
    Checked { report, applied, later }
}

fn find(
    ids: &Ids<'_>,
    at: &Path<'_>,
    context: &Context,
    applied: &Applied,
    extracted_at: Option<NaiveDate>,
    report: &mut Report,
) -> Option<Later> {
    let mut run = Run::new(context, report, applied, ids.resolved);
    run.done_until = extracted_at.map_or(run.done_until, |day| day.min(run.done_until));
    ids.draft.visit(at, &mut Walk::Rules(&mut run));
    let later = run.later;
    if run.holds_civil_number || run.seen.may_clash() {
        report.prepend(form_report(ids, at, context, applied));
    }
    if !context.custom_rules().is_empty() {
        run_custom_rules(ids.draft, at, context, applied, report);
    }
    later
}

fn run_custom_rules(
    draft: &dyn Walked,
    at: &Path<'_>,
    context: &Context,
    applied: &Applied,
    report: &mut Report,
) {
    let rules = || context.custom_rules().iter().filter(|rule| applied.has(rule.code()));
    let each = &mut |record: &dyn Any, at: &Path<'_>| {
        rules().for_each(|rule| rule.check(record, at, context, report));
    };
    draft.visit(at, &mut Walk::Records(each));
}

/// Runs the rules about the form of any draft.
fn form_report(ids: &Ids<'_>, at: &Path<'_>, context: &Context, applied: &Applied) -> Report {
    let mut report = Report::new(context.clone(), None);
    for one in FORM_RULES.iter().filter(|one| applied.has(one.rule.code)) {
        (one.check)(ids, at, &mut Checker::new(context, one.rule, &mut report));
    }
    report
}

pub(crate) struct Applied {
    only: Option<RuleCode>,
    /// The rules that the profile switches off and that would be applied, in the order of their codes.
    switched_off: Vec<RuleCode>,
    /// What most checks apply: every rule.
    all: bool,
    /// Not set if only one rule is applied, and that one is for another kind of draft.
    any: bool,
}

impl Applied {
    /// Determines which rules apply, and reports the others as not evaluated.
    pub(crate) fn settle(
        context: &Context,
        only: Option<RuleCode>,
        shape: Shape,
        report: &mut Report,
    ) -> Self {
        let reaches =
            |code| is_about_any_document(code) || context.has_custom_rule(code) || shape.is_reached_by(code);
        let other_kind = only.filter(|code| !reaches(*code));
        if let Some(code) = other_kind {
            report.push_not_evaluated(code, None, Because::OtherKind {});
        }
        let mut off: Vec<_> = context.profile().switched_off().iter().collect();
        sort_by_key(&mut off, |off| off.code);
        let mut switched_off = Vec::new();
        for off in off.chunk_by(|a, b| a.code == b.code) {
            let code = off.first().map(|off| off.code).filter(|code| only.is_none_or(|only| only == *code));
            let Some(code) = code else { continue };
            if !reaches(code) {
                if !codes::ALL.contains(&code) && !context.has_custom_rule(code) {
                    report.push_not_evaluated(code, None, Because::Unknown {});
                }
                continue;
            }
            switched_off.push(code);
            for off in off {
                report.push_not_evaluated(code, None, Because::SwitchedOff { reason: off.reason.clone() });
            }
        }
        let all = only.is_none() && switched_off.is_empty();
        Self { only, switched_off, all, any: other_kind.is_none() }
    }

    #[inline]
    pub(crate) fn has(&self, code: RuleCode) -> bool {
        self.all
            || self.only.is_none_or(|only| only == code) && self.switched_off.binary_search(&code).is_err()
    }
}

/// One run of the rules over a draft.
pub(crate) struct Run<'r> {
    context: &'r Context,
    report: &'r mut Report,
    applied: &'r Applied,
    seen: SeenIds,
    holds_civil_number: bool,
    /// The day of the check, or an earlier one on which the draft was extracted.
    done_until: NaiveDate,
    /// The latest of what was done between the two.
    later: Option<Later>,
}

impl<'r> Run<'r> {
    /// A run for drafts in which references to things of the `resolved` kinds must resolve.
    pub(crate) fn new(
        context: &'r Context,
        report: &'r mut Report,
        applied: &'r Applied,
        resolved: &'static [&'static str],
    ) -> Self {
        let (seen, done_until) = (SeenIds::new(resolved), context.as_of());
        Self { context, report, applied, seen, holds_civil_number: false, done_until, later: None }
    }

    /// The last day on which something in the draft can have been done.
    pub(crate) const fn done_until(&self) -> NaiveDate {
        self.done_until
    }

    /// Notes what was done after the draft was extracted.
    pub(crate) fn done_later(&mut self, later: Later) {
        if self.later.is_none_or(|latest| latest.on.first_day() < later.on.first_day()) {
            self.later = Some(later);
        }
    }

    /// The day that the check is made for.
    pub(crate) fn as_of(&self) -> NaiveDate {
        self.context.as_of()
    }

    /// Looks at a text.
    #[inline]
    pub(crate) fn reads(&mut self, text: &str) {
        self.holds_civil_number |= civil_number::is_in(text);
    }

    /// Looks at an item of a list that says nothing, while others do.
    pub(crate) fn says_nothing(&mut self, at: &Path<'_>) {
        if let Some(mut cx) = self.checker(&doc005_item_says_something::RULE) {
            doc005_item_says_something::check(at, &mut cx);
        }
    }

    /// Notes an id.
    pub(crate) fn mentions(&mut self, mention: Mention, subject: Subject) {
        self.seen.enter(mention, subject);
    }

    /// Checks a draft that is at a place in this one but independent of it: its ids and findings are the same as when
    /// it is checked alone, apart from their places.
    pub(crate) fn enclosed<T: Draft>(
        &mut self,
        draft: &T,
        extracted_at: Option<NaiveDate>,
        at: &Path<'_>,
    ) -> Option<Later> {
        let at = at.whole("", draft.subject());
        let ids = Ids { draft, resolved: T::RESOLVES };
        let mut later = None;
        self.find(|context, applied| {
            let mut report = Report::new(context.clone(), None);
            later = find(&ids, &at, context, applied, extracted_at, &mut report);
            report
        });
        later
    }

    /// Adds what another check finds.
    pub(crate) fn find(&mut self, find: impl FnOnce(&Context, &Applied) -> Report) {
        self.report.append(find(self.context, self.applied));
    }

    /// What the check of a rule is given. Returns `None` if the rule is not applied.
    #[inline]
    pub(crate) fn checker(&mut self, rule: &'static Rule) -> Option<Checker<'_>> {
        self.applied.has(rule.code).then(|| Checker::new(self.context, rule, self.report))
    }
}
