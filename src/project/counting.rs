//! Countings of the process measures.

use alloc::vec::Vec;

use crate::date::PartialDate;
use crate::goal::ProcessMeasure;
use crate::id::Id;
use crate::organisation::Department;
use crate::text::Text;

record! {
    /// One counting (*optælling*): on a day, by a definition, in a way.
    ///
    /// # Source
    ///
    /// *Projekt SMARTE mål og delmål*: both countings were made by hand in the record system; the first is
    /// from before the project in one place and from the first meeting in another (S-029), the second from the
    /// third session (S-030).
    #[doc(alias = "optælling")]
    pub struct Counting: "optælling", "counting", id "counting" {
        optional {
            /// When it was made.
            pub on: Option<PartialDate> = "dato", "date";
            /// Where it stands in the project.
            pub time: Option<CountingTime> = "tidspunkt i projektet", "time in the project";
            /// What was counted, in words.
            pub definition: Option<Text> = "definition", "definition";
            /// How it was counted.
            pub method: Option<CountMethod> = "optællingsmåde", "method";
            /// The counts.
            pub rows: Vec<CountRow> = "optalt", "counts";
        }
    }
}

words! {
    /// Where a counting stands in a project.
    #[non_exhaustive]
    pub enum CountingTime: "tidspunkt i projektet", "time in the project" {
        /// Before it begins.
        Before = "før projektet", "before the project";
        /// At its beginning, before anything is changed.
        AtStart = "ved første møde", "at the first meeting";
        /// While it goes on.
        During = "undervejs", "along the way";
        /// At its end.
        AtEnd = "ved sidste oplæring", "at the last session";
        /// Later.
        After = "efter projektet", "after the project";
    }
}

words! {
    /// How something was counted.
    #[non_exhaustive]
    pub enum CountMethod: "optællingsmåde", "method of counting" {
        /// By hand.
        ByHand = "optalt manuelt", "counted by hand";
        /// By the record system.
        BySystem = "trukket af systemet", "extracted by the system";
    }
}

record! {
    /// One count of a process measure in one department.
    pub struct CountRow: "optalt antal", "count" {
        mandatory {
            /// The department.
            pub department: Id<Department> = "afdeling", "department";
            /// What is counted.
            pub measure: ProcessMeasure = "procesmål", "process measure";
        }
        optional {
            /// **Unit:** citizens or sub-goals. How many exceptions.
            pub exceptions: Option<u64> = "undtagelser", "exceptions";
            /// **Unit:** citizens or sub-goals. Of how many; without it no share can be given.
            pub of: Option<u64> = "ud af", "of";
        }
    }
}
