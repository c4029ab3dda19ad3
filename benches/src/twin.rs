//! A development agreement as plainly derived records and choices: what strict reading is compared with.
//!
//! These types are the exchange format 1 of an agreement, with every field that the measured documents state. They follow
//! nothing else in the crate: if the crate reads slower than these, the crate is slower. Only
//! values in text, such as a date or a figure, are read by the crate's own types, so that only records and choices differ.
//! Ids are plain UUIDs.
//!
//! A choice without fields is a word, one with fields an object of one key, even if all of them are absent:
//! `"parties"`, `{"community":{}}`.

use chrono::NaiveDate;
use kvalitetsmodel::date::{MonthDay, PartialDate};
use kvalitetsmodel::figure::Decimal;
use kvalitetsmodel::section::SectionNumber;
use kvalitetsmodel::text::Text;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The agreement of a service for a year.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct DevelopmentAgreement {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub service: Option<ServiceRef>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<u16>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub period: Option<Period>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parties: Vec<Party>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub unattributed_signing_days: Vec<PartialDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contents: Vec<ContentsEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub framework: Vec<FrameworkDocument>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub bodies: Vec<Body>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub focus_areas: Vec<FocusArea>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub notes: Vec<Note>,
}

/// The service, as the agreement names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ServiceRef {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub operator: Option<OperatorRef>,
}

/// The operator, as the agreement names it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct OperatorRef {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
}

/// From one day to another.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Period {
    pub start: NaiveDate,
    pub end: NaiveDate,
}

/// Who signs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Party {
    pub role: PartyRole,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub named: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub signed_on: Option<PartialDate>,
}

/// As what somebody signs.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum PartyRole {
    SocialDirector,
    HeadOfService,
    Other { title: Text },
}

/// A line of the table of contents.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ContentsEntry {
    pub number: SectionNumber,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
}

/// A document that the agreement rests on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FrameworkDocument {
    pub title: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<PartialDate>,
}

/// A body that people meet in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Body {
    pub id: Uuid,
    pub kind: BodyKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub terms: Option<TermsOfReference>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<bool>,
}

/// What kind of body.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum BodyKind {
    Community,
    WorkingGroup,
    Network,
    Pilot,
    SteeringGroup,
    Consortium,
}

/// A note to a section.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Note {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    pub text: Text,
}

/// A focus area.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FocusArea {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub number: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub scope: Vec<ScopeOfDuty>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub spread_to: Vec<ScopeOfDuty>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub participation: Vec<Participation>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub duties: Vec<PartyDuty>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Action>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub support_tasks: Vec<SupportTask>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<TargetFigure>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub follow_ups: Vec<FollowUp>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub decisions: Vec<AnnouncedDecision>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub criticisms: Vec<Criticism>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_assessment: Option<StateAssessment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub demands: Vec<Demand>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub revisions: Vec<GuidelineRevision>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub research: Vec<ResearchProject>,
}

/// What a party is to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct PartyDuty {
    pub of: PartyRole,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
}

/// What a body is to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TermsOfReference {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

/// What the text demands.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Demand {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Uuid>,
}

/// A guideline that was revised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct GuidelineRevision {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub guideline: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub finding: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub found_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revised_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub monitored_by: Option<Uuid>,
}

/// A research project.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ResearchProject {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ready_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessed_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub tendered_on: Option<PartialDate>,
}

/// What kind of support task.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum SupportKind {
    HumanResources,
    Guidelines,
    WorkingGroup,
    Facilitation,
}

/// A decision that is announced.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct AnnouncedDecision {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub after: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub piloted_until: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decided_on: Option<PartialDate>,
}

/// What an authority has criticised.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Criticism {
    pub authority: Authority,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<CriticismKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answered_by: Vec<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub closed_on: Option<PartialDate>,
}

/// Who supervises services.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Authority {
    SocialInspectorate,
    WorkingEnvironment,
    PatientSafety,
    Other { name: Text },
}

/// What an authority has done.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum CriticismKind {
    Criticism,
    Order,
    Decision,
}

/// Whom the duties concern.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ScopeOfDuty {
    AllServices,
    CommunityMembers,
    WorkingGroupMembers,
    NetworkMembers,
    NamedPilots,
    SelectedLeaders,
    AwaitingSchedule,
}

