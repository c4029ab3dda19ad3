//! Improvement projects (*forbedringsprojekter*): two countings, what may be concluded, and what was claimed.

mod claim;
mod comparison;
mod counting;
pub(crate) mod rules;
mod training;

use alloc::vec::Vec;

pub use claim::{Claim, ClaimKind, ClaimVerdict};
pub use comparison::{Chance, ComparedCell, CountChange, Grade};
pub use counting::{CountMethod, CountRow, Counting, CountingTime};
pub use training::{SessionPart, TrainingGap, TrainingPlan, TrainingSession};

use crate::audit::CaseAudit;
use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::Department;
use crate::text::Text;

record! {
    /// An improvement project (*forbedringsprojekt*), as a draft: hypotheses, departments, a counting before and after,
    /// training, an audit, and the conclusions as claims that can be compared with the countings.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål, afrapportering 2023* (Specialområde Hjerneskade).
    ///
    /// ```
    /// use kvalitetsmodel::project::ImprovementProject;
    ///
    /// let project: ImprovementProject = serde_json::from_str(
    ///     r#"{
    ///         "id": "00000000-0000-4000-8000-000000000901",
    ///         "title": "Projekt SMARTE mål og delmål",
    ///         "departments": [{ "department": "00000000-0000-4000-8000-000000000902", "name": "Afdeling A" }]
    ///     }"#,
    /// )?;
    /// assert!(project.compare().is_empty()); // nothing was counted
    /// # Ok::<(), serde_json::Error>(())
    /// ```
    #[doc(alias = "forbedringsprojekt")]
    pub struct ImprovementProject: "forbedringsprojekt", "improvement project", id "project" {
        optional {
            /// What people call it.
            pub title: Option<Text> = "titel", "title";
            /// What is expected of the change (*hypoteser*).
            pub hypotheses: Vec<Hypothesis> = "hypoteser", "hypotheses";
            /// The departments that take part.
            pub departments: Vec<ProjectDepartment> = "afdelinger", "departments";
            /// When it begins.
            pub starts_on: Option<PartialDate> = "begynder", "starts on";
            /// When it ends.
            pub ends_on: Option<PartialDate> = "slutter", "ends on";
            /// The countings, in the order of time.
            pub countings: Vec<Counting> = "optællinger", "countings";
            /// The training: what was planned and what was held.
            pub training: Vec<TrainingSession> = "oplæring", "training";
            /// The audit of cases.
            pub audit: Option<CaseAudit> = "audit", "audit";
            /// What the report concludes.
            pub claims: Vec<Claim> = "konklusioner", "claims";
            /// What made it hard (*implementeringsudfordringer*).
            pub challenges: Vec<Challenge> = "implementeringsudfordringer", "challenges";
            /// How the training is planned.
            pub training_plan: Option<TrainingPlan> = "plan for oplæringen", "training plan";
        }
    }
}

record! {
    /// What is expected of a change.
    pub struct Hypothesis: "hypotese", "hypothesis", says text {
        optional {
            /// The hypothesis in words.
            pub text: Option<Text> = "tekst", "text";
        }
    }
}

record! {
    /// A department of the project.
    pub struct ProjectDepartment: "afdeling i projektet", "department of the project", introduces department {
        mandatory {
            /// Which one.
            pub department: Id<Department> = "afdeling", "department";
        }
        optional {
            /// Its name.
            pub name: Option<Text> = "navn", "name";
            /// Whether it was trained before the project, so that its first counting is no baseline (S-034).
            pub trained_before: Option<bool> = "oplært før projektet", "trained before";
        }
    }
}

record! {
    /// Something that made the implementation hard.
    pub struct Challenge: "implementeringsudfordring", "challenge", says text {
        optional {
            /// In words.
            pub text: Option<Text> = "tekst", "text";
        }
    }
}
