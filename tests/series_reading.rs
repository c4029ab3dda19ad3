//! What a chart says of a series: in words, against its target, and where a new phase may begin.

#![expect(
    clippy::arithmetic_side_effects,
    clippy::expect_used,
    reason = "a test that does not hold may stop here"
)]

use kvalitetsmodel::Lang;
use kvalitetsmodel::date::{PartialDate, Period};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::series::{
    Annotation, Attainment, AttainmentStatus, Change, ChartKind, ChartSettings, Evidence, Exclusion,
    Expectation, Interval, MeasurementSeries, NotChartable, Obstacle, Phase, SeriesChart, TargetLine,
    Unassessed,
};
use kvalitetsmodel::target_figure::{TargetFigure, TargetIndicator};

fn id(n: usize) -> Id<Measurement> {
    Id::from_u128(u128::try_from(n).expect("small"))
}

fn month(n: usize) -> Period {
    let (year, month) = (2023 + n / 12, 1 + n % 12);
    PartialDate::of_month(year.try_into().expect("a year"), month.try_into().expect("a month"))
        .expect("a month")
        .into()
}

/// One measurement a month from January 2023 on.
fn monthly(direction: Direction, observed: impl IntoIterator<Item = Option<Observed>>) -> MeasurementSeries {
    let mut series = MeasurementSeries::new(Id::from_u128(1), direction);
    series.indicator = Some(Id::from_u128(18));
    series.interval = Some(Interval::Month);
    for (n, observed) in observed.into_iter().enumerate() {
        let measurement = Measurement { period: Some(month(n)), observed, ..Measurement::new(id(n)) };
        series.measurements.push(Measurement { indicator: series.indicator, ..measurement });
    }
    series
}

fn counts(direction: Direction, counts: &[u64]) -> MeasurementSeries {
    monthly(direction, counts.iter().map(|count| Some(Observed::Count { count: *count })))
}

/// Parts of 20.
fn shares(parts: &[u64]) -> MeasurementSeries {
    let share = |part: &u64| Some(Observed::Share { part: *part, whole: 20 });
    monthly(Direction::AtLeast, parts.iter().map(share))
}

fn run(series: &MeasurementSeries) -> SeriesChart<'_> {
    chart(series, ChartKind::Run)
}

fn chart(series: &MeasurementSeries, kind: ChartKind) -> SeriesChart<'_> {
    series.chart(kind, &ChartSettings::default()).expect("chartable")
}

fn target(from: Option<&str>, value: &str, unit: Unit) -> TargetLine {
    let from = from.map(|day| day.parse().expect("a day"));
    TargetLine { from, value: value.parse().expect("a number"), unit, target_figure: None }
}

/// Twelve months around 10 of 20, then twelve around 16.
const SHIFT: [u64; 24] =
    [10, 9, 11, 10, 8, 12, 9, 11, 10, 9, 12, 8, 16, 17, 15, 18, 16, 14, 17, 16, 15, 18, 16, 17];

