//! The lines of a chart never cross: lower limit, centre line, upper limit, from the lowest to the highest.

use kvalitetsmodel::chart::reference::{Analysis, Conventions, Phase, Point, lines as chart_lines};
use kvalitetsmodel::chart::{ChartKind, ChartSettings, Lines};
use kvalitetsmodel::document::Content;
use kvalitetsmodel::json;
use proptest::prelude::*;

use super::holds;
use super::points::{AS_IT_IS, MOVABLE, all, case};

/// From the lowest to the highest; a line that does not exist is ignored.
fn in_order(lines: &Lines) -> bool {
    let lines = [lines.lower(), lines.lower_2s(), lines.centre(), lines.upper_2s(), lines.upper()];
    lines.into_iter().flatten().is_sorted()
}

/// Known centres on both sides of zero, if the chart takes them.
fn known(kind: ChartKind) -> impl Strategy<Value = Option<f64>> {
    let far = if MOVABLE.contains(&kind) { -40.0..=40.0 } else { 0.1..=0.9 };
    proptest::option::weighted(0.6, far)
}

#[test]
fn lines_do_not_cross() {
    for kind in ChartKind::ALL.iter().copied() {
        holds(128, &(case(kind), known(kind)), |((series, mut phases, settings), centre)| {
            for phase in &mut phases {
                phase.centre = centre;
            }
            // There the centre of a T chart is on another scale, and that of an MR or S chart below zero is refused.
            let points = all(kind, &series, AS_IT_IS);
            let settings = ChartSettings { conventions: Conventions::Own, ..settings };
            let Ok(chart) = Analysis::new(kind, &points, &phases, &settings) else {
                return Err(TestCaseError::reject("no chart"));
            };
            for point in chart.points() {
                prop_assert!(in_order(point.lines()), "{:?}", point.lines());
            }
            let mut lines = Vec::new();
            chart_lines(kind, &points, &phases, &settings, &mut lines).expect("the same chart");
            prop_assert!(lines.iter().all(in_order), "{:?}", lines);
            Ok(())
        });
    }
}

#[test]
fn limits_below_zero_stay_where_the_centre_is_known_to_be_below_zero() {
    let points = [1.0, 2.0, 1.0, 2.0].map(|figure| Point::single(figure).expect("a figure"));
    let floor = ChartSettings { floor_at_zero: true, ..ChartSettings::default() };
    let limits = |centre: f64| {
        let phase = Phase { centre: Some(centre), sigma: Some(1.0), ..Phase::from(0) };
        let chart = Analysis::new(ChartKind::I, &points, &[phase], &floor).expect("a chart");
        let lines = *chart.points()[0].lines();
        [lines.lower(), lines.centre(), lines.upper()].map(|line| line.expect("a line"))
    };
    assert_eq!(limits(-10.0), [-13.0, -10.0, -7.0]);
    assert_eq!(limits(-0.5), [-3.5, -0.5, 2.5]);
    assert_eq!(limits(0.0), [0.0, 0.0, 3.0]);
    assert_eq!(limits(2.0), [0.0, 2.0, 5.0]);
    assert_eq!(limits(4.0), [1.0, 4.0, 7.0]);
}

#[test]
fn a_phase_known_to_be_below_zero_has_limits_around_its_level() {
    let measurements: Vec<String> = (1..=4)
        .map(|n| {
            let id = format!("00000000-0000-4000-8000-00000000001{n}");
            let period = format!(r#"{{ "start": "2024-0{n}-01", "end": "2024-0{n}-28" }}"#);
            let observed = format!(r#"{{ "count": {{ "count": {} }} }}"#, 2 - n % 2);
            format!(r#"{{ "id": "{id}", "period": {period}, "observed": {observed} }}"#)
        })
        .collect();
    let measurements = measurements.join(",");
    let text = format!(
        r#"{{
            "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-000000000001",
            "content": {{ "series": {{
                "id": "00000000-0000-4000-8000-000000000002", "direction": "atMost",
                "measurements": [{measurements}],
                "phases": [{{ "centre": "-10", "sigma": "1" }}]
            }} }}
        }}"#
    );
    let document = json::read(&text).expect("a document");
    let Content::Series(series) = document.content() else { panic!("a series") };
    let settings = ChartSettings { floor_at_zero: true, ..ChartSettings::default() };
    let chart = series.chart_with(ChartKind::I, settings).expect("a chart");
    assert!(chart.points().iter().all(|point| in_order(point.lines())));
}
