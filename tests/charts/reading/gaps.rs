//! Points without a figure or without days, units as people write them, and points side by side.

use kvalitetsmodel::chart::{ChartData, ChartSettings, DataPhase, DataTarget, Figure, Order, Place, Scale};

use super::*;

fn words(data: ChartData, kind: ChartKind) -> [String; 2] {
    let chart = data.chart(kind).expect("a chart");
    [Lang::Da, Lang::En].map(|lang| chart.in_words(lang).to_string())
}

fn other(name: &str) -> Unit {
    Unit::Other { name: name.into() }
}

/// Two missing, one without a result, two suppressed.
fn with_gaps(second: Option<u64>) -> ChartData {
    let suppressed = |below| Figure::Suppressed { below };
    let figures = vec![
        Figure::Count(6),
        Figure::Missing,
        suppressed(Some(5)),
        Figure::NoResult,
        Figure::Count(8),
        suppressed(second),
        Figure::Count(9),
        Figure::Missing,
    ];
    ChartData::of(Direction::AtMost, Scale::Count, figures).with_interval(Interval::Month, month(0).start)
}

#[test]
fn missing_no_result_and_suppressed_are_three_things() {
    assert_eq!(
        words(with_gaps(Some(5)), ChartKind::Run),
        [
            "Seriediagram med 8 målinger fra januar 2023 til august 2023, 2 mangler, 1 uden resultat, 2 skjulte \
             (under 5). Lavere er bedre. Niveau og serier er kun af de synlige målinger; det er de små tal, der er \
             skjult, så niveauet kan være lavere.\n\
             For få målinger til at sige noget: 3, og der skal være 12. Median 8. I 2 anvendelige målinger er \
             den længste serie på 1 (ventet højst 4), og der er 1 kryds (ventet mindst 0).",
            "Run chart of 8 measurements from January 2023 to August 2023, 2 missing, 1 without a result, 2 suppressed \
             (below 5). Lower is better. Level and runs are of the visible measurements only; the small figures are the \
             ones that are suppressed, so the level may be lower.\n\
             Too few points to tell: 3, and 12 are needed. Median 8. In 2 useful measurements the longest run is 1 \
             (expected at most 4), and there is 1 crossing (expected at least 0).",
        ]
    );
    // Below different numbers, and below one that is not known.
    for second in [Some(10), None] {
        let [da, en] = words(with_gaps(second), ChartKind::Run);
        assert!(da.contains(", 1 uden resultat, 2 skjulte. Lavere"), "{da}");
        assert!(en.contains(", 1 without a result, 2 suppressed. Lower"), "{en}");
    }
    let chart = with_gaps(Some(5)).chart(ChartKind::MovingRange).expect("a chart");
    let points = [0, 1, 2, 3, 4].map(|point| chart.point_in_lang(point, Lang::En).to_string());
    assert_eq!(
        points,
        [
            "no measurement just before",
            "missing",
            "suppressed (below 5)",
            "without a result",
            "no measurement just before"
        ]
    );
}

#[test]
fn a_chart_of_moving_ranges_tells_of_missing_months() {
    assert_eq!(
        words(with_gaps(Some(5)), ChartKind::MovingRange),
        [
            "MR-diagram med 8 målinger fra januar 2023 til august 2023, 2 mangler, 1 uden resultat, 2 skjulte (under \
             5).\nSerier og kryds bedømmes ikke her.",
            "MR chart of 8 measurements from January 2023 to August 2023, 2 missing, 1 without a result, 2 suppressed \
             (below 5).\nRuns and crossings are not judged here.",
        ]
    );
}

#[test]
fn a_subgroup_of_one_has_a_result_and_no_spread() {
    let subgroups = [vec![1, 3], vec![2], vec![], vec![2, 4]];
    let data = ChartData::subgroups(Direction::AtMost, Unit::Days, subgroups);
    let [da, en] = words(data.clone(), ChartKind::S);
    assert_eq!(da.lines().next(), Some("S-diagram med 4 målinger, 1 uden resultat, 1 med kun én værdi."));
    assert_eq!(
        en.lines().next(),
        Some("S chart of 4 measurements, 1 without a result, 1 of a single value.")
    );
    let [da, _] = words(data, ChartKind::Xbar);
    assert_eq!(da.lines().next(), Some("X̄-diagram med 4 målinger, 1 uden resultat. Lavere er bedre."));
}

