//! A spread says of the test in a service what the cycle of the service says.

use uuid::Uuid;

use super::each_service_spread;
use crate::codes;
use crate::community::{ImprovementCommunity, ServiceSpread, SpreadStep};
use crate::cycle::links::{Links, Nth, number, position};
use crate::cycle::{ActDecision, PdsaCycle};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::{of, sorted};
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::body::Membership,
    crate::community::ChangeSpread,
    crate::cycle::{Act, Study},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP027,
    basis: Basis::Form,
    requirements: &["R-037"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, spreads, tested; adapted; cycles, act"),
        SourceRef::agreement("1.4"),
    ],
    title: Bilingual::new(
        "udbredelsen siger det samme om et tilbuds afprøvning som tilbuddets egen cyklus",
        "the spread says the same about the test of a service as the cycle of the service",
    ),
    why: Bilingual::new(
        "Viser en cyklus, at tilbuddet har afprøvet forandringen, står den også som afprøvet i udbredelsen, på samme tid. Endte afprøvningen med, at forandringen skulle tilpasses, var en tilpasning nødvendig. Der ses kun på tilbuddets egne cyklusser.",
        "If a cycle shows that the service has tested the change, the spread shows it as tested, at the same time. If the test ended in a decision to adapt the change, an adaptation was needed. Only cycles of the service itself count.",
    ),
    remedy: Bilingual::new(
        "Ret det trin i udbredelsen, der er forkert, eller ret cyklussen.",
        "Correct the step of the spread that is wrong, or correct the cycle.",
    ),
    example: Bilingual::new(
        "Tilbuddet besluttede at tilpasse samtaleguiden efter sin afprøvning, men i udbredelsen står tilpasning som ikke nødvendig.",
        "The service decided to adapt the guide after its test, but the spread gives an adaptation as not needed.",
    ),
    ..Rule::DERIVED
};

message! {
    TestedAfterAll { cycle: u64 }
    "forandringen står som ikke afprøvet i tilbuddet, men tilbuddet har afprøvet den i cyklus {cycle}",
    "the change is recorded as not tested in the service, but the service has tested it in cycle {cycle}",
}

message! {
    ToBeAdapted { cycle: u64 }
    "tilpasning står som ikke nødvendig, men efter tilbuddets afprøvning (cyklus {cycle}) blev det besluttet at tilpasse forandringen",
    "an adaptation is recorded as not needed, but after the test of the service (cycle {cycle}) it was decided to adapt the change",
}

message! {
    TestedLater { on: PartialDate, cycle: u64, decided_on: PartialDate }
    "forandringen er afprøvet i tilbuddet {on:i}, men i cyklus {cycle}, der henvises til, var afprøvningen forbi {decided_on:i}",
    "the change was tested in the service {on:on|in}, but in cycle {cycle}, which is referred to, the test was over {decided_on:on|in}",
}

pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut is_untested = false;
    each_service_spread(community, at, |_, one, at| {
        is_untested |= matches!(one.tested, Some(SpreadStep::NotTaken));
        if let Some((nth, cycle)) = own_test(community, links, one) {
            check_test(one, nth, cycle, links, at, cx);
        }
    });
    if is_untested {
        check_untested(community, at, cx);
    }
}

/// The cycle of the service that the step of testing refers to.
fn own_test<'c>(
    community: &'c ImprovementCommunity,
    links: Links<'_>,
    one: &ServiceSpread,
) -> Option<(Nth, &'c PdsaCycle)> {
    let nth = links.find(one.tested.as_ref()?.cycle()?)?;
    let cycle = community.cycles.get(position(nth))?;
    (cycle.service == Some(one.service)).then_some((nth, cycle))
}

