//! What programs get, and what cannot be charted.

use super::*;

type Spoil<'a> = &'a dyn Fn(&mut MeasurementSeries);

#[test]
fn what_cannot_be_charted_says_where_and_why() {
    let fails = |change: &dyn Fn(&mut MeasurementSeries)| -> NotChartable {
        let mut series = shares(&[16, 17, 15]);
        change(&mut series);
        series.chart(ChartKind::P).expect_err("refused")
    };
    let cases: [(Spoil<'_>, Option<usize>, &str, &str); 10] = [
        (
            &|s| s.measurements[1].period = None,
            Some(1),
            "målingen har ingen periode",
            "the measurement has no period",
        ),
        (
            &|s| s.measurements[1].period = Some(Period { start: month(1).end, end: month(1).start }),
            Some(1),
            "målingens periode slutter, før den begynder",
            "the period of the measurement ends before it starts",
        ),
        (
            &|s| s.measurements[1].period = s.measurements[2].period,
            Some(2),
            "to målinger har samme periode",
            "two measurements have the same period",
        ),
        (
            &|s| s.measurements[2].observed = Some(Observed::of_count(3)),
            Some(2),
            "målingerne er gjort op på forskellige måder",
            "the measurements mix different kinds of figures",
        ),
        (
            &|s| s.measurements[1].no_result = Some(NoResult::Nothing),
            Some(1),
            "målingen har et resultat og siger, at den ikke har noget",
            "the measurement has a result, and says that it has none",
        ),
        (
            &|s| {
                let unit = Unit::Other { name: " ".into() };
                s.measurements[0].observed = Some(Observed::of_value("4".parse().expect("a number"), unit));
            },
            Some(0),
            "resultatet er ikke fuldt oplyst",
            "the result is not fully stated",
        ),
        (
            &|s| s.measurements[2].observed = Some(Observed::of_share(21, 20)),
            Some(2),
            "tælleren er større end nævneren",
            "the part is larger than the whole",
        ),
        (
            &|s| s.measurements[0].observed = Some(Observed::of_share(1, 0)),
            Some(0),
            "der er en tæller, men nævneren er nul",
            "there is a part, and the whole is zero",
        ),
        (
            &|s| s.phases = vec![Phase::default(), Phase::default()],
            None,
            "to faser begynder samme dag",
            "two phases begin on the same day",
        ),
        (
            &|s| {
                s.phases = vec![Phase { centre: Some("101".parse().expect("a number")), ..Phase::default() }];
            },
            None,
            "den kendte midterlinje kan ikke bruges til diagrammet",
            "the chart cannot have the known centre line",
        ),
    ];
    for (change, measurement, da, en) in cases {
        let error = fails(change);
        assert_eq!(
            (error.measurement, error.message(Lang::Da), error.message(Lang::En)),
            (measurement.map(id), da, en)
        );
    }
    // Two events on one day are two events.
    let mut events = shares(&[16, 17, 15]);
    events.interval = Some(Interval::ByEvent);
    events.measurements[1].period = events.measurements[2].period;
    assert_eq!(chart(&events, ChartKind::P).points().len(), 3);
    let counts = counts(Direction::AtMost, &[1, 2]);
    let error = counts.chart(ChartKind::U).expect_err("refused");
    assert!(matches!(error.because, Obstacle::Chart(_)));
    assert_eq!(
        error.to_string(),
        "the chart needs a part and a whole (measurement 00000000-0000-0000-0000-000000000000)"
    );
}

#[test]
fn other_programs_get_every_number() {
    let mut series = shares(&SHIFT);
    series.targets.push(target(None, "80", Unit::Percent));
    let written = serde_json::to_value(run(&series)).expect("written");
    assert_eq!((&written["chart"], &written["scale"]), (&"run".into(), &"share".into()));
    assert!(written["words"]["da"].as_str().is_some_and(|words| words.starts_with("Seriediagram med 24")));
    assert_eq!(
        written["evidence"],
        serde_json::json!({ "grade": "runChartSignal", "change": "improvement" })
    );
    let phase = &written["phases"][0];
    assert_eq!(phase["outcome"], "longRunAndFewCrossings");
    assert_eq!(
        phase["longestRun"],
        serde_json::json!({ "first": 0, "last": 11, "length": 12, "side": "below" })
    );
    assert_eq!(phase["longRuns"].as_array().map(Vec::len), Some(2));
    let point = &written["points"][12];
    assert_eq!((&point["value"], &point["target"]), (&serde_json::json!(0.8), &serde_json::json!(0.8)));
    assert_eq!(
        (&point["inLongRun"], &point["lines"]["upper"]),
        (&serde_json::json!(true), &serde_json::Value::Null)
    );
    assert_eq!(written["attainment"]["status"], "sustained");
    assert_eq!(written["proposals"][0]["change"], "improvement");
}

#[test]
fn every_kind_of_chart_is_read_with_what_is_known() {
    let mut series = shares(&SHIFT);
    series.targets.push(target(None, "60", Unit::Percent));
    let known = |text: &str| Some(text.parse().expect("a number"));
    series.phases.push(Phase { centre: known("50"), sigma: known("5"), ..Phase::default() });
    for kind in [
        ChartKind::Run,
        ChartKind::I,
        ChartKind::MovingRange,
        ChartKind::IPrime,
        ChartKind::P,
        ChartKind::PPrime,
        ChartKind::U,
        ChartKind::UPrime,
    ] {
        // The same draft is drawn as every chart, whatever is known of it.
        let chart = chart(&series, kind);
        let words = chart.in_words(Lang::En).to_string();
        assert_eq!(words.contains("Level as set 50%"), kind.shows_level(), "{kind}: {words}");
        assert_eq!(words.contains("Higher is better"), kind.shows_level(), "{kind}: {words}");
        assert_eq!(words.contains("The target (at least 60%)"), kind.shows_level(), "{kind}: {words}");
        let at = chart.target_line_at(0);
        assert_eq!(at, kind.shows_level().then_some(0.6), "{kind}");
        if !kind.shows_level() {
            assert_eq!(
                chart.attainment().expectation,
                Expectation::NotAssessable { because: Unassessed::NoLevel }
            );
            assert_eq!(chart.proposed_phases(), []);
        }
    }
}
