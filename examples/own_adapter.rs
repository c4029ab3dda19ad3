//! How do I test my own adapter? Let our strategies write the documents.
//!
//! `cargo run --example own_adapter --features proptest`; in a project, switch the feature `proptest` on for tests,
//! put `proptest = "1"` beside it for new seeds in every run, and put the body of each property into a `#[test]`.

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::strategy::proptest::prelude::*;
use kvalitetsmodel::strategy::proptest::test_runner::TestRunner;
use kvalitetsmodel::{check, codes, strategy};

/// The adapter under test: what our list of agreements shows of one.
#[derive(Debug, PartialEq)]
enum Row {
    Ready { areas: usize },
    Rejected { reasons: usize },
}

fn row(agreement: &DevelopmentAgreement) -> Row {
    let report = check(agreement, &strategy::context());
    match report.findings().iter().filter(|finding| finding.rejects()).count() {
        0 => Row::Ready { areas: agreement.focus_areas.len() },
        reasons => Row::Rejected { reasons },
    }
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let config = ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new(config);

    // A clean agreement is always ready.
    runner.run(&strategy::clean::<DevelopmentAgreement>(), |agreement| {
        prop_assert_eq!(row(&agreement), Row::Ready { areas: agreement.focus_areas.len() });
        Ok(())
    })?;

    // One that breaks an error rule never is, whatever else it holds.
    let breaking = strategy::breaking(codes::AGR011).ok_or("a code of the crate")?;
    runner.run(&breaking, |content| {
        prop_assert!(content.check(&strategy::context()).rejects());
        Ok(())
    })?;

    // No document makes the adapter panic.
    runner.run(&strategy::any::<DevelopmentAgreement>(), |agreement| {
        let _ = row(&agreement);
        Ok(())
    })?;

    println!("three properties of the adapter hold");
    Ok(())
}
