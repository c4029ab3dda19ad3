//! Findings one by one: when two are equal, where they point, how they are counted and printed.
#![expect(clippy::expect_used, clippy::panic, reason = "tests may fail loudly, in their helpers too")]

use kvalitetsmodel::agreement::{DevelopmentAgreement, FocusArea};
use kvalitetsmodel::codes::{self, RuleCode};
use kvalitetsmodel::document::Document;
use kvalitetsmodel::draft::{Record, Shape, shape};
use kvalitetsmodel::id::Id;
use kvalitetsmodel::report::{Finding, Profile, Suppression};
use kvalitetsmodel::rule::{CustomFindings, CustomRule, Fact, ReservedPrefix};
use kvalitetsmodel::text::{Bilingual, NonBlank, Wording};
use kvalitetsmodel::{Context, Lang, check, rules, strategy};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;
use serde_json::Value;

const fn code(text: &str) -> RuleCode {
    match RuleCode::new(text) {
        Ok(code) => code,
        Err(_) => panic!("a rule code"),
    }
}

const ONE: RuleCode = code("HUS001");
const OTHER: RuleCode = code("HUS002");

const NAME: Bilingual = Bilingual::new("navn", "name");
const YEAR: Bilingual = Bilingual::new("år", "year");

fn context() -> Context {
    Context::new("2024-01-09".parse().expect("a day"))
}

fn suppression_until(day: &str) -> Suppression {
    let reason = NonBlank::new("decided by the board").expect("a reason");
    Suppression::of_rule(ONE, reason, day.parse().expect("a day"))
}

/// What a custom rule about agreements finds in an agreement.
fn found(
    code: RuleCode,
    context: &Context,
    find: fn(&DevelopmentAgreement, &mut CustomFindings<'_>),
) -> Finding {
    found_by(CustomRule::new(code, odd(), find), context)
}

/// What a custom rule about focus areas finds in an area.
fn found_in_area(id: u128) -> Finding {
    let find = move |area: &FocusArea, found: &mut CustomFindings<'_>| {
        if area.id == Id::from_u128(id) {
            found.not_met([("value", 1_u64.into())]);
        }
    };
    found_by(CustomRule::new(ONE, odd(), find), &context())
}

fn found_by(rule: Result<CustomRule, ReservedPrefix>, context: &Context) -> Finding {
    let rule = rule.expect("a custom prefix");
    let code = rule.code();
    let focus_areas = [2, 3].map(|n| FocusArea::new(Id::from_u128(n))).into();
    let agreement = DevelopmentAgreement { focus_areas, ..DevelopmentAgreement::new(Id::from_u128(1)) };
    let report = check(&agreement, &context.clone().with_custom_rule(rule));
    report.findings().iter().find(|finding| finding.code() == code).expect("a finding").clone()
}

/// A message that does not say the value.
fn odd() -> Wording {
    Wording::new("det er sært", "this is odd")
}

