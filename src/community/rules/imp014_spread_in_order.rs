//! A change is tested, then adapted, then implemented in each service that it is spread to.

use crate::codes;
use crate::community::{ChangeSpread, Effect, ServiceSpread, SpreadStep};
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::{self, Bilingual};

#[cfg(feature = "proptest")]
use super::added;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::IMP014,
    requirements: &["R-037", "R-039"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.4")],
    title: Bilingual::new(
        "en virksom forandring afprøves, tilpasses og implementeres i den rækkefølge i hvert tilbud",
        "an effective change is tested, adapted and implemented in that order in each service",
    ),
    why: Bilingual::new(
        "Det, der virker ét sted, virker ikke nødvendigvis et andet, før det er afprøvet og tilpasset dér.",
        "What works in one place may not work in another before it is tested and adapted there.",
    ),
    remedy: Bilingual::new(
        "Ret det, der er forkert: en dato, eller om et trin er gennemført. Mangler et trin, så gennemfør det før det næste. En tilpasning kan være unødvendig; tilbuddets egen afprøvning kan kun undværes, hvor fællesskabet afprøver for de andre.",
        "Correct what is wrong: a date, or whether a step was carried out. If a step is missing, take it before the next one. An adaptation may not be needed; a service may do without a test of its own only where the community tests for the others.",
    ),
    example: Bilingual::new(
        "Tilbuddet indfører samtaleguiden i maj, men afprøver den først i september.",
        "The service introduces the guide in May, but tests it only in September.",
    ),
    ..Rule::DERIVED
};

message! {
    NotBefore { step: Bilingual, before: Bilingual }
    "forandringen er {step} i tilbuddet, men ikke {before}",
    "the change is {step} in the service, but not {before}",
}

message! {
    TestNotNeeded { step: Bilingual }
    "forandringen er {step} i tilbuddet, men ikke afprøvet; afprøvning står som ikke nødvendig",
    "the change is {step} in the service, but not tested; a test is recorded as not needed",
}

message! {
    ShownLast { on: PartialDate, steps: u64, last: PartialDate }
    "forandringen viste sig først at virke {on:i}, men alle {steps} trin i tilbuddene er dateret tidligere, det seneste {last:i}",
    "the change was not shown to be effective until {on}, but all {steps} steps in the services are dated before that, the last one {last:on|in}",
}

message! {
    Backwards { step: Bilingual, on: PartialDate, before: Bilingual, before_on: PartialDate }
    "forandringen er {step} i tilbuddet ({on}), før den er {before} ({before_on})",
    "the change is {step} in the service ({on}) before it is {before} ({before_on})",
}

const SHOWN: Bilingual = Bilingual::new("dokumenteret virkningsfuld", "shown to be effective");
/// The steps of the spread in a service, in order.
pub(super) const STEPS: [Bilingual; 3] = [
    Bilingual::new("afprøvet", "tested"),
    Bilingual::new("tilpasset", "adapted"),
    Bilingual::new("implementeret", "implemented"),
];
const IS_TESTED: Bilingual = Bilingual::new(
    "om forandringen er afprøvet i tilbuddet",
    "whether the change has been tested in the service",
);

pub(super) fn check(spread: &ChangeSpread, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("services");
    let origin = spread.effect.as_ref().and_then(Effect::origin);
    let mut shown = spread.effect.as_ref().and_then(Effect::on);
    if let Some((on, (steps, last))) = shown.and_then(|on| Some((on, all_before(spread, on)?))) {
        cx.not_met(&at.key("effect").key("shown").key("on"), ShownLast { on, steps, last });
        shown = None;
    }
    for (n, one) in spread.services.iter().enumerate() {
        // Where the change was shown to be effective, it was tested.
        if origin != Some(one.service) {
            check_service(one, shown, &list.item(n, one.service), cx);
        }
    }
}