#[test]
fn one_is_not_several() {
    let data = ChartData::values(Direction::AtMost, Unit::Days, [1, 1, 2]);
    let [da, en] = words(data, ChartKind::Run);
    assert_eq!(
        da.lines().nth(1),
        Some(
            "For få målinger til at sige noget: 3, og der skal være 12. Median 1 dag. I 1 anvendelig måling er \
             den længste serie på 1 (ventet højst 3), og der er 0 kryds (ventet mindst 0)."
        )
    );
    assert_eq!(
        en.lines().nth(1),
        Some(
            "Too few points to tell: 3, and 12 are needed. Median 1 day. In 1 useful measurement the longest run is 1 \
             (expected at most 3), and there are 0 crossings (expected at least 0)."
        )
    );
    let of_target = |count: u64| {
        let data = ChartData::counts(Direction::AtMost, [count]).with_target(Decimal::from(2));
        words(data, ChartKind::Run).map(|words| words.lines().last().expect("a line").to_owned())
    };
    assert_eq!(
        of_target(3),
        [
            "Målet (højst 2) er endnu ikke nået; der er kun én måling. Hvad der kan ventes fremover, kan ikke siges: \
             diagrammet har ingen kontrolgrænser.",
            "The target (at most 2) is not reached yet; there is only one measurement. What can be expected from now \
             on cannot be said: the chart has no control limits.",
        ]
    );
    let data = ChartData::counts(Direction::AtMost, [3, 2, 3]).with_target(Decimal::from(2));
    let [da, en] = words(data, ChartKind::Run);
    assert!(da.contains("er ikke nået i den seneste måling; 1 af de seneste 3 målinger når det. "), "{da}");
    assert!(
        en.contains("is not reached in the latest measurement; 1 of the latest 3 measurements meets it. "),
        "{en}"
    );
}

#[test]
fn units_read_as_people_write_them() {
    let money = |values: [u32; 4]| ChartData::values(Direction::AtMost, other("kr. "), values);
    let [da, _] = words(money([9, 8, 10, 9]), ChartKind::Run);
    assert!(da.contains(" Median 9 kr. I "), "{da}");
    let [da, _] = words(money([9, 8, 10, 9]), ChartKind::I);
    assert!(da.contains(" Gennemsnit 9 kr., kontrolgrænser 5,45 og 12,55. I "), "{da}");
    let rate = |name: &str, lang| Scale::Per(other(name)).unit_in_lang(lang).to_string();
    for (name, da) in [
        ("sengedage", " pr. sengedag"),
        ("sengedag", " pr. sengedag"),
        ("  vågne   timer ", " pr. vågne time"),
        ("bemandede dage", " pr. bemandede dag"),
        ("1.000 sengedage", " pr. 1.000 sengedage"),
        ("beboere", " pr. beboere"),
        ("døgn", " pr. døgn"),
        (" ", ""),
    ] {
        assert_eq!(rate(name, Lang::Da), da);
    }
    assert_eq!([rate("bed days", Lang::En), rate("sengedage", Lang::En)], [" per bed day", " per sengedage"]);
    assert_eq!(Scale::In(other("sengedage")).unit_in_lang(Lang::Da).to_string(), " sengedage");
}

#[test]
fn a_target_has_the_unit_of_the_figures() {
    let of_target = |data: ChartData| {
        let [da, _] = words(data.with_target(Decimal::from(2)), ChartKind::Run);
        da.lines().last().and_then(|line| line.split(" er ").next()).map(str::to_owned)
    };
    let least = Direction::AtLeast;
    assert_eq!(of_target(ChartData::values(least, other("kr."), [1])), Some("Målet (mindst 2 kr.)".into()));
    assert_eq!(of_target(ChartData::values(least, Unit::Days, [1])), Some("Målet (mindst 2 dage)".into()));
    assert_eq!(
        of_target(ChartData::rates(least, Unit::Days, [(1, 1)])),
        Some("Målet (mindst 2 pr. dag)".into())
    );
    assert_eq!(of_target(ChartData::counts(least, [1])), Some("Målet (mindst 2)".into()));
    assert_eq!(of_target(ChartData::shares(least, [(1, 2)])), Some("Målet (mindst 2 %)".into()));
}

