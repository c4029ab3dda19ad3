//! Two reports side by side.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::{Finding, Report};

/// What changed from one report to a later one, told by fingerprints.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison<'a> {
    /// Findings of the later report that the earlier one did not have.
    pub new: Vec<&'a Finding>,
    /// Findings of the earlier report that the later one no longer has.
    pub gone: Vec<&'a Finding>,
    /// Findings that both have, as the later report says them.
    pub unchanged: Vec<&'a Finding>,
}

impl<'a> Comparison<'a> {
    pub(super) fn of(earlier: &'a Report, later: &'a Report) -> Self {
        let fingerprints =
            |report: &'a Report| report.findings.iter().map(Finding::fingerprint).collect::<BTreeSet<_>>();
        let (before, after) = (fingerprints(earlier), fingerprints(later));
        let (unchanged, new) =
            later.findings.iter().partition(|finding| before.contains(&finding.fingerprint()));
        let gone =
            earlier.findings.iter().filter(|finding| !after.contains(&finding.fingerprint())).collect();
        Self { new, gone, unchanged }
    }
}
