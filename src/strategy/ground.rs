//! Strategies for the ground floor: ids, text, dates, figures.
//!
//! Boxed where others are made of many of them: their trees lie inside one another, and without boxes
//! those of a whole draft do not fit on the stack of a test thread (2 MiB) in a build for debugging.

use alloc::string::String;
use alloc::vec;
use core::fmt::Debug;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use uuid::Uuid;

use crate::date::{Half, MonthDay, PartialDate, Period, Third, When};
use crate::figure::{Decimal, Unit};
use crate::improvement::Membership;
use crate::section::SectionNumber;
use crate::text::Text;

/// Any id, the nil and the maximal one among them.
pub fn uuid() -> impl Strategy<Value = Uuid> {
    prop_oneof![
        1 => Just(Uuid::nil()),
        1 => Just(Uuid::max()),
        18 => any::<u128>().prop_map(Uuid::from_u128),
    ]
    .boxed()
}

/// Any typed id.
pub fn typed_id<T: From<Uuid> + Debug>() -> impl Strategy<Value = T> {
    uuid().prop_map(T::from)
}

/// One of the choices, each as likely as the others.
pub fn evenly<T: Clone + Debug + 'static>(choices: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(choices)
}

fn word() -> impl Strategy<Value = &'static str> {
    prop::sample::select(
        &["mål", "tilbud", "Ærø", "øvelse", "støtte", "\"citat\"", "80 %", "a/b~c", "\u{1F600}"][..],
    )
}

/// Text with something in it: Danish letters, quotes, signs that JSON escapes.
pub fn non_blank_text() -> impl Strategy<Value = Text> {
    prop::collection::vec(word(), 1..5).prop_map(|words| Text::from(words.join(" ")))
}

/// Any text, blank and empty among it.
pub fn free_text() -> impl Strategy<Value = Text> {
    prop_oneof![
        1 => Just(Text::default()),
        1 => Just(Text::from(" \t\n")),
        4 => non_blank_text(),
        4 => prop::collection::vec(any::<char>(), 0..12)
            .prop_map(|chars| Text::from(chars.into_iter().collect::<String>())),
    ]
    .boxed()
}

/// Any day of the years 1 to 9999, both ends weighted.
pub fn day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1, 1, 1).unwrap_or_default();
    let last = NaiveDate::from_ymd_opt(9999, 12, 31).unwrap_or_default();
    prop_oneof![
        1 => Just(first),
        1 => Just(last),
        18 => (0_u64..3_652_059).prop_map(move |days| first.checked_add_days(Days::new(days)).unwrap_or(last)),
    ]
    .boxed()
}

/// Any date of any precision.
pub fn partial_date() -> impl Strategy<Value = PartialDate> {
    let year = || prop_oneof![1 => Just(1), 1 => Just(9999), 8 => 1990..=2050];
    let third = || evenly(&[Third::Primo, Third::Medio, Third::Ultimo]);
    prop_oneof![
        4 => day().prop_filter_map("years 1 to 9999", |day| PartialDate::of_day(day).ok()),
        2 => (year(), 1..=12_u32).prop_filter_map("a month", |(year, month)| PartialDate::of_month(year, month)),
        1 => (year(), evenly(&[Half::First, Half::Second]))
            .prop_filter_map("a half-year", |(year, half)| PartialDate::of_half(year, half)),
        1 => year().prop_filter_map("a year", PartialDate::of_year),
        1 => (year(), third()).prop_filter_map("a third", |(year, third)| PartialDate::of_year_third(year, third)),
        1 => (year(), 1..=12_u32, third())
            .prop_filter_map("a third", |(year, month, third)| PartialDate::of_month_third(year, month, third)),
    ]
    .boxed()
}

/// Any day of a year that is not named.
pub fn month_day() -> impl Strategy<Value = MonthDay> {
    prop_oneof![1 => Just((2_u32, 29_u32)), 9 => (1..=12_u32, 1..=28_u32)]
        .prop_filter_map("a day of some year", |(month, day)| MonthDay::new(month, day))
}

/// Any period, those that end before they start among them.
pub fn period() -> impl Strategy<Value = Period> {
    (day(), day()).prop_map(|(start, end)| Period { start, end })
}

/// Any way to say when.
pub fn when() -> impl Strategy<Value = When> {
    prop_oneof![
        3 => partial_date().prop_map(|on| When::Date { on }),
        1 => month_day().prop_map(|day| When::MonthDay { day }),
        1 => (prop::option::of(free_text()), prop::option::of(partial_date()))
            .prop_map(|(title, deadline)| When::Schedule { title, deadline }),
        1 => (prop::option::of(typed_id()), prop::option::of(free_text()))
            .prop_map(|(body, name)| When::DecidedBy { body, name }),
        1 => any::<u8>().prop_map(|times| When::TimesAYear { times }),
        1 => Just(When::Continuously {}),
    ]
    .boxed()
}

/// Any exact figure, both ends of its range weighted.
pub fn decimal() -> impl Strategy<Value = Decimal> {
    const MOST: i64 = 999_999_999_999_999_999;
    let mantissa = prop_oneof![1 => Just(-MOST), 1 => Just(MOST), 2 => 0..=100_i64, 6 => -MOST..=MOST];
    (mantissa, 0..=9_u8)
        .prop_filter_map("an exact figure", |(mantissa, decimals)| Decimal::new(mantissa, decimals).ok())
        .boxed()
}

/// Any unit.
pub fn unit() -> impl Strategy<Value = Unit> {
    prop_oneof![
        5 => evenly(&[Unit::Percent, Unit::Count, Unit::Days, Unit::Hours, Unit::Points]),
        1 => free_text().prop_map(|name| Unit::Other { name }),
    ]
    .boxed()
}

/// Any section number.
pub fn section_number() -> impl Strategy<Value = SectionNumber> {
    let level = || prop_oneof![1 => Just(1_u16), 1 => Just(u16::MAX), 8 => 1..=20_u16];
    prop::collection::vec(level(), 1..=6).prop_filter_map("a section number", |levels| {
        let levels: vec::Vec<_> = levels.iter().map(alloc::string::ToString::to_string).collect();
        levels.join(".").parse().ok()
    })
}

/// Any membership.
pub fn membership() -> impl Strategy<Value = Membership> {
    evenly(&[
        Membership::Member,
        Membership::NonMember,
        Membership::Invited,
        Membership::PilotSite,
        Membership::NotStated,
    ])
}
