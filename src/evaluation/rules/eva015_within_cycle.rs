//! An evaluation comes within the cycle of its kind.

use chrono::NaiveDate;

use crate::codes;
use crate::date::{PartialDate, When, add_months};
use crate::evaluation::{Evaluation, EvaluationKind};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks::{by_itself, external};
#[cfg(test)]
use crate::report::{Figures, Profile};
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_assessable, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::EVA015,
    basis: Basis::PublicPractice,
    sources: &[
        SourceRef::new(SourceDocument::EXTERNAL_EVALUATION, "hvert tredje år"),
        SourceRef::new(
            SourceDocument::STANDARDS_SJAELLAND,
            "selvevaluering: foretages af det enkelte botilbud årligt",
        ),
    ],
    title: Bilingual::new(
        "selvevaluering foretages hvert år og ekstern evaluering hvert tredje år",
        "self-evaluation is made every year, and external evaluation every third year",
    ),
    why: Bilingual::new(
        "Ellers ved ingen, om arbejdet med standarderne holder. Antallet af måneder står i profilen; ikke alle regioner har samme rytme. Der tælles i hele måneder: først når der er gået en måned mere, melder reglen det.",
        "Otherwise nobody knows whether the work with the standards is still good enough. The number of months is in the profile; not all regions have the same cycle. Whole months are counted: the rule reports it only when one month more has passed.",
    ),
    remedy: Bilingual::new(
        "Hold evalueringen nu, hvis fristen er overskredet, eller planlæg den tidligere, ret datoen, eller ret antallet af måneder i profilen.",
        "Hold the evaluation now if it is overdue, or plan it earlier, correct the date, or correct the number of months in the profile.",
    ),
    example: Bilingual::new(
        "Den forrige eksterne evaluering var i marts 2019, og den næste er planlagt til 2024.",
        "The previous external evaluation was in March 2019, and the next is planned for 2024.",
    ),
    ..Rule::DERIVED
};

message! {
    TooLate { on: PartialDate, previous_on: PartialDate, months: u64 }
    "evalueringen ({on}) ligger mere end {months:måned|måneder} efter den forrige, {previous_on}",
    "the evaluation ({on}) is more than {months:month|months} after the previous one, {previous_on}",
}

message! {
    NotHeld { last_day: NaiveDate, previous_on: PartialDate }
    "evalueringen skulle være gennemført senest {last_day}; den forrige var {previous_on}",
    "the evaluation was due by {last_day}; the previous one was {previous_on}",
}

message! {
    NextTooLate { next: PartialDate, on: PartialDate, months: u64 }
    "den næste evaluering er sat til {next}, altså mere end {months:måned|måneder} efter denne, {on}",
    "the next evaluation is set for {next}, more than {months:month|months} after this one, {on}",
}

const HELD_ON: Bilingual =
    Bilingual::new("hvornår evalueringen er gennemført", "when the evaluation was carried out");

/// Within how many months an evaluation of this kind follows the previous one.
pub(super) fn months_between(kind: EvaluationKind, cx: &Checker<'_>) -> Option<u32> {
    let figures = cx.context().profile().figures();
    match kind {
        EvaluationKind::SelfEvaluation => Some(figures.self_evaluation_months()),
        EvaluationKind::External => Some(figures.external_evaluation_months()),
        EvaluationKind::Monitoring => None,
    }
}

/// Whether a day is too late for the evaluation after one on a date.
///
/// Whole months are counted, from the last day that a date can mean: one day too many is no finding, and a date without
/// a day gets the benefit of the doubt.
pub(super) fn is_over(day: NaiveDate, on: PartialDate, months: u32) -> bool {
    add_months(on.last_day(), months.saturating_add(1)).is_some_and(|first| day >= first)
}

