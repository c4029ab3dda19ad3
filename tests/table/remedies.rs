//! Each remedy that a refusal names is applied, and the table is read.

use kvalitetsmodel::table::{Choice, Form, Reason, Refused};

use super::{lower, of_form, try_read};

fn refused(text: &str, choice: &Choice) -> Refused {
    try_read(text.as_bytes(), choice).expect_err(text)
}

/// Applies every remedy that the caller can choose, one at a time; each must remove the last refusal.
fn all_work(text: &str, choice: &Choice, expected: usize) {
    let refused = refused(text, choice);
    let mut tried = 0;
    for refusal in &refused.refusals {
        for remedy in refusal.remedies() {
            let mended = choice.clone().with(remedy).expect("a remedy of this kind of table");
            match try_read(text.as_bytes(), &mended) {
                Ok(_) => {}
                Err(rest) => {
                    let same = |one: &Reason| {
                        core::mem::discriminant(one) == core::mem::discriminant(refusal.reason())
                    };
                    assert!(rest.refusals.len() < refused.refusals.len(), "{text}\n{remedy:?}\n{rest:#?}");
                    assert!(!rest.refusals.iter().any(|one| same(one.reason())), "{text}\n{remedy:?}");
                }
            }
            tried += 1;
        }
    }
    assert_eq!(tried, expected, "{text}\n{refused:#?}");
}

#[test]
fn what_the_caller_can_choose_settles_the_refusal() {
    let (none, any) = (Choice::default(), lower());
    for (text, choice, remedies) in [
        ("dato;antal\n2024;1\n", &none, 2),
        ("dato;antal;retning\n2024;1;neutral\n", &none, 2),
        ("dato;antal\n1/2/2024;1\n1/3/2024;1\n", &any, 2),
        ("dato;antal\n1-31-2024;1\n2-1-2024;4\n", &any, 1),
        ("dato;antal\n2024-01;1.234\n", &any, 2),
        ("dato;antal\n2024-01;<1.234\n", &any, 2),
        ("dato;tæller;nævner\n2024-01;1.234;2.000\n", &any, 4),
        ("dato;dage;mål\n2024-01;1;≤ 1.234\n", &any, 2),
        ("År;antal\n2021-01;1\n2021-02;1\n", &any, 1),
        ("Uge;antal\njan 2021;1\n", &any, 1),
        ("Måned;antal\n2021;1\n", &any, 1),
        ("Periode;antal\n2021-01;1\n2021-14;1\n", &any, 1),
        ("Periode;antal\n1/2021;1\n2/2021;1\n", &any, 8),
        ("Periode;antal\n202101;1\n202111;1\n", &any, 4),
        ("Måned;Antal\n2024-01;7\n2024 i alt;7\n", &any, 1),
        ("dato;antal\n2021;1\n2021-01;1\n2021-02;1\n", &any, 2),
        ("dato;uge;antal\n2024-01-02;2024-01;3\n", &any, 2),
        // The week has no year, and is not offered.
        ("dato;uge;antal\n2024-01-02;1;3\n", &any, 1),
        ("Måned;antal\n2024-01-01;1\n2024-01-15;4\n", &any, 1),
        ("År;Uge;Dato;antal\n2024;1;2024-01-02;3\n", &any, 3),
        ("Startdato;Slutdato;antal\n2024-01-02;2024-01-03;3\n", &any, 2),
        ("Måned;Fald;Pladser\n2024-01;7;20\n", &any, 4),
        ("Måned;Andel;Nævner\n2024-01;0,7;20\n", &any, 1),
        ("Måned;Fald;Nævner\n2024-01;7;20\n", &any, 1),
        ("Måned;Tæller;Andel i %\n2024-01;7;20\n", &any, 2),
        ("Måned;Tæller;Nævner\n2024-01;7;61\n2024-02;8;61\n2024-03;71;61\n", &any, 1),
        ("Måned;Antal\n2024-01;7\n2024-02;7\n2024;14\n", &any, 2),
        ("Måned;Antal;Dage\n2024-01;7;20\n", &any, 4),
        ("Måned;Tæller\n2024-01;7\n", &any, 1),
        ("Region;Måned;Antal\nA;2024-01;7\nB;2024-01;8\n", &any, 1),
        ("Måned;Antal\n2024-01;7\nI alt;7\n", &any, 1),
        ("År;Uge;Antal\n2024;1;7\nI alt;;7\n", &any, 1),
        ("År;Dato;Antal\n2023;2024-05-01;7\n", &any, 1),
        ("Periode;Antal\n2009-10;7\n2010-11;7\n", &any, 1),
        ("Region;Køn;Måned;Antal\nA;m;2024-01;7\nA;k;2024-01;8\nB;m;2024-01;8\n", &any, 1),
        ("Måned;Fald;Pladser\n2024-01;7;20\n", &of_form(Form::Share), 2),
        ("Måned;Antal;Pladser\n2024-01;7;20\n", &of_form(Form::Share), 2),
        ("Måned;Tæller;I alt\n2024-01;7;20\n", &of_form(Form::Rate), 1),
        ("Måned;I alt;Tæller\n2024-01;7;20\n", &of_form(Form::Rate), 1),
        ("Måned;Fald;Nævner\n2024-01;7;20\n", &of_form(Form::Rate), 1),
        ("Måned;Nævner;Fald\n2024-01;7;20\n", &of_form(Form::Rate), 1),
        ("Måned;Tæller;Nævner\n2024-01;7;20\n", &of_form(Form::Subgroup), 2),
    ] {
        all_work(text, choice, remedies);
    }
}

