//! What the record of a sub-goal should hold, part by part.

use kvalitetsmodel::goal::{Caseload, Citizen, PartCount, PartStatus, RecordCount, RecordPart};
use kvalitetsmodel::{Context, check_rule, codes, strategy};
use proptest::prelude::*;

use super::counts::citizen;
use super::{day, id, sub_goal};

/// The parts of a sub-goal on 15 June 2024 that have that status.
fn parts_of(fields: &str, status: PartStatus) -> Vec<RecordPart> {
    let parts = sub_goal(fields).parts(day("2024-06-15")).collect::<Vec<_>>();
    parts.into_iter().filter(|(_, one)| *one == status).map(|(part, _)| part).collect()
}

#[test]
fn a_record_that_holds_nothing_lacks_what_applies_to_any_open_sub_goal() {
    use RecordPart as Part;
    let missing = [
        Part::Wording,
        Part::Assessment,
        Part::Goal,
        Part::Involvement,
        Part::Intervention,
        Part::Indicator,
        Part::EvaluationDate,
        Part::EndDate,
    ];
    assert_eq!(parts_of("", PartStatus::NotStated), missing);
    let others = [Part::ReasonNotInvolved, Part::Evaluation, Part::InvolvementInEvaluation];
    assert_eq!(parts_of("", PartStatus::NotApplicable), others);
    let blank = r#""text": " ", "intervention": "", "indicator": "\t", "assessments": [{}]"#;
    assert_eq!(parts_of(blank, PartStatus::NotStated), missing);
}

#[test]
fn a_whole_record_states_every_part_that_applies() {
    let whole = r#"
        "goal": "00000000-0000-4000-8000-000000000002", "text": "to ture om ugen", "indicator": "ture",
        "intervention": "ruten gås sammen", "evaluateBy": "2024-06-01", "endsOn": "2024-09-30", "status": "open",
        "citizen": { "involved": {} },
        "evaluations": [{ "result": "notReached", "citizen": { "notInvolved": { "reason": "indlagt" } } }],
        "assessments": [{
            "set": "534d4152-5445-4000-8000-000000000001",
            "verdicts": [{ "criterion": "534d4152-5445-4000-8000-000000000002", "judgement": "notMet" }]
        }]"#;
    assert_eq!(parts_of(whole, PartStatus::Stated), RecordPart::ALL);
}

#[test]
fn what_applies_depends_on_the_day_and_on_what_was_done() {
    let status = |fields: &str, part| sub_goal(fields).part(part, day("2024-06-15"));
    let evaluation = |fields: &str| status(fields, RecordPart::Evaluation);
    assert_eq!(evaluation(r#""evaluateBy": "2024-06-15""#), PartStatus::NotApplicable);
    assert_eq!(evaluation(r#""evaluateBy": "2024-06-14""#), PartStatus::NotStated);
    assert_eq!(evaluation(r#""endsOn": "2024-05""#), PartStatus::NotStated);
    assert_eq!(evaluation(r#""status": "givenUp""#), PartStatus::NotStated);
    assert_eq!(evaluation(r#""evaluations": [{ "text": "går bedre" }]"#), PartStatus::NotStated);
    assert_eq!(evaluation(r#""evaluations": [{}, { "result": "reached" }]"#), PartStatus::Stated);

    let closed = r#""status": "reached""#;
    assert_eq!(status(closed, RecordPart::EvaluationDate), PartStatus::NotApplicable);
    assert_eq!(status(closed, RecordPart::EndDate), PartStatus::NotApplicable);
    let evaluated = r#""evaluations": [{ "on": "2024-06-01" }, { "citizen": { "involved": {} } }]"#;
    assert_eq!(status(evaluated, RecordPart::EvaluationDate), PartStatus::NotApplicable);
    assert_eq!(status(evaluated, RecordPart::EndDate), PartStatus::NotStated);
    assert_eq!(status(evaluated, RecordPart::InvolvementInEvaluation), PartStatus::NotStated);

    let reason = |fields: &str| status(fields, RecordPart::ReasonNotInvolved);
    assert_eq!(reason(r#""citizen": { "involved": {} }"#), PartStatus::NotApplicable);
    assert_eq!(reason(r#""citizen": { "notInvolved": { "reason": " " } }"#), PartStatus::NotStated);
    assert_eq!(reason(r#""citizen": { "notInvolved": { "reason": "indlagt" } }"#), PartStatus::Stated);
    let in_evaluation =
        r#""citizen": { "involved": {} }, "evaluations": [{ "citizen": { "notInvolved": {} } }]"#;
    assert_eq!(reason(in_evaluation), PartStatus::NotStated);
}

#[test]
fn a_count_is_of_open_sub_goals_and_says_so_in_json() {
    let mut caseload = Caseload::new(id(1));
    let closed = r#""status": "reached", "text": "to ture""#;
    caseload.citizens =
        vec![citizen(2, None, &[r#""text": "to ture om ugen""#, ""]), citizen(3, None, &[closed])];
    let count = caseload.count_parts(day("2024-06-15"));
    let wording = PartCount { stated: 1, not_stated: 1, not_applicable: 0 };
    assert_eq!(count.of(RecordPart::Wording), wording);
    assert_eq!(count.of(RecordPart::Evaluation), PartCount { not_applicable: 2, ..PartCount::default() });
    let json = serde_json::to_value(count).expect("JSON");
    assert_eq!(json["wording"], serde_json::json!({ "stated": 1, "notStated": 1, "notApplicable": 0 }));
    assert_eq!(json.as_object().map(serde_json::Map::len), Some(RecordPart::ALL.len()));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn each_open_sub_goal_has_one_status_of_each_part_and_counts_add_up(
        caseload in strategy::any::<Caseload>(),
        split in any::<u64>(),
    ) {
        let as_of = strategy::context().as_of();
        let whole = caseload.count_parts(as_of);
        for part in RecordPart::ALL.iter().copied() {
            let PartCount { stated, not_stated, not_applicable } = whole.of(part);
            prop_assert_eq!(stated + not_stated + not_applicable, caseload.count(as_of).open_sub_goals);
        }
        let mut parts = [RecordCount::default(); 2];
        for (n, citizen) in caseload.citizens.iter().enumerate() {
            parts[usize::from(split >> (n % 64) & 1 == 1)].add(citizen, as_of);
        }
        prop_assert_eq!(parts[0].plus(&parts[1]), whole);
    }

    /// The checklist and the rules agree on each part.
    #[test]
    fn what_a_rule_finds_is_not_stated(mut citizen in strategy::any::<Citizen>()) {
        let context = Context::new(strategy::context().as_of());
        citizen.sub_goals.retain(|one| one.was_set(context.as_of()) && !one.is_closed(context.as_of()));
        let mut count = RecordCount::default();
        count.add(&citizen, context.as_of());
        for (code, part) in [(codes::GOL004, RecordPart::Goal), (codes::GOL017, RecordPart::Indicator)] {
            let found = check_rule(&citizen, &context, code).findings().len();
            prop_assert_eq!(u64::try_from(found), Ok(count.of(part).not_stated), "{}", code);
        }
        let dates = [RecordPart::EvaluationDate, RecordPart::EndDate];
        let lacking = |one: &&kvalitetsmodel::goal::SubGoal| {
            dates.iter().any(|part| one.part(*part, context.as_of()) == PartStatus::NotStated)
        };
        let found = check_rule(&citizen, &context, codes::GOL005).findings().len();
        prop_assert_eq!(found, citizen.sub_goals.iter().filter(lacking).count());
    }
}
