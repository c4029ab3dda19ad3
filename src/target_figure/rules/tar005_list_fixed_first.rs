//! What a target figure is measured on is chosen before the measuring.

use chrono::NaiveDate;

use crate::codes;
use crate::date::PartialDate;
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{body::Forum, date::When, draft::part::Part, rule::trial::Breaks};

pub(super) static RULE: Rule = Rule {
    code: codes::TAR005,
    requirements: &["R-030"],
    sources: &[SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "det, et måltal måles på, er valgt, før der måles",
        "what a target figure is measured on is chosen before the measuring",
    ),
    why: Bilingual::new(
        "Vælges kravene bagefter, måler andelen valget og ikke arbejdet.",
        "If the requirements are chosen afterwards, the share measures the choice and not the work.",
    ),
    remedy: Bilingual::new(
        "Skriv, hvornår listen blev lagt fast, og læg den fast, før der måles.",
        "State when the list was fixed, and fix it before the measuring.",
    ),
    example: Bilingual::new(
        "1.8.5: netværket vælger de krav, som 90 % skal være opfyldt af; det fremgår ikke hvornår.",
        "1.8.5: the network selects the requirements of which 90% are to be met; it is not said when.",
    ),
    ..Rule::DERIVED
};

message! {
    ListFixedLate { fixed_on: NaiveDate, measured_at: NaiveDate }
    "det, der måles på, er tidligst valgt {fixed_on}, altså efter målingen (senest {measured_at})",
    "what is measured was chosen on {fixed_on} at the earliest, that is after the measuring (by {measured_at})",
}

pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(population) = target.population.as_ref().filter(|p| p.selected_by.is_some()) else { return };
    let at = at.key("population");
    let day = Bilingual::new("hvornår listen er lagt fast", "when the list was fixed");
    if cx.all_stated(&at, [(population.fixed_on.is_some(), day)])
        && let Some(fixed_on) = population.fixed_on.map(PartialDate::first_day)
        && let Some(measured_at) = target.measured_at.as_ref().and_then(|when| when.deadline(None))
        && fixed_on > measured_at
    {
        cx.not_met(&at.key("fixedOn"), ListFixedLate { fixed_on, measured_at });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[
    |target, tape| {
        let population = target.population.get_or_insert_default();
        (population.selected_by, population.fixed_on) = (Some(Forum::any(tape)), None);
    },
    |target, tape| {
        let population = target.population.get_or_insert_default();
        population.selected_by = Some(Forum::any(tape));
        population.fixed_on = PartialDate::of_year(2025);
        target.measured_at = PartialDate::of_month(2024, 11).map(|on| When::Date { on });
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // Nobody selects anything.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "description": "mål og delmål", "fixedOn": "2025" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
    ),
    // The list is fixed on the last day of the measuring, or possibly so.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "selectedBy": { "network": {} }, "fixedOn": "2024-11-30" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "selectedBy": "parties", "fixedOn": "2024" },
            "measuredAt": { "date": { "on": "2024-11-01" } }
        }"#,
    ),
    // The measuring time has no last day.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "selectedBy": { "network": {} }, "fixedOn": "9999-12-31" },
            "measuredAt": "continuously"
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "selectedBy": { "network": {} }, "fixedOn": "2024-12" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
        &[not_met(
            "/population/fixedOn",
            "det, der måles på, er tidligst valgt 1. december 2024, altså efter målingen (senest 30. november 2024)",
            "what is measured was chosen on 1 December 2024 at the earliest, that is after the measuring \
             (by 30 November 2024)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "selectedBy": { "network": {} } },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
        &[not_assessable(
            "/population",
            "kan ikke vurderes; mangler: hvornår listen er lagt fast",
            "cannot be assessed; missing: when the list was fixed",
        )],
    ),
];
