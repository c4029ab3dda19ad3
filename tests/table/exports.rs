//! What programs and offices put around and into a table.

use kvalitetsmodel::figure::Unit;
use kvalitetsmodel::table::{CellFilter, Choice, Outcome};

use super::{
    counts, lower, notes, notes_da, observed, other, periods, read, read_as, refused, refused_as, refused_da,
    values,
};

fn without(cell: &str) -> Choice {
    Choice { except: vec![CellFilter::parse(cell).expect("a cell")], ..lower() }
}

#[test]
fn a_row_of_totals_can_be_left_out() {
    let totals = "Måned;Antal\n2024-01;3\n2024-02;5\nI alt;8\n";
    assert_eq!(
        refused(totals),
        [
            "line 4, column 1 (Måned): “I alt” is no date or period such as 2024-01-31, 31.01.2024, 2024-01, Jan 2024, \
             2024-Q1, 2024-W05 or 2024; choose except = “Måned=I alt”"
        ]
    );
    assert_eq!(observed(&read_as(&without("måned=i alt"), totals)), counts(&[3, 5]));
    let two = "År;Uge;Antal\n2024;1;3\nI alt;;3\n";
    assert_eq!(
        refused(two),
        ["line 3, column 2 (Uge): there is no date or period; choose except = “År=I alt”"]
    );
    assert_eq!(observed(&read_as(&without("År=I alt"), two)), counts(&[3]));
    let year = "År;Uge;Antal\n2024;1;3\nAlle;2;3\n";
    assert_eq!(
        refused(year),
        ["line 3, column 1 (År): “Alle” is no year of four digits; choose except = “År=Alle”"]
    );
    let again = "Måned;Antal\n2024-01;3\nMåned;Antal\n2024-02;5\n";
    assert_eq!(observed(&read_as(&without("Måned=Måned"), again)), counts(&[3, 5]));
}

#[test]
fn what_may_be_a_mistake_is_not_offered_to_be_left_out() {
    let all = refused("Måned;Antal\n2024-01;3\n20240220p;5\n");
    assert!(all[0].ends_with("2024-W05 or 2024"), "{all:?}");
    assert_eq!(
        refused_as(&without("Måned=I alt"), "Måned;Antal\n2024-01;3\n"),
        ["line 1, column 1 (Måned): “I alt” is not in the column, which holds “2024-01”"]
    );
}

#[test]
fn a_row_left_out_still_shows_the_decimal_sign() {
    let found = read_as(&without("Dato=I alt"), "Dato;Antal\n2024-01;1.021\n2024-02;998\nI alt;1.233.998\n");
    assert_eq!(observed(&found), counts(&[1021, 998]));
}

#[test]
fn remarks_below_the_table_are_not_read() {
    let found = read("Måned;Antal\n2024-01;3\n2024-02;5\n\nKilde: et register\nOpgjort 1. marts;\n");
    assert_eq!(observed(&found), counts(&[3, 5]));
    assert_eq!(notes_da(&found), ["linjerne 5 og 6: hvad der står under tabellen, er ikke læst"]);
    assert_eq!(notes(&found), ["lines 5 and 6: what is below the table is not read"]);
    // A month without a result is a row, and so is a remark among the rows.
    assert_eq!(read("Måned;Antal;Note\n2024-01;3;\n2024-02;;\n").rows[1].outcome, Outcome::Missing);
    assert_eq!(
        refused("Måned;Antal\n2024-01;3\nNy leder\n2024-02;5\n"),
        ["line 3: there is 1 field, and the heading has 2; write the empty fields, too"]
    );
    assert_eq!(
        refused_da("Måned;Antal\n2024-01;3\nNy leder\n2024-02;5\n"),
        ["linje 3: der er 1 felt, og overskriften har 2; skriv også de tomme felter"]
    );
}

#[test]
fn text_in_several_cells_above_known_headings_is_not_read() {
    for text in ["# udtræk; version 2\n# ejer: kvalitet\n", "Tabel 3;Sygefravær\n;;\nUdtræk;Region\n"] {
        let found = read(&format!("{text}Måned;Antal\n2024-01;3\n"));
        assert_eq!(observed(&found), counts(&[3]), "{text}");
        let line = text.lines().count() + 1;
        let said = format!("the heading is read in line {line}; what is above it is not read");
        assert_eq!(notes(&found), [said], "{text}");
    }
    // A figure above them may be a result.
    assert_eq!(refused("Hvornår;Fald\n2024-01;3\nMåned;Antal\n2024-02;5\n").len(), 2);
    // The first headings say when; the second are a mistake.
    assert_eq!(refused("Måned;Fald\nMåned;Antal\n2024-02;5\n").len(), 2);
}

#[test]
fn periods_that_are_headings_are_told() {
    let wide = "Område;2023K1;2023K2\nHele landet;4;5\n";
    assert_eq!(
        refused(wide),
        [
            "line 1: the periods are the headings (“2023K1” and “2023K2”), and one row for each period is read; swap rows \
             and columns, which a spreadsheet does when it pastes with “transpose”, and call the column of the periods \
             “period”"
        ]
    );
    assert_eq!(
        refused_da(wide),
        [
            "linje 1: perioderne er overskrifter (»2023K1« og »2023K2«), men her læses én række for hver periode; byt om \
             på rækker og kolonner, som et regneark gør, når man indsætter med »transponer«, og kald kolonnen med \
             perioderne »periode«"
        ]
    );
    assert_eq!(observed(&read("periode;Hele landet\n2023K1;4\n2023K2;5\n")), counts(&[4, 5]));
}

