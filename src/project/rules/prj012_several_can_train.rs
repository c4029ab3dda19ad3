//! More than one person can give the training.

use crate::codes;
use crate::project::TrainingPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PRJ012,
    severity: Severity::Information,
    requirements: &["R-172"],
    sources: &[SourceRef::new(SourceDocument::SMARTE_2023, "Implementeringsudfordringer")],
    title: Bilingual::new(
        "mere end én person kan holde oplæringen",
        "more than one person can give the training",
    ),
    why: Bilingual::new(
        "Ved sygdom, ferie eller jobskifte går oplæringen i stå, hvis kun én kan holde den.",
        "If only one person can give the training, it stops with illness, holidays or a change of job.",
    ),
    remedy: Bilingual::new(
        "Oplær én til, eller ret tallet, hvis flere kan holde oplæringen.",
        "Train one more person, or correct the number if more can give the training.",
    ),
    example: Bilingual::new(
        "Kun én konsulent i specialområdet kan afvikle sidemandsoplæring.",
        "Only one consultant in the specialised area can give the side-by-side training.",
    ),
    ..Rule::DERIVED
};

message! {
    Alone {}
    "kun én person kan holde oplæringen",
    "only one person can give the training",
}

message! {
    Nobody {}
    "ingen kan holde oplæringen",
    "no one can give the training",
}

pub(super) fn check(plan: &TrainingPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    match plan.trainers {
        Some(0) => cx.not_met(&at.key("trainers"), Nobody {}),
        Some(1) => cx.not_met(&at.key("trainers"), Alone {}),
        _ => {}
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TrainingPlan> =
    &[|plan, _| plan.trainers = Some(1), |plan, _| plan.trainers = Some(0)];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    accepts(r#"{ "trainers": 2 }"#),
    refuses(
        r#"{ "trainers": 1 }"#,
        &[not_met(
            "/trainers",
            "kun én person kan holde oplæringen",
            "only one person can give the training",
        )],
    ),
    refuses(
        r#"{ "trainers": 0 }"#,
        &[not_met("/trainers", "ingen kan holde oplæringen", "no one can give the training")],
    ),
];