#[test]
fn two_countings_show_no_development() {
    // The report's own figures: 15 of 19 before, 17 of 19 after.
    let share = |part| Some(Observed::Share { part, whole: 19 });
    let series = monthly(Direction::AtLeast, [share(15), share(17)]);
    let chart = run(&series);
    assert_eq!(chart.evidence(), Evidence::TwoCounts);
    assert_eq!(
        chart.in_words(Lang::Da).to_string(),
        "Seriediagram med 2 målinger fra januar 2023 til februar 2023. Højere er bedre.\n\
         For få målinger til at sige noget: 2, og der skal være 12. Median 84,2 %. Af 2 anvendelige målinger er \
         længste serie 1 (højst 4), og der er 1 kryds (mindst 0)."
    );
    assert_eq!(
        chart.in_words(Lang::En).to_string(),
        "Run chart of 2 measurements from January 2023 to February 2023. Higher is better.\n\
         Too few points to tell: 2, and 12 are needed. Median 84.2%. Of 2 useful measurements the longest run is 1 \
         (at most 4), and there is 1 crossing (at least 0)."
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
    let [proposal] = chart.proposed_phases().try_into().expect("one proposal");
    assert_eq!((proposal.point, proposal.from), (12, month(12).start));
    assert_eq!((proposal.median_before, proposal.median_after), (0.5, 0.8));
    assert_eq!((proposal.figures_before, proposal.figures_after), (12, 12));
    assert_eq!(proposal.change, Change::Improvement);
    assert_eq!(proposal.annotations, [&series.annotations[1], &series.annotations[2]]);
    // Nothing was calculated anew: the chart still has one part and one median.
    assert_eq!(chart.chart().parts().len(), 1);
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

    // A person accepts it: two phases, nothing left to explain, nothing more to propose.
    let mut decided = series.clone();
    decided
        .phases
        .push(Phase { grounds: Some("sidemandsoplæring på alle afdelinger".into()), ..proposal.phase() });
    let chart = run(&decided);
    assert_eq!(chart.chart().parts().len(), 2);
    assert!(chart.chart().parts().iter().all(|part| !part.has_run_signal()));
    assert_eq!(chart.proposed_phases(), []);

    // The same figures where less is better.
    let worse = MeasurementSeries { direction: Direction::AtMost, ..series.clone() };
    assert_eq!(run(&worse).proposed_phases()[0].change, Change::Deterioration);
}

#[test]
fn no_phase_is_proposed_before_the_level_has_lasted() {
    let until = |n: usize| shares(&SHIFT[..n]);
    // Eleven points on the new level: a signal, and no level yet.
    let eleven = until(23);
    assert!(run(&eleven).chart().parts()[0].has_run_signal());
    assert_eq!(run(&eleven).proposed_phases(), []);
    // Seven before it are no level to leave.
    assert_eq!(run(&shares(&SHIFT[5..])).proposed_phases(), []);
    assert_eq!(run(&shares(&SHIFT[4..])).proposed_phases().len(), 1);
    // A level that was left again, for as long as a level asks for.
    let back: Vec<u64> = SHIFT.iter().chain(&SHIFT[..12]).copied().collect();
    let back = shares(&back);
    let [proposal] = run(&back).proposed_phases().try_into().expect("one");
    assert_eq!((proposal.point, proposal.change), (24, Change::Deterioration));
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
    let centre = |n: usize| run.chart().points()[n].lines().centre();
    // The medians of 10 9 11 10 8 12 and of 16 17 15 18 16 14, of 20.
    assert_eq!((centre(0), centre(11), centre(12), centre(23)), (Some(0.5), Some(0.5), Some(0.8), Some(0.8)));
    assert!(run.chart().points()[5].is_in_baseline() && !run.chart().points()[6].is_in_baseline());
    // Known from elsewhere, in percent, however many measurements there are.
    series.phases[0].centre = Some("60".parse().expect("a number"));
    assert_eq!(self::run(&series).chart().points()[0].lines().centre(), Some(0.6));
}

#[test]
fn the_text_counts_missing_and_excluded_measurements() {
    let mut series = counts(Direction::AtMost, &[4, 6, 5, 3, 7, 5, 4, 6, 2, 5, 3, 4, 90, 5]);
    series.measurements[3].observed = None;
    series.exclusions.push(Exclusion { measurement: id(12), reason: Some("flytning".into()) });
    let chart = run(&series);
    assert_eq!(chart.chart().points()[3].value(), None);
    assert_eq!(
        chart.in_words(Lang::Da).to_string(),
        "Seriediagram med 14 målinger fra januar 2023 til februar 2024, 1 uden resultat, 1 udeladt af beregningen. \
         Lavere er bedre.\n\
         Kun tilfældig variation. Median 5. Af 8 anvendelige målinger er længste serie 3 (højst 6), og der er 4 kryds \
         (mindst 1)."
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
        "Unusually long run and unusually few crossings; 1 point beyond the control limits. Mean 7.33, control limits −8.43 and 23.1. Of 15 useful \
         measurements the longest run is 12 (at most 7), and there are 2 crossings (at least 4). From January 2023 to \
         December 2023, 12 measurements in a row lie below the centre line, on the better side. Beyond the \
         control limits: January 2024."
    );
}

#[test]
fn a_series_reaches_its_target_and_holds_it() {
    let status = |parts: &[u64]| {
        let mut series = shares(parts);
        series.targets.push(target(None, "80", Unit::Percent));
        run(&series).attainment().status
    };
    // 16 of 20 are exactly 80 percent.
    assert_eq!(status(&[10, 12, 15]), AttainmentStatus::NotYet);
    assert_eq!(status(&[10, 12, 16]), AttainmentStatus::Reached);
    assert_eq!(status(&[16; 11]), AttainmentStatus::Reached);
    assert_eq!(status(&[16; 12]), AttainmentStatus::Sustained);
    // Around the target at random.
    assert_eq!(status(&[16, 17, 15, 17, 15, 18, 14, 17, 15, 17, 15, 17]), AttainmentStatus::Sustained);
    // Half of them, but first the worse ones: a shift, which has not lasted twelve.
    assert_eq!(status(&[15, 14, 15, 13, 15, 14, 17, 18, 17, 19, 18, 17]), AttainmentStatus::Reached);
    // At random, and more often below.
    assert_eq!(status(&[15, 14, 17, 15, 14, 15, 17, 15, 14, 15, 14, 17]), AttainmentStatus::Reached);
}

#[test]
fn the_target_of_each_day_counts() {
    let mut series = shares(&[12; 24]);
    series.targets = vec![target(Some("2024-01-01"), "80", Unit::Percent), target(None, "60", Unit::Percent)];
    let attained = |series: &MeasurementSeries| run(series).attainment();
    let Attainment { status, met, of, in_a_row, .. } = attained(&series);
    assert_eq!((status, met, of, in_a_row), (AttainmentStatus::NotYet, 0, 12, 0));
    // One month into the new target, which it does not meet.
    series.measurements.truncate(13);
    let Attainment { status, met, of, in_a_row, .. } = attained(&series);
    assert_eq!((status, met, of, in_a_row), (AttainmentStatus::NotYet, 11, 12, 0));
    series.measurements.truncate(12);
    let Attainment { status, met, of, in_a_row, .. } = attained(&series);
    assert_eq!((status, met, of, in_a_row), (AttainmentStatus::Sustained, 12, 12, 12));
}

#[test]
fn what_can_be_expected_rests_on_limits_and_on_a_stable_process() {
    let mut series = shares(&[16, 17, 15, 17, 15, 18, 14, 17, 15, 17, 15, 17]);
    let expected = |series: &MeasurementSeries, kind| chart(series, kind).attainment().expectation;
    let not = |because| Expectation::NotAssessable { because };
    for (value, expectation) in
        [("30", Expectation::Always), ("80", Expectation::Sometimes), ("100", Expectation::Sometimes)]
    {
        series.targets = vec![target(None, value, Unit::Percent)];
        assert_eq!(expected(&series, ChartKind::P), expectation, "{value}");
    }
    // The limits of single figures lie closer, at most 100 percent is beyond them where it is far.
    series.targets = vec![target(None, "99.99", Unit::Percent)];
    assert_eq!(expected(&series, ChartKind::Run), not(Unassessed::NoLimits));
    series.targets = vec![target(None, "3", Unit::Days)];
    assert_eq!(expected(&series, ChartKind::P), not(Unassessed::UnitMismatch));
    series.targets = vec![target(Some("2030-01-01"), "80", Unit::Percent)];
    assert_eq!(expected(&series, ChartKind::P), not(Unassessed::NoTarget));

    let mut few = shares(&[16, 17, 15]);
    few.targets = vec![target(None, "80", Unit::Percent)];
    assert_eq!(expected(&few, ChartKind::P), not(Unassessed::TooFew { figures: 3, needed: 12 }));
    let mut shifted = shares(&SHIFT);
    shifted.targets = few.targets.clone();
    assert_eq!(expected(&shifted, ChartKind::P), not(Unassessed::NotStable));

    // Fewer than two falls are out of reach of a process that lies around thirty, and fewer than 300 are not.
    let mut falls = counts(Direction::AtMost, &[30, 29, 31, 30, 32, 28, 30, 31, 29, 30, 31, 29]);
    for (value, expectation) in
        [("2", Expectation::Never), ("30", Expectation::Sometimes), ("300", Expectation::Always)]
    {
        falls.targets = vec![target(None, value, Unit::Count)];
        assert_eq!(expected(&falls, ChartKind::C), expectation, "{value}");
    }
}

#[test]
fn attainment_in_words() {
    let mut series = shares(&[16, 17, 15, 17, 15, 18, 14, 17, 15, 17, 15, 17]);
    series.targets = vec![target(None, "80", Unit::Percent)];
    let chart = chart(&series, ChartKind::P);
    let last = |lang| chart.in_words(lang).to_string().lines().last().expect("a line").to_owned();
    assert_eq!(
        last(Lang::Da),
        "Målet (mindst 80 %) er nået og fastholdt; 7 af de seneste 12 målinger når det, 1 i træk til nu. Som det går \
         nu, afgør tilfældet, om målet nås fra gang til gang."
    );
    assert_eq!(
        last(Lang::En),
        "The target (at least 80%) is reached and sustained; 7 of the latest 12 measurements meet it, 1 in a row by \
         now. As things are, chance decides from time to time whether the target is met."
    );
}

#[test]
fn a_target_figure_of_the_core_is_held_against_the_series() {
    let series = shares(&[16; 12]);
    let mut figure = TargetFigure::new(Id::from_u128(185));
    let of = |figure: &TargetFigure| run(&series).attainment_of(figure).status;
    let because = |status| match status {
        AttainmentStatus::NotAssessable { because } => because.in_lang(Lang::En).to_string(),
        other => panic!("{other:?}"),
    };
    assert!(because(of(&figure)).starts_with("the target figure lacks indicator, direction, value, unit"));
    figure.direction = Some(Direction::AtLeast);
    figure.value = Some("80".parse().expect("a number"));
    figure.unit = Some(Unit::Percent);
    assert_eq!(because(of(&figure)), "the target figure and the series are not of one indicator");
    figure.indicator = series.indicator.map(|id| TargetIndicator { id, statement: None });
    assert_eq!(of(&figure), AttainmentStatus::Sustained);
    figure.direction = Some(Direction::AtMost);
    assert_eq!(because(of(&figure)), "the target figure and the series differ in direction");
    figure.direction = Some(Direction::AtLeast);
    figure.unit = Some(Unit::Points);
    assert_eq!(because(of(&figure)), "the measurements and the target differ in unit");
    // The measurements of a series are those that a target figure evaluates.
    assert!(series.measurements.iter().all(|one| one.indicator == series.indicator));
}

type Spoil<'a> = &'a dyn Fn(&mut MeasurementSeries);

#[test]
fn what_cannot_be_charted_says_where_and_why() {
    let fails = |change: &dyn Fn(&mut MeasurementSeries)| -> NotChartable {
        let mut series = shares(&[16, 17, 15]);
        change(&mut series);
        series.chart(ChartKind::P, &ChartSettings::default()).expect_err("refused")
    };
    let cases: [(Spoil<'_>, Option<usize>, &str, &str); 8] = [
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
            &|s| s.measurements[2].observed = Some(Observed::Count { count: 3 }),
            Some(2),
            "målingerne er gjort op på forskellige måder",
            "the measurements are not figures of one kind",
        ),
        (
            &|s| s.measurements[2].observed = Some(Observed::Share { part: 21, whole: 20 }),
            Some(2),
            "tælleren er større end nævneren",
            "the part is larger than the whole",
        ),
        (
            &|s| s.measurements[0].observed = Some(Observed::Share { part: 1, whole: 0 }),
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
            (error.measurement, error.in_lang(Lang::Da), error.in_lang(Lang::En)),
            (measurement.map(id), da, en)
        );
    }
    // Two events on one day are two events.
    let mut events = shares(&[16, 17, 15]);
    events.interval = Some(Interval::ByEvent);
    events.measurements[1].period = events.measurements[2].period;
    assert_eq!(chart(&events, ChartKind::P).chart().points().len(), 3);
    let counts = counts(Direction::AtMost, &[1, 2]);
    let error = counts.chart(ChartKind::U, &ChartSettings::default()).expect_err("refused");
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
    assert_eq!(written["evidence"], "runChartSignal");
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
        // One draft is drawn as every chart, whatever is known of it.
        let chart = chart(&series, kind);
        let words = chart.in_words(Lang::En).to_string();
        assert_eq!(words.contains("Level as set 50%"), kind.shows_level(), "{kind}: {words}");
        assert_eq!(words.contains("Higher is better"), kind.shows_level(), "{kind}: {words}");
        assert_eq!(words.contains("The target (at least 60%)"), kind.shows_level(), "{kind}: {words}");
        let at = chart.target_line_on(month(0).start);
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

#[test]
fn how_much_figures_vary_is_neither_good_nor_bad() {
    let subgroup = |n: usize| Observed::Subgroup {
        values: [0, 1 + n % 3]
            .map(|value| i32::try_from(value).expect("small"))
            .map(Decimal::from_integer)
            .into(),
        unit: Unit::Days,
    };
    let mut series = monthly(Direction::AtMost, (0..24).map(|n| Some(subgroup(if n < 12 { 0 } else { n }))));
    series.targets.push(target(None, "1", Unit::Days));
    assert_eq!(
        chart(&series, ChartKind::S).in_words(Lang::Da).to_string(),
        "S-diagram med 24 målinger fra januar 2023 til december 2024.\n\
         Usædvanligt lang serie og usædvanligt få kryds. Gennemsnit 1,06 dage, kontrolgrænser 0 og 3,46. Af 24 anvendelige målinger er længste \
         serie 13 (højst 8), og der er 7 kryds (mindst 8). Fra januar 2023 til januar 2024 ligger 13 målinger i træk \
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
    let part = chart.latest_part().expect("a part");
    assert_eq!(
        [Lang::Da, Lang::En].map(|lang| part.in_lang(lang).to_string()),
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
    // Blocks of twelve, high and low in turn, in one phase; and each in a phase of its own.
    let blocks: Vec<u64> = (0..240).map(|n| if n / 12 % 2 == 0 { 5 + n % 3 } else { 15 + n % 3 }).collect();
    let mut series = shares(&blocks);
    let words = run(&series).in_words(Lang::En).to_string();
    assert!(words.contains(" 17 earlier long runs. From January 2040"), "{words}");
    let cut = |n: usize| Phase { from: Some(month(n * 12).start), ..Phase::default() };
    series.phases = (1..20).map(cut).collect();
    series.phases[18].label = Some("ny\nprocedure ".into());
    let words = run(&series).in_words(Lang::Da).to_string();
    let lines: Vec<_> = words.lines().collect();
    assert_eq!((lines.len(), lines[1]), (14, "8 tidligere faser."), "{words}");
    assert!(lines[13].starts_with("Fase 20 (ny procedure): "), "{words}");
}
