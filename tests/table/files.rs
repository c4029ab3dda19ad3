//! Files as in official sources and users' reports.

use kvalitetsmodel::Lang;
use kvalitetsmodel::date::Interval;
use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{Choice, DateOrder, DecimalSign, Form, Found, Outcome, Remedy};
use kvalitetsmodel::text::Text;

use super::{counts, lower, notes_da, observed, of_form, periods, said, texts, try_read, values};

fn file(name: &str) -> Vec<u8> {
    let path = format!("{}/tests/tables/{name}.csv", env!("CARGO_MANIFEST_DIR"));
    std::fs::read(&path).expect(&path)
}

fn found(name: &str, choice: &Choice) -> Found {
    try_read(&file(name), choice).unwrap_or_else(|refused| panic!("{name}\n{refused:#?}"))
}

fn refused(name: &str, choice: &Choice) -> (Vec<String>, Vec<Remedy>) {
    let refused = try_read(&file(name), choice).expect_err(name);
    let remedies = refused.refusals.iter().flat_map(|one| one.remedies().to_vec()).collect();
    (said(&refused, Lang::Da), remedies)
}

#[test]
fn the_statistics_of_a_year() {
    let found = found("statistics-year", &lower());
    assert_eq!((found.interval, found.rows.len()), (Some(Interval::Year), 13));
    assert_eq!(observed(&found)[..2], counts(&[216_154, 218_354]));
    assert_eq!(notes_da(&found), ["kolonne 1 (»STRAFART1«) siger »Total« i alle rækker og er ikke læst"]);
}

#[test]
fn the_statistics_of_a_month() {
    let found = found("statistics-month", &lower());
    assert_eq!((found.interval, found.rows.len()), (Some(Interval::Month), 24));
    assert_eq!(periods(&found)[..2], ["januar 2023", "februar 2023"]);
    assert_eq!(notes_da(&found), [""; 0]);
}

#[test]
fn the_statistics_of_a_quarter_with_dots() {
    let found = found("quarter-dots", &lower());
    assert_eq!(periods(&found)[..2], ["1. kvartal 2021", "2. kvartal 2021"]);
    let missing: Vec<_> = found.rows.iter().filter(|row| row.outcome == Outcome::Missing).collect();
    assert_eq!(missing.iter().map(|row| row.line).collect::<Vec<_>>(), [7]);
    assert_eq!(notes_da(&found), ["linje 7: »..« er læst som et manglende resultat"]);
}

#[test]
fn a_heading_decides_what_the_number_counts() {
    let weeks = found("week-as-year-and-number", &lower());
    assert_eq!((weeks.interval, weeks.rows.len()), (Some(Interval::Week), 12));
    assert_eq!(periods(&weeks)[..2], ["uge 1 2021", "uge 2 2021"]);
    let quarters = found("quarter-as-year-and-number", &lower());
    assert_eq!((quarters.interval, quarters.rows.len()), (Some(Interval::Quarter), 16));
    assert_eq!(periods(&quarters)[3..5], ["4. kvartal 2021", "1. kvartal 2022"]);

    let (said, remedies) = refused("year-heading-months", &lower());
    assert_eq!(
        said,
        [
            "linje 2, kolonne 1 (År): »2021-01« er en måned, men overskriften siger år; omdøb kolonnen, så den siger det \
             rette; vælg period = Month"
        ]
    );
    let months = found("year-heading-months", &lower().with(&remedies[0]).unwrap());
    assert_eq!(periods(&months)[..2], ["januar 2021", "februar 2021"]);
}

#[test]
fn a_numerator_alone_is_a_count_where_counts_are_asked_for() {
    let found = found("count-in-numerator", &of_form(Form::Count));
    assert_eq!(observed(&found)[..3], counts(&[3, 5, 2]));
    let (_, remedies) = refused("count-in-numerator", &lower());
    assert_eq!(remedies, [Remedy::Value { heading: "Tæller".into() }]);
}

