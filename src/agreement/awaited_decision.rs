//! Decisions that an agreement announces.

use crate::body::Body;
use crate::date::{PartialDate, When};
use crate::id::Id;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// A decision that the document announces (*der tages stilling til*), such as what follows a pilot (1.10).
    #[doc(alias = "tages stilling til")]
    pub struct AwaitedDecision: "bebudet beslutning", "announced decision" {
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
            /// When the pilot ends. A month alone ends on its last day, but may end on any: `AGR057` finds only a
            /// decision before the month.
            pub piloted_until: Option<PartialDate> = "pilotprojektet slutter", "pilot ends";
            /// When it was taken; absent if it is not, or if the document does not say.
            pub decided_on: Option<PartialDate> = "truffet den", "decided on";
        }
    }
}
