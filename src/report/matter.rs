//! Findings that say the same at several places.

use alloc::vec::Vec;
use core::fmt::Write as _;
use core::hash::Hasher as _;

use chrono::NaiveDate;
use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::fingerprint::Identity;
use super::{Finding, Pointer, Report, Verdict};
use crate::Lang;
use crate::codes::RuleCode;
use crate::sorted::{sort_by, sort_by_key};
use crate::text::InBoth;

/// One omission or contradiction, with all its places: findings of the same rule that have the same verdict, say
/// the same, and are all accepted for the same reason or all not accepted.
///
/// For a person they are one entry; a program reads the places, or the [`findings`](Self::findings) with their
/// facts and fingerprints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter<'a> {
    first: &'a Finding,
    others: Vec<&'a Finding>,
}

impl<'a> Matter<'a> {
    pub(super) fn of(findings: &'a [Finding]) -> Vec<Self> {
        let mut keys: Vec<_> = findings.iter().map(key).zip(0_usize..).collect();
        sort_by(&mut keys, Ord::cmp);
        let all = keys.chunk_by(|(a, _), (b, _)| a == b).filter_map(|same| {
            let mut each = same.iter().filter_map(|(_, nth)| findings.get(*nth));
            let nth = same.first().map(|(_, nth)| *nth)?;
            Some((nth, Self { first: each.next()?, others: each.collect() }))
        });
        let mut matters: Vec<_> = all.collect();
        sort_by_key(&mut matters, |(nth, _)| *nth);
        matters.into_iter().map(|(_, matter)| matter).collect()
    }

    /// The finding at the first place. All the findings have its rule, verdict, message and suppression.
    #[must_use]
    pub const fn first(&self) -> &'a Finding {
        self.first
    }

    /// The findings, in document order: at least one.
    pub fn findings(&self) -> impl Iterator<Item = &'a Finding> + '_ {
        core::iter::once(self.first).chain(self.others.iter().copied())
    }

    /// Returns `true` if both have the same rule and verdict, and are accepted for the same reason or not accepted:
    /// they differ only in figures, or in what is missing.
    #[cfg(feature = "page")]
    pub(crate) fn is_like(&self, other: &Matter<'_>) -> bool {
        let same = |finding: &'a Finding| (finding.code(), finding.verdict(), finding.suppressed());
        same(self.first) == (other.first.code(), other.first.verdict(), other.first.suppressed())
    }

    /// The place of each finding, in document order: at least one.
    pub fn places(&self) -> impl Iterator<Item = &'a Pointer> + '_ {
        self.findings().map(Finding::at)
    }
}

impl Serialize for Matter<'_> {
    /// `code`, `severity`, `verdict`, `message`, `places` and `fingerprints`.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let places: Vec<_> = self.places().collect();
        let fingerprints: Vec<_> = self.findings().map(Finding::fingerprint).collect();
        let mut s = serializer.serialize_struct("Matter", 6)?;
        s.serialize_field("code", &self.first.code())?;
        s.serialize_field("severity", &self.first.severity())?;
        s.serialize_field("verdict", &self.first.verdict())?;
        s.serialize_field("message", &InBoth(|lang| self.first.words(lang)))?;
        s.serialize_field("places", &places)?;
        s.serialize_field("fingerprints", &fingerprints)?;
        s.end()
    }
}

/// The matters of a report, found when they are written.
#[derive(Debug)]
pub(super) struct Matters<'a>(pub(super) &'a Report);

impl Serialize for Matters<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(self.0.matters())
    }
}

/// What the findings of a matter have in common, texts as hashes. A message can hide an id that is a fact, and
/// two messages can have the same facts, so the words decide.
type Key<'a> = (RuleCode, Verdict, [u64; 2], Option<(NaiveDate, &'a str)>);

fn key(finding: &Finding) -> Key<'_> {
    let words = [Lang::Da, Lang::En].map(|lang| {
        let mut hash = Identity::NEW;
        let _ = write!(hash, "{}", finding.words(lang)); // hashing cannot fail
        hash.finish()
    });
    let accepted = finding.suppressed().map(|by| (by.last_day(), by.reason().as_str()));
    (finding.code(), finding.verdict(), words, accepted)
}

impl Report {
    /// The findings, grouped by what they say, in the order of their first places.
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{DevelopmentAgreement, FocusArea, FollowUp};
    /// use kvalitetsmodel::{Context, check, codes, id::Id};
    ///
    /// let area = |n| FocusArea {
    ///     follow_ups: vec![FollowUp::new(Id::from_u128(n + 10))], // without a time
    ///     ..FocusArea::new(Id::from_u128(n))
    /// };
    /// let draft = DevelopmentAgreement {
    ///     focus_areas: vec![area(1), area(2), area(3)],
    ///     ..DevelopmentAgreement::new(Id::from_u128(4))
    /// };
    /// let report = check(&draft, &Context::new("2024-01-09".parse()?));
    /// let matters = report.matters();
    /// let untimed = matters.iter().find(|matter| matter.first().code() == codes::AGR006).expect("found");
    /// assert_eq!(untimed.places().count(), 3);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[must_use]
    pub fn matters(&self) -> Vec<Matter<'_>> {
        Matter::of(self.findings())
    }
}
