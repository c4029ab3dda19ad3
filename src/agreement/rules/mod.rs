//! The rules about development agreements.

mod agr001_frame_complete;
mod agr002_parties_signed;
mod agr003_signed_before_follow_up;
mod agr004_scope_stated;
mod agr005_area_followed_up;
mod agr006_follow_up_has_time;
mod agr007_follow_up_has_content;
mod agr008_membership_stated;
mod agr009_membership_follows_assessment;
mod agr010_members_alone_have_actions;
mod agr011_figure_binds_members;
mod agr012_figure_fixed_by_follow_up;
mod agr013_decider_set_up;
mod agr014_figure_given_or_open;
mod agr015_period_fits_year;
mod agr016_framework_valid;
#[cfg(feature = "proptest")]
mod breaks;
mod tar005_list_fixed_first;

use super::{DevelopmentAgreement, FocusArea, FollowUp, Participation};
use crate::body::{BodyKind, Forum, Membership};
use crate::report::Path;
use crate::rule::rules;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

rules! {
    DevelopmentAgreement:
        agr001_frame_complete, agr002_parties_signed, agr003_signed_before_follow_up,
        agr012_figure_fixed_by_follow_up, agr013_decider_set_up, agr015_period_fits_year,
        agr016_framework_valid
        & tar005_list_fixed_first;
    FocusArea:
        agr004_scope_stated, agr005_area_followed_up, agr008_membership_stated,
        agr009_membership_follows_assessment, agr010_members_alone_have_actions,
        agr011_figure_binds_members, agr014_figure_given_or_open;
    FollowUp: agr006_follow_up_has_time, agr007_follow_up_has_content;
}

/// What is missing where nothing is said of the membership.
const MEMBERSHIP: Bilingual =
    Bilingual::new("om tilbuddet indgår i fællesskabet", "whether the service takes part in the community");

/// Calls `each` with every improvement community of the area.
fn communities(area: &FocusArea, at: &Path<'_>, mut each: impl FnMut(&Participation, &Path<'_>)) {
    let list = at.key("participation");
    for (n, part) in area.participation.iter().enumerate() {
        if part.kind == BodyKind::Community {
            each(part, &list.item(n, part.body));
        }
    }
}

/// Calls `each` with every target figure of the area that a community agrees, and with what the service is in
/// that community.
fn agreed_in_communities(
    area: &FocusArea,
    at: &Path<'_>,
    mut each: impl FnMut(&TargetFigure, Membership, &Path<'_>),
) {
    let in_community = |target: &TargetFigure| matches!(target.agreed_by, Some(Forum::Community { .. }));
    if !area.targets.iter().any(in_community) {
        return;
    }
    let list = at.key("targets");
    area.index_memberships(|membership_of| {
        for (n, target) in area.targets.iter().enumerate() {
            if let Some(forum) = target.agreed_by.filter(|_| in_community(target)) {
                each(target, membership_of(forum), &list.item(n, target.id));
            }
        }
    });
}

/// How many parties have no date, when the dates without an owner are shared out.
fn undated(agreement: &DevelopmentAgreement) -> usize {
    let without = agreement.parties.iter().filter(|party| party.signed_on.is_none()).count();
    without.saturating_sub(agreement.unattributed_signing_days.len())
}
