//! What a phase says, and why.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::reference::{Analysis, Phase, Point};
use kvalitetsmodel::chart::{ChartKind, ChartOutcome, ChartPhase, ChartSettings, Order};
use proptest::prelude::*;

use super::chart;
use super::holds;
use super::points::{AS_IT_IS, all, case};

/// The table of outcomes, derived again from what the chart shows.
fn expected(chart: &Analysis, phase: &ChartPhase) -> ChartOutcome {
    let points = chart.points_of(phase).iter().filter(|point| point.is_included());
    let figures: Vec<(f64, Option<f64>)> =
        points.filter_map(|point| Some((point.value()?, point.lines().centre()))).collect();
    let count = figures.len();
    match (phase.has_long_run(), phase.has_few_crossings()) {
        (true, true) => return ChartOutcome::LongRunAndFewCrossings,
        (true, false) => return ChartOutcome::LongRun,
        (false, true) => return ChartOutcome::FewCrossings,
        (false, false) => {}
    }
    let on_line = count - phase.runs().useful();
    if !phase.has_order() {
        ChartOutcome::NoOrder
    } else if count < 12 {
        ChartOutcome::TooFew { figures: count, needed: 12 }
    } else if figures.iter().all(|(value, _)| *value == figures[0].0) {
        ChartOutcome::Flat
    } else if figures.iter().all(|(_, centre)| centre.is_none()) {
        ChartOutcome::NoCentre
    } else if 2 * on_line >= count {
        ChartOutcome::OnTheLine { on_line, figures: count }
    } else {
        ChartOutcome::Random
    }
}

#[test]
fn the_outcome_is_that_of_the_table() {
    for kind in ChartKind::ALL.iter().copied() {
        holds(150, &case(kind), |(series, phases, settings)| {
            let chart = chart(kind, &all(kind, &series, AS_IT_IS), &phases, &settings);
            for phase in chart.phases() {
                prop_assert_eq!(phase.outcome().is_signal(), phase.has_run_signal(), "{:?}", kind);
                prop_assert_eq!(phase.has_run_signal(), phase.has_long_run() || phase.has_few_crossings());
                let has_order = settings.order == Order::Time && kind != ChartKind::MovingRange;
                prop_assert_eq!(phase.has_order(), has_order);
                prop_assert!(has_order || !phase.has_run_signal());
                // A missing moving range is a missing figure.
                prop_assert_eq!(phase.outcome(), expected(&chart, phase), "{:?}", kind);
                for run in chart.long_runs_of(phase) {
                    prop_assert!(Some(run.length) > phase.runs().longest_run_max());
                    prop_assert!(phase.points().contains(&run.first) && phase.points().contains(&run.last));
                }
                prop_assert_eq!(phase.has_long_run(), !chart.long_runs_of(phase).is_empty());
                let of_runs: usize = chart.long_runs_of(phase).iter().map(|run| run.length).sum();
                let marked = chart.points_of(phase).iter().filter(|point| point.is_in_long_run()).count();
                prop_assert_eq!(marked, of_runs);
                let beyond = chart.points_of(phase).iter().filter(|point| point.beyond_limits().is_some());
                prop_assert_eq!(beyond.count(), phase.beyond_limits());
            }
            Ok(())
        });
    }
}

fn outcome(figures: &[f64], phase: Phase, settings: ChartSettings) -> ChartOutcome {
    let points: Vec<Point> = figures.iter().map(|y| Point::single(*y).expect("a figure")).collect();
    chart(ChartKind::Run, &points, &[phase], &settings).phases()[0].outcome()
}

