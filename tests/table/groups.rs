//! Rows of one time.

use core::fmt::Write as _;
use kvalitetsmodel::Lang;

use kvalitetsmodel::date::Interval;
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::table::{CellFilter, Form, Remedy};

use super::{counts, lower, notes, observed, of_form, read_as, refused, refused_as, said, try_read};

#[test]
fn rows_of_one_date_are_a_subgroup_or_a_mistake() {
    let text = "date,value\n2024-01,5\n2024-02,4.5\n2024-01,7\n2024-02,NA\n2024-03,NA\n";
    let found = read_as(&of_form(Form::Subgroup), text);
    let sizes = observed(&found).into_iter().map(|one| match one {
        Some(Observed::Subgroup { values, .. }) => values.len(),
        _ => 0,
    });
    assert_eq!(sizes.collect::<Vec<_>>(), [2, 1, 0]);
    assert_eq!(
        notes(&found),
        [
            "“4.5” in the column “value” is no count, and no other unit is stated; the figures are read as values",
            "lines 5 and 6: “NA” is read as a missing result",
            "line 5: the value is missing and does not count in the subgroup"
        ]
    );
    assert_eq!(
        refused(text),
        [
            "line 4: line 2 has the same date or period; delete the one that does not belong",
            "line 5: line 3 has the same date or period; delete the one that does not belong"
        ]
    );
    let both = read_as(&of_form(Form::Subgroup), "dato;antal;nævner\n2024-01;1;2\n2024-01;3;4\n");
    assert_eq!(notes(&both), ["the column “nævner” is not read: the figures are in another one"]);
    assert_eq!(
        refused_as(&of_form(Form::Subgroup), "dato;tæller;nævner\n2024-01;1;2\n"),
        [
            "line 1: the single values must be in one column; call it “value”; choose value = “tæller” or value = “nævner”"
        ]
    );
    let events = read_as(&of_form(Form::BetweenEvents), "dato;dage\n2024-01-03;4\n2024-01-03;9\n");
    assert_eq!((events.rows.len(), events.interval), (2, Some(Interval::ByEvent)));
    assert_eq!(
        refused_as(&of_form(Form::Subgroup), "dato;antal;fase;udeladt\n2024-01;1;før;\n2024-01;1;efter;ja\n"),
        [
            "line 3: line 2 has the same date and another phase",
            "line 3: line 2 has the same date, and only one of the two is excluded",
        ]
    );
}

#[test]
fn groups_of_an_official_table_are_read_one_at_a_time() {
    let mut text = "OMRÅDE;KODE;KØN;TID;INDHOLD\n".to_owned();
    for (region, code) in [("Hovedstaden", "1084"), ("Sjælland", "1085")] {
        for sex in ["Mænd", "Kvinder"] {
            for month in 1..=3 {
                writeln!(text, "{region};{code};{sex};2024M{month:02};{month}").expect("a string takes it");
            }
        }
    }
    let refused = try_read(text.as_bytes(), &lower()).expect_err("four groups");
    assert_eq!(
        said(&refused, Lang::Da),
        [
            "linje 5, kolonne 3 (KØN): linje 2 har samme dato eller periode og gælder noget andet; læs én gruppe ad gangen; \
             vælg only = »KØN=Mænd«, »OMRÅDE=Hovedstaden«"
        ]
    );
    let remedy = &refused.refusals[0].remedies()[0];
    assert_eq!(observed(&read_as(&lower().with(remedy).unwrap(), &text)), counts(&[1, 2, 3]));
    let Remedy::Only { cells } = remedy else { panic!("a choice of rows") };
    assert_eq!(cells[1], CellFilter { heading: "OMRÅDE".into(), value: "Hovedstaden".into() });
}

#[test]
fn several_indicators_are_groups() {
    let text = "Indikator;Dato;Antal\nFald;2024-01;1\nTryksår;2024-01;2\n";
    let refused = try_read(text.as_bytes(), &lower()).expect_err("two");
    let remedy = &refused.refusals[0].remedies()[0];
    let found = read_as(&lower().with(remedy).unwrap(), text);
    assert_eq!((observed(&found), found.title.as_deref()), (counts(&[1]), Some("Fald")));
}
