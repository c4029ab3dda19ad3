//! Where a new phase may begin.

use super::*;

#[test]
fn two_countings_show_no_development() {
    // The report's own figures: 15 of 19 before, 17 of 19 after.
    let share = |phase| Some(Observed::of_share(phase, 19));
    let series = monthly(Direction::AtLeast, [share(15), share(17)]);
    let chart = run(&series);
    assert!(matches!(chart.evidence(), Evidence { grade: EvidenceGrade::TwoCounts, change: None, .. }));
    assert_eq!(
        chart.in_words(Lang::Da).to_string(),
        "Seriediagram med 2 målinger fra januar 2023 til februar 2023. Højere er bedre.\n\
         For få målinger til at sige noget: 2, og der skal være 12. Median 84,2 %. I 2 anvendelige målinger er \
         den længste serie på 1 (ventet højst 4), og der er 1 kryds (ventet mindst 0)."
    );
    assert_eq!(
        chart.in_words(Lang::En).to_string(),
        "Run chart of 2 measurements from January 2023 to February 2023. Higher is better.\n\
         Too few points to tell: 2, and 12 are needed. Median 84.2%. In 2 useful measurements the longest run is 1 \
         (expected at most 4), and there is 1 crossing (expected at least 0)."
    );
}

#[test]
fn a_shift_is_proposed_with_its_grounds_and_never_made() {
    let mut series = shares(&SHIFT);
    let what = |on: &str| Annotation {
        on: on.parse().expect("a date"),
        occasion: kvalitetsmodel::series::Occasion::Action { id: None },
        text: Some("sidemandsoplæring".into()),
    };
    series.annotations = vec![what("2023-09"), what("2023-12"), what("2024-01-15"), what("2024-03")];
    let chart = run(&series);
    let [proposal]: [_; 1] = chart.proposed_phases().try_into().expect("one proposal");
    assert_eq!((proposal.point, proposal.from), (12, Some(month(12).start)));
    assert_eq!((proposal.median_before, proposal.median_after), (0.5, 0.8));
    assert_eq!((proposal.figures_before, proposal.figures_after), (12, 12));
    assert_eq!(proposal.change, LevelChange::Improvement);
    assert_eq!(proposal.notes, [&chart.data().notes[1], &chart.data().notes[2]]);
    // Nothing was recalculated: the chart still has one phase and one median.
    assert_eq!(chart.phases().len(), 1);
    let words = chart.in_words(Lang::Da).to_string();
    assert_eq!(
        words.lines().skip(2).collect::<Vec<_>>(),
        [
            "Forslag: en ny fase kan begynde med januar 2024. Medianen er 50 % i 12 målinger før og 80 % i 12 målinger \
             derefter, en forbedring, og de varierer kun tilfældigt. Spørg først hvorfor; den, der kender forløbet, \
             afgør det.",
            "Det tyder på, at noget har ændret sig. Diagrammet viser ikke hvorfor.",
        ]
    );
    assert!(words.contains(
        "Fra januar 2024 til december 2024 ligger 12 målinger i træk over midterlinjen, på den bedre side."
    ));

    // A person accepts it: two phases, nothing unexplained, nothing more to propose.
    let mut decided = series.clone();
    decided.phases.push(Phase {
        grounds: Some("sidemandsoplæring på alle afdelinger".into()),
        ..Phase::proposed(&proposal)
    });
    let chart = run(&decided);
    assert_eq!(chart.phases().len(), 2);
    assert!(chart.phases().iter().all(|phase| !phase.has_run_signal()));
    assert_eq!(chart.proposed_phases(), []);

    // The same figures where less is better.
    let worse = MeasurementSeries { direction: Direction::AtMost, ..series.clone() };
    assert_eq!(run(&worse).proposed_phases()[0].change, LevelChange::Deterioration);
}

#[test]
fn no_phase_is_proposed_before_the_level_has_lasted() {
    let until = |n: usize| shares(&SHIFT[..n]);
    // Eleven points on the new level: a signal, and no level yet.
    let eleven = until(23);
    assert!(run(&eleven).phases()[0].has_run_signal());
    assert_eq!(run(&eleven).proposed_phases(), []);
    // Seven before it are no level to leave.
    assert_eq!(run(&shares(&SHIFT[5..])).proposed_phases(), []);
    assert_eq!(run(&shares(&SHIFT[4..])).proposed_phases().len(), 1);
    // A level that was left again, after as many points as a level needs.
    let back: Vec<u64> = SHIFT.iter().chain(&SHIFT[..12]).copied().collect();
    let back = shares(&back);
    let chart = run(&back);
    let [proposal] = chart.proposed_phases().try_into().expect("one");
    assert_eq!((proposal.point, proposal.change), (24, LevelChange::Deterioration));
    // Noise, and a slope without a level.
    assert_eq!(run(&shares(&[10, 9, 11, 12, 8, 10, 11, 9, 12, 10, 8, 11, 9, 10])).proposed_phases(), []);
    let slope: Vec<u64> = (0..20).collect();
    assert_eq!(run(&shares(&slope)).proposed_phases(), []);
}

#[test]
fn a_baseline_frozen_inside_a_phase_keeps_its_line() {
    let mut series = shares(&SHIFT);
    series.phases = vec![
        Phase { baseline_until: Some(month(5).end), ..Phase::default() },
        Phase { from: Some(month(12).start), baseline_until: Some(month(17).end), ..Phase::default() },
    ];
    let run = run(&series);
    let centre = |n: usize| run.points()[n].lines().centre();
    // The medians of 10 9 11 10 8 12 and of 16 17 15 18 16 14, of 20.
    assert_eq!((centre(0), centre(11), centre(12), centre(23)), (Some(0.5), Some(0.5), Some(0.8), Some(0.8)));
    assert!(run.points()[5].is_in_baseline() && !run.points()[6].is_in_baseline());
    // Known from elsewhere, in percent, however many measurements there are.
    series.phases[0].centre = Some("60".parse().expect("a number"));
    assert_eq!(self::run(&series).points()[0].lines().centre(), Some(0.6));
}
