//! Standard sets: the first generation of 2007, and what the rules find together.
#![cfg(feature = "proptest")]

use kvalitetsmodel::codes::{self, RuleCode};
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::id::Id;
use kvalitetsmodel::model::{
    Denominator, GENERATION_1, Indicator, Name, Origin, Standard, StandardArea, StandardSet, Theme,
};
use kvalitetsmodel::report::{Figures, Finding, Profile, Report};
use kvalitetsmodel::rule::{Basis, Severity};
use kvalitetsmodel::{Draft as _, Lang, check, check_rule, strategy};
use proptest::prelude::*;

fn id<T>(n: u128) -> Id<T> {
    Id::from_u128(n)
}

fn generation_1() -> StandardSet {
    GENERATION_1.to_standard_set()
}

fn sjaelland() -> Origin {
    Origin::Regional { region: Some(id(85)), name: Some("Region Sjælland".into()) }
}

fn indicator(n: u128) -> Indicator {
    Indicator {
        statement: Some(format!("ordlyd {n}").as_str().into()),
        numerator: Some("tæller".into()),
        denominator: Some(Denominator::Of { text: "nævner".into() }),
        direction: Some(Direction::AtLeast),
        data_source: Some("journal".into()),
        ..Indicator::new(id(n))
    }
}

fn standard(n: u128, theme: Id<Theme>, indicators: usize) -> Standard {
    let places = n.saturating_mul(100)..;
    Standard {
        indicators: places.take(indicators).map(indicator).collect(),
        ..Standard::new(id(n), theme, Origin::Common)
    }
}

/// The first generation with its indicators worded.
fn worded() -> StandardSet {
    let mut set = generation_1();
    for (n, one) in (0..).zip(set.standards.iter_mut().flat_map(|standard| &mut standard.indicators)) {
        *one = Indicator { id: one.id, ..indicator(n) };
    }
    set
}

fn report(set: &StandardSet) -> Report {
    check(set, &strategy::context())
}

/// The findings of a rule: place, and message in both languages.
fn found(set: &StandardSet, code: RuleCode) -> Vec<(String, String, String)> {
    let report = check_rule(set, &strategy::context(), code);
    let line = |one: &Finding| (one.at().to_string(), one.message(Lang::Da), one.message(Lang::En));
    report.findings().iter().map(line).collect()
}

fn line(at: &str, da: &str, en: &str) -> (String, String, String) {
    (at.to_owned(), da.to_owned(), en.to_owned())
}

fn found_codes(set: &StandardSet) -> Vec<String> {
    report(set).findings().iter().map(|one| one.code().to_string()).collect()
}

#[test]
fn generation_1_is_the_table_of_the_publication() {
    use StandardArea::{Organisational, ServiceSpecific};
    // Dansk kvalitetsmodel for de regionale botilbud, 2007, "Omfang og prioritering": the caps and the
    // themes; the English names are the model's own.
    let table = [
        (Organisational, "Ledelse", "Management", 1),
        (Organisational, "Arbejdsmiljø", "Working environment", 2),
        (Organisational, "Kompetenceudvikling", "Development of skills", 1),
        (ServiceSpecific, "Brugerinddragelse", "User involvement", 4),
        (ServiceSpecific, "Individuelle pædagogiske planer", "Individual action plans", 4),
        (ServiceSpecific, "Kommunikation", "Communication", 3),
    ];
    let set = generation_1();
    assert_eq!((set.generation, set.published), (Some(1), "2007".parse().ok()));
    assert_eq!((set.themes.len(), set.standards.len()), (6, 6));
    for ((area, da, en, activities), theme) in table.into_iter().zip(&set.themes) {
        assert_eq!(theme.area, area);
        assert_eq!(theme.name, Some(Name { da: Some(da.into()), en: Some(en.into()) }));
        assert_eq!(theme.activities.len(), activities, "{da}");
        let standards: Vec<_> = set.standards_of(theme.id).collect();
        assert_eq!(standards.len(), 1, "{da}");
        assert_eq!((standards[0].indicators.len(), &standards[0].name), (2, &None));
    }
    for &area in StandardArea::ALL {
        assert_eq!(set.themes_in(area).count(), 3);
    }
}

#[test]
fn activities_say_on_what_basis_they_are_listed() {
    let stated = |theme: &Theme| theme.activities.iter().filter(|one| one.basis == Basis::Stated).count();
    let by_theme: Vec<_> = generation_1().themes.iter().map(stated).collect();
    assert_eq!(by_theme, [0, 1, 1, 1, 0, 0]);
}

