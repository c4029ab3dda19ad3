//! Changes to standard sets: a tailoring makes them, a comparison finds them, and both are the same list.
#![cfg(feature = "proptest")]
#![expect(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "tests may fail loudly, in their helpers too"
)]

use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::model::{
    ChangeObstacle, Denominator, GENERATION_1, Indicator, Meaning, NINE_STANDARDS, Name, Origin,
    PublishedSet, SetChange, SetComparison, Standard, StandardSet, TWELVE_STANDARDS, Tailoring,
    TailoringChange,
};
use kvalitetsmodel::{Lang, check, strategy};
use proptest::prelude::*;

fn id<T>(n: u128) -> Id<T> {
    Id::from_u128(n)
}

fn named(da: &str) -> Name {
    Name { da: Some(da.into()), en: None }
}

const SJAELLAND: Origin = Origin::Regional { region: None, name: None };

/// One standard with a share and a count.
fn small() -> StandardSet {
    let mut set = GENERATION_1.to_standard_set();
    set.generation = None;
    set.themes.truncate(2);
    set.standards.truncate(1);
    let [share, count] = &mut set.standards[0].indicators[..] else { panic!("two") };
    share.statement = Some("Andel af tilfredse".into());
    share.numerator = Some("Tilfredse".into());
    share.denominator = Some(Denominator::Of { text: "Ansatte".into() });
    share.direction = Some(Direction::AtLeast);
    share.data_source = Some("Trivselsmåling".into());
    count.statement = Some("Ulykker".into());
    count.denominator = Some(Denominator::None);
    count.direction = Some(Direction::AtMost);
    set
}

/// What a comparison says in both languages.
fn lines(comparison: &SetComparison, lang: Lang) -> Vec<String> {
    comparison.differences.iter().map(|one| one.in_lang(lang).to_string()).collect()
}

/// What one change of the small set says, and what it means for its two indicators.
fn said(change: impl FnOnce(&mut StandardSet)) -> ([String; 2], [Option<Meaning>; 2]) {
    let old = small();
    let mut new = old.clone();
    change(&mut new);
    let comparison = new.compare(&old);
    let [da, en] = [Lang::Da, Lang::En].map(|lang| lines(&comparison, lang).join("\n"));
    let [share, count] = &old.standards[0].indicators[..] else { panic!("two") };
    ([da, en], [share, count].map(|one| comparison.meaning_of(one.id)))
}

fn share(set: &mut StandardSet) -> &mut Indicator {
    &mut set.standards[0].indicators[0]
}

fn count(set: &mut StandardSet) -> &mut Indicator {
    &mut set.standards[0].indicators[1]
}

/// What the change of the small set says, and what it means for its share and its count.
#[track_caller]
fn assert_said(change: fn(&mut StandardSet), da: &str, en: &str, meanings: [Meaning; 2]) {
    assert_eq!(said(change), ([da.to_owned(), en.to_owned()], meanings.map(Some)));
}

#[test]
fn names_and_places_mean_little_for_measurements() {
    use Meaning::{Comparable, UnderNewName};
    assert_said(
        |set| set.themes[0].name = Some(named("God ledelse")),
        "temaet »Ledelse« hedder nu »God ledelse«: målingerne kan sammenlignes under den nye betegnelse",
        "the theme “Management” is now called “God ledelse”: the measurements can be compared under the new name",
        [UnderNewName, UnderNewName],
    );
    assert_said(
        |set| set.themes[0].name = None,
        "temaet »Ledelse« har ikke længere et navn: målingerne kan sammenlignes under den nye betegnelse",
        "the theme “Management” no longer has a name: the measurements can be compared under the new name",
        [UnderNewName, UnderNewName],
    );
    assert_said(
        |set| set.standards[0].number = "2.3".parse().ok(),
        "standarden om »Ledelse« har nu nummer 2.3: målingerne kan sammenlignes under den nye betegnelse",
        "the standard on “Management” now has the number 2.3: the measurements can be compared under the new name",
        [UnderNewName, UnderNewName],
    );
    assert_said(
        |set| set.standards[0].theme = set.themes[1].id,
        "standarden om »Ledelse« hører nu til temaet »Arbejdsmiljø«: målingerne kan sammenlignes",
        "the standard on “Management” now belongs to the theme “Working environment”: the measurements can be compared",
        [Comparable, Comparable],
    );
    assert_said(
        |set| set.themes[0].activities.clear(),
        "temaet »Ledelse« har fået andre aktiviteter: målingerne kan sammenlignes",
        "the theme “Management” has other activities: the measurements can be compared",
        [Comparable, Comparable],
    );
    assert_said(
        |set| count(set).origin = Some(SJAELLAND),
        "indikatoren »Ulykker« hører nu til en enkelt region: målingerne kan sammenlignes",
        "the indicator “Ulykker” now belongs to one region alone: the measurements can be compared",
        [Comparable, Comparable],
    );
}

