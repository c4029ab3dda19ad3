//! The training of a project: what is planned, and what was held.

use alloc::vec::Vec;

use super::ImprovementProject;
use crate::date::PartialDate;
use crate::goal::Citizen;
use crate::id::Id;
use crate::organisation::Department;
use crate::text::{Text, count};

words! {
    /// What a session of the training contains.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*, Bilag 1. Knowledge, sub-goals, evaluation and adjustment are the plan, study and act of the
    /// quality circle (R-157); the doing is the daily work between two sessions.
    #[non_exhaustive]
    pub enum SessionPart: "del af oplæringen", "part of a session" {
        /// What is known of the citizen is brought together (R-160).
        Knowledge = "viden om borgeren", "knowledge of the citizen";
        /// Several professions discuss the resources and needs of the citizen.
        Discussion = "tværfaglig drøftelse", "discussion across professions";
        /// Sub-goals are made.
        SubGoals = "udarbejdelse af delmål", "making sub-goals";
        /// It is agreed how colleagues who were absent are told (R-161).
        PassingOn = "aftale om formidling til kolleger", "agreement on telling colleagues";
        /// The sub-goals are evaluated on what is documented (R-158).
        Evaluation = "evaluering af delmål", "evaluating sub-goals";
        /// Sub-goals and the intervention are adjusted (R-158).
        Adjustment = "justering af delmål og indsats", "adjusting sub-goals and intervention";
        /// The joint reflection on the three questions at the end (R-155).
        Reflection = "fælles refleksion", "joint reflection";
        /// The trainer asks the leader of the department how it went, about a week later (R-156).
        Feedback = "lederens tilbagemelding", "feedback of the leader";
    }
}

record! {
    /// How a project plans its training. The numbers are those of the project, and none of them need be stated. What is
    /// stated binds: a session with a number is no shorter, and has no higher number (`PRJ019`). The number of
    /// sessions, the weeks between them and their parts are compared with the plan as well, but no rule reports a
    /// difference.
    ///
    /// [`smarte`](Self::smarte) is the plan of one project, to be copied and changed.
    pub struct TrainingPlan: "plan for oplæringen", "training plan" {
        optional {
            /// How many sessions each department has (R-151).
            pub sessions: Option<u32> = "oplæringer i hver afdeling", "sessions of each department";
            /// **Unit:** minutes. The least that a session lasts (R-151).
            pub minutes: Option<u32> = "mindste varighed", "least length";
            /// **Unit:** weeks. About how long it is from one session to the next (R-151).
            pub weeks_between: Option<u32> = "uger imellem, cirka", "weeks between, about";
            /// What the first session contains.
            pub first: Vec<SessionPart> = "første oplæring", "first session";
            /// What each later session contains.
            pub later: Vec<SessionPart> = "de følgende oplæringer", "later sessions";
            /// **Unit:** people. How many can hold the training (R-172).
            pub trainers: Option<u32> = "personer, der kan oplære", "people who can train";
        }
    }
}

record! {
    /// A session of the training, with what was planned and what was held.
    pub struct TrainingSession: "oplæringsmøde", "training session" {
        optional {
            /// The department.
            pub department: Option<Id<Department>> = "afdeling", "department";
            /// What it was planned to be.
            pub content: Option<Text> = "indhold", "content";
            /// When it was planned.
            pub planned_on: Option<PartialDate> = "planlagt", "planned on";
            /// When it was held.
            pub held_on: Option<PartialDate> = "afholdt", "held on";
            /// **Unit:** minutes. How long it was planned to be.
            pub planned_minutes: Option<u32> = "planlagt varighed", "planned length";
            /// **Unit:** minutes. How long it was.
            pub held_minutes: Option<u32> = "faktisk varighed", "actual length";
            /// Its number among the sessions of its department, from 1; absent for a meeting that is not one of them.
            pub number: Option<u32> = "nummer i rækken", "number in the series";
            /// The citizen whose goals it works with, by id only (R-152).
            pub citizen: Option<Id<Citizen>> = "borger", "citizen";
            /// What it contained. An empty list is not stated.
            pub parts: Vec<SessionPart> = "dele", "parts";
        }
    }
}