#[test]
fn each_outcome_comes_before_the_next() {
    let run = |figures: &[f64]| outcome(figures, Phase::default(), ChartSettings::default());
    let around = |centre: f64, figures: &[f64]| {
        outcome(figures, Phase { centre: Some(centre), ..Phase::default() }, ChartSettings::default())
    };
    let side_by_side = ChartSettings { order: Order::None, ..ChartSettings::default() };
    let stepped = [[1.0; 12], [2.0; 12]].concat();
    // A signal comes first: few points, or even equal ones, with a line from elsewhere.
    assert_eq!(run(&stepped), ChartOutcome::LongRunAndFewCrossings);
    assert_eq!(run(&[1.0, 1.0, 1.0, 1.0, 1.0, 2.0, 2.0, 2.0, 2.0, 2.0]), ChartOutcome::FewCrossings);
    assert_eq!(around(0.0, &[1.0; 8]), ChartOutcome::LongRunAndFewCrossings);
    let mut crossing =
        [[1.0; 9].as_slice(), &[-1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0, -1.0, 1.0]].concat();
    assert_eq!(around(0.0, &crossing), ChartOutcome::LongRun);
    crossing[7] = -1.0;
    assert_eq!(around(0.0, &crossing), ChartOutcome::Random);
    // Then the order, the number of points, no variation, no line, the points on it.
    assert_eq!(outcome(&stepped, Phase::default(), side_by_side), ChartOutcome::NoOrder);
    assert_eq!(outcome(&[1.0; 3], Phase::default(), side_by_side), ChartOutcome::NoOrder);
    assert_eq!(run(&[1.0; 11]), ChartOutcome::TooFew { figures: 11, needed: 12 });
    let nothing = Phase { baseline: Some(0), ..Phase::default() };
    assert_eq!(outcome(&[1.0; 12], nothing, ChartSettings::default()), ChartOutcome::Flat);
    assert_eq!(outcome(&stepped, nothing, ChartSettings::default()), ChartOutcome::NoCentre);
    let mut tied = [[1.0; 6], [0.0, 2.0, 0.0, 2.0, 0.0, 2.0]].concat();
    assert_eq!(run(&tied), ChartOutcome::OnTheLine { on_line: 6, figures: 12 });
    tied[0] = 3.0;
    assert_eq!(around(1.0, &tied), ChartOutcome::Random);
}

#[test]
fn messages_in_both_languages() {
    for (outcome, da, en) in [
        (
            ChartOutcome::NoOrder,
            "serier og kryds bedømmes ikke her",
            "runs and crossings are not judged here",
        ),
        (
            ChartOutcome::TooFew { figures: 11, needed: 12 },
            "for få målinger til at sige noget: 11, og der skal være 12",
            "too few points to tell: 11, and 12 are needed",
        ),
        (
            ChartOutcome::Flat,
            "alle målinger er ens: der er ingen variation at vurdere",
            "flat: there is no variation to judge",
        ),
        (
            ChartOutcome::NoCentre,
            "der er ingen midterlinje at vurdere ud fra",
            "there is no centre line to judge by",
        ),
        (
            ChartOutcome::OnTheLine { on_line: 6, figures: 12 },
            "6 af 12 målinger ligger på midterlinjen, så der er for få tilbage at vurdere",
            "6 of 12 points lie on the centre line, so that too few are left to judge",
        ),
        (ChartOutcome::Random, "kun tilfældig variation", "random variation only"),
        (ChartOutcome::LongRun, "usædvanligt lang serie", "unusually long run"),
        (ChartOutcome::FewCrossings, "usædvanligt få kryds", "unusually few crossings"),
        (
            ChartOutcome::LongRunAndFewCrossings,
            "usædvanligt lang serie og usædvanligt få kryds",
            "unusually long run and unusually few crossings",
        ),
    ] {
        assert_eq!(outcome.in_lang(Lang::Da).to_string(), da);
        assert_eq!(outcome.in_lang(Lang::En).to_string(), en);
        let signal = matches!(
            outcome,
            ChartOutcome::LongRun | ChartOutcome::FewCrossings | ChartOutcome::LongRunAndFewCrossings
        );
        assert_eq!(outcome.is_signal(), signal);
    }
}
