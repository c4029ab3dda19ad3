//! How far the members of a panel agree.

use alloc::collections::BTreeMap;

use super::{AuditCase, AuditQuestion, CaseAudit, ScaleStep};
use crate::figure::Share;
use crate::id::Id;

/// How far the members of a panel agree on one question of one case: a plain figure, without correction for
/// chance.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub struct PanelAgreement {
    /// The question.
    pub question: Id<AuditQuestion>,
    /// The case; `None` for a question across cases.
    pub case: Option<Id<AuditCase>>,
    /// How many members answered.
    pub answers: u64,
    /// Of all pairs of these members, how many gave the same answer; 0 of 0 for a single one.
    pub pairs: Share,
}

impl CaseAudit {
    /// How far the members agree on the state after the change, by question and case in the order of their ids.
    ///
    /// Answers without a step of the scale do not count.
    ///
    /// ```
    /// use kvalitetsmodel::audit::{AuditAnswer, CaseAudit};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let mut audit = CaseAudit::new(Id::from_u128(1));
    /// let answer = |member, step| AuditAnswer {
    ///     after: Some(Id::from_u128(step)),
    ///     ..AuditAnswer::new(Id::from_u128(2), Id::from_u128(member))
    /// };
    /// audit.answers = vec![answer(3, 10), answer(4, 10), answer(5, 11)];
    /// let agreement = &audit.panel_agreement()[0];
    /// assert_eq!((agreement.pairs.part(), agreement.pairs.whole()), (1, 3));
    /// ```
    #[must_use]
    pub fn panel_agreement(&self) -> alloc::vec::Vec<PanelAgreement> {
        type Steps = BTreeMap<Id<ScaleStep>, u64>;
        let mut by_place: BTreeMap<(Id<AuditQuestion>, Option<Id<AuditCase>>), Steps> = BTreeMap::new();
        for answer in &self.answers {
            let Some(step) = answer.after else { continue };
            let count = by_place.entry((answer.question, answer.case)).or_default().entry(step).or_default();
            *count = count.saturating_add(1);
        }
        let agreement = |((question, case), steps): (_, Steps)| {
            let answers = steps.values().fold(0_u64, |sum, count| sum.saturating_add(*count));
            let same = steps.values().fold(0_u64, |sum, count| sum.saturating_add(pairs_of(*count)));
            let pairs = Share::new(same, pairs_of(answers)).unwrap_or(Share::NOTHING);
            PanelAgreement { question, case, answers, pairs }
        };
        by_place.into_iter().map(agreement).collect()
    }
}

/// The number of pairs among `count` things.
const fn pairs_of(count: u64) -> u64 {
    count.saturating_mul(count.saturating_sub(1)) / 2
}