fn value(value: u64) -> [(&'static str, Fact); 1] {
    [("value", value.into())]
}

#[test]
fn findings_differ_in_each_part_that_counts() {
    let plain = context();
    let until = |day| context().with_suppression(suppression_until(day));
    let all = [
        found(ONE, &plain, |_, found| found.not_met(value(1))),
        found(OTHER, &plain, |_, found| found.not_met(value(1))),
        found(ONE, &plain, |_, found| found.not_met_at("year", value(1))),
        found_in_area(2),
        found_in_area(3),
        found(ONE, &plain, |_, found| found.not_met(value(2))),
        found(ONE, &plain, |_, found| found.not_assessable([NAME])),
        found(ONE, &plain, |_, found| found.not_assessable([YEAR])),
        found(ONE, &plain, |_, found| found.not_assessable([NAME, YEAR])),
        found(ONE, &plain, |_, found| found.not_assessable([YEAR, NAME])),
        found(ONE, &until("2024-02-01"), |_, found| found.not_met(value(1))),
        found(ONE, &until("2024-03-01"), |_, found| found.not_met(value(1))),
    ];
    for (n, one) in all.iter().enumerate() {
        for (m, other) in all.iter().enumerate() {
            assert_eq!(one == other, n == m, "{n}: {one:?}\n{m}: {other:?}");
        }
        assert_eq!(*one, one.clone());
    }
    let agreement = |n| DevelopmentAgreement::new(Id::from_u128(n));
    assert_eq!(check(&agreement(1), &plain), check(&agreement(1), &plain));
    assert_ne!(check(&agreement(1), &plain), check(&agreement(2), &plain));
}

#[test]
fn a_missing_part_is_named_however_many_there_are() {
    let plain = context();
    let one = found(ONE, &plain, |_, found| found.not_assessable([YEAR]));
    assert_eq!(one.missing(), [YEAR]);
    assert_eq!(one.facts(), [("missing", Fact::from(vec![YEAR]))]);
    assert_eq!(one.message(Lang::Da), "kan ikke vurderes; mangler: år");
    assert_eq!(one.remedy(Lang::En), "State what is missing, if it exists.");
    let both = found(ONE, &plain, |_, found| found.not_assessable([NAME, YEAR]));
    assert_eq!(both.missing(), [NAME, YEAR]);
    assert_eq!(both.message(Lang::En), "cannot be assessed; missing: name, year");
    assert!(found(ONE, &plain, |_, found| found.not_met([])).missing().is_empty());
}

#[test]
fn what_is_not_evaluated_is_counted() {
    let agreement = DevelopmentAgreement::new(Id::from_u128(1));
    let reason = || NonBlank::new("decided by the board").expect("a reason");
    let profile = |off: &[RuleCode]| {
        off.iter().fold(Profile::named("local"), |profile, code| profile.without(*code, reason()))
    };
    for off in [&[][..], &[codes::AGR004], &[codes::AGR014, codes::AGR004, codes::AGR014]] {
        let report = check(&agreement, &context().with_profile(profile(off)));
        assert_eq!(report.summary().not_evaluated, off.len());
        assert_eq!(report.not_evaluated().len(), off.len());
    }
}

#[test]
fn debug_has_one_line_for_each_finding_and_no_text_of_a_rule() {
    let until = context().with_suppression(suppression_until("2024-02-01"));
    let lines = [
        found(ONE, &context(), |_, found| found.not_met_at("year", value(1))),
        found(ONE, &context(), |_, found| found.not_assessable([NAME])),
        found(ONE, &until, |_, found| found.not_met(value(1))),
    ];
    assert_eq!(
        lines.map(|finding| format!("{finding:?}")),
        [
            "HUS001 not met at `/year`: this is odd",
            "HUS001 cannot be assessed at ``: cannot be assessed; missing: name",
            "HUS001 not met at ``: this is odd (suppressed)",
        ]
    );
    let report = check(&DevelopmentAgreement::new(Id::from_u128(1)), &context());
    let debug = format!("{report:#?}");
    assert_eq!(debug.lines().count(), 5 + report.findings().len() + report.not_evaluated().len(), "{debug}");
    assert!(rules().all(|rule| !debug.contains(rule.why.en)), "{debug}");
}

/// Is each step of a place declared: a field, a variant, an item of a list?
fn is_declared(shape: Shape, steps: &[&str]) -> bool {
    let Some((step, rest)) = steps.split_first() else { return true };
    let in_record = |record: &Record, step: &str, rest: &[&str]| {
        let field = record.fields.iter().find(|field| field.name == step);
        field.is_some_and(|field| is_declared(*field.shape, rest))
    };
    match shape {
        Shape::Record(record) => in_record(record, step, rest),
        Shape::List(items) => step.parse::<usize>().is_ok() && is_declared(*items, rest),
        Shape::Choice(choice) => {
            let variant = choice.variants.iter().find(|variant| variant.name == *step);
            let Some(content) = variant.and_then(|variant| variant.content) else { return false };
            rest.split_first().is_none_or(|(step, rest)| in_record(content, step, rest))
        }
        Shape::Leaf(_) | Shape::Words(_) | Shape::Id(_) => false,
        // Whatever an extension holds.
        _ => true,
    }
}

/// Asserts that each place is declared, and that its parent is in the written document. The last step need not be there: the
/// place can be a field that is absent.
fn parents_resolve(document: &Document) -> Result<(), TestCaseError> {
    let written = serde_json::to_value(document).expect("JSON");
    let report = document.check(&strategy::context());
    let places = report.findings().iter().map(|finding| finding.at().as_str());
    for at in places.chain(report.not_evaluated().iter().filter_map(|one| Some(one.at.as_ref()?.as_str()))) {
        let steps: Vec<_> = at.split('/').skip(1).collect();
        prop_assert!(is_declared(*shape::<Document>(), &steps), "{} is not declared", at);
        let (parent, last) = at.rsplit_once('/').expect("content is inside");
        let parent = written.pointer(parent);
        prop_assert!(parent.is_some(), "the parent of {} is not there", at);
        // Only a field can be absent: an item of a list is there.
        if parent.is_some_and(Value::is_array) {
            let is_there = written.pointer(at).is_some();
            prop_assert!(is_there, "item {} of {} is not there", last, at);
        }
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_parent_of_each_place_is_in_the_document(document in strategy::any::<Document>()) {
        parents_resolve(&document)?;
    }
}

#[test]
fn the_parent_of_each_place_is_in_a_document_that_breaks_one_rule() {
    for rule in rules() {
        let Some(broken) = strategy::breaking(rule.code) else { continue };
        let config = ProptestConfig { cases: 1, failure_persistence: None, ..ProptestConfig::default() };
        let law = TestRunner::new(config)
            .run(&broken, |content| parents_resolve(&Document::draft(Id::from_u128(1), content)));
        law.unwrap_or_else(|broken| panic!("{}: {broken}", rule.code));
    }
}
