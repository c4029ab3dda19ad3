//! Headings: what they say, the unit and the name.

use kvalitetsmodel::figure::Unit;
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{CellFilter, Choice};

use super::{counts, lower, notes, notes_da, observed, other, periods, read, read_as, refused_as, value};

#[test]
fn every_heading_is_known_in_any_case() {
    let when = "dato|periode|måned|date|period|month|MÅNED| Maaned |TID|Tidspunkt|ma\u{30a}ned|År-måned|year_month|Måned:";
    for heading in when.split('|') {
        assert_eq!(observed(&read(&format!("{heading};antal\n2024M01;7"))), counts(&[7]), "{heading}");
    }
    for heading in ["værdi", "antal", "value", "count", "Værdi", "VAERDI", "INDHOLD", "Resultat", "OBS_VALUE"]
    {
        let found = read(&format!("dato;{heading}\n2024-01;7"));
        assert_eq!((observed(&found), found.title), (counts(&[7]), None), "{heading}");
    }
    for (part, whole) in
        [("tæller", "nævner"), ("part", "whole"), ("Numerator", "DENOMINATOR"), ("taeller", "naevner")]
    {
        let share = [Some(Observed::of_share(3, 4))];
        assert_eq!(observed(&read(&format!("dato;{part};{whole}\n2024-01;3;4"))), share, "{part}");
    }
}

#[test]
fn a_unit_can_stand_anywhere_in_a_heading() {
    for (heading, name, unit) in [
        ("dage", None, Unit::Days),
        ("hours", None, Unit::Hours),
        ("Point", None, Unit::Points),
        ("%", None, Unit::Percent),
        ("Minutter", None, other("Minutter")),
        ("Antal dage", None, Unit::Days),
        ("Ventetid (dage)", Some("Ventetid"), Unit::Days),
        ("Ventetid [minutter]", Some("Ventetid"), other("minutter")),
        ("Ventetid, timer", Some("Ventetid"), Unit::Hours),
        ("Ventetid i dage", Some("Ventetid"), Unit::Days),
        ("Waiting time in hours", Some("Waiting time"), Unit::Hours),
        ("Udgift (kr.)", Some("Udgift"), other("kr.")),
        ("Udgift i kroner", Some("Udgift"), other("kroner")),
        ("Sygefravær i procent", Some("Sygefravær"), Unit::Percent),
        ("Sygefravær (%)", Some("Sygefravær"), Unit::Percent),
        ("Sygefravær pct.", Some("Sygefravær"), Unit::Percent),
        ("Sygefravær %", Some("Sygefravær"), Unit::Percent),
        ("Værdi (timer)", None, Unit::Hours),
        ("Værdi i kr.", None, other("kr.")),
    ] {
        let found = read(&format!("Måned;{heading}\n2024-01;7\n"));
        assert_eq!(observed(&found), [value("7", unit.clone())], "{heading}");
        assert_eq!((found.title.as_deref(), &found.unit), (name, &unit), "{heading}");
    }
    for (heading, name) in [
        ("Fald", "Fald"),
        ("Antal fald", "Antal fald"),
        ("Fald (alle)", "Fald (alle)"),
        ("Fald (antal)", "Fald"),
    ] {
        let found = read(&format!("Måned;{heading}\n2024-01;7\n"));
        assert_eq!((observed(&found), found.title.as_deref()), (counts(&[7]), Some(name)), "{heading}");
    }
    // A heading without a unit is no unit.
    assert_eq!(observed(&read("Måned;Trivsel\n2024-01;7,5\n")), [value("7.5", Unit::Count)]);
    let chosen = Choice { unit: Some(Unit::Points), title: Some("Trivsel på Nord".into()), ..lower() };
    let found = read_as(&chosen, "Måned;Trivsel\n2024-01;7\n");
    assert_eq!(
        (observed(&found), found.title.as_deref()),
        (vec![value("7", Unit::Points)], Some("Trivsel på Nord"))
    );
}

#[test]
fn the_unit_of_an_exposure() {
    for (heading, unit) in [
        ("Nævner", Unit::Count),
        ("NAEVNER", Unit::Count),
        ("Denominator", Unit::Count),
        ("Nævner (sengedage)", other("sengedage")),
        ("Nævner (dage)", Unit::Days),
    ] {
        let found = read(&format!("Måned;Tæller;{heading}\n2024-01;7;20,5\n"));
        assert_eq!(found.unit, unit, "{heading}");
    }
    for (heading, unit) in [("I alt", Unit::Count), ("n", Unit::Count), ("Sengedage", other("Sengedage"))] {
        let choice = Choice { part: Some("fald".into()), whole: Some(heading.into()), ..lower() };
        let found = read_as(&choice, &format!("Måned;Fald;{heading}\n2024-01;7;20,5\n"));
        assert_eq!((found.unit, found.title.as_deref()), (unit, Some("Fald")), "{heading}");
    }
}

