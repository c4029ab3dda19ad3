//! The rules about state assessments.

mod sta001_frame_complete;
mod sta002_topic_rests_on_data;
mod sta003_need_stated;
mod sta004_resources_where_need;
mod sta005_not_out_of_date;
mod sta006_data_period_ordered;
mod sta007_renewed_after_made;
mod sta008_topic_once;
mod sta009_data_before_assessment;
mod sta010_data_end_before_assessment;
mod sta011_resources_follow_need;
mod sta012_measurement_has_one_period;

use super::{AssessedTopic, StateAssessment};
use crate::rule::{done, rules};

rules! {
    StateAssessment:
        sta001_frame_complete, sta005_not_out_of_date, sta007_renewed_after_made, sta008_topic_once,
        sta009_data_before_assessment, sta010_data_end_before_assessment,
        sta012_measurement_has_one_period;
    AssessedTopic:
        sta002_topic_rests_on_data, sta003_need_stated, sta004_resources_where_need, sta006_data_period_ordered,
        sta011_resources_follow_need;
}

done! {
    // Until it says something of a topic, its day is a plan.
    StateAssessment: one, MADE at ["on"] = one.on.filter(|_| !one.topics.is_empty());
}
