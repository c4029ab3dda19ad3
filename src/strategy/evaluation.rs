//! Clean evaluations.

use super::{number, scale};
use alloc::vec::Vec;

use crate::agreement::{OperatorRef, ServiceRef};
use crate::audit::ScaleStep;
use crate::date::{PartialDate, When};
use crate::draft::part::Part;
use crate::draft::tape::Tape;
use crate::evaluation::{
    Background, Combination, EvaluatedStandard, Evaluation, EvaluationEvidence, EvaluationFinding,
    EvaluationKind, Evaluator, EvaluatorRole, MonitoringMethod, Rating, Recommendation,
    RecommendationOutcome, StepRating, Submission,
};
use crate::model::{NINE_STANDARDS, PublishedStandard, QualityStep};

/// An evaluation of 2023 by some of the nine standards, of any kind: its steps have the same rating, and each standard
/// has a recommendation. An external one is made by others, and submitted.
pub(super) fn clean(tape: &mut Tape<'_>) -> Evaluation {
    let kind = *tape.pick(EvaluationKind::ALL);
    let scale = scale(tape);
    let listed = NINE_STANDARDS.standards.get(..tape.index(3).saturating_add(1)).unwrap_or_default();
    let mut standards: Vec<_> = listed.iter().map(|published| standard(published, &scale, tape)).collect();
    // No two standards have the same name.
    number(standards.iter_mut().filter_map(|one| one.name.as_mut()));
    let mut evaluation = Evaluation {
        title: Some(tape.said()),
        service: Some(ServiceRef {
            name: Some(tape.said()),
            operator: Some(OperatorRef::new(tape.fresh_id())),
            ..ServiceRef::new(tape.fresh_id())
        }),
        standard_set: Some(NINE_STANDARDS.id),
        stated_standards: u32::try_from(standards.len()).ok(),
        scale,
        combination: Some(*tape.pick(Combination::ALL)),
        planned_on: PartialDate::of_year(2023),
        held_on: PartialDate::of_month(2023, 3),
        previous_on: PartialDate::of_year(2022),
        next: Some(When::Date { on: PartialDate::of_year(2024) }),
        evaluators: tape.list_of(2, 4, evaluator),
        evidence: EvaluationEvidence::ALL.to_vec(),
        standards,
        submission: Some(Submission {
            submitted_on: PartialDate::of_month(2023, 4),
            committee: Some(tape.said()),
            decide_by: Some(When::Date { on: PartialDate::of_year(2023) }),
            decided_on: PartialDate::of_month(2023, 5),
        }),
        ..Evaluation::new(tape.fresh_id(), kind)
    };
    // The service makes the other kinds itself.
    if kind != EvaluationKind::External {
        let own = evaluation.service.as_ref().and_then(|service| service.operator.clone());
        evaluation.evaluators.iter_mut().for_each(|one| one.operator.clone_from(&own));
        evaluation.standards.iter_mut().for_each(|one| one.proposed = None);
        evaluation.submission = None;
    }
    evaluation
}

/// Somebody who evaluates, from an operator of their own: the first ones are users.
fn evaluator(tape: &mut Tape<'_>) -> Evaluator {
    Evaluator {
        role: Some(EvaluatorRole::Surveyor),
        background: Some(Background::User),
        operator: Some(OperatorRef::new(tape.fresh_id())),
        organisation: None,
        trained_on: PartialDate::of_year(2022),
        confidential: tape.option(|_| true),
    }
}

/// A standard whose four steps and whole have the same rating.
fn standard(published: &PublishedStandard, scale: &[ScaleStep], tape: &mut Tape<'_>) -> EvaluatedStandard {
    let rating = Some(Rating::Rated { on_scale: tape.pick(scale).id });
    let finding = EvaluationFinding {
        step: Some(*tape.pick(QualityStep::ALL)),
        text: Some(tape.said()),
        shows_gap: Some(tape.flag()),
        kind: Part::any(tape),
        ..EvaluationFinding::new(tape.fresh_id())
    };
    let recommendation = Recommendation {
        findings: [finding.id].into(),
        text: Some(tape.said()),
        leads_to: Some(*tape.pick(&[QualityStep::GuidingDocuments, QualityStep::Improvement])),
        by: Some(When::Date { on: PartialDate::of_year(2023) }),
        outcome: tape.option(|_| RecommendationOutcome::CarriedOut { on: PartialDate::of_month(2023, 9) }),
        monitored_again: Some(When::Date { on: PartialDate::of_year(2024) }),
        ..Recommendation::new(tape.fresh_id())
    };
    EvaluatedStandard {
        standard: Some(published.id),
        number: published.number,
        name: Some(tape.said()),
        method: Some(*tape.pick(MonitoringMethod::ALL)),
        steps: QualityStep::ALL.iter().map(|step| StepRating { step: *step, rating }).collect(),
        proposed: rating,
        rating,
        findings: [finding].into(),
        recommendations: [recommendation].into(),
        ..EvaluatedStandard::default()
    }
}
