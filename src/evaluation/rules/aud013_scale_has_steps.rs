//! In an evaluation: the scale has at least two steps.

pub(super) use crate::audit::rules::aud013_scale_has_steps::RULE;
use crate::audit::rules::aud013_scale_has_steps::one_step;
use crate::evaluation::Evaluation;
use crate::report::Path;
use crate::rule::Checker;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    one_step(&evaluation.scale, at, cx);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external" }"#),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external",
            "scale": [{ "id": "00000000-0000-4000-8000-000000000002", "label": "opfyldt" }]
        }"#,
        &[not_met("/scale", "skalaen har kun ét trin", "the scale has one step only")],
    ),
];
