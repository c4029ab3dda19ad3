//! Sub-goals of a service, and how they are evaluated.

use alloc::vec::Vec;

use super::{Goal, GoalAssessment, GoalKind};
use crate::date::PartialDate;
use crate::id::{ExternalId, Id};
use crate::text::Text;

record! {
    /// A sub-goal (*delmål*) that a service makes of a goal of the municipality's order.
    ///
    /// A date that is a month means its last day as a deadline.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*: a sub-goal refers to the order (annex 1, R-136) and is evaluated and
    /// closed within the agreed time (tables 2 and 3, R-138, R-139).
    ///
    /// ```
    /// use kvalitetsmodel::goal::SubGoal;
    ///
    /// let walks: SubGoal = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000603",
    ///         "goal": "00000000-0000-4000-8000-000000000602",
    ///         "kind": "develop",
    ///         "indicator": "ture pr. uge",
    ///         "evaluateBy": "2024-08-15", "endsOn": "2024-09-30",
    ///         "citizen": { "involved": { "how": "samtale med billeder" } },
    ///         "status": "open"
    ///     }"#,
    /// )?;
    /// assert!(walks.evaluations.is_empty());
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "delmål")]
    pub struct SubGoal: "delmål", "sub-goal", id "subGoal", says text {
        optional {
            /// The goal that it serves.
            pub goal: Option<Id<Goal>> = "mål", "goal";
            /// The sub-goal in words.
            pub text: Option<Text> = "tekst", "text";
            /// Whether it is to develop, to maintain, or to limit a loss.
            pub kind: Option<GoalKind> = "måltype", "kind of goal";
            /// What shows whether it is reached.
            pub indicator: Option<Text> = "indikator", "indicator";
            /// How things are at the start.
            pub starting_point: Option<Text> = "udgangspunkt", "starting point";
            /// How things are to be.
            pub wished_state: Option<Text> = "ønsket tilstand", "wished state";
            /// What the staff does for it.
            pub intervention: Option<Text> = "indsats", "intervention";
            /// When it was set.
            pub set_on: Option<PartialDate> = "oprettet", "set on";
            /// The day by which it is to be evaluated (*evalueringsdato*). If it has passed, it is counted and listed
            /// as a deadline, unless there was an evaluation since `setOn`, however early; no rule reports it.
            #[doc(alias = "evalueringsdato")]
            pub evaluate_by: Option<PartialDate> = "evalueringsdato", "evaluation date";
            /// The day by which it is to be closed (*slutdato*). If it has passed, it is counted and listed as a deadline; no
            /// rule reports it.
            #[doc(alias = "slutdato")]
            pub ends_on: Option<PartialDate> = "slutdato", "end date";
            /// Whether the citizen was involved in wording it, and how.
            pub citizen: Option<CitizenInvolvement> = "borgerens inddragelse", "involvement of the citizen";
            /// Who else was involved.
            pub others: Vec<Involved> = "andre inddragede", "others involved";
            /// The goal staircase (*måltrappe*): the steps from the starting point to the wished state.
            #[doc(alias = "måltrappe")]
            pub staircase: Vec<StaircaseStep> = "måltrappe", "goal staircase";
            /// The evaluations so far.
            pub evaluations: Vec<GoalEvaluation> = "evalueringer", "evaluations";
            /// What became of it.
            pub status: Option<GoalStatus> = "status", "status";
            /// When it was closed.
            pub closed_on: Option<PartialDate> = "afsluttet", "closed on";
            /// The sub-goal that replaced it, for one with that status.
            pub replaced_by: Option<Id<SubGoal>> = "erstattet af", "replaced by";
            /// National codes, such as those of KL.
            pub codes: Vec<ExternalId> = "koder", "codes";
            /// Judgements by a criterion set.
            pub assessments: Vec<GoalAssessment> = "vurderinger", "assessments";
        }
    }
}

