//! A caller's own rules.

use super::{Draft, walk};
use crate::catalogue::{Check, is_reserved};
use crate::report::{Checking, Context, Path, Report};
use crate::rule::{Rule, RuleCode};

/// A rule of the caller's own, on one kind of draft.
///
/// Its code has a prefix that this crate does not use; its facts implement
/// [`Facts`](crate::rule::Facts).
///
/// An own rule looks at the aggregate as a whole, and runs in [`check_with`] alone. It does not run in
/// [`Document::check`](crate::Document::check), and does not count for
/// [`validate`](crate::Draft::validate): a [`Valid`](crate::Valid) is a proof of the crate's rules. To hold
/// documents to own rules as well, look at what `check_with` reports before validating.
///
/// ```
/// use core::fmt;
/// use kvalitetsmodel::report::{Checking, Path};
/// use kvalitetsmodel::rule::{Fact, Facts, SourceDocument, SourceRef};
/// use kvalitetsmodel::{Basis, Bilingual, Context, DevelopmentAgreement, Lang, OwnRule, Rule, RuleCode};
/// use kvalitetsmodel::{Severity, check_with, id::AgreementId};
/// use uuid::Uuid;
///
/// const HANDBOOK: SourceDocument =
///     SourceDocument { title: "Our handbook", publisher: "Our municipality, 2024", url: None };
///
/// static FEW_AREAS: Rule = Rule {
///     code: match RuleCode::new("HUS001") { Ok(code) => code, Err(_) => panic!("a rule code") },
///     severity: Severity::Warning,
///     basis: Basis::Stated,
///     since: 1,
///     requirements: &[],
///     sources: &[SourceRef::new(HANDBOOK, "page 4")],
///     title: Bilingual::new("en aftale har indsatsområder", "an agreement has focus areas"),
///     why: Bilingual::new("Ellers er der intet at følge op på.", "Otherwise nothing is followed up."),
///     remedy: Bilingual::new("Tilføj et indsatsområde.", "Add a focus area."),
///     example: Bilingual::new("En tom aftale.", "An empty agreement."),
///     implies: &[],
///     requires: &[],
/// };
///
/// #[derive(Debug)]
/// struct NoAreas;
///
/// impl Facts for NoAreas {
///     fn fields(&self) -> Vec<(&'static str, Fact)> {
///         Vec::new()
///     }
///     fn message(&self, lang: Lang, f: &mut fmt::Formatter<'_>) -> fmt::Result {
///         f.write_str(match lang {
///             Lang::Da => "aftalen har ingen indsatsområder",
///             Lang::En => "the agreement has no focus areas",
///         })
///     }
/// }
///
/// fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checking<'_>) {
///     if agreement.focus_areas.is_empty() {
///         cx.not_met(&at.key("focusAreas"), NoAreas);
///     }
/// }
///
/// let own = [OwnRule::new(&FEW_AREAS, check)?];
/// let draft = DevelopmentAgreement::new(AgreementId::new(Uuid::from_u128(1)));
/// let report = check_with(&draft, &Context::new("2024-01-09".parse()?), &own);
/// assert!(report.findings().iter().any(|finding| finding.code().as_str() == "HUS001"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct OwnRule<T> {
    rule: &'static Rule,
    check: Check<T>,
}

/// The prefix of the code is one of this crate's, such as `AGR` in `AGR900`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the code {code} has a prefix that is kept for the crate's own rules")]
#[non_exhaustive]
pub struct ReservedPrefix {
    /// The code refused.
    pub code: RuleCode,
}

impl<T> OwnRule<T> {
    /// Puts a rule and its check together.
    ///
    /// # Errors
    ///
    /// [`ReservedPrefix`] for a code such as `AGR900` or `SER001`.
    pub fn new(rule: &'static Rule, check: Check<T>) -> Result<Self, ReservedPrefix> {
        if is_reserved(rule.code) {
            Err(ReservedPrefix { code: rule.code })
        } else {
            Ok(Self { rule, check })
        }
    }
}

/// Checks a draft against every rule of the crate and against `own` rules, in one report.
///
/// Own rules run whatever the profile says; leave one out by not passing it.
pub fn check_with<T: Draft>(draft: &T, context: &Context, own: &[OwnRule<T>]) -> Report {
    let mut report = walk(draft, "", context, None);
    let at = Path::root("", draft.subject());
    for OwnRule { rule, check } in own {
        check(draft, &at, &mut Checking::new(context, rule, &mut report));
    }
    report.finish(context);
    report
}
