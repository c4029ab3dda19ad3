//! Figures at the ends of what a double can hold, and beyond.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::reference::{Analysis, Conventions, Point, PointError};
use kvalitetsmodel::chart::{
    ChartError, ChartKind, ChartSettings, Order, RunChart, Runs, Scratch, Screening,
};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

pub(crate) const HOSTILE: [f64; 20] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    f64::MAX,
    f64::MIN,
    f64::MAX / 2.0,
    1e300,
    -1e300,
    1e154,
    -1e154,
    f64::MIN_POSITIVE,
    -f64::MIN_POSITIVE,
    5e-324,
    -5e-324,
    f64::EPSILON,
    0.0,
    -0.0,
    1.0,
    -1.0,
    9_007_199_254_740_993.0,
];

#[test]
fn a_figure_that_is_none_makes_no_point() {
    for bad in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Point::single(bad), Err(PointError::NotFinite));
        assert_eq!(Point::ratio(bad, 1.0), Err(PointError::NotFinite));
        assert_eq!(Point::subgroup(&[1.0, bad]), Err(PointError::NotFinite));
        let quick = RunChart::of(&[1.0, 2.0, bad, bad], &mut Scratch::default());
        assert_eq!(quick.expect_err("not finite").index, 2);
    }
    assert_eq!(Point::ratio(1.0, f64::NAN), Err(PointError::NotFinite));
    assert_eq!(Point::ratio(1.0, f64::INFINITY), Err(PointError::NotFinite));
    assert_eq!(Point::ratio(1.0, f64::NEG_INFINITY), Err(PointError::NegativeWhole));
    for (part, whole, error) in [
        (1.0, 0.0, PointError::PartOfNothing),
        (-1.0, 0.0, PointError::PartOfNothing),
        (5e-324, -0.0, PointError::PartOfNothing),
        (1.0, -1.0, PointError::NegativeWhole),
        (0.0, -5e-324, PointError::NegativeWhole),
        (f64::MAX, 0.5, PointError::NotFinite),
        (1.0, 5e-324, PointError::NotFinite),
    ] {
        assert_eq!(Point::ratio(part, whole), Err(error), "{part} of {whole}");
    }
    for whole in [0.0, -0.0] {
        assert_eq!(Point::ratio(0.0, whole), Ok(Point::MISSING));
        assert_eq!(Point::ratio(-0.0, whole), Ok(Point::MISSING));
    }
    // Their sum and their distance have to be numbers, too.
    assert_eq!(Point::subgroup(&[]), Ok(Point::MISSING));
    assert_eq!(Point::subgroup(&[f64::MAX, f64::MAX]), Err(PointError::NotFinite));
    assert_eq!(Point::subgroup(&[1e200, -1e200]), Err(PointError::NotFinite));
    assert!(Point::subgroup(&[f64::MAX]).is_ok());

    let message = |error: PointError| error.to_string();
    assert_eq!(message(PointError::NotFinite), "the figure is infinite, too large or not a number");
    assert_eq!(message(PointError::NegativeWhole), "the whole is negative");
    assert_eq!(message(PointError::PartOfNothing), "there is a part, and the whole is zero");
    let error = RunChart::of(&[f64::NAN], &mut Scratch::default()).expect_err("not a number");
    assert_eq!(error.to_string(), "the number is infinite or not a number (point 0)");
}

#[test]
fn runs_take_any_figure() {
    for centre in HOSTILE {
        let runs = Runs::around(centre, &HOSTILE);
        let useful = HOSTILE
            .iter()
            .filter(|value| value.partial_cmp(&&centre).is_some_and(std::cmp::Ordering::is_ne))
            .count();
        assert_eq!((runs.observations(), runs.useful()), (HOSTILE.len(), useful), "{centre}");
        assert_eq!(runs.longest_run().is_some(), useful > 0, "{centre}");
    }
    assert_eq!(Runs::around(0.0, &[]).longest_run(), None);
    assert!(!Runs::around(f64::NAN, &[1.0; 100]).has_signal());
}

#[track_caller]
fn refused(kind: ChartKind, points: &[Point], error: ChartError, da: &str, en: &str) {
    let refused = Analysis::new(kind, points, &[], &ChartSettings::default()).expect_err("no chart");
    assert_eq!(refused, error);
    assert_eq!((refused.message(Lang::Da), refused.message(Lang::En)), (da, en));
    let place = error.point().map(|index| format!(" (point {index})")).unwrap_or_default();
    assert_eq!(refused.to_string(), format!("{en}{place}"));
    let mut lines = Vec::new();
    let settings = ChartSettings::default();
    assert_eq!(kvalitetsmodel::chart::reference::lines(kind, points, &[], &settings, &mut lines), Err(error));
}

