//! Invalid phases, baselines without points, and lines that no chart can have.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::reference::{Analysis, Phase, Point, lines as chart_lines};
use kvalitetsmodel::chart::{ChartError, ChartKind, ChartOutcome, ChartSettings};

use super::figures::HOSTILE;

fn points(count: u32) -> Vec<Point> {
    (0..count).map(|n| Point::single(f64::from(n)).expect("a figure")).collect()
}

#[test]
fn parts_that_are_not_in_order() {
    let settings = ChartSettings::default();
    for (starts, wrong) in [
        (vec![1], 0),
        (vec![usize::MAX], 0),
        (vec![0, 0], 1),
        (vec![0, 5, 5], 2),
        (vec![0, 5, 3], 2),
        (vec![0, 20], 1),
        (vec![0, 30, 10], 1),
        (vec![0, 5, usize::MAX], 2),
        (vec![5, 0], 0),
    ] {
        let phases: Vec<Phase> = starts.iter().copied().map(Phase::from).collect();
        let error = ChartError::Phases { phase: wrong };
        for kind in ChartKind::ALL.iter().copied() {
            let missing = [Point::MISSING; 20];
            assert_eq!(Analysis::new(kind, &missing, &phases, &settings), Err(error), "{starts:?}");
            assert_eq!(chart_lines(kind, &missing, &phases, &settings, &mut Vec::new()), Err(error));
        }
        assert_eq!(error.message(Lang::Da), "faserne står ikke i rækkefølge");
        assert_eq!(error.message(Lang::En), "the phases are not in order");
        assert_eq!((error.to_string().as_str(), error.point()), ("the phases are not in order", None));
    }
    // The phase that is wrong is named, and the previous result is left unchanged.
    let phases = [Phase::from(0), Phase::from(3), Phase::from(3)];
    let mut chart = Analysis::empty(ChartKind::Run);
    assert!(chart.redo(ChartKind::Run, &points(9), &phases, &settings).is_err());
    assert!(chart.phases().is_empty() && chart.points().is_empty());
}

#[test]
fn nothing_to_chart() {
    for kind in ChartKind::ALL.iter().copied() {
        let settings = ChartSettings { floor_at_zero: true, ..ChartSettings::default() };
        for phases in [vec![], vec![Phase::default()], vec![Phase { baseline: Some(7), ..Phase::default() }]]
        {
            let chart = Analysis::new(kind, &[], &phases, &settings).expect("a chart");
            assert!(chart.phases().is_empty() && chart.points().is_empty());
            assert_eq!(chart, Analysis::empty(kind));
            let mut lines = vec![
                *Analysis::new(kind, &[Point::MISSING], &[], &settings).expect("a chart").points()[0].lines(),
            ];
            assert_eq!(chart_lines(kind, &[], &phases, &settings, &mut lines), Ok(()));
            assert!(lines.is_empty());
        }
        let later = Analysis::new(kind, &[], &[Phase::from(0), Phase::from(1)], &settings);
        assert_eq!(later, Err(ChartError::Phases { phase: 1 }));

        // Only missing points, and only excluded ones.
        for point in [Point::MISSING, Point::MISSING.excluded()] {
            let chart = Analysis::new(kind, &[point; 30], &[], &settings).expect("a chart");
            let phase = &chart.phases()[0];
            assert_eq!((phase.figures(), phase.runs().useful(), phase.beyond_limits()), (0, 0, 0));
            assert!(!phase.has_run_signal() && !phase.is_flat());
            assert_eq!(chart.points()[0].value(), None);
            let observations = if point.is_included() { 30 } else { 0 };
            assert_eq!(phase.runs().observations(), observations);
        }
    }
}

#[test]
fn baselines_without_points() {
    for baseline in [0, 1, usize::MAX] {
        let phases = [Phase { baseline: Some(baseline), ..Phase::default() }];
        let chart =
            Analysis::new(ChartKind::I, &points(20), &phases, &ChartSettings::default()).expect("a chart");
        let phase = &chart.phases()[0];
        let lines = chart.points()[19].lines();
        match baseline {
            // Without a centre line no point is useful, and the outcome says so.
            0 => {
                assert_eq!((lines.centre(), phase.outcome()), (None, ChartOutcome::NoCentre));
                assert_eq!(phase.runs().longest_run(), None);
            }
            1 => assert_eq!((lines.centre(), lines.upper()), (Some(0.0), None)),
            _ => assert_eq!(
                (lines.centre(), phase.outcome()),
                (Some(9.5), ChartOutcome::LongRunAndFewCrossings)
            ),
        }
    }
}

/// The points that each kind can have.
fn fitting(kind: ChartKind) -> [Point; 2] {
    let point = match kind {
        ChartKind::P | ChartKind::PPrime | ChartKind::U | ChartKind::UPrime => Point::ratio(1.0, 2.0),
        ChartKind::Xbar | ChartKind::S => Point::subgroup(&[1.0, 2.0]),
        _ => Point::single(1.0),
    };
    [point.expect("a point"); 2]
}

#[test]
fn a_known_centre_that_the_chart_cannot_have() {
    for kind in ChartKind::ALL.iter().copied() {
        for centre in HOSTILE {
            let phases = [Phase::default(), Phase { centre: Some(centre), ..Phase::from(1) }];
            let known = Analysis::new(kind, &fitting(kind), &phases, &ChartSettings::default());
            let fits = centre.is_finite()
                && match kind {
                    ChartKind::P | ChartKind::PPrime => (0.0..=1.0).contains(&centre),
                    ChartKind::Run | ChartKind::I | ChartKind::IPrime | ChartKind::Xbar => true,
                    ChartKind::T => centre > 0.0,
                    _ => centre >= 0.0,
                };
            if fits {
                let chart = known.unwrap_or_else(|error| panic!("{kind:?} {centre}: {error}"));
                let line = chart.points()[1].lines().centre();
                // T takes a power and reverses it.
                assert!(kind == ChartKind::T || line == Some(centre), "{kind:?} {centre}: {line:?}");
                continue;
            }
            let error = known.expect_err("no chart");
            assert_eq!(error, ChartError::KnownCentre { phase: 1 }, "{kind:?}: {centre}");
            assert_eq!(error.message(Lang::Da), "den kendte midterlinje kan ikke bruges til diagrammet");
            assert_eq!(error.to_string(), "the chart cannot have the known centre line");
        }
    }
}

#[test]
fn a_known_sigma_that_the_chart_cannot_use() {
    for kind in ChartKind::ALL.iter().copied() {
        for sigma in HOSTILE {
            let phases = [Phase { sigma: Some(sigma), ..Phase::default() }];
            let known = Analysis::new(kind, &fitting(kind), &phases, &ChartSettings::default());
            let takes = matches!(
                kind,
                ChartKind::I | ChartKind::IPrime | ChartKind::MovingRange | ChartKind::Xbar | ChartKind::S
            );
            if takes && sigma.is_finite() && sigma >= 0.0 {
                let chart = known.unwrap_or_else(|error| panic!("{kind:?} {sigma}: {error}"));
                assert_eq!(chart.phases()[0].runs().observations(), 2);
                continue;
            }
            let error = known.expect_err("no chart");
            assert_eq!(error, ChartError::KnownSigma { phase: 0 }, "{kind:?}: {sigma}");
            assert_eq!(
                error.message(Lang::Da),
                "den kendte standardafvigelse kan ikke bruges til diagrammet"
            );
            assert_eq!(error.to_string(), "the chart cannot use the known standard deviation");
        }
    }
}