pub(super) fn check(evaluation: &Evaluation, at: &Path<'_>, cx: &mut Checker<'_>) {
    let Some(months) = months_between(evaluation.kind, cx) else { return };
    let is_over = |day: NaiveDate, on: PartialDate| is_over(day, on, months);
    let due = |on: PartialDate| add_months(on.last_day(), months);
    let months = u64::from(months);
    let time = evaluation.held_on.or(evaluation.planned_on);
    // One that was held late is for EVA035.
    let is_to_come = evaluation.held_on.is_none_or(|on| on.first_day() > cx.as_of());
    if let Some(previous_on) = evaluation.previous_on {
        match (time, due(previous_on)) {
            (Some(on), _) if is_to_come && is_over(on.first_day(), previous_on) => {
                let key = if evaluation.held_on.is_some() { "heldOn" } else { "plannedOn" };
                cx.not_met(&at.key(key), TooLate { on, previous_on, months });
            }
            (None, _) if evaluation.was_held(cx.as_of()) => cx.not_assessable(at, HELD_ON),
            (None, Some(last_day)) if is_over(cx.as_of(), previous_on) => {
                cx.not_met(at, NotHeld { last_day, previous_on });
            }
            _ => {}
        }
    }
    let next = match evaluation.next {
        // Months from no stated day are months from this evaluation.
        Some(When::Within { months, from }) => When::Within { months, from: from.or(time) }.due(None),
        ref next => next.as_ref().and_then(|next| next.due(None)),
    };
    if let (Some(on), Some(next)) = (time, next)
        && is_over(next.first_day(), on)
    {
        cx.not_met(&at.key("next"), NextTooLate { next, on, months });
    }
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<Evaluation> = &[
    |evaluation, _| {
        by_itself(evaluation, EvaluationKind::SelfEvaluation);
        evaluation.standards.clear();
        evaluation.stated_standards = None;
        (evaluation.held_on, evaluation.planned_on) = (None, PartialDate::of_month(2024, 5));
        evaluation.previous_on = PartialDate::of_year(2021);
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.next = Some(When::Date { on: PartialDate::of_year(2027) });
    },
    |evaluation, _| {
        by_itself(evaluation, EvaluationKind::SelfEvaluation);
        (evaluation.held_on, evaluation.planned_on) = (None, None);
    },
    |evaluation, _| {
        external(evaluation);
        evaluation.standards.clear();
        evaluation.stated_standards = None;
        (evaluation.held_on, evaluation.planned_on) = (None, None);
        evaluation.previous_on = PartialDate::of_year(2019);
    },
];

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2023" }"#),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "monitoring", "heldOn": "2023", "previousOn": "1999" }"#,
    ),
    // To the day; a day over, at the end of shorter months, too; and a date that can be in time.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-02-01",
            "previousOn": "2023-01-31", "next": { "within": { "months": 12 } }
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2024-02-29", "previousOn": "2021-02-28" }"#,
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-10-08",
            "previousOn": "2010-10-08", "next": { "date": { "on": "2016-10-08" } }
        }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2023", "previousOn": "2022-01-01" }"#,
    ),
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "previousOn": "2022-12-16" }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2023-10-09",
            "next": { "within": { "months": 13 } }
        }"#,
        &[not_met(
            "/next",
            "den næste evaluering er sat til 9. november 2024, altså mere end 12 måneder efter denne, 9. oktober 2023",
            "the next evaluation is set for 9 November 2024, more than 12 months after this one, 9 October 2023",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "external", "heldOn": "2013-11-08",
            "previousOn": "2010-10-08", "next": { "date": { "on": "2016-12-08" } }
        }"#,
        &[not_met(
            "/next",
            "den næste evaluering er sat til 8. december 2016, altså mere end 36 måneder efter denne, 8. november 2013",
            "the next evaluation is set for 8 December 2016, more than 36 months after this one, 8 November 2013",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "plannedOn": "2024-02",
            "previousOn": "2022-12"
        }"#,
        &[not_met(
            "/plannedOn",
            "evalueringen (februar 2024) ligger mere end 12 måneder efter den forrige, december 2022",
            "the evaluation (February 2024) is more than 12 months after the previous one, December 2022",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "plannedOn": "2024-02",
            "previousOn": "2022-12"
        }"#,
    )
    .under(two_years),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "previousOn": "2022-12-15" }"#,
        &[not_met(
            "",
            "evalueringen skulle være gennemført senest 15. december 2023; den forrige var 15. december 2022",
            "the evaluation was due by 15 December 2023; the previous one was 15 December 2022",
        )],
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "previousOn": "2021",
            "standards": [{ "rating": "notRelevant" }]
        }"#,
        &[not_assessable(
            "",
            "kan ikke vurderes; mangler: hvornår evalueringen er gennemført",
            "cannot be assessed; missing: when the evaluation was carried out",
        )],
    ),
    // Held late, today; and a date that is still to come.
    accepts(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-01-15", "previousOn": "2022-11" }"#,
    ),
    refuses(
        r#"{ "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-01-16", "previousOn": "2022-11" }"#,
        &[not_met(
            "/heldOn",
            "evalueringen (16. januar 2024) ligger mere end 12 måneder efter den forrige, november 2022",
            "the evaluation (16 January 2024) is more than 12 months after the previous one, November 2022",
        )],
    ),
    // A month of which a day may be in time.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-03-31",
            "previousOn": "2023-02", "next": { "date": { "on": "2025-04" } }
        }"#,
        &[not_met(
            "/heldOn",
            "evalueringen (31. marts 2024) ligger mere end 12 måneder efter den forrige, februar 2023",
            "the evaluation (31 March 2024) is more than 12 months after the previous one, February 2023",
        )],
    ),
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-03-05",
            "next": { "date": { "on": "2025-H1" } }
        }"#,
    ),
    // In the month after the last day of the month.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001", "kind": "selfEvaluation", "heldOn": "2024-03",
            "next": { "date": { "on": "2025-04-01" } }
        }"#,
    ),
];

#[cfg(test)]
fn two_years() -> Profile {
    Profile::named("two years").with_figures(Figures { self_evaluation_months: Some(24), ..Figures::GENERAL })
}
