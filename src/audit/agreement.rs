//! How far the members of a panel agree.

use alloc::vec::Vec;

use super::{AuditCase, AuditQuestion, CaseAudit};
use crate::figure::Share;
use crate::id::Id;
use crate::sorted::sort_by;
use crate::text::count;

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
    pub fn panel_agreement(&self) -> Vec<PanelAgreement> {
        let answers = self.answers.iter();
        let answers = answers.filter_map(|answer| Some(((answer.question, answer.case), answer.after?)));
        let mut answers: Vec<_> = answers.collect();
        sort_by(&mut answers, Ord::cmp);
        let by_place = answers.chunk_by(|(one, _), (other, _)| one == other);
        let agreement = by_place.filter_map(|answers| {
            let ((question, case), _) = *answers.first()?;
            let by_step = answers.chunk_by(|(_, one), (_, other)| one == other);
            let same = by_step.fold(0_u64, |sum, same| sum.saturating_add(pairs_of(count(same.len()))));
            let answers = count(answers.len());
            let pairs = Share::new(same, pairs_of(answers)).unwrap_or(Share::NOTHING);
            Some(PanelAgreement { question, case, answers, pairs })
        });
        agreement.collect()
    }
}

/// The number of pairs among `count` things.
const fn pairs_of(count: u64) -> u64 {
    count.saturating_mul(count.saturating_sub(1)) / 2
}
