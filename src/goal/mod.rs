//! Citizens' goals and sub-goals (*mål og delmål*): what is overdue, and what is counted.
//!
//! The municipality orders an effort with goals (*indsatsmål*, in the action plan of § 141); the service makes
//! sub-goals of them. Citizens are known by id only. What people wrote about a citizen is in the draft and in no
//! finding.

mod caseload;
mod count;
mod criteria;
mod deadline;
mod measured;
mod record_part;
pub(crate) mod rules;
mod sub_goal;

use alloc::vec::Vec;

pub use caseload::Caseload;
pub use count::{Counted, ProcessCount, ProcessMeasure};
pub use criteria::{Criterion, CriterionSet, CriterionVerdict, GoalAssessment, Judgement};
pub use deadline::{Deadline, DeadlineKind};
pub use record_part::{PartCount, PartStatus, RecordCount, RecordPart};
pub use sub_goal::{
    CitizenInvolvement, GoalEvaluation, GoalResult, GoalStatus, Involved, InvolvedParty, StaircaseStep,
    SubGoal,
};

use crate::date::PartialDate;
use crate::id::{ExternalId, Id};
use crate::organisation::{Department, SocialService};
use crate::text::Text;

record! {
    /// A citizen with goals and sub-goals, as a draft: known by id only, no name and no number.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade): the municipality makes
    /// the goals, and only sub-goals are counted (R-135); every citizen has at least one (R-137).
    ///
    /// ```
    /// use kvalitetsmodel::{Context, check, codes, goal::Citizen};
    ///
    /// let citizen: Citizen = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000601",
    ///         "goals": [{ "id": "00000000-0000-4000-8000-000000000602", "kind": "develop" }],
    ///         "subGoals": [{
    ///             "id": "00000000-0000-4000-8000-000000000603",
    ///             "goal": "00000000-0000-4000-8000-000000000602",
    ///             "evaluateBy": "2024-06-30", "endsOn": "2024-05-31",
    ///             "status": "open"
    ///         }]
    ///     }"#,
    /// )?;
    /// let report = check(&citizen, &Context::new("2024-01-15".parse()?));
    /// let first = report.findings().iter().find(|finding| finding.rejects()).map(|finding| finding.code());
    /// assert_eq!(first, Some(codes::GOL001)); // it is to be evaluated after it has ended
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[doc(alias = "borger")]
    #[doc(alias = "individuel plan")]
    pub struct Citizen: "borger", "citizen", id "citizen" {
        optional {
            /// The service that the citizen lives at or uses.
            pub service: Option<Id<SocialService>> = "tilbud", "service";
            /// The department.
            pub department: Option<Id<Department>> = "afdeling", "department";
            /// The goals of the municipality's order.
            pub goals: Vec<Goal> = "mål", "goals";
            /// The sub-goals of the service.
            pub sub_goals: Vec<SubGoal> = "delmål", "sub-goals";
        }
    }
}

record! {
    /// A goal of the municipality's order (*indsatsmål*, *bestilling*), from the action plan of § 141 of the
    /// Danish act on social services.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, annex 1: "Følge kommunens bestilling (§ 141 handleplanen)".
    ///
    /// ```
    /// use kvalitetsmodel::goal::{Goal, GoalKind};
    ///
    /// let goal: Goal = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000602",
    ///         "kind": "maintain",
    ///         "codes": [{ "system": "KL FFB", "value": "0bb3daef-538d-45dc-b444-abdbcb63f6bc" }]
    ///     }"#,
    /// )?;
    /// assert_eq!(goal.kind, Some(GoalKind::Maintain));
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "indsatsmål")]
    #[doc(alias = "bestilling")]
    pub struct Goal: "mål", "goal", id "goal", says text {
        optional {
            /// The goal in words.
            pub text: Option<Text> = "tekst", "text";
            /// Whether it is to develop, to maintain, or to limit a loss.
            pub kind: Option<GoalKind> = "måltype", "kind of goal";
            /// When the municipality ordered it.
            pub ordered_on: Option<PartialDate> = "bestilt", "ordered on";
            /// When it ends.
            pub ends_on: Option<PartialDate> = "slutdato", "end date";
            /// What became of it.
            pub status: Option<GoalStatus> = "status", "status";
            /// National codes, such as those of KL.
            pub codes: Vec<ExternalId> = "koder", "codes";
            /// Judgements by a criterion set.
            pub assessments: Vec<GoalAssessment> = "vurderinger", "assessments";
        }
    }
}

words! {
    /// What a goal is to do. All three are legitimate: no rule asks for growth.
    ///
    /// # Source
    ///
    /// The municipalities' national terms (KL, *FFB måltype*): to develop, to maintain, to limit the loss of
    /// functional ability.
    ///
    /// ```
    /// use kvalitetsmodel::goal::GoalKind;
    ///
    /// assert_eq!(GoalKind::LimitLoss.label().da, "begrænse tab");
    /// ```
    #[non_exhaustive]
    #[doc(alias = "måltype")]
    pub enum GoalKind: "måltype", "kind of goal" {
        /// To develop an ability (*udvikle*).
        Develop = "udvikle", "develop";
        /// To keep an ability (*fastholde*).
        Maintain = "fastholde", "maintain";
        /// To limit the loss of an ability (*begrænse tab*).
        LimitLoss = "begrænse tab", "limit loss";
    }
}
