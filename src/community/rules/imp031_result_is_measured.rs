//! The measures of an aim show its result, and not only the process and side effects.

use crate::aim::MeasureKind;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted_of};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {crate::aim::Measure, crate::rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP031,
    severity: Severity::Information,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::RKKP_MEASURES, "indikatortyper: resultatindikator"),
        SourceRef::new(SourceDocument::IHI, "Establishing Measures"),
    ],
    title: Bilingual::new(
        "et mål, der har målinger, har også en resultatindikator",
        "an aim that has measures has an outcome measure as well",
    ),
    why: Bilingual::new(
        "Resultatindikatoren måler selve målet. Proces- og ulempeindikatorer viser, om arbejdet udføres som aftalt, og om noget andet bliver værre, men ikke, om målet er kommet nærmere. En måling uden art eller uden mål kan være den, der mangler; så siger reglen ikke noget.",
        "The outcome measure measures the aim itself. Process and balancing measures show whether the work is done as agreed and whether something else gets worse, but not whether the aim is nearer. A measure without a kind or an aim may be the missing one; then the rule reports nothing.",
    ),
    remedy: Bilingual::new(
        "Tilføj en resultatindikator, eller ret målingernes art.",
        "Add an outcome measure, or correct the kinds of the measures.",
    ),
    example: Bilingual::new(
        "Målet er et lavere sygefravær, og der måles kun, hvor mange samtaler der er holdt.",
        "The aim is less sick leave, and only the number of talks that were held is measured.",
    ),
    ..Rule::DERIVED
};

message! {
    NoOutcome { measures: u64 }
    "målet har {measures:måling|målinger}, men ingen resultatindikator",
    "the aim has {measures:measure|measures}, but no outcome measure",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.measures.iter().any(|one| one.aim.is_none()) {
        return;
    }
    let is_other = |kind: Option<MeasureKind>| kind.is_some_and(|kind| kind != MeasureKind::Outcome);
    let measures = community.measures.iter().filter_map(|one| Some((one.aim?.uuid(), is_other(one.kind))));
    let list = at.key("aims");
    sorted_of(&measures, |measures| {
        for (n, aim) in community.aims.iter().enumerate() {
            let of_aim = of(measures, aim.id.uuid());
            // The outcome measures come first.
            if of_aim.first().is_some_and(|(_, is_other)| *is_other) {
                cx.not_met(&list.item(n, aim.id), NoOutcome { measures: count(of_aim.len()) });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let Some(aim) = community.aims.first().map(|aim| aim.id) else { return };
    let kind = Some(*tape.pick(&[MeasureKind::Process, MeasureKind::Balancing]));
    community.measures.push(Measure { statement: Some(tape.said()), ..Measure::new(tape.spare_id(11)) });
    community.measures.iter_mut().for_each(|one| (one.aim, one.kind) = (Some(aim), kind));
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }] }"#,
    ),
    // With an outcome measure, and with one of no kind.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "monitoredProcess": "samtaler",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }, { "id": "00000000-0000-4000-8000-000000000003" }],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000004", "aim": "00000000-0000-4000-8000-000000000002", "kind": "process" },
                { "id": "00000000-0000-4000-8000-000000000005", "aim": "00000000-0000-4000-8000-000000000002", "kind": "outcome" },
                { "id": "00000000-0000-4000-8000-000000000006", "aim": "00000000-0000-4000-8000-000000000003", "kind": "process" },
                { "id": "00000000-0000-4000-8000-000000000007", "aim": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    // A measure of no aim may be the one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "monitoredProcess": "samtaler",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000004", "aim": "00000000-0000-4000-8000-000000000002", "kind": "process" },
                { "id": "00000000-0000-4000-8000-000000000005", "kind": "outcome" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "monitoredProcess": "samtaler",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000004", "aim": "00000000-0000-4000-8000-000000000002", "kind": "process" },
                { "id": "00000000-0000-4000-8000-000000000005", "aim": "00000000-0000-4000-8000-000000000002", "kind": "balancing" }
            ]
        }"#,
        &[not_met(
            "/aims/0",
            "målet har 2 målinger, men ingen resultatindikator",
            "the aim has 2 measures, but no outcome measure",
        )],
    ),
];