/// Where the training that a document lists is less than its plan. Only a shorter session is found by a rule, `PRJ019`.
#[derive(Debug, Clone, PartialEq, Eq)]
#[non_exhaustive]
pub enum TrainingGap {
    /// Fewer sessions of a department are listed, held or not.
    Fewer {
        /// The department.
        department: Id<Department>,
        /// How many are listed with a number.
        listed: u64,
        /// How many are planned.
        planned: u32,
    },
    /// A session was shorter.
    Shorter {
        /// The position in [`ImprovementProject::training`], from 0.
        session: usize,
        /// **Unit:** minutes. How long it was.
        held: u32,
        /// **Unit:** minutes. The least that is planned.
        planned: u32,
    },
    /// A session is said to have contained less.
    PartsMissing {
        /// The position in [`ImprovementProject::training`], from 0.
        session: usize,
        /// What is planned and was not there.
        missing: Vec<SessionPart>,
    },
}

impl TrainingPlan {
    /// The plan of the project on SMARTE goals (source: *Projekt SMARTE mål og delmål*, Planlægning af sidemandsoplæringen,
    /// Implementeringsudfordringer, Bilag 1).
    ///
    /// ```
    /// use kvalitetsmodel::project::TrainingPlan;
    ///
    /// let plan = TrainingPlan::smarte();
    /// assert_eq!((plan.sessions, plan.minutes, plan.weeks_between), (Some(3), Some(120), Some(6)));
    /// ```
    #[must_use]
    pub fn smarte() -> Self {
        use SessionPart::{
            Adjustment, Discussion, Evaluation, Feedback, Knowledge, PassingOn, Reflection, SubGoals,
        };
        Self {
            sessions: Some(3),
            minutes: Some(120),
            weeks_between: Some(6),
            first: [Knowledge, Discussion, SubGoals, PassingOn, Reflection, Feedback].into(),
            later: [Evaluation, Adjustment, Reflection, Feedback].into(),
            trainers: Some(1),
        }
    }

    /// What the session with that number is planned to contain.
    fn parts_of(&self, number: u32) -> &[SessionPart] {
        if number <= 1 { &self.first } else { &self.later }
    }
}

impl ImprovementProject {
    /// Where the training is less than planned: departments with fewer sessions, then shorter sessions and those with
    /// fewer parts, in the order of the document.
    ///
    /// A session without a number is not one of those planned. A session without a department counts for all. What the
    /// document does not say is not a gap. "About six weeks" has no limit, so the time between sessions is left to
    /// people.
    ///
    /// ```
    /// use kvalitetsmodel::id::Id;
    /// use kvalitetsmodel::project::{ImprovementProject, SessionPart, TrainingGap, TrainingPlan, TrainingSession};
    ///
    /// let mut project = ImprovementProject::new(Id::from_u128(1));
    /// project.training_plan = Some(TrainingPlan::smarte());
    /// project.training.push(TrainingSession {
    ///     number: Some(2),
    ///     held_on: "2022-11-14".parse().ok(),
    ///     held_minutes: Some(90),
    ///     parts: vec![SessionPart::Evaluation, SessionPart::Adjustment, SessionPart::Reflection],
    ///     ..TrainingSession::default()
    /// });
    /// let gaps = project.training_gaps();
    /// assert_eq!(gaps[0], TrainingGap::Shorter { session: 0, held: 90, planned: 120 });
    /// assert_eq!(gaps[1], TrainingGap::PartsMissing { session: 0, missing: vec![SessionPart::Feedback] });
    /// ```
    #[must_use]
    pub fn training_gaps(&self) -> Vec<TrainingGap> {
        let Some(plan) = &self.training_plan else { return Vec::new() };
        let mut gaps = Vec::new();
        for department in self.departments.iter().map(|one| one.department) {
            let is_of = |one: &&TrainingSession| one.department.is_none_or(|of| of == department);
            // One without a day may have been held as well.
            let listed = self.training.iter().filter(|one| one.number.is_some()).filter(is_of);
            let listed = count(listed.count());
            if let Some(planned) = plan.sessions.filter(|planned| listed < u64::from(*planned)) {
                gaps.push(TrainingGap::Fewer { department, listed, planned });
            }
        }
        for (session, one) in self.training.iter().enumerate() {
            let Some(number) = one.number else { continue };
            if let (Some(held), Some(planned)) = (one.held_minutes, plan.minutes)
                && held < planned
            {
                gaps.push(TrainingGap::Shorter { session, held, planned });
            }
            let planned = plan.parts_of(number).iter().copied();
            let missing: Vec<_> = planned.filter(|part| !one.parts.contains(part)).collect();
            if !one.parts.is_empty() && !missing.is_empty() {
                gaps.push(TrainingGap::PartsMissing { session, missing });
            }
        }
        gaps
    }
}
