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
mod agr019_sections_numbered;
mod agr020_dialogue_meetings_enough;
mod agr021_next_agreement_treated;
mod agr022_meeting_names_parties;
mod agr023_only_members_take_part;
mod agr024_party_duty_followed_up;
mod agr025_spread_reaches_all;
mod agr026_action_has_deadline;
mod agr027_figure_followed_up;
mod agr028_schedule_has_issuer;
mod agr029_decision_has_decider;
mod agr030_criticism_answered;
mod agr031_body_set_up_once;
mod agr032_assessment_dated;
mod agr033_communities_followed_up_alike;
#[cfg(feature = "proptest")]
mod breaks;

use super::{AwaitedDecision, DevelopmentAgreement, FocusArea, FollowUp, FollowUpForm, Participation};
use crate::body::{BodyKind, Forum, Membership};
use crate::date::When;
use crate::report::Path;
use crate::rule::rules;
use crate::target_figure::TargetFigure;
use crate::text::{Bilingual, is_stated};

rules! {
    DevelopmentAgreement:
        agr001_frame_complete, agr002_parties_signed, agr003_signed_before_follow_up,
        agr012_figure_fixed_by_follow_up, agr013_decider_set_up, agr015_period_fits_year,
        agr016_framework_valid, agr019_sections_numbered, agr020_dialogue_meetings_enough,
        agr021_next_agreement_treated, agr022_meeting_names_parties, agr023_only_members_take_part,
        agr028_schedule_has_issuer, agr030_criticism_answered, agr033_communities_followed_up_alike;
    FocusArea:
        agr004_scope_stated, agr005_area_followed_up, agr008_membership_stated,
        agr009_membership_follows_assessment, agr010_members_alone_have_actions,
        agr011_figure_binds_members, agr014_figure_given_or_open, agr024_party_duty_followed_up,
        agr025_spread_reaches_all, agr026_action_has_deadline, agr027_figure_followed_up;
    FollowUp: agr006_follow_up_has_time, agr007_follow_up_has_content;
    AwaitedDecision: agr029_decision_has_decider;
    Participation: agr031_body_set_up_once, agr032_assessment_dated;
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

/// The dialogue meetings about the whole agreement.
fn dialogue_meetings(agreement: &DevelopmentAgreement) -> impl Iterator<Item = &FollowUp> {
    agreement.follow_ups.iter().filter(|one| one.form == Some(FollowUpForm::DialogueMeeting))
}

/// Returns `true` if a time is stated that can be waited for.
///
/// Months that are counted from no stated day, a decision without anyone who decides, and zero times a year are
/// none.
fn has_time(when: Option<&When>) -> bool {
    match when {
        None | Some(When::Within { from: None, .. } | When::TimesAYear { times: 0 }) => false,
        Some(When::DecidedBy { body, name }) => body.is_some() || is_stated(name.as_ref()),
        Some(_) => true,
    }
}
