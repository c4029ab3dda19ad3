//! An aim that is reached has target figures of which at least one is met.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, with_both};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::{Bilingual, count};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::aim::{Aim, Measure, MeasureKind},
    crate::body::Membership,
    crate::date::PartialDate,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP030,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, aims; measures; targets")],
    title: Bilingual::new(
        "er et mål nået, og er der måltal for det samme, er mindst ét af dem opfyldt eller endnu ikke afgjort",
        "if an aim is reached and there are target figures for the same thing, at least one of them is met or not yet settled",
    ),
    why: Bilingual::new(
        "Målet og måltallene måles med samme indikator. Er intet måltal opfyldt, er målet næppe nået, eller også er status forkert. Er blot ét måltal opfyldt eller ikke afgjort, siger reglen ikke noget.",
        "The aim and the target figures are measured by the same indicator. If no figure is met, the aim has probably not been reached, or else a status is wrong. If a single figure is met or not settled, the rule reports nothing.",
    ),
    remedy: Bilingual::new(
        "Ret måltallenes status, eller fjern datoen for, hvornår målet er nået.",
        "Correct the status of the target figures, or take out the day on which the aim is said to be reached.",
    ),
    example: Bilingual::new(
        "Målet for sygefraværet er nået i november, men de tre tilbuds måltal er ikke opfyldt.",
        "The aim for sick leave was reached in November, but the target figures of the three services are not met.",
    ),
    ..Rule::DERIVED
};

