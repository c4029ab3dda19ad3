//! What series rest on: comparison of everything that can be measured, and the steps of a calendar.
//! `tests/extra/exact.rs` compares with whole numbers of any size.
#![cfg(feature = "proptest")]
#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "a test that does not hold may stop here"
)]

use core::cmp::Ordering;

use chrono::NaiveDate;
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::figure::{Assessment, Decimal, Direction, Threshold, Unit, WhyNot};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::{Lang, strategy};
use proptest::prelude::*;

fn decimal(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn rate(events: u64, exposure: &str) -> Observed {
    Observed::of_rate(events, decimal(exposure), Unit::Days)
}

fn subgroup(values: &[&str]) -> Observed {
    Observed::of_subgroup(values.iter().map(|value| decimal(value)).collect(), Unit::Days)
}

#[test]
fn every_form_compares_in_its_own_unit() {
    let share = Observed::of_share(16, 20);
    let count = Observed::of_count(3);
    let value = Observed::of_value(decimal("12.50"), Unit::Days);
    let against = |observed: &Observed, figure: &str, unit| observed.compare(&decimal(figure), &unit);
    assert_eq!(against(&share, "80", Unit::Percent), Ok(Ordering::Equal));
    assert_eq!(against(&share, "80.000000001", Unit::Percent), Ok(Ordering::Less));
    assert_eq!(against(&count, "2.9", Unit::Count), Ok(Ordering::Greater));
    assert_eq!(against(&value, "12.5", Unit::Days), Ok(Ordering::Equal));
    assert_eq!(against(&rate(12, "400"), "0.03", Unit::Days), Ok(Ordering::Equal));
    assert_eq!(against(&subgroup(&["1", "2", "1.5"]), "1.5", Unit::Days), Ok(Ordering::Equal));
    for (observed, unit) in
        [(share, Unit::Days), (count, Unit::Percent), (value, Unit::Hours), (rate(1, "1"), Unit::Count)]
    {
        assert_eq!(observed.compare(&Decimal::ZERO, &unit), Err(WhyNot::UnitMismatch), "{observed:?}");
    }
}

#[test]
fn what_is_of_nothing_is_neither_met_nor_missed() {
    let never = Threshold { direction: Direction::AtMost, value: Decimal::ZERO, unit: Unit::Days };
    for (observed, why, da, en) in [
        (rate(0, "0"), WhyNot::WholeIsZero, "nævneren er nul", "the whole is zero"),
        (rate(1, "-1"), WhyNot::NegativeWhole, "nævneren er negativ", "the whole is negative"),
        (subgroup(&[]), WhyNot::WholeIsZero, "nævneren er nul", "the whole is zero"),
    ] {
        assert_eq!(observed.judge(&never), Assessment::NotAssessable(why));
        assert_eq!((why.label().in_lang(Lang::Da), why.label().in_lang(Lang::En)), (da, en));
    }
    let too_much = Observed::of_share(21, 20);
    let why = too_much.compare(&Decimal::HUNDRED, &Unit::Percent).expect_err("21 of 20");
    assert_eq!(why.label().in_lang(Lang::En), "the part is larger than the whole");
}

#[test]
fn every_form_has_its_words() {
    let words = |observed: &Observed| [Lang::Da, Lang::En].map(|lang| observed.in_lang(lang).to_string());
    assert_eq!(words(&rate(12, "340.5")), ["12 på 340,5 dage", "12 over 340.5 days"]);
    assert_eq!(words(&subgroup(&["4"])), ["1 værdi (dage)", "1 value (days)"]);
    assert_eq!(words(&subgroup(&["4", "5"])), ["2 værdier (dage)", "2 values (days)"]);
}

proptest! {
    #[test]
    fn steps_of_a_calendar_add_up(one in day(), other in day(), third in day()) {
        for interval in Interval::ALL.iter().filter(|interval| **interval != Interval::ByEvent) {
            let steps = |from, to| interval.steps(from, to).expect("a calendar");
            prop_assert_eq!(steps(one, one), 0);
            prop_assert_eq!(steps(one, other), -steps(other, one));
            prop_assert_eq!(steps(one, other) + steps(other, third), steps(one, third));
            if let Some(next) = one.succ_opt() {
                prop_assert!((0..=1).contains(&steps(one, next)), "no day leaves a step out");
            }
        }
        prop_assert_eq!(Interval::ByEvent.steps(one, other), None);
    }
}

/// Days that chrono knows, with both ends more often.
fn day() -> impl Strategy<Value = NaiveDate> {
    let days = (NaiveDate::MIN.to_epoch_days(), NaiveDate::MAX.to_epoch_days());
    prop_oneof![
        Just(NaiveDate::MIN),
        Just(NaiveDate::MAX),
        (days.0..=days.1).prop_map(|n| NaiveDate::from_epoch_days(n).expect("a day")),
        strategy::any::<NaiveDate>(),
    ]
}