#[test]
fn columns_that_are_not_read_are_told() {
    let found = read("Dato;Antal;Region;;Land;Tom\n2024-01;12;Øst;ja;DK;\n2024-02;12;Vest;;DK;\n");
    assert_eq!(
        notes(&found),
        [
            "column 3 (“Region”) is unknown and not read",
            "column 4 (“”) is unknown and not read",
            "column 5 (“Land”) says “DK” in all rows and is not read",
            "column 6 (“Tom”) is unknown and not read",
        ]
    );
    assert_eq!(notes_da(&found)[0], "kolonne 3 (»Region«) er ukendt og ikke læst");
    let only = read("Måned;Antal fald;Afdeling\n2024-01;7;Nord\n2024-02;;Nord\n2024-03;1 213;Syd\n");
    assert_eq!(
        notes(&only),
        [
            "column 2 (“Antal fald”) is read as the value: it is the only unknown one with only figures",
            "column 3 (“Afdeling”) is unknown and not read",
        ]
    );
}

#[test]
fn columns_can_be_chosen() {
    let text = "Oprettet;Uge;Fald;Pladser;Antal\n2024-01-02;2024-05;7;20;9\n2024-01-09;2024-06;8;20;9\n";
    let choose = |date: Option<&str>, value: Option<&str>| Choice {
        date: date.map(Into::into),
        value: value.map(Into::into),
        ..lower()
    };
    let found = read_as(&choose(Some("oprettet"), Some("FALD")), text);
    assert_eq!((periods(&found)[0].as_str(), observed(&found)), ("2. januar 2024", counts(&[7, 8])));
    assert_eq!(found.title.as_deref(), Some("Fald"));
    assert_eq!(periods(&read_as(&choose(None, None), text)), ["uge 5 2024", "uge 6 2024"]);
    let ratio = Choice { part: Some("Fald".into()), whole: Some("pladser".into()), ..lower() };
    assert_eq!(observed(&read_as(&ratio, text))[0], Some(Observed::of_share(7, 20)));
    assert_eq!(
        refused_as(&choose(Some("Dag"), Some("Fejl")), text),
        [
            "line 1: no column is called “Dag”; there are “Oprettet”, “Uge”, “Fald”, “Pladser” and “Antal”",
            "line 1: no column is called “Fejl”; there are “Oprettet”, “Uge”, “Fald”, “Pladser” and “Antal”",
        ]
    );
    assert_eq!(
        refused_as(&choose(None, Some("Fald")), "Dato;Fald;Fald\n2024-01;1;2\n"),
        ["line 1: several columns are called “Fald”; rename the one that is not to be read"]
    );
}

#[test]
fn rows_can_be_chosen() {
    let text = "Region;Køn;Måned;Antal\nHovedstaden;Mænd;2024-01;3\nHovedstaden;Kvinder;2024-01;4\nSjælland;Mænd;2024-01;5\n\
                Hovedstaden;Mænd;2024-02;6\nSjælland;Mænd;2024-02;x\n";
    let only = |all: &[&str]| Choice {
        only: all.iter().map(|one| CellFilter::parse(one).expect("both")).collect(),
        ..lower()
    };
    let found = read_as(&only(&["region=hovedstaden", "Køn=Mænd"]), text);
    assert_eq!(observed(&found), counts(&[3, 6]));
    assert_eq!(
        notes_da(&found),
        [
            "kolonne 1 (»Region«) siger »Hovedstaden« i alle rækker og er ikke læst",
            "kolonne 2 (»Køn«) siger »Mænd« i alle rækker og er ikke læst",
        ]
    );
    assert_eq!(
        refused_as(&only(&["Region=Nordjylland"]), text),
        [
            "line 1, column 1 (Region): “Nordjylland” is not in the column, which holds “Hovedstaden” and “Sjælland”",
        ]
    );
    assert_eq!(
        refused_as(&only(&["Region=Sjælland", "Køn=Kvinder"]), text),
        ["line 1: there are no rows below the heading"]
    );
    let said = refused_as(&only(&["Land=DK"]), text);
    assert!(said[0].starts_with("line 1: no column is called “Land”; there are "), "{said:?}");
}
