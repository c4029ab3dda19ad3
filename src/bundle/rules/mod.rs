//! The rules about bundles: what no document can say by itself.

#[cfg(feature = "proptest")]
mod added;
mod bun001_document_once;
mod bun002_references_lead_somewhere;
mod bun003_membership_agrees;
mod bun004_member_is_listed;
mod bun005_figure_stated_once;
mod bun006_one_figure_for_indicator;
mod bun007_unit_has_one_name;
mod bun008_service_has_one_id;
mod bun009_carried_into_next;
mod bun010_record_stated_once;
mod bun011_as_the_assessment;
mod bun012_one_agreement_at_a_time;
mod bun013_one_direction;
mod bun014_body_has_one_kind;
mod bun015_one_operator;
mod bun016_department_has_one_service;
mod bun017_one_result;
mod bun018_status_as_measured;
mod bun019_body_is_one_community;
mod bun020_no_ring_across;
mod bun021_next_after_decision;
mod bun022_links_agree;
mod bun023_previous_as_held;
mod bun024_grounds_of_this_service;
mod bun025_evaluations_agree;
mod bun026_community_at_the_time;
mod bun027_duties_agree;
mod bun028_baseline_as_measured;
mod bun029_assessments_agree;
mod bun030_data_of_the_period;
mod bun031_after_its_grounds;
mod bun032_service_run_under_one_law;
mod bun034_data_of_the_test;
mod bun035_noted_when_it_was;
mod bun036_continues_earlier;
mod bun037_action_ends_once;
mod bun038_recommendation_has_one_outcome;
mod bun039_standards_as_the_set;

use super::{Bundle, Crossing};
use crate::report::Path;
use crate::rule::{Checker, Rule, rules};

/// The check of a rule. The bundle itself is not looked at: what crosses its documents may have come line by line.
type Check = fn(&Bundle, &Crossing, &Path<'_>, &mut Checker<'_>);

macro_rules! crossing_rules {
    ($( $file:ident ),+ $(,)?) => {
        rules! { Bundle [crossing = crossing]: $( $file (crossing) ),+; }

        /// The checks for documents that were added line by line.
        pub(super) const CHECKS: &[(&Rule, Check)] = &[ $( (&$file::RULE, $file::check) ),+ ];
    };
}

crossing_rules! {
    bun001_document_once,
    bun002_references_lead_somewhere,
    bun003_membership_agrees,
    bun004_member_is_listed,
    bun005_figure_stated_once,
    bun006_one_figure_for_indicator,
    bun007_unit_has_one_name,
    bun008_service_has_one_id,
    bun009_carried_into_next,
    bun010_record_stated_once,
    bun011_as_the_assessment,
    bun012_one_agreement_at_a_time,
    bun013_one_direction,
    bun014_body_has_one_kind,
    bun015_one_operator,
    bun016_department_has_one_service,
    bun017_one_result,
    bun018_status_as_measured,
    bun019_body_is_one_community,
    bun020_no_ring_across,
    bun021_next_after_decision,
    bun022_links_agree,
    bun023_previous_as_held,
    bun024_grounds_of_this_service,
    bun025_evaluations_agree,
    bun026_community_at_the_time,
    bun027_duties_agree,
    bun028_baseline_as_measured,
    bun029_assessments_agree,
    bun030_data_of_the_period,
    bun031_after_its_grounds,
    bun032_service_run_under_one_law,
    bun034_data_of_the_test,
    bun035_noted_when_it_was,
    bun036_continues_earlier,
    bun037_action_ends_once,
    bun038_recommendation_has_one_outcome,
    bun039_standards_as_the_set,
}

/// A bundle of documents with these contents, for cases: each with the last two digits of its id.
#[cfg(test)]
macro_rules! bundle_of {
    ($first:literal: $content:expr $(, $more:literal: $other:expr)* $(,)?) => {
        concat!(
            r#"{ "id": "00000000-0000-4000-8000-000000000f00", "documents": ["#,
            bundle_of!(@document $first $content),
            $( ",", bundle_of!(@document $more $other), )*
            "] }"
        )
    };
    (@document $id:literal $content:expr) => {
        concat!(
            r#"{ "format": "kvalitetsmodel/1", "status": "draft", "id": "00000000-0000-4000-8000-0000000000"#,
            $id,
            r#"", "content": "#,
            $content,
            "}"
        )
    };
}
#[cfg(test)]
use bundle_of;
