//! Research projects that several services propose together.

use alloc::vec::Vec;

use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// A proposed research project: a working group clarifies it, sends it to the assessment committee
    /// (*bedømmelsesudvalg*), and it is put out to tender (1.13.1).
    #[doc(alias = "bedømmelsesudvalg")]
    pub struct ResearchProject: "forskningsprojekt", "research project", says title {
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// The title.
            pub title: Option<Text> = "titel", "title";
            /// The services that take part.
            pub services: Vec<Id<SocialService>> = "tilbud", "social services";
            /// When it was found to be ready.
            pub ready_on: Option<PartialDate> = "skønnet klar", "found ready on";
            /// When it was sent to the assessment committee.
            pub sent_on: Option<PartialDate> = "sendt til bedømmelse", "sent to assessment on";
            /// When the committee assessed it.
            pub assessed_on: Option<PartialDate> = "bedømt", "assessed on";
            /// When it was put out to tender.
            pub tendered_on: Option<PartialDate> = "udbudt", "tendered on";
        }
    }
}
