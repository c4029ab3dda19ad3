//! A caller's own rules.

use super::{Check, Rule};
use crate::codes::RuleCode;

/// A rule of the caller's own, on one kind of draft.
///
/// Its code has a prefix that this crate does not use; its facts implement
/// [`Facts`](crate::rule::Facts).
///
/// It checks the draft as a whole, and only in [`check_with`](crate::check_with): neither in
/// [`Document::check`](crate::document::Document::check) nor in [`validate`](crate::Draft::validate), since a
/// [`Valid`](crate::Valid) is a proof of the crate's rules. To require own rules as well, look at the report
/// of `check_with` before validating.
///
/// ```
/// use core::fmt;
/// use kvalitetsmodel::agreement::DevelopmentAgreement;
/// use kvalitetsmodel::report::Path;
/// use kvalitetsmodel::rule::{Basis, Checker, Fact, Facts, OwnRule, Rule, SourceDocument, SourceRef};
/// use kvalitetsmodel::{Context, Lang, check_with, codes::RuleCode, id::Id, text::Bilingual};
///
/// const HANDBOOK: SourceDocument =
///     SourceDocument { title: "Our handbook", publisher: "Our municipality, 2024", url: None };
///
/// static FEW_AREAS: Rule = Rule {
///     code: match RuleCode::new("HUS001") { Ok(code) => code, Err(_) => panic!("a rule code") },
///     basis: Basis::Stated,
///     sources: &[SourceRef::new(HANDBOOK, "page 4")],
///     title: Bilingual::new("en aftale har indsatsområder", "an agreement has focus areas"),
///     why: Bilingual::new("Ellers er der intet at følge op på.", "Otherwise nothing is followed up."),
///     remedy: Bilingual::new("Tilføj et indsatsområde.", "Add a focus area."),
///     example: Bilingual::new("En tom aftale.", "An empty agreement."),
///     ..Rule::DERIVED
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
/// fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
///     if agreement.focus_areas.is_empty() {
///         cx.not_met(&at.key("focusAreas"), NoAreas);
///     }
/// }
///
/// let own = [OwnRule::new(&FEW_AREAS, check)?];
/// let draft = DevelopmentAgreement::new(Id::from_u128(1));
/// let report = check_with(&draft, &Context::new("2024-01-09".parse()?), &own);
/// assert!(report.findings().iter().any(|finding| finding.code().as_str() == "HUS001"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Debug)]
pub struct OwnRule<T: 'static> {
    pub(super) rule: &'static Rule,
    pub(super) check: Check<T>,
}

/// The prefix of the code is one of this crate's, such as `AGR` in `AGR900`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
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
        crate::Lang::En => write!(f, "the code {} has a prefix that is kept for the crate's own rules", error.code),
    },
    "code": |error: &ReservedPrefix| Some(error.code),
}

impl<T: 'static> OwnRule<T> {
    /// Puts a rule and its check together.
    ///
    /// # Errors
    ///
    /// [`ReservedPrefix`] for a code such as `AGR900` or `SER001`.
    pub fn new(rule: &'static Rule, check: Check<T>) -> Result<Self, ReservedPrefix> {
        if rule.code.is_reserved() {
            Err(ReservedPrefix { code: rule.code })
        } else {
            Ok(Self { rule, check })
        }
    }
}
