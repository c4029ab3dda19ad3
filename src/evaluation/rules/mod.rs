//! The rules about evaluations.

mod aud013_scale_has_steps;
#[cfg(feature = "proptest")]
mod breaks;
mod eva001_as_many_as_stated;
mod eva002_set_named;
mod eva003_standards_of_set;
mod eva004_standard_once;
mod eva005_step_once;
mod eva006_four_steps;
mod eva007_rating_follows_combination;
mod eva008_monitoring_recommends;
mod eva009_method_stated;
mod eva010_surveyor_independent;
mod eva011_several_operators;
mod eva012_enough_surveyors;
mod eva013_trained_before;
mod eva014_users_and_relatives;
mod eva015_within_cycle;
mod eva016_dates_in_order;
mod eva017_gap_has_recommendation;
mod eva018_step_stated;
mod eva019_monitored_again;
mod eva020_evidence_complete;
mod eva021_committee_decides;
mod eva022_scale_labels_differ;
mod eva023_listed_once;
mod eva025_surveyor_confidential;
mod eva026_evaluates_itself;
mod eva027_rests_on_own_finding;
mod eva028_not_relevant_says_nothing;
mod eva029_not_followed_not_tested;
mod eva030_audit_is_the_method;
mod eva031_operator_named_once;
mod eva032_reason_why_not;
mod eva034_qualitative_without_figures;
mod eva035_held_within_cycle;

use super::{
    EvaluatedStandard, Evaluation, EvaluationFinding, Recommendation, RecommendationOutcome, Submission,
};
use crate::rule::{done, rules};

rules! {
    Evaluation:
        eva001_as_many_as_stated, eva002_set_named, eva003_standards_of_set, eva004_standard_once, eva006_four_steps,
        eva007_rating_follows_combination, eva008_monitoring_recommends, eva009_method_stated,
        eva010_surveyor_independent, eva011_several_operators, eva012_enough_surveyors, eva013_trained_before,
        eva014_users_and_relatives, eva015_within_cycle, eva016_dates_in_order, eva020_evidence_complete,
        eva021_committee_decides, eva022_scale_labels_differ, eva023_listed_once,
        eva025_surveyor_confidential, eva026_evaluates_itself, eva027_rests_on_own_finding,
        eva028_not_relevant_says_nothing, eva031_operator_named_once, eva035_held_within_cycle
        & aud013_scale_has_steps;
    EvaluatedStandard: eva005_step_once, eva017_gap_has_recommendation, eva030_audit_is_the_method;
    EvaluationFinding: eva034_qualitative_without_figures;
    Recommendation:
        eva018_step_stated, eva019_monitored_again, eva029_not_followed_not_tested, eva032_reason_why_not;
}

done! {
    // Until it says what came of it, its day is a plan.
    Evaluation: one, HELD at ["heldOn"] =
        one.held_on.filter(|_| one.standards.iter().any(EvaluatedStandard::says_something)),
        HELD at ["previousOn"] = one.previous_on;
    // The decision of the committee is a matter of EVA021.
    Submission: one, SUBMITTED at ["submittedOn"] = one.submitted_on;
    Recommendation: one,
        DONE at ["outcome", "carriedOut", "on"] = match one.outcome {
            Some(RecommendationOutcome::CarriedOut { on }) => on,
            _ => None,
        },
        MONITORED at ["monitoredOn"] = one.monitored_on;
}
