//! What authorities have criticised, ordered or decided.

use alloc::vec::Vec;

use super::Action;
use crate::date::{PartialDate, Period};
use crate::id::Id;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// What an authority has criticised, ordered or decided, as stated in the document (1.3, 1.7), and the
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
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What is criticised, ordered or decided.
            pub text: Option<Text> = "hvad den gælder", "what it is about";
            /// The day by which the authority is to be answered; absent if the document does not say.
            #[doc(alias = "efterkommelsesfrist")]
            pub deadline: Option<PartialDate> = "frist", "deadline";
            /// The actions of the agreement that answer it.
            pub answered_by: Vec<Id<Action>> = "besvares af", "answered by";
            /// When the authority gave it.
            pub given_on: Option<PartialDate> = "givet den", "given on";
            /// When the authority closed it; absent if it is open, or if the document does not say.
            pub closed_on: Option<PartialDate> = "afsluttet den", "closed on";
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

impl Criticism {
    /// Returns `true` if the day is before the criticism.
    pub(super) fn is_before(&self, day: PartialDate) -> bool {
        self.given_on.is_some_and(|given_on| day.ends_before(given_on))
    }

    /// Counts those that were given within a period. Compare the counts of two periods to see whether there were fewer.
    ///
    /// Returns `None` if one of the dates is not stated, or is partly within and partly outside the period.
    ///
    /// # Source
    ///
    /// *Drifts- og udviklingsaftale 2024*, section 1.3.1: "nedbringe antallet af påbud fra Arbejdstilsynet".
    ///
    /// ```
    /// use kvalitetsmodel::agreement::{Authority, Criticism};
    /// use kvalitetsmodel::date::Period;
    ///
    /// let order = |on: &str| Criticism { given_on: on.parse().ok(), ..Criticism::new(Authority::WorkingEnvironment) };
    /// let all = [order("2023-03"), order("2023-11-02"), order("2024-05")];
    /// let given_in = |year| Criticism::given_within(&all, &Period::year(year)?);
    /// assert_eq!((given_in(2023), given_in(2024)), (Some(2), Some(1)));
    ///
    /// let undated = Criticism::new(Authority::WorkingEnvironment);
    /// assert_eq!(Criticism::given_within([&all[0], &undated], &Period::year(2023).ok_or("a year")?), None);
    /// # Ok::<(), &str>(())
    /// ```
    #[must_use]
    pub fn given_within<'a>(all: impl IntoIterator<Item = &'a Self>, period: &Period) -> Option<u64> {
        let mut given = 0_u64;
        for one in all {
            let on = one.given_on?;
            let days = Period::from(on);
            if period.contains_period(&days) {
                given = given.saturating_add(1);
            } else if period.overlaps(&days) {
                return None;
            }
        }
        Some(given)
    }
}
