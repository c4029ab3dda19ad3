//! How the ratings of the steps become the rating of a standard.

use super::{EvaluatedStandard, Evaluation, Rating};
use crate::audit::ScaleStep;
use crate::id::Id;
use crate::model::QualityStep;
use crate::sorted::sort_by;

words! {
    /// A policy by which the ratings of the four steps become the rating of a standard.
    ///
    /// How the model itself combines them is not known from any public source, so no policy is assumed. An average is
    /// not among them: the labels are ordered, and have no distances. It belongs to the model of the social
    /// inspectorate.
    #[non_exhaustive]
    pub enum Combination: "sammenfatning af trin", "combination of steps" {
        /// Those who evaluate judge the standard as a whole. Nothing is computed.
        Judged = "samlet skøn", "judged as a whole";
        /// The lowest rating of a step.
        LowestStep = "det lavest vurderede trin", "lowest rated step";
        /// The middle one of the ratings by the order of the scale, of two middle ones the lower.
        LowerMedian = "den midterste af vurderingerne", "lower median of the ratings";
    }
}

/// What a policy makes of the ratings of the steps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[non_exhaustive]
pub enum Combined {
    /// The rating: a step of the scale, or *not relevant* if all four steps are.
    Rating(Rating),
    /// The policy computes nothing.
    Judged,
    /// This step is not rated, or the document does not state its rating. The first of several.
    StepMissing(QualityStep),
    /// A step has a rating that is not on the scale.
    OffScale(QualityStep),
}

impl Evaluation {
    /// Combines the ratings of the four steps of a standard by a policy. Steps that are *not relevant* do not count.
    ///
    /// ```
    /// use kvalitetsmodel::evaluation::{Combination, Combined, Evaluation, Rating};
    /// use kvalitetsmodel::model::QualityStep;
    /// use kvalitetsmodel::id::Id;
    ///
    /// let evaluation: Evaluation = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-0000-0000-000000000001",
    ///         "kind": "selfEvaluation",
    ///         "scale": [
    ///             { "id": "00000000-0000-0000-0000-000000000002", "label": "ikke opfyldt" },
    ///             { "id": "00000000-0000-0000-0000-000000000003", "label": "opfyldt" }
    ///         ],
    ///         "standards": [{ "steps": [
    ///             { "step": "guidingDocuments", "rating": { "rated": { "onScale": "00000000-0000-0000-0000-000000000003" } } },
    ///             { "step": "implementation", "rating": { "rated": { "onScale": "00000000-0000-0000-0000-000000000002" } } },
    ///             { "step": "monitoring", "rating": { "rated": { "onScale": "00000000-0000-0000-0000-000000000003" } } },
    ///             { "step": "improvement", "rating": "notRelevant" }
    ///         ] }]
    ///     }"#,
    /// )?;
    /// let standard = &evaluation.standards[0];
    /// let (low, high) = (Rating::Rated { on_scale: Id::from_u128(2) }, Rating::Rated { on_scale: Id::from_u128(3) });
    /// assert_eq!(evaluation.combine(standard, Combination::LowestStep), Combined::Rating(low));
    /// assert_eq!(evaluation.combine(standard, Combination::LowerMedian), Combined::Rating(high));
    ///
    /// let mut standard = standard.clone();
    /// standard.steps[1].rating = Some(Rating::NotRated);
    /// let combined = evaluation.combine(&standard, Combination::LowestStep);
    /// assert_eq!(combined, Combined::StepMissing(QualityStep::Implementation));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[must_use]
    pub fn combine(&self, standard: &EvaluatedStandard, policy: Combination) -> Combined {
        let pick: fn(&[usize]) -> Option<&usize> = match policy {
            Combination::Judged => return Combined::Judged,
            Combination::LowestStep => |positions| positions.first(),
            Combination::LowerMedian => |positions| positions.get(positions.len().saturating_sub(1) / 2),
        };
        let (mut positions, mut used) = ([usize::MAX; QualityStep::ALL.len()], 0_usize);
        for step in QualityStep::ALL.iter().copied() {
            let position = match standard.rating_of(step) {
                None | Some(Rating::NotRated) => return Combined::StepMissing(step),
                Some(Rating::NotRelevant) => continue,
                Some(Rating::Rated { on_scale }) => self.position(on_scale),
            };
            let (Some(position), Some(slot)) = (position, positions.get_mut(used)) else {
                return Combined::OffScale(step);
            };
            *slot = position;
            used = used.saturating_add(1);
        }
        sort_by(&mut positions, usize::cmp);
        let position = pick(positions.get(..used).unwrap_or_default());
        let step = position.and_then(|position| self.scale.get(*position));
        Combined::Rating(step.map_or(Rating::NotRelevant, |step| Rating::Rated { on_scale: step.id }))
    }

    /// The position of a step on the scale, from 0, the lowest.
    pub(crate) fn position(&self, step: Id<ScaleStep>) -> Option<usize> {
        self.scale.iter().position(|one| one.id == step)
    }
}
