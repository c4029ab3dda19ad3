//! How do I test my own adapter? Let our strategies generate the documents.
//!
//! `cargo run --example own_adapter --features proptest`; in a project, switch the feature `proptest` on for tests
//! and put the body of each property into a `#[test]`.

use std::cell::Cell;

use kvalitetsmodel::agreement::DevelopmentAgreement;
use kvalitetsmodel::document::Content;
use kvalitetsmodel::strategy::proptest::prelude::*;
use kvalitetsmodel::strategy::proptest::test_runner::TestRunner;
use kvalitetsmodel::{check, codes, strategy};

/// The adapter under test: what our list of agreements shows for each one.
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

/// Tries the adapter on 64 drafts, and returns how many were tried. A `TestRunner` counts its cases over all its runs: use
/// a new one for each property.
fn try_on<S: Strategy>(
    drafts: &S,
    property: impl Fn(S::Value) -> Result<(), TestCaseError>,
) -> Result<u32, Box<dyn std::error::Error>>
where
    S::Value: 'static,
{
    let config = ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() };
    let tried = Cell::new(0);
    TestRunner::new(config).run(drafts, |draft| {
        tried.update(|n: u32| n.saturating_add(1));
        property(draft)
    })?;
    Ok(tried.get())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    // A clean agreement is always ready.
    let clean = try_on(&strategy::clean::<DevelopmentAgreement>(), |agreement| {
        prop_assert_eq!(row(&agreement), Row::Ready { areas: agreement.focus_areas.len() });
        Ok(())
    })?;

    // One that breaks an error rule never is, whatever else it contains. In some drafts the rule cannot be assessed: these
    // are not clean, and not rejected either.
    let breaking = strategy::breaking(codes::AGR011).ok_or("a code of the crate")?;
    let not_met = Cell::new(0);
    let broken = try_on(&breaking, |content| {
        let Content::Agreement(agreement) = content else { return Err(TestCaseError::fail("no agreement")) };
        let report = check(&agreement, &strategy::context());
        prop_assert!(!report.is_clean());
        if report.findings().iter().any(|finding| finding.code() == codes::AGR011 && finding.is_not_met()) {
            not_met.update(|n: u32| n.saturating_add(1));
            let is_rejected = matches!(row(&agreement), Row::Rejected { .. });
            prop_assert!(is_rejected);
        }
        Ok(())
    })?;
    assert!(not_met.get() > 0, "the property was tried on no draft that breaks the rule");

    // No document makes the adapter panic.
    let any = try_on(&strategy::any::<DevelopmentAgreement>(), |agreement| {
        let _ = row(&agreement);
        Ok(())
    })?;

    assert!([clean, broken, any].iter().all(|tried| *tried >= 64), "{clean}, {broken}, {any}");
    println!("three properties of the adapter hold, each on {clean} drafts");
    Ok(())
}
