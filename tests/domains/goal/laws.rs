//! Laws of deadlines and counts, on whatever records there can be.

use kvalitetsmodel::date::{DutyStatus, PartialDate};
use kvalitetsmodel::goal::{Caseload, Citizen, GoalStatus, ProcessCount, ProcessMeasure, SubGoal};
use kvalitetsmodel::rule::Fact;
use kvalitetsmodel::{Context, check_rule, chrono, codes, strategy};
use proptest::prelude::*;

use super::evaluated;

/// Days around those of the drafts.
fn any_day() -> impl Strategy<Value = chrono::NaiveDate> {
    (738_500..740_200).prop_map(|day| chrono::NaiveDate::from_num_days_from_ce_opt(day).expect("a day"))
}

/// How late a status is: nothing to do, due, overdue.
fn lateness(status: Option<DutyStatus>) -> u8 {
    match status {
        Some(DutyStatus::Overdue { .. }) => 2,
        Some(DutyStatus::Due { .. }) => 1,
        _ => 0,
    }
}

/// Is anything recorded as done after `from` and by `to`?
fn has_news(one: &SubGoal, from: chrono::NaiveDate, to: chrono::NaiveDate) -> bool {
    let is_between = |on: PartialDate| from < on.first_day() && on.first_day() <= to;
    one.evaluations.iter().filter_map(|one| one.on).chain(one.closed_on).any(is_between)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn counts_add_up_over_departments_and_over_any_split(
        caseload in strategy::any::<Caseload>(),
        split in any::<u64>(),
        day in any_day(),
    ) {
        let whole = caseload.count(day);
        let of_departments = caseload.count_by_department(day);
        let sum = of_departments.values().fold(ProcessCount::default(), |sum, one| sum.plus(one));
        prop_assert_eq!(sum, whole);
        let mut parts = [ProcessCount::default(); 2];
        for (n, citizen) in caseload.citizens.iter().enumerate() {
            parts[usize::from(split >> (n % 64) & 1 == 1)].add(citizen, day);
        }
        prop_assert_eq!(parts[0].plus(&parts[1]), whole);
        prop_assert_eq!(parts[1].plus(&parts[0]), whole);
    }

    #[test]
    fn time_alone_never_makes_a_sub_goal_less_overdue(
        citizen in strategy::any::<Citizen>(),
        days in (any_day(), any_day()),
    ) {
        let (from, to) = (days.0.min(days.1), days.0.max(days.1));
        for one in citizen.sub_goals.iter().filter(|one| !has_news(one, from, to)) {
            prop_assert!(lateness(one.evaluation(from)) <= lateness(one.evaluation(to)));
            prop_assert!(lateness(one.closing(from)) <= lateness(one.closing(to)));
        }
    }

    #[test]
    fn to_close_or_to_evaluate_never_raises_a_count(
        citizen in strategy::any::<Citizen>(),
        nth in any::<prop::sample::Index>(),
        closes in any::<bool>(),
        day in any_day(),
    ) {
        prop_assume!(!citizen.sub_goals.is_empty());
        let count = |citizen: &Citizen| {
            let mut count = ProcessCount::default();
            count.add(citizen, day);
            count
        };
        let before = count(&citizen);
        let mut after = citizen.clone();
        let one = &mut after.sub_goals[nth.index(citizen.sub_goals.len())];
        if closes {
            (one.status, one.closed_on) = (Some(GoalStatus::GivenUp), PartialDate::of_day(day).ok());
        } else {
            one.evaluations.push(evaluated(&day.to_string()));
        }
        let after = count(&after);
        for measure in ProcessMeasure::ALL.iter().copied() {
            prop_assert!(after.of(measure).exceptions <= before.of(measure).exceptions, "{measure:?}");
        }
        prop_assert!(after.open_sub_goals <= before.open_sub_goals);
    }

    /// What the count cannot judge is what the rule on missing dates finds.
    #[test]
    fn each_date_that_a_count_lacks_is_found(mut citizen in strategy::any::<Citizen>(), day in any_day()) {
        citizen.sub_goals.retain(|one| one.was_set(day));
        let mut count = ProcessCount::default();
        count.add(&citizen, day);
        let lacks = |measure| count.of(measure).not_assessable;
        let report = check_rule(&citizen, &Context::new(day), codes::GOL005);
        let named: usize = report.findings().iter().map(|finding| match finding.facts().as_slice() {
            [(_, Fact::Terms(terms))] => terms.len(),
            other => panic!("{other:?}"),
        }).sum();
        let lacking = lacks(ProcessMeasure::EvaluationOverdue) + lacks(ProcessMeasure::ClosingOverdue);
        prop_assert_eq!(u64::try_from(named), Ok(lacking));
        prop_assert!(report.findings().len() <= citizen.sub_goals.len());
    }
}
