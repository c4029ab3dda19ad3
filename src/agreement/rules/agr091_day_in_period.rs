//! A day without a year is in the period of the agreement.

use chrono::NaiveDate;

use super::agr041_due_within_agreement::sound_start;
use super::each_follow_up;
use crate::agreement::DevelopmentAgreement;
use crate::codes;
use crate::date::{Period, When};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_evaluated, not_met, refuses};
#[cfg(feature = "proptest")]
use {
    super::breaks::{action, area, follow_up, in_march},
    crate::agreement::{Action, AnnouncedDecision, FocusArea, FollowUp, SupportTask},
    crate::date::{MonthDay, PartialDate},
    crate::draft::tape::Tape,
    crate::rule::trial::Breaks,
};

pub(super) static RULE: Rule = Rule {
    code: codes::AGR091,
    basis: Basis::Form,
    requirements: &["R-014"],
    sources: &[
        SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "monthDay; agreement, period"),
        SourceRef::agreement("1.6.3"),
    ],
    title: Bilingual::new(
        "en dato uden årstal falder i aftalens periode",
        "a date without a year falls in the period of the agreement",
    ),
    why: Bilingual::new(
        "Året følger af aftalens periode. Har perioden ingen sådan dag, kan fristen ikke beregnes, og den kommer ikke med blandt de frister, der skal overholdes.",
        "The year follows from the period of the agreement. If the period has no such day, the deadline cannot be calculated and is not listed among those to be met.",
    ),
    remedy: Bilingual::new(
        "Ret datoen, eller skriv den med årstal.",
        "Correct the date, or state it with its year.",
    ),
    example: Bilingual::new(
        "Der følges op pr. 29. februar i en aftale for 2025.",
        "A follow-up is due on 29 February in an agreement for 2025.",
    ),
    requires: &[codes::AGR015],
    ..Rule::DERIVED
};

message! {
    NoSuchDay { day: u64, month: Bilingual, start: NaiveDate, end: NaiveDate }
    "{day}. {month} findes ikke i aftalens periode, som er fra {start} til {end}",
    "the period of the agreement, from {start} to {end}, has no {day} {month}",
}

pub(super) fn check(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(period) = agreement.running_period() else { return };
    let is_sound = sound_start(agreement).is_some();
    let mut judge = |when: Option<&When>, at: &Path<'_>| {
        let when_at = at.key("when");
        match when {
            Some(When::MonthDay { day: Some(_) }) if !is_sound => cx.depends_on(&when_at, codes::AGR015),
            Some(When::MonthDay { day: Some(day) }) if day.first_within(period).is_none() => {
                let Period { start, end } = period;
                let (day, month) = (day.day().into(), day.month_name());
                cx.not_met(&when_at, NoSuchDay { day, month, start, end });
            }
            _ => {}
        }
    };
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("actions");
        for (n, one) in area.actions.iter().enumerate() {
            judge(one.when.as_ref(), &list.item(n, one.id));
        }
        let list = area_at.key("supportTasks");
        for (n, one) in area.support_tasks.iter().enumerate() {
            judge(one.when.as_ref(), &list.index(n));
        }
        let list = area_at.key("decisions");
        for (n, one) in area.decisions.iter().enumerate() {
            judge(one.when.as_ref(), &list.index(n));
        }
    }
    each_follow_up(agreement, at, |one, at| judge(one.when.as_ref(), at));
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<DevelopmentAgreement> = &[
    |agreement, tape| {
        add(agreement, tape, |area, when, tape| area.actions.push(Action { when, ..action(tape) }));
    },
    |agreement, tape| {
        add(agreement, tape, |area, when, tape| {
            area.support_tasks.push(SupportTask { when, ..SupportTask::new(tape.said()) });
        });
    },
    |agreement, tape| {
        add(agreement, tape, |area, when, tape| {
            let by = Some(tape.said());
            area.decisions.push(AnnouncedDecision { by, when, ..AnnouncedDecision::default() });
        });
    },
    |agreement, tape| {
        add(agreement, tape, |area, when, tape| {
            area.follow_ups.push(FollowUp { id: tape.spare_id(12), ..follow_up(when, tape) });
        });
    },
];

