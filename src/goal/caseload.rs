//! Many citizens at once.

use alloc::vec::Vec;

use super::{Citizen, CriterionSet};
use crate::organisation::SocialService;

record! {
    /// A caseload (*borgergruppe*): the citizens of a service or of some of its departments.
    ///
    /// The same citizens can be exchanged one document a line, each of the kind `citizen`; counting and deadlines
    /// are the same, and add up.
    ///
    /// ```
    /// use kvalitetsmodel::goal::{Caseload, Citizen, ProcessMeasure};
    /// use kvalitetsmodel::id::Id;
    ///
    /// let mut caseload = Caseload::new(Id::from_u128(1));
    /// caseload.citizens = vec![Citizen::new(Id::from_u128(2)), Citizen::new(Id::from_u128(3))];
    /// let count = caseload.count("2024-01-15".parse()?);
    /// assert_eq!(count.of(ProcessMeasure::WithoutSubGoal).exceptions, 2);
    /// # Ok::<(), chrono::ParseError>(())
    /// ```
    #[doc(alias = "borgergruppe")]
    pub struct Caseload: "borgergruppe", "caseload", id "caseload" {
        optional {
            /// The service, with its departments.
            pub service: Option<SocialService> = "tilbud", "service";
            /// The criterion sets that assessments name.
            pub criterion_sets: Vec<CriterionSet> = "kriteriesæt", "criterion sets";
            /// The citizens.
            pub citizens: Vec<Citizen> = "borgere", "citizens";
        }
    }
}
