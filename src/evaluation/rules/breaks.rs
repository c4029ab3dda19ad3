//! Changes that break several rules.

use crate::agreement::OperatorRef;
use crate::date::PartialDate;
use crate::draft::tape::Tape;
use crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Evaluator, Submission};
use crate::id::Id;

/// Makes it an external evaluation, with what the rules about these ask for.
pub(super) fn external(evaluation: &mut Evaluation) {
    if evaluation.kind == EvaluationKind::External {
        return;
    }
    evaluation.kind = EvaluationKind::External;
    for (id, one) in (1_u128 << 64..).zip(&mut evaluation.evaluators) {
        one.operator = Some(OperatorRef::new(Id::from_u128(id)));
    }
    evaluation.submission = Some(Submission {
        submitted_on: PartialDate::of_month(2023, 4),
        committee: Some("udvalget".into()),
        decided_on: PartialDate::of_month(2023, 5),
        ..Submission::default()
    });
}

/// Makes it one of the kinds that a service makes itself, without anything of an external one.
pub(super) fn by_itself(evaluation: &mut Evaluation, kind: EvaluationKind) {
    evaluation.kind = kind;
    evaluation.submission = None;
    evaluation.evaluators.clear();
    evaluation.standards.iter_mut().for_each(|one| one.proposed = None);
}

/// Makes it an external evaluation, and changes every evaluator.
pub(super) fn each_evaluator(evaluation: &mut Evaluation, change: impl FnMut(&mut Evaluator)) {
    external(evaluation);
    evaluation.evaluators.iter_mut().for_each(change);
}

/// Makes it an external evaluation, and changes one evaluator.
pub(super) fn one_evaluator(
    evaluation: &mut Evaluation,
    tape: &mut Tape<'_>,
    change: impl FnOnce(&mut Evaluator),
) {
    external(evaluation);
    let n = tape.index(evaluation.evaluators.len());
    if let Some(one) = evaluation.evaluators.get_mut(n) {
        change(one);
    }
}

/// Changes one standard. There is at least one.
pub(super) fn one_standard(
    evaluation: &mut Evaluation,
    tape: &mut Tape<'_>,
    change: impl FnOnce(&mut EvaluatedStandard),
) {
    let n = tape.index(evaluation.standards.len());
    if let Some(one) = evaluation.standards.get_mut(n) {
        change(one);
    }
}