/// What a person changes in the file.
#[test]
fn what_is_changed_in_the_file_settles_the_refusal() {
    for (before, after) in [
        ("hvornår;antal\n2024-01;1\n", "dato;antal\n2024-01;1\n"),
        ("hvornår;antal\n2024-01;1\n", "måned;antal\n2024-01;1\n"),
        ("dato;sted\n2024-01;x\n", "dato;værdi\n2024-01;1\n"),
        ("dato;tæller\n2024-01;1\n", "dato;tæller;nævner\n2024-01;1;4\n"),
        ("dato;nævner\n2024-01;1\n", "dato;tæller;nævner\n2024-01;1;4\n"),
        ("dato;Antal;Dage\n2024-01;1;2\n", "dato;Antal;x\n2024-01;1;2\n"),
        ("dato;Antal;Dage\n2024-01;1;2\n", "dato;tæller;nævner\n2024-01;1;2\n"),
        ("dato;Antal;Antal\n2024-01;1;2\n", "dato;Antal;Antal 2\n2024-01;1;2\n"),
        ("dato;antal;note;noter\n2024-01;1;;\n", "dato;antal;note;x\n2024-01;1;;\n"),
        ("uge;antal\n5;1\n", "uge;antal\n2024-05;1\n"),
        ("uge;antal\n5;1\n", "år;uge;antal\n2024;5;1\n"),
        ("periode;antal\nUge 5;1\n", "periode;antal\nUge 5 2024;1\n"),
        ("periode;antal\nUge 5;1\n", "år;periode;antal\n2024;Uge 5;1\n"),
        ("år;dato;antal\n2023;2024-05-01;1\n", "år;dato;antal\n2024;2024-05-01;1\n"),
        ("dato;antal\njan.;1\n", "dato;antal\njan. 2024;1\n"),
        ("dato;antal\njan.;1\n", "dato;år;antal\njan.;2024;1\n"),
        ("år;uge;antal\n24;5;1\n", "år;uge;antal\n2024;5;1\n"),
        ("dato;antal\n2024-01-31 12:00;1\n", "dato;antal\n2024-01-31;1\n"),
        ("dato;antal\n13/1/2024;1\n1/13/2024;1\n", "dato;antal\n2024-01-13;1\n2024-01-14;1\n"),
        ("År;antal\n2021-01;1\n", "Måned;antal\n2021-01;1\n"),
        ("dato;antal\n2024-01;1\n2024-01;1\n", "dato;antal\n2024-01;1\n"),
        ("dato;antal\n2024-01;skjult\n", "dato;antal\n2024-01;\n"),
        ("dato;antal\n2024-01;skjult\n", "dato;antal\n2024-01;<5\n"),
        ("dato;andel\n2024-01;5 %\n2024-02;6\n", "dato;andel\n2024-01;5 %\n2024-02;6 %\n"),
        ("dato;andel\n2024-01;5 %\n2024-02;6\n", "dato;andel\n2024-01;5\n2024-02;6\n"),
        ("dato;antal;note\n2024-01;1;a;b\n", "dato;antal;note\n2024-01;1;\"a;b\"\n"),
        ("dato;antal;mål\n2024-01;1;<5\n", "dato;antal;mål\n2024-01;1;højst 5\n"),
        ("dato\n2024-01\n", "dato,antal\n2024-01,1\n"),
    ] {
        refused(before, &lower());
        assert!(try_read(after.as_bytes(), &lower()).is_ok(), "{after}");
    }
    let share = of_form(Form::Share);
    refused("dato;antal\n2024-01;1\n", &share);
    assert!(try_read("dato;tæller;nævner\n2024-01;1;4\n".as_bytes(), &share).is_ok());
    let subgroup = of_form(Form::Subgroup);
    refused("dato;nævner\n2024-01;1\n", &subgroup);
    assert!(try_read("dato;værdi\n2024-01;1\n".as_bytes(), &subgroup).is_ok());
}
