//! The comparison of two reports.

use alloc::vec::Vec;

use super::{Finding, Fingerprint, Report, Stamp, StoredReport};
use crate::codes::RuleCode;
use crate::id::Subject;
use crate::sorted::sort_by;

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
    /// What else differs between the two checks, so that a finding can be new or gone although the document did not
    /// change.
    pub caveats: Vec<Caveat>,
}

words! {
    /// What, apart from the document, can make two reports differ.
    #[non_exhaustive]
    pub enum Caveat: "forbehold", "caveat" {
        /// They are about different documents or drafts.
        OtherDocument = "rapporterne handler om to forskellige dokumenter", "the reports are about two different documents";
        /// The rules are of different editions.
        OtherEdition = "reglerne er fra to forskellige udgaver", "the rules are of two different editions";
        /// The checks were made with other figures, other rules switched off, or other custom rules.
        OtherRules = "de to kontroller havde ikke de samme regler og tal", "the two checks did not have the same rules and figures";
        /// They are for different days: what was not due is due.
        OtherDay = "de to kontroller gælder forskellige dage", "the two checks are for different days";
        /// One of them, or both, is a check of a single rule, and not of the same one.
        OneRule = "mindst én af dem er en kontrol af en enkelt regel", "at least one of them is a check of a single rule";
    }
}

/// A report of a check, or one that was stored.
#[derive(Debug)]
pub struct AnyReport<'a> {
    about: Option<Subject>,
    only: Option<RuleCode>,
    stamp: Stamp,
    findings: &'a [Finding],
}

impl<'a> From<&'a Report> for AnyReport<'a> {
    fn from(report: &'a Report) -> Self {
        let (about, only) = (report.about(), report.only());
        Self { about, only, stamp: Stamp::of(report.context()), findings: report.findings() }
    }
}

impl<'a> From<&'a StoredReport> for AnyReport<'a> {
    fn from(report: &'a StoredReport) -> Self {
        let (about, only) = (report.about(), report.only());
        Self { about, only, stamp: report.stamp().clone(), findings: report.findings() }
    }
}

impl<'a> Comparison<'a> {
    /// Compares two reports, each of a check or stored.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{Action, DevelopmentAgreement, FocusArea};
    /// use kvalitetsmodel::report::{Comparison, StoredReport};
    /// use kvalitetsmodel::{Context, check, codes, id::Id};
    ///
    /// let context = Context::new("2024-01-09".parse()?);
    /// let mut agreement = DevelopmentAgreement {
    ///     focus_areas: vec![FocusArea::new(Id::from_u128(2))],
    ///     ..DevelopmentAgreement::new(Id::from_u128(1))
    /// };
    /// let last_week = serde_json::to_string(&check(&agreement, &context).compact())?;
    ///
    /// agreement.focus_areas[0].actions.push(Action::new(Id::from_u128(3)));
    /// let report = check(&agreement, &context);
    /// let last_week: StoredReport = serde_json::from_str(&last_week)?;
    /// let comparison = Comparison::between(&last_week, &report);
    /// assert_eq!(comparison.new[0].code(), codes::AGR093); // an action, and nothing follows it up
    /// assert!(comparison.caveats.is_empty()); // same document, same rules
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn between(earlier: impl Into<AnyReport<'a>>, later: impl Into<AnyReport<'a>>) -> Self {
        Self::of(&earlier.into(), &later.into())
    }

    fn of(earlier: &AnyReport<'a>, later: &AnyReport<'a>) -> Self {
        let fingerprints = |side: &AnyReport<'a>| {
            let mut all: Vec<_> = side.findings.iter().map(Finding::fingerprint).collect();
            sort_by(&mut all, Ord::cmp);
            all
        };
        let (before, after) = (fingerprints(earlier), fingerprints(later));
        let is_in =
            |all: &[Fingerprint], finding: &Finding| all.binary_search(&finding.fingerprint()).is_ok();
        let (unchanged, new) = later.findings.iter().partition(|finding| is_in(&before, finding));
        let gone = earlier.findings.iter().filter(|finding| !is_in(&after, finding)).collect();
        Self { new, gone, unchanged, caveats: caveats(earlier, later) }
    }
}

fn caveats(earlier: &AnyReport<'_>, later: &AnyReport<'_>) -> Vec<Caveat> {
    let rules = |side: &AnyReport<'_>| {
        let mut off: Vec<_> = side.stamp.switched_off().iter().map(|off| off.code).collect();
        let mut own = side.stamp.custom_rules().to_vec();
        sort_by(&mut off, Ord::cmp);
        sort_by(&mut own, Ord::cmp);
        (side.stamp.figures().clone(), off, own)
    };
    let all = [
        (earlier.about != later.about, Caveat::OtherDocument),
        (earlier.stamp.rule_edition() != later.stamp.rule_edition(), Caveat::OtherEdition),
        (rules(earlier) != rules(later), Caveat::OtherRules),
        (earlier.stamp.as_of() != later.stamp.as_of(), Caveat::OtherDay),
        (earlier.only != later.only, Caveat::OneRule),
    ];
    all.into_iter().filter(|(differs, _)| *differs).map(|(_, caveat)| caveat).collect()
}
