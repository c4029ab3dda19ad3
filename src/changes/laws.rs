//! Laws of changes, for any drafts.
#![expect(clippy::expect_used, reason = "tests may fail loudly")]

use alloc::string::{String, ToString};
use alloc::vec::Vec;

use proptest::prelude::*;
use serde_json::Value;

use super::{Change, ChangeKind, between};
use crate::agreement::DevelopmentAgreement;
use crate::community::ImprovementCommunity;
use crate::draft::kind::Draft;
use crate::draft::tape::Tape;
use crate::goal::Caseload;
use crate::model::StandardSet;
use crate::organisation::Operator;
use crate::project::ImprovementProject;
use crate::series::MeasurementSeries;

/// A draft that holds anything, in which every thing has an id of its own.
fn draft<T: Draft>(numbers: &[u64]) -> T {
    let mut tape = Tape::new(numbers);
    tape.refer_cleanly();
    T::any(&mut tape)
}

/// A draft in which ids repeat.
fn with_repeated_ids<T: Draft>(numbers: &[u64]) -> T {
    T::any(&mut Tape::new(numbers))
}

/// What a change says, seen from the earlier draft or from the later one.
fn seen(change: &Change, is_mirrored: bool) -> String {
    let kind = match change.kind {
        ChangeKind::Added if is_mirrored => ChangeKind::Removed,
        ChangeKind::Removed if is_mirrored => ChangeKind::Added,
        kind => kind,
    };
    let at = |one: &Option<crate::report::Pointer>| one.as_ref().map(ToString::to_string);
    let (before, after) = (at(&change.before), at(&change.after));
    let (from, to) = (change.from.clone(), change.to.clone());
    let sides = if is_mirrored { (after, before, to, from) } else { (before, after, from, to) };
    let labels: Vec<_> = change.labels.iter().map(|label| label.en).collect();
    alloc::format!("{kind:?} {sides:?} {labels:?}")
}

fn all_seen(changes: &[Change], is_mirrored: bool) -> Vec<String> {
    let mut all: Vec<_> = changes.iter().map(|change| seen(change, is_mirrored)).collect();
    all.sort();
    all
}

fn value<T: Draft>(draft: &T) -> Value {
    serde_json::to_value(draft).expect("a value")
}

/// The drafts themselves count as the same thing, whatever their ids.
fn without_id<T: Draft>(draft: &T) -> Value {
    let mut value = value(draft);
    value.as_object_mut().and_then(|fields| fields.remove("id"));
    value
}

/// Each list in reverse order.
fn turned(value: Value) -> Value {
    match value {
        Value::Array(items) => items.into_iter().rev().map(turned).collect(),
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, turned(value))).collect(),
        other => other,
    }
}

/// Equal for values that differ only in the order of lists or in zeros at the end of numbers.
fn unordered(value: Value) -> Value {
    match value {
        Value::Array(items) => {
            let mut items: Vec<_> = items.into_iter().map(unordered).collect();
            items.sort_by_key(ToString::to_string);
            items.into()
        }
        Value::Object(fields) => fields.into_iter().map(|(name, value)| (name, unordered(value))).collect(),
        Value::String(text) if text.contains('.') && text.parse::<crate::figure::Decimal>().is_ok() => {
            text.trim_end_matches('0').trim_end_matches('.').into()
        }
        other => other,
    }
}

/// The places of all values that have no parts.
fn leaves(value: &Value, at: &str, all: &mut Vec<String>) {
    match value {
        Value::Array(items) => {
            items.iter().enumerate().for_each(|(n, item)| leaves(item, &alloc::format!("{at}/{n}"), all));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(name, field)| leaves(field, &alloc::format!("{at}/{name}"), all));
        }
        _ => all.push(at.into()),
    }
}

