//! The text of a chart.

use super::*;
use kvalitetsmodel::chart::ChartData;

#[test]
fn the_text_counts_missing_and_excluded_measurements() {
    let mut series = counts(Direction::AtMost, &[4, 6, 5, 3, 7, 5, 4, 6, 2, 5, 3, 4, 90, 5]);
    series.measurements[3].observed = None;
    series.exclusions.push(Exclusion { measurement: id(12), reason: Some("flytning".into()) });
    let chart = run(&series);
    assert_eq!(chart.points()[3].value(), None);
    assert_eq!(
        chart.in_words(Lang::Da).to_string(),
        "Seriediagram med 14 målinger fra januar 2023 til februar 2024, 1 mangler, 1 udeladt af beregningen. \
         Lavere er bedre.\n\
         Kun tilfældig variation. Median 5. I 8 anvendelige målinger er den længste serie på 3 (ventet højst 6), og der er 4 kryds \
         (ventet mindst 1)."
    );
}

#[test]
fn points_beyond_the_limits_are_named() {
    let mut figures = vec![5, 6, 5, 4, 6, 5, 4, 5, 6, 4, 5, 6];
    figures.extend([40, 5, 4]);
    let series = counts(Direction::AtMost, &figures);
    let words = chart(&series, ChartKind::I).in_words(Lang::En).to_string();
    assert_eq!(
        words.lines().nth(1).expect("a line"),
        "Unusually long run and unusually few crossings; 1 point beyond the control limits. Mean 7.33, control limits −8.43 and 23.1. In 15 useful \
         measurements the longest run is 12 (expected at most 7), and there are 2 crossings (expected at least 4). From January 2023 to \
         December 2023, 12 measurements in a row lie below the centre line, on the better side. Beyond the \
         control limits: January 2024."
    );
}

#[test]
fn attainment_in_words() {
    let mut series = shares(&[16, 17, 15, 17, 15, 18, 14, 17, 15, 17, 15, 17]);
    series.targets = vec![target(None, "80", Unit::Percent)];
    let chart = chart(&series, ChartKind::P);
    let last = |lang| chart.in_words(lang).to_string().lines().last().expect("a line").to_owned();
    assert_eq!(
        last(Lang::Da),
        "Målet (mindst 80 %) er nået og fastholdt; 7 af de seneste 12 målinger når det. Som det går nu, \
         afgør tilfældet, om målet nås fra gang til gang."
    );
    assert_eq!(
        last(Lang::En),
        "The target (at least 80%) is reached and sustained; 7 of the latest 12 measurements meet it. As things are, \
         chance decides from time to time whether the target is met."
    );
}

#[test]
fn how_much_figures_vary_is_neither_good_nor_bad() {
    let subgroup = |n: usize| {
        Observed::of_subgroup(
            [0, 1 + n % 3]
                .map(|value| i32::try_from(value).expect("small"))
                .map(Decimal::from_integer)
                .into(),
            Unit::Days,
        )
    };
    let mut series = monthly(Direction::AtMost, (0..24).map(|n| Some(subgroup(if n < 12 { 0 } else { n }))));
    series.targets.push(target(None, "1", Unit::Days));
    assert_eq!(
        chart(&series, ChartKind::S).in_words(Lang::Da).to_string(),
        "S-diagram med 24 målinger fra januar 2023 til december 2024.\n\
         Usædvanligt lang serie og usædvanligt få kryds. Gennemsnit 1,06 dage, kontrolgrænser 0 og 3,46. I 24 anvendelige målinger er den længste \
         serie på 13 (ventet højst 8), og der er 7 kryds (ventet mindst 8). Fra januar 2023 til januar 2024 ligger 13 målinger i træk \
         under midterlinjen.\n\
         Det tyder på, at noget har ændret sig. Diagrammet viser ikke hvorfor."
    );
    let ranges = chart(&series, ChartKind::MovingRange).in_words(Lang::En).to_string();
    assert!(ranges.contains("Runs and crossings are not judged here"), "{ranges}");
}

#[test]
fn a_point_beyond_the_limits_is_in_the_headline() {
    let mut figures = vec![9, 11, 8, 12, 10, 9, 11, 10, 12, 8, 9, 11, 10, 40];
    figures.extend([9, 11, 10, 12, 13, 9]);
    let series = counts(Direction::AtMost, &figures);
    let chart = chart(&series, ChartKind::I);
    let phase = chart.latest_phase().expect("a phase");
    assert_eq!(
        [Lang::Da, Lang::En].map(|lang| phase.in_lang(lang).to_string()),
        [
            "ingen tegn i serier og kryds, men 1 måling uden for kontrolgrænserne",
            "no signal of the runs, but 1 point beyond the control limits"
        ]
    );
}

#[test]
fn the_text_says_that_the_target_changed() {
    let mut series = shares(&[12; 24]);
    series.targets = vec![target(Some("2024-07-01"), "80", Unit::Percent), target(None, "60", Unit::Percent)];
    let words = run(&series).in_words(Lang::Da).to_string();
    assert!(
        words.contains(
            "Målet (mindst 80 %) er endnu ikke nået; 6 af de seneste 12 målinger nåede det mål, der gjaldt for dem. "
        ),
        "{words}"
    );
}

#[test]
fn long_texts_keep_the_latest() {
    // Blocks of twelve, high and low in turn, in one phase; then each in a phase of its own.
    let blocks: Vec<u64> = (0..240).map(|n| if n / 12 % 2 == 0 { 5 + n % 3 } else { 15 + n % 3 }).collect();
    let mut series = shares(&blocks);
    let words = run(&series).in_words(Lang::En).to_string();
    assert!(words.contains(" 17 earlier long runs. From January 2040"), "{words}");
    let cut = |n: usize| Phase { from: Some(month(n * 12).start), ..Phase::default() };
    series.phases = (1..20).map(cut).collect();
    series.phases[18].label = Some("ny\nprocedure ".into());
    let words = run(&series).in_words(Lang::Da).to_string();
    let lines: Vec<_> = words.lines().collect();
    assert_eq!((lines.len(), lines[1]), (15, "8 tidligere faser."), "{words}");
    assert!(lines[13].starts_with("Fase 20 (ny procedure): "), "{words}");
}

#[test]
fn a_change_that_only_the_phases_together_show_is_told() {
    let falls = [9, 8, 9, 10, 8, 9, 10, 9, 4, 3, 4, 5, 3, 4, 5, 4];
    let phases = ChartData::counts(Direction::AtMost, falls)
        .with_phase_from(8)
        .chart(ChartKind::Run)
        .expect("a chart");
    assert_eq!(phases.evidence().grade, EvidenceGrade::RunChartSignal);
    let said = |lang| phases.in_words(lang).to_string().lines().last().map(str::to_owned);
    assert_eq!(
        said(Lang::Da).as_deref(),
        Some(
            "De seneste faser taget som én tyder på, at noget har ændret sig. Diagrammet viser ikke hvorfor."
        )
    );
    assert_eq!(
        said(Lang::En).as_deref(),
        Some(
            "The latest phases taken as one suggest that something has changed. The chart does not show why."
        )
    );
}