message! {
    NoneMet { figures: u64 }
    "målet er nået, men {figures:måltal, der måles med samme indikator, er ikke opfyldt|måltal, der måles med samme indikator, er alle uopfyldte}",
    "the aim is reached, but {figures:target figure that is measured by the same indicator is not met|target figures that are measured by the same indicator are all unmet}",
}

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.aims.iter().all(|aim| aim.reached_on.is_none()) {
        return;
    }
    let measures = community.measures.iter();
    let measures = measures.filter_map(|one| Some((one.aim?.uuid(), one.indicator?.uuid())));
    let is_unmet = |one: &TargetFigure| one.state.and_then(TargetState::is_met) == Some(false);
    let figures = community.targets.iter().map(|one| &one.target);
    let figures = figures.filter_map(|one| Some((one.indicator.as_ref()?.id.uuid(), is_unmet(one))));
    let list = at.key("aims");
    with_both(&measures, &figures, |measures, figures| {
        for (n, aim) in community.aims.iter().enumerate().filter(|(_, aim)| aim.reached_on.is_some()) {
            let indicators = of(measures, aim.id.uuid()).chunk_by(|one, next| one == next);
            let of_aim =
                indicators.filter_map(|same| same.first()).map(|(_, indicator)| of(figures, *indicator));
            // Those that are not unmet come first.
            let (figures, are_unmet) = of_aim.fold((0_u64, true), |(sum, all), same| {
                let are_unmet = same.first().is_none_or(|(_, is_unmet)| *is_unmet);
                (sum.saturating_add(count(same.len())), all && are_unmet)
            });
            if figures > 0 && are_unmet {
                cx.not_met(&list.item(n, aim.id).key("reachedOn"), NoneMet { figures });
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.charter = None;
    community.members.push(added::member(Membership::Member, Some(true), tape));
    let mut target = added::target(tape);
    target.target.state = Some(TargetState::NotMet);
    let statement = Some(tape.said());
    let aim = Aim { statement, reached_on: PartialDate::of_year(2024), ..Aim::new(tape.spare_id(10)) };
    community.measures.push(Measure {
        aim: Some(aim.id),
        indicator: target.target.indicator.as_ref().map(|one| one.id),
        kind: Some(MeasureKind::Outcome),
        ..Measure::new(tape.spare_id(11))
    });
    community.aims.push(aim);
    community.targets.push(target);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // One figure is met, or not settled; another indicator, another aim, and an aim that is not reached.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2023-11" }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000003", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000004" }],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000005", "target": { "id": "00000000-0000-4000-8000-000000000011", "state": "notMet", "indicator": { "id": "00000000-0000-4000-8000-000000000004" } } },
                { "service": "00000000-0000-4000-8000-000000000006", "target": { "id": "00000000-0000-4000-8000-000000000012", "state": "met", "indicator": { "id": "00000000-0000-4000-8000-000000000004" } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2023-11" }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000003", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000004" }],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000005", "target": { "id": "00000000-0000-4000-8000-000000000011", "state": "notMet", "indicator": { "id": "00000000-0000-4000-8000-000000000004" } } },
                { "service": "00000000-0000-4000-8000-000000000006", "target": { "id": "00000000-0000-4000-8000-000000000012", "state": "measured", "indicator": { "id": "00000000-0000-4000-8000-000000000004" } } }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2023-11" }, { "id": "00000000-0000-4000-8000-000000000007" }],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000003", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000008" },
                { "id": "00000000-0000-4000-8000-000000000009", "aim": "00000000-0000-4000-8000-000000000007", "indicator": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-00000000000a", "indicator": "00000000-0000-4000-8000-000000000004" }
            ],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000005", "target": { "id": "00000000-0000-4000-8000-000000000011", "state": "notMet", "indicator": { "id": "00000000-0000-4000-8000-000000000004" } } },
                { "service": "00000000-0000-4000-8000-000000000005", "target": { "id": "00000000-0000-4000-8000-000000000012", "state": "notMet" } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2023-11" },
                { "id": "00000000-0000-4000-8000-000000000007", "reachedOn": "2023" }
            ],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000003", "aim": "00000000-0000-4000-8000-000000000002", "indicator": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000009", "aim": "00000000-0000-4000-8000-000000000007", "indicator": "00000000-0000-4000-8000-000000000008" }
            ],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000005", "target": { "id": "00000000-0000-4000-8000-000000000011", "state": "notMet", "indicator": { "id": "00000000-0000-4000-8000-000000000004" } } },
                { "service": "00000000-0000-4000-8000-000000000006", "target": { "id": "00000000-0000-4000-8000-000000000012", "state": "notMet", "indicator": { "id": "00000000-0000-4000-8000-000000000004" } } },
                { "service": "00000000-0000-4000-8000-000000000006", "target": { "id": "00000000-0000-4000-8000-000000000013", "state": "notMet", "indicator": { "id": "00000000-0000-4000-8000-000000000008" } } }
            ]
        }"#,
        &[
            not_met(
                "/aims/0/reachedOn",
                "målet er nået, men 2 måltal, der måles med samme indikator, er alle uopfyldte",
                "the aim is reached, but 2 target figures that are measured by the same indicator are all unmet",
            ),
            not_met(
                "/aims/1/reachedOn",
                "målet er nået, men 1 måltal, der måles med samme indikator, er ikke opfyldt",
                "the aim is reached, but 1 target figure that is measured by the same indicator is not met",
            ),
        ],
    ),
    // Of two indicators one has no figure, or is not unmet.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [
                { "id": "00000000-0000-4000-8000-000000000002", "reachedOn": "2023-11" },
                { "id": "00000000-0000-4000-8000-000000000003", "reachedOn": "2023-11" },
                { "id": "00000000-0000-4000-8000-000000000004" }
            ],
            "measures": [
                {
                    "id": "00000000-0000-4000-8000-000000000011", "aim": "00000000-0000-4000-8000-000000000002",
                    "indicator": "00000000-0000-4000-8000-000000000021"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000012", "aim": "00000000-0000-4000-8000-000000000002",
                    "indicator": "00000000-0000-4000-8000-000000000022"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000013", "aim": "00000000-0000-4000-8000-000000000003",
                    "indicator": "00000000-0000-4000-8000-000000000023"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000014", "aim": "00000000-0000-4000-8000-000000000003",
                    "indicator": "00000000-0000-4000-8000-000000000024"
                }
            ],
            "targets": [
                {
                    "service": "00000000-0000-4000-8000-000000000005",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000031", "state": "notMet",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000021" }
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000005",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000032", "state": "met",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000023" }
                    }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000005",
                    "target": {
                        "id": "00000000-0000-4000-8000-000000000033", "state": "notMet",
                        "indicator": { "id": "00000000-0000-4000-8000-000000000024" }
                    }
                }
            ]
        }"#,
        &[not_met(
            "/aims/0/reachedOn",
            "målet er nået, men 1 måltal, der måles med samme indikator, er ikke opfyldt",
            "the aim is reached, but 1 target figure that is measured by the same indicator is not met",
        )],
    ),
];
