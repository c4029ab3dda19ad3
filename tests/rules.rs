//! Laws that hold for every rule of the table.
#![cfg(feature = "proptest")]

use std::cell::RefCell;
use std::collections::BTreeSet;

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::rule::OwnRule;
use kvalitetsmodel::{Lang, report::Finding, rules, strategy};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

fn runner(cases: u32) -> TestRunner {
    TestRunner::new(ProptestConfig { cases, failure_persistence: None, ..ProptestConfig::default() })
}

#[test]
fn no_own_rule_takes_the_prefix_of_one_of_the_crate() {
    for rule in rules() {
        let own = OwnRule::<DevelopmentAgreement>::new(rule, |_, _, _| {});
        assert!(own.is_err(), "{}: its prefix is missing in PREFIXES of src/codes.rs", rule.code);
    }
}

#[test]
fn breaking_a_rule_breaks_that_rule_and_what_it_implies() {
    for rule in rules() {
        let allowed: BTreeSet<_> = rule.implies.iter().copied().chain([rule.code]).collect();
        let came_along = RefCell::new(BTreeSet::new());
        let mut runner = runner(64);
        let law = runner.run(&strategy::breaking(rule.code).expect("a strategy"), |content| {
            let report = content.check(&strategy::context());
            let found: BTreeSet<_> = report.findings().iter().map(Finding::code).collect();
            prop_assert!(found.contains(&rule.code), "{} is not found: {report:#?}", rule.code);
            prop_assert!(found.is_subset(&allowed), "{} comes with others: {report:#?}", rule.code);
            let is_alone = found.len() == 1;
            prop_assert_eq!(is_alone, rule.implies.is_empty(), "{} comes alone, or not", rule.code);
            came_along.borrow_mut().extend(found);
            Ok(())
        });
        law.unwrap_or_else(|broken| panic!("{}: {broken}", rule.code));
        assert_eq!(came_along.into_inner(), allowed, "{} implies what never comes with it", rule.code);
    }
}

/// Messages are lower case and without a full stop; they name no Rust types and hold no stray blanks.
fn is_a_message(text: &str) -> bool {
    !text.is_empty()
        && !text.ends_with('.')
        && !text.contains("::")
        && !text.contains("  ")
        && text.trim() == text
        && !text.starts_with(|c: char| c.is_uppercase())
}

#[test]
fn messages_follow_the_convention() {
    for rule in rules() {
        let mut runner = runner(16);
        let law = runner.run(&strategy::breaking(rule.code).expect("a strategy"), |content| {
            for finding in content.check(&strategy::context()).findings() {
                let (da, en) = (finding.message(Lang::Da), finding.message(Lang::En));
                prop_assert!(is_a_message(&da), "{}: `{da}`", rule.code);
                prop_assert!(is_a_message(&en), "{}: `{en}`", rule.code);
                prop_assert_ne!(&da, &en);
            }
            Ok(())
        });
        law.unwrap_or_else(|broken| panic!("{}: {broken}", rule.code));
    }
}
