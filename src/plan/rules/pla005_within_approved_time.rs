//! A plan does not run longer than it is approved for.

use crate::codes;
use crate::date::PartialDate;
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA005,
    requirements: &["R-098"],
    sources: &[SourceRef::new(SourceDocument::PATHWAY_MODEL_2017, "4")],
    title: Bilingual::new(
        "planen løber ikke længere, end den er godkendt til",
        "a plan does not run longer than it is approved for",
    ),
    why: Bilingual::new(
        "Den, der har godkendt planen, har sagt ja til tid og kræfter indtil en bestemt dato.",
        "Those who approved the plan have agreed to time and effort until a certain date.",
    ),
    remedy: Bilingual::new(
        "Notér beslutningen om at forlænge planen, eller afslut fasen inden for den godkendte tid.",
        "Note the decision to extend the plan, or end the phase within the approved time.",
    ),
    example: Bilingual::new(
        "Planen er godkendt til juli 2017, men fase 3 slutter i december 2017.",
        "The plan is approved until July 2017, but phase 3 ends in December 2017.",
    ),
    ..Rule::DERIVED
};

message! {
    BeyondApproved { ends_on: PartialDate, approved: PartialDate }
    "fasen slutter {ends_on:i}, men planen er kun godkendt til {approved}",
    "the phase ends {ends_on:on|in}, but the plan is approved only until {approved}",
}

const NEW_END: Bilingual =
    Bilingual::new("hvilken dato planen er forlænget til", "the date until which the plan is extended");

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let ends = plan.approved_until.into_iter().chain(plan.extensions.iter().filter_map(|one| one.until));
    let Some(approved) = ends.max_by_key(|end| end.last_day()) else { return };
    let list = at.key("phases");
    for (n, phase) in plan.phases.iter().enumerate() {
        let Some(ends_on) = phase.ends_on.filter(|end| approved.ends_before(*end)) else {
            continue;
        };
        if let Some(n) = plan.extensions.iter().position(|one| one.until.is_none()) {
            return cx.not_assessable(&at.key("extensions").index(n), NEW_END);
        }
        cx.not_met(&list.index(n).key("endsOn"), BeyondApproved { ends_on, approved });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| plan.extensions.clear(),
    |plan, _| plan.extensions.iter_mut().for_each(|one| one.until = None),
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "phases": [{ "endsOn": "2017-12" }] }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2017-07", "extensions": [{ "until": "2017-12" }],
            "phases": [{ "endsOn": "2017-12-31" }, {}]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2017-07", "phases": [{ "endsOn": "2017-07-31" }, { "endsOn": "2017-08-01" }]
        }"#,
        &[not_met(
            "/phases/1/endsOn",
            "fasen slutter 1. august 2017, men planen er kun godkendt til juli 2017",
            "the phase ends on 1 August 2017, but the plan is approved only until July 2017",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2017-07", "extensions": [{}], "phases": [{ "endsOn": "2017-12" }]
        }"#,
        &[not_assessable(
            "/extensions/0",
            "kan ikke vurderes; mangler: hvilken dato planen er forlænget til",
            "cannot be assessed; missing: the date until which the plan is extended",
        )],
    ),
    // The longest time counts, and the first extension that has no end is named.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-12-15",
            "extensions": [{ "until": "2017-12" }], "phases": [{ "endsOn": "2017-12-20" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-12-15",
            "extensions": [{ "until": "2017-11" }, {}, {}], "phases": [{ "endsOn": "2018-01" }]
        }"#,
        &[not_assessable(
            "/extensions/1",
            "kan ikke vurderes; mangler: hvilken dato planen er forlænget til",
            "cannot be assessed; missing: the date until which the plan is extended",
        )],
    ),
];
