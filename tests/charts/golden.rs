//! The charts compared with the results of the reference programs: `tests/golden/README.md`.
#![expect(
    clippy::arithmetic_side_effects,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::cast_precision_loss,
    clippy::cast_sign_loss,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test that does not hold may stop here, and its numbers are small"
)]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use kvalitetsmodel::chart::reference::{Analysis, Conventions, Phase, Point, lines as chart_lines};
use kvalitetsmodel::chart::{ChartKind, ChartSettings, Order, RunChart, RunLimits, Runs, Scratch, Screening};
use serde_json::Value;

fn read(path: &Path) -> Value {
    let text = std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    serde_json::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn own(name: &str) -> Value {
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden").join(name))
}

/// Missing numbers are not numbers.
fn number(value: &Value) -> f64 {
    match value {
        Value::Null => f64::NAN,
        Value::String(text) if text == "Inf" => f64::INFINITY,
        Value::String(text) if text == "-Inf" => f64::NEG_INFINITY,
        value => value.as_f64().unwrap_or_else(|| panic!("a number: {value}")),
    }
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().expect("a list").iter().map(number).collect()
}

fn index(value: &Value) -> usize {
    usize::try_from(value.as_u64().expect("an index")).expect("small")
}

fn assert_same(ours: Option<f64>, theirs: f64, what: &str) {
    let ours = ours.unwrap_or(f64::NAN);
    let near = (ours - theirs).abs() <= 1e-9 * theirs.abs().max(ours.abs());
    assert!(
        ours.is_nan() && theirs.is_nan() || ours.to_bits() == theirs.to_bits() || near,
        "{what}: {ours} and {theirs}"
    );
}

/// The rows of a case that belong to one place on the x axis.
struct Rows(Vec<(f64, f64)>);

impl Rows {
    fn ys(&self) -> impl Iterator<Item = f64> + Clone {
        self.0.iter().map(|(y, _)| *y).filter(|y| !y.is_nan())
    }

    fn point(&self, kind: ChartKind, has_n: bool, aggregate: &str) -> Point {
        let ys: Vec<f64> = self.ys().collect();
        if has_n {
            let complete = || self.0.iter().filter(|(y, n)| !y.is_nan() && !n.is_nan());
            let (y, n) = (complete().map(|row| row.0).sum(), complete().map(|row| row.1).sum());
            return Point::ratio(y, n).expect("a ratio");
        }
        if ys.is_empty() {
            // R's sum of nothing is zero.
            let zero = aggregate == "sum" && self.0.len() > 1;
            return if zero { Point::single(0.0).expect("a number") } else { Point::MISSING };
        }
        let subgroup = Point::subgroup(&ys).expect("a subgroup");
        match kind {
            ChartKind::Xbar | ChartKind::S => subgroup,
            ChartKind::IPrime if ys.len() > 1 => subgroup,
            ChartKind::C => Point::single(ys.iter().sum()).expect("a count"),
            _ => {
                let mut sorted = ys.clone();
                sorted.sort_by(f64::total_cmp);
                let half = sorted.len() / 2;
                let value = match aggregate {
                    "mean" => subgroup.value().expect("values"),
                    "sum" => ys.iter().sum(),
                    "median" if ys.len() % 2 == 1 => sorted[half],
                    "median" => f64::midpoint(sorted[half - 1], sorted[half]),
                    "sd" => {
                        let mean = subgroup.value().expect("values");
                        let squares: f64 = ys.iter().map(|y| (y - mean) * (y - mean)).sum();
                        (squares / (ys.len() as f64 - 1.0)).sqrt()
                    }
                    other => panic!("aggregate {other}"),
                };
                Point::single(value).expect("a number")
            }
        }
    }
}

/// The points of a case, in order, and the first row of each.
fn points(case: &Value, kind: ChartKind) -> (Vec<Point>, Vec<usize>) {
    let input = &case["input"];
    let ys = numbers(&input["y"]);
    let ns = if input["n"].is_null() { vec![f64::NAN; ys.len()] } else { numbers(&input["n"]) };
    // Numbers sort as numbers, words as words.
    let mut rows: BTreeMap<(i64, String), (usize, Rows)> = BTreeMap::new();
    for (row, (y, n)) in ys.into_iter().zip(ns).enumerate() {
        let x = match &input["x"] {
            Value::Null => (row as i64, String::new()),
            Value::Array(x) => match &x[row] {
                Value::Null => continue,
                Value::String(word) => (0, word.clone()),
                x => (x.as_i64().expect("a whole number"), String::new()),
            },
            other => panic!("x: {other}"),
        };
        rows.entry(x).or_insert_with(|| (row, Rows(Vec::new()))).1.0.push((y, n));
    }
    let aggregate = case["args"]["agg"].as_str().unwrap_or("mean");
    let has_n = !input["n"].is_null();
    rows.into_values().map(|(row, rows)| (rows.point(kind, has_n, aggregate), row)).unzip()
}

/// Where the parts of a case begin, as the reference reads its argument.
fn starts(part: &Value, length: usize, first_rows: &[usize]) -> Vec<usize> {
    let mut starts = vec![0];
    let Some(part) = part.as_array() else { return starts };
    if part.first().is_some_and(Value::is_string) {
        let labels: Vec<&Value> = first_rows.iter().map(|row| &part[*row]).collect();
        for (n, label) in labels.iter().enumerate() {
            if !labels[..n].contains(label) {
                starts.push(n);
            }
        }
    } else {
        starts.extend(part.iter().filter_map(Value::as_u64).filter_map(|n| usize::try_from(n).ok()));
    }
    starts.retain(|start| *start < length.max(1));
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// A known centre is used if every point of the part has one.
fn known(cl: &Value, from: usize, to: usize, rows: &[usize]) -> Option<f64> {
    let of = |n: usize| match cl {
        Value::Array(each) => number(&each[rows[n]]),
        one => number(one),
    };
    let all: Vec<f64> = (from..to).map(of).collect();
    if all.iter().any(|centre| centre.is_nan()) {
        return None;
    }
    assert!(all.windows(2).all(|pair| pair[0].to_bits() == pair[1].to_bits()), "one centre in a part");
    all.first().copied()
}

fn assert_runs(runs: &Runs, signal: bool, theirs: &Value, what: &str) {
    let count = |name: &str| theirs[name].as_u64().map(|n| usize::try_from(n).expect("small"));
    assert_eq!(Some(runs.observations()), count("n_obs"), "{what}: n_obs");
    assert_eq!(Some(runs.useful()), count("n_useful"), "{what}: n_useful");
    assert_eq!(runs.longest_run().map(|run| run.length), count("longest_run"), "{what}: longest run");
    assert_eq!(runs.longest_run_max(), count("longest_run_max"), "{what}: longest run, at most");
    assert_eq!(runs.crossings(), count("n_crossings"), "{what}: crossings");
    assert_eq!(runs.crossings_min(), count("n_crossings_min"), "{what}: crossings, at least");
    assert_eq!(Some(signal), theirs["runs_signal"].as_bool(), "{what}: signal of the runs");
}

fn qicharts2(case: &Value) {
    let id = case["id"].as_str().expect("an id");
    let args = &case["args"];
    let kind: ChartKind = case["chart"].as_str().expect("a chart").parse().expect("a kind of chart");
    let ys = numbers(&case["input"]["y"]);
    if ys.iter().any(|y| y.is_infinite()) {
        return infinite(case, &ys);
    }
    let (mut points, rows) = points(case, kind);
    let starts = starts(&args["part"], points.len(), &rows);
    for excluded in args["exclude"].as_array().into_iter().flatten() {
        if let Some(point) = points.get_mut(index(excluded) - 1) {
            *point = point.excluded();
        }
    }
    let parts = starts.iter().enumerate().map(|(n, first)| {
        let end = starts.get(n + 1).copied().unwrap_or(points.len());
        let baseline = Some(&args["freeze"]).filter(|freeze| !freeze.is_null() && args["part"].is_null());
        Phase {
            first: *first,
            baseline: baseline.map(index),
            centre: known(&args["cl"], *first, end, &rows),
            sigma: None,
        }
    });
    let flag = |name: &str| args[name].as_bool().expect("a truth value");
    let parts: Vec<Phase> = parts.collect();
    let settings = ChartSettings {
        screening: if flag("screened_mr") { Screening::On } else { Screening::Off },
        order: if flag("categorical_x") { Order::None } else { Order::Time },
        floor_at_zero: !flag("y_neg"),
        conventions: Conventions::Qicharts2,
    };
    let chart =
        Analysis::new(kind, &points, &parts, &settings).unwrap_or_else(|error| panic!("{id}: {error}"));
    compare(case, &chart, number(&args["multiply"]));

    let mut lines = Vec::new();
    chart_lines(kind, &points, &parts, &settings, &mut lines).expect("lines");
    let alone = lines.iter().zip(chart.points());
    let floored = !flag("y_neg");
    assert!(
        floored
            || alone.into_iter().all(|(alone, point)| format!("{alone:?}") == format!("{:?}", point.lines()))
    );

    let plain = kind == ChartKind::Run && starts.len() == 1;
    if plain && ["freeze", "exclude", "cl"].iter().all(|arg| args[*arg].is_null()) {
        let values: Option<Vec<f64>> = points.iter().map(Point::value).collect();
        if let Some(values) = values {
            let quick = RunChart::of(&values, &mut Scratch::default()).expect("finite");
            assert_eq!(quick.runs, *chart.phases()[0].runs(), "{id}: the quick way");
            assert_eq!(quick.median, chart.points()[0].lines().centre(), "{id}: the quick way");
        }
    }
}

/// We refuse an infinite figure; its runs can still be counted around the line of the reference.
fn infinite(case: &Value, ys: &[f64]) {
    let refused = RunChart::of(ys, &mut Scratch::default()).expect_err("infinite");
    assert!(ys[refused.index].is_infinite());
    let runs = Runs::around(number(&case["points"]["cl"][0]), ys);
    assert_runs(&runs, runs.has_signal(), &case["parts"][0], "infinite");
}

fn compare(case: &Value, chart: &Analysis, multiply: f64) {
    let id = case["id"].as_str().expect("an id");
    let theirs = &case["points"];
    let column = |name: &str| theirs.get(name).map(Value::as_array).map(|column| column.expect("a list"));
    assert_eq!(chart.points().len(), column("y").expect("figures").len(), "{id}: points");
    for (n, point) in chart.points().iter().enumerate() {
        let lines = point.lines();
        for (name, ours) in [
            ("y", point.value()),
            ("cl", lines.centre()),
            ("lcl", lines.lower()),
            ("lcl95", lines.lower_2s()),
            ("ucl95", lines.upper_2s()),
            ("ucl", lines.upper()),
        ] {
            if let Some(column) = column(name) {
                assert_same(
                    ours.map(|ours| ours * multiply),
                    number(&column[n]),
                    &format!("{id}, point {}: {name}", n + 1),
                );
            }
        }
        for (name, ours) in [
            ("include", point.is_included()),
            ("baseline", point.is_in_baseline()),
            ("sigma_signal", point.beyond_limits().is_some()),
        ] {
            if let Some(column) = column(name) {
                let theirs = column[n].as_bool().unwrap_or(false);
                assert_eq!(ours, theirs, "{id}, point {}: {name}", n + 1);
            }
        }
    }
    let parts = case["parts"].as_array().expect("parts");
    assert_eq!(chart.phases().len(), parts.len(), "{id}: parts");
    for (part, theirs) in chart.phases().iter().zip(parts) {
        let what = format!("{id}, part {}", theirs["part"]);
        assert_runs(part.runs(), part.has_run_signal(), theirs, &what);
        if let Some(signals) = theirs["sigma_signals"].as_u64() {
            assert_eq!(part.beyond_limits() as u64, signals, "{what}: beyond the limits");
        }
        let of_phase = chart.points_of(part);
        for (n, point) in of_phase.iter().enumerate() {
            let part_of = column("part").expect("parts")[part.points().start + n].as_u64();
            assert_eq!(part_of, theirs["part"].as_u64(), "{what}: its points");
            assert!(!point.is_in_long_run() || part.has_long_run(), "{what}: points of the long run");
        }
        if part.has_long_run() {
            let longest = part.runs().longest_run().expect("a run");
            let marked = |n: usize| chart.points()[n].is_in_long_run();
            assert!(marked(longest.first) && marked(longest.last), "{what}: both ends are marked");
            assert!(
                chart.long_runs_of(part).contains(&longest),
                "{what}: the longest run is among the long ones"
            );
        }
    }
}

fn pbcharts(case: &Value) {
    let id = case["id"].as_str().expect("an id");
    let args = &case["args"];
    let kind = match case["chart"].as_str() {
        Some("run") => ChartKind::Run,
        Some("i") => ChartKind::IPrime,
        other => panic!("{id}: {other:?}"),
    };
    let ys = numbers(&case["input"]["y"]);
    let ns = if case["input"]["n"].is_null() { vec![1.0; ys.len()] } else { numbers(&case["input"]["n"]) };
    let mut points: Vec<Point> =
        ys.iter()
            .zip(&ns)
            .map(|(y, n)| {
                if y.is_nan() || n.is_nan() { Point::MISSING } else { Point::ratio(*y, *n).expect("a ratio") }
            })
            .collect();
    for excluded in args["exclude"].as_array().into_iter().flatten() {
        let point = &mut points[index(excluded) - 1];
        *point = point.excluded();
    }
    // The reference ignores a frozen or split point near the ends, and says so.
    let inside = |n: &usize| (2..=points.len() - 2).contains(n);
    let split: Vec<usize> = match &args["split"] {
        Value::Array(list) => list.iter().map(index).collect(),
        one => one.as_u64().map(|n| usize::try_from(n).expect("small")).into_iter().collect(),
    };
    let split = if split.iter().all(inside) { split } else { Vec::new() };
    let freeze = args["freeze"].as_u64().map(|n| usize::try_from(n).expect("small")).filter(inside);
    let freeze = freeze.filter(|_| split.is_empty());
    let given = |name: &str| Some(number(&args[name])).filter(|value| !value.is_nan());
    let sigma = given("sd").filter(|_| kind == ChartKind::IPrime);
    let part = |first: usize| Phase { first, baseline: freeze, centre: given("cl"), sigma };
    let parts: Vec<Phase> = [0].into_iter().chain(split).map(part).collect();
    let settings = ChartSettings {
        screening: if args["screenms"].as_bool() == Some(true) { Screening::On } else { Screening::Off },
        floor_at_zero: args["ylim"].is_array(),
        conventions: Conventions::Pbcharts,
        ..ChartSettings::default()
    };
    let chart =
        Analysis::new(kind, &points, &parts, &settings).unwrap_or_else(|error| panic!("{id}: {error}"));
    compare_pbcharts(case, &chart, given("multiply").unwrap_or(1.0));
}

/// Their baseline leaves out the excluded points.
fn compare_pbcharts(case: &Value, chart: &Analysis, multiply: f64) {
    compare(case, chart, multiply);
    let bases = case["points"]["base"].as_array().expect("baselines");
    for (point, base) in chart.points().iter().zip(bases) {
        assert_eq!(Some(point.is_in_baseline() && point.is_included()), base.as_bool(), "{}", case["id"]);
    }
}

/// Runs every case, and returns how many there were.
fn all(file: &Value, wanted: impl Fn(&Value) -> bool, check: impl Fn(&Value)) -> usize {
    let cases = file["cases"].as_array().expect("cases");
    let wanted = cases.iter().filter(|case| wanted(case));
    wanted.inspect(|case| check(case)).count()
}

#[test]
fn every_case_of_qicharts2() {
    for (chart, cases) in [
        ("run", 137),
        ("i", 37),
        ("mr", 26),
        ("ip", 39),
        ("xbar", 42),
        ("s", 41),
        ("p", 28),
        ("pp", 39),
        ("u", 28),
        ("up", 39),
        ("c", 26),
        ("g", 26),
        ("t", 36),
    ] {
        assert_eq!(all(&own(&format!("{chart}.json")), |_| true, qicharts2), cases, "cases of {chart}");
    }
}

#[test]
fn every_case_of_pbcharts() {
    assert_eq!(all(&own("pbcharts.json"), |_| true, pbcharts), 20);
}

/// The example data of R packages are not the project's to copy: the variable names the folder that has them.
#[test]
fn every_case_of_the_package_data() {
    let Some(golden) = std::env::var_os("KVALITETSMODEL_GOLDEN").map(PathBuf::from) else {
        println!("skipped: KVALITETSMODEL_GOLDEN names no folder with the cases from package data");
        return;
    };
    let run = all(&read(&golden.join("pkgdata/run-pkgdata.json")), |_| true, qicharts2);
    let shewhart = all(&read(&golden.join("pkgdata/shewhart-pkgdata.json")), |_| true, qicharts2);
    let chosen =
        |case: &Value| case["chart"] != "ms" && case["source"].as_str().is_some_and(|s| s.contains("::"));
    let pbc = all(&read(&golden.join("pbcharts.json")), chosen, pbcharts);
    assert_eq!((run, shewhart, pbc), (108, 354, 15));
}

#[test]
fn the_limits_of_the_anhoej_rules() {
    let file = own("anhoej-limits.json");
    let [ns, runs, crossings] =
        ["n", "longest_run_max", "n_crossings_min"].map(|name| file[name].as_array().expect("a list"));
    assert_eq!(ns.len(), 2010);
    for ((n, longest), crossings) in ns.iter().zip(runs).zip(crossings) {
        let ours = RunLimits::of(index(n));
        assert_eq!(ours.map(|limits| limits.longest_run_max as u64), longest.as_u64(), "{n}");
        // R has -0 for up to 5.
        let crossings = crossings.as_f64().map(|least| least as u64);
        assert_eq!(ours.map(|limits| limits.crossings_min as u64), crossings, "{n}");
    }
}
