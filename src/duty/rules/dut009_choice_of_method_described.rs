//! Where the method of risk assessment differs, its choice is described.

use alloc::vec::Vec;

use crate::codes;
use crate::duty::RiskAssessment;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceRef, message};
use crate::text::{Bilingual, is_stated};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::DUT009,
    severity: Severity::Error,
    basis: Basis::Stated,
    requirements: &["R-058"],
    sources: &[SourceRef::agreement("1.9.1")],
    title: Bilingual::new(
        "hvis metoden til risikovurdering er forskellig fra borger til borger, er valget af metode beskrevet",
        "if the method of risk assessment differs between citizens, the choice of the method is described",
    ),
    why: Bilingual::new(
        "Ellers afhænger metoden af, hvem der er på vagt, og to vurderinger kan ikke sammenlignes.",
        "Otherwise the method depends on who is on duty, and two assessments cannot be compared.",
    ),
    remedy: Bilingual::new(
        "Beskriv, hvilke indikatorer der afgør metoden, og hvilken rolle der beslutter den.",
        "Describe which indicators decide the method, and which role decides on it.",
    ),
    example: Bilingual::new(
        "Nogle borgere vurderes med ét skema og andre med et andet, og det står ingen steder, hvem der beslutter det.",
        "Some citizens are assessed with one form and others with another, and it is not stated anywhere who decides that.",
    ),
    ..Rule::DERIVED
};

message! {
    NotDescribed { missing: Vec<Bilingual> }
    "metoden er forskellig fra borger til borger, og det er ikke beskrevet, {missing:, og}",
    "the method differs between citizens, and it is not described {missing:and}",
}

const INDICATORS: Bilingual =
    Bilingual::new("hvilke indikatorer der afgør den", "which indicators decide it");
const DECIDER: Bilingual = Bilingual::new("hvem der beslutter den", "who decides on it");
const VARIES: Bilingual = Bilingual::new(
    "om metoden er forskellig fra borger til borger",
    "whether the method differs between citizens",
);

pub(super) fn check(assessment: &RiskAssessment, at: &Path<'_>, cx: &mut Checker<'_>) {
    let parts = [
        (is_stated(assessment.method_indicators.as_ref()), INDICATORS),
        (is_stated(assessment.method_decided_by.as_ref()), DECIDER),
    ];
    match assessment.method_varies {
        Some(false) => {}
        _ if parts.iter().all(|(is_described, _)| *is_described) => {}
        None => cx.not_assessable(at, VARIES),
        Some(true) => {
            let missing = parts.into_iter().filter(|(is_described, _)| !is_described);
            cx.not_met(at, NotDescribed { missing: missing.map(|(_, part)| part).collect() });
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<RiskAssessment> = &[
    |assessment, tape| {
        assessment.method_varies = Some(true);
        assessment.method_indicators = tape.unsaid();
    },
    |assessment, tape| {
        assessment.method_varies = Some(true);
        assessment.method_decided_by = tape.unsaid();
    },
    |assessment, _| {
        assessment.method_varies = None;
        assessment.method_decided_by = None;
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "methodVaries": false }"#),
    accepts(
        r#"{ "methodVaries": true, "methodIndicators": "tre trusler på en uge", "methodDecidedBy": "afdelingslederen" }"#,
    ),
    accepts(r#"{ "methodIndicators": "tre trusler på en uge", "methodDecidedBy": "afdelingslederen" }"#),
    refuses(
        r#"{ "methodVaries": true, "methodIndicators": "tre trusler på en uge", "methodDecidedBy": " " }"#,
        &[not_met(
            "",
            "metoden er forskellig fra borger til borger, og det er ikke beskrevet, hvem der beslutter den",
            "the method differs between citizens, and it is not described who decides on it",
        )],
    ),
    refuses(
        r#"{ "methodVaries": true }"#,
        &[not_met(
            "",
            "metoden er forskellig fra borger til borger, og det er ikke beskrevet, hvilke indikatorer der afgør den, og hvem der beslutter den",
            "the method differs between citizens, and it is not described which indicators decide it and who decides on it",
        )],
    ),
    refuses(
        "{}",
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: om metoden er forskellig fra borger til borger",
            "cannot be assessed; missing: whether the method differs between citizens",
        )],
    ),
];
