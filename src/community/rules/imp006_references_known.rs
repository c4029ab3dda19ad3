//! What the cycles, measures, spreads and lessons of a community refer to, the community has.

use uuid::Uuid;

use super::each_service_spread;
use crate::codes;
use crate::community::{ImprovementCommunity, SpreadStep};
use crate::cycle::PdsaCycle;
use crate::cycle::links::Links;
use crate::id::Id;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::sorted::sorted_of;
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::aim::Measure;
#[cfg(feature = "proptest")]
use crate::community::{ChangeSpread, Lesson, ServiceSpread};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP006,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-176", "R-180"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, cycles; measures; spreads; lessons"),
        SourceRef::new(SourceDocument::RKKP, "Gennemfør afprøvninger i serier"),
        SourceRef::new(SourceDocument::IHI, "Setting Aims; Establishing Measures"),
    ],
    title: Bilingual::new(
        "det, som cyklusser, målinger, udbredelse og læring henviser til, findes i fællesskabet",
        "what cycles, measures, spreads and lessons refer to is in the community",
    ),
    why: Bilingual::new(
        "En henvisning, der ikke fører nogen steder hen, bryder kæden fra mål over afprøvning til udbredelse. I en dokumentpakke kan den forrige og den næste cyklus også stå i et andet dokument.",
        "A reference that leads nowhere breaks the chain from the aim by way of the test to the spread. In a bundle the previous and the next cycle can also be in another document.",
    ),
    remedy: Bilingual::new(
        "Ret henvisningen, eller tilføj det, der henvises til.",
        "Correct the reference, or add what it refers to.",
    ),
    example: Bilingual::new(
        "Et mål er slettet, og to cyklusser henviser stadig til det.",
        "An aim was deleted, and two cycles still refer to it.",
    ),
    requires: &[codes::DOC002],
    ..Rule::DERIVED
};

message! {
    Unknown { cycle: u64, named: Bilingual }
    "cyklus {cycle} henviser til {named}, der ikke findes i fællesskabet",
    "cycle {cycle} refers to {named} that is not in the community",
}

message! {
    UnknownOfSpread { spread: u64 }
    "udbredelse {spread} henviser til en cyklus, der ikke findes i fællesskabet",
    "spread {spread} refers to a cycle that is not in the community",
}

message! {
    UnknownOfLesson { lesson: u64 }
    "læring {lesson} henviser til en cyklus, der ikke findes i fællesskabet",
    "lesson {lesson} refers to a cycle that is not in the community",
}

message! {
    UnknownAim { measure: u64 }
    "måling {measure} henviser til et mål, der ikke findes i fællesskabet",
    "measure {measure} refers to an aim that is not in the community",
}

const AIM: Bilingual = Bilingual::new("et mål", "an aim");
const MEASURE: Bilingual = Bilingual::new("en måling", "a measure");
const PREVIOUS: Bilingual = Bilingual::new("en forrige cyklus", "a previous cycle");
const NEXT: Bilingual = Bilingual::new("en næste cyklus", "a further cycle");

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
enum Kind {
    #[default]
    Aim,
    Measure,
    Other,
}

/// What the community has.
#[derive(Clone, Copy)]
struct Known<'k> {
    things: &'k [(Uuid, Kind)],
    links: Links<'k>,
}

impl Known<'_> {
    fn has(self, id: Uuid, kind: Kind) -> bool {
        self.things.binary_search(&(id, kind)).is_ok()
    }

    /// Whether the id is of something else, which DOC002 finds.
    fn has_another(self, id: Uuid) -> bool {
        self.things.binary_search_by_key(&id, |(id, _)| *id).is_ok() || self.links.find(Id::new(id)).is_some()
    }

    /// Reports a reference to something that the community does not have.
    fn report(self, id: Uuid, at: &Path<'_>, cx: &mut Checker<'_>, report: impl FnOnce(&mut Checker<'_>)) {
        if self.has_another(id) { cx.depends_on(at, codes::DOC002) } else { report(cx) }
    }
}

pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    if community.cycles.is_empty()
        && community.measures.iter().all(|measure| measure.aim.is_none())
        && community.spreads.is_empty()
        && community.lessons.is_empty()
    {
        return;
    }
    let aims = community.aims.iter().map(|aim| (aim.id.uuid(), Kind::Aim));
    let measures = community.measures.iter().map(|measure| (measure.id.uuid(), Kind::Measure));
    let list = at.key("cycles");
    let services = community.members.iter().map(|member| (member.service.uuid(), Kind::Other));
    let figures = community.targets.iter().map(|one| (one.target.id.uuid(), Kind::Other));
    let entries = aims.chain(measures).chain(services).chain(figures);
    sorted_of(&entries, |known| {
        let known = Known { things: known, links };
        let measures = at.key("measures");
        for (n, measure) in community.measures.iter().enumerate() {
            let Some(aim) = measure.aim.map(Id::uuid).filter(|aim| !known.has(*aim, Kind::Aim)) else {
                continue;
            };
            let measure_at = measures.item(n, measure.id);
            let at = measure_at.key("aim");
            known.report(aim, &at, cx, |cx| cx.not_met(&at, UnknownAim { measure: text::ordinal(n) }));
        }
        for (n, cycle) in community.cycles.iter().enumerate() {
            let at = list.item(n, cycle.id);
            let mut unknown = |id: Uuid, named, at: &Path<'_>| {
                let facts = Unknown { cycle: text::ordinal(n), named };
                known.report(id, at, cx, |cx| cx.not_met(at, facts));
            };
            if let Some(aim) = cycle.aim.map(Id::uuid).filter(|aim| !known.has(*aim, Kind::Aim)) {
                unknown(aim, AIM, &at.key("aim"));
            }
            let measures = at.key("measures");
            for (n, measure) in cycle.measures.iter().enumerate() {
                if !known.has(measure.uuid(), Kind::Measure) {
                    unknown(measure.uuid(), MEASURE, &measures.index(n));
                }
            }
            let node = links.nodes.get(n).copied().unwrap_or_default();
            let leads_away = |link: Option<Id<PdsaCycle>>, is_found: bool| {
                link.filter(|id| !is_found && *id != cycle.id).map(Id::uuid)
            };
            if let Some(id) = leads_away(cycle.previous, node.previous.is_some()) {
                unknown(id, PREVIOUS, &at.key("previous"));
            }
            if let Some(id) = leads_away(cycle.next, node.next.is_some()) {
                unknown(id, NEXT, &at.key("next"));
            }
        }
        look_up_spread(community, known, at, cx);
    });
}

