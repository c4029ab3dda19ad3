//! Extensions are listed in chronological order, and each ends later than what was approved before.

use crate::codes;
use crate::date::{PartialDate, each_out_of_order};
use crate::plan::ImplementationPlan;
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, Severity, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::plan::PlanExtension;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::PLA006,
    severity: Severity::Error,
    basis: Basis::Form,
    requirements: &["R-098"],
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "plan, approvedUntil; extensions, until, decidedOn",
    )],
    title: Bilingual::new(
        "forlængelser står i tidsrækkefølge, og hver slutter senere end det, der var godkendt",
        "extensions are listed in chronological order, and each ends later than what was approved before",
    ),
    why: Bilingual::new(
        "Dokumentet modsiger sig selv: en plan bliver ikke længere af at slutte tidligere.",
        "The document contradicts itself: a plan is not extended by ending earlier.",
    ),
    remedy: Bilingual::new(
        "Ret den ene af datoerne eller rækkefølgen.",
        "Correct one of the dates or the order.",
    ),
    example: Bilingual::new(
        "Planen var godkendt til juli 2017 og er forlænget til maj 2017.",
        "The plan was approved until July 2017 but is extended until May 2017.",
    ),
    ..Rule::DERIVED
};

message! {
    NotLater { until: PartialDate, before: PartialDate }
    "planen er forlænget til {until}, men var godkendt til {before}",
    "the plan is extended until {until}, but was approved until {before}",
}

message! {
    DecidedBefore { decided_on: PartialDate, before: PartialDate }
    "forlængelsen er besluttet {decided_on:i}, altså før en forlængelse, der står tidligere på listen ({before})",
    "the extension was decided ({decided_on}) before one that is earlier in the list ({before})",
}

const OLD_END: Bilingual = Bilingual::new(
    "hvilken dato planen oprindelig var godkendt til",
    "the date until which the plan was first approved",
);

pub(super) fn check(plan: &ImplementationPlan, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("extensions");
    let mut approved = plan.approved_until;
    for (n, one) in plan.extensions.iter().enumerate() {
        let Some(until) = one.until else { continue };
        match approved {
            None => cx.not_assessable(&list.index(n), OLD_END),
            Some(before) if until == before || until.last_day() <= before.first_day() => {
                cx.not_met(&list.index(n).key("until"), NotLater { until, before });
            }
            Some(_) => {}
        }
        approved = Some(until);
    }
    let decided = plan.extensions.iter().enumerate().map(|(n, one)| (n, one.decided_on));
    each_out_of_order(decided, |(n, decided_on), (_, before)| {
        cx.not_met(&list.index(n).key("decidedOn"), DecidedBefore { decided_on, before });
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<ImplementationPlan> = &[
    |plan, _| plan.approved_until = PartialDate::of_year(2023),
    |plan, _| plan.approved_until = PartialDate::of_year(2024),
    |plan, _| plan.approved_until = None,
    |plan, _| {
        let Some(first) = plan.extensions.first().cloned() else { return };
        let (until, decided_on) = (PartialDate::of_year(2024), PartialDate::of_month(2022, 9));
        plan.extensions.push(PlanExtension { until, decided_on, ..first });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "extensions": [{}] }"#),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2017-07", "extensions": [{ "until": "2017-12" }, { "until": "2018-01-31" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2017-07", "extensions": [{ "until": "2017-07" }, { "until": "2017-06-30" }]
        }"#,
        &[
            not_met(
                "/extensions/0/until",
                "planen er forlænget til juli 2017, men var godkendt til juli 2017",
                "the plan is extended until July 2017, but was approved until July 2017",
            ),
            not_met(
                "/extensions/1/until",
                "planen er forlænget til 30. juni 2017, men var godkendt til juli 2017",
                "the plan is extended until 30 June 2017, but was approved until July 2017",
            ),
        ],
    ),
    // To the day that was approved, and to a month that can end on it at the latest.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2017-07-31", "extensions": [{ "until": "2017-07" }, { "until": "2017-12-31" }, { "until": "2017-12-31" }]
        }"#,
        &[
            not_met(
                "/extensions/0/until",
                "planen er forlænget til juli 2017, men var godkendt til 31. juli 2017",
                "the plan is extended until July 2017, but was approved until 31 July 2017",
            ),
            not_met(
                "/extensions/2/until",
                "planen er forlænget til 31. december 2017, men var godkendt til 31. december 2017",
                "the plan is extended until 31 December 2017, but was approved until 31 December 2017",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "extensions": [{ "until": "2017-12" }]
        }"#,
        &[not_assessable(
            "/extensions/0",
            "kan ikke vurderes; mangler: hvilken dato planen oprindelig var godkendt til",
            "cannot be assessed; missing: the date until which the plan was first approved",
        )],
    ),
    // In the same month, and one without a date between two that are out of order.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "approvedUntil": "2017-07",
            "extensions": [
                { "until": "2017-12", "decidedOn": "2017-01-25" }, { "until": "2018-03", "decidedOn": "2017-01" },
                { "until": "2018-06" }, { "until": "2018-12", "decidedOn": "2016-12-31" }
            ]
        }"#,
        &[not_met(
            "/extensions/3/decidedOn",
            "forlængelsen er besluttet 31. december 2016, altså før en forlængelse, der står tidligere på listen (25. januar 2017)",
            "the extension was decided (31 December 2016) before one that is earlier in the list (25 January 2017)",
        )],
    ),
    // A month may end later than a day in it, and begin earlier.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-07-15",
            "extensions": [{ "until": "2017-07" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "approvedUntil": "2017-07",
            "extensions": [{ "until": "2017-07-15" }]
        }"#,
    ),
];