#[test]
fn wording_and_counting_mean_much_for_measurements() {
    use Meaning::{Break, Comparable, JudgedOtherwise, NotStated, UnderNewName};
    // What is counted is stated and stays.
    assert_said(
        |set| share(set).statement = Some("Andel af glade".into()),
        "indikatoren »Andel af tilfredse« har nu ordlyden »Andel af glade«: målingerne kan sammenlignes under den nye betegnelse",
        "the indicator “Andel af tilfredse” is now worded “Andel af glade”: the measurements can be compared under the new name",
        [UnderNewName, Comparable],
    );
    // The wording is all that says what is counted.
    assert_said(
        |set| count(set).statement = Some("Alvorlige ulykker".into()),
        "indikatoren »Ulykker« har nu ordlyden »Alvorlige ulykker«: målingerne kan ikke sammenlignes; der er et brud i serien",
        "the indicator “Ulykker” is now worded “Alvorlige ulykker”: the measurements cannot be compared; the series breaks",
        [Comparable, Break],
    );
    assert_said(
        |set| count(set).statement = None,
        "indikatoren »Ulykker« har ikke længere en ordlyd: det fremgår ikke, om målingerne kan sammenlignes",
        "the indicator “Ulykker” no longer has a wording: it is not stated whether the measurements can be compared",
        [Comparable, NotStated],
    );
    assert_said(
        |set| share(set).denominator = Some(Denominator::Of { text: "Fastansatte".into() }),
        "indikatoren »Andel af tilfredse« tælles nu på en anden måde: målingerne kan ikke sammenlignes; der er et brud i serien",
        "the indicator “Andel af tilfredse” is now counted in another way: the measurements cannot be compared; the series breaks",
        [Break, Comparable],
    );
    assert_said(
        |set| share(set).numerator = Some(" Tilfredse\n".into()),
        "indikatoren »Andel af tilfredse« tælles nu på en anden måde: målingerne kan sammenlignes",
        "the indicator “Andel af tilfredse” is now counted in another way: the measurements can be compared",
        [Comparable, Comparable],
    );
    assert_said(
        |set| count(set).numerator = Some("Ulykker med fravær".into()),
        "indikatoren »Ulykker« tælles nu på en anden måde: det fremgår ikke, om målingerne kan sammenlignes",
        "the indicator “Ulykker” is now counted in another way: it is not stated whether the measurements can be compared",
        [Comparable, NotStated],
    );
    assert_said(
        |set| share(set).direction = Some(Direction::AtMost),
        "indikatoren »Andel af tilfredse« er nu bedst, når tallet er lavt: tallene kan sammenlignes, men skal nu vurderes omvendt",
        "the indicator “Andel af tilfredse” is now best when the figure is low: the figures can be compared, but are judged the other way round now",
        [JudgedOtherwise, Comparable],
    );
    assert_said(
        |set| share(set).data_source = Some("Interview".into()),
        "indikatoren »Andel af tilfredse« har fået en anden datakilde: målingerne kan ikke sammenlignes; der er et brud i serien",
        "the indicator “Andel af tilfredse” has another data source: the measurements cannot be compared; the series breaks",
        [Break, Comparable],
    );
}

#[test]
fn the_order_of_projects_and_activities_means_nothing() {
    let (mut old, mut new) = (small(), small());
    old.standards[0].indicators[0].projects = vec![id(5), id(6)];
    new.standards[0].indicators[0].projects = vec![id(6), id(5)];
    new.themes[0].activities.reverse();
    assert_ne!(new, old);
    assert_eq!(new.compare(&old).differences, []);
    share(&mut new).data_source = Some(" Trivselsmåling\n".into());
    let comparison = new.compare(&old);
    assert_eq!(comparison.differences.len(), 1);
    assert_eq!(comparison.differences[0].meaning, Meaning::Comparable);
    share(&mut new).projects = vec![id(6), id(7)];
    assert_eq!(new.compare(&old).differences[0].meaning, Meaning::Break);
}

