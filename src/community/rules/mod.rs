//! The rules about improvement communities.

#[cfg(feature = "proptest")]
mod added;
mod imp001_membership_stated;
mod imp002_follows_assessment;
mod imp003_binds_members;
mod imp004_service_listed;
mod imp005_something_monitored;
mod imp006_references_known;
pub(crate) mod imp007_links_agree;
pub(crate) mod imp008_no_ring;
mod imp009_not_in_and_out;
mod imp010_topic_given_or_open;
mod imp011_assessment_data_based;
pub(crate) mod imp012_next_after_decision;
mod imp013_not_abandoned;
mod imp013_spread_is_effective;
mod imp014_spread_in_order;
mod imp015_outsider_waits_for_test;
mod imp016_others_audit;
mod imp017_testers_take_part;
mod imp018_learned_before_taken_over;
mod imp019_charter_period_ordered;
mod imp020_measures_serve_aim;
mod imp021_service_stated_once;
mod imp022_joins_before_end;
mod imp022_within_charter;
mod imp023_one_value_for_one_figure;
mod imp024_steering_group_is_separate;
mod imp025_service_takes_part;
mod imp026_aim_counted_so;
mod imp026_one_way_to_count;
mod imp027_spread_as_tested;
mod imp028_shown_where_tested;
mod imp028_tested_in_cycles;
mod imp029_agreed_by_itself;
mod imp030_reached_as_measured;
mod imp031_result_is_measured;
mod imp032_names_differ;
mod imp033_others_take_over;
mod imp034_stated_once;
mod imp035_reached_after_test;
mod imp036_side_effect_is_separate;
mod imp037_tested_by_itself;
mod imp038_assessed_before_work;
mod imp039_baseline_before_tests;
pub(crate) mod imp040_one_wording;
mod imp041_agreed_before_end;
mod imp042_membership_ordered;
pub(crate) mod pds008_next_after_adapt;
pub(crate) mod statements;
mod tar013_aim_possible;
mod window;

use super::{
    ChangeSpread, Charter, CommunityMember, CrossAudit, Effect, ImprovementCommunity, ServiceSpread,
    SpreadStep, Takeover,
};
use crate::aim::Aim;
use crate::body::StateAssessmentRef;
use crate::report::Path;
use crate::rule::{done, rules};

rules! {
    ImprovementCommunity [links = links]:
        imp001_membership_stated, imp002_follows_assessment, imp003_binds_members, imp004_service_listed,
        imp005_something_monitored, imp006_references_known(links), imp007_links_agree(links), imp008_no_ring(links),
        imp009_not_in_and_out, imp010_topic_given_or_open, imp012_next_after_decision(links),
        imp015_outsider_waits_for_test, imp017_testers_take_part, imp018_learned_before_taken_over(links),
        imp020_measures_serve_aim, imp021_service_stated_once, imp022_within_charter,
        imp023_one_value_for_one_figure, imp024_steering_group_is_separate, imp025_service_takes_part,
        imp026_one_way_to_count, imp027_spread_as_tested(links), imp029_agreed_by_itself, imp030_reached_as_measured, imp031_result_is_measured,
        imp032_names_differ, imp033_others_take_over(links), imp034_stated_once,
        imp035_reached_after_test, imp036_side_effect_is_separate, imp037_tested_by_itself(links),
        imp038_assessed_before_work, imp039_baseline_before_tests, imp040_one_wording, imp041_agreed_before_end
        & imp013_not_abandoned(links), imp022_joins_before_end, imp026_aim_counted_so, imp028_tested_in_cycles, pds008_next_after_adapt(links);
    Aim: & tar013_aim_possible;
    StateAssessmentRef: imp011_assessment_data_based;
    ChangeSpread: imp013_spread_is_effective, imp014_spread_in_order, imp028_shown_where_tested;
    CrossAudit: imp016_others_audit;
    CommunityMember: imp042_membership_ordered;
    Charter: imp019_charter_period_ordered;
}

done! {
    Aim: one, REACHED at ["reachedOn"] = one.reached_on;
    CrossAudit: one, HELD at ["heldOn"] = one.held_on;
    Takeover: one, TAKEN_OVER at ["on"] = one.on;
    ChangeSpread: one, SHOWN at ["effect", "shown", "on"] = one.effect.as_ref().and_then(Effect::on);
    ServiceSpread: one,
        TESTED at ["tested", "taken", "on"] = one.tested.as_ref().and_then(SpreadStep::on),
        ADAPTED at ["adapted", "taken", "on"] = one.adapted.as_ref().and_then(SpreadStep::on),
        IMPLEMENTED at ["implemented", "taken", "on"] = one.implemented.as_ref().and_then(SpreadStep::on);
}

/// Calls `each` with the spread to every service, and with the position of the change that is spread.
fn each_service_spread(
    community: &ImprovementCommunity,
    at: &Path<'_>,
    mut each: impl FnMut(usize, &ServiceSpread, &Path<'_>),
) {
    let list = at.key("spreads");
    for (spread, change) in community.spreads.iter().enumerate() {
        let services = list.index(spread);
        let services = services.key("services");
        for (n, one) in change.services.iter().enumerate() {
            each(spread, one, &services.item(n, one.service));
        }
    }
}

/// Calls `each` with every service that the community lists.
fn each_member(
    community: &ImprovementCommunity,
    at: &Path<'_>,
    mut each: impl FnMut(&CommunityMember, &Path<'_>),
) {
    let list = at.key("members");
    for (n, member) in community.members.iter().enumerate() {
        each(member, &list.item(n, member.service));
    }
}