#[test]
fn points_that_the_chart_cannot_have() {
    let single = |value| Point::single(value).expect("a figure");
    let ratio = |part, whole| Point::ratio(part, whole).expect("a ratio");
    let subgroup = || Point::subgroup(&[1.0, 2.0]).expect("a subgroup");
    for kind in [ChartKind::P, ChartKind::PPrime, ChartKind::U, ChartKind::UPrime] {
        let (da, en) = ("diagrammet kræver en tæller og en nævner", "the chart needs a part and a whole");
        let error = ChartError::WrongForm { kind, index: 1 };
        refused(kind, &[Point::MISSING, single(0.5)], error, da, en);
        refused(kind, &[ratio(1.0, 2.0), subgroup()], error, da, en);
        let error = ChartError::Negative { kind, index: 0 };
        refused(kind, &[ratio(-1.0, 2.0).excluded()], error, "tallet er negativt", "the figure is negative");
    }
    for kind in [ChartKind::P, ChartKind::PPrime] {
        let error = ChartError::PartExceedsWhole { index: 1 };
        let points = [ratio(20.0, 20.0), ratio(21.0, 20.0)];
        refused(kind, &points, error, "tælleren er større end nævneren", "the part is larger than the whole");
    }
    for kind in [ChartKind::Xbar, ChartKind::S] {
        let (da, en) = (
            "diagrammet kræver de enkelte værdier i hver stikprøve",
            "the chart needs the single values of each subgroup",
        );
        refused(kind, &[single(1.0)], ChartError::WrongForm { kind, index: 0 }, da, en);
        refused(kind, &[ratio(1.0, 2.0)], ChartError::WrongForm { kind, index: 0 }, da, en);
    }
    for kind in [ChartKind::C, ChartKind::G, ChartKind::T] {
        let (da, en) = ("diagrammet kræver enkelte tal", "the chart needs single figures");
        refused(kind, &[ratio(1.0, 2.0)], ChartError::WrongForm { kind, index: 0 }, da, en);
        refused(kind, &[subgroup()], ChartError::WrongForm { kind, index: 0 }, da, en);
        let error = ChartError::Negative { kind, index: 0 };
        refused(kind, &[single(-5e-324)], error, "tallet er negativt", "the figure is negative");
    }
    for zero in [0.0, -0.0] {
        let error = ChartError::NoTimeBetween { index: 2 };
        let points = [single(1.0), Point::MISSING, single(zero)];
        let da = "tiden mellem to hændelser er nul; mål i timer, eller brug et G-diagram, der tager nul dage";
        let en =
            "the time between two events is zero; measure in hours, or use a G chart, which takes zero days";
        refused(ChartKind::T, &points, error, da, en);
    }
}

#[test]
fn figures_that_are_too_large_together() {
    let (da, en) = ("tallene er for store til at regne med", "the figures are too large to calculate with");
    let too_large = ChartError::TooLarge { phase: 0 };
    let single = |value| Point::single(value).expect("a figure");
    let ratio = |part, whole| Point::ratio(part, whole).expect("a ratio");
    let subgroup = |values: &[f64]| Point::subgroup(values).expect("a subgroup");
    for kind in [ChartKind::I, ChartKind::C, ChartKind::G] {
        refused(kind, &[single(f64::MAX), single(f64::MAX)], too_large, da, en);
    }
    refused(ChartKind::MovingRange, &[single(f64::MAX), single(f64::MIN)], too_large, da, en);
    refused(ChartKind::MovingRange, &[single(f64::MAX), single(f64::MIN).excluded()], too_large, da, en);
    // Wholes and exposures count as much as phases.
    let wholes = [ratio(1.0, f64::MAX), ratio(2.0, f64::MAX)];
    for kind in [ChartKind::P, ChartKind::PPrime, ChartKind::U, ChartKind::UPrime, ChartKind::IPrime] {
        refused(kind, &wholes, too_large, da, en);
    }
    refused(ChartKind::U, &[ratio(f64::MAX, 2.0), ratio(f64::MAX, 3.0)], too_large, da, en);
    let apart = [subgroup(&[f64::MAX / 4.0; 4]), subgroup(&[f64::MAX / 5.0; 3])];
    refused(ChartKind::Xbar, &apart, too_large, da, en);
    // Their spreads squared are beyond a double only together.
    let spread = [subgroup(&[0.0, 1.8e154]), subgroup(&[0.0, 0.0, 1.6e154]), subgroup(&[0.0, 1.8e154])];
    refused(ChartKind::S, &spread, too_large, da, en);

    // A median adds nothing up.
    let run = RunChart::of(&[f64::MAX, f64::MAX, f64::MIN, f64::MAX], &mut Scratch::default());
    assert_eq!(run.expect("finite").median, Some(f64::MAX));
    // A limit that would be too large is missing, and nothing is beyond it.
    let points = [single(8e307), single(-8e307), single(8e307), single(-8e307)];
    let chart = Analysis::new(ChartKind::I, &points, &[], &ChartSettings::default()).expect("a chart");
    assert_eq!((chart.points()[0].lines().upper(), chart.phases()[0].beyond_limits()), (None, 0));
    assert!(chart.points()[0].lines().centre().is_some());
}