/// Looks up the cycles that spread and lessons refer to.
fn look_up_spread(community: &ImprovementCommunity, known: Known<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let unknown = |id: Option<Id<PdsaCycle>>| id.filter(|id| known.links.find(*id).is_none()).map(Id::uuid);
    each_service_spread(community, at, |spread, one, at| {
        for (key, step) in one.steps() {
            if let Some(id) = unknown(step.and_then(SpreadStep::cycle)) {
                let (step, spread) = (at.key(key), text::ordinal(spread));
                let taken = step.key("taken");
                let at = taken.key("cycle");
                known.report(id, &at, cx, |cx| cx.not_met(&at, UnknownOfSpread { spread }));
            }
        }
    });
    let list = at.key("lessons");
    for (n, lesson) in community.lessons.iter().enumerate() {
        if let Some(id) = unknown(lesson.cycle) {
            let lesson_at = list.index(n);
            let at = lesson_at.key("cycle");
            known.report(id, &at, cx, |cx| cx.not_met(&at, UnknownOfLesson { lesson: text::ordinal(n) }));
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[
    |community, tape| {
        let aim = Some(tape.spare_id(9));
        community.measures.push(Measure { aim, ..Measure::new(tape.spare_id(1)) });
    },
    // What a cycle measures serves an aim that is not there.
    |community, tape| {
        let (aim, measure) = (community.aims.first().map(|aim| aim.id), tape.spare_id(1));
        community.measures.push(Measure { aim: Some(tape.spare_id(9)), ..Measure::new(measure) });
        community.cycles.push(PdsaCycle { aim, measures: [measure].into(), ..added::cycle(2, tape) });
    },
    |community, tape| {
        let aim = Some(tape.spare_id(9));
        community.cycles.push(PdsaCycle { aim, ..added::cycle(1, tape) });
    },
    |community, tape| {
        let measures = [tape.spare_id(9)].into();
        community.cycles.push(PdsaCycle { measures, ..added::cycle(1, tape) });
    },
    |community, tape| {
        let previous = Some(tape.spare_id(9));
        community.cycles.push(PdsaCycle { previous, ..added::cycle(1, tape) });
    },
    |community, tape| {
        let next = Some(tape.spare_id(9));
        community.cycles.push(PdsaCycle { next, ..added::cycle(1, tape) });
    },
    |community, tape| {
        let tested = Some(SpreadStep::Taken { on: None, cycle: Some(tape.spare_id(9)) });
        let services = [ServiceSpread { tested, ..ServiceSpread::new(tape.spare_id(1)) }].into();
        community.spreads.push(ChangeSpread { services, ..added::spread(tape) });
    },
    |community, tape| {
        community.lessons.push(Lesson { cycle: Some(tape.spare_id(9)), ..Lesson::default() });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000003" }],
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000003"],
                    "next": "00000000-0000-4000-8000-000000000005"
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000003"],
                    "previous": "00000000-0000-4000-8000-000000000004"
                },
                { "id": "00000000-0000-4000-8000-000000000006" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                {
                    "id": "00000000-0000-4000-8000-000000000004",
                    "aim": "00000000-0000-4000-8000-000000000002",
                    "measures": ["00000000-0000-4000-8000-000000000003"]
                },
                {
                    "id": "00000000-0000-4000-8000-000000000005",
                    "previous": "00000000-0000-4000-8000-000000000006",
                    "next": "00000000-0000-4000-8000-000000000007"
                }
            ]
        }"#,
        &[
            not_met(
                "/cycles/0/aim",
                "cyklus 1 henviser til et mål, der ikke findes i fællesskabet",
                "cycle 1 refers to an aim that is not in the community",
            ),
            not_met(
                "/cycles/0/measures/0",
                "cyklus 1 henviser til en måling, der ikke findes i fællesskabet",
                "cycle 1 refers to a measure that is not in the community",
            ),
            not_met(
                "/cycles/1/previous",
                "cyklus 2 henviser til en forrige cyklus, der ikke findes i fællesskabet",
                "cycle 2 refers to a previous cycle that is not in the community",
            ),
            not_met(
                "/cycles/1/next",
                "cyklus 2 henviser til en næste cyklus, der ikke findes i fællesskabet",
                "cycle 2 refers to a further cycle that is not in the community",
            ),
        ],
    ),
    // What spreads, and what was learned.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "spreads": [{ "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": {} } },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "adapted": { "taken": { "cycle": "00000000-0000-4000-8000-000000000009" } }
                }
            ] }],
            "lessons": [{}, { "cycle": "00000000-0000-4000-8000-000000000009" }]
        }"#,
        &[
            not_met(
                "/spreads/0/services/1/adapted/taken/cycle",
                "udbredelse 1 henviser til en cyklus, der ikke findes i fællesskabet",
                "spread 1 refers to a cycle that is not in the community",
            ),
            not_met(
                "/lessons/1/cycle",
                "læring 2 henviser til en cyklus, der ikke findes i fællesskabet",
                "lesson 2 refers to a cycle that is not in the community",
            ),
        ],
    ),
    // A measure, without any cycle.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000003", "aim": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000004", "aim": "00000000-0000-4000-8000-000000000009" }
            ]
        }"#,
        &[not_met(
            "/measures/1/aim",
            "måling 2 henviser til et mål, der ikke findes i fællesskabet",
            "measure 2 refers to an aim that is not in the community",
        )],
    ),
    // An aim is no measure, and a measure no aim: DOC002 finds it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000003" }],
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000004",
                "aim": "00000000-0000-4000-8000-000000000003",
                "measures": ["00000000-0000-4000-8000-000000000003", "00000000-0000-4000-8000-000000000002"]
            }]
        }"#,
        &[not_evaluated("/cycles/0/aim", "DOC002"), not_evaluated("/cycles/0/measures/1", "DOC002")],
    ),
    // An id of something else is for DOC002.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "members": [{ "service": "00000000-0000-4000-8000-000000000005" }],
            "aims": [{ "id": "00000000-0000-4000-8000-000000000002" }],
            "measures": [{ "id": "00000000-0000-4000-8000-000000000003" }],
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000004", "aim": "00000000-0000-4000-8000-000000000003",
                "measures": ["00000000-0000-4000-8000-000000000004"], "next": "00000000-0000-4000-8000-000000000005"
            }],
            "lessons": [{ "learned": "noget", "cycle": "00000000-0000-4000-8000-000000000003" }]
        }"#,
        &[
            not_evaluated("/cycles/0/aim", "DOC002"),
            not_evaluated("/cycles/0/measures/0", "DOC002"),
            not_evaluated("/cycles/0/next", "DOC002"),
            not_evaluated("/lessons/0/cycle", "DOC002"),
        ],
    ),
    // Only one of the measures serves an aim.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "measures": [
                { "id": "00000000-0000-4000-8000-000000000002" },
                { "id": "00000000-0000-4000-8000-000000000003", "aim": "00000000-0000-4000-8000-000000000009" }
            ]
        }"#,
        &[not_met(
            "/measures/1/aim",
            "måling 2 henviser til et mål, der ikke findes i fællesskabet",
            "measure 2 refers to an aim that is not in the community",
        )],
    ),
    // A lesson, and no cycle.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "lessons": [{ "learned": "noget", "cycle": "00000000-0000-4000-8000-000000000003" }]
        }"#,
        &[not_met(
            "/lessons/0/cycle",
            "læring 1 henviser til en cyklus, der ikke findes i fællesskabet",
            "lesson 1 refers to a cycle that is not in the community",
        )],
    ),
    // A spread, and no cycle.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "spreads": [{
                "services": [{
                    "service": "00000000-0000-4000-8000-000000000002",
                    "tested": { "taken": { "cycle": "00000000-0000-4000-8000-000000000003" } }
                }]
            }]
        }"#,
        &[not_met(
            "/spreads/0/services/0/tested/taken/cycle",
            "udbredelse 1 henviser til en cyklus, der ikke findes i fællesskabet",
            "spread 1 refers to a cycle that is not in the community",
        )],
    ),
    // A cycle that follows itself is for PDS009.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [{
                "id": "00000000-0000-4000-8000-000000000003", "previous": "00000000-0000-4000-8000-000000000003"
            }]
        }"#,
    ),
];
