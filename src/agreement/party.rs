//! The parties to an agreement.

use crate::date::PartialDate;
use crate::section::SectionNumber;
use crate::text::Text;

record! {
    /// A party to an agreement. It says whether the document names a person, but never whom.
    pub struct Party: "part", "party" {
        mandatory {
            /// The role.
            pub role: PartyRole = "rolle", "role";
        }
        optional {
            /// Whether the document names a person.
            pub named: Option<bool> = "navngivet", "named";
            /// The date beside the signature.
            pub signed_on: Option<PartialDate> = "underskrevet", "signed on";
        }
    }
}

record! {
    /// A duty of one party, apart from what the service as a whole does: the local leaders are to commit
    /// themselves to making room for development (1.1).
    pub struct PartyDuty: "forpligtelse for en part", "duty of a party", says text {
        mandatory {
            /// The role of the party.
            pub of: PartyRole = "påhviler", "party";
        }
        optional {
            /// The section that states it.
            pub section: Option<SectionNumber> = "afsnit", "section";
            /// What the party is to do.
            pub text: Option<Text> = "tekst", "text";
        }
    }
}

choice! {
    /// The role in which someone makes an agreement.
    #[non_exhaustive]
    pub enum PartyRole: "partens rolle", "role of the party" {
        /// The social director (*socialdirektør*), for the operator.
        #[doc(alias = "socialdirektør")]
        SocialDirector = "socialdirektøren", "the social director";
        /// The head of the service (*forstander*).
        #[doc(alias = "forstander")]
        HeadOfService = "forstanderen", "the head of the service";
        /// Another role.
        Other = "en anden part", "another party" {
            /// The title.
            title: Text = "titel", "title";
        }
    }
}