/// The number of dated steps in services other than the one where the effect was shown, and the last date, if there are
/// several and all are before `on`: then `on` is the wrong date.
fn all_before(spread: &ChangeSpread, on: PartialDate) -> Option<(u64, PartialDate)> {
    let origin = spread.effect.as_ref().and_then(Effect::origin);
    let others = spread.services.iter().filter(|one| origin != Some(one.service));
    let steps = others.flat_map(|one| one.steps()).filter_map(|(_, step)| match step {
        Some(SpreadStep::Taken { on, .. }) => *on,
        _ => None,
    });
    let last = steps.clone().max_by_key(|step| step.last_day())?;
    let many = text::count(steps.count());
    (many > 1 && last.ends_before(on)).then_some((many, last))
}

fn check_service(one: &ServiceSpread, shown: Option<PartialDate>, at: &Path<'_>, cx: &mut Checker<'_>) {
    let mut found = false;
    // The last step that was not taken, and the last day that is stated, so far.
    let (mut not_taken, mut latest) = (None, shown.map(|on| (SHOWN, on)));
    for (name, (key, step)) in STEPS.into_iter().zip(one.steps()) {
        match step {
            Some(SpreadStep::NotNeeded) if key == "tested" => not_taken = Some(name),
            Some(SpreadStep::NotTaken) => not_taken = Some(name),
            Some(SpreadStep::Taken { on, .. }) => {
                if one.tested == Some(SpreadStep::NotNeeded) && one.adapted != Some(SpreadStep::NotTaken) {
                    cx.not_met(&at.key(key), TestNotNeeded { step: name });
                } else if let Some(before) = not_taken {
                    cx.not_met(&at.key(key), NotBefore { step: name, before });
                    found = true;
                } else if let (Some(on), Some((before, before_on))) = (*on, latest)
                    && on.ends_before(before_on)
                {
                    cx.not_met(&at.key(key), Backwards { step: name, on, before, before_on });
                    found = true;
                }
                // A day that is stated less exactly does not hide the one before it.
                let is_later = |on: &PartialDate| {
                    latest.is_none_or(|(_, before_on)| on.first_day() >= before_on.first_day())
                };
                latest = on.filter(is_later).map(|on| (name, on)).or(latest);
            }
            Some(SpreadStep::NotNeeded) | None => {}
        }
    }
    let follows = [&one.adapted, &one.implemented];
    if !found && one.tested.is_none() && follows.into_iter().flatten().any(SpreadStep::is_taken) {
        cx.not_assessable(at, IS_TESTED);
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ChangeSpread> = &[
    |spread, tape| {
        spread.services = [ServiceSpread {
            tested: Some(SpreadStep::NotTaken),
            implemented: Some(added::taken(2024)),
            ..ServiceSpread::new(tape.spare_id(1))
        }]
        .into();
    },
    |spread, tape| {
        let adapted = Some(added::taken(2023));
        spread.services = [ServiceSpread { adapted, ..added::tested(1, 2024, tape) }].into();
    },
    |spread, tape| {
        let implemented = Some(added::taken(2024));
        spread.services = [ServiceSpread { implemented, ..ServiceSpread::new(tape.spare_id(1)) }].into();
    },
    |spread, tape| spread.services = [added::tested(1, 1001, tape)].into(),
    |spread, tape| spread.services = [1, 2].map(|n| added::tested(n, 1001, tape)).into(),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts("{}"),
    // The month may end after the day; what needs no adaptation needs none.
    accepts(
        r#"{
            "effect": { "shown": { "on": "2023-06" } },
            "services": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "tested": { "taken": { "on": "2023-06-01" } },
                    "adapted": "notNeeded",
                    "implemented": { "taken": { "on": "2023-06" } }
                },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": "notTaken", "implemented": "notTaken" },
                { "service": "00000000-0000-4000-8000-000000000004", "tested": { "taken": {} }, "implemented": { "taken": { "on": "2024" } } }
            ]
        }"#,
    ),
    // The service that has shown the effect.
    accepts(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000002", "on": "2023" } },
            "services": [{ "service": "00000000-0000-4000-8000-000000000002", "implemented": { "taken": { "on": "2022" } } }]
        }"#,
    ),
    refuses(
        r#"{
            "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": "notTaken", "adapted": "notNeeded", "implemented": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": "notNeeded", "adapted": { "taken": {} } },
                { "service": "00000000-0000-4000-8000-000000000004", "tested": { "taken": {} }, "adapted": "notTaken", "implemented": { "taken": {} } }
            ]
        }"#,
        &[
            not_met(
                "/services/0/implemented",
                "forandringen er implementeret i tilbuddet, men ikke afprøvet",
                "the change is implemented in the service, but not tested",
            ),
            not_met(
                "/services/1/adapted",
                "forandringen er tilpasset i tilbuddet, men ikke afprøvet; afprøvning står som ikke nødvendig",
                "the change is adapted in the service, but not tested; a test is recorded as not needed",
            ),
            not_met(
                "/services/2/implemented",
                "forandringen er implementeret i tilbuddet, men ikke tilpasset",
                "the change is implemented in the service, but not adapted",
            ),
        ],
    ),
    refuses(
        r#"{
            "effect": { "shown": { "on": "2024-03-01" } },
            "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "on": "2024-02" } } },
                {
                    "service": "00000000-0000-4000-8000-000000000003",
                    "tested": { "taken": { "on": "2024-05-02" } },
                    "implemented": { "taken": { "on": "2024-05-01" } }
                }
            ]
        }"#,
        &[
            not_met(
                "/services/0/tested",
                "forandringen er afprøvet i tilbuddet (februar 2024), før den er dokumenteret virkningsfuld (1. marts 2024)",
                "the change is tested in the service (February 2024) before it is shown to be effective (1 March 2024)",
            ),
            not_met(
                "/services/1/implemented",
                "forandringen er implementeret i tilbuddet (1. maj 2024), før den er afprøvet (2. maj 2024)",
                "the change is implemented in the service (1 May 2024) before it is tested (2 May 2024)",
            ),
        ],
    ),
    // Every step contradicts the date of the effect, and one of them the one before it.
    refuses(
        r#"{
            "effect": { "shown": { "service": "00000000-0000-4000-8000-000000000004", "on": "2024-11" } },
            "services": [
                {
                    "service": "00000000-0000-4000-8000-000000000002",
                    "tested": { "taken": { "on": "2024-06" } }, "implemented": { "taken": { "on": "2024-05" } }
                },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": { "taken": { "on": "2024-10-31" } } },
                { "service": "00000000-0000-4000-8000-000000000004", "implemented": { "taken": { "on": "2024-12" } } }
            ]
        }"#,
        &[
            not_met(
                "/effect/shown/on",
                "forandringen viste sig først at virke i november 2024, men alle 3 trin i tilbuddene er dateret tidligere, det seneste 31. oktober 2024",
                "the change was not shown to be effective until November 2024, but all 3 steps in the services are dated before that, the last one on 31 October 2024",
            ),
            not_met(
                "/services/0/implemented",
                "forandringen er implementeret i tilbuddet (maj 2024), før den er afprøvet (juni 2024)",
                "the change is implemented in the service (May 2024) before it is tested (June 2024)",
            ),
        ],
    ),
    // A month does not hide the day before it.
    refuses(
        r#"{
            "services": [{
                "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "on": "2024-05-10" } },
                "adapted": { "taken": { "on": "2024-05" } }, "implemented": { "taken": { "on": "2024-05-05" } }
            }]
        }"#,
        &[not_met(
            "/services/0/implemented",
            "forandringen er implementeret i tilbuddet (5. maj 2024), før den er afprøvet (10. maj 2024)",
            "the change is implemented in the service (5 May 2024) before it is tested (10 May 2024)",
        )],
    ),
    refuses(
        r#"{ "services": [{ "service": "00000000-0000-4000-8000-000000000002", "adapted": { "taken": {} }, "implemented": { "taken": {} } }] }"#,
        &[not_assessable(
            "/services/0",
            "kan ikke vurderes; mangler: om forandringen er afprøvet i tilbuddet",
            "cannot be assessed; missing: whether the change has been tested in the service",
        )],
    ),
    // Two others took it over before it was shown: one in a month, one on a day of it.
    refuses(
        r#"{
            "effect": { "shown": { "on": "2023-06-15" } },
            "services": [
                { "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "on": "2023-05" } } },
                { "service": "00000000-0000-4000-8000-000000000003", "tested": { "taken": { "on": "2023-05-20" } } }
            ]
        }"#,
        &[not_met(
            "/effect/shown/on",
            "forandringen viste sig først at virke 15. juni 2023, men alle 2 trin i tilbuddene er dateret tidligere, det seneste i maj 2023",
            "the change was not shown to be effective until 15 June 2023, but all 2 steps in the services are dated before that, the last one in May 2023",
        )],
    ),
    // One other did.
    refuses(
        r#"{
            "effect": { "shown": { "on": "2023-06-15" } },
            "services": [{
                "service": "00000000-0000-4000-8000-000000000002", "tested": { "taken": { "on": "2023-05" } }
            }]
        }"#,
        &[not_met(
            "/services/0/tested",
            "forandringen er afprøvet i tilbuddet (maj 2023), før den er dokumenteret virkningsfuld (15. juni 2023)",
            "the change is tested in the service (May 2023) before it is shown to be effective (15 June 2023)",
        )],
    ),
    // One finding for each service: a step that was not taken, or its day, before what is not known of the test.
    refuses(
        r#"{
            "effect": { "shown": { "on": "2023-01" } },
            "services": [
                {
                    "service": "00000000-0000-4000-8000-000000000002", "tested": "notNeeded", "adapted": "notTaken",
                    "implemented": { "taken": {} }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000003", "adapted": "notTaken",
                    "implemented": { "taken": {} }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000004", "adapted": { "taken": { "on": "2023-06" } },
                    "implemented": { "taken": { "on": "2023-05" } }
                },
                { "service": "00000000-0000-4000-8000-000000000005", "adapted": { "taken": { "on": "2023-06" } } },
                { "service": "00000000-0000-4000-8000-000000000006", "adapted": "notNeeded" },
                {
                    "service": "00000000-0000-4000-8000-000000000007", "tested": { "taken": { "on": "2023-06-01" } },
                    "adapted": { "taken": { "on": "2023-06" } }, "implemented": { "taken": { "on": "2023-05-31" } }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000009", "adapted": "notNeeded",
                    "implemented": { "taken": {} }
                },
                {
                    "service": "00000000-0000-4000-8000-000000000008", "tested": "notNeeded",
                    "adapted": { "taken": {} }
                }
            ]
        }"#,
        &[
            not_met(
                "/services/0/implemented",
                "forandringen er implementeret i tilbuddet, men ikke tilpasset",
                "the change is implemented in the service, but not adapted",
            ),
            not_met(
                "/services/1/implemented",
                "forandringen er implementeret i tilbuddet, men ikke tilpasset",
                "the change is implemented in the service, but not adapted",
            ),
            not_met(
                "/services/2/implemented",
                "forandringen er implementeret i tilbuddet (maj 2023), før den er tilpasset (juni 2023)",
                "the change is implemented in the service (May 2023) before it is adapted (June 2023)",
            ),
            not_assessable(
                "/services/3",
                "kan ikke vurderes; mangler: om forandringen er afprøvet i tilbuddet",
                "cannot be assessed; missing: whether the change has been tested in the service",
            ),
            not_met(
                "/services/5/implemented",
                "forandringen er implementeret i tilbuddet (31. maj 2023), før den er tilpasset (juni 2023)",
                "the change is implemented in the service (31 May 2023) before it is adapted (June 2023)",
            ),
            not_assessable(
                "/services/6",
                "kan ikke vurderes; mangler: om forandringen er afprøvet i tilbuddet",
                "cannot be assessed; missing: whether the change has been tested in the service",
            ),
            not_met(
                "/services/7/adapted",
                "forandringen er tilpasset i tilbuddet, men ikke afprøvet; afprøvning står som ikke nødvendig",
                "the change is adapted in the service, but not tested; a test is recorded as not needed",
            ),
        ],
    ),
];
