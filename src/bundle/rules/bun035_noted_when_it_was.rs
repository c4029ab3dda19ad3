//! A series notes a cycle or an action when it was.

use crate::bundle::crossing::NotThen;
use crate::bundle::{Bundle, Crossing, crossing};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use super::bundle_of;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::added,
    crate::figure::Direction,
    crate::rule::trial::Breaks,
    crate::series::{Annotation, MeasurementSeries, Occasion},
};

pub(super) static RULE: Rule = Rule {
    code: codes::BUN035,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "bundles, ids; series, annotations, on; occasion; cycle; agreement, actions, doneOn",
    )],
    title: Bilingual::new(
        "en note i en måleserie om en prøvehandling eller en indsats har en dato fra den tid, hvor den stod på",
        "a note of a series on a cycle or an action is dated within the time of that cycle or action",
    ),
    why: Bilingual::new(
        "Står noten et forkert sted, ser det ud, som om noget andet førte til ændringen i diagrammet.",
        "If the note is in the wrong place, something else seems to have led to the change in the chart.",
    ),
    remedy: Bilingual::new(
        "Ret den dato, der er forkert, eller henvis til den prøvehandling eller indsats, der menes. Blev forandringen taget i brug bagefter, så skriv noten som en hændelse.",
        "Correct the date that is wrong, or refer to the cycle or action that is meant. If the change was taken into use afterwards, enter the note as an event.",
    ),
    example: Bilingual::new(
        "Måleserien noterer prøvehandlingen 12. august, men den blev planlagt i marts og afsluttet 14. april.",
        "The series notes the cycle on 12 August, but it was planned in March and decided on by 14 April.",
    ),
    ..Rule::DERIVED
};

message! {
    CycleNotBegun { on: PartialDate, document: u64, what: Bilingual, begins: PartialDate }
    "prøvehandlingen er noteret {on:i}, men {what} cyklussen, i dokument {document}, er først dateret {begins}",
    "the cycle is noted {on:on|in}, but {what} the cycle, in document {document}, is not dated until {begins}",
}

message! {
    CycleOver { on: PartialDate, document: u64, ended: PartialDate }
    "prøvehandlingen er noteret {on:i}, men ifølge dokument {document} blev den afsluttet {ended:i}",
    "the cycle is noted {on:on|in}, but according to document {document} it ended {ended:on|in}",
}

message! {
    ActionDone { on: PartialDate, document: u64, done: PartialDate }
    "indsatsen er noteret som begyndt {on:i}, men ifølge dokument {document} blev den udført {done:i}",
    "the action is noted as begun {on:on|in}, but according to document {document} it was done {done:on|in}",
}

