//! Evaluations on the same day have the same result, and assessments on the same day the same verdict on each
//! criterion.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{Goal, GoalAssessment, GoalResult, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_repeated_key;
use crate::text::{Bilingual, Folded, ordinal};

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::goal::Judgement;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL021,
    basis: Basis::Form,
    sources: &[SourceRef::new(
        SourceDocument::EXCHANGE_FORMAT,
        "citizen, subGoals, evaluations, result; goals; subGoals, assessments, verdicts",
    )],
    title: Bilingual::new(
        "to evalueringer af et delmål på samme dag har samme resultat, og to vurderinger af et mål eller delmål modsiger ikke hinanden",
        "two evaluations of a sub-goal on one day have the same result, and two assessments of a goal or sub-goal do not contradict each other",
    ),
    why: Bilingual::new(
        "De to modsiger hinanden: det er uklart, om delmålet er nået, eller om kriteriet er opfyldt, og det tæller forskelligt i en opgørelse.",
        "The two contradict each other: it is unclear whether the sub-goal was reached or the criterion met, and they count differently.",
    ),
    remedy: Bilingual::new(
        "Slet den evaluering eller vurdering, der ikke gælder, eller ret dens dato, resultat eller bedømmelse. Har to personer vurderet delmålet efter kriterierne hver for sig, så skriv ved hver vurdering, hvem der har vurderet.",
        "Delete the evaluation or assessment that is not valid, or correct its date, result or verdict. If two people assessed the sub-goal by the criteria separately, state with each assessment who made it.",
    ),
    example: Bilingual::new(
        "To evalueringer af samme delmål 15. april: den ene siger delvist nået, den anden ikke nået.",
        "Two evaluations of a sub-goal on 15 April: one says partly reached, the other not reached.",
    ),
    ..Rule::DERIVED
};

message! {
    OtherResult { on: PartialDate, result: Bilingual, first: Bilingual }
    "evalueringen {on} har resultatet {result}, men en anden samme dag har resultatet {first}",
    "the evaluation of {on} has the result {result}, but another one of the same day has the result {first}",
}

message! {
    OtherVerdict { first: u64, on: PartialDate }
    "kriteriet er vurderet modsat i vurdering {first}: samme dag ({on}), samme kriteriesæt og samme vurderer",
    "assessment {first} has the opposite verdict on the criterion: the same day ({on}), set and assessor",
}

/// Two evaluations of one month may be weeks apart, so only days are compared.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("evaluations");
    let with_result = one.evaluations.iter().enumerate().filter(|(_, one)| one.result.is_some());
    let days = with_result.filter_map(|(n, one)| Some((one.on?.day()?, n)));
    each_repeated_key(&days, |_, first, n| {
        let evaluation = |n: usize| one.evaluations.get(n).and_then(|one| Some((one.on?, one.result?)));
        if let (Some((_, first)), Some((on, result))) = (evaluation(first), evaluation(n))
            && first != result
        {
            let (result, first) = (GoalResult::label(result), GoalResult::label(first));
            cx.not_met(&list.index(n), OtherResult { on, result, first });
        }
    });
    check_assessments(&one.assessments, &at.key("assessments"), cx);
}

/// The assessments of a goal of the order.
pub(super) fn check_goal(goal: &Goal, at: &Path<'_>, cx: &mut Checker<'_>) {
    check_assessments(&goal.assessments, &at.key("assessments"), cx);
}

