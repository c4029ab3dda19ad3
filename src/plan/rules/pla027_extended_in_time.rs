//! An extension is decided when the plan has begun, before the time that it extends has ended.

use crate::codes;
use crate::date::PartialDate;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA027,
    requirements: &["R-097", "R-098"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "1; 4")],
    title: Bilingual::new(
        "en forlængelse er besluttet, efter at planen er begyndt, og før den tid, den forlænger, er gået",
        "an extension is decided after the plan has begun, and before the time that it extends has ended",
    ),
    why: Bilingual::new(
        "Ellers har planen kørt uden godkendelse, eller også er en dato forkert.",
        "Otherwise the plan ran without approval, or a date is wrong.",
    ),
    remedy: Bilingual::new(
        "Ret datoen for beslutningen, den dato, som planen var godkendt til, eller den første fases begyndelse.",
        "Correct the date of the decision, the date until which the plan was approved, or the beginning of the first phase.",
    ),
    example: Bilingual::new(
        "Planen var godkendt til juli 2017, og forlængelsen er besluttet i oktober 2017.",
        "The plan was approved until July 2017, and the extension was decided in October 2017.",
    ),
    ..Rule::DERIVED
};

message! {
    DecidedLate { decided_on: PartialDate, before: PartialDate }
    "forlængelsen er besluttet {decided_on:i}, men planen var kun godkendt til {before}",
    "the extension was decided {decided_on:on|in}, but the plan was approved only until {before}",
}

message! {
    DecidedEarly { decided_on: PartialDate, starts_on: PartialDate }
    "forlængelsen er besluttet {decided_on:i}, men planen begynder først {starts_on:i}",
    "the extension was decided {decided_on:on|in}, but the plan does not begin until {starts_on}",
}

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("extensions");
    let mut approved = plan.approved_until;
    // A plan can show its later phases alone.
    let first = plan.phases.first().filter(|phase| phase.number == Some(1));
    let starts_on = first.and_then(|phase| phase.starts_on);
    for (n, one) in plan.extensions.iter().enumerate() {
        if let (Some(starts_on), Some(decided_on)) = (starts_on, one.decided_on)
            && decided_on.ends_before(starts_on)
        {
            cx.not_met(&list.index(n).key("decidedOn"), DecidedEarly { decided_on, starts_on });
        }
        if let (Some(before), Some(decided_on)) = (approved, one.decided_on)
            && before.ends_before(decided_on)
        {
            cx.not_met(&list.index(n).key("decidedOn"), DecidedLate { decided_on, before });
        }
        // An extension to an end that is not stated may have any.
        approved = one.until;
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| plan.extensions.iter_mut().for_each(|one| one.decided_on = PartialDate::of_month(2023, 2)),
    |plan, _| plan.extensions.iter_mut().for_each(|one| one.decided_on = PartialDate::of_year(2007)),
];

#[cfg(test)]
const PLAN: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-07",
    "phases": [{ "number": 1, "startsOn": "2016-03" }, { "number": 2, "startsOn": "2016-09" }],
    "extensions": [{ "until": "2017-12", "decidedOn": "2016-03-01" }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // As in the source, on the last day, and without the dates.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-07",
            "extensions": [
                { "until": "2017-12", "decidedOn": "2017-01-25" }, { "until": "2018-06", "decidedOn": "2017-12-31" },
                { "decidedOn": "2018" }, { "until": "2019-12", "decidedOn": "2019-11" }, {}
            ]
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "extensions": [{ "until": "2017-12", "decidedOn": "2018" }] }"#,
    ),
    // In the month in which it begins; a plan that shows only later phases.
    accepts(PLAN),
    accepts_with(
        PLAN,
        r#"{ "/phases/0/number": 2, "/phases/1/number": 3, "/extensions/0/decidedOn": "2016-02" }"#,
    ),
    refuses_with(
        PLAN,
        r#"{ "/extensions/0/decidedOn": "2007-01-25" }"#,
        &[not_met(
            "/extensions/0/decidedOn",
            "forlængelsen er besluttet 25. januar 2007, men planen begynder først i marts 2016",
            "the extension was decided on 25 January 2007, but the plan does not begin until March 2016",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-07",
            "extensions": [
                { "until": "2017-12", "decidedOn": "2017-08" }, { "until": "2018-06", "decidedOn": "2018-01-01" }
            ]
        }"#,
        &[
            not_met(
                "/extensions/0/decidedOn",
                "forlængelsen er besluttet i august 2017, men planen var kun godkendt til juli 2017",
                "the extension was decided in August 2017, but the plan was approved only until July 2017",
            ),
            not_met(
                "/extensions/1/decidedOn",
                "forlængelsen er besluttet 1. januar 2018, men planen var kun godkendt til december 2017",
                "the extension was decided on 1 January 2018, but the plan was approved only until December 2017",
            ),
        ],
    ),
];
