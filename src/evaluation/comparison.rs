//! Two evaluations side by side.

use alloc::vec::Vec;

use super::{EvaluatedStandard, Evaluation, Rating};
use crate::model::QualityStep;

words! {
    /// How a rating compares with that of an earlier evaluation.
    pub enum RatingChange: "ændring", "change of a rating" {
        /// It is higher on the scale.
        Higher = "højere", "higher";
        /// It is the same, also if both are *not relevant*.
        Same = "uændret", "unchanged";
        /// It is lower on the scale.
        Lower = "lavere", "lower";
        /// One of the two is not rated, not relevant or not stated, or the scales differ.
        NotComparable = "kan ikke sammenlignes", "cannot be compared";
    }
}

/// The ratings of one standard, or of one of its steps, in two evaluations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct RatingComparison<'a> {
    /// The standard in the earlier evaluation; `None` if it does not list it.
    pub earlier: Option<&'a EvaluatedStandard>,
    /// The standard in the later one; `None` if it does not list it.
    pub later: Option<&'a EvaluatedStandard>,
    /// The step; `None` for the standard as a whole.
    pub step: Option<QualityStep>,
    /// How the later rating compares with the earlier one.
    pub change: RatingChange,
}

impl Evaluation {
    /// Compares the ratings with those of an earlier evaluation: for each standard of either the whole, then each step that
    /// one of the two lists. The order is that of this evaluation; standards of the earlier one alone come last.
    ///
    /// A standard is found again by its id, or by its number if one of the two states no id. Ratings are compared only if
    /// both scales have the same labels in the same order.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::{Evaluation, RatingChange};
    ///
    /// let of = |year: u16, label: u8| -> Result<Evaluation, serde_json::Error> {
    ///     serde_json::from_str(&format!(
    ///         r#"{{
    ///             "id": "00000000-0000-4000-8000-00000000{year}",
    ///             "kind": "selfEvaluation",
    ///             "scale": [
    ///                 {{ "id": "00000000-0000-4000-8000-000000000010", "label": "delvist" }},
    ///                 {{ "id": "00000000-0000-4000-8000-000000000011", "label": "helt" }}
    ///             ],
    ///             "standards": [{{
    ///                 "number": "1.1", "rating": {{ "rated": {{ "onScale": "00000000-0000-4000-8000-0000000000{label}" }} }}
    ///             }}]
    ///         }}"#
    ///     ))
    /// };
    /// let (earlier, later) = (of(2023, 10)?, of(2024, 11)?);
    /// let compared = later.compare_with(&earlier);
    /// assert_eq!((compared.len(), compared[0].change), (1, RatingChange::Higher));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn compare_with<'a>(&'a self, earlier: &'a Self) -> Vec<RatingComparison<'a>> {
        let is_one_scale = self.has_scale_of(earlier);
        let mut all = Vec::new();
        let mut add = |before: Option<&'a EvaluatedStandard>, after: Option<&'a EvaluatedStandard>| {
            let lists = |one: Option<&EvaluatedStandard>, step| {
                one.is_some_and(|one| one.steps.iter().any(|rated| rated.step == step))
            };
            let steps =
                QualityStep::ALL.iter().copied().filter(|step| lists(before, *step) || lists(after, *step));
            for step in core::iter::once(None).chain(steps.map(Some)) {
                let rating = |one: Option<&EvaluatedStandard>| one.and_then(|one| one.rating_at(step));
                let change = if is_one_scale {
                    self.change(earlier, rating(before), rating(after))
                } else {
                    RatingChange::NotComparable
                };
                all.push(RatingComparison { earlier: before, later: after, step, change });
            }
        };
        for after in &self.standards {
            add(earlier.standards.iter().find(|before| before.is_same_as(after)), Some(after));
        }
        for before in &earlier.standards {
            if !self.standards.iter().any(|after| after.is_same_as(before)) {
                add(Some(before), None);
            }
        }
        all
    }

    fn change(&self, earlier: &Self, before: Option<Rating>, after: Option<Rating>) -> RatingChange {
        if (before, after) == (Some(Rating::NotRelevant), Some(Rating::NotRelevant)) {
            return RatingChange::Same;
        }
        let before = before.and_then(Rating::on_scale).and_then(|step| earlier.position(step));
        let after = after.and_then(Rating::on_scale).and_then(|step| self.position(step));
        match (before, after) {
            (Some(before), Some(after)) if after > before => RatingChange::Higher,
            (Some(before), Some(after)) if after < before => RatingChange::Lower,
            (Some(_), Some(_)) => RatingChange::Same,
            _ => RatingChange::NotComparable,
        }
    }

    /// Returns `true` if the labels of both scales are stated, and the same in the same order.
    pub(crate) fn has_scale_of(&self, other: &Self) -> bool {
        let mut pairs = self.scale.iter().zip(&other.scale);
        let is_same = pairs.all(|(one, other)| match (&one.label, &other.label) {
            (Some(label), Some(other)) => label.says_same_as(other),
            (None, None) => one.id == other.id,
            _ => false,
        });
        is_same && self.scale.len() == other.scale.len()
    }
}

impl EvaluatedStandard {
    /// The rating of a step, or that of the whole: the decided one, or else the proposed one.
    pub(crate) fn rating_at(&self, step: Option<QualityStep>) -> Option<Rating> {
        step.map_or_else(|| self.rating.or(self.proposed), |step| self.rating_of(step))
    }

    /// Returns `true` for the same standard in two evaluations.
    fn is_same_as(&self, other: &Self) -> bool {
        match (self.standard, other.standard) {
            (Some(one), Some(other)) => one == other,
            _ => self.number.is_some() && self.number == other.number,
        }
    }
}