#[test]
fn ids_of_generation_1_never_change() {
    let set = generation_1();
    assert_eq!(set.id.to_string(), "6b76616c-6974-8000-8000-000100000000");
    for (n, (theme, standard)) in set.themes.iter().zip(&set.standards).enumerate() {
        let n = n + 1;
        assert_eq!(theme.id.to_string(), format!("6b76616c-6974-8000-8000-00010001{n:02x}00"));
        assert_eq!(standard.id.to_string(), format!("6b76616c-6974-8000-8000-00010002{n:02x}00"));
        for (m, indicator) in standard.indicators.iter().enumerate() {
            let m = m + 1;
            assert_eq!(indicator.id.to_string(), format!("6b76616c-6974-8000-8000-00010003{n:02x}{m:02x}"));
        }
    }
}

#[test]
fn generation_1_breaks_nothing_and_lacks_twelve_wordings() {
    let set = generation_1();
    let report = report(&set);
    assert_eq!(report.summary().not_assessable, 12);
    assert_eq!(report.findings().len(), 12);
    for (n, finding) in report.findings().iter().enumerate() {
        assert_eq!(finding.code(), codes::MOD007);
        assert_eq!(finding.at().as_str(), format!("/standards/{}/indicators/{}", n / 2, n % 2));
        let id = set.standards[n / 2].indicators[n % 2].id;
        assert_eq!(finding.subject().map(|subject| subject.to_string()), Some(format!("indicator:{id}")));
    }
    assert!(set.validate(&strategy::context()).is_ok());
    assert!(self::report(&worded()).is_clean());
}

#[test]
fn the_figures_are_those_of_the_profile() {
    let mut set = worded();
    set.themes.remove(5);
    set.themes.remove(0);
    set.standards.remove(5);
    set.standards.remove(0);
    let figures = Figures {
        themes_per_area: Some(2),
        indicators_per_standard: Some(3),
        standards_at_most: Some(4),
        indicators_at_most: Some(8),
        ..Figures::GENERAL
    };
    let context = strategy::context().with_profile(Profile::named("small").with_figures(figures.clone()));
    let four_of_three: Vec<_> = check(&set, &context).findings().iter().map(Finding::code).collect();
    assert_eq!(four_of_three, [codes::MOD003; 4]);
    let figures = Figures { standards_at_most: Some(3), indicators_at_most: Some(7), ..figures };
    let context = strategy::context().with_profile(Profile::named("smaller").with_figures(figures));
    let above: Vec<_> = check(&set, &context).findings().iter().map(Finding::code).collect();
    assert_eq!(above, [codes::MOD004, codes::MOD005]);
}

#[test]
fn later_sets_are_not_bound_by_the_figures_of_the_first() {
    for generation in [None, Some(2), Some(3)] {
        let mut set = StandardSet { generation, ..worded() };
        for n in 0..3 {
            let theme = Theme::new(id(10 + n), StandardArea::ServiceSpecific, Origin::Common);
            set.standards.push(standard(20 + n, theme.id, 3));
            set.themes.push(theme);
        }
        assert_eq!((set.standards.len(), found_codes(&set)), (9, vec![]), "{generation:?}");
    }
}

#[test]
fn another_number_of_indicators_is_information() {
    let mut set = worded();
    let moved = set.standards[1].indicators.remove(0);
    set.standards[0].indicators.push(Indicator { id: id(1), ..moved });
    // 3 + 1 + 2 + 2 + 2 + 2 = 12 fits the limit.
    let report = report(&set);
    assert_eq!(found_codes(&set), ["MOD003", "MOD003"]);
    assert!(report.findings().iter().all(|one| one.severity() == Severity::Information));
}

#[test]
fn a_thirteenth_indicator_is_one_of_a_region() {
    let mut set = worded();
    set.standards[4].indicators.push(indicator(1));
    assert_eq!(found_codes(&set), ["MOD005"]);
    set.standards[4].indicators[2].origin = Some(sjaelland());
    assert!(report(&set).is_clean());
}

#[test]
fn six_common_standards_and_two_of_a_region_pass() {
    let mut set = worded();
    let theme = Theme::new(id(1), StandardArea::ServiceSpecific, sjaelland());
    set.standards.push(Standard { origin: sjaelland(), ..standard(2, theme.id, 1) });
    set.standards.push(Standard { origin: sjaelland(), ..standard(3, set.themes[0].id, 4) });
    set.themes.push(theme);
    assert_eq!((set.standards.len(), found_codes(&set)), (8, vec![]));
}

