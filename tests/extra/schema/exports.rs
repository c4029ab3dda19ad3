//! What the crate writes and does not read: reports, evaluations, charts, agendas and errors.
//!
//! The schemas allow members that are not in them, so that a later version can add some; here they do not.

use std::collections::BTreeSet;

use kvalitetsmodel::agenda::{Agenda, DutyKind, DutyState};
use kvalitetsmodel::chart::ChartKind;
use kvalitetsmodel::codes::RuleCode;
use kvalitetsmodel::date::{PartialDate, Period, When};
use kvalitetsmodel::document::{Content, Document};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::measurement::{Measurement, NoResult, Observed};
use kvalitetsmodel::organisation::OrgUnit;
use kvalitetsmodel::report::{Profile, Report, Suppression};
use kvalitetsmodel::rule::CustomRule;
use kvalitetsmodel::series::{Exclusion, MeasurementSeries};
use kvalitetsmodel::target_figure::TargetFigure;
use kvalitetsmodel::text::{NonBlank, Text, Wording};
use kvalitetsmodel::{Context, check, check_rule, codes, json, rules, strategy};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree as _;
use proptest::test_runner::TestRunner;
use serde_json::Value;

use crate::{errors, files, note, schema, text_of, validator_with};

fn config(cases: u32) -> ProptestConfig {
    ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() }
}

/// The schema, with no member allowed but those that it lists.
fn closed(mut schema: Value) -> Value {
    match &mut schema {
        Value::Object(members) => {
            members.values_mut().for_each(|value| *value = closed(value.take()));
            if members.get("properties").is_some_and(Value::is_object) {
                members.entry("additionalProperties").or_insert(Value::Bool(false));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(|value| *value = closed(value.take())),
        _ => {}
    }
    schema
}

/// The members in a value.
fn members_of(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| {
            found.insert(key.clone());
            members_of(value, found);
        }),
        Value::Array(items) => items.iter().for_each(|item| members_of(item, found)),
        _ => {}
    }
}

/// The members that a schema lists.
fn listed(value: &Value, found: &mut BTreeSet<String>) {
    match value {
        Value::Object(members) => members.iter().for_each(|(key, value)| {
            if let ("properties", Value::Object(members)) = (key.as_str(), value) {
                found.extend(members.keys().cloned());
            }
            listed(value, found);
        }),
        Value::Array(items) => items.iter().for_each(|item| listed(item, found)),
        _ => {}
    }
}

/// Validates values, and notes the members that they have.
struct Exports {
    name: &'static str,
    validator: jsonschema::Validator,
    seen: std::cell::RefCell<BTreeSet<String>>,
}

impl Exports {
    fn of(name: &'static str) -> Self {
        Self { name, validator: validator_with(name, closed), seen: std::cell::RefCell::default() }
    }

    fn check(&self, value: &Value) -> Result<(), TestCaseError> {
        members_of(value, &mut self.seen.borrow_mut());
        note(true, self.name, value);
        prop_assert!(self.validator.is_valid(value), "{}\n{:?}", value, errors(&self.validator, value));
        Ok(())
    }

    /// Asserts that the schema lists no member that no export had, except these.
    fn assert_all_seen(self, but: &[&str]) {
        let mut all = BTreeSet::new();
        listed(&schema(self.name), &mut all);
        let seen = self.seen.borrow();
        let never: Vec<_> = all.difference(&seen).filter(|member| !but.contains(&member.as_str())).collect();
        assert!(never.is_empty(), "{}: no export had {never:?}", self.name);
    }
}

fn value(of: impl serde::Serialize) -> Value {
    serde_json::to_value(of).expect("JSON")
}

/// A report has two forms, each with a schema.
struct Reports {
    full: Exports,
    compact: Exports,
}

impl Reports {
    fn new() -> Self {
        Self { full: Exports::of("report"), compact: Exports::of("report-compact") }
    }

    fn check(&self, report: &Report) -> Result<(), TestCaseError> {
        self.full.check(&value(report.export()))?;
        self.compact.check(&value(report.compact()))
    }
}

