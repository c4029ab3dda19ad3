//! Percentages, and what can be a share of 1 instead.

use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::table::Choice;

use super::{observed, read, read_as, refused, refused_as, refused_da, values};

#[test]
fn a_share_of_one_among_percentages_is_refused() {
    let said =
        ["line 3, column 2 (Andel (%)): “0,79” has no %, and line 2 has; write it at all of them or at none"];
    assert_eq!(refused("Måned;Andel (%)\n2024-01;81 %\n2024-02;0,79\n"), said);
    for rest in ["79", "0", "1,5"] {
        read(&format!("Måned;Andel (%)\n2024-01;81 %\n2024-02;{rest}\n"));
    }
}

#[test]
fn a_target_that_can_be_a_share_of_one_is_refused() {
    let higher = Choice { better: Some(Direction::AtLeast), ..Choice::default() };
    for text in [
        "Måned;Andel (%);Mål\n2024-01;83;0,9\n",
        "Måned;Andel;Mål\n2024-01;83 %;\n2024-02;84 %;≥ 1\n",
        "Måned;Tæller;Nævner;Mål\n2024-01;34;40;0,9\n",
        "Måned;Andel (%);Mål\n2024-01;83;0,9\n2024-02;83;90 %\n",
    ] {
        let all = refused_as(&higher, text);
        assert!(all[0].contains("; write the target with a %, as “"), "{all:?}");
    }
    assert!(
        refused_as(&higher, "Måned;Andel;Mål\n2024-01;83 %;\n2024-02;84 %;≥ 1\n")[0]
            .ends_with("“1” may mean 1% or 100%; write the target with a %, as “1%” or “100%”")
    );
    assert!(
        refused_as(&higher, "Måned;Andel;Mål\n2024-01;83 %;\n2024-02;84 %;0,905\n")[0]
            .ends_with("“0.905” may mean 0.905% or 90.5%; write the target with a %, as “0.905%” or “90.5%”")
    );
    assert!(refused_da("Måned;Andel (%);Mål\n2024-01;83;0,9\n")[0].ends_with(
        "(Mål): »0,9« kan betyde 0,9 % eller 90 %; skriv målet med %, enten »0,9 %« eller »90 %«"
    ));
    // The sign, the heading, another target or the figures decide.
    for text in [
        "Måned;Andel (%);Mål\n2024-01;83;0,9 %\n",
        "Måned;Andel (%);Mål (%)\n2024-01;83;0,9\n",
        "Måned;Andel (%);Mål\n2024-01;2,5;1,5\n2024-02;2;1\n",
        "Måned;Fejl i %;Mål\n2024-01;0,8;0,5\n",
        "Måned;Tæller;Nævner;Mål\n2024-01;5;20000;0,03\n",
        "Måned;Ventetid (dage);Mål\n2024-01;83;0,9\n",
    ] {
        read_as(&higher, text);
    }
}

#[test]
fn words_for_percent_count_as_the_sign() {
    let percent = |text: &str| observed(&read(text)) == values("4.8 5", &Unit::Percent);
    for cells in ["4,8 pct.|5 pct.", "4,8 pct|5%", "4,8 procent|5 Pct."] {
        let (one, other) = cells.split_once('|').expect("two");
        assert!(percent(&format!("Måned;Andel\n2024-01;{one}\n2024-02;{other}\n")), "{cells}");
    }
    for heading in
        ["Fraværsprocent", "Fraværspct.", "%-andel", "% med plan", "Procent opfyldt", "Pct. rettidige"]
    {
        assert!(percent(&format!("Måned;{heading}\n2024-01;4,8\n2024-02;5\n")), "{heading}");
    }
    for heading in ["Ændring i procentpoint", "Procentpoint"] {
        assert!(!percent(&format!("Måned;{heading}\n2024-01;4,8\n2024-02;5\n")), "{heading}");
    }
    assert_eq!(read("Måned;Fraværsprocent\n2024-01;4,8\n").title.as_deref(), Some("Fraværsprocent"));
}
