//! Laws over arbitrary series.

use kvalitetsmodel::report::Finding;
use proptest::prelude::*;

use super::*;

/// What is found, whatever the order of the lists: codes and fingerprints.
fn found(series: &MeasurementSeries) -> Vec<(String, String)> {
    let report = report(series);
    let mut found: Vec<_> = report
        .findings()
        .iter()
        // It says what the id was used for first.
        .filter(|finding| finding.code() != codes::DOC001)
        .map(|finding| (finding.message(Lang::Da), finding.fingerprint().to_string()))
        .collect();
    found.sort();
    found
}

/// Any draft whose measurements share ids and days now and then.
fn crowded() -> impl Strategy<Value = MeasurementSeries> {
    let period = prop::option::weighted(0.8, (0..90_u64, 0..40_u64));
    let measurement =
        (strategy::any::<Measurement>(), 1..8_u128, period).prop_map(|(measurement, n, period)| {
            let period = period.map(|(start, days)| {
                let start = day("2024-01-01") + chrono::Days::new(start);
                Period { start, end: start + chrono::Days::new(days) }
            });
            Measurement { id: id(n), period: period.or(measurement.period), ..measurement }
        });
    (strategy::any::<MeasurementSeries>(), prop::collection::vec(measurement, 0..6))
        .prop_map(|(series, measurements)| MeasurementSeries { measurements, ..series })
}

/// Returns `true` if no id comes twice: findings about two things with the same id differ only in their order.
fn has_unique_ids(series: &MeasurementSeries) -> bool {
    let ids: std::collections::BTreeSet<_> = series.measurements.iter().map(|one| one.id).collect();
    ids.len() == series.measurements.len()
}

proptest! {
    #[test]
    fn clean_is_clean_and_costs_no_allocation_while_it_is_short(series in strategy::clean::<MeasurementSeries>()) {
        let context = strategy::context();
        let mut clean = [false; 2];
        let cost = allocation_counter::measure(|| clean[0] = check(&series, &context).is_clean());
        let mut in_order = series.clone();
        in_order.measurements.sort_by_key(|one| (one.period, one.id));
        let ordered = allocation_counter::measure(|| clean[1] = check(&in_order, &context).is_clean());
        prop_assert_eq!(clean, [true; 2]);
        // One index, sorted by a list of positions, for each of the three rules of time, if the measurements
        // are not in order.
        let allocations = if series.measurements.len() > 32 { 6 } else { 0 };
        prop_assert!(cost.count_total <= allocations, "{}", cost.count_total);
        prop_assert_eq!(ordered.count_total, 0);
    }

    #[test]
    fn a_finding_points_into_the_document(series in crowded()) {
        let document = serde_json::to_value(&series).expect("JSON");
        let report = report(&series);
        let found = report.findings().iter().map(|finding| (finding.code(), finding.at()));
        let waiting = report.not_evaluated().iter().filter_map(|entry| Some((entry.code, entry.at.as_ref()?)));
        for (code, at) in found.chain(waiting).filter(|(code, _)| code.prefix() == "SER") {
            prop_assert!(document.pointer(at.as_str()).is_some(), "{code} at {at} leads nowhere");
        }
    }

    #[test]
    fn what_is_found_does_not_depend_on_the_order_of_measurements(
        (series, shuffled) in crowded()
            .prop_filter("unique ids", has_unique_ids)
            .prop_flat_map(|series| {
                let shuffled = Just(series.measurements.clone()).prop_shuffle();
                (Just(series), shuffled)
            }),
    ) {
        let turned = MeasurementSeries { measurements: shuffled, ..series.clone() };
        prop_assert_eq!(found(&series), found(&turned));
    }
}

#[test]
fn the_day_of_the_check_matters_to_results_that_are_ahead_alone() {
    let mut series = rolling();
    series.interval = None;
    let on = |day: NaiveDate| {
        let report = check(&series, &Context::new(day));
        let codes: Vec<_> = report.findings().iter().map(Finding::code).collect();
        codes
    };
    let (mut before, after) = (on(NaiveDate::MIN), on(NaiveDate::MAX));
    assert!(before.contains(&codes::MEA015) && !after.contains(&codes::MEA015));
    before.retain(|code| *code != codes::MEA015);
    assert_eq!(before, after);
}
