//! The outcome, process and balancing measures of an aim have different indicators.

use uuid::Uuid;

use crate::aim::MeasureKind;
use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::sorted;
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
        SourceRef::new(
            SourceDocument::RKKP_MEASURES,
            "indikatortyper: resultatindikator; procesindikator; ulempeindikator",
        ),
        SourceRef::new(SourceDocument::IHI, "Establishing Measures"),
    ],
    title: Bilingual::new(
        "et måls resultat-, proces- og ulempeindikatorer er forskellige indikatorer",
        "the outcome, process and balancing measures of an aim have different indicators",
    ),
    why: Bilingual::new(
        "Procesindikatoren viser, om arbejdet gøres som aftalt, resultatindikatoren, om det virker, og ulempeindikatoren, om noget andet imens bliver værre. Et tal kan ikke være sin egen årsag eller sin egen bivirkning.",
        "The process measure shows whether the work is done as agreed, the outcome measure whether it has an effect, and the balancing measure whether something else gets worse meanwhile. A figure cannot be its own cause or its own side effect.",
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

message! {
    ResultAndWork {}
    "indikatoren står både som resultatindikator og som procesindikator for det samme mål",
    "the indicator is used both for an outcome measure and for a process measure of the same aim",
}

/// An aim and an indicator, the position of the measure, and its kind.
type Used = ((Uuid, Uuid), usize, u8);

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    const BALANCING: u8 = MeasureKind::Balancing as u8;
    let used = |put: &mut dyn FnMut(Used)| {
        for (n, one) in community.measures.iter().enumerate() {
            if let (Some(aim), Some(indicator), Some(kind)) = (one.aim, one.indicator, one.kind) {
                put(((aim.uuid(), indicator.uuid()), n, kind as u8));
            }
        }
    };
    let list = at.key("measures");
    sorted(used, |used| {
        for same in used.chunk_by(|one, other| one.0 == other.0) {
            let Some(((.., first), others)) = same.split_first() else { continue };
            for (_, n, kind) in others.iter().filter(|(.., kind)| kind != first) {
                let Some(one) = community.measures.get(*n) else { continue };
                let at = list.item(*n, one.id);
                if [*first, *kind].contains(&BALANCING) {
                    cx.not_met(&at.key("indicator"), OwnSideEffect {});
                } else {
                    cx.not_met(&at.key("indicator"), ResultAndWork {});
                }
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let aim = Aim { statement: Some(tape.said()), ..Aim::new(tape.spare_id(30)) };
    let kinds = *tape.pick(&[
        [MeasureKind::Outcome, MeasureKind::Outcome, MeasureKind::Balancing],
        [MeasureKind::Outcome, MeasureKind::Process, MeasureKind::Balancing],
        [MeasureKind::Outcome, MeasureKind::Process, MeasureKind::Outcome],
    ]);
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
    // Of another aim, of another indicator, without a kind; two of one kind.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000011", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000012", "kind": "outcome", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" },
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
                { "id": "00000000-0000-4000-8000-000000000013", "kind": "balancing", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" },
                { "id": "00000000-0000-4000-8000-000000000014", "kind": "process", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000021" }
            ]
        }"#,
        &[
            not_met(
                "/measures/2/indicator",
                "indikatoren står både som ulempeindikator og som en anden måling for det samme mål",
                "the indicator is used both for a balancing measure and for another measure of the same aim",
            ),
            not_met(
                "/measures/3/indicator",
                "indikatoren står både som resultatindikator og som procesindikator for det samme mål",
                "the indicator is used both for an outcome measure and for a process measure of the same aim",
            ),
        ],
    ),
];