#[test]
fn what_is_left_out_is_no_longer_measured() {
    use Meaning::{Comparable, NoLongerMeasured, NotStated};
    assert_said(
        |set| drop(set.standards[0].indicators.remove(0)),
        "indikatoren »Andel af tilfredse« er udgået: der måles ikke længere på det",
        "the indicator “Andel af tilfredse” was left out: it is no longer measured",
        [NoLongerMeasured, Comparable],
    );
    // Of an empty list nobody knows.
    assert_said(
        |set| set.standards[0].indicators.clear(),
        "indikatoren »Andel af tilfredse« er udgået: det fremgår ikke, om målingerne kan sammenlignes\n\
        indikatoren »Ulykker« er udgået: det fremgår ikke, om målingerne kan sammenlignes",
        "the indicator “Andel af tilfredse” was left out: it is not stated whether the measurements can be compared\n\
        the indicator “Ulykker” was left out: it is not stated whether the measurements can be compared",
        [NotStated, NotStated],
    );
    assert_said(
        |set| set.standards.clear(),
        "standarden om »Ledelse« er udgået: der måles ikke længere på det",
        "the standard on “Management” was left out: it is no longer measured",
        [NoLongerMeasured, NoLongerMeasured],
    );
}

#[test]
fn what_is_new_has_no_earlier_measurements() {
    let (old, mut new) = (small(), small());
    let standard = Standard {
        indicators: vec![Indicator::new(id(2))],
        ..Standard::new(id(1), new.themes[1].id, SJAELLAND)
    };
    new.standards.push(standard);
    new.standards[0].indicators.push(Indicator::new(id(3)));
    let comparison = new.compare(&old);
    assert_eq!(
        lines(&comparison, Lang::Da),
        [
            "standarden om »Arbejdsmiljø« er tilføjet: der er ingen tidligere målinger",
            "indikator 3 under standarden om »Ledelse« er tilføjet: der er ingen tidligere målinger",
        ]
    );
    assert_eq!(
        [2, 3, 4].map(|n| comparison.meaning_of(id(n))),
        [Some(Meaning::NoEarlier), Some(Meaning::NoEarlier), None]
    );
    assert_eq!(comparison.is_extension(), Some(true));
    assert_eq!(old.compare(&new).is_extension(), Some(false));
}

/// An indicator that moved from a standard that is left out to a new one is still the same indicator.
#[test]
fn an_indicator_outlives_its_standard() {
    let (old, mut new) = (small(), small());
    let moved = new.standards[0].indicators.remove(0);
    let share = moved.id;
    new.standards =
        vec![Standard { indicators: vec![moved], ..Standard::new(id(1), new.themes[1].id, Origin::Common) }];
    let comparison = new.compare(&old);
    assert_eq!(
        lines(&comparison, Lang::Da),
        [
            "standarden om »Arbejdsmiljø« er tilføjet: der er ingen tidligere målinger",
            "indikatoren »Andel af tilfredse« hører nu til standarden om »Arbejdsmiljø«: målingerne kan sammenlignes",
            "standarden om »Ledelse« er udgået: der måles ikke længere på det",
        ]
    );
    assert_eq!(comparison.meaning_of(share), Some(Meaning::Comparable));
    let made = old.with_changes(comparison.changes()).unwrap();
    assert_eq!(made, new);
}

#[test]
fn later_sets_rename_and_extend() {
    let [one, nine, twelve] =
        [&GENERATION_1, &NINE_STANDARDS, &TWELVE_STANDARDS].map(PublishedSet::to_standard_set);
    for (set, number) in [(&nine, 9), (&twelve, 12)] {
        assert_eq!((set.themes.len(), set.standards.len()), (number, number));
        assert!(
            check(set, &strategy::context()).findings().iter().all(|one| one.code().as_str() == "MOD006")
        );
        for standard in &set.standards {
            let theme = set.theme(standard.theme).unwrap();
            let chapter = if theme.area == one.themes[0].area { "2." } else { "1." };
            assert!(standard.number.unwrap().to_string().starts_with(chapter));
        }
    }
    assert_eq!(
        lines(&twelve.compare(&nine), Lang::Da),
        [
            "temaet »Brugerinddragelse« hedder nu »Indflydelse på eget liv«: målingerne kan sammenlignes under den nye betegnelse",
            "temaet »Faglige tilgange, metoder og resultater« er tilføjet på det målgruppe- og ydelsesspecifikke område: der er ingen tidligere målinger",
            "temaet »Fysisk og mental sundhed og trivsel« er tilføjet på det målgruppe- og ydelsesspecifikke område: der er ingen tidligere målinger",
            "temaet »Forebyggelse af overgreb« er tilføjet på det målgruppe- og ydelsesspecifikke område: der er ingen tidligere målinger",
            "standard 1.7 om »Faglige tilgange, metoder og resultater« er tilføjet: der er ingen tidligere målinger",
            "standard 1.8 om »Fysisk og mental sundhed og trivsel« er tilføjet: der er ingen tidligere målinger",
            "standard 1.9 om »Forebyggelse af overgreb« er tilføjet: der er ingen tidligere målinger",
        ]
    );
    let since = nine.compare(&one);
    assert_eq!(since.is_extension(), None);
    let gone = since.changes().filter(|one| matches!(one, SetChange::LeaveOutIndicator { .. }));
    assert_eq!(gone.count(), 12);
    let first = one.standards[0].indicators[0].id;
    assert_eq!(since.meaning_of(first), Some(Meaning::NotStated));
}