#[test]
fn one_fault_is_found_by_one_rule() {
    let mut set = worded();
    set.standards[3].indicators.clear();
    assert_eq!(found_codes(&set), ["MOD006"]);
    let mut set = worded();
    set.standards.push(Standard { origin: sjaelland(), ..standard(1, id(9), 1) });
    assert_eq!(found_codes(&set), ["MOD008"]);
    set.standards[6].theme = set.themes[1].id;
    assert!(report(&set).is_clean());
}

/// In the first generation, too: it has as many themes as before.
#[test]
fn a_theme_without_its_standard_is_not_also_counted() {
    let mut set = worded();
    set.standards.remove(2);
    assert_eq!(found_codes(&set), ["MOD002"]);
    let mut set = worded();
    set.standards.push(standard(1, set.themes[2].id, 0));
    assert_eq!(found_codes(&set), ["MOD002", "MOD004", "MOD006"]);
}

#[test]
fn doc001_an_id_is_used_once() {
    let mut set = worded();
    set.standards[5].indicators[0].id = set.standards[0].indicators[0].id;
    assert_eq!(
        found(&set, codes::DOC001),
        [line(
            "/standards/5/indicators/0",
            "id'et er allerede brugt om noget andet i dokumentet (indikator)",
            "the id is already used for something else in the document (indicator)",
        )]
    );
}

#[test]
fn no_words_of_the_document_enter_a_finding() {
    let mut set = generation_1();
    let secret = "Hemmeligheden";
    set.name = Some(Name { da: Some(secret.into()), en: None });
    set.standards[0].theme = id(1);
    set.standards[1].indicators[0].statement = Some(secret.into());
    let context = strategy::context();
    let text = serde_json::to_string(&check(&set, &context).export()).unwrap();
    assert!(text.contains("MOD008") && !text.contains(secret));
    assert!(!format!("{set:?}").contains(secret));
}

#[test]
fn a_draft_refuses_what_it_does_not_know() {
    let json = |more: &str| format!(r#"{{ "id": "00000000-0000-4000-8000-000000000001"{more} }}"#);
    let read = |more| serde_json::from_str::<StandardSet>(&json(more));
    assert_eq!(read("").unwrap(), StandardSet::new(id(0x4000_8000_0000_0000_0001)));
    assert!(read(r#", "gen": 1"#).is_err());
    assert!(read(r#", "generation": -1"#).is_err());
    assert!(read(r#", "themes": [{ "id": "00000000-0000-4000-8000-000000000002", "area": "both", "origin": "common" }]"#).is_err());
}

proptest! {
    /// The index by theme finds the same as a plain search. More than 32 themes are indexed in another way.
    #[test]
    fn themes_are_found_as_by_a_plain_search(set in strategy::any::<StandardSet>(), more in 0..40_u128) {
        let mut set = StandardSet { generation: Some(1), ..set };
        for n in 0..more {
            set.themes.push(Theme::new(id(n), StandardArea::Organisational, Origin::Common));
            set.standards.push(standard(n, id(n.wrapping_mul(7) % 50), 0));
        }
        let common = |standard: &&Standard| standard.origin.is_common();
        let not_one = set.themes.iter().filter(|theme| {
            theme.origin.is_common() && set.standards_of(theme.id).filter(common).count() != 1
        });
        // A theme without a standard is not evaluated while the theme of a standard is unknown.
        let (report, has_lost) = (report(&set), set.standards.iter().any(|one| {
            one.origin.is_common() && set.theme(one.theme).is_none()
        }));
        let without = not_one.clone().filter(|theme| set.standards_of(theme.id).filter(common).count() == 0);
        let waiting = if has_lost { without.count() } else { 0 };
        let waits = report.not_evaluated().iter().filter(|one| one.code == codes::MOD002).count();
        prop_assert_eq!(waits, waiting);
        prop_assert_eq!(found(&set, codes::MOD002).len(), not_one.count().saturating_sub(waiting));
        let unknown = set.standards.iter().filter(|standard| set.theme(standard.theme).is_none());
        prop_assert_eq!(found(&set, codes::MOD008).len(), unknown.count());
    }

    #[test]
    fn the_order_of_the_lists_changes_no_verdict(set in strategy::any::<StandardSet>()) {
        let mut other = set.clone();
        other.themes.reverse();
        other.standards.reverse();
        let sorted = |set: &StandardSet| {
            let mut found = found_codes(set);
            found.sort();
            found
        };
        prop_assert_eq!(sorted(&set), sorted(&other));
    }
}

#[test]
fn checking_a_clean_set_allocates_nothing() {
    let (set, context) = (worded(), strategy::context());
    let used = allocation_counter::measure(|| assert!(check(&set, &context).is_clean()));
    assert_eq!(used.count_total, 0);
}