#[test]
fn a_heading_says_name_and_unit() {
    let hours = found("hours-in-heading", &lower());
    assert_eq!(hours.title.as_deref(), Some("Observationstid før udskrivelse"));
    assert_eq!(hours.unit, Unit::Hours);
    assert_eq!(observed(&hours)[..2], values("4.5 5.2", &Unit::Hours));
    assert_eq!(hours.rows[19].note.as_ref().map(Text::as_str), Some("Bedafdeling lukket"));

    let percent = found("heading-in-percent", &lower());
    assert_eq!((percent.title.as_deref(), percent.unit.clone()), (Some("Sygefravær"), Unit::Percent));
    for is_percent in [true, false] {
        let target = Some(kvalitetsmodel::table::Target { value: 5.into(), percent: is_percent });
        let found = found("heading-in-percent", &Choice { target, ..lower() });
        assert_eq!(found.targets[0].unit, Unit::Percent);
    }
}

#[test]
fn direction_target_notes_and_new_levels_from_columns() {
    let found = found("rebase", &Choice::default());
    assert_eq!(found.title.as_deref(), Some("KPI-309 Number of Clients Seen in Month"));
    assert_eq!((found.direction, found.interval), (Direction::AtLeast, Some(Interval::Month)));
    assert_eq!(
        found.targets.iter().map(|one| (one.from, one.value)).collect::<Vec<_>>(),
        [(None, 30.into())]
    );
    let [phase] = found.phases.as_slice() else { panic!("one new level") };
    assert_eq!(phase.from.map(|day| day.to_string()).as_deref(), Some("2022-02-28"));
    assert_eq!(texts([&phase.grounds].into_iter()), [Some("Remodelled system".to_owned())]);
    assert_eq!(notes_da(&found), ["kolonne 7 (»baseline_duration«) er ukendt og ikke læst"]);
}

#[test]
fn what_is_suppressed_is_neither_zero_nor_missing() {
    let found = found("suppressed", &lower());
    let outcomes: Vec<&Outcome> = found.rows.iter().map(|row| &row.outcome).collect();
    assert_eq!(outcomes[0], &Outcome::Observed(Observed::of_count(12)));
    assert_eq!((outcomes[1], outcomes[4]), (outcomes[4], &Outcome::Suppressed { below: 5.into() }));
    assert_eq!(outcomes[8], &Outcome::Missing);
    assert_eq!(
        notes_da(&found),
        [
            "linje 10: »-« er læst som et manglende resultat",
            "linjerne 3 og 6: resultatet er skjult, fordi det er under 5; det er hverken nul eller manglende",
        ]
    );
}

#[test]
fn a_year_among_its_quarters_is_refused() {
    let (said, remedies) = refused("years-among-quarters", &lower());
    assert_eq!(
        said,
        [
            "linje 6, kolonne 1 (Periode): de fleste rækker er kvartaler, men linjerne 6, 11 og 16 er år; slet dem, der \
             ikke skal med; vælg period = Quarter eller period = Year"
        ]
    );
    let quarters = found("years-among-quarters", &lower().with(&remedies[0]).unwrap());
    assert_eq!((quarters.rows.len(), quarters.interval), (12, Some(Interval::Quarter)));
    assert_eq!(notes_da(&quarters), ["linjerne 6, 11 og 16: andre perioder end kvartaler er ikke læst"]);
    assert_eq!(
        observed(&found("years-among-quarters", &lower().with(&remedies[1]).unwrap())),
        counts(&[92, 90, 91])
    );
    // The other remedy: without those lines.
    let text = String::from_utf8(file("years-among-quarters")).unwrap();
    let without = text.lines().enumerate().filter(|(n, _)| ![5, 10, 15].contains(n)).map(|(_, line)| line);
    let without = without.collect::<Vec<_>>().join("\n");
    assert_eq!(super::read(&without).rows.len(), 12);
}

