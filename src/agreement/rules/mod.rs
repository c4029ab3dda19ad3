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
mod agr014_topic_given_or_open;
mod agr015_period_fits_year;
mod agr016_framework_valid;
mod agr017_member_or_not;
mod agr018_community_for_all;
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
mod agr033_communities_followed_up_on_one_day;
mod agr034_body_has_one_kind;
mod agr035_measured_within_agreement;
mod agr036_followed_up_after_measuring;
mod agr038_framework_period_ordered;
mod agr039_one_value_for_one_figure;
mod agr040_area_in_contents;
mod agr041_due_within_agreement;
mod agr050_assessment_in_time;
mod agr051_figures_rest_on_assessment;
mod agr052_figure_of_this_service;
mod agr053_same_support_tasks;
mod agr054_terms_identified;
mod agr055_steps_in_order;
mod agr056_monitoring_planned;
mod agr057_decided_after_pilot;
mod agr058_revision_monitored_again;
mod agr059_criticism_dates_in_order;
mod agr060_answered_by_deadline;
mod agr061_demand_has_action;
mod agr062_funded_to_the_end;
mod agr063_research_gate;
mod agr064_assessments_agree;
mod agr065_duties_of_this_service;
mod agr066_decision_follows_pilot;
mod agr067_reviewed_after_measuring;
mod agr070_working_group_planned;
pub(crate) mod agr071_within_mandate;
mod agr072_one_chair;
mod agr073_decision_recorded;
pub(crate) mod agr074_within_deadline;
mod agr075_bound_group_has_service;
mod agr076_member_of_what_is_there;
mod agr077_answered_after_criticism;
mod agr078_of_a_party;
mod agr079_section_of_its_area;
mod agr080_title_as_in_contents;
mod agr081_followed_up_once_agreed;
mod agr082_planned_before_held;
mod agr083_one_name_for_one_body;
mod agr084_follows_up_its_area;
mod agr085_monitored_in_its_area;
mod agr086_followed_up_soon_after;
mod agr087_year_of_title;
mod agr088_listed_once;
mod agr089_one_of_each;
mod agr091_day_in_period;
mod agr092_done_or_given_up;
mod agr093_followed_up_at_all;
mod agr094_signed_shortly_before;
#[cfg(feature = "proptest")]
mod breaks;
mod dut012_results_reported;
mod dut014_monitoring_carried_out;
mod dut022_monitoring_in_time;
mod followed_up;
mod imp040_one_wording;
mod tar005_list_fixed_first;
mod tar009_baseline_first;
mod tar011_steps_fit_measuring;
mod tar017_baseline_before_actions;
mod tar018_change_after_action;

use chrono::NaiveDate;

pub(crate) use agr012_figure_fixed_by_follow_up::{fixed_on, is_to_be_fixed};

use super::membership::{Memberships, Standing};
use super::{
    Action, AnnouncedDecision, Criticism, DevelopmentAgreement, FocusArea, FollowUp, FollowUpForm,
    FrameworkDocument, GuidelineRevision, Participation, Party, PartyRole, ResearchProject, SupportTask,
};
use crate::body::{Body, BodyKind, Forum, INVITATION, MEMBERSHIP, StateAssessmentRef, TermsOfReference};
use crate::codes;
use crate::date::PartialDate;
use crate::duty::HealthMonitoring;
use crate::report::Path;
use crate::rule::{Checker, done, rules};
use crate::sorted::sorted_of;
use crate::target_figure::TargetFigure;
use crate::text::Bilingual;

