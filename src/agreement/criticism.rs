//! What authorities have criticised, ordered or decided.

use alloc::vec::Vec;

use super::Action;
use crate::date::PartialDate;
use crate::id::Id;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// What an authority has criticised, ordered or decided, as the document tells it (1.3, 1.7), and the
    /// actions that answer it.
    #[doc(alias = "kritik")]
    #[doc(alias = "påbud")]
    pub struct Criticism: "kritik fra en myndighed", "criticism by an authority" {
        mandatory {
            /// The authority.
            pub authority: Authority = "myndighed", "authority";
        }
        optional {
            /// What it is; absent if the document does not say.
            pub kind: Option<CriticismKind> = "art", "kind";
            /// The section that tells it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What is criticised, ordered or decided.
            pub text: Option<Text> = "hvad den gælder", "what it is about";
            /// The day by which the authority is to be answered; absent if the document does not say.
            #[doc(alias = "efterkommelsesfrist")]
            pub deadline: Option<PartialDate> = "frist", "deadline";
            /// The actions of the agreement that answer it.
            pub answered_by: Vec<Id<Action>> = "besvares af", "answered by";
        }
    }
}

choice! {
    /// An authority that supervises social services.
    #[non_exhaustive]
    pub enum Authority: "myndighed", "authority" {
        /// The social inspectorate (*Socialtilsynet*).
        #[doc(alias = "Socialtilsynet")]
        SocialInspectorate = "Socialtilsynet", "the social inspectorate";
        /// The authority for the working environment (*Arbejdstilsynet*).
        #[doc(alias = "Arbejdstilsynet")]
        WorkingEnvironment = "Arbejdstilsynet", "the working environment authority";
        /// The authority for patient safety (*Styrelsen for Patientsikkerhed*).
        #[doc(alias = "Styrelsen for Patientsikkerhed")]
        PatientSafety = "Styrelsen for Patientsikkerhed", "the patient safety authority";
        /// Another authority.
        Other = "en anden myndighed", "another authority" {
            /// Its name.
            name: Text = "navn", "name";
        }
    }
}

words! {
    /// What an authority has done.
    #[non_exhaustive]
    pub enum CriticismKind: "art", "kind" {
        /// Criticism (*kritik*).
        Criticism = "kritik", "criticism";
        /// An order (*påbud*).
        Order = "påbud", "order";
        /// A decision (*afgørelse*).
        Decision = "afgørelse", "decision";
    }
}
