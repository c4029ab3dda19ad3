//! A state assessment that an agreement rests on was made in time, and is not too old when the agreement begins.

use chrono::NaiveDate;

use super::agr094_signed_shortly_before::is_long_before;
use super::{last_signed, missing_dates};
use crate::agreement::{DevelopmentAgreement, FocusArea};
use crate::body::{Forum, StateAssessmentRef};
use crate::codes;
use crate::date::{PartialDate, Period, add_months};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::target_figure::{TargetFigure, TargetState};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::{
    report::{Figures, Profile},
    rule::trial::{Case, accepts, accepts_with, not_met, refuses, refuses_with},
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR050,
    requirements: &["S-018", "R-007", "R-022"],
    sources: &[SourceRef::agreement("1.1"), SourceRef::agreement("1.4"), SourceRef::agreement("1.5")],
    title: Bilingual::new(
        "en tilstandsvurdering, som aftalen bygger på, er lavet i tide og er ikke for gammel, når aftalen begynder",
        "a state assessment that the agreement rests on was made in time, and is not too old when the agreement begins",
    ),
    why: Bilingual::new(
        "Målene skal forholde sig til tilbuddets aktuelle tilstand på området. Om tilbuddet indgår i et fællesskab, er afgjort, når aftalen er underskrevet. En vurdering, som et måltal bygger på, kan laves i løbet af året, når et fællesskab først da fastlægger tallet, men senest den dag, aftalen slutter; aftaler parterne selv tallet, er den lavet inden; hvor gammel den må være, står i profilen, og står der intet, er ingen vurdering for gammel.",
        "The goals are to relate to the present state of the service. Whether the service takes part in a community is settled when the agreement is signed. An assessment that a figure rests on can be made in the course of the year if a community sets the figure only then, but by the day on which the agreement ends; if the parties agree the figure themselves, it was made before that; the profile says how old it may be, and if it says nothing, no assessment is too old.",
    ),
    remedy: Bilingual::new(
        "Henvis til en tilstandsvurdering, der er lavet i tide og ikke er for gammel, eller ret den dato, der er forkert.",
        "Refer to a state assessment that was made in time and is not too old, or correct the date that is wrong.",
    ),
    example: Bilingual::new(
        "En aftale for 2026, der bygger på gennemgangen i foråret 2023, i en region, hvor en vurdering højst må være to år gammel.",
        "An agreement for 2026 that rests on the review of the spring of 2023, in a region where an assessment may be at most two years old.",
    ),
    ..Rule::DERIVED
};

message! {
    TooOld { on: PartialDate, months: u64, start: NaiveDate }
    "tilstandsvurderingen er fra {on} og mere end {months:måned|måneder} gammel, når aftalen begynder {start}",
    "the state assessment is from {on} and more than {months:month|months} old when the agreement begins on {start}",
}

message! {
    AfterTheEnd { on: PartialDate, end: NaiveDate }
    "tilstandsvurderingen er fra {on}, og aftalen slutter {end}",
    "the state assessment is from {on}, and the agreement ends on {end}",
}

message! {
    AfterSigning { on: PartialDate, signed_on: PartialDate }
    "aftalen siger, om tilbuddet indgår, og er underskrevet {signed_on:i}, men tilstandsvurderingen er først fra {on}",
    "the agreement says whether the service takes part and was signed {signed_on:on|in}, but the state assessment was not made until {on}",
}

message! {
    AfterAgreeing { on: PartialDate, agreed_on: PartialDate }
    "parterne aftalte et måltal {agreed_on:i}, men tilstandsvurderingen, det bygger på, er først fra {on}",
    "the parties agreed a target figure {agreed_on:on|in}, but the state assessment that it rests on was not made until {on}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.running_period().filter(Period::is_ordered) else { return };
    // As long as a party can still sign, nothing is settled. A signature with a wrong year is for AGR094.
    let signed_on = last_signed(agreement).filter(|_| missing_dates(agreement).is_none());
    let signed_on = signed_on.filter(|on| !is_long_before(*on, period.start));
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let assessed_on = area.state_assessment.as_ref().and_then(|said| said.on);
        let agreed_on = agreed_by_parties(area, signed_on);
        match (assessed_on, agreed_on) {
            (Some(on), Some(agreed_on)) if on.first_day() <= period.end && agreed_on.ends_before(on) => {
                cx.not_met(&area_at.key("stateAssessment"), AfterAgreeing { on, agreed_on });
            }
            _ => judge(area.state_assessment.as_ref(), period, None, &area_at, cx),
        }
        let list = area_at.key("participation");
        for (n, part) in area.participation.iter().enumerate() {
            let settled_on = signed_on.filter(|_| part.membership.is_member().is_some());
            judge(part.state_assessment.as_ref(), period, settled_on, &list.item(n, part.body), cx);
        }
    }
}

