//! The next cycle of a series begins when the one before is decided.

use crate::codes;
use crate::cycle::PdsaCycle;
use crate::cycle::links::{HoldsCycles, Links, number, position};
use crate::cycle::rings::Rings;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::community::ImprovementCommunity,
    crate::cycle::{Act, ActDecision, Study},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(crate) static RULE: Rule = Rule {
    code: codes::IMP012,
    basis: Basis::PublicPractice,
    requirements: &["R-180"],
    sources: &[
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::TAYLOR_2014, "table 2, iterative cycles"),
    ],
    title: Bilingual::new(
        "den næste cyklus i en serie planlægges og afprøves ikke, før der er truffet beslutning om den forrige",
        "the next cycle of a series is not planned or tested before the decision on the previous one",
    ),
    why: Bilingual::new(
        "En afprøvning, der planlægges eller begynder, før den forrige er afsluttet, kan ikke bygge på, hvad den viste.",
        "A test that is planned or begins before the previous one has ended cannot build on what that one showed.",
    ),
    remedy: Bilingual::new(
        "Ret datoerne; hører de to afprøvninger ikke til i samme serie, så fjern henvisningen.",
        "Correct the dates; if the two tests are not of one series, remove the link.",
    ),
    example: Bilingual::new(
        "Cyklus 2 er planlagt 1. marts 2024, men der blev først truffet beslutning om cyklus 1 den 11. marts.",
        "Cycle 2 was planned on 1 March 2024, but the decision on cycle 1 was not made until 11 March.",
    ),
    requires: &[codes::IMP008],
    ..Rule::DERIVED
};

message! {
    BeginsEarly { what: Bilingual, cycle: u64, begins: PartialDate, previous: u64, phase: Bilingual, on: PartialDate }
    "{what} cyklus {cycle} er dateret {begins}, men den forrige, cyklus {previous}, er først {phase} {on:i}",
    "{what} cycle {cycle} is dated {begins}, but the previous one, cycle {previous}, was not {phase} until {on}",
}

const DECISION: Bilingual =
    Bilingual::new("beslutningen om den forrige cyklus", "decision on the previous cycle");
const DAY: Bilingual = Bilingual::new(
    "datoen for beslutningen om den forrige cyklus",
    "date of the decision on the previous cycle",
);

/// What is found between a cycle and the one after it.
enum Found {
    Early { what: Bilingual, begins: PartialDate, phase: Bilingual, on: PartialDate },
    Missing(Bilingual),
}

/// Compares each cycle with the one that it names as its previous and with the first that names it as its next, if that
/// is another one.
pub(crate) fn check(holder: &dyn HoldsCycles, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("cycles");
    let mut rings = None;
    let cycle = |nth| holder.cycles().get(position(nth));
    for (previous, nth) in links.pairs() {
        let (Some(before), Some(this)) = (cycle(previous), cycle(nth)) else { continue };
        let Some(found) = compare(before, this) else { continue };
        let at = list.item(position(nth), this.id);
        // In a ring no cycle is the previous one.
        if rings.get_or_insert_with(|| Rings::find(links)).is_one_ring(previous, nth) {
            cx.depends_on(&at, codes::IMP008);
            continue;
        }
        match found {
            Found::Early { what, begins, phase, on } => {
                let (cycle, previous) = (number(nth), number(previous));
                cx.not_met(&at, BeginsEarly { what, cycle, begins, previous, phase, on });
            }
            Found::Missing(what) => cx.not_assessable(&at, what),
        }
    }
}

/// Compares the latest day of one cycle with the earliest day of the next.
fn compare(before: &PdsaCycle, this: &PdsaCycle) -> Option<Found> {
    let begins = this.begins();
    if let Some((what, begins)) = begins
        && let Some((phase, on)) = before.lasts_until()
        && begins.ends_before(on)
    {
        let (what, phase) = (what.words(), phase.words());
        return Some(Found::Early { what, begins, phase, on });
    }
    this.carried_out.as_ref()?;
    if before.act.as_ref().is_some_and(|act| act.on.is_some()) {
        return None;
    }
    if before.decision().is_none() {
        return Some(Found::Missing(DECISION));
    }
    // Where nothing is dated, the order of the links is all that the document says.
    begins.map(|_| Found::Missing(DAY))
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| add_two(community, Some(decided_on("2023-03-11")), tape),
    |community, tape| add_two(community, Some(Act { on: None, ..decided_on("") }), tape),
    |community, tape| add_two(community, None, tape),
];

#[cfg(feature = "proptest")]
fn decided_on(day: &str) -> Act {
    Act { on: day.parse().ok(), decision: Some(ActDecision::Adapt), ..Act::default() }
}

