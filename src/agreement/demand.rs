//! What the text of an agreement demands.

use alloc::vec::Vec;

use super::Action;
use crate::id::Id;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// What the text demands of the services (*skal*), and the actions that carry it out (1.2, 1.3, 1.9).
    pub struct Demand: "krav i teksten", "demand of the text", says text {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What is demanded.
            pub text: Option<Text> = "tekst", "text";
            /// The actions that carry it out.
            pub actions: Vec<Id<Action>> = "gennemføres ved", "carried out by";
        }
    }
}