pub(super) fn check(_: &Bundle, crossing: &Crossing, at: &Path<'_>, cx: &mut Checker<'_>) {
    for clash in crossing.notes.apart(&crossing.ramps) {
        let (place, series, on, document) =
            (clash.place, clash.series, clash.on, crossing::number(clash.document));
        match clash.why {
            NotThen::BeforeCycle { what, begins } => {
                let what = what.words();
                crossing.not_met(place, series, at, cx, CycleNotBegun { on, document, what, begins });
            }
            NotThen::AfterCycle { ended } => {
                crossing.not_met(place, series, at, cx, CycleOver { on, document, ended });
            }
            NotThen::AfterAction { done } => {
                crossing.not_met(place, series, at, cx, ActionDone { on, document, done });
            }
        }
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Bundle> = &[|bundle, tape| {
    let [_, cycle] = added::early(bundle, tape);
    let occasion = Occasion::Cycle { id: Some(cycle.id) };
    added::document(cycle, bundle, tape);
    let note = PartialDate::of_year(2021).map(|on| Annotation::new(on, occasion));
    let series = MeasurementSeries::new(tape.spare_id(4), Direction::AtMost);
    let annotations = note.into_iter().collect();
    added::document(MeasurementSeries { annotations, ..series }, bundle, tape);
}];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // From the plan to the decision; later, of a test that is only said to be carried out; no id, and one that is not here;
    // an action before it is done, on the day, and one that may recur.
    accepts(bundle_of!(
        "01": r#"{ "cycle": {
            "id": "00000000-0000-4000-8000-000000000011", "plan": { "on": "2023-03" }, "act": { "on": "2023-04-14" }
        } }"#,
        "02": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000012", "do": { "on": "2023-03-31" } } }"#,
        "03": r#"{ "agreement": {
            "id": "00000000-0000-4000-8000-000000000021",
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000022", "actions": [
                { "id": "00000000-0000-4000-8000-000000000023", "when": { "date": { "on": "2023-03" } }, "doneOn": "2023-03-14" },
                { "id": "00000000-0000-4000-8000-000000000024", "doneOn": "2023-03-14" }
            ] }]
        } }"#,
        "04": r#"{ "series": {
            "id": "00000000-0000-4000-8000-000000000031", "direction": "atMost",
            "annotations": [
                { "on": "2023-03-01", "occasion": { "cycle": { "id": "00000000-0000-4000-8000-000000000011" } } },
                { "on": "2023-04", "occasion": { "cycle": { "id": "00000000-0000-4000-8000-000000000011" } } },
                { "on": "2023-06", "occasion": { "cycle": { "id": "00000000-0000-4000-8000-000000000012" } } },
                { "on": "2020", "occasion": { "cycle": {} } },
                { "on": "2020", "occasion": { "cycle": { "id": "00000000-0000-4000-8000-000000000019" } } },
                { "on": "2023-02", "occasion": { "action": { "id": "00000000-0000-4000-8000-000000000023" } } },
                { "on": "2023-03", "occasion": { "action": { "id": "00000000-0000-4000-8000-000000000023" } } },
                { "on": "2023-08", "occasion": { "action": { "id": "00000000-0000-4000-8000-000000000024" } } },
                { "on": "2020", "occasion": "event" }
            ]
        } }"#,
    )),
    refuses(
        bundle_of!(
            "01": r#"{ "series": {
                "id": "00000000-0000-4000-8000-000000000031", "direction": "atMost",
                "annotations": [
                    { "on": "2023-08-12", "occasion": { "cycle": { "id": "00000000-0000-4000-8000-000000000011" } } },
                    { "on": "2023-02", "occasion": { "cycle": { "id": "00000000-0000-4000-8000-000000000011" } } },
                    { "on": "2023-08-04", "occasion": { "action": { "id": "00000000-0000-4000-8000-000000000023" } } }
                ]
            } }"#,
            "02": r#"{ "cycle": {
                "id": "00000000-0000-4000-8000-000000000011", "plan": { "on": "2023-03-01" }
            } }"#,
            "03": r#"{ "agreement": {
                "id": "00000000-0000-4000-8000-000000000021",
                "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000022", "actions": [
                    { "id": "00000000-0000-4000-8000-000000000023", "when": { "date": { "on": "2023-03" } }, "doneOn": "2023-03-14" }
                ] }]
            } }"#,
            "04": r#"{ "cycle": { "id": "00000000-0000-4000-8000-000000000011", "act": { "on": "2023-04-14" } } }"#,
        ),
        &[
            not_met(
                "/documents/0/content/series/annotations/0/on",
                "prøvehandlingen er noteret 12. august 2023, men ifølge dokument 4 blev den afsluttet 14. april 2023",
                "the cycle is noted on 12 August 2023, but according to document 4 it ended on 14 April 2023",
            ),
            not_met(
                "/documents/0/content/series/annotations/1/on",
                "prøvehandlingen er noteret i februar 2023, men planen for cyklussen, i dokument 2, er først dateret 1. marts 2023",
                "the cycle is noted in February 2023, but the plan of the cycle, in document 2, is not dated until 1 March 2023",
            ),
            not_met(
                "/documents/0/content/series/annotations/2/on",
                "indsatsen er noteret som begyndt 4. august 2023, men ifølge dokument 3 blev den udført 14. marts 2023",
                "the action is noted as begun on 4 August 2023, but according to document 3 it was done on 14 March 2023",
            ),
        ],
    ),
];
