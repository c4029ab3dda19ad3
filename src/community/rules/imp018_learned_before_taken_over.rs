//! A lesson is adopted only after the test that it comes from.

use crate::codes;
use crate::community::ImprovementCommunity;
use crate::cycle::links::{Links, number, position};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::aim::Measure;
#[cfg(feature = "proptest")]
use crate::community::{Lesson, Takeover};
#[cfg(feature = "proptest")]
use crate::cycle::{CarriedOut, PdsaCycle, Plan};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP018,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-037"],
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "communities, lessons")],
    title: Bilingual::new(
        "erfaringer overtages først efter den afprøvning, de kommer fra",
        "a lesson is adopted only after the test that it comes from",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: før afprøvningen var der ingen erfaringer.",
        "The document contradicts itself: before the test nothing had been learned.",
    ),
    remedy: Bilingual::new(
        "Ret den ene af datoerne, eller henvis til en anden cyklus.",
        "Correct one of the dates, or refer to another cycle.",
    ),
    example: Bilingual::new(
        "Et tilbud overtager i marts erfaringerne fra en cyklus, der først gennemføres i maj.",
        "In March a service adopts the lessons of a cycle that is not carried out until May.",
    ),
    ..Rule::DERIVED
};

message! {
    TakenOverFirst { on: PartialDate, cycle: u64, tested_on: PartialDate }
    "erfaringerne er overtaget ({on}), før cyklus {cycle} er gennemført ({tested_on})",
    "the lesson was adopted ({on}) before cycle {cycle} was carried out ({tested_on})",
}

pub(super) fn check(community: &ImprovementCommunity, links: Links<'_>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("lessons");
    for (n, lesson) in community.lessons.iter().enumerate() {
        let Some(nth) = lesson.cycle.and_then(|id| links.find(id)) else { continue };
        let test = community.cycles.get(position(nth)).and_then(|cycle| cycle.carried_out.as_ref());
        let Some(tested_on) = test.and_then(|test| test.on) else { continue };
        let lesson_at = list.index(n);
        let takeovers = lesson_at.key("takenOverBy");
        for (n, takeover) in lesson.taken_over_by.iter().enumerate() {
            if let Some(on) = takeover.on.filter(|on| on.last_day() < tested_on.first_day()) {
                let at = takeovers.item(n, takeover.service);
                cx.not_met(&at.key("on"), TakenOverFirst { on, cycle: number(nth), tested_on });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImprovementCommunity> = &[|community, tape| {
    let test = CarriedOut {
        on: PartialDate::of_year(2024),
        observations: Some(tape.said()),
        ..CarriedOut::default()
    };
    let measure = Measure::new(tape.spare_id(6));
    let cycle = PdsaCycle {
        aim: community.aims.first().map(|aim| aim.id),
        measures: [measure.id].into(),
        change: Some(tape.said()),
        plan: Some(Plan { prediction: Some(tape.said()), ..Plan::default() }),
        carried_out: Some(test),
        ..added::cycle(5, tape)
    };
    let takeover = Takeover { on: PartialDate::of_year(2023), ..Takeover::new(tape.spare_id(1)) };
    community.lessons.push(Lesson {
        cycle: Some(cycle.id),
        taken_over_by: [takeover].into(),
        ..Lesson::default()
    });
    community.measures.push(measure);
    community.cycles.push(cycle);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same month, no date, and a cycle that is not there (IMP006).
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "cycles": [
                { "id": "00000000-0000-4000-8000-000000000004", "do": { "on": "2024-05-31" } },
                { "id": "00000000-0000-4000-8000-000000000005" }
            ],
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
            "erfaringerne er overtaget (30. maj 2024), før cyklus 1 er gennemført (31. maj 2024)",
            "the lesson was adopted (30 May 2024) before cycle 1 was carried out (31 May 2024)",
        )],
    ),
];