#[test]
fn a_target_that_begins_later_is_a_target() {
    let mut data =
        ChartData::counts(Direction::AtMost, [3, 2, 3]).with_interval(Interval::Month, month(0).start);
    let from = Some(Place::Day(month(24).start));
    data.targets.push(DataTarget { from, value: Decimal::from(2), unit: Unit::Count });
    let last = |words: &String| words.lines().last().map(str::to_owned);
    assert_eq!(
        words(data.clone(), ChartKind::Run).each_ref().map(last),
        [
            Some("Målet kan ikke vurderes: det begynder først efter den seneste måling.".into()),
            Some("The target cannot be assessed: it begins only after the latest measurement.".into()),
        ]
    );
    for point in &mut data.points {
        point.figure = Figure::Missing;
    }
    let attainment = data.chart(ChartKind::Run).expect("a chart").attainment();
    assert_eq!(attainment.status, AttainmentStatus::NotAssessable { because: Unassessed::NoFigures });
}

#[test]
fn points_side_by_side_have_no_latest() {
    let shares = [(15, 20), (30, 40), (9, 30), (18, 20), (11, 19)];
    let data = ChartData::shares(Direction::AtLeast, shares).with_target(Decimal::from(80));
    let side_by_side = ChartSettings { order: Order::None, ..ChartSettings::default() };
    let chart = data.chart_with(ChartKind::P, side_by_side).expect("a chart");
    assert_eq!(
        [Lang::Da, Lang::En].map(|lang| chart.in_words(lang).to_string()),
        [
            "P-diagram med 5 målinger. Højere er bedre.\n\
             Serier og kryds bedømmes ikke her; 1 måling uden for kontrolgrænserne. Gennemsnit 64,3 %, kontrolgrænser \
             for den sidste måling 31,4 % og 97,3 %. Uden for kontrolgrænserne: måling 3.\n\
             Målet (mindst 80 %) kan ikke vurderes: målingerne står side om side, og ingen af dem er den seneste.",
            "P chart of 5 measurements. Higher is better.\n\
             Runs and crossings are not judged here; 1 point beyond the control limits. Mean 64.3%, control limits of \
             the last measurement 31.4% and 97.3%. Beyond the control limits: measurement 3.\n\
             The target (at least 80%) cannot be assessed: the measurements are side by side, and none of them is \
             the latest.",
        ]
    );
    assert!(matches!(chart.evidence(), Evidence { grade: EvidenceGrade::NoComparison, change: None, .. }));
}

#[test]
fn a_set_level_is_told_as_it_was_set() {
    let mut data = ChartData::counts(Direction::AtLeast, [3, 9, 1, 14, 6, 22, 8, 2, 11, 5, 30, 7, 4]);
    data.phases.push(DataPhase { centre: Some(8.into()), ..DataPhase::default() });
    let [da, _] = words(data, ChartKind::G);
    assert_eq!(
        da.lines().nth(1),
        Some(
            "Kun tilfældig variation. Fastsat niveau 8, kontrolgrænser 0 og 47,64. I 12 anvendelige målinger er \
             den længste serie på 2 (ventet højst 7), og der er 10 kryds (ventet mindst 3)."
        )
    );
}

#[test]
fn limits_of_shares_stay_where_shares_can_be() {
    let few = [(1, 20), (0, 21), (3, 22), (1, 19), (0, 20), (2, 25), (1, 20), (4, 24)];
    let lines = |shares: [(u64, u64); 8], kind| {
        let chart = ChartData::shares(Direction::AtMost, shares).chart(kind).expect("a chart");
        let lines = *chart.points()[0].lines();
        (lines.lower(), lines.upper().is_some_and(|upper| upper > 0.2 && upper <= 1.0))
    };
    let most = few.map(|(part, whole)| (whole - part, whole));
    for kind in [ChartKind::I, ChartKind::IPrime] {
        assert_eq!(lines(few, kind), (Some(0.0), true), "{kind}");
        let chart = ChartData::shares(Direction::AtMost, most).chart(kind).expect("a chart");
        assert_eq!(chart.points()[0].lines().upper(), Some(1.0), "{kind}");
    }
}