rules! {
    DevelopmentAgreement [known = memberships]:
        agr001_frame_complete, agr002_parties_signed, agr003_signed_before_follow_up, agr005_area_followed_up,
        agr008_membership_stated(known), agr009_membership_follows_assessment(known),
        agr010_members_alone_have_actions(known), agr011_figure_binds_members(known),
        agr012_figure_fixed_by_follow_up(known), agr013_decider_set_up, agr015_period_fits_year,
        agr016_framework_valid, agr017_member_or_not(known), agr018_community_for_all(known),
        agr019_sections_numbered, agr020_dialogue_meetings_enough, agr021_next_agreement_treated,
        agr022_meeting_names_parties, agr023_only_members_take_part(known), agr024_party_duty_followed_up, agr026_action_has_deadline,
        agr027_figure_followed_up, agr028_schedule_has_issuer, agr031_body_set_up_once,
        agr033_communities_followed_up_on_one_day, agr034_body_has_one_kind(known),
        agr035_measured_within_agreement, agr036_followed_up_after_measuring,
        agr039_one_value_for_one_figure, agr040_area_in_contents, agr041_due_within_agreement,
        agr050_assessment_in_time, agr052_figure_of_this_service, agr053_same_support_tasks, agr055_steps_in_order,
        agr056_monitoring_planned, agr057_decided_after_pilot, agr058_revision_monitored_again, agr060_answered_by_deadline, agr062_funded_to_the_end,
        agr064_assessments_agree, agr065_duties_of_this_service, agr066_decision_follows_pilot,
        agr067_reviewed_after_measuring, agr071_within_mandate, agr074_within_deadline,
        agr075_bound_group_has_service(known), agr076_member_of_what_is_there, agr077_answered_after_criticism,
        agr078_of_a_party, agr079_section_of_its_area, agr080_title_as_in_contents,
        agr081_followed_up_once_agreed, agr082_planned_before_held, agr083_one_name_for_one_body, agr084_follows_up_its_area,
        agr085_monitored_in_its_area, agr086_followed_up_soon_after, agr087_year_of_title,
        agr088_listed_once, agr089_one_of_each, agr091_day_in_period, agr093_followed_up_at_all, agr094_signed_shortly_before, tar017_baseline_before_actions,
        tar018_change_after_action
        & dut012_results_reported, dut014_monitoring_carried_out, dut022_monitoring_in_time, imp040_one_wording, tar005_list_fixed_first, tar009_baseline_first,
        tar011_steps_fit_measuring;
    FocusArea:
        agr004_scope_stated, agr014_topic_given_or_open,
        agr025_spread_reaches_all, agr051_figures_rest_on_assessment, agr061_demand_has_action;
    FollowUp: agr006_follow_up_has_time, agr007_follow_up_has_content;
    AnnouncedDecision: agr029_decision_has_decider, agr073_decision_recorded;
    Criticism: agr030_criticism_answered, agr059_criticism_dates_in_order;
    Participation: agr032_assessment_dated;
    FrameworkDocument: agr038_framework_period_ordered;
    Action: agr092_done_or_given_up;
    Body: agr054_terms_identified, agr070_working_group_planned, agr072_one_chair;
    ResearchProject: agr063_research_gate;
}

done! {
    Party: one, SIGNED at ["signedOn"] = one.signed_on;
    Action: one,
        DONE at ["doneOn"] = one.done_on,
        GIVEN_UP at ["givenUpOn"] = one.given_up_on;
    SupportTask: one, DONE at ["doneOn"] = one.done_on;
    FollowUp: one, HELD at ["doneOn"] = one.done_on;
    AnnouncedDecision: one, DECIDED at ["decidedOn"] = one.decided_on;
    Criticism: one,
        GIVEN at ["givenOn"] = one.given_on,
        CLOSED at ["closedOn"] = one.closed_on;
    GuidelineRevision: one,
        FOUND at ["foundOn"] = one.found_on,
        REVISED at ["revisedOn"] = one.revised_on;
    TermsOfReference: one, DECIDED at ["on"] = one.on;
    // Until it says what the assessment shows, its day is a plan.
    StateAssessmentRef: one,
        MADE at ["on"] = one.on.filter(|_| one.data_based.is_some() || one.shows_need.is_some());
}

/// What is missing where a figure is agreed in a community, and it is not known whether the service is in it.
const fn missing(standing: Standing) -> Bilingual {
    match standing {
        Standing::Unclear => {
            Bilingual::new("hvilket forbedringsfællesskab der menes", "which improvement community is meant")
        }
        Standing::Invited => INVITATION,
        _ => MEMBERSHIP,
    }
}

/// Calls `each` with every target figure that a community agrees, in the areas that are `wanted`, with its area, and
/// with whether the service is in that community.
pub(crate) fn agreed_in_communities<'a>(
    agreement: &'a DevelopmentAgreement,
    known: &Memberships<'_>,
    at: &Path<'_>,
    wanted: impl Fn(&FocusArea) -> bool,
    mut each: impl FnMut(&'a FocusArea, &'a TargetFigure, Standing, &Path<'_>),
) {
    let in_community = |target: &TargetFigure| matches!(target.agreed_by, Some(Forum::Community { .. }));
    let concerns = |area: &FocusArea| wanted(area) && area.targets.iter().any(in_community);
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate().filter(|(_, area)| concerns(area)) {
        let meant = known.meant_by(area, BodyKind::Community);
        let area_at = areas.item(n, area.id);
        let list = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            let standing = match target.agreed_by {
                Some(Forum::Community { body: Some(body) }) => {
                    known.standing_in(BodyKind::Community, body.uuid())
                }
                Some(Forum::Community { body: None }) => meant.standing(),
                _ => continue,
            };
            each(area, target, standing, &list.item(n, target.id));
        }
    }
}

/// Calls `each` with every target figure, in the order of the document.
fn each_target(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    mut each: impl FnMut(&TargetFigure, &Path<'_>),
) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("targets");
        for (n, target) in area.targets.iter().enumerate() {
            each(target, &list.item(n, target.id));
        }
    }
}