/// When the parties first agreed a figure of an area: by its history, or else when they signed.
fn agreed_by_parties(area: &FocusArea, signed_on: Option<PartialDate>) -> Option<PartialDate> {
    let is_agreed =
        |one: &&TargetFigure| one.agreed_by == Some(Forum::Parties) && one.state == Some(TargetState::Agreed);
    let agreed_on = area.targets.iter().filter(is_agreed).filter_map(|one| {
        let mut steps = one.history.iter().filter(|step| step.state == Some(TargetState::Agreed)).peekable();
        if steps.peek().is_none() {
            return signed_on.filter(|_| one.history.is_empty());
        }
        steps.map(|step| step.on).min_by_key(|on| on.map(PartialDate::first_day)).flatten()
    });
    agreed_on.min_by_key(|on| on.first_day())
}

/// Judges an assessment. What rests on it was settled on a day, or is still to be settled in the period.
fn judge(
    said: Option<&StateAssessmentRef>,
    period: Period,
    settled_on: Option<PartialDate>,
    at: &Path<'_>,
    cx: &mut Checker<'_>,
) {
    // AGR032 asks for the date.
    let Some(on) = said.and_then(|said| said.on) else { return };
    let at = at.key("stateAssessment");
    let Period { start, end } = period;
    if on.first_day() > end {
        return cx.not_met(&at, AfterTheEnd { on, end });
    }
    if let Some(signed_on) = settled_on.filter(|signed_on| signed_on.ends_before(on)) {
        return cx.not_met(&at, AfterSigning { on, signed_on });
    }
    let Some(months) = cx.context().profile().figures().state_assessment_months else { return };
    if add_months(on.last_day(), months).is_some_and(|until| until < start) {
        cx.not_met(&at, TooOld { on, months: months.into(), start });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[|agreement, tape| {
    let on = PartialDate::of_year(*tape.pick(&[2025, 2026, 2042]));
    super::breaks::change_area(agreement, tape, |area, _| {
        area.state_assessment.get_or_insert_default();
    });
    let area = agreement.focus_areas.first_mut();
    area.and_then(|area| area.state_assessment.as_mut()).into_iter().for_each(|said| said.on = on);
}];

#[cfg(test)]
fn a_year() -> Profile {
    Profile::named("a year").with_figures(Figures { state_assessment_months: Some(12), ..Figures::GENERAL })
}

#[cfg(test)]
const OF_PARTIES: &str = r#"{
    "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
    "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }, { "role": "headOfService", "signedOn": "2024-01-15" }],
    "focusAreas": [{
        "id": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "on": "2024-01" },
        "targets": [{
            "id": "00000000-0000-4000-8000-000000000003", "agreedBy": "parties", "state": "agreed"
        }]
    }]
}"#;

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "year": 2024 }"#),
    // Without a limit, any age will do; without a year nothing is known.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "on": "1999" } }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "on": "2042" } }]
        }"#,
    ),
    // The last day in time, and the first that is not.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "on": "2024-12-31" } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "on": "2025-01-01" } }]
        }"#,
        &[not_met(
            "/focusAreas/0/stateAssessment",
            "tilstandsvurderingen er fra 1. januar 2025, og aftalen slutter 31. december 2024",
            "the state assessment is from 1 January 2025, and the agreement ends on 31 December 2024",
        )],
    ),
    // On the day of the last signature; where a figure rests on it, and where one party has not signed yet.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }, { "role": "headOfService", "signedOn": "2024-01-15" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [
                    {
                        "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                        "membership": "member", "stateAssessment": { "on": "2024-01-15" }
                    },
                    {
                        "body": "00000000-0000-4000-8000-000000000004", "kind": "community",
                        "membership": "member", "stateAssessment": { "on": "2024-01" }
                    },
                    {
                        "body": "00000000-0000-4000-8000-000000000005", "kind": "community",
                        "membership": "invited", "stateAssessment": { "on": "2024-05" }
                    }
                ],
                "stateAssessment": { "on": "2024-05" }
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }, { "role": "headOfService" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{
                    "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                    "membership": "member", "stateAssessment": { "on": "2024-05" }
                }]
            }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "parties": [{ "role": "socialDirector", "signedOn": "2024-01-09" }, { "role": "headOfService", "signedOn": "2024-01-15" }],
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{
                    "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                    "membership": "nonMember", "stateAssessment": { "on": "2024-01-16" }
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/participation/0/stateAssessment",
            "aftalen siger, om tilbuddet indgår, og er underskrevet 15. januar 2024, men tilstandsvurderingen er først fra 16. januar 2024",
            "the agreement says whether the service takes part and was signed on 15 January 2024, but the state assessment was not made until 16 January 2024",
        )],
    ),
    // A figure that the parties agreed when they signed, or have yet to agree; one of a community.
    accepts(OF_PARTIES),
    accepts_with(
        OF_PARTIES,
        r#"{ "/focusAreas/0/stateAssessment/on": "2024-06", "/focusAreas/0/targets/0/state": "toBeAgreed" }"#,
    ),
    accepts_with(
        OF_PARTIES,
        r#"{ "/focusAreas/0/stateAssessment/on": "2024-06", "/focusAreas/0/targets/0/agreedBy": { "community": {} } }"#,
    ),
    refuses_with(
        OF_PARTIES,
        r#"{ "/focusAreas/0/stateAssessment/on": "2024-06" }"#,
        &[not_met(
            "/focusAreas/0/stateAssessment",
            "parterne aftalte et måltal 15. januar 2024, men tilstandsvurderingen, det bygger på, er først fra juni 2024",
            "the parties agreed a target figure on 15 January 2024, but the state assessment that it rests on was not made until June 2024",
        )],
    ),
    accepts_with(
        OF_PARTIES,
        r#"{
            "/focusAreas/0/stateAssessment/on": "2023-10",
            "/parties/0/signedOn": "2023-01-09", "/parties/1/signedOn": "2023-01-09"
        }"#,
    ),
    // Its history says when they agreed it, or does not say.
    accepts_with(
        OF_PARTIES,
        r#"{
            "/focusAreas/0/stateAssessment/on": "2024-06",
            "/focusAreas/0/targets/0/history": [{ "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-06-30" }]
        }"#,
    ),
    accepts_with(
        OF_PARTIES,
        r#"{
            "/focusAreas/0/stateAssessment/on": "2024-06",
            "/focusAreas/0/targets/0/history": [{ "state": "agreed" }, { "state": "agreed", "on": "2024-05" }]
        }"#,
    ),
    refuses_with(
        OF_PARTIES,
        r#"{
            "/focusAreas/0/stateAssessment/on": "2024-06",
            "/focusAreas/0/targets/0/history": [{ "state": "toBeAgreed" }, { "state": "agreed", "on": "2024-05" }]
        }"#,
        &[not_met(
            "/focusAreas/0/stateAssessment",
            "parterne aftalte et måltal i maj 2024, men tilstandsvurderingen, det bygger på, er først fra juni 2024",
            "the parties agreed a target figure in May 2024, but the state assessment that it rests on was not made until June 2024",
        )],
    ),
    // A limit of twelve months.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{
                    "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                    "stateAssessment": { "on": "2023-01-01" }
                }],
                "stateAssessment": {}
            }]
        }"#,
    )
    .under(a_year),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2024,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "participation": [{
                    "body": "00000000-0000-4000-8000-000000000003", "kind": "community",
                    "stateAssessment": { "on": "2022-12-31" }
                }]
            }]
        }"#,
        &[not_met(
            "/focusAreas/0/participation/0/stateAssessment",
            "tilstandsvurderingen er fra 31. december 2022 og mere end 12 måneder gammel, når aftalen begynder 1. januar 2024",
            "the state assessment is from 31 December 2022 and more than 12 months old when the agreement begins on \
             1 January 2024",
        )],
    )
    .under(a_year),
    // The month of the assessment may be before the end of the agreement.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-01-01", "end": "2024-11-15" },
            "focusAreas": [{ "id": "00000000-0000-4000-8000-000000000002", "stateAssessment": { "on": "2024-11" } }]
        }"#,
    ),
];
