//! The charter of a community, and who is in it by role.

use alloc::vec::Vec;

use crate::date::PartialDate;
use crate::id::Id;
use crate::organisation::SocialService;
use crate::text::Text;

record! {
    /// The charter of a community (*kommissorium*): what it is for, on which terms, who set it up, and until when.
    #[doc(alias = "kommissorium")]
    pub struct Charter: "kommissorium", "charter" {
        optional {
            /// What the community is for.
            pub purpose: Option<Text> = "formål", "purpose";
            /// What the services agree to when they take part, such as time for tests.
            pub terms: Vec<Text> = "vilkår", "terms";
            /// Who set the community up.
            pub set_up_by: Option<Text> = "nedsat af", "set up by";
            /// When it begins.
            pub starts_on: Option<PartialDate> = "begynder", "starts on";
            /// When it ends. Aims are due, tests planned and carried out, audits held and figures agreed by then (`IMP022`, `IMP041`); figures
            /// can be measured later.
            pub ends_on: Option<PartialDate> = "slutter", "ends on";
        }
    }
}

record! {
    /// The people of one role and service who work in a community: a count, no names.
    pub struct CommunityRole: "rolle i fællesskabet", "role in the community", says role {
        optional {
            /// The role, such as head of service or safety representative.
            pub role: Option<Text> = "rolle", "role";
            /// The service that they come from; absent for somebody from elsewhere.
            pub service: Option<Id<SocialService>> = "tilbud", "social service";
            /// **Unit:** people. How many.
            pub count: Option<u32> = "antal", "number";
        }
    }
}
