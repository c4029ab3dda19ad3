//! How risk is assessed.

use alloc::vec::Vec;

use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// How the risk of assaults is assessed at a service: what an assessment covers, and how its method is chosen. It is
    /// about no single citizen.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, 1.9 and 1.9.1.
    #[doc(alias = "risikovurdering")]
    pub struct RiskAssessment: "risikovurdering", "risk assessment" {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What an assessment covers. An empty list is not stated.
            pub parts: Vec<RiskPart> = "omfatter", "covers";
            /// Whether the method differs between citizens.
            pub method_varies: Option<bool> = "metoden er forskellig fra borger til borger", "method differs between citizens";
            /// The indicators by which the method is chosen.
            pub method_indicators: Option<Text> = "indikatorer for valg af metode", "indicators for choosing the method";
            /// Who decides on the method, by role.
            pub method_decided_by: Option<Text> = "metoden besluttes af", "method decided by";
        }
    }
}

words! {
    /// What a risk assessment covers.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, 1.9 and 1.9.1.
    #[non_exhaustive]
    pub enum RiskPart: "del af en risikovurdering", "part of a risk assessment" {
        /// Signs in the behaviour of the citizen.
        CitizenSigns = "adfærdstegn hos borgeren", "signs in the citizen's behaviour";
        /// Signs in the surroundings of the citizen.
        SurroundingSigns = "tegn i miljøet omkring borgeren", "signs in the citizen's surroundings";
        /// The actions that are to be started.
        Actions = "aftalte handlinger", "agreed actions";
        /// The planning of the day's work.
        DayPlanned = "planlægning af dagens arbejde", "planning of the day's work";
    }
}
