//! The balancing measure of an aim has an indicator of its own.

use crate::aim::MeasureKind;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_other_answer;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    crate::aim::{Aim, Measure},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP036,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::RKKP_MEASURES, "indikatortyper: ulempeindikator"),
        SourceRef::new(SourceDocument::IHI, "Establishing Measures"),
    ],
    title: Bilingual::new(
        "målets ulempeindikator er en anden indikator end dem, der måler målet og processen",
        "the balancing measure of an aim has another indicator than its outcome and process measures",
    ),
    why: Bilingual::new(
        "Ulempeindikatoren viser, om noget andet bliver værre, mens resultatet bliver bedre. Et tal kan ikke være sin egen bivirkning.",
        "The balancing measure shows whether something else gets worse while the result improves. A figure cannot be its own side effect.",
    ),
    remedy: Bilingual::new(
        "Ret målingens art eller dens indikator.",
        "Correct the kind of the measure, or its indicator.",
    ),
    example: Bilingual::new(
        "Sygefraværet er både resultatindikator og ulempeindikator for det samme mål.",
        "Sick leave is both the outcome measure and the balancing measure of one aim.",
    ),
    ..Rule::DERIVED
};

message! {
    OwnSideEffect {}
    "indikatoren står både som ulempeindikator og som en anden måling for det samme mål",
    "the indicator is used both for a balancing measure and for another measure of the same aim",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let measures = community.measures.iter().enumerate().filter_map(|(n, one)| {
        Some(((one.aim?.uuid(), one.indicator?.uuid()), n, one.kind? == MeasureKind::Balancing))
    });
    let list = at.key("measures");
    each_other_answer(&measures, |n| {
        if let Some(one) = community.measures.get(n) {
            cx.not_met(&list.item(n, one.id).key("indicator"), OwnSideEffect {});
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let aim = Aim { statement: Some(tape.said()), ..Aim::new(tape.spare_id(30)) };
    let other = *tape.pick(&[MeasureKind::Outcome, MeasureKind::Process]);
    let kinds = [MeasureKind::Outcome, other, MeasureKind::Balancing];
    let indicators = [tape.spare_id(40), tape.spare_id(41), tape.spare_id(41)];
    for ((n, kind), indicator) in (31..).zip(kinds).zip(indicators) {
        let measure = Measure { kind: Some(kind), aim: Some(aim.id), ..Measure::new(tape.spare_id(n)) };
        community.measures.push(Measure { indicator: Some(indicator), ..measure });
    }
    community.aims.push(aim);
    community.monitored_process = Some(tape.said());
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Of another aim, of another indicator, without a kind; result and process.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "process", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "balancing", "aim": "00000000-0000-4000-8000-000000000003", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000014", "kind": "balancing", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000022" },
                { "id": "00000000-0000-4000-8000-000000000015", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000022" },
                { "id": "00000000-0000-4000-8000-000000000016", "kind": "balancing", "indicator": "00000000-0000-4000-8000-000000000021" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "process", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000022" },
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "balancing", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" }
            ]
        }"#,
        &[not_met(
            "/measures/2/indicator",
            "indikatoren står både som ulempeindikator og som en anden måling for det samme mål",
            "the indicator is used both for a balancing measure and for another measure of the same aim",
        )],
    ),
];