fn hostile_point() -> impl Strategy<Value = Point> {
    let figure = || prop_oneof![proptest::sample::select(&HOSTILE[..]), any::<f64>(), -20.0..20.0];
    let point = prop_oneof![
        Just(Ok(Point::MISSING)),
        figure().prop_map(Point::single),
        (figure(), figure()).prop_map(|(part, whole)| Point::ratio(part, whole)),
        (figure(), figure()).prop_map(|(part, whole)| Point::ratio(part.abs().min(whole.abs()), whole.abs())),
        proptest::collection::vec(figure(), 0..4).prop_map(|values| Point::subgroup(&values)),
    ];
    (point, proptest::bool::weighted(0.1)).prop_map(|(point, excluded)| {
        let point = point.unwrap_or(Point::MISSING);
        if excluded { point.excluded() } else { point }
    })
}

/// Every line is a number or missing, every figure a number, and what is said is consistent.
#[test]
fn no_figures_break_a_chart() {
    let conventions =
        prop_oneof![Just(Conventions::Own), Just(Conventions::Qicharts2), Just(Conventions::Pbcharts)];
    let law = (proptest::collection::vec(hostile_point(), 0..30), conventions, any::<[bool; 3]>());
    let config = ProptestConfig { cases: 4_000, failure_persistence: None, ..ProptestConfig::default() };
    let tried = TestRunner::new(config).run(&law, |(points, conventions, [screened, ordered, floor])| {
        let settings = ChartSettings {
            screening: if screened { Screening::On } else { Screening::Off },
            order: if ordered { Order::Time } else { Order::None },
            floor_at_zero: floor,
            conventions,
        };
        for kind in ChartKind::ALL.iter().copied() {
            // As they are, and only those of one form.
            for points in [points.clone(), points.iter().map(|point| fitting(kind, *point)).collect()] {
                let Ok(chart) = Analysis::new(kind, &points, &[], &settings) else { continue };
                for point in chart.points() {
                    prop_assert!(point.value().is_none_or(f64::is_finite), "{:?}: {:?}", kind, point);
                    let lines = point.lines();
                    prop_assert!(lines.lower() <= lines.upper() || lines.upper().is_none(), "{:?}", point);
                    prop_assert!(
                        point.is_included()
                            || conventions == Conventions::Qicharts2
                            || point.beyond_limits().is_none()
                    );
                }
                for phase in chart.phases() {
                    prop_assert!(phase.runs().useful() <= phase.figures(), "{:?}: {:?}", kind, phase);
                    prop_assert!(!phase.is_flat() || phase.figures() > 0);
                    let words = phase.outcome().in_lang(Lang::Da).to_string();
                    prop_assert!(!words.is_empty());
                }
                prop_assert_eq!(&chart, &chart.clone());
            }
        }
        Ok(())
    });
    tried.unwrap_or_else(|broken| panic!("{broken}"));
}

/// The same figure in the form that the chart takes, if there is one.
fn fitting(kind: ChartKind, point: Point) -> Point {
    let Some(value) = point.value() else { return Point::MISSING };
    let size = value.abs().max(1.0);
    let fitting = match kind {
        ChartKind::P | ChartKind::PPrime => Point::ratio(value.abs().min(size), size),
        ChartKind::U | ChartKind::UPrime => Point::ratio(value.abs(), size.min(1e10)),
        ChartKind::Xbar | ChartKind::S => Point::subgroup(&[value, value * 0.5, 1.0]),
        ChartKind::C | ChartKind::G => Point::single(value.abs()),
        ChartKind::T => Point::single(value.abs().max(5e-324)),
        _ => Ok(point),
    };
    fitting.unwrap_or(Point::MISSING)
}
