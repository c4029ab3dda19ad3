//! Laws that hold for every rule of the table.

use std::collections::BTreeSet;

use kvalitetsmodel::{Finding, Lang, RuleCode, explain, rules, strategy};
use proptest::prelude::*;
use proptest::test_runner::TestRunner;

#[test]
fn every_rule_can_be_broken() {
    let without: Vec<RuleCode> =
        rules().map(|rule| rule.code).filter(|code| strategy::breaking(*code).is_none()).collect();
    assert_eq!(without, [], "a rule without a strategy that breaks it");
}

#[test]
fn breaking_a_rule_breaks_that_rule_and_what_it_implies() {
    for rule in rules() {
        let allowed: BTreeSet<_> = rule.implies.iter().copied().chain([rule.code]).collect();
        let mut runner = TestRunner::new(ProptestConfig::with_cases(64));
        let law = runner.run(&strategy::breaking(rule.code).expect("a strategy"), |content| {
            let report = content.check(&strategy::context());
            let found: BTreeSet<_> = report.findings().iter().map(Finding::code).collect();
            prop_assert!(found.contains(&rule.code), "{} is not found: {report:#?}", rule.code);
            prop_assert!(found.is_subset(&allowed), "{} comes with others: {report:#?}", rule.code);
            Ok(())
        });
        law.unwrap_or_else(|broken| panic!("{}: {broken}", rule.code));
    }
}

#[test]
fn every_rule_is_explained_in_both_languages() {
    for rule in rules() {
        assert!(explain(rule.code).is_some());
        assert!(!rule.sources.is_empty(), "{} has no source", rule.code);
        for text in [rule.title, rule.why, rule.remedy, rule.example] {
            for lang in [Lang::Da, Lang::En] {
                assert!(!text.in_lang(lang).trim().is_empty(), "{}", rule.code);
            }
            assert_ne!(text.da, text.en, "{} says the same in both languages", rule.code);
        }
    }
}
