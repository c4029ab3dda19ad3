//! Laws of the duties of daily operation.
#![cfg(feature = "proptest")]
#![expect(
    clippy::expect_used,
    clippy::arithmetic_side_effects,
    reason = "a test may fail loudly, in its helpers too"
)]

use kvalitetsmodel::chrono::{Datelike as _, Days, NaiveDate, Weekday};
use kvalitetsmodel::date::{PartialDate, Period, add_months};
use kvalitetsmodel::duty::{
    BuildingReview, Contact, ContactModel, DailyDuties, DayCounting, Fulfilment, ReportDay, ReviewedBuilding,
    StatutoryTraining, TrainedMember,
};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::{Context, check, check_rule, codes, strategy};
use proptest::prelude::*;

/// A day of 2023 to 2025.
fn any_day() -> impl Strategy<Value = NaiveDate> {
    (738_521..739_616).prop_map(|day| NaiveDate::from_num_days_from_ce_opt(day).expect("a day"))
}

fn partial(day: NaiveDate) -> Option<PartialDate> {
    PartialDate::of_day(day).ok()
}

fn model(counting: DayCounting, report_day: ReportDay, days: &[u16]) -> ContactModel {
    ContactModel {
        counting: Some(counting),
        report_day: Some(report_day),
        contacts: days.iter().copied().map(Contact::new).collect(),
        ..ContactModel::default()
    }
}

fn duties() -> DailyDuties {
    DailyDuties::new(Id::from_u128(1))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(256) })]

    #[test]
    fn calendar_days_are_counted_from_the_report(reported in any_day(), day in 1_u16..400) {
        let of = |report_day| model(DayCounting::CalendarDays, report_day, &[day]).contact_days(reported, &[reported]);
        let after = |days: u16| reported.checked_add_days(Days::new(days.into())).map(|day| vec![day]);
        prop_assert_eq!(of(ReportDay::DayZero), after(day));
        prop_assert_eq!(of(ReportDay::DayOne), after(day - 1));
    }

    #[test]
    fn working_days_are_counted_one_by_one(
        reported in any_day(),
        holidays in proptest::collection::vec(any_day(), 0..40),
        report_day in proptest::sample::select(ReportDay::ALL),
    ) {
        let is_counted = |day: &NaiveDate| {
            !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && !holidays.contains(day)
        };
        let first = match report_day {
            ReportDay::DayZero => reported.succ_opt().expect("a day"),
            ReportDay::DayOne => reported,
        };
        let counted: Vec<_> = first.iter_days().filter(is_counted).take(30).collect();
        let days: Vec<u16> = (1..=30).collect();
        let found = model(DayCounting::WorkingDays, report_day, &days).contact_days(reported, &holidays);
        prop_assert_eq!(found, Some(counted));
    }

    #[test]
    fn a_model_that_does_not_say_how_it_counts_has_no_days(model in strategy::any::<ContactModel>(), on in any_day()) {
        let list = DailyDuties { sick_leave_contacts: Some(model.clone()), ..duties() };
        let context = Context::new(on);
        let is_said = check_rule(&list, &context, codes::DUT006).findings().is_empty();
        let holds = check_rule(&list, &context, codes::DUT007).findings().is_empty();
        if let Some(days) = model.contact_days(on, &[]) {
            prop_assert!(is_said);
            prop_assert_eq!(days.len(), model.contacts.len());
            prop_assert!(!holds || days.is_sorted());
        } else {
            prop_assert!(!is_said || !holds || model.contacts.is_empty());
        }
    }

    #[test]
    fn a_training_is_late_after_its_last_day_and_never_before(
        started in any_day(),
        months in 0_u8..13,
        completed in proptest::option::of(-3_i64..4),
        as_of in -3_i64..4,
    ) {
        // Days around the last one.
        let last_day = add_months(started, months.into()).expect("a day");
        let of = |days| last_day + kvalitetsmodel::chrono::TimeDelta::days(days);
        let (completed, as_of) = (completed.map(of), of(as_of));
        let member =
            TrainedMember { started_on: partial(started), completed_on: completed.and_then(partial), ..TrainedMember::default() };
        let training = StatutoryTraining {
            within_months: Some(months),
            members: vec![member],
            ..StatutoryTraining::new(Id::from_u128(2))
        };
        let list = DailyDuties { training: vec![training], ..duties() };
        let done = completed.filter(|on| *on <= as_of);
        let is_late = done.unwrap_or(as_of) > last_day;
        let report = check_rule(&list, &Context::new(as_of), codes::DUT001);
        prop_assert_eq!(report.findings().len(), usize::from(is_late));
        prop_assert!(!report.rejects());
    }

    #[test]
    fn what_is_left_is_found_when_the_window_is_over(
        days in proptest::collection::vec(proptest::option::of(any_day()), 1..9),
        end in any_day(),
    ) {
        let window = Period { start: NaiveDate::from_ymd_opt(2023, 7, 1).expect("a day"), end };
        prop_assume!(window.is_ordered());
        let building = |on: &Option<NaiveDate>| ReviewedBuilding {
            used_by_citizens: Some(true),
            reviewed_on: on.and_then(partial),
            ..ReviewedBuilding::default()
        };
        let buildings: Vec<_> = days.iter().map(building).collect();
        let review = BuildingReview { window: Some(window), buildings, ..BuildingReview::default() };
        let (left, after) = (review.left(), NaiveDate::from_ymd_opt(2026, 1, 1).expect("a day"));
        prop_assert_eq!(left, days.iter().filter(|on| on.is_none()).count());
        let list = DailyDuties { building_review: Some(review), ..duties() };
        let found = |on| {
            let found = |code| check_rule(&list, &Context::new(on), code).findings().len();
            found(codes::DUT002) + found(codes::DUT021)
        };
        let late = days.iter().flatten().filter(|on| **on > end).count();
        // One that was only reviewed before the window is found at its date.
        let early = days.iter().flatten().filter(|on| **on < window.start).count();
        prop_assert_eq!(found(after), late + early + usize::from(days.iter().any(Option::is_none)));
        prop_assert_eq!(found(window.start), 0);
    }

    #[test]
    fn counts_of_a_training_are_judged_once(due in proptest::option::of(0_u32..5), met in proptest::option::of(0_u32..5)) {
        let training =
            StatutoryTraining { counted: Some(Fulfilment { due, met }), ..StatutoryTraining::new(Id::from_u128(2)) };
        let list = DailyDuties { training: vec![training], ..duties() };
        let report = check(&list, &strategy::context());
        let are_all_met = due == met;
        prop_assert_eq!(report.findings().len(), usize::from(!are_all_met));
        let is_possible = due.zip(met).is_none_or(|(due, met)| met <= due) && due.is_some() == met.is_some();
        prop_assert_eq!(report.not_evaluated().is_empty(), is_possible);
    }
}
