//! Criterion sets: which goals meet all criteria, and the share of those.

use kvalitetsmodel::figure::{Assessment as Judged, Decimal, Direction, Threshold, Unit};
use kvalitetsmodel::goal::{CriterionSet, CriterionVerdict, GoalAssessment, Judgement};

use super::id;

/// An assessment with these verdicts on the criteria, in order: `+` met, `-` not met, `?` not stated.
fn assessment(set: &CriterionSet, verdicts: &str) -> GoalAssessment {
    let verdicts = set.criteria.iter().zip(verdicts.chars()).map(|(criterion, letter)| CriterionVerdict {
        judgement: match letter {
            '+' => Some(Judgement::Met),
            '-' => Some(Judgement::NotMet),
            _ => None,
        },
        ..CriterionVerdict::new(criterion.id)
    });
    GoalAssessment { set: Some(set.id), verdicts: verdicts.collect(), ..GoalAssessment::default() }
}

#[test]
fn a_goal_is_smart_when_all_five_are_met() {
    let smart = CriterionSet::smart();
    let cases = [
        ("+++++", Some(true)),
        ("++++-", Some(false)),
        ("-????", Some(false)),
        ("++++?", None),
        ("++++", None),
        ("", None),
    ];
    for (verdicts, expected) in cases {
        assert_eq!(smart.is_met(&assessment(&smart, verdicts)), expected, "{verdicts}");
    }
}

#[test]
fn an_assessment_by_another_set_says_nothing() {
    let (smart, smarte) = (CriterionSet::smart(), CriterionSet::smarte_defactum());
    let judged = assessment(&smart, "+++++");
    assert_eq!(smarte.is_met(&judged), None);
    assert_eq!(smart.is_met(&GoalAssessment { set: None, ..judged.clone() }), None);
    assert_eq!(smart.is_met(&GoalAssessment { set: Some(smarte.id), ..judged.clone() }), None);
    // The letters are the same, the criteria are not.
    assert_eq!(smarte.is_met(&GoalAssessment { set: Some(smarte.id), ..judged }), None);
    assert_eq!(smarte.is_met(&assessment(&smarte, "++++++")), Some(true));
    assert_ne!(smarte.id, CriterionSet::smarte_evaluable().id);
}

#[test]
fn a_letter_without_a_meaning_cannot_be_assessed() {
    let mut own = CriterionSet::smarte_evaluable();
    own.id = id(7);
    let judged = assessment(&own, "++++++");
    assert_eq!(own.is_met(&judged), Some(true));
    own.criteria[5].meaning = Some(" ".into());
    assert_eq!(own.is_met(&judged), None);
    assert_eq!(own.is_met(&assessment(&own, "+++++-")), None);
    assert_eq!(own.is_met(&assessment(&own, "-+++++")), Some(false));
    own.criteria.clear();
    assert_eq!(own.is_met(&judged), None);
}

#[test]
fn one_of_two_verdicts_can_fail_a_criterion() {
    let smart = CriterionSet::smart();
    for (first, second) in [("+++++", "-"), ("-++++", "+")] {
        let mut judged = assessment(&smart, first);
        judged.verdicts.extend(assessment(&smart, second).verdicts);
        assert_eq!(smart.is_met(&judged), Some(false));
    }
}

/// One of five sub-goals is SMART: 20 percent, and at least 80 were agreed.
#[test]
fn the_share_of_smart_goals_is_judged_by_its_target() {
    let smart = CriterionSet::smart();
    let by = |verdicts| vec![assessment(&smart, verdicts)];
    let goals = [by("+++++"), by("-+--+"), by("+--+-"), by("++++-"), by("+--++")];
    let (share, not_assessable) = smart.share(goals.iter().map(Vec::as_slice));
    assert_eq!((share.part(), share.whole(), not_assessable), (1, 5, 0));
    let target = Threshold { direction: Direction::AtLeast, value: Decimal::from(80), unit: Unit::Percent };
    assert_eq!(target.judge_share(share), Judged::NotMet);
}

#[test]
fn the_last_assessment_by_the_set_counts() {
    let (smart, other) = (CriterionSet::smart(), CriterionSet::smarte_defactum());
    let goals = [
        vec![assessment(&smart, "-++++"), assessment(&smart, "+++++"), assessment(&other, "-+++++")],
        vec![assessment(&smart, "+++++"), assessment(&smart, "++++?")],
        vec![assessment(&other, "++++++")],
        vec![],
    ];
    let (share, not_assessable) = smart.share(goals.iter().map(Vec::as_slice));
    assert_eq!((share.part(), share.whole(), not_assessable), (1, 1, 3));
}

#[test]
fn the_latest_assessment_counts_wherever_it_is_listed() {
    let smart = CriterionSet::smart();
    let on = |day: &str, verdicts| GoalAssessment { on: day.parse().ok(), ..assessment(&smart, verdicts) };
    let met = |assessments: Vec<GoalAssessment>| smart.share([assessments.as_slice()]).0.part();
    assert_eq!(met(vec![on("2024-05-02", "+++++"), on("2024-01-10", "-++++")]), 1);
    assert_eq!(met(vec![on("2024-01-10", "+++++"), on("2024-05-02", "-++++")]), 0);
    // On the same day, and if one has no date, the last one counts.
    assert_eq!(met(vec![on("2024-05-02", "-++++"), on("2024-05-02", "+++++")]), 1);
    assert_eq!(met(vec![on("2024-05-02", "-++++"), on("", "+++++")]), 1);
}
