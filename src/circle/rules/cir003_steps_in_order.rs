//! A core element is developed, then tested, then described.

use crate::circle::{Completion, CoreElement, ElementStage, ElementStep};
use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::CIR003,
    requirements: &["R-130"],
    sources: &[SourceRef::new(SourceDocument::ERANTIS, "Projektets værdier og kerneelementer")],
    title: Bilingual::new(
        "et kerneelement udvikles, afprøves og beskrives, i den rækkefølge",
        "a core element is developed, tested and described, in that order",
    ),
    why: Bilingual::new(
        "Det, der beskrives uden at være afprøvet, breder sig, uden at nogen ved, om det virker.",
        "What is described without having been tested spreads before anyone knows whether it works.",
    ),
    remedy: Bilingual::new(
        "Gennemfør de trin, der mangler, før det næste. Er et trin gennemført, uden at det fremgår, så skriv det; er en dato forkert, så ret den.",
        "Take the steps that are missing before the next one. If a step was carried out but is not recorded, record it; if a date is wrong, correct it.",
    ),
    example: Bilingual::new(
        "Kerneelementet er beskrevet i april 2022, men blev først afprøvet i maj.",
        "The core element was described in April 2022, but not tested until May.",
    ),
    ..Rule::DERIVED
};

message! {
    NotBefore { step: Bilingual, before: Bilingual }
    "kerneelementet er {step}, men ikke {before}",
    "the core element is {step}, but not {before}",
}

message! {
    Backwards { step: Bilingual, on: PartialDate, before: Bilingual, before_on: PartialDate }
    "kerneelementet er {step} {on:i}, altså før det er {before}, {before_on}",
    "the core element is {step} {on:on|in}, before it is {before} ({before_on})",
}

message! {
    PlannedBackwards { step: Bilingual, on: PartialDate, before: Bilingual, before_on: PartialDate }
    "kerneelementet er planlagt {step} {on:i}, altså før det er planlagt {before}, {before_on}",
    "the core element is planned to be {step} {on:on|in}, before it is planned to be {before} ({before_on})",
}

const IS_DEVELOPED: Bilingual =
    Bilingual::new("om kerneelementet er udviklet", "whether the core element has been developed");
const IS_TESTED: Bilingual =
    Bilingual::new("om kerneelementet er afprøvet", "whether the core element has been tested");

pub(super) fn check(element: &CoreElement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let [developed, tested, described] = element.steps();
    let is_stated = |(_, _, step): Step| step.completion.is_some();
    if check_step(tested, &[developed], at, cx) {
        cx.all_stated(&at.key("tested"), [(is_stated(developed), IS_DEVELOPED)]);
    }
    if check_step(described, &[tested, developed], at, cx) {
        let stated = [(is_stated(developed), IS_DEVELOPED), (is_stated(tested), IS_TESTED)];
        cx.all_stated(&at.key("described"), stated);
    }
}

