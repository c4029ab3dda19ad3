//! Series that pictures are made of.

use chrono::NaiveDate;
use kvalitetsmodel::date::{Interval, PartialDate, Period};
use kvalitetsmodel::figure::{Decimal, Direction, Unit};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, Observed};
use kvalitetsmodel::series::{Annotation, Exclusion, MeasurementSeries, Occasion, Phase, TargetLine};

pub(crate) fn id(number: usize) -> Id<Measurement> {
    Id::from_u128(1 + number as u128)
}

pub(crate) fn series(direction: Direction, title: &str) -> MeasurementSeries {
    let mut series = MeasurementSeries::new(Id::from_u128(7), direction);
    series.title = Some(title.into());
    series.interval = Some(Interval::Month);
    series
}

pub(crate) fn measured(number: usize, period: Period, observed: Option<Observed>) -> Measurement {
    Measurement { period: Some(period), observed, ..Measurement::new(id(number)) }
}

/// One a month, from January of the year.
pub(crate) fn months(year: i32, observed: impl IntoIterator<Item = Option<Observed>>) -> Vec<Measurement> {
    let months = (0_i32..).zip(observed).map(|(n, observed)| {
        let month = PartialDate::of_month(year + n / 12, n.unsigned_abs() % 12 + 1).expect("a month");
        measured(usize::try_from(n).expect("a number"), month.into(), observed)
    });
    months.collect()
}

pub(crate) fn day(text: &str) -> Option<NaiveDate> {
    text.parse().ok()
}

pub(crate) fn annotation(on: &str, occasion: Occasion, text: &str) -> Annotation {
    Annotation { on: on.parse().expect("a date"), occasion, text: Some(text.into()) }
}

pub(crate) fn target(from: Option<NaiveDate>, value: i32, unit: Unit) -> TargetLine {
    TargetLine { from, value: Decimal::from_integer(value), unit, target_figure: None }
}

pub(crate) const CYCLE: Occasion = Occasion::Cycle { id: Some(Id::from_u128(9)) };

/// Shares of wholes that vary, with everything that can happen along the way.
pub(crate) fn shares() -> MeasurementSeries {
    let mut series = series(Direction::AtLeast, "Borgere med opdateret risikovurdering");
    let parts = [24, 7, 12, 14, 20, 6, 40, 18, 19, 0, 0, 14, 27, 9, 60, 18, 28, 7, 55, 18, 30, 10, 61, 17];
    let wholes = [40, 12, 80, 25].into_iter().cycle();
    series.measurements = months(
        2023,
        parts
            .into_iter()
            .zip(wholes)
            .map(|(part, whole)| (part > 0).then_some(Observed::of_share(part, whole))),
    );
    series.targets = vec![target(None, 65, Unit::Percent), target(day("2024-01-01"), 80, Unit::Percent)];
    series.annotations = vec![
        annotation("2023-05", CYCLE, "Test af tjekliste på én afdeling"),
        annotation(
            "2023-09-15",
            Occasion::Action { id: None },
            "Undervisning i risikovurdering for alle medarbejdere",
        ),
        annotation("2024-01-01", Occasion::NewWayOfMeasuring, "Opgøres nu i journalsystemet"),
        annotation("2024-06", Occasion::Event, "Flytning af afdelingen"),
    ];
    series.exclusions = vec![Exclusion { measurement: id(17), reason: None }];
    series
}

/// Waiting days in two phases, the second with a baseline.
pub(crate) fn days() -> MeasurementSeries {
    let mut series = series(
        Direction::AtMost,
        "Gennemsnitlig ventetid fra henvisning til første samtale på alle afdelinger, opgjort månedligt ud fra \
         journalsystemets registreringer af modtagelse og første fremmøde",
    );
    let tenths = [
        325, 337, 288, 327, 331, 313, 294, 313, 287, 287, 323, 321, 372, 290, 219, 236, 246, 285, 252, 221,
        193, 234, 262, 242, 224, 194, 203, 212, 214, 223, 200, 179, 158, 218, 214, 197,
    ];
    let figure = |tenths| Observed::of_value(Decimal::new(tenths, 1).expect("a figure"), Unit::Days);
    series.measurements = months(2022, tenths.map(|tenths| Some(figure(tenths))));
    series.phases = vec![
        Phase { label: Some("Før ændringen".into()), ..Phase::default() },
        Phase {
            from: day("2023-03-01"),
            label: Some("Ny procedure for visitation på alle afdelinger".into()),
            baseline_until: day("2024-02-28"),
            ..Phase::default()
        },
    ];
    series.targets = vec![target(None, 21, Unit::Days)];
    series.annotations =
        vec![annotation("2023-02-10", Occasion::Action { id: None }, "Besluttet i ledergruppen")];
    series
}
