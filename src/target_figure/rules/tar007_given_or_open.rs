//! A target figure is either given or to be agreed.

use crate::codes;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{rule::trial::Breaks, target_figure::TargetState};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR007,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-028"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "targetFigure, value; state"),
        SourceRef::agreement("1.5.3"),
    ],
    title: Bilingual::new(
        "et måltal er enten fastsat eller skal aftales, ikke begge dele",
        "a target figure is either given or yet to be agreed, not both",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv, og parterne kan påberåbe sig hver sin læsning.",
        "The document contradicts itself, and each party can hold to its own reading.",
    ),
    remedy: Bilingual::new(
        "Behold tallet, eller lad det stå åbent; ikke begge dele.",
        "Keep the figure or leave it open, but not both.",
    ),
    example: Bilingual::new(
        "Måltallet er 80 %, og dets status er »aftales senere«.",
        "The figure is 80%, and its status is “to be agreed”.",
    ),
    ..Rule::DERIVED
};

message! {
    GivenAndOpen {}
    "måltallet er fastsat og skal samtidig aftales senere",
    "the figure is given and at the same time yet to be agreed",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if target.is_given_and_open() {
        cx.not_met(at, GivenAndOpen {});
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[|target, _| {
    target.history.clear();
    target.state = Some(TargetState::ToBeAgreed);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "state": "toBeAgreed" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "80" }"#),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "80", "state": "agreed" }"#),
    // Direction and unit can be known before the figure is.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "direction": "atLeast", "unit": "percent", "state": "toBeAgreed",
            "agreedBy": { "community": {} }
        }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "80", "state": "toBeAgreed" }"#,
        &[not_met(
            "",
            "måltallet er fastsat og skal samtidig aftales senere",
            "the figure is given and at the same time yet to be agreed",
        )],
    ),
    // Zero is a figure.
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "value": "0", "state": "toBeAgreed", "agreedBy": "parties" }"#,
        &[not_met(
            "",
            "måltallet er fastsat og skal samtidig aftales senere",
            "the figure is given and at the same time yet to be agreed",
        )],
    ),
];