#[test]
fn thousands_can_be_grouped_by_apostrophes() {
    let kroner = other("kr.");
    let found = read("Måned;Udgift (kr.)\n2024-01;1'234'567,50\n2024-02;998’000\n2024-03;12\n");
    assert_eq!(observed(&found), values("1234567.50 998000 12", &kroner));
    assert!(refused("Måned;Antal\n2024-01;1'23\n")[0].contains("“1'23” is no number"));
}

#[test]
fn marks_of_other_offices_are_known() {
    let found = read("Måned,Antal\n2024-01,&lt;5\n2024-02,:\n2024-03,&lt;=4\n2024-04,7\n");
    let five = "5".parse().expect("a figure");
    let outcomes: Vec<_> = found.rows.iter().map(|row| &row.outcome).take(3).collect();
    assert_eq!(
        outcomes,
        [&Outcome::Suppressed { below: five }, &Outcome::Missing, &Outcome::Suppressed { below: five }]
    );
}

#[test]
fn a_change_can_have_a_plus() {
    let found = read("Måned;Ændring (pct.)\n2024-01;+1,5\n2024-02;−0,5\n2024-03;+2\n");
    assert_eq!(observed(&found), values("1.5 -0.5 2", &Unit::Percent));
    assert!(refused("Måned;Antal\n2024-01;+-1\n")[0].contains("“+-1” is no number"));
}

#[test]
fn a_heading_of_two_lines_is_one() {
    let found = read("Måned;\"Antal\nfald\"\n2024-01;3\n");
    assert_eq!(found.title.as_deref(), Some("Antal fald"));
    let told = "column 2 (“Antal fald”) is read as the value: it is the only unknown one with only figures";
    assert_eq!(notes(&found), [told]);
}

#[test]
fn a_unit_in_the_cell_is_told() {
    let why = "has something after the number; write only the number, and its unit in the heading, as in “Cost (kr.)”";
    for cell in ["1.250,50 kr.", "12 dage", "25 p", "12*", "12 **", "12¹"] {
        let all = refused(&format!("Måned;Antal\n2024-01;{cell}\n"));
        assert_eq!(all, [format!("line 2, column 2 (Antal): “{cell}” {why}")]);
    }
    let begins = "linje 2, kolonne 2 (Antal): »12 dage« har noget efter tallet; skriv kun tallet, og enheden i \
                  overskriften, som »Udgift (kr.)«";
    assert_eq!(refused_da("Måned;Antal\n2024-01;12 dage\n"), [begins]);
}

#[test]
fn columns_of_mostly_figures_are_offered() {
    let all = refused("Måned;Fald;Tryksår\n2024-01;3;*\n2024-02;4;1\n2024-03;*;1\n");
    assert_eq!(
        all,
        [
            "line 1: there is no column of values (værdi, antal, value, count), nor two columns “numerator” and \
             “denominator”; call the right column “value”; choose value = “Fald” or value = “Tryksår”"
        ]
    );
}

/// What prevents the only column with figures from being the value is told.
#[test]
fn the_cells_of_the_only_column_with_figures_are_told() {
    let all = refused("Måned;Område;Fald\n2024-01;Nord 1;3\n2024-02;Nord 2;4\n2024-03;Nord 3;*\n");
    assert_eq!(all.len(), 1);
    assert!(all[0].starts_with("line 4, column 3 (Fald): “*” is no number"), "{all:?}");
    let all = refused("Måned;Afvigelse\n2024-01;1.234,50-\n2024-02;500,00\n2024-03;kr. 12\n");
    let places: Vec<_> = all.iter().filter_map(|one| one.split_once(": ").map(|(place, _)| place)).collect();
    assert_eq!(places, ["line 2, column 2 (Afvigelse)", "line 4, column 2 (Afvigelse)"]);
}

#[test]
fn headings_that_differ_in_case_can_be_chosen() {
    let text = "Date,nt,Nt\n2024-01-01,1,4\n2024-01-02,2,5\n";
    let chosen = |value: &str| Choice { value: Some(value.into()), ..lower() };
    assert_eq!(observed(&read_as(&chosen("Nt"), text)), counts(&[4, 5]));
    assert_eq!(observed(&read_as(&chosen("nt"), text)), counts(&[1, 2]));
    assert_eq!(
        refused_as(&chosen("NT"), text),
        ["line 1: several columns are called “NT”; rename the one that is not to be read"]
    );
}

#[test]
fn percents_that_may_be_shares_of_one_are_told() {
    let found = read("Måned;Andel i %\n2024-01;0,81\n2024-02;1\n");
    assert_eq!(observed(&found), values("0.81 1", &Unit::Percent));
    assert_eq!(
        notes(&found),
        ["the heading says percent, and all figures are at most 1; “0,81” is read as 0,81 %"]
    );
    assert_eq!(
        notes_da(&found),
        ["overskriften siger procent, og alle tal er højst 1; »0,81« er læst som 0,81 %"]
    );
    for cells in ["2024-01;0,81\n2024-02;1,5\n", "2024-01;0\n2024-02;1\n", "2024-01;0,8 %\n2024-02;0,9 %\n"] {
        assert_eq!(notes(&read(&format!("Måned;Andel i %\n{cells}"))), [""; 0], "{cells}");
    }
    assert_eq!(periods(&found), ["januar 2024", "februar 2024"]);
}
