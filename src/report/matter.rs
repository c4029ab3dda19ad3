//! Findings that say the same at several places.

use alloc::collections::BTreeMap;
use alloc::format;
use alloc::string::String;
use alloc::vec::Vec;

use serde::ser::{Serialize, SerializeStruct, Serializer};

use super::finding::Message;
use super::{Finding, Pointer, Report};
use crate::Lang;

/// One omission or contradiction, with all its places: findings of one rule that have the same verdict, say the
/// same, and are all accepted for the same reason or not accepted.
///
/// To a person they are one entry; a program reads the places, or the [`findings`](Self::findings) with their
/// facts and fingerprints.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matter<'a> {
    first: &'a Finding,
    others: Vec<&'a Finding>,
}

impl<'a> Matter<'a> {
    /// The finding at the first place. Rule, verdict, message and suppression are those of all the findings.
    #[must_use]
    pub const fn first(&self) -> &'a Finding {
        self.first
    }

    /// The findings, in document order: at least one.
    pub fn findings(&self) -> impl Iterator<Item = &'a Finding> + '_ {
        core::iter::once(self.first).chain(self.others.iter().copied())
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
        s.serialize_field("verdict", self.first.verdict().name())?;
        s.serialize_field("message", &Message::of(self.first))?;
        s.serialize_field("places", &places)?;
        s.serialize_field("fingerprints", &fingerprints)?;
        s.end()
    }
}

/// What the findings of a matter have in common. A message can hide an id that is a fact, and two messages can
/// have the same facts, so the words decide.
fn key(finding: &Finding) -> String {
    let [da, en] = [Lang::Da, Lang::En].map(|lang| finding.message(lang));
    let mut key = format!("{} {}\n{da}\n{en}", finding.code(), finding.verdict().name());
    if let Some(by) = finding.suppressed() {
        key = format!("{key}\n{} {}", by.last_day(), by.reason());
    }
    key
}

impl Report {
    /// The findings, those that say the same together, in the order of their first places.
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
        let mut matters: Vec<Matter<'_>> = Vec::new();
        let mut known: BTreeMap<String, usize> = BTreeMap::new();
        for finding in self.findings() {
            let place = *known.entry(key(finding)).or_insert(matters.len());
            match matters.get_mut(place) {
                Some(matter) => matter.others.push(finding),
                None => matters.push(Matter { first: finding, others: Vec::new() }),
            }
        }
        matters
    }
}