#[test]
fn a_date_that_can_be_two_days_is_refused_whatever_looks_regular() {
    for (name, rows) in [("first-of-months-two-years", 24), ("first-of-months-one-year", 12)] {
        let (said, remedies) = refused(name, &lower());
        assert_eq!(
            said,
            [
                "linje 3, kolonne 1 (Date): »2/1/2023« kan være 2. januar 2023 og 1. februar 2023, og ingen anden dato i \
                 kolonnen afgør det; vælg date_order = DayFirst eller date_order = MonthFirst"
            ],
            "{name}"
        );
        let read: Vec<_> = remedies.iter().map(|one| found(name, &lower().with(one).unwrap())).collect();
        assert_eq!((periods(&read[0])[1].as_str(), read[0].rows.len()), ("2. januar 2023", rows));
        assert_eq!(read[1].interval, Some(Interval::Month));
    }
    let ends = found("month-ends-month-first", &lower());
    assert_eq!(periods(&ends)[..2], ["31. januar 2023", "28. februar 2023"]);
    assert_eq!(notes_da(&ends), ["datoerne er læst med måneden først, som »1/31/2023« i linje 2 viser"]);
    let order = Some(DateOrder::DayFirst);
    let (said, _) = refused("month-ends-month-first", &Choice { date_order: order, ..lower() });
    assert_eq!(said.len(), 12);
}

#[test]
fn grouped_figures_have_one_reading_or_are_refused() {
    let danish = found("thousands-and-decimals", &lower());
    assert_eq!(observed(&danish)[..3], values("998.25 1135.50 1020.00", &Unit::Count));
    assert_eq!(observed(&found("millions", &lower()))[..2], counts(&[1_233_998, 1_135_001]));

    let (said, remedies) = refused("comma-thousands", &lower());
    assert_eq!(
        said,
        [
            "linje 3, kolonne 2 (Count): »1,135« kan være 1,135 og 1135, og intet andet tal i kolonnen afgør det; vælg \
             decimal_sign = Comma eller decimal_sign = Point"
        ]
    );
    assert_eq!(remedies[1], Remedy::DecimalSign { sign: DecimalSign::Point });
    assert_eq!(
        observed(&found("comma-thousands", &lower().with(&remedies[1]).unwrap()))[..3],
        counts(&[998, 1135, 1020])
    );
    assert_eq!(
        observed(&found("comma-thousands", &lower().with(&remedies[0]).unwrap()))[..2],
        values("998 1.135", &Unit::Count)
    );
}

#[test]
fn shares_need_two_columns() {
    let share = of_form(Form::Share);
    let (said, remedies) = refused("value-alone", &share);
    assert_eq!(
        said,
        [
            "linje 1: andele og rater kræver to kolonner, »tæller« og »nævner«; tabellen har kun tal i »Værdi«. Kald \
             kolonnen med det, der tælles, »tæller«, og kolonnen med det, den skal deles med, »nævner«; tilføj den, der \
             mangler"
        ]
    );
    assert_eq!(remedies, []);
    let text = String::from_utf8(file("value-alone")).unwrap().replace("Værdi", "tæller;nævner");
    let with_whole =
        text.lines().enumerate().map(|(n, line)| if n == 0 { line.into() } else { format!("{line};9\n") });
    let mended = with_whole.collect::<Vec<String>>().join("\n");
    assert_eq!(observed(&super::read_as(&share, &mended))[0], Some(Observed::of_share(5, 9)));
}

#[test]
fn a_mere_denominator_has_no_name() {
    let found = found("denominator", &lower());
    assert_eq!(observed(&found)[0], Some(Observed::of_rate(7, "612.5".parse().unwrap(), Unit::Count)));
}

#[test]
fn year_and_month_in_two_columns() {
    let found = found("year-and-month", &lower());
    assert_eq!(periods(&found), ["januar 2023", "februar 2023", "marts 2023"]);
    assert_eq!((observed(&found), notes_da(&found)), (counts(&[4, 6, 5]), vec![]));
}
