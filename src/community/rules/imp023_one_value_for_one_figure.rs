//! Two target figures of a service for one thing do not contradict each other.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef};
use crate::target_figure::rules::twins::{Scope, each_contradiction};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added, crate::body::Membership, crate::community::MemberTarget, crate::figure::Decimal,
    crate::rule::trial::Breaks, crate::target_figure::TargetFigure,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP023,
    basis: Basis::Form,
    requirements: &["R-028"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, targets"),
        SourceRef::agreement("1.5.3"),
    ],
    title: Bilingual::new(
        "to måltal for det samme og samme tilbud stemmer overens",
        "two target figures of one service for the same thing agree",
    ),
    why: Bilingual::new(
        "Listen kan læses på to måder, og tilbuddet og fællesskabet kan holde sig til hvert sit tal. Måltal er for det samme, når tilbud, indikator, emne, retning, enhed og population er ens, og de måles samtidig: november og 30. november er samme tid.",
        "The list can be read in two ways, and the service and the community can each hold to their own value. Figures are for the same thing if service, indicator, topic, direction, unit and population are the same, and if they are measured at the same time: November and 30 November are the same time.",
    ),
    remedy: Bilingual::new(
        "Behold det ene måltal, eller skriv, hvad der adskiller dem: population, måletidspunkt eller emne.",
        "Keep one of the figures, or say what sets them apart: population, measuring time or topic.",
    ),
    example: Bilingual::new(
        "Et tilbuds sygefravær skal være højst 5 % og længere nede på listen højst 6 %.",
        "The sick leave of a service is to be at most 5%, and further down the list at most 6%.",
    ),
    ..Rule::DERIVED
};

/// Figures of two services may differ (R-024).
pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let figures = community.targets.iter().enumerate().map(|(n, one)| {
        let service = Some(one.service.uuid().as_u128());
        ((n, one.target.id), Scope { of_indicator: service, of_topic: service, within: None }, &one.target)
    });
    let list = at.key("targets");
    each_contradiction(figures, |(n, id), contradiction| {
        contradiction.report(&list.item(n, id).key("target"), cx);
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.members.push(added::member(Membership::Member, Some(true), tape));
    let one = added::target(tape);
    let other = TargetFigure { id: tape.spare_id(8), value: Some(Decimal::from(6)), ..one.target.clone() };
    community.targets.push(MemberTarget::new(one.service, other));
    community.targets.push(one);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Of two services; for two populations; a range.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000012", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "6", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "4", "unit": "percent", "direction": "atMost", "population": { "description": "nyansatte" } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000014", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "2", "unit": "percent", "direction": "atLeast" } }
            ]
        }"#,
    ),
    // A milestone on the way, and one in a year for which another figure is.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "topic": "trivsel", "value": "60", "measuredAt": { "date": { "on": "2024-03" } } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel", "value": "80", "measuredAt": { "date": { "on": "2024-04-30" } } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000013", "topic": "trivsel", "value": "90", "measuredAt": { "date": { "on": "2024" } } } }
            ]
        }"#,
    ),
    // The month and a day in it; capitals.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "topic": "Trivsel", "value": "60", "measuredAt": { "date": { "on": "2024-11" } } } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel ", "value": "80", "measuredAt": { "date": { "on": "2024-11-30" } } } }
            ]
        }"#,
        &[not_met(
            "/targets/1/target/value",
            "måltallet er 80, men et andet måltal for det samme er 60",
            "the figure is 80, but another figure for the same thing is 60",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000011", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "5", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000012", "topic": "trivsel", "value": "80" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000013", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "6", "unit": "percent", "direction": "atMost" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000014", "topic": "trivsel", "value": "90" } },
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000015", "indicator": { "id": "00000000-0000-4000-8000-000000000021" }, "value": "8", "unit": "percent", "direction": "atLeast" } }
            ]
        }"#,
        &[
            not_met(
                "/targets/2/target/value",
                "måltallet er 6, men et andet måltal for det samme er 5",
                "the figure is 6, but another figure for the same thing is 5",
            ),
            not_met(
                "/targets/3/target/value",
                "måltallet er 90, men et andet måltal for det samme er 80",
                "the figure is 90, but another figure for the same thing is 80",
            ),
            not_met(
                "/targets/4/target/value",
                "tallet skal være mindst 8, men et andet måltal for det samme er højst 5",
                "the figure is to be at least 8, but another figure for the same thing is at most 5",
            ),
        ],
    ),
];
