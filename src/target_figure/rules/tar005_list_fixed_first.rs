//! What a target figure is measured on is chosen before the measuring, each once.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{PartialDate, Period, When};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::{Bilingual, Folded, Text, ordinal};

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};
#[cfg(feature = "proptest")]
use crate::{body::Forum, date::MonthDay, rule::trial::Breaks};

pub(crate) static RULE: Rule = Rule {
    code: codes::TAR005,
    requirements: &["R-030"],
    sources: &[SourceRef::agreement("1.8.5")],
    title: Bilingual::new(
        "kravene bag et måltal er valgt, før der måles, og står hver én gang på listen",
        "the requirements behind a target figure are chosen before it is measured, and each is listed only once",
    ),
    why: Bilingual::new(
        "Vælges kravene bagefter, viser andelen, hvad man valgte at måle på, og ikke hvordan arbejdet er gjort. Et krav, der står to gange, tæller dobbelt.",
        "If the requirements are chosen afterwards, the share shows what was chosen and not how the work was done. A requirement that is listed twice counts twice.",
    ),
    remedy: Bilingual::new(
        "Ret listen eller den dato, der er forkert: hvert krav står én gang, og listen er lagt fast, før der måles. Er den lagt fast efter målingen, så mål igen.",
        "Correct the list or the date that is wrong: each requirement is listed once, and the list is fixed before the figure is measured. If it was fixed after the measurement, measure again.",
    ),
    example: Bilingual::new(
        "1.8.5: netværket udvælger indikatorerne, og mindst 90 % af kravene skal være opfyldt – men det fremgår ikke, hvornår de udvælges: kan ikke vurderes.",
        "1.8.5: the network selects the indicators, and at least 90% of the requirements must be met – but it is not stated when they are selected: cannot be assessed.",
    ),
    ..Rule::DERIVED
};

message! {
    ListFixedLate { fixed_on: PartialDate, measured_at: NaiveDate }
    "det, der måles på, er først valgt {fixed_on:i}, altså efter målingen (senest {measured_at})",
    "what is measured was not chosen until {fixed_on}, which is after the measurement (by {measured_at})",
}

message! {
    ListedAgain { first: u64 }
    "kravet står allerede som nr. {first} på listen",
    "the requirement is already on the list, as number {first}",
}

/// In an agreement, the agreement checks the rule: it knows the year of a day without one.
pub(super) fn check(target: &TargetFigure, at: &Path<'_>, cx: &mut Checker<'_>) {
    if !at.is_in("agreement") {
        check_within(target, None, at, cx);
    }
}

/// Checks a target figure of an agreement that runs for a period, if that is known.
pub(crate) fn check_within(
    target: &TargetFigure,
    period: Option<&Period>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    let Some(population) = &target.population else { return };
    let at = at.key("population");
    check_items(&population.items, &at.key("items"), cx);
    // Nobody is to make a list, and there is none.
    if population.selected_by.is_none() && population.fixed_on.is_none() {
        return;
    }
    let when = target.measured_at.as_ref().filter(|when| when.is_stated());
    let planned_at = when.and_then(|when| when.deadline(period));
    let measured_at = measured_on(target).map(PartialDate::last_day).or(planned_at);
    let needs_year = matches!(when, Some(When::MonthDay { .. })) && measured_at.is_none();
    let parts = [
        (
            population.fixed_on.is_some(),
            Bilingual::new("hvornår listen er lagt fast", "when the list was fixed"),
        ),
        (when.is_some() || measured_at.is_some(), Bilingual::new("måletidspunkt", "measuring time")),
        (!needs_year, Bilingual::new("måletidspunktets år", "year of the measuring time")),
    ];
    if cx.all_stated(&at, parts)
        && let Some(fixed_on) = population.fixed_on
        && let Some(measured_at) = measured_at
        && fixed_on.first_day() > measured_at
    {
        cx.not_met(&at.key("fixedOn"), ListFixedLate { fixed_on, measured_at });
    }
}

/// When the figure was measured, by its history: that counts, and not when it was to be measured.
fn measured_on(target: &TargetFigure) -> Option<PartialDate> {
    target.steps_in_order(|steps| {
        let reached = |state: TargetState| !state.is_back_from(TargetState::Measured);
        let since = steps.rev().take_while(|(_, step)| step.state.is_some_and(reached));
        since.filter(|(_, step)| step.state == Some(TargetState::Measured)).last()?.1.on
    })
}

/// Each requirement is listed once.
fn check_items(items: &[Text], list: &Path<'_>, cx: &mut Checker<'_>) {
    if items.len() < 2 {
        return;
    }
    let items = items.iter().enumerate().filter_map(|(n, item)| Some((Folded::stated(Some(item))?, n)));
    each_repeated_key(&items, |_, first, n| {
        cx.not_met(&list.index(n), ListedAgain { first: ordinal(first) });
    });
}

