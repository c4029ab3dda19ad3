//! Lessons and changes from a cycle are used only after it was carried out.

use chrono::NaiveDate;

use super::each_service_spread;
use super::imp014_spread_in_order::STEPS;
use crate::codes;
use crate::community::{ImprovementCommunity, SpreadStep};
use crate::cycle::links::{Links, number, position};
use crate::cycle::{CyclePhase, PdsaCycle};
use crate::date::PartialDate;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::community::{ChangeSpread, Lesson, ServiceSpread, Takeover},
    crate::date::When,
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP018,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-037"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, lessons; spreads")],
    title: Bilingual::new(
        "erfaringer og forandringer fra en cyklus bruges først, når den er gennemført",
        "lessons and changes from a cycle are used only after it was carried out",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: før afprøvningen var der ingen erfaringer. Der ses på den seneste af to datoer: planens og afprøvningens. Er cyklussen ikke gennemført og først planlagt til efter kontroldagen, er der heller ingen.",
        "The document contradicts itself: before the test nothing had been learned. The later of two dates counts: that of the plan and that of the test. Nor has anything been learned from a cycle that is not carried out and is planned for after the day of the check.",
    ),
    remedy: Bilingual::new(
        "Ret den ene af datoerne, eller henvis til en anden cyklus.",
        "Correct one of the dates, or refer to another cycle.",
    ),
    example: Bilingual::new(
        "Et tilbud bruger i marts erfaringerne fra en cyklus, der først gennemføres i maj.",
        "In March a service adopts the lessons of a cycle that is not carried out until May.",
    ),
    ..Rule::DERIVED
};

message! {
    TakenOverFirst { on: PartialDate, what: Bilingual, cycle: u64, phase: Bilingual, phase_on: PartialDate }
    "erfaringerne er overtaget ({on}), før {what} cyklus {cycle} {phase} ({phase_on})",
    "the lesson was adopted ({on}) before {what} cycle {cycle} {phase} ({phase_on})",
}

message! {
    SpreadFirst { step: Bilingual, on: PartialDate, what: Bilingual, cycle: u64, phase: Bilingual, phase_on: PartialDate }
    "forandringen er {step} i tilbuddet ({on}), før {what} cyklus {cycle}, der henvises til, {phase} ({phase_on})",
    "the change is {step} in the service ({on}) before {what} cycle {cycle}, which is referred to, {phase} ({phase_on})",
}

message! {
    NotYetTested { cycle: u64, from: NaiveDate }
    "cyklus {cycle}, som det bygger på, er ikke gennemført og er tidligst planlagt til {from}",
    "cycle {cycle}, on which this rests, has not been carried out and is planned for {from} at the earliest",
}

/// The words for the plan and the test of a cycle, and for having made them.
const PLANNED: [Bilingual; 2] =
    [Bilingual::new("planen for", "the plan of"), Bilingual::new("er lavet", "was made")];
const TESTED: [Bilingual; 2] =
    [Bilingual::new("afprøvningen i", "the test of"), Bilingual::new("er gennemført", "was carried out")];
const IS_TESTED: Bilingual =
    Bilingual::new("om cyklussen er gennemført", "whether the cycle was carried out");

/// A cycle that something rests on.
struct Test {
    number: u64,
    is_carried_out: bool,
    /// The first day for which the test is planned.
    planned_from: Option<NaiveDate>,
    /// The latest day that is known of the plan and the test.
    latest: Option<([Bilingual; 2], PartialDate)>,
}

impl Test {
    fn of(community: &ImprovementCommunity, links: Links<'_>, id: Option<Id<PdsaCycle>>) -> Option<Self> {
        let nth = links.find(id?)?;
        let cycle = community.cycles.get(position(nth))?;
        let [planned, tested, ..] = cycle.phase_dates();
        let dates = [planned.map(|on| (PLANNED, on)), tested.map(|on| (TESTED, on))];
        let latest = dates.into_iter().flatten().max_by_key(|(_, on)| on.first_day());
        let planned_from = cycle.plan.as_ref().and_then(|plan| plan.when.as_ref()?.start(None));
        let is_carried_out = cycle.phase() >= CyclePhase::CarriedOut;
        Some(Self { number: number(nth), is_carried_out, planned_from, latest })
    }

    /// Reports that the cycle was not carried out, or that it is not said to be.
    fn carried_out(&self, at: &Path<'_>, cx: &mut Checker<'_>) {
        if self.is_carried_out {
            return;
        }
        match self.planned_from.filter(|from| *from > cx.as_of()) {
            Some(from) => cx.not_met(at, NotYetTested { cycle: self.number, from }),
            None => cx.not_assessable(at, IS_TESTED),
        }
    }

    /// The day of the cycle that `on` is before, if it is.
    fn after(&self, on: Option<PartialDate>) -> Option<(PartialDate, [Bilingual; 2], PartialDate)> {
        let (on, (phase, phase_on)) = (on?, self.latest?);
        (on.ends_before(phase_on)).then_some((on, phase, phase_on))
    }
}

pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("lessons");
    for (n, lesson) in community.lessons.iter().enumerate() {
        let Some(test) = Test::of(community, links, lesson.cycle) else { continue };
        let mut found = false;
        let lesson_at = list.index(n);
        let takeovers = lesson_at.key("takenOverBy");
        for (n, takeover) in lesson.taken_over_by.iter().enumerate() {
            if let Some((on, [what, phase], phase_on)) = test.after(takeover.on) {
                let (cycle, at) = (test.number, takeovers.item(n, takeover.service));
                cx.not_met(&at.key("on"), TakenOverFirst { on, what, cycle, phase, phase_on });
                found = true;
            }
        }
        if !found {
            test.carried_out(&lesson_at.key("cycle"), cx);
        }
    }
    check_spreads(community, links, at, cx);
}

fn check_spreads(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    each_service_spread(community, at, |_, one, at| {
        for (step, (key, taken)) in STEPS.into_iter().zip(one.steps()) {
            let Some(SpreadStep::Taken { on, cycle }) = taken else { continue };
            let Some(test) = Test::of(community, links, *cycle) else { continue };
            let at = at.key(key);
            let at = at.key("taken");
            if let Some((on, [what, phase], phase_on)) = test.after(*on) {
                let cycle = test.number;
                cx.not_met(&at.key("on"), SpreadFirst { step, on, what, cycle, phase, phase_on });
            } else {
                test.carried_out(&at.key("cycle"), cx);
            }
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let cycle = carried_out_in_2024(community, tape);
        let takeover = Takeover { on: PartialDate::of_year(2023), ..Takeover::new(tape.spare_id(1)) };
        let taken_over_by = [takeover].into();
        community.lessons.push(Lesson { cycle: Some(cycle), taken_over_by, ..Lesson::default() });
    },
    |community, tape| {
        let cycle = Some(carried_out_in_2024(community, tape));
        let tested = Some(SpreadStep::Taken { on: PartialDate::of_year(2023), cycle });
        let services = [ServiceSpread { tested, ..ServiceSpread::new(tape.spare_id(1)) }].into();
        community.spreads.push(ChangeSpread { services, ..added::spread(tape) });
    },
    |community, tape| {
        let cycle = added::cycle(5, tape);
        community.lessons.push(Lesson { cycle: Some(cycle.id), ..Lesson::default() });
        community.cycles.push(cycle);
    },
    |community, tape| {
        let mut cycle = added::carried_out(5, community, tape);
        cycle.carried_out = None;
        let when = Some(When::Date { on: PartialDate::of_year(2025) });
        cycle.plan.iter_mut().for_each(|plan| plan.when.clone_from(&when));
        community.lessons.push(Lesson { cycle: Some(cycle.id), ..Lesson::default() });
        community.cycles.push(cycle);
    },
];

#[cfg(feature = "proptest")]
fn carried_out_in_2024(community: &mut ImprovementCommunity, tape: &mut Tape<'_>) -> Id<PdsaCycle> {
    let mut cycle = added::carried_out(5, community, tape);
    let id = cycle.id;
    cycle.carried_out.iter_mut().for_each(|test| test.on = PartialDate::of_year(2024));
    community.cycles.push(cycle);
    id
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same month, a test without a date, a step without one, and a cycle that is not there (IMP006).
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000004", "do": { "on": "2024-05-31" } },
                { "id": "00000000-0000-4000-8000-000000000005", "do": {} }
            ],
            "spreads": [{ "services": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "tested": { "taken": { "on": "2024-05", "cycle": "00000000-0000-4000-8000-000000000004" } },
                "adapted": { "taken": { "cycle": "00000000-0000-4000-8000-000000000004" } },
                "implemented": { "taken": { "on": "2020", "cycle": "00000000-0000-4000-8000-000000000009" } }
            }] }],
            "lessons": [
                {
                    "cycle": "00000000-0000-4000-8000-000000000004",
                    "takenOverBy": [
                        { "service": "00000000-0000-4000-8000-000000000002", "on": "2024-05" },
                        { "service": "00000000-0000-4000-8000-000000000003" }
                    ]
                },
                {
                    "cycle": "00000000-0000-4000-8000-000000000005",
                    "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002", "on": "2020" }]
                },
                {
                    "cycle": "00000000-0000-4000-8000-000000000009",
                    "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002", "on": "2020" }]
                },
                { "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002", "on": "2020" }] }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000004", "do": { "on": "2024-05-31" } }],
            "lessons": [{
                "cycle": "00000000-0000-4000-8000-000000000004",
                "takenOverBy": [
                    { "service": "00000000-0000-4000-8000-000000000002", "on": "2024-06" },
                    { "service": "00000000-0000-4000-8000-000000000003", "on": "2024-05-30" }
                ]
            }]
        }"#,
        &[not_met(
            "/lessons/0/takenOverBy/1/on",
            "erfaringerne er overtaget (30. maj 2024), før afprøvningen i cyklus 1 er gennemført (31. maj 2024)",
            "the lesson was adopted (30 May 2024) before the test of cycle 1 was carried out (31 May 2024)",
        )],
    ),
    // Before the plan of a cycle; the plan alone does not say that there was a test.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000004", "plan": { "on": "2024-05" }, "do": {} },
                { "id": "00000000-0000-4000-8000-000000000005", "plan": { "on": "2024-05" } },
                { "id": "00000000-0000-4000-8000-000000000006" }
            ],
            "spreads": [{ "services": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "tested": { "taken": { "on": "2024-04-30", "cycle": "00000000-0000-4000-8000-000000000004" } },
                    "adapted": { "taken": { "on": "2024-05", "cycle": "00000000-0000-4000-8000-000000000005" } }
                }
            ] }],
            "lessons": [
                {
                    "cycle": "00000000-0000-4000-8000-000000000005",
                    "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002", "on": "2024-04" }]
                },
                { "cycle": "00000000-0000-4000-8000-000000000006" }
            ]
        }"#,
        &[
            not_met(
                "/spreads/0/services/0/tested/taken/on",
                "forandringen er afprøvet i tilbuddet (30. april 2024), før planen for cyklus 1, der henvises til, er lavet (maj 2024)",
                "the change is tested in the service (30 April 2024) before the plan of cycle 1, which is referred to, was made (May 2024)",
            ),
            not_assessable(
                "/spreads/0/services/0/adapted/taken/cycle",
                "kan ikke vurderes; mangler: om cyklussen er gennemført",
                "cannot be assessed; missing: whether the cycle was carried out",
            ),
            not_met(
                "/lessons/0/takenOverBy/0/on",
                "erfaringerne er overtaget (april 2024), før planen for cyklus 2 er lavet (maj 2024)",
                "the lesson was adopted (April 2024) before the plan of cycle 2 was made (May 2024)",
            ),
            not_assessable(
                "/lessons/1/cycle",
                "kan ikke vurderes; mangler: om cyklussen er gennemført",
                "cannot be assessed; missing: whether the cycle was carried out",
            ),
        ],
    ),
    // Carried out before its time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{ "id": "00000000-0000-4000-8000-000000000004", "plan": { "when": { "date": { "on": "2024-02" } } }, "do": {} }],
            "lessons": [{ "cycle": "00000000-0000-4000-8000-000000000004" }]
        }"#,
    ),
    // Planned for a day that has come, and for days that have not.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000004", "plan": { "when": { "date": { "on": "2024-01-15" } } } },
                { "id": "00000000-0000-4000-8000-000000000005", "plan": { "on": "2023-12", "when": { "date": { "on": "2024-02" } } } }
            ],
            "spreads": [{ "services": [{
                "service": "00000000-0000-4000-8000-000000000002",
                "tested": { "taken": { "on": "2023-12-20", "cycle": "00000000-0000-4000-8000-000000000005" } }
            }] }],
            "lessons": [
                { "cycle": "00000000-0000-4000-8000-000000000004" },
                { "cycle": "00000000-0000-4000-8000-000000000005", "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000002" }] }
            ]
        }"#,
        &[
            not_met(
                "/spreads/0/services/0/tested/taken/cycle",
                "cyklus 2, som det bygger på, er ikke gennemført og er tidligst planlagt til 1. februar 2024",
                "cycle 2, on which this rests, has not been carried out and is planned for 1 February 2024 at the earliest",
            ),
            not_assessable(
                "/lessons/0/cycle",
                "kan ikke vurderes; mangler: om cyklussen er gennemført",
                "cannot be assessed; missing: whether the cycle was carried out",
            ),
            not_met(
                "/lessons/1/cycle",
                "cyklus 2, som det bygger på, er ikke gennemført og er tidligst planlagt til 1. februar 2024",
                "cycle 2, on which this rests, has not been carried out and is planned for 1 February 2024 at the earliest",
            ),
        ],
    ),
    // A day in the month of the test comes after its first day.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000004", "plan": { "on": "2024-05-15" },
                "do": { "on": "2024-05" }
            }],
            "lessons": [{
                "cycle": "00000000-0000-4000-8000-000000000004",
                "takenOverBy": [{ "service": "00000000-0000-4000-8000-000000000003", "on": "2024-05-10" }]
            }]
        }"#,
        &[not_met(
            "/lessons/0/takenOverBy/0/on",
            "erfaringerne er overtaget (10. maj 2024), før planen for cyklus 1 er lavet (15. maj 2024)",
            "the lesson was adopted (10 May 2024) before the plan of cycle 1 was made (15 May 2024)",
        )],
    ),
];