#[test]
fn a_tailoring_names_the_set_that_it_makes() {
    let common = GENERATION_1.to_standard_set();
    let leave_out = |standard| TailoringChange::new(SetChange::LeaveOutStandard { standard });
    let mut tailoring = Tailoring {
        result: Some(id(7)),
        name: Some(named("Kvalitetsmodellen i Region Sjælland")),
        changes: vec![leave_out(common.standards[1].id)],
        ..Tailoring::new(id(1), common.id)
    };
    let tailored = tailoring.apply(&common).unwrap();
    assert_eq!((tailored.id, &tailored.name), (id(7), &tailoring.name));
    assert_eq!(tailored.standards.len(), 5);
    // Its theme stays without a standard, and the check of the tailored set says so.
    let found = check(&tailored, &strategy::context());
    let found: Vec<_> = found.findings().iter().map(|one| one.code().as_str().to_owned()).collect();
    assert_eq!(found.iter().filter(|code| *code != "MOD007").collect::<Vec<_>>(), ["MOD002"]);
    tailoring.changes.push(leave_out(common.standards[1].id));
    let refused = tailoring.apply(&common).unwrap_err();
    assert_eq!((refused.change, refused.because), (Some(1), ChangeObstacle::NotThere));
    assert_eq!(refused.to_string(), "change 2: the standard is not in the standard set");
    tailoring.base = NINE_STANDARDS.id;
    assert_eq!(tailoring.apply(&common).unwrap_err().change, None);
}

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

/// The set with as many of the changes as can be made.
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
    /// A set and what became of it.
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
    /// What `compare` finds, `with_changes` makes; the order of lists has no meaning.
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

    /// A rename of what a tailoring neither adds, leaves out nor renames can be made before it or after it.
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

    #[test]
    fn a_clean_tailoring_is_clean_and_unchanged_by_json(tailoring in strategy::clean::<Tailoring>()) {
        prop_assert!(check(&tailoring, &strategy::context()).is_clean());
        let text = serde_json::to_string(&tailoring).unwrap();
        prop_assert_eq!(serde_json::from_str::<Tailoring>(&text).unwrap(), tailoring);
    }
}

#[test]
fn checking_a_clean_tailoring_allocates_nothing() {
    let standard = GENERATION_1.standards[0].id;
    let mut tailoring = Tailoring::new(id(1), GENERATION_1.id);
    tailoring.changes = vec![TailoringChange {
        decided_by: Some("Regionsrådet".into()),
        decided_on: "2008".parse().ok(),
        reason: Some("Efter høring".into()),
        ..TailoringChange::new(SetChange::RenameStandard { standard, name: None })
    }];
    let context = strategy::context();
    let used = allocation_counter::measure(|| assert!(check(&tailoring, &context).is_clean()));
    assert_eq!(used.count_total, 0);
}

#[test]
fn no_words_of_a_set_enter_debug_and_json_has_both_languages() {
    let (old, mut new) = (small(), small());
    new.themes[0].name = Some(named("Hemmeligheden"));
    let comparison = new.compare(&old);
    assert!(!format!("{comparison:?}").contains("Hemmeligheden"));
    let json = serde_json::to_value(&comparison.differences).unwrap();
    assert_eq!(
        json,
        serde_json::json!([{
            "change": { "renameTheme": { "theme": old.themes[0].id, "name": { "da": "Hemmeligheden" } } },
            "meaning": "underNewName",
            "words": {
                "da": "temaet »Ledelse« hedder nu »Hemmeligheden«",
                "en": "the theme “Management” is now called “Hemmeligheden”"
            }
        }])
    );
}