/// Adds a cycle that is decided like this, and the one after it, which is tested on 10 March 2023.
#[cfg(feature = "proptest")]
fn add_two(community: &mut ImprovementCommunity, act: Option<Act>, tape: &mut Tape<'_>) {
    let [first, second] = [5, 6].map(|n| added::carried_out(n, community, tape));
    let study = Some(Study { comparison: Some(tape.said()), ..Study::default() });
    let first = PdsaCycle { study, act, ..first };
    let mut second = PdsaCycle { previous: Some(first.id), ..second };
    second.carried_out.iter_mut().for_each(|test| test.on = "2023-03-10".parse().ok());
    community.cycles.extend([first, second]);
}

#[cfg(test)]
pub(crate) const CASES: &[Case] = &[
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
    // Nothing is dated: the links alone say the order.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "do": {}, "act": { "decision": "adapt" } },
                { "id": "00000000-0000-4000-8000-000000000003", "do": {}, "previous": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000004", "plan": { "on": "2024-03-01" }, "previous": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
    ),
    // The test and the study come before the decision; a month and a year do not hide a day in it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "do": { "on": "2024-03-11" } },
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2024-03-10" }, "do": { "on": "2024-03-12" }, "study": { "on": "2024-03-20" }, "act": { "on": "2024-03" }, "previous": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000004", "plan": { "on": "2024" }, "do": { "on": "2024-03-19" }, "previous": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[
            not_met(
                "/cycles/1",
                "planen for cyklus 2 er dateret 10. marts 2024, men den forrige, cyklus 1, er først afprøvet 11. marts 2024",
                "the plan of cycle 2 is dated 10 March 2024, but the previous one, cycle 1, was not carried out until 11 March 2024",
            ),
            not_met(
                "/cycles/2",
                "afprøvningen i cyklus 3 er dateret 19. marts 2024, men den forrige, cyklus 2, er først analyseret 20. marts 2024",
                "the test of cycle 3 is dated 19 March 2024, but the previous one, cycle 2, was not studied until 20 March 2024",
            ),
        ],
    ),
    // Tested, but nothing says that or when the previous one was decided.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "do": { "on": "2024-03-11" }, "act": {} },
                { "id": "00000000-0000-4000-8000-000000000003", "do": {}, "act": { "decision": "adapt" }, "previous": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000004", "do": { "on": "2024-05" }, "previous": "00000000-0000-4000-8000-000000000003" }
            ]
        }"#,
        &[
            not_assessable(
                "/cycles/1",
                "kan ikke vurderes; mangler: beslutningen om den forrige cyklus",
                "cannot be assessed; missing: decision on the previous cycle",
            ),
            not_assessable(
                "/cycles/2",
                "kan ikke vurderes; mangler: datoen for beslutningen om den forrige cyklus",
                "cannot be assessed; missing: date of the decision on the previous cycle",
            ),
        ],
    ),
    // In a ring there is no previous cycle; one that leads into it has one.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000002", "act": { "on": "2024-03-11" }, "next": "00000000-0000-4000-8000-000000000003" },
                { "id": "00000000-0000-4000-8000-000000000003", "plan": { "on": "2024-03-10" }, "previous": "00000000-0000-4000-8000-000000000004", "next": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000004", "act": { "on": "2024-04" } }
            ]
        }"#,
        &[
            not_met(
                "/cycles/1",
                "planen for cyklus 2 er dateret 10. marts 2024, men den forrige, cyklus 3, er først besluttet i april 2024",
                "the plan of cycle 2 is dated 10 March 2024, but the previous one, cycle 3, was not decided until April 2024",
            ),
            not_evaluated("/cycles/1", "IMP008"),
        ],
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
                "planen for cyklus 2 er dateret 10. marts 2024, men den forrige, cyklus 1, er først besluttet 11. marts 2024",
                "the plan of cycle 2 is dated 10 March 2024, but the previous one, cycle 1, was not decided until 11 March 2024",
            ),
            not_met(
                "/cycles/2",
                "afprøvningen i cyklus 3 er dateret marts 2024, men den forrige, cyklus 2, er først besluttet i april 2024",
                "the test of cycle 3 is dated March 2024, but the previous one, cycle 2, was not decided until April 2024",
            ),
            not_met(
                "/cycles/3",
                "planen for cyklus 4 er dateret februar 2024, men den forrige, cyklus 3, er først besluttet i maj 2024",
                "the plan of cycle 4 is dated February 2024, but the previous one, cycle 3, was not decided until May 2024",
            ),
        ],
    ),
    // A decision that has a date and no words, and none at all.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000002", "act": { "on": "2024-01-01" },
                    "next": "00000000-0000-4000-8000-000000000003"
                },
                { "id": "00000000-0000-4000-8000-000000000003", "do": { "on": "2024-01" } },
                { "id": "00000000-0000-4000-8000-000000000004", "next": "00000000-0000-4000-8000-000000000005" },
                { "id": "00000000-0000-4000-8000-000000000005", "do": { "on": "2024-01" } }
            ]
        }"#,
        &[not_assessable(
            "/cycles/3",
            "kan ikke vurderes; mangler: beslutningen om den forrige cyklus",
            "cannot be assessed; missing: decision on the previous cycle",
        )],
    ),
];