/// Calls `each` with every follow-up: those of the areas, then those of the whole agreement.
fn each_follow_up(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    mut each: impl FnMut(&FollowUp, &Path<'_>),
) {
    let areas = at.key("focusAreas");
    for (n, area) in agreement.focus_areas.iter().enumerate() {
        let area_at = areas.item(n, area.id);
        let list = area_at.key("followUps");
        for (n, one) in area.follow_ups.iter().enumerate() {
            each(one, &list.item(n, one.id));
        }
    }
    let list = at.key("followUps");
    for (n, one) in agreement.follow_ups.iter().enumerate() {
        each(one, &list.item(n, one.id));
    }
}

/// Calls `each` with every health monitoring among the duties of the agreement.
fn each_monitoring(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    mut each: impl FnMut(&HealthMonitoring, &Path<'_>),
) {
    let Some(duties) = &agreement.duties else { return };
    let at = at.key("duties");
    let list = at.key("healthMonitoring");
    for (n, one) in duties.health_monitoring.iter().enumerate() {
        each(one, &list.index(n));
    }
}

/// The first day of the agreement, where its period does not contradict itself or its year (AGR015).
fn first_day(agreement: &DevelopmentAgreement, at: &Path<'_>, cx: &mut Checker<'_>) -> Option<NaiveDate> {
    let period = agreement.running_period()?;
    if period.is_ordered() && agreement.period_fits_year() {
        return Some(period.start);
    }
    cx.depends_on(at, codes::AGR015);
    None
}

/// The last date beside a signature.
fn last_signed(agreement: &DevelopmentAgreement) -> Option<PartialDate> {
    let own = agreement.parties.iter().filter_map(|party| party.signed_on);
    let days = own.chain(agreement.unattributed_signing_days.iter().copied());
    days.max_by_key(|day| day.first_day())
}

/// The day on which each side had signed. Who signs after that, such as a new head, joins an agreement that has been made.
/// As long as only one side has signed, it is the last date beside a signature.
fn made_on(agreement: &DevelopmentAgreement) -> Option<PartialDate> {
    let side = |party: &Party| match party.role {
        PartyRole::SocialDirector => Some(true),
        PartyRole::HeadOfService => Some(false),
        PartyRole::Other { .. } => None,
    };
    let own = agreement.parties.iter().filter_map(|party| Some((side(party), party.signed_on?)));
    let unknown = agreement.unattributed_signing_days.iter().map(|day| (None, *day));
    let signatures = || own.clone().chain(unknown.clone()).enumerate();
    let (first, (side, _)) = signatures().min_by_key(|(_, (_, on))| on.first_day())?;
    let is_other = |n: usize, of: Option<bool>| n != first && (side.is_none() || of != side);
    let others = signatures().filter(|(n, (of, _))| is_other(*n, *of)).map(|(_, (_, on))| on);
    others.min_by_key(|on| on.first_day()).or_else(|| last_signed(agreement))
}

/// Calls `each` with the participations that have a key, and with whether one is the first with its key. Those with the
/// same key are adjacent, in the order of the document.
fn each_by_key<K: Copy + Default + Ord>(
    agreement: &DevelopmentAgreement,
    at: &Path<'_>,
    key: impl Fn(&Participation) -> Option<K>,
    mut each: impl FnMut(bool, &FocusArea, &Participation, &Path<'_>),
) {
    let places = agreement.focus_areas.iter().enumerate().flat_map(|(n, area)| {
        let parts = area.participation.iter().enumerate();
        parts.filter_map(|(part, one)| Some((key(one)?, part))).map(move |(key, part)| (key, n, part))
    });
    let areas = at.key("focusAreas");
    sorted_of(&places, |places| {
        let mut before = None;
        for (key, n, part) in places.iter().copied() {
            let Some(area) = agreement.focus_areas.get(n) else { continue };
            let Some(one) = area.participation.get(part) else { continue };
            let area_at = areas.item(n, area.id);
            let list = area_at.key("participation");
            each(before.replace(key) != Some(key), area, one, &list.item(part, one.body));
        }
    });
}

/// How many parties have no date, after the dates without an owner are shared out.
fn undated(agreement: &DevelopmentAgreement) -> usize {
    let without = agreement.parties.iter().filter(|party| party.signed_on.is_none()).count();
    without.saturating_sub(agreement.unattributed_signing_days.len())
}

/// Which signing dates are missing. Where no party is listed, there are two.
pub(crate) fn missing_dates(agreement: &DevelopmentAgreement) -> Option<Bilingual> {
    let (parties, missing) = match agreement.parties.len() {
        0 => (2, 2_usize.saturating_sub(agreement.unattributed_signing_days.len())),
        listed => (listed, undated(agreement)),
    };
    match (parties, missing) {
        (_, 0) => None,
        (_, 1) => Some(Bilingual::new("den ene parts underskriftsdato", "the signing date of one party")),
        (2, _) => Some(Bilingual::new("begge underskriftsdatoer", "both signing dates")),
        _ => Some(Bilingual::new("flere parters underskriftsdatoer", "the signing dates of several parties")),
    }
}

/// The dialogue meetings about the whole agreement.
fn dialogue_meetings(agreement: &DevelopmentAgreement) -> impl Iterator<Item = &FollowUp> {
    agreement.follow_ups.iter().filter(|one| one.form == Some(FollowUpForm::DialogueMeeting))
}
