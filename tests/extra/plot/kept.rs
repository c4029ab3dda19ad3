//! Pictures that are kept in `tests/pictures`, as they were looked at.

use kvalitetsmodel::Lang;
use kvalitetsmodel::chart::{ChartKind, PlotOptions};
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::series::MeasurementSeries;

use crate::made::{days, months, series, shares};
use crate::sound::check;

/// Compares a picture with the one in `tests/pictures`, or writes this first if `BLESS` is set.
#[track_caller]
pub(crate) fn compare(name: &str, svg: &str) {
    let file = format!("{}/../pictures/{name}.svg", env!("CARGO_MANIFEST_DIR"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::write(&file, svg).expect("tests/pictures");
    }
    let before = std::fs::read_to_string(&file).expect("tests/pictures");
    assert!(svg == before, "{name}.svg has changed: bash .ci/bless, and look at it");
}

#[track_caller]
fn kept(name: &str, series: &MeasurementSeries, kind: ChartKind, options: &PlotOptions) {
    let chart = series.chart(kind).expect("a chart");
    let svg = chart.svg(options);
    check(&svg, options);
    compare(name, &svg);
}

#[test]
fn the_pictures_are_as_they_were_looked_at() {
    let danish = PlotOptions::default();
    kept("p", &shares(), ChartKind::P, &danish);
    kept("i", &days(), ChartKind::I, &danish);
    let small = PlotOptions {
        lang: Lang::En,
        width: 480,
        height: 400,
        title: Some("Falls".into()),
        ..PlotOptions::default()
    };
    let mut falls = series(Direction::AtMost, "Fald");
    falls.measurements = months(2024, [4, 6, 5, 3, 7].map(|count| Some(Observed::of_count(count))));
    kept("run", &falls, ChartKind::Run, &small);
    kept("small", &shares(), ChartKind::P, &PlotOptions { width: 400, height: 320, ..danish.clone() });
    kept("nothing", &series(Direction::AtLeast, "Fald"), ChartKind::C, &danish);
}
