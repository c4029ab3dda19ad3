//! Rules about development agreements.

mod follow_ups;
mod framework;
mod participation;
mod parties;
mod scope;
mod signatures;
mod targets;

use super::DevelopmentAgreement;
use crate::rule::rules_in_modules;

rules_in_modules! {
    DevelopmentAgreement:
        parties::FRAME => frame,
        signatures::COMPLETE => complete,
        signatures::BEFORE_FOLLOW_UP => before_follow_up,
        scope::STATED => stated,
        follow_ups::EXISTS => exists,
        follow_ups::HAS_TIME => has_time,
        follow_ups::HAS_CONTENT => has_content,
        participation::STATED => stated,
        participation::FOLLOWS_ASSESSMENT => follows_assessment,
        scope::MEMBERS_ONLY => members_only,
        targets::BINDS_MEMBERS => binds_members,
        targets::FIXED_BY_FOLLOW_UP => fixed_by_follow_up,
        follow_ups::DECIDER_EXISTS => decider_exists,
        targets::NOT_GIVEN_AND_OPEN => not_given_and_open,
        parties::PERIOD => period,
        framework::VALID => valid;
}
