//! The next cycle of a series begins when the one before is decided.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::cycle::PdsaCycle;
use crate::cycle::links::{Links, number, position};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added::cycle,
    crate::aim::Measure,
    crate::cycle::{Act, ActDecision, CarriedOut, Plan, Study},
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP012,
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
    ],
    title: Bilingual::new(
        "den næste cyklus i en serie begynder ikke, før der er truffet beslutning om den forrige",
        "the next cycle of a series does not begin before the decision on the previous one",
    ),
    why: Bilingual::new(
        "En afprøvning, der begynder, før den forrige er afsluttet, kan ikke bygge på, hvad den viste.",
        "A test that begins before the previous one has ended cannot build on what that one showed.",
    ),
    remedy: Bilingual::new(
        "Ret datoerne; hører de to afprøvninger ikke til i samme serie, så fjern henvisningen.",
        "Correct the dates; if the two tests are not of one series, remove the link.",
    ),
    example: Bilingual::new(
        "Cyklus 2 begyndte 1. marts 2024, men der blev først truffet beslutning om cyklus 1 den 11. marts.",
        "Cycle 2 began on 1 March 2024, but the decision on cycle 1 was not made until 11 March.",
    ),
    ..Rule::DERIVED
};

message! {
    BeginsEarly { cycle: u64, begins: PartialDate, previous: u64, decided: PartialDate }
    "cyklus {cycle} er dateret {begins}, men den forrige, cyklus {previous}, er først besluttet {decided}",
    "cycle {cycle} is dated {begins}, but the previous one, cycle {previous}, was not decided until {decided}",
}

/// Compares each cycle with the one that it names as its previous and with the first that names it as its next, if that
/// is another one.
pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    for ((nth, node), this) in links.each().zip(&community.cycles) {
        let naming = node.first_before.filter(|naming| Some(*naming) != node.previous);
        for previous in [node.previous, naming].into_iter().flatten() {
            let Some(before) = community.cycles.get(position(previous)) else { continue };
            let Some((decided, begins)) = early(before, this) else { continue };
            let (cycle, previous) = (number(nth), number(previous));
            let at = list.item(position(nth), this.id);
            cx.not_met(&at, BeginsEarly { cycle, begins, previous, decided });
        }
    }
}

/// When a cycle was decided and the one after it begins, if that is before.
fn early(before: &PdsaCycle, this: &PdsaCycle) -> Option<(PartialDate, PartialDate)> {
    let decided = before.act.as_ref()?.on?;
    let planned = this.plan.as_ref().and_then(|plan| plan.on);
    let begins = planned.or_else(|| this.carried_out.as_ref()?.on)?;
    (begins.last_day() < decided.first_day()).then_some((decided, begins))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let day = |day: &str| day.parse().ok();
    community.measures.push(Measure::new(tape.spare_id(7)));
    let plan = Plan { prediction: Some(tape.said()), ..Plan::default() };
    let first = PdsaCycle {
        aim: community.aims.first().map(|aim| aim.id),
        measures: [tape.spare_id(7)].into(),
        change: Some(tape.said()),
        plan: Some(plan.clone()),
        carried_out: Some(CarriedOut { observations: Some(tape.said()), ..CarriedOut::default() }),
        study: Some(Study { comparison: Some(tape.said()), ..Study::default() }),
        act: Some(Act { on: day("2024-03-11"), decision: Some(ActDecision::Adapt), ..Act::default() }),
        ..cycle(5, tape)
    };
    let second = PdsaCycle {
        aim: first.aim,
        measures: first.measures.clone(),
        change: Some(tape.said()),
        plan: Some(Plan { on: day("2024-03-10"), ..plan }),
        previous: Some(first.id),
        ..cycle(6, tape)
    };
    community.cycles.extend([first, second]);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // On the day of the decision, in its month, without a date, and without a decision.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "on": "2024-03-11" }, "next": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2024-03-11" }, "act": { "on": "2024-04-10" } },
                { "id": "00000000-0000-4000-8000-000000000004", "plan": { "on": "2024-04" }, "act": {}, "previous": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000005", "plan": { "on": "2024-01" }, "act": { "on": "2024-05" }, "previous": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000006", "plan": {}, "previous": "00000000-0000-4000-8000-000000000005" }
            ]
        }"#,
    ),
    // Without a link, nothing comes before anything.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "on": "2024-03-11" } },
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2024-03-01" } }
            ]
        }"#,
    ),
    // Linked from both sides, from one side, and from the other. Without a plan, the test begins.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "on": "2024-03-11" }, "next": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2024-03-10" }, "act": { "on": "2024-04" }, "previous": "00000000-0000-4000-8000-000000000002", "next": "00000000-0000-4000-8000-000000000004" },
                { "id": "00000000-0000-4000-8000-000000000004", "do": { "on": "2024-03" }, "act": { "on": "2024-05" } },
                { "id": "00000000-0000-4000-8000-000000000005", "plan": { "on": "2024-02" }, "do": { "on": "2024-06" }, "previous": "00000000-0000-4000-8000-000000000004" }
            ]
        }"#,
        &[
            not_met(
                "/cycles/1",
                "cyklus 2 er dateret 10. marts 2024, men den forrige, cyklus 1, er først besluttet 11. marts 2024",
                "cycle 2 is dated 10 March 2024, but the previous one, cycle 1, was not decided until 11 March 2024",
            ),
            not_met(
                "/cycles/2",
                "cyklus 3 er dateret marts 2024, men den forrige, cyklus 2, er først besluttet april 2024",
                "cycle 3 is dated March 2024, but the previous one, cycle 2, was not decided until April 2024",
            ),
            not_met(
                "/cycles/3",
                "cyklus 4 er dateret februar 2024, men den forrige, cyklus 3, er først besluttet maj 2024",
                "cycle 4 is dated February 2024, but the previous one, cycle 3, was not decided until May 2024",
            ),
        ],
    ),
];
