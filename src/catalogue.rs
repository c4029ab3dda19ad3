//! The catalogue: the rules of all domains, in one table.

use crate::codes::{self, RuleCode};
use crate::rule::Rule;

macro_rules! domains {
    ($( $domain:ident ),+ $(,)?) => {
        /// The rules of each domain, after those about the form of any draft and those about records of any domain.
        const DOMAINS: &[&[&Rule]] =
            &[crate::rule::form::RULES, crate::rule::form::records::RULES, $( crate::$domain::rules::RULES ),+];

        /// The ways to break the rules about records of any domain, and those of each domain.
        #[cfg(feature = "proptest")]
        pub(crate) const BREAKS: &[&[crate::rule::trial::Breaking]] =
            &[crate::rule::form::records::BREAKS, $( crate::$domain::rules::BREAKS ),+ ];
    };
}

domains!(
    organisation,
    model,
    measurement,
    target_figure,
    cycle,
    community,
    agreement,
    assessment,
    goal,
    audit,
    project,
    circle,
    evaluation,
    plan,
    duty,
    series,
    bundle
);

/// All rules, in the order of their codes in `codes.rs`.
static CATALOGUE: [&Rule; codes::ALL.len()] = in_order_of_codes();

#[expect(
    clippy::indexing_slicing,
    clippy::arithmetic_side_effects,
    reason = "evaluated when the crate is compiled"
)]
const fn in_order_of_codes() -> [&'static Rule; codes::ALL.len()] {
    let mut rules = [DOMAINS[0][0]; codes::ALL.len()];
    // Numbers, since each comparison of two codes takes the compiler far longer.
    let mut numbers = [0; codes::ALL.len()];
    let (mut total, mut domain) = (0, 0);
    while domain < DOMAINS.len() {
        let of_domain = DOMAINS[domain];
        let mut at = 0;
        while at < of_domain.len() {
            assert!(total < rules.len(), "two rules have the same code");
            rules[total] = of_domain[at];
            numbers[total] = of_domain[at].code.number();
            (total, at) = (total + 1, at + 1);
        }
        domain += 1;
    }
    let mut at = 0;
    while at < rules.len() {
        let (number, mut found) = (codes::ALL[at].number(), at);
        while numbers[found] != number {
            found += 1;
            assert!(
                found < total,
                "a code in codes.rs is in no list of rules, or a domain is not in `domains!` of catalogue.rs"
            );
        }
        (rules[at], rules[found]) = (rules[found], rules[at]);
        (numbers[at], numbers[found]) = (numbers[found], numbers[at]);
        at += 1;
    }
    rules
}

/// A rule that is no longer checked. Its code is never used for another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct Retired {
    /// The code.
    pub code: RuleCode,
    /// The last rule edition that had it.
    pub until: u32,
    /// Why it was retired.
    pub reason: crate::text::Bilingual,
    /// The rule that replaced it.
    pub replaced_by: Option<RuleCode>,
}

/// The rules retired so far.
static RETIRED: &[Retired] = &[];

/// What a code stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Explanation {
    /// A rule that is checked.
    Active(&'static Rule),
    /// A rule that was retired.
    Retired(&'static Retired),
}

/// What the code stands for. Returns `None` for a code that this crate never had.
///
/// ```
/// use kvalitetsmodel::{Explanation, Lang, codes, explain};
///
/// let Some(Explanation::Active(rule)) = explain(codes::TAR007) else { panic!("an active rule") };
/// assert_eq!(rule.title.in_lang(Lang::En), "a target figure is either given or yet to be agreed, not both");
/// assert_eq!(explain("XHU001".parse()?), None);
/// # Ok::<(), kvalitetsmodel::codes::RuleCodeError>(())
/// ```
#[must_use]
pub fn explain(code: RuleCode) -> Option<Explanation> {
    let active = rules().find(|rule| rule.code == code).map(Explanation::Active);
    active.or_else(|| retired().find(|retired| retired.code == code).map(Explanation::Retired))
}

/// All rules that are checked, in the order of the catalogue.
///
/// ```
/// use kvalitetsmodel::{Lang, rule::Severity};
///
/// // What a head of service may ask: which rules can reject a document?
/// for rule in kvalitetsmodel::rules().filter(|rule| rule.severity == Severity::Error) {
///     println!("{} {}", rule.code, rule.title.in_lang(Lang::Da));
/// }
/// ```
pub fn rules() -> impl Iterator<Item = &'static Rule> {
    CATALOGUE.iter().copied()
}

/// All retired rules, in the order in which they were retired.
pub fn retired() -> impl Iterator<Item = &'static Retired> {
    RETIRED.iter()
}
