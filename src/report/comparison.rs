//! The comparison of two reports.

use alloc::collections::BTreeSet;
use alloc::vec::Vec;

use super::{Finding, Report};

/// What changed from one report to a later one, by fingerprint.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub struct Comparison<'a> {
    /// Findings of the later report only.
    pub new: Vec<&'a Finding>,
    /// Findings of the earlier report only.
    pub gone: Vec<&'a Finding>,
    /// Findings of both, as they are in the later report.
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
