//! A time without new practice lies within the plan.

use crate::codes;
use crate::date::{PartialDate, backwards};
use crate::plan::{Blackout, ImplementationPlan};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA033,
    requirements: &["R-099"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4")],
    title: Bilingual::new(
        "en periode uden ny praksis ligger i den tid, planen kører",
        "a time without new practice lies in the time in which the plan runs",
    ),
    why: Bilingual::new(
        "Uden for planens tid begynder ingenting, der kan udsættes. Et forkert årstal betyder, at den rigtige periode ikke holdes fri.",
        "Outside the time of the plan nothing begins that could be put off. With a wrong year, the right period is not kept free.",
    ),
    remedy: Bilingual::new(
        "Ret periodens datoer eller fasernes, eller fjern perioden.",
        "Correct the dates of the period or of the phases, or remove the period.",
    ),
    example: Bilingual::new(
        "Planen kører i 2016 og 2017, og perioden uden ny praksis er februar 2071.",
        "The plan runs in 2016 and 2017, and the time without new practice is February 2071.",
    ),
    ..Rule::DERIVED
};

message! {
    AfterThePlan { starts_on: PartialDate, last: PartialDate }
    "perioden uden ny praksis begynder først {starts_on:i}, men planen slutter {last:i}",
    "the time without new practice does not begin until {starts_on}, but the plan ends {last:on|in}",
}

message! {
    BeforeThePlan { ends_on: PartialDate, first: PartialDate }
    "perioden uden ny praksis slutter {ends_on:i}, men planen begynder først {first:i}",
    "the time without new practice ends {ends_on:on|in}, but the plan does not begin until {first}",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    if plan.blackouts.is_empty() {
        return;
    }
    let (begins_on, ends_on) = (first_day(plan), last_day(plan));
    let list = at.key("blackouts");
    // One that ends before it begins is for PLA002.
    let is_sound = |one: &Blackout| backwards(one.starts_on, one.ends_on).is_none();
    for (n, one) in plan.blackouts.iter().enumerate().filter(|(_, one)| is_sound(one)) {
        let at = list.index(n);
        if let (Some(starts_on), Some(last)) = (one.starts_on, ends_on)
            && last.ends_before(starts_on)
        {
            cx.not_met(&at.key("startsOn"), AfterThePlan { starts_on, last });
        } else if let (Some(ends_on), Some(first)) = (one.ends_on, begins_on)
            && ends_on.ends_before(first)
        {
            cx.not_met(&at.key("endsOn"), BeforeThePlan { ends_on, first });
        }
    }
}

/// When the first phase begins. A plan can show its later phases alone.
fn first_day(plan: &ImplementationPlan) -> Option<PartialDate> {
    plan.phases.first().filter(|phase| phase.number == Some(1))?.starts_on
}

/// The last day of the phases or of the approved time, if every phase and extension has one.
fn last_day(plan: &ImplementationPlan) -> Option<PartialDate> {
    let phases = plan.phases.iter().map(|phase| phase.ends_on);
    let ends = phases.chain(plan.extensions.iter().map(|one| one.until));
    if plan.phases.is_empty() || ends.clone().any(|end| end.is_none()) {
        return None;
    }
    ends.flatten().chain(plan.approved_until).max_by_key(|end| end.last_day())
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| {
        for one in &mut plan.blackouts {
            (one.starts_on, one.ends_on) = (PartialDate::of_month(2071, 5), PartialDate::of_month(2071, 6));
        }
    },
    |plan, _| {
        for one in &mut plan.blackouts {
            (one.starts_on, one.ends_on) = (PartialDate::of_month(2011, 5), PartialDate::of_month(2011, 6));
        }
    },
];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-07",
    "blackouts": [{ "startsOn": "2017-12-31", "endsOn": "2018-01" }, { "startsOn": "2016-01", "endsOn": "2016-03-01" }],
    "phases": [{ "number": 1, "startsOn": "2016-03", "endsOn": "2016-12" }, { "number": 2, "endsOn": "2017-07" }],
    "extensions": [{ "until": "2017-12" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "blackouts": [{ "startsOn": "2071" }] }"#),
    // On the last day and in the first month; at times that are not stated; and a plan whose end is open.
    accepts(PLAN),
    accepts_with(PLAN, r#"{ "/blackouts/0/startsOn": null, "/blackouts/1/endsOn": null }"#),
    accepts_with(PLAN, r#"{ "/blackouts/0/startsOn": "2071" }"#),
    accepts_with(PLAN, r#"{ "/blackouts/0/startsOn": "2071", "/phases/1/endsOn": null }"#),
    accepts_with(PLAN, r#"{ "/blackouts/0/startsOn": "2071", "/extensions/0/until": null }"#),
    accepts_with(
        PLAN,
        r#"{ "/blackouts/1/endsOn": "2006-02", "/phases/0/number": 2, "/phases/1/number": 3 }"#,
    ),
    refuses_with(
        PLAN,
        r#"{ "/blackouts/0/startsOn": "2018-01-01", "/blackouts/1/endsOn": "2016-02" }"#,
        &[
            not_met(
                "/blackouts/0/startsOn",
                "perioden uden ny praksis begynder først 1. januar 2018, men planen slutter i december 2017",
                "the time without new practice does not begin until 1 January 2018, but the plan ends in December 2017",
            ),
            not_met(
                "/blackouts/1/endsOn",
                "perioden uden ny praksis slutter i februar 2016, men planen begynder først i marts 2016",
                "the time without new practice ends in February 2016, but the plan does not begin until March 2016",
            ),
        ],
    ),
];