/// One body, and the part of the service in it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Participation {
    pub body: Uuid,
    pub kind: BodyKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<Text>,
    #[serde(default, skip_serializing_if = "Membership::is_not_stated")]
    pub membership: Membership,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_assessment: Option<StateAssessment>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub set_up_in: Vec<SectionNumber>,
}

/// Does the service take part?
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Membership {
    Member,
    NonMember,
    Invited,
    PilotSite,
    #[default]
    NotStated,
}

impl Membership {
    #[expect(clippy::trivially_copy_pass_by_ref, reason = "serde passes a reference")]
    fn is_not_stated(&self) -> bool {
        *self == Self::NotStated
    }
}

/// The data on the state of a service.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct StateAssessment {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assessment: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub source: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_based: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub shows_need: Option<bool>,
}

/// What the service does.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Action {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub text: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub aim: Option<ChangeAim>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub takes_part_in: Option<Uuid>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub funded_until: Option<PartialDate>,
}

/// What others do for the services.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct SupportTask {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Uuid>,
    pub text: Text,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub kind: Option<SupportKind>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub step: Option<u8>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub plans: Vec<Uuid>,
}

/// When, in what form and on what it is followed up.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct FollowUp {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub when: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub form: Option<FollowUpForm>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<Text>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub actions: Vec<Uuid>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub targets: Vec<Uuid>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub with: Vec<PartyRole>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_agreement: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub done_on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub planned_by: Option<Uuid>,
}

/// In what form it is followed up.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum FollowUpForm {
    Status,
    QualityMonitoring,
    DialogueMeeting,
}

/// When something is to happen.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum When {
    Date {
        on: PartialDate,
    },
    MonthDay {
        day: MonthDay,
    },
    Schedule {
        #[serde(skip_serializing_if = "Option::is_none")]
        title: Option<Text>,
        #[serde(skip_serializing_if = "Option::is_none")]
        deadline: Option<PartialDate>,
        #[serde(skip_serializing_if = "Option::is_none")]
        issued_by: Option<Text>,
    },
    DecidedBy {
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<Uuid>,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<Text>,
    },
    TimesAYear {
        times: u8,
    },
    Within {
        months: u8,
        #[serde(skip_serializing_if = "Option::is_none")]
        from: Option<PartialDate>,
    },
    Continuously,
}

/// A target figure.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetFigure {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub section: Option<SectionNumber>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub topic: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<TargetIndicator>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub direction: Option<Direction>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<Population>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub measured_at: Option<When>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub data_source: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agreed_by: Option<Forum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state: Option<TargetState>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub history: Vec<TargetStep>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_for_all: Option<bool>,
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetIndicator {
    pub id: Uuid,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub statement: Option<Text>,
}

/// Which way a figure is to go.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Direction {
    AtLeast,
    AtMost,
}

/// What a figure counts.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Unit {
    Percent,
    Count,
    Days,
    Hours,
    Points,
    Other { name: Text },
}

/// On whom it is measured.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Population {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub description: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub selected_by: Option<Forum>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fixed_on: Option<PartialDate>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub items: Vec<Text>,
}

/// Where it began.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Baseline {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
}

/// Who agrees or selects.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", rename_all_fields = "camelCase", deny_unknown_fields)]
pub enum Forum {
    Parties,
    Community {
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<Uuid>,
    },
    Network {
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<Uuid>,
    },
    WorkingGroup {
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<Uuid>,
    },
    SteeringGroup {
        #[serde(skip_serializing_if = "Option::is_none")]
        body: Option<Uuid>,
    },
}

/// How far a target figure has come.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum TargetState {
    ToBeAgreed,
    Agreed,
    Measured,
    Met,
    NotMet,
    NotAssessable,
}

/// One step of its life.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct TargetStep {
    pub state: TargetState,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub decision: Option<Decision>,
}

/// Who took a step back, and why.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Decision {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<Text>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on: Option<PartialDate>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reason: Option<Text>,
}

/// What an action is to change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChangeAim {
    pub kind: ChangeKind,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub baseline: Option<Baseline>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<Decimal>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<When>,
}

/// Which way an action is to change it.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum ChangeKind {
    Increase,
    Reduce,
    Maintain,
    LimitLoss,
}