/// A test that goes on in another cycle is not over with the first one.
fn check_test(
    one: &ServiceSpread,
    nth: Nth,
    cycle: &PdsaCycle,
    links: Links<'_>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    if one.adapted == Some(SpreadStep::NotNeeded) && cycle.decision() == Some(ActDecision::Adapt) {
        cx.not_met(&at.key("adapted"), ToBeAdapted { cycle: number(nth) });
    }
    let goes_on = links.get(nth).is_some_and(|node| node.next.is_some() || node.first_after.is_some());
    let tested = one.tested.as_ref().and_then(SpreadStep::on);
    let decided = cycle.act.as_ref().and_then(|act| act.on);
    if let (Some(on), Some(decided_on), false) = (tested, decided, goes_on)
        && decided_on.ends_before(on)
    {
        let at = at.key("tested");
        let at = at.key("taken");
        cx.not_met(&at.key("on"), TestedLater { on, cycle: number(nth), decided_on });
    }
}

/// A service and a change that it has tested.
type Tested<'c> = (Uuid, Folded<'c>);

/// A test that nobody came to is none.
fn check_untested<'c>(community: &'c ImprovementCommunity, at: &Path<'_>, cx: &mut Checker<'_>) {
    let tested = |put: &mut dyn FnMut((Tested<'c>, usize))| {
        for (n, cycle) in community.cycles.iter().enumerate() {
            if let (Some(service), Some(change)) = (cycle.service, Folded::stated(cycle.change.as_ref()))
                && cycle.carried_out.is_some()
                && cycle.scale != Some(0)
            {
                put(((service.uuid(), change), n));
            }
        }
    };
    sorted(tested, |tested| {
        each_service_spread(community, at, |spread, one, at| {
            let change =
                community.spreads.get(spread).and_then(|spread| Folded::stated(spread.change.as_ref()));
            if let (Some(SpreadStep::NotTaken), Some(change)) = (&one.tested, change)
                && let Some((_, n)) = of(tested, (one.service.uuid(), change)).first()
            {
                cx.not_met(&at.key("tested"), TestedAfterAll { cycle: ordinal(*n) });
            }
        });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let cycle = of_member(community, tape);
        let change = cycle.change.clone();
        community.cycles.push(cycle);
        let tested = Some(SpreadStep::NotTaken);
        let services = [ServiceSpread { tested, ..ServiceSpread::new(tape.spare_id(21)) }].into();
        community.spreads.push(ChangeSpread { change, services, ..added::spread(tape) });
    },
    |community, tape| {
        let mut cycle = of_member(community, tape);
        cycle.study = Some(Study { comparison: Some(tape.said()), ..Study::default() });
        cycle.act = Some(Act { decision: Some(ActDecision::Adapt), ..Act::default() });
        let next = PdsaCycle { service: cycle.service, ..added::carried_out(7, community, tape) };
        cycle.next = Some(next.id);
        let tested = Some(SpreadStep::Taken { on: None, cycle: Some(cycle.id) });
        let adapted = Some(SpreadStep::NotNeeded);
        let services = [ServiceSpread { tested, adapted, ..ServiceSpread::new(tape.spare_id(21)) }].into();
        community.cycles.extend([cycle, next]);
        community.spreads.push(ChangeSpread { services, ..added::spread(tape) });
    },
    |community, tape| {
        let mut cycle = of_member(community, tape);
        cycle.study = Some(Study { comparison: Some(tape.said()), ..Study::default() });
        let on = PartialDate::of_year(2022);
        cycle.act = Some(Act { decision: Some(ActDecision::Adopt), on, ..Act::default() });
        let tested = Some(SpreadStep::Taken { on: PartialDate::of_year(2023), cycle: Some(cycle.id) });
        let services = [ServiceSpread { tested, ..ServiceSpread::new(tape.spare_id(21)) }].into();
        community.cycles.push(cycle);
        community.spreads.push(ChangeSpread { services, ..added::spread(tape) });
    },
];

/// A cycle that is carried out by a service that takes part.
#[cfg(feature = "proptest")]
fn of_member(community: &mut ImprovementCommunity, tape: &mut Tape<'_>) -> PdsaCycle {
    community.charter = None;
    community.members.push(added::member_of(tape.spare_id(21), Membership::Member, true));
    PdsaCycle { service: Some(tape.spare_id(21)), ..added::carried_out(5, community, tape) }
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // Another change, another service, only planned, and nobody came.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-00000000000a", "change": "følvagter", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-00000000000b", "change": "en guide", "do": {} },
                { "id": "00000000-0000-4000-8000-000000000013", "service": "00000000-0000-4000-8000-00000000000a", "change": "en guide", "plan": {} },
                { "id": "00000000-0000-4000-8000-000000000014", "service": "00000000-0000-4000-8000-00000000000a", "change": "en guide", "scale": 0, "do": {} },
                { "id": "00000000-0000-4000-8000-000000000015", "change": "en guide", "do": {} }
            ],
            "spreads": [
                { "change": "En guide", "services": [{ "service": "00000000-0000-4000-8000-00000000000a", "tested": "notTaken" }] },
                { "services": [{ "service": "00000000-0000-4000-8000-00000000000a", "tested": "notTaken" }] },
                { "change": "Følvagter", "services": [{ "service": "00000000-0000-4000-8000-00000000000a", "tested": { "taken": {} } }] }
            ]
        }"#,
    ),
    // In the month of the decision; it went on in another cycle; a test of another service; adopted; adapted.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-00000000000a", "act": { "on": "2023-09-30", "decision": "adopt" } },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-00000000000b", "act": { "on": "2023-09", "decision": "adapt" }, "next": "00000000-0000-4000-8000-000000000013" },
                { "id": "00000000-0000-4000-8000-000000000013", "service": "00000000-0000-4000-8000-00000000000b" }
            ],
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-00000000000a", "tested": { "taken": { "on": "2023-09", "cycle": "00000000-0000-4000-8000-000000000011" } }, "adapted": "notNeeded" },
                { "service": "00000000-0000-4000-8000-00000000000b", "tested": { "taken": { "on": "2023-10", "cycle": "00000000-0000-4000-8000-000000000012" } }, "adapted": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-00000000000c", "tested": { "taken": { "on": "2023-10", "cycle": "00000000-0000-4000-8000-000000000012" } }, "adapted": "notNeeded" }
            ] }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000011", "service": "00000000-0000-4000-8000-00000000000b", "act": { "on": "2023-09-30", "decision": "adapt" } },
                { "id": "00000000-0000-4000-8000-000000000012", "service": "00000000-0000-4000-8000-00000000000a", "change": "en  guide", "do": {} }
            ],
            "spreads": [{ "change": "En guide", "services": [
                { "service": "00000000-0000-4000-8000-00000000000a", "tested": "notTaken" },
                { "service": "00000000-0000-4000-8000-00000000000b", "tested": { "taken": { "on": "2023-10", "cycle": "00000000-0000-4000-8000-000000000011" } }, "adapted": "notNeeded" }
            ] }]
        }"#,
        &[
            not_met(
                "/spreads/0/services/0/tested",
                "forandringen står som ikke afprøvet i tilbuddet, men tilbuddet har afprøvet den i cyklus 2",
                "the change is recorded as not tested in the service, but the service has tested it in cycle 2",
            ),
            not_met(
                "/spreads/0/services/1/tested/taken/on",
                "forandringen er afprøvet i tilbuddet i oktober 2023, men i cyklus 1, der henvises til, var afprøvningen forbi 30. september 2023",
                "the change was tested in the service in October 2023, but in cycle 1, which is referred to, the test was over on 30 September 2023",
            ),
            not_met(
                "/spreads/0/services/1/adapted",
                "tilpasning står som ikke nødvendig, men efter tilbuddets afprøvning (cyklus 1) blev det besluttet at tilpasse forandringen",
                "an adaptation is recorded as not needed, but after the test of the service (cycle 1) it was decided to adapt the change",
            ),
        ],
    ),
];
