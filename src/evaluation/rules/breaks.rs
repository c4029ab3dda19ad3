//! Changes that break several rules.

use crate::draft::tape::Tape;
use crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Evaluator};

/// Makes it an external evaluation. Clean ones hold what the rules about these ask for.
pub(super) const fn external(evaluation: &mut Evaluation) {
    evaluation.kind = EvaluationKind::External;
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
