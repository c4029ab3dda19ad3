//! What a rule is, as plain data, and the facts that a finding carries.

mod again;
pub(crate) mod check;
mod checker;
mod custom;
mod fact;
pub(crate) mod form;
mod message;
mod source;
#[cfg(any(test, feature = "proptest"))]
pub(crate) mod trial;

pub(crate) use again::{each_same_text, listed_again, same_word_for_word};
pub(crate) use check::Run;
pub(crate) use checker::Checker;
pub(crate) use custom::OwnedRule;
pub use custom::{CustomFindings, CustomRule, ReservedPrefix};
pub use fact::Fact;
pub(crate) use fact::{Positions, TaggedFact};
pub(crate) use form::doc011_done_by_the_day::{NothingDone, done};
#[cfg(test)]
pub(crate) use message::FactType;
pub(crate) use message::message;
pub(crate) use message::{Facts, Stated, Template, fill, in_camel_case};
pub(crate) use source::OwnedSource;
pub use source::{SourceDocument, SourceRef};

use crate::codes::RuleCode;
use crate::draft::part::Part;
use crate::report::Path;
use crate::text::Bilingual;

/// The edition of the rules: it is raised whenever the verdict on some document changes.
///
/// Four numbers are separate: this one, the version of the crate, the version of the exchange
/// format and the minimum Rust version.
pub const RULE_EDITION: u32 = 1;

words! {
    /// How much a broken rule weighs, from the lightest to the heaviest.
    ///
    /// ```
    /// use kvalitetsmodel::rule::Severity;
    ///
    /// assert!(Severity::Information < Severity::Error);
    /// ```
    pub enum Severity: "alvor", "severity" {
        /// A fact worth knowing.
        Information = "oplysning", "information";
        /// Worth fixing: an aim, a proposal, a matter of form or completeness.
        Warning = "advarsel", "warning";
        /// A stated requirement that is broken, or a document that contradicts itself. It rejects.
        Error = "fejl", "error";
    }
}

words! {
    /// The basis of a rule.
    pub enum Basis: "grundlag", "basis" {
        /// The source says so.
        Stated = "står i kilden", "stated in the source";
        /// It follows from what the source says.
        Derived = "udledt af kilden", "derived from the source";
        /// Public practice of the field, with its reference.
        PublicPractice = "offentlig praksis", "public practice";
        /// A requirement of the exchange format of this crate: an error for two things with the same id, for a
        /// reference that must resolve and does not, and for a document that contradicts itself, otherwise a warning.
        Form = "formkrav", "form of the document";
        /// A rule of the caller's own.
        Custom = "egen regel", "custom rule";
    }
}

/// One rule, as plain data.
///
/// The check is a plain function next to it. A caller's custom rules are [`CustomRule`]s.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// The stable code.
    pub code: RuleCode,
    /// How much it weighs when it is broken.
    pub severity: Severity,
    /// Its basis.
    pub basis: Basis,
    /// The rule edition that introduced it.
    pub since: u32,
    /// The rules of the dossier that it implements, `R-001` to `R-180`, and those that a second reading of the sources
    /// added, `S-001` to `S-035`; empty for a rule of form.
    pub requirements: &'static [&'static str],
    /// Which passages say so.
    pub sources: &'static [SourceRef<'static>],
    /// What must hold, in one sentence.
    pub title: Bilingual,
    /// Why it matters.
    pub why: Bilingual,
    /// What to do about it.
    pub remedy: Bilingual,
    /// A case that breaks it.
    pub example: Bilingual,
    /// At least one of these rules is broken, or cannot be assessed, whenever this one is broken; empty if this one
    /// can be broken alone.
    pub implies: &'static [RuleCode],
    /// Rules that must hold at the place before this one can be judged there.
    pub requires: &'static [RuleCode],
}

impl Rule {
    /// What most rules have in common: a warning, derived from the sources, in the first rule edition, that
    /// neither implies nor requires another rule. Everything else must be stated.
    pub(crate) const DERIVED: Self = Self {
        code: RuleCode::NONE,
        severity: Severity::Warning,
        basis: Basis::Derived,
        since: 1,
        requirements: &[],
        sources: &[],
        title: Bilingual::new("", ""),
        why: Bilingual::new("", ""),
        remedy: Bilingual::new("", ""),
        example: Bilingual::new("", ""),
        implies: &[],
        requires: &[],
    };
}

/// A record with its rules, in the order of the catalogue.
#[diagnostic::on_unimplemented(
    message = "a custom rule cannot be about `{Self}`",
    note = "it is about a draft or a record inside one, such as `DevelopmentAgreement` or `FocusArea`"
)]
pub(crate) trait Ruled: Part {
    /// The rules that check the record itself.
    const RULES: &'static [&'static Rule];

    /// Runs them on the record at a place.
    fn run_rules(&self, at: &Path<'_>, run: &mut Run<'_>);

    /// Returns `true` if a rule of that code checks the record itself.
    fn is_checked_by(code: RuleCode) -> bool {
        has_code(Self::RULES, code)
    }
}

fn has_code(rules: &[&Rule], code: RuleCode) -> bool {
    rules.iter().any(|rule| rule.code == code)
}

