//! Many citizens at once.

use alloc::vec::Vec;

use super::{Citizen, CriterionSet};
use crate::date::PartialDate;
use crate::organisation::SocialService;

record! {
    /// A caseload (*borgergruppe*): the citizens of a service or of some of its departments.
    ///
    /// The same citizens can be exchanged as one document per line, each of the kind `citizen`. Counts and deadlines
    /// are the same and add up, so no more than one citizen and a count for each department need be in memory:
    ///
    /// ```
    /// # #[cfg(feature = "json")] {
    /// use std::collections::BTreeMap;
    ///
    /// use kvalitetsmodel::document::{Content, Document};
    /// use kvalitetsmodel::goal::{Citizen, ProcessCount, ProcessMeasure};
    /// use kvalitetsmodel::{id::Id, json};
    ///
    /// let document = |n| Document::draft(Id::from_u128(n), Citizen::new(Id::from_u128(n)));
    /// let text: String = [1, 2].map(|n| json::write_line(&document(n)).expect("a line")).concat();
    ///
    /// let day = "2024-01-15".parse()?;
    /// let mut departments: BTreeMap<_, ProcessCount> = BTreeMap::new();
    /// for (line, document) in json::lines(&text) {
    ///     match document?.content() {
    ///         Content::Citizen(citizen) => departments.entry(citizen.department).or_default().add(citizen, day),
    ///         _ => println!("line {line} is no citizen"),
    ///     }
    /// }
    /// let service = departments.values().fold(ProcessCount::default(), |sum, one| sum.plus(one));
    /// assert_eq!(service.of(ProcessMeasure::WithoutSubGoal).exceptions, 2);
    /// # }
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    ///
    /// All at once:
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
            /// The day that it shows. Without one, its service, its departments and their names must be as another
            /// document of a bundle says.
            pub as_of: Option<PartialDate> = "opgjort den", "as of";
            /// The service, with its departments.
            pub service: Option<SocialService> = "tilbud", "service";
            /// The criterion sets that assessments name.
            pub criterion_sets: Vec<CriterionSet> = "kriteriesæt", "criterion sets";
            /// The citizens.
            pub citizens: Vec<Citizen> = "borgere", "citizens";
        }
    }
}