/// A context in which some rules are switched off or accepted.
fn contexts() -> impl Strategy<Value = Context> {
    let codes: Vec<RuleCode> = rules().map(|rule| rule.code).collect();
    let some = prop::collection::vec(select(codes), 0..20);
    (some.clone(), some).prop_map(|(off, accepted)| {
        let reason = || NonBlank::new("aftalt i foråret").expect("not blank");
        let profile =
            off.into_iter().fold(Profile::named("nord"), |profile, code| profile.without(code, reason()));
        let accepted =
            accepted.into_iter().map(|code| Suppression::of_rule(code, reason(), strategy::as_of()));
        accepted.fold(Context::new(strategy::as_of()).with_profile(profile), Context::with_suppression)
    })
}

#[test]
fn reports_are_as_their_schemas_say() {
    let reports = Reports::new();
    for path in files("tests/documents/v1", "json").iter().chain(&files("examples/data", "json")) {
        let document = json::read(&text_of(path)).expect("a document");
        reports.check(&document.check(&Context::new(strategy::as_of()))).expect("valid");
    }
    proptest!(config(300), |(document in strategy::any::<Document>(), context in contexts())| {
        reports.check(&document.check(&context))?;
    });
    let mut runner = TestRunner::new(config(1));
    for rule in rules() {
        let Some(broken) = strategy::breaking(rule.code) else { continue };
        let content: Content = broken.new_tree(&mut runner).expect("a draft").current();
        reports.check(&content.check(&strategy::context())).expect("valid");
    }
    let target = TargetFigure::new(Id::from_u128(1));
    reports.check(&check_rule(&target, &strategy::context(), codes::AGR001)).expect("valid");
    let unknown =
        Profile::named("x").without("ARG001".parse().expect("a code"), "a slip".parse().expect("a reason"));
    reports.check(&check(&target, &strategy::context().with_profile(unknown))).expect("valid");
    let words = || Wording::new("{n}", "{n}");
    let own = |code: &str| {
        CustomRule::new(code.parse().expect("a code"), words(), |_: &TargetFigure, found| {
            found.not_met([("n", 1_usize.into())]);
        })
    };
    let bare = own("HUS001").expect("a custom prefix");
    let with_source = own("HUS002").expect("a custom prefix").with_source("Our handbook", "page 4");
    let context = strategy::context().with_custom_rule(bare).with_custom_rule(with_source);
    reports.check(&check(&target, &context)).expect("valid");
    reports.full.assert_all_seen(&[]);
    // A rule of the caller's own can state a rule as a fact; none of the crate does.
    reports.compact.assert_all_seen(&["rule"]);
}

#[test]
fn evaluations_are_as_their_schema_says() {
    let exports = Exports::of("target-evaluation");
    let target = prop_oneof![strategy::clean::<TargetFigure>(), strategy::any::<TargetFigure>()];
    let measurement = prop_oneof![strategy::clean::<Measurement>(), strategy::any::<Measurement>()];
    let fits = || prop::bool::weighted(0.8);
    let measured = (measurement, strategy::any::<Observed>(), [fits(), fits(), fits(), fits()]);
    let measured = prop::collection::vec(measured, 0..4);
    let all = (target, measured, any::<Index>(), fits());
    proptest!(config(2000), |((target, measured, expected, on_time) in all)| {
        let (mut target, mut measured) = (target, measured);
        let november = PartialDate::of_month(2024, 11).expect("a month");
        if on_time {
            target.measured_at = Some(When::Date { on: Some(november) });
        }
        for (one, observed, [result, indicator, period, unit]) in &mut measured {
            if *result {
                one.observed = Some(observed.clone());
            }
            if *indicator {
                one.indicator = target.indicator.as_ref().map(|indicator| indicator.id);
            }
            if *period {
                one.period = Some(Period::from(november));
            }
            if *unit {
                one.reporting_unit = Some(OrgUnit::Service { id: Id::from_u128(5) });
            }
        }
        let units: Vec<_> = measured.iter().filter_map(|(one, ..)| one.reporting_unit).collect();
        let expected = units.get(..expected.index(units.len() + 1)).unwrap_or_default();
        let evaluation = target.evaluate(measured.iter().map(|(one, ..)| one), expected, None);
        exports.check(&value(&evaluation))?;
    });
    exports.assert_all_seen(&[]);
}