#[cfg(feature = "proptest")]
const FORUMS: &[Forum] =
    &[Forum::Parties, Forum::Community { body: None }, Forum::SteeringGroup { body: None }];

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<TargetFigure> = &[
    |target, tape| {
        let population = target.population.get_or_insert_default();
        (population.selected_by, population.fixed_on) = (Some(*tape.pick(FORUMS)), None);
    },
    |target, tape| {
        let population = target.population.get_or_insert_default();
        population.selected_by = tape.option(|tape| *tape.pick(FORUMS));
        population.fixed_on = PartialDate::of_year(2025);
        target.baseline = None;
        target.measured_at = PartialDate::of_month(2024, 11).map(|on| When::Date { on: Some(on) });
    },
    |target, tape| {
        let population = target.population.get_or_insert_default();
        population.selected_by = tape.option(|tape| *tape.pick(FORUMS));
        population.fixed_on = PartialDate::of_year(2024);
        target.baseline = None;
        target.measured_at = MonthDay::new(11, 30).map(|day| When::MonthDay { day: Some(day) });
    },
    |target, tape| {
        let items = *tape.pick(&[["Borgeren er inddraget", "borgeren er inddraget "], ["Delmål", "Delmål"]]);
        target.population.get_or_insert_default().items = items.map(Into::into).into();
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    // There is no list.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "description": "mål og delmål" },
            "measuredAt": { "date": { "on": "2024-11" } }
        }"#,
    ),
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
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
            "det, der måles på, er først valgt i december 2024, altså efter målingen (senest 30. november 2024)",
            "what is measured was not chosen until December 2024, which is after the measurement \
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
    // A list can be fixed although it is not said who selects it.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "description": "krav", "fixedOn": "2025-01-15" },
            "measuredAt": { "schedule": { "deadline": "2024" } }
        }"#,
        &[not_met(
            "/population/fixedOn",
            "det, der måles på, er først valgt 15. januar 2025, altså efter målingen (senest 31. december 2024)",
            "what is measured was not chosen until 15 January 2025, which is after the measurement \
             (by 31 December 2024)",
        )],
    ),
    // A day without a year gets its year only in an agreement.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "description": "krav", "fixedOn": "2024-01-15" },
            "measuredAt": { "monthDay": { "day": "--11-30" } }
        }"#,
        &[not_assessable(
            "/population",
            "kan ikke vurderes; mangler: måletidspunktets år",
            "cannot be assessed; missing: year of the measuring time",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "selectedBy": { "network": {} } },
            "measuredAt": { "decidedBy": {} }
        }"#,
        &[not_assessable(
            "/population",
            "kan ikke vurderes; mangler: hvornår listen er lagt fast, måletidspunkt",
            "cannot be assessed; missing: when the list was fixed, measuring time",
        )],
    ),
    // What is blank is for DOC005. A list needs no day to be read.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "items": ["Delmålet har en indikator", "Borgeren er inddraget", " ", "borgeren er  inddraget", " "] }
        }"#,
        &[not_met(
            "/population/items/3",
            "kravet står allerede som nr. 2 på listen",
            "the requirement is already on the list, as number 2",
        )],
    ),
    // The history tells when it was measured: in which year, and earlier or later than planned.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "fixedOn": "2024-03" }, "measuredAt": { "monthDay": { "day": "--11-30" } },
            "history": [{ "state": "measured", "on": "2024-12-01" }, { "state": "notAssessable", "on": "2024-12-03" }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "fixedOn": "2024-12-05" }, "measuredAt": { "date": { "on": "2024-11" } },
            "history": [{ "state": "measured", "on": "2024-12" }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "fixedOn": "2024-12-01" }, "measuredAt": { "monthDay": { "day": "--11-30" } },
            "history": [{ "state": "measured", "on": "2024-11-28" }, { "state": "met", "on": "2024-12-03" }]
        }"#,
        &[not_met(
            "/population/fixedOn",
            "det, der måles på, er først valgt 1. december 2024, altså efter målingen (senest 28. november 2024)",
            "what is measured was not chosen until 1 December 2024, which is after the measurement (by 28 November 2024)",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "fixedOn": "2024-11-29" }, "measuredAt": { "date": { "on": "2024-11" } },
            "history": [{ "state": "measured", "on": "2024-11-28" }]
        }"#,
        &[not_met(
            "/population/fixedOn",
            "det, der måles på, er først valgt 29. november 2024, altså efter målingen (senest 28. november 2024)",
            "what is measured was not chosen until 29 November 2024, which is after the measurement (by 28 November 2024)",
        )],
    ),
    // When it is measured is said by its history alone, from its first measuring on.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "population": { "selectedBy": { "community": {} }, "fixedOn": "2024-12-02" },
            "history": [
                { "state": "agreed", "on": "2024-01" }, { "state": "measured", "on": "2024-12-01" },
                { "state": "measured", "on": "2024-12-20" }, { "state": "met", "on": "2024-12-31" }
            ]
        }"#,
        &[not_met(
            "/population/fixedOn",
            "det, der måles på, er først valgt 2. december 2024, altså efter målingen (senest 1. december 2024)",
            "what is measured was not chosen until 2 December 2024, which is after the measurement (by 1 December 2024)",
        )],
    ),
    // What was measured before a step without a state does not count, nor does a verdict without a measuring.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "population": { "selectedBy": "parties", "fixedOn": "2024-03" },
            "measuredAt": { "date": { "on": "2024-12-31" } },
            "history": [
                { "state": "measured", "on": "2023-12-01" }, { "on": "2024-01-10" },
                { "state": "measured", "on": "2024-12-01" }
            ]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "population": { "selectedBy": "parties", "fixedOn": "2024-03" },
            "measuredAt": { "date": { "on": "2024-12-31" } }, "history": [{ "state": "met", "on": "2024-02" }]
        }"#,
    ),
];
