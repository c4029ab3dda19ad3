//! The baseline of a target figure is counted before the service has tested what it measures.

use chrono::NaiveDate;
use uuid::Uuid;

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted_of};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {super::added, crate::body::Membership, crate::rule::trial::Breaks, crate::target_figure::Baseline};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP039,
    requirements: &["R-142"],
    sources: &[
        SourceRef::new(
            SourceDocument::SMARTE_2023,
            "Før- og eftermåling af kvantitative variabler: inden projektet gik i gang",
        ),
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, targets, baseline; cycles; measures"),
    ],
    title: Bilingual::new(
        "udgangspunktet for et måltal er ikke opgjort efter tilbuddets sidste afprøvning",
        "the baseline of a target figure is not taken after the last test of the service",
    ),
    why: Bilingual::new(
        "Udgangspunktet er tallet, før der blev gjort noget. Er det opgjort efter afprøvningerne, er deres virkning talt med, og fremgangen ser mindre ud, end den er. Der ses på de afprøvninger, der måles med måltallets indikator; er en af dem uden dato eller senere, siger reglen ikke noget.",
        "The baseline is the figure before anything was done. If it is taken after the tests, it includes their effect, and progress looks smaller than it is. The tests that are measured by the indicator of the figure count; if one of them has no date or is later, the rule reports nothing.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for udgangspunktet, eller brug et tal fra før afprøvningerne.",
        "Correct the date of the baseline, or use a figure from before the tests.",
    ),
    example: Bilingual::new(
        "Udgangspunktet er opgjort i oktober, men tilbuddet har afprøvet fra februar til maj.",
        "The baseline was taken in October, but the service tested from February to May.",
    ),
    ..Rule::DERIVED
};

message! {
    CountedAfterTests { on: PartialDate, tested_on: PartialDate }
    "udgangspunktet er opgjort {on:i}, men tilbuddets seneste afprøvning af det, der måles, er fra {tested_on}",
    "the baseline was counted {on:on|in}, but the latest test of what is measured was made by the service {tested_on:on|in}",
}

/// A service and an indicator.
type Key = (Uuid, Uuid);
/// A test: the last possible day, and the date. Without a date it may come last.
type Test = (NaiveDate, Option<PartialDate>);

pub(super) fn check(community: &ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut counted = community.targets.iter().filter_map(|one| one.target.baseline.as_ref()?.on);
    if counted.next().is_none() {
        return;
    }
    let list = at.key("targets");
    with_tests(community, |tests| {
        for (n, one) in community.targets.iter().enumerate() {
            let on = one.target.baseline.as_ref().and_then(|baseline| baseline.on);
            let (Some(on), Some(indicator)) = (on, &one.target.indicator) else { continue };
            let Some((_, (last_day, Some(tested_on)))) =
                of(tests, (one.service.uuid(), indicator.id.uuid())).last().copied()
            else {
                continue;
            };
            if last_day < on.first_day() {
                let at = list.item(n, one.target.id);
                let at = at.key("target");
                cx.not_met(&at.key("baseline").key("on"), CountedAfterTests { on, tested_on });
            }
        }
    });
}

/// Calls `then` with the tests that were carried out, by the service and by each indicator that measures them.
fn with_tests(community: &ImprovementCommunity, then: impl FnOnce(&[(Key, Test)])) {
    let measures = community.measures.iter();
    let indicators = measures.filter_map(|one| Some((one.id.uuid(), one.indicator?.uuid())));
    sorted_of(&indicators, |indicators| {
        let tests = community.cycles.iter().filter_map(|cycle| {
            let on = cycle.carried_out.as_ref()?.on;
            let test: Test = (on.map_or(NaiveDate::MAX, PartialDate::last_day), on);
            Some((cycle.service?.uuid(), test, &cycle.measures))
        });
        let tests = tests.flat_map(|(service, test, measures)| {
            let indicators = measures.iter().filter_map(|id| of(indicators, id.uuid()).first());
            indicators.map(move |(_, indicator)| ((service, *indicator), test))
        });
        sorted_of(&tests, |tests| then(tests));
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    community.charter = None;
    community.members.push(added::member(Membership::Member, Some(true), tape));
    let mut target = added::target(tape);
    target.target.baseline = Some(Baseline {
        value: target.target.value,
        unit: target.target.unit.clone(),
        on: PartialDate::of_month(2023, 10),
        no_result: None,
    });
    let mut cycle = added::carried_out(5, community, tape);
    cycle.service = Some(target.service);
    cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_month(2023, 5));
    let indicator = target.target.indicator.as_ref().map(|one| one.id);
    for measure in community.measures.iter_mut().filter(|one| cycle.measures.contains(&one.id)) {
        measure.indicator = indicator;
    }
    community.cycles.push(cycle);
    community.targets.push(target);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Before the last test, beside one without a date, of another service, and measured by another indicator.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000021", "indicator": "00000000-0000-4000-8000-000000000031" },
                { "id": "00000000-0000-4000-8000-000000000022", "indicator": "00000000-0000-4000-8000-000000000032" }
            ],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "measures": ["00000000-0000-4000-8000-000000000021"], "do": { "on": "2022-02" } },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-000000000002", "measures": ["00000000-0000-4000-8000-000000000021"], "do": { "on": "2022-10-01" } },
                { "id": "00000000-0000-4000-8000-000000000013", "service": "00000000-0000-4000-8000-000000000003", "measures": ["00000000-0000-4000-8000-000000000021"], "do": { "on": "2022-02" } },
                { "id": "00000000-0000-4000-8000-000000000014", "service": "00000000-0000-4000-8000-000000000003", "measures": ["00000000-0000-4000-8000-000000000021"], "do": {} },
                { "id": "00000000-0000-4000-8000-000000000015", "service": "00000000-0000-4000-8000-000000000004", "measures": ["00000000-0000-4000-8000-000000000022"], "do": { "on": "2022-02" } }
            ],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000041", "indicator": { "id": "00000000-0000-4000-8000-000000000031" }, "baseline": { "on": "2022-10" } } },
                { "service": "00000000-0000-4000-8000-000000000003", "target": { "id": "00000000-0000-4000-8000-000000000042", "indicator": { "id": "00000000-0000-4000-8000-000000000031" }, "baseline": { "on": "2022-10" } } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000043", "indicator": { "id": "00000000-0000-4000-8000-000000000031" }, "baseline": { "on": "2022-10" } } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000044", "baseline": { "on": "2022-10" } } },
                { "service": "00000000-0000-4000-8000-000000000004", "target": { "id": "00000000-0000-4000-8000-000000000045", "indicator": { "id": "00000000-0000-4000-8000-000000000032" } } }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": [{ "id": "00000000-0000-4000-8000-000000000021", "indicator": "00000000-0000-4000-8000-000000000031" }],
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-000000000002", "measures": ["00000000-0000-4000-8000-000000000021"], "do": { "on": "2022-05-31" } },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-000000000002", "measures": ["00000000-0000-4000-8000-000000000021"], "do": { "on": "2022-02" } }
            ],
            "targets": [
                { "service": "00000000-0000-4000-8000-000000000002", "target": { "id": "00000000-0000-4000-8000-000000000041", "indicator": { "id": "00000000-0000-4000-8000-000000000031" }, "baseline": { "on": "2022-06" } } }
            ]
        }"#,
        &[not_met(
            "/targets/0/target/baseline/on",
            "udgangspunktet er opgjort i juni 2022, men tilbuddets seneste afprøvning af det, der måles, er fra 31. maj 2022",
            "the baseline was counted in June 2022, but the latest test of what is measured was made by the service on 31 May 2022",
        )],
    ),
];