#[test]
fn agendas_are_as_their_schema_says() {
    let exports = Exports::of("agenda");
    let documents = prop::collection::vec(strategy::any::<Document>(), 1..4);
    proptest!(config(400), |(documents in documents, with_texts in any::<bool>())| {
        let agenda = Agenda::new(strategy::as_of());
        let mut agenda = if with_texts { agenda.with_texts() } else { agenda };
        for document in &documents {
            agenda.add(document);
        }
        exports.check(&value(&agenda))?;
    });
    exports.assert_all_seen(&[]);
    let schema = schema("agenda");
    assert_eq!(schema["$defs"]["DutyKind"]["enum"], value(DutyKind::ALL));
    assert_eq!(schema["$defs"]["DutyState"]["enum"], value(DutyState::ALL));
}

#[test]
fn errors_are_as_their_schema_says() {
    let exports = Exports::of("read-error");
    let mut refused = 0;
    for path in
        files("tests/documents/refused", "json").iter().chain(&files("tests/documents/faults", "json"))
    {
        if let Err(error) = json::read(&text_of(path)) {
            exports.check(&value(&error)).expect("valid");
            refused += 1;
        }
    }
    assert!(refused > 0);
    for text in [&b"\xe6"[..], b"", b"[]", b"{\"format\": 1, \"format\": 2, \"contnet\": {}}"] {
        exports.check(&value(json::read_slice(text).expect_err("no document"))).expect("valid");
    }
    exports.assert_all_seen(&[]);
}

#[test]
fn charts_are_as_their_schema_says() {
    let exports = Exports::of("chart");
    let golden = files("tests/documents/v1", "json").into_iter().chain(files("examples/data", "json"));
    for path in golden {
        let document = json::read(&text_of(&path)).expect("a document");
        if let Content::Series(series) = document.content() {
            exports.check(&value(series.chart(ChartKind::Run).expect("a chart"))).expect("valid");
        }
    }
    let series = prop_oneof![strategy::clean::<MeasurementSeries>(), strategy::any::<MeasurementSeries>()];
    let drawn = std::cell::Cell::new(0_u32);
    proptest!(config(400), |(series in series, changed in any::<[bool; 4]>())| {
        let series = changed_in(series, changed);
        for kind in ChartKind::ALL {
            if let Ok(chart) = series.chart(*kind) {
                drawn.set(drawn.get() + 1);
                exports.check(&value(&chart))?;
            }
        }
    });
    assert!(drawn.get() > 1000, "{} charts", drawn.get());
    // A target of a series has all its parts, and what happened along the way has a date.
    exports.assert_all_seen(&["day", "parts", "targetLacks"]);
}

/// The series with equal results, in no order, with nothing to calculate a level from, or with a suppressed result.
fn changed_in(mut series: MeasurementSeries, changed: [bool; 4]) -> MeasurementSeries {
    let [equal, unordered, excluded, suppressed] = changed;
    let first = series.measurements.first().cloned();
    let last = series.measurements.len().saturating_sub(1);
    for (n, one) in series.measurements.iter_mut().enumerate() {
        if equal && (excluded || n < last) {
            one.observed = first.as_ref().and_then(|first| first.observed.clone());
        }
        if unordered && !equal {
            one.period = None;
        }
    }
    if let Some(one) = series.measurements.first_mut().filter(|_| suppressed) {
        one.observed = None;
        one.no_result = Some(NoResult::Suppressed { below: Some(5) });
    }
    if excluded && !equal {
        let reason = "flyttet".into();
        let of = |one: &Measurement| Exclusion { measurement: one.id, reason: Some(Text::clone(&reason)) };
        series.exclusions = series.measurements.iter().map(of).collect();
    }
    series
}
