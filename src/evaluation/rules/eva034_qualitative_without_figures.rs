//! A qualitative finding rests on no figures.

use crate::codes;
use crate::evaluation::{EvaluationFinding, FindingKind};
use crate::report::Path;
use crate::rule::{Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::{Bilingual, count};

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA034,
    severity: Severity::Information,
    requirements: &["R-150"],
    sources: &[
        SourceRef::new(SourceDocument::SMARTE_2023, "Resultater"),
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "evaluations, findings, kind and measurements"),
    ],
    title: Bilingual::new(
        "et kvalitativt fund bygger ikke på målinger",
        "a qualitative finding does not rest on measurements",
    ),
    why: Bilingual::new(
        "Kvantitative og kvalitative fund præsenteres hver for sig og kan vise noget forskelligt. Et fund, der bygger på tal, er kvantitativt.",
        "Quantitative and qualitative findings are presented separately, and may show different things. A finding that rests on figures is quantitative.",
    ),
    remedy: Bilingual::new(
        "Ret fundets art, eller fjern målingerne. Er der både et tal og en vurdering i ord, så skriv dem som to fund.",
        "Correct the kind of the finding, or remove the measurements. If there is both a figure and a judgement in words, enter them as two findings.",
    ),
    example: Bilingual::new(
        "Fundet »9 af 10 borgere har en kommunikationsprofil« henviser til en måling, men står som kvalitativt.",
        "The finding “9 of 10 citizens have a communication profile” refers to a measurement, but is listed as qualitative.",
    ),
    ..Rule::DERIVED
};

message! {
    RestsOnFigures { measurements: u64 }
    "fundet står som kvalitativt, men bygger på {measurements:måling|målinger}",
    "the finding is listed as qualitative, but rests on {measurements:measurement|measurements}",
}

pub(super) fn check(one: &EvaluationFinding, at: &Path<'_>, cx: &mut Checker<'_>) {
    if one.kind == Some(FindingKind::Qualitative) && !one.measurements.is_empty() {
        cx.not_met(&at.key("kind"), RestsOnFigures { measurements: count(one.measurements.len()) });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<EvaluationFinding> = &[|one, tape| {
    (one.kind, one.measurements) = (Some(FindingKind::Qualitative), [tape.spare_id(1)].into());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "qualitative" }"#),
    // A figure that is not referred to, and figures of a finding that is quantitative or of which the kind is not stated.
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "quantitative" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "quantitative",
            "measurements": ["00000000-0000-4000-8000-000000000002"]
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "measurements": ["00000000-0000-4000-8000-000000000002"] }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "qualitative",
            "measurements": ["00000000-0000-4000-8000-000000000002", "00000000-0000-4000-8000-000000000003"]
        }"#,
        &[not_met(
            "/kind",
            "fundet står som kvalitativt, men bygger på 2 målinger",
            "the finding is listed as qualitative, but rests on 2 measurements",
        )],
    ),
];
