//! A state assessment that an agreement rests on was made in time, and is not too old when the agreement begins.

use chrono::NaiveDate;

use super::{last_signed, missing_dates};
use crate::agreement::DevelopmentAgreement;
use crate::body::StateAssessmentRef;
use crate::codes;
use crate::date::{PartialDate, Period, add_months};
use crate::report::Path;
use crate::rule::{Checker, Rule, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::{
    report::{Figures, Profile},
    rule::trial::{Case, accepts, not_met, refuses},
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
        "Målene skal forholde sig til tilbuddets aktuelle tilstand på området. Om tilbuddet indgår i et fællesskab, er afgjort, når aftalen er underskrevet. En vurdering, som et måltal bygger på, kan laves i løbet af året, når et fællesskab først da fastlægger tallet, men senest den dag, aftalen slutter; hvor gammel den må være, står i profilen, og står der intet, er ingen vurdering for gammel.",
        "The goals are to relate to the present state of the service. Whether the service takes part in a community is settled when the agreement is signed. An assessment that a figure rests on can be made in the course of the year if a community sets the figure only then, but by the day on which the agreement ends; the profile says how old it may be, and if it says nothing, no assessment is too old.",
    ),
    remedy: Bilingual::new(
        "Henvis til en nyere tilstandsvurdering, eller ret datoen.",
        "Refer to a later state assessment, or correct the date.",
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
    "aftalen siger, om tilbuddet indgår, og er underskrevet {signed_on}, men tilstandsvurderingen er først fra {on}",
    "the agreement says whether the service takes part and was signed {signed_on:on|in}, but the state assessment was not made until {on}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.running_period().filter(Period::is_ordered) else { return };
    // As long as a party can still sign, nothing is settled.
    let signed_on = last_signed(agreement).filter(|_| missing_dates(agreement).is_none());
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        judge(area.state_assessment.as_ref(), period, None, &area_at, cx);
        let list = area_at.key("participation");
        for (n, part) in area.participation.iter().enumerate() {
            let settled_on = signed_on.filter(|_| part.membership.is_member().is_some());
            judge(part.state_assessment.as_ref(), period, settled_on, &list.item(n, part.body), cx);
        }
    }
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
