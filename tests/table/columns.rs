//! Phases, targets, notes and directions from columns.

use kvalitetsmodel::figure::{Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::series::{MeasurementSeries, Occasion};
use kvalitetsmodel::table::{Choice, Target};

use super::{lower, notes, read, read_as, refused, refused_as, texts};

fn series(text: &str) -> MeasurementSeries {
    read(text).into_series(Id::from_u128(1), |line| Id::from_u128(line as u128))
}

#[test]
fn a_phase_begins_where_the_text_changes() {
    let text =
        "dato;antal;fase\n2024-04;4;efter\n2024-01;1;før\n2024-02;2;\n2024-03;3;efter\n2024-05;5;før\n";
    let phases = read(text).phases;
    let from: Vec<_> = phases.iter().map(|one| one.from.map(|day| day.to_string())).collect();
    assert_eq!(from, [None, Some("2024-03-01".into()), Some("2024-05-01".into())]);
    let labels = texts(phases.iter().map(|one| &one.label));
    assert_eq!(labels, [Some("før".into()), Some("efter".into()), Some("før".into())]);
    for heading in ["fase", "phase", "Fase"] {
        let found = read(&format!("dato;antal;{heading}\n2024-01;1;før\n2024-02;2;efter"));
        assert_eq!(found.phases.len(), 2, "{heading}");
    }
}

#[test]
fn a_phase_begins_where_a_row_says_so() {
    for heading in ["Skift", "recalc_here", "Rebase", "Ny fase"] {
        for yes in ["ja", "y", "x", "1", "TRUE"] {
            let text = format!(
                "dato;antal;{heading};note\n2024-01;1;{yes};\n2024-02;2;nej;\n2024-03;3;{yes};flytning\n"
            );
            let phases = read(&text).phases;
            let from: Vec<_> = phases.iter().map(|one| one.from.map(|day| day.to_string())).collect();
            assert_eq!(from, [Some("2024-03-01".to_owned())], "{heading} {yes}");
            assert_eq!(texts(phases.iter().map(|one| &one.grounds)), [Some("flytning".into())]);
        }
    }
    assert_eq!(
        refused("dato;antal;Skift\n2024-01;1;måske\n"),
        ["line 2, column 3 (Skift): “måske” is neither yes nor no"]
    );
}

#[test]
fn a_level_is_frozen_until_the_last_row_that_says_so() {
    let text = "Dato;Antal;Skift;Frys\n2024-01;1;;x\n2024-02;2;;x\n2024-03;3;;\n2024-04;4;x;\n2024-05;5;;ja\n2024-06;6;;\n";
    let phases = read(text).phases;
    let said: Vec<_> = phases
        .iter()
        .map(|one| [one.from, one.baseline_until].map(|day| day.map(|day| day.to_string())))
        .collect();
    assert_eq!(
        said,
        [[None, Some("2024-02-01".into())], [Some("2024-04-01".into()), Some("2024-05-01".into())]]
    );
}

#[test]
fn a_target_holds_until_the_next() {
    let text =
        "dato;dage;mål\n2024-01;1;5\n2024-02;2;\n2024-03;3;5,0\n2024-04;4;≤ 4,5\n2024-05;4;højst 4,5\n";
    let found = read(text);
    let targets: Vec<_> = found
        .targets
        .iter()
        .map(|one| (one.from.map(|day| day.to_string()), one.value.to_string(), one.unit.clone()))
        .collect();
    assert_eq!(
        targets,
        [(None, "5".into(), Unit::Days), (Some("2024-04-01".into()), "4.5".into(), Unit::Days)]
    );
    let chosen = Choice { target: Some(Target { value: 3.into(), percent: false }), ..lower() };
    let found = read_as(&chosen, text);
    assert_eq!((found.targets.len(), found.targets[0].value), (1, 3.into()));
    assert_eq!(notes(&found), ["the column “mål” is not read: another target was chosen"]);
    assert_eq!(
        refused("dato;dage;mål\n2024-01;1;5 %\n2024-02;1;<5\n2024-03;1;≥ 5\n"),
        [
            "line 2, column 3 (mål): the target has a %, and the figures are not in percent",
            "line 3, column 3 (mål): “<5” says below, and a target here is at most a figure; for whole numbers below 5 write at \
             most 4",
            "line 4, column 3 (mål): the opposite was chosen as better",
        ]
    );
    let percent = read("dato;andel i procent;Target\n2024-01;61;≤ 80 %\n");
    assert_eq!((percent.targets[0].value, percent.unit), (80.into(), Unit::Percent));
    assert_eq!(refused("dato;antal;mål\n2024-01;1;≤ 1.200\n").len(), 1);
}

#[test]
fn a_column_or_a_target_says_which_way_is_better() {
    let none = Choice::default();
    for (text, better) in [
        ("dato;antal;retning\n2024-01;1;op\n2024-02;1;\n", Direction::AtLeast),
        ("dato;antal;improvement_direction\n2024-01;1;decrease\n", Direction::AtMost),
        ("dato;antal;mål\n2024-01;1;≥ 5\n", Direction::AtLeast),
        ("dato;antal;mål\n2024-01;1;højst 5\n", Direction::AtMost),
    ] {
        assert_eq!(read_as(&none, text).direction, better, "{text}");
    }
    let found = read("dato;antal;retning\n2024-01;1;op\n");
    assert_eq!(found.direction, Direction::AtMost);
    assert_eq!(notes(&found), ["the column “retning” is not read: which way is better was chosen"]);
    assert_eq!(
        refused_as(&none, "dato;antal\n2024-01;1\n"),
        [
            "line 1: say whether higher figures are better (such as well-being) or lower ones (such as falls and sick leave): \
             the file does not say it, and without it no shift is an improvement or a deterioration; choose better = AtLeast \
             or better = AtMost"
        ]
    );
    assert_eq!(
        refused_as(&none, "dato;antal;retning\n2024-01;1;op\n2024-02;1;ned\n"),
        ["line 3, column 3 (retning): line 2 says that the opposite is better"]
    );
    assert_eq!(
        refused_as(&none, "dato;antal;retning\n2024-01;1;neutral\n"),
        [
            "line 2, column 3 (retning): “neutral” does not say whether higher or lower figures are better; choose better = \
             AtLeast or better = AtMost"
        ]
    );
}

#[test]
fn a_note_says_why_or_what_happened() {
    let rows = "2024-W05;1;ja;flytning;\n2024-W06;2;;vikarer;før\n2024-W07;3;;ny procedure;efter\n";
    let series = series(&format!("dato;antal;udeladt;note;fase\n{rows}"));
    let [exclusion] = series.exclusions.as_slice() else { panic!("one is excluded") };
    assert_eq!(texts([&exclusion.reason].into_iter()), [Some("flytning".into())]);
    assert_eq!(exclusion.measurement, Id::from_u128(2));
    let happened: Vec<_> = series.annotations.iter().map(|one| (one.on.to_string(), one.occasion)).collect();
    assert_eq!(
        happened,
        [("2024-02-05".into(), Occasion::Event {}), ("2024-02-12".into(), Occasion::Event {})]
    );
    assert_eq!(
        texts(series.phases.iter().map(|phase| &phase.grounds)),
        [Some("vikarer".into()), Some("ny procedure".into())]
    );
    for heading in "note|bemærkning|kommentar|Comment|Notes|Noter|Kommentarer|Bemærkninger".split('|') {
        let series = super::columns::series(&format!("dato;antal;{heading}\n2024-01;1;flytning\n2024-02;2;"));
        assert_eq!(series.annotations.len(), 1, "{heading}");
    }
    for heading in ["udeladt", "ekskluderet", "excluded"] {
        for said in ["ja", "yes", "x", "1", "TRUE"] {
            let text = format!("dato;antal;{heading}\n2024-01;1;{said}\n2024-02;2;nej\n2024-03;3;");
            assert_eq!(super::columns::series(&text).exclusions.len(), 1, "{heading} {said}");
        }
    }
}

#[test]
fn what_is_measured_can_stand_in_a_column() {
    let found = read("Indikator;Dato;Dage\nVentetid til samtale;2024-01;7\nVentetid til samtale;2024-02;8\n");
    assert_eq!(found.title.as_deref(), Some("Ventetid til samtale"));
    assert_eq!(notes(&found), [""; 0]);
}
