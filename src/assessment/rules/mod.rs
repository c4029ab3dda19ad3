//! The rules about state assessments.

mod sta001_service_and_day_stated;
mod sta002_topic_rests_on_data;
mod sta003_need_stated;
mod sta004_resources_where_need;
mod sta005_not_out_of_date;

use super::{AssessedTopic, StateAssessment};
use crate::rule::rules;

rules! {
    StateAssessment: sta001_service_and_day_stated, sta005_not_out_of_date;
    AssessedTopic: sta002_topic_rests_on_data, sta003_need_stated, sta004_resources_where_need;
}
