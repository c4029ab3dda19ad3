//! What holds for any two sets, and for any tailoring.

use kvalitetsmodel::model::{Meaning, Name, SetChange, StandardSet};
use kvalitetsmodel::{Lang, strategy};
use proptest::prelude::*;

/// The set with each id at most once, and its lists in one order.
fn in_order(mut set: StandardSet) -> StandardSet {
    let mut indicators = std::collections::BTreeSet::new();
    for standard in &mut set.standards {
        standard.indicators.retain(|one| indicators.insert(one.id));
        standard.indicators.sort_by_key(|one| one.id);
        standard.indicators.iter_mut().for_each(|one| one.projects.sort());
    }
    for theme in &mut set.themes {
        theme.activities.sort_by_key(|one| (one.text.clone(), one.basis));
    }
    set.themes.sort_by_key(|one| one.id);
    set.themes.dedup_by_key(|one| one.id);
    set.standards.sort_by_key(|one| one.id);
    set.standards.dedup_by_key(|one| one.id);
    set
}

/// The set with all changes that can be applied.
fn changed(set: &StandardSet, changes: &[SetChange]) -> StandardSet {
    changes.iter().fold(set.clone(), |set, change| set.with_changes([change]).unwrap_or(set))
}

/// Changes about what a set has, or adds to it.
fn changes_of(set: &StandardSet, tailoring: &[SetChange], picks: &[prop::sample::Index]) -> Vec<SetChange> {
    let themes: Vec<_> = set.themes.iter().map(|one| one.id).collect();
    let standards: Vec<_> = set.standards.iter().map(|one| one.id).collect();
    let indicators: Vec<_> = set.standards.iter().flat_map(|one| &one.indicators).map(|one| one.id).collect();
    let mut picks = picks.iter().cycle();
    let mut changes = Vec::new();
    for change in tailoring {
        let mut text = serde_json::to_value(change).unwrap();
        let content = text.as_object_mut().unwrap().values_mut().next().unwrap().as_object_mut().unwrap();
        for (key, ids) in [
            ("theme", themes.iter().map(ToString::to_string).collect::<Vec<_>>()),
            ("standard", standards.iter().map(ToString::to_string).collect()),
            ("indicator", indicators.iter().map(ToString::to_string).collect()),
        ] {
            if content.get(key).is_some_and(serde_json::Value::is_string) && !ids.is_empty() {
                content.insert(key.to_owned(), picks.next().unwrap().get(&ids).clone().into());
            }
        }
        changes.push(serde_json::from_value(text).unwrap());
    }
    changes
}

prop_compose! {
    /// A set and its changed version.
    fn two_sets()(
        old in strategy::any::<StandardSet>(),
        other in strategy::any::<StandardSet>(),
        clean in strategy::clean::<StandardSet>(),
        changes in prop::collection::vec(strategy::any::<SetChange>(), 0..12),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
        way in 0..3,
    ) -> (StandardSet, StandardSet) {
        let old = in_order(if way == 0 { clean } else { old });
        let new = if way == 2 { other } else { changed(&old, &changes_of(&old, &changes, &picks)) };
        (old, in_order(new))
    }
}

proptest! {
    /// `with_changes` applies what `compare` finds; the order of lists has no meaning.
    #[test]
    fn changes_found_are_changes_made((old, new) in two_sets()) {
        let comparison = new.compare(&old);
        let made = old.with_changes(comparison.changes());
        prop_assert!(made.is_ok(), "{:?}", made.err());
        let made = in_order(made.unwrap());
        prop_assert_eq!(&made.themes, &new.themes);
        prop_assert_eq!(&made.standards, &new.standards);
        prop_assert_eq!(new.compare(&made).differences.len(), 0);
    }

    #[test]
    fn equal_sets_differ_in_nothing(set in strategy::any::<StandardSet>()) {
        let comparison = set.compare(&set);
        prop_assert_eq!(comparison.differences.len(), 0);
        for indicator in set.standards.iter().flat_map(|one| &one.indicators) {
            prop_assert_eq!(comparison.meaning_of(indicator.id), Some(Meaning::Comparable));
        }
    }

    #[test]
    fn a_set_in_another_order_differs_in_nothing(set in strategy::any::<StandardSet>()) {
        let set = in_order(set);
        let mut turned = set.clone();
        turned.themes.iter_mut().for_each(|one| one.activities.reverse());
        turned.themes.reverse();
        let indicators = turned.standards.iter_mut().flat_map(|one| &mut one.indicators);
        indicators.for_each(|one| one.projects.reverse());
        turned.standards.iter_mut().for_each(|one| one.indicators.reverse());
        turned.standards.reverse();
        prop_assert_eq!(turned.compare(&set).differences.len(), 0);
    }

    /// Nothing that was only renamed, renumbered or moved keeps measurements from being compared.
    #[test]
    fn names_and_places_break_no_series((old, new) in two_sets()) {
        let comparison = new.compare(&old);
        let in_name_only = comparison.differences.iter().all(|one| one.meaning <= Meaning::UnderNewName);
        for indicator in old.standards.iter().flat_map(|one| &one.indicators) {
            let meaning = comparison.meaning_of(indicator.id).unwrap();
            prop_assert!(!in_name_only || meaning <= Meaning::UnderNewName, "{meaning:?}");
            let is_gone = new.standards.iter().flat_map(|one| &one.indicators).all(|one| one.id != indicator.id);
            prop_assert_eq!(is_gone, meaning == Meaning::NoLongerMeasured || is_gone && meaning == Meaning::NotStated);
        }
    }

    /// Something that a tailoring does not add, leave out or rename can be renamed before it or after it.
    #[test]
    fn tailoring_commutes_with_renaming(
        set in strategy::clean::<StandardSet>(),
        changes in prop::collection::vec(strategy::any::<SetChange>(), 0..8),
        picks in prop::collection::vec(any::<prop::sample::Index>(), 1..8),
        theme in any::<prop::sample::Index>(),
        name in strategy::any::<Name>(),
    ) {
        prop_assume!(!set.themes.is_empty());
        let theme = theme.get(&set.themes).id;
        let rename = SetChange::RenameTheme { theme, name: Some(name) };
        let mut changes = changes_of(&set, &changes, &picks);
        changes.retain(|change| !matches!(
            change,
            SetChange::AddTheme { .. } | SetChange::LeaveOutTheme { .. } | SetChange::RenameTheme { .. }
        ) || change.subject() != theme.subject());
        let before: Vec<_> = [&rename].into_iter().chain(&changes).collect();
        let after: Vec<_> = changes.iter().chain([&rename]).collect();
        match (set.with_changes(before), set.with_changes(after)) {
            (Ok(before), Ok(after)) => prop_assert_eq!(before, after),
            (Err(before), Err(after)) => prop_assert_eq!(before.because, after.because),
            (before, after) => prop_assert!(false, "{:?} {:?}", before.err(), after.err()),
        }
    }

    #[test]
    fn a_refused_change_names_itself(set in strategy::any::<StandardSet>(), changes in prop::collection::vec(strategy::any::<SetChange>(), 1..6)) {
        if let Err(refused) = set.with_changes(&changes) {
            let n = refused.change.unwrap();
            prop_assert!(set.with_changes(&changes[..n]).is_ok());
            let da = refused.message(Lang::Da);
            prop_assert!(da.starts_with(&format!("ændring {}: ", n.saturating_add(1))), "{}", da);
        }
    }
}