/// Two who are not named may be two people, who may see it differently.
fn check_assessments(assessments: &[GoalAssessment], list: &Path<'_>, cx: &mut Checker<'_>) {
    let verdicts = assessments.iter().enumerate().flat_map(|(n, one)| {
        let known = one.set.zip(one.on.and_then(PartialDate::day)).zip(Folded::stated(one.by.as_ref()));
        let verdicts = known.into_iter().flat_map(|known| one.verdicts.iter().map(move |one| (known, one)));
        verdicts.enumerate().filter_map(move |(m, (((set, on), by), verdict))| {
            let key = (set.uuid(), on, by, verdict.criterion.uuid());
            verdict.judgement.map(|_| (key, (n, m)))
        })
    });
    let verdict = |(n, m): (usize, usize)| assessments.get(n)?.verdicts.get(m)?.judgement;
    each_repeated_key(&verdicts, |_, first, again| {
        let on = assessments.get(again.0).and_then(|one| one.on);
        if let Some(on) = on.filter(|_| first.0 != again.0 && verdict(first) != verdict(again)) {
            let at = list.index(again.0);
            let at = at.key("verdicts");
            cx.not_met(&at.index(again.1).key("judgement"), OtherVerdict { first: ordinal(first.0), on });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[
    |one, _| {
        breaks::close(one, crate::goal::GoalStatus::GivenUp);
        (one.set_on, one.evaluate_by, one.ends_on) = (None, None, None);
        let evaluations = [GoalResult::Reached, GoalResult::NotReached];
        one.evaluations = evaluations
            .map(|result| crate::goal::GoalEvaluation { result: Some(result), ..breaks::evaluation(day()) })
            .into();
    },
    // The latest one says that all are met.
    |one, tape| {
        one.set_on = None;
        let met = GoalAssessment { on: day(), by: Some(tape.said()), ..breaks::smart() };
        let mut not_met = met.clone();
        not_met.verdicts.iter_mut().take(1).for_each(|one| one.judgement = Some(Judgement::NotMet));
        one.assessments = [not_met, met].into();
    },
];

#[cfg(feature = "proptest")]
fn day() -> Option<PartialDate> {
    PartialDate::of_day(chrono::NaiveDate::from_ymd_opt(2024, 1, 10)?).ok()
}

#[cfg(test)]
pub(super) const CASES: &[Case] = &[
    accepts(r#"{ "id": "00000000-0000-4000-8000-000000000001" }"#),
    // The same result, on other days, in one month, without a day or a result.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [
                { "on": "2024-01-10", "result": "notReached" }, { "on": "2024-01-10", "result": "notReached" },
                { "on": "2024-01-11", "result": "reached" }, { "on": "2024-01", "result": "reached" },
                { "on": "2024-01", "result": "notReached" }, { "result": "reached" }, { "result": "notReached" },
                { "on": "2024-01-10" }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [
                { "on": "2024-01-10", "result": "partlyReached" }, { "on": "2024-01-11", "result": "notReached" },
                { "on": "2024-01-10", "result": "notReached" }
            ]
        }"#,
        &[not_met(
            "/evaluations/2",
            "evalueringen 10. januar 2024 har resultatet ikke nået, men en anden samme dag har resultatet delvist nået",
            "the evaluation of 10 January 2024 has the result not reached, but another one of the same day has the result partly reached",
        )],
    ),
    // The same verdict, or another day, set, assessor or criterion; in a month, by nobody who is named, and within one.
    accepts(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "assessments": [
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": "leder",
                    "verdicts": [
                        { "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "met" },
                        { "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" },
                        { "criterion": "00000000-0000-4000-8000-000000000004" }
                    ]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": "leder",
                    "verdicts": [
                        { "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "met" },
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "notMet" }
                    ]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-11", "by": "leder",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": "kollega",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000009", "on": "2024-01-10", "by": "leder",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": " ",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "met" }]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01", "by": "leder",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }]
                }
            ]
        }"#,
    ),
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "assessments": [
                {},
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": "kollega",
                    "verdicts": [
                        { "criterion": "00000000-0000-4000-8000-000000000004", "judgement": "met" },
                        { "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "met" }
                    ]
                },
                {
                    "set": "00000000-0000-4000-8000-000000000002", "on": "2024-01-10", "by": "Kollega",
                    "verdicts": [{ "criterion": "00000000-0000-4000-8000-000000000003", "judgement": "notMet" }]
                }
            ]
        }"#,
        &[not_met(
            "/assessments/2/verdicts/0/judgement",
            "kriteriet er vurderet modsat i vurdering 2: samme dag (10. januar 2024), samme kriteriesæt og samme vurderer",
            "assessment 2 has the opposite verdict on the criterion: the same day (10 January 2024), set and assessor",
        )],
    ),
    // An evaluation without a result comes between two with different ones.
    refuses(
        r#"{
            "id": "00000000-0000-4000-8000-000000000001",
            "evaluations": [
                { "on": "2024-01-10" }, { "on": "2024-01-10", "result": "reached" },
                { "on": "2024-01-10", "result": "notReached" }
            ]
        }"#,
        &[not_met(
            "/evaluations/2",
            "evalueringen 10. januar 2024 har resultatet ikke nået, men en anden samme dag har resultatet nået",
            "the evaluation of 10 January 2024 has the result not reached, but another one of the same day has the result reached",
        )],
    ),
];
