//! Laws of dates, periods and month arithmetic.
#![cfg(feature = "proptest")]
#![expect(clippy::arithmetic_side_effects, clippy::unwrap_used, reason = "tests may panic")]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use chrono::{Datelike, Days, NaiveDate};
use kvalitetsmodel::date::{
    DutyStatus, Half, MonthDay, ParseDateError, PartialDate, Period, Third, When, add_months,
};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
}

fn years() -> impl Strategy<Value = i32> {
    prop_oneof![1 => Just(1), 1 => Just(9999), 2 => 2020..=2030, 4 => 1..=9999]
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (years(), 1_u32..=366).prop_map(|(year, ordinal)| {
        NaiveDate::from_yo_opt(year, ordinal).or(NaiveDate::from_yo_opt(year, 365)).unwrap()
    })
}

/// Days close enough to one another to meet.
fn near_days() -> impl Strategy<Value = NaiveDate> {
    (0_u64..2500).prop_map(|days| day("2019-06-01").checked_add_days(Days::new(days)).unwrap())
}

fn periods() -> impl Strategy<Value = Period> {
    (near_days(), near_days()).prop_map(|(start, end)| Period { start, end })
}

fn month_days() -> impl Strategy<Value = MonthDay> {
    let leap = || MonthDay::new(2, 29).unwrap();
    prop_oneof![1 => Just(leap()), 6 => near_days().prop_map(MonthDay::of)]
}

fn thirds() -> impl Strategy<Value = Third> {
    prop_oneof![Just(Third::Primo), Just(Third::Medio), Just(Third::Ultimo)]
}

fn dates() -> impl Strategy<Value = PartialDate> {
    let halves = prop_oneof![Just(Half::First), Just(Half::Second)];
    prop_oneof![
        days().prop_map(|day| PartialDate::of_day(day).unwrap()),
        (years(), 1_u32..=12).prop_map(|(year, month)| PartialDate::of_month(year, month).unwrap()),
        (years(), halves).prop_map(|(year, half)| PartialDate::of_half(year, half).unwrap()),
        years().prop_map(|year| PartialDate::of_year(year).unwrap()),
        (years(), thirds()).prop_map(|(year, third)| PartialDate::of_year_third(year, third).unwrap()),
        (years(), 1_u32..=12, thirds())
            .prop_map(|(year, month, third)| PartialDate::of_month_third(year, month, third).unwrap()),
    ]
}

/// A text that is read is written in the same way: each value has one text form.
fn has_one_text_form<T: FromStr<Err: Debug> + Display>(text: &str) -> Result<(), TestCaseError> {
    if let Ok(value) = text.parse::<T>() {
        prop_assert_eq!(value.to_string(), text);
    }
    Ok(())
}

