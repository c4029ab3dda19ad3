//! What several rules are broken with.

use crate::draft::tape::Tape;
use crate::evaluation::{EvaluatedStandard, Evaluation, EvaluationKind, Evaluator};

/// Makes it an external evaluation. Clean ones hold what the rules about these ask for.
pub(super) const fn external(evaluation: &mut Evaluation) {
    evaluation.kind = EvaluationKind::External;
}

/// Makes it an external evaluation, and changes every evaluator.
pub(super) fn each_evaluator(evaluation: &mut Evaluation, change: fn(&mut Evaluator)) {
    external(evaluation);
    evaluation.evaluators.iter_mut().for_each(change);
}

/// Makes it an external evaluation, and changes one evaluator.
pub(super) fn one_evaluator(evaluation: &mut Evaluation, tape: &mut Tape<'_>, change: fn(&mut Evaluator)) {
    external(evaluation);
    let n = tape.index(evaluation.evaluators.len());
    evaluation.evaluators.get_mut(n).into_iter().for_each(change);
}

/// Changes one standard. There is at least one.
pub(super) fn one_standard(
    evaluation: &mut Evaluation,
    tape: &mut Tape<'_>,
    change: fn(&mut EvaluatedStandard),
) {
    let n = tape.index(evaluation.standards.len());
    evaluation.standards.get_mut(n).into_iter().for_each(change);
}
