//! The evaluations of one day have one result.

use crate::codes;
use crate::date::PartialDate;
use crate::goal::{GoalResult, SubGoal};
use crate::report::Path;
use crate::rule::{Basis, Checker, Rule, SourceDocument, SourceRef, message};
use crate::sorted::each_again;
use crate::text::Bilingual;

#[cfg(feature = "proptest")]
use super::breaks;
#[cfg(feature = "proptest")]
use crate::rule::trial::Breaks;
#[cfg(test)]
use crate::rule::trial::{Case, accepts, not_met, refuses};

pub(super) static RULE: Rule = Rule {
    code: codes::GOL021,
    basis: Basis::Form,
    sources: &[SourceRef::new(SourceDocument::EXCHANGE_FORMAT, "citizen, subGoals, evaluations, result")],
    title: Bilingual::new(
        "et delmål evalueres ikke med to resultater på en dag",
        "a sub-goal is not evaluated with two results on one day",
    ),
    why: Bilingual::new(
        "De to modsiger hinanden: det er uklart, om delmålet er nået, og det tæller forskelligt i en opgørelse.",
        "The two contradict each other: it is unclear whether the sub-goal was reached, and what is counted.",
    ),
    remedy: Bilingual::new(
        "Slet den evaluering, der ikke gælder, eller ret dens dato eller resultat.",
        "Delete the evaluation that is not valid, or correct its date or result.",
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

/// Two evaluations of one month may be weeks apart, so only days are compared.
pub(super) fn check(one: &SubGoal, at: &Path<'_>, cx: &mut Checker<'_>) {
    let list = at.key("evaluations");
    let with_result = one.evaluations.iter().enumerate().filter(|(_, one)| one.result.is_some());
    let days = with_result.filter_map(|(n, one)| Some((one.on?.day()?, n)));
    each_again(&days, |_, first, n| {
        let evaluation = |n: usize| one.evaluations.get(n).and_then(|one| Some((one.on?, one.result?)));
        if let (Some((_, first)), Some((on, result))) = (evaluation(first), evaluation(n))
            && first != result
        {
            let (result, first) = (GoalResult::label(result), GoalResult::label(first));
            cx.not_met(&list.index(n), OtherResult { on, result, first });
        }
    });
}

#[cfg(feature = "proptest")]
pub(super) const BREAKS: Breaks<SubGoal> = &[|one, _| {
    breaks::close(one, crate::goal::GoalStatus::GivenUp);
    (one.set_on, one.evaluate_by, one.ends_on) = (None, None, None);
    let day = chrono::NaiveDate::from_ymd_opt(2024, 1, 10).and_then(|day| PartialDate::of_day(day).ok());
    let evaluations = [GoalResult::Reached, GoalResult::NotReached];
    one.evaluations = evaluations
        .map(|result| crate::goal::GoalEvaluation { result: Some(result), ..breaks::evaluation(day) })
        .into();
}];

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
];