proptest! {
    #[test]
    fn text_round_trip(date in dates()) {
        prop_assert_eq!(date.to_string().parse(), Ok(date));
        let json = serde_json::to_string(&date).unwrap();
        prop_assert_eq!(serde_json::from_str::<PartialDate>(&json).unwrap(), date);
    }

    #[test]
    fn first_day_is_not_after_last_day(date in dates()) {
        prop_assert!(date.first_day() <= date.last_day());
        prop_assert_eq!(date.is_day(), date.first_day() == date.last_day());
        prop_assert_eq!(date.first_day().year(), date.last_day().year());
    }

    #[test]
    fn the_two_days_decide_the_order_and_the_form(a in dates(), b in dates()) {
        let days = |date: PartialDate| (date.first_day(), date.last_day());
        prop_assert_eq!(a.cmp(&b), days(a).cmp(&days(b)));
    }

    #[test]
    fn thirds_and_halves_cut_the_whole_without_gap(year in years(), month in 1_u32..=12) {
        let joined = |parts: &[PartialDate], whole: PartialDate| {
            parts.windows(2).all(|pair| pair[0].last_day().succ_opt() == Some(pair[1].first_day()))
                && parts[0].first_day() == whole.first_day()
                && parts[parts.len() - 1].last_day() == whole.last_day()
        };
        let whole = PartialDate::of_year(year).unwrap();
        let all = [Third::Primo, Third::Medio, Third::Ultimo];
        prop_assert!(joined(&all.map(|third| PartialDate::of_year_third(year, third).unwrap()), whole));
        let halves = [Half::First, Half::Second].map(|half| PartialDate::of_half(year, half).unwrap());
        prop_assert!(joined(&halves, whole));
        let whole = PartialDate::of_month(year, month).unwrap();
        prop_assert!(joined(&all.map(|third| PartialDate::of_month_third(year, month, third).unwrap()), whole));
    }

    #[test]
    fn a_mangled_date_is_refused_or_another_date(date in dates(), at in 0_usize..15, with in any::<char>()) {
        let mut chars: Vec<char> = date.to_string().chars().collect();
        let at = at % chars.len();
        chars.insert(at, with);
        let text: String = chars.iter().collect();
        prop_assert_ne!(text.parse(), Ok(date));
        has_one_text_form::<PartialDate>(&text)?;
        chars.remove(at);
        chars.remove(at);
        let text: String = chars.iter().collect();
        prop_assert_ne!(text.parse(), Ok(date));
        has_one_text_form::<PartialDate>(&text)?;
        for text in [format!(" {date}"), format!("{date}\n"), format!("+{date}"), format!("{date}-")] {
            prop_assert_eq!(text.parse::<PartialDate>(), Err(ParseDateError::UnknownForm));
        }
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*", near in "[0-9]{1,5}(-[0-9HhPpQ]{0,3}){0,3}(-(primo|medio|ultimo))?") {
        for text in [text, format!("--{near}"), near] {
            has_one_text_form::<PartialDate>(&text)?;
            has_one_text_form::<MonthDay>(&text)?;
        }
    }

    #[test]
    fn month_day_round_trip(day in month_days()) {
        prop_assert_eq!(day.to_string().parse(), Ok(day));
        let json = serde_json::to_string(&day).unwrap();
        prop_assert_eq!(serde_json::from_str::<MonthDay>(&json).unwrap(), day);
        prop_assert_eq!(MonthDay::new(day.month(), day.day()), Some(day));
    }

    #[test]
    fn within_finds_the_only_such_day(wanted in month_days(), period in periods()) {
        let found: Vec<_> = period
            .start
            .iter_days()
            .take_while(|day| *day <= period.end)
            .filter(|day| MonthDay::of(*day) == wanted)
            .collect();
        let only = if let [only] = found[..] { Some(only) } else { None };
        prop_assert_eq!(wanted.within(&period), only);
    }

    #[test]
    fn period_laws(a in periods(), b in periods(), day in near_days()) {
        prop_assert_eq!(a.is_ordered(), a.days().is_some());
        prop_assert_eq!(a.is_ordered(), a.contains(a.start) && a.contains(a.end));
        prop_assert_eq!(a.is_ordered(), a.contains_period(&a));
        prop_assert_eq!(a.overlaps(&b), b.overlaps(&a));
        prop_assert!(!(a.contains(day) && b.contains(day)) || a.overlaps(&b));
        prop_assert!(!a.contains_period(&b) || (a.overlaps(&b) && a.days() >= b.days()));
        prop_assert!(!(a.contains_period(&b) && b.contains(day)) || a.contains(day));
        let counted = a.start.iter_days().take_while(|day| a.contains(*day)).count();
        prop_assert_eq!(a.days().unwrap_or(0), u64::try_from(counted).unwrap());
        let json = serde_json::to_string(&a).unwrap();
        prop_assert_eq!(serde_json::from_str::<Period>(&json).unwrap(), a);
    }

    #[test]
    fn months_later_is_the_same_day_or_the_last_of_the_month(from in days(), months in 0_u32..600) {
        let month = |day: NaiveDate| i64::from(day.year()) * 12 + i64::from(day.month());
        let Some(later) = add_months(from, months) else {
            prop_assert!(month(from) + i64::from(months) > 9999 * 12 + 12, "after the year 9999");
            return Ok(());
        };
        prop_assert_eq!(month(later) - month(from), i64::from(months));
        let ends = later.succ_opt().is_none_or(|next| next.day() == 1);
        prop_assert!(later.day() == from.day() || (later.day() < from.day() && ends));
    }

    #[test]
    fn a_duty_is_overdue_from_the_day_after_its_last(date in dates(), as_of in days()) {
        let when = When::Date { on: Some(date) };
        let last_day = date.last_day();
        let expected =
            if as_of > last_day { DutyStatus::Overdue { last_day } } else { DutyStatus::Due { last_day } };
        prop_assert_eq!(when.status(as_of, None), expected);
    }
}
