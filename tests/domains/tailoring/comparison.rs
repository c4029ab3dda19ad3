//! What a comparison says about two sets, and what that means for measurements.

use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::model::{
    Denominator, GENERATION_1, Indicator, Meaning, NINE_STANDARDS, Origin, PublishedSet, SetChange,
    SetComparison, Standard, StandardSet, TWELVE_STANDARDS,
};
use kvalitetsmodel::{Lang, check, strategy};

use super::{id, named};

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
    // Only the wording says what is counted.
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
    // An empty list does not say.
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