type Step = (ElementStage, &'static str, ElementStep);

const fn is_done(step: ElementStep) -> bool {
    matches!(step.completion, Some(Completion::Done { .. }))
}

/// Compares a step with those before it, which are listed from last to first. The latest of their days counts, so that
/// a less exact date hides none. Returns `true` if it was carried out and nothing was found.
fn check_step((stage, key, step): Step, earlier: &[Step], at: &Path<'_>, cx: &mut Checker<'_>) -> bool {
    let (place, name) = (at.key(key), stage.label());
    if is_done(step)
        && let Some((before, _, _)) =
            earlier.iter().find(|(_, _, one)| one.completion == Some(Completion::NotDone))
    {
        cx.not_met(&place, NotBefore { step: name, before: before.label() });
        return false;
    }
    // What was carried out is compared with what was carried out, and plans with plans.
    let day = |one: ElementStep| match one.completion {
        Some(completion) if is_done(step) => completion.on(),
        _ if is_done(step) || is_done(one) => None,
        _ => one.planned_on,
    };
    let dated = earlier.iter().rev().filter_map(|(before, _, one)| Some((before.label(), day(*one)?)));
    let latest = dated.max_by_key(|(_, on)| on.first_day());
    if let (Some(on), Some((before, before_on))) = (day(step), latest)
        && on.ends_before(before_on)
    {
        if is_done(step) {
            cx.not_met(&place, Backwards { step: name, on, before, before_on });
        } else {
            cx.not_met(&place, PlannedBackwards { step: name, on, before, before_on });
        }
        return false;
    }
    is_done(step)
}

/// A step that was planned for a year and carried out in it.
#[cfg(feature = "proptest")]
fn in_year(year: i32) -> ElementStep {
    let on = PartialDate::of_year(year);
    ElementStep { planned_on: on, completion: Some(Completion::Done { on }) }
}

#[cfg(feature = "proptest")]
const NOT_YET: ElementStep = ElementStep { planned_on: None, completion: Some(Completion::NotDone) };

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<CoreElement> = &[
    |element, _| {
        element.developed = Some(in_year(2023));
        (element.tested, element.described) = (Some(in_year(2022)), None);
    },
    |element, _| (element.developed, element.tested) = (Some(NOT_YET), Some(in_year(2022))),
    |element, _| {
        let planned = |year| ElementStep { planned_on: PartialDate::of_year(year), completion: None };
        element.developed = Some(planned(2024));
        (element.tested, element.described) = (None, Some(planned(2023)));
    },
    |element, _| {
        (element.developed, element.tested) = (None, None);
        element.described = Some(in_year(2022));
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The month may end after the day; what is planned may come after what was done.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "developed": { "plannedOn": "2022-08", "completion": { "done": { "on": "2021-09" } } },
            "tested": { "completion": { "done": { "on": "2021-09-01" } } },
            "described": { "plannedOn": "2021-09", "completion": "notDone" }
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "developed": { "completion": { "done": {} } },
            "tested": { "completion": { "done": { "on": "2022-05" } } },
            "described": { "completion": { "done": { "on": "2022-04-30" } } }
        }"#,
        &[not_met(
            "/described",
            "kerneelementet er beskrevet 30. april 2022, altså før det er afprøvet, maj 2022",
            "the core element is described on 30 April 2022, before it is tested (May 2022)",
        )],
    ),
    // A month does not hide the day before it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "developed": { "completion": { "done": { "on": "2022-05-10" } } },
            "tested": { "completion": { "done": { "on": "2022-05" } } },
            "described": { "completion": { "done": { "on": "2022-05-05" } } }
        }"#,
        &[not_met(
            "/described",
            "kerneelementet er beskrevet 5. maj 2022, altså før det er udviklet, 10. maj 2022",
            "the core element is described on 5 May 2022, before it is developed (10 May 2022)",
        )],
    ),
    // The plan is in the wrong order, with no time for the step in between.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "developed": { "plannedOn": "2022-02-01" },
            "described": { "plannedOn": "2022-01-31" }
        }"#,
        &[not_met(
            "/described",
            "kerneelementet er planlagt beskrevet 31. januar 2022, altså før det er planlagt udviklet, 1. februar 2022",
            "the core element is planned to be described on 31 January 2022, before it is planned to be developed (1 February 2022)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "developed": { "completion": "notDone" }, "tested": { "completion": { "done": {} } }
        }"#,
        &[not_met(
            "/tested",
            "kerneelementet er afprøvet, men ikke udviklet",
            "the core element is tested, but not developed",
        )],
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "described": { "completion": { "done": {} } } }"#,
        &[not_assessable(
            "/described",
            "kan ikke vurderes; mangler: om kerneelementet er udviklet, om kerneelementet er afprøvet",
            "cannot be assessed; missing: whether the core element has been developed, whether the core element has been tested",
        )],
    ),
    // Not developed and not tested: the nearest is named.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "developed": { "completion": "notDone" },
            "tested": { "completion": "notDone" }, "described": { "completion": { "done": { "on": "2021-09-01" } } }
        }"#,
        &[not_met(
            "/described",
            "kerneelementet er beskrevet, men ikke afprøvet",
            "the core element is described, but not tested",
        )],
    ),
    // Plans are compared with plans.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "developed": { "plannedOn": "2022-01", "completion": "notDone" },
            "tested": { "plannedOn": "2022-02", "completion": "notDone" }, "described": { "plannedOn": "2021-09" }
        }"#,
        &[not_met(
            "/described",
            "kerneelementet er planlagt beskrevet i september 2021, altså før det er planlagt afprøvet, februar 2022",
            "the core element is planned to be described in September 2021, before it is planned to be tested (February 2022)",
        )],
    ),
    // Nothing is said of the step before.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "tested": { "completion": { "done": { "on": "2021-09-01" } } }
        }"#,
        &[not_assessable(
            "/tested",
            "kan ikke vurderes; mangler: om kerneelementet er udviklet",
            "cannot be assessed; missing: whether the core element has been developed",
        )],
    ),
];