/// The items of a record without rules. Those that `rules!` gives a type have the same names and take precedence.
pub(crate) trait NoRules: Sized + 'static {
    const TYPE_RULES: &'static [&'static Rule] = &[];

    fn run_type_rules(&self, _at: &Path<'_>, _run: &mut Run<'_>) {}
}

impl<T: 'static> NoRules for T {}

/// Lists the rules of a domain by the type that they check.
///
/// Each rule is a file of its own, named by code and content, with `RULE`, `check`, `BREAKS` and `CASES`. A rule
/// can check several types; its `CASES` and `BREAKS` are about the first.
///
/// A rule of another domain can need what surrounds the record that it checks: the year of the agreement, the other
/// cycles of the community. Then the whole checks it, too: after `&` come files with the `RULE` of the other domain,
/// and a `check` and `CASES` of the whole. The check of the part leaves those cases to the whole ([`Path::is_in`]).
///
/// A lookup that several rules use is made once for all of them: `DevelopmentAgreement [known = memberships]` calls the
/// method `memberships` of the agreement, and `check` of a rule that is listed with `(known)` takes the result after
/// the record.
///
/// A whole without rules of its own lists only those after `&`.
macro_rules! rules {
    ($(
        $ty:ty $([ $known:ident = $settle:ident ])? $(, $more:ty)*:
        $( $file:ident $(( $given:ident ))? ),* $( & $( $of_part:ident $(( $part_given:ident ))? ),+ )? ;
    )+) => {
        $(
            $crate::rule::rules!(
                @list [ $( $known = $settle )? ] $ty: $( $file [ $( $given )? ], )* $( $( $of_part [ $( $part_given )? ], )+ )?
            );
            $crate::rule::rules!(@more [ $( $more ),* ] [ $( $file [], )* ]);
        )+

        /// The rules of this domain.
        pub(crate) const RULES: &[&$crate::rule::Rule] = &[ $( $( &$file::RULE, )* )+ ];

        $( $(
            const _: () = assert!(
                $crate::rule::is_named_after(stringify!($file), $file::RULE.code),
                "the name of a file of a rule begins with its code"
            );
        )* $( $(
            const _: () = assert!(
                $crate::rule::is_named_after(stringify!($of_part), $of_part::RULE.code),
                "the name of a file of a rule begins with its code"
            );
        )+ )? )+

        /// How a clean draft is made to break each rule of this domain.
        #[cfg(feature = "proptest")]
        pub(crate) const BREAKS: &[$crate::rule::trial::Breaking] = &[ $( $(
            $crate::rule::trial::Breaking {
                code: $file::RULE.code,
                change: |record, way, tape| {
                    $crate::rule::trial::change_record::<$ty>(record, $file::BREAKS, way, tape)
                },
                ways: $file::BREAKS.len(),
            },
        )* )+ ];

        #[cfg(test)]
        mod cases {
            #[allow(unused_imports, reason = "types named by a path are not imported")]
            use super::*;
            $( $(
                #[test]
                fn $file() {
                    $crate::rule::trial::try_cases::<$ty>(&super::$file::RULE, super::$file::CASES);
                }
            )* $( $(
                #[test]
                fn $of_part() {
                    $crate::rule::trial::try_cases::<$ty>(&super::$of_part::RULE, super::$of_part::CASES);
                }
            )+ )? )+
        }
    };
    (@list $settled:tt $ty:ty: $( $file:ident [ $( $given:ident )? ], )+) => {
        impl $ty {
            pub(crate) const TYPE_RULES: &'static [&'static $crate::rule::Rule] = &[ $( &$file::RULE ),+ ];

            pub(crate) fn run_type_rules(&self, at: &$crate::report::Path<'_>, run: &mut $crate::rule::Run<'_>) {
                $crate::rule::rules!(@run self $settled {
                    $( if let Some(mut checker) = run.checker(&$file::RULE) {
                        $file::check(self, $( $given, )? at, &mut checker);
                    } )+
                });
            }
        }
    };
    (@run $record:ident [] $run:block) => { $run };
    (@run $record:ident [ $known:ident = $settle:ident ] $run:block) => { $record.$settle(|$known| $run) };
    (@more [] $files:tt) => {};
    (@more [ $ty:ty $(, $more:ty)* ] [ $( $file:ident [], )+ ]) => {
        $crate::rule::rules!(@list [] $ty: $( $file [], )+);
        $crate::rule::rules!(@more [ $( $more ),* ] [ $( $file [], )+ ]);
    };
}
pub(crate) use rules;

/// Returns `true` if the name of a file begins with the code of its rule.
#[expect(clippy::indexing_slicing, clippy::arithmetic_side_effects, reason = "evaluated when compiled")]
pub(crate) const fn is_named_after(file: &str, code: RuleCode) -> bool {
    let (file, code) = (file.as_bytes(), code.bytes());
    let mut at = 0;
    while at < code.len() {
        if at >= file.len() || file[at] != code[at].to_ascii_lowercase() {
            return false;
        }
        at += 1;
    }
    file.len() > code.len() && file[code.len()] == b'_'
}