/// Lets the agreement run from 2 January, and adds an area with something on the day before.
#[cfg(feature = "proptest")]
fn add(
    agreement: &mut DevelopmentAgreement,
    tape: &mut Tape<'_>,
    change: fn(&mut FocusArea, Option<When>, &mut Tape<'_>),
) {
    let (start, end) = (NaiveDate::from_ymd_opt(2024, 1, 2), NaiveDate::from_ymd_opt(2024, 12, 31));
    agreement.period = start.zip(end).map(|(start, end)| Period { start, end });
    agreement.year = None;
    for document in &mut agreement.framework {
        (document.from, document.to) = (PartialDate::of_year(2020), PartialDate::of_year(2026));
    }
    let mut area = FocusArea { follow_ups: [follow_up(in_march(), tape)].into(), ..area(tape) };
    change(&mut area, MonthDay::new(1, 1).map(|day| When::MonthDay { day: Some(day) }), tape);
    agreement.focus_areas.push(area);
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The last day of February, and a day that occurs twice; no year, so no period; other times.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2024-02-01", "end": "2025-12-31" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [
                    { "id": "00000000-0000-4000-8000-000000000003", "when": { "monthDay": { "day": "--02-29" } } },
                    { "id": "00000000-0000-4000-8000-000000000004", "when": { "monthDay": { "day": "--01-15" } } },
                    { "id": "00000000-0000-4000-8000-000000000005", "when": { "monthDay": { "day": "--11-30" } } },
                    { "id": "00000000-0000-4000-8000-000000000006", "when": { "monthDay": {} } },
                    { "id": "00000000-0000-4000-8000-000000000007", "when": { "date": { "on": "2023" } } },
                    { "id": "00000000-0000-4000-8000-000000000008" }
                ]
            }]
        }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "when": { "monthDay": { "day": "--02-29" } } }]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "year": 2025,
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "actions": [{ "id": "00000000-0000-4000-8000-000000000003", "when": { "monthDay": { "day": "--02-29" } } }],
                "followUps": [{ "id": "00000000-0000-4000-8000-000000000004", "when": { "monthDay": { "day": "--02-29" } } }]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/actions/0/when",
                "29. februar findes ikke i aftalens periode, som er fra 1. januar 2025 til 31. december 2025",
                "the period of the agreement, from 1 January 2025 to 31 December 2025, has no 29 February",
            ),
            not_met(
                "/focusAreas/0/followUps/0/when",
                "29. februar findes ikke i aftalens periode, som er fra 1. januar 2025 til 31. december 2025",
                "the period of the agreement, from 1 January 2025 to 31 December 2025, has no 29 February",
            ),
        ],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2025-01-20", "end": "2025-12-31" },
            "focusAreas": [{
                "id": "00000000-0000-4000-8000-000000000002",
                "supportTasks": [{ "text": "samler", "when": { "monthDay": { "day": "--01-19" } } }],
                "decisions": [
                    { "when": { "monthDay": { "day": "--01-15" } } }, { "when": { "monthDay": { "day": "--01-20" } } }
                ]
            }]
        }"#,
        &[
            not_met(
                "/focusAreas/0/supportTasks/0/when",
                "19. januar findes ikke i aftalens periode, som er fra 20. januar 2025 til 31. december 2025",
                "the period of the agreement, from 20 January 2025 to 31 December 2025, has no 19 January",
            ),
            not_met(
                "/focusAreas/0/decisions/0/when",
                "15. januar findes ikke i aftalens periode, som er fra 20. januar 2025 til 31. december 2025",
                "the period of the agreement, from 20 January 2025 to 31 December 2025, has no 15 January",
            ),
        ],
    ),
    // A period that ends before it starts is an error of its own.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "period": { "start": "2025-12-31", "end": "2025-01-01" },
            "followUps": [{ "id": "00000000-0000-4000-8000-000000000002", "when": { "monthDay": { "day": "--03-31" } } }]
        }"#,
        &[not_evaluated("/followUps/0/when", "AGR015")],
    ),
];