/// The draft with one of its values changed or left out, once for each value that fits; at some of the places.
fn each_changed<T: Draft + PartialEq>(draft: &T, seed: usize, mut each: impl FnMut(&str, &T)) {
    let whole = value(draft);
    let mut all = Vec::new();
    leaves(&whole, "", &mut all);
    let every = (all.len() / 16).max(1); // about 16 of them
    let others = [
        "2019-05",
        "2019-05-17",
        "--05-17",
        "7",
        "7.5",
        "1.9.9",
        "andet",
        "7f000000-0000-4000-8000-000000000007",
    ];
    let others = others.map(Value::from).into_iter();
    let others: Vec<_> = others.chain([true.into(), false.into(), 3.into()]).collect();
    for at in all.iter().skip(seed.checked_rem(every).unwrap_or_default()).step_by(every) {
        for other in &others {
            let mut changed = whole.clone();
            changed.pointer_mut(at).into_iter().for_each(|place| place.clone_from(other));
            each_if_other(draft, changed, at, &mut each);
        }
        let mut without = whole.clone();
        let (around, name) = at.rsplit_once('/').unwrap_or_default();
        if let Some(Value::Object(fields)) = without.pointer_mut(around) {
            fields.remove(name);
        }
        each_if_other(draft, without, at, &mut each);
    }
}

fn each_if_other<T: Draft + PartialEq>(draft: &T, changed: Value, at: &str, each: &mut impl FnMut(&str, &T)) {
    if let Some(changed) = serde_json::from_value::<T>(changed).ok().filter(|changed| changed != draft) {
        each(at, &changed);
    }
}

fn laws<T: Draft + PartialEq>(numbers: &[u64], other: &[u64], at: usize) -> Result<(), TestCaseError> {
    let (one, two) = (draft::<T>(numbers), draft::<T>(other));
    // One choice differs, and with it whatever follows from it.
    let mut third = numbers.to_vec();
    if let (Some(number), Some(new)) = (third.get_mut(at), other.get(at)) {
        *number = *new;
    }
    let third = draft::<T>(&third);
    for (before, after) in [(&one, &two), (&one, &third)] {
        let changes = between(before, after);
        prop_assert_eq!(all_seen(&changes, false), all_seen(&between(after, before), true));
        let is_same = unordered(without_id(before)) == unordered(without_id(after));
        prop_assert_eq!(changes.is_empty(), is_same, "{:?}", changes);
    }
    let mut unseen = Vec::new();
    each_changed(&one, at, |at, changed| {
        if at != "/id" && between(&one, changed).is_empty() {
            unseen.push(String::from(at));
        }
    });
    prop_assert!(unseen.is_empty(), "no change tells of {:?}", unseen);
    let other_way_round: T = serde_json::from_value(turned(value(&one))).expect("a draft");
    prop_assert_eq!(between(&one, &other_way_round), []);
    let repeated = with_repeated_ids::<T>(numbers);
    prop_assert_eq!(between(&repeated, &repeated), []);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(8) })]

    #[test]
    fn equal_drafts_are_unchanged_and_changes_mirror_and_cover_every_field(
        numbers in proptest::collection::vec(any::<u64>(), 600),
        other in proptest::collection::vec(any::<u64>(), 600),
        at in 0_usize..200,
    ) {
        laws::<DevelopmentAgreement>(&numbers, &other, at)?;
        laws::<ImprovementCommunity>(&numbers, &other, at)?;
        laws::<Caseload>(&numbers, &other, at)?;
        laws::<StandardSet>(&numbers, &other, at)?;
        laws::<Operator>(&numbers, &other, at)?;
        laws::<ImprovementProject>(&numbers, &other, at)?;
        laws::<MeasurementSeries>(&numbers, &other, at)?;
    }
}

/// A day after the year 9999 cannot be written; what else changed is found all the same.
#[test]
fn what_cannot_be_written_hides_nothing_else() {
    let before: MeasurementSeries = draft(&[]);
    let mut before = MeasurementSeries { title: Some("før".into()), ..before };
    before.phases =
        alloc::vec![crate::series::Phase { from: chrono::NaiveDate::MAX.into(), ..Default::default() }];
    let after = MeasurementSeries { title: Some("efter".into()), ..before.clone() };
    assert_eq!(between(&before, &after).len(), 1);
}
