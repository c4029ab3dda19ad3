//! A scope does not end before it begins.

use crate::codes;
use crate::date::{PartialDate, backwards};
use crate::model::Scope;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::MOD012,
    severity: Severity::Error,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "standardSet, scope")],
    title: Bilingual::new(
        "et omfang slutter ikke, før det begynder",
        "a scope does not end before it begins",
    ),
    why: Bilingual::new(
        "Ellers er der ingen dag, hvor standarderne gælder for tilbuddene, og ingen kan se, hvornår de skulle gælde.",
        "Otherwise there is no day on which the standards apply to these services, and nobody can see when they were meant to apply.",
    ),
    remedy: Bilingual::new("Ret den dato, der er forkert.", "Correct the date that is wrong."),
    example: Bilingual::new(
        "Standarderne gælder fra 2010 til og med 2009 for tilbud efter § 107.",
        "The standards apply to services under section 107 from 2010 to 2009.",
    ),
    ..Rule::DERIVED
};

message! {
    EndsBefore { from: PartialDate, until: PartialDate }
    "omfanget gælder til og med {until}, men først fra {from}",
    "the scope applies until {until}, but only from {from} on",
}

pub(super) fn check(scope: &Scope, at: &Path<'_>, cx: &mut Checker<'_>) {
    if let Some((from, until)) = backwards(scope.from, scope.until) {
        cx.not_met(&at.key("until"), EndsBefore { from, until });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Scope> = &[|scope, _| {
    scope.from = PartialDate::of_year(2010);
    scope.until = PartialDate::of_month(2009, 12);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "area": "organisational", "services": "all", "from": "2010" }"#),
    accepts(r#"{ "area": "organisational", "services": "all", "until": "2010" }"#),
    // It can apply for a part of the year, and for one day.
    accepts(r#"{ "area": "organisational", "services": "all", "from": "2010-07", "until": "2010" }"#),
    accepts(
        r#"{ "area": "organisational", "services": "all", "from": "2010-07-01", "until": "2010-07-01" }"#,
    ),
    refuses(
        r#"{ "area": "organisational", "services": "all", "from": "2010", "until": "2009-12-31" }"#,
        &[not_met(
            "/until",
            "omfanget gælder til og med 31. december 2009, men først fra 2010",
            "the scope applies until 31 December 2009, but only from 2010 on",
        )],
    ),
];
