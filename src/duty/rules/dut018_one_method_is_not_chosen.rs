//! Where all citizens have the same method of risk assessment, none is chosen for each.

use crate::codes;
use crate::duty::RiskAssessment;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT018,
    basis: Basis::Form,
    requirements: &["R-058"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "riskAssessment, methodVaries, methodIndicators"),
        SourceRef::agreement("1.9.1"),
    ],
    title: Bilingual::new(
        "valget mellem metoder til risikovurdering er kun beskrevet, hvis metoden er forskellig fra borger til borger",
        "the choice among methods of risk assessment is described only if the method differs between citizens",
    ),
    why: Bilingual::new(
        "Er metoden den samme for alle, er der intet at vælge. Her er det uklart, om en borger kan få en anden metode.",
        "If the method is the same for all, there is nothing to choose. Here it is unclear whether a citizen can have another method.",
    ),
    remedy: Bilingual::new(
        "Slet indikatorerne for valg af metode, eller skriv, at metoden er forskellig fra borger til borger.",
        "Delete the indicators for choosing the method, or state that the method differs between citizens.",
    ),
    example: Bilingual::new(
        "Metoden er ens for alle borgere, og alligevel står der, at tre trusler på en uge afgør, hvilken metode der bruges.",
        "The method is the same for all citizens, and yet it is stated that three threats in a week decide which method is used.",
    ),
    ..Rule::DERIVED
};

message! {
    NothingToChoose {}
    "metoden er ens for alle borgere, men der står indikatorer for, hvilken metode der vælges",
    "the method is the same for all citizens, but there are indicators for which method is chosen",
}

/// Somebody can decide on a method that holds for all.
pub(super) fn check(assessment: &RiskAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    if assessment.method_varies == Some(false) && is_stated(assessment.method_indicators.as_ref()) {
        cx.not_met(&at.key("methodVaries"), NothingToChoose {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<RiskAssessment> = &[|assessment, tape| {
    assessment.method_varies = Some(false);
    assessment.method_indicators = Some(tape.said());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "methodVaries": false, "methodIndicators": " ", "methodDecidedBy": "forstanderen" }"#),
    accepts(r#"{ "methodVaries": true, "methodIndicators": "tre trusler på en uge" }"#),
    accepts(r#"{ "methodIndicators": "tre trusler på en uge" }"#),
    refuses(
        r#"{ "methodVaries": false, "methodIndicators": "tre trusler på en uge" }"#,
        &[not_met(
            "/methodVaries",
            "metoden er ens for alle borgere, men der står indikatorer for, hvilken metode der vælges",
            "the method is the same for all citizens, but there are indicators for which method is chosen",
        )],
    ),
];
