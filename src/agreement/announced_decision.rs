//! Decisions that an agreement announces.

use crate::body::{Body, Mandate};
use crate::date::{PartialDate, When};
use crate::id::Id;
use crate::section::SectionNumber;
use crate::text::{Text, is_stated};

record! {
    /// A decision that the document announces (*der tages stilling til*), such as what follows a pilot (1.10), or
    /// reports. A decision that has been taken has a date, someone who took it, and what it changes.
    #[doc(alias = "tages stilling til")]
    pub struct AnnouncedDecision: "bebudet beslutning", "announced decision", says text {
        optional {
            /// The section that announces it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What is to be decided.
            pub text: Option<Text> = "hvad der skal besluttes", "what is to be decided";
            /// The body or role that decides.
            pub by: Option<Text> = "træffes af", "decided by";
            /// When it is decided.
            pub when: Option<When> = "hvornår", "when";
            /// The pilot that it follows.
            pub after: Option<Id<Body>> = "efter pilotprojektet", "after the pilot";
            /// When the pilot ends. If only a month is stated, the pilot may end on any day of it, so `AGR057` finds
            /// only a decision before the month.
            pub piloted_until: Option<PartialDate> = "pilotprojektet slutter", "pilot ends";
            /// When it was taken; absent if it is not, or if the document does not say.
            pub decided_on: Option<PartialDate> = "truffet den", "decided on";
            /// The body that decides, if the document describes it.
            pub body: Option<Id<Body>> = "træffes af gruppen", "decided by the body";
            /// What the body does in the decision; absent if it decides or approves, and the document does not say
            /// which.
            pub act: Option<Mandate> = "gruppens del", "part of the body";
            /// What it changes.
            pub changes: Option<Text> = "hvad den ændrer", "what it changes";
        }
    }
}

impl AnnouncedDecision {
    /// Whether it is stated who decides.
    pub(crate) fn has_decider(&self) -> bool {
        is_stated(self.by.as_ref()) || self.body.is_some()
    }
}
