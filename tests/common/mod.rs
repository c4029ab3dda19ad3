//! Helpers for the tests of rules.

use kvalitetsmodel::{Lang, report::Report};

/// Place, Danish message, English message.
pub(crate) type Expected<'a> = (&'a str, &'a str, &'a str);

/// Asserts that the report has exactly these findings, with these whole messages.
#[track_caller]
pub(crate) fn expect(report: &Report, expected: &[Expected<'_>]) {
    let found: Vec<_> = report
        .findings()
        .iter()
        .map(|finding| (finding.at().to_string(), finding.message(Lang::Da), finding.message(Lang::En)))
        .collect();
    let found: Vec<Expected<'_>> =
        found.iter().map(|(at, da, en)| (at.as_str(), da.as_str(), en.as_str())).collect();
    assert_eq!(found, expected);
}