words! {
    /// What became of a goal or sub-goal. KL's term *afsluttet* does not distinguish *reached* from *given up*: it is
    /// *closed*, unless more is known.
    ///
    /// ```
    /// use kvalitetsmodel::goal::GoalStatus;
    ///
    /// assert!(!GoalStatus::Open.is_closed());
    /// assert!(GoalStatus::GivenUp.is_closed());
    /// ```
    #[non_exhaustive]
    pub enum GoalStatus: "målets status", "status of a goal" {
        /// Work on it goes on (*åbent*).
        Open = "åbent", "open";
        /// It is reached (*nået*).
        Reached = "nået", "reached";
        /// It is given up (*opgivet*).
        GivenUp = "opgivet", "given up";
        /// Another one has taken its place (*erstattet*).
        Replaced = "erstattet", "replaced";
        /// It is closed, and whether it was reached or given up is not stated (*afsluttet*).
        Closed = "afsluttet", "closed";
    }
}

impl GoalStatus {
    /// Returns `true` for every status but *open*.
    #[must_use]
    pub const fn is_closed(self) -> bool {
        !matches!(self, Self::Open)
    }
}

record! {
    /// One evaluation of a sub-goal.
    pub struct GoalEvaluation: "evaluering", "evaluation" {
        optional {
            /// When it was made.
            pub on: Option<PartialDate> = "dato", "date";
            /// The result.
            pub result: Option<GoalResult> = "resultat", "result";
            /// The evaluation in words.
            pub text: Option<Text> = "tekst", "text";
            /// Whether the citizen was involved in it, and how.
            pub citizen: Option<CitizenInvolvement> = "borgerens inddragelse", "involvement of the citizen";
        }
    }
}

words! {
    /// The result of an evaluation.
    #[non_exhaustive]
    pub enum GoalResult: "resultat af en evaluering", "result of an evaluation" {
        /// The sub-goal is reached.
        Reached = "nået", "reached";
        /// It is reached in part.
        PartlyReached = "delvist nået", "partly reached";
        /// It is not reached.
        NotReached = "ikke nået", "not reached";
    }
}

choice! {
    /// Whether the citizen was involved, *under hensyntagen til de forudsætninger, den enkelte borger har*.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, annex 1 (R-159).
    #[non_exhaustive]
    pub enum CitizenInvolvement: "borgerens inddragelse", "involvement of the citizen" {
        /// The citizen was involved.
        Involved = "inddraget", "involved" {
            /// How.
            how: Option<Text> = "hvordan", "how";
        }
        /// The citizen was not involved.
        NotInvolved = "ikke inddraget", "not involved" {
            /// Why not.
            reason: Option<Text> = "begrundelse", "reason";
        }
    }
}

record! {
    /// Somebody other than the citizen who was involved, by role.
    pub struct Involved: "inddraget person", "person involved" {
        mandatory {
            /// In which role.
            pub party: InvolvedParty = "rolle", "role";
        }
        optional {
            /// How.
            pub how: Option<Text> = "hvordan", "how";
        }
    }
}

words! {
    /// The role of somebody who was involved.
    #[non_exhaustive]
    pub enum InvolvedParty: "rolle", "role" {
        /// A relative.
        Relative = "pårørende", "relative";
        /// A guardian or another representative.
        Guardian = "værge eller repræsentant", "guardian or representative";
        /// Staff of the service.
        Staff = "medarbejder", "staff";
        /// A specialist, such as a neuropsychologist.
        Specialist = "specialist", "specialist";
        /// The municipality.
        Municipality = "kommunen", "municipality";
    }
}

record! {
    /// One step of a goal staircase.
    pub struct StaircaseStep: "trin på måltrappen", "step of the goal staircase", says text {
        optional {
            /// What is reached with it.
            pub text: Option<Text> = "tekst", "text";
            /// When it was reached.
            pub reached_on: Option<PartialDate> = "nået", "reached on";
        }
    }
}
