//! What a picture writes: figures, units, dates, and the words of people.

use chrono::Days;
use kvalitetsmodel::chart::{ChartKind, PlotOptions};
use kvalitetsmodel::date::{Interval, Period};
use kvalitetsmodel::figure::Direction;
use kvalitetsmodel::measurement::Observed;
use kvalitetsmodel::series::Phase;

use crate::made::{day, measured, series, shares};
use crate::sound::check;

#[test]
fn a_thousand_points_take_no_more_than_their_room() {
    let first = day("2022-01-01").expect("a day");
    let mut series = series(Direction::AtLeast, "Daglig trivsel");
    series.interval = Some(Interval::Day);
    series.measurements = (0..1000_u64)
        .map(|n| {
            let day = first + Days::new(n);
            let observed = Observed::of_share(n * 7919 % 13, 13 + n % 5);
            measured(usize::try_from(n).expect("small"), Period { start: day, end: day }, Some(observed))
        })
        .collect();
    let options = PlotOptions { width: 1600, height: 600, ..PlotOptions::default() };
    for kind in [ChartKind::Run, ChartKind::P] {
        let svg = series.chart(kind).expect("a chart").svg(&options);
        check(&svg, &options);
        assert!(svg.len() < 200_000, "{kind}: {}", svg.len());
    }
}

#[test]
fn what_people_wrote_stays_text() {
    let mut series = shares();
    let wild = "<script>alert(\"x\")</script> & ' \u{0}\u{7}\u{202e}\u{ffff}]]>";
    series.title = Some(wild.into());
    series.annotations.iter_mut().for_each(|one| one.text = Some(wild.into()));
    series.phases = vec![Phase { label: Some(wild.into()), ..Phase::default() }];
    let svg = series.chart(ChartKind::P).expect("a chart").svg(&PlotOptions::default());
    check(&svg, &PlotOptions::default());
    assert!(!svg.contains("<script") && !svg.contains('\u{202e}'));
}
